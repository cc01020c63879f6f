"""The seam of full-text search: what a store has to offer, and the words that a person types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from memcon.errors import UsageError
from memcon.model import RECORD_KINDS, Document, Reading

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.sql.elements import ColumnElement

DOCUMENTS = "documents"
OPEN, CLOSE = "⟦", "⟧"

IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af"
"""The signs of scripts that set no spaces between words, as a class of a pattern; each is a word of its own."""

_TERM = re.compile(r'"([^"]*)"|(\S+)')


class Passage(NamedTuple):
    """A stretch of text to be found: `kind` is `documents` or a kind of record, `ref` the id of either."""

    kind: str
    ref: str
    text: str


class Match(NamedTuple):
    """A passage that was found, its snippet with the words found between ⟦ and ⟧."""

    kind: str
    ref: str
    document: str
    snippet: str


class Term(NamedTuple):
    """A word or phrase; `prefix` is true for a beginning of words (typed with * at its end)."""

    text: str
    prefix: bool


class SearchIndex(Protocol):
    """An index over passages, kept in the same transactions as what they are passages of."""

    def prepare(self, connection: Connection) -> None:
        """Make the index where it is missing."""

    def put(self, connection: Connection, numbered: Sequence[tuple[int, str]]) -> None:
        """Index texts under the numbers of their passages."""

    def forget(self, connection: Connection, numbers: Sequence[int]) -> None:
        """Drop passages from the index."""

    def ranked(self, connection: Connection, terms: Sequence[Term], kinds: Sequence[str], limit: int) -> list[Match]:
        """The passages of current documents that hold all terms, best first."""

    def holds(self, passage: ColumnElement[int], terms: Sequence[Term]) -> ColumnElement[bool]:
        """The condition that the passage of this number holds all terms."""


def parse_words(words: str) -> tuple[Term, ...]:
    """The terms in what a person typed: words, "phrases" in quotation marks, beginnings of words with a star.

    Raises UsageError where there is no letter or figure to look for.

    >>> parse_words('silk "shared future" parliament*')
    (Term(text='silk', prefix=False), Term(text='shared future', prefix=False), Term(text='parliament', prefix=True))
    """
    plain = words.translate({ord(mark): '"' for mark in "“”„«»"})
    terms = []
    for phrase, word in _TERM.findall(plain):
        text = (phrase or word).strip()
        if any(sign.isalnum() for sign in text):
            terms.append(Term(text.rstrip("*").strip('"'), text.endswith("*")))
    if not terms:
        raise UsageError(f"nothing to search for in {words!r}: give at least one word")
    return tuple(terms)


def passages_of(reading: Reading) -> Iterator[Passage]:
    """What can be found of a reading: each paragraph of the document, and the words that each record rests on."""
    document = reading.document
    yield from (Passage(DOCUMENTS, document.id, text) for text in _paragraphs(document) if text.strip())
    for kind in RECORD_KINDS:
        for record in getattr(reading, kind):
            yield Passage(kind, record.id, "\n".join(dict.fromkeys(span.quote for span in record.evidence)))


def _paragraphs(document: Document) -> Iterable[str]:
    if document.title and document.title not in document.text:
        yield document.title
    if document.blocks:
        yield from (document.text[block.start : block.end] for block in document.blocks)
    else:
        yield from document.text.split("\n")
