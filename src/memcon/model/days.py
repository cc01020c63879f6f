"""EDTF dates as first and last day, so that dates of any precision can be put in order and compared."""

from __future__ import annotations

import calendar
import re

Bounds = tuple[str | None, str | None]

_UNKNOWN: Bounds = (None, None)
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?")
_DECADE = re.compile(r"\d{2,3}X{1,2}")
_UNSPECIFIED = re.compile(r"(-XX)+$")
_SEASONS = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 12), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}


def bounds(value: str | None) -> Bounds:
    """The first and the last day (YYYY-MM-DD) that an EDTF date may mean; None where it is open, unknown or no date.

    >>> bounds("2023-07"), bounds("2023-07-09/2023-07-12")
    (('2023-07-01', '2023-07-31'), ('2023-07-09', '2023-07-12'))
    """
    if not value:
        return _UNKNOWN
    start, slash, end = value.partition("/")
    if not slash:
        return _bounds_of_one(start)
    return _bounds_of_one(start)[0], _bounds_of_one(end)[1]


def _bounds_of_one(value: str) -> Bounds:
    plain = _UNSPECIFIED.sub("", value.strip().rstrip("?~%").upper())
    if _DECADE.fullmatch(plain) and len(plain) == 4:
        return plain.replace("X", "0") + "-01-01", plain.replace("X", "9") + "-12-31"
    match = _DATE.fullmatch(plain)
    if match is None or match[1] == "0000":
        return _UNKNOWN
    year, month, day = match[1], int(match[2] or 0), int(match[3] or 0)
    if day:
        known = 1 <= month <= 12 and day <= _length(year, month)
        return (f"{year}-{month:02}-{day:02}",) * 2 if known else _UNKNOWN
    if not month:
        return f"{year}-01-01", f"{year}-12-31"
    first, last = _SEASONS.get(month, (month, month))
    if not 1 <= first <= 12:
        return _UNKNOWN
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{_length(year, last):02}"


def _length(year: str, month: int) -> int:
    return calendar.monthrange(int(year), month)[1]
