"""Finding outcomes: documents alone, coordinated, or as the items of a list."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.draft import Draft
from memcon.extraction.outcomes_governing import Status, as_status
from memcon.extraction.outcomes_phrases import POINTING, OutcomeNoun, OutcomePhrases
from memcon.extraction.outcomes_status import StatusReader
from memcon.extraction.sentences import Sentence
from memcon.extraction.subjects import Subjects
from memcon.model import OutcomeKind

_JOINERS = frozenset({
    ",", "and", "as", "well", "also", "plus", "&", "along", "with", ";", ":", "both", "or", "together", "a", "the",
    "an", "them", "others",
})
_DENYING = frozenset({"any", "no", "every", "each"})
_VERBS = frozenset({"was", "were", "is", "are", "will", "has", "have", "said", "met"})
_PASSIVES = frozenset({"was", "were", "has", "have", "will", "is", "are"})
_OPENERS = frozenset({"who", "which", "that", "he", "she", "they", "we", "it", ";"})
_INCLUSION = 7  # tokens from the start of a sentence within which "include" opens the list of what came before
_BEYOND = 16  # tokens behind "and" within which the passive of a long subject is looked for
_LONGEST_NUMBER = 5  # characters
_NEAR_COLON = 4  # tokens from an outcome to the colon that makes it the head of a list


class FoundOutcome(NamedTuple):
    """An outcome at tokens `start` to `end` (exclusive) of a sentence."""

    start: int
    end: int
    kind: OutcomeKind
    status: Status
    sentence: Sentence


class OutcomeFinder:
    """Finds the outcomes of one draft, sentence by sentence."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._tokens = draft.tokens
        self._low = draft.tokens.low
        self._phrases = OutcomePhrases(draft)
        self._status = StatusReader(draft)
        self._words = draft.lexicon.outcomes
        self._kinds: set[OutcomeKind] = set()  # of the outcomes found, to which "the memorandum" may point back
        self._unlisted: FoundOutcome | None = None  # told of by a plural alone, while no list has named it yet
        self._pending: Status | None = None  # that of "the following documents were signed:", for the list behind it

    def find_all(self) -> list[FoundOutcome]:
        """The outcomes of the body in the order of the text, behind those that the title alone tells of."""
        found = self._of_body()
        kinds = {item.kind for item in found}
        self._pending = None
        titles = [sentence for sentence in self._draft.sentences[:3] if sentence.kind == "title"]
        told = [item for sentence in titles for item in self._of_sentence(sentence)]
        return [item for item in told if item.kind not in kinds] + sorted(found)

    # lists

    def _of_body(self) -> list[FoundOutcome]:
        found: list[FoundOutcome] = []
        listing = False
        for sentence in self._draft.sentences:
            if sentence.kind == "heading":
                self._pending = self._heading(sentence)
                listing = self._pending is not None
            if sentence.kind not in ("paragraph", "item") or not self._lettered(sentence):
                continue
            item = self._item(sentence) if listing else None
            if item is not None:
                found.append(item)
                continue
            if listing or not self._includes(sentence):
                self._pending = None
                found += self._left_unlisted()
            here = self._of_sentence(sentence)
            found += here
            listing = self._tokens.text[sentence.end - 1] == ":"
            if listing and self._pending is None:
                near = here and here[-1].end >= sentence.end - _NEAR_COLON
                self._pending = here[-1].status if near else self._heading(sentence)
        return found + self._left_unlisted()

    def _lettered(self, sentence: Sentence) -> bool:
        """Whether a sentence is more than the number of an item."""
        words = self._tokens.text[sentence.start : sentence.end]
        return any(len(word) > 1 and word[0].isalpha() for word in words)

    def _includes(self, sentence: Sentence) -> bool:
        """Whether a sentence lists what the one before left unnamed: "These include ...", "Among them are ..."."""
        opening = self._low[sentence.start : sentence.start + _INCLUSION]
        return bool(self._words.including.intersection(opening))

    def _heading(self, sentence: Sentence) -> Status | None:
        """The status that a heading gives the list below it: "List of documents signed", "MoUs exchanged"."""
        words = self._low[sentence.start : sentence.end]
        done = self._words.recalled | {"exchanged"}
        verbs = (self._words.verbs.get(word) for word in reversed(words) if word in done)
        status = next((verb for verb in verbs if verb is not None), None)
        if status is None or not self._words.generic.intersection(words):
            return None
        return Status(as_status(status), 0.8, "outcome-item")

    def _item(self, sentence: Sentence) -> FoundOutcome | None:
        """An item of the list behind "the following documents were signed:", all of it the title."""
        text, start, end = self._tokens.text, sentence.start, sentence.end
        while start < end and (not self._opens_title(start) or text[start + 1 : start + 2] == [")"]):
            start += 1
        while end > start and text[end - 1] in (".", ";", ","):
            end -= 1
        if start >= end or self._pending is None or _VERBS.intersection(self._low[start:end]):
            return None
        nouns = (self._phrases.noun(i, sentence) for i in range(start, min(end, start + 14)))
        noun = next((noun for noun in nouns if noun is not None), None)
        if noun is None and sentence.kind != "item":
            return None
        self._unlisted = None
        kind: OutcomeKind = "other" if noun is None else noun.kind
        return FoundOutcome(start, end, kind, self._pending._replace(rule="outcome-item"), sentence)

    def _opens_title(self, i: int) -> bool:
        """Whether a token can open the title of an item: a word, or a quotation mark before one."""
        return self._tokens.text[i][0].isalpha() or self._tokens.text[i] == '"'

    def _left_unlisted(self) -> list[FoundOutcome]:
        """The outcome that a plural alone told of and no list behind it has named ("agreements were signed")."""
        left, self._unlisted = self._unlisted, None
        if left is None:
            return []
        return [left._replace(status=left.status._replace(confidence=0.6, reason="what it is about is not said"))]

    # sentences

    def _of_sentence(self, sentence: Sentence) -> list[FoundOutcome]:
        """The outcomes of a sentence, none inside another."""
        found: list[FoundOutcome] = []
        self._pending = self._pending or self._announced(sentence)
        i = sentence.start
        while i < sentence.end:
            noun = self._phrases.noun(i, sentence) if self._low[i] in self._phrases.starts else None
            item = None if noun is None else self._outcome(noun, found, sentence)
            if item is not None:
                found.append(item)
                self._kinds.add(item.kind)
            i = max(i + 1, item.end if item is not None else i if noun is None else noun.head + 1)
        return found

    def _outcome(self, noun: OutcomeNoun, found: list[FoundOutcome], sentence: Sentence) -> FoundOutcome | None:
        """The outcome that a noun names, where the words around it say what became of it."""
        span = self._phrases.span(noun, sentence)
        if span is None:
            return None
        start, end = span
        status = self._status.read(start, noun.head, end, noun.kind, sentence)
        if status is None and self._tokens.text[end : end + 1] in (["and"], [","]):
            end, status = self._beyond(end, noun.kind, sentence)
        status = status or self._carried(start, found, sentence)
        if status is None or self._low[start] in _DENYING or self._foreign(start, end):
            return None
        topic = self._phrases.topic(end, status, sentence)
        if topic > end:
            return FoundOutcome(start, topic, noun.kind, status, sentence)
        item = FoundOutcome(start, end, noun.kind, status, sentence)
        if self._phrases.bare(noun, start, end):
            if not self._first_mention(noun, item):
                return None
            item = item._replace(end=self._apposed(item))
        if self._left_out(noun, item):
            return None
        if self._phrases.generic(noun) and self._pending is None:
            self._pending = status  # "a number of documents were signed. Among them ..."
        if status.rule in ("outcome-verb", "outcome-act"):
            return item._replace(end=self._phrases.undated(start, end))
        return item

    def _first_mention(self, noun: OutcomeNoun, item: FoundOutcome) -> bool:
        """Whether "the memorandum was signed" is the first to tell of it; a bare plural waits for its list."""
        if self._phrases.generic(noun):
            self._pending = item.status
            waits = self._low[item.start] not in POINTING and item.status.status == "signed"
            self._unlisted = item if waits else None
            return False
        if item.kind in self._kinds:
            return False
        if self._apposed(item) > item.end:
            return True
        return item.status.status in ("signed", "adopted") and self._low[noun.head] not in ("deal", "plan", "document")

    def _apposed(self, item: FoundOutcome) -> int:
        """The end behind a clause that says how a document came about: "the deal, reached on Friday in Oslo,"."""
        low, end = self._low, item.end
        if item.status.rule != "outcome-recalled" or low[end] != "," or low[end + 1] not in self._words.recalled:
            return end
        return self._phrases.told(end + 1, item.sentence)

    def _left_out(self, noun: OutcomeNoun, item: FoundOutcome) -> bool:
        """Whether it is none for what it says: "reached agreement to meet", what one state adopts for itself."""
        head, status = self._low[noun.head], item.status
        behind = self._low[noun.head + 1 : noun.head + 2]
        bare = item.start == noun.head and (not behind or behind[0] in ("to", "was", "has", "is", "."))
        if head == "agreement" and bare:
            return True
        if head == "partnership" and noun.kind == "other" and status.rule not in ("outcome-verb", "outcome-act"):
            return True
        if status.status == "planned" and noun.kind == "other" and self._phrases.generic(noun):
            return True
        alone = noun.kind in ("plan", "other") and status.status in ("adopted", "planned", "issued")
        return alone and self._alone(item.start, item.sentence)

    def _beyond(self, end: int, kind: OutcomeKind, sentence: Sentence) -> tuple[int, Status | None]:
        """The end and status of a subject that goes on: "an agreement on customs and extradition was signed"."""
        low, finite = self._low, self._draft.syntax.finite
        behind = range(end + 1, min(end + _BEYOND, sentence.end))
        clause = _OPENERS | _PASSIVES
        verb = next((i for i in behind if low[i] in clause or (finite(i) and low[i].endswith("ed"))), None)
        if verb is None or low[verb] not in _PASSIVES or low[end + 1] in _JOINERS | POINTING | _OPENERS:
            return end, None
        status = self._status.passive(verb, kind, sentence)
        return (verb, status) if status is not None else (end, None)

    def _carried(self, start: int, found: list[FoundOutcome], sentence: Sentence) -> Status | None:
        """The status of the outcome before "and", or that of a list opened by "include"."""
        low, joined = self._low, start - 1
        while joined >= sentence.start and (low[joined] in _JOINERS or self._is_number(joined)):
            joined -= 1
        if found and joined < found[-1].end <= start:
            return found[-1].status
        if low[joined] == "as" and low[joined - 1] == "such":
            joined -= 1
        second = "and" in low[joined + 1 : start] and low[start] in ("a", "an", "the")
        if second and not found and self._pending is None:
            return self._status.shared(joined, sentence)
        among = low[sentence.start] == "among" and low[joined] in ("are", "were")
        included = among or low[joined] in self._words.including
        colon = joined >= sentence.start and low[joined + 1] == ":"
        if self._pending is not None and (included or colon):
            self._unlisted = None
            return self._pending
        return found[-1].status if found and included and joined >= found[-1].end - 1 else None

    def _is_number(self, i: int) -> bool:
        """Whether a token is part of the number of an item: "(ii)", "(b)"."""
        text = self._tokens.text
        return text[i] in ("(", ")") or len(text[i]) < _LONGEST_NUMBER and text[i - 1] == "(" and text[i + 1] == ")"

    def _announced(self, sentence: Sentence) -> Status | None:
        """The status that "the exchange of the following:" gives the list behind the colon in one sentence."""
        words = self._low[sentence.start : sentence.end]
        if ":" not in words[:-1] or "following" not in words[: words.index(":")]:
            return None
        before = words[: words.index(":")]
        signed = any("signed" in (self._words.acts.get(word), self._words.verbs.get(word)) for word in before)
        return Status("signed", 0.8, "outcome-item") if signed else None

    def _foreign(self, start: int, end: int) -> bool:
        """Whether an agreement is one between states that are no parties of the text."""
        marks = (self._draft.marks.starting(i) for i in range(start, end))
        states = {
            mark.state.code for mark in marks
            if mark is not None and mark.state is not None and mark.kind in ("state", "prefix")
        }
        beings = (self._draft.world.beings[number] for number in self._draft.states)
        own = {being.state.code for being in beings if being.state is not None}
        return len(states) > 1 and bool(own) and not own & states

    def _alone(self, start: int, sentence: Sentence) -> bool:
        """Whether one party alone is the subject."""
        draft = self._draft
        nouns = reversed(draft.nouns_in(sentence.start, start))
        subject = next((noun for noun in nouns if noun.subject or noun.sort == "you"), None)
        if subject is None:
            return False
        if subject.sort in ("you", "he", "she", "it", "i"):
            return True
        subjects = Subjects(draft)
        together = subjects.before(max(subject.outer, subject.end), sentence) or (subject,)
        return len(subjects.parties(together)) == 1 and subject.sort in ("state", "person", "office")
