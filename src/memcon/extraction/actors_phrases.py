"""The parties that noun phrases describe: "his government", "our partners there", "the efforts of the Union"."""

from __future__ import annotations

from itertools import pairwise

from memcon.extraction.actors_mentions import MentionParties
from memcon.extraction.first_person import Party
from memcon.extraction.sentences import Sentence

_HANGING = frozenset({"of", "with", "between", "for", "from", "in", "against", "on", "among", "to", "by"})
_QUANTIFIERS = frozenset({"each", "every", "any", "all", "both", "some", "most", "many", "none", "neither"})
_FAR_PAIR = 60  # tokens between "both companies" and the two that they are
_PEERS = frozenset({"leaders", "presidents", "ministers", "counterparts"})
_REALMS = frozenset("government administration country cabinet kingdom republic sultanate federation".split())
_PEOPLES = frozenset({"countries", "nations", "peoples", "sides", "governments"})


class PhraseParties(MentionParties):
    """Finds the parties that noun phrases of one draft describe."""

    def phrase(self, start: int, end: int, addressed: bool = False) -> Party | None:
        """The party that a noun phrase without a mention describes; None where it is a thing.

        Whom one asks or urges to do something is a party, whatever the noun (`addressed`).
        """
        low = self._tokens.low
        for i in range(end - 1, start, -1):
            if not addressed and low[i] not in self._nouns and (self._syntax.finite(i) or self._is_infinitive(i)):
                start = i + 1 + (low[i + 1] in ("up", "out"))
                break
        while end > start + 1 and (low[end - 1] == "not" or self._syntax.is_adverb(end - 1)):
            end -= 1
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
            return self._not_oneself(owned, start) if addressed else owned
        each = low[start] in _QUANTIFIERS and head in self._own
        if head not in self._nouns and not addressed and not each:
            return None
        known = self._sent(start, end) or self._pair(start, end, head) or self._ends_known(start, end)
        if known is not None:
            return known
        return Party(self._group(start, end), start, "the actor is described, not named", 0.7)

    def _not_oneself(self, owned: Party, start: int) -> Party:
        """Whom one urges as "the country": no speaker's own, but the state named last."""
        if self._tokens.low[start] != "the":
            return owned
        for noun in reversed(self._draft.nouns_in(0, start)):
            if noun.sort == "state" and noun.being is not None and noun.being not in owned.beings:
                return owned._replace(beings=(noun.being,), reason="the state named last", confidence=0.75)
        return owned

    def _is_infinitive(self, i: int) -> bool:
        return self._tokens.low[i - 1] == "to" and self._syntax.words.is_verb(self._tokens.low[i], "base")

    def _is_gerund(self, i: int) -> bool:
        return self._tokens.low[i].endswith("ing") and self._syntax.words.is_verb(self._tokens.low[i], "ing")

    def whose_doings(self, chain: int, sentence: Sentence) -> Party | None:
        """ "The efforts of the Union should", "Norland's actions must": whose doings the subject is."""
        phrase = self._subjects.described(chain, sentence, sentence.start)
        if phrase is None:
            return None
        low, (start, end) = self._tokens.low, phrase
        head = next((i for i in range(start, end) if low[i] in self._doings), None)
        if head is None or any(low[i] in _HANGING for i in range(start, head)):
            return None
        for noun in self._draft.nouns_in(start, end):
            behind = noun.start > head and low[noun.start - 1] in ("of", "by")
            if behind or noun.end <= head and (noun.how == "pronoun" or low[noun.end] in ("'s", "'")):
                return self.of_nouns((noun,))
        of = next((i for i in range(head + 1, end - 1) if low[i] == "of"), None)
        return None if of is None else self.phrase(of + 1, end)

    def _ends_known(self, start: int, end: int) -> Party | None:
        """Those of whom only the last is a mention: "the FSB and [the Fund]"."""
        low, noun = self._tokens.low, self._draft.noun_at.get(end)
        joint = -1 if noun is None else noun.start - 1 - (low[noun.start - 1] == "the")
        if noun is None or noun.sort != "organization" or joint <= start or low[joint] != "and":
            return None
        first = self.phrase(start, joint, addressed=True)
        return None if first is None else first._replace(beings=(*first.beings, *self._of_noun(noun)))

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

    def _owned(self, start: int, end: int, head: str) -> Party | None:
        """ "His country", "our government", "the government": the state of who owns it, or of who speaks."""
        first = self._tokens.low[start]
        if end - start > 3 or head not in self._own | _PEOPLES | _REALMS:
            return None
        if head in _PEOPLES and first in ("our", "both", "these") and len(self.both) > 1:
            return Party(self.both, start, "the states of those who talk", 0.85)
        if first in ("his", "her", "its", "their", "whose"):
            antecedent = self._draft.noun_at.get(start - (self._tokens.low[start - 1] == ","))
            noun = antecedent if first == "whose" else self._draft.noun_from.get(start)
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
