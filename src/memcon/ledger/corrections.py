"""What a decision on a record says: the fields that it changes, and where the record stood."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from memcon.errors import UsageError
from memcon.ledger.keeping import chunks
from memcon.ledger.world_tables import reviews
from memcon.model import Record, Span

_FIXED = {"id", "evidence", "confidence", "reasons", "rule"}
"""Fields that nobody corrects: what a record rests on, and what the program says of it."""


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """Where the record stood on which was decided, so that it is found again under another id."""

    record: str
    document: str
    kind: str
    evidence: tuple[Span, ...]


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """Why something was decided, the fields that change (as in JSON), and on which record."""

    reason: str | None = None
    changes: dict[str, Any] = {}
    anchor: Anchor | None = None


decode = msgspec.json.Decoder(Terms).decode


def corrected(record: Record, changes: Mapping[str, Any]) -> Record:
    """The record with some fields changed; UsageError where there is no such field or it cannot hold the value."""
    if not changes:
        return record
    for field in changes:
        if field in _FIXED or field not in record.__struct_fields__:
            free = sorted(set(record.__struct_fields__) - _FIXED)
            raise UsageError(f"{field}: a {record.kind_name} has no such field to correct; there are {', '.join(free)}")
    try:
        return msgspec.convert({**msgspec.to_builtins(record), **changes}, type(record))
    except msgspec.ValidationError as fault:
        raise UsageError(f"the correction does not fit a {record.kind_name}: {fault}") from fault


def changes_of(connection: Connection, records: Collection[str]) -> dict[str, dict[str, Any]]:
    """The fields that people have corrected, for each of these records on which somebody has."""
    found: dict[str, dict[str, Any]] = {}
    for some in chunks(sorted(records)):
        standing = (reviews.c.subject.in_(some), reviews.c.decision == "corrected", reviews.c.undone.is_(None))
        for row in connection.execute(select(reviews.c.subject, reviews.c.data).where(*standing)):
            found[row.subject] = decode(row.data).changes
    return found
