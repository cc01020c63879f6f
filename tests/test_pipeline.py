"""The order of the steps."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from memcon.config import Settings
from memcon.errors import UnreadableDocument, UsageError
from memcon.ledger import Added, Ledger
from memcon.model import Document, Reading
from memcon.pipeline import add_sources, keep, make_reader, read_each, read_sources, reread

from tests.ledger.factory import make_reading


class Counting:
    """A reader that finds nothing, and counts what it is given."""

    def __init__(self, generator: str = "counting") -> None:
        self.generator = generator
        self.additions: Path | None = None
        self.seen: list[str] = []

    def read(self, document: Document) -> Reading:
        """An empty reading."""
        self.seen.append(document.id)
        return Reading(generator=self.generator, document=document)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open(":memory:") as ledger:
        yield ledger


@pytest.fixture
def sources(tmp_path: Path) -> list[str]:
    """Files, one of them empty."""
    made = []
    for name, text in (("a.txt", "The ministers met in Riga."), ("b.txt", ""), ("c.txt", "They met again in Oslo.")):
        (tmp_path / name).write_text(text)
        made.append(str(tmp_path / name))
    return made


def test_sources_are_read_in_order_and_failures_stand_in_their_place(sources: list[str]) -> None:
    first, second, third = read_each(sources, Counting())
    assert isinstance(second, UnreadableDocument)
    assert second.where == sources[1]
    assert [reading.document.source for reading in (first, third) if isinstance(reading, Reading)] == sources[::2]


def test_read_sources_uses_the_reader_of_the_settings(sources: list[str]) -> None:
    settings = Settings.gather(environment={})
    generator = make_reader(settings).generator
    results = read_sources([str(Path(sources[0]).parent)], settings)
    readings = [result for result in results if isinstance(result, Reading)]
    assert [reading.generator for reading in readings] == [generator] * 2


def test_a_folder_of_words_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="none: no such folder"):
        make_reader(Settings.gather(lexicon=tmp_path / "none", environment={}))


def test_each_document_is_safe_before_the_next_is_read(sources: list[str], ledger: Ledger) -> None:
    reader = Counting()
    adding = add_sources(sources, reader, ledger)
    first = next(adding)
    assert isinstance(first, Added)
    assert len(reader.seen) == 1
    assert ledger.count_documents() == 1
    assert len(list(adding)) == 2
    assert ledger.count_documents() == 2


def test_what_is_held_is_not_read_again(sources: list[str], ledger: Ledger) -> None:
    list(add_sources(sources, Counting(), ledger))
    again, newer = Counting(), Counting("newer")
    statuses = [result.status for result in add_sources(sources, again, ledger) if isinstance(result, Added)]
    assert (statuses, again.seen) == (["kept", "kept"], [])
    statuses = [result.status for result in add_sources(sources, newer, ledger) if isinstance(result, Added)]
    assert (statuses, len(newer.seen)) == (["reread", "reread"], 2)


def test_rereading_takes_the_text_from_the_ledger(sources: list[str], ledger: Ledger) -> None:
    list(add_sources(sources, Counting(), ledger))
    for source in sources:
        Path(source).unlink()
    results = list(reread(ledger.stale("newer"), Counting("newer"), ledger))
    assert [result.status for result in results if isinstance(result, Added)] == ["reread", "reread"]
    assert ledger.stale("newer") == []


def test_a_reading_that_breaks_the_contract_costs_one_document(ledger: Ledger) -> None:
    import msgspec

    reading = make_reading()
    twice = msgspec.structs.replace(reading, entities=reading.entities * 2)
    with pytest.raises(UnreadableDocument, match=r"cannot be kept \(the id person-\w+ is not the only one"):
        keep(twice, ledger)
    assert ledger.count_documents() == 0


@pytest.mark.slow
def test_memory_does_not_grow_with_the_number_of_documents(tmp_path: Path, ledger: Ledger) -> None:
    def sources(start: int, stop: int) -> Iterator[str]:
        path = tmp_path / "one.txt"
        for number in range(start, stop):
            path.write_text(f"Number {number}. " + "The ministers met in Riga. " * 100)
            yield str(path)

    def peak(start: int, stop: int) -> int:
        tracemalloc.reset_peak()
        for _ in add_sources(sources(start, stop), Counting(), ledger):
            pass
        return tracemalloc.get_traced_memory()[1]

    peak(0, 50)
    tracemalloc.start()
    few, many = peak(50, 90), peak(90, 290)
    tracemalloc.stop()
    assert many < few * 1.2 + 200_000
