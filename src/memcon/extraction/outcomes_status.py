"""What became of a document: the words around its noun phrase say signed, adopted, issued, reached or still to come."""

from __future__ import annotations

from memcon.extraction.draft import Draft
from memcon.extraction.outcomes_governing import (
    AGREED, FUTURE, GoverningReader, Status, as_status, planned,
)
from memcon.extraction.sentences import Sentence
from memcon.model import OutcomeKind, OutcomeStatus

_PASSIVE = frozenset({
    "was", "were", "has", "have", "had", "will", "is", "are", "could", "can", "would", "should", "may", "to", "must",
    "shall",
})
_BETWEEN = frozenset({"been", "be", "being", "to", "expected", "due", "scheduled", "set", "likely", "soon"})
_LONGEST = 24  # tokens from a noun to the participle that recalls how it came about
_PROCLAIMED = frozenset({"announced", "launched", "unveiled"})  # of documents that bear a name only
_RECALLED: dict[str, OutcomeStatus] = {
    "signed": "signed", "adopted": "adopted", "issued": "issued", "published": "issued", "released": "issued",
    "announced": "issued", "launched": "issued", "unveiled": "issued", "approved": "adopted", "endorsed": "adopted",
}


class StatusReader:
    """Reads the status of the noun phrases of one draft."""

    def __init__(self, draft: Draft) -> None:
        self._low = draft.tokens.low
        self._text = draft.tokens.text
        self._syntax = draft.syntax
        self._verbs = draft.lexicon.words
        self._words = draft.lexicon.outcomes
        self._governing = GoverningReader(draft)

    def read(self, start: int, head: int, end: int, kind: OutcomeKind, sentence: Sentence) -> Status | None:
        """The status that the words around give the phrase from `start` to `end`, None where they give none."""
        return (
            self._governing.read(start, head, kind, sentence) or self.passive(end, kind, sentence)
            or self._recalled(start, head, end, kind, sentence) or self._opening(start, end, kind, sentence)
        )

    def shared(self, at: int, sentence: Sentence) -> Status | None:
        """The status of a verb whose first object is no document: "signed the Compact renewal and a memorandum"."""
        for i in range(at, max(sentence.start, at - _LONGEST), -1):
            if self._low[i] in (",", ";", ":") or not self._syntax.finite(i):
                if self._low[i] in (",", ";", ":"):
                    return None
                continue
            signed = self._words.verbs.get(self._low[i]) == "signed" and self._verbs.is_verb(self._low[i], "past")
            return Status("signed", 0.7, "outcome-verb", "it is the second object of the verb") if signed else None
        return None

    def passive(self, end: int, kind: OutcomeKind, sentence: Sentence) -> Status | None:
        """ "X was signed", "X is expected to be signed", "X entered into force", "X formalized the results"."""
        low = self._low
        if low[end : end + 2] in ([",", "which"], [",", "that"]):
            end += 2
        i = self._syntax.skip_adverbs(end, sentence.end)
        if i < sentence.end and low[i] in self._words.sealing and kind in ("joint-statement", "declaration"):
            return Status("issued", 0.75, "outcome-sealing")
        if self._in_force(i, sentence) and kind in ("agreement", "memorandum"):
            return Status("signed", 0.75, "outcome-passive", "it is recalled, not reported")
        if i + 1 >= sentence.end or low[i] not in _PASSIVE:
            return None
        k = i + 1
        while k < sentence.end and (low[k] in _BETWEEN or (self._syntax.is_adverb(k) and low[k] != "not")):
            k += 1
        if k >= sentence.end or not (self._verbs.is_verb(low[k], "participle") or low[k].endswith("ed")):
            return None
        lemmas = {lemma for lemma, _ in self._verbs.verbs.get(low[k], ())}
        if low[k - 1] == "being" and lemmas & self._words.preparing:
            return planned("outcome-prepared")
        status = "reached" if low[k] == "agreed" else self._words.verbs.get(low[k])
        if status is None or (kind in ("plan", "other") and status in ("reached", "issued")):
            return None
        ahead = low[i] in FUTURE or {"expected", "due", "scheduled", "to"}.intersection(low[i:k])
        return planned("outcome-passive") if ahead else Status(as_status(status), 0.8, "outcome-passive")

    def _in_force(self, i: int, sentence: Sentence) -> bool:
        """Whether "entered into force", "has come into effect" stands at a token."""
        i += i < sentence.end and self._low[i] in ("has", "have", "had")
        return self._low[i + 1 : i + 3] in (["into", "force"], ["into", "effect"]) and i + 2 < sentence.end

    def _recalled(self, start: int, head: int, end: int, kind: OutcomeKind, sentence: Sentence) -> Status | None:
        """ "The consensus reached by X", "the reached agreements", "the consensus of the two heads of state"."""
        low = self._low
        word = self._participle(start, head, end, sentence)
        if kind == "consensus" and word is None:
            bare = low[start] == "the" and head + 1 < end and low[head + 1] in ("of", "between")
            return Status("reached", 0.75, "outcome-recalled", "how it was reached is not said") if bare else None
        if word is None or low[head] in ("resolution", "resolutions"):
            return None
        if word in _PROCLAIMED and not self._text[head][0].isupper():
            return None
        if (kind in ("other", "plan") and low[start] != "the") or (word in self._words.making and kind not in AGREED):
            return None
        return Status(_RECALLED.get(word, "reached"), 0.75, "outcome-recalled", "it is recalled, not reported")

    def _participle(self, start: int, head: int, end: int, sentence: Sentence) -> str | None:
        """The participle behind or before a noun, or the verb of "we made" in it, that tells how it came about."""
        low, recalled = self._low, self._words.recalled
        for i in range(head + 1, min(end, head + _LONGEST)):
            if low[i] in recalled and low[i - 1] not in ("be", "been"):
                return low[i]
        if end + 1 < sentence.end and low[end] in ('"', ",") and low[end + 1] in recalled:
            return low[end + 1]
        if low[start] in ("the", "these"):
            return next((low[i] for i in range(start + 1, head) if low[i] in ("reached", "achieved", "signed")), None)
        return None

    def _opening(self, start: int, end: int, kind: OutcomeKind, sentence: Sentence) -> Status | None:
        """ "In a joint statement, the two leaders said ...", "a joint statement said", "there is a consensus on"."""
        low = self._low
        if kind == "consensus" and low[start - 2 : start] in (["there", "is"], ["there", "was"]):
            return Status("reached", 0.7, "outcome-opening")
        opens = start == sentence.start + 1 and low[start - 1] == "in" and low[start] in ("a", "their")
        says = low[end : end + 1] in (["said"], ["says"], ["read"], ["noted"]) or low[start - 1] in ("said", "says")
        says = says or low[start - 2 : start] == ["according", "to"]
        if kind != "joint-statement" or not (opens or says):
            return None
        return Status("issued", 0.7, "outcome-opening", "that it was issued is implied")


