"""A reading as rows: what is asked for in columns, who plays which part in links, the rest as JSON.

Nothing here knows the store; `tables.py` has a column for every key.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypedDict

import msgspec

from memcon.model.days import bounds
from memcon.model.names import fold
from memcon.ledger.results import Dated, Involved, LinkPart, RecordRow
from memcon.model import (
    RECORD_KINDS, Characterization, Commitment, Document, Entity, Meeting, Milestone, Outcome, Position, Reading,
    Record, Statement, Visit,
)
from memcon.model.identity import digest

Row = dict[str, Any]
Link = tuple[str, LinkPart]

_ENCODER = msgspec.json.Encoder()
_SCHEME = re.compile(r"^[a-z]+://(www\.)?", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:[a-z]+://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?/\S+", re.IGNORECASE)


class Flat(NamedTuple):
    """The rows of one reading, a list a table; `folded_names` are the folded names of each entity."""

    document: Row
    entities: list[Row]
    folded_names: dict[str, set[str]]
    mentions: list[Row]
    dates: list[Row]
    records: list[Row]
    links: list[Row]
    topics: list[Row]


def flatten(reading: Reading) -> Flat:
    """All rows of a reading, its entities and records told by their ids; ValueError if these are not sound."""
    _check_ids(reading)
    context = _Context(reading)
    rows: list[Row] = []
    links: list[Row] = []
    topics: list[Row] = []
    for kind in RECORD_KINDS:
        for position, record in enumerate(getattr(reading, kind)):
            rows.append(_record_row(record, kind, position, context))
            links.extend(context.link_rows(record))
            topics.extend({"record": record.id, "topic": topic} for topic in context.topics(record))
    counts = Counter(entity for _, entity in {(link["record"], link["entity"]) for link in links})
    return Flat(
        document=_document_row(reading, len(rows)),
        entities=[
            _entity_row(entity, position, counts[entity.id])
            for position, entity in enumerate(reading.entities)
        ],
        folded_names={entity.id: _folded_names(entity) for entity in reading.entities},
        mentions=[
            {"position": position, "entity": mention.entity, "start": mention.start,
             "end": mention.end, "how": mention.how}
            for position, mention in enumerate(reading.mentions)
        ],
        dates=[
            {"position": position, "start": date.start, "end": date.end, "value": date.value}
            for position, date in enumerate(reading.dates)
        ],
        records=rows, links=links, topics=topics,
    )


def rows_of(reading: Reading) -> Iterator[RecordRow]:
    """The records of a reading as the ledger would give them out, in the order of their kinds; no ledger is needed."""
    context = _Context(reading)
    document = reading.document
    known = {entity.id: entity for entity in reading.entities}
    for kind in RECORD_KINDS:
        for record in getattr(reading, kind):
            involved = (
                Involved(
                    entity=link["entity"], part=link["part"], name=known[link["entity"]].name,
                    kind=known[link["entity"]].kind, country=known[link["entity"]].country, group=link["via"],
                )
                for link in context.link_rows(record)
            )
            yield RecordRow(
                id=record.id, kind=kind, document=document.id, title=document.title,
                publisher=document.publisher.name if document.publisher else None,
                side=document.side, source=document.source, published=document.published, record=record,
                **context.date(record), involved=tuple(involved), topics=tuple(sorted(context.topics(record))),
            )


def encode(value: object) -> str:
    """The value as JSON text."""
    return _ENCODER.encode(value).decode()


def address_of(document: Document) -> str | None:
    """Where the document stands on the web, in a form that two copies share; None for a bare site or no address.

    >>> _plain_address("https://www.example.org/news/1/#top")
    'example.org/news/1'
    """
    for candidate in (document.url, document.origin):
        if candidate and (address := _plain_address(candidate.strip())):
            return address
    return None


def heading_of(document: Document) -> str | None:
    """One string for publisher, title and date, the same for all texts of a document; None if one is unknown."""
    if document.publisher is None or not document.title or not document.published:
        return None
    return digest(fold(document.publisher.name), fold(document.title), document.published)


def _check_ids(reading: Reading) -> None:
    known = {entity.id for entity in reading.entities}
    for named in (reading.entities, tuple(reading.records())):
        twice = [identity for identity, count in Counter(each.id for each in named).items() if count > 1]
        if twice:
            raise ValueError(f"the id {twice[0]} is not the only one of its kind")
    for mention in reading.mentions:
        if mention.entity not in known:
            raise ValueError(f"{mention.entity} is mentioned, but is no entity of the reading")


def _plain_address(candidate: str) -> str | None:
    if not _ADDRESS.fullmatch(candidate):
        return None
    site, _, path = _SCHEME.sub("", candidate).split("#")[0].rstrip("/").partition("/")
    return f"{site.lower()}/{path}" if path else None


def _document_row(reading: Reading, records: int) -> Row:
    document = reading.document
    publisher = document.publisher
    first, last = bounds(document.published)
    return {
        "id": document.id, "source": document.source, "origin": document.origin, "url": document.url,
        "title": document.title, "kind": document.kind, "publisher": publisher and publisher.name,
        "publisher_folded": publisher and fold(publisher.name), "publisher_country": publisher and publisher.country,
        "publisher_kind": publisher and publisher.kind, "side": document.side, "language": document.language,
        "published": document.published, "first_day": first, "last_day": last, "retrieved": document.retrieved,
        "sha256": document.sha256, "text": document.text, "data": encode(msgspec.structs.replace(document, text="")),
        "address": address_of(document), "heading": heading_of(document), "generator": reading.generator,
        "records": records, "warnings": encode(reading.warnings),
    }


def _entity_row(entity: Entity, position: int, records: int) -> Row:
    return {
        "id": entity.id, "position": position, "kind": entity.kind, "type": entity.type,
        "named": entity.named, "name": entity.name, "folded": fold(entity.name), "country": entity.country,
        "records": records, "data": encode(entity),
    }


def _folded_names(entity: Entity) -> set[str]:
    return {folded for name in (entity.name, *entity.aliases) if (folded := fold(name))}


def _record_row(record: Record, kind: str, position: int, context: _Context) -> Row:
    date = context.date(record)
    first, last = bounds(date["date"])
    where = record.evidence[0]
    return {
        "id": record.id, "kind": kind, "position": position,
        "type": record_type(record), **date, "first_day": first, "last_day": last,
        "force": getattr(record, "force", None), "stance": getattr(record, "stance", None),
        "voice": getattr(record, "voice", None), "status": getattr(record, "status", None),
        "confidence": record.confidence, "rule": record.rule, "start": where.start, "end": where.end,
        "quote": where.quote, "data": encode(record),
    }


def record_type(record: Record) -> str | None:
    """The finer kind of a record, where it has one: call, state visit, stress, label, memorandum."""
    match record:
        case Meeting(kind=kind) | Outcome(kind=kind):
            return kind
        case Visit(type=kind):
            return kind
        case Statement(act=act):
            return act
        case Characterization(aspect=aspect):
            return aspect
    return None


class _When(TypedDict):
    date: str | None
    dated: Dated


class _Context:
    """What a record takes from the rest of its reading: the meeting and speaker of its statement, members of groups."""

    def __init__(self, reading: Reading) -> None:
        self.document = reading.document
        self._known = {entity.id for entity in reading.entities}
        self._members = {entity.id: entity.members for entity in reading.entities}
        self._meetings = {meeting.id: meeting for meeting in reading.meetings}
        self._statements = {statement.id: statement for statement in reading.statements}

    def date(self, record: Record) -> _When:
        """The date of the event, else of the meeting at which it was said, else of the document; and which it is."""
        own: str | None = getattr(record, "date", None)
        meeting = self._meeting(record)
        if own is not None:
            return {"date": own, "dated": "record"}
        if meeting is not None and meeting.date is not None:
            return {"date": meeting.date, "dated": "meeting"}
        return {"date": self.document.published, "dated": "document"}

    def topics(self, record: Record) -> list[str]:
        """The topics of the record and of the statement in which it was made, each once, in order."""
        statement = self._statement(record)
        inherited = statement.topics if statement else ()
        return list(dict.fromkeys((*getattr(record, "topics", ()), *inherited)))

    def link_rows(self, record: Record) -> Iterator[Row]:
        """A row for every entity of the record; a group counts itself and each of its members.

        An id that no entity of the reading has links to nothing; it stays in the record's JSON.
        """
        seen: set[tuple[str, str]] = set()
        position = 0
        for entity, part in (*_links(record), *self._inherited(record)):
            for linked, via in self._spread(entity):
                if linked in self._known and (linked, part) not in seen:
                    seen.add((linked, part))
                    yield {"record": record.id, "position": position, "entity": linked, "part": part, "via": via}
                    position += 1

    def _spread(self, entity: str) -> Iterator[tuple[str, str | None]]:
        yield entity, None
        for member in self._members.get(entity, ()):
            yield member, entity

    def _inherited(self, record: Record) -> Iterator[Link]:
        statement = self._statement(record)
        if statement is not None and not isinstance(record, Statement):
            for speaker in statement.speaker:
                yield speaker, "by"
        meeting = self._meeting(record)
        if meeting is not None and meeting is not record:
            own = {entity for entity, _ in _links(record)}
            for participant in meeting.participants:
                if participant.entity not in own:
                    yield participant.entity, "present"

    def _statement(self, record: Record) -> Statement | None:
        if isinstance(record, Statement):
            return record
        return self._statements.get(getattr(record, "statement", None) or "")

    def _meeting(self, record: Record) -> Meeting | None:
        if isinstance(record, Meeting):
            return record
        statement = self._statement(record)
        return self._meetings.get(statement.meeting or "") if statement else None


def _links(record: Record) -> Iterator[Link]:
    """The entities that the record itself names, each with its part."""
    match record:
        case Meeting():
            yield from _each("participant", (participant.entity for participant in record.participants))
            yield from _each("attendee", (attendee.entity for attendee in record.attendees))
            yield from _each("requester", record.requested_by)
            yield from _each("inviter", (record.inviter,))
            yield from _each("place", (record.place,))
            yield from _each("body", (record.body,))
            yield from _each("margins", (record.margins_of,))
        case Visit():
            yield from _each("visitor", record.visitors)
            yield from _each("destination", (record.destination,))
            yield from _each("inviter", (record.inviter,))
        case Statement():
            yield from _each("speaker", record.speaker)
            yield from _each("addressee", record.addressee)
        case Commitment():
            yield from _each("actor", record.actors)
            yield from _each("counterpart", record.counterparts)
            yield from _each("by", record.by)
            yield from _each("responsible", record.responsible)
        case Position():
            yield from _each("holder", record.holders)
            yield from _each("target", record.target)
        case Characterization() | Outcome() | Milestone():
            yield from _each("party", record.parties)


def _each(part: LinkPart, entities: Iterable[str | None]) -> Iterator[Link]:
    for entity in entities:
        if entity is not None:
            yield entity, part
