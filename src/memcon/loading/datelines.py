"""Datelines: the place and date that head a report or foot a statement, with the agency that signs there."""

from __future__ import annotations

import re

import msgspec

from memcon.lexicon.calendar import AbsoluteDate, find_absolute_dates
from memcon.loading.knowledge import Documents

_MASK = "\x01"
_WORD = r"[^\W\d_][^\W\d_.'’-]*(?:[.'’-][^\W\d_]+)*\.?"
_PLACE = rf"(?P<place>{_WORD}(?:(?:,? |/|-){_WORD}){{0,5}}?)(?: \[{_WORD}(?: {_WORD}){{0,3}}\])?"
_WEEKDAY = r"(?i:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DATE = rf"(?:{_WEEKDAY},? )?(?P<date>{_MASK}+)"
_AGENCY = r"(?:\((?P<agency>[^()\n]{2,40})\)|/(?P<wire>[A-Z][\w .-]{1,30})/)"
_DASH = r"(?:–|—|--+|―|-)"
_GAP = r"[ \t\xa0]*"
_SPACE = r"[ \t\xa0]+"
_HEADS = tuple(re.compile(pattern) for pattern in (
    # BEIJING, July 12 (Xinhua) -- ; MOSCOW, July 12. /TASS/. ; RIGA (AP) — ; OSLO, May 3, 2031 – ; Rome, 3 May 2031:
    rf"{_PLACE}[,.]? {_DATE}[.,]?{_GAP}{_AGENCY}\.?{_GAP}(?:{_DASH}|:)?(?={_SPACE}\S)",
    # Jeddah, May 3, 2031, SPA --
    rf"{_PLACE}[,.]? {_DATE}[,.]?{_SPACE}(?P<agency>[A-Z]{{2,8}}){_GAP}{_DASH}(?={_SPACE}\S)",
    rf"{_PLACE}[.,]?{_GAP}{_AGENCY}\.?{_GAP}(?:{_DASH}|:)(?={_SPACE}\S)",
    rf"\(?{_PLACE}[,.]? {_DATE}\)?[.,]?{_GAP}(?:{_DASH}|:)(?={_SPACE}\S)",
    # July 12, 2023 BEIJING – ; 12 July 2023, Beijing (Xinhua) –
    rf"{_DATE}[,.]?{_SPACE}{_PLACE}[.,]?{_GAP}{_AGENCY}?{_GAP}(?:{_DASH}|:)(?={_SPACE}\S)",
    rf"{_DATE}{_GAP}(?:{_DASH}|:)(?={_SPACE}\S)",
    # BEIJING –
    rf"(?P<caps>{_PLACE}){_SPACE}{_DASH}(?={_SPACE}[\"“‘'(]?[^\W_a-z])",
    # July 12, 2023 BEIJING The ... ; BEIJING, July 12, 2023 The ...
    rf"{_DATE}[,.]?{_SPACE}(?P<caps>{_PLACE})(?={_SPACE}[\"“‘']?[^\W\d_]+\b)",
    rf"(?P<caps>{_PLACE})[,.]? {_DATE}(?={_SPACE}[\"“‘']?[^\W\d_]+\b)",
))
_LINES = tuple(re.compile(pattern) for pattern in (
    rf"\(?(?:Done (?:at|in) )?{_PLACE}[,.:]?{_GAP}(?:(?:on )?{_DATE})[.)]?{_GAP}",
    rf"\(?{_DATE}[,.]?{_GAP}{_DASH}?{_GAP}{_PLACE}[.)]?{_GAP}",
))
_PARTICLES = frozenset({"of", "de", "la", "el", "al", "the", "and", "sur", "am", "del", "do", "da", "dos"})
_LONGEST = 120


class DatelineMark(msgspec.Struct, frozen=True):
    """Where a dateline stands and what it gives; the date may lack its year (`XXXX-07-12`).

    `runs_on` is true where the text goes on in the same line.
    """

    start: int
    end: int
    place: str | None = None
    date: str | None = None
    agency: str | None = None
    runs_on: bool = False


def find_dateline(text: str, start: int, end: int, documents: Documents) -> DatelineMark | None:
    """The dateline that opens a passage, with its dash; None if there is none."""
    head, dates = _mask(text[start : min(end, start + _LONGEST)])
    for pattern in _HEADS:
        found = pattern.match(head)
        if not found:
            continue
        mark = _build(found, dates, start, documents)
        if mark:
            return msgspec.structs.replace(mark, runs_on=True)
    return None


def read_dateline(words: str, start: int, documents: Documents) -> DatelineMark | None:
    """The dateline that is the whole of a line, as at the head or foot of a statement; None if it is none."""
    if len(words) > _LONGEST:
        return None
    line, dates = _mask(" ".join(words.split()).strip("*_ "))
    for pattern in _LINES:
        found = pattern.fullmatch(line)
        mark = _build(found, dates, 0, documents) if found else None
        if mark:
            return msgspec.structs.replace(mark, start=start, end=start + len(words))
    return None


def is_place(words: str, documents: Documents) -> bool:
    """Whether the words may name a place: one to six capitalized words, none of which belongs to a release."""
    parts = [part for part in re.split(r"[\s,/-]+", words) if part]
    named = all(part[0].isupper() or part in _PARTICLES for part in parts)
    return bool(parts) and len(parts) <= 6 and named and not any(
        re.sub(r"['’]s$|\.$", "", part.lower()) in documents.not_places for part in parts)


def _mask(words: str) -> tuple[str, list[AbsoluteDate]]:
    """The words with every date replaced by as many marks."""
    dates = find_absolute_dates(words)
    masked = words
    for date in dates:
        masked = masked[: date.start] + _MASK * (date.end - date.start) + masked[date.end :]
    return masked, dates


def _build(
    found: re.Match[str], dates: list[AbsoluteDate], start: int, documents: Documents,
) -> DatelineMark | None:
    groups = found.groupdict()
    place = groups.get("place")
    if place is not None and not is_place(place, documents):
        return None
    if groups.get("caps") and (not (place or "").isupper() or len(place or "") < 3):
        return None
    agency = groups.get("agency") or groups.get("wire")
    first = found.start("date") if groups.get("date") else -1
    date = next((date.value for date in dates if date.start == first), None)
    if agency and date is None and not (place or "").isupper() and agency.lower() not in documents.wires:
        return None
    if place and place.count(".") == 1:
        place = place.rstrip(".")
    return DatelineMark(start + found.start(), start + found.end(), place, date, agency)
