"""`memcon list`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from memcon.model import RECORD_KINDS

from tests.cli.calling import call

KINDS = (
    "records", *RECORD_KINDS, "people", "states", "organizations", "places", "initiatives", "documents", "coverage",
)

pytestmark = pytest.mark.usefixtures("kept")


def test_a_record_stands_with_its_words_and_where_they_are_from() -> None:
    shown = call("list", "commitments", "--actor", "SRB", "--since", "2024", "--force", "willing")
    assert shown.err == ""
    assert shown.out == (
        "2024-05-14   Serbia, willing, with China\n"
        "             “Serbia is ready to deepen cooperation on railways with China”\n"
        "             commitment-cf76f324 · Office of the President, 2024-05-14 · said by\n"
        "             Ana Marković\n"
        "\n"
    )


def test_a_date_that_the_text_does_not_give_stands_in_parentheses() -> None:
    assert call("list", "characterizations").lines[0].startswith("(2024-05-14) Serbia – China, label")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_every_kind_has_every_form(kind: str, form: str) -> None:
    shown = call("list", kind, "--format", form)
    assert shown.code == 0
    empty = kind in {"organizations", "initiatives"}
    match form:
        case "json":
            assert bool(json.loads(shown.out)) is not empty
        case "jsonl":
            assert bool([json.loads(line) for line in shown.lines]) is not empty
        case "csv":
            rows = list(csv.DictReader(io.StringIO(shown.out)))
            assert bool(rows) is not empty
        case "table":
            assert (f"no {kind} of this description" in shown.err) is empty
            assert all(len(line) <= 80 for line in shown.lines)
            assert "\x1b" not in shown.out


def test_a_kind_may_be_named_in_the_singular() -> None:
    assert call("list", "meeting").out == call("list", "meetings").out != ""
    assert call("list", "person").out == call("list", "people").out != ""


def test_csv_has_the_words_and_their_place() -> None:
    shown = call("list", "visits", "--actor", "Li Wei", "--format", "csv")
    row = next(csv.DictReader(io.StringIO(shown.out)))
    assert row["kind"] == "visits"
    assert row["date"] == "2024-05-13/2024-05-15"
    assert (row["who"], row["what"]) == ("Li Wei", "visit to Serbia")
    assert row["quote"] == "Li Wei visits Serbia from Monday to Wednesday"
    assert int(row["end"]) - int(row["start"]) == len(row["quote"])
    assert (row["document"][:4], row["confidence"], row["rule"]) == ("doc-", "0.9", "visits")


def test_json_has_the_record_whole_with_the_names_of_who_is_involved() -> None:
    row = json.loads(call("list", "commitments", "--by", "Li Wei", "--format", "json").out)[0]
    assert row["record"]["force"] == "urged"
    assert row["record"]["evidence"][0]["quote"] == "the two sides should finish the Lake Road by 2031"
    assert {each["name"] for each in row["involved"] if each["part"] == "actor"} == {"The two sides", "Serbia", "China"}


def test_people_are_a_table() -> None:
    assert call("list", "people", "--actor", "SRB").lines == [
        "name          of   office     docs  records  first       last",
        "Ana Host0     SRB  President     1        6  2000-01-01  2000-01-01",
        "Ana Marković  SRB  President     1        6  2024-05-14  2024-05-14",
    ]


def test_people_get_a_page_and_programs_get_all() -> None:
    shown = call("list", "records", "--limit", "4")
    assert shown.err == "4 of 30; --offset 4 goes on, --limit 0 shows all\n"
    assert call("list", "records", "--limit", "4", "--offset", "28").err == ""
    assert len(call("list", "records", "--format", "jsonl").lines) == 30
    assert len(call("list", "records", "--format", "jsonl", "--limit", "4", "--offset", "28").lines) == 2


@pytest.mark.parametrize("limits", [["--limit", "0"], []])
def test_no_limit_shows_all(limits: list[str]) -> None:
    assert call("list", "meetings", *limits).out.count("meeting-") == 3


def test_an_unknown_name_is_told_and_the_answer_is_empty() -> None:
    shown = call("list", "meetings", "--actor", "Zorro")
    assert (shown.code, shown.out) == (0, "")
    assert "nobody in the ledger is called 'Zorro'" in shown.err


@pytest.mark.parametrize(("words", "said"), [
    (["people", "--force", "willing"], "--force does not apply to people"),
    (["statements", "--force", "willing"], "--force does not apply to statements"),
    (["documents", "--min-confidence", "0.5"], "--min-confidence does not apply to documents"),
    (["coverage", "--since", "2024"], "--since does not apply to coverage"),
    (["meetings", "--with", "", "--since", "tomorrow"], "'tomorrow' is no date: write 2023, 2023-07 or 2023-07-12"),
    (["meetings", "--document", "doc-0000"], "doc-0000: the ledger holds nothing of this id"),
    (["meetings", "--text", "..."], "nothing to search for in '...'"),
])
def test_what_cannot_be_asked_is_told(words: list[str], said: str) -> None:
    shown = call("list", *words)
    assert (shown.code, shown.out) == (2, "")
    assert f"memcon: {said}" in shown.err


def test_records_of_one_document() -> None:
    document = json.loads(call("list", "documents", "--since", "2024", "--format", "json").out)[0]["id"]
    assert len(call("list", "records", "--document", document[:12], "--format", "jsonl").lines) == 10


def test_without_a_ledger_there_is_nothing_to_list(tmp_path: Path) -> None:
    for words in (["list", "meetings"], ["show", "doc-1"], ["search", "x"], ["remove", "doc-1"], ["reread"]):
        shown = call(*words, "--ledger", tmp_path / "none.sqlite")
        assert (shown.code, shown.out) == (2, "")
        assert "there is no ledger yet; make one with `memcon add PATH...`" in shown.err
    assert not (tmp_path / "none.sqlite").exists()


def test_the_ledger_is_named_before_or_after_the_verb(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MEMCON_LEDGER")
    expected = call("--ledger", kept, "list", "people")
    assert expected.code == 0
    assert call("list", "people", "--ledger", kept) == expected
    assert call("--ledger", "elsewhere.sqlite", "list", "people", "--ledger", kept) == expected


def test_postgresql_is_told_to_be_out_of_reach() -> None:
    shown = call("list", "people", "--ledger", "postgresql://localhost:1/memcon")
    assert shown.code == 2
    assert "no server answers there" in shown.err
