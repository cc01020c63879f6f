"""One date expression on its way to a value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

import msgspec

from memcon.extraction.dates_edtf import Anchor, Precision
from memcon.extraction.dates_tense import Tense, find_tense
from memcon.lexicon.calendar import Calendar
from memcon.lexicon.calendar_forms import Found, Pieces

Kind = Literal["day", "interval", "month", "year", "period", "set"]
Basis = Literal["absolute", "relative", "weekday"]


class Resolved(msgspec.Struct, frozen=True):
    """The value of an expression (EDTF), what kind of date it is, and what it was counted from."""

    value: str
    kind: Kind
    basis: Basis = "relative"
    reasons: tuple[str, ...] = ()


def day_value(day: date | None, reasons: tuple[str, ...] = ()) -> Resolved | None:
    """The value of a day that was counted from the publication, None for none."""
    return Resolved(str(day), "day", "relative", reasons) if day else None


class Expression(msgspec.Struct, frozen=True, kw_only=True):
    """A form found in a text, with what is needed to read it; `previous` is the value of the date named before."""

    calendar: Calendar
    pieces: Pieces
    found: Found
    anchor: Anchor | None
    previous: str | None = None

    def words(self, name: str) -> tuple[str, ...]:
        """The words of a part, none if it is missing."""
        return self.found.parts.get(name, ())

    def figure(self, name: str) -> int | None:
        """The first figure of a part, None if it is missing."""
        words = self.words(name)
        return int(words[0]) if words else None

    def code(self, part: str, *classes: str) -> str | None:
        """What the first word of a part stands for in the first of the classes that has it."""
        words = self.words(part)
        return self.calendar.code(words[0], *classes) if words else None

    def months(self) -> list[int]:
        """The months named, as numbers."""
        return [self.calendar.month(word) for word in self.words("m")]

    def counts(self) -> list[int]:
        """The numbers named, in words or figures; "twenty-five" is one."""
        return read_counts(self.calendar, self.words("n"))

    def tense(self) -> Tense | None:
        """Whether the clause looks ahead or back: its verb tells, or words before the date ("until", "later in")."""
        tense = find_tense(self.calendar, self.pieces, self.found.first, self.found.last)
        if distance := self.calendar.values["distance"].get(self.before(4)):
            return "future" if distance == "1" else "past"
        if tense is None and (lead := self.calendar.values["lead"].get(self.before(2))):
            return "future" if lead == "1" else "past"
        return tense

    def before(self, pieces: int) -> str:
        """The piece so many before the expression, in lower case; empty at the edge of the text."""
        place = self.found.first - pieces
        return self.pieces.words[place].lower() if place >= 0 else ""


def read_counts(calendar: Calendar, words: Sequence[str]) -> list[int]:
    """The numbers that words or figures stand for, tens and ones put together."""
    counts: list[int] = []
    open_tens = False
    for word in words:
        name = next((name for name in ("tens", "number", "article", "couple") if calendar.holds(name, word)), "number")
        count = calendar.number(name, word)
        if open_tens and name == "number" and not word.isdigit() and count < 10:
            counts[-1] += count
        else:
            counts.append(count)
        open_tens = name == "tens"
    return counts


RelativeReader = tuple[Callable[[Expression, date], Resolved | None], Precision]
