"""The calendar of a language: its words for dates, and the absolute dates that a text names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from memcon.lexicon.calendar_forms import Alphabet, Form, Found, Pieces, Scanner

_SHARED = re.compile(r"<([a-z]+)>")


class AbsoluteDate(msgspec.Struct, frozen=True):
    """A date that its own words fix: offsets in code points and the EDTF value.

    Without a year (`year_known` false) the value is of the form `XXXX-07-12`. `ambiguous` is true for figures
    that could be read month first (03/04/2023); they are read day first.
    """

    start: int
    end: int
    value: str
    year_known: bool = True
    ambiguous: bool = False


class Calendar:
    """The words and forms of one language.

    `values[class][word]` is what a word (in lower case) stands for; `forms[list]` are the forms of a list of the
    data file.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        words: Mapping[str, Mapping[str, str]] = data["words"]
        self.values = {
            name: {word.lower(): value for word, value in members.items()} for name, members in words.items()
        }
        self.forms = {
            name: tuple(_expand(msgspec.convert(form, Form), data["shared"]) for form in forms)
            for name, forms in data.items() if name not in ("words", "shared")
        }
        self._alphabet = Alphabet()
        for name, members in words.items():
            for word in members:
                self._alphabet.add_word(word, name)
        for form in (form for forms in self.forms.values() for form in forms):
            self._alphabet.add_words_of(form.pattern)

    def cut(self, text: str) -> Pieces:
        """The text in pieces, for the scanners of this calendar."""
        return self._alphabet.cut(text)

    def scanner(self, *lists: str) -> Scanner:
        """A scanner for the forms of these lists, in this order."""
        return Scanner(self._alphabet, [form for name in lists for form in self.forms[name]])

    def holds(self, name: str, word: str) -> bool:
        """Whether the class has the word, in any case."""
        return word.lower() in self.values[name]

    def code(self, word: str, *classes: str) -> str:
        """What a word stands for in the first of the classes that has it; KeyError if none has."""
        name = next((name for name in classes if self.holds(name, word)), classes[0])
        return self.values[name][word.lower()]

    def number(self, name: str, word: str) -> int:
        """What a word of a class, or a word in figures, stands for; KeyError if the class has no such word."""
        return int(word) if word.isdigit() else int(self.values[name][word.lower()])

    def month(self, word: str) -> int:
        """The number of a month named in full, by its abbreviation or in figures."""
        return self.number("monthabbreviation" if self.holds("monthabbreviation", word) else "month", word)

    def weekday(self, word: str) -> int:
        """The number of a weekday, named in full or by its abbreviation; Monday is 1."""
        return self.number("weekdayabbreviation" if self.holds("weekdayabbreviation", word) else "weekday", word)


@cache
def load_calendar(language: str = "en") -> Calendar:
    """The calendar of a language, read once."""
    path = Path(__file__).parent / language / "calendar.yaml"
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return Calendar(yaml.load(path.read_text(encoding="utf-8"), loader))


@cache
def _absolute_scanner(language: str) -> Scanner:
    return load_calendar(language).scanner("absolute")


def find_absolute_dates(text: str, language: str = "en") -> list[AbsoluteDate]:
    """Every date that the text names in full, as a month with its year, or as a day of a month, in order.

    >>> [date.value for date in find_absolute_dates("BEIJING, July 12, 2023: on 26 February in May 2024")]
    ['2023-07-12', 'XXXX-02-26', '2024-05']
    """
    calendar = load_calendar(language)
    found = _absolute_scanner(language).find(calendar.cut(text), lambda found: read_absolute(calendar, found))
    return [date for _, date in found]


def read_absolute(calendar: Calendar, found: Found) -> AbsoluteDate | None:
    """The date of an absolute form, or None if there is no such day."""
    parts = found.parts
    month = calendar.month(parts["m"][0])
    year = int(parts["y"][0]) if "y" in parts else None
    if found.means == "month":
        return AbsoluteDate(found.start, found.end, f"{year:04}-{month:02}")
    day = int(parts["d"][0])
    ambiguous = found.means == "day-in-figures" and month <= 12 and day <= 12 and month != day
    if month > 12:
        day, month = month, day
    if not is_day(year, month, day):
        return None
    shown = "XXXX" if year is None else f"{year:04}"
    return AbsoluteDate(found.start, found.end, f"{shown}-{month:02}-{day:02}", year is not None, ambiguous)


def _expand(form: Form, shared: Mapping[str, str]) -> Form:
    """The form with the shared parts of its pattern in place."""
    return msgspec.structs.replace(form, pattern=_SHARED.sub(lambda name: shared[name[1]], form.pattern))


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether the month has such a day (in a leap year, if the year is not known)."""
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return True
