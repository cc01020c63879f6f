"""`memcon read`, `add`, `reread` and `evaluate`: documents in, by the real reader."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from pathlib import Path

import msgspec
import pytest

import memcon.pipeline
from memcon.cli.exits import judge
from memcon.config import Settings
from memcon.ledger import DocumentQuery, Ledger
from memcon.model import Document, Reading, decode_reading

from tests.cli.calling import call
from tests.cli.conftest import TEXTS

# Read


def test_a_readout_is_printed_for_people(folder: Path) -> None:
    shown = call("read", folder / "a.txt")
    assert (shown.code, shown.err) == (0, "")
    assert "Statements (1)" in shown.out
    assert "“Peru is ready to deepen cooperation with China on ports”" in shown.out
    assert all(len(line) <= 80 for line in shown.lines)
    assert "\x1b" not in shown.out


def test_readings_are_printed_for_programs(folder: Path) -> None:
    lines = call("read", folder, "--format", "jsonl")
    readings = [decode_reading(line) for line in lines.lines]
    assert [Path(reading.document.source).name for reading in readings] == sorted(TEXTS)
    assert [reading.document.text for reading in readings] == [TEXTS[name] for name in sorted(TEXTS)]
    whole = call("read", folder, "--format", "json")
    assert json.loads(whole.out) == [json.loads(line) for line in lines.lines]
    rows = list(csv.DictReader(io.StringIO(call("read", folder, "--format", "csv").out)))
    assert len(rows) == sum(len(list(reading.records())) for reading in readings)


def test_standard_input_is_a_source() -> None:
    shown = call("read", "-", "--format", "jsonl", given=TEXTS["a.txt"])
    reading = decode_reading(shown.out)
    assert (reading.document.source, reading.document.text) == ("-", TEXTS["a.txt"])


def test_the_same_input_gives_the_same_bytes_in_any_order(folder: Path) -> None:
    paths = sorted(folder.iterdir())
    forward = call("read", *paths, "--format", "jsonl").lines
    backward = call("read", *reversed(paths), "--format", "jsonl").lines
    assert forward == backward[::-1]


def test_what_cannot_be_read_is_told_in_a_line_and_the_rest_is_delivered(folder: Path) -> None:
    (folder / "empty.txt").touch()
    shown = call("read", folder, folder / "gone.txt", "--format", "jsonl")
    assert shown.code == 1
    assert len(shown.lines) == 3
    errors = shown.err.splitlines()
    assert len(errors) == 2
    assert errors[0].startswith(f"memcon: {folder / 'empty.txt'}: ")
    assert errors[1] == f"memcon: {folder / 'gone.txt'}: does not exist; check the path"


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_when_nothing_can_be_read_the_code_says_so(tmp_path: Path, form: str) -> None:
    shown = call("read", tmp_path / "gone.txt", "--format", form)
    assert shown.code == 2
    if form == "json":
        assert json.loads(shown.out) == []


def test_a_fault_of_the_reader_costs_one_document_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Faulty:
        generator = "faulty"
        additions = None

        def read(self, document: Document) -> Reading:
            if document.source.endswith("b.txt"):
                raise RecursionError("too deep")
            return Reading(generator=self.generator, document=document)

    monkeypatch.setattr("memcon.cli.read.make_reader", lambda _: Faulty())
    shown = call("read", folder, "--format", "jsonl")
    assert (shown.code, len(shown.lines)) == (1, 2)
    assert "b.txt: the reader failed on it (RecursionError: too deep); please report this together" in shown.err


def test_a_lexicon_that_is_not_there_is_told(folder: Path) -> None:
    shown = call("read", folder, "--lexicon", folder / "none")
    assert (shown.code, shown.out) == (2, "")
    assert str(folder / "none") in shown.err


def test_the_code_tells_all_some_or_none() -> None:
    assert [judge(2, 0), judge(1, 1), judge(0, 2), judge(0, 0)] == [0, 1, 2, 0]


# Add


def test_documents_are_added_once(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "new" / "memcon.sqlite"
    shown = call("add", folder, "--ledger", ledger)
    assert (shown.code, shown.err) == (0, "")
    assert [line.split()[0] for line in shown.lines] == ["added"] * 3
    assert all(line.endswith(" entities)") for line in shown.lines)
    again = call("add", folder, "--ledger", ledger)
    assert [line.split()[0] for line in again.lines] == ["kept"] * 3
    assert [line.split()[1:] for line in again.lines] == [line.split()[1:] for line in shown.lines]


def test_the_ledger_holds_what_read_prints(folder: Path) -> None:
    printed = set(call("read", folder, "--format", "jsonl").lines)
    call("add", folder)
    with Ledger.open(os.environ["MEMCON_LEDGER"], create=False) as ledger:
        from memcon.model import encode_reading

        kept = {encode_reading(ledger.reading(row.id)).decode() for row in ledger.documents()}
    assert kept == printed


def test_another_text_of_a_document_is_kept_beside_it(tmp_path: Path) -> None:
    head = "title: Talks in Riga\nsource: https://example.org/news/7\ndate: 2031-05-06\n\n"
    for name, text in (("old.txt", "The ministers met."), ("new.txt", "The ministers met in Riga on Monday.")):
        (tmp_path / name).write_text(head + text)
    first = call("add", tmp_path / "old.txt").lines[0].split()[1]
    shown = call("add", tmp_path / "new.txt")
    assert shown.out.startswith("revised ")
    assert f"another text of {first[:12]}" in shown.out
    assert len(call("list", "documents", "--revisions", "--format", "jsonl").lines) == 2
    older = call("list", "documents", "--format", "jsonl").lines
    assert len(older) == 1
    assert json.loads(older[0])["revises"] == first


def test_a_document_that_fails_does_not_keep_others_out(folder: Path) -> None:
    (folder / "aa.txt").touch()
    shown = call("add", folder)
    assert (shown.code, len(shown.lines)) == (1, 3)
    assert "aa.txt" in shown.err


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_file_whose_name_is_no_text_is_told(folder: Path) -> None:
    shutil.copy(folder / "a.txt", os.fsdecode(os.fsencode(folder) + b"/\xff.txt"))
    for verb in ("read", "add"):
        shown = call(verb, folder)
        assert shown.code == 1
        assert "its name cannot be written as text; rename it" in shown.err


# Reread


def test_only_readings_of_another_version_are_made_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    call("add", folder)
    assert call("reread") == (0, "", "")
    reader = memcon.pipeline.make_reader

    class Newer:
        generator = "memcon newer"
        additions = None

        def read(self, document: Document) -> Reading:
            reading = reader(Settings.gather()).read(document)
            return msgspec.structs.replace(reading, generator=self.generator)

    monkeypatch.setattr("memcon.cli.reread.make_reader", lambda _: Newer())
    for path in folder.iterdir():
        path.unlink()
    shown = call("reread")
    assert [line.split()[0] for line in shown.lines] == ["reread"] * 3
    assert call("reread").out == ""
    assert len(call("reread", "--all").lines) == 3
    identity = shown.lines[0].split()[1]
    assert call("reread", identity[:12]).lines == [shown.lines[0]]
    with Ledger.open(os.environ["MEMCON_LEDGER"]) as ledger:
        assert {row.generator for row in ledger.documents(DocumentQuery())} == {"memcon newer"}


# Evaluate


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with a document and its gold reading."""
    made = tmp_path / "gold"
    made.mkdir()
    (made / "a.txt").write_text(TEXTS["a.txt"])
    content = "Peru is ready to deepen cooperation with China on ports"
    statement = {"speaker": ["Ana Rojas"], "cue": "said", "content": content}
    gold = {"document": "a.txt", "published": "2031-03-04", "statements": [statement]}
    (made / "a.json").write_text(json.dumps(gold))
    return made


def test_the_program_is_scored_against_gold(gold: Path) -> None:
    shown = call("evaluate", gold)
    assert (shown.code, shown.err) == (0, "")
    assert "statements" in shown.out
    figures = json.loads(call("evaluate", gold, "--format", "json").out)
    assert figures["layers"]["statements"]["gold"] == 1


def test_a_folder_without_gold_is_told(folder: Path) -> None:
    shown = call("evaluate", folder)
    assert (shown.code, shown.out) == (2, "")
    assert "memcon: " in shown.err
