"""`memcon resolve`: documents that are not joined with the others yet, joined."""

from __future__ import annotations

import click

from memcon.cli.options import ledger_option, settings
from memcon.cli.progress import progress
from memcon.pipeline import open_ledger, settle


@click.command("resolve")
@click.option("--all", "anew", is_flag=True, help="All documents, from scratch, in the order of their days.")
@ledger_option
def command(anew: bool) -> None:
    """Join documents: the same people, encounters, visits and threads.

    `memcon add` does so with each document that it keeps; this does it for a ledger that an older version has made.
    If that version joined by other rules, all documents are joined from scratch, in the order of their days. What
    people have decided stays. Killed or interrupted, it may simply be run again.
    """
    with open_ledger(settings(), create=False) as ledger:
        wanted = ledger.to_settle(anew=anew)
        with progress(len(wanted), "joining") as step:
            for _ in settle(wanted, ledger):
                step()
    click.echo(f"joined   {len(wanted)} document{'' if len(wanted) == 1 else 's'}")
