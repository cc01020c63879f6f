"""Ways to spoil a reading, each by chance and each the same for the same chance."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeVar

import msgspec

from memcon.model import RECORD_KINDS, Entity, Participant, Reading, Span
from memcon.model.records import Record

Spoiling = Callable[[Reading, random.Random], Reading]
Kept = TypeVar("Kept", bound=Record)

SOME = 0.4

change = msgspec.structs.replace


def drop_records(reading: Reading, chance: random.Random) -> Reading:
    """Leave out a third of the records."""
    kept = {kind: tuple(r for r in getattr(reading, kind) if chance.random() > 0.33) for kind in RECORD_KINDS}
    return change(reading, **kept)


def shuffle_records(reading: Reading, chance: random.Random) -> Reading:
    """Give records and entities in another order, some records twice."""
    orders = {}
    for kind in (*RECORD_KINDS, "entities"):
        items = [*getattr(reading, kind)]
        items += items[:1] if kind != "entities" else []
        chance.shuffle(items)
        orders[kind] = tuple(items)
    return change(reading, **orders)


def confuse_parties(reading: Reading, chance: random.Random) -> Reading:
    """Put others, also unknown ids and nobody, in the place of those who speak, act, hold, travel and meet."""
    ids = [entity.id for entity in reading.entities] + ["Somebody Else"]
    fields = {"statements": "speaker", "commitments": "actors", "positions": "holders", "visits": "visitors"}

    def confuse(field: str) -> dict[str, Any]:
        return {field: tuple(chance.sample(ids, k=chance.randint(0, 2)))}

    confused = {
        kind: _some(getattr(reading, kind), chance, partial(confuse, field)) for kind, field in fields.items()
    }
    meetings = tuple(
        change(meeting, participants=(*meeting.participants[1:], Participant(entity=chance.choice(ids))))
        for meeting in reading.meetings
    )
    return change(reading, meetings=meetings, **confused)


def blur_fields(reading: Reading, chance: random.Random) -> Reading:
    """Change kinds, dates, places, cues, forces, stances, ordinals and the status of meetings, here and there."""
    blurs: dict[str, tuple[Callable[[], dict[str, Any]], ...]] = {
        "meetings": (
            lambda: {"kind": "call", "ordinal": 3},
            lambda: {"date": chance.choice([None, "2001-02-03"]), "place": None},
            lambda: {"status": chance.choice(["proposed", "scheduled"])},
        ),
        "visits": (
            lambda: {"date": None},
            lambda: {"destination": chance.choice([None, reading.entities[0].id])},
        ),
        "statements": (
            lambda: {"cue": "hinted that", "direct": chance.random() < SOME},
            lambda: {"act": "discuss", "cue": None},
        ),
        "commitments": (lambda: {"force": "urged"},),
        "positions": (lambda: {"stance": "oppose"},),
        "milestones": (lambda: {"ordinal": 7}, lambda: {"date": None}),
    }
    blurred = {}
    for kind, ways in blurs.items():
        records = getattr(reading, kind)
        for way in ways:
            records = _some(records, chance, way)
        blurred[kind] = records
    published = chance.choice([reading.document.published, None, "1999-01-01"])
    return change(reading, document=change(reading.document, published=published), **blurred)


def cut_spans(reading: Reading, chance: random.Random) -> Reading:
    """Shorten contents, actions, objects, phrases and titles, and split half of the contents in two."""

    def cut(span: Span) -> Span:
        length = max(1, int((span.end - span.start) * chance.uniform(0.4, 1.0)))
        return reading.document.span(span.start, span.start + length)

    def split(span: Span) -> tuple[Span, ...]:
        words = span.quote.split(" ")
        middle = span.start + len(" ".join(words[: len(words) // 2]))
        if len(words) < 4:
            return (span,)
        return reading.document.span(span.start, middle), reading.document.span(middle, span.end)

    fields = {
        "commitments": "action", "positions": "object", "characterizations": "phrase", "outcomes": "title",
        "milestones": "event",
    }
    shortened = {
        kind: tuple(change(record, **{field: cut(getattr(record, field))}) for record in getattr(reading, kind))
        for kind, field in fields.items()
    }
    statements = []
    for statement in reading.statements:
        content = cut(statement.content[0])
        statements.append(change(statement, content=split(content) if chance.random() < SOME else (content,)))
    return change(reading, statements=tuple(statements), **shortened)


def rename_entities(reading: Reading, chance: random.Random) -> Reading:
    """Short names, others' names as aliases, unnamed bodies, other types and offices, a group that speaks."""
    names = [entity.name for entity in reading.entities]
    offices = [role for entity in reading.entities for role in entity.roles]

    def rename(entity: Entity) -> Entity:
        match chance.randrange(7):
            case 0:
                return change(entity, name=entity.name.split()[-1])
            case 1:
                return change(entity, aliases=(chance.choice(names), "the other side"))
            case 2:
                return change(entity, named=False, aliases=("the two",))
            case 3 if entity.kind == "organization":
                return change(entity, type=chance.choice(["company", "ministry", "other"]))
            case 4 if entity.roles:
                return change(entity, roles=(*chance.choice([(), entity.roles]), chance.choice(offices)))
            case 5 if " " in entity.name:
                return change(entity, name=f"President {entity.name}", aliases=(entity.name.upper(),))
            case _:
                return entity

    entities = [rename(entity) for entity in reading.entities]
    statements = reading.statements
    if len(entities) > 1:
        both = (entities[0].id, entities[-1].id)
        entities.append(Entity(id="group-1", kind="group", named=False, name="both sides", members=both))
        statements = _some(statements, chance, lambda: {"speaker": ("group-1",)})
    return change(reading, entities=tuple(entities), statements=statements)


SPOILINGS: tuple[Spoiling, ...] = (
    drop_records, shuffle_records, confuse_parties, blur_fields, cut_spans, rename_entities,
)


def _some(records: Iterable[Kept], chance: random.Random, changes: Callable[[], dict[str, Any]]) -> tuple[Kept, ...]:
    """The records, some of them with changes."""
    return tuple(change(record, **changes()) if chance.random() < SOME else record for record in records)
