"""The noun phrases of outcomes: which noun names a document, and where its phrase begins and ends."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.draft import Draft
from memcon.extraction.outcomes_governing import Status
from memcon.extraction.phrases import LINKS, Phrases
from memcon.extraction.sentences import Sentence
from memcon.model import OutcomeKind

_LINKS = LINKS - {"under"}
_WHEN = LINKS | {"during", "after", "by"}
POINTING = frozenset({
    "the", "this", "these", "that", "those", "such", "any", "no", "its", "his", "her", "their", "our",
})
_JOINT_NOUNS = frozenset({"statement", "communiqué", "communique", "declaration"})
_WIDEST = 8  # tokens from "joint" to its noun: "a joint Arden-Belmar press statement"
_ABOUT = frozenset({"on", "covering", "concerning", "regarding"})
_EMPTY_TAIL = frozenset({"of", "understanding", "(", ")", "mou", "mous"})
_KEPT_DATES = frozenset({"for", "of", "to", "until", "-", "–"})


class OutcomeNoun(NamedTuple):
    """The noun of an outcome: its first token, the token of its head, and the kind that it names."""

    first: int
    head: int
    kind: OutcomeKind


class OutcomePhrases:
    """Finds the noun phrases of outcomes in one draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._tokens = draft.tokens
        self._low = draft.tokens.low
        self._phrases = Phrases(draft)
        self._words = draft.lexicon.outcomes
        self.starts = self._words.starts | self._words.joint | self._words.launched

    def noun(self, i: int, sentence: Sentence) -> OutcomeNoun | None:
        """The outcome noun that begins at a token."""
        low, words = self._low, self._words
        if low[i] in words.starts and not (low[i] == "understanding" and low[i - 1] == "of"):
            match = words.nouns.match_at(low, low, i, sentence.end)
            if match is not None:
                return OutcomeNoun(match.start, match.end - 1, as_kind(match.entries[0]))
        if low[i] in words.joint:
            for k in range(i + 1, min(i + _WIDEST, sentence.end)):
                if low[k] in _JOINT_NOUNS:
                    return OutcomeNoun(i, k, "declaration" if low[k] == "declaration" else "joint-statement")
                if self._draft.marks.at[k] is None and low[k] not in words.jointly:
                    break
        named = self._tokens.text[i][0].isupper() or low[i] == "partnership"
        return OutcomeNoun(i, i, "other") if low[i] in words.launched and named else None

    def span(self, noun: OutcomeNoun, sentence: Sentence) -> tuple[int, int] | None:
        """Where the phrase of a noun begins and ends; None where the noun only modifies another."""
        low = self._low
        mark = self._draft.marks.at[noun.head]
        start = self._phrases.left(noun.first, sentence)
        end = self._phrases.right(noun.head, sentence, _LINKS, listed=True)
        if mark is not None and mark.kind in ("initiative", "body"):
            start, end = self._phrases.left(mark.start, sentence), max(end, mark.end)
            if start > sentence.start and low[start - 1] in ("the", "a", "an"):
                start -= 1
        elif end == noun.head + 1 and self._modifies(end, sentence):
            return None
        end = self._ours(end, sentence)
        verbs = self._draft.lexicon.words
        if start < noun.first and low[start] in self._words.verbs and verbs.is_verb(low[start], "past", "base"):
            start += 1
        return start, end

    def _ours(self, end: int, sentence: Sentence) -> int:
        """The end moved behind a clause that says who reached it: "the agreements we made in Oslo"."""
        low, subjects = self._low, self._draft.noun_from
        i = end + (low[end : end + 1] == ["that"])
        subject = subjects.get(i)
        while subject is not None and subject.being is not None and subject.outer < sentence.end:
            i = subject.outer
            subject = subjects.get(i + 1) if low[i] == "and" else None
        if i == end and low[end : end + 1] != ["we"] or i + 2 >= sentence.end:
            return end
        i += low[i] in ("we", "i")
        i = self._draft.syntax.skip_adverbs(i + (low[i] in ("have", "had", "has", "'ve")), sentence.end)
        return self._phrases.right(i, sentence, _WHEN) if i < sentence.end and low[i] in self._words.recalled else end

    def told(self, participle: int, sentence: Sentence) -> int:
        """The end of the clause that a participle opens: "reached on Friday in Oslo"."""
        return self._phrases.right(participle, sentence, _WHEN)

    def _modifies(self, i: int, sentence: Sentence) -> bool:
        """Whether the noun before a token only modifies the one there: "agreement text", "consensus document"."""
        if i >= sentence.end or not self._tokens.text[i][0].isalpha() or self._tokens.text[i][0].isupper():
            return False
        words, syntax = self._draft.lexicon.words, self._draft.syntax
        word = self._low[i]
        return not (word in words.classes["closed"] or words.is_verb(word) or syntax.is_adverb(i) or syntax.finite(i))

    def undated(self, start: int, end: int) -> int:
        """The end without the date that says when it was signed and does not belong to the name."""
        low, last = self._low, self._tokens.end[end - 1]
        dates = self._draft.dates_in(start, end)
        first = next((self._tokens.at(date.start) for date in dates if date.end == last), None)
        if first is None or low[first - 1] in _KEPT_DATES or self._words.recalled.intersection(low[start:first]):
            return end
        while first > start + 1 and low[first - 1] in ("in", "on", "at", "the", "by", "since"):
            first -= 1
        place = self._draft.marks.ending(first)
        placed = place is not None and place.kind in ("capital", "place") and low[place.start - 1] == "in"
        return place.start - 1 if place is not None and placed and place.start > start + 2 else first

    def topic(self, end: int, status: Status, sentence: Sentence) -> int:
        """The end behind "were signed on ...", where the verb parts a noun from what it is about."""
        if status.rule != "outcome-passive":
            return end
        verb = next((i for i in range(end, min(end + 6, sentence.end)) if self._low[i] in self._words.verbs), None)
        if verb is None or verb + 2 >= sentence.end or self._low[verb + 1] not in _ABOUT:
            return end
        starts = {date.start for date in self._draft.dates_in(verb + 1, sentence.end)}
        if self._tokens.start[verb + 2] in starts:
            return end  # "was signed on 3 May"
        return self._phrases.right(verb, sentence, _LINKS, listed=True)

    def bare(self, noun: OutcomeNoun, start: int, end: int) -> bool:
        """Whether a phrase only points at what is named elsewhere: "the deal", "the following agreements"."""
        low = self._low
        if set(low[noun.head + 1 : end]) - _EMPTY_TAIL or self._draft.marks.at[noun.head] is not None:
            return False
        if self.generic(noun):
            return not set(low[start : noun.first]) - self._words.empty - POINTING
        return noun.first == start + 1 and low[start] in POINTING

    def generic(self, noun: OutcomeNoun) -> bool:
        """Whether the noun is a plural that says nothing alone ("agreements", "memoranda of understanding")."""
        return self._low[noun.head] in self._words.generic or self._low[noun.first] in self._words.generic


def as_kind(word: str) -> OutcomeKind:
    """The word of the lexicon as a kind."""
    known: dict[str, OutcomeKind] = {
        "consensus": "consensus", "agreement": "agreement", "memorandum": "memorandum",
        "joint-statement": "joint-statement", "declaration": "declaration", "plan": "plan", "other": "other",
    }
    return known[word]
