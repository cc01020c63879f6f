"""From pairs to wholes: the surest first, what must part stays apart, what fits two belongs to neither."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from memcon.model import Judgement
from memcon.resolution.clusters import ELSEWHERE, Clusters, cluster


def judged(pair: str, score: float, same: bool = True, person: bool = False) -> Judgement:
    """A judgement on two members of one letter each."""
    return Judgement(
        family="entity", left=pair[0], right=pair[1], same=same, score=score, reasons=("because",), author="test",
        person=person,
    )


def joined(
    members: str, judgements: Sequence[Judgement], apart: Sequence[str] = (), opened: str = "",
) -> Clusters:
    """The wholes of members of one letter each; words of `members` are parts that are together already."""
    forbidden = {frozenset(pair) for pair in apart}
    return cluster(
        [list(part) for part in members.split()], judgements, lambda one, other: frozenset((one, other)) in forbidden,
        frozenset(opened),
    )


def words(found: Clusters) -> list[str]:
    """The wholes, each as a word."""
    return ["".join(whole) for whole in found.wholes]


@pytest.mark.parametrize(("members", "pairs", "apart", "expected"), [
    ("a b c", {"ab": 0.9, "bc": 0.8}, (), ["abc"]),
    ("a b c", {"ab": 0.9, "bc": 0.8}, ("ac",), ["ab", "c"]),
    ("a b c", {"ab": 0.7, "bc": 0.8}, ("ac",), ["a", "bc"]),
    ("ab c", {"bc": 0.8}, (), ["abc"]),
    ("ab cd", {"bc": 0.8}, ("ad",), ["ab", "cd"]),
    ("a b", {}, (), ["a", "b"]),
])
def test_the_surest_join_first_unless_two_must_part(
    members: str, pairs: dict[str, float], apart: Sequence[str], expected: list[str],
) -> None:
    assert words(joined(members, [judged(pair, score) for pair, score in pairs.items()], apart)) == expected


def test_what_people_decide_goes_before_the_program() -> None:
    decided = judged("ac", 1.0, person=True)
    found = joined("a b c", [judged("ab", 0.9), decided], ("ac", "bc"))
    assert words(found) == ["ac", "b"]
    assert found.joining == (decided,)


def test_the_order_of_judgements_does_not_matter() -> None:
    judgements = [judged("ab", 0.8), judged("bc", 0.8), judged("cd", 0.9)]
    assert joined("a b c d", judgements, ("ad",)) == joined("d c b a", judgements[::-1], ("ad",))


def test_an_open_member_that_fits_two_belongs_to_neither_and_the_reason_is_kept() -> None:
    found = joined("a b o", [judged("ao", 0.7), judged("bo", 0.66)], ("ab",), "o")
    assert words(found) == ["a", "b", "o"]
    assert [(one.left, one.same, one.reasons[-1]) for one in found.apart] == [
        ("a", False, ELSEWHERE), ("b", False, ELSEWHERE),
    ]


def test_an_open_member_belongs_to_what_it_fits_clearly_better() -> None:
    assert words(joined("a b o", [judged("ao", 0.9), judged("bo", 0.66)], ("ab",), "o")) == ["ao", "b"]


def test_an_open_member_of_which_not_all_is_known_stays_where_it_is_and_is_told() -> None:
    found = cluster([["a", "o"], ["b"]], [judged("bo", 0.66)], lambda *_: False, {"o"}, {"a", "o"})
    assert (words(found), found.torn) == (["ao", "b"], ("o",))


def test_open_members_among_themselves_join() -> None:
    assert words(joined("o p", [judged("op", 0.6)], (), "op")) == ["op"]


def test_of_all_that_keeps_two_wholes_apart_the_surest_judgement_is_kept() -> None:
    found = joined("a b c", [judged("ab", 0.9), judged("ac", 0.4, same=False), judged("bc", 0.3, same=False)])
    assert [one.score for one in found.apart] == [0.4]
