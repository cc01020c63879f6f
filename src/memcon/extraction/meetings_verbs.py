"""Verbs where they stand: tense, voice, negation and what a leading verb makes of them ("is scheduled to meet")."""

from __future__ import annotations

from typing import Literal, NamedTuple

from memcon.extraction.draft import Draft
from memcon.extraction.sentences import Sentence
from memcon.lexicon.encounters import Encounters

Tense = Literal["past", "present", "future", "perfect", "pluperfect", "hypothetical", "purpose", "proposed", "ing"]

_BE = frozenset({"is", "are", "am", "was", "were", "been", "be", "being"})
_HAVE = frozenset({"has", "have", "had", "having"})
_FUTURE = frozenset({"will", "shall", "would", "won't"})
_HYPOTHETICAL = frozenset({"could", "can", "may", "might", "should", "must", "cannot", "can't", "couldn't", "ought"})
_AUXILIARY = (
    _BE
    | _HAVE
    | _FUTURE
    | _HYPOTHETICAL
    | {"to", "did", "do", "does", "not", "never", "last", "first", "both", "then", "together"}
)
_NO_VERB_AFTER = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "these",
        "those",
        "his",
        "her",
        "their",
        "its",
        "our",
        "my",
        "your",
        "'s",
        "of",
        "in",
        "on",
        "at",
        "with",
        "from",
        "into",
        "about",
        "between",
        "every",
        "each",
        "some",
        "no",
        "any",
        "under",
        "over",
        "joint",
        "bilateral",
    }
)
_RELATIVE = frozenset({"that", "which", "who", "whom", "whose", "when", "where", "after", "before"})
_FARTHEST_SHARED = 16
_FARTHEST_LEAD = 4  # tokens between a leading verb and "to": "invited the minister to"


class Verb(NamedTuple):
    """A verb at token `head`; `chain` is the first token of its auxiliaries or of the verb that leads it."""

    head: int
    chain: int
    tense: Tense
    passive: bool
    negated: bool


class VerbReader:
    """Reads the verbs of one draft."""

    def __init__(self, draft: Draft, words: Encounters) -> None:
        self._draft = draft
        self._tokens = draft.tokens
        self._syntax = draft.syntax
        self._words = draft.lexicon.words
        self._leading = words.words

    def read(self, head: int, sentence: Sentence) -> Verb | None:
        """The verb at a token, None where the word is a noun or an adjective there."""
        low, text = self._tokens.low, self._tokens.text
        forms = self._forms(low[head])
        chain = head - 2 if head - 2 > sentence.start and text[head - 1] == "-" and low[head - 2] == "co" else head
        joined = chain
        while chain > sentence.start and self._auxiliary(chain - 1):
            chain -= 1
        auxiliaries = [low[i] for i in range(chain, joined) if not self._syntax.is_adverb(i)]
        negated = any(low[i] in self._words.classes["negation"] for i in range(chain, head))
        before = low[chain - 1] if chain > sentence.start else ""
        negated = negated or before in self._leading["undone"]
        if "to" in auxiliaries:
            return self._led(head, chain, sentence, negated)
        if not auxiliaries:
            if (
                before in _NO_VERB_AFTER
                or before == "-"
                or (text[head][0].isupper() and sentence.kind not in ("title", "heading") and head > sentence.start)
            ):
                return None
            if "ing" in forms:
                return Verb(head, chain, "ing", False, negated)
            if forms & {"past"}:
                return Verb(head, chain, "past", False, negated)
            if "base" in forms and before in ("and", ",", "or") and (led := self._shared(head, chain, sentence)):
                return led
            return Verb(head, chain, "present", False, negated) if self._agrees(chain, sentence, forms) else None
        passive = auxiliaries[-1] in _BE and "participle" in forms and "ing" not in forms
        return Verb(head, chain, self._tense(auxiliaries, forms), passive, negated)

    def _shared(self, head: int, chain: int, sentence: Sentence) -> Verb | None:
        """ "is due to visit the port and dine with Y": the bare form shares what leads the verb before it."""
        low = self._tokens.low
        noun = self._draft.noun_at.get(chain)
        if noun is not None and noun.start >= sentence.start:
            return None
        for i in range(chain - 2, max(sentence.start, chain - _FARTHEST_SHARED), -1):
            led = low[i - 1] in _FUTURE or low[i - 1] == "to"
            if self._tokens.text[i] in (";", ":", '"') or self._syntax.finite(i) and not led and low[i] not in _FUTURE:
                return None
            if low[i] in _FUTURE or low[i] == "to":
                earlier = next((j for j in range(i + 1, chain) if self._words.is_verb(low[j], "base")), None)
                verb = self.read(earlier, sentence) if earlier is not None and earlier - i <= 2 else None
                return verb._replace(head=head) if verb is not None else None
        return None

    def _auxiliary(self, i: int) -> bool:
        return self._tokens.low[i] in _AUXILIARY or self._syntax.is_adverb(i)

    def _forms(self, low: str) -> set[str]:
        forms: set[str] = {form for _, form in self._words.verbs.get(low, ())}
        if forms:
            return forms
        if low.endswith("ing"):
            return {"ing"}
        if low.endswith("ed"):
            return {"past", "participle"}
        return {"s"} if low.endswith("s") else {"base"}

    def _agrees(self, chain: int, sentence: Sentence, forms: set[str]) -> bool:
        """Whether a present form has its subject right before it."""
        noun = self._draft.noun_at.get(chain)
        before = self._tokens.low[chain - 1] if chain > sentence.start else ""
        if noun is not None and noun.start >= sentence.start:
            return True
        return before in ("who", "which", "and", ",", "i", "we", "they", "you") or (
            sentence.kind in ("title", "heading") and "s" in forms and chain > sentence.start
        )

    def _tense(self, auxiliaries: list[str], forms: set[str]) -> Tense:
        first = auxiliaries[0]
        if first in _FUTURE:
            return "future"
        if first in _HYPOTHETICAL:
            return "hypothetical"
        if first == "had":
            return "pluperfect"
        if first in _HAVE:
            return "perfect"
        if first in ("is", "are", "am"):
            return "present"
        return "past" if first in ("was", "were", "did") or "past" in forms else "present"

    def _led(self, head: int, chain: int, sentence: Sentence, negated: bool) -> Verb:
        """ "is to meet", "plans to meet", "travelled to meet": the word before "to" decides."""
        low = self._tokens.low
        to = next(i for i in range(head - 1, chain - 1, -1) if low[i] == "to")
        lead = to - 1
        while lead > sentence.start and self._syntax.is_adverb(lead):
            lead -= 1
        start = lead
        for i in range(lead, max(sentence.start, lead - _FARTHEST_LEAD) - 1, -1):
            if low[i] in self._leading["proposed"]:
                lead = start = i
                break
        while start > sentence.start and self._auxiliary(start - 1):
            start -= 1
        span = range(start, lead + 1)
        negated = (
            negated
            or any(low[i] in self._words.classes["negation"] for i in span)
            or low[lead] in self._leading["undone"]
        )
        wished = "would" in low[start:lead] and low[lead] not in self._leading["scheduled"]  # "would be pleased to"
        if wished or low[lead] in self._leading["proposed"]:
            return Verb(head, start, "proposed", False, negated)
        if low[lead] in self._leading["scheduled"] or any(low[i] in _FUTURE for i in span):
            return Verb(head, start, "future", False, negated)
        tense: Tense = "future" if self._to_come(start, sentence) else "purpose"
        return Verb(head, start, tense, False, negated)

    def _to_come(self, at: int, sentence: Sentence) -> bool:
        """Whether what serves a purpose is still to come: "will fly to Oslo on Friday to meet"."""
        low = self._tokens.low
        for i in range(at, max(sentence.start, at - _FARTHEST_SHARED), -1):
            if self._tokens.text[i] in (";", ":", '"', ".") or low[i] in _RELATIVE:
                return False
            if low[i] in _FUTURE or low[i] == "to" and low[i - 1] in self._leading["scheduled"] - _BE:
                return True
            if self._syntax.finite(i) and low[i - 1] not in _FUTURE:
                return False
        return False
