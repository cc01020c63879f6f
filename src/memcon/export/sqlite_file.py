"""One SQLite file that Datasette and every SQL client open: tables with foreign keys, full-text search, facets."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from memcon.export.flow import pour
from memcon.export.selection import Selection
from memcon.export.tables import TABLES, Row, Table
from memcon.export.writing import replacing

_TYPES = {"text": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "list": "TEXT"}
_SEARCHED = {"records": "quote", "documents": "title, text"}
"""The tables with a full-text index (FTS5), and the columns in it."""


def write_sqlite(selection: Selection, path: Path) -> None:
    """Write the file, and beside it `NAME.metadata.json`, which tells Datasette of facets and labels.

    Lists are JSON arrays, by which Datasette counts each item; truth is 1 and 0.
    """
    with replacing(path) as made, closing(sqlite3.connect(made, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        for table in TABLES.values():
            connection.execute(_created(table))
        pour(selection, _SqliteSink(connection))
        for statement in _indexes():
            connection.execute(statement)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
    metadata_path(path).write_bytes(msgspec.json.format(msgspec.json.encode(metadata(path.stem)), indent=2) + b"\n")


def metadata_path(path: Path) -> Path:
    """Where the metadata of a file lies."""
    return path.with_name(f"{path.stem}.metadata.json")


def metadata(database: str) -> dict[str, Any]:
    """What Datasette is told of a database of this name: titles, facets, labels, the order of rows."""
    tables = {
        table.name: {
            "description": table.about, "facets": list(table.facets), "size": 50,
            "columns": {column.name: column.about for column in table.columns if column.about},
            **({"label_column": table.label} if table.label else {}),
            **({"sort_desc": "first_day"} if "first_day" in table.names else {}),
        }
        for table in TABLES.values()
    }
    about = "Records of diplomatic readouts, each with the exact words that it rests on; made by memcon"
    return {"title": "Ledger", "databases": {database: {"description": about, "tables": tables}}}


class _SqliteSink:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def write(self, table: str, rows: Iterable[Row]) -> None:
        places = ", ".join("?" * len(TABLES[table].columns))
        statement = f'INSERT INTO "{table}" VALUES ({places})'
        self._connection.executemany(statement, (tuple(map(_cell, row)) for row in rows))


def _cell(value: object) -> object:
    return msgspec.json.encode(value).decode() if isinstance(value, list) else value


def _created(table: Table) -> str:
    columns = [
        f'"{column.name}" {_TYPES[column.kind]}' + (" PRIMARY KEY" if column.name == table.key else "")
        for column in table.columns
    ]
    keys = [
        f'FOREIGN KEY ("{column.name}") REFERENCES "{column.refers}" ("id")'
        for column in table.columns if column.refers
    ]
    return f'CREATE TABLE "{table.name}" ({", ".join((*columns, *keys))})'


def _indexes() -> Iterable[str]:
    for table in TABLES.values():
        for column in table.columns:
            wanted = column.refers or column.name in table.facets or column.name == "first_day"
            if wanted and column.name != table.key and column.kind != "list":
                yield f'CREATE INDEX "{table.name}_by_{column.name}" ON "{table.name}" ("{column.name}")'
    for name, columns in _SEARCHED.items():
        yield f'CREATE VIRTUAL TABLE "{name}_fts" USING fts5({columns}, content="{name}")'
        yield f'INSERT INTO "{name}_fts" ("{name}_fts") VALUES (\'rebuild\')'
