"""`memcon search`: the words of documents and records."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

import click

from memcon.cli import layout, printing
from memcon.cli.options import format_option, ledger_option, limit_option, settings
from memcon.ledger import CLOSE, OPEN, Hit, Ledger
from memcon.model import RECORD_KINDS

_COLUMNS = ("id", "kind", "snippet", "document", "title", "publisher", "published", "source")
_ALL = 1_000_000


@click.command("search")
@click.argument("words", metavar="WORDS...", nargs=-1, required=True)
@click.option(
    "--kind", "kinds", type=click.Choice(("documents", *RECORD_KINDS)), multiple=True, metavar="KIND",
    help="Only in this kind of record, or in documents; may be given more than once.",
)
@format_option(*printing.FORMATS)
@limit_option(20)
@ledger_option
def command(words: tuple[str, ...], kinds: tuple[str, ...], form: str, limit: int) -> None:
    """Search the words of documents and records.

    Finds the paragraphs and records that hold all WORDS, best first; other forms of a word count too (visit, visited).
    '"a phrase"' in quotation marks is found as it stands; parliament* finds all words that begin so.
    """
    with Ledger.open(settings().ledger, create=False) as ledger:
        hits = ledger.search(" ".join(words), limit=limit or _ALL, kinds=kinds)
    if form == "json":
        printing.write_json(hits)
    elif form == "jsonl":
        printing.write_json_lines(hits)
    elif form == "csv":
        printing.write_csv(_COLUMNS, ([getattr(hit, column) for column in _COLUMNS] for hit in hits))
    else:
        layout.write(_page(hits))
        if not hits:
            click.echo("nothing found", err=True)


def _page(hits: Sequence[Hit]) -> Iterator[str]:
    """The hits under their documents, the document of the best hit first."""
    for document in dict.fromkeys(hit.document for hit in hits):
        inside = [hit for hit in hits if hit.document == document]
        first = inside[0]
        yield from map(layout.strong, layout.paragraph(first.title or first.source))
        about = " · ".join(filter(None, (first.publisher, first.published, printing.short_id(document))))
        yield layout.dim(about)
        for same in _by_words(inside):
            yield from map(_marked, layout.paragraph(same[0].snippet, indent=2, hang=2))
            yield from map(layout.dim, layout.paragraph(" · ".join(map(_place, same)), indent=4))
        yield ""


def _by_words(hits: Sequence[Hit]) -> Iterable[list[Hit]]:
    """Hits of the same words together: they are often in a statement, in the commitment in it, and in the text."""
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.snippet.strip("… .\n"), []).append(hit)
    return found.values()


def _place(hit: Hit) -> str:
    return "in the text" if hit.kind == "documents" else printing.short_id(hit.id)


def _marked(line: str) -> str:
    """The line with the words found in bold on a terminal, and between the marks where there is no bold."""
    if not sys.stdout.isatty():
        return line
    return line.replace(OPEN, "\x1b[1m").replace(CLOSE, "\x1b[22m")
