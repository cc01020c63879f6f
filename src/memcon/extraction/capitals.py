"""Capitals that stand for their government: "Beijing called for talks", "ties with Moscow", "Washington's bid"."""

from __future__ import annotations

from memcon.extraction.mark import Mark, Marks
from memcon.extraction.tokens import Tokens
from memcon.lexicon import Lexicon

ACTING = "government"  # the type of the mark of a capital that acts
_NEAR = 3  # tokens between a noun and the preposition that ties a capital to it
_JOINERS = frozenset({"and", "or", "&"})
_WILLING = frozenset({
    "ready", "willing", "prepared", "committed", "concerned", "opposed", "determined", "keen", "eager", "reluctant",
    "unlikely", "likely", "unwilling", "interested", "open", "right", "wrong", "responsible",
})


def find_acting(tokens: Tokens, marks: Marks, lexicon: Lexicon) -> Marks:
    """The marks with those capitals that act, own, or are dealt with as governments made metonyms."""
    capitals = [mark for mark in marks.all if mark.kind == "capital" and mark.state is not None]
    if not capitals:
        return marks
    finder = _Finder(tokens, marks, lexicon)
    acting = {mark.start for mark in capitals if finder.acts(mark)}
    acting |= {mark.start for mark in capitals if finder.is_joined(mark, acting)}
    if not acting:
        return marks
    found = [mark._replace(kind="metonym", type=ACTING) if mark.start in acting else mark for mark in marks.all]
    return Marks(found, len(tokens))


class _Finder:
    def __init__(self, tokens: Tokens, marks: Marks, lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._low = [*tokens.low, ".", ".", "."]
        self._marks = marks
        self._verbs = lexicon.words
        self._lists = lexicon.nouns["capitals"]
        self._parting = lexicon.words.classes["preposition"] - lexicon.words.classes["subordinator"]

    def acts(self, mark: Mark) -> bool:
        """Whether a capital is a subject, an owner, or an object such as governments are."""
        if mark.state is not None and mark.state.code in self._lists["never"]:
            return False
        before = self._low[mark.start - 1] if mark.start else "."
        if mark.start and self._tokens.text[mark.start - 1][0].isupper() and self._tokens.start[mark.start] \
                == self._tokens.end[mark.start - 1] + 1 and not self._verbs.is_verb(before) and before not in _JOINERS \
                and before not in self._verbs.classes["closed"]:
            return False  # "Radio Moscow", "President Paris"
        return (
            self._owns(mark) or self._is_dealt_with(mark, before)
            or before not in self._parting and self._is_subject(mark)
        )

    def _is_subject(self, mark: Mark) -> bool:
        """Whether a finite verb of doing follows, behind adverbs or ", which"."""
        low, verbs = self._low, self._verbs
        i = mark.end + 2 if low[mark.end : mark.end + 2] == [",", "which"] else mark.end
        while low[i] in verbs.classes["adverb"] or low[i].endswith("ly"):
            i += 1
        if low[i] in verbs.classes["modal"]:
            i += 1
            while low[i] in verbs.classes["adverb"] or low[i].endswith("ly"):
                i += 1
            return verbs.is_verb(low[i], "base") and low[i] not in self._lists["hosting"]
        if low[i] in ("is", "was"):
            i += 1 + (low[i + 1] in verbs.classes["adverb"])
            doing = verbs.is_verb(low[i], "ing") and low[i] not in self._lists["hosting"]
            return doing or low[i] in _WILLING
        if low[i] in ("has", "had"):
            i += 1
            while low[i] in verbs.classes["adverb"] or low[i].endswith("ly"):
                i += 1
            return verbs.is_verb(low[i], "participle") and low[i] not in self._lists["hosting"]
        return verbs.is_verb(low[i], "past", "s") and low[i] not in self._lists["hosting"] and low[i + 1] != "by"

    def _owns(self, mark: Mark) -> bool:
        """ "Washington's bid", not "Washington's airport"."""
        low = self._low
        if low[mark.end] not in ("'s", "'") or mark.end + 1 >= len(self._tokens):
            return False
        words = low[mark.end + 1 : mark.end + 4]
        return self._tokens.text[mark.end + 1][0].islower() and self._lists["local"].isdisjoint(words)

    def _is_dealt_with(self, mark: Mark, before: str) -> bool:
        """ "Urged Budapest to", "ties with Beijing", "between Tokyo and Seoul", "pressure on Tehran"."""
        low, lists, start = self._low, self._lists, mark.start
        if before in lists["dealing"]:
            return True
        near = low[max(0, start - 1 - _NEAR) : max(0, start - 1)]
        if before in ("with", "between"):
            return not lists["ties"].isdisjoint(near)
        if before in ("on", "against", "to", "for", "from", "at", "of"):
            return not lists["giving"].isdisjoint(near[-2:])
        return before == "by" and self._verbs.is_verb(near[-1] if near else ".", "participle") \
            and near[-1:] != ["followed"]

    def is_joined(self, mark: Mark, acting: set[int]) -> bool:
        """Whether a capital is joined by "and" to one that acts: "between Tokyo and Seoul"."""
        low, marks = self._low, self._marks
        after = marks.starting(mark.end + 1) if low[mark.end] in _JOINERS else None
        if after is not None and after.start in acting:
            return True
        if mark.start < 2 or low[mark.start - 1] not in _JOINERS:
            return False
        before = marks.ending(mark.start - 1)
        return before is not None and before.start in acting and low[before.end] in _JOINERS
