"""Word documents (DOCX): paragraphs, headings, lists and tables, without running heads and feet."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from memcon.errors import UnreadableDocument
from memcon.loading.extract import Extract, join_pieces
from memcon.model import BlockKind, Notice

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph


def read_docx(data: bytes, where: str) -> Extract:
    """The body of a Word document; raises `UnreadableDocument` for a file that is broken or holds no text."""
    import docx

    try:
        document = docx.Document(BytesIO(data))
        text, passages = join_pieces(_read_pieces(document))
        furniture = sorted(set(_read_furniture(document)))
        title = document.core_properties.title or None
    except Exception as error:
        # python-docx lets through whatever the parsers of zip and XML raise.
        what = f"is a broken Word document ({type(error).__name__})"
        raise UnreadableDocument(what, where, "open it in a word processor and save it again") from error
    if not text:
        raise UnreadableDocument("is a Word document without text", where, "if it holds pictures, run OCR on it")
    known = title if title and any(title.strip() in text[one.start : one.end] for one in passages[:6]) else None
    return Extract(text=text, passages=passages, title=known, notices=_note(furniture))


def _read_pieces(document: Document) -> Iterator[tuple[str, BlockKind | None]]:
    from docx.text.paragraph import Paragraph

    for content in document.iter_inner_content():
        if isinstance(content, Paragraph):
            yield _normalize(content.text), _kind(content)
        else:
            yield from _read_table(content)


def _read_table(table: Table) -> Iterator[tuple[str, BlockKind | None]]:
    """The cells of a table row by row; a cell that spans several counts once."""
    seen: set[int] = set()
    for row in table.rows:
        for cell in row.cells:
            if id(cell._tc) not in seen:  # noqa: SLF001  # python-docx gives no other identity of a merged cell
                seen.add(id(cell._tc))  # noqa: SLF001
                for paragraph in cell.paragraphs:
                    yield _normalize(paragraph.text), _kind(paragraph)


def _kind(paragraph: Paragraph) -> BlockKind | None:
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    if style == "Title":
        return "title"
    if style.startswith(("Heading", "Subtitle")):
        return "heading"
    return "item" if style.startswith("List") else None


def _read_furniture(document: Document) -> Iterator[str]:
    """The running heads and feet, which are no part of the text."""
    for section in document.sections:
        for part in (section.header, section.footer, section.first_page_header, section.first_page_footer):
            yield from (_normalize(paragraph.text) for paragraph in part.paragraphs if paragraph.text.strip())


def _note(furniture: list[str]) -> tuple[Notice, ...]:
    if not furniture:
        return ()
    shown = "; ".join(f"“{line[:60]}”" for line in furniture[:3])
    return (Notice(code="page-furniture", message=f"left out running heads and feet: {shown}"),)


def _normalize(words: str) -> str:
    return " ".join(words.split())
