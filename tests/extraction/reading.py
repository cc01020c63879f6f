"""Reading short texts in tests."""

from __future__ import annotations

from memcon.extraction import Extractor
from memcon.lexicon import load_lexicon
from memcon.loading import load_bytes
from memcon.model import Reading, Statement


def read(text: str, head: str = "date: 2024-05-15\n\n") -> Reading:
    """The reading of a text; its head gives the date it was published (Wednesday 15 May 2024)."""
    return Extractor(load_lexicon()).read(load_bytes((head + text).encode(), "test.txt"))


def names(reading: Reading, entities: tuple[str, ...]) -> list[str]:
    """The names of entities, groups as their members."""
    known = {entity.id: entity for entity in reading.entities}
    found = []
    for entity in entities:
        members = known[entity].members
        found += [known[member].name for member in members] if members else [known[entity].name]
    return found


def speakers(reading: Reading, statement: Statement) -> list[str]:
    """The names of those who make a statement."""
    return names(reading, statement.speaker)
