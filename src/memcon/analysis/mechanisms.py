"""Committees, dialogues and commissions as things with sessions: who chairs, how often, when last, what is overdue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from statistics import median

import msgspec

from memcon.ledger import EncounterRow, Ledger, Party, Query, RecordRow
from memcon.model import Meeting
from memcon.model.days import bounds

LATE = 1.5
"""A session is overdue when so many times the usual interval have gone since the last one."""

_FEWEST = 2
"""From so many sessions with a day, there is an interval."""


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """One session: `date` EDTF, `ordinal` as counted by the documents, `chairs` by name, `offices` as worded."""

    encounter: str
    status: str
    date: str | None
    ordinal: int | None
    places: tuple[str, ...]
    chairs: tuple[str, ...]
    offices: tuple[str, ...]


class Mechanism(msgspec.Struct, frozen=True, kw_only=True):
    """A body that meets in sessions, oldest session first.

    `level` are the offices of those who chair, or else take part, as worded, the most frequent first. `interval` is the
    median number of days between sessions that were held; `last` the day of the latest, `next` that of one that is
    announced. `overdue` says why the next session is late, None if it is not or cannot be told.
    """

    id: str
    name: str
    parties: tuple[Party, ...]
    level: tuple[str, ...]
    sessions: tuple[Session, ...]
    interval: int | None
    last: str | None
    next: str | None
    overdue: str | None


def mechanisms(ledger: Ledger, today: date, query: Query | None = None) -> list[Mechanism]:
    """The mechanisms of which the ledger holds a session that the query asks for, those with most sessions first.

    `today` is the day on which sessions are late.
    """
    found: dict[str, tuple[Party, list[EncounterRow]]] = {}
    for encounter in ledger.encounters(query or Query()):
        for body in encounter.bodies:
            found.setdefault(body.id, (body, []))[1].append(encounter)
    told = [_mechanism(body, rows, today) for body, rows in found.values()]
    return sorted(told, key=lambda one: (-len(one.sessions), one.name, one.id))


def _mechanism(body: Party, encounters: Iterable[EncounterRow], today: date) -> Mechanism:
    rows = sorted(encounters, key=lambda row: (bounds(row.date)[0] or "9999", row.id))
    sessions = tuple(_session(row) for row in rows)
    held = sorted({day for one in sessions if one.status == "held" and (day := bounds(one.date)[0])})
    announced = [one.date for one in sessions if one.status == "scheduled"]
    ahead = [day for day in announced if (bounds(day)[1] or "") >= today.isoformat()]
    interval = _interval(held)
    last, coming = (held[-1] if held else None), (ahead[0] if ahead else None)
    offices = [office for one in sessions for office in one.offices]
    return Mechanism(
        id=body.id, name=body.name, parties=_parties(rows), sessions=sessions, interval=interval, last=last,
        next=coming,
        level=tuple(sorted(dict.fromkeys(offices), key=lambda office: (-offices.count(office), office))),
        overdue=_overdue(sessions, interval, last, coming, today),
    )


def _session(row: EncounterRow) -> Session:
    meetings = [account.record for account in row.accounts if isinstance(account.record, Meeting)]
    chairing = [
        (account, one) for account in row.accounts if isinstance(account.record, Meeting)
        for one in account.record.participants if one.part in ("chair", "co-chair")
    ]
    leading = chairing or [
        (account, one) for account in row.accounts if isinstance(account.record, Meeting)
        for one in account.record.participants
    ]
    return Session(
        encounter=row.id, status=row.status, date=row.date,
        ordinal=next((meeting.ordinal for meeting in meetings if meeting.ordinal), None),
        places=tuple(place.name for place in row.places),
        chairs=tuple(dict.fromkeys(_name(account, one.entity) for account, one in chairing)),
        offices=tuple(dict.fromkeys(one.role for _, one in leading if one.role)),
    )


def _name(account: RecordRow, entity: str) -> str:
    return next((one.name for one in account.involved if one.entity == entity), entity)


def _parties(rows: Sequence[EncounterRow]) -> tuple[Party, ...]:
    """The states of those who take part."""
    states = {one.country: one for row in rows for one in row.parties if one.kind == "state" and one.country}
    others = {one.country: one for row in rows for one in row.parties if one.country}
    return tuple(states.get(country, one) for country, one in sorted(others.items()))


def _interval(days: Sequence[str]) -> int | None:
    if len(days) < _FEWEST:
        return None
    return round(median(
        (date.fromisoformat(later) - date.fromisoformat(day)).days for day, later in pairwise(days)
    ))


def _overdue(
    sessions: Sequence[Session], interval: int | None, last: str | None, coming: str | None, today: date,
) -> str | None:
    if coming is not None:
        return None
    missed = [
        end for one in sessions if one.status == "scheduled" and (end := bounds(one.date)[1]) and (last or "") < end
    ]
    if missed:
        return f"announced for {max(missed)}; no account of it"
    if interval is None or last is None:
        return None
    gone = (today - date.fromisoformat(last)).days
    return f"{gone} days since the last, usually {interval}" if gone > LATE * interval else None
