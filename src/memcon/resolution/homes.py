"""Which state a name, office or body belongs to: states by the words that name them, those of the lexicon and others.

A state is told by its alpha-3 code; one that has none (invented, unrecognized) by its name in comparable form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from memcon.lexicon.entries import StateEntry
from memcon.lexicon.files import read_entries
from memcon.model.names import fold

_FORMS = re.compile(
    r"^(?:(?:people|federal|federated|federative|democratic|islamic|arab|united|socialist|plurinational) )*"
    r"(?:republic|kingdom|federation|commonwealth|union|principality|state|sultanate|emirate|grand duchy) of (?:the )?"
)
_FINAL_VOWELS = re.compile(r"[aeiouy]+$")
_LONGEST = 6
_SHORTEST_STEM = 4


class Told(NamedTuple):
    """What is left of a name without the states in it, and these states, sorted."""

    core: str
    states: tuple[str, ...]


class Homes:
    """The words for states: those of the lexicon, and the names of other states that a document knows."""

    def __init__(self, others: Iterable[str] = ()) -> None:
        self._listed = _listed()
        self._others = {state_form(name): re.compile(_adjective(state_form(name))) for name in others}

    def tell(self, name: str) -> Told:
        """The name in comparable form without the states in it, and these states.

        >>> Homes().tell("Ministry of Foreign Affairs of the Republic of Poland")
        Told(core='ministry of foreign affairs', states=('POL',))
        """
        words = fold(name).split()
        kept: list[str] = []
        states: set[str] = set()
        at = 0
        while at < len(words):
            state, length = self._at(words, at)
            if state is None:
                kept.append(words[at])
                at += 1
                continue
            states.add(state)
            at += length
            while kept and kept[-1] in ("of", "the", "and", "for", "in") and (at >= len(words) or words[at] != "and"):
                kept.pop()
        return Told(" ".join(kept), tuple(sorted(states)))

    def first(self, words: str) -> str | None:
        """The state that words name first."""
        parts = fold(words).split()
        return next((state for at in range(len(parts)) if (state := self._at(parts, at)[0])), None)

    def ending(self, words: str) -> str | None:
        """The state with whose name or adjective words end ("then the Peruvian")."""
        parts = fold(words).split()
        for at in range(max(0, len(parts) - _LONGEST), len(parts)):
            state, length = self._at(parts, at)
            if state is not None and at + length == len(parts):
                return state
        return None

    def _at(self, words: list[str], at: int) -> tuple[str | None, int]:
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + length])
            code = self._listed.get(phrase)
            if code is not None:
                return code, length
            code = _prefixes().get(phrase)
            if code is not None and at + 1 < len(words) and self._at(words, at + 1)[0]:
                return code, length  # "Sino-Russian", but not "Indo-Pacific"
            for name, adjective in self._others.items():
                if state_form(phrase) == name or length == 1 and adjective.fullmatch(phrase):
                    return name, length
        return None, 0


def state_form(name: str) -> str:
    """The name of a state in comparable form, without its constitution.

    >>> state_form("Republic of Torvenia")
    'torvenia'
    """
    return _FORMS.sub("", fold(name))


def _adjective(name: str) -> str:
    stem = _FINAL_VOWELS.sub("", name)
    if len(stem) < _SHORTEST_STEM or " " in name:
        return re.escape(name)
    return re.escape(stem) + r"[aeiouy]*(?:n|an|ian|ean|nian|i|ish|ese|nese|ic|er|in|s)?"


@cache
def states() -> Mapping[str, StateEntry]:
    """The states of the lexicon by alpha-3 code."""
    return {entry.code: entry for entry in read_entries("en/states.yaml", StateEntry)}


@cache
def _listed() -> Mapping[str, str]:
    """The code of the state that has a name or adjective, in comparable form."""
    found: dict[str, str] = {}
    for entry in states().values():
        names = (entry.name, *entry.names)
        for name in (*names, *entry.adjectives, *entry.people):
            if len(name) > 2 or name.isupper():
                found.setdefault(fold(name), entry.code)
                found.setdefault("republic of " + fold(name), entry.code)
    for small in ("us", "states", "union"):
        found.pop(small, None)
    return found


@cache
def _prefixes() -> Mapping[str, str]:
    """The code of the state that has a combining form, in comparable form."""
    return {fold(prefix).strip(): entry.code for entry in states().values() for prefix in entry.prefixes}


def is_code(state: str | None) -> bool:
    """Whether a state is told by its alpha-3 code."""
    return state is not None and len(state) == 3 and state.isupper()
