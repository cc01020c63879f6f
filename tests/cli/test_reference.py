"""The reference of the commands, held against the program."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from memcon.cli.group import VERBS, program
from memcon.cli.listings import KINDS

EVERYWHERE = {"--help", "-h"}


@pytest.fixture(scope="module")
def page() -> str:
    """The reference."""
    return (Path(__file__).resolve().parents[2] / "docs" / "reference-commands.md").read_text(encoding="utf-8")


def section(page: str, verb: str) -> str:
    """What the reference says of a verb."""
    found = re.search(rf"^## memcon {verb}$(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert found is not None, f"docs/reference-commands.md has no section on memcon {verb}"
    return found[1]


def command(verb: str) -> click.Command:
    """The command of a verb."""
    found = program.get_command(click.Context(program), verb)
    assert found is not None
    return found


def calls(verb: str) -> dict[str, click.Command]:
    """What a verb can be called with: itself, or its own verbs."""
    of = command(verb)
    if isinstance(of, click.Group):
        own = {verb: of} if of.invoke_without_command else {}
        return own | {f"{verb} {name}": below for name, below in of.commands.items()}
    return {verb: of}


def options(of: click.Command) -> set[str]:
    """The options of a command."""
    return {flag for parameter in of.params if isinstance(parameter, click.Option) for flag in parameter.opts}


def told(text: str) -> set[str]:
    """The options that stand in the first column of the tables of a text."""
    cells = [re.split(r"(?<!\\)\|", line)[1] for line in text.splitlines() if line.startswith("|")]
    return {flag for cell in cells for flag in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", cell)}


def test_every_verb_has_a_section_and_every_section_a_verb(page: str) -> None:
    assert re.findall(r"^## memcon (\w+)$", page, re.MULTILINE) == list(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_of_a_verb_is_told_and_no_other(page: str, verb: str) -> None:
    known = {flag for of in calls(verb).values() for flag in options(of)}
    assert told(section(page, verb)) == known - EVERYWHERE


@pytest.mark.parametrize("verb", VERBS)
def test_every_argument_of_a_verb_is_told(page: str, verb: str) -> None:
    for name, of in calls(verb).items():
        arguments = [parameter for parameter in of.params if isinstance(parameter, click.Argument)]
        usage = " ".join(["memcon", name, *(argument.make_metavar(click.Context(of)) for argument in arguments)])
        assert f"`{usage}`" in section(page, verb)


def test_the_options_of_the_program_are_told(page: str) -> None:
    general = page[: page.index("## memcon read")]
    assert told(general) == options(program) | EVERYWHERE


def test_the_kinds_and_the_values_of_filters_are_told(page: str) -> None:
    about = section(page, "list")
    for kind in KINDS:
        assert f"`{kind}`" in about
    types = {parameter.name: parameter.type for parameter in command("list").params}
    for name in ("force", "stance", "voice", "status"):
        values = types[name]
        assert isinstance(values, click.Choice)
        for value in values.choices:
            assert f"`{value}`" in about, value
