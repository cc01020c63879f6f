"""The tables of a ledger: typed columns for what is asked for, and each record whole as JSON beside them.

Rows refer to each other by number, which is short; ids, which are long, are what the world outside knows.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text, text

REVISION = "0002"
"""The migration that these tables stand for: the newest one in `migrations/versions`."""

metadata = MetaData()


def key_to(name: str, target: str, primary_key: bool = False, nullable: bool = False) -> Column[int]:
    """A column that refers to rows of another table, and goes with them."""
    reference = ForeignKey(f"{target}.number", ondelete="CASCADE")
    return Column(name, Integer, reference, nullable=nullable, primary_key=primary_key)


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True, autoincrement=False)


def _id() -> Column[str]:
    return Column("id", String, nullable=False, unique=True)


documents = Table(
    "documents", metadata,
    _number(),
    _id(),
    Column("source", Text, nullable=False),
    Column("origin", Text),
    Column("url", Text),
    Column("title", Text),
    Column("kind", String, nullable=False),
    Column("publisher", Text),
    Column("publisher_folded", Text),
    Column("publisher_country", String),
    Column("publisher_kind", String),
    Column("side", String),
    Column("language", String),
    Column("published", String),
    Column("first_day", String),
    Column("last_day", String),
    Column("retrieved", String),
    Column("sha256", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("address", Text),
    Column("heading", String),
    Column("family", String, nullable=False),
    Column("revises", String),
    Column("current", Boolean, nullable=False),
    Column("generator", String, nullable=False),
    Column("records", Integer, nullable=False),
    Column("warnings", Text, nullable=False),
    Index("documents_by_day", "first_day"),
    Index("documents_by_address", "address"),
    Index("documents_by_heading", "heading"),
    Index("documents_by_family", "family"),
    Index("documents_by_generator", "generator"),
    Index("documents_superseded", "number", sqlite_where=text("current = 0"), postgresql_where=text("NOT current")),
)

entities = Table(
    "entities", metadata,
    _number(),
    _id(),
    key_to("document", "documents"),
    Column("position", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("type", String),
    Column("named", Boolean, nullable=False),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("country", String),
    Column("records", Integer, nullable=False),
    Column("data", Text, nullable=False),
    Index("entities_by_document", "document", "position"),
    Index("entities_by_kind", "kind", "folded", "country", "document"),
    Index("entities_by_country", "country", "kind"),
)

names = Table(
    "names", metadata,
    _number(),
    Column("folded", Text, nullable=False, unique=True),
)

entity_names = Table(
    "entity_names", metadata,
    key_to("name", "names", primary_key=True),
    key_to("entity", "entities", primary_key=True),
    Index("entity_names_by_entity", "entity"),
)

mentions = Table(
    "mentions", metadata,
    key_to("document", "documents", primary_key=True),
    Column("position", Integer, primary_key=True),
    key_to("entity", "entities"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("how", String, nullable=False),
    Index("mentions_by_entity", "entity"),
)

dates = Table(
    "dates", metadata,
    key_to("document", "documents", primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("value", String, nullable=False),
)

records = Table(
    "records", metadata,
    _number(),
    _id(),
    key_to("document", "documents"),
    Column("kind", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("type", String),
    Column("date", String),
    Column("dated", String, nullable=False),
    Column("first_day", String),
    Column("last_day", String),
    Column("force", String),
    Column("stance", String),
    Column("voice", String),
    Column("status", String),
    Column("confidence", Float, nullable=False),
    Column("rule", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("review", String),
    Index("records_by_document", "document", "kind", "position"),
    Index("records_by_first_day", "first_day"),
    Index("records_by_day", "kind", "first_day", "document", "position", "review"),
)

record_entities = Table(
    "record_entities", metadata,
    key_to("record", "records", primary_key=True),
    Column("position", Integer, primary_key=True),
    key_to("entity", "entities"),
    Column("part", String, nullable=False),
    key_to("via", "entities", nullable=True),
    Index("record_entities_by_entity", "entity", "part", "record"),
    Index("record_entities_by_group", "via"),
)

passages = Table(
    "passages", metadata,
    _number(),
    key_to("document", "documents"),
    Column("kind", String, nullable=False),
    key_to("record", "records", nullable=True),
    Index("passages_by_document", "document"),
    Index("passages_by_record", "record"),
)

record_topics = Table(
    "record_topics", metadata,
    key_to("record", "records", primary_key=True),
    Column("topic", String, primary_key=True),
    Index("record_topics_by_topic", "topic", "record"),
)
