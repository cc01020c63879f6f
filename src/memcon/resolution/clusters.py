"""From pairs to wholes: members that are judged to be one, joined as far as nothing forbids it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from typing import NamedTuple

from msgspec import structs

from memcon.model import Judgement

Forbids = Callable[[str, str], bool]

MARGIN = 0.1
"""How much better one whole must fit a member than another, for the member to belong to it."""

_SURE = 0.95
"""The score from which a member that could be of several wholes belongs to one of them, whatever the others."""

ELSEWHERE = "fits another as well"
"""The reason for which an open member stays alone."""


class Clusters(NamedTuple):
    """The wholes that members make, each sorted, in the order of their first members; and what joined them.

    `apart` holds what keeps wholes apart that have something in common, the surest judgement for each two of them;
    `torn` the open members that have a place already and may have to change it.
    """

    wholes: tuple[tuple[str, ...], ...]
    joining: tuple[Judgement, ...]
    apart: tuple[Judgement, ...] = ()
    torn: tuple[str, ...] = ()


def cluster(
    parts: Iterable[Sequence[str]], judgements: Iterable[Judgement], forbids: Forbids,
    opened: Set[str] = frozenset(), partly: Set[str] = frozenset(),
) -> Clusters:
    """Join parts (members that are together already, or single ones) by judgements, a person's first, then the surest.

    Two parts stay asunder if any two of their members must, unless a person has joined them. Judgements of one score
    are taken in the order of their ids, so that the same members always make the same wholes. An open member (a bare
    surname) comes last, and joins only what it fits better than anything else by `MARGIN`; one of which only some
    judgements are given (`partly`) is left where it is and told to be torn.
    """
    joiner = _Joiner(parts, forbids, opened, opened & partly)
    ordered = sorted(judgements, key=lambda one: (not one.person, -one.score, one.left, one.right))
    known = [one for one in ordered if one.left in joiner.whole and one.right in joiner.whole]
    closed = [one for one in known if one.person or opened.isdisjoint((one.left, one.right))]
    loose = [one for one in known if not one.person and not opened.isdisjoint((one.left, one.right))]
    for judgement in closed:
        joiner.join(judgement)
    for judgement in loose:
        joiner.join_open(judgement, loose)
    return Clusters(
        tuple(sorted(set(joiner.whole.values()))), tuple(joiner.joining), tuple(joiner.apart(known)),
        tuple(sorted(joiner.torn)),
    )


class _Joiner:
    """Wholes as they grow."""

    def __init__(
        self, parts: Iterable[Sequence[str]], forbids: Forbids, opened: Set[str], partly: Set[str],
    ) -> None:
        self.whole = {member: part for part in (tuple(sorted(part)) for part in parts) for member in part}
        self.joining: list[Judgement] = []
        self.torn: set[str] = set()
        self._held: list[Judgement] = []
        self._forbids = forbids
        self._opened = opened
        self._partly = partly

    def join(self, judgement: Judgement) -> None:
        """Make one of the wholes of two members, if nothing forbids it."""
        left, right = self.whole[judgement.left], self.whole[judgement.right]
        if not judgement.same or left is right or not judgement.person and self._must_part(left, right):
            return
        joined = tuple(sorted(left + right))
        self.whole.update((member, joined) for member in joined)
        self.joining.append(judgement)

    def join_open(self, judgement: Judgement, others: Sequence[Judgement]) -> None:
        """Make one of the wholes of two members, unless one of them fits another whole nearly as well."""
        if not judgement.same or self.whole[judgement.left] is self.whole[judgement.right]:
            return
        unsettled = self._partly & {judgement.left, judgement.right}
        if unsettled:
            self.torn |= unsettled
        elif judgement.score < _SURE and self._has_rival(judgement, others):
            self._held.append(judgement)
        else:
            self.join(judgement)

    def _has_rival(self, judgement: Judgement, others: Sequence[Judgement]) -> bool:
        """Whether an open member of the judgement fits another whole, which is not one with this, nearly as well."""
        for member, other in ((judgement.left, judgement.right), (judgement.right, judgement.left)):
            mine, target = self.whole[member], self.whole[other]
            if member not in self._opened or not self._is_settled(target):
                continue
            if self._is_settled(mine) and self._must_part(mine, target):
                return True
            for one in others:
                if one.same and one.score >= judgement.score - MARGIN and not {one.left, one.right}.isdisjoint(mine):
                    third = self.whole[one.right if one.left in mine else one.left]
                    if third is not mine and third is not target and self._is_settled(third):
                        return True
        return False

    def _is_settled(self, whole: Sequence[str]) -> bool:
        """Whether a whole is more than open members."""
        return any(member not in self._opened for member in whole)

    def _must_part(self, left: Sequence[str], right: Sequence[str]) -> bool:
        return any(self._forbids(one, other) for one in left for other in right)

    def apart(self, judgements: Sequence[Judgement]) -> Iterable[Judgement]:
        """The surest judgement that keeps two wholes apart, for each two that have one."""
        found: dict[frozenset[tuple[str, ...]], Judgement] = {}
        for one in (*self._held, *(one for one in judgements if not one.same and not one.person)):
            left, right = self.whole[one.left], self.whole[one.right]
            if left is not right:
                found.setdefault(frozenset((left, right)), _held(one) if one.same else one)
        return found.values()


def _held(judgement: Judgement) -> Judgement:
    return structs.replace(judgement, same=False, reasons=(*judgement.reasons, ELSEWHERE))
