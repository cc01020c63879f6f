"""iCalendar: encounters as entries of a calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from types import ModuleType
from typing import Any, BinaryIO, TypeAlias

import msgspec

from memcon import __version__
from memcon.export.extras import needed
from memcon.export.selection import Selection, address_of
from memcon.ledger import EncounterRow, RecordRow
from memcon.model.days import bounds

Component: TypeAlias = Any

_LONGEST = 7
"""Days: what is known less exactly (a month, a year) is no entry of a day but of the journal."""

_STATUS = {"held": "CONFIRMED", "recalled": "CONFIRMED", "scheduled": "CONFIRMED", "proposed": "TENTATIVE",
           "cancelled": "CANCELLED"}
_JOURNAL_STATUS = {"CONFIRMED": "FINAL", "TENTATIVE": "DRAFT", "CANCELLED": "CANCELLED"}
_NEVER = date(1970, 1, 1)
"""Stands for the day of a document without a date: the standard wants one, and no clock may be asked for it."""


def write_calendar(selection: Selection, out: BinaryIO) -> None:
    """Write a calendar (RFC 5545): whole-day events, and journal entries where the day is not known.

    UsageError where icalendar is not installed.
    """
    icalendar = needed("icalendar", "iCalendar")
    head = icalendar.Calendar()
    head.add("prodid", f"-//memcon//memcon {__version__}//EN")
    head.add("version", "2.0")
    head.add("x-wr-calname", "Encounters")
    opening, end = head.to_ical().rsplit(b"END:VCALENDAR", 1)
    out.write(opening)
    for row in selection.encounters():
        out.write(_entry(icalendar, selection, row).to_ical())
    out.write(b"END:VCALENDAR" + end)


def _entry(icalendar: ModuleType, selection: Selection, row: EncounterRow) -> Component:
    days = _days(row.date)
    entry: Component = icalendar.Event() if days else icalendar.Journal()
    entry.add("uid", f"{row.id}@memcon")
    entry.add("dtstamp", datetime.combine(_told(row), datetime.min.time(), UTC))
    if days:
        entry.add("dtstart", days[0])
        entry.add("dtend", days[1] + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
    status = _STATUS[row.status]
    entry.add("status", status if days else _JOURNAL_STATUS[status])
    who = " – ".join(party.name for party in row.parties) or "somebody not named"
    entry.add("summary", f"{row.kind.replace('-', ' ').capitalize()}: {who}")
    places = "; ".join(place.name for place in row.places)
    if places and days:
        entry.add("location", places)
    entry.add("categories", [row.kind, row.status])
    entry.add("description", "\n".join(_accounts(selection, row)))
    for account in row.accounts:
        entry.add("x-memcon-evidence", icalendar.vText(_evidence(selection, account)), {"VALUE": "TEXT"})
    return entry


def _days(value: str | None) -> tuple[date, date] | None:
    """The first and last day of a date that is known well enough for a calendar."""
    first, last = bounds(value)
    if first is None or last is None:
        return None
    days = date.fromisoformat(first), date.fromisoformat(last)
    return days if (days[1] - days[0]).days < _LONGEST else None


def _told(row: EncounterRow) -> date:
    """The day of the latest document that tells of it, so that a calendar sees when there is more to know."""
    published = [day for account in row.accounts if (day := bounds(account.published)[1])]
    return date.fromisoformat(max(published)) if published else _NEVER


def _accounts(selection: Selection, row: EncounterRow) -> list[str]:
    lines = [f"date: {row.date or 'not told'}"]
    for account in row.accounts:
        head = ", ".join(filter(None, (account.publisher, account.published)))
        where = account.record.evidence[0]
        lines.append(f"{head}: “{where.quote}” ({account.id}, characters {where.start}–{where.end} of "
                     f"{account.document}, {address_of(selection.document_row(account.document))})")
    return lines


def _evidence(selection: Selection, account: RecordRow) -> str:
    told = {
        "record": account.id, "document": account.document, "address": selection.address(account.document),
        "confidence": account.record.confidence, "review": account.review, "evidence": account.record.evidence,
    }
    return msgspec.json.encode(told).decode()
