"""Of very many passages that match, those of the newest documents are weighed, on every store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from memcon.ledger import Ledger

from tests.ledger.factory import make_reading, many_facts


@pytest.fixture(params=["sqlite", "postgres"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """Twenty readouts, a day each, on each kind of store."""
    address = tmp_path / "memcon.sqlite" if request.param == "sqlite" else request.getfixturevalue("database")
    with Ledger.open(address) as ledger:
        for facts in many_facts(20):
            ledger.add(make_reading(facts))
        yield ledger


def _found(ledger: Ledger, *kinds: str) -> list[str]:
    return sorted({hit.published or "" for hit in ledger.search("railways", limit=500, kinds=kinds)})


def test_a_word_that_is_everywhere_is_looked_for_in_the_newest_documents(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch,
) -> None:
    everywhere = _found(ledger)
    assert len(everywhere) == 20
    monkeypatch.setattr("memcon.ledger.current.RANKED", 30)
    newest = _found(ledger)
    assert newest == everywhere[-len(newest) :]
    assert 3 <= len(newest) <= 8


def test_what_few_passages_hold_is_looked_for_in_all_documents(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("memcon.ledger.current.RANKED", 30)
    assert len(_found(ledger, "outcomes")) == 20
