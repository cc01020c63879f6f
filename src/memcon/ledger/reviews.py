"""What people decide and note: beside the records, found again when a document is read anew, undone at any time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, TypeAlias

import msgspec
from sqlalchemy import Connection, Row, and_, delete, or_, select, update
from sqlalchemy.sql.elements import ColumnElement

from memcon.errors import LedgerError, UsageError
from memcon.ledger import asking, wholes
from memcon.ledger.corrections import Anchor, Terms, corrected, decode
from memcon.ledger.flatten import flatten
from memcon.ledger.keeping import next_number
from memcon.ledger.results import Decision, Note, Review
from memcon.ledger.tables import entities, record_entities, records
from memcon.ledger.world_tables import judgements, members, notes, resolved, reviews
from memcon.model import RECORD_KINDS, Family, Reading, Record, Span
from memcon.model.identity import digest

_ENTITY_ID = re.compile(r"(?:person|state|organization|place|initiative|group)-[0-9a-f]{20}")
_SAME_PLACE = 0.5
"""A record stands for one that is gone if their evidence shares at least this part of both."""
_SURE = 1.0
_Between: TypeAlias = tuple[list[str], list[str]]
"""Members on one side and the other."""


def decide(
    connection: Connection, identity: str, decision: Decision, author: str, *,
    changes: Mapping[str, Any], reason: str | None,
) -> Review:
    """Keep a decision on a record; it takes the place of the one before, which is undone.

    UsageError where the changes do not fit the record.
    """
    if (decision == "corrected") != bool(changes):
        raise UsageError("a correction names the fields that it changes, and no other decision does")
    row = asking.record_row(connection, identity)
    reading = asking.reading(connection, row.document)
    whole = _with(reading, identity, changes)
    for before in listed(connection, identity, undone=False):
        _undo(connection, before.id)
    evidence = _record(reading, identity).evidence
    anchor = Anchor(record=identity, document=row.document, kind=row.kind, evidence=evidence)
    review = _put(connection, identity, decision, Terms(reason=reason, changes=dict(changes), anchor=anchor), author)
    _show(connection, whole, identity, decision)
    return review


def decide_same(
    connection: Connection, left: str, right: str, *, same: bool, author: str, reason: str | None,
) -> tuple[Review, Family, list[str]]:
    """Keep that two resolved things are one, or that a member is not of its thing; which members to join anew.

    What people have decided the other way before is undone.
    """
    family, pairs, between = _merged(connection, left, right) if same else _split(connection, left, right)
    parted = _give_way(connection, between, same=same)
    terms = Terms(reason=reason, changes={"with": right})
    review = _put(connection, left, "merged" if same else "split", terms, author)
    number = next_number(connection, judgements)
    told = msgspec.json.encode([f"decided by {author}" + (f": {reason}" if reason else "")]).decode()
    connection.execute(judgements.insert(), [
        {
            "number": number + offset, "family": family, "left": min(pair), "right": max(pair), "same": same,
            "score": _SURE, "reasons": told, "author": author, "person": True, "made": review.made, "undone": None,
            "review": review.id,
        }
        for offset, pair in enumerate(pairs)
    ])
    return review, family, sorted(parted.union(*pairs))


def undo(connection: Connection, identity: str) -> tuple[Review, Family | None, list[str]]:
    """Take a decision back; for one on what is the same, the family and the members to join anew."""
    review = one(connection, identity)
    if review.undone is not None:
        raise UsageError(f"{identity}: undone already, on {review.undone}")
    _undo(connection, identity)
    if review.decision in ("merged", "split"):
        family, touched = _undo_same(connection, identity)
        return one(connection, identity), family, touched
    if review.document is not None and asking.generator_of(connection, review.document) is not None:
        reading = asking.reading(connection, review.document)
        if review.subject in {record.id for record in reading.records()}:
            _show(connection, reading, review.subject, None)
    return one(connection, identity), None, []


def listed(connection: Connection, subject: str | None, *, undone: bool) -> list[Review]:
    """The decisions on a record or thing (None: on all), oldest first; with those that are undone, if wished."""
    conditions = [reviews.c.subject == subject] if subject is not None else []
    return list(_listed(connection, *conditions, *(() if undone else (reviews.c.undone.is_(None),))))


def one(connection: Connection, identity: str) -> Review:
    """One decision by its full id, also if it is undone."""
    for review in _listed(connection, reviews.c.id == identity):
        return review
    raise LedgerError(f"{identity}: no decision of this id; `memcon review --list` shows them")


def attach(connection: Connection, reading: Reading) -> None:
    """Find the records of a document that was read anew to which its decisions belong, by id, else by their place.

    A decision whose record is not found waits for one.
    """
    standing = (reviews.c.undone.is_(None), reviews.c.document == reading.document.id)
    known = {record.id for record in reading.records()}
    for row in connection.execute(select(reviews).where(*standing).order_by(reviews.c.number)).all():
        data = decode(row.data)
        if data.anchor is None:
            continue
        found = row.subject if row.subject in known else _nearest(data.anchor, reading)
        if found is not None:
            connection.execute(update(reviews).where(reviews.c.number == row.number).values(subject=found))
            _show(connection, _with(reading, found, data.changes), found, row.decision)


def add_note(connection: Connection, subject: str, text: str, author: str) -> Note:
    """Keep a note on a record, document or resolved thing."""
    if not text.strip():
        raise UsageError("an empty note: write what is to be remembered")
    number, made = next_number(connection, notes), _now()
    identity = "note-" + digest(subject, text, author, made, str(number))
    note = Note(id=identity, subject=subject, text=text, author=author, made=made)
    connection.execute(notes.insert(), {**msgspec.structs.asdict(note), "number": number})
    return note


def notes_on(connection: Connection, subject: str | None = None) -> list[Note]:
    """The notes on a subject (None: on all) that stand, oldest first."""
    found = select(*(notes.c[name] for name in Note.__struct_fields__)).where(notes.c.undone.is_(None))
    if subject is not None:
        found = found.where(notes.c.subject == subject)
    return [Note(**row) for row in connection.execute(found.order_by(notes.c.number)).mappings()]


def remove_note(connection: Connection, identity: str) -> None:
    """Take a note away; it stays in the ledger as undone. LedgerError if there is none of this id."""
    standing = notes.c.undone.is_(None)
    if connection.execute(update(notes).where(notes.c.id == identity, standing).values(undone=_now())).rowcount == 0:
        raise LedgerError(f"{identity}: no note of this id")


# Within


def _put(connection: Connection, subject: str, decision: Decision, data: Terms, author: str) -> Review:
    if not author.strip():
        raise UsageError("a decision needs an author: --author, or the variable MEMCON_AUTHOR")
    number, made = next_number(connection, reviews), _now()
    identity = "review-" + digest(subject, decision, author, made, str(number))
    connection.execute(reviews.insert(), {
        "number": number, "id": identity, "subject": subject, "decision": decision, "author": author, "made": made,
        "document": data.anchor.document if data.anchor else None, "data": msgspec.json.encode(data).decode(),
        "undone": None,
    })
    return one(connection, identity)


def _show(connection: Connection, reading: Reading, identity: str, decision: Decision | None) -> None:
    """Put a decision where lists look for it: columns and links say what is decided, the JSON stays what was read."""
    flat = flatten(reading)
    row = next(row for row in flat.records if row["id"] == identity)
    number = connection.execute(select(records.c.number).where(records.c.id == identity)).scalar_one()
    values = {name: value for name, value in row.items() if name not in ("id", "kind", "position", "data")}
    connection.execute(update(records).where(records.c.number == number).values(review=decision, **values))
    connection.execute(delete(record_entities).where(record_entities.c.record == number))
    links = [link for link in flat.links if link["record"] == identity]
    ids = {one for link in links for one in (link["entity"], link["via"]) if one}
    found = connection.execute(select(entities.c.id, entities.c.number).where(entities.c.id.in_(sorted(ids))))
    who: dict[str, int] = {row.id: row.number for row in found}
    if links:
        connection.execute(record_entities.insert(), [
            {**link, "record": number, "entity": who[link["entity"]], "via": who.get(link["via"])} for link in links
        ])


def _with(reading: Reading, identity: str, changes: Mapping[str, Any]) -> Reading:
    """The reading with one record corrected; UsageError where the correction names or quotes what is not there."""
    if not changes:
        return reading
    known = {entity.id for entity in reading.entities}
    named = (one for value in changes.values() for one in (value if isinstance(value, list) else [value]))
    strange = [one for one in named if isinstance(one, str) and _ENTITY_ID.fullmatch(one) and one not in known]
    if strange:
        raise UsageError(f"{strange[0]}: no entity of this document has this id")
    for kind in RECORD_KINDS:
        kept = getattr(reading, kind)
        if any(record.id == identity for record in kept):
            changed = tuple(corrected(record, changes) if record.id == identity else record for record in kept)
            try:
                return msgspec.structs.replace(reading, **{kind: changed})
            except ValueError as fault:
                raise UsageError(f"the correction does not quote the document: {fault}") from fault
    raise wholes.missing(identity)


def _record(reading: Reading, identity: str) -> Record:
    return next(record for record in reading.records() if record.id == identity)


def _undo(connection: Connection, identity: str) -> None:
    connection.execute(update(reviews).where(reviews.c.id == identity).values(undone=_now()))


def _undo_same(connection: Connection, review: str) -> tuple[Family, list[str]]:
    """Undo the judgements of a decision on what is the same: their family, and the members that they are on."""
    own = judgements.c.review == review
    pairs = connection.execute(select(judgements.c.family, judgements.c.left, judgements.c.right).where(own)).all()
    connection.execute(update(judgements).where(own).values(undone=_now()))
    return pairs[0].family, sorted({member for pair in pairs for member in (pair.left, pair.right)})


def _merged(connection: Connection, left: str, right: str) -> tuple[Family, list[tuple[str, str]], _Between]:
    first, second = wholes.whole_of(connection, left), wholes.whole_of(connection, right)
    if first is None or second is None:
        raise LedgerError(f"{left if first is None else right}: the ledger has joined nothing of this id")
    if first == second:
        raise UsageError(f"{left} and {right} are one already: {first}")
    families = [_family(connection, whole) for whole in (first, second)]
    if families[0] != families[1]:
        raise UsageError(f"{first} and {second} are not of one kind, and cannot be one")
    some, others = _members(connection, first), _members(connection, second)
    return families[0], [(some[0], others[0])], (some, others)


def _split(connection: Connection, member: str, whole: str) -> tuple[Family, list[tuple[str, str]], _Between]:
    identity = wholes.whole_of(connection, whole)
    if identity is None:
        raise LedgerError(f"{whole}: the ledger has joined nothing of this id")
    everybody = _members(connection, identity)
    if member not in everybody:
        raise UsageError(f"{member} is no member of {identity}; its members are {', '.join(everybody)}")
    if len(everybody) == 1:
        raise UsageError(f"{member} is alone in {identity}; there is nothing to split")
    others = [other for other in everybody if other != member]
    return _family(connection, identity), [(member, other) for other in others], ([member], others)


def _give_way(connection: Connection, between: _Between, *, same: bool) -> set[str]:
    """Undo what people have decided the other way on members of both; the members on which they had decided."""
    some, others = between
    across = or_(
        and_(judgements.c.left.in_(some), judgements.c.right.in_(others)),
        and_(judgements.c.left.in_(others), judgements.c.right.in_(some)),
    )
    contrary = (judgements.c.person, judgements.c.undone.is_(None), judgements.c.same.is_not(same), across)
    touched: set[str] = set()
    for review in connection.execute(select(judgements.c.review).where(*contrary).distinct()).scalars().all():
        touched.update(_undo_same(connection, review)[1])
        _undo(connection, review)
    return touched


def _family(connection: Connection, whole: str) -> Family:
    family: Family = connection.execute(select(resolved.c.family).where(resolved.c.id == whole)).scalar_one()
    return family


def _members(connection: Connection, whole: str) -> list[str]:
    number = select(resolved.c.number).where(resolved.c.id == whole).scalar_subquery()
    found = select(members.c.id).where(members.c.resolved == number).order_by(members.c.id)
    return list(connection.execute(found).scalars())


def _nearest(anchor: Anchor, reading: Reading) -> str | None:
    """The record of the same kind whose evidence shares most with what was decided on, if it shares enough."""
    scored = [(_shared(anchor.evidence, record.evidence), record.id) for record in getattr(reading, anchor.kind)]
    best = max(scored, default=(0.0, ""))
    return best[1] if best[0] >= _SAME_PLACE else None


def _shared(left: tuple[Span, ...], right: tuple[Span, ...]) -> float:
    here = {place for span in left for place in range(span.start, span.end)}
    there = {place for span in right for place in range(span.start, span.end)}
    return len(here & there) / max(len(here), len(there))


def _listed(connection: Connection, *conditions: ColumnElement[bool]) -> Iterator[Review]:
    for row in connection.execute(select(reviews).where(*conditions).order_by(reviews.c.number)):
        yield _review(row)


def _review(row: Row[Any]) -> Review:
    data = decode(row.data)
    return Review(
        id=row.id, subject=row.subject, decision=row.decision, changes=data.changes, reason=data.reason,
        author=row.author, made=row.made, undone=row.undone,
        document=row.document,
        quote=data.anchor.evidence[0].quote if data.anchor else None,
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

