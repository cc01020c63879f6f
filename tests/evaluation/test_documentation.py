"""docs/evaluation.md says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from memcon.evaluation import LAYERS, RESOLUTION_LAYERS, Gold, GoldWorld


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs" / "evaluation.md").read_text("utf-8")


def test_the_gold_reading_on_the_page_is_one(page: str) -> None:
    (block,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    gold = msgspec.json.decode(block, type=Gold)
    shown = {field for field in Gold.__struct_fields__ if field != "dateline"}
    assert all(getattr(gold, field) for field in shown)
    assert shown | {"dateline"} >= msgspec.json.decode(block).keys()


def test_every_layer_is_explained(page: str) -> None:
    rows = re.findall(r"^\| ([a-z, ]+) \| (?!what)", page, re.MULTILINE)
    assert sorted(name for row in rows for name in row.split(", ")) == sorted(LAYERS)


def test_the_gold_of_resolution_on_the_page_is_one(page: str) -> None:
    (block,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    world = msgspec.yaml.decode(block, type=GoldWorld)
    assert all(getattr(world, field) for field in GoldWorld.__struct_fields__)


def test_every_layer_of_resolution_is_explained(page: str) -> None:
    _, _, section = page.partition("## Many documents together")
    assert set(RESOLUTION_LAYERS) <= set(re.findall(r"\*\*([a-z]+)\*\*", section))


def test_the_program_on_the_page_compiles(page: str) -> None:
    (block,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert "evaluate_folder" in compile(block, "evaluation.md", "exec").co_names
