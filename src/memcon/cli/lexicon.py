"""`memcon lexicon`: what concerns the user's own additions to the lexicon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from memcon.cli.exits import DONE, SOME_FAILED, complain
from memcon.errors import LexiconError

if TYPE_CHECKING:
    from memcon.evaluation import CheckedFile


@click.group("lexicon")
def command() -> None:
    """Check your own additions to the lexicon.

    A folder of additions holds files of the same names and form as the built-in lists: cues.yaml, bodies.yaml,
    offices.yaml and so on. Name it with --lexicon or MEMCON_LEXICON to have it read.
    """


@command.command("check")
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
def check(folder: Path) -> int:
    """Check a folder of additions: the form of its files, their names, and their examples.

    Prints a line for each file, and what is wrong on standard error. Exit codes: 0 all is well; 1 something is
    wrong; 2 there is no such folder, or no lexicon file in it.
    """
    from memcon.evaluation import check_additions

    files = check_additions(folder)
    for line in _lines(files):
        click.echo(line)
    faults = [fault for checked in files for fault in checked.faults]
    for fault in faults:
        complain(LexiconError(fault.told(folder)))
    return SOME_FAILED if faults else DONE


def _lines(files: Sequence[CheckedFile]) -> Iterator[str]:
    """A line for each file: its entries, its examples, and how many faults it has."""
    width = max(len(checked.name) for checked in files)
    for checked in files:
        examples = _number(checked.examples, "example") + ("" if checked.run or not checked.examples else " not run")
        verdict = _number(len(checked.faults), "fault") if checked.faults else "good"
        yield f"{checked.name:<{width}}  {_number(checked.entries, 'entry', 'entries')}, {examples}: {verdict}"


def _number(count: int, one: str, many: str | None = None) -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"
