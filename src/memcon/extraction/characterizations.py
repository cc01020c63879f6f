"""Characterizations: how the relationship between parties is named, rated or dated."""

from __future__ import annotations

from memcon.extraction.assembly import Ids
from memcon.extraction.characterizations_levels import LevelRules
from memcon.extraction.characterizations_naming import NamingRules
from memcon.extraction.characterizations_partners import PartnerRules
from memcon.extraction.characterizations_predicates import PredicateRules
from memcon.extraction.draft import Draft
from memcon.extraction.relationships import Rating, Relationship
from memcon.extraction.sentences import Sentence
from memcon.model import Characterization, record_id


def build_characterizations(draft: Draft, ids: Ids) -> tuple[Characterization, ...]:
    """The characterizations of a draft, the same words once."""
    relationship = Relationship(draft)
    finder = _Finder(relationship)
    built: list[Characterization] = []
    seen: set[str] = set()
    for sentence in draft.body:
        for rating in finder.of_sentence(sentence):
            phrase = draft.span(rating.start, rating.end)
            key = " ".join(phrase.quote.lower().split()).removeprefix("the ")
            parties = relationship.parties(rating.start, rating.end, sentence)
            if len(parties) < 2 or any(known.startswith(key) for known in seen):
                continue
            seen.add(key)
            built.append(Characterization(
                id=record_id(draft.document.id, "characterization", [(phrase.start, phrase.end)]),
                evidence=(draft.span(sentence.start, sentence.end),), confidence=rating.confidence,
                reasons=() if rating.confidence >= 0.8 else ("a rating in passing",), rule=rating.rule,
                parties=ids.many(parties), phrase=phrase, aspect=rating.aspect,
                statement=next((said.id for said in draft.said if said.covers(rating.start)), None),
            ))
    return tuple(built)


class _Finder:
    """Runs the rules over the sentences of one draft."""

    def __init__(self, relationship: Relationship) -> None:
        self._low = relationship.low
        self._heads = relationship.heads
        self._naming = NamingRules(relationship)
        self._predicates = PredicateRules(relationship)
        self._partnering = PartnerRules(relationship)
        self._standing = LevelRules(relationship)
        words = relationship.words
        self._partners = words.partners | words.pillars | words.givers | words.kin
        self._levels = words.levels
        self._pride = words.pride
        self._states = words.states
        self._featuring = words.featuring_starts
        rated = self._levels | self._pride | self._states | {"than"}
        self._all = self._heads | self._partners | self._featuring | rated

    def of_sentence(self, sentence: Sentence) -> list[Rating]:
        """The characterizations of a sentence; where two overlap, the one that begins first, else the longer."""
        found: list[Rating] = []
        for i in range(sentence.start, sentence.end):
            low = self._low[i]
            if low not in self._all:
                continue
            if low in self._heads:
                found += self._naming.named(i, sentence)
                found += self._predicates.predicate(i, sentence) or self._predicates.called(i, sentence)
            elif low in self._partners:
                found += self._partnering.partner(i, sentence)
                if not found and low in self._states:
                    found += self._naming.state_of(i, sentence)
            elif low in self._states or low in self._levels:
                level = self._standing.level(i, sentence) if low in self._levels else []
                found += level or self._naming.state_of(i, sentence)
            elif low == "than":
                found += self._predicates.than_ever(i, sentence)
            elif low in self._pride:
                found += self._naming.praised(i, sentence)
            else:
                found += self._predicates.featured(i, sentence)
        found.sort(key=lambda item: (item.start, -item.end))
        kept: list[Rating] = []
        for item in found:
            if not any(item.start < other.end and other.start < item.end for other in kept):
                kept.append(item)
        return kept
