"""How runs end: killed, interrupted, unheard, on a terminal."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from memcon.cli.exits import run
from memcon.cli.group import program
from memcon.ledger import Ledger

from tests.cli.calling import call
from tests.cli.conftest import TEXTS

DOCUMENTS = 160
PROGRAM = (sys.executable, "-m", "memcon")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and terminals of another kind")


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder of readouts that takes a while."""
    made = tmp_path / "many"
    made.mkdir()
    for number in range(DOCUMENTS):
        day = f"{number % 28 + 1} {'March' if number % 2 else 'May'} {2001 + number // 28}"
        (made / f"{number:03}.txt").write_text(TEXTS["a.txt"].replace("4 March 2031", day) * 3, encoding="utf-8")
    return made


def started(*words: object) -> subprocess.Popen[str]:
    """A run of the program, its output to be read."""
    command = [*PROGRAM, *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def reported(adding: subprocess.Popen[str], number: int) -> list[str]:
    """The first lines of a run that adds."""
    assert adding.stdout is not None
    return [adding.stdout.readline() for _ in range(number)]


@pytest.mark.parametrize("lines", [1, 40])
def test_after_a_kill_all_that_was_reported_is_kept_and_the_rest_can_be_added(
    many: Path, tmp_path: Path, lines: int,
) -> None:
    ledger = tmp_path / "memcon.sqlite"
    adding = started("add", many, "--ledger", ledger)
    told = reported(adding, lines)
    adding.send_signal(signal.SIGKILL)
    rest, _ = adding.communicate()
    told += [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
    assert adding.returncode == -signal.SIGKILL
    ids = [line.split()[1] for line in told]
    with Ledger.open(ledger, create=False) as opened:
        kept = {row.id: opened.reading(row.id) for row in opened.documents()}
        assert set(ids) <= set(kept)
        assert len(kept) < DOCUMENTS
        assert opened.count_records() == sum(len(list(reading.records())) for reading in kept.values())
    again = call("add", many, "--ledger", ledger)
    assert again.code == 0
    assert sum(line.startswith("kept ") for line in again.lines) == len(kept)
    with Ledger.open(ledger, create=False) as opened:
        assert opened.count_documents() == DOCUMENTS


def test_two_programs_may_add_to_one_ledger(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "memcon.sqlite"
    both = [started("add", folder, "--ledger", ledger) for _ in range(2)]
    for adding in both:
        _, errors = adding.communicate(timeout=60)
        assert (adding.returncode, errors) == (0, "")
    with Ledger.open(ledger) as opened:
        assert opened.count_documents() == 3


def test_an_interrupted_run_ends_in_a_line(many: Path, tmp_path: Path) -> None:
    adding = started("add", many, "--ledger", tmp_path / "memcon.sqlite")
    reported(adding, 5)
    adding.send_signal(signal.SIGINT)
    _, errors = adding.communicate(timeout=30)
    assert adding.returncode == 130
    assert errors.strip() == "memcon: stopped; what was reported is done"


@pytest.mark.parametrize("words", [("read", "--format", "jsonl"), ("read",), ("read", "--format", "csv")])
def test_a_reader_that_leaves_early_is_no_error(many: Path, words: tuple[str, ...]) -> None:
    reading = started(*words, many)
    reported(reading, 1)
    assert reading.stdout is not None
    reading.stdout.close()
    assert reading.stderr is not None
    assert reading.stderr.read() == ""
    reading.stderr.close()
    assert reading.wait(timeout=30) == 0


def test_adding_goes_on_when_nobody_listens(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "memcon.sqlite"
    adding = started("add", folder, "--ledger", ledger)
    assert adding.stdout is not None
    adding.stdout.close()
    assert adding.stderr is not None
    assert adding.stderr.read() == ""
    adding.stderr.close()
    assert adding.wait(timeout=30) == 0
    with Ledger.open(ledger) as opened:
        assert opened.count_documents() == 3


def test_a_terminal_gets_a_progress_bar_and_a_file_gets_none(folder: Path, tmp_path: Path) -> None:
    lead, follow = pty.openpty()
    command = [*PROGRAM, "add", str(folder), "--ledger", str(tmp_path / "memcon.sqlite")]
    surroundings = os.environ | {"TERM": "xterm"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=follow, text=True, env=surroundings) as adding:
        out, _ = adding.communicate(timeout=30)
    os.close(follow)
    shown = b""
    while chunk := _read(lead):
        shown += chunk
    os.close(lead)
    assert "adding" in shown.decode()
    assert [line.split()[0] for line in out.splitlines()] == ["added"] * 3
    assert "\x1b" not in out


def test_on_a_terminal_lines_stand_above_the_bar(folder: Path, tmp_path: Path) -> None:
    lead, follow = pty.openpty()
    command = [*PROGRAM, "add", str(folder), str(folder / "gone.txt"), "--ledger", str(tmp_path / "memcon.sqlite")]
    with subprocess.Popen(command, stdout=follow, stderr=follow, env=os.environ | {"TERM": "xterm"}) as adding:
        assert adding.wait(timeout=30) == 1
    os.close(follow)
    shown = b""
    while chunk := _read(lead):
        shown += chunk
    os.close(lead)
    for start in (b"added ", b"memcon: "):
        before = shown[: shown.index(start)]
        assert before.endswith((b"\x1b[2K", b"\n"))


def _read(terminal: int) -> bytes:
    """What is left to read; nothing once the other side is closed."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_text_is_written_in_utf_8_whatever_the_locale(kept: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    ran = subprocess.run((*PROGRAM, "list", "people"), capture_output=True, check=True, env=os.environ | plain)
    assert "Ana Marković" in ran.stdout.decode("utf-8")


@pytest.mark.slow
def test_commands_on_a_ledger_of_a_thousand_documents_are_quick(tmp_path: Path) -> None:
    from tests.ledger.factory import make_reading, many_facts

    path = tmp_path / "memcon.sqlite"
    with Ledger.open(path) as ledger:
        for facts in many_facts(1000):
            ledger.add(make_reading(facts))
    for words in (
        ["list", "statements"], ["list", "records", "--actor", "CHN"], ["list", "people"], ["list", "documents"],
        ["search", "railways"], ["show", make_reading(many_facts(1)[0]).document.id],
    ):
        took = min(_seconds([*PROGRAM, *words, "--ledger", str(path)]) for _ in range(2))
        assert took < 1.6, words  # 0.8 s on a quiet machine, as benchmarks/cold.py measures; tests share theirs


def _seconds(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun


def test_an_interrupt_within_the_process_ends_in_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("memcon.model.json_schema", interrupted)
    assert run(program, ["schema"]) == 130
    assert capsys.readouterr().err == "\nmemcon: stopped; what was reported is done\n"
