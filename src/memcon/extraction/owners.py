"""Owners and objects: whose commitment it is, who is called on, and who a counterpart is."""

from __future__ import annotations

from memcon.extraction.actors import Actors
from memcon.extraction.draft import Draft
from memcon.extraction.extent import Extent
from memcon.extraction.first_person import Party
from memcon.extraction.sentences import Sentence
from memcon.extraction.world import Noun
from memcon.lexicon.pledges import load_pledges

_POSSESSIVE = frozenset({"their", "his", "her", "its", "our", "my", "your"})
_DETERMINERS = frozenset({"the", "his", "her", "our", "their", "its", "my", "your", "all", "both"})
_TOGETHER = frozenset({"mutual", "shared", "common", "joint", "collective", "respective"})
_COUNTERPARTS = frozenset({"counterpart", "counterparts", "colleague", "interlocutor", "guest", "host"})
_ACTING = frozenset({"state", "organization", "side", "person", "office"})
_PAST_ADJECTIVES = frozenset("continued united determined renewed enhanced sustained increased reinforced".split())
_MOST_ADJECTIVES = 5
_FAR_TWIN = 16  # tokens between a noun and the one that "and" joins to it
_NEAR = 6  # tokens between "his" and "counterpart"


class Owners:
    """Finds the owners of nouns and the objects of verbs in one draft."""

    def __init__(self, draft: Draft, extent: Extent, actors: Actors) -> None:
        self._draft = draft
        self._extent = extent
        self._actors = actors
        self._low = draft.tokens.low
        self._nominals = load_pledges(draft.lexicon).words["nominals"] | {"decision", "proposal", "decisions"}
        self._closed = draft.lexicon.words.classes["closed"]

    def owner(self, noun_start: int, sentence: Sentence) -> Party | None:
        """The owner before a noun such as "commitment": "Norland's", "their", "the U.S.", or all for "shared"."""
        i, shared = noun_start, False
        while i > sentence.start and noun_start - i < _MOST_ADJECTIVES:
            before = self._low[i - 1]
            if before in ("'s", "'"):
                owner = self._draft.noun_at.get(i - 1)
                return (
                    self._actors.of_nouns(self._with_first(owner))
                    if owner is not None
                    else self._described(i - 1, sentence)
                )
            mark = self._draft.marks.ending(i)
            if mark is not None and mark.state is not None and mark.kind in ("state", "adjective"):
                return Party((self._draft.namer.state(mark.state, mark.start).number,), mark.start)
            if before in _POSSESSIVE:
                return self._possessive(i - 1, sentence, shared)
            if before in _TOGETHER:
                shared = True
            elif not self._is_adjective(i - 1):
                break
            i -= 1
        if not shared and i > sentence.start + 1 and self._low[i - 1] == "and":
            return self._of_twin(i - 1, sentence)
        return self._shared(noun_start, i, sentence) if shared else None

    def _of_twin(self, joint: int, sentence: Sentence) -> Party | None:
        """The owner of a noun before "and": "[Norland's] decision to leave and plans to build"."""
        for i in range(joint - 1, max(sentence.start, joint - _FAR_TWIN), -1):
            if self._low[i] in self._nominals and self._low[i + 1] in ("to", "on", "of", "for"):
                return self.owner(i, sentence)
            if self._draft.syntax.finite(i) or self._draft.tokens.text[i] in (",", ";", '"'):
                return None
        return None

    def _described(self, at: int, sentence: Sentence) -> Party | None:
        """An owner without a mention: "the government's"."""
        for start in range(at - 1, max(sentence.start, at - 4) - 1, -1):
            if self._low[start] in _DETERMINERS:
                return self._actors.phrase(start, at)
        return None

    def _is_adjective(self, i: int) -> bool:
        """Whether a token can stand between an owner and its noun."""
        word, text = self._low[i], self._draft.tokens.text[i]
        if self._draft.syntax.is_adverb(i):
            return True
        plain = text.isalpha() and text.islower() and word not in self._closed
        return plain and not self._draft.lexicon.words.is_verb(word, "past", "s") or word in _PAST_ADJECTIVES

    def _shared(self, noun_start: int, start: int, sentence: Sentence) -> Party | None:
        """The owners of "a shared commitment": those who speak of it, else those who talk."""
        said = self._extent.cued_by(max(sentence.start, start - 2), noun_start)
        if said is not None and len(said.speaker) > 1:
            return Party(said.speaker, noun_start, "shared by the speakers", 0.85)
        return (
            Party(self._actors.both, noun_start, "shared by the parties", 0.8) if len(self._actors.both) > 1 else None
        )

    def _with_first(self, owner: Noun) -> tuple[Noun, ...]:
        """An owner with the one before "and": "Norland's and Sudland's", "Norland and Sudland's"."""
        before = owner.start - 1
        if before > 1 and self._low[before] == "and":
            other = self._draft.noun_at.get(before - 1 if self._low[before - 1] in ("'s", "'") else before)
            if other is not None and other.being is not None:
                return (other, owner)
        return (owner,)

    def _possessive(self, at: int, sentence: Sentence, shared: bool) -> Party | None:
        word = self._low[at]
        if word == "its":
            return self._its(at, sentence)
        if word in ("our", "my", "your"):
            return self._actors.read(word, at, together=shared)
        if word == "their":
            said = self._extent.cued_by(max(sentence.start, at - 3), at) or self._extent.cued_by(at, at + 2)
            if said is not None and len(said.speaker) > 1:
                return Party(said.speaker, at, "their own, who speak", 0.9)
            described = self._actors.described_before(at, sentence)
            if described is not None:
                return described
        noun = self._draft.noun_from.get(at)
        if noun is not None and noun.being is not None:
            return Party(self._draft.people_of(noun.being), at, "owned by a pronoun", 0.85)
        return self._actors.read(word, at, together=True)

    def _its(self, at: int, sentence: Sentence) -> Party | None:
        """ "Its": of the owner of the phrase before "and", else of the last state or organization, a subject if any."""
        found = [noun for noun in self._draft.nouns_in(sentence.start, at) if self._is_institution(noun)]
        owners = [noun for noun in found if self._owns_stance(max(noun.outer, noun.end), at)]
        if owners and self._low[at - 1] in ("and", ","):
            found = owners
        else:
            found = [noun for noun in found if self._actors.heads_clause(noun)] or found
        numbers = self._actors.of_nouns((found[-1],)) if found else None
        return None if numbers is None else Party(numbers.beings, at, "its owner is the last party named", 0.8)

    def _owns_stance(self, at: int, limit: int) -> bool:
        """Whether a noun of commitment or stance follows an owner: "Norland's full support"."""
        owned = self._low[at] in ("'s", "'")
        return owned and any(self._low[i] in self._nominals for i in range(at + 1, min(limit, at + _MOST_ADJECTIVES)))

    def _is_institution(self, noun: Noun) -> bool:
        """Whether a mention names a state, by its capital too, or an organization."""
        being = self._draft.being(noun)
        return being is not None and being.kind in ("state", "organization", "place") and noun.how != "pronoun"

    def behind(self, at: int, limit: int, prepositions: tuple[str, ...]) -> tuple[Party, int] | None:
        """The owner behind a preposition, and where it ends: "the commitment of Norland to"."""
        if at + 1 >= limit or self._low[at] not in prepositions or self._draft.noun_from.get(at + 1) is None:
            return None
        party, end = self.object(at + 1, limit)
        return None if party is None else (party, end)

    def object(self, at: int, limit: int, together: bool = False) -> tuple[Party | None, int]:
        """The party that a noun phrase at a token names, with those that "and" joins to it, and where it ends."""
        if at < limit and self._low[at] in _POSSESSIVE and self._low[at + 1 : at + 2] != ["to"]:
            return self._counterpart(at, limit)
        nouns: list[Noun] = []
        i = at
        while i < limit:
            noun = self._draft.noun_from.get(i)
            if noun is None:
                break
            nouns.append(noun)
            i = max(noun.outer, noun.end)
            step = self._joint(i, limit)
            if step is None:
                break
            i = step
        return (self._actors.of_nouns(tuple(nouns), together) if nouns else None), i

    def _joint(self, i: int, limit: int) -> int | None:
        """The token behind "and" or a comma where another mention follows."""
        if i + 1 >= limit or self._low[i] not in ("and", ",", "&"):
            return None
        behind = i + 1 + (self._low[i] == "," and self._low[i + 1] == "and")
        return behind if behind < limit and self._draft.noun_from.get(behind) is not None else None

    def _counterpart(self, at: int, limit: int) -> tuple[Party | None, int]:
        """ "His Norlandish counterpart": the other of those who talk; other phrases with an owner name nobody."""
        for i in range(at + 1, min(limit, at + _NEAR)):
            if self._low[i] in _COUNTERPARTS:
                noun, named = self._draft.noun_from.get(at), self._draft.noun_from.get(i + 1)
                if noun is not None and noun.end > i:
                    return self._actors.of_nouns((noun,)), max(noun.outer, noun.end)
                if named is not None and named.being is not None and named.sort == "person":
                    return Party((named.being,), at, "named as a counterpart", 0.9), named.end
                owner = () if noun is None or noun.being is None else self._draft.people_of(noun.being)
                others = tuple(number for number in self._draft.principals if number not in owner)
                return (Party(others, at, "the counterpart", 0.8) if others else None), i + 1
            if self._draft.syntax.finite(i) or self._low[i] == "to":
                break
        return None, at

    def is_deed(self, start: int, limit: int) -> bool:
        """Whether a noun phrase is something done and no party: what is urged, not who."""
        noun = self._draft.noun_from.get(start)
        if noun is None or noun.how == "pronoun" and noun.sort in _POSSESSIVE:
            return True
        behind = max(noun.outer, noun.end)
        if behind >= limit:
            return False
        if self._low[behind] in ("'s", "'"):
            return True
        return (
            noun.sort in _ACTING and self._draft.tokens.text[behind].islower() and self._low[behind] not in self._closed
        )
