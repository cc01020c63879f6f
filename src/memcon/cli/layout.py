"""Plain text that is pleasant to read at 80 columns: wrapping by the width of signs, colour on a terminal only."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import click

_SPACE = re.compile(r"\s+")
_MOST = 100
_NARROWEST = 12


def page_width() -> int:
    """The width to fill: that of the terminal, 100 at most; 80 where there is none."""
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, _MOST))


def width(text: str) -> int:
    """How many columns a text takes: two for each wide sign, none for accents that stand apart."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )


def flat(text: str) -> str:
    """The text on one line."""
    return _SPACE.sub(" ", text).strip()


def shorten(text: str, columns: int) -> str:
    """The text on one line, cut at a word and ended with … where it takes more columns."""
    one = flat(text)
    if width(one) <= columns:
        return one
    cut = next(wrapped(one, max(columns - 1, 1)))
    return cut.rstrip(" ,;:") + "…"


def wrapped(text: str, columns: int) -> Iterator[str]:
    """The lines of a text, broken at spaces, or anywhere in what has none."""
    line, used = "", 0
    for word in flat(text).split(" "):
        for piece in _pieces(word, columns):
            needed = width(piece)
            if line and used + 1 + needed > columns:
                yield line
                line, used = piece, needed
            else:
                line, used = (f"{line} {piece}", used + 1 + needed) if line else (piece, needed)
    yield line


def _pieces(word: str, columns: int) -> Iterator[str]:
    piece, used = "", 0
    for sign in word:
        step = width(sign)
        if piece and used + step > columns:
            yield piece
            piece, used = "", 0
        piece, used = piece + sign, used + step
    yield piece


def paragraph(text: str, *, indent: int = 0, hang: int = 0, first: str | None = None) -> Iterator[str]:
    """The lines of a paragraph, all indented, those after the first by `hang` more.

    `first`, where it is given, stands in this gap of the first line.
    """
    margin, gap = " " * indent, " " * hang
    lines = wrapped(text, page_width() - indent - hang)
    lead = "" if first is None else first + " " * (hang - width(first))
    yield margin + lead + next(lines)
    for line in lines:
        yield margin + gap + line


def columns(rows: Sequence[Sequence[str]], head: Sequence[str], flexible: Sequence[int]) -> Iterator[str]:
    """A table; the widest of the `flexible` columns are made narrower until it fits the page, and their cells wrapped.

    Figures stand at the right. Columns in which nothing stands are left out.
    """
    filled = [place for place in range(len(head)) if any(row[place] for row in rows)]
    flexible = [filled.index(place) for place in flexible if place in filled]
    head, rows = [head[place] for place in filled], [[row[place] for place in filled] for row in rows]
    widths = [max(width(row[place]) for row in (head, *rows)) for place in range(len(head))]
    while sum(widths) + 2 * (len(head) - 1) > page_width():
        widest = max(flexible, key=lambda place: widths[place])
        if widths[widest] <= _NARROWEST:
            break
        widths[widest] -= 1
    figures = [all(not row[place] or row[place].isdigit() for row in rows) for place in range(len(head))]
    for number, row in enumerate((head, *rows)):
        for line in _row(row, widths, figures):
            yield dim(line) if number == 0 else line


def _row(row: Sequence[str], widths: Sequence[int], figures: Sequence[bool]) -> Iterator[str]:
    """The lines of a row of a table."""
    cells = [list(wrapped(text, columns)) for text, columns in zip(row, widths, strict=True)]
    for number in range(max(map(len, cells))):
        line = []
        for cell, columns, right in zip(cells, widths, figures, strict=True):
            text = cell[number] if number < len(cell) else ""
            gap = " " * (columns - width(text))
            line.append(gap + text if right else text + gap)
        yield "  ".join(line).rstrip()


def strong(text: str) -> str:
    """Text that leads."""
    return click.style(text, bold=True)


def dim(text: str) -> str:
    """Text that steps back."""
    return click.style(text, dim=True)


def heading(text: str) -> str:
    """The title of a section."""
    return click.style(text, fg="cyan", bold=True)


def write(lines: Iterable[str]) -> None:
    """Print lines; without colour where standard output is no terminal."""
    for line in lines:
        click.echo(line)
