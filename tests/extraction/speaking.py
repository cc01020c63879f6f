"""Statements of a text in short form, for tables of sentences and what they must give."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from memcon.extraction import Extractor
from memcon.lexicon import load_lexicon
from memcon.loading import load_bytes
from memcon.model import Reading, Statement

SETTING = "Prime Minister Janet Cole of Peru met President Carlos Ruiz of Chile in Lima on Monday. "


class Told(NamedTuple):
    """Who said what, by which cue: names joined by " + ", parts of the content by " // "."""

    speaker: str
    cue: str | None
    content: str


@lru_cache
def extractor() -> Extractor:
    """One extractor for all tests."""
    return Extractor(load_lexicon())


def read(text: str) -> Reading:
    """The reading of a plain text."""
    return extractor().read(load_bytes(text.encode(), "example.txt"))


def statements_behind_setting(text: str) -> list[tuple[Statement, Told]]:
    """The statements of a text that follows the sentence that tells who meets."""
    reading = read(SETTING + text)
    return [
        (statement, told)
        for statement, told in zip(reading.statements, short(reading), strict=True)
        if statement.content[0].start >= len(SETTING) - 1
    ]


def short(reading: Reading) -> list[Told]:
    """The statements of a reading in short form, in the order of the text."""
    entities = {entity.id: entity for entity in reading.entities}

    def names(ids: tuple[str, ...]) -> str:
        found = []
        for number in ids:
            entity = entities[number]
            found += [entities[member].name for member in entity.members] or [entity.name]
        return " + ".join(found)

    return [
        Told(names(statement.speaker), statement.cue, " // ".join(part.quote for part in statement.content))
        for statement in reading.statements
    ]
