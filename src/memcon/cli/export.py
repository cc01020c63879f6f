"""`memcon export`: the ledger, or a part of it, for other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from memcon.cli.filters import FILTERS, Filters
from memcon.cli.options import apply, ledger_option, settings
from memcon.errors import UsageError
from memcon.export import FORMATS, Format, Selection
from memcon.ledger import Ledger


@click.command("export")
@click.argument("form", metavar="FORMAT", type=click.Choice(tuple(FORMATS)))
@click.option("-o", "--output", metavar="PATH", type=click.Path(path_type=Path), help="Where to: a file, or a folder.")
@apply(FILTERS)
@ledger_option
def command(form: str, output: Path | None, **filters: str | float | bool | None) -> None:
    """Write what the ledger holds for other programs.

    FORMAT is csv, parquet or datapackage (a folder with a table a kind), sqlite (one file, made for Datasette), jsonl
    (readings, which can be added again), plover (events), ftm (FollowTheMoney), annotations (W3C), ical (encounters),
    csl, bibtex or footnotes (citations). The filters are those of `memcon list records`; without any, all is written.
    """
    chosen = Filters(filters, "records", None)
    made = FORMATS[form]
    with Ledger.open(settings().ledger, create=False) as ledger:
        chosen.resolve(ledger)
        for name in chosen.names():
            if not ledger.knows(name):
                click.echo(f"memcon: nobody in the ledger is called {name!r}; see `memcon list people`", err=True)
        selection = Selection(ledger, chosen.records())
        if output is None or str(output) == "-":
            if made.into != "stream":
                raise UsageError(f"{form} makes a {made.into}: say where with -o PATH")
            made.to_stream(selection, sys.stdout.buffer)
        else:
            _check(made, output, ledger.address)
            try:
                made.to_path(selection, output)
            except OSError as fault:
                what = fault.strerror or type(fault).__name__
                raise UsageError(f"{output}: cannot be written ({what}); choose another place") from fault


def _check(made: Format, output: Path, ledger: str) -> None:
    """UsageError where the place is taken by something else: by the ledger itself above all."""
    if output.exists() and Path(ledger).exists() and output.samefile(ledger):
        raise UsageError(f"{output}: this is the ledger itself; choose another place")
    if made.into == "folder" and output.exists() and not output.is_dir():
        raise UsageError(f"{output}: a file is there, and a folder is to be made; choose another place")
    if made.into != "folder" and output.is_dir():
        raise UsageError(f"{output}: a folder is there, and a file is to be made; choose another place")
