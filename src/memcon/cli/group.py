"""`memcon` itself: its verbs by name, each imported when it is called, and what holds for all of them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

import click

from memcon import __version__
from memcon.cli.exits import Unheard, run
from memcon.cli.options import settings_options

VERBS = {
    "read": "Read documents and print what they say; keep nothing.",
    "add": "Read documents and keep them in the ledger.",
    "list": "List meetings, statements, commitments, people, documents ...",
    "show": "Show one record with its evidence, or one document or person.",
    "search": "Search the words of documents and records.",
    "review": "Decide on records: accept, correct, reject; say what is the same.",
    "note": "Write or read notes on records, documents, people, encounters.",
    "remove": "Take documents out of the ledger.",
    "reread": "Read documents of the ledger again with this version.",
    "resolve": "Join documents: the same people, encounters, visits and threads.",
    "export": "Write what the ledger holds for other programs.",
    "evaluate": "Score the program against gold readings.",
    "lexicon": "Check your own additions to the lexicon.",
    "schema": "Print the JSON Schema of a reading.",
    "demo": "Read the examples and show what is found in them.",
}
"""Every verb with its caption: the start of the help of its command, word for word (a test compares them)."""


class Verbs(click.Group):
    """A group whose commands are modules of this package, imported when they are called and not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order in which a newcomer meets them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a verb, None for a word that is none."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"memcon.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb; Unheard if its output is cut off."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as cut:
            raise Unheard from cut

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the verbs with their captions, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", message="%(prog)s %(version)s")
@settings_options
def program() -> None:
    """Read diplomatic readouts into a ledger in which every record carries the exact words it rests on.

    \b
      memcon demo                                    see what it does
      memcon read readout.txt                        what one readout says
      memcon add readouts/                           keep a folder of them
      memcon list commitments --actor CHN            who undertook what
      memcon show commitment-3f2a --cite             the words, to be cited

    Standard output holds data only. Exit codes: 0 all done; 1 some documents failed (a line each on standard
    error); 2 nothing could be done.
    """  # noqa: D301 - the escape tells click to keep the lines as they are


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program on the arguments (of the process, where none are given) and exit with its code."""
    sys.exit(run(program, arguments))
