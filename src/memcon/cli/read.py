"""`memcon read`: what documents say, on the screen."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator

import click

from memcon.cli import layout, printing
from memcon.cli.exits import complain, judge
from memcon.cli.options import format_option, lexicon_option, paths_argument, settings
from memcon.cli.progress import progress
from memcon.errors import UnreadableDocument
from memcon.ledger import rows_of
from memcon.loading import find_sources
from memcon.model import Reading, encode_reading
from memcon.pipeline import make_reader, read_each


@click.command("read")
@paths_argument
@format_option(*printing.FORMATS)
@lexicon_option
def command(paths: tuple[str, ...], form: str) -> int:
    """Read documents and print what they say; keep nothing.

    PATH is a file (text, Markdown, HTML, PDF, DOCX), a folder (every readable file in it and below), or - for
    standard input. With --format jsonl each line is one reading whole, as `memcon schema` describes it; csv has one
    row a record.
    """
    sources = find_sources(paths)
    count = _Count()
    with progress(0 if sys.stdout.isatty() else len(sources), "reading") as step:
        readings = count.delivered(read_each(sources, make_reader(settings())), step)
        _print(form, readings)
    return judge(count.done, count.failed)


class _Count:
    """How many documents were read and how many were not."""

    def __init__(self) -> None:
        self.done = 0
        self.failed = 0

    def delivered(self, results: Iterable[Reading | UnreadableDocument], step: Callable[[], None]) -> Iterator[Reading]:
        """The readings; what could not be read is told at once."""
        for result in results:
            if isinstance(result, UnreadableDocument):
                self.failed += 1
                complain(result)
            else:
                self.done += 1
                yield result
            step()


def _print(form: str, readings: Iterator[Reading]) -> None:
    if form == "jsonl":
        for reading in readings:
            click.echo(encode_reading(reading))
    elif form == "json":
        printing.write_json(readings)
    elif form == "csv":
        printing.write_records_csv(row for reading in readings for row in rows_of(reading))
    else:
        for reading in readings:
            layout.write(page(reading))


def page(reading: Reading) -> Iterator[str]:
    """One document for people: what it is, then its records with their words."""
    yield from printing.document_head(reading.document)
    rows = list(rows_of(reading))
    if not rows:
        yield "  Nothing was found in it."
    yield from printing.reading_lines(rows)
    for notice in reading.warnings:
        yield from map(layout.dim, layout.paragraph(f"note: {notice.message}", indent=2, hang=2))
    yield ""
    yield ""
