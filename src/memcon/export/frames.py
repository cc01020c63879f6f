"""A table of a ledger in memory: as plain rows, or as pandas, polars or Arrow know it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from memcon.errors import UsageError
from memcon.export.extras import needed
from memcon.export.flow import table_rows
from memcon.export.parquet_folder import arrow_schema
from memcon.export.selection import Selection
from memcon.export.tables import TABLES, Row, Table
from memcon.ledger import Ledger, Query

Frame: TypeAlias = Any

_PANDAS = {"text": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean", "list": "object"}
"""Types that know missing values, so that a column of whole numbers stays one."""


def frame(ledger: Ledger, name: str, as_: str, query: Query) -> Frame:
    """The rows of a table that a query asks for, in one of `FRAMES`.

    UsageError for a name that is no table, and where the package is not installed.
    """
    table = TABLES.get(name)
    if table is None:
        raise UsageError(f"{name!r} is no table: there are {', '.join(TABLES)}")
    return FRAMES[as_](table, list(table_rows(Selection(ledger, query), name)))


def _rows(table: Table, rows: list[Row]) -> list[dict[str, object]]:
    return [dict(zip(table.names, row, strict=True)) for row in rows]


def _pandas(table: Table, rows: list[Row]) -> Frame:
    pandas = needed("pandas", "as_='pandas'", extra="pandas")
    cells = _columns(table, rows)
    return pandas.DataFrame({
        column.name: pandas.Series(cells[column.name], dtype=_PANDAS[column.kind]) for column in table.columns
    })


def _polars(table: Table, rows: list[Row]) -> Frame:
    polars = needed("polars", "as_='polars'", extra="polars")
    types = {
        "text": polars.String, "integer": polars.Int64, "number": polars.Float64, "boolean": polars.Boolean,
        "list": polars.List(polars.String),
    }
    return polars.DataFrame(
        _columns(table, rows), schema={column.name: types[column.kind] for column in table.columns},
    )


def _arrow(table: Table, rows: list[Row]) -> Frame:
    arrow = needed("pyarrow", "as_='arrow'", extra="arrow")
    return arrow.table(_columns(table, rows), schema=arrow_schema(arrow, table))


def _columns(table: Table, rows: list[Row]) -> dict[str, list[object]]:
    return {name: [row[place] for row in rows] for place, name in enumerate(table.names)}


FRAMES: dict[str, Callable[[Table, list[Row]], Frame]] = {
    "rows": _rows, "pandas": _pandas, "polars": _polars, "arrow": _arrow,
}
"""What a table can be taken as."""
