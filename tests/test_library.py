"""`import memcon`: what it offers, how lightly it starts, and the tables that it gives."""

from __future__ import annotations

import doctest
import inspect
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_type_hints

import pytest

import memcon
from memcon.export.tables import TABLES
from memcon.library import Filters

TEXT = (
    "Foreign Minister Ana Rojas met with Ambassador Li Wei in Lima on Tuesday.\n\n"
    "Rojas said that Peru is ready to deepen cooperation with China on ports.\n"
)


@pytest.fixture(scope="module")
def ledger() -> Iterator[memcon.Ledger]:
    """A ledger of three short readouts, two of them on one meeting."""
    with memcon.Ledger(":memory:") as made:
        made.add(memcon.read_text(TEXT, published="2031-03-05", publisher="Ministry of Foreign Affairs of Peru"))
        made.add(memcon.read_text(f"{TEXT}\nLi thanked Peru for its hospitality.", published="2031-03-06", side="CHN"))
        made.add(memcon.read_text("Kenya and Malta held talks in Nairobi on 5 May 2031.", published="2031-05-06"))
        yield made


def test_the_start_is_light_and_everything_offered_is_there() -> None:
    code = "import sys, memcon; print(*sys.modules); print(*dir(memcon))"
    loaded, offered = subprocess.run(
        (sys.executable, "-c", code), capture_output=True, text=True, check=True,
    ).stdout.splitlines()
    assert {name for name in loaded.split() if name.startswith("memcon")} == {"memcon"}
    assert {"msgspec", "sqlalchemy", "click"} & set(loaded.split()) == set()
    assert set(memcon.__all__) <= set(offered.split())
    assert all(getattr(memcon, name) is not None for name in memcon.__all__)
    with pytest.raises(AttributeError, match="no attribute 'Diary'"):
        memcon.__getattr__("Diary")


def test_the_types_are_told() -> None:
    assert (Path(memcon.__file__).parent / "py.typed").is_file()
    assert set(get_type_hints(Filters)) == set(memcon.Query.__struct_fields__)
    for name in ("read", "read_bytes", "read_text"):
        assert inspect.signature(getattr(memcon, name)).return_annotation == "Reading"


def test_a_file_bytes_and_text_are_read_alike(examples: Path) -> None:
    path = examples / "05-khurat-friendship-group.txt"
    reading = memcon.read(path)
    assert reading == memcon.read_bytes(path.read_bytes(), str(path))
    assert reading == memcon.read_text(path.read_text(encoding="utf-8"), source=str(path))


def test_what_is_said_of_a_text_counts_where_the_text_says_nothing() -> None:
    told = {"published": "2031-03-05", "publisher": "Desk of Nowhere", "side": "PER", "title": "A call on Rojas"}
    document = memcon.read_text(TEXT, **told).document
    assert (document.published, document.side, document.title) == ("2031-03-05", "PER", "A call on Rojas")
    assert document.publisher is not None
    assert document.publisher.name == "Desk of Nowhere"
    dated = memcon.read_text(f"date: 2031-03-12\n\n{TEXT}", published="2031-03-05")
    assert dated.document.published == "2031-03-12"
    with pytest.raises(memcon.UnreadableDocument, match="is empty"):
        memcon.read_text("  \n")


def test_what_is_added_is_joined(ledger: memcon.Ledger) -> None:
    assert [len(encounter.accounts) for encounter in ledger.encounters(memcon.Query(actor="PER"))] == [2]
    [thread] = ledger.threads("commitments")
    assert memcon.changes(thread) == ("first", "repeated")


def test_a_ledger_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(memcon.LedgerError):
        memcon.Ledger(tmp_path / "none.sqlite", create=False)
    with memcon.Ledger.open(tmp_path / "made.sqlite") as made:
        assert isinstance(made, memcon.Ledger)
        assert made.table("records") == []


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_the_same_in_every_form(ledger: memcon.Ledger, name: str) -> None:
    rows = ledger.table(name)
    assert name in {"visits", "outcomes", "milestones", "characterizations", "positions", "trips", "reviews", "notes"} \
        or rows
    names = TABLES[name].names
    assert all(list(row) == names for row in rows)
    arrow = ledger.table(name, "arrow")
    assert arrow.column_names == names
    assert arrow.to_pylist() == rows
    polars = ledger.table(name, "polars")
    assert polars.columns == names
    assert polars.to_dicts() == rows
    pandas = ledger.table(name, "pandas")
    assert list(pandas.columns) == names
    assert [{key: plain(value) for key, value in row.items()} for row in pandas.to_dict("records")] == rows


def plain(value: Any) -> Any:
    """A cell of pandas without its sign for what is unknown."""
    import pandas as pd

    return None if value is pd.NA else value


def test_the_types_of_columns_hold_in_empty_tables_too(ledger: memcon.Ledger) -> None:
    empty = ledger.table("meetings", "pandas", since="2099")
    full = ledger.table("meetings", "pandas")
    assert len(empty) == 0
    assert dict(empty.dtypes) == dict(full.dtypes)
    assert str(full["start"].dtype) == "Int64"
    assert ledger.table("meetings", "polars", since="2099").schema == ledger.table("meetings", "polars").schema


def test_a_row_has_the_words_and_where_they_stand(ledger: memcon.Ledger) -> None:
    [latest, _] = ledger.table("commitments", actor="PER")
    text = ledger.document(latest["document"]).text
    assert text[latest["start"] : latest["end"]] == latest["quote"]
    assert latest["actors"] == ["Peru"]
    assert latest["part_of"].startswith("thread-")


def test_filters_are_those_of_a_query(ledger: memcon.Ledger) -> None:
    assert len(ledger.table("meetings", since="2031-05")) == 1
    assert len(ledger.table("encounters", limit=1)) == 1
    assert {row["document"] for row in ledger.table("entities", actor="KEN")} == {
        row["document"] for row in ledger.table("meetings", actor="KEN")
    }


@pytest.mark.parametrize(("asked", "said"), [
    ({"name": "dinners"}, "'dinners' is no table: there are documents"),
    ({"name": "meetings", "as_": "excel"}, "there are rows, pandas, polars, arrow"),
    ({"name": "meetings", "colour": "red"}, "colour: no such filter; there are actor"),
])
def test_what_makes_no_sense_is_told(ledger: memcon.Ledger, asked: dict[str, Any], said: str) -> None:
    with pytest.raises(memcon.UsageError, match=re.escape(said)):
        ledger.table(**asked)


@pytest.mark.parametrize(("form", "module"), [("pandas", "pandas"), ("polars", "polars"), ("arrow", "pyarrow")])
def test_a_package_that_is_missing_is_named_with_its_extra(
    ledger: memcon.Ledger, form: Any, module: str, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(memcon.UsageError, match=rf"needs the package {module}: install memcon\[{form}\]"):
        ledger.table("meetings", form)


# The page and the notebook


def test_the_examples_of_the_page_are_true(root: Path) -> None:
    page = (root / "docs" / "python.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "docs/python.md", None, 0)
    told: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(test, out=told.append)
    assert result.attempted > 25
    assert not result.failed, "".join(told)


def test_every_table_and_error_is_on_the_page(root: Path) -> None:
    page = (root / "docs" / "python.md").read_text(encoding="utf-8")
    for name in TABLES:
        assert f"`{name}`" in page, name
    for name in memcon.__all__:
        if name.endswith(("Error", "Document")):
            assert f"`memcon.{name}`" in page, name


def test_the_outputs_of_the_notebook_are_small_and_none_is_an_error(root: Path) -> None:
    # That they are what its code gives now is tested with the other generated pages.
    cells = json.loads((root / "docs" / "notebook.ipynb").read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    assert len(outputs) > 5
    assert {output["output_type"] for output in outputs} == {"stream"}
    assert all(len("".join(output["text"])) < 2000 for output in outputs)
