"""Head nouns of names, as `nouns.yaml` and `offices.yaml` list them, made ready for the grammar to ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

_COMMON_ENDINGS = (
    "tion",
    "tions",
    "ment",
    "ments",
    "ity",
    "ities",
    "ism",
    "ics",
    "ance",
    "ence",
    "ing",
    "ure",
    "ship",
    "ies",
    "ology",
    "tional",
    "affairs",
    "relations",
    "rights",
    "security",
    "resources",
    "works",
    "issues",
    "matters",
    "services",
    "trade",
    "health",
    "defence",
    "defense",
    "parliamentary",
    "governmental",
    "countries",
    "nations",
    "democracy",
    "ness",
)


class Heads(NamedTuple):
    """Words that head names or stand in them; `bodies` gives the type of organization; keys are written as in names.

    `titles` (in lower case) head offices; `subjects` and `modifiers` (in lower case) stand in titles.
    """

    bodies: dict[str, str]
    initiatives: frozenset[str]
    places: dict[str, str]
    place_openers: dict[str, str]
    pairs: frozenset[str]
    instruments: frozenset[str]
    papers: frozenset[str]
    shared: frozenset[str]
    plain: frozenset[str]
    labels: frozenset[str]
    lower_initiatives: frozenset[str]
    counted_initiatives: frozenset[str]
    numbered_initiatives: frozenset[str]
    link_works: frozenset[str]
    lower_bodies: frozenset[str]
    inter: frozenset[str]
    titles: frozenset[str]
    subjects: frozenset[str]
    modifiers: frozenset[str]

    def is_common(self, word: str) -> bool:
        """Whether a lower-case word is a common noun or adjective of names and titles rather than somebody's name."""
        return word in self.subjects or word in self.modifiers or word.endswith(_COMMON_ENDINGS)


def build_heads(nouns: Mapping[str, Mapping[str, frozenset[str]]], offices: Mapping[str, frozenset[str]]) -> Heads:
    """The head nouns of the lists `nouns.yaml` and the building words of `offices.yaml`."""

    def words(key: str) -> frozenset[str]:
        return nouns.get(key, {}).get("all", frozenset())

    def kinds(key: str) -> dict[str, str]:
        return {word: kind for kind, some in nouns.get(key, {}).items() for word in sorted(some)}

    def split(key: str) -> frozenset[str]:
        return frozenset(word for phrase in offices.get(key, frozenset()) for word in phrase.replace(",", " ").split())

    return Heads(
        bodies=kinds("organizations"),
        initiatives=words("initiatives"),
        places=kinds("place_heads"),
        place_openers=kinds("place_openers"),
        pairs=words("pairs"),
        instruments=words("instruments"),
        papers=words("papers"),
        shared=words("shared"),
        plain=words("plain"),
        labels=words("labels"),
        lower_initiatives=words("lower_initiatives"),
        counted_initiatives=words("counted_initiatives"),
        numbered_initiatives=words("numbered_initiatives"),
        link_works=words("link_works"),
        lower_bodies=words("lower_bodies"),
        inter=words("inter"),
        titles=frozenset(phrase.split()[-1] for phrase in offices.get("heads", frozenset())) | words("counterparts"),
        subjects=split("subjects") - {"and"},
        modifiers=split("modifiers"),
    )
