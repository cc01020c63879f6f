"""Visits: trips made, under way or scheduled, once each, with who travels where, when and at whose invitation."""

from __future__ import annotations

from memcon.extraction.assembly import Ids
from memcon.extraction.draft import Draft
from memcon.extraction.encounters import find_encounters
from memcon.extraction.meetings_encounter import evidence_span
from memcon.extraction.visits_trip import Trip
from memcon.model import Visit, record_id


def build_visits(draft: Draft, ids: Ids) -> tuple[Visit, ...]:
    """The visits of a draft in the order in which the text first speaks of them."""
    counts: dict[tuple[tuple[int, int], ...], int] = {}
    return tuple(_record(trip, draft, ids, counts) for trip in find_encounters(draft).visits)


def _record(trip: Trip, draft: Draft, ids: Ids, counts: dict[tuple[tuple[int, int], ...], int]) -> Visit:
    evidence = tuple(evidence_span(draft, start, end) for start, end in trip.evidence)
    places = tuple((span.start, span.end) for span in evidence)
    counter = counts[places] = counts.get(places, -1) + 1
    return Visit(
        id=record_id(draft.document.id, "visit", places, counter),
        evidence=evidence,
        confidence=round(trip.confidence, 2),
        reasons=tuple(trip.reasons),
        rule=trip.rule,
        visitors=ids.many(trip.visitors),
        delegation=trip.delegation,
        type=trip.type,
        destination=ids.one(trip.destination),
        date=trip.date,
        inviter=ids.one(trip.inviter),
    )
