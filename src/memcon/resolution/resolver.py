"""A reading finds its place: its names, meetings, visits and pledges are joined with those that are kept already."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from typing import Any

from msgspec import structs

from memcon.model import AnyMember, Family, Judgement, Profile, Reading, Resolved, Utterance, resolved_id
from memcon.resolution.clusters import cluster
from memcon.resolution.encounters import EncounterMatcher
from memcon.resolution.matcher import EntityMatcher, Matcher, RecordMatcher
from memcon.resolution.visits import VisitMatcher
from memcon.resolution.world import World


class Resolver:
    """Says which members of many documents are one. What people have decided binds it."""

    def __init__(
        self, author: str, entities: EntityMatcher, encounters: EncounterMatcher, visits: VisitMatcher,
        threads: RecordMatcher[Utterance],
    ) -> None:
        self.author = author
        self._entities = entities
        self._encounters = encounters
        self._visits = visits
        others: tuple[RecordMatcher[Any], ...] = (encounters, visits, threads)
        self._others = others
        self._matchers: Mapping[Family, Matcher[Any]] = {one.family: one for one in (entities, *others)}

    def settle(self, world: World, reading: Reading) -> None:
        """Take the members of a reading into the world and join them with what is there."""
        profiles = self._entities.profiles(reading)
        named = {one.id: one for one in profiles.values()}
        known = world.known(list(named))
        self._take_in(world, self._entities, [one for one in named.values() if one.id not in known])
        grown = world.point({entity: profile.id for entity, profile in profiles.items()})
        people = [one for one in grown if one in known and named[one].offices]
        together = [one for one in world.together(people) if isinstance(one, Profile)]
        worn = self._entities.strained(together, people)
        if worn:
            self.mend(world, "entity", worn)
        found: dict[Family, list[Any]] = {one.family: one.members(reading, profiles) for one in self._others}
        for matcher in self._others:
            self._take_in(world, matcher, found[matcher.family])
        self._visits.link(world, found["encounter"], found["visit"])

    def recover(self, world: World, disturbed: Mapping[Family, Collection[str]]) -> None:
        """Join anew what is left of things from which a document was taken out: it may have held them together.

        Threads stay as they are: a formula is the same although one of many that use it is gone.
        """
        for family, members in disturbed.items():
            if self._matchers[family].told_by_all:
                self.mend(world, family, members)

    def mend(self, world: World, family: Family, members: Collection[str]) -> None:
        """Join members anew, with all that they are together with: a person has decided on some of them."""
        matcher = self._matchers[family]
        found = [member for member in map(world.member, sorted(members)) if member is not None]
        block = _near(world, matcher, found)
        block.update((one.id, one) for one in world.together(list(block)))
        _join(world, matcher, block, set(block), {}, self._opened(block))

    def _take_in(self, world: World, matcher: Matcher[Any], members: Sequence[AnyMember]) -> None:
        """Keep members and join them with what is there; what was together before stays together."""
        if members:
            world.keep(matcher.family, members, [matcher.keys(member) for member in members])
            new = {member.id for member in members}
            block = _near(world, matcher, members)
            torn = _join(world, matcher, block, new, world.resolved_of(block.keys() - new), self._opened(block))
            if torn:
                self.mend(world, matcher.family, torn)

    def _opened(self, block: Mapping[str, AnyMember]) -> Set[str]:
        """The profiles of a block that could be of several people or things."""
        return {
            member.id for member in block.values() if isinstance(member, Profile) and self._entities.is_open(member)
        }


def _near(world: World, matcher: Matcher[Any], members: Collection[AnyMember]) -> dict[str, AnyMember]:
    """The members, with all that may be the same, or that people have decided on together with them."""
    found = {member.id: member for member in members}
    for member in members:
        near = world.near(matcher.family, matcher.keys(member), *matcher.window(member))
        found.update((one.id, one) for one in near)
    found.update((one.id, one) for one in world.partners([member.id for member in members]))
    return found


def _join(
    world: World, matcher: Matcher[Any], block: Mapping[str, AnyMember], new: Set[str], before: Mapping[str, str],
    opened: Set[str],
) -> list[str]:
    """Join the new members of a block with its others, of which some make a whole already (`before`: its id).

    Gives those that may have to change their place, for which all others that they fit must be looked at.
    """
    verdicts = world.verdicts(block)
    decided = {frozenset((verdict.left, verdict.right)): verdict.same for verdict in verdicts}
    who = world.resolved_of({one for member in block.values() for one in matcher.refers(member)})

    def forbids(left: str, right: str) -> bool:
        same = decided.get(frozenset((left, right)))
        return matcher.forbids(block[left], block[right], who) if same is None else not same

    parts: dict[str, list[str]] = {}
    for member in sorted(block):
        parts.setdefault(before.get(member, member), []).append(member)
    judgements = [*verdicts, *_compare(matcher, block, new, decided, who)]
    found = cluster(parts.values(), judgements, forbids, opened, before.keys())
    wholes = []
    for members in found.wholes:
        old = sorted({before[member] for member in members if member in before})
        if len(old) != 1 or not new.isdisjoint(members):
            wholes.append(_told(world, matcher, [block[member] for member in members], old))
    world.regroup(wholes, [*found.joining, *found.apart], anew=len(new) == len(block))
    return list(found.torn)


def _told(world: World, matcher: Matcher[Any], members: Sequence[AnyMember], old: Sequence[str]) -> Resolved:
    """What members make together with all others of the wholes that they belonged to."""
    everybody = {member.id: member for member in members}
    if matcher.told_by_all:
        everybody.update((member.id, member) for member in world.all_of(old))
    told = matcher.resolve([everybody[identity] for identity in sorted(everybody)])
    identity = min([resolved_id(matcher.family, everybody), *old])
    name = told.name if matcher.told_by_all or not old else None
    return structs.replace(
        told, id=identity, name=name, members=tuple(member.id for member in members), absorbs=tuple(old),
    )


def _compare(
    matcher: Matcher[Any], block: Mapping[str, AnyMember], new: Set[str], decided: Collection[frozenset[str]],
    who: Mapping[str, str],
) -> list[Judgement]:
    """The judgements on all pairs that share a key, of which one is new, and on which nobody has decided."""
    keys = {identity: frozenset(matcher.keys(member)) for identity, member in block.items()}
    judgements = []
    for left in sorted(new):
        for right in sorted(block):
            known = right == left or right in new and right < left
            if known or frozenset((left, right)) in decided or keys[left].isdisjoint(keys[right]):
                continue
            one, other = sorted((left, right))
            judgement = matcher.compare(block[one], block[other], who)
            if judgement is not None:
                judgements.append(judgement)
    return judgements
