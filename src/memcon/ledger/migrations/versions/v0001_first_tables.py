"""The first tables: documents, entities and their names, mentions, dates, records and their links, passages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables in an empty store."""
    _documents()
    _entities()
    _mentions()
    _records()


def _key(name: str, target: str, primary_key: bool = False, nullable: bool = False) -> sa.Column[int]:
    reference = sa.ForeignKey(f"{target}.number", ondelete="CASCADE")
    return sa.Column(name, sa.Integer, reference, nullable=nullable, primary_key=primary_key)


def _number() -> sa.Column[int]:
    return sa.Column("number", sa.Integer, primary_key=True, autoincrement=False)


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.String, nullable=False, unique=True)


def _documents() -> None:
    op.create_table(
        "documents",
        _number(),
        _id(),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("origin", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("publisher", sa.Text),
        sa.Column("publisher_folded", sa.Text),
        sa.Column("publisher_country", sa.String),
        sa.Column("publisher_kind", sa.String),
        sa.Column("side", sa.String),
        sa.Column("language", sa.String),
        sa.Column("published", sa.String),
        sa.Column("first_day", sa.String),
        sa.Column("last_day", sa.String),
        sa.Column("retrieved", sa.String),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("address", sa.Text),
        sa.Column("heading", sa.String),
        sa.Column("family", sa.String, nullable=False),
        sa.Column("revises", sa.String),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("generator", sa.String, nullable=False),
        sa.Column("records", sa.Integer, nullable=False),
        sa.Column("warnings", sa.Text, nullable=False),
    )
    op.create_index("documents_by_day", "documents", ["first_day"])
    op.create_index("documents_by_address", "documents", ["address"])
    op.create_index("documents_by_heading", "documents", ["heading"])
    op.create_index("documents_by_family", "documents", ["family"])
    op.create_index("documents_by_generator", "documents", ["generator"])


def _entities() -> None:
    op.create_table(
        "entities",
        _number(),
        _id(),
        _key("document", "documents"),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("type", sa.String),
        sa.Column("named", sa.Boolean, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("country", sa.String),
        sa.Column("records", sa.Integer, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
    )
    op.create_index("entities_by_document", "entities", ["document", "position"])
    op.create_index("entities_by_kind", "entities", ["kind", "folded", "country", "document"])
    op.create_index("entities_by_country", "entities", ["country", "kind"])
    op.create_table(
        "names",
        _number(),
        sa.Column("folded", sa.Text, nullable=False, unique=True),
    )
    op.create_table(
        "entity_names",
        _key("name", "names", primary_key=True),
        _key("entity", "entities", primary_key=True),
    )
    op.create_index("entity_names_by_entity", "entity_names", ["entity"])


def _mentions() -> None:
    op.create_table(
        "mentions",
        _key("document", "documents", primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        _key("entity", "entities"),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("how", sa.String, nullable=False),
    )
    op.create_index("mentions_by_entity", "mentions", ["entity"])
    op.create_table(
        "dates",
        _key("document", "documents", primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("value", sa.String, nullable=False),
    )


def _records() -> None:
    op.create_table(
        "records",
        _number(),
        _id(),
        _key("document", "documents"),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("type", sa.String),
        sa.Column("date", sa.String),
        sa.Column("dated", sa.String, nullable=False),
        sa.Column("first_day", sa.String),
        sa.Column("last_day", sa.String),
        sa.Column("force", sa.String),
        sa.Column("stance", sa.String),
        sa.Column("voice", sa.String),
        sa.Column("status", sa.String),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("rule", sa.String, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
    )
    op.create_index("records_by_document", "records", ["document", "kind", "position"])
    op.create_index("records_by_day", "records", ["kind", "first_day", "document", "position"])
    op.create_table(
        "record_entities",
        _key("record", "records", primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        _key("entity", "entities"),
        sa.Column("part", sa.String, nullable=False),
        _key("via", "entities", nullable=True),
    )
    op.create_index("record_entities_by_entity", "record_entities", ["entity", "part", "record"])
    op.create_index("record_entities_by_group", "record_entities", ["via"])
    op.create_table(
        "record_topics",
        _key("record", "records", primary_key=True),
        sa.Column("topic", sa.String, primary_key=True),
    )
    op.create_index("record_topics_by_topic", "record_topics", ["topic", "record"])
    op.create_table(
        "passages",
        _number(),
        _key("document", "documents"),
        sa.Column("kind", sa.String, nullable=False),
        _key("record", "records", nullable=True),
    )
    op.create_index("passages_by_document", "passages", ["document"])
    op.create_index("passages_by_record", "passages", ["record"])
