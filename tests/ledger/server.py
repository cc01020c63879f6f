"""A PostgreSQL server for the length of a test run: on a loopback port, in a folder that goes with it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

USER = "memcon"
_ACCOUNT = "postgres"
_OPTIONS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60", "lc_messages=C")


def find_programs() -> Path | None:
    """The folder of the server's programs, None on a machine that has none; Debian keeps them off the path."""
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).resolve().parent
    folders = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((path.parent for path in folders), default=None, key=lambda path: int(path.parent.name))


class Server:
    """A running server: databases are made and dropped on it, each under a name of its own."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self.port = 0
        self._programs = programs
        self._folder = folder
        self._numbers = count(1)

    def address(self, database: str, user: str = USER) -> str:
        """The address of a database."""
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def make_database(self, template: str = "template0", options: str = "") -> str:
        """Make a database, a copy of the template; its name."""
        name = f"ledger_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template} {options}")
        return name

    def drop_database(self, name: str) -> None:
        """Drop a database, whoever is still connected."""
        self.run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def run(self, statement: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """Run a statement of the keeper of the server; its rows."""
        import psycopg

        with psycopg.connect(self.address(database), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = " ".join(f"-c {option}" for option in (
            *_OPTIONS, f"port={self.port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={self._folder}",
        ))
        self._control("start", "--log", str(self._folder / "log"), "--options", options)

    def stop(self) -> None:
        """Stop it at once."""
        self._control("stop", "--mode", "immediate")

    def set_up(self) -> None:
        """Make the folder of its data; only those who know the password get in as `locked_out`."""
        _run(self._programs / "initdb", "--pgdata", str(self._data), "--username", USER, "--auth", "trust", "--no-sync",
             "--encoding", "UTF8", "--locale", "C.UTF-8")
        access = self._data / "pg_hba.conf"
        strict = "host all locked_out 127.0.0.1/32 scram-sha-256\nhost all turned_away 127.0.0.1/32 reject\n"
        access.write_text(strict + access.read_text())

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _control(self, *arguments: str) -> None:
        _run(self._programs / "pg_ctl", "--pgdata", str(self._data), "--wait", *arguments)


@contextmanager
def running_server(programs: Path) -> Iterator[Server]:
    """A new server; it is stopped, and all that it kept is gone, at the end."""
    folder = Path(tempfile.mkdtemp(prefix="memcon-postgresql-"))
    try:
        if os.geteuid() == 0:  # a server refuses to run as root
            shutil.chown(folder, _ACCOUNT)
        server = Server(programs, folder)
        server.set_up()
        _start(server)
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)


def _start(server: Server) -> None:
    """Start the server on a port that is free; another program may take it in the meantime, so more than once."""
    for last in (False, False, True):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            server.port = probe.getsockname()[1]
        try:
            server.start()
        except OSError:
            if last:
                raise
        else:
            return


def _run(program: Path, *arguments: str) -> None:
    as_whom = {"user": _ACCOUNT, "group": _ACCOUNT, "extra_groups": ()} if os.geteuid() == 0 else {}
    # Output goes to a file: the server inherits it, and a pipe would never close.
    with tempfile.TemporaryFile() as said:
        ran = subprocess.run(
            (program, *arguments), stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd="/", check=False,
            **as_whom,  # type: ignore[call-overload]
        )
        said.seek(0)
        if ran.returncode:
            raise OSError(f"{program.name} failed: {said.read().decode(errors='replace')}")
