"""How right wholes are: B³ of entities, pairs of accounts and wordings, and mistakes that must never be made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import Literal, NamedTuple

import msgspec

from memcon.evaluation.report import Score
from memcon.evaluation.resolution_alignment import Item
from memcon.evaluation.resolution_gold import GoldEntity
from memcon.model import Change


_Grouping = Callable[["Judged"], str]


class Judged(NamedTuple):
    """A gold item that was read, with the whole that resolution made it part of."""

    item: Item
    whole: str


class Measure(Score, frozen=True, kw_only=True):
    """A score over `items` names, accounts or wordings; `unread` others are in no record and left out of it.

    `gold` and `predicted` count wholes (B³), or pairs of items that are one, or wordings whose change is told.
    """

    items: int
    unread: int


Mix = Literal["joined", "apart"]


class Mixture(msgspec.Struct, frozen=True, kw_only=True):
    """Two items that were `joined` and are not one, or kept `apart` and are: documents and words."""

    layer: str
    kind: Mix
    left: tuple[str, str]
    right: tuple[str, str]


class Violation(msgspec.Struct, frozen=True, kw_only=True):
    """Two people taken for one who are of different states, or have held the same office of one holder at a time."""

    kind: Literal["states", "office"]
    left: tuple[str, str]
    right: tuple[str, str]
    told: str


def b_cubed(judged: Sequence[Judged], unread: int) -> Measure:
    """B³ (Bagga and Baldwin 1998): for each item the share of its whole that is of its cluster, and the reverse."""
    clusters = Counter(one.item.cluster for one in judged)
    wholes = Counter(one.whole for one in judged)
    both = Counter((one.item.cluster, one.whole) for one in judged)
    shares = [(both[key], wholes[key[1]], clusters[key[0]]) for key in both]
    count = len(judged)
    precision = sum(shared * shared / whole for shared, whole, _ in shares) / count if count else 1.0
    recall = sum(shared * shared / cluster for shared, _, cluster in shares) / count if count else 1.0
    return _measure(precision, recall, len(clusters), len(wholes), count, unread)


def pairs(judged: Sequence[Judged], unread: int) -> Measure:
    """Of all pairs of items, those that are one in the gold against those that are one in the ledger.

    All pairs count, not only neighbours: a whole of four is six pairs.
    """
    clusters = Counter(one.item.cluster for one in judged)
    wholes = Counter(one.whole for one in judged)
    both = Counter((one.item.cluster, one.whole) for one in judged)
    right, gold, found = (sum(size * (size - 1) // 2 for size in sizes.values()) for sizes in (both, clusters, wholes))
    precision = right / found if found else float(not gold)
    recall = right / gold if gold else float(not found)
    return _measure(precision, recall, gold, found, len(judged), unread)


def changes(items: Iterable[Item], change_of: Callable[[str, str], Change | None]) -> Measure:
    """How later wordings stand to the one before in the gold, where the gold tells it, whatever was joined.

    `items` come thread by thread, oldest wording first; precision and recall are one share.
    """
    later = right = unread = 0
    for before, now in pairwise(items):
        if before.cluster != now.cluster or now.change is None:
            continue
        if before.identity is None or now.identity is None:
            unread += 1
        else:
            later += 1
            right += change_of(before.identity, now.identity) == now.change
    share = right / later if later else 1.0
    return _measure(share, share, later, later, later, unread)


def links(expected: Sequence[tuple[Collection[str] | None, str | None]]) -> Measure:
    """For each account the visits of which one is right (None: it was part of none) and the visit it is linked to.

    Where there should be a visit and the reading has none of it, the account is unread.
    """
    judged = [(wanted, found) for wanted, found in expected if wanted is None or wanted]
    right = sum(found is not None and wanted is not None and found in wanted for wanted, found in judged)
    gold = sum(wanted is not None for wanted, _ in judged)
    linked = sum(found is not None for _, found in judged)
    unread = sum(wanted is not None and not wanted for wanted, _ in expected)
    precision = right / linked if linked else float(not gold)
    recall = right / gold if gold else float(not linked)
    return _measure(precision, recall, gold, linked, len(judged), unread)


def mixtures(layer: str, judged: Sequence[Judged]) -> Iterator[Mixture]:
    """What was joined and is not one, what was kept apart and is one: one example for each two that are confused."""
    ways: tuple[tuple[Mix, _Grouping, _Grouping], ...] = (("joined", _whole, _cluster), ("apart", _cluster, _whole))
    for kind, by, other in ways:
        groups: dict[str, dict[str, Item]] = {}
        for one in judged:
            groups.setdefault(by(one), {}).setdefault(other(one), one.item)
        for members in groups.values():
            first, *rest = members.values()
            for item in rest:
                yield Mixture(layer=layer, kind=kind, left=_named(first), right=_named(item))


def violations(judged: Iterable[Judged], entities: Sequence[GoldEntity]) -> Iterator[Violation]:
    """People of different states, or predecessor and successor in an office, taken for one."""
    groups: dict[str, dict[int, Item]] = {}
    for one in judged:
        if one.item.kind == "person":
            groups.setdefault(one.whole, {}).setdefault(one.item.cluster, one.item)
    for members in groups.values():
        for left, right in combinations(sorted(members), 2):
            ours, theirs = entities[left], entities[right]
            where = {"left": _named(members[left]), "right": _named(members[right])}
            if ours.country and theirs.country and ours.country != theirs.country:
                yield Violation(kind="states", told=f"{ours.country}, {theirs.country}", **where)
            for office in sorted(set(ours.offices) & set(theirs.offices)):
                yield Violation(kind="office", told=office, **where)


def _measure(precision: float, recall: float, gold: int, found: int, items: int, unread: int) -> Measure:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Measure(
        precision=precision, recall=recall, f1=f1, gold=gold, predicted=found, items=items, unread=unread,
    )


def _whole(one: Judged) -> str:
    return one.whole


def _cluster(one: Judged) -> str:
    return str(one.item.cluster)


def _named(item: Item) -> tuple[str, str]:
    return item.document, item.words
