"""Phrase patterns over tokens."""

from __future__ import annotations

import pytest

from memcon.errors import LexiconError
from memcon.lexicon import load_lexicon
from memcon.lexicon.patterns import PatternTable


def found(pattern: str, words: str) -> list[str]:
    """What a pattern takes of a row of words."""
    lexicon = load_lexicon().words
    table = PatternTable([(pattern, "x")], lexicon.forms, lexicon.classes)
    low = words.split()
    return [" ".join(low[match.start : match.end]) for match in table.find_all(low, 0, len(low))]


@pytest.mark.parametrize(
    ("pattern", "words", "expected"),
    [
        ("~stress the need", "she stressed the need for it", ["stressed the need"]),
        ("~focus on", "they focused extensively on trade", ["focused extensively on"]),
        ("express|voice hope", "to voice hope", ["voice hope"]),
        ("~express <poss>? hope", "he expressed his hope", ["expressed his hope"]),
        ("~express <poss>? hope", "he expressed hope", ["expressed hope"]),
        ("~hold <mod>* talks", "they held long frank talks", ["held long frank talks"]),
        ("~agree:past to", "they agree to act and agreed to go", ["agreed to"]),
        ("~stress", "a word of calm", []),
    ],
)
def test_a_pattern_takes_the_words_it_means(pattern: str, words: str, expected: list[str]) -> None:
    assert found(pattern, words) == expected


def test_a_pattern_of_an_unknown_class_is_refused() -> None:
    with pytest.raises(LexiconError):
        found("~stress <nonsense>", "she stressed it")
