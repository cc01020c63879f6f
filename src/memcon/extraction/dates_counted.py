"""Dates told as a count or turn of units: "last month", "two weeks ago", "in two years", "the past three days"."""

from __future__ import annotations

from datetime import date, timedelta

from memcon.extraction.dates_edtf import Precision, add_days, add_months, bounds, show_month, show_week
from memcon.extraction.dates_expression import Expression, RelativeReader, Resolved, day_value

_DAYS = {"H": 1 / 24, "D": 1, "W": 7}
# the largest counts that are dates
_FRIDAY = 4
_MOST = {"H": 10_000, "D": 10_000, "W": 2_000, "M": 4_000, "Y": 400, "T": 40}
# how precisely the publication date must be known to count in a unit; the year is enough for longer ones
_NEEDED: dict[str, Precision] = {"H": "day", "D": "day", "W": "day", "E": "day", "M": "month", "Q": "month"}


def read_shifted_unit(expression: Expression, today: date) -> Resolved | None:
    """Last week, this month, next year, this decade."""
    unit = expression.code("u", "unit", "wideunit") or "D"
    return None if unit == "D" else _unit(expression, unit, int(expression.code("s", "turn") or 0), today)


def read_portion(expression: Expression, today: date) -> Resolved | None:
    """The end of the year: the year."""
    unit = expression.code("u", "unit") or "D"
    return None if unit == "D" else _unit(expression, unit, 0, today)


def read_ago(expression: Expression, today: date) -> Resolved | None:
    """Two weeks ago: the week, month or year that lies so far back; days are exact."""
    about = expression.calendar.holds("about", expression.before(2))
    return _counted(expression, today, -1, ("approximate",) if about else ())


def read_ahead(expression: Expression, today: date) -> Resolved | None:
    """In two years, said of the future."""
    if not expression.words("z") and expression.tense() != "future":
        return None
    return _counted(expression, today, 1, ())


def read_distance(expression: Expression, _today: date) -> Resolved | None:
    """A week earlier: counted from the date named before."""
    known = bounds(expression.previous) if expression.previous else None
    if known is None:
        return None
    counts, unit = expression.counts(), expression.code("u", "units")
    if not counts or unit is None or unit in "DW" and known[0] != known[1]:
        return None
    day = known[0]
    shift = int(expression.code("s", "distance") or 0)
    if unit == "W":
        return day_value(add_days(day, 7 * shift * counts[0]), ("counted from the date before",))
    return _counted(expression, day, shift, ("counted from the date before",))


def read_day_beside(expression: Expression, _today: date) -> Resolved | None:
    """The day before, the following day: beside the day named before."""
    known = bounds(expression.previous) if expression.previous else None
    if known is None or known[0] != known[1]:
        return None
    shift = int(expression.code("p", "beside") or 0)
    return day_value(add_days(known[0], shift), ("counted from the date before",))


def read_over_the_weekend(expression: Expression, today: date) -> Resolved | None:
    """Over the weekend: the last one, the next one in the future tense."""
    if expression.code("u", "wideunit") != "E":
        return None
    ahead = expression.tense() == "future" or today.weekday() > _FRIDAY
    return _unit(expression, "E", 0 if ahead else -1, today)


def read_stretch(expression: Expression, today: date) -> Resolved | None:
    """The past three days, over the next two years: a time that ends or begins with the day of the publication."""
    shift = int(expression.code("s", "stretch") or -1)
    return _stretch(expression, today, shift)


def read_within(expression: Expression, today: date) -> Resolved | None:
    """Within two years."""
    return _stretch(expression, today, 1)


def _unit(expression: Expression, unit: str, shift: int, today: date) -> Resolved | None:
    """The week, month, year ... so many after the one that holds the day, if that is known."""
    if expression.anchor is None or not expression.anchor.knows(_NEEDED.get(unit, "year")):
        return None
    if unit == "W" or unit == "E":
        day = add_days(today, 7 * shift)
        if day is None:
            return None
        if unit == "W":
            return Resolved(show_week(day), "interval")
        saturday = day - timedelta(days=day.weekday() - 5)
        return Resolved(f"{saturday}/{saturday + timedelta(days=1)}", "interval")
    if unit == "M":
        return Resolved(show_month(*add_months(today.year, today.month, shift)), "month")
    if unit == "Q":
        year, month = add_months(today.year, today.month, 3 * shift)
        return Resolved(f"{year}-{33 + (month - 1) // 3}", "period")
    if unit == "Y":
        return Resolved(f"{today.year + shift:04}", "year")
    if unit == "T":
        return Resolved(f"{today.year // 10 + shift:03}X", "period")
    return Resolved(f"{today.year // 100 + shift:02}XX", "period")


def _counted(expression: Expression, day: date, direction: int, reasons: tuple[str, ...]) -> Resolved | None:
    """So many units before or after the day, as precise as the unit."""
    counts, unit = expression.counts(), expression.code("u", "units")
    if not counts or unit is None or counts[0] > _MOST[unit]:
        return None
    if unit in ("H", "D") and expression.anchor and expression.anchor.knows("day"):
        return day_value(add_days(day, direction * (counts[0] // 24 if unit == "H" else counts[0])), reasons)
    found = _unit(expression, unit, direction * counts[0], day)
    return Resolved(found.value, found.kind, "relative", reasons) if found else None


def _stretch(expression: Expression, today: date, direction: int) -> Resolved | None:
    counts, unit = expression.counts() or [1], expression.code("u", "units")
    if unit is None or not 0 < counts[0] <= _MOST[unit] or expression.anchor is None:
        return None
    if not expression.anchor.knows(_NEEDED.get(unit, "year")):
        return None
    count = direction * counts[0]
    if unit in _DAYS:
        days = max(1, round(counts[0] * _DAYS[unit]))
        here, there = str(today), str(add_days(today, days if direction > 0 else 1 - days))
        if here == there:
            return Resolved(here, "day")
    elif unit == "M":
        here, there = show_month(today.year, today.month), show_month(*add_months(today.year, today.month, count))
    else:
        here, there = f"{today.year:04}", f"{today.year + count * (10 if unit == 'T' else 1):04}"
    return Resolved(f"{there}/{here}" if direction < 0 else f"{here}/{there}", "interval")


# the readers with what must be known of the publication date at least; each checks what its unit needs
COUNTED: dict[str, RelativeReader] = {
    "shifted-unit": (read_shifted_unit, "year"),
    "portion-of-unit": (read_portion, "year"),
    "ago": (read_ago, "year"),
    "ahead": (read_ahead, "year"),
    "distance": (read_distance, "year"),
    "day-beside": (read_day_beside, "year"),
    "over-the-weekend": (read_over_the_weekend, "day"),
    "stretch": (read_stretch, "year"),
    "within": (read_within, "year"),
}
