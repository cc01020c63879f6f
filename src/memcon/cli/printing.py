"""Rows on standard output: as text for people, as JSON, JSON lines or CSV for programs."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

import click
import msgspec

from memcon.cli import layout
from memcon.cli.wording import Wording, word
from memcon.ledger import RecordRow, Tenure
from memcon.model import Document

FORMATS = ("table", "json", "jsonl", "csv")
SURE = 0.75
"""Below this confidence a record is shown with its figure and reasons."""

SHORT = 8
"""Digits of an id that are shown to people: enough in any ledger, and `show` takes them."""

_LIST_QUOTE = 420
_MARGIN = 13
RECORD_COLUMNS = (
    "id", "kind", "date", "dated", "who", "what", "quote", "document", "publisher", "published", "source", "start",
    "end", "confidence", "rule",
)


def write_json(values: Iterable[object]) -> None:
    """Print values as a list in JSON, indented; one after the other, so that any number takes little memory."""
    separator = "[\n"
    for value in values:
        text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
        click.echo(separator + "  " + text.replace("\n", "\n  "), nl=False)
        separator = ",\n"
    click.echo("[]" if separator == "[\n" else "\n]")


def write_json_lines(values: Iterable[object]) -> None:
    """Print values as JSON, one a line."""
    for value in values:
        click.echo(msgspec.json.encode(value))


def write_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows as CSV under a line of column names."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)


def write_records_csv(rows: Iterable[RecordRow]) -> None:
    """Print one row a record, with the exact words and their place."""
    write_csv(RECORD_COLUMNS, map(record_cells, rows))


def short_id(identity: str) -> str:
    """The beginning of an id that is shown to people."""
    kind, _, digits = identity.rpartition("-")
    return f"{kind}-{digits[:SHORT]}"


def tenure(office: Tenure) -> str:
    """An office with the days on which documents show it."""
    if office.first is None:
        return office.title
    days = office.first if office.first == office.last else f"{office.first} to {office.last}"
    return f"{office.title} ({days})"


def document_head(document: Document) -> Iterator[str]:
    """The title of a document and what is known of its origin."""
    publisher = document.publisher
    yield from map(layout.strong, layout.paragraph(document.title or document.source))
    about = (
        publisher.name if publisher else None, document.side, document.published, document.kind.replace("-", " "),
        document.language, document.url or document.origin, document.source if document.title else None,
    )
    yield from map(layout.dim, layout.paragraph(" · ".join(filter(None, about))))


def record_lines(row: RecordRow) -> Iterator[str]:
    """A record in a list over documents: date, headline, exact words, then where it comes from."""
    wording = word(row)
    yield from map(layout.strong, layout.paragraph(wording.head, hang=_MARGIN, first=_day(row)))
    words = layout.shorten(quoted(wording), _LIST_QUOTE)
    yield from layout.paragraph(words, indent=_MARGIN)
    origin = ", ".join(filter(None, (row.publisher or PurePath(row.source).name, row.published)))
    tail = " · ".join((short_id(row.id), origin, *wording.more, *doubts(row), *decided(row)))
    yield from map(layout.dim, layout.paragraph(tail, indent=_MARGIN))
    yield ""


def reading_lines(rows: Sequence[RecordRow], *, kept: bool = False) -> Iterator[str]:
    """The records of one document under a heading for each kind; with their ids if they are `kept` in a ledger."""
    kind = None
    for row in rows:
        if row.kind != kind:
            kind = row.kind
            count = sum(other.kind == kind for other in rows)
            yield ""
            yield layout.heading(f"{kind.capitalize()} ({count})")
        wording = word(row)
        dated = row.kind in {"meetings", "visits", "outcomes"} and row.dated == "record"
        head = wording.head + (f", {row.date}" if dated else "")
        yield from map(layout.strong, layout.paragraph(head, indent=2, hang=2))
        yield from layout.paragraph(quoted(wording), indent=4)
        more = " · ".join(((short_id(row.id),) if kept else ()) + (*wording.more, *doubts(row)))
        if more:
            yield from map(layout.dim, layout.paragraph(more, indent=4))


def _day(row: RecordRow) -> str:
    """The date, of an interval its start; in parentheses where it is only that of the document."""
    day = (row.date or "").split("/")[0]
    return f"({day})" if day and row.dated == "document" else day


def quoted(wording: Wording) -> str:
    """The exact words in quotation marks; what stands between two places is left out with …."""
    return "“" + " … ".join(wording.words) + "”"


def doubts(row: RecordRow) -> Iterator[str]:
    """Confidence and its reasons, where it is low."""
    if row.record.confidence < SURE:
        yield f"confidence {row.record.confidence:.2f}" + "".join(f", {reason}" for reason in row.record.reasons)


def decided(row: RecordRow) -> Iterator[str]:
    """What a person has decided on it, if somebody has."""
    if row.review:
        yield f"{row.review} by a person"


def record_cells(row: RecordRow) -> Sequence[object]:
    """A record as the cells of `RECORD_COLUMNS`."""
    wording, where = word(row), row.record.evidence[0]
    return (
        row.id, row.kind, row.date, row.dated, wording.who, wording.what, where.quote, row.document, row.publisher,
        row.published, row.source, where.start, where.end, row.record.confidence, row.record.rule,
    )
