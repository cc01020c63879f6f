"""Times of day and lengths of time."""

from __future__ import annotations

from memcon.extraction.dates_expression import read_counts
from memcon.lexicon.calendar import Calendar
from memcon.lexicon.calendar_forms import Found

_UNITS = ("lengthunit", "clockunit")
# what half of a unit is: itself in the next smaller one
_HALVES = {"TH": ("TM", 30), "D": ("TH", 12), "Y": ("M", 6)}
_ORDER = ("Y", "M", "W", "D", "TH", "TM")


def read_time(calendar: Calendar, found: Found) -> str | None:
    """The time as HH:MM, or None if a day has no such time."""
    parts = found.parts
    word = parts["h"][0]
    hour = int(word) if word.isdigit() else calendar.number("clockword", word)
    minute = int(parts["p"][0]) if "p" in parts else 0
    if "k" in parts:
        if not 1 <= hour <= 12:
            return None
        half = parts["k"][0]
        hour = hour % 12 + calendar.number("halfday" if calendar.holds("halfday", half) else "halfdayletter", half)
    return f"{hour:02}:{minute:02}" if hour < 24 else None


def read_duration(calendar: Calendar, found: Found) -> str | None:
    """The length as an ISO 8601 duration, or None if it cannot be told."""
    parts = found.parts
    units = [calendar.code(word, *_UNITS) for word in parts["u"]]
    counts = read_counts(calendar, parts.get("n", ()))
    lengths: dict[str, int] = {}
    if found.means == "half" or "f" in parts:
        if units[-1] not in _HALVES or parts.get("f", ("5",))[0] != "5":
            return None
        smaller, count = _HALVES[units[-1]]
        lengths[smaller] = count
        counts = counts or [0]
    if len(counts) != len(units):
        return None
    lengths |= dict(zip(units, counts, strict=True))
    return _show(lengths)


def _show(lengths: dict[str, int]) -> str | None:
    days = "".join(f"{lengths[unit]}{unit}" for unit in _ORDER[:4] if lengths.get(unit))
    hours = "".join(f"{lengths[unit]}{unit[1]}" for unit in _ORDER[4:] if lengths.get(unit))
    return f"P{days}T{hours}" if hours else f"P{days}" if days else None
