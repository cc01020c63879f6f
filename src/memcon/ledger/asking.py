"""The answers of the store, turned into frozen records: rows with all who are involved, readings put together again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, cast

import msgspec
from sqlalchemy import Column, Connection, RowMapping, func, or_, select

from memcon.errors import LedgerError
from memcon.ledger.corrections import changes_of, corrected
from memcon.ledger.results import Coverage, DocumentRow, Hit, Involved, RecordRow
from memcon.ledger.search import Match
from memcon.ledger.selects import DOCUMENT_COLUMNS, RECORD_COLUMNS, Selection
from memcon.ledger.tables import dates, documents, entities, mentions, record_entities, record_topics, records
from memcon.ledger.world_tables import members, notes, resolved, reviews
from memcon.model import (
    Characterization, Commitment, DateExpression, Document, Entity, Meeting, Mention, Milestone, Notice, Outcome,
    Position, Reading, Record, Statement, Visit,
)

_PORTION = 200
_SHOWN = 5
_MADE_OF = {
    "who": ("profile",), "encounter": ("meeting",), "trip": ("visit",),
    "thread": ("commitment", "position", "characterization"),
}
"""Of which members the id of a resolved thing has its digits."""

_DOCUMENT = msgspec.json.Decoder(Document)
_ENTITY = msgspec.json.Decoder(Entity)
_NOTICES = msgspec.json.Decoder(tuple[Notice, ...])
_RECORD: dict[str, Callable[[str], Record]] = {
    "meetings": msgspec.json.Decoder(Meeting).decode,
    "visits": msgspec.json.Decoder(Visit).decode,
    "statements": msgspec.json.Decoder(Statement).decode,
    "commitments": msgspec.json.Decoder(Commitment).decode,
    "positions": msgspec.json.Decoder(Position).decode,
    "characterizations": msgspec.json.Decoder(Characterization).decode,
    "outcomes": msgspec.json.Decoder(Outcome).decode,
    "milestones": msgspec.json.Decoder(Milestone).decode,
}


def record_rows(connection: Connection, selection: Selection) -> Iterator[RecordRow]:
    """The records of a selection of `RECORD_COLUMNS`, in portions, so that any number of them takes little memory."""
    with connection.execute(selection, execution_options={"yield_per": _PORTION}) as result:
        for portion in result.mappings().partitions(_PORTION):
            yield from _portion_rows(connection, portion)


def _portion_rows(connection: Connection, portion: Sequence[RowMapping]) -> Iterator[RecordRow]:
    numbers = [row["number"] for row in portion]
    involved = _involved(connection, numbers)
    topics = _topics(connection, numbers)
    changes = changes_of(connection, [row["id"] for row in portion if row["review"] == "corrected"])
    for row in portion:
        fields = dict(row)
        number = fields.pop("number")
        record = corrected(_RECORD[row["kind"]](fields.pop("data")), changes.get(row["id"], {}))
        yield RecordRow(
            **fields, record=record, involved=tuple(involved.get(number, ())), topics=tuple(topics.get(number, ())),
        )


def record_row(connection: Connection, identity: str) -> RecordRow:
    """One record by its full id."""
    joined = select(*RECORD_COLUMNS).join(documents, documents.c.number == records.c.document)
    for row in record_rows(connection, joined.where(records.c.id == identity)):
        return row
    raise _missing(identity)


def document_row(connection: Connection, identity: str) -> DocumentRow:
    """One document by its full id, without its text."""
    row = connection.execute(select(*DOCUMENT_COLUMNS).where(documents.c.id == identity)).mappings().one_or_none()
    if row is None:
        raise _missing(identity)
    return DocumentRow(**row)


def revisions(connection: Connection, identity: str) -> list[DocumentRow]:
    """All texts of the same document, oldest first."""
    family = select(documents.c.family).where(documents.c.id == identity).scalar_subquery()
    found = select(*DOCUMENT_COLUMNS).where(documents.c.family == family).order_by(
        documents.c.first_day.asc().nulls_first(), documents.c.retrieved.asc().nulls_first(), documents.c.number,
    )
    rows = [DocumentRow(**row) for row in connection.execute(found).mappings()]
    if not rows:
        raise _missing(identity)
    return rows


def generator_of(connection: Connection, identity: str) -> str | None:
    """The generator of the reading that the ledger holds of a document, None if it holds none."""
    return connection.execute(select(documents.c.generator).where(documents.c.id == identity)).scalar()


def document(connection: Connection, identity: str) -> Document:
    """One document by its full id, with its text."""
    row = connection.execute(select(documents.c.data, documents.c.text).where(documents.c.id == identity)).one_or_none()
    if row is None:
        raise _missing(identity)
    return msgspec.structs.replace(_DOCUMENT.decode(row.data), text=row.text)


def reading(connection: Connection, identity: str) -> Reading:
    """All that was read out of a document, as it was when it was kept."""
    whole = document(connection, identity)
    row = connection.execute(
        select(documents.c.number, documents.c.generator, documents.c.warnings).where(documents.c.id == identity)
    ).one()
    named = select(entities.c.data).where(entities.c.document == row.number).order_by(entities.c.position)
    kept: dict[str, list[Record]] = {kind: [] for kind in _RECORD}
    found = (
        select(records.c.kind, records.c.data).where(records.c.document == row.number)
        .order_by(records.c.kind, records.c.position)
    )
    for kind, data in connection.execute(found):
        kept[kind].append(_RECORD[kind](data))
    sequences = cast("dict[str, Any]", {kind: tuple(items) for kind, items in kept.items()})
    return Reading(
        generator=row.generator, document=whole, warnings=_NOTICES.decode(row.warnings),
        entities=tuple(_ENTITY.decode(data) for data in connection.execute(named).scalars()),
        mentions=_mentions(connection, row.number, whole.text), dates=_dates(connection, row.number, whole.text),
        **sequences,
    )


def coverage(connection: Connection) -> list[Coverage]:
    """How much the ledger holds of every publisher, and of which days."""
    keys = (documents.c.publisher, documents.c.side, documents.c.language)
    found = select(
        *keys, func.count().label("documents"), func.sum(documents.c.records).label("records"),
        func.min(documents.c.published).label("first"), func.max(documents.c.published).label("last"),
    ).where(documents.c.current).group_by(*keys)
    found = found.order_by(func.count().desc(), *(key.asc().nulls_first() for key in keys))
    return [Coverage(**row) for row in connection.execute(found).mappings()]


def hits(connection: Connection, matches: Sequence[Match]) -> list[Hit]:
    """Matches with the documents that they stand in; of the paragraphs of one document only the best."""
    found = select(
        documents.c.id, documents.c.title, documents.c.publisher, documents.c.published, documents.c.source,
    ).where(documents.c.id.in_({match.document for match in matches}))
    about = {row.id: row for row in connection.execute(found)}
    best = {match.ref: match for match in reversed(matches)}
    ordered = sorted(best.values(), key=matches.index)
    return [
        Hit(
            id=match.ref, kind=match.kind, document=match.document, snippet=match.snippet, title=row.title,
            publisher=row.publisher, published=row.published, source=row.source,
        )
        for match, row in ((match, about[match.document]) for match in ordered)
    ]


def resolve(connection: Connection, beginning: str) -> str:
    """The full id that begins so, of a document, record, entity, resolved thing or profile; its digits alone will do.

    Digits mean a document, record or entity before they mean what these make, which has its digits from one of them.
    The id of what was joined with something else since leads to where it is now.
    """
    wanted = beginning.strip().lower()
    if not wanted.strip("-"):
        raise LedgerError("an empty id: give an id, or the beginning of one, as `memcon list` shows them")
    found = _beginning(connection, wanted, (documents.c.id, records.c.id, entities.c.id))
    found = found or _beginning(connection, wanted, (resolved.c.id, reviews.c.id, notes.c.id))
    found = found or _beginning(connection, wanted, (members.c.id,)) or _former(connection, wanted)
    if wanted in found:
        return wanted
    if not found:
        raise _missing(beginning)
    if len(found) > 1:
        some = ", ".join(found[:_SHOWN]) + (", ..." if len(found) > _SHOWN else "")
        raise LedgerError(f"{beginning}: more than one id begins so: {some}; give more of it")
    return found[0]


def _beginning(connection: Connection, wanted: str, columns: Sequence[Column[str]]) -> list[str]:
    """Some of the ids in these columns that begin so."""
    found: list[str] = []
    for column in columns:
        begins = column.startswith(wanted, autoescape=True)
        if "-" not in wanted:
            begins = or_(begins, column.contains(f"-{wanted}", autoescape=True))
        found += connection.execute(select(column).where(begins).order_by(column).limit(_SHOWN + 1)).scalars()
    return found


def _former(connection: Connection, wanted: str) -> list[str]:
    """The ids of what holds now the members that ids of resolved things beginning so had their digits from."""
    kind, _, digits = wanted.partition("-")
    if kind not in _MADE_OF or not digits:
        return []
    begins = or_(*(members.c.id.startswith(f"{member}-{digits}", autoescape=True) for member in _MADE_OF[kind]))
    found = select(resolved.c.id).join(members, members.c.resolved == resolved.c.number).where(begins).distinct()
    return list(connection.execute(found.order_by(resolved.c.id).limit(_SHOWN + 1)).scalars())


def _missing(identity: str) -> LedgerError:
    return LedgerError(f"{identity}: the ledger holds nothing of this id; `memcon list` shows what it holds")


def _involved(connection: Connection, numbers: Sequence[int]) -> dict[int, list[Involved]]:
    groups = entities.alias()
    found = (
        select(
            record_entities.c.record, entities.c.id, record_entities.c.part, groups.c.id.label("group"),
            entities.c.name, entities.c.kind, entities.c.country,
        )
        .join(entities, entities.c.number == record_entities.c.entity)
        .outerjoin(groups, groups.c.number == record_entities.c.via)
        .where(record_entities.c.record.in_(numbers))
        .order_by(record_entities.c.record, record_entities.c.position)
    )
    involved: dict[int, list[Involved]] = {}
    for row in connection.execute(found):
        involved.setdefault(row.record, []).append(Involved(
            entity=row.id, part=row.part, name=row.name, kind=row.kind, country=row.country, group=row.group,
        ))
    return involved


def _topics(connection: Connection, numbers: Sequence[int]) -> dict[int, list[str]]:
    found = select(record_topics).where(record_topics.c.record.in_(numbers))
    topics: dict[int, list[str]] = {}
    for row in connection.execute(found.order_by(record_topics.c.record, record_topics.c.topic)):
        topics.setdefault(row.record, []).append(row.topic)
    return topics


def _mentions(connection: Connection, number: int, text: str) -> tuple[Mention, ...]:
    found = (
        select(entities.c.id, mentions.c.start, mentions.c.end, mentions.c.how)
        .join(entities, entities.c.number == mentions.c.entity)
        .where(mentions.c.document == number).order_by(mentions.c.position)
    )
    return tuple(
        Mention(entity=row.id, start=row.start, end=row.end, quote=text[row.start : row.end], how=row.how)
        for row in connection.execute(found)
    )


def _dates(connection: Connection, number: int, text: str) -> tuple[DateExpression, ...]:
    found = select(dates).where(dates.c.document == number).order_by(dates.c.position)
    return tuple(
        DateExpression(start=row.start, end=row.end, quote=text[row.start : row.end], value=row.value)
        for row in connection.execute(found)
    )
