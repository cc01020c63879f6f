"""Places in a text: half-open code-point offsets together with the words that stand there."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """The words between two offsets of a document's text.

    `start` and `end` count Unicode code points, `end` is exclusive, and
    `document.text[start:end] == quote` holds for every span of a reading
    (checked when a `Reading` is built). Build spans with `Document.span`.
    """

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.quote):
            raise ValueError(f"span [{self.start}:{self.end}] does not fit its quote of {len(self.quote)} characters")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end
