"""When, and how far a clause goes: the dates that belong to an encounter word, told from those of its neighbours."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.dates import DateMark
from memcon.extraction.draft import Draft
from memcon.extraction.meetings_places import Places
from memcon.extraction.sentences import Sentence
from memcon.lexicon.encounters import Encounters

_CUTS = frozenset({";", ":", '"', "."})
_RELATIVE = frozenset({"which", "who", "whom", "whose", "where", "when"})
_PARTICIPLES = frozenset(
    {"held", "hosted", "chaired", "co-chaired", "convened", "attended", "organized", "organised", "led", "headed"}
)
_ARTICLES = frozenset({"the", "its"})
_KINDS = frozenset({"day", "interval", "month", "year", "period"})
_PARTIES = frozenset({"person", "office", "people", "organization"})
_REACH = 6  # tokens to the left in which another word may own a date
_LONGEST_WAY = 10  # tokens of "in a warm and friendly atmosphere"
_LONGEST_SPEAKER = 7  # tokens of "a foreign ministry official" and "said"
_TO_DATE = 5  # tokens between "before" and the date that it leads to


class Dated(NamedTuple):
    """A date expression with its tokens."""

    start: int
    end: int
    mark: DateMark


class Adjuncts:
    """Answers when and how far for ranges of tokens of one draft."""

    def __init__(self, draft: Draft, words: Encounters) -> None:
        self._draft = draft
        self._tokens = draft.tokens
        self._words = words.words
        at = draft.tokens.at
        self.dates = [Dated(at(mark.start), at(mark.end), mark) for mark in draft.dates]
        self._date_at = {i: date for date in self.dates for i in range(date.start, date.end)}
        self.places = Places(draft, words, frozenset(self._date_at))

    def dates_in(self, start: int, end: int) -> list[Dated]:
        """The dates that begin within a range of tokens."""
        return [date for date in self.dates if start <= date.start < end]

    def date_ending(self, at: int) -> Dated | None:
        """The date whose last token stands right before a token."""
        date = self._date_at.get(at - 1)
        return date if date is not None and date.end == at else None

    # clauses

    def clause(self, cue: int, core_end: int, sentence: Sentence) -> tuple[int, int]:
        """The clause around an encounter word: from the last cut before `cue` to the first one behind `core_end`."""
        tokens = self._tokens
        start = cue
        while start > sentence.start and tokens.text[start - 1] not in _CUTS and tokens.low[start - 1] != "that":
            start -= 1
        end = core_end
        while end < sentence.end and not self._ends(end, sentence):
            end += 1
        return start, end

    def _ends(self, i: int, sentence: Sentence) -> bool:
        """Whether a clause ends at a token."""
        text, low = self._tokens.text[i], self._tokens.low[i]
        if text in _CUTS or low in _RELATIVE or low in ("that", "but", "while"):
            return True
        if low in ("after", "before"):
            return i > sentence.start and not any(i < date.start <= i + _TO_DATE for date in self.dates)
        if low not in ("to", "and") and text != ",":
            return False
        behind = self._draft.syntax.skip_adverbs(i + 1, sentence.end) if i + 1 < sentence.end else sentence.end
        if behind >= sentence.end:
            return False
        if low == "to":
            return (
                self._draft.lexicon.words.is_verb(self._tokens.low[behind], "base")
                and self._draft.noun_from.get(behind) is None
            )
        return self._comma_ends(i, behind) if text == "," else self._and_ends(behind, sentence)

    def _comma_ends(self, comma: int, behind: int) -> bool:
        """Whether a new clause, the end of a relative one, or a participle follows a comma."""
        if self._reports(behind):
            return True
        low, noun = self._tokens.low[behind], self._draft.noun_from.get(behind)
        if noun is not None and noun.subject and self.date_ending(comma) is None:
            return True
        if self._draft.syntax.finite(behind):
            return low not in _PARTICIPLES
        return low.endswith("ing") and self._draft.lexicon.words.is_verb(low, "ing")

    def _reports(self, at: int) -> bool:
        """Whether "the ministry said", "according to officials" begins at a token."""
        low = self._tokens.low
        if low[at] == "according":
            return True
        for i in range(at, min(len(low), at + _LONGEST_SPEAKER)):
            if not low[i][0].isalnum():
                return False
            if i > at and low[i] in self._words["reporting"]:
                return True
        return False

    def _and_ends(self, behind: int, sentence: Sentence) -> bool:
        """Whether a verb, with or without a subject of its own, follows "and"."""
        noun = self._draft.noun_from.get(behind)
        if noun is not None:
            behind = self._draft.syntax.skip_adverbs(max(noun.end, noun.outer), sentence.end)
        dated = self._date_at.get(behind + (self._tokens.low[behind] == "on"))
        if noun is None and dated is not None and self._draft.syntax.opens_clause(dated.end, sentence.end):
            return True
        following = self._tokens.low[behind + 1] if behind + 1 < sentence.end else ""
        bare = noun is None and self._draft.lexicon.words.is_verb(self._tokens.low[behind], "base")
        if bare and following in ("a", "an", "the", "his", "her", "their", "our", "with", "at", "in", "to"):
            return True
        return behind < sentence.end and self._draft.syntax.finite(behind)

    # what stands between a verb and its partner

    def skip(self, at: int, end: int) -> int:
        """The first token from `at` on that no date, place, adverb or comma between them takes."""
        i = at
        while i < end and (step := self._step(i, at, end)):
            i += step
        back = i
        while back > at and (self._tokens.low[back - 1] in _ARTICLES or self._draft.syntax.is_adverb(back - 1)):
            back -= 1
        if _ARTICLES.isdisjoint(self._tokens.low[back:i]):
            back = i
        if back > at and back < i and self._tokens.text[back - 1] == ",":
            i = back
        return i - 1 if i > at and self._tokens.text[i - 1] == "," else i

    def behind(self, at: int, end: int) -> int:
        """As `skip`, and behind the comma that may follow."""
        i = self.skip(at, end)
        return i + 1 if i > at and i < end and self._tokens.text[i] == "," else i

    def _step(self, i: int, at: int, end: int) -> int:
        """How many tokens an adjunct at a token takes; 0 if none stands there."""
        tokens, low = self._tokens, self._tokens.low
        date = self._date_at.get(i)
        if date is not None:
            return date.end - i
        noun = self._draft.noun_from.get(i)
        if (
            noun is not None
            and noun.sort in ("place", "state")
            and i > at
            and tokens.text[i - 1] == ","
            and not noun.subject
        ):
            return noun.end - i
        if noun is not None and noun.sort in _PARTIES:
            return 0
        way = self._way(i, end)
        if way:
            return way
        placed = self.places.at(i, end)
        if placed is not None:
            return placed.end - i
        if low[i] == "at" and i + 1 < end and low[i + 1] in self._words["at_what"]:
            return 2
        filler = low[i] in self._words["fillers"] or self._draft.syntax.is_adverb(i)
        return int(filler or tokens.text[i] == "," and i > at)

    def _way(self, i: int, end: int) -> int:
        """The length of "in a one-on-one format", "in a cordial atmosphere" at a token."""
        low = self._tokens.low
        if low[i] != "in" or i + 2 >= end or low[i + 1] not in ("a", "an", "the", "private"):
            return 0
        for j in range(i + 1, min(end, i + _LONGEST_WAY)):
            if low[j] in self._words["manners"]:
                return j + 1 - i
            if self._draft.noun_from.get(j) is not None:
                break
        return 0

    # dates

    def date(self, cue: int, core_end: int, clause: tuple[int, int]) -> DateMark | None:
        """The date that belongs to an encounter word: behind it, within, or before it."""
        near = [date for date in self.dates_in(*clause) if date.mark.kind in _KINDS]
        behind = [date for date in near if date.start >= core_end]
        within = [date for date in near if cue <= date.start < core_end]
        before = [date for date in near if date.start < cue and not self._other(date, cue, clause[0])]
        for date in (*behind, *within, *reversed(before)):
            if not self._owned(date, cue, core_end, clause[0]):
                return date.mark
        return None

    def _other(self, date: Dated, cue: int, start: int) -> bool:
        return self._aside(date, cue, start) or self._elsewhere(date, cue, start)

    def _elsewhere(self, date: Dated, cue: int, start: int) -> bool:
        """Whether a date belongs to a clause before: "talks collapsed last year, and those with Peru stalled"."""
        text, low = self._tokens.text, self._tokens.low
        parted = any(text[i] == "," and low[i + 1] in ("and", "but") for i in range(date.end, cue - 1))
        return parted and any(self._draft.syntax.finite(i) for i in range(start, date.start))

    def _aside(self, date: Dated, cue: int, start: int) -> bool:
        """Whether a date stands in a relative clause closed before the encounter word: ", who came on Sunday,"."""
        if "," not in self._tokens.text[date.end : cue]:
            return False
        return any(self._tokens.low[i] in _RELATIVE for i in range(start, date.start))

    def _owned(self, date: Dated, cue: int, core_end: int, start: int) -> bool:
        """Whether a date belongs to another word: "his visit in May", "since 2019", "the May elections"."""
        low = self._tokens.low
        for i in range(date.start - 1, max(start, date.start - _REACH) - 1, -1):
            if cue <= i < core_end and i <= cue + 1 or self._tokens.text[i] == ",":
                return False
            if low[i] in self._words["owners"]:
                return True
        return date.end < len(low) and low[date.end] in self._words["owned_by_next"]

    def date_before_when(self, start: int, cue: int) -> DateMark | None:
        """The date that a clause with "when" belongs to: "since 2010, when we met in Oslo"."""
        for i in range(cue, max(start, 1) - 1, -1):
            if self._tokens.low[i] == "when":
                date = self.date_ending(i) or (self.date_ending(i - 1) if self._tokens.text[i - 1] == "," else None)
                return date.mark if date is not None and date.mark.kind in _KINDS else None
        return None

    def date_behind_when(self, end: int, sentence: Sentence) -> DateMark | None:
        """The date of a clause with "when" that follows: "met him when he visited Oslo in May"."""
        if end >= sentence.end or self._tokens.low[end] != "when":
            return None
        stop = self.clause(end + 1, end + 2, sentence)[1]
        return next((date.mark for date in self.dates_in(end, stop) if date.mark.kind in _KINDS), None)

    def carried_date(self, sentence: Sentence) -> Dated | None:
        """The date that a programme or story carries on: "Tuesday: ...", "Later in the day", "On the same day"."""
        low = self._tokens.low
        first = next(
            (date for date in self.dates_in(sentence.start, sentence.start + 2) if date.end < sentence.end), None
        )
        if first is not None and self._tokens.text[first.end] == ":":
            return first
        told = any(
            low[i] in ("same", "that", "the")
            and low[i + 1] in self._words["same_day"]
            and low[i + 2 : i + 3] not in (["before"], ["after"])
            for i in range(sentence.start, sentence.end - 1)
        )
        earlier = (
            [date for date in self.dates if date.start < sentence.start and date.mark.kind == "day"] if told else []
        )
        same = any(low[i] in ("same", "that") for i in range(sentence.start, min(sentence.end, sentence.start + 4)))
        today = [date for date in earlier if date.mark.value == self._draft.document.published]
        if today and not same and earlier[-1].mark.value < today[-1].mark.value:
            return today[-1]
        return earlier[-1] if earlier else None
