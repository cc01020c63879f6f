"""All that only PostgreSQL understands: how a ledger on a server is opened, who takes turns, and what its faults mean.

The address goes to the client library as it is, so that all it understands is understood here: `~/.pgpass`, the
variables `PGPASSWORD`, `PGSSLMODE` and so on, services, sockets, several hosts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, String, create_engine, event, inspect, text
from sqlalchemy.pool import QueuePool

from memcon.errors import LedgerError
from memcon.ledger.world_tables import resolved

if TYPE_CHECKING:
    import psycopg

WAIT_SECONDS = 30.0
"""How long a writer waits for another before it gives up."""

ANSWER_SECONDS = 60.0
"""How long one statement may take, unless the server or the address sets a limit of its own."""

CONNECT_SECONDS = 10

_SETTINGS = {"jit": "off", "work_mem": "32MB", "random_page_cost": "1.1"}
"""For short questions to tables that fit into memory: plans are not compiled, sorting and indexes need no disk."""

_NEWEST_FIRST = (
    "documents_newest ON documents (first_day DESC NULLS LAST)",
    "records_newest ON records (first_day DESC NULLS LAST)",
    "records_of_kind_newest ON records (kind, first_day DESC NULLS LAST)",
    "resolved_newest ON resolved (family, first_day DESC NULLS LAST)",
)
"""Indexes in the order of lists, what is not dated last; those of the tables have it at the other end here."""

_SCHEMES = frozenset({"postgresql", "postgres"})
_TURN = 0x6D656D636F6E
"""The lock that writers take in turns: the letters of `memcon`."""

_BY_STATE = {
    "28P01": "the server does not accept the password",
    "28000": "the server lets you in under no such name, or not from here; ask who keeps it",
    "3D000": "the server has no such database; make it with `createdb`, or check the name",
    "42501": "you have no right to do that there; ask who keeps the server to grant it",
    "25006": "the server lets nobody write there; name the one that does, or ask who keeps it",
    "53100": "the disk of the server is full; make room and run the command again: what was reported as added is kept",
    "53300": "the server has no connection to spare; wait, or ask who keeps it to allow more",
    "55P03": "another program is writing to the ledger; wait until it is done and try again",
    "57014": "the answer took too long and was broken off; ask for less, or set statement_timeout in the address",
}
_LOST = "the connection to the server was lost; what was reported as added is kept: run the command again"
_BY_WORDS = (  # those who are not let in get no code
    ("password authentication failed", _BY_STATE["28P01"] + "; put the right one into ~/.pgpass or PGPASSWORD"),
    ("no password supplied", "the server asks for a password; put it into ~/.pgpass or PGPASSWORD"),
    ('database ".*" does not exist', _BY_STATE["3D000"]),
    ('role ".*" does not exist', _BY_STATE["28000"]),
    (r"pg_hba\.conf", _BY_STATE["28000"]),
    ("too many clients", _BY_STATE["53300"]),
    ("remaining connection slots", _BY_STATE["53300"]),
    ("starting up", "the server is starting; try again in a moment"),
    ("shutting down", "the server is stopping; try again when it runs again"),
    ("connection refused", "no server answers there; check that it runs, and the host and port in the address"),
    ("no such file", "no server answers there; check that it runs, and the host and port in the address"),
    ("timeout expired", "no server answers there in time; check the host and port in the address, and the network"),
    ("could not translate host name", "there is no such host; check the address"),
    ("failed to resolve host", "there is no such host; check the address"),
    (r"definition of service", "there is no such service in ~/.pg_service.conf; check the address"),
    ("lost synchronization", _LOST),
    ("server closed the connection", _LOST),
    ("connection is lost", _LOST),
    ("connection is closed", _LOST),
    (r"nul \(0x00\)", "a text holds the sign NUL, which PostgreSQL cannot keep; take it out of the source"),
)


def is_postgres(address: str) -> bool:
    """Whether an address means a ledger on a PostgreSQL server."""
    scheme, separator, _ = address.partition("://")
    return bool(separator) and scheme.partition("+")[0] in _SCHEMES


def open_postgres(address: str) -> tuple[str, Engine]:
    """The address as it may be shown, without any secret, and an engine on the database.

    Nothing is connected yet. A reader sees the ledger as it was at the first step of a transaction and never waits;
    with the option `writing` a transaction waits its turn among all writers first. LedgerError if the address is
    malformed or the driver is not installed.
    """
    try:
        import psycopg
    except ImportError as fault:
        what = "ledgers on PostgreSQL need a driver; install it with `pip install 'memcon[postgres]'`"
        raise LedgerError(f"postgresql://...: {what}") from fault
    parameters = _parse(address)
    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: psycopg.connect(**parameters), poolclass=QueuePool,
        pool_pre_ping=True, use_native_hstore=False,
    )
    event.listen(engine, "connect", _prepare_connection)
    event.listen(engine, "begin", _begin)
    return _shown(parameters), engine


def _parse(address: str) -> dict[str, Any]:
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    _, _, rest = address.partition("://")
    try:
        given = conninfo_to_dict(f"postgresql://{rest}")
    except ProgrammingError:
        what = "no address of a PostgreSQL database; write postgresql://USER@HOST/DATABASE"
        # The fault quotes the address, and with it perhaps a password.
        raise LedgerError(f"postgresql://...: {what}") from None
    return {
        "connect_timeout": CONNECT_SECONDS, "fallback_application_name": "memcon", "client_encoding": "utf8",
        "keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3, **given,
    }


def _shown(parameters: dict[str, Any]) -> str:
    user, host = parameters.get("user"), parameters.get("host") or parameters.get("hostaddr")
    place = (f"{user}@" if user else "") + (host if host and not host.startswith("/") else "")
    port = f":{parameters['port']}" if parameters.get("port", "").strip(",") else ""
    service = f"?service={parameters['service']}" if parameters.get("service") else ""
    return f"postgresql://{place}{port}/{parameters.get('dbname') or ''}{service}"


def _prepare_connection(connection: psycopg.Connection[Any], _record: object) -> None:
    for name, value in _SETTINGS.items():
        connection.execute("SELECT set_config(%s, %s, false)", (name, value))
    limit = f"{int(ANSWER_SECONDS * 1000)}"
    connection.execute(
        "SELECT set_config('statement_timeout', %s, false) WHERE current_setting('statement_timeout') = '0'", (limit,),
    )
    connection.commit()


def _begin(connection: Connection) -> None:
    if not connection.get_execution_options().get("writing", False):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        return
    # Each statement after the lock sees all that those before in the turn have committed.
    connection.exec_driver_sql(
        "SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE;"
        f"SET LOCAL lock_timeout = {int(WAIT_SECONDS * 1000)};"
        "SET LOCAL statement_timeout = 0;"
        f"SELECT pg_advisory_xact_lock({_TURN})"
    )


def check_encoding(connection: Connection, address: str) -> None:
    """LedgerError if the database cannot keep texts of all languages."""
    encoding = connection.execute(text("SHOW server_encoding")).scalar()
    if encoding != "UTF8":
        what = f"a database in the encoding {encoding}, which cannot keep all languages"
        raise LedgerError(f"{address}: {what}; make one with `createdb --encoding UTF8 --template template0`")


def complete(connection: Connection) -> None:
    """Have all texts compared sign by sign, as SQLite does, so that answers have one order on every server; indexes.

    To be run after every migration: columns get the collation of the database when they are made.
    """
    present = inspect(connection)
    quote = connection.dialect.identifier_preparer.quote
    for name in (*resolved.metadata.tables, "passage_words", "passage_texts"):
        changes = [
            f'ALTER COLUMN {quote(column["name"])} TYPE {column["type"].compile(connection.dialect)} COLLATE "C"'
            for column in present.get_columns(name)
            if isinstance(column["type"], String) and column["type"].collation != "C"
        ]
        if changes:
            connection.exec_driver_sql(f"ALTER TABLE {quote(name)} {', '.join(changes)}")
    for index in _NEWEST_FIRST:
        connection.exec_driver_sql(f"CREATE INDEX IF NOT EXISTS {index}")


def explain(fault: BaseException) -> str:
    """What a fault of the driver means for the person, and what to do."""
    state = getattr(fault, "sqlstate", None)
    if state in _BY_STATE:
        return _BY_STATE[state]
    if state is not None and (state.startswith("08") or state in {"57P01", "57P02", "57P03"}):
        return _LOST
    said = " ".join(str(fault).split())
    for signs, explanation in _BY_WORDS:
        if re.search(signs, said, re.IGNORECASE):
            return explanation
    if state is None:
        return f"the server cannot be used ({said}); check the address, and ask who keeps the server"
    return f"the ledger failed ({said}); please report it"
