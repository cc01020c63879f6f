"""Dates, times of day and durations in a text, each with its value."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from memcon.extraction.dates_absolute import ABSOLUTE
from memcon.extraction.dates_clock import read_duration, read_time
from memcon.extraction.dates_counted import COUNTED
from memcon.extraction.dates_edtf import read_anchor
from memcon.extraction.dates_expression import Basis, Expression, Kind, Resolved
from memcon.extraction.dates_relative import NAMED
from memcon.lexicon.calendar import load_calendar
from memcon.lexicon.calendar_forms import Found, Scanner

Family = Literal["dates", "times", "durations"]
_LISTS: dict[Family, tuple[str, ...]] = {
    "dates": ("intervals", "shifted", "absolute", "relative"), "times": ("times",), "durations": ("durations",),
}
_RELATIVE = NAMED | COUNTED
_NEAR = 300  # code points; "a week later" counts from a date that was named no farther back


class DateMark(msgspec.Struct, frozen=True, kw_only=True):
    """A date expression: offsets in code points, the EDTF value that it denotes, and how that was found.

    `basis` is `absolute` where the words alone fix the date, `weekday` for a weekday, else `relative`: counted from
    the publication date, also where only the year is. `form` names the form of `lexicon/<language>/calendar.yaml`;
    `reasons` say in short strings what was ambiguous.
    """

    start: int
    end: int
    value: str
    kind: Kind
    basis: Basis
    form: str
    reasons: tuple[str, ...] = ()


class TimeMark(msgspec.Struct, frozen=True, kw_only=True):
    """A time of day as HH:MM, in the local time of the text."""

    start: int
    end: int
    value: str


class DurationMark(msgspec.Struct, frozen=True, kw_only=True):
    """A length of time as an ISO 8601 duration (`PT1H30M`, `P2D`)."""

    start: int
    end: int
    value: str


def find_dates(text: str, published: str | None, start: int = 0, language: str = "en") -> list[DateMark]:
    """Every date expression of the text from offset `start` on, resolved against the publication date (EDTF).

    Without a publication date, or with one that is not precise enough, expressions that need it are left out.

    >>> [mark.value for mark in find_dates("They met on Monday; she stays from Sunday to Wednesday.", "2023-07-12")]
    ['2023-07-10', '2023-07-09/2023-07-12']
    """
    calendar = load_calendar(language)
    anchor = read_anchor(published)
    pieces = calendar.cut(text)
    marks: list[DateMark] = []

    def read(found: Found) -> Resolved | None:
        if found.start < start:
            return None
        previous = marks[-1].value if marks and found.start - marks[-1].end < _NEAR else None
        return _resolve(Expression(calendar=calendar, pieces=pieces, found=found, anchor=anchor, previous=previous))

    for found, resolved in _scanner("dates", language).find(pieces, read):
        marks.append(DateMark(
            start=found.start, end=found.end, value=resolved.value, kind=resolved.kind, basis=resolved.basis,
            form=found.form, reasons=resolved.reasons,
        ))
    return marks


def find_times(text: str, language: str = "en") -> list[TimeMark]:
    """Every time of day of the text.

    >>> [mark.value for mark in find_times("The talks began at 3 p.m. and went on until 17:45.")]
    ['15:00', '17:45']
    """
    calendar = load_calendar(language)
    found = _scanner("times", language).find(calendar.cut(text), lambda found: read_time(calendar, found))
    return [TimeMark(start=place.start, end=place.end, value=value) for place, value in found]


def find_durations(text: str, language: str = "en") -> list[DurationMark]:
    """Every length of time of the text.

    >>> [mark.value for mark in find_durations("The three-hour meeting was followed by one of 45 minutes.")]
    ['PT3H', 'PT45M']
    """
    calendar = load_calendar(language)
    found = _scanner("durations", language).find(calendar.cut(text), lambda found: read_duration(calendar, found))
    return [DurationMark(start=place.start, end=place.end, value=value) for place, value in found]


@cache
def _scanner(family: Family, language: str) -> Scanner:
    return load_calendar(language).scanner(*_LISTS[family])


def _resolve(expression: Expression) -> Resolved | None:
    means = expression.found.means
    if means in ABSOLUTE:
        return ABSOLUTE[means](expression)
    read, precision = _RELATIVE[means]
    if expression.anchor is None or not expression.anchor.knows(precision):
        return None
    return read(expression, expression.anchor.day)
