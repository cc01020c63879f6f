"""The floors of the quality gate, and the figures that are held against them.

Run as a program, `python -m tests.quality.floors`, it prints the figures of today in the form of `floors.toml`.
"""

from __future__ import annotations

import math
import sys
import tomllib
from pathlib import Path

from memcon.evaluation import Evaluation, evaluate_folder

from tests.conftest import ROOT, find_shared
from tests.quality.reading import read_gold_documents

FLOORS = Path(__file__).with_name("floors.toml")
SLACK = 1e-9

Floors = dict[str, dict[str, float]]


def load_floors() -> Floors:
    """Every floor, by folder and layer."""
    return tomllib.loads(FLOORS.read_text("utf-8"))


def gold_folder(name: str) -> Path | None:
    """Where the gold readings of this name are: in the repository, or in the shared material if that is present."""
    if name == "examples":
        return ROOT / "examples"
    shared = find_shared()
    return shared / "gold" / name if shared else None


def figures(evaluation: Evaluation) -> dict[str, float]:
    """What has a floor: the F1 of every layer and the two averages."""
    layers = {name: score.f1 for name, score in evaluation.layers.items()}
    return {"macro": evaluation.macro_f1, "micro": evaluation.micro_f1, **layers}


def fallen(today: dict[str, float], floors: dict[str, float]) -> list[str]:
    """The layers that lie below their floor, or are gone; a line each."""
    return [
        f"{layer}: {today.get(layer, 0.0):.4f} is below its floor {floor}"
        for layer, floor in floors.items()
        if today.get(layer, 0.0) < floor - SLACK
    ]


def as_toml(name: str, today: dict[str, float]) -> str:
    """The figures as a table of `floors.toml`, rounded down to three digits."""
    rows = [f"{_key(layer)} = {math.floor(figure * 1000 + SLACK) / 1000}" for layer, figure in today.items()]
    return "\n".join([f"[{name}]", *rows, ""])


def main() -> None:
    """Print the figures of today."""
    for name in load_floors():
        folder = gold_folder(name)
        if folder:
            today = figures(evaluate_folder(folder, read_gold_documents(folder)))
            sys.stdout.write(as_toml(name, today) + "\n")


def _key(layer: str) -> str:
    return f'"{layer}"' if " " in layer else layer


if __name__ == "__main__":
    main()
