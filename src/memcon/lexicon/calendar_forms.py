"""Forms of dates: patterns over the pieces of a text, and the scanner that finds them in one pass.

A text is cut in pieces (words, figures, white space, single signs). Each piece becomes one character of a signature: a
character of its own for every word that the calendar knows, `~` for the rest. A form is a regular expression over
signatures; the scanner tries at each piece only the forms that can start with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import TypeVar

import msgspec

_PIECE = re.compile(r"[A-Za-z]+|[0-9]+|\s+|.", re.DOTALL)
_TOKEN = re.compile(r"\{(?P<name>\w+)(?::(?P<group>\w+))?\}|(?P<word>[a-z]+)|\(\?<?[!=]|\\.|\[[^]]*\]|.")
_DASHES = "-‐‑‒–—―−"
_SIGNS = {
    **{sign: sign for sign in ",.:;/()'&%$€£"}, "’": "'",
    **dict.fromkeys(_DASHES, "-"), **dict.fromkeys(" \t\n\r\xa0", " "),
}
_JOINTS = frozenset(".,:/" + _DASHES)
_FIRST_TAG = 0xE000
OTHER = "~"
Value = TypeVar("Value")


class Form(msgspec.Struct, frozen=True):
    """A shape that dates take: its pattern, the reader that makes its value, and its examples."""

    name: str
    pattern: str
    means: str
    finds: dict[str, str] = {}
    leaves: tuple[str, ...] = ()


class Pieces(msgspec.Struct, frozen=True):
    """A text cut in pieces: the words, where each starts (and one more offset at the end), one character for each."""

    words: list[str]
    offsets: list[int]
    signature: str


class Found(msgspec.Struct, frozen=True):
    """A form found in a text: its name, what it means, its offsets, its pieces and the words it names.

    The pieces run from `first` to `last`, which is not part of it.
    """

    form: str
    means: str
    start: int
    end: int
    first: int
    last: int
    parts: dict[str, tuple[str, ...]]


class Alphabet:
    """The words that the patterns speak of, a character for each, and their classes.

    A word given in lower case is also known capitalized and in capitals; a capitalized word so and in capitals, and in
    lower case only in the class `any<class>`. Classes of figures: `day` (1-31), `monthnumber` (1-12), `hour` (0-24),
    `minute` (00-59), `pair` (two figures), `year` (1700-2199), `figure` (any).
    """

    def __init__(self) -> None:
        self._tags = _Tags(_SIGNS)
        self._classes: dict[str, set[str]] = {"figure": {"9", "Y"}, "year": {"Y"}}
        for number in range(100):
            for figures in {str(number), f"{number:02}"}:
                for name in _classes_of(figures):
                    self._add_spelling(figures, name)
        self._tags.update(dict.fromkeys(map(str, range(1700, 2200)), "Y"))

    def add_word(self, word: str, name: str | None = None) -> None:
        """Make the word known, as a member of the class if one is given."""
        for spelling in {word, word.capitalize(), word.upper()}:
            self._add_spelling(spelling, "=" + word.lower())
            if name:
                self._add_spelling(spelling, name)
                self._add_spelling(spelling, "any" + name)
        if name and word != word.lower():
            self._add_spelling(word.lower(), "any" + name)

    def add_words_of(self, pattern: str) -> None:
        """Make the bare words of a pattern known."""
        for token in _TOKEN.finditer(pattern):
            if word := token["word"]:
                self.add_word(word)

    def cut(self, text: str) -> Pieces:
        """The text in pieces."""
        words = _PIECE.findall(text)
        return Pieces(words, [0, *accumulate(map(len, words))], "".join(map(self._tags.__getitem__, words)))

    def charset(self, token: re.Match[str]) -> set[str]:
        """The characters that a class or word of a pattern stands for."""
        return self._classes[token["name"] or "=" + token["word"]]

    def _add_spelling(self, spelling: str, name: str) -> None:
        tag = self._tags.setdefault(spelling, chr(_FIRST_TAG + len(self._tags)))
        self._classes.setdefault(name, set()).add(tag)


class Scanner:
    """Finds forms in a text from left to right without overlaps; where several fit, the first of the list wins."""

    def __init__(self, alphabet: Alphabet, forms: Sequence[Form]) -> None:
        self._forms = forms
        self._regexes: list[str] = []
        self._starters: dict[str, list[int]] = {}
        for number, form in enumerate(forms):
            expansion = _Expansion(alphabet, form.pattern)
            self._regexes.append(expansion.regex)
            for tag in expansion.firsts:
                self._starters.setdefault(tag, []).append(number)
        self._start = re.compile(_bracket(set(self._starters)))
        self._compiled: dict[int, re.Pattern[str]] = {}

    def find(self, pieces: Pieces, read: Callable[[Found], Value | None]) -> Iterator[tuple[Found, Value]]:
        """Every form found that is no part of a longer number, word or code, with the value that `read` gives it.

        Where `read` gives None the next form that fits is tried.
        """
        place = 0
        for start in self._start.finditer(pieces.signature):
            first = start.start()
            if first < place:
                continue
            for found in self._at(pieces, first, self._starters[start[0]]):
                value = read(found)
                if value is not None:
                    place = found.last
                    yield found, value
                    break

    def _at(self, pieces: Pieces, first: int, numbers: list[int]) -> Iterator[Found]:
        compiled = self._compiled
        for number in numbers:
            pattern = compiled.get(number)
            if pattern is None:
                # only the forms that a text calls for are compiled, which takes longer than to use them
                pattern = compiled[number] = re.compile(self._regexes[number])
            hit = pattern.match(pieces.signature, first)
            if hit and _stands_alone(pieces.words, first, hit.end()):
                form, last = self._forms[number], hit.end()
                start, end = pieces.offsets[first], pieces.offsets[last]
                yield Found(form.name, form.means, start, end, first, last, _named(pieces.words, hit))


def _named(words: Sequence[str], hit: re.Match[str]) -> dict[str, tuple[str, ...]]:
    """The words that the groups of a match name, in the order of the text."""
    parts: dict[str, tuple[str, ...]] = {}
    for group, tag in hit.groupdict().items():
        if tag:
            name = group.partition("_")[0]
            parts[name] = (*parts.get(name, ()), words[hit.start(group)])
    return parts


class _Expansion:
    """A pattern as a regular expression over signatures, and the characters that it can start with."""

    def __init__(self, alphabet: Alphabet, pattern: str) -> None:
        self._alphabet = alphabet
        self._tokens = list(_TOKEN.finditer(pattern))
        self._next = 0
        self._groups = 0
        self.regex, self.firsts, empty = self._alternatives()
        if empty:
            raise ValueError(f"pattern may be empty: {pattern}")

    def _alternatives(self) -> tuple[str, set[str], bool]:
        branches: list[str] = []
        firsts: set[str] = set()
        empty = False
        while True:
            regex, starts, nothing = self._sequence()
            branches.append(regex)
            firsts |= starts
            empty = empty or nothing
            if self._peek() != "|":
                return "|".join(branches), firsts, empty
            self._next += 1

    def _sequence(self) -> tuple[str, set[str], bool]:
        regex, firsts, empty = "", set[str](), True
        while self._peek() not in ("|", ")", ""):
            item, starts, nothing = self._item()
            if (quantifier := self._peek()) in ("?", "*", "+"):
                self._next += 1
                item += quantifier
                nothing = nothing or quantifier != "+"
            if empty:
                firsts |= starts
                empty = nothing
            regex += item
        return regex, firsts, empty

    def _item(self) -> tuple[str, set[str], bool]:
        token = self._tokens[self._next]
        self._next += 1
        text = token[0]
        if token["name"] or token["word"]:
            tags = self._alphabet.charset(token)
            regex = _bracket(tags)
            if token["group"]:
                self._groups += 1
                regex = f"(?P<{token['group']}_{self._groups}>{regex})"
            return regex, tags, False
        if text.startswith("("):
            regex, firsts, empty = self._alternatives()
            self._next += 1
            return (f"(?:{regex})", firsts, empty) if text == "(" else (f"{text}{regex})", set(), True)
        return text, {text[-1]}, False

    def _peek(self) -> str:
        return self._tokens[self._next][0] if self._next < len(self._tokens) else ""


def _classes_of(figures: str) -> list[str]:
    number = int(figures)
    two = len(figures) == 2
    members = {
        "figure": True, "pair": two, "day": 1 <= number <= 31, "monthnumber": 1 <= number <= 12,
        "hour": number <= 24, "minute": two and number < 60,
    }
    return [name for name, member in members.items() if member]


def _bracket(tags: set[str]) -> str:
    """The tags as a class of characters, neighbours drawn together to ranges."""
    ranges: list[list[int]] = []
    for code in sorted(map(ord, tags)):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    edges = ((_escape(chr(first)), _escape(chr(last))) for first, last in ranges)
    return "[" + "".join(first if first == last else f"{first}-{last}" for first, last in edges) + "]"


def _escape(tag: str) -> str:
    return re.escape(tag) if tag.isascii() else tag


class _Tags(dict[str, str]):
    """The character of each known piece; for others: white space, a figure, or `~`."""

    def __missing__(self, piece: str) -> str:
        if piece[0] in "0123456789":
            return "9"
        return " " if piece[0].isspace() else OTHER


def _stands_alone(words: Sequence[str], first: int, last: int) -> bool:
    """Whether the pieces at the edges are no part of a longer number, word or code (G20, 3.5, 10:30)."""
    opening, closing = words[first], words[last - 1]
    if first > 0:
        before = words[first - 1]
        if opening[0].isalnum() and before[-1].isalnum():
            return False
        if opening.isdigit() and before in _JOINTS and first > 1 and words[first - 2].isdigit():
            return False
    if last < len(words):
        after = words[last]
        if closing[-1].isalnum() and after[0].isalnum() and after != "T":
            return False
        if closing.isdigit() and after in _JOINTS and last + 1 < len(words) and words[last + 1].isdigit():
            return False
    return True
