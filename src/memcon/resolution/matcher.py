"""The seam of resolution: what one family of members (names, accounts, trips, wordings) has to say for itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol, TypeVar

from memcon.model import AnyMember, Family, Judgement, Profile, Reading, Resolved

MemberT = TypeVar("MemberT", bound=AnyMember)
MemberT_contra = TypeVar("MemberT_contra", bound=AnyMember, contravariant=True)


class Matcher(Protocol[MemberT_contra]):
    """How members of one family are taken from a reading, found again, compared, and told as one."""

    @property
    def family(self) -> Family:
        """The family."""

    @property
    def told_by_all(self) -> bool:
        """Whether `resolve` needs all members of a whole; if not, it is told as it was, with new members and days."""

    def keys(self, member: MemberT_contra) -> Collection[str]:
        """What the member is found by: members without a common key are never compared."""

    def window(self, member: MemberT_contra) -> tuple[str | None, str | None]:
        """The days within which others may be the same (None: any)."""

    def refers(self, member: MemberT_contra) -> Collection[str]:
        """The ids of the profiles that the member refers to: who was there, who undertakes (none for a profile)."""

    def compare(self, left: MemberT_contra, right: MemberT_contra, who: Mapping[str, str]) -> Judgement | None:
        """Whether two members are one, and why; None where nothing speaks for it.

        `who` maps the profiles that they refer to to what these make now.
        """

    def forbids(self, left: MemberT_contra, right: MemberT_contra, who: Mapping[str, str]) -> bool:
        """Whether two members can never be one, not even through others."""

    def resolve(self, members: Sequence[MemberT_contra]) -> Resolved:
        """What these members make together."""


class RecordMatcher(Matcher[MemberT], Protocol[MemberT]):
    """A matcher of what documents report: meetings, visits, pledges."""

    def members(self, reading: Reading, profiles: Mapping[str, Profile]) -> list[MemberT]:
        """The members that a reading contributes; `profiles` are those of its entities, by entity id."""


class EntityMatcher(Matcher[Profile], Protocol):
    """The matcher of names, on which the other families rest: who is who comes first."""

    def profiles(self, reading: Reading) -> Mapping[str, Profile]:
        """The profile of each entity of a reading that can be known again: no groups, no mere descriptions."""

    def is_open(self, member: Profile) -> bool:
        """Whether a profile could be of several people or things: it joins only what it fits better than all else."""

    def strained(self, members: Collection[Profile], grown: Collection[str]) -> Collection[str]:
        """The profiles of which the days have grown so that they no longer go with others that have their name."""
