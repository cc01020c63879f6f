"""A Frictionless data package: the CSV tables with a description of every column, key and reference."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from memcon.export.csv_folder import write_csv
from memcon.export.selection import Selection
from memcon.export.tables import TABLES, Column, Table

_TYPES = {"text": "string", "integer": "integer", "number": "number", "boolean": "boolean", "list": "array"}


def write_data_package(selection: Selection, folder: Path) -> None:
    """Write the tables and `datapackage.json` (Data Package 1, Table Schema) into a folder."""
    write_csv(selection, folder)
    described = msgspec.json.format(msgspec.json.encode(descriptor()), indent=2)
    (folder / "datapackage.json").write_bytes(described + b"\n")


def descriptor() -> dict[str, Any]:
    """The description of the package."""
    return {
        "profile": "data-package", "name": "memcon-ledger", "title": "Ledger of diplomatic readouts",
        "description": "Records of diplomatic readouts, each with the exact words that it rests on. An apostrophe "
                       "before =, +, -, @ or a tab at the beginning of a cell keeps spreadsheets from running it.",
        "resources": [_resource(table) for table in TABLES.values()],
    }


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(table, column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = [table.key]
    keys = [
        {"fields": [column.name], "reference": {"resource": column.refers, "fields": ["id"]}}
        for column in table.columns if column.refers
    ]
    return {
        "profile": "tabular-data-resource", "name": table.name, "description": table.about,
        "path": f"{table.name}.csv", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "doubleQuote": True},
        "schema": {**schema, **({"foreignKeys": keys} if keys else {})},
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.kind]}
    if column.about:
        field["description"] = column.about
    if column.name == table.key:
        field["constraints"] = {"required": True, "unique": True}
    return field
