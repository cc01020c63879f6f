"""Encounters, trips, threads and mechanisms on the screen: each once, with all accounts of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from memcon.analysis.mechanisms import Mechanism
from memcon.cli import layout, printing
from memcon.cli.wording import word
from memcon.ledger import EncounterRow, Party, RecordRow, ThreadRow, VisitRow

ENCOUNTER_COLUMNS = (
    "id", "kind", "status", "date", "country", "parties", "places", "bodies", "accounts", "publishers", "visit",
)
TRIP_COLUMNS = ("id", "type", "date", "country", "visitors", "destinations", "accounts", "publishers")
THREAD_COLUMNS = ("id", "kind", "parties", "words", "first", "last", "wordings", "changes")
MECHANISM_COLUMNS = ("id", "name", "parties", "level", "sessions", "interval", "last", "next", "overdue")

_DAY = 13
_MOST_PARTIES = 8


def encounter_cells(row: EncounterRow) -> Sequence[object]:
    """An encounter as the cells of `ENCOUNTER_COLUMNS`."""
    return (
        row.id, row.kind, row.status, row.date, row.country, _names(row.parties), _names(row.places),
        _names(row.bodies), len(row.accounts), _publishers(row.accounts), row.visit,
    )


def trip_cells(row: VisitRow) -> Sequence[object]:
    """A visit as the cells of `TRIP_COLUMNS`."""
    return (
        row.id, row.type, row.date, row.country, _names(row.visitors), _names(row.destinations), len(row.accounts),
        _publishers(row.accounts),
    )


def thread_cells(row: ThreadRow) -> Sequence[object]:
    """A thread as the cells of `THREAD_COLUMNS`."""
    return (
        row.id, row.kind, _names(row.parties), layout.flat(row.words), row.first, row.last, len(row.wordings),
        "; ".join(_steps(row)),
    )


def mechanism_cells(row: Mechanism) -> Sequence[object]:
    """A mechanism as the cells of `MECHANISM_COLUMNS`."""
    return (
        row.id, row.name, _names(row.parties), "; ".join(row.level), len(row.sessions), row.interval, row.last,
        row.next, row.overdue,
    )


def _steps(row: ThreadRow) -> Sequence[str]:
    """What each wording is to the one before; imported when asked for, since comparing words takes the lexicon."""
    from memcon.analysis.threads import changes

    return changes(row)


def encounter_list(rows: Sequence[EncounterRow]) -> Iterator[str]:
    """Encounters, a paragraph each: the day, who, where, by whose accounts."""
    for row in rows:
        yield from map(layout.strong, layout.paragraph(_met(row), hang=_DAY, first=_day(row.date)))
        about = (
            _names(row.places), _names(row.bodies), _accounts(row.accounts), printing.short_id(row.id),
            row.visit and f"part of {printing.short_id(row.visit)}",
        )
        yield from map(layout.dim, layout.paragraph(" · ".join(filter(None, about)), indent=_DAY))


def trip_list(rows: Sequence[VisitRow]) -> Iterator[str]:
    """Visits, a paragraph each."""
    for row in rows:
        yield from map(layout.strong, layout.paragraph(_travelled(row), hang=_DAY, first=_day(row.date)))
        about = (row.date if row.date and "/" in row.date else "", _accounts(row.accounts), printing.short_id(row.id))
        yield from map(layout.dim, layout.paragraph(" · ".join(filter(None, about)), indent=_DAY))


def thread_list(rows: Sequence[ThreadRow]) -> Iterator[str]:
    """Threads, a paragraph each: since when, whose, in which words first, and how these changed."""
    for row in rows:
        head = word(row.wordings[0].record).head
        yield from map(layout.strong, layout.paragraph(head, hang=_DAY, first=row.first or ""))
        yield from layout.paragraph(f"“{layout.shorten(row.words, 300)}”", indent=_DAY)
        steps = _steps(row)[1:]
        told = ", ".join(f"{steps.count(step)} {step}" for step in dict.fromkeys(steps))
        size = f"{len(row.wordings)} wordings" + (f" to {row.last}" if row.last != row.first else "")
        about = (size if len(row.wordings) > 1 else "once", told, printing.short_id(row.id))
        yield from map(layout.dim, layout.paragraph(" · ".join(filter(None, about)), indent=_DAY))


def mechanism_list(rows: Sequence[Mechanism]) -> Iterator[str]:
    """Mechanisms, a paragraph each: sessions, how often, what is overdue so far as the ledger's documents tell."""
    for row in rows:
        parties = ", ".join(party.country or party.name for party in row.parties)
        yield from map(layout.strong, layout.paragraph(row.name + (f" ({parties})" if parties else "")))
        for one in row.sessions:
            number = f"session {one.ordinal}" if one.ordinal else "session"
            chairs = f"chaired by {' and '.join(one.chairs)}" if one.chairs else ""
            told = (number, one.status if one.status != "held" else "", ", ".join(one.places), chairs,
                    printing.short_id(one.encounter))
            yield from layout.paragraph(", ".join(filter(None, told)), indent=2, hang=_DAY, first=_day(one.date))
        about = (
            f"at the level of {'; '.join(row.level[:3])}" if row.level else None,
            f"every {row.interval} days or so" if row.interval else None, row.next and f"next: {row.next}",
            row.overdue and f"overdue by what the ledger holds: {row.overdue}", printing.short_id(row.id),
        )
        yield from map(layout.dim, layout.paragraph(" · ".join(filter(None, about)), indent=2))
        yield ""


def encounter_page(row: EncounterRow) -> Iterator[str]:
    """One encounter with every account of it."""
    yield layout.dim(row.id)
    yield from map(layout.strong, layout.paragraph(_met(row)))
    yield from _fields((
        ("date", row.date or "not told"), ("place", _names(row.places)), ("body", _names(row.bodies)),
        ("part of", row.visit and printing.short_id(row.visit) or ""),
    ))
    yield from _told(row.accounts)


def trip_page(row: VisitRow) -> Iterator[str]:
    """One visit with every report of it."""
    yield layout.dim(row.id)
    yield from map(layout.strong, layout.paragraph(_travelled(row)))
    yield from _fields((("date", row.date or "not told"),))
    yield from _told(row.accounts)


def thread_page(row: ThreadRow) -> Iterator[str]:
    """One thread: each wording with its day and what it is to the one before."""
    yield layout.dim(row.id)
    yield from map(layout.strong, layout.paragraph(f"{_some(row.parties)}: {row.kind.removesuffix('s')}"))
    yield ""
    for step, one in zip(_steps(row), row.wordings, strict=True):
        yield from map(layout.strong, layout.paragraph(step, hang=_DAY, first=one.record.published or "undated"))
        yield from layout.paragraph(f"“{one.utterance.words}”", indent=_DAY)
        about = (
            word(one.record).head, one.record.publisher, one.utterance.due and f"due {one.utterance.due}",
            one.utterance.amount, printing.short_id(one.record.id),
        )
        yield from map(layout.dim, layout.paragraph(" · ".join(filter(None, about)), indent=_DAY))


def _told(accounts: Sequence[RecordRow]) -> Iterator[str]:
    yield ""
    yield layout.heading("Account" if len(accounts) == 1 else f"Accounts ({len(accounts)})")
    for account in accounts:
        yield from printing.record_lines(account)


def _fields(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    for label, value in pairs:
        if value:
            yield from layout.paragraph(value, indent=2, hang=_DAY, first=label)


def _met(row: EncounterRow) -> str:
    status = "" if row.status == "held" else f" ({row.status})"
    return f"{row.kind.replace('-', ' ')}{status}: {_some(row.parties)}"


def _travelled(row: VisitRow) -> str:
    goal = _names(row.destinations) or row.country or "a place not told"
    return f"{row.type + ' ' if row.type else ''}visit: {_some(row.visitors)} to {goal}"


def _some(parties: Sequence[Party]) -> str:
    """Names with their states, of many the first."""
    named = [f"{one.name} ({one.country})" if one.country and one.kind != "state" else one.name for one in parties]
    more = len(named) - _MOST_PARTIES
    return ", ".join(named[:_MOST_PARTIES]) + (f" and {more} more" if more > 0 else "") or "somebody not named"


def _names(parties: Iterable[Party]) -> str:
    return "; ".join(one.name for one in parties)


def _publishers(accounts: Sequence[RecordRow]) -> str:
    return "; ".join(dict.fromkeys(one.publisher or one.source for one in accounts))


def _accounts(accounts: Sequence[RecordRow]) -> str:
    count = "1 account" if len(accounts) == 1 else f"{len(accounts)} accounts"
    told = "; ".join(dict.fromkeys(one.publisher or PurePath(one.source).name for one in accounts))
    return f"{count}: {told}"


def _day(date: str | None) -> str:
    return (date or "").split("/")[0]
