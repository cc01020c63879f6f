"""Reading single sentences behind one that tells who meets, for the tests of relationships, outcomes and milestones."""

from __future__ import annotations

from functools import lru_cache

from memcon.extraction import Extractor
from memcon.lexicon import load_lexicon
from memcon.loading import load_bytes
from memcon.model import Reading

SETTING = "On Monday, President Carlos Ruiz of Peru met Prime Minister Janet Cole of Australia in Lima."


@lru_cache
def _extractor() -> Extractor:
    return Extractor(load_lexicon())


def read_behind_setting(text: str, setting: str = SETTING) -> Reading:
    """The reading of a text of Wednesday 15 May 2024 behind the sentence that sets the scene."""
    document = load_bytes(f"date: 2024-05-15\n\n{setting}\n\n{text}\n".encode(), "test.txt")
    return _extractor().read(document)


def squeezed(text: str) -> str:
    """A text with all white space as single spaces."""
    return " ".join(text.split())
