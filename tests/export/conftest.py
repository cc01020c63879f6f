"""A ledger to export: examples as they are read, two accounts of one meeting, words that look like formulas."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from memcon.config import Settings
from memcon.export import Selection
from memcon.ledger import Ledger, Query, RecordRow
from memcon.model import Reading
from memcon.pipeline import load_source, make_reader, read_document
from memcon.resolution import make_resolver

from tests.ledger.factory import Facts, make_reading

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ("03-*.txt", "05-*.txt", "26-*.txt")
FACTS = (
    Facts(),
    Facts(publisher="Ministry of Foreign Affairs", title="Talks in Belgrade", source="other.txt",
          url="https://example.org/talks", retrieved="2024-06-01"),
    Facts(host="=Ana Novak", guest="-Li Cell", host_office="@Minister", guest_office="+Envoy", city="Split",
          date="2024-07-02", title="=HYPERLINK(1)\t& {50 %} of $_#", publisher="@News & Sons", source="-formula.txt"),
)


def evidence_of(rows: list[RecordRow]) -> set[tuple[str, str, int, int, str]]:
    """Every place of the evidence of records: record, document, start, end, words."""
    return {(row.id, row.document, span.start, span.end, span.quote) for row in rows for span in row.record.evidence}


@pytest.fixture(scope="session")
def readings() -> list[Reading]:
    """What is in the ledger."""
    reader = make_reader(Settings(ledger=":memory:"))
    sources = [str(next((ROOT / "examples").glob(name)).relative_to(ROOT)) for name in EXAMPLES]
    read = [read_document(load_source(str(ROOT / source)), reader) for source in sources]
    return [*read, *map(make_reading, FACTS)]


@pytest.fixture(scope="session")
def path(tmp_path_factory: pytest.TempPathFactory, readings: list[Reading]) -> Path:
    """The file of the ledger, in which one record is rejected, one corrected, and one has a note."""
    made = tmp_path_factory.mktemp("exported") / "memcon.sqlite"
    with Ledger.open(made, resolver=make_resolver()) as ledger:
        for reading in readings:
            ledger.add(reading)
        commitments = [row.id for row in ledger.records("commitments", Query(document=readings[-1].document.id))]
        ledger.review(commitments[0], "rejected", "Ada", reason="no pledge")
        ledger.review(commitments[1], "corrected", "Ada", changes={"due": "2032"})
        ledger.note(commitments[1], "=see the file", "Ada")
    return made


@pytest.fixture(scope="session")
def ledger(path: Path) -> Iterator[Ledger]:
    """The ledger, to be read."""
    with Ledger.open(path, create=False) as ledger:
        yield ledger


@pytest.fixture(scope="session")
def selection(ledger: Ledger) -> Selection:
    """All of it."""
    return Selection(ledger)


@pytest.fixture(scope="session")
def rows(ledger: Ledger) -> list[RecordRow]:
    """All its records."""
    return list(ledger.records())
