"""Arithmetic on days, months and years, and their EDTF strings."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

import msgspec

Precision = Literal["year", "month", "day"]
_LEVELS: tuple[Precision, ...] = ("year", "month", "day")
_AGAINST_TENSE = 5
_YEARS = range(1000, 9000)  # so that no count leads out of the calendar
_CLOSE = timedelta(days=14)


class Anchor(msgspec.Struct, frozen=True):
    """The day that relative expressions count from, and how precisely it is known."""

    day: date
    precision: Precision

    def knows(self, precision: Precision) -> bool:
        """Whether the anchor is at least as precise as this."""
        return _LEVELS.index(self.precision) >= _LEVELS.index(precision)


def read_anchor(published: str | None) -> Anchor | None:
    """The anchor of a publication date in EDTF (`2023-07-12`, `2023-07`, `2023`; of an interval its end), or None."""
    if not published:
        return None
    parts = published.rpartition("/")[2].rstrip("~?%").split("T")[0].split("-")
    try:
        year, month, day = (int(part) for part in [*parts, "1", "1"][:3])
        first = date(year, month, day)
    except ValueError:
        return None
    return Anchor(first, _LEVELS[min(len(parts), 3) - 1]) if year in _YEARS else None


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None if the month has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_days(day: date, count: int) -> date | None:
    """The day so many days later, or None beyond the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Year and month so many months later."""
    months = year * 12 + month - 1 + count
    return months // 12, months % 12 + 1


def show_month(year: int, month: int) -> str:
    """EDTF of a month."""
    return f"{year:04}-{month:02}"


def show_week(day: date) -> str:
    """EDTF of the week, Monday to Sunday, that holds the day."""
    monday = day - timedelta(days=day.weekday())
    return f"{monday}/{monday + timedelta(days=6)}"


def show_days(days: list[date]) -> str:
    """EDTF of several days: an interval if they follow each other, else a set."""
    if all(later - earlier == timedelta(days=1) for earlier, later in pairwise(days)):
        return f"{days[0]}/{days[-1]}"
    return "{" + ",".join(map(str, days)) + "}"


def bounds(value: str) -> tuple[date, date] | None:
    """First and last day of an EDTF day, month, year, or interval of these; None for other values."""
    opening, _, closing = value.partition("/")
    first, last = read_anchor(opening), read_anchor(closing or opening)
    if first is None or last is None:
        return None
    end = last.day
    if last.precision == "year":
        end = end.replace(month=12, day=31)
    elif last.precision == "month":
        end = end.replace(day=monthrange(end.year, end.month)[1])
    return first.day, end


def nearest(days: Iterable[date], anchor: date, tense: Literal["past", "future"] | None) -> date | None:
    """The day nearest to the anchor, where distance against the tense counts fivefold; of two as near, the earlier."""
    def distance(day: date) -> timedelta:
        gap = abs(day - anchor)
        against = tense == "past" and day > anchor or tense == "future" and day < anchor
        return gap * _AGAINST_TENSE if against and gap > _CLOSE else gap

    return min(days, key=lambda day: (distance(day), day), default=None)
