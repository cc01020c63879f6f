"""What every record gets in the end: whose voice it is, its topics, and the meeting at which it was said."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from memcon.extraction.assembly import Ids
from memcon.extraction.draft import Draft
from memcon.extraction.world import Being
from memcon.model import (
    Characterization,
    Commitment,
    Meeting,
    Outcome,
    Position,
    Reading,
    Span,
    Statement,
    Voice,
)


class Finisher:
    """Completes the records of one reading."""

    def __init__(self, draft: Draft, ids: Ids) -> None:
        self._draft = draft
        self._beings: dict[str, Being] = {ids.one(being.number) or "": being for being in draft.world.beings}
        document = draft.document
        self._side = document.side
        self._press = document.publisher is not None and document.side is None
        self._parties = {self._party(draft.world.beings[number]) for number in draft.states}

    def finish(self, reading: Reading) -> Reading:
        """The reading with voice, topics and meetings filled in."""
        speakers = {said.id: said.speaker for said in reading.statements}
        statements = tuple(self._statement(statement, reading.meetings) for statement in reading.statements)
        return msgspec.structs.replace(
            reading,
            statements=statements,
            commitments=tuple(self._commitment(commitment) for commitment in reading.commitments),
            positions=tuple(self._position(position) for position in reading.positions),
            characterizations=tuple(self._characterization(item, speakers) for item in reading.characterizations),
            outcomes=tuple(self._outcome(outcome) for outcome in reading.outcomes),
        )

    def _statement(self, statement: Statement, meetings: tuple[Meeting, ...]) -> Statement:
        voice = self._voice(statement.speaker)
        spoken = self._members(statement.speaker)
        meeting = next(
            (
                meeting.id
                for meeting in meetings
                if meeting.status in ("held", "recalled")
                and spoken
                and spoken <= {part.entity for part in meeting.participants}
            ),
            None,
        )
        return msgspec.structs.replace(statement, voice=voice, meeting=meeting, topics=self._topics(statement.content))

    def _commitment(self, commitment: Commitment) -> Commitment:
        return msgspec.structs.replace(
            commitment,
            voice=self._voice(commitment.by or commitment.actors),
            topics=self._topics((commitment.action,)),
        )

    def _position(self, position: Position) -> Position:
        return msgspec.structs.replace(position, voice=self._voice(position.holders))

    def _characterization(self, item: Characterization, speakers: dict[str, tuple[str, ...]]) -> Characterization:
        return msgspec.structs.replace(item, voice=self._voice(speakers.get(item.statement or "", ())))

    def _outcome(self, outcome: Outcome) -> Outcome:
        return msgspec.structs.replace(outcome, voice=self._voice(outcome.parties))

    def _members(self, entities: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for entity in entities:
            being = self._beings[entity]
            if being.members:
                found |= {one for one, other in self._beings.items() if other.number in being.members}
            else:
                found.add(entity)
        return found

    def _party(self, being: Being) -> str:
        """The party that an entity speaks for: its state, else itself."""
        return (being.state.code or being.state.name) if being.state is not None else being.name

    def _voice(self, entities: tuple[str, ...]) -> Voice | None:
        """Whose word it is, seen from the publisher's side; None where that side is not known."""
        parties = set()
        for entity in entities:
            being = self._beings[entity]
            members = [self._draft.world.beings[number] for number in being.members] or [being]
            parties |= {self._party(member) for member in members}
        if not parties:
            return None
        if len(parties) > 1:
            return "joint"
        if self._press:
            return "third"
        if self._side is None:
            return None
        (party,) = parties
        if party == self._side:
            return "self"
        return "counterpart" if party in self._parties else "third"

    def _topics(self, spans: tuple[Span, ...]) -> tuple[str, ...]:
        """The topics whose words the spans hold, in the order of the text."""
        tokens, table = self._draft.tokens, self._draft.lexicon.topic_words
        found: dict[str, None] = {}
        for span in spans:
            at, end = tokens.at(span.start), tokens.at(span.end)
            while at < end:
                match = table.match_at(tokens.low, tokens.low, at, end)
                if match is None:
                    at += 1
                    continue
                for slug in match.entries:
                    found[slug] = None
                at = match.end
        return tuple(found)
