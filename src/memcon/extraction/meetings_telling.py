"""What a clause tells of an encounter: its status by the verb, its date and its place."""

from __future__ import annotations

from memcon.extraction.meetings_encounter import Encounter
from memcon.extraction.meetings_ground import Ground
from memcon.extraction.meetings_verbs import Tense, Verb
from memcon.model import MeetingStatus

_STATUS: dict[Tense, MeetingStatus] = {
    "past": "held",
    "present": "held",
    "perfect": "held",
    "ing": "held",
    "purpose": "held",
    "future": "scheduled",
    "pluperfect": "recalled",
    "proposed": "proposed",
    "hypothetical": "proposed",
}


def status_of(verb: Verb | None) -> MeetingStatus:
    """What the tense of a verb says of its encounter."""
    return "held" if verb is None else _STATUS[verb.tense]


def when_and_where(one: Encounter, at: int, core_end: int, ground: Ground) -> None:
    """Give an encounter the date and place that its clause tells; `at` to `core_end` are its own words."""
    adjuncts = ground.adjuncts
    near = min(one.end, adjuncts.skip(core_end, one.end) + 1)
    aside = one.rule == "noun"
    mark = adjuncts.date(at, core_end, (at, near) if aside and not one.parts else (one.start, one.end))
    carried = None if mark is not None else adjuncts.carried_date(one.sentence)
    if mark is not None:
        one.date = mark.value
    elif carried is not None:
        one.date = carried.mark.value
    ranges = [(core_end, near), (at, core_end)] if aside else [(core_end, one.end), (at, core_end), (one.start, at)]
    placed = ground.places.first(ranges)
    if placed is None and (behind := _behind_aside(one, ground)) is not None:
        placed = ground.places.first([behind])
    if placed is not None:
        one.place, one.venue = placed.place, placed.venue
    one.evidence = [(one.start, one.end)]
    if carried is not None:
        one.evidence.append((carried.start, carried.end))


def _behind_aside(one: Encounter, ground: Ground) -> tuple[int, int] | None:
    """What goes on behind a relative clause: "met Y, who is on a visit to Oslo, at the palace"."""
    tokens, end = ground.tokens, one.sentence.end
    if one.rule == "noun" or one.end >= end or tokens.low[one.end] not in ("who", "which", "whose"):
        return None
    for i in range(one.end, end - 1):
        if tokens.text[i] in (";", '"'):
            return None
        if tokens.text[i] == "," and tokens.low[i + 1] in ("at", "in"):
            return i + 1, ground.adjuncts.clause(i + 1, i + 2, one.sentence)[1]
    return None
