"""What is exported: the records of a ledger that a query asks for, with the documents that they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import TypeVar

import msgspec

from memcon.ledger import DocumentQuery, DocumentRow, EncounterRow, Ledger, Query, RecordRow, ThreadRow, VisitRow
from memcon.model import Document, Entity, Reading

Item = TypeVar("Item")

PORTION = 500
"""Rows that are held at a time."""

_NEAR = 64
"""Documents that are kept at hand: records come day by day, those of one document together."""


def portions(items: Iterable[Item], size: int = PORTION) -> Iterator[list[Item]]:
    """Items in lists of at most `size`."""
    waiting = iter(items)
    while portion := list(islice(waiting, size)):
        yield portion


class Selection:
    """The part of a ledger that is exported: what a query asks for; all of it, where it asks for nothing.

    Everything is read anew and in portions whenever it is asked for, so that any number of records takes little memory.
    """

    def __init__(self, ledger: Ledger, query: Query | None = None) -> None:
        self.ledger = ledger
        self.query = query or Query()
        plain = Query(revisions=self.query.revisions, oldest_first=self.query.oldest_first)
        self.everything = self.query == plain
        self.document = lru_cache(maxsize=_NEAR)(ledger.document)
        self.document_row = lru_cache(maxsize=_NEAR)(ledger.document_row)

        self.entities_of = lru_cache(maxsize=_NEAR)(self._entities_of)

    def records(self) -> Iterator[RecordRow]:
        """The records, as a person has corrected them, without what a person has rejected."""
        return self.ledger.records(None, self.query)

    def document_ids(self) -> Iterator[str]:
        """The ids of the documents: all of them, or those that a record of the query rests on."""
        if self.everything:
            listed = DocumentQuery(revisions=self.query.revisions, oldest_first=True)
            yield from (row.id for row in self.ledger.documents(listed))
        else:
            yield from dict.fromkeys(row.document for row in self.records())

    def readings(self) -> Iterator[Reading]:
        """The readings of the documents, whole."""
        return map(self.ledger.reading, self.document_ids())

    def encounters(self) -> Iterator[EncounterRow]:
        """The encounters of which an account is asked for, each with all accounts."""
        return self.ledger.encounters(self.query)

    def wholes(self) -> Iterator[EncounterRow | VisitRow | ThreadRow]:
        """Encounters, visits and threads, the limit of the query left aside."""
        unlimited = msgspec.structs.replace(self.query, limit=None, offset=0)
        yield from self.ledger.encounters(unlimited)
        yield from self.ledger.visits(unlimited)
        yield from self.ledger.threads(None, unlimited)

    def _entities_of(self, document: str) -> dict[str, Entity]:
        """The entities of the reading of a document, by their ids."""
        return {entity.id: entity for entity in self.ledger.reading(document).entities}

    def address(self, identity: str) -> str:
        """Where a document is to be found: its address, else its source as it was given."""
        return address_of(self.document_row(identity))


def address_of(document: Document | DocumentRow) -> str:
    """Where a document is to be found: its address, what it says of its origin, else its source as it was given."""
    origin = document.origin if isinstance(document, Document) else None
    return document.url or origin or document.source
