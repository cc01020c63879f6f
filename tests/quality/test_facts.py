"""Everything that the two seeds say is answered by general questions to the ledger."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from memcon.ledger import DocumentQuery, Ledger

from tests.quality.facts import Answer, Fact, answers, is_answered, load_facts, load_table

FACTS = sorted(load_table())
PUBLISHED = ("2023-07-12", "2023-11-23")
ELSEWHERE = 100_000


@pytest.fixture(scope="module")
def facts(shared: Path) -> dict[str, Fact]:
    return {fact.id: fact for fact in load_facts(shared / "gold" / "seeds" / "facts.md")}


@pytest.fixture(scope="module")
def ledger(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The ledger that `memcon add` makes of the two seeds."""
    path = tmp_path_factory.mktemp("facts") / "memcon.sqlite"
    seeds = sorted(map(str, (shared / "gold" / "seeds").glob("*.txt")))
    command = [sys.executable, "-m", "memcon", "add", *seeds, "--ledger", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    with Ledger.open(path) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def documents(ledger: Ledger) -> list[str]:
    """The ids of the two documents, found by their dates."""
    return [next(ledger.documents(DocumentQuery(since=day, until=day))).id for day in PUBLISHED]


@pytest.mark.parametrize("name", FACTS)
def test_the_ledger_answers(name: str, facts: dict[str, Fact], ledger: Ledger, documents: list[str]) -> None:
    fact = facts[name]
    document = documents[fact.text]
    assert is_answered(ledger, fact, document), told(fact, answers(ledger, fact.ask, document))


@pytest.mark.parametrize("name", FACTS)
def test_a_wrong_expectation_is_not_answered(
    name: str, facts: dict[str, Fact], ledger: Ledger, documents: list[str],
) -> None:
    """What a fact expects is looked at, part by part, and so is its place."""
    fact = facts[name]
    for key, value in fact.expect.items():
        spoilt = replace(fact, expect={**fact.expect, key: _spoilt(value)})
        assert not is_answered(ledger, spoilt, documents[fact.text]), key
    if fact.ask["kind"] != "documents":
        moved = replace(fact, place=(fact.place[0] + ELSEWHERE, fact.place[1] + ELSEWHERE))
        assert not is_answered(ledger, moved, documents[fact.text])


def test_the_table_has_every_fact_of_the_list_and_no_other(shared: Path, facts: dict[str, Fact]) -> None:
    listed = re.findall(r"^- \*\*(\w+)\*\*", (shared / "gold" / "seeds" / "facts.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(facts) == FACTS
    assert len(FACTS) == 129


def test_every_row_asks_and_expects_something() -> None:
    for name, row in load_table().items():
        assert len(row["ask"]) > 1, name
        assert row["expect"], name
        assert 0 < row.get("cover", 1) <= 1, name


def test_the_table_quotes_no_more_than_four_words() -> None:
    for name, row in load_table().items():
        wordings = [*row["expect"].get("words", ()), row["ask"].get("text", ""), row["ask"].get("quote", "")]
        assert all(len(wording.split()) <= 4 for wording in wordings), name


def told(fact: Fact, given: Iterable[Answer]) -> str:
    """What was asked and expected, and what the ledger answered."""
    lines = [f"{fact.id} at {fact.place}: asked {fact.ask}, expected {fact.expect} (cover {fact.cover}); answers:"]
    lines += [f"  {answer.spans} {answer.parts} {answer.fields} {answer.words!r}" for answer in given]
    return "\n".join(lines)


def _spoilt(value: Any) -> Any:
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case list():
            return [*value, "Nobody Elsewhere"]
        case _:
            return "Nobody Elsewhere"
