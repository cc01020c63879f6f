"""A folder of Parquet files, one for each table, for pandas, polars, DuckDB, R and the like."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

from memcon.export.extras import needed
from memcon.export.flow import pour
from memcon.export.selection import Selection
from memcon.export.tables import TABLES, Row, Table

Schema: TypeAlias = Any

_GROUP = 20_000
"""Rows that are written at a time: fewer make files that are slow to read."""


def write_parquet(selection: Selection, folder: Path) -> None:
    """Write a file for each table into a folder, which is made if it is missing; lists are lists of strings.

    UsageError where pyarrow is not installed.
    """
    arrow, parquet = needed("pyarrow", "Parquet"), needed("pyarrow.parquet", "Parquet")
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as open_files:
        sink = _ParquetSink()
        for table in TABLES.values():
            schema = arrow_schema(arrow, table)
            writer = parquet.ParquetWriter(folder / f"{table.name}.parquet", schema, compression="zstd")
            sink.files[table.name] = (open_files.enter_context(writer), schema)
        pour(selection, sink)
        for name in TABLES:
            sink.flush(name)


def arrow_schema(arrow: ModuleType, table: Table) -> Schema:
    """The Arrow schema of a table, given the module pyarrow."""
    types = {
        "text": arrow.string(), "integer": arrow.int64(), "number": arrow.float64(), "boolean": arrow.bool_(),
        "list": arrow.list_(arrow.string()),
    }
    schema: Schema = arrow.schema([arrow.field(column.name, types[column.kind]) for column in table.columns])
    return schema


class _ParquetSink:
    def __init__(self) -> None:
        self.files: dict[str, tuple[Any, Any]] = {}
        self._waiting: dict[str, list[Row]] = {name: [] for name in TABLES}

    def write(self, table: str, rows: Iterable[Row]) -> None:
        self._waiting[table].extend(rows)
        heavy = table == "documents"  # whole texts: a group of these has fewer rows
        if len(self._waiting[table]) >= (_GROUP // 100 if heavy else _GROUP):
            self.flush(table)

    def flush(self, table: str) -> None:
        rows, self._waiting[table] = self._waiting[table], []
        if rows:
            writer, schema = self.files[table]
            columns = dict(zip(schema.names, zip(*rows, strict=True), strict=True))
            writer.write_table(needed("pyarrow", "Parquet").table(columns, schema=schema))
