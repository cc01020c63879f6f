"""The built-in lists pass the check of a folder of additions: their form, and every example as the program reads it.

The examples of the calendar are run in test_calendar.py and tests/extraction/test_dates.py, those of `documents.yaml`
in tests/loading/test_knowledge.py.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from memcon.evaluation.lexicon_examples import Group, known, wrong_example, wrong_no, wrong_yes
from memcon.lexicon import load_lexicon
from memcon.lexicon.checking import Found, OwnFile, entries_of, list_names, model_of, read_folder
from memcon.lexicon.clashes import find_clashes
from memcon.lexicon.encounters import EncounterGroup
from memcon.lexicon.entries import Example
from memcon.lexicon.pledges import PledgeGroup, StanceGroup

WITH_SENTENCES = {"cues", "commitments", "stances", "encounters"}
"""Lists whose groups have each a sentence that shows it and one that does not."""

GROUPS: dict[str, type[Group]] = {"commitments": PledgeGroup, "stances": StanceGroup, "encounters": EncounterGroup}
"""Lists of pattern groups; those of cues are run in tests/extraction/test_cues.py."""


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> list[OwnFile]:
    """The built-in lists, checked as if they were additions."""
    folder: Path = tmp_path_factory.mktemp("built-in")
    package = resources.files("memcon.lexicon")
    for name in list_names():
        place = "topics/topics.yaml" if name == "topics" else f"en/{name}.yaml"
        with resources.as_file(package / place) as path:
            shutil.copy(path, folder)
    return read_folder(folder)


def test_every_built_in_list_has_the_form_that_is_asked_of_additions(lists: list[OwnFile]) -> None:
    assert [fault.told(Path()) for own in lists for fault in own.faults] == []


def test_no_built_in_name_clashes_with_another(lists: list[OwnFile]) -> None:
    assert [fault.told(Path()) for faults in find_clashes(lists).values() for fault in faults] == []


def examples() -> Iterator[tuple[str, Example]]:
    for name in list_names():
        yield from ((name, found.entry) for found in entries_of({"all": model_of(name).get("example", [])}, Example))


def test_every_list_has_an_example() -> None:
    assert set(list_names()) - {name for name, _ in examples()} == WITH_SENTENCES


@pytest.mark.parametrize(("name", "example"), list(examples()), ids=lambda part: getattr(part, "find", part))
def test_the_program_finds_what_an_example_shows(name: str, example: Example) -> None:
    assert wrong_example(name, example, load_lexicon()) is None


PATTERNS = [found for name, shape in GROUPS.items() for found in entries_of(model_of(name), shape)]
LABELS = [f"{type(found.entry).__name__} {found.label}" for found in PATTERNS]


@pytest.mark.parametrize("found", PATTERNS, ids=LABELS)
def test_the_program_finds_a_group_in_its_sentence(found: Found[Group]) -> None:
    assert wrong_yes(found, load_lexicon()) is None


@pytest.mark.parametrize("found", PATTERNS, ids=LABELS)
def test_the_program_finds_no_group_where_it_is_not(found: Found[Group]) -> None:
    assert wrong_no(found, load_lexicon()) is None


def test_made_up_states_stand_for_known_ones() -> None:
    states = load_lexicon().states.values()
    for name in ("Norland", "Sudland", "Arden", "Belmar"):
        assert known(name) in {state.name for state in states}
        assert name not in {state.name for state in states}
