"""The mark: one name in a text, and the table of all marks by the token they cover."""

from __future__ import annotations

from typing import Literal, NamedTuple

from memcon.lexicon.entries import BodyEntry, InitiativeEntry, PlaceEntry, StateEntry, StateName

MarkKind = Literal["state", "adjective", "people", "prefix", "capital", "metonym", "place", "body", "initiative"]


class Mark(NamedTuple):
    """A name at tokens `start` to `end` (exclusive).

    `type` is the type of an organization; `state` the entry of the state that it is, or belongs to; `name` how the
    lexicon calls it, null where the text alone gives the name; `inner` the bodies that its complement names.
    """

    start: int
    end: int
    kind: MarkKind
    type: str | None = None
    state: StateEntry | None = None
    name: str | None = None
    entry: StateName | BodyEntry | InitiativeEntry | PlaceEntry | None = None
    inner: tuple[Mark, ...] = ()


class Marks:
    """The marks of a text in order, and for every token the mark that covers it."""

    def __init__(self, found: list[Mark], size: int) -> None:
        self.all = found
        self.at: list[Mark | None] = [None] * (size + 1)
        for mark in found:
            for i in range(mark.start, mark.end):
                self.at[i] = mark

    def starting(self, index: int) -> Mark | None:
        """The mark that begins at a token."""
        mark = self.at[index]
        return mark if mark is not None and mark.start == index else None

    def ending(self, index: int) -> Mark | None:
        """The mark whose last token stands right before an index."""
        mark = self.at[index - 1] if index > 0 else None
        return mark if mark is not None and mark.end == index else None
