"""Who is who: the people, bodies, states, places and initiatives of a reading, known again in other documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from memcon.model import Entity, Family, Judgement, Profile, Reading, Resolved, Role
from memcon.model.days import bounds
from memcon.model.names import fold
from memcon.model.resolved import Office, profile_id, resolved_id
from memcon.resolution.bodies import (
    NATIONAL, Listed, compare_things, is_generic, is_short, listed_body, listed_initiative, listed_place, listed_state,
    thing_keys, things_apart,
)
from memcon.resolution.homes import Homes, is_code, state_form
from memcon.resolution.offices import comparable_offices
from memcon.resolution.people import compare_people, fullest, is_bare, people_apart, person_keys, strained, told_home

_KINDS = ("person", "organization", "state", "place", "initiative")
_UNNAMED = ("person", "state", "place", "initiative")
_BILATERAL = frozenset({"committee", "mechanism", "forum"})
_OFFICIAL = frozenset({"presidency", "government", "ministry", "parliament"})
_OF_STATE = frozenset({"ministry", "military", "legislature", "chamber", "central-bank", "court"})
_FORMER = re.compile(r"\b(?:former|late|ex|then|outgoing|past|previous)[\s-]+(?:\w+\s+)?$", re.IGNORECASE)
_AFTER = re.compile(r"^\s+of\s+(?:the\s+)?((?:[A-Z][\w’'-]*\s?){1,4})")
_TO = re.compile(r"\bto\s+(?:the\s+)?\w.*$", re.DOTALL)
_ROOM = 40
_TWO = 2
_REMEMBERED = 50_000
_ENOUGH = 0.5
"""The least score with which two profiles are one."""

_TELLING = 0.3
"""The least score that is worth keeping as a reason against it."""


class EntityMatcher:
    """The matcher of names (see `memcon.resolution.matcher`); `author` is the generator of its judgements."""

    family: Family = "entity"

    told_by_all = True

    def __init__(self, author: str) -> None:
        self._author = author
        self._keys: dict[str, frozenset[str]] = {}

    def profiles(self, reading: Reading) -> Mapping[str, Profile]:
        """The profile of each entity of a reading that can be known again: no groups, no mere descriptions.

        States without a code (invented, unrecognized) are known by the names that the reading has of them.
        """
        return dict(_Profiler(reading).all())

    def keys(self, member: Profile) -> Collection[str]:
        """What a profile is found by: it hangs on what its id is made of, and is kept for as many as often come."""
        found = self._keys.get(member.id)
        if found is None:
            found = frozenset(person_keys(member) if member.kind == "person" else thing_keys(member))
            if len(self._keys) >= _REMEMBERED:
                self._keys.clear()
            self._keys[member.id] = found
        return found

    def window(self, member: Profile) -> tuple[str | None, str | None]:
        """Any day: names come back after years."""
        return None, None

    def refers(self, member: Profile) -> Collection[str]:
        """Nobody: a profile stands for itself."""
        return ()

    def compare(self, left: Profile, right: Profile, who: Mapping[str, str]) -> Judgement | None:
        """Whether two profiles show the same, with score and reasons; None where nothing speaks for it."""
        if left.kind != right.kind:
            return None
        weighed = compare_people(left, right) if left.kind == "person" else compare_things(left, right)
        if weighed is None or weighed.score < _TELLING:
            return None
        return Judgement(
            family="entity", left=left.id, right=right.id, same=weighed.score >= _ENOUGH, score=weighed.score,
            reasons=weighed.reasons, author=self._author,
        )

    def forbids(self, left: Profile, right: Profile, who: Mapping[str, str]) -> bool:
        """Whether two profiles can never show the same: different kinds or states, names that do not fit."""
        if left.kind != right.kind:
            return True
        return people_apart(left, right) if left.kind == "person" else things_apart(left, right)

    def is_open(self, member: Profile) -> bool:
        """Whether a profile could be of several: a bare surname, a name without state or office, a short name."""
        if member.country is None or member.kind == "person" and (is_bare(member) or not member.offices):
            return True
        return member.kind == "organization" and is_short(member)

    def strained(self, members: Collection[Profile], grown: Collection[str]) -> Collection[str]:
        """The profiles of which the days have grown so that they no longer go with others that have their name."""
        return strained([one for one in members if one.kind == "person"], grown)

    def resolve(self, members: Sequence[Profile]) -> Resolved:
        """The person or thing that these profiles show: its fullest name, its state, the days of its documents."""
        ordered = sorted(members, key=lambda one: (one.first or "", one.last or "", one.id))
        countries = Counter(one.country for one in ordered if one.country is not None and is_code(one.country))
        told = {told_home(one) for one in ordered} & countries.keys()
        country = min(told or countries, key=lambda code: (-countries[code], code), default=None)
        days = [day for one in ordered for day in (one.first, one.last) if day is not None]
        return Resolved(
            id=resolved_id("entity", tuple(one.id for one in ordered)), family="entity", kind=ordered[0].kind,
            name=_name(ordered), country=country, first=min(days, default=None),
            last=max(days, default=None),
        )


def _name(members: Sequence[Profile]) -> str:
    if members[0].kind == "person":
        return fullest(members)
    country = next((one.country for one in members if is_code(one.country)), None)
    if members[0].kind == "state" and country is not None:
        return listed_state(country)
    for one in members:
        listed = _listed(one, country)
        if listed is not None:
            return listed.name
    return max((one.name for one in members), key=lambda name: (not name.isupper(), len(name), name))


def _listed(profile: Profile, country: str | None) -> Listed | None:
    match profile.kind:
        case "organization":
            return listed_body(profile.name, country)
        case "initiative":
            return listed_initiative(profile.name)
        case "place":
            return listed_place(profile.name)
    return None


class _Profiler:
    """What one reading says of its entities."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known = {entity.id: entity for entity in reading.entities}
        self._days = bounds(reading.document.published)
        self._homes = Homes(
            entity.name for entity in reading.entities
            if entity.kind == "state" and entity.country is None and len(state_form(entity.name)) > 3
        )

    def all(self) -> Iterator[tuple[str, Profile]]:
        """Each entity's id with its profile."""
        for entity in self._reading.entities:
            profile = self._profile(entity)
            if profile is not None:
                yield entity.id, profile

    def _profile(self, entity: Entity) -> Profile | None:
        if entity.kind not in _KINDS or not entity.named:
            return None
        match entity.kind:
            case "person":
                return self._person(entity)
            case "organization":
                return self._organization(entity)
            case "state":
                country = entity.country or state_form(entity.name)
                name = listed_state(country) if is_code(country) else entity.name
                return self._made(entity, name, country)
        listed = listed_place(entity.name) if entity.kind == "place" else None
        return self._made(entity, entity.name, entity.country or (listed.country if listed else None))

    def _person(self, entity: Entity) -> Profile:
        """The profile of a person; offices have a state only where words tell it, the person also what is inferred."""
        offices: set[Office] = set()
        states: list[str] = []
        inferred = [role.country for role in entity.roles if role.country] + [entity.country]
        for role in entity.roles:
            body = self._known.get(role.organization or "")
            told = self._told_state(entity, role, body)
            state = told if role.country in (told, None) else None
            states += filter(None, (state,))
            past = _FORMER.search(self._before(role.evidence[0].start)) is not None
            offices.update(comparable_offices(role, body, state, self._homes, past))
        return self._made(entity, entity.name, (states or inferred)[0], tuple(sorted(
            offices, key=lambda office: (office.title, office.organization or "", office.country or ""),
        )))

    def _told_state(self, entity: Entity, role: Role, body: Entity | None) -> str | None:
        """The state of an office that words tell: in the title, in the body, before the title or after the name."""
        start, end = role.evidence[0].start, role.evidence[0].end
        state = self._homes.first(_TO.sub("", role.text)) or self._homes.ending(self._before(start))
        if state is None and body is not None:
            state = self._homes.first(body.name) or body.country
        if state is None:
            text = self._reading.document.text[end : end + len(entity.name) + 2 * _ROOM]
            _, found, after = text.partition(entity.name)
            of = _AFTER.match(after) if found else None
            state = self._homes.first(of[1]) if of else None
        return state

    def _before(self, start: int) -> str:
        """The words before a place in the text, within its line."""
        return self._reading.document.text[max(0, start - _ROOM) : start].rpartition("\n")[2]

    def _organization(self, entity: Entity) -> Profile | None:
        told = self._homes.tell(entity.name)
        listed = listed_body(entity.name, entity.country)
        country = entity.country or (listed.country if listed else None)
        if len(told.states) > 1 or country is None and told.states and (listed is None or entity.type in NATIONAL):
            country = "+".join(told.states)
        if country is None and entity.type in NATIONAL and is_generic_national(told.core):
            country = self._own_side() if entity.type in _OF_STATE else None
            if country is None:
                return None
        if country is None and listed is None and entity.type in _BILATERAL:
            country = self._meeting_in(entity)
            if country is None and is_generic(told.core):
                country = self._parties()
                if country is None:
                    return None
        return self._made(entity, entity.name, country)

    def _own_side(self) -> str | None:
        """The state of the document, where it is official: "the Ministry" is then its own."""
        document = self._reading.document
        official = document.publisher is not None and document.publisher.kind in _OFFICIAL
        return document.side if official else None

    def _meeting_in(self, entity: Entity) -> str | None:
        """The two states that meet in a committee or dialogue; None for a forum, which more may have joined."""
        if entity.type == "forum":
            return None
        return next((pair for pair in self._pairs(entity.id)), None)

    def _pairs(self, body: str | None = None) -> Iterator[str]:
        """The two states of each meeting of two (of this body)."""
        for meeting in self._reading.meetings:
            found = {part.country for part in meeting.participants if part.country}
            if len(found) == _TWO and body in (meeting.body, None):
                yield "+".join(sorted(found))

    def _parties(self) -> str | None:
        """The two states that the document is about: those that meet, else those that it names most."""
        pairs = Counter(self._pairs())
        if pairs:
            return min(pairs, key=lambda pair: (-pairs[pair], pair))
        counts = Counter(mention.entity for mention in self._reading.mentions)
        named = [
            (-counts[one.id], one.country or state_form(one.name))
            for one in self._reading.entities if one.kind == "state" and one.named
        ]
        return "+".join(sorted(state for _, state in sorted(named)[:_TWO])) if len(named) >= _TWO else None

    def _made(self, entity: Entity, name: str, country: str | None, offices: tuple[Office, ...] = ()) -> Profile:
        aliases = () if entity.kind == "state" and is_code(country) else _telling(entity)
        key = "\x1e".join((fold(name), *map(fold, aliases)))
        return Profile(
            id=profile_id(entity.kind, key, country, offices), kind=entity.kind, name=name, aliases=aliases,
            country=country, type=entity.type, offices=offices, first=self._days[0], last=self._days[1],
        )


def _telling(entity: Entity) -> tuple[str, ...]:
    """The aliases that tell more than the name does: no part of it, no other case."""
    own = fold(entity.name)
    words = set(own.split())
    return tuple(sorted(
        alias for alias in entity.aliases if fold(alias) != own and not set(fold(alias).split()) <= words
        and fold(alias) not in own
    ))


_PLAIN_NATIONAL = re.compile(
    r"\b(?:ministry|department|parliament|government|cabinet|army|forces|senate|house|congress|assembly|court|embassy|"
    r"council|bank|office|agency|police|bureau|secretariat|chancellery)\b"
)


def is_generic_national(core: str) -> bool:
    """Whether a body of which every state has its own is called by a name that any state's could have."""
    return _PLAIN_NATIONAL.search(core) is not None
