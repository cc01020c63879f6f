"""All that only SQLite understands: how a ledger file is opened, and full-text search by FTS5."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import (
    Connection, Engine, Float, Integer, String, bindparam, column, create_engine, event, func, literal_column, select,
    table, text,
)
from sqlalchemy.pool import QueuePool
from sqlalchemy.sql.elements import ColumnElement

from memcon.ledger.current import weighed
from memcon.ledger.search import CLOSE, IDEOGRAPH, OPEN, Match, Term
from memcon.ledger.tables import documents, passages, records

MEMORY = ":memory:"
WAIT_SECONDS = 30.0
"""How long a writer waits for another before it gives up."""

DAMAGED = "the file is damaged or no ledger; restore it from a copy, or name another with --ledger"
"""What is said of a file that SQLite does not know for one of its own."""

_BETWEEN_IDEOGRAPHS = re.compile(f"(?<=[{IDEOGRAPH}])(?=[{IDEOGRAPH}])")
_JOINT = "\u200b"

_words = table("passage_words", column("rowid", Integer), column("body", String))


def open_sqlite(path: str) -> Engine:
    """An engine on a ledger file; `:memory:` stands for a file that goes when the engine is disposed of.

    (A database in memory would not do: there, a reader shuts out the writer.) Write-ahead log, so that readers never
    wait for a writer; a commit outlives the death of the process. Transactions are explicit: with the option
    `writing` they take the write lock at once, so that two programs that add at the same time take turns.
    """
    passing = TemporaryDirectory(prefix="memcon-") if path == MEMORY else None
    file = f"{passing.name}/memcon.sqlite" if passing else path
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(
            file, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=256,
        ),
        poolclass=QueuePool,
    )
    if passing:
        event.listen(engine, "engine_disposed", lambda _: passing.cleanup())
    event.listen(engine, "connect", _prepare_connection)
    event.listen(engine, "begin", _begin)
    return engine


def looks_like_sqlite(path: Path) -> bool:
    """Whether a file is empty or begins as SQLite files do."""
    with path.open("rb") as file:
        head = file.read(16)
    return head in {b"", b"SQLite format 3\0"}


def explain(fault: BaseException) -> str:
    """What a fault of SQLite means for the person, and what to do."""
    for sign, explanation in (
        ("not a database", DAMAGED),
        ("malformed", "the ledger is damaged; restore it from a copy, or add the documents to a new one"),
        ("locked", "another program is writing to the ledger; wait until it is done and try again"),
        ("readonly", "the ledger cannot be written; give yourself the right to, or name another with --ledger"),
        ("unable to open", "the ledger cannot be opened; check that its folder exists and that you may write there"),
        ("disk is full", "the disk is full; make room and run the command again: what was reported as added is kept"),
    ):
        if sign in str(fault):
            return explanation
    return f"the ledger failed ({fault}); please report it"


def _prepare_connection(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = NORMAL", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


class FullText:
    """Search by FTS5, English endings folded; Chinese and Japanese are found by any run of characters.

    FTS5 takes a run of ideographs for one word. So an invisible joint stands between them in the index, each
    is a word of its own, and what is searched for becomes a phrase.
    """

    def prepare(self, connection: Connection) -> None:
        """Make the index where it is missing."""
        connection.execute(text(
            "CREATE VIRTUAL TABLE IF NOT EXISTS passage_words USING fts5"
            "(body, tokenize = 'porter unicode61 remove_diacritics 2')"
        ))

    def put(self, connection: Connection, numbered: Sequence[tuple[int, str]]) -> None:
        """Index texts under the numbers of their passages."""
        rows = [{"rowid": number, "body": _BETWEEN_IDEOGRAPHS.sub(_JOINT, body)} for number, body in numbered]
        if rows:
            connection.execute(_words.insert(), rows)

    def forget(self, connection: Connection, numbers: Sequence[int]) -> None:
        """Drop passages from the index."""
        if numbers:
            statement = _words.delete().where(_words.c.rowid == bindparam("number"))
            connection.execute(statement, [{"number": number} for number in numbers])

    def ranked(self, connection: Connection, terms: Sequence[Term], kinds: Sequence[str], limit: int) -> list[Match]:
        """The passages of current documents that hold all terms, best first (BM25); ties by date, then id."""
        held = select(passages.c.number).select_from(_words).join(passages, passages.c.number == _words.c.rowid).where(
            _matches(terms), passages.c.kind.in_(kinds),
        )
        rank = literal_column("bm25(passage_words)", Float)
        ref = func.coalesce(records.c.id, documents.c.id)
        best = (
            select(passages.c.number, passages.c.kind, ref.label("ref"), documents.c.id.label("document"))
            .select_from(_words)
            .join(passages, passages.c.number == _words.c.rowid)
            .join(documents, documents.c.number == passages.c.document)
            .outerjoin(records, records.c.number == passages.c.record)
            .where(_matches(terms), passages.c.kind.in_(kinds), weighed(connection, passages.c.document, held))
            .order_by(rank, documents.c.first_day.desc().nulls_last(), ref, passages.c.number)
            .limit(limit)
        )
        rows = connection.execute(best).all()
        snippet = func.snippet(literal_column("passage_words"), 0, OPEN, CLOSE, "…", 40)
        chosen = _words.c.rowid.in_([row.number for row in rows])
        found = connection.execute(select(_words.c.rowid, snippet).where(_matches(terms), chosen))
        snippets = {number: words.replace(_JOINT, "") for number, words in found}
        return [Match(row.kind, row.ref, row.document, snippets[row.number]) for row in rows]

    def holds(self, passage: ColumnElement[int], terms: Sequence[Term]) -> ColumnElement[bool]:
        """The condition that the passage of this number holds all terms."""
        return passage.in_(select(_words.c.rowid).where(_matches(terms)))


def _matches(terms: Sequence[Term]) -> ColumnElement[bool]:
    expression = " ".join(_quote(term) for term in terms)
    return literal_column("passage_words", String).op("MATCH")(expression).self_group()


def _quote(term: Term) -> str:
    body = _BETWEEN_IDEOGRAPHS.sub(_JOINT, term.text).replace('"', '""')
    return f'"{body}"' + ("*" if term.prefix else "")
