"""How the program starts and what it says of itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

import memcon
from memcon.cli.group import VERBS, program

from tests.cli.calling import call

PROGRAM = (sys.executable, "-m", "memcon")


def test_help_names_every_verb() -> None:
    shown = call("--help")
    assert shown.code == 0
    assert shown.out.startswith("Usage: memcon [OPTIONS] COMMAND [ARGS]...")
    for verb, caption in VERBS.items():
        assert f"  {verb}" in shown.out
        assert caption in shown.out


@pytest.mark.parametrize("verb", VERBS)
def test_the_caption_of_a_verb_is_the_first_line_of_its_help(verb: str) -> None:
    command = program.get_command(click.Context(program), verb)
    assert command is not None
    assert command.name == verb
    assert (command.help or "").splitlines()[0] == VERBS[verb]
    shown = call(verb, "--help")
    assert shown.code == 0
    assert max(map(len, shown.lines)) <= 100


def test_the_version_is_told() -> None:
    assert call("--version") == (0, f"memcon {memcon.__version__}\n", "")


def test_without_a_verb_there_is_help_and_nothing_is_done() -> None:
    shown = call()
    assert shown.code == 2
    assert "Usage: memcon" in shown.out + shown.err


@pytest.mark.parametrize("words", [
    ["dance"], ["list"], ["list", "dinners"], ["read"], ["list", "meetings", "--limit", "-1"],
    ["read", "--format", "xml", "x"], ["--frobnicate"], ["evaluate", "no-such-folder"],
])
def test_what_makes_no_sense_is_told_with_code_2(words: list[str]) -> None:
    shown = call(*words)
    assert (shown.code, shown.out) == (2, "")
    assert "Usage: memcon" in shown.err


STORE = {"sqlalchemy"}
READER = {"yaml", "memcon.lexicon", "memcon.loading", "memcon.extraction", "memcon.pipeline"}


@pytest.mark.parametrize(("words", "others"), [
    (["--help"], STORE | READER | {"memcon.model"}),
    (["schema"], STORE | READER),
    (["read", "-"], STORE),
    (["list", "records"], READER),
    (["show", "meeting-b"], READER),
    (["search", "road"], READER),
])
def test_a_verb_imports_only_what_it_uses(kept: Path, words: list[str], others: set[str]) -> None:
    code = (
        "import sys; from memcon.cli.exits import run; from memcon.cli.group import program; "
        "code = run(program, sys.argv[1:]); print(*sys.modules, file=sys.stderr); sys.exit(code)"
    )
    command = (sys.executable, "-c", code, *words)
    ran = subprocess.run(command, capture_output=True, text=True, check=True, input="They met.")
    assert set(ran.stderr.split()) & ({"alembic", "rich", "trafilatura", "pypdfium2", "docx"} | others) == set()


def test_the_module_can_be_run() -> None:
    ran = subprocess.run((*PROGRAM, "--version"), capture_output=True, text=True, check=True)
    assert ran.stdout == f"memcon {memcon.__version__}\n"


def test_the_schema_is_that_of_a_reading() -> None:
    import msgspec

    from memcon.model import json_schema

    shown = call("schema")
    assert shown.code == 0
    assert msgspec.json.decode(shown.out) == msgspec.json.decode(msgspec.json.encode(json_schema()))
