"""When a milestone falls: the date that its clause gives it, or the year that can be inferred."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.dates import DateMark
from memcon.extraction.draft import Draft
from memcon.extraction.sentences import Sentence
from memcon.lexicon.anniversaries import anniversary_words

_FALLING = frozenset({
    "marks", "mark", "marked", "marking", "is", "was", "will", "commemorates", "celebrates", "sees", "saw", "brings",
    "brought", "would", "be", "celebrate", "observe", "observes",
})
_ON = frozenset({"falls", "fell", "is", "be", "celebrated", "marked", "observed", "fall", "was"})
_AHEAD = frozenset({"will", "upcoming", "approaching"})
_BESIDE = 12  # characters behind the event in which its own year may stand
_NEAR = 3  # tokens between a day and its verb
_RECENT = 3  # years; a date in the event so near to the document is the anniversary's own, an earlier one the event's


class MilestoneDate(NamedTuple):
    """An EDTF date or None, how sure the milestone is with it, and the reason why not surer."""

    value: str | None
    confidence: float = 0.9
    reason: str | None = None


class MilestoneDates:
    """Dates the milestones of one draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._tokens = draft.tokens
        self._low = draft.tokens.low
        self._words = anniversary_words(draft.lexicon.language, draft.lexicon.extra)
        self._year = int(draft.document.published[:4]) if draft.document.published else None

    def of(self, at: int, event: tuple[int, int], ordinal: int | None, sentence: Sentence) -> MilestoneDate:
        """The date of a milestone whose noun stands at a token and whose event is given."""
        own, origin = self._split(event, ordinal, sentence)
        given = self._given(at, own, sentence)
        if given is not None:
            return given
        if origin is not None and ordinal is not None:
            return MilestoneDate(f"{origin + ordinal:04}", 0.75, "the year is counted from that of the event")
        before = self._low[max(sentence.start, at - 14) : at]
        meets = self._words.meeting.intersection(before) and not _AHEAD.intersection(before[-8:])
        if self._year is not None and meets:
            return MilestoneDate(f"{self._year:04}", 0.7, "the year is that of the document")
        return MilestoneDate(None, 0.85)

    def _split(
        self, event: tuple[int, int], ordinal: int | None, sentence: Sentence,
    ) -> tuple[list[DateMark], int | None]:
        """The dates of the sentence that can be the milestone's, and the year of the event where one is named in it."""
        own, origin = [], None
        start, end = self._tokens.start[event[0]], self._tokens.end[event[1] - 1]
        for date in self._draft.dates_in(sentence.start, sentence.end):
            if date.kind not in ("day", "month", "year") or not date.value[:4].isdigit():
                continue
            year = int(date.value[:4])
            long_ago = self._year is not None and year < self._year - _RECENT
            if long_ago and date.start > end + _BESIDE:
                continue
            within = start <= date.start <= end + _BESIDE and date.basis == "absolute"
            if within and ordinal is not None and long_ago:
                origin = year
            else:
                own.append(date)
        return own, origin

    def _given(self, at: int, dates: list[DateMark], sentence: Sentence) -> MilestoneDate | None:
        """The date nearest before the noun, else behind it: a year or month, or the day that marks it."""
        here = self._tokens.start[at]
        before = [date for date in dates if date.end <= here]
        for date in (*reversed(before), *(date for date in dates if date.start >= here)):
            if date.kind == "day" and not self._marks(date, at):
                continue
            if self._a_year(date, at):
                return MilestoneDate(date.value[:4])
            return MilestoneDate(date.value)
        days = [date for date in dates if date.basis == "absolute"]
        return MilestoneDate(days[0].value[:4], 0.7, "the year is that of a day in the sentence") if days else None

    def _marks(self, date: DateMark, at: int) -> bool:
        """Whether a day is the anniversary's: "April 25 marks the", "the anniversary falls on 2 May"."""
        first, behind = self._tokens.at(date.start), self._tokens.at(date.end)
        if first > at:
            between = self._low[at:first]
            return len(between) < 24 and bool(_ON.intersection(between))
        return at - behind < 10 and bool(_FALLING.intersection(self._low[behind : behind + _NEAR]))

    def _a_year(self, date: DateMark, at: int) -> bool:
        """Whether only the year of a date counts: "in March 2025, a year in which the anniversary is"."""
        behind = self._tokens.at(date.end)
        return behind < at and self._low[behind : behind + 3] in ([",", "a", "year"], [",", "the", "year"])
