"""The errors of an evaluation as they are printed."""

from __future__ import annotations

import pytest

from memcon.evaluation.errors_text import WIDTH, error_lines
from memcon.evaluation.findings import Mistake, MistakeKind, context_of


def mistake(document: str, layer: str, start: int | None = None, **fields: str) -> Mistake:
    end = None if start is None else start + 5
    kind: MistakeKind = "missed" if "got" not in fields else "wrong"
    return Mistake(document=document, layer=layer, kind=kind, start=start, end=end, **fields)


def test_errors_stand_under_their_document_in_the_order_of_its_text() -> None:
    errors = [
        mistake("a.txt", "statements", 40, expected="one"), mistake("b.txt", "visits", 7, expected="two"),
        mistake("a.txt", "published", expected="2031-05-06", got="2031-05-07"),
        mistake("a.txt", "meetings", 3, expected="three"),
    ]
    heads = [line for line in error_lines(errors) if line and not line.startswith("    ")]
    assert heads == [
        "a.txt: 2 missed, 1 wrong", "  missed  meetings  [3:8]", "  missed  statements  [40:45]", "  wrong  published",
        "b.txt: 1 missed", "  missed  visits  [7:12]",
    ]


def test_an_error_shows_what_was_expected_what_was_got_and_the_words() -> None:
    error = Mistake(
        document="a", layer="roles", kind="wrong", expected="Ann Berg: mayor", start=2, end=5, context="I [met] him",
    )
    assert list(error_lines([error]))[2:-1] == [
        "  wrong  roles  [2:5]", "    expected  Ann Berg: mayor", "    got       nothing", "    text      I [met] him",
    ]


def test_long_wordings_are_wrapped_behind_their_label() -> None:
    lines = list(error_lines([mistake("a.txt", "statements", 2, expected="word " * 60)]))
    assert max(map(len, lines)) <= WIDTH
    assert [line[:14].strip() for line in lines[3:-1]] == ["expected", "", "", ""]


@pytest.mark.parametrize(("before", "after", "shown"), [
    ("", "", "[met]"), ("They ", " there.", "They [met] there."),
    ("A " * 40, " b" * 40, "…" + "A " * 30 + "[met]" + " b" * 30 + "…"),
    ("x" * 50 + " " + "y" * 20 + " ", " z" + "w" * 80, "…" + "y" * 20 + " [met]…"),
])
def test_the_words_around_are_cut_between_words(before: str, after: str, shown: str) -> None:
    assert context_of(f"{before}met{after}", len(before), len(before) + 3) == shown
