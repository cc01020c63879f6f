"""The relationship between the parties as a subject of talk: its words, its parties, and what is about it."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.draft import Draft
from memcon.extraction.phrases import LINKS, Phrases
from memcon.extraction.sentences import Sentence
from memcon.model import Aspect

RATED_LINKS = frozenset({"between", "with", "of", "in"})
FOUNDED = frozenset({
    "based", "built", "founded", "rooted", "grounded", "anchored", "forged", "underpinned", "marked", "linked", "bound",
})
_FOUNDING = LINKS | {"by", "through", "upon"}
_BINDING = frozenset({"binding", "linking", "uniting", "joining", "connecting"})
_BOUND = 10  # tokens of "that bind the two brotherly peoples"
_BIND = frozenset({"bind", "link", "unite", "join", "connect", "binds", "links", "unites", "joins", "connects"})
_PARTIES = frozenset({"state", "adjective", "prefix"})


class Rating(NamedTuple):
    """Words that characterize the relationship, tokens `start` to `end` (exclusive), and the rule that found them."""

    start: int
    end: int
    aspect: Aspect
    rule: str
    confidence: float


class Relationship:
    """What the rules of characterizations share about one draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.tokens = draft.tokens
        self.low = draft.tokens.low
        self.phrases = Phrases(draft)
        self.words = draft.lexicon.relations
        self.heads = self.words.labels | self.words.relations | self.words.cooperation

    def word(self, i: int) -> str:
        """The word at a token in lower case, empty behind the end of the text."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def is_form(self, i: int, lemmas: frozenset[str]) -> bool:
        """Whether the word at a token is a form of one of some verbs."""
        return any(lemma in lemmas for lemma, _ in self.draft.lexicon.words.verbs.get(self.word(i), ()))

    def modifiers(self, start: int, head: int) -> list[str]:
        """The words before a head, those of hyphenated compounds joined."""
        words: list[str] = []
        i = start
        while i < head:
            word = self.low[i]
            while i + 2 < head and self.tokens.text[i + 1] == "-":
                word += "-" + self.low[i + 2]
                i += 2
            words.append(word)
            i += 1
        return words

    def concerns_parties(self, sentence: Sentence) -> bool:
        """Whether states, "bilateral", "our" or the two sides make a sentence one about the parties."""
        marks, about = self.draft.marks.at, self.words.involving
        return any(
            self.low[i] in about or ((mark := marks[i]) is not None and mark.state is not None)
            for i in range(sentence.start, sentence.end)
        )

    def pairs(self, start: int, end: int) -> bool:
        """Whether a phrase names a pair of parties as its modifier ("Arden-Belmar ties", "U.S.-Japan Alliance")."""
        marks = (self.draft.marks.at[i] for i in range(start, end))
        return len({mark.start for mark in marks if mark is not None and mark.kind in _PARTIES}) > 1

    def known_name(self, i: int) -> bool:
        """Whether a token belongs to an organization or initiative that the lexicon knows by name."""
        mark = self.draft.marks.at[i]
        return mark is not None and mark.kind in ("body", "initiative") and mark.entry is not None

    def compounds(self, i: int, sentence: Sentence) -> bool:
        """Whether a noun right behind a head makes it a modifier: "partnership agreement", "alliance commitments"."""
        if i >= sentence.end or not self.tokens.text[i][0].isalpha():
            return False
        if self.low[i] in self.words.compounds:
            return True
        words = self.draft.lexicon.words
        if self.low[i] in words.classes["closed"] or words.is_verb(self.low[i]) or self.draft.syntax.is_adverb(i):
            return False
        return self.tokens.text[i].islower() and not self.low[i].endswith("ed")

    def founded(self, end: int, sentence: Sentence) -> int:
        """The end moved behind "based on shared values", "forged by our forebears", "that bind the two peoples"."""
        related = end + 1 < sentence.end and self.low[end] == "that" and self.low[end + 1] in _BIND
        if related or end < sentence.end and self.low[end] in _BINDING:
            bound = range(end + 1 + related, min(sentence.end, end + _BOUND))
            return next((i for i in bound if not self.low[i][0].isalnum() or self.draft.syntax.finite(i)), bound.stop)
        if end >= sentence.end or self.low[end] not in FOUNDED:
            return end
        after = self.phrases.right(end, sentence, _FOUNDING)
        return after if after > end + 1 else end

    def aspect(self, start: int, end: int) -> Aspect:
        """Whether a phrase dates the relationship or names it."""
        return "history" if self.words.history.intersection(self.modifiers(start, end)) else "label"

    def without_article(self, start: int) -> int:
        """The start moved behind "the", which belongs to the clause and not to the name."""
        return start + 1 if self.low[start] in ("the", "this", "these", "that") else start

    def parties(self, start: int, end: int, sentence: Sentence) -> tuple[int, ...]:
        """The states that the phrase, the words beside it or its sentence name, else the parties of the text."""
        near = (max(sentence.start, start - 6), min(sentence.end, end + 8))
        for first, last in ((start, end), near, (sentence.start, sentence.end)):
            states = self._states(first, last)
            if len(states) > 1:
                return states
            if len(states) == 1 and states[0] not in self.draft.states:
                other = next((number for number in self.draft.states if number != states[0]), None)
                if other is not None:
                    return (states[0], other)
        return self.draft.states if len(self.draft.states) > 1 else self._sides()

    def _sides(self) -> tuple[int, ...]:
        """The states of the principals, and the principals themselves where their state is not known."""
        principals = self.draft.principals
        sides = [(number, self.draft.state_of(number)) for number in principals]
        found = tuple(dict.fromkeys(number if state is None else state for number, state in sides))
        return found if len(found) > 1 else self.draft.states

    def _states(self, start: int, end: int) -> tuple[int, ...]:
        found: dict[int, None] = {}
        for i in range(start, end):
            mark = self.draft.marks.at[i]
            if mark is not None and mark.state is not None and mark.start == i and mark.kind in _PARTIES:
                found[self.draft.namer.state(mark.state, i).number] = None
        return tuple(found)
