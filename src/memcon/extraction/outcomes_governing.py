"""What is done to a document: the verb or noun of doing before its noun phrase ("signed X", "the adoption of X")."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.draft import Draft
from memcon.extraction.sentences import Sentence
from memcon.model import OutcomeKind, OutcomeStatus

AGREED = frozenset({"consensus", "agreement", "memorandum"})
PAPERS = frozenset({"agreement", "memorandum", "joint-statement", "declaration"})
FUTURE = frozenset({
    "will", "would", "shall", "to", "could", "should", "may", "must", "can", "soon", "planned", "plans", "plan",
    "intend", "intends",
})
_ARTICLES = frozenset({"the", "an", "a", "its", "their", "final"})
_TALKS = frozenset({"negotiations", "negotiation", "talks"})
_LAUNCHES = frozenset({"launch", "launching", "announcement", "establishment", "creation"})
_CONTENTS = frozenset({"text", "draft", "wording", "content"})
_WHEN_AND_HOW = frozenset({"by", "on", "in", "at", "without", "after", "during", "before"})
_PARTING = 7  # tokens of a phrase between a verb and its object
_WINDOW = 20  # tokens before a noun of doing that tell whether it is still to come


class Status(NamedTuple):
    """A status with how sure it is, the rule that found it, and the reason why it is not surer."""

    status: OutcomeStatus
    confidence: float
    rule: str
    reason: str | None = None


def planned(rule: str) -> Status:
    """The status of what is still to come."""
    return Status("planned", 0.7, rule, "it is still to come")


class GoverningReader:
    """Reads what stands before the noun phrases of one draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._low = draft.tokens.low
        self._syntax = draft.syntax
        self._verbs = draft.lexicon.words
        self._words = draft.lexicon.outcomes

    def read(self, start: int, head: int, kind: OutcomeKind, sentence: Sentence) -> Status | None:
        """The status that the verb or noun of doing before a phrase gives it; None where there is none."""
        at = self._governed(start, sentence)
        return self._by_act(at, head, kind, sentence) or self._by_verb(at, head, kind, sentence)

    def _governed(self, start: int, sentence: Sentence) -> int:
        """The index behind the governing word: adverbs, "with STATE" and "the text of" between left out."""
        low = self._low
        if start > sentence.start + 1 and low[start - 1] == '"':
            start -= 1 + (low[start - 2] in _ARTICLES)
        at = self._before_phrase(self._syntax.before_adverbs(start, sentence.start), sentence)
        noun = self._draft.noun_at.get(at)
        if noun is not None and noun.start > sentence.start and low[noun.start - 1] == "with":
            at = noun.start - 1
            return at - 1 if low[at - 1] == "," else at
        if at > sentence.start and low[at - 1] == ",":
            aside = next((i for i in range(at - 2, max(sentence.start, at - 9), -1) if low[i] == ","), None)
            return aside if aside is not None and low[aside + 1] in ("with", "together", "alongside") else at
        if at > sentence.start + 2 and low[at - 1] == "of" and low[at - 2] in _CONTENTS:
            at -= 3 if low[at - 3] in ("the", "a") else 2
        if at > sentence.start + 1 and (low[at - 1] in ("up", "out") or self._phrasal(at - 1)):
            at -= 1
        return at

    def _before_phrase(self, at: int, sentence: Sentence) -> int:
        """The index before a phrase between a verb and its object: "adopted by consensus the", "signed on Friday a"."""
        low = self._low
        for i in range(at - 2, max(sentence.start, at - _PARTING), -1):
            opens = low[i] in _WHEN_AND_HOW and low[i - 1] in self._words.verbs
            if opens and low[at - 1] not in self._verbs.classes["closed"]:
                return i if self._verbs.is_verb(low[i - 1], "past", "base") else at
            if low[i] == "," or self._verbs.is_verb(low[i], "past") or low[i] in ("and", "of"):
                return at
        return at

    def _phrasal(self, preposition: int) -> bool:
        """Whether a verb and its preposition bring about what follows ("agreed on", "came to", "resulted in")."""
        forms = self._verbs.verbs.get(self._low[preposition - 1], ())
        return any((lemma, self._low[preposition]) in self._words.phrasal for lemma, _ in forms)

    # nouns of doing

    def _by_act(self, at: int, head: int, kind: OutcomeKind, sentence: Sentence) -> Status | None:
        """ "The signing of X", "the adoption of X", "negotiations on X"."""
        low = self._low
        if at - 2 < sentence.start or low[at - 1] not in ("of", "on", "for", "towards", "regarding"):
            return None
        act = low[at - 2]
        before = low[max(sentence.start, at - _WINDOW) : at - 2]
        if act in _TALKS and kind in ("agreement", "memorandum"):
            over = self._words.finishing.intersection(before[-4:])
            return Status("reached", 0.7, "outcome-act") if over else planned("outcome-prepared")
        status = self._words.acts.get(act)
        if act in _LAUNCHES and self._launched(head) and low[head] != "initiative":
            status = "issued"
        if status is None or (act == "exchange" and low[at] == "views"):
            return None
        if self._words.denying.intersection(before[-6:]) or any(word.startswith("anniversar") for word in before):
            return None
        if self._hoped(before) or self._discussed(at - 2):
            return planned("outcome-act")
        return Status(as_status(status), 0.8, "outcome-act")

    def _hoped(self, before: list[str]) -> bool:
        """Whether what stands before "the signing of" makes it one still to come."""
        words = [word for word in before if word not in _ARTICLES]
        if not words:
            return False
        if words[-1] in self._words.awaiting:
            return True
        ahead = self._words.prospects | {"forward"}
        return len(words) > 1 and words[-1] in ("on", "of", "in", "to") and words[-2] in ahead

    def _discussed(self, token: int) -> bool:
        """Whether a token lies in what was only discussed."""
        return any(said.act == "discuss" and said.covers(token) for said in self._draft.said)

    # verbs

    def _by_verb(self, at: int, head: int, kind: OutcomeKind, sentence: Sentence) -> Status | None:
        """ "Signed X", "will sign X", "agreed on X", "welcomed the X"."""
        verb = at - 1
        if verb < sentence.start or self._topic(verb) or self._negated(verb, sentence):
            return None
        lemmas = {lemma for lemma, _ in self._verbs.verbs.get(self._low[verb], ())}
        if self._phrasal(at) and (kind in AGREED | PAPERS or "agree" in lemmas):
            return self._timed(verb, "reached", sentence)
        status = self._words.verbs.get(self._low[verb])
        if self._low[verb] == "agreed" and kind != "consensus":
            return Status("reached", 0.75, "outcome-verb")
        if status is None:
            if lemmas & self._words.welcoming and kind in AGREED | PAPERS and self._definite(at, head, sentence):
                return Status("reached", 0.65, "outcome-welcomed", "it is welcomed, not reported")
            if lemmas & self._words.preparing and kind in PAPERS and self._syntax.verb(verb):
                return planned("outcome-prepared")
            return None
        if lemmas & self._words.only_agreed and kind not in AGREED:
            return None
        if lemmas & self._words.only_papers and kind not in PAPERS and not self._launched(head):
            return None
        if lemmas & {"make", "form"} and kind != "consensus":
            return None
        if "ratify" in lemmas and self._low[head].startswith("convention"):
            return None  # multilateral, not the parties' own
        return self._timed(verb, as_status(status), sentence)

    def _definite(self, at: int, head: int, sentence: Sentence) -> bool:
        """Whether a phrase with "the" says which document it means ("the joint statement on X")."""
        low = self._low
        said = head + 1 < sentence.end and low[head + 1] in ("on", "between", "for", "of", "regarding")
        return said and low[at] in ("the", "their", "our") and not low[head].endswith("s")

    def _launched(self, head: int) -> bool:
        """Whether the noun of a plan or framework is written as a name; a roadmap needs none."""
        if self._low[head] in ("roadmap", "map"):
            return True
        return self._low[head] in self._words.launched and self._draft.tokens.text[head][0].isupper()

    def _topic(self, verb: int) -> bool:
        """Whether a form in -ing is only a topic ("the issue of concluding a treaty"), or no verb ("issues on")."""
        low = self._low
        if low[verb] in ("issues", "forms", "releases", "presents") and not self._verbs.is_verb(low[verb - 1]):
            return True
        return low[verb].endswith("ing") and low[verb - 1] == "of" and low[verb - 2] in self._words.topics

    def _timed(self, verb: int, status: OutcomeStatus, sentence: Sentence) -> Status:
        """The status of a verb in its tense: still to come behind "will" or "to"."""
        low = self._low
        before = low[max(sentence.start, verb - 3) : verb]
        if self._verbs.is_verb(low[verb], "ing") and low[verb - 1] != "after":
            return planned("outcome-verb")
        joined = self._verbs.is_verb(low[verb], "base") and low[verb - 1] in ("and", ",")
        if joined and "to" in low[max(sentence.start, verb - _WINDOW) : verb]:
            return planned("outcome-verb")
        ahead = FUTURE.intersection(before) and not self._verbs.is_verb(low[verb], "past")
        if ahead and not self._words.pleased.intersection(before):
            return planned("outcome-verb")
        return Status(status, 0.85, "outcome-verb")

    def _negated(self, verb: int, sentence: Sentence) -> bool:
        before = self._low[max(sentence.start, verb - 4) : verb]
        return any(word in self._words.denying or word.endswith("n't") for word in before)


def as_status(word: str) -> OutcomeStatus:
    """The word of the lexicon as a status."""
    known: dict[str, OutcomeStatus] = {
        "signed": "signed", "adopted": "adopted", "issued": "issued", "reached": "reached",
    }
    return known[word]
