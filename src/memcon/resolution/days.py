"""Days as ISO dates: shifted, counted, compared."""

from __future__ import annotations

from datetime import date, timedelta

Days = tuple[str, str]


def shifted(day: str, by: int) -> str:
    """The day so many days later (earlier where negative), within the years 1 to 9999."""
    try:
        return (date.fromisoformat(day) + timedelta(days=by)).isoformat()
    except OverflowError:
        return day


def length(first: str, last: str) -> int:
    """How many days there are from the first to the last, both counted."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1


def apart(left: Days, right: Days) -> int:
    """How many days lie between two stretches of days: 0 where they overlap, 1 from one day to the next."""
    (first, last), (other_first, other_last) = left, right
    if last < other_first:
        return length(last, other_first) - 1
    if other_last < first:
        return length(other_last, first) - 1
    return 0
