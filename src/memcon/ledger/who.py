"""Who is who in a ledger: people, bodies, states, places and initiatives as resolved over all documents.

What no resolver has joined yet (a ledger opened without one, a mere description) is listed by name and country.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, Row, Select, and_, case, func, literal, or_, select
from sqlalchemy.sql.elements import ColumnElement

from memcon.errors import LedgerError
from memcon.ledger.current import is_current
from memcon.ledger.keeping import chunks
from memcon.ledger.results import EntityQuery, EntityRow, Tenure
from memcon.ledger.selects import Selection, meant, within_days
from memcon.ledger.tables import documents, entities
from memcon.ledger.world_tables import entity_members, members, resolved
from memcon.model import AnyMember, Office, Profile
from memcon.model.names import fold

_PORTION = 200
_FORMER = "former "
"""What stands before an office that somebody has held, as resolution tells it."""


class _Role(msgspec.Struct):
    title: str
    country: str | None = None


class _Sketch(msgspec.Struct):
    """As much of an entity as a row over many documents shows: reading less of the JSON takes a third of the time."""

    id: str
    name: str
    type: str | None
    aliases: tuple[str, ...]
    roles: tuple[_Role, ...]


class _Shown(NamedTuple):
    """A profile with the latest entity that shows it so."""

    profile: Profile
    latest: _Sketch


_SKETCH = msgspec.json.Decoder(_Sketch)
_MEMBER = msgspec.json.Decoder(AnyMember)

_WHOLE = members.c.resolved
_FOLDED = case((_WHOLE.is_(None), entities.c.folded))
_COUNTRY = case((_WHOLE.is_(None), entities.c.country))


def select_entities(connection: Connection, kind: str, query: EntityQuery) -> Selection:
    """The people or things of a kind that a query asks for, one row each, those in most documents first."""
    found = _grouped().where(*_conditions(connection, kind, query)).order_by(
        func.count(entities.c.document.distinct()).desc(), func.min(entities.c.folded),
        func.min(entities.c.country).asc().nulls_first(), _WHOLE.asc().nulls_first(),
    )
    return found.limit(query.limit).offset(query.offset or None)


def count_entities(connection: Connection, kind: str, query: EntityQuery) -> Selection:
    """How many people or things a query asks for, its limit left aside."""
    grouped = select_entities(connection, kind, msgspec.structs.replace(query, limit=None, offset=0))
    return select(func.count()).select_from(grouped.order_by(None).subquery())


def entity_rows(
    connection: Connection, kind: str, selection: Selection, superseded: bool = False,
) -> Iterator[EntityRow]:
    """The rows of a selection (`select_entities`), each with what all of its documents say of it.

    Texts that a newer revision has superseded count only if `superseded` is true.
    """
    groups = connection.execute(selection).all()
    for start in range(0, len(groups), _PORTION):
        portion = groups[start : start + _PORTION]
        joined = _joined(connection, [group.whole for group in portion if group.whole is not None], superseded)
        named = _by_name(connection, kind, [group.folded for group in portion if group.whole is None], superseded)
        for group in portion:
            if group.whole is not None:
                yield joined[group.whole](group)
            else:
                yield _named_row(kind, group, named[group.folded, group.country])


def entity_row(connection: Connection, identity: str) -> EntityRow:
    """The row, over all documents, of a resolved thing, a profile or an entity, by its full id."""
    one = connection.execute(
        select(entities.c.kind, entities.c.folded, entities.c.country, _WHOLE.label("whole"))
        .outerjoin(entity_members, entity_members.c.entity == entities.c.number)
        .outerjoin(members, members.c.number == entity_members.c.member)
        .outerjoin(resolved, resolved.c.number == _WHOLE)
        .where(or_(entities.c.id == identity, members.c.id == identity, resolved.c.id == identity)).limit(1)
    ).one_or_none()
    if one is None:
        raise LedgerError(f"{identity}: the ledger holds nothing of this id; `memcon list` shows what it holds")
    same: ColumnElement[bool] = one.whole == _WHOLE
    if one.whole is None:
        same = and_(
            _WHOLE.is_(None), entities.c.kind == one.kind, entities.c.folded == one.folded,
            entities.c.country.is_not_distinct_from(one.country),
        )
    return next(entity_rows(connection, one.kind, _grouped().where(same), superseded=True))


def _grouped() -> Selection:
    """Entities of one whole (of one name and country, where they belong to none) as one row, with what they count."""
    return (
        select(
            _WHOLE.label("whole"), _FOLDED.label("folded"), _COUNTRY.label("country"),
            func.count(entities.c.document.distinct()).label("documents"),
            func.sum(entities.c.records).label("records"),
            func.min(documents.c.published).label("first"), func.max(documents.c.published).label("last"),
        )
        .select_from(entities)
        .join(documents, documents.c.number == entities.c.document)
        .outerjoin(entity_members, entity_members.c.entity == entities.c.number)
        .outerjoin(members, members.c.number == entity_members.c.member)
        .group_by(_WHOLE, _FOLDED, _COUNTRY)
    )


def _conditions(connection: Connection, kind: str, query: EntityQuery) -> list[ColumnElement[bool]]:
    conditions = within_days(documents.c.first_day, documents.c.last_day, query.since, query.until)
    conditions.append(entities.c.kind == kind)
    if not query.revisions:
        conditions.append(is_current(entities.c.document))
    if not query.unnamed:
        conditions.append(entities.c.named)
    if query.name is not None:
        conditions.append(meant(connection, query.name))
    return conditions


# What is resolved


class _Joined(NamedTuple):
    """What the documents say of one resolved thing."""

    id: str
    kind: str
    name: str
    country: str | None
    shown: Sequence[_Shown]
    entities: Sequence[str]

    def __call__(self, group: Row[tuple[object, ...]]) -> EntityRow:
        """Its row, with the counts of a group."""
        offices = _tenures(self.shown, self.country)
        others = {
            name for one in self.shown for name in (one.profile.name, *one.profile.aliases, *one.latest.aliases)
        } - {self.name}
        return EntityRow(
            id=self.id, name=self.name, kind=self.kind, country=self.country, aliases=tuple(sorted(others)),
            type=next((one.profile.type for one in reversed(self.shown) if one.profile.type), None), offices=offices,
            roles=tuple(dict.fromkeys(office.title for office in offices)), documents=group.documents,
            records=group.records, first=group.first, last=group.last, entities=tuple(self.entities),
        )


def _joined(connection: Connection, numbers: Sequence[int], superseded: bool) -> Mapping[int, _Joined]:
    """What the documents say of resolved things, by their numbers."""
    shown = _profiles(connection, numbers)
    ids: dict[int, list[str]] = {}
    listed = (
        select(entities.c.id, _WHOLE).join(entity_members, entity_members.c.entity == entities.c.number)
        .join(members, members.c.number == entity_members.c.member)
        .join(documents, documents.c.number == entities.c.document)
        .where(_WHOLE.in_(numbers), or_(literal(superseded), is_current(entities.c.document)))
        .order_by(documents.c.first_day.desc().nulls_last(), entities.c.id)
    )
    for row in connection.execute(listed):
        ids.setdefault(row.resolved, []).append(row.id)
    return {
        row.number: _Joined(row.id, row.kind, row.name, row.country, shown[row.number], ids.get(row.number, ()))
        for row in connection.execute(select(resolved).where(resolved.c.number.in_(numbers)))
    }


def _profiles(connection: Connection, numbers: Sequence[int]) -> Mapping[int, Sequence[_Shown]]:
    """The profiles of resolved things, those seen last at the end, each with its latest entity."""
    latest = (
        select(entity_members.c.member, func.max(entity_members.c.entity).label("entity"))
        .join(members, members.c.number == entity_members.c.member).where(_WHOLE.in_(numbers))
        .group_by(entity_members.c.member).subquery()
    )
    listed = (
        select(_WHOLE, members.c.data, entities.c.data.label("sketch"))
        .join(latest, latest.c.member == members.c.number).join(entities, entities.c.number == latest.c.entity)
        .order_by(members.c.last_day.asc().nulls_first(), members.c.id)
    )
    found: dict[int, list[_Shown]] = {}
    for row in connection.execute(listed):
        profile = _MEMBER.decode(row.data)
        if isinstance(profile, Profile):
            found.setdefault(row.resolved, []).append(_Shown(profile, _SKETCH.decode(row.sketch)))
    return found


def _tenures(shown: Sequence[_Shown], country: str | None) -> tuple[Tenure, ...]:
    """The offices that profiles show, each with the first and last day on which it is seen, the latest first.

    An office of which the state is not told is one of the person's own.
    """
    days: dict[Office, list[str]] = {}
    words: dict[Office, list[str]] = {}
    for one in shown:
        for told in one.profile.offices:
            office = told if told.country else msgspec.structs.replace(told, country=country)
            days.setdefault(office, []).extend(filter(None, (one.profile.first, one.profile.last)))
            words.setdefault(office, []).extend(_wordings(told, one))
    found = [
        Tenure(
            title=max(words[office], key=lambda title: (words[office].count(title), len(title), title)),
            organization=office.organization, country=office.country, first=min(seen, default=None),
            last=max(seen, default=None),
        )
        for office, seen in days.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.last or "", one.first or "", one.title), reverse=True))


def _wordings(office: Office, shown: _Shown) -> list[str]:
    """How documents word an office: the title as it stands where it is told alone, else the comparable form."""
    plain = office.title.removeprefix(_FORMER)
    former = _FORMER if plain != office.title else ""
    titles = [role.title for role in shown.latest.roles]
    if len(shown.profile.offices) > 1 or not titles:
        titles = [title for title in titles if plain in fold(title)] or [plain[:1].upper() + plain[1:]]
    return [former + title.removeprefix(_FORMER) for title in titles[:1]]


# What is not


def _named_row(kind: str, group: Row[tuple[object, ...]], listed: Sequence[_Sketch]) -> EntityRow:
    latest = listed[0]
    others = {alias for one in listed for alias in (one.name, *one.aliases)} - {latest.name}
    return EntityRow(
        name=latest.name, kind=kind, type=next((one.type for one in listed if one.type), None),
        country=group.country, aliases=tuple(sorted(others)),
        roles=tuple(dict.fromkeys(role.title for one in listed for role in one.roles)),
        documents=group.documents, records=group.records, first=group.first, last=group.last,
        entities=tuple(one.id for one in listed),
    )


def _by_name(
    connection: Connection, kind: str, folded: Collection[str], superseded: bool,
) -> dict[tuple[str, str | None], list[_Sketch]]:
    """The entities of each name and country that belong to no whole, those of the latest document first."""
    found: dict[tuple[str, str | None], list[_Sketch]] = {}
    for chunk in chunks(sorted(folded)):
        same = and_(
            entities.c.kind == kind, entities.c.folded.in_(chunk),
            or_(literal(superseded), is_current(entities.c.document)), _WHOLE.is_(None),
        )
        listed: Select[tuple[str, str | None, str]] = (
            select(entities.c.folded, entities.c.country, entities.c.data)
            .join(documents, documents.c.number == entities.c.document)
            .outerjoin(entity_members, entity_members.c.entity == entities.c.number)
            .outerjoin(members, members.c.number == entity_members.c.member)
            .where(same).order_by(documents.c.first_day.desc().nulls_last(), entities.c.id)
        )
        for row in connection.execute(listed):
            found.setdefault((row.folded, row.country), []).append(_SKETCH.decode(row.data))
    return found
