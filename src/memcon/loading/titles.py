"""Titles: when two lines are the same title, where a title is glued to the text after it, and how a title reads."""

from __future__ import annotations

import re
from functools import lru_cache

from memcon.loading.datelines import find_dateline
from memcon.loading.knowledge import Documents
from memcon.loading.passages import is_final, is_turn

_ESCAPE = re.compile(r"\\(?:u(?P<code>[0-9a-fA-F]{4})|(?P<sign>[_ ~*#\\\"'.()\[\]-]))")
_CONTINUED = re.compile(r"\s*\\\s*$")
_MARKS = re.compile(r"^\s*#{1,6}\s+|\s+#+\s*$|\s*\n\s*[=-]{3,}\s*$")
_BOLD = re.compile(r"^(\*\*|__)(.*)\1$")
_STOP = re.compile(r"(?<=[a-z]{3})\.$")
_SIGNS = re.compile(r"[\W_]+")
_CUT = re.compile(r"(?:…|\.{3}|\\|_)\s*$")
_WIDE_GAP = re.compile(r"[ \t\xa0]{3,}(?=[\"“‘']?[^\W\d_])")
_CAPITALS = re.compile(r"(?<=\s)(?=[^\W\d_a-z]{3})")
_LONGEST_TITLE = 320


def read_title(words: str) -> str:
    r"""A title as it reads: marks of Markdown and escapes of YAML resolved, white space single, no full stop.

    >>> read_title("# Readout of the\\_Minister\\u2019s  call")
    'Readout of the Minister’s call'
    """
    plain = _CONTINUED.sub("", _ESCAPE.sub(_unescape, words))
    plain = " ".join(_MARKS.sub("", plain).split())
    return _STOP.sub("", _BOLD.sub(r"\2", plain).strip())


def is_cut(words: str) -> bool:
    """Whether a title was cut short by whoever kept it."""
    return _CUT.search(words) is not None


def same_title(one: str, other: str) -> bool:
    """Whether two lines are the same title, in capitals or not, one of them perhaps cut short."""
    if max(len(one), len(other)) > 2 * _LONGEST_TITLE:
        return False
    first, second = _fold(one), _fold(other)
    if not first or not second:
        return False
    if first == second:
        return True
    shorter, longer = (one, second) if len(first) < len(second) else (other, first)
    return is_cut(shorter) and len(_fold(shorter)) >= 12 and longer.startswith(_fold(shorter))


def choose_title(titles: list[str]) -> str | None:
    """The best of a document's titles: whole before cut short, in small letters before capitals, the longest."""
    titles = [title for title in titles if title.strip()]
    if not titles:
        return None
    best = max(titles, key=lambda title: (not is_cut(title), not title.isupper(), len(_fold(title))))
    return read_title(best) or None


def may_be_title(words: str) -> bool:
    """Whether a line has the shape of a title: not too long, and not ended as a sentence is."""
    plain = " ".join(words.split())
    if not any(sign.isalpha() for sign in plain) or len(plain) > _LONGEST_TITLE:
        return False
    if plain.endswith("?"):
        return len(plain.split()) <= 15
    return is_cut(words) or not (is_final(plain) or plain[-1] in ",;:–—-" or plain[0].islower())


def may_be_heading(words: str) -> bool:
    """Whether a short line within a text has the shape of a heading."""
    parts = words.split()
    if not may_be_title(words) or len(parts) > 14 or words[0] in "\"“‘'" or "|" in words or is_turn(words):
        return False
    if words.isupper() or len(parts) <= 6:
        return True
    long = [part for part in parts if len(part) > 3]
    return bool(long) and sum(part[0].isupper() for part in long) >= 0.6 * len(long)


def find_titles(text: str, start: int, end: int, known: list[str], documents: Documents) -> tuple[tuple[int, int], ...]:
    """The titles glued to the head of a passage, as offsets in the text; two where one stands there twice."""
    twice = _repeated(text, start, end)
    if twice and len(text[twice[1][1] : end].split()) >= 6:
        return twice
    for stop in (
        _known(text, start, end, known),
        _capitals(text, start, end, documents),
        _before_gap(text, start, end, documents),
        _before_dateline(text, start, end, documents),
    ):
        if stop and len(text[stop:end].split()) >= 6:
            return ((start, stop),)
    return ()


def _repeated(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The same words twice running."""
    words = list(re.finditer(r"\S+", text[start : min(end, start + 2 * _LONGEST_TITLE)]))
    for count in range(4, len(words) // 2 + 1):
        if all(words[place][0] == words[place + count][0] for place in range(count)):
            first = (start, start + words[count - 1].end())
            return first, (start + words[count].start(), start + words[2 * count - 1].end())
    return None


def _known(text: str, start: int, end: int, known: list[str]) -> int:
    """A title known from elsewhere, with what is no sentence of the same beginning after it."""
    for title in known:
        wanted = _fold(title)
        place, matched = start, 0
        while len(wanted) >= 12 and place < end and matched < len(wanted):
            sign = text[place].casefold()
            if sign.isalnum():
                if not wanted.startswith(sign, matched):
                    break
                matched += len(sign)
            place += 1
        rest = text[place:end]
        if matched == len(wanted) >= 12 and re.match(r"[.!?…]?(?:\s*\n|[ \t\xa0]{2,})\s*[\"“‘']?[A-Z]", rest):
            return place
    return 0


def _capitals(text: str, start: int, end: int, documents: Documents) -> int:
    """A title in capitals before a sentence in small letters."""
    head = text[start : min(end, start + _LONGEST_TITLE)]
    stop = 0
    for word in re.finditer(r"\S+", head):
        letters = [sign for sign in word[0] if sign.isalpha()]
        if len(letters) > 1 and not word[0].isupper():
            break
        stop = word.end()
    title = head[:stop].rstrip()
    while title.rpartition(" ")[2] in {"A", "I", "THE", "AN", '"'}:
        title = title.rpartition(" ")[0].rstrip()
    if len(title.split()) < 3 or sum(sign.isalpha() for sign in title) < 12 or title[-1] in ",;:-–—":
        return 0
    return 0 if find_dateline(text, start, end, documents) else start + len(title)


def _before_gap(text: str, start: int, end: int, documents: Documents) -> int:
    """A title parted from the sentence after it by three or more spaces."""
    found = _WIDE_GAP.search(text, start, min(end, start + _LONGEST_TITLE))
    title = text[start : found.start()] if found else ""
    if not found or len(title.split()) < 3 or not may_be_title(title):
        return 0
    ended = title.rpartition(" ")[2].lower() not in documents.unfinished
    return found.start() if ended and text[found.end()].isupper() else 0


def _before_dateline(text: str, start: int, end: int, documents: Documents) -> int:
    """A title before an agency's dateline."""
    for found in _CAPITALS.finditer(text, start + 1, min(end, start + _LONGEST_TITLE)):
        title = text[start : found.start()].rstrip()
        mark = find_dateline(text, found.start(), end, documents) if len(title.split()) >= 3 else None
        if mark and (mark.date or mark.agency):
            return start + len(title) if may_be_title(title) else 0
    return 0


@lru_cache(maxsize=512)
def _fold(words: str) -> str:
    return _SIGNS.sub("", read_title(words).casefold())


def _unescape(found: re.Match[str]) -> str:
    if found["code"]:
        return chr(int(found["code"], 16)) if not 0xD800 <= int(found["code"], 16) < 0xE000 else ""
    return " " if found["sign"] in "_ ~" else found["sign"]
