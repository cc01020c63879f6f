"""What an office is of.

"of Foreign Affairs and Trade of New Zealand", "to the Deputy Prime Minister", "of the Japanese parliament".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from memcon.extraction.mark import Mark, Marks
from memcon.extraction.sentences import Sentence
from memcon.extraction.tokens import Tokens
from memcon.lexicon import Lexicon

_LINKS = frozenset({"of", "for", "to", "at", "on", "in"})
_LOWER = frozenset({
    "state", "government", "mission", "parliament", "staff", "protocol", "delegation", "republic", "country",
    "parliamentary", "diplomacy", "cabinet", "legislature", "opposition", "board", "institutions",
})
_OPENERS = frozenset({"the", "all", "both", "his", "her", "our", "their", "this"})
_OWNING = frozenset({"adjective", "state", "people", "body", "place"})


class Tail(NamedTuple):
    """The complement of an office.

    Its end, the first body or else mark in it, all states it names, the office it serves.
    """

    end: int
    mark: Mark | None
    states: tuple[Mark, ...]
    nested: tuple[int, int] | None


class OfficeTails:
    """Finds the complements of titles; `ends` tells where a title that starts at a token ends."""

    def __init__(self, tokens: Tokens, marks: Marks, lexicon: Lexicon, ends: Callable[[int, int], int]) -> None:
        self._tokens = tokens
        self._marks = marks
        self._heads = lexicon.heads
        self._given = lexicon.given_names
        self._closed = lexicon.words.classes["closed"]
        self._calendar = lexicon.words.classes["calendar"]
        self._ends = ends

    def after(self, at: int, sentence: Sentence, within: bool = False) -> Tail | None:
        """The complement that follows a title, None if none does; `within` says that the title holds its begin."""
        first, low, end = at, self._tokens.low, at
        seen: list[Mark] = []
        nested: tuple[int, int] | None = None
        while at + 1 < sentence.end and (low[at] in _LINKS or self._goes_on(at, end, sentence) or within):
            if within and low[at] not in _LINKS and not (at == first and self._joins(at, sentence)):
                break
            begin = at + 1 + (low[at + 1] in _OPENERS)
            if begin >= sentence.end:
                break
            inner = self._served(begin, low[at], sentence)
            if inner is not None:
                nested, end = inner, inner[1]
                at = end
                continue
            stop, marks = self._names(begin, sentence)
            if stop == begin and low[begin] in _LOWER and low[begin - 1] in _LINKS | _OPENERS:
                stop = begin + 1
            if stop == begin or not self._is_complement(at, end, marks):
                break
            end = at = self._bracketed(stop, sentence)
            seen += marks
        return None if end == first else _tail(end, seen, nested)

    def _is_complement(self, at: int, end: int, marks: list[Mark]) -> bool:
        """Whether what a preposition opens belongs to the title: after "to", "at", "on" a state, body or place only."""
        word = self._tokens.low[at]
        if word == "in":
            placed = bool(marks) and marks[0].kind in ("state", "place", "capital")
            return placed and end > at - 1 and self._tokens.low[at - 1] != "state"
        return word not in ("to", "at", "on") or any(mark.kind in ("state", "body", "place") for mark in marks)

    def _bracketed(self, stop: int, sentence: Sentence) -> int:
        """The end behind an acronym in brackets."""
        text = self._tokens.text
        return (
            stop + 3
            if stop + 3 < sentence.end and text[stop] == "(" and text[stop + 2] == ")" and text[stop + 1].isupper()
            else stop
        )

    def _goes_on(self, at: int, end: int, sentence: Sentence) -> bool:
        """Whether a comma goes on with fields of office: "Foreign Affairs, Foreign Employment and Tourism"."""
        low, text = self._tokens.low, self._tokens.text
        return (
            text[at] == ","
            and end == at
            and text[at + 1][0].isupper()
            and self._is_subject(at + 1)
            and self._is_subject(at - 1)
            and not self._ends(at + 1, sentence.end) > at + 1
            and low[at + 1] not in self._heads.titles
        )

    def _served(self, at: int, link: str, sentence: Sentence) -> tuple[int, int] | None:
        """The office that the title serves: "to the President", "of the Japanese prime minister"."""
        if link not in ("to", "of", "for"):
            return None
        begin, mark = at, self._marks.starting(at)
        if mark is not None and mark.kind in _OWNING and mark.end < sentence.end:
            begin = mark.end
            if self._tokens.low[begin] == "'s" and begin + 1 < sentence.end:
                begin += 1
        if self._tokens.low[at - 1] != "the" and begin == at:
            return None
        end = self._ends(begin, sentence.end)
        return (at, end) if end > begin else None

    def _is_subject(self, at: int) -> bool:
        return self._tokens.low[at] in self._heads.subjects or self._heads.is_common(self._tokens.low[at])

    def _names(self, at: int, sentence: Sentence) -> tuple[int, list[Mark]]:
        """Where the names of a complement end, and the marks among them."""
        tokens, marks = self._tokens, self._marks
        first = end = at
        seen: list[Mark] = []
        while at < sentence.end:
            mark = marks.starting(at)
            if mark is not None and mark.kind not in ("capital", "metonym"):
                seen.append(mark)
                end = mark.end
                following = self._behind(mark, sentence)
                if following is None:
                    break
                at = following
                end = max(end, at) if tokens.low[at - 1] not in ("and", ",", "'s", "the") else end
            elif self._is_word(at):
                listed = at > first and tokens.low[at - 1] == "and"
                if seen and seen[-1].kind != "adjective" and not listed or self._opens_name(at, first, sentence):
                    break
                end = at = at + 1
            elif end == at and at + 1 < sentence.end and self._joins(at, sentence):
                at += 1
            else:
                break
        return end, seen

    def _behind(self, mark: Mark, sentence: Sentence) -> int | None:
        """Where a complement goes on behind a mark, None where it ends there."""
        low, at = self._tokens.low, mark.end
        if at >= sentence.end:
            return None
        if low[at] == "'s":
            return (
                at + 1
                if at + 1 < sentence.end
                and self._tokens.text[at + 1][0].isupper()
                and (self._is_subject(at + 1) or self._marks.starting(at + 1) is not None)
                else None
            )
        if mark.kind in ("state", "place"):
            if at + 1 < sentence.end and low[at] in ("and", ","):
                at += low[at] == "," and low[at + 1] == "and"
                at += at + 2 < sentence.end and low[at + 1] == "the"
                other = self._marks.starting(at + 1) if at + 1 < sentence.end else None
                if other is not None and other.kind == "state" and "and" in low[mark.end : min(sentence.end, at + 12)]:
                    return at + 1
            return None
        if mark.kind == "adjective":
            return at + 1 if low[at] in _LOWER else at
        if mark.kind == "body":
            if low[at] in _LOWER:
                return at + 1
            if low[at] == "and" and at + 1 < sentence.end and low[mark.start - 1] == "," and self._is_subject(at + 1):
                return at + 1  # "Minister for Foreign Affairs, European Union and Cooperation"
            other = (
                self._marks.starting(at + 1 + (low[at + 1] == "the"))
                if low[at] == "and" and at + 2 < sentence.end
                else None
            )
            return other.start if other is not None and other.kind == "body" else None
        return at

    def _is_word(self, at: int) -> bool:
        word = self._tokens.text[at]
        mark = self._marks.at[at]
        return (
            word[0].isupper()
            and self._tokens.low[at] not in self._closed
            and self._tokens.low[at] not in self._calendar
            and (mark is None or mark.start == at)
        )

    def _opens_name(self, at: int, first: int, sentence: Sentence) -> bool:
        """Whether an uncommon word opens the name of the holder: "Chairman of the State Duma Vyacheslav"."""
        tokens = self._tokens
        low, common = tokens.low[at], self._heads.is_common(tokens.low[at])
        if at > first and low in self._given and not common:
            return True
        if common or at == first or not self._heads.is_common(tokens.low[at - 1]):
            return False
        return (
            at + 1 < sentence.end and tokens.text[at + 1][0].isupper() and not self._heads.is_common(tokens.low[at + 1])
        )

    def _joins(self, at: int, sentence: Sentence) -> bool:
        """Whether a possessive, a hyphen, "and" or a comma carries a complement on."""
        tokens = self._tokens
        word, after = tokens.low[at], tokens.text[at + 1]
        if not after[0].isupper():
            return False
        if word in ("'s", "'"):
            return True
        if word in ("-", "&"):
            return tokens.glued(at)
        common = self._heads.is_common(after.lower()) or (
            word == "and" and at + 2 < sentence.end and self._is_subject(at + 2) and tokens.text[at + 2][0].isupper()
        )
        return word in ("and", ",") and common and self._ends(at + 1, sentence.end) == at + 1


def _tail(end: int, seen: list[Mark], nested: tuple[int, int] | None) -> Tail:
    """The complement with what its marks tell: the first body or else mark, and the states."""
    main = next((mark for mark in seen if mark.kind == "body"), seen[0] if seen else None)
    states = tuple(mark for mark in seen if mark.kind in ("state", "adjective", "people") and mark.state is not None)
    return Tail(end, main, states or tuple(mark for mark in seen[1:] if mark.state is not None), nested)
