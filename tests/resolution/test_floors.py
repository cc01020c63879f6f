"""Resolution reaches its floors on documents composed by hand and on generated ones; both sets are what they claim."""

from __future__ import annotations

from pathlib import Path

import pytest

from memcon.evaluation import GoldWorld, load_world

from tests.resolution.generator import generate, write
from tests.resolution.measured import by_hand, fallen, judge

UNREAD = 0.05
"""The share of generated names, accounts and wordings that the reading, which is not judged here, may miss at most."""


@pytest.fixture(scope="module")
def gold() -> GoldWorld:
    return load_world(by_hand())


@pytest.fixture(scope="module")
def thirty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("thirty")
    write(folder, 30)
    return folder


def test_the_documents_composed_by_hand_are_joined_as_an_analyst_would() -> None:
    evaluation = judge(by_hand())
    assert not fallen(evaluation), evaluation.as_text(errors=True)


def test_thirty_generated_documents_are_joined_as_they_were_made(thirty: Path) -> None:
    evaluation = judge(thirty)
    assert not fallen(evaluation), evaluation.as_text(errors=True)


@pytest.mark.slow
def test_three_hundred_generated_documents_are_joined_as_they_were_made(tmp_path: Path) -> None:
    write(tmp_path, 300)
    evaluation = judge(tmp_path)
    assert not fallen(evaluation), evaluation.as_text(errors=True)


def test_generated_documents_are_read_nearly_whole(thirty: Path) -> None:
    layers = judge(thirty).layers
    for name in ("entities", "encounters", "threads"):
        assert layers[name].unread <= UNREAD * (layers[name].items + layers[name].unread), name


def test_the_same_seed_makes_the_same_documents() -> None:
    assert generate(12) == generate(12)
    assert generate(12)[0] != generate(12, seed=5)[0]


def test_what_is_generated_varies_as_life_does() -> None:
    _, gold = generate(120)
    spellings = [set(entity.names.values()) for entity in gold.entities if entity.kind == "person"]
    assert max(map(len, spellings)) > 2
    assert sum(len(encounter.accounts) > 1 for encounter in gold.encounters) >= 40
    words = [{wording.words for wording in thread.wordings} for thread in gold.threads]
    assert sum(len(each) > 1 for each in words) >= 40
    assert {wording.change for thread in gold.threads for wording in thread.wordings} >= {
        "first", "repeated", "reworded", "extended", "strengthened", "weakened", None,
    }


def test_the_gold_by_hand_has_what_makes_it_hard(gold: GoldWorld) -> None:
    people = [entity for entity in gold.entities if entity.kind == "person"]
    names = [name for one in people for name in set(one.names.values())]
    assert len(gold.documents) == 24
    assert len(names) > len(set(names)), "homonyms"
    assert sum(len(set(one.names.values())) > 1 for one in people) >= 10, "spellings"
    assert sum(len(one.offices) > 1 for one in people) >= 3, "changing offices"
    held = [office for one in people for office in one.offices]
    assert len(held) - len(set(held)) >= 5, "successors"
    assert sum(len(one.accounts) > 1 for one in gold.encounters) >= 15, "several accounts"
    assert {wording.change for thread in gold.threads for wording in thread.wordings} >= {
        "first", "repeated", "reworded", "extended", "strengthened", "weakened",
    }


def test_a_thread_that_is_said_to_be_missing_from_a_document_is_not_worded_there(gold: GoldWorld) -> None:
    silent = [thread for thread in gold.threads if thread.missing]
    assert len(silent) >= 6
    for thread in silent:
        assert not set(thread.missing) & {wording.document for wording in thread.wordings}
