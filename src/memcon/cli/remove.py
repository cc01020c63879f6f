"""`memcon remove`: documents out of the ledger."""

from __future__ import annotations

import click

from memcon.cli.exits import complain, judge
from memcon.cli.options import ledger_option, settings
from memcon.errors import LedgerError, UsageError
from memcon.pipeline import open_ledger


@click.command("remove")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@ledger_option
def command(ids: tuple[str, ...]) -> int:
    """Take documents out of the ledger.

    ID is the id of a document or the beginning of one. All that was read out of it goes with it; the file on disk
    stays. If it was a revision, the text before it counts again.
    """
    failed = 0
    with open_ledger(settings(), create=False) as ledger:
        for beginning in ids:
            try:
                identity = ledger.resolve(beginning)
                if not identity.startswith("doc-"):
                    raise UsageError(f"{identity}: not a document; records and entities go with their document")
                removed = ledger.remove(identity)
            except (LedgerError, UsageError) as error:
                failed += 1
                complain(error)
            else:
                click.echo(f"removed  {removed.id}  {removed.source}  ({removed.records} records)")
    return judge(len(ids) - failed, failed)
