"""`memcon lexicon check`, and a folder of additions named by flag or by variable."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.calling import call

GROUP = """
groups:
  - group: marker
    act: warn
    takes: [that]
    drop: [that]
    cues: ["~lay down a <mod>* marker"]
    yes: The minister laid down a clear marker that the border would stay open.
    no: The minister laid down the pen.
"""
TEXT = "OSLO, 4 March 2031 - Foreign Minister Ana Rojas laid down a marker that the port would stay open.\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of additions in which all is well."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "cues.yaml").write_text(GROUP, encoding="utf-8")
    example = "example: [{text: The Bergen Seven met in Lima., find: Bergen Seven}]"
    (folder / "bodies.yaml").write_text(f"{example}\nentries: [{{name: Bergen Seven, type: forum}}]", encoding="utf-8")
    return folder


def test_a_good_folder_is_counted_file_by_file(own: Path) -> None:
    shown = call("lexicon", "check", own)
    assert (shown.code, shown.err) == (0, "")
    assert shown.lines == ["bodies.yaml  1 entry, 1 example: good", "cues.yaml    1 entry, 2 examples: good"]


def test_the_folder_of_the_guide_is_good(root: Path) -> None:
    shown = call("lexicon", "check", root / "docs" / "guides" / "own-lexicon")
    assert (shown.code, shown.err) == (0, "")
    assert len(shown.lines) >= 4


@pytest.mark.parametrize(("change", "told"), [
    (("takes: [that]", "takes: [to]"), "gives no statement of 'warn'; correct the patterns of the group"),
    (("laid down the pen", "laid down a marker that trade grew"), "gives a statement of 'warn'; narrow the patterns"),
    (("yes: The minister laid", "yes: The minister put"), "no pattern of it is found in 'The minister put down"),
])
def test_examples_that_fail_are_told(own: Path, change: tuple[str, str], told: str) -> None:
    (own / "cues.yaml").write_text(GROUP.replace(*change), encoding="utf-8")
    shown = call("lexicon", "check", own)
    assert shown.code == 1
    assert "cues.yaml    1 entry, 2 examples: 1 fault" in shown.lines
    assert shown.err.startswith(f"memcon: {own / 'cues.yaml'}: groups entry 1 (marker): ")
    assert told in shown.err
    assert shown.err.count("\n") == 1


@pytest.mark.parametrize(("text", "find", "told"), [
    ("They met in Lima.", "Bergen Seven", "'Bergen Seven' does not stand in its text"),
    ("The Seven of Bergen met in Lima.", "Seven of Bergen", "'Seven of Bergen' is not found in"),
])
def test_an_example_that_is_not_found_is_told(own: Path, text: str, find: str, told: str) -> None:
    entries = "entries: [{name: Bergen Seven, type: forum}]"
    (own / "bodies.yaml").write_text(f"example: [{{text: {text}, find: {find}}}]\n{entries}", encoding="utf-8")
    shown = call("lexicon", "check", own)
    assert shown.code == 1
    assert told in shown.err


def test_faults_of_form_are_told_and_examples_wait_for_them(own: Path) -> None:
    (own / "bodies.yaml").write_text("entries: [{name: A, type: club}, {name: SCO, type: forum}]", encoding="utf-8")
    (own / "cue.yaml").write_text("groups: []", encoding="utf-8")
    shown = call("lexicon", "check", own)
    assert shown.code == 1
    assert shown.lines == [
        "bodies.yaml  2 entries, 0 examples: 2 faults", "cue.yaml     0 entries, 0 examples: 1 fault",
        "cues.yaml    1 entry, 2 examples not run: good",
    ]
    for told in ("entries entry 1 (A): Invalid enum value 'club'", "'SCO' is a name of", "did you mean cues.yaml?"):
        assert told in shown.err


@pytest.mark.parametrize("text", ["groups: [", "", "- a", "groups: [{group: marker}]"])
def test_a_broken_file_is_told(own: Path, text: str) -> None:
    (own / "cues.yaml").write_text(text, encoding="utf-8")
    shown = call("lexicon", "check", own)
    assert shown.code == 1
    assert str(own / "cues.yaml") in shown.err


def test_a_file_that_is_no_text_is_told(own: Path) -> None:
    (own / "cues.yaml").write_bytes(b"groups: \xff\xfe")
    shown = call("lexicon", "check", own)
    assert shown.code == 1
    assert "not in UTF-8; save it in UTF-8" in shown.err


def test_a_missing_and_an_empty_folder_are_told_with_code_2(tmp_path: Path) -> None:
    missing = call("lexicon", "check", tmp_path / "nowhere")
    assert (missing.code, missing.out) == (2, "")
    assert "no such folder" in missing.err
    empty = call("lexicon", "check", tmp_path)
    assert (empty.code, empty.out) == (2, "")
    assert "no lexicon file in it" in empty.err
    assert call("lexicon").code == 2
    assert call("lexicon", "check").code == 2


def acts(*words: object) -> list[str]:
    shown = call("read", "-", "--format", "jsonl", *words, given=TEXT)
    assert shown.code == 0, shown.err
    return [statement["act"] for statement in json.loads(shown.out)["statements"]]


def test_additions_are_read_where_the_flag_or_the_variable_names_them(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "warn" not in acts()
    assert "warn" in acts("--lexicon", own)
    monkeypatch.setenv("MEMCON_LEXICON", str(own))
    assert "warn" in acts()
    other = shutil.copytree(own, tmp_path / "other")
    (other / "cues.yaml").write_text(GROUP.replace("act: warn", "act: thank"), encoding="utf-8")
    assert "thank" in acts("--lexicon", other)


@pytest.mark.parametrize(("name", "text", "told"), [
    ("bodies", "entries: [", "not YAML"), ("bodies", "entries: [{name: A}]", "missing required field `type`"),
    ("cues", GROUP.replace("~lay down", "<mod> down"), "begins with <mod>"),
    ("publishers", "publishers: [{name: A}]", "missing required field `kind`"),
])
def test_reading_with_broken_additions_ends_with_what_to_do(own: Path, name: str, text: str, told: str) -> None:
    (own / f"{name}.yaml").write_text(text, encoding="utf-8")
    shown = call("read", "-", "--lexicon", own, given=TEXT)
    assert shown.code == 2
    assert told in shown.err
    assert shown.err.count("\n") == 1


def test_reading_with_a_missing_folder_is_told_with_code_2(tmp_path: Path) -> None:
    shown = call("read", "-", "--lexicon", tmp_path / "nowhere", given=TEXT)
    assert shown.code == 2
    assert "check --lexicon and MEMCON_LEXICON" in shown.err
