"""Nouns of encounter in their phrases: determiner, owner, ordinal, and the verb or preposition that governs them."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.meetings_ground import Ground
from memcon.extraction.sentences import Sentence
from memcon.extraction.world import Noun
from memcon.lexicon.encounters import EncounterGroup
from memcon.lexicon.patterns import Match

_DETERMINERS = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "no",
        "any",
        "some",
        "another",
        "each",
        "every",
        "several",
        "two",
        "three",
        "both",
        "such",
        "one",
    }
)
_OWNING = frozenset({"his", "her", "their", "its", "our", "my", "your"})
_DEFINITE = frozenset({"the", "this", "these", "that", "those", "both"}) | _OWNING
_PROGRESSIVE = frozenset({"is", "are", "am", "was", "were", "be", "been"})
_NUMBER_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ORDINALS = {word: number for number, word in enumerate(_NUMBER_WORDS.split(), 1)}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_MOST_MODIFIERS = 12
_LONGEST_DATE = 6
_LONGEST_ROMAN = 7


class Phrase(NamedTuple):
    """A noun phrase from `start` to `end`, its head at `head`.

    `owner` is who has it, `verb` the head of the verb that carries it and `support` what kind of verb that is,
    `before` the word in front of the phrase where no verb carries it.
    """

    start: int
    head: int
    end: int
    group: EncounterGroup
    determiner: str
    owner: Noun | None
    verb: int | None
    support: str | None
    before: str
    ordinal: int | None

    @property
    def definite(self) -> bool:
        """Whether the phrase speaks of an encounter as known."""
        return self.determiner in _DEFINITE


class PhraseReader:
    """Reads the phrases around encounter nouns in one draft."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._draft = ground.draft
        self._tokens = ground.tokens
        classes = ground.draft.lexicon.words.classes
        self._closed = classes["closed"] | classes["adverb"]

    def find_all(self, sentence: Sentence) -> list[Phrase]:
        """The phrases of a sentence from left to right."""
        matches = self._ground.scan.longest("nouns", sentence)
        if not matches:
            return []
        carried = self.carried(sentence)
        return [self.read(match, carried, sentence) for match in matches if not self._elsewhere(match, sentence)]

    def carried(self, sentence: Sentence) -> dict[int, Match[EncounterGroup]]:
        """Support verbs by the token behind them."""
        return {match.end: match for match in self._ground.scan.longest("support", sentence)}

    def _elsewhere(self, match: Match[EncounterGroup], sentence: Sentence) -> bool:
        """Whether the word is no encounter: "call for", "to talk about", "before meeting"."""
        low = self._tokens.low
        word, after = low[match.start], low[match.end] if match.end < sentence.end else ""
        before = low[match.start - 1] if match.start > sentence.start else ""
        if word == "meeting" and before in _PROGRESSIVE:
            return True
        if word in ("call", "calls") and after == "on" and self._ground.adjuncts.dates_in(match.end, match.end + 2):
            return before in ("to", "will")
        if word in ("call", "calls"):
            return after in ("for", "on", "upon", "to", "sign") or before in ("to", "will", "we", "i", "also", "so")
        if word == "talk":
            return before in ("to", "will", "can", "we", "they", "i", "should", "not")
        if before == "-" and self._tokens.glued(match.start) and word == "meeting":
            return True
        gerund = word.endswith("ing") and before in ("before", "after", "in", "when", "while", "by")
        return gerund and after not in ("with", "between", "in", "at", ",", "on")

    def read(
        self, match: Match[EncounterGroup], carried: dict[int, Match[EncounterGroup]], sentence: Sentence
    ) -> Phrase:
        """The phrase around a noun."""
        low = self._tokens.low
        start, determiner, owner = self._left(match.start, carried, sentence)
        first = self.ordinal(start, match.start)
        if (
            not determiner
            and start - 2 > sentence.start
            and low[start - 1] == "of"
            and low[start - 2] in self._ground.words["measures"]
        ):
            start, determiner, owner = self._left(start - 2, carried, sentence)
            first = first or self.ordinal(start, match.start)
        verb = carried.get(start) or carried.get(self._draft.syntax.before_adverbs(start, sentence.start))
        if verb is not None and verb.entry.label == "receive" and match.entry.kind not in ("call", "video-call"):
            verb = None
        before = low[start - 1] if start > sentence.start and verb is None else ""
        return Phrase(
            start,
            match.end - 1,
            match.end,
            match.entry,
            determiner,
            owner,
            verb.head if verb else None,
            verb.entry.label if verb else None,
            before,
            first,
        )

    def _left(
        self,
        at: int,
        carried: dict[int, Match[EncounterGroup]],
        sentence: Sentence,
    ) -> tuple[int, str, Noun | None]:
        """Where the phrase of a noun begins, its determiner, and its owner."""
        low, text = self._tokens.low, self._tokens.text
        start = at
        for _ in range(_MOST_MODIFIERS):
            j = start - 1
            if j < sentence.start or start in carried:
                break
            if low[j] == "whose" and j > sentence.start:
                return j, "its", self._draft.noun_at.get(j) or self._draft.noun_at.get(j - 1)
            if low[j] in _DETERMINERS and "-" not in (low[start], low[j - 1]) or low[j] in _OWNING:
                return j, low[j], self._draft.noun_from.get(j) if low[j] in _OWNING else None
            if low[j] == "'s" or low[j] == "'" and j > sentence.start and low[j - 1].endswith("s"):
                owner = self._draft.noun_at.get(j)
                if not self._numbered(owner, j, sentence):
                    return owner.start if owner is not None else j, "their", owner
                start = owner.start if owner is not None else j
                continue
            step = self._modifier(j, sentence)
            if step == start:
                break
            start = step
        while start < at and (text[start] in (",", "-") or low[start] == "and"):
            start += 1
        return start, "", None

    def _numbered(self, owner: Noun | None, at: int, sentence: Sentence) -> bool:
        """Whether the owners only tell what meeting it is: "their third defence ministers' meeting"."""
        if owner is not None and owner.sort in ("person", "organization", "state"):
            return False
        start = owner.start if owner is not None else at - 2
        return any(word in _ORDINALS for word in self._tokens.low[max(sentence.start, start - 2) : start])

    def _modifier(self, j: int, sentence: Sentence) -> int:
        """The first token of the modifier that ends at a token, the token behind it if there is none."""
        low, text = self._tokens.low, self._tokens.text
        date = self._ground.adjuncts.date_ending(j + 1)
        if date is not None and date.start >= sentence.start and date.end - date.start < _LONGEST_DATE:
            return date.start
        if j > sentence.start and (text[j] == "," or low[j] == "and"):
            listed = low[j - 1] in self._ground.words["adjectives"] or low[j] == "and" and self._modifies(j - 1)
            return j if listed or text[j] == "," and self._ground.adjuncts.date_ending(j) is not None else j + 1
        return j if self._modifies(j) and not self._names(j) else j + 1

    def _modifies(self, j: int) -> bool:
        word = self._tokens.low[j]
        plain = (word[0].isalnum() or word == "-") and word not in self._closed and not self._draft.syntax.finite(j)
        counted = word in _DETERMINERS and self._tokens.low[j + 1] == "-"  # "two-day"
        about = word in self._ground.words["approximate"] and self._counts(j + 1)
        return plain or counted or about or word in _ORDINALS or word in ("most", "very")

    def _counts(self, j: int) -> bool:
        """Whether a number stands at a token, or words that only round it: "more than seven hours of talks"."""
        low = self._tokens.low
        numbers = self._draft.lexicon.words.classes["number"]
        return low[j].isdigit() or low[j] in numbers or low[j] in self._ground.words["approximate"]

    def _names(self, j: int) -> bool:
        """Whether a person's name or office stands there: "Xi meeting with" has no modifier."""
        noun = self._draft.noun_at.get(j + 1)
        return noun is not None and noun.sort in ("person", "office")

    def ordinal(self, start: int, end: int) -> int | None:
        """The ordinal among the words between two tokens: "8th", "eighth", "XII", "twenty-fourth"."""
        low, text = self._tokens.low, self._tokens.text
        for i in range(start, end):
            number = _ORDINALS.get(low[i])
            if number is not None:
                ten = _TENS.get(low[i - 2], 0) if i > start + 1 and text[i - 1] == "-" else 0
                return ten + number
            if low[i] == "inaugural":
                return 1
            if low[i][:-2].isdigit() and low[i][-2:] in ("st", "nd", "rd", "th"):
                return int(low[i][:-2])
            if 1 < len(text[i]) < _LONGEST_ROMAN and set(text[i]) <= set("IVXLC"):
                return _roman(text[i])
        return None


def _roman(word: str) -> int:
    total = 0
    for letter, following in zip(word, word[1:] + " ", strict=True):
        value = _ROMAN[letter]
        total += -value if _ROMAN.get(following, 0) > value else value
    return total
