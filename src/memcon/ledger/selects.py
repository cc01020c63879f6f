"""The questions put to the store: conditions and selections for records, documents and entities."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, func, literal, or_, select
from sqlalchemy.sql.elements import ColumnElement

from memcon.errors import UsageError
from memcon.model.days import bounds
from memcon.model.names import country_code, fold
from memcon.ledger.current import is_current
from memcon.ledger.results import ACTING, SAYING, DocumentQuery, LinkPart, Query
from memcon.ledger.search import DOCUMENTS, SearchIndex, parse_words
from memcon.ledger.tables import (
    documents, entities, entity_names, names, passages, record_entities, record_topics, records,
)
from memcon.ledger.world_tables import entity_members, members, resolved

PARTIES = ("person", "state", "organization", "group")
"""The kinds of entity that a country stands for; its cities and initiatives are not meant by its name."""

RECORD_COLUMNS = (
    records.c.number, records.c.id, records.c.kind, documents.c.id.label("document"), documents.c.title,
    documents.c.publisher, documents.c.side, documents.c.source, documents.c.published, records.c.date, records.c.dated,
    records.c.data, records.c.review,
)
DOCUMENT_COLUMNS = (
    documents.c.id, documents.c.title, documents.c.kind, documents.c.publisher, documents.c.side, documents.c.language,
    documents.c.published, documents.c.source, documents.c.url, documents.c.generator, documents.c.records,
    documents.c.current, documents.c.revises,
)

_WHO = re.compile(r"who-[0-9a-f]{20}")

Conditions = list[ColumnElement[bool]]
Selection = Select[Any]


def select_records(connection: Connection, search: SearchIndex, kind: str | None, query: Query) -> Selection:
    """The records of a kind (None: of any) that a query asks for, ordered and cut."""
    found = select(*RECORD_COLUMNS).select_from(records.join(documents, documents.c.number == records.c.document))
    found = found.where(*record_conditions(connection, search, kind, query))
    day = records.c.first_day
    found = found.order_by(
        day.asc().nulls_last() if query.oldest_first else day.desc().nulls_last(),
        documents.c.id, records.c.start, records.c.kind, records.c.position,
    )
    return found.limit(query.limit).offset(query.offset or None)


def count_records(connection: Connection, search: SearchIndex, kind: str | None, query: Query) -> Selection:
    """How many records a query asks for, its limit left aside."""
    conditions = record_conditions(connection, search, kind, query)
    return select(func.count()).select_from(records).where(*conditions)


def select_documents(search: SearchIndex, query: DocumentQuery) -> Selection:
    """The documents that a query asks for, ordered and cut."""
    day = documents.c.first_day
    found = select(*DOCUMENT_COLUMNS).where(*_document_conditions(search, query)).order_by(
        day.asc().nulls_last() if query.oldest_first else day.desc().nulls_last(),
        documents.c.title.asc().nulls_first(), documents.c.id,
    )
    return found.limit(query.limit).offset(query.offset or None)


def count_documents(search: SearchIndex, query: DocumentQuery) -> Selection:
    """How many documents a query asks for, its limit left aside."""
    return select(func.count()).select_from(documents).where(*_document_conditions(search, query))


def meant(connection: Connection, name: str) -> ColumnElement[bool]:
    """The condition on `entities` that a name means them.

    A state stands for itself and for the people and bodies that have its country. Any other name means whoever
    has these words, in this order, in a name or alias.
    """
    codes = _countries(connection, name)
    return and_(entities.c.country.in_(codes), entities.c.kind.in_(PARTIES)) if codes else _bears(name)


def meant_as_place(connection: Connection, name: str) -> ColumnElement[bool]:
    """The condition on `entities` that a name means them as a place: whatever bears it, and the places of a state."""
    codes = _countries(connection, name)
    within = and_(entities.c.country.in_(codes), entities.c.kind.in_(("state", "place")))
    return or_(within, _bears(name)) if codes else _bears(name)


def _bears(name: str) -> ColumnElement[bool]:
    """Whoever has these words in a name or alias, and what is resolved to be the same; or the id of what is."""
    if _WHO.fullmatch(name):
        whole = select(resolved.c.number).where(resolved.c.id == name)
        return entities.c.number.in_(_entities_of(whole))
    bearers = select(entity_names.c.entity).where(entity_names.c.name.in_(_names_like(fold(name))))
    wholes = (
        select(members.c.resolved).join(entity_members, entity_members.c.member == members.c.number)
        .where(entity_members.c.entity.in_(bearers))
    )
    return entities.c.number.in_(bearers.union(_entities_of(wholes)))


def _entities_of(wholes: Selection) -> Selection:
    """The entities of resolved things."""
    return (
        select(entity_members.c.entity).join(members, members.c.number == entity_members.c.member)
        .where(members.c.resolved.in_(wholes))
    )


def is_known(connection: Connection, name: str) -> bool:
    """Whether the ledger holds anybody of this name."""
    return connection.execute(select(entities.c.id).where(meant(connection, name)).limit(1)).first() is not None


def _names_like(folded: str) -> Selection:
    if any(sign > "\u2e80" for sign in folded):  # no spaces between the words of Chinese and Japanese
        return select(names.c.number).where(names.c.folded.contains(folded))
    padded = literal(" ") + names.c.folded + literal(" ")
    return select(names.c.number).where(padded.contains(f" {folded} ") if folded else literal(value=False))


def _countries(connection: Connection, name: str) -> list[str]:
    """The codes of the states that a name means: a code, a name that the texts use, else one that ISO knows."""
    folded = fold(name)
    bearers = (
        select(entities.c.country)
        .join(entity_names, entity_names.c.entity == entities.c.number)
        .join(names, names.c.number == entity_names.c.name)
        .where(names.c.folded == folded, entities.c.kind == "state", entities.c.country.is_not(None))
        .distinct().order_by(entities.c.country)
    )
    found = list(connection.execute(bearers).scalars())
    if found:
        return found
    code = select(entities.c.country).where(entities.c.country == name.strip().upper()).limit(1)
    found = list(connection.execute(code).scalars())
    if found or connection.execute(_names_like(folded).limit(1)).first():
        return found
    iso = country_code(name)
    return [iso] if iso else []


def record_conditions(connection: Connection, search: SearchIndex, kind: str | None, query: Query) -> Conditions:
    """What a query asks of records, of one kind or of any."""
    conditions = within_days(records.c.first_day, records.c.last_day, query.since, query.until)
    if kind is not None:
        conditions.append(records.c.kind == kind)
    if not query.revisions and query.document is None:
        conditions.append(is_current(records.c.document))
    exact = {
        "type": query.type, "force": query.force, "stance": query.stance, "voice": query.voice, "status": query.status,
    }
    conditions += [records.c[name] == value for name, value in exact.items() if value is not None]
    if query.document is not None:
        this = select(documents.c.number).where(documents.c.id == query.document)
        conditions.append(records.c.document == this.scalar_subquery())
    who: tuple[tuple[str | None, Sequence[LinkPart]], ...] = (
        (query.actor, ACTING), (query.with_, ()), (query.by, SAYING),
    )
    conditions += [_involves(meant(connection, name), parts) for name, parts in who if name is not None]
    if query.place is not None:
        conditions.append(_involves(meant_as_place(connection, query.place), ("place", "destination")))
    if query.topic is not None:
        about = select(record_topics.c.record).where(record_topics.c.topic == query.topic)
        conditions.append(records.c.number.in_(about))
    if query.review is None:
        conditions.append(records.c.review.is_distinct_from("rejected"))
    elif query.review != "any":
        conditions.append(records.c.review.is_not_distinct_from(None if query.review == "none" else query.review))
    if query.min_confidence is not None:
        conditions.append(records.c.confidence >= query.min_confidence)
    if query.text is not None:
        holding = search.holds(passages.c.number, parse_words(query.text))
        within = select(passages.c.record).where(passages.c.record.is_not(None), holding)
        if kind is not None:
            within = within.where(passages.c.kind == kind)
        conditions.append(records.c.number.in_(within))
    return conditions


def _involves(whom: ColumnElement[bool], parts: Sequence[LinkPart]) -> ColumnElement[bool]:
    """The condition that such entities are involved, in one of the parts (none given: in any)."""
    found = select(record_entities.c.record).join(entities, entities.c.number == record_entities.c.entity).where(whom)
    return records.c.number.in_(found.where(record_entities.c.part.in_(parts)) if parts else found)


def _document_conditions(search: SearchIndex, query: DocumentQuery) -> Conditions:
    conditions = within_days(documents.c.first_day, documents.c.last_day, query.since, query.until)
    if not query.revisions:
        conditions.append(documents.c.current)
    if query.side is not None:
        conditions.append(documents.c.side == (country_code(query.side) or query.side.upper()))
    if query.kind is not None:
        conditions.append(documents.c.kind == query.kind)
    if query.language is not None:
        conditions.append(documents.c.language == query.language)
    if query.publisher is not None:
        conditions.append(documents.c.publisher_folded.contains(fold(query.publisher)))
    for term in parse_words(query.text) if query.text is not None else ():
        holding = search.holds(passages.c.number, (term,))
        within = select(passages.c.document).where(passages.c.kind == DOCUMENTS, holding)
        conditions.append(documents.c.number.in_(within))
    return conditions


def within_days(
    first: ColumnElement[Any], last: ColumnElement[Any], since: str | None, until: str | None,
) -> Conditions:
    """The condition that first to last day overlap the days from `since` to `until`, both inclusive."""
    conditions: Conditions = []
    if since is not None:
        conditions.append(last >= _day(since)[0])
    if until is not None:
        conditions.append(first <= _day(until)[1])
    return conditions


def _day(date: str) -> tuple[str, str]:
    first, last = bounds(date)
    if first is None or last is None:
        raise UsageError(f"{date!r} is no date: write 2023, 2023-07 or 2023-07-12")
    return first, last
