"""What the relationship is called: labels and rated ties, as noun phrases."""

from __future__ import annotations

from memcon.extraction.phrases import LINKS
from memcon.extraction.relationships import FOUNDED, RATED_LINKS, Rating, Relationship
from memcon.extraction.sentences import Sentence

_LABEL_LINKS = frozenset({"of", "between", "for"})
_DEFINITE = frozenset({"the", "our", "these", "this", "their"})
_NAMED = frozenset({"comprehensive", "strategic", "global", "special", "privileged", "cooperative"})
_FARTHEST = 10  # tokens between "the depth of" and the noun of the relationship


class NamingRules:
    """The rules that find noun phrases which name the relationship."""

    def __init__(self, relationship: Relationship) -> None:
        self._ground = relationship
        self._low = relationship.low
        self._words = relationship.words
        self._phrases = relationship.phrases
        self._verbs = relationship.draft.lexicon.words

    def named(self, head: int, sentence: Sentence) -> list[Rating]:
        """ "The comprehensive strategic partnership of coordination", "long-standing friendship"."""
        if self._low[head] == "community":
            return self._community(head, sentence)
        if self._is_known(head, sentence) or self._ground.compounds(head + 1, sentence):
            return []
        start = self._within(self._phrases.left(head, sentence), head)
        modifiers = self._ground.modifiers(start, head)
        if self._low[head] in self._words.labels:
            return self._label(start, head, modifiers, sentence)
        if not self._ground.concerns_parties(sentence) or self._sought(start, head, sentence):
            return []
        if self._low[head] in self._words.cooperation:
            return self._cooperation(start, head, modifiers, sentence)
        return self._rated(start, head, modifiers, sentence)

    def _is_known(self, head: int, sentence: Sentence) -> bool:
        """Whether a label belongs to a name of the lexicon that is more than the label and its modifiers."""
        mark = self._ground.draft.marks.at[head]
        if mark is None or not self._ground.known_name(head):
            return False
        if mark.start == head:  # "Strategic Partnership for Peace" is no "Partnership for Peace"
            start = self._phrases.left(head, sentence)
            return not _NAMED.intersection(self._ground.modifiers(start, head))
        plain = self._words.label_modifiers | self._words.ratings
        owned = self._ground.word(mark.start - 1) == "our" and mark.end == head + 1
        return not (owned and plain.issuperset(self._low[mark.start : head]))

    def _within(self, start: int, head: int) -> int:
        """The start moved into a longer name ("a Vision for a Comprehensive Partnership"), or behind its verb."""
        verbs = (i for i in range(head - 1, start, -1) if self._ground.is_form(i, self._words.having))
        governing = next((i for i in verbs if self._ground.draft.noun_at.get(i) is not None), None)
        if governing is not None:
            return governing + 1
        link = next((i for i in range(head - 1, start, -1) if self._low[i] in ("for", "of", "on")), None)
        if link is None:
            return start
        return link + 2 if self._low[link + 1] in ("a", "an", "the") and link + 2 <= head else link + 1

    def _rated(self, start: int, head: int, modifiers: list[str], sentence: Sentence) -> list[Rating]:
        """ "Long-standing ties", "the 70-year relationship", "bonds of friendship", "relations rooted in history"."""
        word = self._ground.word
        ratings = self._words.ratings
        rated = any(
            item in ratings or item.endswith(("-year", "-year-old")) or item.rpartition("-")[2] in ratings
            for item in modifiers
        )
        based = word(head + 1) in FOUNDED and word(head + 2) in ("on", "in", "upon")
        warm = word(head + 1) == "of" and (word(head + 2) in self._words.warm or word(head + 3) in self._words.warm)
        if not (rated or based or warm):
            return []
        end = self._ground.founded(self._phrases.right(head, sentence, RATED_LINKS), sentence)
        first = self._ground.without_article(start)
        return [Rating(first, end, self._ground.aspect(first, head), "relationship-rating", 0.75)]

    def _community(self, head: int, sentence: Sentence) -> list[Rating]:
        """ "A community with a shared future", which is an initiative of its own, too."""
        shared = {"shared", "common"}.intersection(self._low[head + 2 : head + 4])
        if self._ground.word(head + 1) not in ("with", "of") or not shared:
            return []
        start = self._phrases.left(head, sentence)
        return [Rating(start, self._phrases.right(head, sentence), "label", "relationship-label", 0.8)]

    def _label(self, start: int, head: int, modifiers: list[str], sentence: Sentence) -> list[Rating]:
        """A label with a word that makes it one, with the names of a pair, or written as a name."""
        if self._words.unlike.intersection(modifiers) or self._programme(start, head, sentence):
            return []
        weak = [word for word in modifiers if word in self._words.weak]
        labelling = self._words.ratings | self._words.label_modifiers
        strong = any(word in labelling and word not in self._words.weak for word in modifiers)
        owned = self._low[start] == "our" or (
            self._ground.word(head + 1) == "between" and self._low[start] in ("the", "this")
        )
        if not (strong or self._ground.pairs(start, head)):
            if self._low[head] in self._words.warm:
                named = owned or (weak and self._low[start] in ("its", "their", "this"))
            else:
                based = self._ground.word(head + 1) in FOUNDED or self._with_states(weak, head, sentence)
                named = len(weak) > 1 or (owned and weak) or based or self._raised(start, head)
            if not named:
                return []
        first = self._ground.without_article(start)
        end = self._label_end(modifiers, head, sentence)
        return [Rating(first, end, self._ground.aspect(first, head), "relationship-label", 0.85)]

    def _with_states(self, modifiers: list[str], head: int, sentence: Sentence) -> bool:
        """Whether the states of a label stand behind it: "trilateral partnerships with Norland and Sudland"."""
        if not {"bilateral", "trilateral"}.intersection(modifiers):
            return False
        after = range(head + 2, min(sentence.end, head + 4))
        marks = (self._ground.draft.marks.at[i] for i in after)
        return self._ground.word(head + 1) in ("with", "between") and any(
            mark is not None and mark.kind == "state" for mark in marks
        )

    def _programme(self, start: int, head: int, sentence: Sentence) -> bool:
        """Whether the label belongs to a named programme or body ("the AUKUS partnership", "Partnership for Peace")."""
        if any(self._ground.known_name(i) for i in range(start, head)) and not self._ground.known_name(head):
            return True
        if _NAMED.intersection(self._ground.modifiers(start, head)):
            return False
        text, i = self._ground.tokens.text, head + 1
        if not text[head][0].isupper() or i + 2 >= sentence.end or self._low[i] not in ("for", "on", "of"):
            return False
        return text[i + 1 + (self._low[i + 1] in ("the", "a"))][0].isupper()

    def _raised(self, start: int, head: int) -> bool:
        """Whether relations are raised to a label written as a name ("to an Ocean Partnership")."""
        text = self._ground.tokens.text
        named = head - 1 > start and text[head][0].isupper() and text[head - 1][0].isupper()
        return named and self._low[start] in ("a", "an", "the", "our")

    def _label_end(self, modifiers: list[str], head: int, sentence: Sentence) -> int:
        """Where a label ends: behind "of coordination", "for a new era", "between A and B", "based on trust".

        A friendship is named without its parties: they are the record's own.
        """
        low = self._low
        if self._ground.word(head + 1) in LINKS and self._words.glossing.intersection(low[head + 2 : head + 5]):
            return head + 1
        links = _LABEL_LINKS - {"between"} if low[head] in self._words.warm - {"alliance"} else _LABEL_LINKS
        if self._with_states(modifiers, head, sentence):
            links |= {"with"}
        end = self._phrases.right(head, sentence, links)
        era = next((i for i in range(head + 1, end) if low[i] == "era" and self._ground.word(i + 1) == "of"), None)
        return self._ground.founded(end, sentence) if era is None else era + 1

    def _cooperation(self, start: int, head: int, modifiers: list[str], sentence: Sentence) -> list[Rating]:
        """ "The very close cooperation with Arden": cooperation is named by a rating, not by its field."""
        low = self._low
        rated = [word for word in modifiers if word in self._words.close_work]
        if not rated:
            return []
        named = low[start] in _DEFINITE and self._ground.word(head + 1) in ("between", "with")
        if rated in (["close"], ["fruitful"], ["closest"]) and not named:
            return []
        end = self._phrases.right(head, sentence, RATED_LINKS)
        if low[end : end + 2] == ["we", "have"] and self._ground.word(end + 2) in LINKS:
            end = self._phrases.right(end + 1, sentence)
        return [Rating(start, end, self._ground.aspect(start, head), "relationship-rating", 0.7)]

    def _sought(self, start: int, head: int, sentence: Sentence) -> bool:
        """Whether ties are only sought ("to build friendly ties"): a verb governs them, and no pair is named."""
        before = start - 1
        if before < sentence.start or self._low[start] in _DEFINITE:
            return False
        if self._ground.pairs(start, head) or self._ground.word(head + 1) == "between":
            return False
        if self._ground.is_form(before, self._words.naming | self._words.having):
            return False
        rated = self._words.ratings.intersection(self._ground.modifiers(start, head))
        if len(rated) > 1 and self._low[start] in ("a", "an"):
            return False
        return self._low[before].endswith("ing") or self._verbs.is_verb(self._low[before], "base")

    def praised(self, at: int, sentence: Sentence) -> list[Rating]:
        """ "The closeness and importance of the bilateral relationship"."""
        word, i = self._ground.word, at + 1
        while word(i) == "and" and word(i + 1) in self._words.pride:
            i += 2
        if word(i) != "of" or (word(at - 1) == "and" and word(at - 2) in self._words.pride):
            return []
        if word(at) == "importance" and i == at + 1:
            return []
        nouns = self._words.relations | self._words.warm
        head = next((k for k in range(i + 1, min(i + _FARTHEST, sentence.end)) if self._low[k] in nouns), None)
        if head is None or self._phrases.left(head, sentence) > i + 1:
            return []
        if word(at) == "strength" and i == at + 1 and not self._ground.pairs(i, head):
            return []
        start = at - 1 if word(at - 1) == "the" else at
        end = self._phrases.right(head, sentence, RATED_LINKS)
        return [Rating(start, end, "level", "relationship-praise", 0.7)]

    def state_of(self, at: int, sentence: Sentence) -> list[Rating]:
        """ "The excellent state of bilateral relations", "a long history of friendship"."""
        if self._ground.word(at + 1) not in ("of", "in") or not self._ground.concerns_parties(sentence):
            return []
        history = self._low[at] in ("history", "tradition", "traditions")
        start = self._phrases.left(at, sentence)
        rating = self._words.state_ratings if history else self._words.state_ratings | self._words.tops
        if not rating.intersection(self._ground.modifiers(start, at)):
            return []
        nouns = self._ground.heads | {"exchanges", "trust"}
        head = next((i for i in range(at + 2, min(at + _FARTHEST, sentence.end)) if self._low[i] in nouns), None)
        if head is None or self._phrases.left(head, sentence) > at + 2 or self._ground.compounds(head + 1, sentence):
            return []
        end = self._phrases.right(head, sentence, RATED_LINKS)
        return [Rating(start, end, "history" if history else "level", "relationship-state", 0.7)]
