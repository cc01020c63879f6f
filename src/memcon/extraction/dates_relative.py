"""Dates that a name and the publication date tell together: today, weekdays, "last August", months without a year."""

from __future__ import annotations

from datetime import date, timedelta

from memcon.extraction.dates_absolute import YEAR_INFERRED, nearest_day
from memcon.extraction.dates_edtf import add_days, add_months, make_day, nearest, show_days, show_month
from memcon.extraction.dates_expression import Basis, Expression, RelativeReader, Resolved, day_value

_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}


def read_day_word(expression: Expression, today: date) -> Resolved | None:
    """today, last night, this morning; "today (02)" is the day of that number near by."""
    day = add_days(today, int(expression.code("k", "dayword", "lastdayword") or 0))
    return _with_number(expression, day) if day else None


def read_day_beyond(expression: Expression, today: date) -> Resolved | None:
    """The day before yesterday, the day after tomorrow."""
    shift, beyond = int(expression.code("k", "dayword") or 0), int(expression.code("b", "beyond") or 0)
    return day_value(add_days(today, shift + beyond)) if shift == beyond else None


def read_weekday(expression: Expression, today: date) -> Resolved | None:
    """Monday: the nearest on or before the publication, after it in the future tense or with "next"."""
    day, reasons = _weekday(expression, today)
    if expression.words("d"):
        return _with_number(expression, day, expression.calendar.weekday(expression.words("w")[0]))
    return Resolved(str(day), "day", "weekday", reasons)


def read_weekday_of_week(expression: Expression, today: date) -> Resolved | None:
    """Monday of next week."""
    monday = today - timedelta(days=today.weekday())
    shift = int(expression.code("s", "shift") or 0)
    day = add_days(monday, 7 * shift + expression.calendar.weekday(expression.words("w")[0]) - 1)
    return Resolved(str(day), "day", "weekday") if day else None


def read_weekdays(expression: Expression, today: date) -> Resolved | None:
    """From Sunday to Wednesday: the end is the first such day after the start."""
    first, reasons = _weekday(expression, today)
    last = _next_weekday(first, expression.calendar.weekday(expression.words("w")[-1]))
    return Resolved(f"{first}/{last}", "interval", "weekday", reasons)


def read_list_of_weekdays(expression: Expression, today: date) -> Resolved | None:
    """On Monday and Tuesday."""
    first, reasons = _weekday(expression, today)
    last = _next_weekday(first, expression.calendar.weekday(expression.words("w")[-1]))
    value = show_days([first, last])
    return Resolved(value, "set" if value.startswith("{") else "interval", "weekday", reasons)


def read_shifted_day(expression: Expression, today: date) -> Resolved | None:
    """May 3 last year."""
    day = make_day(_shifted_year(expression, today), expression.months()[0], int(expression.words("d")[0]))
    return day_value(day)


def read_shifted_month(expression: Expression, today: date) -> Resolved | None:
    """In February this year."""
    return Resolved(show_month(_shifted_year(expression, today), expression.months()[0]), "month")


def read_shifted_season(expression: Expression, today: date) -> Resolved | None:
    """The spring of next year."""
    return Resolved(f"{_shifted_year(expression, today)}-{expression.code('e', 'season')}", "period")


def read_shifted_by_name(expression: Expression, today: date) -> Resolved | None:
    """Last August, next May, this May 9."""
    month, shift = expression.months()[0], int(expression.code("s", "shift") or 0)
    year = today.year
    if shift < 0 and month >= today.month:
        year -= 1
    elif shift > 0 and month <= today.month:
        year += 1
    if expression.words("d"):
        return day_value(make_day(year, month, int(expression.words("d")[0])))
    return Resolved(show_month(year, month), "month")


def read_season_by_name(expression: Expression, today: date) -> Resolved | None:
    """Last autumn, next spring: the last that is over, the first that is to come."""
    season, shift = int(expression.code("e", "season", "falls") or 0), int(expression.code("s", "shift") or 0)
    starts = [date(year, _SEASON_STARTS[season], 1) for year in range(today.year - 2, today.year + 2)]
    if shift < 0:
        year = max(start.year for start in starts if _season_end(start) <= today)
    elif shift > 0:
        year = min(start.year for start in starts if start > today)
    else:
        begun = [start.year for start in starts if start <= today < _season_end(start)]
        year = begun[0] if begun else today.year
    return Resolved(f"{year}-{season}", "period")


def read_season_alone(expression: Expression, today: date) -> Resolved | None:
    """In the spring: the nearest by the tense of the clause."""
    season = int(expression.code("e", "season", "falls") or 0)
    starts = [date(year, _SEASON_STARTS[season], 1) for year in range(today.year - 2, today.year + 2)]
    middle = nearest((start + timedelta(days=45) for start in starts), today, expression.tense())
    if middle is None:
        return None
    return Resolved(f"{middle.year - (middle.month == 1)}-{season}", "period", "relative", (YEAR_INFERRED,))


def read_month_alone(expression: Expression, today: date) -> Resolved | None:
    """In July: the nearest by the tense of the clause."""
    month = expression.months()[0]
    day = today if month == today.month else nearest_day(expression, month, 15)
    return Resolved(show_month(day.year, month), "month", "relative", (YEAR_INFERRED,)) if day else None


def read_day_of_month(expression: Expression, today: date) -> Resolved | None:
    """The 10th of this month; "on the 10th" is the nearest by the tense of the clause."""
    number = int(expression.words("d")[0])
    if expression.words("s"):
        shift = int(expression.code("s", "shift") or 0)
        return day_value(make_day(*add_months(today.year, today.month, shift), number))
    days = [day for shift in (-1, 0, 1) if (day := make_day(*add_months(today.year, today.month, shift), number))]
    return day_value(nearest(days, today, expression.tense()), ("month from the publication date",))


def _weekday(expression: Expression, today: date) -> tuple[date, tuple[str, ...]]:
    """The day that the first weekday named denotes, and what was ambiguous."""
    weekday = expression.calendar.weekday(expression.words("w")[0])
    shift = expression.code("s", "shift")
    tense = expression.tense() if shift in (None, "0") else None
    if shift == "-1":
        return _next_weekday(today, weekday) - timedelta(days=7 if today.isoweekday() != weekday else 14), ()
    if shift == "1" or tense == "future" and weekday != today.isoweekday():
        return _next_weekday(today, weekday), ()
    back = (today.isoweekday() - weekday) % 7
    return today - timedelta(days=back), () if tense else ("weekday read as past",)


def _next_weekday(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.isoweekday() - 1) % 7 + 1)


def _with_number(expression: Expression, day: date, weekday: int | None = None) -> Resolved | None:
    """The day, or the one near it that has the number (and month) in brackets behind the word."""
    basis: Basis = "weekday" if weekday else "relative"
    number, months = expression.figure("d"), expression.months()
    if number is None or number == day.day and (not months or months[0] == day.month):
        return Resolved(str(day), "day", basis)
    if months:
        named = nearest_day(expression, months[0], number)
        return Resolved(str(named), "day", basis, ("day by its number",)) if named else None
    near = [day + timedelta(days=days) for days in range(-20, 11)]
    fitting = [other for other in near if other.day == number and weekday in (None, other.isoweekday())]
    if fitting:
        return Resolved(str(nearest(fitting, day, "past")), "day", basis, ("day by its number",))
    return Resolved(str(day), "day", basis, ("number does not fit the day",))


def _shifted_year(expression: Expression, today: date) -> int:
    return today.year + int(expression.code("s", "shift") or 0)


def _season_end(start: date) -> date:
    return date(*add_months(start.year, start.month, 3), 1)


# the readers with what must be known of the publication date
NAMED: dict[str, RelativeReader] = {
    "day-word": (read_day_word, "day"),
    "day-beyond": (read_day_beyond, "day"),
    "weekday": (read_weekday, "day"),
    "weekday-of-week": (read_weekday_of_week, "day"),
    "weekdays": (read_weekdays, "day"),
    "list-of-weekdays": (read_list_of_weekdays, "day"),
    "shifted-day": (read_shifted_day, "year"),
    "shifted-month": (read_shifted_month, "year"),
    "shifted-season": (read_shifted_season, "year"),
    "shifted-by-name": (read_shifted_by_name, "month"),
    "season-by-name": (read_season_by_name, "month"),
    "season-alone": (read_season_alone, "month"),
    "month-alone": (read_month_alone, "month"),
    "day-of-month": (read_day_of_month, "day"),
}
