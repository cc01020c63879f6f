"""The figures are, number by number, those of the script that published the definitions of the layers."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from memcon.evaluation import Evaluation, evaluate_folder, load_gold
from memcon.evaluation.gold import gold_text
from memcon.model import Reading, encode_reading

from tests.evaluation.gold_as_reading import read_as_gold
from tests.evaluation.spoiling import SPOILINGS, Spoiling
from tests.quality.reading import read_gold_documents

FOLDERS = ("seeds", "dev", "examples")
NO_TEXT = "The text of a document that is no plain text is not looked at here."

Figures = dict[str, Any]


@pytest.fixture(params=FOLDERS)
def gold_folder(request: pytest.FixtureRequest, shared: Path, examples: Path) -> Path:
    folder = examples if request.param == "examples" else shared / "gold" / request.param
    if not any(folder.glob("*.json")):
        pytest.skip(f"no gold readings in {request.param}")
    return folder


def gold_readings(folder: Path) -> list[Reading]:
    return [read_as_gold(gold, gold_text(folder, gold) or NO_TEXT) for gold in load_gold(folder)]


def published_figures(shared: Path, folder: Path, readings: Iterable[Reading], scratch: Path) -> Figures:
    lines = scratch / "readings.jsonl"
    lines.write_bytes(b"".join(encode_reading(reading) + b"\n" for reading in readings))
    script = shared / "gold" / "score.py"
    run = subprocess.run(
        [sys.executable, str(script), str(folder), str(lines), "--json"], capture_output=True, text=True, check=True,
    )
    figures: Figures = json.loads(run.stdout)
    return figures


def our_figures(evaluation: Evaluation) -> Figures:
    return {
        "macro_f1": evaluation.macro_f1,
        "micro_f1": evaluation.micro_f1,
        "layers": {
            name: {"p": score.precision, "r": score.recall, "f1": score.f1, "gold": score.gold}
            for name, score in evaluation.layers.items()
        },
        "unread": list(evaluation.unread),
    }


def assert_same_figures(shared: Path, folder: Path, readings: list[Reading], scratch: Path) -> None:
    ours = our_figures(evaluate_folder(folder, readings))
    theirs = published_figures(shared, folder, readings, scratch)
    assert ours.pop("unread") == theirs.pop("unread")
    our_layers, their_layers = ours.pop("layers"), theirs.pop("layers")
    assert list(our_layers) == list(their_layers)
    for layer, figures in their_layers.items():
        assert our_layers[layer] == pytest.approx(figures, abs=1e-12), layer
    assert ours == pytest.approx(theirs, abs=1e-12)


def only_text(folder: Path) -> bool:
    """Whether the published script, which reads every document as text, can judge this folder's quotes."""
    return all(gold.is_text for gold in load_gold(folder))


def test_a_reading_that_says_what_gold_says_scores_the_same(shared: Path, gold_folder: Path, tmp_path: Path) -> None:
    readings = gold_readings(gold_folder)
    if only_text(gold_folder):
        assert_same_figures(shared, gold_folder, readings, tmp_path)
    assert evaluate_folder(gold_folder, readings).layers["statements"].f1 > 0.97


@pytest.mark.parametrize("spoil", SPOILINGS, ids=lambda spoil: spoil.__name__)
def test_a_spoilt_reading_scores_the_same(shared: Path, gold_folder: Path, tmp_path: Path, spoil: Spoiling) -> None:
    if not only_text(gold_folder):
        pytest.skip("the published script reads text only")
    chance = random.Random(spoil.__name__)
    readings = [spoil(reading, chance) for reading in gold_readings(gold_folder)]
    assert_same_figures(shared, gold_folder, readings, tmp_path)


@pytest.mark.parametrize("seed", range(4))
def test_readings_spoilt_in_every_way_and_some_missing_score_the_same(
    shared: Path, gold_folder: Path, tmp_path: Path, seed: int,
) -> None:
    if not only_text(gold_folder):
        pytest.skip("the published script reads text only")
    chance = random.Random(seed)
    readings = gold_readings(gold_folder)
    for spoil in chance.sample(SPOILINGS, k=len(SPOILINGS)):
        readings = [spoil(reading, chance) if chance.random() < 0.7 else reading for reading in readings]
    missing = chance.sample(readings, k=len(readings) // 4)
    assert_same_figures(shared, gold_folder, [each for each in readings if each not in missing], tmp_path)


def test_the_readings_of_the_program_score_the_same(shared: Path, gold_folder: Path, tmp_path: Path) -> None:
    if not only_text(gold_folder):
        pytest.skip("the published script reads text only")
    assert_same_figures(shared, gold_folder, list(read_gold_documents(gold_folder)), tmp_path)


def test_no_readings_at_all_score_the_same(shared: Path, gold_folder: Path, tmp_path: Path) -> None:
    if not only_text(gold_folder):
        pytest.skip("the published script reads text only")
    assert_same_figures(shared, gold_folder, [], tmp_path)
