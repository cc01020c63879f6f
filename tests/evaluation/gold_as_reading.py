"""A reading that says what a gold reading says: the scorers can be tried without the extraction."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

import msgspec

from memcon.evaluation.findings import locate
from memcon.evaluation.gold import Gold, GoldMeeting, GoldPerson
from memcon.model import Document, EntityKind, Reading
from memcon.model.identity import entity_id, record_id

Raw = dict[str, Any]


def read_as_gold(gold: Gold, text: str) -> Reading:
    """The reading of a text that has just what the gold reading has; for quotes not in the text, its first words."""
    make = _Builder(gold, text)
    raw: Raw = {
        "generator": "gold",
        "meetings": [_meeting(make, meeting) for meeting in gold.meetings],
        "visits": [
            {**make.record("visit", visit.evidence), "visitors": make.each(visit.visitors), "date": visit.date,
             "destination": make.entity(visit.destination), "inviter": make.entity(visit.inviter)}
            for visit in gold.visits
        ],
        "statements": [
            {**make.record("statement", said.content), "speaker": make.each(said.speaker), "cue": said.cue,
             "act": "discuss" if said.act == "discuss" else "state", "direct": bool(said.direct),
             "content": [make.span(said.content)]}
            for said in gold.statements
        ],
        "commitments": [
            {**make.record("commitment", made.action), "actors": make.each(made.actors), "by": make.each(made.by),
             "counterparts": make.each(made.counterparts), "force": made.force, "action": make.span(made.action)}
            for made in gold.commitments
        ],
        "positions": [
            {**make.record("position", held.object), "holders": make.each(held.holders), "stance": held.stance,
             "object": make.span(held.object)}
            for held in gold.positions
        ],
        "characterizations": [
            {**make.record("characterization", named.phrase), "parties": make.each(named.parties),
             "phrase": make.span(named.phrase)}
            for named in gold.characterizations
        ],
        "outcomes": [
            {**make.record("outcome", reached.evidence), "kind": reached.kind, "title": make.span(reached.evidence),
             "parties": make.each(reached.parties)}
            for reached in gold.outcomes
        ],
        "milestones": [
            {**make.record("milestone", marked.event), "event": make.span(marked.event), "ordinal": marked.ordinal,
             "date": marked.date, "parties": make.each(marked.parties)}
            for marked in gold.milestones
        ],
    }
    raw |= {"document": make.document, "entities": [*make.entities.values()], "mentions": make.mentions()}
    return msgspec.convert(msgspec.to_builtins(raw), Reading)


class _Builder:
    """Collects the entities that a gold reading names while its records are built."""

    def __init__(self, gold: Gold, text: str) -> None:
        self.document = Document(
            id=Document.identify(text, gold.published), source=f"somewhere/{gold.document}", published=gold.published,
            sha256=sha256(text.encode()).hexdigest(), text=text,
        )
        self.entities: dict[str, Raw] = {}
        self._records = 0
        for person in {person.name: person for person in gold.people()}.values():
            self._add(person.name, "person", self._roles(person))
        for name in gold.bodies:
            self._add(name, "organization")
        for name in gold.initiatives:
            self._add(name, "initiative")

    def span(self, wording: str | None) -> Raw:
        """Where a wording stands; the first words of the text if it does not."""
        return self._span(*(locate(self.document.text, wording) or (0, 20)))

    def record(self, kind: str, wording: str | None) -> Raw:
        """The fields that all records have; their confidences differ."""
        self._records += 1
        return {
            "id": record_id(self.document.id, kind, [], self._records), "evidence": [self.span(wording)],
            "confidence": 0.5 + 0.1 * (self._records % 6), "rule": "gold",
        }

    def entity(self, name: str | None) -> str | None:
        """The id of the entity of this name; a state if nothing else is known of it."""
        return self._add(name, "state") if name else None

    def each(self, names: Iterable[str]) -> list[str | None]:
        """The ids of these entities."""
        return [self.entity(name) for name in names]

    def mentions(self) -> list[Raw]:
        """The first mention of every entity."""
        found = ((entity["id"], locate(self.document.text, entity["name"])) for entity in self.entities.values())
        return [{"entity": identity, **self._span(*place), "how": "name"} for identity, place in found if place]

    def _span(self, start: int, end: int) -> Raw:
        span = self.document.span(start, end)
        return {"start": span.start, "end": span.end, "quote": span.quote}

    def _add(self, name: str, kind: EntityKind, roles: Iterable[Raw] = ()) -> str:
        identity = entity_id(self.document.id, kind, name, len(self.entities))
        entity = self.entities.setdefault(name, {"id": identity, "kind": kind, "name": name, "roles": [*roles]})
        return str(entity["id"])

    def _roles(self, person: GoldPerson) -> list[Raw]:
        if person.role is None:
            return []
        return [{"title": person.role, "text": person.role, "evidence": [self.span(person.role)]}]


def _meeting(make: _Builder, meeting: GoldMeeting) -> Raw:
    return {
        **make.record("meeting", meeting.evidence), "kind": meeting.kind, "date": meeting.date,
        "ordinal": meeting.ordinal, "place": make.entity(meeting.place), "body": make.entity(meeting.body),
        "participants": [{"entity": make.entity(one.name), "role": one.role} for one in meeting.participants],
        "attendees": [{"entity": make.entity(one.name), "role": one.role} for one in meeting.attendees],
    }
