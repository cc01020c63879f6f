"""Evidence where it stands: the paragraph around it with its words marked, and the footnote that cites it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from memcon.model import Block, Document, Span

MARKS = (">>", "<<")
"""What stands before and after the exact words."""

_ROOM = 240
"""Characters of the paragraph that are shown before and after the words."""

_COUNTED = {"paragraph", "item"}
_LINE = re.compile(r"[^\n]*\S[^\n]*")


def in_context(document: Document, span: Span) -> str:
    """The paragraph around a span, cut to what is near, the words of the span between marks."""
    block = _around(document, span)
    before = document.text[block.start : span.start].lstrip()
    after = document.text[span.end : block.end].rstrip()
    if len(before) > _ROOM:
        before = "… " + before[-_ROOM:].partition(" ")[2]
    if len(after) > _ROOM:
        after = after[:_ROOM].rpartition(" ")[0] + " …"
    return f"{before}{MARKS[0]}{span.quote}{MARKS[1]}{after}"


def paragraph_number(document: Document, span: Span) -> int | None:
    """The number of the paragraph in which a span begins, from 1, headings not counted; None in title or head."""
    for number, block in enumerate((block for block in _blocks(document) if block.kind in _COUNTED), 1):
        if block.start <= span.start < block.end:
            return number
    return None


def cite(document: Document, evidence: Sequence[Span]) -> str:
    """A footnote: publisher, title, date, address, paragraph, the exact words, and the digest of the file."""
    return ". ".join(_cited(document, evidence)) + "."


def _cited(document: Document, evidence: Sequence[Span]) -> Iterator[str]:
    number = paragraph_number(document, evidence[0])
    words = " … ".join(f"“{' '.join(span.quote.split())}”" for span in evidence)
    head = (
        document.publisher.name if document.publisher else None,
        f"“{document.title}”" if document.title else None,
        document.published or "undated",
        document.url or document.origin or document.source,
        f"para. {number}" if number else None,
    )
    yield ", ".join(filter(None, head)) + f": {words}"
    if document.retrieved:
        yield f"Retrieved {document.retrieved}"
    place = f"Characters {evidence[0].start}–{evidence[0].end} of the text"
    yield f"{place}, document {document.id}, SHA-256 {document.sha256}"


def _around(document: Document, span: Span) -> Block:
    """The block that holds a span; for one that runs over several, from the first to the last of them."""
    touched = [block for block in _blocks(document) if block.start < span.end and span.start < block.end]
    if not touched:
        return Block("paragraph", span.start, span.end)
    return Block(touched[0].kind, min(touched[0].start, span.start), max(touched[-1].end, span.end))


def _blocks(document: Document) -> Sequence[Block]:
    """The blocks of a document; its lines, where nobody has found blocks."""
    return document.blocks or [
        Block("paragraph", match.start(), match.end()) for match in _LINE.finditer(document.text)
    ]
