"""What `memcon list` can list: how each kind is fetched and counted, and how its rows look."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from msgspec import structs

from memcon.analysis.mechanisms import mechanisms
from memcon.cli import layout, printing, wholes
from memcon.cli.filters import Filters
from memcon.ledger import Coverage, DocumentRow, EntityRow, Ledger, Query, RecordRow, Tenure
from memcon.model import RECORD_KINDS
from memcon.model.days import bounds

ENTITIES = {
    "people": "person", "states": "state", "organizations": "organization", "places": "place",
    "initiatives": "initiative",
}
WHOLES = ("encounters", "trips", "threads", "mechanisms")
KINDS = ("records", *RECORD_KINDS, *WHOLES, *ENTITIES, "documents", "coverage")

_DOCUMENT_COLUMNS = (
    "id", "title", "kind", "publisher", "side", "language", "published", "records", "current", "revises", "source",
    "url", "generator",
)
_ENTITY_COLUMNS = (
    "id", "name", "kind", "type", "country", "offices", "roles", "aliases", "documents", "records", "first", "last",
    "entities",
)
_COVERAGE_COLUMNS = ("publisher", "side", "language", "documents", "records", "first", "last")


class Listing(NamedTuple):
    """The rows of one kind, in every form that they take."""

    rows: Iterable[Any]
    total: Callable[[], int]
    head: Sequence[str]
    cells: Callable[[Any], Sequence[object]]
    page: Callable[[Sequence[Any]], Iterator[str]]


def listing(ledger: Ledger, kind: str, chosen: Filters) -> Listing:
    """The listing of a kind under the chosen filters."""
    if kind in ENTITIES:
        what, entities = ENTITIES[kind], chosen.entities()
        return Listing(
            ledger.entities(what, entities), lambda: ledger.count_entities(what, entities), _ENTITY_COLUMNS,
            _cells(_ENTITY_COLUMNS), entity_table,
        )
    if kind == "documents":
        documents = chosen.documents()
        return Listing(
            ledger.documents(documents), lambda: ledger.count_documents(documents), _DOCUMENT_COLUMNS,
            _cells(_DOCUMENT_COLUMNS), document_list,
        )
    if kind == "coverage":
        publishers = ledger.coverage()
        return Listing(
            publishers, lambda: len(publishers), _COVERAGE_COLUMNS, _cells(_COVERAGE_COLUMNS), _coverage_table,
        )
    if kind in WHOLES:
        return _wholes(ledger, kind, chosen.records())
    which = None if kind == "records" else kind
    records = chosen.records()
    return Listing(
        ledger.records(which, records), lambda: ledger.count_records(which, records), printing.RECORD_COLUMNS,
        printing.record_cells, record_list,
    )


def _wholes(ledger: Ledger, kind: str, query: Query) -> Listing:
    """What many documents speak of, each once."""
    if kind == "encounters":
        return Listing(
            ledger.encounters(query), lambda: ledger.count_wholes("encounter", query), wholes.ENCOUNTER_COLUMNS,
            wholes.encounter_cells, wholes.encounter_list,
        )
    if kind == "trips":
        return Listing(
            ledger.visits(query), lambda: ledger.count_wholes("visit", query), wholes.TRIP_COLUMNS, wholes.trip_cells,
            wholes.trip_list,
        )
    if kind == "threads":
        return Listing(
            ledger.threads(None, query), lambda: ledger.count_wholes("thread", query), wholes.THREAD_COLUMNS,
            wholes.thread_cells, wholes.thread_list,
        )
    every = mechanisms(ledger, date.today(), structs.replace(query, limit=None, offset=0))
    end = query.offset + query.limit if query.limit else None
    return Listing(
        every[query.offset : end], lambda: len(every), wholes.MECHANISM_COLUMNS, wholes.mechanism_cells,
        wholes.mechanism_list,
    )


def record_list(rows: Sequence[RecordRow]) -> Iterator[str]:
    """Records of many documents, a paragraph each."""
    for row in rows:
        yield from printing.record_lines(row)


def document_list(rows: Sequence[DocumentRow]) -> Iterator[str]:
    """Documents, a paragraph each."""
    for row in rows:
        yield from map(layout.strong, layout.paragraph(row.title or row.source, hang=12, first=row.published or ""))
        about = (
            row.publisher, row.side, row.kind.replace("-", " "), f"{row.records} records", printing.short_id(row.id),
            None if row.current else "superseded", row.revises and f"revises {printing.short_id(row.revises)}",
            row.source if row.title else None,
        )
        yield from map(layout.dim, layout.paragraph(" · ".join(filter(None, about)), indent=12))


def entity_table(rows: Sequence[EntityRow]) -> Iterator[str]:
    """People, states or bodies, a line each."""
    about = "office" if any(row.roles for row in rows) else "type" if any(row.type for row in rows) else "also called"
    joined = any(row.id for row in rows)
    cells = [
        (
            row.name, row.country or "", _about(row, about), str(row.documents), str(row.records), row.first or "",
            row.last or "", *((printing.short_id(row.id) if row.id else "",) if joined else ()),
        )
        for row in rows
    ]
    head = ("name", "of", about, "docs", "records", "first", "last", *(("id",) if joined else ()))
    return layout.columns(cells, head, flexible=(0, 2))


def _about(row: EntityRow, what: str) -> str:
    match what:
        case "office":
            office = row.office_on(bounds(row.last)[1])
            return office.title if office is not None else "; ".join(row.roles)
        case "type":
            return (row.type or "").replace("-", " ")
    return "; ".join(row.aliases)


def _coverage_table(rows: Sequence[Coverage]) -> Iterator[str]:
    cells = [
        (
            row.publisher or "unknown", row.side or "", row.language or "", str(row.documents), str(row.records),
            row.first or "", row.last or "",
        )
        for row in rows
    ]
    return layout.columns(cells, ("publisher", "side", "lang", "docs", "records", "first", "last"), flexible=(0,))


def _cell(value: str | Tenure) -> str:
    return printing.tenure(value) if isinstance(value, Tenure) else value


def _cells(columns: Sequence[str]) -> Callable[[object], Sequence[object]]:
    def cells(row: object) -> Sequence[object]:
        values = (getattr(row, column) for column in columns)
        return ["; ".join(map(_cell, value)) if isinstance(value, tuple) else value for value in values]

    return cells
