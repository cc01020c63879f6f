"""The tables of what many documents have in common, and of what people add: decisions, corrections and notes."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, String, Table, Text

from memcon.ledger.tables import key_to, metadata

resolved = Table(
    "resolved", metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("family", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("name", Text),
    Column("folded", Text),
    Column("country", String),
    Column("status", String),
    Column("first_day", String),
    Column("last_day", String),
    Column("size", Integer, nullable=False),
    Index("resolved_by_day", "family", "kind", "first_day"),
    Index("resolved_by_name", "family", "folded"),
)

members = Table(
    "members", metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("family", String, nullable=False),
    key_to("document", "documents", nullable=True),
    Column("resolved", Integer, ForeignKey("resolved.number")),
    Column("first_day", String),
    Column("last_day", String),
    Column("data", Text, nullable=False),
    Index("members_by_document", "document"),
    Index("members_by_resolved", "resolved"),
)

member_keys = Table(
    "member_keys", metadata,
    Column("key", Text, primary_key=True),
    key_to("member", "members", primary_key=True),
    Index("member_keys_by_member", "member"),
)

entity_members = Table(
    "entity_members", metadata,
    key_to("entity", "entities", primary_key=True),
    key_to("member", "members"),
    Index("entity_members_by_member", "member"),
)

settled = Table(
    "settled", metadata,
    key_to("document", "documents", primary_key=True),
    Column("author", String, nullable=False),
)

judgements = Table(
    "judgements", metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("family", String, nullable=False),
    Column("left", String, nullable=False),
    Column("right", String, nullable=False),
    Column("same", Boolean, nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("author", String, nullable=False),
    Column("person", Boolean, nullable=False),
    Column("made", String, nullable=False),
    Column("undone", String),
    Column("review", String),
    Index("judgements_by_left", "left"),
    Index("judgements_by_right", "right"),
)

reviews = Table(
    "reviews", metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("subject", String, nullable=False),
    Column("document", String),
    Column("decision", String, nullable=False),
    Column("data", Text, nullable=False),
    Column("author", String, nullable=False),
    Column("made", String, nullable=False),
    Column("undone", String),
    Index("reviews_by_subject", "subject"),
    Index("reviews_by_document", "document"),
)

notes = Table(
    "notes", metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("subject", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("author", String, nullable=False),
    Column("made", String, nullable=False),
    Column("undone", String),
    Index("notes_by_subject", "subject"),
)
