"""PDF files: the text layer, its lines joined to paragraphs, without running heads, feet and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

import msgspec

from memcon.errors import UnreadableDocument
from memcon.loading.extract import Extract, join_pieces
from memcon.loading.passages import is_final, is_turn, list_mark
from memcon.model import BlockKind, Notice

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

_PAGE_NUMBER = re.compile(
    r"[-–—|\s]*(?:page|p\.|pg\.?)?\s*\d{1,4}(?:\s*(?:/|of|\|)\s*\d{1,4})?[-–—|\s]*", re.IGNORECASE)
_HYPHENS = "\x02\ufffe\xad"
_PRINT = "open it in a viewer and print it to a new PDF"
# PDFium marks the hyphen of a broken word, and gives no line end after it.
_LINE_END = re.compile(r"(\r\n|\n|\r|(?<=[\x02\ufffe]))")
_MARGIN = 0.12
_FEWEST_LETTERS = 20


class PrintedLine(msgspec.Struct, frozen=True):
    """A line of a page with its place, in points from the lower left corner; `zone` is true near the page's edge."""

    words: str
    left: float
    right: float
    bottom: float
    top: float
    page: int
    zone: bool


def read_pdf(data: bytes, where: str) -> Extract:
    """The text layer; raises `UnreadableDocument` for a file that is broken, locked or holds no text."""
    import pypdfium2

    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableDocument("is a PDF locked by a password", where, "save it without one") from error
        raise UnreadableDocument("is a broken PDF", where, _PRINT) from error
    try:
        pages = len(file)
        lines = [line for number in range(pages) for line in _read_page(file[number], number)]
        title = _read_title(file)
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument("is a broken PDF", where, _PRINT) from error
    finally:
        file.close()
    if sum(sign.isalpha() for line in lines for sign in line.words) < _FEWEST_LETTERS:
        count = "1 page" if pages == 1 else f"{pages} pages"
        raise UnreadableDocument(f"is a PDF without a text layer ({count} of pictures)", where, "run OCR on it first")
    kept, furniture = _part_furniture(lines, pages)
    text, passages = join_pieces(_join_lines(kept))
    known = title if title and any(title in text[one.start : one.end] for one in passages[:6]) else None
    return Extract(text=text, passages=passages, title=known, notices=_note(furniture))


def _read_title(file: PdfDocument) -> str | None:
    title = " ".join(str(file.get_metadata_dict().get("Title") or "").split())
    return title or None


def _read_page(page: PdfPage, number: int) -> Iterator[PrintedLine]:
    """The lines of a page in the order of its text layer."""
    height = page.get_height() or 1.0
    layer = page.get_textpage()
    try:
        place = 0
        for piece in _LINE_END.split(layer.get_text_range()):
            if piece.strip(" \t\r\n"):
                yield _measure(layer, piece, place, number, height)
            place += len(piece)
    finally:
        layer.close()
        page.close()


def _measure(layer: PdfTextPage, piece: str, place: int, number: int, height: float) -> PrintedLine:
    import pypdfium2

    last_character = layer.count_chars() - 1
    first = min(place + len(piece) - len(piece.lstrip()), last_character)
    last = min(place + len(piece.rstrip(_HYPHENS + " ")) - 1, last_character)
    try:
        left, bottom, _, top = layer.get_charbox(first, loose=True)
        right = layer.get_charbox(max(first, last), loose=True)[2]
    except pypdfium2.PdfiumError:
        # Some fonts give no boxes: then the lines stand as if set solid.
        left = right = bottom = top = 0.0
    zone = bottom > height * (1 - _MARGIN) or top < height * _MARGIN
    return PrintedLine(" ".join(piece.split()), left, right, bottom, top, number, zone)


def _part_furniture(lines: Sequence[PrintedLine], pages: int) -> tuple[list[PrintedLine], list[str]]:
    """The lines of the text, and the words of the running heads, feet and page numbers left out."""
    shapes = Counter((line.page, _shape(line)) for line in lines if line.zone)
    repeated = Counter(shape for _, shape in shapes)
    kept: list[PrintedLine] = []
    furniture: list[str] = []
    for line in lines:
        runs = pages > 1 and line.zone and repeated[_shape(line)] >= max(2, 0.5 * pages)
        if runs or (line.zone and _PAGE_NUMBER.fullmatch(line.words)):
            furniture.append(line.words)
        else:
            kept.append(line)
    return kept, furniture


def _shape(line: PrintedLine) -> str:
    return re.sub(r"\d+", "#", line.words.casefold())


def _join_lines(lines: Sequence[PrintedLine]) -> Iterator[tuple[str, BlockKind | None]]:
    """Paragraphs: a wide gap, an indent, a list mark, a speaker or a line ended early parts them."""
    gaps = [above.bottom - line.top for above, line in pairwise(lines) if above.page == line.page]
    # A quarter from below: of many short paragraphs, most gaps are those between them.
    usual = sorted(gaps)[len(gaps) // 4] if gaps else 0.0
    edge = max((line.right for line in lines), default=0.0)
    left = median([line.left for line in lines]) if lines else 0.0
    words = {word.lower() for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.words)}
    paragraph = ""
    for number, line in enumerate(lines):
        if paragraph and _parts(lines[number - 1], line, paragraph, usual, (left, edge)):
            yield paragraph, None
            paragraph = ""
        paragraph = _append(paragraph, line.words, words)
    yield paragraph.rstrip(_HYPHENS), None


def _parts(above: PrintedLine, line: PrintedLine, paragraph: str, usual: float, margins: tuple[float, float]) -> bool:
    """Whether a line opens a paragraph of its own."""
    left, edge = margins
    if above.words[-1] in _HYPHENS:
        return False
    goes_on = line.words[0].islower() or not (is_final(paragraph) or paragraph[-1] in ":;")
    height = max(line.top - line.bottom, 1.0)
    if above.page != line.page:
        return not goes_on
    gap = above.bottom - line.top
    if gap > usual + 0.45 * height or gap < -2 * height:
        return True
    if list_mark(line.words) and not goes_on:
        return True
    if is_final(paragraph) and (is_turn(line.words) or line.left > left + height):
        return True
    if abs((above.top - above.bottom) - height) > 0.25 * height:
        return True
    early = above.right < edge - 0.25 * (edge - left)
    return early and (is_final(paragraph) or (above.words.isupper() and not line.words.isupper()))


def _append(paragraph: str, words: str, vocabulary: set[str]) -> str:
    """The next line added; a word broken at the end of a line made whole."""
    if not paragraph:
        return words
    broken = paragraph[-1] in _HYPHENS
    if not broken and not re.search(r"[^\W\d_]-$", paragraph):
        return f"{paragraph} {words}"
    stem = paragraph.rstrip(_HYPHENS).rstrip("-")
    first = re.search(r"[^\W\d_]+(?:-[^\W\d_]+)*$", stem)
    rest = re.match(r"[^\W\d_]+", words)
    if not first or not rest:
        return stem + "-" + words
    whole, parts = first[0] + rest[0], f"{first[0]}-{rest[0]}"
    # A hyphen of the word's own stays: the word stands elsewhere with it, or a name goes on after it.
    own = words[0].isupper() or (parts.lower() in vocabulary and whole.lower() not in vocabulary)
    own = own or (not broken and whole.lower() not in vocabulary and first[0].lower() in vocabulary)
    return stem + "-" + words if own else stem + words


def _note(furniture: list[str]) -> tuple[Notice, ...]:
    if not furniture:
        return ()
    shown = "; ".join(f"“{words[:60]}”" for words in list(dict.fromkeys(furniture))[:3])
    message = f"left out {len(furniture)} running heads, feet and page numbers: {shown}"
    return (Notice(code="page-furniture", message=message),)
