"""`memcon list` and `show` of what many documents speak of: encounters, trips, threads, mechanisms."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.calling import call

SESSION = "session of the Kenya-Malta Joint Commission in"
TEXTS = {
    "peru.txt": (
        "LIMA, 5 March 2031 - Foreign Minister of Peru Ana Rojas met with Foreign Minister of Malta Joseph Borg in "
        "Lima on Tuesday. Borg paid an official visit to Peru from 3 to 5 March 2031.\n\n"
        "Rojas said that Peru will open an embassy in Valletta.\n"
    ),
    "malta.txt": (
        "VALLETTA, 5 March 2031 - Foreign Minister of Malta Joseph Borg met with Foreign Minister of Peru "
        "Ana Rojas in Lima on 4 March 2031.\n\n"
        "Rojas said that Peru will open an embassy in Valletta by 2032.\n"
    ),
    "kenya.txt": f"NAIROBI, 9 June 2030 - Kenya and Malta held the third {SESSION} Nairobi on 8 June 2030.\n",
    "again.txt": f"NAIROBI, 9 June 2031 - Kenya and Malta held the fourth {SESSION} Valletta on 8 June 2031.\n",
}


@pytest.fixture(scope="module")
def _joined(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of four short readouts, two of them on one meeting, two on sessions of one commission."""
    folder = tmp_path_factory.mktemp("wholes")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    ledger = folder / "memcon.sqlite"
    assert call("add", folder, "--ledger", ledger).code == 0
    return ledger


@pytest.fixture(autouse=True)
def _named(_joined: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEMCON_LEDGER", str(_joined))


def rows(*words: str) -> list[dict]:
    """What `memcon list` has for programs."""
    return [json.loads(line) for line in call("list", *words, "--format", "jsonl").lines]


def flat(*words: str) -> str:
    """What a call prints, on one line."""
    return " ".join(call(*words).out.split())


@pytest.mark.parametrize("kind", ["encounters", "trips", "threads", "mechanisms"])
def test_every_kind_has_every_form(kind: str) -> None:
    shown = call("list", kind)
    assert shown.err == ""
    assert shown.out
    assert all(len(line) <= 80 for line in shown.lines)
    assert len(json.loads(call("list", kind, "--format", "json").out)) == len(rows(kind))
    assert len(list(csv.DictReader(io.StringIO(call("list", kind, "--format", "csv").out)))) == len(rows(kind))
    assert call("list", kind.removesuffix("s")).out == shown.out


def test_two_accounts_are_one_encounter() -> None:
    [encounter] = rows("encounters", "--actor", "PER")
    assert len(encounter["accounts"]) == 2
    shown = flat("list", "encounters", "--actor", "PER")
    assert "2031-03-04 meeting: " in shown
    assert "Ana Rojas (PER)" in shown
    assert "2 accounts: malta.txt; peru.txt" in shown or "2 accounts: peru.txt; malta.txt" in shown
    assert "part of trip-" in shown


def test_an_encounter_is_shown_with_its_accounts_and_why_they_are_one() -> None:
    [encounter] = rows("encounters", "--actor", "PER")
    shown = flat("show", encounter["id"])
    for part in ("Accounts (2)", "Why these are one", "Ana Rojas in both", "place Lima", "part of trip-"):
        assert part in shown, part
    assert json.loads(call("show", encounter["id"], "--format", "json").out) == encounter


def test_a_record_says_what_it_is_part_of() -> None:
    [encounter] = rows("encounters", "--actor", "PER")
    account = encounter["accounts"][0]["id"]
    assert f"part of {encounter['id'][:18]}, with 1 other account" in flat("show", account)
    [thread] = rows("threads", "--force", "planned")
    second = thread["wordings"][1]["record"]["id"]
    assert f"part of {thread['id'][:15]}, wording 2 of 2: " in flat("show", second)


def test_a_thread_says_what_has_changed() -> None:
    shown = flat("list", "threads", "--force", "planned")
    assert "Peru, planned" in shown
    assert "2 wordings" in shown
    [thread] = rows("threads", "--force", "planned")
    page = flat("show", thread["id"])
    assert "Peru: commitment " in page
    assert " first “open an embassy in Valletta" in page
    assert "Why these are one" in page


def test_a_trip_is_shown_with_its_meetings() -> None:
    [trip] = rows("trips")
    shown = flat("show", trip["id"])
    assert "official visit: Joseph Borg (MLT) to Peru" in shown
    assert "Why these belong together" in shown


def test_a_mechanism_has_its_sessions() -> None:
    shown = flat("list", "mechanisms")
    assert "session 3, Nairobi" in shown
    assert "session 4, Valletta" in shown
    assert "every 365 days or so" in shown
    [mechanism] = rows("mechanisms")
    assert (mechanism["last"], mechanism["interval"], len(mechanism["sessions"])) == ("2031-06-08", 365, 2)
    assert rows("mechanisms", "--actor", "PER") == []


def test_a_person_is_shown_with_why_the_names_are_one() -> None:
    [person] = rows("people", "--actor", "Rojas")
    assert len(person["entities"]) == 2
    assert call("show", person["id"]).code == 0
