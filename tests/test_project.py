"""The project checks itself: its locks, its documents, its sizes, its exports and how lightly it starts."""

from __future__ import annotations

import ast
import doctest
import importlib
import re
import runpy
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeAlias

import click
import pytest

import memcon

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "memcon"
EXAMPLES = ROOT / "examples"
PROGRAM = Path(sys.executable).with_name("memcon")
LOCKS = ("core", "build", "development", "postgres", "benchmark")
REGISTRIES = re.compile(r"(?:pypi|pythonhosted|npmjs|debian)[.](?:org|com|net)")
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:root|work/main|work/shared|home/[a-z]+|Users/[A-Za-z]+)\b")
Definition: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "handler", "processor", "misc"}


@cache
def files() -> tuple[Path, ...]:
    """Every file that the project keeps: tracked, or about to be."""
    command = ("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    named = (ROOT / name for name in listing.stdout.decode().split("\0") if name)
    return tuple(path for path in named if path.is_file())


def modules() -> list[Path]:
    """Every module of the program."""
    return sorted(SOURCE.rglob("*.py"))


def module_name(path: Path) -> str:
    """The dotted name of a module of the program."""
    parts = path.relative_to(ROOT / "src").with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def definitions(path: Path) -> Iterator[tuple[str, Definition]]:
    """Every function and class of a module, with its dotted name; those inside functions are left out."""

    def walk(body: list[ast.stmt], prefix: str) -> Iterator[tuple[str, Definition]]:
        for node in body:
            if isinstance(node, Definition):
                yield prefix + node.name, node
                if isinstance(node, ast.ClassDef):
                    yield from walk(node.body, f"{prefix}{node.name}.")

    yield from walk(ast.parse(path.read_text(encoding="utf-8")).body, "")


def documents() -> list[Path]:
    """The pages that a person reads."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


# Locks and addresses


@pytest.mark.parametrize("name", LOCKS)
def test_every_pinned_requirement_has_a_hash(name: str) -> None:
    lock = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=\S)", lock.strip()) if entry]
    pinned = re.compile(r"[\w.\[\]-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", re.DOTALL)
    assert entries
    assert [entry for entry in entries if not pinned.match(entry)] == []


def test_the_locks_agree_on_every_version() -> None:
    def pins(name: str) -> set[str]:
        lock = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        return set(re.findall(r"^([\w.-]+==\S+)", lock, re.MULTILINE))

    assert pins("core") | pins("build") | pins("postgres") <= pins("development")


def test_no_file_names_a_registry_host_or_a_path_of_this_machine() -> None:
    own = {f"{folder}/" for folder in (str(ROOT), str(Path.home())) if folder.count("/") > 1}
    found = []
    for path in files():
        text = path.read_bytes().decode("latin-1")
        hits = [*REGISTRIES.findall(text), *MACHINE_PATHS.findall(text), *(place for place in own if place in text)]
        found += [f"{path.relative_to(ROOT)}: {hit}" for hit in hits]
    assert found == []


def test_no_sentence_of_the_shared_material_is_in_the_project(shared: Path) -> None:
    folders = (shared / "seeds", shared / "gold" / "seeds", shared / "gold" / "dev", shared / "corpus")
    theirs: set[str] = set()
    for source in (path for folder in folders for path in folder.rglob("*.txt")):
        for sentence in re.split(r"(?<=[.!?])[\"”’]?\s+", source.read_text(encoding="utf-8")):
            words = re.findall(r"\w+", sentence.lower())
            if len(words) >= 9:
                theirs.add(f" {' '.join(words)} ")
    found = []
    for path in files():
        words = re.findall(r"\w+", path.read_bytes().decode("utf-8", "replace").lower())
        ours = f" {' '.join(words)} "
        found += [f"{path.relative_to(ROOT)}: {sentence}" for sentence in theirs if sentence in ours]
    assert found == []


# What is packed


def test_the_wheel_holds_the_lexicon_the_migrations_and_the_examples(tmp_path: Path) -> None:
    subprocess.run(
        (sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)),
        cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    wanted = {path.relative_to(ROOT / "src").as_posix() for path in files() if path.is_relative_to(SOURCE)}
    wanted |= {f"memcon/{path.relative_to(ROOT).as_posix()}" for path in files() if path.is_relative_to(EXAMPLES)}
    assert sorted(wanted - packed) == []
    assert any(name.startswith("memcon/lexicon/en/") for name in packed)
    assert any(name.startswith("memcon/examples/") for name in packed)


def test_the_licence_and_the_version_are_those_that_the_program_states() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert f"## {memcon.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


# Documents in step with the code


def commands() -> dict[str, click.Command]:
    """The verbs of the command line, by name."""
    from memcon.cli.group import program

    context = click.Context(program)
    return {name: command for name in program.list_commands(context) if (command := program.get_command(context, name))}


def shown_commands(page: Path) -> Iterator[tuple[str, list[str]]]:
    """Every call of the program that a page shows, in a block or within a line: the verb and its options."""
    text = page.read_text(encoding="utf-8").replace("\\\n", " ")
    blocks = re.findall(r"```(?:console|bash|sh)?\n(.*?)```", text, re.DOTALL)
    inline = re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)
    for line in (line for piece in (*blocks, *inline) for line in piece.splitlines()):
        for verb, rest in re.findall(r"(?:^|[|$;&] ?)memcon ([a-z][a-z-]*)([^|;&#]*)", line):
            yield verb, re.findall(r"(?<=\s)--[a-z-]+", rest)


def test_every_command_and_option_that_the_documents_show_exists() -> None:
    known = commands()
    wrong = []
    for page in documents():
        for verb, shown in shown_commands(page):
            if verb not in known:
                wrong.append(f"{page.name}: memcon {verb}")
                continue
            of = known[verb]
            calls = (of, *of.commands.values()) if isinstance(of, click.Group) else (of,)
            taken = [one for call in calls for one in call.params]
            options = {flag for one in taken for flag in (*one.opts, *one.secondary_opts, "--help")}
            wrong += [f"{page.name}: memcon {verb} {flag}" for flag in shown if flag not in options]
    assert wrong == []


def test_every_make_target_that_the_documents_show_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    shown = {(page.name, target) for page in documents()
             for target in re.findall(r"(?:^|`)make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)}
    assert sorted(f"{page}: make {target}" for page, target in shown if target not in targets) == []


def test_the_readme_shows_the_two_commands() -> None:
    first_screen = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make demo" in first_screen
    assert "make test" in first_screen


def test_every_link_between_documents_leads_somewhere() -> None:
    link = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
    links = [(page, target) for page in documents() for target in link.findall(page.read_text(encoding="utf-8"))]
    broken = [(page, target) for page, target in links if "://" not in target and not (page.parent / target).exists()]
    assert [f"{page.relative_to(ROOT)}: {target}" for page, target in broken] == []


def test_the_generated_pages_and_the_sessions_shown_are_in_step_with_the_program() -> None:
    pages = runpy.run_path(str(ROOT / "docs" / "generate.py"))["pages"]()
    assert len(pages) >= 3
    for name, text in pages.items():
        assert (ROOT / name).read_text(encoding="utf-8") == text, f"{name} is out of date: run make docs"


# Sizes and habits


def test_every_public_module_class_and_function_has_a_docstring() -> None:
    silent = []
    for path in modules():
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))):
            silent.append(module_name(path))
        for name, node in definitions(path):
            # The types that an overload tells are of the one function that follows, which has the docstring.
            overload = any(ast.unparse(decorator) == "overload" for decorator in node.decorator_list)
            public = not overload and not any(part.startswith("_") for part in name.split("."))
            if public and not ast.get_docstring(node):
                silent.append(f"{module_name(path)}.{name}")
    assert silent == []


def test_modules_have_at_most_500_lines() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files() if path.suffix == ".py"}
    assert {str(path.relative_to(ROOT)): length for path, length in lengths.items() if length > 500} == {}


def test_functions_have_at_most_80_lines_and_7_parameters() -> None:
    large = []
    for path in modules():
        for name, node in definitions(path):
            if isinstance(node, ast.ClassDef):
                continue
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            parameters = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            count = len([one for one in parameters if one.arg not in ("self", "cls")])
            # A click command takes one parameter an option: its signature is the command line, not a call.
            on_command_line = any("click" in ast.unparse(decorator) for decorator in node.decorator_list)
            if length > 80 or (count > 7 and not on_command_line):
                large.append(f"{module_name(path)}.{name}: {length} lines, {count} parameters")
    assert large == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [str(path.relative_to(ROOT)) for path in modules() if set(re.split("[_/]", path.stem)) & VAGUE_NAMES] == []


def test_no_test_is_expected_to_fail() -> None:
    marked = re.compile(r"[.]x[f]ail\b")
    tests = sorted((ROOT / "tests").rglob("*.py"))
    assert [str(path.relative_to(ROOT)) for path in tests if marked.search(path.read_text(encoding="utf-8"))] == []


def test_everything_that_a_module_exports_can_be_imported() -> None:
    for path in modules():
        name = module_name(path)
        if name.endswith("__main__") or ".migrations" in name:
            continue
        module = importlib.import_module(name)
        exported = getattr(module, "__all__", [])
        assert [member for member in exported if not hasattr(module, member)] == [], name
        assert len(exported) == len(set(exported)), name


def test_the_examples_in_docstrings_are_true() -> None:
    for path in modules():
        if ">>>" in path.read_text(encoding="utf-8"):
            failed, tried = doctest.testmod(importlib.import_module(module_name(path)))
            assert tried, module_name(path)
            assert not failed, module_name(path)


# A light start


def test_help_starts_light() -> None:
    code = (
        "import sys\n"
        "from memcon.cli import main\n"
        "try:\n"
        "    main(['--help'])\n"
        "finally:\n"
        "    print('\\n'.join(sys.modules), file=sys.stderr)\n"
    )
    ran = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)
    loaded = set(ran.stderr.split())
    ours = {"memcon.lexicon", "memcon.extraction", "memcon.ledger", "memcon.loading"}
    heavy = ours | {"sqlalchemy", "alembic", "rich", "trafilatura", "pypdfium2", "docx", "yaml"}
    assert "Usage:" in ran.stdout
    assert sorted(heavy & loaded) == []


def test_help_starts_quickly() -> None:
    def seconds() -> float:
        started = time.perf_counter()
        subprocess.run((str(PROGRAM), "--help"), capture_output=True, check=True)
        return time.perf_counter() - started

    # The goal is 0.3 s on a quiet machine (make bench); tests run two at a time on whatever is at hand.
    assert min(seconds() for _ in range(4)) < 0.6
