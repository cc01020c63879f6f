"""`memcon note`: what an analyst remarks, beside the records and never in them."""

from __future__ import annotations

import click

from memcon.cli import layout
from memcon.cli.options import ledger_option, settings
from memcon.cli.remarks import note_lines
from memcon.config import AUTHOR_VARIABLE
from memcon.errors import UsageError
from memcon.ledger import Ledger


@click.command("note")
@click.argument("identity", metavar="[ID]", required=False)
@click.argument("text", metavar="[TEXT]", required=False)
@click.option("--remove", is_flag=True, help="Take the note of this ID away.")
@click.option("--author", metavar="NAME", help=f"Whose note; else {AUTHOR_VARIABLE}, else your name on this machine.")
@ledger_option
def command(identity: str | None, text: str | None, remove: bool, author: str | None) -> None:
    """Write or read notes on records, documents, people, encounters.

    With ID and TEXT: keep the note. With ID alone: print the notes on it. With neither: print all.
    """
    with Ledger.open(settings().ledger, create=False) as ledger:
        found = ledger.resolve(identity) if identity else None
        if remove:
            if found is None or text is not None:
                raise UsageError("--remove takes the id of one note")
            ledger.remove_note(found)
        elif found is not None and text is not None:
            click.echo(ledger.note(found, text, settings(author=author).author).id)
        else:
            for note in ledger.notes(found):
                layout.write(note_lines(note))
