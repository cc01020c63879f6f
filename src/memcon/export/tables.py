"""The tables of the exports that have tables: their columns, keys and what they mean."""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args, get_origin, get_type_hints

import msgspec

from memcon.model import (
    RECORD_KINDS, Attendee, Characterization, Commitment, Meeting, Milestone, Outcome, Participant, Position, Record,
    Span, Statement, Visit,
)

ColumnKind = Literal["text", "integer", "number", "boolean", "list"]
Row = tuple[object, ...]


class Column(msgspec.Struct, frozen=True):
    """A column: a `list` holds texts; `refers` names the table whose key it holds."""

    name: str
    kind: ColumnKind = "text"
    about: str = ""
    refers: str | None = None


class Table(msgspec.Struct, frozen=True):
    """A table: `key` is the column that tells rows apart (None: none does), `facets` are columns worth counting by."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: str | None = "id"
    facets: tuple[str, ...] = ()
    label: str | None = None

    @property
    def names(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self.columns]


RECORD_TYPES: dict[str, type[Record]] = {
    "meetings": Meeting, "visits": Visit, "statements": Statement, "commitments": Commitment, "positions": Position,
    "characterizations": Characterization, "outcomes": Outcome, "milestones": Milestone,
}
PART_OF = {
    "meetings": "encounters", "visits": "trips", "commitments": "threads", "positions": "threads",
    "characterizations": "threads",
}
"""Which table has the thing over all documents that a record of a kind is part of."""

COMMON = (
    Column("id"),
    Column("kind", about="kind of record"),
    Column("document", about="document it was read out of", refers="documents"),
    Column("published", about="publication date of the document (EDTF)"),
    Column("publisher"),
    Column("side", about="state of the publisher (alpha-3)"),
    Column("address", about="where the document is to be found"),
    Column("date", about="EDTF"),
    Column("dated", about="whose date it is: of the record, of the meeting at which it was said, of the document"),
    Column("first_day", about="first day that the date may mean"),
    Column("last_day", about="last day that the date may mean"),
    Column("who", "list", "who meets, travels, speaks, undertakes, holds, is party to it"),
    Column("voice", about="whose word it is: self, counterpart, joint, third"),
    Column("confidence", "number", "0 to 1"),
    Column("reasons", "list", "why the confidence is not higher"),
    Column("rule", about="rule that made the record"),
    Column("review", about="what a person has decided on it"),
    Column("topics", "list"),
    Column("quote", about="exact words of the first place that it rests on"),
    Column("start", "integer", "where they start in the document's text, in code points"),
    Column("end", "integer", "where they end (exclusive)"),
)
_BASE = {*Record.__struct_fields__, "date", "voice", "topics"}
_FACETS: dict[str, tuple[str, ...]] = {
    "meetings": ("type", "status", "side", "review"), "visits": ("type", "side", "review"),
    "statements": ("act", "voice", "side", "topics", "review"),
    "commitments": ("force", "strength", "voice", "side", "topics", "review"),
    "positions": ("stance", "voice", "side", "review"), "characterizations": ("aspect", "voice", "side", "review"),
    "outcomes": ("type", "status", "voice", "review"), "milestones": ("ordinal", "side"),
}


@cache
def own_fields(kind: str) -> tuple[tuple[str, Column], ...]:
    """The fields that only records of this kind have, each with its column; the field `kind` becomes `type`."""
    hints = get_type_hints(RECORD_TYPES[kind])
    fields = [name for name in RECORD_TYPES[kind].__struct_fields__ if name not in _BASE]
    return tuple((name, Column("type" if name == "kind" else name, _kind_of(hints[name]))) for name in fields)


def _kind_of(hint: object) -> ColumnKind:
    if get_origin(hint) is tuple:
        return "list"
    plain = [one for one in get_args(hint) if one is not type(None)] if type(None) in get_args(hint) else [hint]
    kinds: dict[object, ColumnKind] = {bool: "boolean", int: "integer", float: "number"}
    return kinds.get(plain[0], "text")


def cell(value: object, names: dict[str, str]) -> object:
    """A field of a record as a cell: spans as their words, ids of entities as their names."""
    match value:
        case Span():
            return value.quote
        case Participant() | Attendee():
            return names.get(value.entity, value.entity)
        case tuple():
            return [cell(item, names) for item in value]
        case str():
            return names.get(value, value)
    return value


def _kind_table(kind: str) -> Table:
    whole = PART_OF.get(kind)
    part = (Column("part_of", about="over all documents", refers=whole),) if whole else ()
    keyed = (Column("id", refers="records"), *COMMON[1:])
    columns = (*keyed, *part, *(column for _, column in own_fields(kind)))
    return Table(kind, f"{kind} that documents tell of, a row each", columns, facets=_FACETS[kind], label="quote")


TABLES: dict[str, Table] = {table.name: table for table in (
    Table("documents", "texts as published", (
        Column("id"), Column("title"), Column("kind"), Column("publisher"), Column("publisher_country"),
        Column("publisher_kind"), Column("side"), Column("language"), Column("translation", "boolean"),
        Column("published", about="EDTF"), Column("retrieved", about="EDTF"), Column("place", about="of the dateline"),
        Column("url"), Column("origin"), Column("source"), Column("sha256", about="of the bytes read"),
        Column("generator", about="what read it"), Column("current", "boolean", "whether no newer text supersedes it"),
        Column("revises", about="document whose place it took"), Column("records", "integer"), Column("text"),
    ), facets=("kind", "publisher", "side", "language"), label="title"),
    Table("referents", "people, states, bodies, places, initiatives over all documents", (
        Column("id"), Column("kind"), Column("type"), Column("name"), Column("country", about="alpha-3"),
        Column("aliases", "list"), Column("offices", "list", "with the days of the documents that show them"),
        Column("first", about="date of the first document"), Column("last", about="date of the last document"),
        Column("documents", "integer"), Column("records", "integer"),
    ), facets=("kind", "type", "country"), label="name"),
    Table("entities", "who and what one document speaks of", (
        Column("id"), Column("document", refers="documents"),
        Column("referent", about="over all documents", refers="referents"), Column("kind"), Column("type"),
        Column("named", "boolean"), Column("name"), Column("aliases", "list"), Column("country", about="alpha-3"),
        Column("members", "list", "entities of which a group consists"),
    ), facets=("kind", "type", "country", "named"), label="name"),
    Table("roles", "offices, as one document words them", (
        Column("entity", refers="entities"), Column("document", refers="documents"), Column("title"),
        Column("organization", about="entity"), Column("country"), Column("quote"), Column("start", "integer"),
        Column("end", "integer"),
    ), key=None, facets=("country",)),
    Table("encounters", "meetings as they were, once each", (
        Column("id"), Column("kind"), Column("status"), Column("date", about="EDTF"),
        Column("country", about="of the place"), Column("parties", "list"), Column("party_ids", "list"),
        Column("places", "list"), Column("bodies", "list"), Column("trip", about="visit that it was part of"),
        Column("accounts", "integer"),
    ), facets=("kind", "status", "country", "parties")),
    Table("trips", "visits as they were, once each", (
        Column("id"), Column("type"), Column("date", about="EDTF"), Column("country", about="of the destination"),
        Column("visitors", "list"), Column("visitor_ids", "list"), Column("destinations", "list"),
        Column("accounts", "integer"),
    ), facets=("type", "country", "visitors")),
    Table("threads", "the same commitment, position or formula through documents", (
        Column("id"), Column("kind"), Column("words", about="first wording"), Column("first"), Column("last"),
        Column("parties", "list"), Column("party_ids", "list"), Column("wordings", "integer"),
    ), facets=("kind", "parties"), label="words"),
    Table("records", "all records, with what every kind has", COMMON, label="quote",
          facets=("kind", "side", "voice", "publisher", "topics", "review")),
    *map(_kind_table, RECORD_KINDS),
    Table("evidence", "every place that a record rests on or quotes", (
        Column("record", refers="records"), Column("position", "integer"),
        Column("field", about="`evidence`, or the field of the record that quotes these words"),
        Column("document", refers="documents"), Column("start", "integer"), Column("end", "integer"), Column("quote"),
    ), key=None, facets=("field",)),
    Table("links", "who and what is involved in a record", (
        Column("record", refers="records"), Column("position", "integer"), Column("entity", refers="entities"),
        Column("part"), Column("name"), Column("kind"), Column("country"),
        Column("group", about="entity of the group through which it is involved"),
        Column("role", about="office as worded"), Column("seat", about="host, guest, chair, co-chair, participant"),
    ), key=None, facets=("part", "kind", "country", "seat")),
    Table("reviews", "what people have decided", (
        Column("id"), Column("subject"), Column("decision"), Column("reason"), Column("author"), Column("made"),
        Column("document"), Column("quote"),
    ), facets=("decision", "author")),
    Table("notes", "what analysts have noted", (
        Column("id"), Column("subject"), Column("text"), Column("author"), Column("made"),
    ), facets=("author",)),
)}
"""All tables, in an order in which none refers to a later one, `records` and its kinds left aside."""
