"""Meetings: every encounter that a text reports, schedules or recalls, once, with all that its sentences say of it."""

from __future__ import annotations

from memcon.extraction.assembly import Ids, country_of
from memcon.extraction.draft import Draft
from memcon.extraction.encounters import find_encounters
from memcon.extraction.meetings_encounter import Encounter, evidence_span
from memcon.model import Attendee, Meeting, Participant, record_id

_MOST_EVIDENCE = 6


def build_meetings(draft: Draft, ids: Ids) -> tuple[Meeting, ...]:
    """The meetings of a draft in the order in which the text first speaks of them."""
    counts: dict[tuple[tuple[int, int], ...], int] = {}
    return tuple(_record(one, draft, ids, counts) for one in find_encounters(draft).meetings)


def _record(one: Encounter, draft: Draft, ids: Ids, counts: dict[tuple[tuple[int, int], ...], int]) -> Meeting:
    evidence = tuple(evidence_span(draft, start, end) for start, end in one.evidence[:_MOST_EVIDENCE])
    places = tuple((span.start, span.end) for span in evidence)
    counter = counts[places] = counts.get(places, -1) + 1
    beings = draft.world.beings
    return Meeting(
        id=record_id(draft.document.id, "meeting", places, counter),
        evidence=evidence,
        confidence=round(one.confidence, 2),
        reasons=tuple(one.reasons),
        rule=one.rule,
        kind=one.kind,
        status=one.status,
        count=one.count,
        date=one.date,
        time=one.time,
        duration=one.duration,
        place=ids.one(one.place),
        venue=one.venue,
        format=one.format,
        margins_of=ids.one(one.margins_of),
        body=ids.one(one.body),
        ordinal=one.ordinal,
        requested_by=ids.many(one.requested_by),
        inviter=ids.one(one.inviter),
        tone=tuple(draft.span(start, end) for start, end in one.tone),
        press=one.press,
        participants=tuple(
            Participant(
                entity=ids.many([number])[0],
                role=_role(draft, number, one),
                country=country_of(beings[number]),
                part=part,
            )
            for number, part in one.parts.items()
        ),
        attendees=tuple(
            Attendee(entity=ids.many([number])[0], role=_role(draft, number, one), country=country_of(beings[number]))
            for number in one.attendees
            if number not in one.parts
        ),
    )


def _role(draft: Draft, number: int, one: Encounter) -> str | None:
    """The office of a person as the evidence words it, else the fullest wording of the text."""
    offices = draft.world.beings[number].offices
    if not offices:
        return None
    here = [office for office in offices if any(start <= office.start < end for start, end in one.evidence)]
    office = max(here or offices, key=lambda office: (office.end - office.start, -office.start))
    return draft.namer.written(office.start, office.end)
