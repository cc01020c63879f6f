"""`memcon list`: records by who, with whom, when and what; people, organizations, states, documents."""

from __future__ import annotations

import click

from memcon.cli import layout, printing
from memcon.cli.filters import FILTERS, Filters
from memcon.cli.listings import KINDS, Listing, listing
from memcon.cli.options import apply, format_option, ledger_option, settings
from memcon.ledger import Ledger

PAGE = 50
"""Rows that people get without asking for more."""


class _Kind(click.Choice[str]):
    """A kind by its name, in the singular too."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The kind in the plural; a usage error names all kinds."""
        word = {"person": "people", "persons": "people"}.get(value.lower(), value.lower())
        return super().convert(f"{word}s" if f"{word}s" in self.choices else word, param, ctx)


@click.command("list")
@click.argument("kind", metavar="KIND", type=_Kind(KINDS))
@apply(FILTERS)
@format_option(*printing.FORMATS)
@ledger_option
def command(kind: str, form: str, **filters: str | float | bool | None) -> None:
    """List meetings, statements, commitments, people, documents ...

    KIND is a kind of record (meetings, visits, statements, commitments, positions, characterizations, outcomes,
    milestones, or records for all of them); what many documents speak of, each once (encounters, trips, threads of
    commitments and formulas, mechanisms with their sessions); people, states, organizations, places, initiatives;
    documents, or coverage (how much there is of each publisher).

    NAME is a name, a part of one, an alias, or a country by name or code: a country stands for its people and bodies
    too. DATE is 2023, 2023-07 or 2023-07-12. Newest first.
    """
    chosen = Filters(filters, kind, PAGE if form == "table" else None)
    with Ledger.open(settings().ledger, create=False) as ledger:
        chosen.resolve(ledger)
        for name in list(chosen.names()):
            if not ledger.knows(name):
                _find_spelling(name, ledger, chosen)
        found = listing(ledger, kind, chosen)
        if form == "json":
            printing.write_json(found.rows)
        elif form == "jsonl":
            printing.write_json_lines(found.rows)
        elif form == "csv":
            printing.write_csv(found.head, map(found.cells, found.rows))
        else:
            _write_page(kind, found, chosen)


def _find_spelling(name: str, ledger: Ledger, chosen: Filters) -> None:
    """Take a name that nobody has for the one person who has it in another spelling; say so, or that there is none."""
    from memcon.pipeline import spelled_like

    alike = spelled_like(name, ledger)
    if len(alike) == 1:
        chosen.rename(name, alike[0])
        click.echo(f"memcon: {name!r} is taken for {ledger.entity(alike[0]).name}", err=True)
    else:
        click.echo(f"memcon: nobody in the ledger is called {name!r}; see `memcon list people`", err=True)


def _write_page(kind: str, found: Listing, chosen: Filters) -> None:
    """Print the rows for people; how many there are beyond them goes to standard error."""
    rows = list(found.rows)
    if not rows:
        click.echo(f"no {kind} of this description", err=True)
        return
    layout.write(found.page(rows))
    seen = chosen.offset + len(rows)
    total = found.total() if chosen.limit == len(rows) else seen
    if total > seen:
        click.echo(f"{seen} of {total}; --offset {seen} goes on, --limit 0 shows all", err=True)
