"""Where sentences and quotations begin and end."""

from __future__ import annotations

import pytest

from tests.extraction.drafts import draft_of


def sentences(text: str) -> list[str]:
    """The sentences of a text as written."""
    draft = draft_of(text)
    return [draft.namer.written(sentence.start, sentence.end) for sentence in draft.body]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met. They spoke.", ["They met.", "They spoke."]),
        ("Trade grew. and ties deepened. All agreed.", ["Trade grew. and ties deepened.", "All agreed."]),
        ("Mr. Lind met Gen. Osei. He left.", ["Mr. Lind met Gen. Osei.", "He left."]),
        ("She came to the U.S. with aides. He stayed.", ["She came to the U.S. with aides.", "He stayed."]),
        ('"We agreed. We will act," she said. He nodded.', ['"We agreed. We will act," she said.', "He nodded."]),
        ("Is it so? It is! Good.", ["Is it so?", "It is!", "Good."]),
    ],
)
def test_sentences_end_where_they_should(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_quotations_long_enough_to_be_speech_are_found() -> None:
    draft = draft_of('The "old" house stood. "We shall rebuild it soon," she said.')
    (quotation,) = draft.quotations
    assert draft.namer.written(quotation.start, quotation.end) == "We shall rebuild it soon,"


def test_a_quotation_left_open_runs_to_the_end_of_its_paragraph() -> None:
    draft = draft_of('She said: "We shall rebuild it soon.\n\nHe left the room at once.')
    (quotation,) = draft.quotations
    assert not quotation.closed
    assert draft.namer.written(quotation.start, quotation.end).endswith("soon.")
