"""The same people more than once: "met in Oslo in May and in Lima in June", an encounter for every place and date."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from memcon.extraction.meetings_adjuncts import Dated
from memcon.extraction.meetings_encounter import Encounter
from memcon.extraction.meetings_ground import Ground
from memcon.extraction.meetings_places import Placed

_PREPOSITIONS = frozenset({"in", "at", "on"})


class Occasion(NamedTuple):
    """A place and a date set side by side, from token `start` to `end`."""

    start: int
    end: int
    placed: Placed
    dated: Dated


def repeated(one: Encounter, ground: Ground) -> list[Encounter]:
    """An encounter, and one more for every further place and date that its words are coordinated with."""
    if one.date is None or one.kind in ("call", "video-call"):
        return [one]
    low, end = ground.tokens.low, one.sentence.end
    first = next((found for i in range(one.cue[1], one.end) if (found := _occasion(i, end, ground)) is not None), None)
    if first is None or one.place not in (None, first.placed.place):
        return [one]
    told = [first]
    while (at := _behind_joint(told[-1].end, end, ground)) < end and low[at] in _PREPOSITIONS:
        following = _occasion(at, end, ground)
        if following is None:
            break
        told.append(following)
    if len(told) == 1:
        return [one]
    return [_on(one, occasion) for occasion in told]


def _occasion(at: int, end: int, ground: Ground) -> Occasion | None:
    """The place and the date, in either order, that begin at a token."""
    if ground.tokens.low[at] not in _PREPOSITIONS:
        return None
    placed = ground.places.at(at, end)
    if placed is not None:
        behind = placed.end + (placed.end < end and ground.tokens.text[placed.end] == ",")
        dated = next(iter(ground.adjuncts.dates_in(behind, min(end, behind + 2))), None)
        return Occasion(at, dated.end, placed, dated) if dated is not None else None
    dated = next(iter(ground.adjuncts.dates_in(at, at + 2)), None)
    placed = ground.places.at(dated.end, end) if dated is not None else None
    return Occasion(at, placed.end, placed, dated) if dated is not None and placed is not None else None


def _behind_joint(at: int, end: int, ground: Ground) -> int:
    """The token behind "and", "as well as", ", then" and the like; the end where nothing is joined."""
    i = at
    while i < end and (ground.tokens.text[i] == "," or ground.tokens.low[i] in ground.words["again"]):
        i += 1
    return i if i > at else end


def _on(one: Encounter, occasion: Occasion) -> Encounter:
    """The encounter as it was on one occasion."""
    return replace(
        one,
        date=occasion.dated.mark.value,
        place=occasion.placed.place,
        venue=occasion.placed.venue,
        definite=False,
        parts=dict(one.parts),
        attendees=dict(one.attendees),
        tone=list(one.tone),
        evidence=[(min(one.start, occasion.start), max(one.end, occasion.end))],
        reasons=list(one.reasons),
    )
