"""Positions as records: what a party supports, opposes, adheres to, recognizes, welcomes or is concerned about."""

from __future__ import annotations

from memcon.extraction.assembly import Ids
from memcon.extraction.draft import Draft
from memcon.extraction.particulars import Particulars
from memcon.extraction.positions_finding import Attitude, PositionFinder
from memcon.model import Position, Span, record_id

_TARGETS = frozenset({"state", "person", "organization", "group", "initiative"})
_HEAD = 12  # first tokens of an object, where those it concerns are named
_MOST_TARGETS = 4


def build_positions(draft: Draft, ids: Ids) -> tuple[Position, ...]:
    """The positions of a draft, in the order of the text."""
    finder = PositionFinder(draft)
    particulars = Particulars(draft)
    built: list[Position] = []
    counts: dict[tuple[int, int], int] = {}
    for attitude in finder.find_all():
        evidence = _evidence(draft, attitude)
        place = (evidence.start, evidence.end)
        counter = counts[place] = counts.get(place, -1) + 1
        said = finder.extent.cued_by(*attitude.cue) or finder.extent.cover[attitude.cue[0]]
        built.append(
            Position(
                id=record_id(draft.document.id, "position", (place,), counter),
                evidence=(evidence,),
                confidence=round(attitude.holder.confidence, 2),
                reasons=(attitude.holder.reason,) if attitude.holder.reason else (),
                rule=attitude.rule,
                holders=ids.many(attitude.holder.beings),
                stance=attitude.stance,
                object=draft.span(*attitude.object),
                target=ids.many(_targets(draft, attitude)),
                scope=particulars.scope(attitude.holder.start),
                statement=said.id or None if said is not None else None,
            )
        )
    return tuple(built)


def _evidence(draft: Draft, attitude: Attitude) -> Span:
    """The clause: from the holder or the expression, whichever comes first, to the end of the object."""
    first = min(attitude.cue[0], attitude.object[0])
    if attitude.sentence.start <= attitude.holder.start < first:
        first = attitude.holder.start
    return draft.span(first, max(attitude.object[1], attitude.cue[1]))


def _targets(draft: Draft, attitude: Attitude) -> tuple[int, ...]:
    """The parties and initiatives at the head of the object, or its owners."""
    found: dict[int, None] = {}
    start, end = attitude.object
    for noun in draft.nouns_in(start, min(end, start + _HEAD)):
        being = draft.being(noun)
        if being is not None and noun.end <= end and being.kind in _TARGETS:
            found.update(
                dict.fromkeys(
                    number for number in draft.people_of(being.number) if number not in attitude.holder.beings
                )
            )
    return tuple(found)[:_MOST_TARGETS]
