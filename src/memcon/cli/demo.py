"""`memcon demo`: the examples read into a ledger of their own, what is found in them, and what to try next."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import click
import msgspec

from memcon.cli import layout, printing
from memcon.cli.exits import complain, judge
from memcon.cli.options import lexicon_option, settings
from memcon.cli.progress import progress
from memcon.cli.wording import word
from memcon.config import LEDGER_FILE, data_folder
from memcon.errors import UnreadableDocument, UsageError
from memcon.ledger import DocumentQuery, Ledger, Query, RecordRow
from memcon.loading import find_sources
from memcon.pipeline import add_sources, make_reader, open_ledger

_SHOWN = 4
_FORCES = ("agreed", "pledged", "planned", "willing", "urged")


@click.command("demo")
@click.option(
    "--folder", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
    help="Where its ledger goes; else a folder `demo` in your data folder.",
)
@lexicon_option
def command(folder: Path | None) -> int:
    """Read the examples and show what is found in them.

    The examples are readouts composed for this project. Their ledger is one of its own, in a folder that is named at
    the end, so that yours is left alone.
    """
    address = (folder or data_folder() / "demo") / LEDGER_FILE
    chosen = msgspec.structs.replace(settings(), ledger=str(address))
    with as_file(files("memcon") / "examples") as packed, open_ledger(chosen) as ledger:
        done, failed = _add(ledger, packed if packed.is_dir() else _beside())
        layout.write(_found(ledger))
        layout.write(_next(ledger, address))
    return judge(done, failed)


def _beside() -> Path:
    """The examples of a checkout, where the program is not installed with its own."""
    folder = Path(__file__).resolve().parents[3] / "examples"
    if not folder.is_dir():
        raise UsageError("the examples are missing from this installation; install memcon anew")
    return folder


def _add(ledger: Ledger, examples: Path) -> tuple[int, int]:
    sources = find_sources([str(examples)])
    added: set[str] = set()
    failed = 0
    with progress(len(sources), "reading the examples") as step:
        for result in add_sources(sources, make_reader(settings()), ledger):
            if isinstance(result, UnreadableDocument):
                failed += 1
                complain(result)
            else:
                added.add(result.document)
            step()
    _forget_former(ledger, examples, added)
    return len(added), failed


def _forget_former(ledger: Ledger, examples: Path, added: set[str]) -> None:
    """Take out what an earlier version of the examples said; whatever else somebody has added stays."""
    for row in list(ledger.documents(DocumentQuery(revisions=True))):
        if row.id not in added and Path(row.source).parent == examples:
            ledger.remove(row.id)


def _found(ledger: Ledger) -> Iterator[str]:
    """What the examples say, a few lines of each kind."""
    documents = list(ledger.documents())
    publishers = len({row.publisher for row in documents if row.publisher})
    records = sum(row.records for row in documents)
    yield layout.strong(f"{len(documents)} readouts by {publishers} publishers, {records} records.")
    yield from _under("Who met whom", _encounters(ledger))
    yield from _under("What they said, in their words", _samples(ledger, "statements"))
    yield from _under("What they undertook, by force", _commitments(ledger))
    yield from _under("Where they stand", _samples(ledger, "positions"))


def _under(title: str, lines: Iterator[str]) -> Iterator[str]:
    """Lines under their heading; nothing where there are none."""
    first = next(lines, None)
    if first is not None:
        yield from ("", layout.heading(title), first)
        yield from lines


def _encounters(ledger: Ledger) -> Iterator[str]:
    for row in ledger.records("meetings", Query(status="held", oldest_first=True)):
        names = [each.name for each in row.involved if each.part == "participant"]
        if len(names) > 1:
            about = f"{word(row).what}: {' – '.join(names)}"
            yield from layout.paragraph(about, indent=2, hang=12, first=(row.date or "").split("/")[0])


def _samples(ledger: Ledger, kind: str) -> Iterator[str]:
    for row in _varied(ledger.records(kind, Query(limit=200))):
        yield from printing.record_lines(row)


def _commitments(ledger: Ledger) -> Iterator[str]:
    counts: Counter[str] = Counter()
    samples: dict[str, RecordRow] = {}
    for row in ledger.records("commitments"):
        force = str(getattr(row.record, "force", ""))
        counts[force] += 1
        samples.setdefault(force, row)
    known = [force for force in _FORCES if force in counts]
    if known:
        yield "  " + " · ".join(f"{counts[force]} {force}" for force in known)
        yield ""
    for force in known:
        yield from printing.record_lines(samples[force])


def _varied(rows: Iterator[RecordRow]) -> list[RecordRow]:
    """A few rows, each of another document."""
    chosen: dict[str, RecordRow] = {}
    for row in rows:
        if len(chosen) < _SHOWN:
            chosen.setdefault(row.document, row)
    return list(chosen.values())


def _program() -> str:
    """How to call the program from here: by its name where that is on the path, else as it was called."""
    called = Path(sys.argv[0])
    if called.name != "memcon" or shutil.which("memcon"):
        return "memcon"
    return os.path.relpath(called)


def _next(ledger: Ledger, address: Path) -> Iterator[str]:
    """Commands to try, with an id and a name that exist in this ledger."""
    program = _program()
    commitment = next(ledger.records("commitments", Query(limit=1)), None)
    person = next(ledger.people(), None)
    yield ""
    yield layout.heading("Try next")
    yield f"  export MEMCON_LEDGER='{address}'"
    if commitment is not None:
        yield f"  {program} show {printing.short_id(commitment.id)}"
        yield f"  {program} show {printing.short_id(commitment.id)} --cite"
    yield f"  {program} list commitments --force agreed"
    if person is not None:
        yield f"  {program} list statements --by '{person.name}'"
    yield f"  {program} list people"
    yield f"  {program} search trade"
    yield f"  {program} read YOUR-READOUT.txt"
