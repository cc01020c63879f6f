"""How quickly the program starts and answers, and whether the memory of `add` stays flat as documents pile up.

Times are of whole processes, the best of several runs, with warm file caches. The ledger holds 1,000 texts made from
the two seeds with different dates (from two examples where there is no shared material). Exit code 1 when a limit is
missed.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.material import compose, seeds
from benchmarks.measure import MEMCON, best, row, run
from memcon.ledger import Ledger, Query

RUNS = 5
FEW, MANY = 250, 1000
PAGE = 50

Line = tuple[str, float, float, str]
"""What was measured, the figure, its limit, its unit."""


def start() -> Iterator[Line]:
    """The times of a start that only helps, and of reading two texts cold."""
    yield "memcon --help", best((MEMCON, "--help"), RUNS).clock, 0.3, "s"
    read = (MEMCON, "read", "--format", "jsonl", *map(str, seeds()))
    yield "memcon read, two texts", best(read, RUNS).clock, 1.5, "s"


def growth(scratch: Path, ledger: Path) -> Iterator[Line]:
    """The peak memory of adding few documents, and of adding many (which fills the ledger for what follows)."""
    peaks = {}
    for count, address in ((FEW, scratch / "few.sqlite"), (MANY, ledger)):
        folder = compose(seeds(), count, scratch / f"documents-{count}")
        added = run((MEMCON, "--ledger", str(address), "add", str(folder)))
        peaks[count] = added.memory
        row(f"memcon add, {count:,} texts", f"{added.clock:.1f} s")
        row("  peak memory", f"{added.memory:.0f} MB")
    yield f"peak memory of add, {MANY:,} texts against {FEW}", peaks[MANY] / peaks[FEW], 1.1, "times"


def queries(ledger: Path) -> Iterator[Line]:
    """The times of the queries behind `list` and `search`, in an open ledger."""
    with Ledger.open(ledger, create=False) as opened:
        asked: dict[str, Callable[[], object]] = {
            "query: statements": lambda: list(opened.records("statements", Query(limit=PAGE))),
            "query: commitments of CHN": lambda: list(opened.records("commitments", Query(actor="CHN", limit=PAGE))),
            "query: meetings since 2030": lambda: list(opened.records("meetings", Query(since="2030", limit=PAGE))),
            "query: people": lambda: list(opened.people()),
            "query: search for a frequent word": lambda: opened.search("cooperation"),
            "query: search for a phrase": lambda: opened.search('"legal basis"'),
        }
        for label, ask in asked.items():
            yield label, min(seconds(ask) for _ in range(RUNS)), 0.1, "s"


def commands(ledger: Path) -> Iterator[Line]:
    """The times of whole commands on the full ledger."""
    for words in (("list", "statements"), ("list", "commitments", "--actor", "CHN"), ("list", "documents"),
                  ("list", "people"), ("search", "cooperation")):
        took = best((MEMCON, "--ledger", str(ledger), *words), RUNS).clock
        yield f"memcon {' '.join(words)}", took, 0.8, "s"


def seconds(ask: Callable[[], object]) -> float:
    """How long one call takes."""
    started = time.perf_counter()
    ask()
    return time.perf_counter() - started


def main() -> int:
    """Measure, print the table, and say by the exit code whether all limits are kept."""
    kept = True
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        ledger = scratch / "memcon.sqlite"
        for part in (start(), growth(scratch, ledger), queries(ledger), commands(ledger)):
            for label, figure, limit, unit in part:
                row(label, f"{figure:.3f} {unit}", f"at most {limit} {unit}", figure <= limit)
                kept = kept and figure <= limit
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
