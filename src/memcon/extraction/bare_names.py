"""Names that stand alone, without a title: known ones again, and what looks like a name and acts like one."""

from __future__ import annotations

from memcon.extraction.mark import Marks
from memcon.extraction.offices import Office
from memcon.extraction.person_names import NameReader
from memcon.extraction.sentences import Sentence
from memcon.extraction.tokens import Tokens
from memcon.lexicon import Lexicon

_AFTER_WHOM = frozenset({("order", "of"), ("named", "after"), ("medal", "of")})
_AT_PLACE = frozenset({"in", "at", "near", "outside"})


class BareNames:
    """Finds names that nothing marks as such; `surnames` are those met so far."""

    def __init__(
        self, tokens: Tokens, marks: Marks, offices: list[Office], names: NameReader, lexicon: Lexicon
    ) -> None:
        self._tokens = tokens
        self._marks = marks
        self._office_cover = {i for office in offices for i in range(office.start, office.end)}
        self._names = names
        self._given = lexicon.given_names
        self._particles = lexicon.name_words["particles"]
        self._family_first = lexicon.name_words["family_first"]
        self._words = lexicon.words
        self._heads = lexicon.heads
        self.surnames: set[str] = set()

    def end(self, at: int, sentence: Sentence, taken: set[int]) -> int | None:
        """Where a name that starts at a token and stands alone ends, None if none does; `taken` tokens are others'."""
        tokens = self._tokens
        if at in self._office_cover and self._marks.at[at] is not None:
            return None
        stop = self._names.end(at, sentence, strict=True)
        while stop > at and (stop - 1) in taken:
            stop -= 1
        words = [
            word for word in tokens.low[at:stop] if word[0].isalpha() and word not in self._particles and len(word) > 1
        ]
        if not words or at > 1 and (tokens.low[at - 2], tokens.low[at - 1]) in _AFTER_WHOM:
            return None
        known = all(word in self._names.known for word in words)
        if len(words) == 1 and not known and self._is_owned(at, stop):
            return stop
        if len(words) == 1:
            if not (known and (words[0] in self.surnames or self._given.get(words[0]))):
                return None
        elif not known and (self._is_placed(at, stop, sentence) or not self._namely(words, at, stop, sentence)):
            return None
        return stop

    def _is_owned(self, at: int, stop: int) -> bool:
        """Whether a surname stands behind its state and acts: "Brazil's Lula said", "Turkey's Erdogan to visit"."""
        low, word = self._tokens.low, self._tokens.text[at]
        owner = self._marks.ending(at - 1) if at > 1 and low[at - 1] == "'s" else None
        if owner is None or owner.kind not in ("state", "metonym") or not word.istitle():
            return False
        heads = self._heads
        if self._words.is_verb(low[at]) or heads.is_common(low[at]):
            return False
        if word in heads.bodies or word in heads.initiatives:
            return False
        after = low[stop] if stop < len(low) else "."
        acts = self._words.is_verb(after, "past", "s") or after in self._words.classes["modal"]
        return acts or after in ("and", "to") and stop + 2 < len(low) and self._tokens.text[stop + 1] != "the"

    def _namely(self, words: list[str], at: int, stop: int, sentence: Sentence) -> bool:
        """Whether two or more capitalized words look like a name.

        A given name, a surname that comes first, or an act that follows.
        """
        tokens = self._tokens
        if any(
            tokens.text[i] in self._heads.bodies or tokens.text[i] in self._heads.initiatives for i in range(at, stop)
        ):
            return False
        if (
            self._given.get(words[0])
            or (words[0] in self._family_first and len(words) <= 3)
            or words[0] in self.surnames
            or words[-1] in self.surnames
        ):
            return True
        if any(self._given.get(word) for word in words[1:]) and len(words) <= 4:
            return True
        if sentence.kind in ("title", "heading") or any(
            self._words.is_verb(word) or self._heads.is_common(word) for word in words
        ):
            return False
        return self._acts(stop, sentence)

    def _is_placed(self, at: int, stop: int, sentence: Sentence) -> bool:
        """Whether such words are a place.

        "in Ras Al Nur" anywhere in the text, or with a date behind them at its head.
        """
        tokens = self._tokens
        words, first = tokens.low[at:stop], tokens.low[at]
        if any(
            tokens.low[i] == first and tokens.low[i : i + len(words)] == words and tokens.low[i - 1] in _AT_PLACE
            for i in range(1, len(tokens))
        ):
            return True
        return (
            at == sentence.start
            and stop + 1 < sentence.end
            and tokens.text[stop] == ","
            and tokens.low[stop + 1] in self._words.classes["calendar"]
        )

    def _acts(self, stop: int, sentence: Sentence) -> bool:
        """Whether a verb follows a name, or another name and then a verb: "Kiem Rao and Veth Sombar attended"."""
        low = self._tokens.low
        if stop < sentence.end and low[stop] in ("and", ","):
            stop = self._names.end(stop + 1, sentence, strict=True) if stop + 1 < sentence.end else stop
        follows = low[stop] if stop < sentence.end else "."
        return self._words.is_verb(follows, "past", "s")
