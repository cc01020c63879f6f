"""Who else was there: "A and B attended the meeting", "also present were ...", "the delegation included ..."."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.meetings_ground import Ground
from memcon.extraction.sentences import Sentence
from memcon.extraction.world import Noun
from memcon.lexicon.encounters import EncounterGroup
from memcon.lexicon.patterns import Match

_FUTURE = frozenset({"will", "shall"})
_SUPPORTING = frozenset({"also", "were", "was", "had", "have", "has", "too", "both", "will", "been"})
_OF_PRINCIPALS = frozenset({"to", "of", "for"})
_SEVERAL = frozenset({"meetings", "both", "calls", "sessions"})
_MOST_BETWEEN = 12  # tokens between the last name and the words that call it present


class Presence(NamedTuple):
    """People that a sentence calls present, as members of a `delegation`, or at `several` encounters."""

    people: tuple[int, ...]
    sentence: Sentence
    delegation: bool
    several: bool


class Attendance:
    """Finds those present in the sentences of one draft."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._draft = ground.draft
        self._tokens = ground.tokens

    def of_sentence(self, sentence: Sentence) -> Presence | None:
        """The people that a sentence calls present, None where it calls none so."""
        found: dict[int, None] = {}
        words: set[str] = set()
        for match in self._ground.scan.longest("attendance", sentence):
            if self._denied(match, sentence):
                continue
            people = self._before(match, sentence) if match.entry.label == "front" else []
            if not people and (match.entry.label == "behind" or match.start - sentence.start < 2):
                people = self._behind(match, sentence)
            found.update(dict.fromkeys(people))
            words |= set(self._tokens.low[match.start : match.end]) if people else set()
        if not found:
            return None
        return Presence(tuple(found), sentence, bool(words & {"delegation", "entourage"}), bool(words & _SEVERAL))

    def _denied(self, match: Match[EncounterGroup], sentence: Sentence) -> bool:
        classes = self._draft.lexicon.words.classes
        near = self._tokens.low[max(sentence.start, match.start - 3) : match.head + 1]
        return any(word in classes["negation"] or word in classes["modal"] and word not in _FUTURE for word in near)

    def _before(self, match: Match[EncounterGroup], sentence: Sentence) -> list[int]:
        """Those named from the start of the sentence up to the words."""
        start = match.start
        while start > sentence.start and self._tokens.low[start - 1] in _SUPPORTING:
            start -= 1
        nouns = [noun for noun in self._draft.nouns_in(sentence.start, start) if self._person(noun)]
        last = max((max(noun.end, noun.outer) for noun in nouns), default=start)
        if start - last > _MOST_BETWEEN or self._draft.syntax.clause_has_verb(last, start):
            return []
        return self._numbers(nouns, sentence)

    def _behind(self, match: Match[EncounterGroup], sentence: Sentence) -> list[int]:
        nouns = [noun for noun in self._draft.nouns_in(match.end, sentence.end) if self._person(noun)]
        return self._numbers(nouns, sentence)

    def _person(self, noun: Noun) -> bool:
        being = self._draft.being(noun)
        return noun.sort == "person" and being is not None and being.kind == "person"

    def _numbers(self, nouns: list[Noun], sentence: Sentence) -> list[int]:
        return [noun.being for noun in nouns if noun.being is not None and not self._passing(noun, sentence)]

    def _passing(self, noun: Noun, sentence: Sentence) -> bool:
        """Whether a name only helps to describe another: "Secretary to President Amon", "Mr Amon's wife"."""
        low = self._tokens.low
        after = max(noun.end, noun.outer)
        if after < sentence.end and low[after] == "'s":
            return True
        return noun.start > sentence.start and low[noun.start - 1] in _OF_PRINCIPALS
