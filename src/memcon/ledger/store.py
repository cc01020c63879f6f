"""Opening a ledger: which store an address means, whether it is one of ours, and the migrations that it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Engine, column, inspect, select, table
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from memcon.errors import LedgerError
from memcon.ledger.search import SearchIndex
from memcon.ledger.sqlite import MEMORY, FullText, looks_like_sqlite, open_sqlite
from memcon.ledger.tables import REVISION

_VERSION = table("alembic_version", column("version_num"))
_SQLITE = "sqlite://"


class Store(NamedTuple):
    """An open store: where it is, its engine, and how it searches."""

    address: str
    engine: Engine
    search: SearchIndex


def open_store(address: str, create: bool) -> Store:
    """Open the store at a path or address and bring its tables up to date.

    Raises LedgerError if it is none of ours, cannot be opened, or does not exist while `create` is false.
    """
    path = sqlite_path(address)
    if path != MEMORY:
        _check_file(Path(path), create)
    store = Store(path, open_sqlite(path), FullText())
    try:
        with translated(path):
            _bring_up_to_date(store)
    except LedgerError:
        store.engine.dispose()
        raise
    return store


def sqlite_path(address: str) -> str:
    """The file that an address means, `:memory:` for a ledger in memory; LedgerError for other kinds of store."""
    scheme, separator, _ = address.partition("://")
    if not separator:
        return MEMORY if address == MEMORY else str(Path(address).expanduser())
    if scheme == "sqlite":
        return address.removeprefix(_SQLITE).removeprefix("/") or MEMORY
    if scheme.partition("+")[0] in {"postgresql", "postgres"}:
        raise LedgerError(
            f"{scheme}://...: this version keeps ledgers in SQLite only; name a file with --ledger or MEMCON_LEDGER"
        )
    raise LedgerError(f"{scheme}://...: no ledger can be kept there; name a file with --ledger or MEMCON_LEDGER")


@contextmanager
def translated(address: str) -> Iterator[None]:
    """Tell faults of the store as LedgerError: what happened, in which ledger, what to do."""
    try:
        yield
    except DBAPIError as fault:
        raise LedgerError(f"{address}: {_explain(str(fault.orig))}") from fault
    except SQLAlchemyError as fault:
        raise LedgerError(f"{address}: the ledger failed ({fault}); please report it") from fault


def _explain(fault: str) -> str:
    for sign, explanation in (
        ("not a database", "the file is damaged or no ledger; restore it from a copy, or name another with --ledger"),
        ("malformed", "the ledger is damaged; restore it from a copy, or add the documents to a new one"),
        ("locked", "another program is writing to the ledger; wait until it is done and try again"),
        ("readonly", "the ledger cannot be written; give yourself the right to, or name another with --ledger"),
        ("unable to open", "the ledger cannot be opened; check that its folder exists and that you may write there"),
        ("disk is full", "the disk is full; make room and run the command again: what was reported as added is kept"),
    ):
        if sign in fault:
            return explanation
    return f"the ledger failed ({fault}); please report it"


def _check_file(path: Path, create: bool) -> None:
    try:
        if path.is_dir():
            raise LedgerError(f"{path}: a folder, not a ledger; name a file, such as {path / 'memcon.sqlite'}")
        if path.exists():
            if not looks_like_sqlite(path):
                raise LedgerError(f"{path}: {_explain('not a database')}")
        elif create:
            path.parent.mkdir(parents=True, exist_ok=True)
        else:
            raise LedgerError(
                f"{path}: there is no ledger yet; make one with `memcon add PATH...`, or name another with --ledger"
            )
    except OSError as fault:
        what = f"the ledger cannot be opened ({fault.strerror})"
        raise LedgerError(f"{path}: {what}; name another with --ledger") from fault


def _bring_up_to_date(store: Store) -> None:
    with store.engine.connect() as connection:
        if _version(connection, store.address) == REVISION:
            return
    with store.engine.execution_options(writing=True).begin() as connection:
        # Asked again: another program may have brought it up to date while this one waited for the lock.
        if _version(connection, store.address) != REVISION:
            _migrate(connection)
            store.search.prepare(connection)


def _version(connection: Connection, address: str) -> str | None:
    """The migration at which the ledger stands, None for an empty file; LedgerError if it is not ours or too new."""
    present = inspect(connection).get_table_names()
    if not present:
        return None
    version = connection.execute(select(_VERSION.c.version_num)).scalar() if "alembic_version" in present else None
    if version is None or "documents" not in present:
        raise LedgerError(f"{address}: a database, but not a ledger of memcon; name another file with --ledger")
    if version > REVISION:
        raise LedgerError(f"{address}: made by a newer version of memcon; upgrade memcon to read it")
    return str(version)


def _migrate(connection: Connection) -> None:
    from alembic.command import upgrade
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "memcon.ledger:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    upgrade(config, "head")
