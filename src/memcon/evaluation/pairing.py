"""Which found record answers which expected one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Expected = TypeVar("Expected")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Pairing(Generic[Expected, Found]):
    """The pairs, the likest first; what was expected and not found; what was found and not expected."""

    pairs: tuple[tuple[Expected, Found], ...]
    missed: tuple[Expected, ...]
    extra: tuple[Found, ...]


def pair(
    expected: Sequence[Expected], found: Sequence[Found], likeness: Callable[[Expected, Found], float]
) -> Pairing[Expected, Found]:
    """Pair one to one, the likest first and equal ones in their order; a likeness of 0 is no match."""
    cells = [(likeness(one, other), i, j) for i, one in enumerate(expected) for j, other in enumerate(found)]
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for like, i, j in sorted(cells, key=lambda cell: -cell[0]):
        if like > 0 and i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return Pairing(
        pairs=tuple((expected[i], found[j]) for i, j in partner.items()),
        missed=tuple(one for i, one in enumerate(expected) if i not in partner),
        extra=tuple(other for j, other in enumerate(found) if j not in taken),
    )
