"""The exports that have tables, read back: every row is there, with the words that it rests on."""

from __future__ import annotations

import asyncio
import csv
import json
import sqlite3
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from memcon.export import FORMATS, Selection
from memcon.export.csv_folder import guard, unguard
from memcon.export.tables import TABLES
from memcon.ledger import Ledger, Query, RecordRow
from memcon.model import RECORD_KINDS

from tests.export.conftest import evidence_of

Rows = list[dict[str, Any]]

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"), pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


def from_csv(folder: Path, table: str) -> Rows:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [{name: unguard(value) or None for name, value in row.items()} for row in csv.DictReader(file)]


def from_parquet(folder: Path, table: str) -> Rows:
    from pyarrow import parquet

    return parquet.read_table(folder / f"{table}.parquet").to_pylist()


def from_sqlite(path: Path, table: str) -> Rows:
    with sqlite3.connect(path) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f'SELECT * FROM "{table}"')]


def from_data_package(folder: Path, table: str) -> Rows:
    import frictionless

    package: Any = frictionless.Package(str(folder / "datapackage.json"))
    return [
        {name: unguard(value) if isinstance(value, str) else value for name, value in row.items()}
        for row in package.get_resource(table).read_rows()
    ]


READERS: dict[str, Callable[[Path, str], Rows]] = {
    "csv": from_csv, "parquet": from_parquet, "sqlite": from_sqlite, "datapackage": from_data_package,
}


@pytest.fixture(params=READERS, scope="module")
def read(
    request: pytest.FixtureRequest, selection: Selection, tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[str], Rows]:
    """What reads a table back out of an export of everything."""
    path = tmp_path_factory.mktemp(request.param) / "made"
    FORMATS[request.param].to_path(selection, path)
    return cache(lambda table: READERS[request.param](path, table))


def test_every_record_is_there_with_its_words(
    read: Callable[[str], Rows], ledger: Ledger, rows: list[RecordRow],
) -> None:
    assert {row["id"] for row in read("records")} == {row.id for row in rows}
    assert Counter(row["kind"] for row in read("records")) == Counter(row.kind for row in rows)
    for kind in RECORD_KINDS:
        assert sorted(row["id"] for row in read(kind)) == sorted(row.id for row in rows if row.kind == kind)
    found = {
        (one["record"], one["document"], int(one["start"]), int(one["end"]), one["quote"])
        for one in read("evidence") if one["field"] == "evidence"
    }
    assert found == evidence_of(rows)
    told = {row["id"]: (row["voice"], float(row["confidence"]), row["review"]) for row in read("records")}
    assert told == {row.id: (getattr(row.record, "voice", None), row.record.confidence, row.review) for row in rows}
    texts = {row["id"]: row["text"] for row in read("documents")}
    assert set(texts) == {row.id for row in ledger.documents()}
    assert all(texts[one["document"]][int(one["start"]) : int(one["end"])] == one["quote"] for one in read("evidence"))


def test_who_is_involved_leads_to_who_that_is_over_all_documents(
    read: Callable[[str], Rows], ledger: Ledger, rows: list[RecordRow],
) -> None:
    entities = {row["id"]: row for row in read("entities")}
    referents = {row["id"]: row for row in read("referents")}
    links = read("links")
    assert len(links) == sum(len(row.involved) for row in rows)
    assert {one["entity"] for one in links} <= set(entities)
    assert {row["referent"] for row in entities.values()} - {None} == set(referents)
    assert {row.id for row in ledger.people() if row.id} <= set(referents)
    assert {row["id"] for row in read("encounters")} == {row.id for row in ledger.encounters()}
    assert {row["id"] for row in read("trips")} == {row.id for row in ledger.visits()}
    assert {row["id"] for row in read("threads")} == {row.id for row in ledger.threads()}
    assert {row["part_of"] for row in read("meetings")} == {row["id"] for row in read("encounters")}


def test_what_people_decide_and_note_is_there(read: Callable[[str], Rows], rows: list[RecordRow]) -> None:
    rejected, corrected = sorted(read("reviews"), key=lambda row: row["decision"], reverse=True)
    assert (rejected["decision"], corrected["decision"], corrected["author"]) == ("rejected", "corrected", "Ada")
    assert rejected["subject"] not in {row["id"] for row in read("records")}
    assert next(row["due"] for row in read("commitments") if row["id"] == corrected["subject"]) == "2032"
    assert [(row["text"], row["subject"]) for row in read("notes")] == [("=see the file", corrected["subject"])]


@pytest.mark.parametrize("form", READERS)
def test_a_part_is_whole_in_itself(form: str, ledger: Ledger, tmp_path: Path) -> None:
    query = Query(actor="Li Wei", limit=4)
    expected = list(ledger.records(None, query))
    FORMATS[form].to_path(Selection(ledger, query), tmp_path / "part")
    tables = {name: READERS[form](tmp_path / "part", name) for name in TABLES}
    assert {row["id"] for row in tables["records"]} == {row.id for row in expected}
    assert {row["id"] for row in tables["documents"]} == {row.document for row in expected}
    for name, table in TABLES.items():
        for column in table.columns:
            if column.refers:
                keys = {row["id"] for row in tables[column.refers]}
                assert {row[column.name] for row in tables[name]} - {None} <= keys, (name, column.name)


@pytest.mark.parametrize("form", READERS)
def test_the_same_ledger_makes_the_same_bytes(form: str, selection: Selection, tmp_path: Path) -> None:
    for name in ("one", "two"):
        FORMATS[form].to_path(selection, tmp_path / name / "made")
    made = [path.relative_to(tmp_path / "one") for path in sorted((tmp_path / "one").rglob("*")) if path.is_file()]
    assert made
    for path in made:
        assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "two" / path).read_bytes(), path


# CSV


@pytest.mark.parametrize(("text", "cell"), [
    ("=1+1", "'=1+1"), ("+44", "'+44"), ("-5", "'-5"), ("@you", "'@you"), ("\tx", "'\tx"), ("'=1", "''=1"),
    ("'quoted'", "'quoted'"), ("plain", "plain"), ("", ""), ("1-2", "1-2"),
])
def test_no_cell_begins_a_formula(text: str, cell: str) -> None:
    assert guard(text) == cell
    assert unguard(cell) == text


def test_no_cell_of_the_files_begins_a_formula(selection: Selection, tmp_path: Path) -> None:
    FORMATS["csv"].to_path(selection, tmp_path)
    guarded = 0
    for path in tmp_path.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells), path.name
        guarded += sum(cell.startswith(("'=", "'-", "'@", "'+")) for cell in cells)
    assert guarded > 5


# SQLite, Datasette, Frictionless


def test_the_database_keeps_its_references_and_finds_words(selection: Selection, tmp_path: Path) -> None:
    path = tmp_path / "made.sqlite"
    FORMATS["sqlite"].to_path(selection, path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        found = connection.execute(
            "SELECT quote FROM records WHERE rowid IN "
            "(SELECT rowid FROM records_fts WHERE records_fts MATCH 'railways')"
        ).fetchall()
    assert found
    assert all("railways" in words for (words,) in found)


def test_datasette_opens_it_with_facets_labels_and_search(selection: Selection, tmp_path: Path) -> None:
    from datasette.app import Datasette

    path = tmp_path / "made.sqlite"
    FORMATS["sqlite"].to_path(selection, path)
    told = json.loads((tmp_path / "made.metadata.json").read_text(encoding="utf-8"))

    async def ask() -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        served = Datasette([str(path)], metadata=told)
        await served.invoke_startup()
        addresses = ("commitments.json?_shape=objects", "records.json?_search=railways", "links.json?_labels=on")
        commitments, found, links = [(await served.client.get(f"/made/{one}")).json() for one in addresses]
        return commitments, found, links

    commitments, found, links = asyncio.run(ask())
    assert set(TABLES["commitments"].facets) == set(commitments["facet_results"])
    assert commitments["filtered_table_rows_count"] == sum(row.kind == "commitments" for row in selection.records())
    assert 0 < found["filtered_table_rows_count"] < 40
    assert links["expandable_columns"]
    metadata = told["databases"]["made"]["tables"]
    assert all(set(about["facets"]) <= set(TABLES[name].names) for name, about in metadata.items())


def test_the_data_package_is_valid(selection: Selection, tmp_path: Path) -> None:
    import frictionless

    FORMATS["datapackage"].to_path(selection, tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])[:5]
    assert len(report.tasks) == len(TABLES)
