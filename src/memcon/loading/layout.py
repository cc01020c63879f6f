"""What each passage of a text is: title, dateline, heading, paragraph, item or footer; every character in one block.

The head is walked from the first passage on until prose begins, the foot from the last one back until prose ends;
between them stand paragraphs, list items and headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from memcon.lexicon.calendar import find_absolute_dates
from memcon.loading.datelines import DatelineMark, find_dateline, is_place, read_dateline
from memcon.loading.extract import Passage
from memcon.loading.knowledge import Documents
from memcon.loading.metadata import Metadata, read_fact, skip_time
from memcon.loading.passages import is_final, is_turn, list_mark
from memcon.loading.stamps import read_stamp
from memcon.loading.titles import choose_title, find_titles, may_be_heading, may_be_title, same_title
from memcon.model import Block, BlockKind

_BARE = re.compile(r"[\W_]*\Z")
_END_MARK = re.compile(r"\s*(?:(?:\\?#\s*){3}|<\s*(?:…|\.{3})\s*>|\[(?:…|\.{3})\])\s*\Z")
_CODE = re.compile(
    r"\(?(?:[A-Z]{1,6}[-/ ]?)?\d{1,5}(?:[/-]\d{1,5})*(?:-[A-Z]{1,4})?\)?[.:]?|No\.?|Nr\.?|№", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,5})?\.?", re.IGNORECASE)
_LIST_OF_LINKS = re.compile(r"(?:see also|related|read (?:more|also)|also read)\b", re.IGNORECASE)
_SECTION = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?(?: ?[|>›»] ?[^\W\d_]+(?: [^\W\d_]+)?)+")  # "News | Politics"
_LONGEST_SECTION = 50
_HEAD_PASSAGES = 16
_STANDFIRST = 320  # code points of the summary under a title
_FOOT_PASSAGES = 12


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """The blocks of a text and what its head and foot say; dates are EDTF and may lack the year."""

    blocks: tuple[Block, ...]
    title: str | None = None
    dateline: DatelineMark | None = None
    foot_dateline: DatelineMark | None = None
    head_date: str | None = None
    foot_date: str | None = None
    mastheads: tuple[str, ...] = ()
    facts: tuple[Metadata, ...] = ()


def lay_out(text: str, passages: Sequence[Passage], titles: Sequence[str], documents: Documents) -> Layout:
    """The layout of the passages; `titles` are those known from metadata."""
    passages = _split_ends(text, passages)
    first_of_foot = _find_foot(text, passages, documents)
    head = _Head(text, passages[:first_of_foot], list(titles), documents)
    foot = _Foot(text, documents)
    blocks = [
        *head.walk(),
        *_read_body(text, passages[head.place : first_of_foot]),
        *foot.walk(passages[first_of_foot:]),
    ]
    return Layout(
        blocks=tuple(blocks), title=choose_title(head.titles), dateline=head.dateline, foot_dateline=foot.dateline,
        head_date=head.date,
        foot_date=foot.date or _signed_date(text, passages[-_FOOT_PASSAGES:], documents),
        mastheads=tuple(head.mastheads), facts=tuple(head.facts),
    )


def _signed_date(text: str, passages: Sequence[Passage], documents: Documents) -> str | None:
    """The date under the name of an issuer in capitals, where captions or notes still follow it."""
    lines = [line.strip() for passage in passages for line in text[passage.start : passage.end].splitlines()]
    for name, line in pairwise(lines):
        if name.isupper() and (found := read_date_line(line, documents)):
            return found
    return None


class _Head:
    """Walks the head of a text; `place` is the number of the first passage that is not part of it."""

    def __init__(self, text: str, passages: Sequence[Passage], titles: list[str], documents: Documents) -> None:
        self.text = text
        self.passages = passages
        self.documents = documents
        self.titles = titles
        self.mastheads: list[str] = []
        self.facts: list[Metadata] = []
        self.dateline: DatelineMark | None = None
        self.date: str | None = None
        self.place = 0
        self._own_title = False

    def walk(self) -> list[Block]:
        """The blocks of the head, up to and with the first paragraph of prose."""
        blocks: list[Block] = []
        for passage in self.passages[:_HEAD_PASSAGES]:
            kind = self._read(passage)
            if kind is None and self._stands_first(passage):
                kind = "paragraph"
            if kind is None:
                return blocks + self._open_body(passage)
            blocks.append(Block(kind, passage.start, passage.end))
            self.place += 1
        return blocks

    def _stands_first(self, passage: Passage) -> bool:
        """Whether a passage is the summary under a title, with the day of the report still to come."""
        if not self._own_title or passage.end - passage.start > _STANDFIRST or self._opens_body(passage):
            return False
        following = [self.text[after.start : after.end] for after in self.passages[self.place + 1 :][:3]]
        return any(read_stamp(" ".join(after.split()), self.documents) for after in following)

    def _read(self, passage: Passage) -> BlockKind | None:
        """What the passage is, or None if prose begins with it."""
        words = self.text[passage.start : passage.end]
        if passage.kind in ("metadata", "footer", "heading", "dateline"):
            return passage.kind
        if passage.kind == "title":
            return self._take_title(words)
        if _BARE.match(words):
            return "footer"
        line = " ".join(words.split()).strip("*_ ")
        if any(same_title(line, title) for title in self.titles):
            return self._take_title(words)
        return self._read_line(passage, line) if len(line) <= 320 else None

    def _read_line(self, passage: Passage, line: str) -> BlockKind | None:
        if kind := self._read_date(passage, line) or self._read_fact(line):
            return kind
        stamped = read_stamp(line, self.documents)
        if stamped:
            self.date = self.date or stamped
            return "metadata"
        if _SECTION.fullmatch(line) and len(line) <= _LONGEST_SECTION:
            return "heading"
        addressed = len(line) <= 200 and not is_final(line) and self.documents.contact.search(line)
        if addressed and not find_absolute_dates(line):
            return "metadata"
        following = [self.text[after.start : after.end] for after in self.passages[self.place + 1 :][:8]]
        if any(same_title(line, after) for after in following):
            return self._take_title(line)
        if self._is_masthead(line):
            self.mastheads.append(line)
            return "heading"
        if passage.kind == "item" or self._opens_body(passage):
            return None
        prose_follows = any(is_final(after) for after in following)
        followed = prose_follows or any(len(after) > 40 for after in following)
        if followed and not self._own_title and may_be_title(line):
            return self._take_title(line)
        return "heading" if self._own_title and may_be_heading(line) and prose_follows else None

    def _is_masthead(self, line: str) -> bool:
        if len(line) > 120 or is_final(line) or not self.documents.masthead.match(line):
            return False
        # "Prime Minister Meets Speaker of Parliament" is a title, whatever it begins with.
        rules = self.documents.kind_rules["titles.then"]
        return not any(kind == "readout" and pattern.search(line) for pattern, kind in rules)

    def _read_fact(self, line: str) -> BlockKind | None:
        """A line of key and value, or of issuer and date, below the title."""
        fact = read_fact(line, self.documents)
        if fact:
            self.facts.append(fact)
            return "metadata"
        dates = [date for date in find_absolute_dates(line) if date.year_known] if len(line) <= 120 else []
        if len(dates) == 1:
            issuer = (line[: dates[0].start] + line[dates[0].end :]).strip(" ,|–—-")
            if self._is_masthead(issuer):
                self.mastheads.append(issuer)
                self.date = self.date or dates[0].value
                return "metadata"
        return None

    def _read_date(self, passage: Passage, line: str) -> BlockKind | None:
        """A line of date, time, place or release number."""
        words = self.text[passage.start : passage.end]
        mark = read_dateline(words, passage.start, self.documents)
        if mark:
            self.dateline = self.dateline or mark
            return "dateline"
        if _CLOCK.fullmatch(line):
            return "metadata"
        date = read_date_line(line, self.documents)
        if date:
            self.date = self.date or date
            return "metadata"
        if self._after_date() and not self.dateline and len(line) <= 40 and is_place(line, self.documents):
            self.dateline = DatelineMark(passage.start, passage.end, line, self.date)
            return "dateline"
        return None

    def _after_date(self) -> bool:
        """Whether the line before gives a date or time: then a place may stand here."""
        if not self.date or not self.place:
            return False
        before = self.passages[self.place - 1]
        words = " ".join(self.text[before.start : before.end].split())
        return bool(_CLOCK.fullmatch(words) or read_date_line(words, self.documents))

    def _opens_body(self, passage: Passage) -> bool:
        return find_dateline(self.text, passage.start, passage.end, self.documents) is not None

    def _take_title(self, words: str) -> BlockKind:
        self._own_title = True
        self.titles.append(words)
        return "title"

    def _open_body(self, passage: Passage) -> list[Block]:
        """The first paragraph, with a title glued to its head and its dateline parted from it."""
        self.place += 1
        blocks: list[Block] = []
        start, end = passage.start, passage.end
        if passage.kind is None:
            for first, stop in find_titles(self.text, start, end, self.titles, self.documents):
                blocks.append(Block(self._take_title(self.text[first:stop]), first, stop))
                start = _skip_space(self.text, stop)
        mark = find_dateline(self.text, start, end, self.documents)
        if mark:
            self.dateline = mark
            blocks.append(Block("dateline", mark.start, mark.end))
            start = _skip_space(self.text, mark.end)
        blocks.append(_read_block(self.text, Passage(start, end, passage.kind), last=self.place == len(self.passages)))
        return blocks


class _Foot:
    """Walks the foot of a text."""

    def __init__(self, text: str, documents: Documents) -> None:
        self.text = text
        self.documents = documents
        self.dateline: DatelineMark | None = None
        self.date: str | None = None

    def walk(self, passages: Sequence[Passage]) -> list[Block]:
        """The blocks of the foot."""
        return [Block(self._read(passage), passage.start, passage.end) for passage in passages]

    def _read(self, passage: Passage) -> BlockKind:
        words = self.text[passage.start : passage.end]
        mark = read_dateline(words, passage.start, self.documents)
        if mark:
            self.dateline = mark
            return "dateline"
        date = read_date_line(" ".join(words.split()), self.documents)
        if date:
            self.date = date
            return "metadata"
        return "footer"


def read_date_line(line: str, documents: Documents) -> str | None:
    """The date of a line that holds nothing but a date, with a weekday, a time or the number of a release.

    >>> from memcon.loading.knowledge import load_documents
    >>> read_date_line("FA24 - Tuesday 5 August 2031, 10:30", load_documents())
    '2031-08-05'
    """
    line = line.strip("*_ ")
    dates = [date for date in find_absolute_dates(line) if date.year_known] if len(line) <= 100 else []
    if len(dates) != 1:
        return None
    end = skip_time(line, dates[0].end)
    words = [
        word for word in re.findall(r"[^\s,|]*\w[^\s,|]*", line[: dates[0].start] + " " + line[end:])
        if word.lower().strip(".,:()") not in documents.weekdays and word.lower().strip(".:") not in documents.keys
    ]
    coded = any(_CODE.fullmatch(word) for word in words)
    lower = any(word.islower() and len(word) > 2 for word in words)
    return dates[0].value if not words or (coded and not lower and len(words) <= 8) else None


def _split_ends(text: str, passages: Sequence[Passage]) -> list[Passage]:
    """Part the marks that end a text ("###", "<…>") from the words before them."""
    parted: list[Passage] = []
    for passage in passages:
        found = _END_MARK.search(text[max(passage.start, passage.end - 40) : passage.end])
        stop = max(passage.start, passage.end - 40) + found.start() if found else passage.end
        if passage.start < stop < passage.end:
            parted.append(Passage(passage.start, stop, passage.kind))
            parted.append(Passage(_skip_space(text, stop), passage.end, "footer"))
        else:
            parted.append(passage)
    return parted


def _find_foot(text: str, passages: Sequence[Passage], documents: Documents) -> int:
    """The number of the first passage of the foot."""
    first = len(passages)
    while first > max(1, len(passages) - _FOOT_PASSAGES) and _is_foot(text, passages[first - 1], documents):
        first -= 1
    for place in range(max(1, len(passages) - 2 * _FOOT_PASSAGES), first):
        words = text[passages[place].start : passages[place].end]
        # A list of links goes on to the end, in lines that have no mark of their own.
        rest = [text[after.start : after.end] for after in passages[place + 1 : first]]
        if _LIST_OF_LINKS.match(words) and len(words) < 400 and not any(
            is_final(after) and len(after) > 200 for after in rest
        ):
            return place
    return first


def _is_foot(text: str, passage: Passage, documents: Documents) -> bool:
    words = text[passage.start : passage.end]
    if passage.kind == "footer" or _BARE.match(words):
        return True
    line = " ".join(words.split())
    if passage.kind in ("title", "heading") or is_turn(line):
        return documents.footer.match(line) is not None and passage.kind is None
    if _LIST_OF_LINKS.match(line) or (len(line) <= 400 and documents.footer.match(line)):
        return True
    if len(line) <= 160 and documents.contact.search(line) and not is_final(line):
        return True
    return read_dateline(words, passage.start, documents) is not None or read_date_line(line, documents) is not None


def _read_body(text: str, passages: Sequence[Passage]) -> list[Block]:
    return [
        _read_block(text, passage, last=number == len(passages) - 1) for number, passage in enumerate(passages)
    ]


def _read_block(text: str, passage: Passage, *, last: bool) -> Block:
    words = text[passage.start : passage.end]
    kind: BlockKind = passage.kind or "paragraph"
    if passage.kind == "title":
        kind = "heading"
    elif _BARE.match(words):
        kind = "footer"
    elif passage.kind is None and list_mark(words):
        kind = "item"
    elif passage.kind is None and not last and "\n" not in words and may_be_heading(words):
        kind = "heading"
    return Block(kind, passage.start, passage.end)


def _skip_space(text: str, place: int) -> int:
    while text[place].isspace():
        place += 1
    return place
