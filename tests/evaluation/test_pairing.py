"""Which found record answers which expected one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from memcon.evaluation.pairing import pair

NUMBERS = st.lists(st.integers(0, 9), max_size=6)


def nearness(one: int, other: int) -> float:
    return max(0.0, 3 - abs(one - other))


def test_the_likest_are_paired_first() -> None:
    pairing = pair([1, 5], [4, 5, 9], nearness)
    assert pairing.pairs == ((5, 5),)
    assert pairing.missed == (1,)
    assert pairing.extra == (4, 9)


def test_of_equally_like_ones_the_first_is_taken() -> None:
    assert pair(["a", "b"], ["x", "y"], lambda _one, _other: 1.0).pairs == (("a", "x"), ("b", "y"))


@given(NUMBERS, NUMBERS)
def test_nothing_gets_lost_and_nothing_is_used_twice(expected: list[int], found: list[int]) -> None:
    pairing = pair(expected, found, nearness)
    assert sorted([*(one for one, _ in pairing.pairs), *pairing.missed]) == sorted(expected)
    assert sorted([*(other for _, other in pairing.pairs), *pairing.extra]) == sorted(found)
    assert all(nearness(one, other) > 0 for one, other in pairing.pairs)
