"""`memcon resolve`: what an older version has kept is joined."""

from __future__ import annotations

import json
from pathlib import Path

from memcon.ledger import Ledger

from tests.cli.calling import call


def ids() -> list[str | None]:
    """The ids of the people that are listed."""
    return [json.loads(line)["id"] for line in call("list", "people", "--format", "jsonl").lines]


def test_documents_that_are_not_joined_yet_are_joined_once(kept: Path) -> None:
    assert set(ids()) == {None}
    assert call("resolve").out == "joined   3 documents\n"
    joined = ids()
    assert all(one is not None and one.startswith("who-") for one in joined)
    assert call("resolve").out == "joined   0 documents\n"
    assert call("resolve", "--all").out == "joined   3 documents\n"
    assert ids() == joined


def test_whatever_id_is_shown_leads_to_the_person(kept: Path) -> None:
    call("resolve")
    who = ids()[0]
    assert who is not None
    shown = call("show", who)
    assert shown.lines[0] == who
    with Ledger.open(kept, create=False) as ledger:
        entity = ledger.entity(who).entities[0]
    assert call("show", entity).out == shown.out
    assert call("list", "records", "--with", who[:12], "--format", "jsonl").lines


def test_what_is_listed_has_its_id_beside_it(kept: Path) -> None:
    call("resolve")
    assert call("list", "people").lines[0].split()[-1] == "id"


def test_a_ledger_must_be_there(tmp_path: Path) -> None:
    assert call("resolve", "--ledger", tmp_path / "none.sqlite").code == 2
