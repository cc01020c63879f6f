"""`memcon export`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from memcon.export import FORMATS

from tests.cli.calling import call

pytestmark = pytest.mark.usefixtures("kept")


def test_a_stream_goes_to_standard_output_or_into_a_file(tmp_path: Path) -> None:
    shown = call("export", "jsonl")
    assert (shown.code, shown.err, len(shown.lines)) == (0, "", 3)
    written = call("export", "jsonl", "-o", tmp_path / "below" / "all.jsonl")
    assert (written.code, written.out) == (0, "")
    assert (tmp_path / "below" / "all.jsonl").read_text(encoding="utf-8") == shown.out
    assert [path.name for path in (tmp_path / "below").iterdir()] == ["all.jsonl"]


def test_filters_are_those_of_list() -> None:
    events = [json.loads(line) for line in call("export", "plover", "--actor", "SRB", "--since", "2024").lines]
    listed = [json.loads(line) for line in call("list", "records", "--actor", "SRB", "--since", "2024",
                                                "--format", "jsonl").lines]
    assert events
    assert {event["id"] for event in events} <= {row["id"] for row in listed}
    assert "--side does not apply to records" in call("export", "csl", "--side", "SRB").err
    assert "nobody in the ledger is called 'Zorro'" in call("export", "csl", "--actor", "Zorro").err


@pytest.mark.parametrize("form", [name for name, form in FORMATS.items() if form.into != "stream"])
def test_files_and_folders_want_a_place(form: str, tmp_path: Path) -> None:
    shown = call("export", form)
    assert (shown.code, shown.out) == (2, "")
    assert "say where with -o PATH" in shown.err
    assert call("export", form, "-o", tmp_path / "made").code == 0
    assert (tmp_path / "made").is_dir() is (FORMATS[form].into == "folder")


def test_nothing_else_is_written_over(kept: Path, tmp_path: Path) -> None:
    before = kept.read_bytes()
    assert "this is the ledger itself" in call("export", "sqlite", "-o", kept).err
    assert "this is the ledger itself" in call("export", "csv", "-o", kept).err
    assert kept.read_bytes() == before
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert "a file is there" in call("export", "csv", "-o", tmp_path / "file").err
    assert "a folder is there" in call("export", "csl", "-o", tmp_path).err
    assert "cannot be written" in call("export", "csl", "-o", tmp_path / "file" / "below").err
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_a_missing_package_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "icalendar", None)
    shown = call("export", "ical")
    assert (shown.code, shown.out) == (2, "")
    assert "needs the package icalendar: install memcon[export]" in shown.err
