"""What is said of the relationship: "ties have stood firm", "relations develop dynamically"."""

from __future__ import annotations

from memcon.extraction.relationships import FOUNDED, RATED_LINKS, Rating, Relationship
from memcon.extraction.sentences import Sentence
from memcon.lexicon.tables import phrase_words

_LINKS = frozenset({"between", "with", "of", "in", "and", "to"})
_DEVELOPMENT = frozenset({
    "development", "state", "level", "quality", "history", "growth", "nature", "strengthening", "expansion",
})
_STOPS = frozenset({",", ".", ";", '"', ":", "(", "–", "—"})
_ENDS = frozenset({
    "but", "which", "thanks", "while", "although", "despite", "because", "since", "even", "whereas", "as",
})
_INNER = frozenset({"for", "in", "on", "to", "with", "about", "by", "from", "of", "between", "under", "into", "at"})
_SUBJECTS = frozenset({"that", "i", "we", "he", "she", "they", "it", "there"})
_GREATEST = frozenset("largest biggest strongest closest deepest best most greatest broadest".split())
_AUXILIARIES = frozenset({"have", "has", "had", "'ve", "are", "is", "were", "was", "been"})
_SHORT = 6  # tokens of what relations have come to
_BECOMING = frozenset({"become", "became", "becomes", "remain", "remains", "serve", "serves"})
_PLURAL_VERBS = frozenset({"continue", "remain", "rest"})
_LONGEST = 16  # tokens of a predicate
_ASIDE = 12  # tokens of an aside between commas


class PredicateRules:
    """The rules that find what is said of the relationship as a subject or an object."""

    def __init__(self, relationship: Relationship) -> None:
        lexicon = relationship.draft.lexicon
        self._ground = relationship
        self._text = relationship.tokens.text
        self._low = relationship.low
        self._words = relationship.words
        self._phrases = relationship.phrases
        self._draft = relationship.draft
        self._syntax = relationship.draft.syntax
        self._nouns = phrase_words(lexicon.language, lexicon.extra).nouns

    def predicate(self, head: int, sentence: Sentence) -> list[Rating]:
        """ "Relations are developing positively", "ties have stood firm in a turbulent world"."""
        low = self._low
        start = self._phrases.left(head, sentence)
        if start > sentence.start and low[start - 1] in _INNER and not self._developing(start, sentence):
            return []
        end = self._phrases.right(head, sentence, _LINKS)
        fared = (k for k in range(head + 1, end) if low[k] in self._words.standing or low[k] in _PLURAL_VERBS)
        i = next((k for k in fared if self._draft.noun_at.get(k) is not None), end)
        i = self._syntax.skip_adverbs(i, sentence.end)
        related = self._relative(i, sentence)
        if i < sentence.end and low[i] == ",":
            i = self._behind_aside(i, sentence)
        general = low[start] in ("the", "these", "this") or start == sentence.start
        if not (general or self._ground.concerns_parties(sentence)):
            return []
        return related + (self._verb(start, head, i, sentence) if i < sentence.end else [])

    def _verb(self, start: int, head: int, i: int, sentence: Sentence) -> list[Rating]:
        """What the verb at a token says of the relationship that is its subject."""
        low, word = self._low, self._ground.word
        if low[head] in self._words.cooperation or self._words.fields.intersection(low[start:head]):
            return self._faring(i, sentence)
        gained = self._gained(i, sentence)
        if gained:
            return gained
        if low[i] in ("have", "has", "had", "'ve"):
            return self._fared(i + 1, sentence)
        if low[i] in self._words.standing and word(i + 1) != "by":
            return self._until(i, sentence)
        if low[i] in self._words.copulas:
            return self._said(i + 1, sentence)
        if low[i] in ("rest", "rests", "rested") and word(i + 1) in ("on", "upon"):
            return self._until(i + 2, sentence)
        if low[i] in ("continue", "continues", "continued") and word(i + 1) == "to" and i + 3 < sentence.end:
            well = self._syntax.is_adverb(i + 3) or low[i + 3] in self._words.united
            grows = low[i + 2] in self._words.grow and well
            return self._until(i + 2, sentence) if grows else []
        return []

    def _gained(self, i: int, sentence: Sentence) -> list[Rating]:
        """What relations have come to: "have taken on a special nature", "are going through a golden age"."""
        while i < sentence.end and (self._low[i] in _AUXILIARIES or self._syntax.is_adverb(i)):
            i += 1
        if i + 1 >= sentence.end or not self._ground.is_form(i, self._words.gaining):
            return []
        start = i + 1 + (self._low[i + 1] in ("on", "through", "into"))
        for head in range(start, min(sentence.end, start + _SHORT)):
            if self._low[head] in self._words.gains and self._phrases.left(head, sentence) <= start:
                end = self._phrases.right(head, sentence, RATED_LINKS)
                return [Rating(start, end, "level", "relationship-gain", 0.65)]
        return []

    def _relative(self, comma: int, sentence: Sentence) -> list[Rating]:
        """What a relative clause says of it: "relations, which are based on trust,"."""
        at = self._syntax.skip_adverbs(comma + 2, sentence.end)
        if self._low[comma : comma + 2] != [",", "which"] or self._ground.word(at) not in self._words.copulas:
            return []
        return self._said(at + 1, sentence)

    def than_ever(self, at: int, sentence: Sentence) -> list[Rating]:
        """ "More united than ever", "stronger and closer than ever before": the allies are so."""
        if self._ground.word(at + 1) != "ever" or self._low[at - 1] not in self._words.united:
            return []
        start = at - 1
        while start > sentence.start and self._low[start - 1] in self._words.united | {"and", "more", ","}:
            start -= 1
        while self._low[start] in ("and", ","):
            start += 1
        end = at + 2 + (self._ground.word(at + 2) == "before")
        return [Rating(start, end, "level", "relationship-predicate", 0.65)]

    def _behind_aside(self, comma: int, sentence: Sentence) -> int:
        """The token behind an aside ("ties, he told his guest, rest on"); the sentence's end if there is none."""
        behind = range(comma + 1, min(comma + _ASIDE, sentence.end))
        return next((i + 1 for i in behind if self._low[i] == ","), sentence.end)

    def _developing(self, start: int, sentence: Sentence) -> bool:
        """Whether "the development of" the relationship is the subject."""
        return self._low[start - 1] == "of" and start - 2 >= sentence.start and self._low[start - 2] in _DEVELOPMENT

    def _faring(self, i: int, sentence: Sentence) -> list[Rating]:
        """Cooperation in a field: only how well it is developing counts ("is developing successfully")."""
        if self._low[i : i + 2] in (["have", "been"], ["has", "been"]):
            i += 1
        if self._low[i] not in self._words.copulas:
            return []
        at = self._syntax.skip_adverbs(i + 1, sentence.end)
        if at + 1 >= sentence.end:
            return []
        if self._low[at] in ("the", "our", "its") and self._low[at + 1] in _GREATEST:
            return self._until(at, sentence)
        well = self._low[at] in self._words.faring and self._syntax.is_adverb(at + 1)
        return self._until(at, sentence) if well or self._low[at] in self._words.close_work else []

    def _fared(self, first: int, sentence: Sentence) -> list[Rating]:
        """What stands behind "have": "stood firm", "been excellent", "never been better"."""
        low = self._low
        i = self._syntax.skip_adverbs(first, sentence.end)
        if i >= sentence.end:
            return []
        if low[i] == "been":
            return self._said(i + 1, sentence, first if low[first] == "never" else i + 1)
        if low[i] in self._words.standing:
            return self._until(i + 1 if low[i] in ("maintained", "enjoyed") else first, sentence)
        return []

    def _said(self, i: int, sentence: Sentence, start: int | None = None) -> list[Rating]:
        """What stands behind the copula, where it rates."""
        low = self._low
        if start is None and i < sentence.end and self._text[i] == '"':
            i += 1
        at = self._syntax.skip_adverbs(i, sentence.end)
        if at >= sentence.end or low[i] == "not":
            return []
        if self._ground.word(at + 1) == "as" and self._ground.is_form(at, self._words.naming):
            return self._until(at + 2, sentence)
        if self._rates(at, sentence):
            return self._until(i if start is None else start, sentence)
        rating = self._words.ratings | self._words.pillars
        if low[at] in ("a", "an", "the") and rating.intersection(low[at + 1 : at + 4]):
            return self._until(at, sentence)
        return []

    def _rates(self, at: int, sentence: Sentence) -> bool:
        """Whether a word of rating or a listed predicate stands at a token."""
        if self._low[at] in self._words.ratings:
            return True
        return self._words.predicates.match_at(self._text, self._low, at, sentence.end) is not None

    def called(self, head: int, sentence: Sentence) -> list[Rating]:
        """ "Called relations between the two countries exemplary", "described ties as strong"."""
        low = self._low
        start = self._phrases.left(head, sentence)
        verb = self._syntax.before_adverbs(start, sentence.start) - 1
        if verb < sentence.start or not self._ground.is_form(verb, self._words.naming):
            return []
        end = self._phrases.right(head, sentence, _LINKS)
        rating = (k for k in range(head + 1, end) if low[k] in self._words.ratings)
        i = next((k for k in rating if self._draft.noun_at.get(k) is not None), end)
        if i < sentence.end and low[i] in ("as", "to"):
            i += 2 if self._ground.word(i + 1) == "be" else 1
        at = self._syntax.skip_adverbs(i, sentence.end)
        return self._until(i, sentence) if at < sentence.end and self._rates(at, sentence) else []

    def featured(self, at: int, sentence: Sentence) -> list[Rating]:
        """ "Bilateral relations featuring permanent good-neighbourliness and cooperation"."""
        low = self._low
        match = self._words.featuring.match_at(self._text, low, at, sentence.end)
        if match is None or not self._ground.heads.intersection(low[max(sentence.start, at - 3) : at]):
            return []
        end = match.end
        while end < sentence.end and low[end] not in (".", ";", "to", "that", "which", "so"):
            end += 1
        return [Rating(match.end, end, "label", "relationship-features", 0.75)] if end > match.end else []

    def _until(self, start: int, sentence: Sentence) -> list[Rating]:
        """A predicate from a token to the end of its clause."""
        low, end = self._low, start
        while end < sentence.end and low[end] not in _STOPS and end - start < _LONGEST:
            if low[end] in _ENDS and not self._compares(end):
                break
            if low[end] == "and" and self._new_clause(end + 1, sentence):
                break
            end += 1
        return [Rating(start, end, "level", "relationship-predicate", 0.65)] if end > start else []

    def _compares(self, at: int) -> bool:
        """Whether "as" belongs to the predicate: "as a model", "just as planned", "as strong as ever"."""
        if self._low[at] == "since":
            return self._low[at - 1] in self._words.superlative
        if self._low[at] != "as":
            return False
        return self._ground.word(at + 1) in ("a", "the", "an", "ever", "never") or self._ground.word(at - 1) in (
            "just", "exactly", "strong", "close", "good",
        )

    def _new_clause(self, at: int, sentence: Sentence) -> bool:
        """Whether a clause about something else begins behind "and"; "and continued to grow stronger" goes on."""
        if at >= sentence.end:
            return True
        if self._ground.is_form(at, self._words.grow) or self._low[at] in FOUNDED:
            return False
        if self._low[at] in _SUBJECTS | _BECOMING or self._finite(at):
            return True
        for i in range(at, min(sentence.end, at + 6)):
            if self._low[i] in _STOPS:
                return False
            if i > at and self._finite(i):
                return True
        return False

    def _finite(self, i: int) -> bool:
        """Whether a verb with a subject stands at a token, and no plural noun ("common interests")."""
        return self._syntax.finite(i) and self._low[i].removesuffix("s") not in self._nouns
