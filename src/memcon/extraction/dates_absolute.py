"""Dates that name a day, month or year, alone or as ranges; a missing year is the one nearest to the publication."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from memcon.extraction.dates_edtf import make_day, nearest, show_days, show_month
from memcon.extraction.dates_expression import Expression, Kind, Resolved
from memcon.lexicon.calendar import read_absolute

YEAR_INFERRED = "year from the publication date"


def read_day(expression: Expression) -> Resolved | None:
    """July 12, 2023; without a year: the day of that name nearest to the publication."""
    mark = read_absolute(expression.calendar, expression.found)
    if mark is None:
        return None
    if mark.year_known:
        return Resolved(mark.value, "day", "absolute", ("day read before month",) if mark.ambiguous else ())
    _, month, day = mark.value.split("-")
    weekdays = [expression.calendar.weekday(word) for word in expression.words("w")]
    found = nearest_day(expression, int(month), int(day), weekdays[0] if weekdays else None)
    if found is None:
        return None
    misfit = ("weekday does not fit",) if weekdays and found.isoweekday() != weekdays[0] else ()
    return Resolved(str(found), "day", "relative", (YEAR_INFERRED, *misfit))


def read_month(expression: Expression) -> Resolved | None:
    """July 2023."""
    mark = read_absolute(expression.calendar, expression.found)
    return Resolved(mark.value, "month", "absolute") if mark else None


def read_days(expression: Expression) -> Resolved | None:
    """July 16 – 22, 2001; 30 June to 2 July."""
    days = _resolve_days(expression)
    if days is None or days[0] >= days[-1]:
        return None
    return _resolved(expression, f"{days[0]}/{days[-1]}")


def read_list_of_days(expression: Expression) -> Resolved | None:
    """May 3 and 4: an interval if the days follow each other, else a set."""
    days = _resolve_days(expression)
    if days is None or sorted(set(days)) != days:
        return None
    value = show_days(days)
    return _resolved(expression, value, "set" if value.startswith("{") else "interval")


def read_months(expression: Expression) -> Resolved | None:
    """June to August 2023."""
    first, last = expression.months()
    years = _years(expression)
    if not years:
        ending = nearest_day(expression, last, 15)
        if ending is None:
            return None
        years = [ending.year]
    opening, closing = years[0], years[-1]
    if len(years) == 1 and first > last:
        opening, closing = (opening - 1, closing) if _year_trails(expression) else (opening, closing + 1)
    if (opening, first) >= (closing, last):
        return None
    return _resolved(expression, f"{show_month(opening, first)}/{show_month(closing, last)}")


def read_years(expression: Expression) -> Resolved | None:
    """2024–2027, 2023/24."""
    first, last = int(expression.words("y")[0]), int(expression.words("y")[-1])
    if short := expression.words("p"):
        last = first // 100 * 100 + int(short[0])
        if "/" in expression.pieces.words[expression.found.first : expression.found.last] and last != first + 1:
            return None
    return Resolved(f"{first}/{last}", "interval", "absolute") if first < last else None


def read_year(expression: Expression) -> Resolved | None:
    """In 2023."""
    return Resolved(expression.words("y")[0], "year", "absolute")


def read_season(expression: Expression) -> Resolved | None:
    """Spring 2024, with the EDTF code of the season."""
    return Resolved(f"{expression.words('y')[0]}-{expression.code('e', 'season', 'falls')}", "period", "absolute")


def read_decade(expression: Expression) -> Resolved | None:
    """The 1990s."""
    year = expression.words("y")[0]
    return Resolved(year[:3] + "X", "period", "absolute") if year.endswith("0") else None


def read_century(expression: Expression) -> Resolved | None:
    """The 21st century."""
    number = expression.figure("d") or int(expression.code("o", "ordinal") or 0) + sum(expression.counts())
    return Resolved(f"{number - 1:02}XX", "period", "absolute")


def read_part_of_year(expression: Expression) -> Resolved | None:
    """The second quarter of 2025, the first half of this year (EDTF 33 to 36, 40 and 41)."""
    year, number = _year(expression), expression.figure("d") or int(expression.code("o", "ordinal") or 0)
    base, most = (32, 4) if expression.words("q") else (39, 2)
    if year is None or not 1 <= number <= most:
        return None
    return Resolved(f"{year}-{base + number}", "period", "absolute" if expression.words("y") else "relative")


def read_first_months(expression: Expression) -> Resolved | None:
    """The first six months of this year."""
    year, counts = _year(expression), expression.counts()
    if year is None or not counts or not 2 <= counts[0] <= 12:
        return None
    value = f"{show_month(year, 1)}/{show_month(year, counts[0])}"
    return Resolved(value, "interval", "absolute" if expression.words("y") else "relative")


def nearest_day(expression: Expression, month: int, day: int, weekday: int | None = None) -> date | None:
    """The day of that name nearest to the publication by the tense of the clause, on the weekday if one fits."""
    if expression.anchor is None:
        return None
    anchor = expression.anchor.day
    days = [found for year in range(anchor.year - 4, anchor.year + 5) if (found := make_day(year, month, day))]
    fitting = [found for found in days if found.isoweekday() == weekday and abs(found.year - anchor.year) < 2]
    return nearest(fitting or days, anchor, expression.tense())


def _resolve_days(expression: Expression) -> list[date] | None:
    """The days of a range or list; months and years that stand once count for all."""
    numbers, months = [int(word) for word in expression.words("d")], expression.months()
    years = _years(expression)
    if len(months) == 1:
        months *= len(numbers)
    if not years:
        ending = nearest_day(expression, months[-1], numbers[-1])
        if ending is None:
            return None
        years = [ending.year]
    opening, closing = years[0], years[-1]
    if len(years) == 1 and (months[0], numbers[0]) > (months[-1], numbers[-1]):
        opening, closing = (opening - 1, closing) if _year_trails(expression) else (opening, closing + 1)
    last = len(numbers) - 1
    days = [
        make_day(closing if place == last else opening, month, number)
        for place, (number, month) in enumerate(zip(numbers, months, strict=True))
    ]
    return None if None in days else [day for day in days if day]


def _year(expression: Expression) -> int | None:
    """The year named, or the one so many after the publication's, if that is known."""
    if expression.words("y"):
        return expression.figure("y")
    return expression.anchor.day.year + int(expression.code("s", "shift") or 0) if expression.anchor else None


def _years(expression: Expression) -> list[int]:
    """The years of a range, as many as it names."""
    year = _year(expression) if expression.words("s") else None
    return [int(word) for word in expression.words("y")] or ([year] if year else [])


def _year_trails(expression: Expression) -> bool:
    years = expression.words("y")
    return not years or expression.pieces.words[expression.found.last - 1] == years[0]


def _resolved(expression: Expression, value: str, kind: Kind = "interval") -> Resolved:
    if expression.words("y"):
        return Resolved(value, kind, "absolute")
    return Resolved(value, kind, "relative", (YEAR_INFERRED,))


ABSOLUTE: dict[str, Callable[[Expression], Resolved | None]] = {
    "day": read_day,
    "day-in-figures": read_day,
    "month": read_month,
    "days": read_days,
    "list-of-days": read_list_of_days,
    "months": read_months,
    "years": read_years,
    "year": read_year,
    "season": read_season,
    "decade": read_decade,
    "century": read_century,
    "part-of-year": read_part_of_year,
    "first-months": read_first_months,
}
