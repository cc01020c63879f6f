"""`memcon evaluate`: how right the program is, against gold readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from memcon.cli.exits import DONE, SOME_FAILED, complain
from memcon.cli.options import format_option, lexicon_option, settings
from memcon.errors import UnreadableDocument
from memcon.evaluation import evaluate_folder, evaluate_resolution_folder, has_resolution
from memcon.loading import find_sources
from memcon.model import Reading
from memcon.pipeline import make_reader, read_each


@click.command("evaluate")
@click.argument("gold", metavar="GOLD", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--errors", is_flag=True, help="First print what was missed and what is wrong, beside the text.")
@format_option("table", "json")
@lexicon_option
def command(gold: Path, errors: bool, form: str) -> int:
    """Score the program against gold readings.

    GOLD is a folder of documents, each with its gold reading beside it (a .json of its name). Prints precision,
    recall and F1 for each layer, their mean, and F1 over all records together. A folder with a resolution.yaml is
    judged by how its documents are joined instead: who is who, which accounts and wordings are one.
    """
    unread: list[UnreadableDocument] = []
    reader = make_reader(settings())
    evaluate = evaluate_resolution_folder if has_resolution(gold) else evaluate_folder
    evaluation = evaluate(gold, _readable(read_each(find_sources([str(gold)]), reader), unread))
    click.echo(evaluation.as_json() if form == "json" else evaluation.as_text(errors=errors))
    return SOME_FAILED if unread else DONE


def _readable(results: Iterable[Reading | UnreadableDocument], unread: list[UnreadableDocument]) -> Iterator[Reading]:
    for result in results:
        if isinstance(result, UnreadableDocument):
            unread.append(result)
            complain(result)
        else:
            yield result
