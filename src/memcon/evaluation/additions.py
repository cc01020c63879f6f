"""A folder of additions to the lexicon, judged: its form, its names, and its examples as the program reads them."""

from __future__ import annotations

from pathlib import Path

import msgspec

from memcon.evaluation.lexicon_examples import count_examples, run_examples
from memcon.lexicon import load_lexicon
from memcon.lexicon.checking import Fault, OwnFile, count_entries, read_folder
from memcon.lexicon.clashes import find_clashes


class CheckedFile(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the check of one file.

    `run` is false where its examples were not run because a file of the folder breaks its form.
    """

    name: str
    entries: int
    examples: int
    run: bool
    faults: tuple[Fault, ...]


def check_additions(folder: Path, language: str = "en") -> tuple[CheckedFile, ...]:
    """Every lexicon file of a folder with its faults, in the order of their names.

    Examples are run with the whole folder read, and only where every file has its form. Raises UsageError
    if there is no such folder, it cannot be read, or no lexicon file is in it.
    """
    files = read_folder(folder)
    clashes = find_clashes(files)
    sound = not any(own.faults for own in files)
    shown: dict[str, list[Fault]] = {own.name: [] for own in files}
    if sound:
        lexicon = load_lexicon(language, folder)
        for own in files:
            shown[own.name] += run_examples(own, lexicon)
    return tuple(_checked(own, (*own.faults, *clashes[own.name], *shown[own.name]), sound) for own in files)


def _checked(own: OwnFile, faults: tuple[Fault, ...], run: bool) -> CheckedFile:
    return CheckedFile(
        name=own.name, entries=count_entries(own.parsed), examples=count_examples(own), run=run, faults=faults,
    )
