"""`memcon reread`: the ledger's documents, read again by this version."""

from __future__ import annotations

import click

from memcon.cli.add import report
from memcon.cli.options import settings, settings_options
from memcon.cli.progress import progress
from memcon.ledger import DocumentQuery
from memcon.pipeline import make_reader, open_ledger, reread


@click.command("reread")
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="All documents, not only those that another version has read.")
@settings_options
def command(ids: tuple[str, ...], everything: bool) -> int:
    """Read documents of the ledger again with this version.

    Without ID: those that an older version of the program or another lexicon has read. The text is taken from the
    ledger; no file is needed. Prints a line for each, as `memcon add` does.
    """
    chosen = settings()
    with open_ledger(chosen, create=False) as ledger:
        reader = make_reader(chosen)
        if ids:
            wanted = [ledger.document_row(ledger.resolve(beginning)).id for beginning in ids]
        elif everything:
            wanted = sorted(row.id for row in ledger.documents(DocumentQuery(revisions=True)))
        else:
            wanted = ledger.stale(reader.generator)
        with progress(len(wanted), "reading again") as step:
            return report(reread(wanted, reader, ledger), step)
