"""Readings as JSON lines, as `memcon read --format jsonl` prints them: to be kept, and added to another ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from memcon.export.selection import Selection
from memcon.model import Reading, decode_reading, encode_reading


def write_readings(selection: Selection, out: BinaryIO) -> None:
    """Write the reading of each document, whole and as it was read, on a line of its own."""
    for reading in selection.readings():
        out.write(encode_reading(reading) + b"\n")


def read_readings(path: Path) -> Iterator[Reading]:
    """The readings of a file that `write_readings` has made; `Ledger.add` takes them.

    ValueError where a line is none.
    """
    with path.open("rb") as lines:
        for line in lines:
            yield decode_reading(line)
