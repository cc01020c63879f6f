"""The page on accuracy is in step with the figures that were measured, whatever the program reaches today."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.accuracy import FIGURES, Figures, as_toml, load_figures, measure, summed
from docs.accuracy import SETS, accuracy_page
from memcon.evaluation import LAYERS, evaluate_folder


def test_the_page_shows_the_figures_of_the_file(root: Path) -> None:
    assert (root / "docs" / "accuracy.md").read_text(encoding="utf-8") == accuracy_page(FIGURES), "run make docs"


def test_the_file_is_as_it_was_written() -> None:
    figures = load_figures()
    assert list(figures) == [name for name in SETS if name in figures]
    assert as_toml(figures) == FIGURES.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SETS)
def test_every_set_is_told_with_its_size_and_layers(name: str) -> None:
    figures: Figures = load_figures()[name]
    assert figures.documents > 0
    assert figures.records > 0
    assert {"statements", "meetings", "commitments"} <= figures.layers.keys() <= set(LAYERS)
    assert sum(band.records for band in figures.bands) > 0
    assert all(0 <= band.right <= band.records for band in figures.bands)


def test_no_name_of_a_document_of_the_holdout_gets_out() -> None:
    assert ".txt" not in FIGURES.read_text(encoding="utf-8")


def test_what_is_measured_is_what_the_evaluation_says(root: Path, tmp_path: Path) -> None:
    for ending in (".txt", ".json"):
        [source] = (root / "examples").glob(f"03-*{ending}")
        (tmp_path / source.name).write_bytes(source.read_bytes())
    measured = measure(tmp_path, "2031-05-06")
    assert measured.documents == 1
    assert measured.measured == "2031-05-06"
    empty = summed(evaluate_folder(tmp_path, []), "2031-05-06", "none")
    assert empty.layers["meetings"][2:] == (0.0, empty.layers["meetings"][3], 0)
    assert measured.layers["meetings"][3] == empty.layers["meetings"][3]


def test_sets_that_a_machine_lacks_keep_their_figures(tmp_path: Path) -> None:
    assert load_figures(tmp_path / "none.toml") == {}
    copy = tmp_path / "accuracy.toml"
    copy.write_text(as_toml(load_figures()), encoding="utf-8")
    assert load_figures(copy) == load_figures()
