"""The ledger: keep readings and ask for what they say, whatever the store behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, select

from memcon.errors import UsageError
from memcon.ledger import asking, keeping, selects
from memcon.ledger.results import (
    Added, Coverage, DocumentQuery, DocumentRow, EntityQuery, EntityRow, Hit, Query, RecordRow,
)
from memcon.ledger.search import DOCUMENTS, parse_words
from memcon.ledger.store import Store, open_store, translated
from memcon.ledger.tables import documents
from memcon.model import RECORD_KINDS, Document, Reading

_EVERYTHING = Query()
_ALL_DOCUMENTS = DocumentQuery()
_EVERYBODY = EntityQuery()


class Ledger:
    """The store of all readings. Open one with `Ledger.open`, close it or use it as a context.

    Every change is one transaction: what a method has returned is kept, whatever happens next. One ledger may be
    read by many threads and programs while one writes; writers take turns.
    Iterators read from the state of the ledger at their first step. LedgerError tells what goes wrong in the store,
    or which id is not there; UsageError a question that makes no sense.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def open(cls, address: str | Path, *, create: bool = True) -> Ledger:
        """The ledger at a path or address (`sqlite:///...`), made if missing, unless told not to.

        `:memory:` is a ledger that is gone when it is closed.
        """
        return cls(open_store(str(address), create))

    @property
    def address(self) -> str:
        """Where the ledger is, as its path."""
        return self._store.address

    def close(self) -> None:
        """Let go of the store."""
        self._store.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None,
    ) -> None:
        self.close()

    # Keeping

    def add(self, reading: Reading, *, again: bool = False) -> Added:
        """Keep a reading. One that is there already from the same generator is left alone, unless `again` is true.

        ValueError if two of its entities or records have one id.
        """
        identity = reading.document.id
        with self._writing() as connection:
            if not again and asking.generator_of(connection, identity) == reading.generator:
                return keeping.describe(connection, identity, "kept")
            return keeping.keep(connection, self._store.search, reading)

    def held(self, document: Document, generator: str) -> Added | None:
        """What `add` would return for a document that is there already from this generator; None if it is not."""
        with self._reading() as connection:
            if asking.generator_of(connection, document.id) != generator:
                return None
            return keeping.describe(connection, document.id, "kept")

    def remove(self, document: str) -> DocumentRow:
        """Take a document (its id) out with all that was read out of it; the revision before it counts again."""
        with self._writing() as connection:
            row = asking.document_row(connection, document)
            keeping.take_out(connection, self._store.search, row.id)
            return row

    # Asking

    def records(self, kind: str | None = None, query: Query = _EVERYTHING) -> Iterator[RecordRow]:
        """The records of a kind (`RECORD_KINDS`; None: of all) that the query asks for."""
        _check_kind(kind)
        with self._reading() as connection:
            found = selects.select_records(connection, self._store.search, kind, query)
            yield from asking.record_rows(connection, found)

    def count_records(self, kind: str | None = None, query: Query = _EVERYTHING) -> int:
        """How many records the query asks for, its limit left aside."""
        _check_kind(kind)
        with self._reading() as connection:
            return _one(connection, selects.count_records(connection, self._store.search, kind, query))

    def documents(self, query: DocumentQuery = _ALL_DOCUMENTS) -> Iterator[DocumentRow]:
        """The documents that the query asks for, without their texts."""
        with self._reading() as connection:
            for row in connection.execute(selects.select_documents(self._store.search, query)).mappings():
                yield DocumentRow(**row)

    def count_documents(self, query: DocumentQuery = _ALL_DOCUMENTS) -> int:
        """How many documents the query asks for, its limit left aside."""
        with self._reading() as connection:
            return _one(connection, selects.count_documents(self._store.search, query))

    def people(self, query: EntityQuery = _EVERYBODY) -> Iterator[EntityRow]:
        """The people that the documents name, those in most documents first."""
        return self.entities("person", query)

    def organizations(self, query: EntityQuery = _EVERYBODY) -> Iterator[EntityRow]:
        """The organizations that the documents name, those in most documents first."""
        return self.entities("organization", query)

    def states(self, query: EntityQuery = _EVERYBODY) -> Iterator[EntityRow]:
        """The states that the documents name, those in most documents first."""
        return self.entities("state", query)

    def entities(self, kind: str, query: EntityQuery = _EVERYBODY) -> Iterator[EntityRow]:
        """The entities of a kind (person, state, organization, place, initiative, group), one row for each name."""
        with self._reading() as connection:
            found = selects.select_entities(connection, kind, query)
            yield from asking.entity_rows(connection, kind, found, query.revisions)

    def count_entities(self, kind: str, query: EntityQuery = _EVERYBODY) -> int:
        """How many names of a kind the query asks for, its limit left aside."""
        with self._reading() as connection:
            return _one(connection, selects.count_entities(connection, kind, query))

    def coverage(self) -> list[Coverage]:
        """How much the ledger holds of every publisher, and of which days."""
        with self._reading() as connection:
            return asking.coverage(connection)

    def search(self, words: str, *, limit: int = 20, kinds: Sequence[str] = ()) -> list[Hit]:
        """The documents and records that hold all words in one passage, best first; `kinds` limits to some of them.

        Words are found in other forms too (visit, visited); "a phrase" stands in quotation marks; a beginning* has a
        star.
        """
        for kind in kinds:
            if kind != DOCUMENTS:
                _check_kind(kind)
        wanted = tuple(kinds) or (DOCUMENTS, *RECORD_KINDS)
        with self._reading() as connection:
            return asking.hits(connection, self._store.search.ranked(connection, parse_words(words), wanted, limit))

    def knows(self, name: str) -> bool:
        """Whether anybody in the ledger has this name, alias or country."""
        with self._reading() as connection:
            return selects.is_known(connection, name)

    # By id

    def resolve(self, beginning: str) -> str:
        """The full id that begins so, of a document, record or entity; its digits alone will do.

        LedgerError if there is none or more than one.
        """
        with self._reading() as connection:
            return asking.resolve(connection, beginning)

    def record(self, identity: str) -> RecordRow:
        """One record by its full id."""
        with self._reading() as connection:
            return asking.record_row(connection, identity)

    def document_row(self, identity: str) -> DocumentRow:
        """One document by its full id, without its text."""
        with self._reading() as connection:
            return asking.document_row(connection, identity)

    def document(self, identity: str) -> Document:
        """One document by its full id, with its text."""
        with self._reading() as connection:
            return asking.document(connection, identity)

    def reading(self, identity: str) -> Reading:
        """All that was read out of a document, by the full id of the document."""
        with self._reading() as connection:
            return asking.reading(connection, identity)

    def entity(self, identity: str) -> EntityRow:
        """The row, over all documents, of the entity of this full id."""
        with self._reading() as connection:
            return asking.entity_row(connection, identity)

    def revisions(self, identity: str) -> list[DocumentRow]:
        """All texts of the same document, oldest first, by the full id of any of them."""
        with self._reading() as connection:
            return asking.revisions(connection, identity)

    def stale(self, generator: str) -> list[str]:
        """The ids of the documents that another generator has read, in the order in which they came."""
        with self._reading() as connection:
            found = select(documents.c.id).where(documents.c.generator != generator).order_by(documents.c.number)
            return list(connection.execute(found).scalars())

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with translated(self.address), self._store.engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        engine = self._store.engine.execution_options(writing=True)
        with translated(self.address), engine.begin() as connection:
            yield connection


def _check_kind(kind: str | None) -> None:
    if kind is not None and kind not in RECORD_KINDS:
        raise UsageError(f"{kind!r} is no kind of record: there are {', '.join(RECORD_KINDS)}")


def _one(connection: Connection, selection: selects.Selection) -> int:
    return int(connection.execute(selection).scalar_one())
