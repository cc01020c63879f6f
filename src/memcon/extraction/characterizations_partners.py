"""What the parties are to each other: partners, neighbours and friends, and what the relationship is to them."""

from __future__ import annotations

from memcon.extraction.phrases import LINKS
from memcon.extraction.relationships import FOUNDED, RATED_LINKS, Rating, Relationship
from memcon.extraction.sentences import Sentence
from memcon.extraction.subjects import Subjects

_REGARDING = frozenset({"call", "consider", "deem"})
_SERVING = frozenset({"serve", "act", "function"})
_AUXILIARIES = frozenset({"has", "have", "had", "will", "would", "can", "should", "to", "together"})
_SELVES = frozenset({"we", "you", "who", "they", "it", "peoples", "each", "country", "countries", "nations", "both"})
_COUNTING = frozenset("rank ranks ranked count counts counted number numbers numbered figure figures figured".split())
_KINDS = frozenset({"state", "group", "organization", "person"})
_NEAR = 12  # tokens between the relationship and what it is
_FAR = 24  # the same, where another predicate stands between them
_STOPS = frozenset({",", ".", ";", '"', ":", "–", "—"})
_APPOSED = frozenset({"each", "our", "a", "one", "its"})


class PartnerRules:
    """The rules that find partner nouns in a predicate or an apposition."""

    def __init__(self, relationship: Relationship) -> None:
        self._ground = relationship
        self._draft = relationship.draft
        self._low = relationship.low
        self._text = relationship.tokens.text
        self._words = relationship.words
        self._phrases = relationship.phrases
        self._subjects = Subjects(relationship.draft)
        self._verbs = relationship.draft.lexicon.words

    def partner(self, head: int, sentence: Sentence) -> list[Rating]:
        """ "Italy is a reliable partner", "described X as a close neighbour", "X and Y, each other's neighbours"."""
        start = self._start(head, sentence)
        before = self._predicative(start, sentence)
        if before is None or not self._ground.concerns_parties(sentence):
            return []
        if start == head and not self._complemented(head, sentence):
            return []
        modifiers = self._ground.modifiers(start, head)
        low = self._low[head]
        if low in self._words.givers and not (self._words.superlatives | self._words.ratings).intersection(modifiers):
            return []
        if low in self._words.kin and not self._words.kindred.intersection(modifiers):
            return []
        if self._low[head] in self._words.pillars:
            said_of = self._of_relations(before, sentence)
        else:
            said_of = self._of_party(before, start, sentence)
        return self._joined(start, head, sentence) if said_of else []

    def _start(self, head: int, sentence: Sentence) -> int:
        start = self._phrases.left(head, sentence)
        if start >= sentence.start + 2 and self._low[start - 2 : start] == ["one", "of"]:
            start -= 2
        if self._low[start] == "other" and self._ground.word(start - 1) in ("each", "the"):
            start -= 1
        return start

    def _complemented(self, head: int, sentence: Sentence) -> bool:
        """Whether a bare noun says more behind it: "partners in peace", "brothers by history"."""
        behind = self._ground.word(head + 1) if head + 1 < sentence.end else ""
        if behind in ("and", ","):
            return self._ground.word(head + 2) in self._words.partners
        return behind in LINKS or behind in FOUNDED or behind in ("by", "who")

    def _predicative(self, start: int, sentence: Sentence) -> int | None:
        """The token of the copula, "as" or comma that makes a phrase a predicate; None where it is none."""
        low, k = self._low, start - 1
        while k > sentence.start and (self._draft.syntax.is_adverb(k) or self._text[k] == '"') and low[k] != "not":
            k -= 1
        if k < sentence.start:
            return None
        if low[k] == "among" and self._ground.word(k - 1) in self._words.copulas | _COUNTING:
            return k - 1
        if low[k] in self._words.copulas or low[k] == "as" or self._ground.is_form(k, _REGARDING):
            return k
        if self._text[k] == ",":
            apposed = low[start] in _APPOSED and k == start - 1 and self._draft.noun_at.get(k) is not None
            return k if apposed else None
        if self._draft.noun_at.get(k + 1) is None:
            return None
        first = max(sentence.start, k - 4)
        return next((j for j in range(k, first, -1) if self._ground.is_form(j, _REGARDING)), None)

    def _of_party(self, at: int, start: int, sentence: Sentence) -> bool:
        """Whether a party is the subject: a state, "we", a group, a person, or whoever is called so ("sees X as")."""
        low = self._low
        if low[at] == "as" and self._words.ratings.intersection(low[start : start + 3]):
            return True
        end = self._draft.syntax.before_adverbs(at, sentence.start)
        if low[at] in ("being", "be") and low[end - 1] in ("to", "for", "of", "as"):
            return True
        while end > sentence.start and low[end - 1] in _AUXILIARIES:
            end -= 1
        if low[end - 1] in _SELVES:
            return True
        nouns = self._subjects.before(end, sentence)
        noun = self._draft.noun_at.get(end) if nouns is None else nouns[-1]
        if noun is None:
            return low[at] == "as" and end > sentence.start and self._text[end - 1] == ","
        being = self._draft.being(noun)
        return noun.sort in ("we", "they") or (being is not None and being.kind in _KINDS)

    def _of_relations(self, at: int, sentence: Sentence) -> bool:
        """Whether the relationship itself is the subject: "the alliance is the cornerstone of regional peace"."""
        if self._low[at] == "as":
            if not self._ground.is_form(at - 1, _SERVING):
                return False
            at -= 2 if self._low[at - 2] in ("has", "have", "had") else 1
        nouns = self._words.labels | self._words.relations
        shared = self._low[at - 1] == "and"  # "ties have stood the test of time and become a model"
        first = max(sentence.start, at - (_FAR if shared else _NEAR))
        head = next((i for i in range(at - 1, first - 1, -1) if self._low[i] in nouns), None)
        if head is None or shared:
            return head is not None
        return self._phrases.right(head, sentence, RATED_LINKS) >= self._draft.syntax.before_adverbs(at, head + 1)

    def _joined(self, start: int, head: int, sentence: Sentence) -> list[Rating]:
        """The phrase and those joined to it: one together, apart where the first has a participle of its own."""
        found = []
        end = self._end(start, head, sentence)
        while (joint := self._joint(end, sentence)) is not None:
            if any(self._verbs.is_verb(self._low[i], "participle") for i in range(head + 1, end)):
                found.append(self._rating(start, head, end))
                start = joint[0]
            head = joint[1]
            end = self._end(start, head, sentence)
        return [*found, self._rating(start, head, end)]

    def _rating(self, start: int, head: int, end: int) -> Rating:
        return Rating(start, end, self._ground.aspect(start, head + 1), "relationship-partner", 0.75)

    def _joint(self, end: int, sentence: Sentence) -> tuple[int, int] | None:
        """Where a partner phrase joined by a comma or "and" begins, and its head."""
        if end >= sentence.end or self._low[end] not in (",", "and"):
            return None
        at = end + 1 + (self._low[end] == "," and self._ground.word(end + 1) == "and")
        head = self._next(at, sentence)
        return None if head is None else (at, head)

    def _next(self, at: int, sentence: Sentence) -> int | None:
        """The partner noun of the phrase at a token; None where something else begins there."""
        head = next((i for i in range(at, min(sentence.end, at + 6)) if self._low[i] in self._words.partners), None)
        return head if head is not None and self._phrases.left(head, sentence) <= at else None

    def _end(self, start: int, head: int, sentence: Sentence) -> int:
        if self._low[start] == "each" and self._ground.word(start - 1) == ",":
            return next((i for i in range(start, sentence.end) if self._text[i] in (",", ".", ";")), sentence.end)
        if self._ground.word(head + 1) == "who":
            return next((i for i in range(head + 1, sentence.end) if self._text[i] in _STOPS), sentence.end)
        end = self._phrases.right(head, sentence, LINKS | {"by"})
        for k in range(head + 1, end):
            if self._low[k] == "and" and self._next(k + 1, sentence) is not None:
                end = k
                break
        return self._ground.founded(end, sentence)
