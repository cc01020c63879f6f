"""`memcon evaluate` on a folder with gold of resolution."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from memcon.evaluation import RESOLUTION

from tests.cli.calling import call

TEXTS = {
    "oslo.txt": "date: 2031-03-04\n\nNorwegian Foreign Minister Ane Bergdal met with Danish Foreign Minister Ole "
                "Dahlgaard in Oslo on Tuesday.\n\nBergdal said that Norway will reopen its consulate in Aarhus.\n",
    "riga.txt": "date: 2031-03-05\n\nDanish Foreign Minister Ole Dahlgaard met with Latvian Foreign Minister Janis "
                "Ozolkalns in Riga on Wednesday.\n",
}
GOLD = """
documents: {o: oslo.txt, r: riga.txt}
entities:
  - {kind: person, country: DNK, names: {o: Ole Dahlgaard, r: Ole Dahlgaard}}
  - {kind: person, country: NOR, names: {o: Ane Bergdal}}
encounters:
  - {accounts: {o: met with Danish Foreign Minister Ole Dahlgaard in Oslo}}
  - {accounts: {r: met with Latvian Foreign Minister Janis Ozolkalns in Riga}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / RESOLUTION).write_text(GOLD, "utf-8")
    return tmp_path


def test_a_folder_with_gold_of_resolution_is_judged_by_what_is_joined(folder: Path) -> None:
    outcome = call("evaluate", folder)
    assert outcome.code == 0
    layers = [line.split()[:4] for line in outcome.lines[1:4]]
    assert layers == [["entities", "1.000", "1.000", "1.000"], ["people", "1.000", "1.000", "1.000"],
                      ["encounters", "1.000", "1.000", "1.000"]]


def test_the_figures_come_as_json_too(folder: Path) -> None:
    figures = json.loads(call("evaluate", folder, "--format", "json").out)
    assert figures["documents"] == 2
    assert figures["layers"]["people"]["items"] == 3
    assert figures["violations"] == []


def test_gold_of_resolution_that_is_wrong_ends_the_call(folder: Path) -> None:
    (folder / RESOLUTION).write_text(GOLD.replace("Ane Bergdal", "Kari Bergdal"), "utf-8")
    outcome = call("evaluate", folder)
    assert (outcome.code, outcome.out) == (2, "")
    assert "oslo.txt: does not say 'Kari Bergdal'" in outcome.err
