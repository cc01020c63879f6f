"""Encounters, visits and threads: what many documents speak of, each once, with every account of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, RowMapping, func, or_, select
from sqlalchemy.orm import aliased

from memcon.errors import LedgerError
from memcon.ledger import asking, selects
from memcon.ledger.keeping import chunks
from memcon.ledger.results import EncounterRow, Party, Query, RecordRow, ThreadRow, VisitRow, WholeFamily, Wording
from memcon.ledger.search import SearchIndex
from memcon.ledger.selects import RECORD_COLUMNS, Selection
from memcon.ledger.tables import documents, entities, record_entities, records
from memcon.ledger.world import judgement_of
from memcon.ledger.world_tables import entity_members, judgements, members, resolved
from memcon.model import AnyMember, Judgement, Utterance
from memcon.model.days import bounds

_PORTION = 100
_KINDS: Mapping[WholeFamily, tuple[str, ...]] = {
    "encounter": ("meetings",), "visit": ("visits",), "thread": ("commitments", "positions", "characterizations"),
}
_UTTERANCE = msgspec.json.Decoder(Utterance)
_MEMBER: msgspec.json.Decoder[AnyMember] = msgspec.json.Decoder(AnyMember)
_MEMBERS = ("profile", "meeting", "visit", "commitment", "position", "characterization")
_PARTICIPANTS = ("participant", "attendee")


def select_wholes(
    connection: Connection, search: SearchIndex, family: WholeFamily, query: Query, kind: str | None = None,
) -> Selection:
    """The encounters, visits or threads of which an account is what the query asks for, the latest first."""
    told = selects.record_conditions(connection, search, kind, query)
    if kind is None:
        told.append(records.c.kind.in_(_KINDS[family]))
    accounts = (
        select(members.c.resolved).join(records, records.c.id == members.c.id)
        .join(documents, documents.c.number == records.c.document).where(members.c.family == family, *told)
    )
    day = resolved.c.first_day
    found = select(resolved).where(resolved.c.number.in_(accounts)).order_by(
        day.asc().nulls_last() if query.oldest_first else day.desc().nulls_last(), resolved.c.id,
    )
    return found.limit(query.limit).offset(query.offset or None)


def count(selection: Selection) -> Selection:
    """How many wholes a selection has, its limit left aside."""
    return select(func.count()).select_from(selection.limit(None).offset(None).order_by(None).subquery())


def encounters(connection: Connection, selection: Selection) -> Iterator[EncounterRow]:
    """The encounters of a selection, each with all accounts of it."""
    for portion, accounts in _portions(connection, selection):
        parties = _parties(connection, [one for rows in accounts.values() for one in rows])
        visits = _visits_of(connection, [row["number"] for row in portion])
        for row in portion:
            told = accounts[row["number"]]
            yield EncounterRow(
                id=row["id"], kind=row["kind"], status=row["status"], date=_date(row["first_day"], row["last_day"]),
                country=row["country"], parties=_united(parties, told, _PARTICIPANTS),
                places=_united(parties, told, ("place",)), bodies=_united(parties, told, ("body",)),
                accounts=told, visit=visits.get(row["number"]),
            )


def visits(connection: Connection, selection: Selection) -> Iterator[VisitRow]:
    """The visits of a selection, each with all reports of it."""
    for portion, accounts in _portions(connection, selection):
        parties = _parties(connection, [one for rows in accounts.values() for one in rows])
        for row in portion:
            told = accounts[row["number"]]
            yield VisitRow(
                id=row["id"], type=row["status"], date=_date(row["first_day"], row["last_day"]), country=row["country"],
                visitors=_united(parties, told, ("visitor",)), destinations=_united(parties, told, ("destination",)),
                accounts=told,
            )


def threads(connection: Connection, selection: Selection) -> Iterator[ThreadRow]:
    """The threads of a selection, each with all its wordings, oldest first."""
    for portion, accounts in _portions(connection, selection):
        parties = _parties(connection, [one for rows in accounts.values() for one in rows])
        said = _utterances(connection, [one.id for rows in accounts.values() for one in rows])
        for row in portion:
            told = accounts[row["number"]]
            yield ThreadRow(
                id=row["id"], kind=row["kind"], words=row["name"] or "", first=row["first_day"], last=row["last_day"],
                parties=_united(parties, told, ("actor", "holder", "party")),
                wordings=tuple(Wording(record=one, utterance=said[one.id]) for one in told),
            )


def whole_of(connection: Connection, identity: str) -> str | None:
    """The id of the resolved thing that an id means: its own, one that it had, or that of a member of it."""
    own: str | None = connection.execute(select(resolved.c.id).where(resolved.c.id == identity)).scalar()
    if own is not None:
        return own
    digits = identity.rpartition("-")[2]
    meant = members.c.id.in_([identity, *(f"{prefix}-{digits}" for prefix in _MEMBERS)])
    joined = select(resolved.c.id).join(members, members.c.resolved == resolved.c.number).where(meant)
    found: str | None = connection.execute(joined.limit(1)).scalar()
    return found


def wholes_of(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """The ids of the resolved things to which entities and records (their ids) belong; those of none are left out."""
    whole = resolved.c.id.label("whole")
    records_of = select(members.c.id, whole).join(resolved, resolved.c.number == members.c.resolved)
    entities_of = (
        select(entities.c.id, whole)
        .join(entity_members, entity_members.c.entity == entities.c.number)
        .join(members, members.c.number == entity_members.c.member)
        .join(resolved, resolved.c.number == members.c.resolved)
    )
    found: dict[str, str] = {}
    for some in chunks(sorted(ids)):
        for listed in (records_of.where(members.c.id.in_(some)), entities_of.where(entities.c.id.in_(some))):
            found.update((row.id, row.whole) for row in connection.execute(listed))
    return found


def judgements_of(connection: Connection, identity: str) -> list[Judgement]:
    """The decisions on the members of the whole of this id, the surest first, undone ones left out."""
    whole = select(resolved.c.number).where(resolved.c.id == identity).scalar_subquery()
    within = select(members.c.id).where(members.c.resolved == whole)
    listed = select(judgements).where(
        or_(judgements.c.left.in_(within), judgements.c.right.in_(within)), judgements.c.undone.is_(None),
    )
    ordered = listed.order_by(judgements.c.person.desc(), judgements.c.score.desc(), judgements.c.number)
    return [judgement_of(row) for row in connection.execute(ordered)]


def members_of(connection: Connection, identity: str) -> list[AnyMember]:
    """What makes up the whole of this id, by id."""
    listed = select(members.c.data).join(resolved, resolved.c.number == members.c.resolved)
    found = connection.execute(listed.where(resolved.c.id == identity).order_by(members.c.id))
    return [_MEMBER.decode(data) for data in found.scalars()]


def of_id(identity: str) -> Selection:
    """The selection of the whole that has this id."""
    return select(resolved).where(resolved.c.id == identity)


def missing(identity: str) -> LedgerError:
    """The error that nothing of this id is there."""
    return LedgerError(f"{identity}: the ledger holds nothing of this id; `memcon list` shows what it holds")


# Within


def _portions(
    connection: Connection, selection: Selection,
) -> Iterator[tuple[Sequence[RowMapping], dict[int, tuple[RecordRow, ...]]]]:
    """The rows of a selection in portions, and the records that are the members of each, oldest document first."""
    rows = connection.execute(selection).mappings().all()
    for start in range(0, len(rows), _PORTION):
        portion = rows[start : start + _PORTION]
        numbers = [row["number"] for row in portion]
        listed = select(members.c.id, members.c.resolved).where(members.c.resolved.in_(numbers))
        belonging: dict[str, int] = {row.id: row.resolved for row in connection.execute(listed)}
        found: dict[int, list[RecordRow]] = {number: [] for number in numbers}
        for ids in chunks(sorted(belonging)):
            told = select(*RECORD_COLUMNS).join(documents, documents.c.number == records.c.document)
            for one in asking.record_rows(connection, told.where(records.c.id.in_(ids))):
                found[belonging[one.id]].append(one)
        yield portion, {
            number: tuple(sorted(some, key=lambda one: (one.published or "", one.id))) for number, some in found.items()
        }


def _parties(connection: Connection, accounts: Sequence[RecordRow]) -> dict[tuple[str, str], tuple[Party, ...]]:
    """Who is involved in each record, by its id and the part, as resolved."""
    whole = aliased(resolved)
    found: dict[tuple[str, str], list[Party]] = {}
    for ids in chunks(sorted(one.id for one in accounts)):
        listed = (
            select(
                records.c.id.label("record"), record_entities.c.part, entities.c.id.label("entity"), entities.c.name,
                entities.c.kind, entities.c.country, whole.c.id.label("whole"), whole.c.name.label("full"),
                whole.c.country.label("home"),
            )
            .join(record_entities, record_entities.c.record == records.c.number)
            .join(entities, entities.c.number == record_entities.c.entity)
            .outerjoin(entity_members, entity_members.c.entity == entities.c.number)
            .outerjoin(members, members.c.number == entity_members.c.member)
            .outerjoin(whole, whole.c.number == members.c.resolved)
            .where(records.c.id.in_(ids), entities.c.kind != "group")
            .order_by(records.c.id, record_entities.c.position)
        )
        for row in connection.execute(listed):
            party = Party(
                id=row.whole or row.entity, name=row.full or row.name, kind=row.kind, country=row.home or row.country,
            )
            found.setdefault((row.record, row.part), []).append(party)
    return {key: tuple(parties) for key, parties in found.items()}


def _united(
    parties: Mapping[tuple[str, str], Iterable[Party]], accounts: Sequence[RecordRow], parts: Sequence[str],
) -> tuple[Party, ...]:
    """All who play one of these parts in one of the accounts, each once."""
    listed = (one for part in parts for account in accounts for one in parties.get((account.id, part), ()))
    return tuple({one.id: one for one in reversed(list(listed))}.values())[::-1]


def _visits_of(connection: Connection, encounters: Sequence[int]) -> dict[int, str]:
    """The id of the visit that each encounter was part of, the surest where there are several."""
    trip, visit = aliased(members), aliased(resolved)
    listed = (
        select(members.c.resolved, visit.c.id)
        .join(judgements, judgements.c.left == members.c.id)
        .join(trip, trip.c.id == judgements.c.right).join(visit, visit.c.number == trip.c.resolved)
        .where(members.c.resolved.in_(encounters), judgements.c.family == "visit", judgements.c.undone.is_(None))
        .order_by(judgements.c.score, judgements.c.number.desc())
    )
    return {row.resolved: row.id for row in connection.execute(listed)}


def _utterances(connection: Connection, ids: Sequence[str]) -> dict[str, Utterance]:
    found: dict[str, Utterance] = {}
    for some in chunks(sorted(ids)):
        listed = select(members.c.id, members.c.data).where(members.c.id.in_(some))
        found.update((identity, _UTTERANCE.decode(data)) for identity, data in connection.execute(listed))
    return found


def _date(first: str | None, last: str | None) -> str | None:
    """Two days as one EDTF date: a day, a month or year where they are its first and last, else an interval."""
    if first is None or last is None or first == last:
        return first
    if first[:4] == last[:4] and first.endswith("-01-01") and last.endswith("-12-31"):
        return first[:4]
    if first[:7] == last[:7] and first.endswith("-01") and last == bounds(first[:7])[1]:
        return first[:7]
    return f"{first}/{last}"
