"""Texts cut into comparable words, and the words that were found marked in their text, for stores that do neither."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from memcon.ledger.search import CLOSE, IDEOGRAPH, OPEN

SHOWN = 40
"""The words of a snippet at most."""

_LONGEST = 200
"""Signs of a word that count; what is longer is no word of any language."""

_WORD = re.compile(rf"[{IDEOGRAPH}]|(?:(?![{IDEOGRAPH}])[^\W_])(?:(?![{IDEOGRAPH}])[^\W_]|[\u0300-\u036f])*")


class Word(NamedTuple):
    """A word: where it stands in its text, and its form without case and accents."""

    start: int
    end: int
    plain: str


def words_of(text: str) -> list[Word]:
    """The words of a text in their order; each Chinese, Japanese or Korean sign is one of its own.

    >>> [word.plain for word in words_of("Tōkyō's 習近平")]
    ['tokyo', 's', '習', '近', '平']
    """
    return [Word(match.start(), match.end(), _plain(match[0])) for match in _WORD.finditer(text)]


def _plain(word: str) -> str:
    lower = word.casefold()
    if not lower.isascii():
        apart = unicodedata.normalize("NFKD", lower)
        bare = "".join(sign for sign in apart if not unicodedata.combining(sign) and (sign.isalnum()))
        lower = unicodedata.normalize("NFC", bare) or lower
    return lower[:_LONGEST]


class Phrase(NamedTuple):
    """Stems that follow each other; `prefix` is true where the last of them is only the beginning of one."""

    stems: tuple[str, ...]
    prefix: bool


def snippet(text: str, stems: Mapping[int, str], phrases: Sequence[Phrase]) -> str:
    """The stretch of a text that holds most of the phrases, each between ⟦ and ⟧, with … where something is left out.

    `stems` are those of the words of the text by their number, from 0; only words of a phrase need be there.
    """
    found = sorted({
        (first, first + len(phrase.stems), number)
        for number, phrase in enumerate(phrases) for first in stems if _stands(phrase, first, stems)
    })
    places = words_of(text)
    first = _best_start(found, len(places))
    last = min(first + SHOWN, len(places))
    begin = places[first].start if first else 0
    end = places[last - 1].end if last < len(places) else len(text)
    shown = [(places[left].start, places[right - 1].end) for left, right, _ in found if first <= left and right <= last]
    marked = _marked(text, begin, end, _merged(shown))
    return ("…" if first else "") + marked + ("…" if last < len(places) else "")


def _stands(phrase: Phrase, first: int, stems: Mapping[int, str]) -> bool:
    *whole, end = phrase.stems
    if any(stems.get(first + offset) != stem for offset, stem in enumerate(whole)):
        return False
    last = stems.get(first + len(whole), "")
    return last.startswith(end) if phrase.prefix else last == end


def _best_start(found: Sequence[tuple[int, int, int]], count: int) -> int:
    """The word with which the snippet begins: most different phrases, then most of them, then the earliest."""
    if count <= SHOWN or not found:
        return 0

    def worth(first: int) -> tuple[int, int, int]:
        within = [number for left, right, number in found if first <= left and right <= first + SHOWN]
        return len(set(within)), len(within), -first

    best = max((left for left, _, _ in found), key=worth)
    last = max((right for left, right, _ in found if best <= left and right <= best + SHOWN), default=best + SHOWN)
    return min(max(best - (SHOWN - (last - best)) // 2, 0), count - SHOWN)


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans in their order, those that overlap as one."""
    open_span: tuple[int, int] | None = None
    for start, end in sorted(spans):
        if open_span is not None and start < open_span[1]:
            open_span = (open_span[0], max(end, open_span[1]))
            continue
        if open_span is not None:
            yield open_span
        open_span = (start, end)
    if open_span is not None:
        yield open_span


def _marked(text: str, begin: int, end: int, spans: Iterable[tuple[int, int]]) -> str:
    pieces = []
    for start, stop in spans:
        pieces += [text[begin:start], OPEN, text[start:stop], CLOSE]
        begin = stop
    return "".join((*pieces, text[begin:end]))
