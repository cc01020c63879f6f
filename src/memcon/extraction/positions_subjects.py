"""Positions whose object is the subject: "the plan was condemned by A", "sanctions are unacceptable to B"."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.actors import Actors
from memcon.extraction.draft import Draft
from memcon.extraction.expressions import Expressions
from memcon.extraction.extent import Extent
from memcon.extraction.first_person import Party
from memcon.extraction.owners import Owners
from memcon.extraction.positions_objects import GUESTS
from memcon.extraction.sentences import Sentence
from memcon.lexicon.patterns import Match
from memcon.lexicon.pledges import StanceGroup

_OPENING = frozenset("in at on during after before following for with as regarding".split())
_NO_SUBJECTS = frozenset({"he", "she", "they", "it", "who", "which", "that", "we", "i", "you", "there", "this"})
_CONTENT_MARKS = frozenset({'"', ";", ":", "–", "—", "(", ")", "["})
_TO_PARTIES = ("to", "for")
_FROM_PARTIES = ("of", "from", "by")
_PEOPLE = frozenset({"person", "office", "people"})
_HELD = frozenset("has have had enjoy enjoys enjoyed receive receives received deserve deserves".split())
_COUNTED = frozenset({"count", "counts", "counted", "rely", "relies", "relied", "depend"})
_LONGEST = 40  # tokens of a subject
_NEAR = 6  # tokens between "has" and "support"


class Held(NamedTuple):
    """A stance towards a subject: the tokens of the subject, and who holds the stance."""

    subject: tuple[int, int]
    holder: Party


class SubjectRules:
    """Finds stances whose object stands before them as the subject of their clause."""

    def __init__(self, draft: Draft, extent: Extent, actors: Actors, owners: Owners, expressions: Expressions) -> None:
        self._draft = draft
        self._extent = extent
        self._actors = actors
        self._owners = owners
        self._expressions = expressions
        self._low = draft.tokens.low
        self._text = draft.tokens.text
        self._syntax = draft.syntax
        self._auxiliaries = draft.lexicon.words.classes["auxiliary"] | draft.lexicon.words.classes["modal"]

    def passive(
        self,
        match: Match[StanceGroup],
        chain: int,
        sentence: Sentence,
        limit: int,
        shared: tuple[int, int] | None = None,
    ) -> Held | None:
        """ "The attack was strongly condemned by both sides": the agent holds the stance; the subject may be shared."""
        if "to" in self._low[chain : match.start] or self._modal(chain, match.start):
            return None
        at = self._syntax.skip_adverbs(match.end, limit)
        if self._low[at : at + 1] != ["by"]:
            return None
        holder = self._party(at + 1, limit)
        subject = shared or self.subject(chain, sentence)
        if holder is None or subject is None or self._is_person(subject):
            return None
        return Held(subject, holder)

    def predicate(self, match: Match[StanceGroup], chain: int, sentence: Sentence, limit: int) -> Held | None:
        """ "Further delays are unacceptable to us": the one named, else who says so."""
        subject = self.subject(chain, sentence)
        if subject is None or self._is_person(subject):
            return None
        if match.end + 1 < limit and self._low[match.end] in _TO_PARTIES:
            named = self._party(match.end + 1, limit)
            if named is not None:
                return Held(subject, named)
        speakers = self._actors.speakers(match.start)
        return Held(subject, Party(speakers, match.start, "who says so", 0.8)) if speakers else None

    def supported(self, match: Match[StanceGroup], sentence: Sentence, limit: int) -> Held | None:
        """ "The plan has the full support of Norland", "can count on Norland's backing"."""
        verb = next((i for i in range(match.start - 1, max(sentence.start, match.start - _NEAR), -1)
                     if self._low[i] in _HELD or self._low[i] in _COUNTED and self._low[i + 1] in ("on", "upon")), None)
        if verb is None:
            return None
        chain = self._expressions.chain(verb, sentence)
        subject = self.subject(chain, sentence)
        perfect = self._syntax.words.is_verb(self._low[self._syntax.skip_adverbs(verb + 1, match.start)], "participle")
        if subject is None or perfect or self._expressions.negated(chain, verb):
            return None
        if match.end + 1 < limit and self._low[match.end] in _FROM_PARTIES:
            holder = self._party(match.end + 1, limit)
        elif match.end < limit and self._low[match.end] in _TO_PARTIES:
            return None
        else:
            holder = self._owners.owner(match.start, sentence)
        return None if holder is None else Held(subject, holder)

    def subject(self, chain: int, sentence: Sentence) -> tuple[int, int] | None:
        """The noun phrase that is the subject of the verb whose auxiliaries begin at a token; None for pronouns."""
        start = self._floor(chain, sentence)
        stop = chain
        if self._low[start] in _OPENING and "," in self._text[start:stop]:
            start = self._text.index(",", start, stop) + 1
        if self._syntax.is_adverb(start) and self._text[start + 1] == ",":
            start += 2
        stop = self._before_aside(start, stop)
        first = next((i for i in range(start + 1, stop) if self._governs(i) and not self._relative(start, i)), stop)
        if first < stop:
            if self._low[chain - 1] not in ("and", "but", ","):
                return None
            stop = self._syntax.before_adverbs(first, start)
        if stop <= start or stop - start > _LONGEST or self._low[start] in _NO_SUBJECTS:
            return None
        return start, stop

    def _before_aside(self, start: int, stop: int) -> int:
        """The end of a subject before an aside of somebody's saying so, a comma or "and"."""
        if stop > start and self._text[stop - 1] == ",":
            comma = next((i for i in range(stop - 2, start, -1) if self._text[i] == ","), None)
            if comma is not None and self._extent.cued_by(comma + 1, stop - 1) is not None:
                stop = comma
        while stop > start and (self._text[stop - 1] == "," or self._low[stop - 1] == "and"):
            stop -= 1
        return stop

    def _floor(self, chain: int, sentence: Sentence) -> int:
        """Where the clause of a verb can begin: the sentence, the words reported, or a mark before it."""
        start = sentence.start
        said = self._extent.cover[chain]
        if said is not None:
            start = max([start, *(first for first, end in said.content if first < chain - 1 and chain < end)])
            if said.content[0][0] < start and said.cue is not None and said.content[0][1] <= said.cue[0] < start:
                start = said.content[0][0]  # ", he said," stands amid the words
        for i in range(chain - 1, start, -1):
            if self._text[i] in _CONTENT_MARKS or self._low[i] == "that" and self._syntax.finite(i - 1):
                return i + 1
            joint = self._low[i] in ("and", "but", "while", "as") and self._text[i - 1] == ","
            if joint and not self._syntax.finite(i + 1):
                return i + 1
        return start

    def _governs(self, i: int) -> bool:
        """Whether a token is surely a finite verb: an auxiliary, or a verb right behind a mention."""
        if not self._syntax.finite(i):
            return False
        return self._low[i] in self._auxiliaries or self._draft.noun_at.get(i) is not None

    def _relative(self, start: int, i: int) -> bool:
        """Whether a verb within a subject belongs to a relative clause of it, or is a participle behind a noun."""
        back = self._syntax.before_adverbs(i, start)
        if back > start and self._low[back - 1] in ("which", "that", "who", "where", "whose"):
            return True
        named = self._draft.noun_at.get(back)
        if named is not None and self._low[named.start - 1] in ("which", "that", "whose", "where"):
            return True
        behind = self._low[i + 1] if i + 1 < len(self._low) else ""
        return self._syntax.words.is_verb(self._low[i], "participle") and behind in (
            "by", "in", "at", "on", "from", "between", "during", "under", "against",
        )

    def _party(self, at: int, limit: int) -> Party | None:
        """The party that a phrase at a token names."""
        party, end = self._owners.object(at, limit)
        if party is not None:
            return party
        while end < limit and self._text[end].isalpha() and not self._syntax.finite(end):
            end += 1
        return self._actors.phrase(at, end) if end > at else None

    def _modal(self, chain: int, end: int) -> bool:
        modals = self._draft.lexicon.words.classes["modal"]
        return any(self._low[i] in modals for i in range(chain, end))

    def _is_person(self, subject: tuple[int, int]) -> bool:
        """Whether a person is the subject: one who is welcomed is greeted."""
        if GUESTS.intersection(self._low[subject[0] : subject[0] + 2]):
            return True
        noun = self._draft.noun_at.get(subject[1])
        return noun is not None and noun.sort in _PEOPLE and self._low[subject[1] - 1] not in ("'s", "'")
