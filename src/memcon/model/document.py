"""One text as it was published, with what is known of its origin."""

from __future__ import annotations

from typing import Literal

import msgspec

from memcon.model.identity import document_id
from memcon.model.spans import Span

DocumentKind = Literal[
    "readout",
    "joint-statement",
    "communique",
    "declaration",
    "press-statement",
    "transcript",
    "speech",
    "interview",
    "news-report",
    "release",
    "other",
]
PublisherKind = Literal[
    "presidency",
    "government",
    "ministry",
    "parliament",
    "court",
    "party",
    "agency",
    "newspaper",
    "organization",
    "other",
]
BlockKind = Literal["metadata", "title", "dateline", "heading", "paragraph", "item", "footer"]


class Publisher(msgspec.Struct, frozen=True, kw_only=True):
    """Who published the text: `country` is ISO 3166-1 alpha-3."""

    name: str
    country: str | None = None
    kind: PublisherKind = "other"


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """Place (as written) and EDTF date that head or foot a text."""

    place: str | None = None
    date: str | None = None


class Block(msgspec.Struct, frozen=True):
    """A stretch of the text and what it is; the blocks of a document cover all of its characters but white space.

    `dateline` is the stretch at the head of the first paragraph that gives place and date
    ("BEIJING, July 12 –"); the paragraph follows as a block of its own.
    """

    kind: BlockKind
    start: int
    end: int


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """Something the user should know about a document or its reading; offsets are given where it has a place."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One text with its source, publisher and its side, kind, language, publication date and dateline.

    `source` is the path or address as the caller gave it (`-` for standard input), `origin` what the
    document says of its own origin, `side` the publisher's state (alpha-3), `language` a BCP 47 tag,
    `published` and `retrieved` EDTF dates, `sha256` the digest of the bytes read.
    """

    id: str
    source: str
    origin: str | None = None
    url: str | None = None
    title: str | None = None
    kind: DocumentKind = "other"
    publisher: Publisher | None = None
    side: str | None = None
    language: str | None = None
    translation: bool = False
    published: str | None = None
    retrieved: str | None = None
    dateline: Dateline | None = None
    sha256: str
    text: str
    blocks: tuple[Block, ...] = ()
    notices: tuple[Notice, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The span of these offsets, without white space at its edges.

        Raises ValueError if nothing but white space stands there.
        """
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        return Span(start, end, text[start:end])

    @staticmethod
    def identify(text: str, published: str | None) -> str:
        """The id of a document: made from its text and publication date, never its path."""
        return document_id(text, published)
