"""How an encounter went: form, tone, length, hour, press, who asked for it, on the margins of what."""

from __future__ import annotations

from memcon.extraction.dates import DurationMark, TimeMark, find_durations, find_times
from memcon.extraction.meetings_asking import requesters
from memcon.extraction.meetings_encounter import Encounter
from memcon.extraction.meetings_ground import Ground
from memcon.extraction.sentences import Sentence
from memcon.model import MeetingFormat, Press

_FORMATS: tuple[MeetingFormat, ...] = ("one-on-one", "restricted", "expanded", "working-meal", "margins")
_COUNTS = {"twice": 2, "thrice": 3, "three times": 3, "four times": 4, "five times": 5, "two times": 2, "six times": 6}
_HOURS = frozenset({"hour", "hours", "minute", "minutes"})
_IN_TONE = frozenset({"and", ",", "very", "most", "-", "extremely"})
_NEAR = 5
_LONGEST_EVENT = 8

Labels = list[tuple[int, int, str]]


class Manner:
    """Adds to encounters what their sentences tell of the way they went."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._draft = ground.draft
        self._tokens = ground.tokens
        self._times: list[TimeMark] | None = None
        self._durations: list[DurationMark] | None = None

    def describe(self, one: Encounter, sentence: Sentence) -> None:
        """Form, tone and the rest from the clause of an encounter, and from its sentence what can stand anywhere."""
        labels = self._ground.labels(sentence, one.start, one.end)
        self._remote(one, labels)
        found = {label for _, _, label in labels}
        for label in _FORMATS:
            if (
                label in found
                and one.format is None
                and (label in ("margins", "working-meal") or self._beside(one, labels, label, 3 * _NEAR))
            ):
                one.format = label
        self._margins(one, labels)
        one.requested_by = one.requested_by or requesters(one, sentence, self._ground)
        self._long(one)
        counted = " ".join(self._tokens.low[one.start : one.end])
        one.count = next((count for words, count in _COUNTS.items() if f" {words} " in f" {counted} "), None)
        one.tone = self._tone(one)

    def press(self, sentence: Sentence) -> Press | None:
        """Whether a sentence tells of a press conference or of statements to the press."""
        labels = {label for _, _, label in self._ground.labels(sentence, sentence.start, sentence.end)}
        return "conference" if "conference" in labels else "statements" if "statements" in labels else None

    # by phone, by video, on the margins

    def _remote(self, one: Encounter, labels: Labels) -> None:
        reach = 4 * _NEAR if one.rule.startswith("verb") else _NEAR
        if one.kind in ("meeting", "talks") and self._beside(one, labels, "phone", reach):
            one.kind = "call"
        elif one.kind in ("meeting", "talks", "call") and self._beside(one, labels, "video", reach):
            one.kind = "video-call"

    def _beside(self, one: Encounter, labels: Labels, label: str, reach: int) -> bool:
        """Whether a phrase stands by the words of the encounter rather than in what was talked about."""
        return any(name == label and one.cue[0] - _NEAR <= start <= one.cue[1] + reach for start, _, name in labels)

    def _margins(self, one: Encounter, labels: Labels) -> None:
        for start, end, label in labels:
            if label == "margins" and one.margins_of is None:
                one.margins_of = self._event(end, one.end)
                if one.format == "margins" and one.margins_of is None and "occasion" in self._tokens.low[start:end]:
                    one.format = None

    def _event(self, at: int, end: int) -> int | None:
        """The event named behind "on the margins of"."""
        low, text = self._tokens.low, self._tokens.text
        start = at + (at < end and low[at] == "the")
        for i in range(start, min(end, start + _LONGEST_EVENT)):
            noun = self._draft.noun_from.get(i)
            if noun is not None and noun.sort in ("organization", "initiative") and noun.being is not None:
                return noun.being
        stop = start
        while stop < end and (
            text[stop][0].isupper()
            or text[stop][0].isdigit()
            or low[stop] in ("of", "the", "and", "-", "'", "'s", "on", "for")
        ):
            stop += 1
        while stop > start and not (text[stop - 1][0].isupper() or text[stop - 1][0].isdigit()):
            stop -= 1
        if stop == start:
            return None
        being = self._draft.world.add("organization", self._draft.namer.written(start, stop), start)
        being.type = being.type or "forum"
        return being.number

    # how long, at what hour

    def _long(self, one: Encounter) -> None:
        low, start, words = self._tokens.low, self._tokens.start, self._ground.words
        lasting = {"lasted", "lasting", "lasts"} & set(low[one.cue[1] : one.sentence.end])
        stop = one.sentence.end if lasting else one.end
        if one.duration is None and _HOURS & set(low[one.start : stop]):
            self._durations = self._durations if self._durations is not None else find_durations(self._draft.repaired)
            for duration in self._durations:
                at = self._tokens.at(duration.start)
                near = one.cue[0] <= at < one.cue[1] or set(low[max(one.start, at - _NEAR + 1) : at]) & words["lasting"]
                if one.start <= at < stop and near:
                    one.duration = duration.value
                    break
        around = low[one.start : one.end]
        if one.time is None and (set(around) & words["clock"] or any(":" in word for word in around)):
            self._times = self._times if self._times is not None else find_times(self._draft.repaired)
            one.time = next(
                (time.value for time in self._times if start[one.start] <= time.start <= start[one.end - 1]), None
            )

    # tone

    def _tone(self, one: Encounter) -> list[tuple[int, int]]:
        """The words of tone: "in a frank and friendly atmosphere", "a candid and constructive discussion"."""
        low, words = self._tokens.low, self._ground.words
        heads = [i for i in range(one.start + 1, one.end) if low[i] in words["atmosphere"]]
        found = []
        for head in heads:
            first = self._adjectives(head, one.start)
            behind = head + 1
            if behind + 1 < one.end and low[behind] == "of" and low[behind + 1] in words["atmosphere_of"]:
                behind += 1
                while behind < one.end and low[behind] in words["atmosphere_of"]:
                    behind += 1
            if first < head or behind > head + 1:
                found.append((first, behind))
        first = self._adjectives(one.cue[1] - 1, one.cue[0])
        while first < one.cue[1] - 1 and low[first] not in words["adjectives"]:
            first += 1
        last = next((i for i in range(one.cue[1] - 2, first - 1, -1) if low[i] in words["adjectives"]), None)
        return found + ([(first, last + 1)] if last is not None else [])

    def _adjectives(self, head: int, start: int) -> int:
        """The first of the adjectives of tone before a noun, itself if it has none."""
        low, words = self._tokens.low, self._ground.words
        first = i = head
        while i - 1 >= start and (
            low[i - 1] in words["adjectives"] or low[i - 1] in _IN_TONE or low[i - 1] in ("in", "depth")
        ):
            i -= 1
            if low[i] in words["adjectives"]:
                first = i
        return first
