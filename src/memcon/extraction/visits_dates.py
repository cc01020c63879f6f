"""When a trip is: its date, also from a relative clause ("which runs from Sunday to Wednesday") or the way back."""

from __future__ import annotations

from datetime import date, timedelta

from memcon.extraction.meetings_adjuncts import Dated
from memcon.extraction.meetings_ground import Ground
from memcon.extraction.meetings_telling import COUNTED
from memcon.extraction.sentences import Sentence
from memcon.extraction.visits_trip import Trip

_NEAR = 7  # tokens behind a destination in which a date is that of the trip
_FAR = 12
_WEEK = 7
_DAY = len("2024-05-14")
_TRIP_NEAR = 5  # tokens from "three-day" to the "visit" that it tells of
_RELATIVE = frozenset({"which", "that", "who"})


class TripDates:
    """Reads the dates of trips in one draft."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._tokens = ground.tokens
        self._adjuncts = ground.adjuncts

    def read(self, trip: Trip, start: int, end: int, before: bool) -> str | None:
        """The date of a trip told by the tokens from `start` to `end`; `before` lets a date in front of them count.

        The evidence of the trip is widened to the words that give the date.
        """
        value = self._told(trip, start, end, before)
        return self._lasting(value, trip, end) if value is not None and len(value) == _DAY else value

    def _lasting(self, value: str, trip: Trip, end: int) -> str:
        """The days of "began a three-day visit on Monday", "returned on Monday from a three-day visit"."""
        low, words = self._tokens.low, self._ground.words
        start, stop = self._adjuncts.clause(trip.start, end, trip.sentence)
        days = (i for i in range(start + 2, stop) if low[i] == "day" and low[i - 1] == "-")
        day = next((i for i in days if not words["trip_nouns"].isdisjoint(low[i : i + _TRIP_NEAR])), None)
        count = COUNTED.get(low[day - 2]) if day is not None else None
        if day is None or count is None:
            return value
        known, more = date.fromisoformat(value), timedelta(days=count - 1)
        before = set(low[start:day])
        if before & words["trip_end"]:
            return f"{known - more}/{known}"
        begins = before & words["trip_begin"] or self._ground.any_word("trip_begin", end, min(stop, end + 2))
        return f"{known}/{known + more}" if begins else value

    def _told(self, trip: Trip, start: int, end: int, before: bool) -> str | None:
        sentence = trip.sentence
        clause = self._adjuncts.clause(start, end, sentence)
        stop = self._behind_relative(end, clause[1], sentence)
        days = self._adjuncts.dates_in(end, stop)
        span = next((day for day in days if self._spans(day, end)), None)
        if span is not None:
            return _dated(trip, clause, span)
        opened = next((day for day in days if day.mark.kind == "day" and self._opens(start, day.start)), None)
        if opened is not None:
            every = self._adjuncts.dates_in(sentence.start, stop)
            others = [day for day in every if day is not opened and day.mark.kind == "day"]
            if others and others[-1].mark.value > opened.mark.value:
                _dated(trip, clause, opened, others[-1])
                return f"{opened.mark.value}/{others[-1].mark.value}"
        nouns = self._ground.words["trip_nouns"]
        head = max((i for i in range(start, end) if self._tokens.low[i] in nouns), default=start)
        mark = self._adjuncts.date(head, end, (clause[0] if before else start, min(stop, end + _NEAR)))
        if mark is None or "/" in mark.value and not _short(mark.value):
            return None
        back = self._back(end, sentence) if mark.kind == "day" else None
        if back is not None and back.mark.value > mark.value:
            _dated(trip, clause, back)
            return f"{mark.value}/{back.mark.value}"
        return mark.value

    def _spans(self, day: Dated, end: int) -> bool:
        """Whether a date is an interval within one year, near the words of the trip."""
        start, _, last = day.mark.value.partition("/")
        return day.mark.kind == "interval" and day.start - end <= _FAR and start[:4] == last[:4]

    def _opens(self, start: int, at: int) -> bool:
        return self._ground.any_word("opening", max(start, at - 4), at)

    def _behind_relative(self, end: int, stop: int, sentence: Sentence) -> int:
        """Where the relative clause ends that tells more of the trip, else where its own clause ends."""
        low, clause = self._tokens.low, self._adjuncts.clause
        if stop + 1 < sentence.end and low[stop] == "," and low[stop + 1] in self._ground.words["schedule"]:
            return clause(stop + 1, stop + 2, sentence)[1]
        if stop >= sentence.end or stop - end >= 4 or not _RELATIVE & set(low[stop : stop + 2]):
            return stop
        if self._ground.any_word("cancelled", stop, min(sentence.end, stop + _NEAR)):
            return stop
        following = clause(stop + 1, stop + 2, sentence)[1]
        while following < sentence.end and low[following] == "and":
            following = clause(following, following + 1, sentence)[1]
        return following

    def _back(self, at: int, sentence: Sentence) -> Dated | None:
        """The day of the return: "... and to return to Australia on 3 July"."""
        for i in range(at, sentence.end):
            if self._tokens.low[i] in self._ground.words["return"]:
                near = self._adjuncts.dates_in(i, min(sentence.end, i + _FAR))
                return next((day for day in near if day.mark.kind == "day"), None)
        return None


def _short(interval: str) -> bool:
    """Whether an interval is a week or less, by its days."""
    start, _, end = interval.partition("/")
    if len(start) != len(end) or len(start) != len("2024-05-14"):
        return False
    return 0 <= (date.fromisoformat(end) - date.fromisoformat(start)).days < _WEEK


def _dated(trip: Trip, clause: tuple[int, int], *dates: Dated) -> str:
    """The value of the first of some dates, which become part of the evidence."""
    trip.evidence = [(min(clause[0], *(day.start for day in dates)), max(clause[1], *(day.end for day in dates)))]
    return dates[0].mark.value
