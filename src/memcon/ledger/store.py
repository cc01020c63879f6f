"""Opening a ledger: which store an address means, whether it is one of ours, and the migrations that it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Engine, column, inspect, select, table
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from memcon.errors import LedgerError
from memcon.ledger import postgres, sqlite
from memcon.ledger.search import SearchIndex
from memcon.ledger.tables import REVISION

_VERSION = table("alembic_version", column("version_num"))
_SQLITE = "sqlite://"
_NONE_YET = "there is no ledger yet; make one with `memcon add PATH...`, or name another with --ledger"


class Store(NamedTuple):
    """An open store: where it is, its engine, and how it searches."""

    address: str
    engine: Engine
    search: SearchIndex


def open_store(address: str, create: bool) -> Store:
    """Open the store at a path or address and bring its tables up to date.

    Raises LedgerError if it is none of ours, cannot be opened, or does not exist while `create` is false.
    """
    store = _postgres_store(address) if postgres.is_postgres(address) else _sqlite_store(address, create)
    try:
        with translated(store.address):
            _bring_up_to_date(store, create)
    except LedgerError:
        store.engine.dispose()
        raise
    return store


def _sqlite_store(address: str, create: bool) -> Store:
    path = sqlite_path(address)
    if path != sqlite.MEMORY:
        _check_file(Path(path), create)
    return Store(path, sqlite.open_sqlite(path), sqlite.FullText())


def _postgres_store(address: str) -> Store:
    from memcon.ledger.postgres_search import FullText

    shown, engine = postgres.open_postgres(address)
    return Store(shown, engine, FullText())


def sqlite_path(address: str) -> str:
    """The file that an address means, `:memory:` for a ledger in memory; LedgerError for other kinds of store."""
    scheme, separator, _ = address.partition("://")
    if not separator:
        return sqlite.MEMORY if address == sqlite.MEMORY else str(Path(address).expanduser())
    if scheme == "sqlite":
        return address.removeprefix(_SQLITE).removeprefix("/") or sqlite.MEMORY
    what = "no ledger can be kept there; name a file or postgresql://USER@HOST/DATABASE with --ledger or MEMCON_LEDGER"
    raise LedgerError(f"{scheme}://...: {what}")


@contextmanager
def translated(address: str) -> Iterator[None]:
    """Tell faults of the store as LedgerError: what happened, in which ledger, what to do."""
    try:
        yield
    except DBAPIError as fault:
        explain = postgres.explain if postgres.is_postgres(address) else sqlite.explain
        raise LedgerError(f"{address}: {explain(fault.orig or fault)}") from fault
    except SQLAlchemyError as fault:
        raise LedgerError(f"{address}: the ledger failed ({fault}); please report it") from fault


def _check_file(path: Path, create: bool) -> None:
    try:
        if path.is_dir():
            raise LedgerError(f"{path}: a folder, not a ledger; name a file, such as {path / 'memcon.sqlite'}")
        if path.exists():
            if not sqlite.looks_like_sqlite(path):
                raise LedgerError(f"{path}: {sqlite.DAMAGED}")
        elif create:
            path.parent.mkdir(parents=True, exist_ok=True)
        else:
            raise LedgerError(f"{path}: {_NONE_YET}")
    except OSError as fault:
        what = f"the ledger cannot be opened ({fault.strerror})"
        raise LedgerError(f"{path}: {what}; name another with --ledger") from fault


def _bring_up_to_date(store: Store, create: bool) -> None:
    on_server = postgres.is_postgres(store.address)
    with store.engine.connect() as connection:
        version = _version(connection, store.address)
        if version == REVISION:
            return
        if version is None and not create and on_server:
            raise LedgerError(f"{store.address}: {_NONE_YET}")
    with store.engine.execution_options(writing=True).begin() as connection:
        # Asked again: another program may have brought it up to date while this one waited for the lock.
        if _version(connection, store.address) != REVISION:
            if on_server:
                postgres.check_encoding(connection, store.address)
            _migrate(connection)
            store.search.prepare(connection)
            if on_server:
                postgres.complete(connection)


def _version(connection: Connection, address: str) -> str | None:
    """The migration at which the ledger stands, None for an empty file; LedgerError if it is not ours or too new."""
    present = inspect(connection).get_table_names()
    if not present:
        return None
    version = connection.execute(select(_VERSION.c.version_num)).scalar() if "alembic_version" in present else None
    if version is None or "documents" not in present:
        raise LedgerError(f"{address}: a database, but not a ledger of memcon; name another with --ledger")
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
