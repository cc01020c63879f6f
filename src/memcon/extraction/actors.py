"""Who does it: the parties behind the subjects of verbs, named, described, shared or left to "it"."""

from __future__ import annotations

from itertools import pairwise

from memcon.extraction.draft import Draft
from memcon.extraction.extent import Extent
from memcon.extraction.first_person import CONTRACTED, ME, WE, YOU, FirstPerson, Party
from memcon.extraction.sentences import Sentence
from memcon.extraction.subjects import Subjects
from memcon.extraction.world import Noun
from memcon.lexicon.pledges import load_pledges

__all__ = ["Actors", "Party"]

_HANGING = frozenset({"of", "with", "between", "for", "from", "in", "against", "on", "among", "to", "by"})
_QUANTIFIERS = frozenset({"each", "all", "both", "some", "most", "many", "none", "neither"})
_COORDINATING = frozenset({"and", "but", "or", ";", "then", "while", "also", "["})
_ASIDES = frozenset(
    (
        "who which whose where as in on at for together along like having including according after before during "
        "meanwhile too with under"
    ).split()
)
_LONGEST_ASIDE = 40  # tokens
_FAR_PAIR = 60  # tokens between "both companies" and the two that they are
_SHORT_SUBJECT = 6  # tokens of a subject at the head of its sentence
_SHORTEST_CLAUSE = 8  # tokens; an attribution amid a sentence is no longer
_NEAR_IT = 80  # tokens between "it" and what it stands for
_WORLD = frozenset({"nations", "states", "countries", "peoples", "governments", "economies"})
_PEERS = frozenset({"leaders", "presidents", "ministers", "counterparts"})
_REALMS = frozenset("government administration country cabinet kingdom republic sultanate federation".split())
_PEOPLES = frozenset({"countries", "nations", "peoples", "sides", "governments"})


class Actors(FirstPerson):
    """Finds the subjects of verbs in one draft."""

    def __init__(self, draft: Draft, extent: Extent) -> None:
        super().__init__(draft, extent)
        self._tokens = draft.tokens
        self._syntax = draft.syntax
        self._subjects = Subjects(draft)
        words = load_pledges(draft.lexicon).words
        self._nouns, self._own, self._verbs = words["actors"], words["own"], words["verbs"]
        self._latest: tuple[int, Party] | None = None

    def subject(self, chain: int, sentence: Sentence, together: bool = False) -> Party | None:
        """The subject of a verb whose auxiliaries begin at `chain`; None where a thing is the subject, or nobody.

        `together` takes "we" in speech as all who talk.
        """
        party = self._subject(chain, sentence, together)
        if party is not None:
            self._latest = (sentence.start, party)
        return party

    def _subject(self, chain: int, sentence: Sentence, together: bool) -> Party | None:
        low = self._tokens.low
        if low[chain] in CONTRACTED:
            return self.read(CONTRACTED[low[chain]], chain, together)
        if chain == sentence.start:
            return None
        before = low[chain - 1]
        if before in CONTRACTED:
            return self.read(CONTRACTED[before], chain - 1, together)
        nouns = self._subjects.before(chain, sentence)
        if nouns:
            return self._of_subject(nouns, chain, sentence, together)
        if before == "it":
            return self._it(chain - 1)
        if before == ",":
            return self._before_aside(chain - 1, sentence, together)
        if before in _COORDINATING or chain == sentence.start + 1 and not before[0].isalnum():
            return self.shared(chain, sentence, together)
        if before in ("who", "which", "that"):
            return self._antecedent(chain - 1 - (low[chain - 2] == ","), sentence)
        return self._described(chain, sentence)

    def _of_subject(self, nouns: tuple[Noun, ...], chain: int, sentence: Sentence, together: bool) -> Party | None:
        """The parties of the mentions before a verb, or of the noun phrase that these hang on."""
        low, start = self._tokens.low, nouns[0].start
        if start == sentence.start or nouns[0].how == "pronoun" or low[start - 1] not in _HANGING:
            return self.of_nouns(nouns, together)
        if low[start - 1] == "of" and low[start - 2] in _QUANTIFIERS:
            party = self.of_nouns(nouns, together)
            return None if party is None else party._replace(start=start - 2)
        return self._described(chain, sentence)

    def of_nouns(self, nouns: tuple[Noun, ...], together: bool = False) -> Party | None:
        """The parties of mentions; None where one is a thing or nobody knows who it is."""
        found: list[int] = []
        reason, confidence = "", 0.95
        for noun in nouns:
            if noun.how == "pronoun" and (noun.being is None or noun.sort in WE | ME | YOU):
                party = self._it(noun.start) if noun.sort == "it" else self.read(noun.sort, noun.start, together)
                if party is None:
                    return None
                found += party.beings
                reason, confidence = party.reason, party.confidence
                continue
            numbers = self._of_noun(noun)
            if not numbers:
                return None
            found += numbers
            if noun.how != "name":
                reason, confidence = f"the actor is named by {noun.how}", 0.9
        return Party(tuple(dict.fromkeys(found)), nouns[0].start, reason, confidence)

    def _of_noun(self, noun: Noun) -> tuple[int, ...]:
        if noun.how == "group" and self._tokens.low[noun.end : noun.end + 1] in (["concerned"], ["involved"]):
            return self._group(noun.start, noun.end + 1)
        being = self._draft.being(noun)
        if being is None or being.kind == "initiative":
            return ()
        if being.kind == "place":
            if noun.mark is not None and noun.mark.kind in ("capital", "metonym") and noun.mark.state is not None:
                return (self._draft.namer.state(noun.mark.state, noun.start).number,)
            return ()
        officers = self._officers(noun) if noun.how == "group" else ()
        if officers:
            return officers
        if noun.how == "group" and being.members and self._is_wider(noun):
            return self._group(noun.start, noun.end)
        return self._draft.people_of(being.number)

    def _officers(self, noun: Noun) -> tuple[int, ...]:
        """ "The Presidents of Norland and Sudland": the persons, where the text has one of each state."""
        low, marks = self._tokens.low, self._draft.marks
        if low[noun.end - 1] in _PEERS or not _PEERS & set(low[noun.start : noun.end]):
            return ()
        of = next((i for i in range(noun.start, noun.end) if low[i] == "of" and low[i - 1] in _PEERS), noun.end)
        states = {mark.state for i in range(of, noun.end) if (mark := marks.at[i]) is not None and mark.state}
        people = [being for being in self._draft.world.beings if being.kind == "person" and being.named]
        found = [[being.number for being in people if being.state == state] for state in states]
        if len(states) < 2 or any(len(numbers) != 1 for numbers in found):
            return ()
        return tuple(sorted(number for numbers in found for number in numbers))

    def _is_wider(self, noun: Noun) -> bool:
        """Whether a group expression says more than who talk: "all nations", "Norlandish officials"."""
        low = self._tokens.low
        head = low[noun.end - 1]
        if low[noun.start] == "all" and (head in _WORLD or head in ("parties", "sides") and len(self.both) == 2):
            return True
        qualified = any(
            self._draft.marks.at[i] is not None or low[i] in ("senior", "all", "other")
            for i in range(noun.start, noun.end - 1)
        )
        return noun.sort == "people" and qualified and head not in _PEERS

    def _group(self, start: int, end: int) -> tuple[int, ...]:
        """A group that the text describes, by its own words."""
        written = self._draft.namer.written(start, end)
        being = self._draft.world.add("group", written.removeprefix("the ").removeprefix("The "), start)
        being.named = False
        return (being.number,)

    def _it(self, at: int) -> Party | None:
        """ "It" as a party: the last state or organization that was a subject, where no thing was one in between."""
        for noun in reversed(self._draft.nouns):
            if noun.start >= at or noun.how == "pronoun" or not self.heads_clause(noun):
                continue
            being, numbers = self._draft.being(noun), self._of_noun(noun)
            if being is None or not numbers or noun.start < at - _NEAR_IT:
                return None
            if being.kind != "person" and len(numbers) == 1:
                return Party(numbers, at, "it stands for the last party that was a subject", 0.75)
        return None

    def heads_clause(self, noun: Noun) -> bool:
        """Whether a finite verb follows a mention that hangs on no other noun."""
        low, end = self._tokens.low, len(self._tokens)
        at = self._syntax.skip_adverbs(self._behind_aside(max(noun.outer, noun.end)), end)
        if at >= end or low[at] in ("'s", "'") or noun.start and low[noun.start - 1] in _HANGING:
            return False
        if self._syntax.finite(at) or low[at] in self._verbs:
            return True
        joined = noun.start > 1 and low[noun.start - 1] == "and" and self._draft.noun_at.get(noun.start - 1) is not None
        return (noun.how in ("pronoun", "group") or joined) and self._syntax.words.is_verb(low[at], "base")

    def _behind_aside(self, at: int) -> int:
        """The token behind ", he said,", or the token itself."""
        if self._tokens.text[at : at + 1] == [","]:
            for i in range(at + 2, min(at + _SHORTEST_CLAUSE + 1, len(self._tokens) - 1)):
                if self._tokens.text[i] == ",":
                    return i + 1 if self._extent.cued_by(at + 1, i) is not None else at
        return at

    # asides and coordination

    def _before_aside(self, comma: int, sentence: Sentence, together: bool) -> Party | None:
        """The subject in front of an aside between commas: "Norland, he said, is ready"."""
        last = self._draft.noun_at.get(comma)
        if last is not None and "," in self._tokens.text[last.start : comma]:
            nouns = self._subjects.before(comma, sentence)
            return self.of_nouns(nouns, together) if nouns else None
        for i in range(comma - 1, max(sentence.start, comma - _LONGEST_ASIDE), -1):
            if self._tokens.text[i] != ",":
                continue
            named = self._draft.noun_from.get(i + 1)
            if named is not None and named.sort == "person" and named.end == comma:
                return self._counterpart_named(named, i, sentence)
            if self._is_aside(i + 1, comma):
                if self._draft.noun_at.get(i) is None:
                    return self._described(i, sentence)
                nouns = self._subjects.before(i, sentence)
                return self.of_nouns(nouns, together) if nouns else None
        return None

    def _counterpart_named(self, named: Noun, comma: int, sentence: Sentence) -> Party | None:
        """ "The Minister and her counterpart, Mr Cole,": the person named, with the one before "and"."""
        for i in range(comma - 1, max(sentence.start, comma - 7), -1):
            if self._tokens.low[i] == "and":
                first = self._draft.noun_at.get(i)
                if first is not None and first.sort in ("person", "office"):
                    return self.of_nouns((first, named))
                break
        return self.of_nouns((named,))

    def _is_aside(self, start: int, stop: int) -> bool:
        """Whether words between commas are an aside: a relative clause, an attribution, a participle or a time."""
        low = self._tokens.low
        if low[start] in _ASIDES or low[start].endswith("ing"):
            return True
        return stop - start <= _SHORTEST_CLAUSE and self._extent.cued_by(start, stop) is not None

    def shared(self, chain: int, sentence: Sentence, together: bool = False) -> Party | None:
        """The subject that a coordinated verb shares: the last subject of its clause, or of an expression before it."""
        floor = sentence.start
        said = self._extent.cover[chain]
        if said is not None:
            framed = said.rule == "attribution-behind"  # ", she added," stands amid its own words
            floor = said.content[0][0] if framed else max([floor, *(a for a, b in said.content if a <= chain < b)])
        best: Noun | None = None
        for noun in self._draft.nouns_in(floor, chain):
            alike = self._draft.quoted[noun.start] == self._draft.quoted[chain]
            if said is not None and not said.covers(noun.start):
                continue
            if alike and noun.sort not in ("initiative", "place") and self.heads_clause(noun):
                best = noun
        if self._latest is not None and self._latest[0] == sentence.start:
            latest = self._latest[1]
            if latest.start >= floor and (best is None or latest.start >= best.start):
                return latest.as_shared()
        if best is None:
            told = said is not None and said.cue is not None and not said.direct and said.content[0][0] == floor
            return Party(said.speaker, chain).as_shared() if said is not None and told and said.speaker else None
        stop = max(best.outer, best.end)
        nouns = self._subjects.before(self._syntax.skip_adverbs(stop, chain), sentence) or self._subjects.before(
            stop, sentence
        )
        party = self.of_nouns(nouns or (best,), together)
        return None if party is None else party.as_shared()

    # descriptions

    def _described(self, at: int, sentence: Sentence) -> Party | None:
        """A subject that no mention covers, where its head noun is one that acts: "international experts"."""
        phrase = self._subjects.described(at, sentence, sentence.start)
        return None if phrase is None else self._listed(self.phrase(*phrase), sentence)

    def _listed(self, party: Party | None, sentence: Sentence) -> Party | None:
        """A described actor with those before it in a list: "their finance ministers, bankers and advisors"."""
        if party is None or party.start < sentence.start + 2 or "described" not in party.reason:
            return party
        low, at = self._tokens.low, party.start
        if low[at - 1] != "and":
            return party
        numbers, end = party.beings, at - 1
        while end > sentence.start:
            start = end
            while start > sentence.start and end - start < _SHORT_SUBJECT and self._is_plain_noun(start - 1):
                start -= 1
            if start == end or low[end - 1] not in self._nouns:
                break
            numbers, at, end = (*self._group(start, end), *numbers), start, start - 1
            if low[end] != ",":
                break
        return party._replace(beings=numbers, start=at)

    def _is_plain_noun(self, i: int) -> bool:
        """Whether a word in small letters stands at a token that no list of closed classes has."""
        text = self._tokens.text[i]
        return text.isalpha() and text.islower() and text not in self._draft.lexicon.words.classes["closed"]

    def _antecedent(self, at: int, sentence: Sentence) -> Party | None:
        """What a relative pronoun stands for: the noun phrase before it, or the one behind its last preposition."""
        party = self._described(at, sentence)
        if party is None:
            for i in range(at - 1, max(sentence.start, at - 10), -1):
                if self._tokens.low[i] in ("of", "by", "with", "for", "in"):
                    return self.phrase(i + 1, at)
        return party

    def described_before(self, at: int, sentence: Sentence) -> Party | None:
        """The parties described, not named, whose sentence it is: "The rebel groups continue to break [their]"."""
        if self._latest is not None and self._latest[0] == sentence.start and self._latest[1].start < at:
            party = self._latest[1]
            alone = len(party.beings) == 1 and self._draft.world.beings[party.beings[0]].kind == "group"
            return party if alone else None
        low = self._tokens.low
        for i in range(sentence.start + 1, min(at, sentence.start + _SHORT_SUBJECT)):
            noun = self._draft.noun_at.get(i + 1)
            if noun is not None and noun.start == sentence.start and low[i + 1] not in self._nouns:
                return None
            many = low[i] in self._nouns and low[i].endswith("s")
            if many and self._syntax.words.is_verb(low[i + 1], "base", "past"):
                return self.phrase(sentence.start, i + 1)
        return None

    def talk(self, chain: int, sentence: Sentence) -> Party | None:
        """The parties where a meeting or a document of theirs is the subject: "our talks reaffirm"."""
        phrase = self._subjects.described(chain, sentence, sentence.start)
        found = None if phrase is None else self._subjects.speaker_of(*phrase, talk=True)
        if phrase is None or found is None:
            return None
        return Party(found[0], phrase[0], found[2], min(0.75, found[1]))

    def phrase(self, start: int, end: int, addressed: bool = False) -> Party | None:
        """The party that a noun phrase without a mention describes; None where it is a thing.

        Whom one asks or urges to do something is a party, whatever the noun (`addressed`).
        """
        low = self._tokens.low
        for i in range(end - 1, start, -1):
            if not addressed and self._syntax.finite(i) and low[i] not in self._nouns:
                start = i + 1
                break
        while start + 1 < end and (
            self._syntax.is_adverb(start) or low[start] in ("that", "to", "as", "both") or self._is_gerund(start)
        ):
            start += 1
        if start >= end or low[start] == "no":
            return None
        head = self._subjects.head_word(start, end)
        if head in _QUANTIFIERS and start + 2 < end and low[start + 1] == "of":
            return self.phrase(start + 2, end, addressed)
        owned = self._owned(start, end, head)
        if owned is not None:
            return owned
        if head not in self._nouns and not addressed:
            return None
        known = self._sent(start, end) or self._pair(start, end, head)
        if known is not None:
            return known
        return Party(self._group(start, end), start, "the actor is described, not named", 0.7)

    def _sent(self, start: int, end: int) -> Party | None:
        """ "Officials from our governments": the states that send them."""
        for i in range(start + 1, end - 1):
            if self._tokens.low[i] in ("from", "of") and self._tokens.low[i + 1] in ("our", "both"):
                return self._owned(i + 1, end, self._subjects.head_word(i + 1, end))
        return None

    def _pair(self, start: int, end: int, head: str) -> Party | None:
        """ "Both institutions": the two organizations named last with "and" between them."""
        low = self._tokens.low
        two = "both" in low[max(start - 1, 0) : start + 1] or low[start + 1] == "two" and low[start] in ("the", "these")
        if not two or end - start > 3 or not head.endswith("s") or head in _PEOPLES | _PEERS:
            return None
        nouns = [noun for noun in self._draft.nouns_in(max(0, start - _FAR_PAIR), start) if noun.sort == "organization"]
        for first, second in reversed(list(pairwise(nouns))):
            between = [word for word in low[max(first.outer, first.end) : second.start] if word != ")"]
            if between == ["and"]:
                numbers = tuple(number for noun in (first, second) for number in self._of_noun(noun))
                return Party(numbers, start, "the two named last", 0.8) if numbers else None
        return None

    def _is_gerund(self, i: int) -> bool:
        return self._tokens.low[i].endswith("ing") and self._syntax.words.is_verb(self._tokens.low[i], "ing")

    def _owned(self, start: int, end: int, head: str) -> Party | None:
        """ "His country", "our government", "the government": the state of who owns it, or of who speaks."""
        first = self._tokens.low[start]
        if end - start > 3 or head not in self._own | _PEOPLES | _REALMS:
            return None
        if head in _PEOPLES and first in ("our", "both", "these") and len(self.both) > 1:
            return Party(self.both, start, "the states of those who talk", 0.85)
        if first in ("his", "her", "its", "their"):
            noun = self._draft.noun_from.get(start)
            owner = None if noun is None or noun.being is None else self._draft.state_of(noun.being)
            return None if owner is None else Party((owner,), start, "the state of the person", 0.88)
        if first == "your":
            others = self.read("you", start, False)
            return None if others is None else others._replace(beings=self.states_of(others.beings))
        if first in ("our", "my") or first == "the" and head in _REALMS:
            numbers = self.states_of(self.speakers(start))
            known = numbers and all(self._draft.world.beings[number].kind == "state" for number in numbers)
            return Party(numbers, start, "the state of the speaker", 0.8) if known else None
        return None
