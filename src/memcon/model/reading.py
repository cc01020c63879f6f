"""All that was read out of one document, and its JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from memcon.model.document import Document, Notice
from memcon.model.entities import DateExpression, Entity, Mention
from memcon.model.records import (
    Characterization,
    Commitment,
    Meeting,
    Milestone,
    Outcome,
    Position,
    Record,
    Statement,
    Visit,
)
from memcon.model.spans import Span

RECORD_KINDS = (
    "meetings",
    "visits",
    "statements",
    "commitments",
    "positions",
    "characterizations",
    "outcomes",
    "milestones",
)


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Entities, mentions, dates and records of one document: a pure function of the document and the `generator`.

    Building one checks that every span quotes the text as it stands; ValueError names the first that does not.
    """

    schema: Literal["1"] = "1"
    generator: str
    document: Document
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    visits: tuple[Visit, ...] = ()
    statements: tuple[Statement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    positions: tuple[Position, ...] = ()
    characterizations: tuple[Characterization, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    warnings: tuple[Notice, ...] = ()

    def __post_init__(self) -> None:
        text = self.document.text
        for where in self.spans():
            if text[where.start : where.end] != where.quote:
                raise ValueError(
                    f"{self.document.source}: [{where.start}:{where.end}] does not quote the text: {where.quote!r}"
                )

    def records(self) -> Iterator[Record]:
        """Every record, in the order of `RECORD_KINDS`."""
        for kind in RECORD_KINDS:
            yield from getattr(self, kind)

    def spans(self) -> Iterator[Span | Mention | DateExpression]:
        """Everything that quotes the text."""
        yield from self.mentions
        yield from self.dates
        for entity in self.entities:
            for role in entity.roles:
                yield from role.evidence
        for record in self.records():
            for field in record.__struct_fields__:
                value = getattr(record, field)
                if isinstance(value, Span):
                    yield value
                elif isinstance(value, tuple):
                    yield from (item for item in value if isinstance(item, Span))


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Reading)


def encode_reading(reading: Reading) -> bytes:
    """The reading as one line of JSON (UTF-8, no line end), fields in the order of the contract."""
    return _ENCODER.encode(reading)


def decode_reading(data: bytes | str) -> Reading:
    """The reading in a line of JSON; raises `msgspec.ValidationError` where it breaks the contract."""
    return _DECODER.decode(data)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a reading."""
    schema = msgspec.json.schema(Reading)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "memcon reading", **schema}
