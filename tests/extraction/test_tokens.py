"""How text is cut in words and marks."""

from __future__ import annotations

import pytest

from memcon.extraction.tokens import Tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr. Lind's aide", ["Mr.", "Lind", "'s", "aide"]),
        ("the ministers' talks", ["the", "ministers", "'", "talks"]),
        ("U.S.-China ties", ["U.S.", "-", "China", "ties"]),
        ("Joseph R. Hale, Jr. spoke", ["Joseph", "R.", "Hale", ",", "Jr.", "spoke"]),
        ("$1,200.50 on the 8th", ["$1,200.50", "on", "the", "8th"]),
        ("THE HON. ADA LIND", ["THE", "HON.", "ADA", "LIND"]),
        ("N'Djamena", ["N'Djamena"]),
        ("wait... now", ["wait", "...", "now"]),
        ("2+2 talks", ["2", "+", "2", "talks"]),
    ],
)
def test_words_and_marks(text: str, words: list[str]) -> None:
    assert Tokens(text).text == words


def test_offsets_point_into_the_text() -> None:
    text = "Ada  Lind, (Oslo)."
    tokens = Tokens(text)
    assert [text[start:end] for start, end in zip(tokens.start, tokens.end, strict=True)] == tokens.text
    assert tokens.at(3) == 1
    assert tokens.glued(2)
    assert not tokens.glued(1)
