"""`memcon demo`."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from memcon.ledger import Ledger

from tests.cli.calling import call
from tests.ledger.factory import Facts, make_reading


@pytest.fixture
def demonstrated(examples: Path, tmp_path: Path) -> tuple[str, Path]:
    """What the demonstration prints, and where its ledger is."""
    shown = call("demo", "--folder", tmp_path / "demo")
    assert (shown.code, shown.err) == (0, "")
    return shown.out, tmp_path / "demo" / "memcon.sqlite"


def test_the_demonstration_shows_what_was_found(demonstrated: tuple[str, Path]) -> None:
    out, path = demonstrated
    for heading in ("Who met whom", "What they said, in their words", "What they undertook, by force", "Try next"):
        assert heading in out
    assert str(path) in out
    with Ledger.open(path, create=False) as ledger:
        assert f"{ledger.count_documents()} readouts" in out
    assert all(len(line) <= 80 for line in out.splitlines() if str(path) not in line)


def test_what_it_says_to_try_works(demonstrated: tuple[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    out, path = demonstrated
    monkeypatch.setenv("MEMCON_LEDGER", str(path))
    tries = [shlex.split(line)[1:] for line in out.splitlines() if re.match(r"  memcon (?!read)", line)]
    assert len(tries) >= 5
    for words in tries:
        shown = call(*words)
        assert shown.code == 0, words
        assert shown.out, words


def test_former_examples_go_and_what_others_added_stays(examples: Path, tmp_path: Path) -> None:
    here = tmp_path / "memcon.sqlite"
    with Ledger.open(here) as ledger:
        former = ledger.add(make_reading(Facts(source=str(examples / "former.txt")))).document
        other = ledger.add(make_reading(Facts(city="Niš", title="Mine"))).document
    assert call("demo", "--folder", tmp_path).code == 0
    with Ledger.open(here) as ledger:
        kept = {row.id for row in ledger.documents()}
    assert other in kept
    assert former not in kept


def test_it_leaves_the_ledger_of_the_user_alone(demonstrated: tuple[str, Path]) -> None:
    assert call("list", "documents").code == 2


def test_without_a_folder_it_says_where_its_ledger_is(examples: Path) -> None:
    from memcon.config import data_folder

    shown = call("demo")
    assert shown.code == 0
    assert str(data_folder() / "demo" / "memcon.sqlite") in shown.out
    assert call("demo") == shown


def test_what_to_try_can_be_typed_where_the_program_is_not_on_the_path(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from memcon.cli.demo import _program

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    monkeypatch.setattr("sys.argv", [str(tmp_path / "bin" / "memcon"), "demo"])
    assert _program() == str(Path("bin") / "memcon")
    monkeypatch.setattr("sys.argv", ["/usr/lib/memcon/__main__.py", "demo"])
    assert _program() == "memcon"
