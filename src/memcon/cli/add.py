"""`memcon add`: documents into the ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

import click

from memcon.cli.exits import complain, judge
from memcon.cli.options import paths_argument, settings, settings_options
from memcon.cli.printing import short_id
from memcon.cli.progress import progress
from memcon.errors import UnreadableDocument
from memcon.ledger import Added
from memcon.loading import find_sources
from memcon.pipeline import add_sources, make_reader, open_ledger


@click.command("add")
@paths_argument
@settings_options
def command(paths: tuple[str, ...]) -> int:
    """Read documents and keep them in the ledger.

    Prints a line for each document when it is safe in the ledger: what became of it, its id, its path, how much was
    found. Killed or interrupted, it may simply be run again.

    \b
      added     it is new
      kept      it was there already, nothing changed
      revised   another text of a document that is there; kept beside it, the newest counts
      reread    it was there, read by an older version, and was read again
    """  # noqa: D301 - the escape tells click to keep the lines as they are
    chosen = settings()
    sources = find_sources(paths)
    with open_ledger(chosen) as ledger, progress(len(sources), "adding") as step:
        return report(add_sources(sources, make_reader(chosen), ledger), step)


def report(results: Iterable[Added | UnreadableDocument], step: Callable[[], None]) -> int:
    """Print what became of each document; the exit code. The work goes on when nobody reads the lines any more."""
    done = failed = 0
    heard = True
    for result in results:
        if isinstance(result, UnreadableDocument):
            failed += 1
            complain(result)
        else:
            done += 1
            heard = heard and _tell(result)
        step()
    return judge(done, failed)


def _tell(added: Added) -> bool:
    counts = f"{added.records} records, {added.entities} entities"
    revises = f", another text of {short_id(added.revises)}" if added.status == "revised" and added.revises else ""
    older = "" if added.current else ", an older one: the newer text counts"
    try:
        # Not by click, which goes past the progress bar and writes into it.
        sys.stdout.write(f"{added.status:<8} {added.document}  {added.source}  ({counts}{revises}{older})\n")
        sys.stdout.flush()
    except BrokenPipeError:
        return False
    return True
