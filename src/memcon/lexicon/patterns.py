"""Phrase patterns of the lexicon, compiled to anchored matchers over the tokens of a text.

A pattern is a line of elements parted by spaces:

    word        the word itself, in any case            a|b|c     one of these
    ~stress     any form of the verb                     ~stress:ing  one form: base, s, past, participle, ing
    <poss>      a word of a closed class (words.yaml)    <mod>     a word that belongs to no closed class
    x?          may be missing                           x*        none to six times

Adverbs may follow a verb unsaid ("focused extensively on"). Patterns are found by their first word; at every
token the longest match counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, KeysView, Sequence
from typing import Generic, NamedTuple, TypeVar

from memcon.errors import LexiconError
from memcon.lexicon.forms import FORMS

Entry = TypeVar("Entry")

_FAR_AHEAD = 40  # tokens within which a match ends: every element six times, adverbs between them
_MOST_REPEATS = 6
_JOINING = frozenset({",", "-", "and"})  # between modifiers: "a frank, open and in-depth discussion"


class Element(NamedTuple):
    """One element of a compiled pattern: the words it takes (None: a modifier), and how often."""

    words: frozenset[str] | None
    least: int
    most: int
    verb: bool


class Match(NamedTuple, Generic[Entry]):
    """An entry found at tokens `start` to `end` (exclusive); `head` is the token of its verb, else `start`."""

    start: int
    end: int
    head: int
    entry: Entry


class PatternTable(Generic[Entry]):
    """Many patterns, each with an entry, ready to be matched at any token."""

    def __init__(
        self,
        entries: Iterable[tuple[str, Entry]],
        forms: Callable[[str, str | None], frozenset[str]],
        classes: dict[str, frozenset[str]],
    ) -> None:
        self._closed = classes["closed"]
        self._adverbs = classes["adverb"]
        self._index: dict[str, list[tuple[tuple[Element, ...], frozenset[str] | None, Entry]]] = {}
        for pattern, entry in entries:
            elements, firsts = compile_pattern(pattern, forms, classes)
            needed = _needed(elements)
            for word in sorted(firsts):
                self._index.setdefault(word, []).append((elements, needed, entry))

    @property
    def starts(self) -> KeysView[str]:
        """The words that a pattern can begin with."""
        return self._index.keys()

    def matches_at(self, low: Sequence[str], at: int, end: int) -> list[Match[Entry]]:
        """Entries that match from a token on and end by `end`, the longest first, then in the lexicon's order."""
        found: list[Match[Entry]] = []
        patterns = self._index.get(low[at], ())
        ahead = set(low[at + 1 : min(end, at + _FAR_AHEAD)]) if len(patterns) > 1 else None
        for elements, needed, entry in patterns:
            if needed is not None and ahead is not None and needed.isdisjoint(ahead):
                continue
            stop = self._run(elements, 0, low, at, end, -1)
            if stop is not None:
                found.append(Match(at, stop[0], stop[1] if stop[1] >= 0 else at, entry))
        found.sort(key=lambda match: -match.end)
        return found

    def find_all(self, low: Sequence[str], start: int, end: int) -> list[Match[Entry]]:
        """Matches from left to right, none overlapping another."""
        found: list[Match[Entry]] = []
        at = start
        index = self._index
        while at < end:
            if low[at] in index:
                matches = self.matches_at(low, at, end)
                if matches:
                    found.append(matches[0])
                    at = matches[0].end
                    continue
            at += 1
        return found

    def _run(
        self,
        elements: tuple[Element, ...],
        k: int,
        low: Sequence[str],
        at: int,
        end: int,
        head: int,
    ) -> tuple[int, int] | None:
        """Where the longest match from element `k` at token `at` ends and its verb stands; None if there is none."""
        if k == len(elements):
            return at, head
        words, least, most, verb = elements[k]
        taken = 0
        while (
            taken < most
            and at + taken < end
            and (self._takes(words, low, at + taken, at) or (words is None and self._joins(low, at + taken, at, end)))
        ):
            taken += 1
        while taken >= least:
            after = at + taken
            here = at if verb and head < 0 and taken else head
            found = self._run(elements, k + 1, low, after, end, here)
            skips = verb and taken > 0 and k + 1 < len(elements)
            while found is None and skips and after < end and self._is_adverb(low[after]):
                after += 1
                found = self._run(elements, k + 1, low, after, end, here)
            if found is not None:
                return found
            taken -= 1
        return None

    def _is_adverb(self, word: str) -> bool:
        return word in self._adverbs or word.endswith("ly")

    @staticmethod
    def _joins(low: Sequence[str], i: int, start: int, end: int) -> bool:
        """Commas, "and" and hyphens between modifiers, and the closed words of compounds ("in-depth")."""
        if i > start and low[i] in _JOINING:
            return True
        return (
            low[i][0].isalpha()
            and i + 1 < end
            and low[i + 1] == "-"
            or (i > start + 1 and low[i - 1] == "-" and low[i][0].isalpha())
        )

    def _takes(self, words: frozenset[str] | None, low: Sequence[str], i: int, start: int) -> bool:
        """Whether an element takes a word.

        A modifier is no closed word, and behind "and" or a comma no word that opens a pattern.
        """
        word = low[i]
        if words is None:
            return (
                word[0].isalpha()
                and word not in self._closed
                and not (i > start and low[i - 1] in _JOINING and low[i - 1] != "-" and word in self._index)
            )
        return word in words


def _needed(elements: tuple[Element, ...]) -> frozenset[str] | None:
    """The words of which one must follow the first of a match: those of its rarest later element, None for none."""
    later = [element.words for element in elements[1:] if element.least and element.words is not None]
    return min(later, key=len) if elements[0].least and later else None


def compile_pattern(
    pattern: str,
    forms: Callable[[str, str | None], frozenset[str]],
    classes: dict[str, frozenset[str]],
) -> tuple[tuple[Element, ...], set[str]]:
    """The elements of a pattern, and the words with which it can begin.

    Raises LexiconError where it names a class or a verb form that does not exist, begins with <mod> or may be empty.
    """
    elements = tuple(_compile_element(part, forms, classes) for part in pattern.split())
    return elements, _first_words(pattern, elements)


def _compile_element(
    part: str,
    forms: Callable[[str, str | None], frozenset[str]],
    classes: dict[str, frozenset[str]],
) -> Element:
    least, most = 1, 1
    if part.endswith("?") and len(part) > 1:
        part, least = part[:-1], 0
    elif part.endswith("*") and len(part) > 1:
        part, least, most = part[:-1], 0, _MOST_REPEATS
    if part == "<mod>":
        return Element(None, least, most, False)
    words: set[str] = set()
    verb = False
    for option in part.split("|"):
        if option.startswith("<"):
            if option[1:-1] not in classes:
                known = ", ".join(sorted(classes))
                raise LexiconError(f"{option} is no class of words; take one of words.yaml: {known}")
            words |= classes[option[1:-1]]
        elif option.startswith("~"):
            lemma, _, form = option[1:].partition(":")
            if form not in ("", *FORMS):
                raise LexiconError(f"{option} names no form of a verb; take one of {', '.join(FORMS)}")
            words |= forms(lemma, form or None)
            verb = True
        else:
            words.add(option.lower())
    return Element(frozenset(words), least, most, verb)


def _first_words(pattern: str, elements: tuple[Element, ...]) -> set[str]:
    first: set[str] = set()
    for element in elements:
        if element.words is None:
            what = f"pattern {pattern!r} begins with <mod>, which any word could be"
            raise LexiconError(f"{what}; begin with a word, a verb or a class")
        first |= element.words
        if element.least:
            return first
    what = f"pattern {pattern!r} may match no word at all"
    raise LexiconError(f"{what}; take the ? or * from one of its elements")
