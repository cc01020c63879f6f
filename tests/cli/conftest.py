"""A ledger with a few made-up readouts, and files with short ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from memcon.ledger import Ledger

from tests.ledger.factory import make_reading, many_facts

TEXTS = {
    "a.txt": "LIMA, 4 March 2031 - Foreign Minister Ana Rojas met with Ambassador Li Wei in Lima on Tuesday.\n\n"
             "Rojas said that Peru is ready to deepen cooperation with China on ports.\n",
    "b.txt": "Kenya and Malta held talks in Nairobi on 5 May 2031.\n\n"
             "The two sides agreed to open an embassy in Valletta.\n",
    "c.txt": "The President of Latvia will visit Japan next month, his office said on 6 June 2031.\n",
}


@pytest.fixture(scope="session")
def _three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of three readouts, to be copied."""
    path = tmp_path_factory.mktemp("three") / "memcon.sqlite"
    with Ledger.open(path) as ledger:
        ledger.add(make_reading())
        for facts in many_facts(2):
            ledger.add(make_reading(facts))
    return path


@pytest.fixture
def kept(_three: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A ledger of three readouts, in the place where the command line looks for it."""
    path = tmp_path / "kept.sqlite"
    shutil.copy(_three, path)
    monkeypatch.setenv("MEMCON_LEDGER", str(path))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with short readouts."""
    made = tmp_path / "readouts"
    made.mkdir()
    for name, text in TEXTS.items():
        (made / name).write_text(text, encoding="utf-8")
    return made
