"""What resolution asks of the place where members and resolved things are kept; the ledger offers it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from memcon.model import AnyMember, Family, Judgement, Resolved


class World(Protocol):
    """Members by their keys, and what they make together. All within one transaction of the ledger."""

    def near(
        self, family: Family, keys: Collection[str], first: str | None = None, last: str | None = None,
    ) -> list[AnyMember]:
        """The members that have one of the keys and whose days overlap these (None: any days), by id.

        Of very many only the latest (`NEAR` of the ledger).
        """

    def together(self, members: Collection[str]) -> list[AnyMember]:
        """All members of the resolved things that any of these members belongs to, by id."""

    def all_of(self, wholes: Collection[str]) -> list[AnyMember]:
        """All members of resolved things, given by their ids, in the order of their own."""

    def known(self, ids: Collection[str]) -> Collection[str]:
        """Which of these ids are those of members that are kept."""

    def member(self, identity: str) -> AnyMember | None:
        """The member of this id, None if it is not kept."""

    def resolved_of(self, members: Collection[str]) -> Mapping[str, str]:
        """The id of the resolved thing to which each member belongs; members that belong to none are left out."""

    def partners(self, members: Collection[str]) -> list[AnyMember]:
        """The members on which, together with one of these, people have decided; undone decisions left aside."""

    def verdicts(self, members: Collection[str]) -> list[Judgement]:
        """What people have decided on pairs of these members and not undone, oldest first."""

    def joining(self, members: Collection[str]) -> list[Judgement]:
        """The judgements of the program that hold these members together now."""

    def keep(self, family: Family, told: Sequence[AnyMember], keys: Sequence[Collection[str]]) -> None:
        """Keep members, each with its keys, in the place of those of the same ids."""

    def point(self, profiles: Mapping[str, str]) -> Collection[str]:
        """Keep to which profile each entity of a document belongs (entity id to profile id).

        Gives the profiles of which the days have grown by it.
        """

    def regroup(self, wholes: Sequence[Resolved], joining: Sequence[Judgement], *, anew: bool) -> None:
        """Keep resolved things: their members, and all of those that they absorb, leave what they made before.

        The judgements that join them come to those that stand, or, `anew`, in their place.
        """

    def link(self, judgements: Sequence[Judgement]) -> None:
        """Keep judgements that link members of different families: an encounter and the visit it was part of."""
