"""`memcon show`, `search` and `remove`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from memcon.export.footnotes import cite
from memcon.ledger import Ledger, Query
from memcon.model import decode_reading

from tests.cli.calling import call
from tests.ledger.factory import Facts, make_reading

pytestmark = pytest.mark.usefixtures("kept")


@pytest.fixture
def commitment(kept: Path) -> str:
    """The id of a commitment."""
    with Ledger.open(kept) as ledger:
        return next(ledger.records("commitments", Query(since="2024", force="urged"))).id


def test_a_record_is_shown_with_its_words_marked_where_they_stand(commitment: str) -> None:
    shown = call("show", commitment[:19])
    assert shown.code == 0
    flat = " ".join(shown.out.split())
    assert commitment in flat
    assert "Serbia and China, urged" in flat
    assert "Li Wei said >>the two sides should finish the Lake Road by 2031<<. China firmly" in flat
    assert "paragraph 2, characters" in flat
    for field in (
        "actors The two sides", "by Li Wei (CHN)", "force urged", "strength weak",
        "action “finish the Lake Road by 2031”", "due 2031", "voice counterpart", "confidence 0.80",
        "rule should", "publisher Office of the President, SRB", "source readout.txt",
    ):
        assert field in flat, field
    assert all(len(line) <= 80 for line in shown.lines)


def test_a_footnote_says_who_what_when_where_and_in_which_words(commitment: str) -> None:
    document = make_reading().document
    assert call("show", commitment, "--cite").out == (
        "Office of the President, “President receives Foreign Minister”, 2024-05-14, readout.txt, para. 2: "
        "“the two sides should finish the Lake Road by 2031”. Characters 238–287 of the text, "
        f"document {document.id}, SHA-256 {document.sha256}.\n"
    )


def test_a_footnote_gives_the_address_and_the_day_of_retrieval() -> None:
    with_address = make_reading(Facts(url="https://example.org/1", publisher="Court", retrieved="2024-05-20"))
    assert cite(with_address.document, with_address.visits[0].evidence).startswith(
        "Court, “President receives Foreign Minister”, 2024-05-14, https://example.org/1, para. 3: “Li Wei visits"
    )
    assert ". Retrieved 2024-05-20. " in cite(with_address.document, with_address.visits[0].evidence)


def test_a_record_is_there_for_programs(commitment: str) -> None:
    row = json.loads(call("show", commitment, "--format", "json").out)
    assert row["id"] == row["record"]["id"] == commitment


def test_a_document_is_shown_with_its_records() -> None:
    document = make_reading().document
    shown = call("show", document.id)
    assert "President receives Foreign Minister" in shown.out
    assert "Commitments (2)" in shown.out
    assert document.sha256 in shown.out
    assert decode_reading(call("show", document.id, "--format", "json").out) == make_reading()
    assert call("show", document.id, "--text").out == document.text


def test_the_texts_of_a_revised_document_are_told(kept: Path) -> None:
    with Ledger.open(kept) as ledger:
        newer = ledger.add(make_reading(Facts(city="Niš"))).document
    shown = call("show", newer)
    assert "Texts of this document (2)" in shown.out
    assert "(superseded)" in shown.out
    assert "(counts, shown here)" in shown.out


def test_a_person_is_shown_with_office_and_records() -> None:
    person = make_reading().entities[0]
    shown = call("show", person.id)
    assert "office          President" in shown.out
    assert "also called     Marković" in shown.out
    assert "meeting in Belgrade" in shown.out
    assert json.loads(call("show", person.id, "--format", "json").out)["name"] == "Ana Marković"
    assert "kind            state" in call("show", make_reading().entities[2].id).out


@pytest.mark.parametrize(("words", "said"), [
    (["doc-0"], "doc-0: the ledger holds nothing of this id; `memcon list` shows what it holds"),
    (["meeting"], "meeting: more than one id begins so: meeting-"),
    ([""], "an empty id"),
])
def test_what_cannot_be_shown_is_told(words: list[str], said: str) -> None:
    shown = call("show", *words)
    assert (shown.code, shown.out) == (2, "")
    assert said in shown.err


def test_only_records_are_cited() -> None:
    shown = call("show", make_reading().document.id, "--cite")
    assert shown.code == 2
    assert "--cite is for records" in shown.err


# Search


def test_words_are_found_under_their_documents() -> None:
    shown = call("search", "lake", "roads")
    assert shown.code == 0
    assert shown.out.count("President receives Foreign Minister") == 3
    assert "should finish the ⟦Lake⟧ ⟦Road⟧ by 2031" in " ".join(shown.out.split())
    assert "commitment-" in shown.out
    assert "in the text" in shown.out


def test_search_may_be_limited_to_a_kind() -> None:
    hits = json.loads(call("search", '"Lake Road"', "--kind", "commitments", "--format", "json").out)
    assert {hit["kind"] for hit in hits} == {"commitments"}
    assert len(call("search", "road", "--limit", "2", "--format", "jsonl").lines) == 2
    assert len(call("search", "road", "--limit", "0", "--format", "jsonl").lines) == 9
    rows = list(csv.DictReader(io.StringIO(call("search", "road", "--format", "csv").out)))
    assert all("⟦Road⟧" in row["snippet"] for row in rows)


def test_nothing_found_is_told() -> None:
    assert call("search", "submarine") == (0, "", "nothing found\n")
    assert call("search", "...").code == 2


# Remove


def test_a_document_is_removed(kept: Path) -> None:
    document = make_reading().document.id
    shown = call("remove", document[:12])
    assert shown == (0, f"removed  {document}  readout.txt  (10 records)\n", "")
    assert call("show", document).code == 2


def test_what_cannot_be_removed_is_told_and_the_rest_is_done(commitment: str) -> None:
    document = make_reading().document.id
    shown = call("remove", "doc-0", commitment, document)
    assert shown.code == 1
    assert shown.out.startswith(f"removed  {document}")
    assert "doc-0: the ledger holds nothing" in shown.err
    assert "not a document" in shown.err
    assert call("remove", "doc-0").code == 2
