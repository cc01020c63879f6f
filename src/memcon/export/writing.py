"""Files that are there whole or not at all, and JSON that is written as it comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path to write to, which takes the place of `path` when all is written and is taken away if it is not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    made = path.with_name(f".{path.name}.part")
    made.unlink(missing_ok=True)
    try:
        yield made
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)


def write_lines(values: Iterable[object], out: BinaryIO) -> None:
    """Write values as JSON, one a line."""
    for value in values:
        out.write(msgspec.json.encode(value) + b"\n")


def write_list(values: Iterable[object], out: BinaryIO) -> int:
    """Write values as one JSON list, an item a line; how many they were."""
    count = 0
    out.write(b"[")
    for count, value in enumerate(values, 1):
        out.write((b"\n" if count == 1 else b",\n") + msgspec.json.encode(value))
    out.write(b"\n]")
    return count
