"""How well the program reads, measured on every set of gold readings that this machine has, into docs/accuracy.toml.

`make figures` runs this. Sets that are not here keep the figures of the last machine that had them. Of the holdout,
which nobody of the project opens, only totals come out, as of all others.
"""

from __future__ import annotations

import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from benchmarks.material import ROOT, SHARED
from memcon.config import Settings
from memcon.evaluation import Evaluation, evaluate_folder
from memcon.loading import find_sources
from memcon.model import RECORD_KINDS, Reading
from memcon.pipeline import make_reader, read_each

FIGURES = ROOT / "docs" / "accuracy.toml"
SETS = {
    "examples": ROOT / "examples",
    "seeds": SHARED / "gold" / "seeds",
    "dev": SHARED / "gold" / "dev",
    "holdout": SHARED / "gold" / "holdout",
}
HEAD = "# How well the program reads; written by `make figures`, shown by docs/accuracy.md (`make docs`).\n"


class Band(msgspec.Struct, frozen=True):
    """Of the records whose confidence lies from `low` to below `high`: how many there are, and how many were right."""

    low: float
    high: float
    right: int
    records: int


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """What was measured on one set: layers with precision, recall, F1 and the numbers expected and found."""

    measured: str
    generator: str
    documents: int
    records: int
    macro: float
    micro: float
    layers: dict[str, tuple[float, float, float, int, int]]
    bands: tuple[Band, ...]


def measure(folder: Path, today: str) -> Figures:
    """The figures of one set; RuntimeError if one of its documents cannot be read."""
    reader = make_reader(Settings(ledger="unused"))
    results = read_each(find_sources([str(folder)]), reader)
    readings = (result for result in results if isinstance(result, Reading))
    evaluation = evaluate_folder(folder, readings)
    if evaluation.unread:
        raise RuntimeError(f"{folder}: not read: {', '.join(evaluation.unread)}")
    return summed(evaluation, today, reader.generator)


def summed(evaluation: Evaluation, today: str, generator: str) -> Figures:
    """What of an evaluation is kept."""
    return Figures(
        measured=today, generator=generator, documents=evaluation.documents,
        records=round(sum(evaluation.layers[kind].gold for kind in RECORD_KINDS if kind in evaluation.layers)),
        macro=round(evaluation.macro_f1, 3), micro=round(evaluation.micro_f1, 3),
        layers={
            name: (round(score.precision, 3), round(score.recall, 3), round(score.f1, 3), round(score.gold),
                   round(score.predicted))
            for name, score in evaluation.layers.items()
        },
        bands=tuple(
            Band(band.low, band.high, band.right, band.records) for band in evaluation.bands if band.layer == "all"
        ),
    )


def load_figures(path: Path = FIGURES) -> dict[str, Figures]:
    """The figures that were written last, by set; none where there is no file yet."""
    if not path.is_file():
        return {}
    return msgspec.convert(tomllib.loads(path.read_text("utf-8")), dict[str, Figures])


def as_toml(figures: dict[str, Figures]) -> str:
    """The figures as they are written."""
    return HEAD + "".join(_table(name, of_set) for name, of_set in figures.items())


def _table(name: str, figures: Figures) -> str:
    rows = [
        "", f"[{name}]", f'measured = "{figures.measured}"', f'generator = "{figures.generator}"',
        f"documents = {figures.documents}", f"records = {figures.records}", f"macro = {figures.macro}",
        f"micro = {figures.micro}", "bands = [",
        *(f"  {{ low = {band.low}, high = {band.high}, right = {band.right}, records = {band.records} }},"
          for band in figures.bands),
        "]", "", f"[{name}.layers]  # precision, recall, F1, expected, found",
        *(f'"{layer}" = {list(row)}' for layer, row in figures.layers.items()), "",
    ]
    return "\n".join(rows)


def main() -> None:
    """Measure all sets that are here, and write the file."""
    figures, today = load_figures(), datetime.now(UTC).date().isoformat()
    for name, folder in SETS.items():
        if folder.is_dir():
            figures[name] = measure(folder, today)
            done = figures[name]
            sys.stdout.write(f"{name}: {done.documents} documents, macro F1 {done.macro}, micro F1 {done.micro}\n")
    FIGURES.write_text(as_toml({name: figures[name] for name in SETS if name in figures}), encoding="utf-8")


if __name__ == "__main__":
    main()
