"""The lines of a plain text joined to passages: what an empty line, a list mark or a change of speaker parts.

Empty lines separate, unless a sentence plainly goes on after one. Line ends within are joined where the text is wrapped
to a width, and separate where every line is a paragraph. No character is left out.
"""

from __future__ import annotations

import re

import msgspec

from memcon.lexicon.calendar import find_absolute_dates
from memcon.loading.extract import Passage
from memcon.loading.knowledge import Documents
from memcon.loading.stamps import read_stamp
from memcon.model import BlockKind

_MARK = re.compile(
    r"\s*(?:(?P<bullet>[•◦▪‣●·■○✓*+–—-])|(?P<number>\(?(?:\d{1,2}|[ivx]{1,5}|[a-z])\)|\d{1,2}\.|[IVX]{2,5}\.))\s+(?=\S)")
_NAME = r"[A-ZÀ-ÞŁŚŞÇĐŻŠŽČİ][\w.'’-]*"
_TURN = re.compile(
    rf"\s*(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:(?:{_NAME}|of|the|and|for|de|von|bin|al),?\s+){{0,14}}{_NAME}\s?(?:\([^()\n]{{2,40}}\)\s?)?:")
_HEADING = re.compile(r"\s{0,3}(?P<depth>#{1,6})\s+\S")
_UNDERLINE = re.compile(r"\s{0,3}(?P<mark>=|-)(?P=mark){2,}\s*$")
_FINAL = re.compile(r"""[.!?…][\])"'”’»]*$""")
_HELD = re.compile(r"[,;:–—-]$")
_BARE = re.compile(r"[\W_]*$")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,5})?\.?", re.IGNORECASE)
_WIDEST = 120


class Line(msgspec.Struct, frozen=True):
    """A line that is not empty: offsets, without the white space at its edges."""

    start: int
    end: int
    words: str

    @property
    def final(self) -> bool:
        """Whether it ends as a sentence does."""
        return _FINAL.search(self.words) is not None


def split_passages(text: str, start: int, documents: Documents, *, markdown: bool = False) -> tuple[Passage, ...]:
    """The passages of a text from an offset on, in order."""
    units = _split_units(text, start)
    width = _measure_wrap(units)
    spaced = sum(_is_prose(unit) for unit in units) > 1
    passages: list[Passage] = []
    for number, unit in enumerate(units):
        joiner = _Joiner(
            documents, width, spaced=spaced, head=number < _HEAD_UNITS, first=number == 0, markdown=markdown)
        passages += joiner.join(unit)
    return tuple(_heal(text, passages, documents))


def is_turn(words: str) -> bool:
    """Whether a paragraph opens with its speaker's name and a colon."""
    return _TURN.match(words[:160]) is not None


def is_final(words: str) -> bool:
    """Whether the words end as a sentence does."""
    return _FINAL.search(words.rstrip()) is not None


def list_mark(words: str) -> str | None:
    """The kind of list mark that opens the words ("bullet", "number"), or None."""
    found = _MARK.match(words)
    return found.lastgroup if found else None


_HEAD_UNITS = 6


def _split_units(text: str, start: int) -> list[list[Line]]:
    units: list[list[Line]] = [[]]
    for found in re.finditer(r"[^\n]+", text[start:]):
        words = found[0].strip()
        first = start + found.start()
        gap = text.count("\n", units[-1][-1].end, first) if units[-1] else 1
        if not words:
            continue
        first += len(found[0]) - len(found[0].lstrip())
        if gap > 1 and units[-1]:
            units.append([])
        units[-1].append(Line(first, first + len(words), words))
    return units if units[-1] else units[:-1]


def _measure_wrap(units: list[list[Line]]) -> int:
    """The width to which the text is wrapped, or 0 if its lines are of no common width."""
    inner = [len(line.words) for unit in units for line in unit[:-1]]
    if len(inner) < 3:
        return 0
    width = sorted(inner)[int(0.95 * (len(inner) - 1))]
    regular = sum(length >= 0.75 * width for length in inner)
    return width if 40 <= width <= _WIDEST and regular >= 0.7 * len(inner) else 0


def _is_prose(unit: list[Line]) -> bool:
    return unit[-1].final and sum(len(line.words) for line in unit) > 60


class _Joiner:
    """Joins the lines of one unit (what stands between empty lines)."""

    def __init__(
        self, documents: Documents, width: int, *, spaced: bool, head: bool, first: bool, markdown: bool,
    ) -> None:
        self.documents = documents
        self.width = width
        self.spaced = spaced
        self.head = head
        self.first = first
        self.markdown = markdown

    def join(self, unit: list[Line]) -> list[Passage]:
        """The passages that the unit holds."""
        passages: list[Passage] = []
        kind = self._kind(unit, 0)
        start = 0
        for place in range(1, len(unit) + 1):
            if place < len(unit) and not self._parts(unit, place, kind):
                continue
            passages.append(Passage(unit[start].start, unit[place - 1].end, kind))
            if place < len(unit):
                start, kind = place, self._kind(unit, place)
        return passages

    def _kind(self, unit: list[Line], place: int) -> BlockKind | None:
        words = unit[place].words
        if self.markdown and (heading := _HEADING.match(words)):
            return "title" if heading["depth"] == "#" else "heading"
        if self.markdown and place + 1 < len(unit) and (underline := _UNDERLINE.match(unit[place + 1].words)):
            return "title" if underline["mark"] == "=" else "heading"
        return "item" if list_mark(words) else None

    def _parts(self, unit: list[Line], place: int, kind: BlockKind | None) -> bool:
        """Whether the line at `place` opens a passage of its own."""
        before, line = unit[place - 1], unit[place]
        if kind in ("title", "heading"):
            return not _UNDERLINE.match(line.words)
        if self.markdown and (_HEADING.match(line.words) or self._kind(unit, place) in ("title", "heading")):
            return True
        if _BARE.match(line.words) or _BARE.match(before.words):
            return True
        if list_mark(line.words):
            return self._opens_item(before, line, kind)
        if is_turn(line.words) and before.final:
            return True
        if self._at_head(before, line):
            return True
        return self._parts_prose(unit, place)

    @staticmethod
    def _opens_item(before: Line, line: Line, kind: BlockKind | None) -> bool:
        """A dash or figure at the head of a line may be mid-sentence: then nothing ends before it."""
        same = kind == "item" and (line.words[0] == before.words[0] or line.words[0] in "•◦▪‣●■○✓*+")
        return same or before.final or before.words[-1] in ":;" or line.words[0] in "•◦▪‣●■○✓"

    def _at_head(self, before: Line, line: Line) -> bool:
        """At the head, lines in capitals and lines of the release's own stand by themselves."""
        if not self.head:
            return False
        if _is_dated(before) or _is_dated(line) or self._is_stamp(before) or self._is_stamp(line):
            return True
        masthead = self.documents.masthead
        if bool(masthead.match(before.words)) or bool(masthead.match(line.words)):
            return _short(before) or _short(line)
        return before.words.isupper() != line.words.isupper() and _lettered(before) and _lettered(line)

    def _is_stamp(self, line: Line) -> bool:
        """Whether a line says when a report was sent, perhaps behind its source: "Source: Xinhua| 2031-05-06"."""
        if line.final or not any(sign.isdigit() for sign in line.words):
            return False
        key, colon, _ = line.words.partition(":")
        keyed = bool(colon) and key.strip().lower() in self.documents.keys and "|" in line.words
        return keyed or read_stamp(line.words, self.documents) is not None

    def _parts_prose(self, unit: list[Line], place: int) -> bool:
        before, line = unit[place - 1], unit[place]
        opening = line.words.lstrip("\"'“‘«([")[:1]
        if opening.islower() or _last_word(before) in self.documents.unfinished or _HELD.search(before.words):
            return False
        fits = len(before.words) + 1 + len(line.words.split(None, 1)[0])
        if self.width:
            # In wrapped text, a line ended early where the next word would have fitted ends a paragraph.
            short = 0.85 * self.width if before.final else 0.6 * self.width
            return fits <= short and (before.final or (self.first and place == 1))
        if before.final:
            return not self.spaced or len(before.words) > 2 * _WIDEST
        # A short first line without a full stop is a title, if what follows is not wrapped at its length.
        return self.first and place <= 2 and opening.isupper() and len(before.words.split()) > 2 and (
            len(line.words) > 1.3 * len(before.words) or not self.spaced)


def _heal(text: str, passages: list[Passage], documents: Documents) -> list[Passage]:
    """Join what an empty line has torn apart in mid-sentence."""
    healed: list[Passage] = []
    for passage in passages:
        words = text[passage.start : passage.end]
        before = text[healed[-1].start : healed[-1].end] if healed else ""
        whole = not healed or passage.kind or _FINAL.search(before) or before[-1:] in ":;”\"" or is_turn(words)
        torn = words[:1].islower() or (
            before.rpartition(" ")[2].lower() in documents.unfinished and words[:1].isalnum())
        if not whole and torn and healed[-1].kind in (None, "item"):
            healed[-1] = Passage(healed[-1].start, passage.end, healed[-1].kind)
        else:
            healed.append(passage)
    return healed


def _is_dated(line: Line) -> bool:
    """Whether a line is a date, a time, or both, with at most a place or a number of its release."""
    words = line.words
    if len(words) > 60 or line.final or not any(sign.isdigit() for sign in words):
        return False
    if _CLOCK.fullmatch(words):
        return True
    dates = find_absolute_dates(words)
    return sum(date.end - date.start for date in dates if date.year_known) >= 0.5 * len(words)


def _short(line: Line) -> bool:
    return len(line.words) <= 80 and not line.final


def _lettered(line: Line) -> bool:
    return sum(sign.isalpha() for sign in line.words) > 3


def _last_word(line: Line) -> str:
    return line.words.rpartition(" ")[2].lower()
