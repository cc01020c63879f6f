"""What many documents have in common (members, resolved things, judgements), and people's decisions and notes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables; documents that are kept already are joined by the next `memcon resolve`."""
    _resolved()
    _members()
    _decisions()


def downgrade() -> None:
    """Drop them: decisions and notes of people go with them."""
    op.drop_index("records_by_first_day", "records")
    op.drop_index("records_by_day", "records")
    op.create_index("records_by_day", "records", ["kind", "first_day", "document", "position"])
    op.drop_index("documents_superseded", "documents")
    with op.batch_alter_table("records") as records:
        records.drop_column("review")
    for name in ("notes", "reviews", "judgements", "settled", "entity_members", "member_keys", "members", "resolved"):
        op.drop_table(name)


def _number() -> sa.Column[int]:
    return sa.Column("number", sa.Integer, primary_key=True, autoincrement=False)


def _id() -> sa.Column[str]:
    return sa.Column("id", sa.String, nullable=False, unique=True)


def _key(name: str, target: str, primary_key: bool = False, nullable: bool = False) -> sa.Column[int]:
    reference = sa.ForeignKey(f"{target}.number", ondelete="CASCADE")
    return sa.Column(name, sa.Integer, reference, nullable=nullable, primary_key=primary_key)


def _resolved() -> None:
    op.create_table(
        "resolved",
        _number(),
        _id(),
        sa.Column("family", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("name", sa.Text),
        sa.Column("folded", sa.Text),
        sa.Column("country", sa.String),
        sa.Column("status", sa.String),
        sa.Column("first_day", sa.String),
        sa.Column("last_day", sa.String),
        sa.Column("size", sa.Integer, nullable=False),
    )
    op.create_index("resolved_by_day", "resolved", ["family", "kind", "first_day"])
    op.create_index("resolved_by_name", "resolved", ["family", "folded"])


def _members() -> None:
    op.create_table(
        "members",
        _number(),
        _id(),
        sa.Column("family", sa.String, nullable=False),
        _key("document", "documents", nullable=True),
        sa.Column("resolved", sa.Integer, sa.ForeignKey("resolved.number")),
        sa.Column("first_day", sa.String),
        sa.Column("last_day", sa.String),
        sa.Column("data", sa.Text, nullable=False),
    )
    op.create_index("members_by_document", "members", ["document"])
    op.create_index("members_by_resolved", "members", ["resolved"])
    op.create_table(
        "member_keys",
        sa.Column("key", sa.Text, primary_key=True),
        _key("member", "members", primary_key=True),
    )
    op.create_index("member_keys_by_member", "member_keys", ["member"])
    op.create_table(
        "entity_members",
        _key("entity", "entities", primary_key=True),
        _key("member", "members"),
    )
    op.create_index("entity_members_by_member", "entity_members", ["member"])
    op.create_table(
        "settled",
        _key("document", "documents", primary_key=True),
        sa.Column("author", sa.String, nullable=False),
    )


def _decisions() -> None:
    op.create_table(
        "judgements",
        _number(),
        sa.Column("family", sa.String, nullable=False),
        sa.Column("left", sa.String, nullable=False),
        sa.Column("right", sa.String, nullable=False),
        sa.Column("same", sa.Boolean, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reasons", sa.Text, nullable=False),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("person", sa.Boolean, nullable=False),
        sa.Column("made", sa.String, nullable=False),
        sa.Column("undone", sa.String),
        sa.Column("review", sa.String),
    )
    op.create_index("judgements_by_left", "judgements", ["left"])
    op.create_index("judgements_by_right", "judgements", ["right"])
    for name, column in (
        ("reviews", (
            sa.Column("document", sa.String), sa.Column("decision", sa.String, nullable=False),
            sa.Column("data", sa.Text, nullable=False),
        )),
        ("notes", (sa.Column("text", sa.Text, nullable=False),)),
    ):
        op.create_table(
            name,
            _number(),
            _id(),
            sa.Column("subject", sa.String, nullable=False),
            *column,
            sa.Column("author", sa.String, nullable=False),
            sa.Column("made", sa.String, nullable=False),
            sa.Column("undone", sa.String),
        )
        op.create_index(f"{name}_by_subject", name, ["subject"])
    op.create_index("reviews_by_document", "reviews", ["document"])
    with op.batch_alter_table("records") as records:
        records.add_column(sa.Column("review", sa.String))
    op.drop_index("records_by_day", "records")
    op.create_index("records_by_day", "records", ["kind", "first_day", "document", "position", "review"])
    op.create_index("records_by_first_day", "records", ["first_day"])
    op.create_index(
        "documents_superseded", "documents", ["number"],
        sqlite_where=sa.text("current = 0"), postgresql_where=sa.text("NOT current"),
    )
