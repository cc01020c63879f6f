"""What all tests may ask for: the repository, its examples, and the shared material where a machine has it.

The shared material (seeds, gold readings, a corpus) lies beside the repository as `../shared`, or where MEMCON_SHARED
says; a machine of a newcomer has none. A test that needs it asks for the fixture `shared` and is skipped without it.
`.ci/run` sets MEMCON_SHARED_REQUIRED=1 where the material is present: then such a skip is a failure.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

# The same cases on every run: a red test means a change, never a lucky draw.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")

ROOT = Path(__file__).resolve().parent.parent


def find_shared() -> Path | None:
    """The folder of shared material, or None on a machine that has none."""
    named = os.environ.get("MEMCON_SHARED")
    folder = Path(named) if named else ROOT.parent / "shared"
    return folder.resolve() if folder.is_dir() else None


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def examples(root: Path) -> Path:
    """The folder of the readouts composed for this project."""
    return root / "examples"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material; the test is skipped where there is none."""
    folder = find_shared()
    if folder is None:
        pytest.skip("no shared material: neither MEMCON_SHARED nor ../shared is a folder")
    return folder


@pytest.fixture(autouse=True)
def _own_world(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test reads or writes the ledger, the lexicon or the data folder of the person who runs it."""
    monkeypatch.delenv("MEMCON_LEXICON", raising=False)
    monkeypatch.setenv("MEMCON_LEDGER", str(tmp_path_factory.mktemp("ledger") / "memcon.sqlite"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None],
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn the skip of a test that needs the shared material into a failure where that material must be present."""
    report = yield
    fixtures: list[str] = getattr(item, "fixturenames", [])
    required = os.environ.get("MEMCON_SHARED_REQUIRED") == "1"
    if required and report.skipped and "shared" in fixtures:
        report.outcome = "failed"
        why = call.excinfo.value if call.excinfo else "no reason given"
        report.longrepr = f"{item.nodeid} needs the shared material and was skipped: {why}"
    return report
