"""A folder of CSV files, one for each table, which spreadsheets open without running what stands in a cell."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

import msgspec

from memcon.export.flow import pour
from memcon.export.selection import Selection
from memcon.export.tables import TABLES, Row

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection); also such text already guarded."""

_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def guard(text: str) -> str:
    """The text with an apostrophe in front, where a spreadsheet would take it for a formula.

    >>> guard("=1+1"), guard("trade"), guard("'-1")
    ("'=1+1", 'trade', "''-1")
    """
    return "'" + text if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """The text as it was before `guard`.

    >>> unguard(guard("-5 %")), unguard("'quoted'")
    ('-5 %', "'quoted'")
    """
    return text[1:] if _GUARDED.match(text) else text


def write_csv(selection: Selection, folder: Path) -> None:
    """Write a file for each table into a folder, which is made if it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as open_files:
        pour(selection, _CsvSink(folder, open_files))


class _CsvSink:
    def __init__(self, folder: Path, open_files: ExitStack) -> None:
        self._writers = {}
        for table in TABLES.values():
            file = open_files.enter_context((folder / f"{table.name}.csv").open("w", encoding="utf-8", newline=""))
            self._writers[table.name] = csv.writer(file, lineterminator="\n")
            self._writers[table.name].writerow(table.names)

    def write(self, table: str, rows: Iterable[Row]) -> None:
        self._writers[table].writerows([_cell(value) for value in row] for row in rows)


def _cell(value: object) -> object:
    """A value as it stands in a file: lists as JSON, truth as true and false, nothing as an empty cell."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return guard(value)
        case list():
            return msgspec.json.encode(value).decode()
    return value
