"""What a reader of a file format hands on: the text, its passages where the format tells them, and its own metadata."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from memcon.model import BlockKind, Notice


class Passage(msgspec.Struct, frozen=True):
    """A stretch of the text that belongs together; `kind` is what the format itself says it is, if it does."""

    start: int
    end: int
    kind: BlockKind | None = None


class Extract(msgspec.Struct, frozen=True, kw_only=True):
    """The text of a file; without `passages` they are to be found from its lines.

    `published` is an EDTF date, `site` the name of the publisher as the file gives it.
    """

    text: str
    passages: tuple[Passage, ...] | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    site: str | None = None
    language: str | None = None
    notices: tuple[Notice, ...] = ()


def join_pieces(pieces: Iterable[tuple[str, BlockKind | None]]) -> tuple[str, tuple[Passage, ...]]:
    r"""The pieces as one text, with an empty line between them, and where each of them stands in it.

    >>> join_pieces([("Talks in Riga", "title"), ("They met.", None)])[0]
    'Talks in Riga\n\nThey met.'
    """
    text, passages, place = [], [], 0
    for piece, kind in pieces:
        words = piece.strip()
        if not words:
            continue
        passages.append(Passage(place, place + len(words), kind))
        text.append(words)
        place += len(words) + 2
    return "\n\n".join(text), tuple(passages)
