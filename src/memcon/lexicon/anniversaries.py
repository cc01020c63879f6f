"""Words of anniversaries: how many years a noun, an ordinal or a span of time stands for."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from memcon.lexicon.calendar import load_calendar
from memcon.lexicon.cutting import split_words
from memcon.lexicon.files import read_lists
from memcon.lexicon.names import NameTable
from memcon.lexicon.words import Words


class AnniversaryWords(NamedTuple):
    """The lists of `milestones.yaml`; `ordinals`, `tens` and `numbers` are number words with their value."""

    jubilees: dict[str, int]
    metals: dict[str, int]
    spans: NameTable[int]
    starts: frozenset[str]
    events: frozenset[str]
    marking: frozenset[str]
    meeting: frozenset[str]
    ordinals: dict[str, int]
    tens: dict[str, int]
    numbers: dict[str, int]


@cache
def anniversary_words(language: str, extra: Path | None = None) -> AnniversaryWords:
    """The words of anniversaries of a language, with the user's own."""
    lists = read_lists(f"{language}/milestones.yaml", extra)
    values, words = load_calendar(language).values, Words(extra)
    spans: NameTable[int] = NameTable()
    starts: set[str] = set()
    for phrase, years in lists["spans"].items():
        spans.add(split_words(phrase), int(years))
        starts.add(split_words(phrase)[0])
    tens = {word: int(value) for word, value in values["tens"].items()}
    ordinals = {word: int(value) for word, value in values["ordinal"].items()}
    ordinals |= {word[:-1] + "ieth": value for word, value in tens.items()} | {"hundredth": 100}
    return AnniversaryWords(
        jubilees={word: int(years) for word, years in lists["jubilees"].items()},
        metals={word: int(years) for word, years in lists["metals"].items()},
        spans=spans, starts=frozenset(starts), events=frozenset(lists["events"]),
        marking=frozenset(form for lemma in lists["marking"] for form in words.forms(lemma)),
        meeting=frozenset(form for lemma in lists["meeting"] for form in words.forms(lemma)),
        ordinals=ordinals, tens=tens, numbers={word: int(value) for word, value in values["number"].items()} | tens,
    )
