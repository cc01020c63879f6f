"""What the tests of the ledger may ask for: a PostgreSQL server of their own, and databases on it.

A machine without the server skips these tests. `.ci/run` sets MEMCON_POSTGRES_REQUIRED=1: then there it fails.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest

from memcon.ledger import Ledger

from tests.ledger.server import Server, find_programs, running_server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server, one for each worker; the test is skipped where none is installed."""
    programs = find_programs()
    if programs is None:
        why = "no PostgreSQL server on this machine; install the package `postgresql` of your distribution"
        if os.environ.get("MEMCON_POSTGRES_REQUIRED") == "1":
            pytest.fail(why)
        pytest.skip(why)
    with running_server(programs) as server:
        yield server


@pytest.fixture(scope="session")
def used_database(server: Server) -> str:
    """The name of a database with a ledger, which one test after the other uses."""
    name = server.make_database()
    Ledger.open(server.address(name)).close()
    return name


@pytest.fixture
def database(server: Server, used_database: str) -> str:
    """The address of an empty ledger on the server; to empty one takes a fraction of the time of making one."""
    named = "schemaname = 'public' AND tablename <> 'alembic_version'"
    tables = server.run(f"SELECT quote_ident(tablename) FROM pg_tables WHERE {named} ORDER BY 1", used_database)
    server.run(f"TRUNCATE {', '.join(name for (name,) in tables)}", used_database)
    return server.address(used_database)


@pytest.fixture
def role(server: Server, used_database: str) -> Iterator[Callable[[str], None]]:
    """Make a role by its name, which may read what is in the used database; it is gone after the test."""
    made: list[str] = []

    def make(name: str) -> None:
        server.run(f"CREATE ROLE {name} LOGIN PASSWORD 'pass word'")
        made.append(name)
        server.run(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {name}", used_database)

    yield make
    for name in made:
        server.run(f"DROP OWNED BY {name}", used_database)
        server.run(f"DROP ROLE {name}")
