"""The benchmarks measure on documents that differ, and dates that stay true to their weekdays."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.invented import COMMITMENTS, STATEMENTS, make
from benchmarks.ledger import questions
from benchmarks.material import compose, shifted
from memcon.ledger import Ledger


@pytest.mark.parametrize(("text", "days", "expected"), [
    ("July 12, 2023 VELMA – They met Monday.", 7, "July 19, 2023 VELMA – They met Monday."),
    ("date 2023-11-23", 42, "date 2024-01-04"),
    ("in 2023 and on 12 July", 7, "in 2023 and on 12 July"),
])
def test_full_dates_are_moved_and_nothing_else(text: str, days: int, expected: str) -> None:
    assert shifted(text, days) == expected


def test_composed_documents_all_differ(tmp_path: Path) -> None:
    sources = [tmp_path / "one.txt", tmp_path / "two.txt"]
    sources[0].write_text("date 2023-11-23 They met.", encoding="utf-8")
    sources[1].write_text("They called.", encoding="utf-8")
    folder = compose(sources, 7, tmp_path / "documents")
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())]
    assert len(texts) == len(set(texts)) == 7


def test_invented_readings_are_always_the_same_and_can_be_kept() -> None:
    assert make(3) == make(3) != make(4)
    with Ledger.open(":memory:") as ledger:
        for number in range(5):
            ledger.add(make(number))
        assert ledger.count_records("statements") == 5 * STATEMENTS
        assert ledger.count_records("commitments") == 5 * COMMITMENTS
        assert all(ask() is not None for _, ask in questions(ledger))
