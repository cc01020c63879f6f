"""What the floors of resolution are held against: the documents composed by hand, and those that a generator makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from memcon.config import Settings
from memcon.evaluation import ResolutionEvaluation, evaluate_resolution_folder
from memcon.model import Reading
from memcon.pipeline import read_sources

FLOORS: Mapping[str, float] = {"entities": 0.97, "people": 0.97, "encounters": 0.93, "threads": 0.85}
"""F1 that must be reached: B³ of entities (and of people alone), pairs of accounts, pairs of wordings."""


def by_hand() -> Path:
    """The folder of the 24 documents composed by hand."""
    return Path(__file__).with_name("gold")


@cache
def judge(folder: Path) -> ResolutionEvaluation:
    """How the documents of a folder are joined; read and judged once for all tests of a process."""
    return evaluate_resolution_folder(folder, _readings(folder))


def fallen(evaluation: ResolutionEvaluation) -> list[str]:
    """The layers below their floor, and all hard violations; a line each."""
    low = [
        f"{name}: {evaluation.layers[name].f1:.3f} is below its floor {floor}"
        for name, floor in FLOORS.items() if evaluation.layers[name].f1 < floor
    ]
    return [*low, *(f"{one.kind} ({one.told}): {one.left}, {one.right}" for one in evaluation.violations)]


def _readings(folder: Path) -> Iterator[Reading]:
    for result in read_sources([str(folder)], Settings.gather()):
        assert isinstance(result, Reading), result
        yield result
