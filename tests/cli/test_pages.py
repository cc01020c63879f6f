"""What people see: wrapping, tables, headlines."""

from __future__ import annotations

import click
import msgspec
import pytest

from memcon.cli import layout
from memcon.cli.context import in_context
from memcon.export.footnotes import paragraph_number
from memcon.cli.printing import doubts, record_lines, short_id
from memcon.cli.wording import listed, word
from memcon.ledger import RecordRow, rows_of
from memcon.model import Commitment, Document, Meeting, Record, Statement

from tests.ledger.factory import make_reading


@pytest.fixture(autouse=True)
def _eighty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize(("text", "columns", "lines"), [
    ("one two three", 7, ["one two", "three"]),
    ("  one\n two ", 20, ["one two"]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("习近平主席会见", 6, ["习近平", "主席会", "见"]),
    ("", 5, [""]),
])
def test_text_is_wrapped_by_the_columns_that_it_takes(text: str, columns: int, lines: list[str]) -> None:
    assert list(layout.wrapped(text, columns)) == lines


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("习近平", 6), ("Ža\u0301", 2)])
def test_wide_signs_take_two_columns_and_accents_none(text: str, width: int) -> None:
    assert layout.width(text) == width


def test_a_text_is_cut_at_a_word() -> None:
    assert layout.shorten("to deepen bilateral relations", 16) == "to deepen…"
    assert layout.shorten("to deepen", 16) == "to deepen"


def test_a_table_fits_the_page_and_leaves_empty_columns_out() -> None:
    rows = [("A" * 60, "", "B" * 60, "7"), ("C", "", "D", "1234")]
    lines = [str(line) for line in layout.columns(rows, ("first", "empty", "second", "number"), flexible=(0, 2))]
    plain = [line.replace("\x1b[2m", "").replace("\x1b[0m", "") for line in lines]
    assert "empty" not in plain[0]
    assert max(map(len, plain)) <= 80
    wrapped = "".join(plain[1:-1])
    assert (wrapped.count("A"), wrapped.count("B")) == (60, 60)
    assert plain[-1].endswith("  1234")


def rows() -> dict[str, RecordRow]:
    """A row of each kind."""
    return {row.kind: row for row in rows_of(make_reading())}


@pytest.mark.parametrize(("kind", "head", "what"), [
    (
        "meetings", "meeting in Belgrade: Ana Marković (President, SRB) – Li Wei (Foreign Minister, CHN)",
        "meeting in Belgrade",
    ),
    ("visits", "visit to Serbia: Li Wei", "visit to Serbia"),
    ("statements", "Li Wei said", "said: the two sides should finish the Lake Road by 2031"),
    ("commitments", "Serbia and China, urged", "urged: finish the Lake Road by 2031"),
    ("positions", "China, support", "support: the Harbour Initiative"),
    ("characterizations", "Serbia – China, label", "label: a partnership of good neighbours"),
    ("outcomes", "memorandum signed: Serbia and China", "memorandum signed: a memorandum on railways"),
    ("milestones", "40th, 2025: Serbia – China", "the 40th anniversary of diplomatic relations"),
])
def test_every_kind_has_a_headline(kind: str, head: str, what: str) -> None:
    wording = word(rows()[kind])
    assert (wording.head, wording.what) == (head, what)


def with_record(row: RecordRow, **fields: object) -> RecordRow:
    """The row with other fields in its record."""
    record: Record = msgspec.structs.replace(row.record, **fields)
    return msgspec.structs.replace(row, record=record)


def test_not_and_if_and_some_never_get_lost() -> None:
    reading = make_reading()
    row = rows()["commitments"]
    assert isinstance(row.record, Commitment)
    condition = reading.document.span(0, 9)
    for changed in (with_record(row, modality="negated"), with_record(rows()["positions"], modality="negated")):
        assert "(negated)" in word(changed).head
        assert "(negated)" in word(changed).what
    assert "said (hypothetical)" in word(with_record(rows()["statements"], modality="hypothetical")).head
    assert "some of them" in word(with_record(row, scope="some")).more
    assert "on condition “President”" in word(with_record(row, condition=condition)).more


@pytest.mark.parametrize(("cue", "head"), [
    ("called for", "Li Wei called for"), ("Noting", "Li Wei, noting"), (":", "Li Wei says"), (None, "Li Wei goes on"),
])
def test_cues_follow_the_name(cue: str | None, head: str) -> None:
    row = rows()["statements"]
    assert isinstance(row.record, Statement)
    assert word(with_record(row, cue=cue)).head == head


def test_a_meeting_tells_all_that_is_known_of_it() -> None:
    row = rows()["meetings"]
    assert isinstance(row.record, Meeting)
    reading = make_reading()
    full = with_record(
        row, kind="video-call", ordinal=8, count=2, status="scheduled", time="10:30", duration="PT45M",
        venue="the palace", format="one-on-one", press="statements", requested_by=(reading.entities[1].id,),
        tone=(reading.document.span(0, 9),), attendees=row.record.participants[:1],
    )
    wording = word(full)
    assert wording.what == "8th video call in Belgrade, 2 times, scheduled"
    assert wording.more == (
        "also present: Ana Marković (President, SRB)", "at the request of Li Wei", "format: one-on-one", "at 10:30",
        "for PT45M", "venue: the palace", "tone: “President”", "press: statements",
    )


def test_doubt_is_shown_with_its_reasons() -> None:
    row = with_record(rows()["meetings"], confidence=0.6, reasons=("the date is inferred",))
    assert list(doubts(row)) == ["confidence 0.60, the date is inferred"]
    assert "confidence 0.60, the date is inferred" in " ".join(click.unstyle(" ".join(record_lines(row))).split())
    assert list(doubts(rows()["meetings"])) == []


def test_names_make_a_phrase() -> None:
    assert [listed(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == ["", "A", "A and B", "A, B and C"]


def test_ids_are_shown_short() -> None:
    assert short_id("meeting-0123456789abcdef0123") == "meeting-01234567"


# Context


def document(text: str) -> Document:
    """A document without blocks."""
    return msgspec.structs.replace(make_reading().document, text=text, blocks=())


def test_words_are_marked_in_their_paragraph() -> None:
    text = "A title\n\nThey met. They agreed. They left.\n\nMore."
    start = text.index("They agreed")
    found = document(text).span(start, start + 11)
    assert in_context(document(text), found) == "They met. >>They agreed<<. They left."
    assert paragraph_number(document(text), found) == 2


def test_a_long_paragraph_is_cut_at_words() -> None:
    text = "before " * 100 + "THIS" + " after" * 100
    start = text.index("THIS")
    shown = in_context(document(text), document(text).span(start, start + 4))
    assert len(shown) < 520
    assert shown.startswith("… before ")
    assert shown.endswith(" after …")
    assert ">>THIS<<" in shown


def test_words_over_several_paragraphs_are_shown_with_all_of_them() -> None:
    text = "One two.\n\nThree four."
    assert in_context(document(text), document(text).span(4, 15)) == "One >>two.\n\nThree<< four."
