"""The quality of extraction is a tested number with floors that only rise."""

from __future__ import annotations

import pytest

from memcon.evaluation import Evaluation, evaluate_folder

from tests.quality.floors import as_toml, fallen, figures, gold_folder, load_floors
from tests.quality.reading import read_gold_documents

FOLDERS = ("seeds", "dev", "examples")


@pytest.fixture(scope="module", params=FOLDERS)
def judged(request: pytest.FixtureRequest) -> tuple[str, Evaluation]:
    name: str = request.param
    if name != "examples":
        request.getfixturevalue("shared")
    folder = gold_folder(name)
    assert folder is not None
    return name, evaluate_folder(folder, read_gold_documents(folder))


def test_no_figure_falls_below_its_floor(judged: tuple[str, Evaluation]) -> None:
    name, evaluation = judged
    low = fallen(figures(evaluation), load_floors()[name])
    assert not low, "\n".join([f"{name}:", *low, evaluation.as_text()])


def test_every_layer_has_a_floor(judged: tuple[str, Evaluation]) -> None:
    name, evaluation = judged
    today = figures(evaluation)
    bare = sorted(today.keys() - load_floors()[name].keys())
    assert not bare, f"no floor in [{name}] of floors.toml for {bare}; today:\n{as_toml(name, today)}"


def test_every_document_is_read(judged: tuple[str, Evaluation]) -> None:
    _, evaluation = judged
    assert evaluation.unread == ()


def test_the_gate_sees_a_fall_and_a_layer_that_is_gone() -> None:
    floors = {"statements": 0.8, "visits": 0.5, "macro": 0.7}
    assert fallen({"statements": 0.8, "visits": 0.6, "macro": 0.7}, floors) == []
    lines = fallen({"statements": 0.79, "macro": 0.7}, floors)
    assert [line.split(":")[0] for line in lines] == ["statements", "visits"]
