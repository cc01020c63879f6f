"""Documents as governments and agencies publish them: the dates that the gold readings give."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from memcon.loading import find_sources, load


@pytest.mark.parametrize("folder", ["gold/seeds", "gold/dev"])
def test_publication_date_and_dateline_are_those_of_the_gold_readings(folder: str, shared: Path) -> None:
    wrong = []
    for source in find_sources([str(shared / folder)]):
        gold_path = Path(source).with_suffix(".json")
        if not gold_path.exists():
            continue
        gold, document = json.loads(gold_path.read_text()), load(source)
        place = document.dateline.place if document.dateline else None
        if document.published != gold.get("published") or (place or "").lower() != (gold.get("dateline") or "").lower():
            wrong.append((source, document.published, place))
    assert wrong == []


def test_real_documents_have_a_title_a_kind_and_english_text(shared: Path) -> None:
    for source in find_sources([str(shared / "gold/dev"), str(shared / "corpus")]):
        if Path(source).suffix == ".txt":
            document = load(source)
            assert document.title, source
            assert document.language == "en", source
            assert document.kind != "other", source
            assert [block.kind for block in document.blocks].count("paragraph") > 0, source
