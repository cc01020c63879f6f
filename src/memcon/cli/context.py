"""Evidence where it stands: the paragraph around it with its words marked."""

from __future__ import annotations

from memcon.export.footnotes import blocks_of
from memcon.model import Block, Document, Span

MARKS = (">>", "<<")
"""What stands before and after the exact words."""

_ROOM = 240
"""Characters of the paragraph that are shown before and after the words."""


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


def _around(document: Document, span: Span) -> Block:
    """The block that holds a span; for one that runs over several, from the first to the last of them."""
    touched = [block for block in blocks_of(document) if block.start < span.end and span.start < block.end]
    if not touched:
        return Block("paragraph", span.start, span.end)
    return Block(touched[0].kind, min(touched[0].start, span.start), max(touched[-1].end, span.end))
