"""Lists of names, compiled to one automaton over the tokens of a text: the longest name at every place."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Generic, NamedTuple, TypeVar

Entry = TypeVar("Entry")


class Found(NamedTuple, Generic[Entry]):
    """The entries that bear the name at tokens `start` to `end` (exclusive)."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class _Node(Generic[Entry]):
    __slots__ = ("entries", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node[Entry]] = {}
        self.entries: list[tuple[str | None, bool, Entry]] = []


class NameTable(Generic[Entry]):
    """Names of many bearers, matched on whole tokens.

    A name in capitals only ("US", "WHO") matches in just that form, every other name in any case as long as its
    first word is capitalized in the text; names that begin in lower case ("one-China policy") match in either.
    """

    def __init__(self) -> None:
        self._root: _Node[Entry] = _Node()

    def add(self, words: Sequence[str], entry: Entry, exact: bool = False) -> None:
        """Add a name cut in tokens; an `exact` name matches in the very same case only."""
        node = self._root
        for word in words:
            node = node.next.setdefault(word.lower(), _Node())
        spelled = " ".join(words)
        node.entries.append((spelled if exact or spelled.isupper() else None, spelled[0].islower(), entry))

    @property
    def first_words(self) -> Collection[str]:
        """The words in lower case with which a name can begin."""
        return self._root.next.keys()

    def match_at(self, text: Sequence[str], low: Sequence[str], at: int, end: int) -> Found[Entry] | None:
        """The longest name that starts at a token and ends by `end`."""
        node = self._root.next.get(low[at])
        best: Found[Entry] | None = None
        stop = at + 1
        lower = text[at][0].islower()
        while node is not None:
            if node.entries:
                bearers = _bearers(node.entries, text, at, stop, lower)
                if bearers:
                    best = Found(at, stop, bearers)
            if stop >= end:
                break
            node = node.next.get(low[stop])
            stop += 1
        return best


def _bearers(
    entries: Sequence[tuple[str | None, bool, Entry]], text: Sequence[str], at: int, stop: int, lower: bool
) -> tuple[Entry, ...]:
    """The entries whose name may be written as it is at these tokens."""
    here: str | None = None
    found: list[Entry] = []
    for spelled, small, entry in entries:
        if spelled is None:
            if small or not lower:
                found.append(entry)
            continue
        here = " ".join(text[at:stop]) if here is None else here
        if spelled == here:
            found.append(entry)
    return tuple(found)
