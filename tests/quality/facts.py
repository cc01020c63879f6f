"""Facts that a ledger must answer: what to ask it, what an answer must hold, and where it must stand."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from memcon.evaluation.names import named_among, same_cue
from memcon.ledger import DocumentQuery, EntityQuery, EntityRow, Ledger, Query, RecordRow
from memcon.model import Entity, Meeting, Reading, Span

TABLE = Path(__file__).with_name("facts.toml")
LISTED = re.compile(r"^- \*\*(\w+)\*\* \(text (\d)\) .*\[(\d+):(\d+)\]\s*$", re.MULTILINE)
COVER = 0.8

SAID = {
    "statements": "content", "commitments": "action", "positions": "object", "characterizations": "phrase",
    "outcomes": "title", "milestones": "event",
}
"""The field of a record whose words count; of other records, the evidence."""

ENTITIES = {"people": "person", "organizations": "organization", "initiatives": "initiative"}


@dataclass(frozen=True)
class Fact:
    """One fact: its id, the number of its text, its place in it, and its row of the table."""

    id: str
    text: int
    place: tuple[int, int]
    ask: dict[str, Any]
    expect: dict[str, Any]
    cover: float = COVER


@dataclass(frozen=True)
class Answer:
    """What the ledger answered, ready to be held against an expectation.

    `parts` are the names of those who take each part; `inside` is true of what must lie within the fact's place
    (a pronoun), false of what must cover it (a clause).
    """

    words: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, list[list[str]]] = field(default_factory=dict)
    spans: tuple[tuple[int, int], ...] = ()
    inside: bool = False
    placed: bool = True


def load_table() -> dict[str, dict[str, Any]]:
    """The rows of `facts.toml`, by the id of the fact."""
    return tomllib.loads(TABLE.read_text("utf-8"))


def load_facts(listed: Path) -> list[Fact]:
    """The facts of the list with their rows of the table; KeyError for one without a row."""
    table = load_table()
    return [
        Fact(found[1], int(found[2]), (int(found[3]), int(found[4])), **table[found[1]])
        for found in LISTED.finditer(listed.read_text("utf-8"))
    ]


def is_answered(ledger: Ledger, fact: Fact, document: str) -> bool:
    """Whether one of the ledger's answers about this document (its id) holds the fact and stands at its place."""
    return any(_holds(answer, fact.expect) and _stands(answer, fact) for answer in answers(ledger, fact.ask, document))


def answers(ledger: Ledger, ask: dict[str, Any], document: str) -> Iterator[Answer]:
    """The ledger's answers to a question, as far as they concern a document."""
    filters = {key: value for key, value in ask.items() if key != "kind"}
    kind = ask["kind"]
    if kind == "documents":
        for row in ledger.documents(DocumentQuery(**filters)):
            if row.id == document:
                yield Answer(fields={"published": row.published}, placed=False)
    elif kind == "mentions":
        yield from _mentioned(ledger.reading(document), filters["quote"])
    elif kind in ENTITIES:
        for entity in ledger.entities(ENTITIES[kind], EntityQuery(**filters)):
            yield from _borne(ledger.reading(document), entity)
    else:
        for record in ledger.records(kind, Query(**filters, document=document)):
            yield _recorded(record)


def _recorded(row: RecordRow) -> Answer:
    record = row.record
    parts: dict[str, list[list[str]]] = {}
    names = {involved.entity: involved.name for involved in row.involved}
    for involved in row.involved:
        parts.setdefault(involved.part, []).append([involved.name])
    if isinstance(record, Meeting):
        for participant in record.participants:
            parts.setdefault(participant.part, []).append([names[participant.entity]])
    fields = {name: getattr(record, name) for name in record.__struct_fields__ if name not in parts}
    begin, _, end = (fields.get("date") or "").partition("/")
    fields |= {"from": begin, "to": end}
    spans = tuple((span.start, span.end) for span in _spans(record.__struct_fields__, record))
    said = getattr(record, SAID.get(row.kind, "evidence"))
    return Answer(_words([said] if isinstance(said, Span) else said), fields, parts, spans)


def _borne(reading: Reading, row: EntityRow) -> Iterator[Answer]:
    """An answer for the entity as such, and one for each of its roles."""
    for entity in reading.entities:
        if entity.id not in row.entities:
            continue
        names = " ".join((entity.name, *entity.aliases))
        fields = {"type": entity.type, "country": entity.country, "name": entity.name}
        places = tuple((mention.start, mention.end) for mention in reading.mentions if mention.entity == entity.id)
        yield Answer(names, fields, spans=places)
        organizations = {each.id: each.name for each in reading.entities}
        for role in entity.roles:
            held = f"{role.text} {role.title} {organizations.get(role.organization or '', '')}"
            country = role.country or entity.country
            where = tuple((span.start, span.end) for span in role.evidence)
            yield Answer(names, {**fields, "role": held, "country": country}, spans=where, inside=True)


def _mentioned(reading: Reading, quote: str) -> Iterator[Answer]:
    entities = {entity.id: entity for entity in reading.entities}
    for mention in reading.mentions:
        if f" {quote} " in f" {mention.quote} ":
            meant = _members(entities[mention.entity], entities)
            refers = [[entity.name, *entity.aliases] for entity in meant]
            yield Answer(mention.quote, parts={"refers": refers}, spans=((mention.start, mention.end),), inside=True)


def _members(entity: Entity, entities: dict[str, Entity]) -> list[Entity]:
    return [entities[member] for member in entity.members] or [entity]


def _holds(answer: Answer, expect: dict[str, Any]) -> bool:
    return all(_holds_one(answer, key, value) for key, value in expect.items())


def _holds_one(answer: Answer, key: str, value: Any) -> bool:
    match key:
        case "words":
            return all(_has(answer.words, wanted) for wanted in value)
        case "cue":
            return same_cue(value, answer.fields.get("cue"))
        case "role":
            return set(value.lower().split()) <= set(re.findall(r"\w+", str(answer.fields.get("role", "")).lower()))
        case "name":
            return named_among(value, [str(answer.fields.get("name", ""))])
        case _ if isinstance(value, list):
            return all(any(named_among(name, names) for names in answer.parts.get(key, ())) for name in value)
        case _:
            return key in answer.fields and bool(answer.fields[key] == value)


def _has(text: str, wanted: str) -> bool:
    """Whether the words stand in the text, stray full stops and line breaks left aside."""
    plain = " ".join(re.sub(r"\.(?= )", "", text).split())
    return wanted.lower() in plain.lower()


def _stands(answer: Answer, fact: Fact) -> bool:
    start, end = fact.place
    if not answer.placed:
        return True
    if answer.inside:
        return any(start <= a and b <= end for a, b in answer.spans)
    covered = {index for a, b in answer.spans for index in range(max(a, start), min(b, end))}
    return len(covered) >= fact.cover * (end - start)


def _spans(fields: Sequence[str], record: object) -> Iterator[Span]:
    for name in fields:
        value = getattr(record, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Span):
                yield item


def _words(spans: Iterable[Span]) -> str:
    return " ".join(span.quote for span in spans)
