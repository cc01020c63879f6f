"""What a text says of itself at its head: front matter, "key: value" lines, and a date glued to the body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from memcon.lexicon.calendar import find_absolute_dates
from memcon.loading.knowledge import Documents
from memcon.model import Block

_FENCE = re.compile(r"\s*(?P<fence>---|\+\+\+)[ \t]*\n(?:.*\n){0,80}?(?P=fence)[ \t]*(?:\n|$)")
_LINE = re.compile(
    r"[ \t\ufeff\xa0]*(?:[*_>|-]{1,3}[ \t]*)?(?P<key>[A-Za-z][A-Za-z_ -]{0,24}?)[*_]{0,2}[ \t]*(?P<sign>[:=|])"
    r"[*_]{0,2}(?P<value>[^\n]*)")
_GLUED = re.compile(r"[ \t\xa0]*(?P<key>[A-Za-z][A-Za-z ]{1,24}?)[ \t]*:?[ \t]+(?=\S)")
_TIME = re.compile(
    r"[T ,|–-]*\d{1,2}[:.h]\d\d(?::\d\d)?(?:\.\d+)?(?: ?[apAP]\.?[mM]\.?)?"
    r"(?: ?(?:Z|(?:GMT|UTC|BJT)(?:[+-]\d\d?(?::?\d\d)?)?|[A-Z]{1,2}[SD]?T|MSK|[+-]\d\d?(?::?\d\d)?)|)\b")
_ADDRESS = re.compile(r"https?://[^\s()<>\"']+")
_BELOW_TITLE = frozenset({"published", "updated", "origin", "url", "publisher", "retrieved", "language"})
_LONGEST_VALUE = 400
_MOST_LINES = 40


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """The facts of the head with the blocks that hold them; `end` is where the text proper begins. Dates are EDTF."""

    blocks: tuple[Block, ...] = ()
    end: int = 0
    published: str | None = None
    updated: str | None = None
    retrieved: str | None = None
    origin: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None
    publisher: str | None = None
    place: str | None = None
    kind: str | None = None


_FACTS = tuple(field for field in Metadata.__struct_fields__ if field not in ("blocks", "end"))


def read_metadata(text: str, documents: Documents) -> Metadata:
    r"""The metadata at the head of a text.

    >>> from memcon.loading.knowledge import load_documents
    >>> read_metadata("date: 2031-05-06\nsource: an archive\n\nTalks in Riga", load_documents()).published
    '2031-05-06'
    """
    fence = _FENCE.match(text)
    if fence and (fence["fence"] == "+++" or ":" in fence[0]):
        return _read_front_matter(text, fence.start("fence"), fence.end(), documents)
    facts: dict[str, str] = {}
    blocks: list[Block] = []
    place = 0
    for start, end in _lines(text):
        if len(blocks) > _MOST_LINES:
            break
        stop = _read_line(text, start, end, documents, facts) or _read_glued(text, start, end, documents, facts)
        if not stop:
            break
        blocks.append(Block("metadata", start, stop))
        place = stop
        if stop < end:
            break
    return _build(facts, blocks, place)


def read_fact(line: str, documents: Documents) -> Metadata | None:
    """The metadata of a single line that stands below the head's first lines; None if it is none.

    >>> from memcon.loading.knowledge import load_documents
    >>> read_fact("Source: Lima Press  2031-05-06 21:14", load_documents()).published
    '2031-05-06'
    """
    facts: dict[str, str] = {}
    read = _read_line(line, 0, len(line), documents, facts) == len(line)
    return _build(facts, [], 0) if read and facts.keys() & _BELOW_TITLE else None


def merge_metadata(first: Metadata, more: Iterable[Metadata]) -> Metadata:
    """The first with what it lacks taken from the others, in order."""
    for other in more:
        lacking = [field for field in _FACTS if getattr(first, field) is None]
        first = msgspec.structs.replace(first, **{field: getattr(other, field) for field in lacking})
    return first


def read_address(words: str) -> str | None:
    """The first web address in the words."""
    found = _ADDRESS.search(words)
    return found[0].rstrip(".,;") if found else None


def read_date(words: str) -> str | None:
    """The first full date in the words (EDTF)."""
    found = [date.value for date in find_absolute_dates(words) if date.year_known]
    days = [value for value in found if len(value) == len("2031-05-06")]
    return next(iter(days or found), None)


def skip_time(text: str, place: int) -> int:
    """The offset after a clock time that stands at `place`, or `place` itself."""
    found = _TIME.match(text, place)
    return found.end() if found else place


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines that are not empty, without the white space at their edges."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        words = text[start:end]
        if words.strip():
            yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        start = end + 1


def _read_front_matter(text: str, start: int, end: int, documents: Documents) -> Metadata:
    facts: dict[str, str] = {}
    for first, last in _lines(text[:end]):
        _read_line(text, first, last, documents, facts, known_only=False)
    stop = start + len(text[start:end].rstrip())
    return _build(facts, [Block("metadata", start, stop)], end)


def _read_line(
    text: str, start: int, end: int, documents: Documents, facts: dict[str, str], *, known_only: bool = True,
) -> int:
    """The offset where the metadata of this line ends, or 0 if it is none."""
    found = _LINE.fullmatch(text, start, end)
    if not found or (known_only and found["sign"] != ":") or end - start > _LONGEST_VALUE:
        return 0
    field = documents.keys.get(_fold_key(found["key"]))
    if field is None:
        return 0
    value = found["value"].strip().strip("\"'*").strip()
    if field in ("published", "updated", "retrieved"):
        return _read_day(text, found.start("value"), end, field, facts)
    if field == "kind":
        value = value.lower().replace(" ", "-")
    if value:
        facts.setdefault(field, value)
        if field in ("origin", "publisher"):
            _read_tail(value, field, facts)
    return end


def _read_day(text: str, start: int, end: int, field: str, facts: dict[str, str]) -> int:
    """Read the date of a line; where text goes on after it, the line ends there."""
    words = text[start:end]
    dates = [date for date in find_absolute_dates(words[:120]) if date.year_known]
    if not dates:
        return end if len(words) <= 40 else 0
    first = dates[0]
    facts.setdefault(field, first.value)
    rest = skip_time(text, start + first.end)
    if len(text[rest:end].split()) < 4:
        return end
    return rest if first.start <= 24 else 0


def _read_glued(text: str, start: int, end: int, documents: Documents, facts: dict[str, str]) -> int:
    """A date with its key and no line of its own: "date 2031-05-06 The two ministers ..."."""
    found = _GLUED.match(text, start, end)
    field = documents.keys.get(_fold_key(found["key"])) if found else None
    if not found or field not in ("published", "updated"):
        return 0
    dates = find_absolute_dates(text[found.end() : min(end, found.end() + 60)])
    if not dates or dates[0].start or not dates[0].year_known:
        return 0
    facts.setdefault(field, dates[0].value)
    return skip_time(text, found.end() + dates[0].end)


def _read_tail(value: str, field: str, facts: dict[str, str]) -> None:
    """Read what wire pages put behind their name in one line: "Xinhua | 2031-05-06 20:15 | Editor: ..."."""
    name, _, tail = value.partition("|")
    if not tail:
        dates = [date for date in find_absolute_dates(value) if date.year_known]
        if len(dates) != 1 or not value[: dates[0].start].endswith((" ", "\t")):
            return
        if value[skip_time(value, dates[0].end) :]:
            return
        name, tail = value[: dates[0].start], value[dates[0].start :]
    facts[field] = name.rstrip(" \t,|-–—")
    if date := read_date(tail):
        facts.setdefault("published", date)


def _build(facts: dict[str, str], blocks: list[Block], end: int) -> Metadata:
    url = facts.get("url")
    address = read_address(url or "") or read_address(facts.get("origin", ""))
    known = {field: value for field, value in facts.items() if field not in ("url", "other")}
    return Metadata(blocks=tuple(blocks), end=end, url=address or url, **known)


def _fold_key(key: str) -> str:
    return " ".join(key.replace("_", " ").replace("-", " ").lower().split())
