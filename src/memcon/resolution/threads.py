"""The same commitment, position or formula through documents and years: wordings that carry on one thread.

Two wordings are of one thread if the same parties are behind them and what they say is much the same. How much is
asked of the words depends on how much the structure says: the same actors towards the same counterpart, the same body
or initiative named, the same year due. Opposite stances on one object are two threads.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from msgspec import structs

from memcon.lexicon.wording import Wording, overlap
from memcon.model import (
    Change, Characterization, Commitment, Family, Force, Judgement, Position, Profile, Reading, Resolved, Span,
    Utterance, resolved_id,
)
from memcon.model.days import bounds

ENOUGH = 0.6
"""The score from which two wordings are of one thread."""

_LIKE, _NEAR = 0.5, 0.8
"""How much two wordings must share: so much of both together, or so much of the shorter one (and then `_SOME`)."""
_SOME, _APART = 0.4, 0.25
"""Wordings that share less than `_APART` are never of one thread, not even through a third one."""
_KEYS = 12
"""A wording is found by so many of its words that say something."""
_FORCES: tuple[Force, ...] = ("urged", "willing", "planned", "agreed", "pledged")
"""From the weakest to the strongest undertaking."""
_FOR = {"support", "adhere", "recognize", "welcome", "thank", "congratulate"}
_SAME_WORDS = 0.999
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_NAMED = {"organization", "initiative", "place", "state"}

UtteranceKind = Literal["commitments", "positions", "characterizations"]


class ThreadMatcher:
    """Wordings across documents (`memcon.resolution.matcher.RecordMatcher`)."""

    family: Family = "thread"
    told_by_all = False

    def __init__(self, author: str, wording: Wording) -> None:
        self._author = author
        self._wording = wording
        self._weights = lru_cache(maxsize=20_000)(wording.weights)

    def members(self, reading: Reading, profiles: Mapping[str, Profile]) -> list[Utterance]:
        """A wording for each commitment, position and characterization of the reading."""
        context = _Context(reading, profiles)
        return [*map(context.commitment, reading.commitments), *map(context.position, reading.positions),
                *map(context.characterization, reading.characterizations)]

    def keys(self, member: Utterance) -> Collection[str]:
        """Its kind and a state with each of the words that say most."""
        weights = self._weights(member.words)
        words = sorted(weights, key=lambda word: (-weights[word], -len(word), word))[:_KEYS]
        return {f"{member.kind}:{country}:{word}" for country in (member.countries or ("",)) for word in words}

    def window(self, member: Utterance) -> tuple[str | None, str | None]:
        """Any days: a formula may stand for decades."""
        return None, None

    def refers(self, member: Utterance) -> Collection[str]:
        """Those behind it, those towards whom, and what it names."""
        return {*member.whose, *member.towards, *member.named}

    def forbids(self, left: Utterance, right: Utterance, who: Mapping[str, str]) -> bool:
        """Whether two wordings can never be of one thread: of different kind or relation, for and against, unlike."""
        if left.kind != right.kind or _differ_in_relation(left, right):
            return True
        if left.stance is not None and right.stance is not None and _side(left) != _side(right):
            return True
        dice, contained = overlap(self._weights(left.words), self._weights(right.words))
        return dice < _APART and contained < 2 * _APART

    def compare(self, left: Utterance, right: Utterance, who: Mapping[str, str]) -> Judgement | None:
        """How much speaks for one thread; None where it is not enough."""
        if self.forbids(left, right, who) or not self._alike(left, right):
            return None
        told = [*self._about_words(left, right), *_about_parties(left, right, who), *_about_the_rest(left, right, who)]
        score = round(min(sum(weight for weight, _ in told), 1.0), 2)
        if score < ENOUGH:
            return None
        return Judgement(
            family="thread", left=left.id, right=right.id, same=True, score=score,
            reasons=tuple(reason for _, reason in told), author=self._author,
        )

    def resolve(self, members: Sequence[Utterance]) -> Resolved:
        """The thread of these wordings, named by the first of them."""
        first = min(members, key=lambda one: (one.first or "", one.id))
        return Resolved(
            id=resolved_id("thread", [one.id for one in members]), family="thread", kind=first.kind,
            name=" ".join(first.words.split()), first=first.first,
            last=max((one.last for one in members if one.last), default=None),
        )

    def change(self, before: Utterance, now: Utterance) -> Change:
        """How a wording stands to the one before it in its thread.

        Strengthened: a stronger force, a date or figure where there was none, an earlier date, a greater figure, haste;
        weakened: the reverse, or words left out. Extended: a later date, or words added. Repeated: the same words, the
        names of the states left aside. Reworded: anything else.
        """
        firmer = _firmer(before, now) or self._hastier(before, now)
        if firmer:
            return "strengthened" if firmer > 0 else "weakened"
        if before.due and now.due and before.due < now.due:
            return "extended"
        left, right = self._substance(before), self._substance(now)
        if left == right:
            return "repeated"
        if now.kind != "characterizations" and left < right:
            return "extended"
        return "weakened" if now.kind != "characterizations" and right < left else "reworded"

    def _substance(self, one: Utterance) -> frozenset[str]:
        """The stems that say something; all of them where none does."""
        return self._wording.substance(one.words)

    def _hastier(self, before: Utterance, now: Utterance) -> int:
        return self._wording.hastens(now.words) - self._wording.hastens(before.words)

    def _alike(self, left: Utterance, right: Utterance) -> bool:
        dice, contained = overlap(self._weights(left.words), self._weights(right.words))
        return dice >= _LIKE or (contained >= _NEAR and dice >= _SOME)

    def _about_words(self, left: Utterance, right: Utterance) -> Iterator[tuple[float, str]]:
        here, there = self._weights(left.words), self._weights(right.words)
        dice, contained = overlap(here, there)
        shared = [word for word in here if word in there]
        weight = 0.75 * (0.65 * dice + 0.35 * contained)
        if dice >= _SAME_WORDS:
            yield weight, "the same words"
        else:
            yield weight, f"{round(100 * dice)} of 100 in common ({', '.join(shared[:4])})"


class _Context:
    """What the wordings of one reading take from the rest of it: whose they are, what they name, the relation."""

    def __init__(self, reading: Reading, profiles: Mapping[str, Profile]) -> None:
        self._document = reading.document
        self._days = bounds(reading.document.published)
        self._profiles = profiles
        self._members = {entity.id: entity.members for entity in reading.entities}
        self._topics = {statement.id: statement.topics for statement in reading.statements}
        self._relation = {
            participant.country for meeting in reading.meetings[:1] for participant in meeting.participants
            if participant.country
        }
        self._named = sorted(
            (mention.start, mention.end, mention.entity) for mention in reading.mentions
            if mention.entity in profiles and profiles[mention.entity].kind in _NAMED
        )

    def commitment(self, record: Commitment) -> Utterance:
        """The wording of what is undertaken."""
        found = self._utterance("commitments", record.id, record.action, record.actors, record.counterparts)
        return structs.replace(
            found, force=record.force, strength=record.strength, modality=record.modality, due=record.due,
            amount=record.amount, topics=record.topics or self._topics.get(record.statement or "", ()),
        )

    def position(self, record: Position) -> Utterance:
        """The wording of what is supported, opposed and so on."""
        found = self._utterance("positions", record.id, record.object, record.holders, record.target)
        return structs.replace(found, stance=record.stance, modality=record.modality)

    def characterization(self, record: Characterization) -> Utterance:
        """The wording of how the relationship is called or rated."""
        return self._utterance("characterizations", record.id, record.phrase, record.parties, ())

    def _utterance(
        self, kind: UtteranceKind, identity: str, words: Span, whose: Sequence[str], towards: Sequence[str],
    ) -> Utterance:
        behind, others = self._single(whose), self._single(towards)
        countries = {one.country for one in (*behind, *others) if one.country}
        within = {entity for start, end, entity in self._named if words.start <= start and end <= words.end}
        states = {self._profiles[entity].country or "" for entity in within if self._profiles[entity].kind == "state"}
        named = {self._profiles[entity].id for entity in within if self._profiles[entity].kind != "state"}
        first, last = self._days
        return Utterance(
            id=identity, document=self._document.id, first=first, last=last, kind=kind, words=words.quote,
            whose=tuple(one.id for one in behind), towards=tuple(one.id for one in others),
            countries=tuple(sorted(countries if len(countries) > 1 else countries | self._relation)),
            actors=tuple(sorted({one.country for one in behind if one.country})),
            named=tuple(sorted(named)), states=tuple(sorted(states)),
        )

    def _single(self, entities: Sequence[str]) -> list[Profile]:
        """The profiles of entities, those of its members for a group."""
        single = dict.fromkeys(member for one in entities for member in (self._members.get(one) or (one,)))
        return [self._profiles[one] for one in single if one in self._profiles]


def _about_parties(left: Utterance, right: Utterance, who: Mapping[str, str]) -> Iterator[tuple[float, str]]:
    here, there = {who.get(one, one) for one in left.whose}, {who.get(one, one) for one in right.whose}
    if here and here == there or left.actors and left.actors == right.actors:
        yield 0.15, "the same parties"
    elif set(left.actors) & set(right.actors):
        yield 0.05, "one party in common"
    elif left.actors and right.actors:
        yield -0.1, "other parties"
    if len(left.countries) > 1 and left.countries == right.countries:
        yield 0.1, "the same relation"


def _differ_in_relation(left: Utterance, right: Utterance) -> bool:
    """Whether both are known to be of a relation, and not of the same."""
    here, there = set(left.countries), set(right.countries)
    return len(here) > 1 and len(there) > 1 and not (here <= there or there <= here)


def _about_the_rest(left: Utterance, right: Utterance, who: Mapping[str, str]) -> Iterator[tuple[float, str]]:
    here, there = {who.get(one, one) for one in left.named}, {who.get(one, one) for one in right.named}
    if here & there:
        yield 0.1, "the same body or initiative named"
    elif here and there:
        yield -0.15, "other bodies or initiatives named"
    if left.states and right.states and not set(left.states) & set(right.states):
        yield -0.25, "other states named"
    if left.due and right.due:
        yield (0.05, "due at the same time") if left.due == right.due else (-0.05, "due at another time")


def _side(one: Utterance) -> str:
    """For or against: a stance is on one of two sides, turned by a negation."""
    return "for" if (one.stance in _FOR) != (one.modality == "negated") else "against"


def _firmer(before: Utterance, now: Utterance) -> float:
    """Above 0 where an undertaking is firmer than the one before, below where it is looser."""
    force = _strength(now) - _strength(before)
    if force:
        return force
    if before.due != now.due and (not before.due or not now.due or now.due < before.due):
        return 1 if now.due else -1
    return _figure(now.amount) - _figure(before.amount)


def _figure(amount: str | None) -> float:
    """The first figure of an amount, 0 where there is none; amounts of one thread are of one unit as a rule."""
    found = _FIGURE.search((amount or "").replace(",", ""))
    return float(found[0]) if found else 0.0


def _strength(one: Utterance) -> float:
    """How strong an undertaking is: its force, then whether the words are strong or weak."""
    if one.force is None:
        return 0.0
    return _FORCES.index(one.force) + (0.5 if one.strength == "strong" else 0.0)
