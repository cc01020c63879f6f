"""PLOVER event records, for those who work with event data: what a record is as an event, who does it to whom.

The vocabulary and the rules are in plover.yaml. An event is made of one record and carries its exact words. What is
no event in PLOVER (comments, labels of relations, anniversaries) has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any, BinaryIO

import msgspec
import yaml

from memcon.export.flow import voice_of
from memcon.export.selection import Selection, portions
from memcon.export.writing import write_lines
from memcon.ledger import Involved, LinkPart, RecordRow
from memcon.lexicon.files import built_in
from memcon.model import (
    Attendee, Commitment, Entity, Meeting, Outcome, Participant, Position, Statement, Visit,
)
from memcon.model.days import bounds

_WORLDLY = ("international-organization", "forum", "mechanism")
_CODEBOOK = "plover-base-0.8 with the types, modes and contexts of POLECAT"


class EventType(msgspec.Struct, frozen=True):
    """A type of event: quad category (1 to 4), score, modes, whether it must have a recipient."""

    quad: str
    score: str
    modes: tuple[str, ...]
    recipient: str = "no"


class Vocabulary(msgspec.Struct, frozen=True):
    """The words of PLOVER, and the types of our records (`meetings` by status, `commitments` by force, ...)."""

    events: dict[str, EventType]
    auxiliary: frozenset[str]
    contexts: frozenset[str]
    actors: frozenset[str]
    sectors: frozenset[str]
    meetings: dict[str, str]
    commitments: dict[str, str]
    statements: dict[str, str]
    positions: dict[str, str]
    outcomes: dict[str, str]
    signing: frozenset[str]
    remote: frozenset[str]
    of_type: dict[str, str]
    of_title: dict[str, tuple[str, ...]]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of plover.yaml."""
    text = resources.files("memcon.export").joinpath("plover.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.load(text, Loader=yaml.BaseLoader), Vocabulary)


@cache
def contexts_of_topics() -> Mapping[str, tuple[str, ...]]:
    """The contexts of PLOVER that our topics stand for."""
    entries = built_in("topics/topics.yaml")["entries"]
    return {entry["slug"]: tuple(entry.get("plover", ())) for entry in entries}


def write_plover(selection: Selection, out: BinaryIO) -> None:
    """Write the events of a selection as JSON lines, as the codebook recommends."""
    write_lines(events(selection), out)


def events(selection: Selection) -> Iterator[dict[str, Any]]:
    """The events of the records of a selection, in their order."""
    for portion in portions(selection.records()):
        ids = {one.entity for row in portion for one in row.involved} | {row.id for row in portion}
        wholes = selection.ledger.wholes_of(ids)
        for row in portion:
            event = _Event(selection, row, wholes).told()
            if event is not None:
                yield event


class _Event:
    """One record as an event."""

    def __init__(self, selection: Selection, row: RecordRow, wholes: Mapping[str, str]) -> None:
        self._selection = selection
        self._row = row
        self._wholes = wholes
        self._words = vocabulary()
        groups = {one.group for one in row.involved if one.group}
        self._involved = [one for one in row.involved if one.entity not in groups]

    def told(self) -> dict[str, Any] | None:
        """The event; None if it is none, or if it lacks a day or somebody who acts."""
        make: Callable[[Any], tuple[str, list[str], list[Involved], list[Involved]] | None] | None
        make = _MAKERS.get(type(self._row.record))
        made = make(self, self._row.record) if make else None
        if made is None:
            return None
        kind, modes, source, recipient = made
        first, last = self._days(kind)
        if first is None or last is None or not source:
            return None
        return self._event(kind, modes + self._auxiliary(), (source, recipient), (first, last))

    def _event(
        self, kind: str, modes: list[str], sides: tuple[list[Involved], list[Involved]], days: tuple[str, str],
    ) -> dict[str, Any]:
        row, record, about = self._row, self._row.record, self._selection.document(self._row.document)
        recipient = {"recipient": self._actors(sides[1])} if sides[1] else {}
        return {
            "id": row.id, "date": days[0], **({"enddate": days[1]} if days[1] != days[0] else {}),
            "source": self._actors(sides[0]), **recipient, "event": [kind], "mode": list(dict.fromkeys(modes)),
            "context": list(dict.fromkeys(one for topic in row.topics for one in contexts_of_topics().get(topic, ()))),
            "quad_code": int(self._words.events[kind].quad), "event_scale": float(self._words.events[kind].score),
            "event_text": [span.quote for span in record.evidence], "link": self._link(),
            "text_info": {"start": record.evidence[0].start, "end": record.evidence[-1].end},
            "cite_info": {
                "citation": row.document, "url": self._selection.address(row.document), "title": row.title,
                "language": (about.language or "und").split("-")[0], "publication": row.publisher,
                "coder": self._selection.document_row(row.document).generator, "codebook": _CODEBOOK,
            },
            "due": self._due(), "kind": row.kind, "document": row.document, "evidence": list(record.evidence),
            "confidence": record.confidence, "voice": voice_of(record), "review": row.review,
        }

    # What it is, who does it to whom

    def meeting(self, record: Meeting) -> tuple[str, list[str], list[Involved], list[Involved]]:
        """A meeting: visitors act on hosts, else all act; what is signed supports, what is to come is agreed."""
        kind = self._words.meetings[record.status]
        seats = {one.entity: one.part for one in record.participants}
        there = self._part("participant")
        hosts = [one for one in there if seats.get(one.entity) == "host"]
        guests = [one for one in there if seats.get(one.entity) != "host"]
        if kind == "CONSULT" and record.kind in self._words.signing:
            return "SUPPORT", self._recalled(record), there, []
        modes = ["meet"] if kind in {"REQUEST", "REJECT"} else []
        if kind == "CONSULT":
            modes = self._consult_modes(record, visited=bool(hosts and guests)) + self._recalled(record)
        if "visit" in modes:
            return kind, modes, guests, hosts
        return kind, modes, there, []

    def _recalled(self, record: Meeting) -> list[str]:
        return ["historical"] if record.status == "recalled" else []

    def _consult_modes(self, record: Meeting, *, visited: bool) -> list[str]:
        if record.kind in self._words.remote:
            return ["phone"]
        states = {one.country for one in self._part("participant") if one.country}
        if len(states) > 2 or record.kind == "summit" or record.margins_of:
            return ["multilateral"]
        place = next((one.country for one in self._part("place")), None)
        if place and len(states) == 2 and place not in states:
            return ["third-party"]
        return ["visit"] if visited and len(states) == 2 else []

    def visit(self, record: Visit) -> tuple[str, list[str], list[Involved], list[Involved]]:
        """A visit: who travels acts on where it leads; one that is to come is agreed."""
        first, published = bounds(self._row.date)[0], bounds(self._row.published)[1]
        if first and published and first > published:
            return "AGREE", [], self._part("visitor"), self._part("destination")
        return "CONSULT", ["visit"], self._part("visitor"), self._part("destination")

    def commitment(self, record: Commitment) -> tuple[str, list[str], list[Involved], list[Involved]]:
        """A commitment: who undertakes acts on partners; who urges asks those who should act."""
        kind = self._words.commitments[record.force]
        if kind == "AGREE":
            return kind, [], self._part("actor"), self._part("counterpart")
        asking = self._part("by")
        return kind, [], asking, [one for one in self._part("actor") if one.entity not in {by.entity for by in asking}]

    def statement(self, record: Statement) -> tuple[str, list[str], list[Involved], list[Involved]] | None:
        """A statement that is more than a comment."""
        kind = self._words.statements.get(record.act)
        return (kind, [], self._part("speaker"), self._part("addressee")) if kind else None

    def position(self, record: Position) -> tuple[str, list[str], list[Involved], list[Involved]]:
        """A position: who holds it acts on those whom it concerns."""
        kind = self._words.positions[record.stance]
        return kind, ["disapprove"] if kind == "ACCUSE" else [], self._part("holder"), self._part("target")

    def outcome(self, record: Outcome) -> tuple[str, list[str], list[Involved], list[Involved]]:
        """A paper or agreement: all parties act together."""
        return self._words.outcomes[record.status], [], self._part("party"), []

    def _part(self, *parts: LinkPart) -> list[Involved]:
        listed = (one for part in parts for one in self._involved if one.part == part)
        return list({one.entity: one for one in reversed(list(listed))}.values())[::-1]

    def _auxiliary(self) -> list[str]:
        modality = getattr(self._row.record, "modality", "asserted")
        return {"negated": ["negation"], "hypothetical": ["hypothetical"]}.get(modality, [])

    def _days(self, kind: str) -> tuple[str | None, str | None]:
        """The days of the event. To agree, ask or refuse is done when it is said, not when the matter is due."""
        done = self._row.kind in {"meetings", "visits"} and kind in {"CONSULT", "SUPPORT"}
        if done or self._row.dated != "record":
            return bounds(self._row.date)
        return bounds(self._row.published or self._row.date)

    def _due(self) -> str | None:
        """When what is agreed or asked for is to be (EDTF)."""
        if isinstance(self._row.record, Commitment):
            return self._row.record.due
        to_be = self._row.dated == "record" and bounds(self._row.date) != self._days("AGREE")
        return self._row.date if to_be and self._row.kind != "statements" else None

    def _link(self) -> str | None:
        """What joins events of one statement, or accounts of one encounter."""
        statement: str | None = getattr(self._row.record, "statement", None)
        return statement or self._wholes.get(self._row.id) or self._row.id

    # Actors

    def _actors(self, involved: Sequence[Involved]) -> list[dict[str, str]]:
        return [self._actor(one) for one in involved]

    def _actor(self, one: Involved) -> dict[str, str]:
        office = self._office(one)
        told = {
            "code": one.country or self._worldly(one), "sector": self._sector(one, office), "actor_text": one.name,
            "identifier_id": self._wholes.get(one.entity, one.entity), "identifier_text": one.name, "office": office,
        }
        return {name: value for name, value in told.items() if value}

    def _worldly(self, one: Involved) -> str | None:
        """The code of what belongs to no state."""
        found = self._entities().get(one.entity)
        return "IGO" if found is not None and found.type in _WORLDLY else None

    def _office(self, one: Involved) -> str | None:
        record = self._row.record
        seats: list[Participant | Attendee] = []
        if isinstance(record, Meeting):
            seats = [*record.participants, *record.attendees]
        worded = next((seat.role for seat in seats if seat.entity == one.entity), None)
        found = self._entities().get(one.entity)
        return worded or next((role.title for role in (found.roles if found else ())), None)

    def _sector(self, one: Involved, office: str | None) -> str | None:
        if one.kind == "state":
            return "GOV"
        found = self._entities().get(one.entity)
        if found is not None and found.type:
            return self._words.of_type.get(found.type)
        low = (office or "").lower()
        titles = self._words.of_title.items()
        return next((sector for sector, words in titles if any(word in low for word in words)), None)

    def _entities(self) -> Mapping[str, Entity]:
        return self._selection.entities_of(self._row.document)


_MAKERS: dict[type, Callable[..., tuple[str, list[str], list[Involved], list[Involved]] | None]] = {
    Meeting: _Event.meeting, Visit: _Event.visit, Commitment: _Event.commitment, Statement: _Event.statement,
    Position: _Event.position, Outcome: _Event.outcome,
}
