"""Every format of an export by its name, with what writes it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, Literal

import msgspec

from memcon.export.selection import Selection
from memcon.export.writing import replacing


class Format(msgspec.Struct, frozen=True):
    """A format: `into` tells whether it is a stream, a file of its own or a folder; `writer` is MODULE:FUNCTION."""

    into: Literal["stream", "file", "folder"]
    writer: str
    about: str

    def _write(self) -> Callable[[Selection, Any], None]:
        module, _, function = self.writer.partition(":")
        found: Callable[[Selection, Any], None] = getattr(import_module(f"memcon.export.{module}"), function)
        return found

    def to_stream(self, selection: Selection, out: BinaryIO) -> None:
        """Write a selection to a stream; only a format that goes into a stream can."""
        self._write()(selection, out)

    def to_path(self, selection: Selection, path: Path) -> None:
        """Write a selection to a file, which is there whole or not at all, or into a folder."""
        if self.into == "stream":
            with replacing(path) as made, made.open("wb") as out:
                self.to_stream(selection, out)
        else:
            self._write()(selection, path)


FORMATS: dict[str, Format] = {
    "csv": Format("folder", "csv_folder:write_csv", "a folder of CSV files, one a table"),
    "parquet": Format("folder", "parquet_folder:write_parquet", "a folder of Parquet files, one a table"),
    "datapackage": Format("folder", "data_package:write_data_package", "the CSV files as a Frictionless data package"),
    "sqlite": Format("file", "sqlite_file:write_sqlite", "one SQLite file, made for Datasette"),
    "jsonl": Format("stream", "readings:write_readings", "readings, one a line"),
    "plover": Format("stream", "plover:write_plover", "PLOVER event records"),
    "ftm": Format("stream", "follow_the_money:write_ftm", "FollowTheMoney entities"),
    "annotations": Format("stream", "web_annotations:write_annotations", "W3C Web Annotations"),
    "ical": Format("stream", "calendars:write_calendar", "encounters as iCalendar"),
    "csl": Format("stream", "citations:write_csl", "citations as CSL JSON"),
    "bibtex": Format("stream", "citations:write_bibtex", "citations as BibTeX"),
    "footnotes": Format("stream", "footnotes:write_footnotes", "a footnote a record"),
}
"""All formats, in the order in which they are listed. To add one: write its module, and a line here."""
