"""The examples beside every group of cues: the one sentence gives a statement of the group's act, the other none."""

from __future__ import annotations

from functools import lru_cache

import pytest

from memcon.extraction import Extractor
from memcon.lexicon import load_lexicon
from memcon.lexicon.entries import CueGroup
from memcon.lexicon.files import read_entries
from memcon.loading import load_bytes
from memcon.model import Statement

_SETTING = "Prime Minister Janet Cole met President Carlos Ruiz in Lima on Monday. "
GROUPS = read_entries("en/cues.yaml", CueGroup, key="groups")


@lru_cache
def extractor() -> Extractor:
    return Extractor(load_lexicon())


def statements(sentence: str) -> tuple[Statement, ...]:
    """The statements of a sentence, read behind one that tells who meets."""
    document = load_bytes((_SETTING + sentence).encode(), "example.txt")
    reading = extractor().read(document)
    return tuple(found for found in reading.statements if found.evidence[0].start >= len(_SETTING) - 1)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.group)
def test_example_of_a_cue_gives_a_statement_of_its_act(group: CueGroup) -> None:
    acts = [found.act for found in statements(group.yes)]

    assert group.act in acts


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.group)
def test_example_without_a_cue_gives_no_statement(group: CueGroup) -> None:
    assert statements(group.no) == ()


def test_there_are_cues_enough() -> None:
    assert sum(len(group.cues) for group in GROUPS) >= 300
