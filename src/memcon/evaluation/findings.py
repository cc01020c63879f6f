"""What the comparison of one document yields: counts, mistakes and judgements of single records."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

MistakeKind = Literal["missed", "extra", "wrong"]

CONTEXT = 60
"""Characters of the text that are shown before and after the words of an error, at most."""


class Count(msgspec.Struct, frozen=True):
    """So many right, of so many expected and so many found, in one layer."""

    layer: str
    right: float
    gold: float
    predicted: float


class Judgement(msgspec.Struct, frozen=True):
    """Whether one record of a layer was right, and how sure the program had been of it."""

    layer: str
    confidence: float
    right: bool


class Mistake(msgspec.Struct, frozen=True, kw_only=True):
    """One error: what was expected, what was got, and where in the text (offsets and context) if that is known."""

    layer: str
    document: str
    kind: MistakeKind
    expected: str | None = None
    got: str | None = None
    start: int | None = None
    end: int | None = None
    context: str | None = None


Finding = Count | Judgement | Mistake


def locate(text: str, wording: str | None) -> tuple[int, int] | None:
    """Where a wording stands in a text, whatever the white space between its words; None if it does not.

    >>> locate("They met  in Oslo.", "met in Oslo")
    (5, 17)
    """
    words = (wording or "").split()
    found = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
    return found.span() if found else None


def context_of(text: str, start: int, end: int) -> str:
    """The words around two offsets on one line, those between them in square brackets; … stands for what is left out.

    >>> context_of("They met in Oslo.", 5, 8)
    'They [met] in Oslo.'
    """
    first, last = start - CONTEXT, end + CONTEXT
    before, within, after = text[max(0, first) : start], text[start:end], text[end:last]
    if first > 0:
        whole = text[first - 1].isspace() or text[first].isspace()
        before = "…" + (before if whole else before.partition(" ")[2]).lstrip()
    if last < len(text):
        whole = text[last].isspace() or text[last - 1].isspace()
        after = (after if whole else after.rpartition(" ")[0]).rstrip() + "…"
    return " ".join(f"{before}[{within}]{after}".split())
