"""From a selection to the rows of the tables, in portions and in an order that is always the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from memcon.export.selection import Selection, portions
from memcon.export.tables import PART_OF, RECORD_TYPES, Row, cell, own_fields
from memcon.ledger import ACTING, EncounterRow, EntityQuery, EntityRow, RecordRow, ThreadRow, VisitRow
from memcon.model import Meeting, Reading, Record, Span
from memcon.model.days import bounds

_KINDS = ("person", "state", "organization", "place", "initiative", "group")


class Sink(Protocol):
    """What takes rows of `TABLES`, again and again."""

    def write(self, table: str, rows: Iterable[Row]) -> None:
        """Take some rows of a table."""


def pour(selection: Selection, sink: Sink) -> None:
    """Give all rows of all tables of a selection to the sink."""
    noted = {note.subject for note in selection.ledger.notes()}
    reviewed = {review.subject for review in selection.ledger.reviews()}
    documents: dict[str, None] = {}
    wholes: set[str] = set()
    seen: set[str] = set()
    for portion in portions(selection.records()):
        part_of = selection.ledger.wholes_of([row.id for row in portion])
        documents.update(dict.fromkeys(row.document for row in portion))
        wholes.update(part_of.values())
        seen.update(row.id for row in portion if row.id in noted or row.id in reviewed)
        _write_records(selection, sink, portion, part_of)
    listed = selection.document_ids() if selection.everything else iter(documents)
    referents: set[str] = set()
    for identity in listed:
        seen.add(identity)
        referents |= _write_document(selection, sink, selection.ledger.reading(identity))
    _write_referents(selection, sink, referents)
    for some in portions(one for one in selection.wholes() if one.id in wholes):
        for table, kind in (("encounters", EncounterRow), ("trips", VisitRow), ("threads", ThreadRow)):
            sink.write(table, [_whole_row(one) for one in some if isinstance(one, kind)])
    seen |= wholes | referents
    sink.write("reviews", [
        (one.id, one.subject, one.decision, one.reason, one.author, one.made, one.document, one.quote)
        for one in selection.ledger.reviews() if selection.everything or one.subject in seen
    ])
    sink.write("notes", [
        (one.id, one.subject, one.text, one.author, one.made)
        for one in selection.ledger.notes() if selection.everything or one.subject in seen
    ])


def table_rows(selection: Selection, name: str) -> Iterator[Row]:
    """The rows of one table alone; of encounters, trips and threads, the limit of the query counts these."""
    ledger, query = selection.ledger, selection.query
    if name in RECORD_TYPES or name == "records":
        for portion in portions(ledger.records(None if name == "records" else name, query)):
            part_of = ledger.wholes_of([row.id for row in portion]) if name in PART_OF else {}
            for row in portion:
                common = _common(selection, row)
                yield common if name == "records" else _kind_row(row, common, part_of)
    elif name == "encounters":
        yield from map(_whole_row, ledger.encounters(query))
    elif name == "trips":
        yield from map(_whole_row, ledger.visits(query))
    elif name == "threads":
        yield from map(_whole_row, ledger.threads(None, query))
    else:
        sink = _OneTable(name)
        pour(selection, sink)
        yield from sink.rows


class _OneTable:
    """Takes the rows of one table and lets the others go."""

    def __init__(self, name: str) -> None:
        self.rows: list[Row] = []
        self._name = name

    def write(self, table: str, rows: Iterable[Row]) -> None:
        if table == self._name:
            self.rows.extend(rows)


# Records


def spans_of(record: Record) -> Iterator[tuple[str, Span]]:
    """Every place that a record quotes, with the field that does: first the evidence, then the other fields."""
    yield from (("evidence", span) for span in record.evidence)
    for field in record.__struct_fields__:
        value = getattr(record, field)
        if field != "evidence":
            spans = (value,) if isinstance(value, Span) else value if isinstance(value, tuple) else ()
            yield from ((field, span) for span in spans if isinstance(span, Span))


def voice_of(record: Record) -> str | None:
    """Whose word a record is, None for the kinds that have no voice."""
    voice: str | None = getattr(record, "voice", None)
    return voice


def acting(row: RecordRow) -> list[str]:
    """The names of those who act in a record; a group stands as its members where they are known."""
    groups = {one.group for one in row.involved if one.group}
    return list(dict.fromkeys(one.name for one in row.involved if one.part in ACTING and one.entity not in groups))


def _write_records(selection: Selection, sink: Sink, rows: Sequence[RecordRow], part_of: dict[str, str]) -> None:
    commons = {row.id: _common(selection, row) for row in rows}
    sink.write("records", commons.values())
    for kind in dict.fromkeys(row.kind for row in rows):
        sink.write(kind, [_kind_row(row, commons[row.id], part_of) for row in rows if row.kind == kind])
    sink.write("evidence", [
        (row.id, position, field, row.document, span.start, span.end, span.quote)
        for row in rows for position, (field, span) in enumerate(spans_of(row.record))
    ])
    sink.write("links", [link for row in rows for link in _links(row)])


def _common(selection: Selection, row: RecordRow) -> Row:
    first = row.record.evidence[0]
    return (
        row.id, row.kind, row.document, row.published, row.publisher, row.side, selection.address(row.document),
        row.date, row.dated, *bounds(row.date), acting(row), voice_of(row.record), row.record.confidence,
        list(row.record.reasons), row.record.rule, row.review, list(row.topics), first.quote, first.start, first.end,
    )


def _kind_row(row: RecordRow, common: Row, part_of: dict[str, str]) -> Row:
    names = {one.entity: one.name for one in row.involved}
    part = (part_of.get(row.id),) if row.kind in PART_OF else ()
    return (*common, *part, *(cell(getattr(row.record, field), names) for field, _ in own_fields(row.kind)))


def _links(row: RecordRow) -> Iterator[Row]:
    seats: dict[tuple[str, str], tuple[str | None, str | None]] = {}
    if isinstance(row.record, Meeting):
        seats = {("participant", one.entity): (one.role, one.part) for one in row.record.participants}
        seats |= {("attendee", one.entity): (one.role, None) for one in row.record.attendees}
    for position, one in enumerate(row.involved):
        role, seat = seats.get((one.part, one.entity), (None, None))
        yield row.id, position, one.entity, one.part, one.name, one.kind, one.country, one.group, role, seat


# Documents and those of whom they speak


def _write_document(selection: Selection, sink: Sink, reading: Reading) -> set[str]:
    """Write a document with its entities; the ids of what these are over all documents."""
    row, document = selection.ledger.document_row(reading.document.id), reading.document
    publisher, dateline = document.publisher, document.dateline
    sink.write("documents", [(
        row.id, document.title, document.kind, publisher and publisher.name, publisher and publisher.country,
        publisher and publisher.kind, document.side, document.language, document.translation, document.published,
        document.retrieved, dateline and dateline.place, document.url, document.origin, document.source,
        document.sha256, row.generator, row.current, row.revises, row.records, document.text,
    )])
    referents = selection.ledger.wholes_of([entity.id for entity in reading.entities])
    sink.write("entities", [
        (
            one.id, row.id, referents.get(one.id), one.kind, one.type, one.named, one.name, list(one.aliases),
            one.country, list(one.members),
        )
        for one in reading.entities
    ])
    sink.write("roles", [
        (one.id, row.id, role.title, role.organization, role.country, span.quote, span.start, span.end)
        for one in reading.entities for role in one.roles for span in role.evidence
    ])
    return set(referents.values())


def referent_rows(selection: Selection, wanted: set[str], kinds: Sequence[str] = _KINDS) -> Iterator[EntityRow]:
    """The rows, over all documents, of the people and things of these ids."""
    query = EntityQuery(unnamed=True, revisions=selection.query.revisions)
    for kind in kinds:
        yield from (row for row in selection.ledger.entities(kind, query) if row.id in wanted)


def _write_referents(selection: Selection, sink: Sink, wanted: set[str]) -> None:
    for some in portions(referent_rows(selection, wanted)):
        sink.write("referents", [
            (
                row.id, row.kind, row.type, row.name, row.country, list(row.aliases),
                [f"{one.title} ({one.first or '?'} to {one.last or '?'})" for one in row.offices],
                row.first, row.last, row.documents, row.records,
            )
            for row in some
        ])


def _whole_row(one: EncounterRow | VisitRow | ThreadRow) -> Row:
    match one:
        case EncounterRow():
            return (
                one.id, one.kind, one.status, one.date, one.country, [party.name for party in one.parties],
                [party.id for party in one.parties], [place.name for place in one.places],
                [body.name for body in one.bodies], one.visit, len(one.accounts),
            )
        case VisitRow():
            return (
                one.id, one.type, one.date, one.country, [party.name for party in one.visitors],
                [party.id for party in one.visitors], [place.name for place in one.destinations], len(one.accounts),
            )
    return (
        one.id, one.kind, one.words, one.first, one.last, [party.name for party in one.parties],
        [party.id for party in one.parties], len(one.wordings),
    )
