"""One of several programs that add to a ledger at the same time.

`python -m tests.ledger.adding ADDRESS COUNT FROM STEP` adds its own share of the readouts of `many_facts`, then the
share of the next, so that every document comes twice and from two programs; it prints what became of each.
"""

from __future__ import annotations

import sys

from memcon.ledger import Ledger
from memcon.resolution import make_resolver

from tests.ledger.factory import make_reading, many_facts


def main(address: str, count: int, first: int, step: int) -> None:
    """Add the share of this program, and of the next."""
    facts = many_facts(count)
    with Ledger.open(address, resolver=make_resolver()) as ledger:
        for one in (*facts[first::step], *facts[(first + 1) % step::step]):
            added = ledger.add(make_reading(one))
            sys.stdout.write(f"{added.status} {added.document}\n")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
