"""Who does it: the parties behind the subjects of verbs, in their clause, shared, or before an aside."""

from __future__ import annotations

from memcon.extraction.actors_phrases import PhraseParties
from memcon.extraction.first_person import CONTRACTED, Party
from memcon.extraction.sentences import Sentence
from memcon.extraction.world import Noun

__all__ = ["Actors", "Party"]

_HANGING = frozenset({"of", "with", "between", "for", "from", "in", "against", "on", "among", "to", "by"})
_QUANTIFIERS = frozenset({"each", "every", "any", "all", "both", "some", "most", "many", "none", "neither"})
_COORDINATING = frozenset({"and", "but", "or", ";", "then", "while", "also", "["})
_ASIDES = frozenset(
    (
        "who which whose where as in on at for together along like having including according after before during "
        "meanwhile too with under"
    ).split()
)
_BEFORE_CLAUSES = frozenset({"that", "because", "as", "if", '"', "but", "while"})
_BEFORE_ADJECTIVES = frozenset("such a an high level - senior large big powerful representative the".split())
_LIKE_ADJECTIVES = frozenset("visiting outgoing incoming acting sitting remaining neighbouring including".split())
_LONGEST_ASIDE = 40  # tokens
_HEADED = frozenset("the his her its our their my both all".split())
_SHORT_SUBJECT = 6  # tokens of a subject at the head of its sentence
_SHORTEST_CLAUSE = 8  # tokens; an attribution amid a sentence is no longer


class Actors(PhraseParties):
    """Finds the subjects of verbs in one draft."""

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
        if chain == sentence.start and self._draft.noun_at.get(chain) is None:
            return None
        before = low[chain - 1]
        if before in CONTRACTED:
            return self.read(CONTRACTED[before], chain - 1, together)
        nouns = self._subjects.before(chain, sentence)
        if nouns:
            return self._of_subject(nouns, chain, sentence, together)
        if before == "it":
            return self._it(chain - 1)
        if before == '"' and chain - 1 > sentence.start and self._tokens.low[chain - 2].isalpha():
            return self._subject(chain - 1, sentence, together)  # "Norland "will not give in""
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
        if start == sentence.start:
            return self.of_nouns(nouns, together)
        if self._is_done_to(start, sentence):
            return None
        if nouns[0].how == "pronoun" or not self._hangs(start, sentence):
            return self._with_described(self.of_nouns(nouns, together), nouns[0], sentence)
        if low[start - 1] == "of" and low[start - 2] in _QUANTIFIERS:
            party = self.of_nouns(nouns, together)
            return None if party is None else party._replace(start=start - 2)
        return self._described(chain, sentence)

    def _with_described(self, party: Party | None, noun: Noun, sentence: Sentence) -> Party | None:
        """Officers with others of whom no mention is known: "our finance ministers and [central bank governors]"."""
        low, joint = self._tokens.low, noun.start - 1
        if party is None or noun.sort != "people" or joint < sentence.start + 2 or low[joint] != "and":
            return party
        if low[joint - 1] not in self._nouns:
            return party
        back = range(joint - 2, max(sentence.start, joint - _SHORT_SUBJECT) - 1, -1)
        start = next((i for i in back if low[i] in _HEADED), None)
        first = None if start is None else self.phrase(start, joint)
        return party if first is None else party._replace(beings=(*first.beings, *party.beings), start=first.start)

    def _hangs(self, start: int, sentence: Sentence) -> bool:
        """Whether a preposition holds a mention, adjectives in front of it left out: "by such a high-level [body]"."""
        low = self._tokens.low
        i = start
        while i - 1 > sentence.start and start - i < _SHORT_SUBJECT and low[i - 1] in _BEFORE_ADJECTIVES:
            i -= 1
        return low[i - 1] in _HANGING

    def _is_done_to(self, start: int, sentence: Sentence) -> bool:
        """Whether a mention is the object of a gerund that is the subject: "arming [Norland] would harm both"."""
        at = start - 1
        word = self._tokens.text[at]
        if not word.islower() or not word.endswith("ing") or word in _LIKE_ADJECTIVES:
            return False
        return at == sentence.start or self._tokens.low[at - 1] in _BEFORE_CLAUSES

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
                return self._of_subject(nouns, i, sentence, together) if nouns else self._described(i, sentence)
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
        if low[start + 1] in ("by", "in", "with", "on") and self._syntax.words.is_verb(low[start], "participle"):
            return True
        if stop - start > _SHORTEST_CLAUSE:
            return False
        pronoun = low[start] in self._syntax.words.classes["subject_pronoun"]
        return (
            self._extent.cued_by(start, stop) is not None
            or pronoun
            and bool(self._draft.lexicon.cues.matches_at(low, start + 1, stop))
        )

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
        described = self._described_subject(floor if best is None else best.start, chain)
        if described is not None:
            return described.as_shared()
        if best is None:
            told = said is not None and said.cue is not None and not said.direct and said.content[0][0] == floor
            return Party(said.speaker, chain).as_shared() if said is not None and told and said.speaker else None
        stop = max(best.outer, best.end)
        nouns = self._subjects.before(self._syntax.skip_adverbs(stop, chain), sentence) or self._subjects.before(
            stop, sentence
        )
        party = self.of_nouns(nouns or (best,), together)
        return None if party is None else party.as_shared()

    def _described_subject(self, floor: int, chain: int) -> Party | None:
        """The last subject before a coordinated verb that no mention covers: "his government [remains ... and]"."""
        low = self._tokens.low
        for i in range(chain - 3, floor, -1):
            if low[i] not in self._nouns and low[i] not in self._own:
                continue
            verb = self._syntax.skip_adverbs(i + 1, chain)
            if verb < chain and self._syntax.finite(verb) and self._draft.noun_at.get(i + 1) is None:
                back = range(i - 1, max(floor, i - _SHORT_SUBJECT) - 1, -1)
                start = next((j for j in back if low[j] in _HEADED), None)
                return None if start is None else self.phrase(start, i + 1)
        return None

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
