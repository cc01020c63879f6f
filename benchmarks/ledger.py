"""How quickly a large ledger answers and grows: 100,000 statements and 30,000 commitments of 10,000 invented readouts.

    python -m benchmarks.ledger [--documents 10000] [ADDRESS...]

An address names a ledger: a file or postgresql://...; without one, a file that goes at the end, and a database on a
server that is started for it where PostgreSQL is installed. A ledger that holds the documents already is measured as
it is. Times are the best of several in an open ledger, and for `add` the mean of documents that are new. Exit code 1
when a limit is missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from functools import partial
from pathlib import Path

from benchmarks.invented import make
from benchmarks.measure import row
from memcon.ledger import DocumentQuery, EntityQuery, Ledger, Query
from memcon.resolution import make_resolver

DOCUMENTS = 10_000
RUNS = 3
PAGE = 50
NEW = 40
QUERY_LIMIT, ADD_LIMIT = 0.3, 0.2
"""Seconds: of any query, and of `add` for one document beyond reading it."""


def questions(ledger: Ledger) -> Iterator[tuple[str, Callable[[], object]]]:
    """What `list`, `search` and `show` ask, by a label."""
    one = next(ledger.records("statements", Query(limit=1)))
    speaker = next(each for each in one.involved if each.part == "speaker")
    records = {
        "statements, newest": ("statements", Query(limit=PAGE)),
        "statements, oldest": ("statements", Query(limit=PAGE, oldest_first=True)),
        "statements by a state": ("statements", Query(by="Kenya", limit=PAGE)),
        "statements by a state, to another": ("statements", Query(by="Kenya", with_="PER", limit=PAGE)),
        "statements by a person": ("statements", Query(by=speaker.name, limit=PAGE)),
        "statements of a year": ("statements", Query(since="2010", until="2010", limit=PAGE)),
        "statements on a topic": ("statements", Query(topic="economy", limit=PAGE)),
        "statements with a frequent word": ("statements", Query(text="cooperation", limit=PAGE)),
        "statements with a rare word": ("statements", Query(text="falconry", limit=PAGE)),
        "commitments of a state": ("commitments", Query(actor="JPN", limit=PAGE)),
        "commitments of a force": ("commitments", Query(force="willing", limit=PAGE)),
        "meetings at a place": ("meetings", Query(place="Kenya", limit=PAGE)),
        "records of any kind with a state": (None, Query(with_="Kenya", limit=PAGE)),
        "records of any kind, page 200": (None, Query(limit=PAGE, offset=200 * PAGE)),
    }
    for label, (kind, query) in records.items():
        yield f"list {label}", partial(_listed, ledger.records, kind, query)
        yield f"count {label}", partial(ledger.count_records, kind, query)
    for label, wholes in {"encounters": ledger.encounters, "visits": ledger.visits}.items():
        yield f"list {label}", partial(_listed, wholes, Query(limit=PAGE))
        yield f"list {label} of a state", partial(_listed, wholes, Query(actor="KEN", limit=PAGE))
    yield "list threads", partial(_listed, ledger.threads, "commitments", Query(limit=PAGE))
    yield "list threads of a state", partial(_listed, ledger.threads, None, Query(actor="KEN", limit=PAGE))
    yield "list documents", lambda: list(ledger.documents(DocumentQuery(limit=PAGE)))
    yield "list documents of a side", lambda: list(ledger.documents(DocumentQuery(side="KEN", limit=PAGE)))
    yield "list documents with a word", lambda: list(ledger.documents(DocumentQuery(text="beekeeping", limit=PAGE)))
    yield "list people", lambda: list(ledger.people(EntityQuery(limit=PAGE)))
    yield "list people of a state", lambda: list(ledger.people(EntityQuery(name="Kenya", limit=PAGE)))
    yield "count people", lambda: ledger.count_entities("person")
    yield "count documents", ledger.count_documents
    yield "list states", lambda: list(ledger.states(EntityQuery(limit=PAGE)))
    yield "coverage", ledger.coverage
    for words in (
        "cooperation", "ready", "falconry", '"joint projects in water"', "beek*", "mining railways", "Bekdar",
    ):
        yield f"search {words}", partial(ledger.search, words)
    yield "show a record", lambda: ledger.record(ledger.resolve(one.id[:20]))
    yield "show by digits alone", lambda: ledger.resolve(one.id.partition("-")[2][:12])
    yield "show a document", lambda: ledger.reading(ledger.resolve(one.document))
    yield "show an entity", lambda: ledger.entity(speaker.entity)


def _listed(ask: Callable[..., Iterable[object]], *given: object) -> list[object]:
    return list(ask(*given))


def measure(address: str, count: int) -> bool:
    """Fill the ledger at an address, time it and print; whether all limits are kept."""
    with Ledger.open(address, resolver=make_resolver()) as ledger:
        began, held = time.perf_counter(), ledger.count_documents()
        for number in range(held, count):
            ledger.add(make(number))
        statements, commitments = ledger.count_records("statements"), ledger.count_records("commitments")
        print(f"\n{ledger.address}: {ledger.count_documents():,} documents, {statements:,} statements, "
              f"{commitments:,} commitments; filled in {time.perf_counter() - began:.0f} s")
        good = [_timed(label, ask, QUERY_LIMIT, RUNS) for label, ask in questions(ledger)]
        new = (make(number) for number in range(ledger.count_documents(), sys.maxsize))
        readings = [next(new) for _ in range(NEW)]
        began = time.perf_counter()
        for reading in readings:
            ledger.add(reading)
        each = (time.perf_counter() - began) / NEW
        row("add a document", f"{each:.3f} s", f"≤ {ADD_LIMIT} s", each <= ADD_LIMIT)
        again = _timed("add a document again", lambda: ledger.add(readings[0], again=True), ADD_LIMIT, RUNS)
        return all((*good, each <= ADD_LIMIT, again))


def _timed(label: str, ask: Callable[[], object], limit: float, times: int) -> bool:
    took = []
    for _ in range(times):
        began = time.perf_counter()
        ask()
        took.append(time.perf_counter() - began)
    row(label, f"{min(took):.3f} s", f"< {limit} s", min(took) < limit)
    return min(took) < limit


@contextmanager
def _passing_ledgers() -> Iterator[list[str]]:
    """A file, and a database where there is a server, which go at the end."""
    from tests.ledger.server import find_programs, running_server

    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="memcon-"))
        addresses = [str(Path(folder) / "memcon.sqlite")]
        programs = find_programs()
        if programs is None:
            print("no PostgreSQL server on this machine: SQLite only")
        else:
            server = stack.enter_context(running_server(programs))
            addresses.append(server.address(server.make_database()))
        yield addresses


def main() -> int:
    """Measure and print; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("addresses", nargs="*", metavar="ADDRESS")
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    given = parser.parse_args()
    with nullcontext(given.addresses) if given.addresses else _passing_ledgers() as addresses:
        kept = [measure(address, given.documents) for address in addresses]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
