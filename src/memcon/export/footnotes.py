"""Footnotes: one record cited so that a reader finds its exact words again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from memcon.export.selection import Selection, address_of
from memcon.model import Block, Document, Span

_COUNTED = {"paragraph", "item"}
_LINE = re.compile(r"[^\n]*\S[^\n]*")


def write_footnotes(selection: Selection, out: BinaryIO) -> None:
    """Write a footnote for each record, one a line, in the order of the records, after its id and a tab."""
    for row in selection.records():
        told = cite(selection.document(row.document), row.record.evidence)
        out.write(f"{row.id}\t{' '.join(told.split())}\n".encode())


def cite(document: Document, evidence: Sequence[Span]) -> str:
    """A footnote: publisher, title, date, address, paragraph, the exact words, and the digest of the file."""
    return ". ".join(_cited(document, evidence)) + "."


def paragraph_number(document: Document, span: Span) -> int | None:
    """The number of the paragraph in which a span begins, from 1, headings not counted; None in title or head."""
    for number, block in enumerate((block for block in blocks_of(document) if block.kind in _COUNTED), 1):
        if block.start <= span.start < block.end:
            return number
    return None


def blocks_of(document: Document) -> Sequence[Block]:
    """The blocks of a document; its lines, where nobody has found blocks."""
    return document.blocks or [
        Block("paragraph", match.start(), match.end()) for match in _LINE.finditer(document.text)
    ]


def _cited(document: Document, evidence: Sequence[Span]) -> Iterator[str]:
    number = paragraph_number(document, evidence[0])
    words = " … ".join(f"“{' '.join(span.quote.split())}”" for span in evidence)
    head = (
        document.publisher.name if document.publisher else None,
        f"“{document.title}”" if document.title else None,
        document.published or "undated",
        address_of(document),
        f"para. {number}" if number else None,
    )
    yield ", ".join(filter(None, head)) + f": {words}"
    if document.retrieved:
        yield f"Retrieved {document.retrieved}"
    place = f"Characters {evidence[0].start}–{evidence[0].end} of the text"
    yield f"{place}, document {document.id}, SHA-256 {document.sha256}"
