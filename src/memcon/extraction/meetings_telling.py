"""What a clause tells of an encounter: its status by the verb, its date and its place."""

from __future__ import annotations

from datetime import date, timedelta

from memcon.extraction.meetings_encounter import Encounter
from memcon.extraction.meetings_ground import Ground
from memcon.extraction.meetings_verbs import Tense, Verb
from memcon.model import MeetingStatus

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
COUNTED = {word: count for k, name in enumerate(_NUMBERS, 2) for word, count in ((name, k), (str(k), k))}
_TRIP_NEAR = 5  # tokens from "three-day" to the "visit" that it tells of
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
    mark = mark or adjuncts.date_before_when(one.start, one.cue[0]) or adjuncts.date_behind_when(one.end, one.sentence)
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
    one.date = _days(one, ground)
    one.evidence = [(one.start, one.end)]
    if carried is not None:
        one.evidence.append((carried.start, carried.end))


def _days(one: Encounter, ground: Ground) -> str | None:
    """The days of "a two-day summit", counted from the date on which it began or back from that on which it ended."""
    low = ground.tokens.low
    trips = ground.words["trip_nouns"]
    days = (i for i in range(one.start + 2, one.end) if low[i] == "day" and low[i - 1] == "-")
    day = next((i for i in days if trips.isdisjoint(low[i : i + _TRIP_NEAR])), None)
    count = COUNTED.get(low[day - 2]) if day is not None else None
    if day is None or count is None or one.date is None or len(one.date) != len("2024-05-14"):
        return one.date
    around, known = set(low[one.start : day]), date.fromisoformat(one.date)
    if around & ground.words["closing"]:
        return f"{known - timedelta(days=count - 1)}/{known}"
    if around & ground.words["opening"]:
        return f"{known}/{known + timedelta(days=count - 1)}"
    return one.date


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
