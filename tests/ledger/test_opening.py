"""Opening a ledger: what is one, what is none, and what is said about it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from memcon.errors import LedgerError
from memcon.ledger import Ledger, Query
from memcon.ledger.store import sqlite_path
from memcon.ledger.tables import REVISION, metadata

from tests.ledger.factory import make_reading


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with one document."""
    path = tmp_path / "memcon.sqlite"
    with Ledger.open(path) as ledger:
        ledger.add(make_reading())
    return path


def test_what_was_kept_is_there_when_it_is_opened_again(path: Path) -> None:
    with Ledger.open(path, create=False) as ledger:
        assert ledger.count_records() == 10


@pytest.mark.parametrize(("address", "file"), [
    ("a.sqlite", "a.sqlite"), ("sqlite:///a/b.sqlite", "a/b.sqlite"), ("sqlite:////a/b.sqlite", "/a/b.sqlite"),
    ("sqlite://", ":memory:"), (":memory:", ":memory:"),
])
def test_an_address_means_a_file(address: str, file: str) -> None:
    assert sqlite_path(address) == file


def test_the_folder_of_a_new_ledger_is_made(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a" / "b" / "100% new.sqlite") as ledger:
        assert ledger.count_documents() == 0
    assert (tmp_path / "a" / "b" / "100% new.sqlite").exists()


@pytest.mark.parametrize("address", ["mysql://me:secret@host/memcon", "https://me:secret@host/memcon.sqlite"])
def test_other_stores_are_told_to_be_out_of_reach(address: str) -> None:
    with pytest.raises(LedgerError, match=r"^(mysql|https)://\.\.\.: no ledger can be kept there; name") as caught:
        Ledger.open(address)
    assert "secret" not in str(caught.value)


def test_a_missing_ledger_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"none\.sqlite: there is no ledger yet; make one with `memcon add"):
        Ledger.open(tmp_path / "none.sqlite", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="a folder, not a ledger"):
        Ledger.open(tmp_path)


def test_a_file_of_another_kind_is_no_ledger_and_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("These are notes. " * 100)
    with pytest.raises(LedgerError, match=r"notes\.txt: the file is damaged or no ledger"):
        Ledger.open(file)
    assert file.read_text() == "These are notes. " * 100


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LedgerError, match="the ledger cannot be opened"):
        Ledger.open(tmp_path / "file" / "memcon.sqlite")


def test_a_damaged_ledger_is_told(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[200:] = b"\xa5" * (len(data) - 200)
    path.write_bytes(data)
    with pytest.raises(LedgerError, match=r"memcon\.sqlite: (the ledger is damaged|the file is damaged)"):
        Ledger.open(path)


def _ask_everything(path: Path) -> None:
    with Ledger.open(path) as ledger:
        list(ledger.records())
        ledger.search("railways")
        list(ledger.people())


def test_damage_further_in_is_told_when_it_is_met(path: Path) -> None:
    data = bytearray(path.read_bytes())
    half = len(data) // 2
    data[half:] = b"\xff" * (len(data) - half)
    path.write_bytes(data)
    with pytest.raises(LedgerError, match="damaged"):
        _ask_everything(path)


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "other.sqlite"
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE notes (id INTEGER)")
    other.commit()
    other.close()
    with pytest.raises(LedgerError, match="a database, but not a ledger of memcon"):
        Ledger.open(file)
    other = sqlite3.connect(file)
    assert [row[0] for row in other.execute("SELECT name FROM sqlite_master")] == ["notes"]
    other.close()


def test_a_ledger_of_a_newer_version_is_told(path: Path) -> None:
    store = sqlite3.connect(path)
    store.execute("UPDATE alembic_version SET version_num = '9999'")
    store.commit()
    store.close()
    with pytest.raises(LedgerError, match="made by a newer version of memcon; upgrade"):
        Ledger.open(path)


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    file = tmp_path / "empty.sqlite"
    file.touch()
    with Ledger.open(file) as ledger:
        assert ledger.add(make_reading()).status == "added"


def test_a_writer_that_waits_in_vain_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.ledger.sqlite.WAIT_SECONDS", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    with Ledger.open(path) as ledger:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="another program is writing to the ledger; wait"):
            ledger.add(make_reading(generator="newer"))
        other.execute("ROLLBACK")
        assert ledger.add(make_reading(generator="newer")).status == "reread"
    other.close()


def test_the_migrations_make_the_tables_that_the_code_asks_for(path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlalchemy import create_engine

    engine = create_engine(f"sqlite:///{path}")
    options = {"include_name": lambda name, kind, _: kind != "table" or not str(name).startswith("passage_words")}
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []
    engine.dispose()


def test_the_newest_migration_is_the_one_that_the_code_names() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "memcon.ledger:migrations")
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_heads() == [REVISION]


def test_programs_that_make_a_ledger_at_the_same_time_make_one(tmp_path: Path) -> None:
    code = "import sys; from memcon.ledger import Ledger; Ledger.open(sys.argv[1]).close()"
    command = (sys.executable, "-c", code, str(tmp_path / "memcon.sqlite"))
    started = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(4)]
    for program in started:
        _, said = program.communicate(timeout=60)
        assert program.returncode == 0, said.decode()


def test_an_open_ledger_needs_no_alembic(path: Path) -> None:
    code = (
        "import sys; from memcon.ledger import Ledger; ledger = Ledger.open(sys.argv[1], create=False); "
        "print(ledger.count_records(), 'alembic' in sys.modules)"
    )
    ran = subprocess.run((sys.executable, "-c", code, str(path)), capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["10", "False"]


def test_a_passing_ledger_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with Ledger.open(":memory:") as ledger:
        ledger.add(make_reading())
        assert len(list(ledger.records(None, Query(limit=3)))) == 3
    assert list(tmp_path.iterdir()) == []
