"""How high the relationship stands: levels, eras, chapters and momentum."""

from __future__ import annotations

from memcon.extraction.relationships import Rating, Relationship
from memcon.extraction.sentences import Sentence

_LEVELS = frozenset({"level", "levels", "high", "height", "heights", "peak", "point"})
_ERAS = frozenset({"era", "chapter", "stage", "page", "phase", "age"})
_EVER = (["in", "history"], ["ever", "reached"], ["in", "years"], ["in", "decades"])
_INNER = frozenset({"in", "of", "between"})
_NEAR = 6  # tokens before a level, where the verb that leads to it stands
_FARTHEST = 18  # tokens back from a level to the noun of the relationship that has reached it


class LevelRules:
    """The rules that find levels and eras of the relationship."""

    def __init__(self, relationship: Relationship) -> None:
        self._ground = relationship
        self._low = relationship.low
        self._words = relationship.words
        self._phrases = relationship.phrases

    def level(self, head: int, sentence: Sentence) -> list[Rating]:
        """ "The highest level in history", "an unprecedented level", "healthy and stable development momentum"."""
        low = self._low
        start = self._phrases.left(head, sentence)
        top = self._words.tops.intersection(self._ground.modifiers(start, head))
        if not top:
            return []
        before = low[max(sentence.start, start - _NEAR) : start]
        tail = low[head + 1 : head + 3]
        if low[head] in _LEVELS:
            stands = self._ever(top, tail, before) or self._reached(start, top, before, sentence)
        else:
            stands = self._era(start, head, top, sentence)
        if not stands:
            return []
        end = head + 3 if tail == ["ever", "reached"] else self._phrases.right(head, sentence, _INNER)
        if start - 2 >= sentence.start and low[start - 2 : start] == ["beginning", "of"]:
            start -= 3 if self._ground.word(start - 3) == "the" else 2
        return [Rating(start, end, "level", "relationship-level", 0.75)]

    def _ever(self, top: frozenset[str], tail: list[str], before: list[str]) -> bool:
        """Whether a level is the highest ever, and has been reached; not "talks at the highest level"."""
        return (tail in _EVER or "unprecedented" in top) and bool(self._words.reaching.intersection(before))

    def _reached(self, start: int, top: frozenset[str], before: list[str], sentence: Sentence) -> bool:
        """Whether the relationship has reached a level in the superlative."""
        reached = self._words.reaching.intersection(before) - {"at"}
        return bool(reached and top & self._words.superlative) and self._near_relations(start, sentence)

    def _joint_subject(self, start: int, sentence: Sentence) -> bool:
        """Whether two states enter an era together: "Norland and Sudland have entered a new chapter"."""
        return self._ground.pairs(max(sentence.start, start - _NEAR), start)

    def _era(self, start: int, head: int, top: frozenset[str], sentence: Sentence) -> bool:
        """Whether an era or a momentum is one of the relationship, and it enters, opens or keeps it."""
        near = self._near_relations(start, sentence)
        before = self._low[max(sentence.start, start - _NEAR) : start]
        if self._low[head] not in _ERAS:
            return near and bool(self._words.keeping.intersection(before[-4:]))
        after = self._low[head + 1 : min(sentence.end, head + 8)]
        about = self._ground.word(head + 1) in ("of", "in", "for") and bool(self._ground.heads.intersection(after))
        leads = start == sentence.start or bool(self._words.opening.intersection(before[-4:]))
        return leads and (about or near) or about and "new" in top or leads and self._joint_subject(start, sentence)

    def _near_relations(self, start: int, sentence: Sentence) -> bool:
        before = self._low[max(sentence.start, start - _FARTHEST) : start]
        return bool((self._ground.heads | {"dialogue"}).intersection(before))
