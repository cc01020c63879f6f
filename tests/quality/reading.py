"""The documents of a folder, read by the program as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from memcon.evaluation import load_gold
from memcon.extraction import Extractor
from memcon.lexicon import load_lexicon
from memcon.loading import load
from memcon.model import Reading


@cache
def extractor() -> Extractor:
    """The extractor with the built-in lexicon, made once."""
    return Extractor(load_lexicon())


def read_gold_documents(folder: Path) -> Iterator[Reading]:
    """The readings of the documents that have a gold reading in this folder."""
    for gold in load_gold(folder):
        yield extractor().read(load(folder / gold.document))
