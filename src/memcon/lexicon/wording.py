"""Words made comparable: the stems of a wording, words that say the same under one of them, and how much each says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from memcon.lexicon.files import read_file, read_lists
from memcon.lexicon.words import Words

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LIGHT = 0.3
"""What a word that stands in nearly every readout counts, against 1 for any other."""


class Wording:
    """How much two wordings have in common."""

    def __init__(self, extra: Path | None = None) -> None:
        import snowballstemmer

        self._stem: Callable[[str], str] = lru_cache(maxsize=50_000)(snowballstemmer.stemmer("english").stemWord)
        lists = read_lists("en/wording.yaml", extra)
        self._one: dict[str, str] = {}
        for group in lists["alike"]:
            first = self._stem(group[0])
            self._one.update((self._stem(word), first) for word in group)
        self._light = frozenset(self._meaning(word) for word in (*lists["light"], *_state_words(extra)))
        self._haste = frozenset(self._stem(word) for word in lists["haste"])
        self._closed = Words(extra).classes["closed"]

    def weights(self, text: str) -> dict[str, float]:
        """The stems of a text, each once, with what it counts; articles, pronouns, prepositions and the like left out.

        >>> Wording().weights("to deepen the cooperation on ports")
        {'strengthen': 0.3, 'cooper': 0.3, 'port': 1.0}
        """
        stems = dict.fromkeys(map(self._meaning, self._words(text)))
        return {stem: _LIGHT if stem in self._light else 1.0 for stem in stems}

    def substance(self, text: str) -> frozenset[str]:
        """The stems of a text as worded, without words that say little; all of them where nothing else is left."""
        stems = [self._stem(word) for word in self._words(text)]
        light = self._light | self._haste
        told = frozenset(stem for stem in stems if light.isdisjoint((stem, self._one.get(stem, stem))))
        return told or frozenset(stems)

    def hastens(self, text: str) -> bool:
        """Whether a text says that something is to be done soon."""
        return not self._haste.isdisjoint(self._stem(word) for word in _WORD.findall(text.casefold()))

    def _words(self, text: str) -> list[str]:
        words = (word.partition("’")[0].partition("'")[0] for word in _WORD.findall(text.casefold()))
        return [word for word in words if word not in self._closed]

    def _meaning(self, word: str) -> str:
        stem = self._stem(word)
        return self._one.get(stem, stem)


def _state_words(extra: Path | None) -> Iterator[str]:
    """The words of the names of states and of what is of them: they say whose a pledge is, which is known otherwise."""
    for parsed in read_file("en/states.yaml", extra):
        for entry in parsed["entries"]:
            names = (entry["name"], *entry.get("adjectives", ()))
            yield from (word.casefold() for name in names for word in _WORD.findall(name))


def overlap(left: dict[str, float], right: dict[str, float]) -> tuple[float, float]:
    """What two wordings share, from 0 to 1: of both together (Dice), and of the shorter one (containment)."""
    shared = sum(left[stem] for stem in left.keys() & right.keys())
    here, there = sum(left.values()), sum(right.values())
    if not here or not there:
        return 0.0, 0.0
    return 2 * shared / (here + there), shared / min(here, there)
