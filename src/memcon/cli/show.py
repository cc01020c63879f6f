"""`memcon show`: one thing, with everything that is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

import click
import msgspec

from memcon.cli import layout, printing, wholes
from memcon.cli.context import in_context
from memcon.cli.options import format_option, ledger_option, settings
from memcon.cli.remarks import remarks
from memcon.cli.wording import word
from memcon.errors import UsageError
from memcon.export.footnotes import cite, paragraph_number
from memcon.ledger import EntityRow, Ledger, Query, RecordRow, rows_of
from memcon.model import Attendee, Document, Participant, Reading, Record, Span

_LATEST = 10
_LABEL = 16
_TOLD = {"id", "evidence", "confidence", "reasons", "rule"}
_WHOLES: dict[str, tuple[Callable[[Ledger, str], Any], Callable[[Any], Iterator[str]]]] = {
    "encounter": (Ledger.encounter, wholes.encounter_page), "trip": (Ledger.visit, wholes.trip_page),
    "thread": (Ledger.thread, wholes.thread_page),
}


@click.command("show")
@click.argument("identity", metavar="ID")
@click.option("--cite", "citing", is_flag=True, help="Print a footnote that cites the record, and nothing else.")
@click.option("--text", "whole", is_flag=True, help="For a document: print its text as it is kept, and nothing else.")
@format_option("table", "json")
@ledger_option
def command(identity: str, citing: bool, whole: bool, form: str) -> None:
    """Show one record with its evidence, or one document or person.

    ID is an id as `memcon list` prints it, or the beginning of one. A record comes with its words marked in the
    paragraph where they stand, all its fields and its document; a document with all its records; a person, state or
    body with its offices and latest records.
    """
    with Ledger.open(settings().ledger, create=False) as ledger:
        found = ledger.resolve(identity)
        kind = found.split("-", 1)[0]
        if kind == "doc":
            if citing:
                raise UsageError(f"{found}: --cite is for records; `memcon show {printing.short_id(found)}` lists them")
            _show_document(ledger, found, whole, form)
        elif kind in _WHOLES:
            _show_whole(ledger, found, form)
        elif kind in {"who", "profile", "person", "state", "organization", "place", "initiative", "group"}:
            _show_entity(ledger, ledger.entity(found), form)
        else:
            _show_record(ledger, ledger.record(found), citing, form)


def _show_whole(ledger: Ledger, identity: str, form: str) -> None:
    fetch, page = _WHOLES[identity.split("-", 1)[0]]
    row = fetch(ledger, identity)
    if form == "json":
        _write_json(row)
    else:
        layout.write(chain(page(row), remarks(ledger, identity)))


def _show_record(ledger: Ledger, row: RecordRow, citing: bool, form: str) -> None:
    document = ledger.document(row.document)
    if citing:
        click.echo(cite(document, row.record.evidence))
    elif form == "json":
        _write_json(row)
    else:
        layout.write(chain(_record_page(ledger, row, document), remarks(ledger, row.id)))


def _show_document(ledger: Ledger, identity: str, whole: bool, form: str) -> None:
    reading = ledger.reading(identity)
    if whole:
        click.echo(reading.document.text, nl=False)
    elif form == "json":
        _write_json(reading)
    else:
        layout.write(chain(_document_page(ledger, reading), remarks(ledger, identity)))


def _show_entity(ledger: Ledger, row: EntityRow, form: str) -> None:
    if form == "json":
        _write_json(row)
    else:
        layout.write(chain(_entity_page(ledger, row), remarks(ledger, row.id or row.name)))


def _write_json(value: object) -> None:
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2))


def _record_page(ledger: Ledger, row: RecordRow, document: Document) -> Iterator[str]:
    wording = word(row)
    yield layout.dim(row.id)
    yield from map(layout.strong, layout.paragraph(wording.head))
    yield ""
    for span in row.record.evidence:
        yield from layout.paragraph(in_context(document, span), indent=2)
        number = paragraph_number(document, span)
        place = f"paragraph {number}, " if number else ""
        yield layout.dim(f"  {place}characters {span.start}–{span.end}")
        yield ""
    names = {each.entity: _named(each.name, each.kind, each.country) for each in row.involved}
    yield from _fields(_record_fields(row.record, names))
    yield ""
    yield from _fields((
        ("confidence", f"{row.record.confidence:.2f}" + "".join(f", {reason}" for reason in row.record.reasons)),
        ("rule", row.record.rule), ("part of", _part_of(ledger, row.id)),
        ("document", printing.short_id(row.document)), ("title", document.title or ""),
        ("publisher", ", ".join(filter(None, (row.publisher, row.side)))), ("published", row.published or "undated"),
        ("address", document.url or document.origin or ""), ("source", row.source),
    ))


def _part_of(ledger: Ledger, identity: str) -> str:
    """The encounter, visit or thread over all documents that a record belongs to, empty where there is none."""
    whole = ledger.whole_of(identity)
    match whole and whole.partition("-")[0]:
        case "encounter" | "trip" if whole:
            accounts = (ledger.encounter if whole.startswith("encounter") else ledger.visit)(whole).accounts
            others = len(accounts) - 1
            return printing.short_id(whole) + (f", with {_counted(others, 'other account')}" if others else "")
        case "thread" if whole:
            thread = ledger.thread(whole)
            from memcon.analysis.threads import changes

            place = [one.record.id for one in thread.wordings].index(identity)
            told = f", wording {place + 1} of {len(thread.wordings)}: {changes(thread)[place]}"
            return printing.short_id(whole) + (told if len(thread.wordings) > 1 else "")
    return ""


def _record_fields(record: Record, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Every field of a record that holds something; ids of entities as names, spans as their words."""
    for field in record.__struct_fields__:
        if field not in _TOLD:
            yield field.replace("_", " "), _value(getattr(record, field), names)


def _value(value: object, names: dict[str, str]) -> str:
    match value:
        case None | () | False:
            return ""
        case True:
            return "yes"
        case Span():
            return f"“{value.quote}”"
        case Participant():
            return ", ".join(filter(None, (names.get(value.entity, value.entity), value.role, value.part)))
        case Attendee():
            return ", ".join(filter(None, (names.get(value.entity, value.entity), value.role)))
        case tuple():
            return "; ".join(_value(item, names) for item in value)
    return names.get(str(value), str(value))


def _named(name: str, kind: str, country: str | None) -> str:
    return f"{name} ({country})" if country and kind != "state" else name


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _fields(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    for label, value in pairs:
        if value:
            yield from layout.paragraph(value, indent=2, hang=_LABEL, first=label)


def _document_page(ledger: Ledger, reading: Reading) -> Iterator[str]:
    yield layout.dim(reading.document.id)
    yield from printing.document_head(reading.document)
    texts = ledger.revisions(reading.document.id)
    if len(texts) > 1:
        yield ""
        yield layout.heading(f"Texts of this document ({len(texts)})")
        for text in texts:
            state = "counts" if text.current else "superseded"
            here = ", shown here" if text.id == reading.document.id else ""
            yield f"  {text.published or 'undated'}  {printing.short_id(text.id)}  {text.source}  ({state}{here})"
    yield from printing.reading_lines(list(rows_of(reading)), kept=True)
    yield ""
    yield layout.dim(f"read by {reading.generator} · SHA-256 {reading.document.sha256}")


def _entity_page(ledger: Ledger, row: EntityRow) -> Iterator[str]:
    if row.id is not None:
        yield layout.dim(row.id)
    yield from map(layout.strong, layout.paragraph(_named(row.name, row.kind, row.country)))
    offices = "; ".join(map(printing.tenure, row.offices)) or "; ".join(row.roles)
    yield from _fields((
        ("kind", row.kind), ("type", row.type or ""), ("office", offices),
        ("also called", "; ".join(row.aliases)),
        ("named in", _counted(row.documents, "document") + (f", {row.first} to {row.last}" if row.first else "")),
        ("involved in", _counted(row.records, "record")),
    ))
    who = row.country if row.kind == "state" and row.country else row.id or row.name
    latest = list(ledger.records(None, Query(with_=who, limit=_LATEST)))
    if latest:
        yield ""
        yield layout.heading("Latest records" if row.records > len(latest) else "Records")
        for record in latest:
            yield from printing.record_lines(record)
