"""Who met: the subjects of encounter words, and who "I", "we" and "you" are in direct speech."""

from __future__ import annotations

from memcon.extraction.draft import Draft
from memcon.extraction.mark import Mark
from memcon.extraction.meetings_verbs import Verb
from memcon.extraction.sentences import Sentence
from memcon.extraction.subjects import Subjects
from memcon.extraction.world import Noun
from memcon.lexicon.encounters import Encounters

_PEOPLE = frozenset({"person", "office", "people"})
_NO_PARTY = frozenset({"place", "initiative", "apposition"})
_FIRST = frozenset({"i", "me", "my", "myself"})
_PLURAL_FIRST = frozenset({"we", "us", "our", "ourselves"})
_SECOND = frozenset({"you", "your"})
_SHARED = frozenset({"and", ",", "but", "then", "also", "to", "after", "before", "while"})
_LONGEST_OFFICE = 9  # tokens before the name that a sentence begins with


class Parties:
    """Finds who does what in one draft."""

    def __init__(self, draft: Draft, words: Encounters) -> None:
        self.draft = draft
        self._tokens = draft.tokens
        self._words = words.words
        self._subjects = Subjects(draft)
        self._spoken = [
            (start, end, said.speaker)
            for said in draft.said
            if said.direct and said.speaker
            for start, end in said.content
        ]

    # entities of mentions

    def numbers(self, nouns: tuple[Noun, ...] | list[Noun]) -> list[int]:
        """The entities of mentions, groups taken apart, each once; "I", "we" and "you" by who speaks."""
        return list(dict.fromkeys(number for noun in nouns for number in self._of(noun)))

    def _of(self, noun: Noun) -> tuple[int, ...]:
        if noun.being is not None:
            being = self.draft.world.beings[noun.being]
            counted = {"two", "both"} & set(self._tokens.low[noun.start : noun.end])
            if (
                being.kind == "group"
                and not being.members
                and noun.sort == "people"
                and counted
                and len(self.draft.principals) == 2
            ):
                states = self._tokens.low[noun.end - 1] in ("countries", "states", "nations")
                return self.draft.states if states and len(self.draft.states) == 2 else self.draft.principals
            return self.draft.people_of(noun.being)
        speaker, main = self.speaker_at(noun.start), self.draft.principals
        if noun.sort in _FIRST:
            return speaker
        if noun.sort in _PLURAL_FIRST:
            return main if not speaker or set(speaker) <= set(main) else speaker
        if noun.sort in _SECOND:
            return self.addressed_at(noun.start)
        return ()

    def speaks_at(self, token: int) -> bool:
        """Whether a token lies in direct speech."""
        return any(start <= token < end for start, end, _ in self._spoken)

    def speaker_at(self, token: int) -> tuple[int, ...]:
        """Who speaks in the first person at a token: the speaker of the quotation, else the author."""
        for start, end, speaker in self._spoken:
            if start <= token < end:
                return speaker
        return () if self.draft.author is None else (self.draft.author,)

    def addressed_at(self, token: int) -> tuple[int, ...]:
        """Who "you" are at a token: the principals that do not speak there."""
        speaker = self.speaker_at(token)
        return tuple(number for number in self.draft.principals if number not in speaker)

    def is_party(self, number: int) -> bool:
        """Whether an entity can meet others."""
        being = self.draft.world.beings[number]
        return being.kind in ("person", "state", "group") or being.kind == "organization" and being.type != "media"

    def among(self, numbers: list[int]) -> list[int]:
        """Those of some entities that can meet others."""
        return [number for number in numbers if self.is_party(number)]

    def side(self, number: int) -> str:
        """The state of an entity, itself where the text gives it none: two of one side make no encounter."""
        being = self.draft.world.beings[number]
        return being.state.name if being.state is not None and being.sure else f"#{number}"

    def home(self, number: int) -> int | None:
        """The state of an entity where the text says it, rather than lets it be guessed."""
        return self.draft.state_of(number) if self.draft.world.beings[number].sure else None

    # subjects

    def subject(self, verb: Verb, sentence: Sentence) -> list[int]:
        """The subject of a verb that can meet others, also one that it shares with the verb before it."""
        return self.among(self._subject(verb, sentence))

    def _subject(self, verb: Verb, sentence: Sentence) -> list[int]:
        first, text = self.draft.noun_from.get(sentence.start), self._tokens.text
        if first is not None and first.sort == "we" and text[first.end] == text[verb.chain - 1] == ",":
            named = self.draft.noun_from.get(first.end + 1)
            bodies = [
                other.being
                for other in self.draft.nouns_in(first.end + 1, verb.chain)
                if other.sort == "organization"
                and other.being is not None
                and "of" in self._tokens.low[other.start - 2 : other.start]
            ]
            if bodies:
                return bodies[:1]
            return self.numbers([named if named is not None and named.sort == "people" else first])
        comma = self._tokens.text[verb.chain - 1] == "," and verb.chain - 1 > sentence.start
        led = self.draft.noun_at.get(verb.chain - 1) if comma else None
        if led is not None and led.sort in ("person", "office") and self._heads(led, sentence):
            return self.numbers([led])
        found = self._the_two(verb.chain, sentence) or self.numbers(self._apposed(verb.chain, sentence))
        if found:
            return found
        nouns = self._subjects.before(verb.chain, sentence) if verb.tense != "purpose" else None
        if nouns:
            return self._ministers(nouns, sentence) or self.numbers(self._widened(nouns, sentence))
        low, before = self._tokens.low, verb.chain - 1
        leader = self.draft.noun_at.get(verb.chain)
        if leader is not None and leader.sort in ("person", "office") and self._heads(leader, sentence):
            return self.numbers([leader])
        told = self._delegation(verb.chain, sentence) or self._officials(verb.chain, sentence)
        if told:
            return told
        if before >= sentence.start and low[before] in ("who", "whom", "which"):
            noun = self.draft.noun_at.get(before) or self.draft.noun_at.get(before - 1)
            return self.numbers([noun]) if noun is not None else []
        if verb.tense in ("ing", "purpose") or before < sentence.start or low[before] in _SHARED:
            return self.main_subject(verb.chain, sentence)
        return []

    def _heads(self, noun: Noun, sentence: Sentence) -> bool:
        """ "the delegation led by Ms Bell visited"."""
        low, start = self._tokens.low, noun.start
        return start - 2 > sentence.start and low[start - 1] == "by" and low[start - 2] in self._words["headed"]

    def _apposed(self, at: int, sentence: Sentence) -> tuple[Noun, ...]:
        """ "the President, H.E. Mr Amon, met", "King Amon of Merin met" where no list holds Merin."""
        tokens, noun_at = self._tokens, self.draft.noun_at
        if at - 1 > sentence.start and tokens.text[at - 1] == ",":
            pair = tuple(other for other in self._subjects.before(at - 1, sentence) or () if other.sort == "person")
            if len(pair) > 1 and tokens.text[pair[0].start - 1] == "," and pair[0].start > sentence.start:
                return pair
            noun = noun_at.get(at - 1)
            if noun is not None and noun.sort == "person":
                after_comma = noun.start > sentence.start and tokens.text[noun.start - 1] == ","
                beside = self._beside(noun, sentence) if after_comma else None
                if beside is not None:
                    return (beside, noun)
                joined = noun.start - 1 > sentence.start and tokens.low[noun.start - 1] == "and"
                other = noun_at.get(noun.start - 1) if joined and "," in tokens.text[noun.start : noun.end] else None
                if other is not None and other.sort == "person":
                    return (other, noun)
                owned = noun.start > sentence.start and tokens.low[noun.start - 1] in ("'s", "'")
                if after_comma or owned or self._begins(noun, sentence):
                    return (noun,)
        start = at
        while start - 1 > sentence.start and tokens.text[start - 1][0].isupper() and noun_at.get(start) is None:
            start -= 1
        if start < at and tokens.low[start - 1] == "of":
            noun = noun_at.get(start - 1)
            if noun is not None and noun.sort in ("person", "office"):
                return (noun,)
        return ()

    def _beside(self, noun: Noun, sentence: Sentence) -> Noun | None:
        """ "Ms Bell and her Peruvian counterpart, Mr Ode, met": Ms Bell."""
        comma = noun.start - 1
        words = self.draft.lexicon.nouns["people"]["all"]
        if comma - 1 <= sentence.start or self._tokens.low[comma - 1] not in words:
            return None
        for i in range(comma - 1, max(sentence.start + 1, comma - _LONGEST_OFFICE), -1):
            if self._tokens.low[i] == "and":
                other = self.draft.noun_at.get(i)
                return other if other is not None and other.sort == "person" and other.being != noun.being else None
        return None

    def _begins(self, noun: Noun, sentence: Sentence) -> bool:
        """Whether a sentence begins with a person's offices and name ("Speaker of Parliament Anna Bell, led")."""
        if noun.start - sentence.start > _LONGEST_OFFICE or self.draft.syntax.clause_has_verb(
            sentence.start, noun.start
        ):
            return False
        return all(
            other.sort not in ("person", "office") or other.start >= noun.start
            for other in self.draft.nouns_in(sentence.start, noun.start)
        )

    def _the_two(self, at: int, sentence: Sentence) -> list[int]:
        """ "the two held talks", "the two men met": the two persons of different sides that were named last."""
        low = self._tokens.low
        head = at - 1 if low[at - 1] in ("two", "pair") else at - 2
        if head <= sentence.start or low[head] not in ("two", "pair") or low[head - 1] != "the":
            return []
        found: list[int] = []
        main = [number for number in self.draft.principals if self.draft.world.beings[number].kind == "person"]
        for noun in reversed(self.draft.nouns):
            if noun.start >= head or noun.being is None or noun.sort not in ("person", "office"):
                continue
            if len(main) > 1 and noun.being not in main and self.draft.state_of(noun.being) is None:
                continue
            person = self.draft.world.beings[noun.being].kind == "person"
            if (
                person
                and noun.being not in found
                and self.side(noun.being) not in {self.side(number) for number in found}
            ):
                found.append(noun.being)
            if len(found) == 2:
                return found[::-1]
        return []

    def _delegation(self, at: int, sentence: Sentence) -> list[int]:
        """ "The delegation held talks", "the PACE delegation will visit"."""
        low, noun = self._tokens.low, self.draft.noun_at.get(at)
        if noun is not None and noun.sort == "description:delegation":
            return [self.delegation(noun.start, at)]
        joined = noun is not None and noun.start - 2 > sentence.start and low[noun.start - 1] in ("of", "from")
        head = noun.start - 2 if noun is not None and joined else at - 1
        if head < sentence.start or low[head] not in self._words["delegations"]:
            return []
        start = head
        while start > sentence.start and low[start - 1] not in self.draft.lexicon.words.classes["closed"]:
            start -= 1
        return [self.delegation(start, at)]

    def _ministers(self, nouns: tuple[Noun, ...] | list[Noun], sentence: Sentence) -> list[int]:
        """ "Norwegian, Swedish and Finnish defence ministers met", "NATO defence ministers will meet"."""
        group = self.draft.being(nouns[0]) if len(nouns) == 1 and nouns[0].sort == "people" else None
        if group is None or group.members:
            return []
        start, end = nouns[0].start, max(nouns[0].end, nouns[0].outer)
        inner = [
            noun
            for noun in self.draft.nouns_in(start, end)
            if noun.sort == "organization"
            and (noun.start == start or "of" in self._tokens.low[max(start, noun.start - 2) : noun.start])
        ]
        if inner and inner[0].being is not None:
            return [inner[0].being]
        marks, low = self.draft.marks, self._tokens.low
        while start - 1 >= sentence.start and (low[start - 1] in (",", "and") or _of_state(marks.at[start - 1])):
            start -= 1
        found = [mark for i in range(start, end) if (mark := marks.starting(i)) is not None and mark.state is not None]
        states = [self.draft.namer.state(mark.state, mark.start).number for mark in found if mark.state is not None]
        return list(dict.fromkeys(states)) if len(set(states)) > 1 else []

    def delegation(self, start: int, end: int) -> int:
        """The delegation described by the tokens from `start` to `end`, named by what it is of."""
        draft = self.draft
        owner = next(
            (
                noun.being
                for noun in draft.nouns_in(start, end)
                if noun.being is not None and noun.sort in ("organization", "state")
            ),
            None,
        )
        marks = [mark for i in range(start, end) if (mark := draft.marks.at[i]) is not None and mark.state is not None]
        while start < end - 1 and self._tokens.low[start] in self._words["light"]:
            start += 1
        name = draft.namer.written(start, end)
        being = draft.world.add("organization", name if owner is not None or marks else f"the {name}", start)
        being.type, being.named = "delegation", False
        if being.state is None:
            being.state = marks[0].state if marks else draft.world.beings[owner].state if owner is not None else None
        return being.number

    def _officials(self, at: int, sentence: Sentence) -> list[int]:
        """ "senior officials from our governments": the states that speak."""
        start = at
        while start > sentence.start and self._tokens.text[start - 1] not in (",", ";", ":", '"', "."):
            start -= 1
        words = set(self._tokens.low[start:at])
        if not words & self._words["officials"] or not words & {"our", "both", "two", "three", "their"}:
            return []
        titles = [other for other in self.draft.sentences if other.kind == "title"]
        named = [
            noun.being
            for title in titles
            for noun in self.draft.nouns_in(title.start, title.end)
            if noun.sort == "state" and noun.being is not None
        ]
        states = list(dict.fromkeys(named))
        return states if len(states) > 1 else list(self.draft.states)

    def _widened(self, nouns: tuple[Noun, ...], sentence: Sentence) -> list[Noun]:
        """The subject with more names before it that commas part: "A, B and C met"."""
        found = list(nouns)
        tokens = self._tokens
        while len(found) > 1 and found[0].start - 1 > sentence.start and tokens.text[found[0].start - 1] in (",", ";"):
            other = self.draft.noun_at.get(found[0].start - 1)
            if other is None or other.being is None or other.sort not in _PEOPLE:
                break
            if other.start > sentence.start and tokens.low[other.start - 1] in ("of", "with", "by", "for"):
                break
            found.insert(0, other)
        return found

    def main_subject(self, at: int, sentence: Sentence) -> list[int]:
        """The nearest subject before a token, else the first behind it, of one sentence."""
        subjects = [
            noun
            for noun in self.draft.nouns_in(sentence.start, sentence.end)
            if (noun.subject or self._first_person(noun)) and noun.sort not in _NO_PARTY
        ]
        earlier = [noun for noun in subjects if noun.end <= at]
        later = [noun for noun in subjects if noun.start >= at]
        for noun in (*reversed(earlier), *later):
            before = self._subjects.before
            nouns = before(max(noun.end, noun.outer), sentence) or before(noun.end, sentence) or (noun,)
            found = self.among(self.numbers(self._widened(nouns, sentence)))
            people = any(self.draft.world.beings[number].kind != "state" for number in found)
            if people or found and len(subjects) == 1:
                return found
        return []

    def _first_person(self, noun: Noun) -> bool:
        after = noun.end
        if noun.sort not in ("i", "we") or after >= len(self._tokens):
            return False
        return self.draft.syntax.finite(after) or self._tokens.low[after] in self.draft.lexicon.words.verbs


def _of_state(mark: Mark | None) -> bool:
    return mark is not None and mark.state is not None and mark.kind == "adjective"
