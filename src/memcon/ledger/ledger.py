"""The ledger: keep readings and ask for what they say, whatever the store behind it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from sqlalchemy import Connection, select

from memcon.errors import LedgerError, UsageError
from memcon.ledger import asking, keeping, reviews, selects, who, wholes
from memcon.ledger.results import (
    Added, Coverage, Decision, DocumentQuery, DocumentRow, EncounterRow, EntityQuery, EntityRow, Hit, Note, Query,
    RecordRow, Review, ThreadRow, VisitRow, WholeFamily,
)
from memcon.ledger.search import DOCUMENTS, parse_words
from memcon.ledger.store import open_store, translated
from memcon.ledger.tables import documents
from memcon.ledger.world import LedgerWorld
from memcon.model import RECORD_KINDS, AnyMember, Document, Family, Judgement, Profile, Reading

Row = TypeVar("Row")

_EVERYTHING = Query()
_ALL_DOCUMENTS = DocumentQuery()
_EVERYBODY = EntityQuery()


class Resolver(Protocol):
    """What joins a reading with those that are kept: see `memcon.resolution`."""

    @property
    def author(self) -> str:
        """The name and version under which its judgements are kept."""

    def settle(self, world: LedgerWorld, reading: Reading) -> None:
        """Join the reading with what the world holds."""

    def recover(self, world: LedgerWorld, disturbed: Mapping[Family, Sequence[str]]) -> None:
        """Join anew what is left of things from which a document was taken out."""

    def mend(self, world: LedgerWorld, family: Family, members: Sequence[str]) -> None:
        """Join these members anew."""


class Ledger:
    """The store of all readings. Open one by its address (see `open`), close it or use it as a context.

    Every change is one transaction: what a method has returned is kept, whatever happens next. One ledger may be
    read by many threads and programs while one writes; writers take turns.
    Iterators read from the state of the ledger at their first step. LedgerError tells what goes wrong in the store,
    or which id is not there; UsageError a question that makes no sense.
    """

    def __init__(self, address: str | Path, *, create: bool = True, resolver: Resolver | None = None) -> None:
        self._store = open_store(str(address), create)
        self._resolver = resolver

    @classmethod
    def open(cls, address: str | Path, *, create: bool = True, resolver: Resolver | None = None) -> Ledger:
        """The ledger at a path or address (`sqlite:///...`, `postgresql://...`), made if missing, unless told not to.

        `:memory:` is a ledger that is gone when it is closed. With a `resolver`, a reading that is added is joined
        with all others in the same transaction; without, `settle` does so later.
        """
        return cls(address, create=create, resolver=resolver)

    @property
    def address(self) -> str:
        """Where the ledger is: its path, or its address without password."""
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
            world = LedgerWorld(connection)
            disturbed = world.withdraw(identity)
            added = keeping.keep(connection, self._store.search, reading)
            reviews.attach(connection, reading)
            if self._resolver is not None:
                self._resolver.settle(world, reading)
                world.mark_settled(identity, self._resolver.author)
                self._recover(world, disturbed)
            return added

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
            world = LedgerWorld(connection)
            disturbed = world.withdraw(row.id)
            keeping.take_out(connection, self._store.search, row.id)
            self._recover(world, disturbed)
            return row

    # Joining

    def unsettled(self, author: str) -> list[str]:
        """The ids of the documents that no resolver of this name has joined with the others, oldest first."""
        with self._reading() as connection:
            return LedgerWorld(connection).unsettled(author)

    def settle(self, document: str) -> None:
        """Join a kept document (its id) with the others, as `add` does with a new one."""
        resolver = self._needed_resolver()
        with self._writing() as connection:
            world = LedgerWorld(connection)
            disturbed = world.withdraw(document)
            resolver.settle(world, asking.reading(connection, document))
            world.mark_settled(document, resolver.author)
            resolver.recover(world, disturbed)

    def to_settle(self, *, anew: bool = False) -> list[str]:
        """The ids of the documents that `settle` has yet to join, oldest first.

        If others were joined by another resolver (or `anew` is true), what it has joined is taken apart here, and all
        documents are to be joined: rules do not mix. What people have decided stays.
        """
        author = self._needed_resolver().author
        with self._writing() as connection:
            world = LedgerWorld(connection)
            if anew or world.authors() - {author}:
                world.take_apart()
            return world.unsettled(author)

    def _recover(self, world: LedgerWorld, disturbed: Mapping[Family, Sequence[str]]) -> None:
        if self._resolver is not None:
            self._resolver.recover(world, disturbed)

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
        """The people or things of a kind (person, state, organization, place, initiative, group), one row each.

        What no resolver has joined has a row for each name.
        """
        with self._reading() as connection:
            found = who.select_entities(connection, kind, query)
            yield from who.entity_rows(connection, kind, found, query.revisions)

    def count_entities(self, kind: str, query: EntityQuery = _EVERYBODY) -> int:
        """How many people or things of a kind the query asks for, its limit left aside."""
        with self._reading() as connection:
            return _one(connection, who.count_entities(connection, kind, query))

    # What people decide and note

    def review(
        self, record: str, decision: Decision, author: str, *, changes: Mapping[str, Any] | None = None,
        reason: str | None = None,
    ) -> Review:
        """Accept, correct or reject a record (its full id); a decision before it is undone.

        `changes` are the fields of a correction as in JSON. UsageError where they do not fit the record.
        """
        with self._writing() as connection:
            return reviews.decide(connection, record, decision, author, changes=changes or {}, reason=reason)

    def merge(self, left: str, right: str, author: str, *, reason: str | None = None) -> Review:
        """Decide that two resolved things (people, bodies, encounters, visits, threads) are one."""
        return self._decide_same(left, right, author, same=True, reason=reason)

    def split(self, member: str, whole: str, author: str, *, reason: str | None = None) -> Review:
        """Decide that a member (the id of an account, wording or profile) is not of the thing it is counted to."""
        return self._decide_same(member, whole, author, same=False, reason=reason)

    def undo(self, review: str) -> Review:
        """Take a decision back (its full id): all is as if it had not been made, but it is still told, as undone."""
        with self._writing() as connection:
            undone, family, members = reviews.undo(connection, review)
            if family is not None:
                self._needed_resolver().mend(LedgerWorld(connection), family, members)
            return undone

    def reviews(self, subject: str | None = None, *, undone: bool = False) -> list[Review]:
        """The decisions on a record or thing (None: on all), oldest first; with those that are undone, if wished."""
        with self._reading() as connection:
            return reviews.listed(connection, subject, undone=undone)

    def note(self, subject: str, text: str, author: str) -> Note:
        """Keep a note on a record, document or resolved thing: beside it, never in it."""
        with self._writing() as connection:
            return reviews.add_note(connection, subject, text, author)

    def notes(self, subject: str | None = None) -> list[Note]:
        """The notes on a record, document or thing (None: on all), oldest first."""
        with self._reading() as connection:
            return reviews.notes_on(connection, subject)

    def remove_note(self, note: str) -> None:
        """Take a note away."""
        with self._writing() as connection:
            reviews.remove_note(connection, note)

    def _decide_same(self, left: str, right: str, author: str, *, same: bool, reason: str | None) -> Review:
        resolver = self._needed_resolver()
        with self._writing() as connection:
            review, family, members = reviews.decide_same(
                connection, left, right, same=same, author=author, reason=reason,
            )
            resolver.mend(LedgerWorld(connection), family, members)
            return review

    def _needed_resolver(self) -> Resolver:
        if self._resolver is None:
            raise LedgerError(f"{self.address}: opened without a resolver; nothing can be joined")
        return self._resolver

    # What many documents speak of

    def encounters(self, query: Query = _EVERYTHING) -> Iterator[EncounterRow]:
        """The encounters of which an account is what the query asks for, the latest first."""
        with self._reading() as connection:
            found = wholes.select_wholes(connection, self._store.search, "encounter", query)
            yield from wholes.encounters(connection, found)

    def visits(self, query: Query = _EVERYTHING) -> Iterator[VisitRow]:
        """The visits of which a report is what the query asks for, the latest first."""
        with self._reading() as connection:
            found = wholes.select_wholes(connection, self._store.search, "visit", query)
            yield from wholes.visits(connection, found)

    def threads(self, kind: str | None = None, query: Query = _EVERYTHING) -> Iterator[ThreadRow]:
        """The threads (of commitments, positions, characterizations; None: of all) of which a wording is asked for."""
        _check_kind(kind)
        with self._reading() as connection:
            found = wholes.select_wholes(connection, self._store.search, "thread", query, kind)
            yield from wholes.threads(connection, found)

    def count_wholes(self, family: WholeFamily, query: Query = _EVERYTHING, kind: str | None = None) -> int:
        """How many encounters, visits or threads the query asks for, its limit left aside."""
        with self._reading() as connection:
            found = wholes.select_wholes(connection, self._store.search, family, query, kind)
            return _one(connection, wholes.count(found))

    def encounter(self, identity: str) -> EncounterRow:
        """One encounter by its full id."""
        with self._reading() as connection:
            return _only(wholes.encounters(connection, wholes.of_id(identity)), identity)

    def visit(self, identity: str) -> VisitRow:
        """One visit by its full id."""
        with self._reading() as connection:
            return _only(wholes.visits(connection, wholes.of_id(identity)), identity)

    def thread(self, identity: str) -> ThreadRow:
        """One thread by its full id."""
        with self._reading() as connection:
            return _only(wholes.threads(connection, wholes.of_id(identity)), identity)

    def whole_of(self, identity: str) -> str | None:
        """The id of the encounter, visit, thread or resolved entity to which a record or profile belongs.

        None if it belongs to none.
        """
        with self._reading() as connection:
            return wholes.whole_of(connection, identity)

    def wholes_of(self, ids: Collection[str]) -> dict[str, str]:
        """The ids of the resolved things to which entities and records of documents (their ids) belong, by these ids.

        What belongs to none, as a group or a mere description, is left out.
        """
        with self._reading() as connection:
            return wholes.wholes_of(connection, ids)

    def members(self, identity: str) -> list[AnyMember]:
        """What makes up a resolved thing: accounts, reports, wordings, or the names under which documents show it."""
        with self._reading() as connection:
            return wholes.members_of(connection, identity)

    def judgements(self, identity: str) -> list[Judgement]:
        """What speaks for a resolved thing: the decisions, the program's and people's, on its members."""
        with self._reading() as connection:
            return wholes.judgements_of(connection, identity)

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

    def profiles_by(self, keys: Collection[str]) -> list[Profile]:
        """The profiles of entities that are found by one of these keys (see `memcon.resolution`), the latest first."""
        with self._reading() as connection:
            found = LedgerWorld(connection).near("entity", keys)
            return [one for one in found if isinstance(one, Profile)]

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
        """The row, over all documents, of the entity, profile or resolved thing of this full id."""
        with self._reading() as connection:
            return who.entity_row(connection, identity)

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


def _only(rows: Iterator[Row], identity: str) -> Row:
    for row in rows:
        return row
    raise wholes.missing(identity)


def _one(connection: Connection, selection: selects.Selection) -> int:
    return int(connection.execute(selection).scalar_one())
