"""Two documents on one trip; and the visit that an encounter was part of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from memcon.model import Account, Family, Judgement, Profile, Reading, Resolved, Trip, Visit, resolved_id
from memcon.model.days import bounds
from memcon.resolution.days import apart, length, shifted
from memcon.resolution.world import World

ENOUGH = 0.7
"""The score from which two reports are taken for one visit."""

_AROUND = 3
"""A report without dates is taken to come out at most so many days before or after the visit."""
_OFF = 1


class VisitMatcher:
    """Reports of visits across documents (`memcon.resolution.matcher.RecordMatcher`)."""

    family: Family = "visit"

    told_by_all = True

    def __init__(self, author: str) -> None:
        self._author = author

    def members(self, reading: Reading, profiles: Mapping[str, Profile]) -> list[Trip]:
        """A trip for each visit of the reading that names who travels and where to."""
        trips = (_trip(visit, reading, profiles) for visit in reading.visits)
        return [trip for trip in trips if trip.visitors and (trip.destination or trip.country)]

    def keys(self, member: Trip) -> Collection[str]:
        """The states from which and to which it leads, so far as known; else the visitors."""
        goal = member.country or member.destination
        return {f"{start}>{goal}" for start in (member.countries or member.visitors)}

    def window(self, member: Trip) -> tuple[str | None, str | None]:
        """The days of the visit, and some around them."""
        if member.first is None or member.last is None:
            return None, None
        around = _OFF if member.dated else _AROUND
        return shifted(member.first, -around), shifted(member.last, around)

    def refers(self, member: Trip) -> Collection[str]:
        """The visitors and the destination."""
        return {*member.visitors, *filter(None, (member.destination,))}

    def forbids(self, left: Trip, right: Trip, who: Mapping[str, str]) -> bool:
        """Whether two reports can never be of one visit: told apart by one document, or days too far apart."""
        if left.document == right.document:
            return True
        if left.first is None or left.last is None or right.first is None or right.last is None:
            return False
        allowed = _OFF if left.dated and right.dated else _AROUND
        return apart((left.first, left.last), (right.first, right.last)) > allowed

    def compare(self, left: Trip, right: Trip, who: Mapping[str, str]) -> Judgement | None:
        """How much speaks for one visit; None where it is not enough."""
        if self.forbids(left, right, who):
            return None
        told = [*_about_visitors(left, right, who), *_about_days(left, right), *_about_the_rest(left, right, who)]
        score = round(min(sum(weight for weight, _ in told), 1.0), 2)
        if score < ENOUGH:
            return None
        return Judgement(
            family="visit", left=left.id, right=right.id, same=True, score=score,
            reasons=tuple(reason for _, reason in told), author=self._author,
        )

    def resolve(self, members: Sequence[Trip]) -> Resolved:
        """The visit of these reports, on the narrowest days that one of them gives."""
        ordered = sorted(members, key=lambda one: (one.published or "", one.id))
        days = [(one.first, one.last) for one in ordered if one.dated and one.first and one.last]
        first, last = min(days, key=lambda one: length(*one)) if days else (ordered[0].first, ordered[0].last)
        return Resolved(
            id=resolved_id("visit", [one.id for one in members]), family="visit", kind="visits",
            country=next((one.country for one in ordered if one.country), None), first=first, last=last,
            status=next((one.type for one in ordered if one.type), None),
        )

    def part_of(self, account: Account, trip: Trip, who: Mapping[str, str]) -> Judgement | None:
        """Whether the encounter of an account was part of a visit: a visitor was there, in that country, in time."""
        present = {who.get(one.who, one.who): one.name for one in account.attendance}
        visitors = [who.get(one, one) for one in trip.visitors]
        names = [present[visitor] for visitor in visitors if visitor in present]
        days = (account.first, account.last, trip.first, trip.last)
        if not names or None in days or account.kind in {"call", "video-call"}:
            return None
        if account.country and trip.country and account.country != trip.country:
            return None
        gap = apart((account.first or "", account.last or ""), (trip.first or "", trip.last or ""))
        sure = account.dated and trip.dated
        if gap > (0 if sure else _AROUND):
            return None
        when = "within the days of the visit" if sure else "about the same days"
        reasons = [f"{names[0]} travelled and took part", when]
        if account.country and account.country == trip.country:
            reasons.append("in the country visited")
        score = 0.6 + (0.2 if sure else 0.05) + (0.15 if len(reasons) > 2 else 0.0)
        return Judgement(
            family="visit", left=account.id, right=trip.id, same=True, score=round(score, 2), reasons=tuple(reasons),
            author=self._author,
        )

    def link(self, world: World, accounts: Collection[Account], trips: Collection[Trip]) -> None:
        """Link these encounters and visits, which are kept already, with the visits and encounters they go with."""
        pairs: dict[tuple[str, str], tuple[Account, Trip]] = {}
        for account in accounts:
            for trip in world.near("visit", _visits_of(account), *_around(account)):
                if isinstance(trip, Trip):
                    pairs[account.id, trip.id] = (account, trip)
        for trip in trips:
            for other in world.near("encounter", _encounters_of(trip), *_around(trip)):
                if isinstance(other, Account):
                    pairs[other.id, trip.id] = (other, trip)
        referred = {one.who for account, _ in pairs.values() for one in account.attendance}
        who = world.resolved_of(referred | {one for _, trip in pairs.values() for one in trip.visitors})
        found = (self.part_of(*pairs[both], who) for both in sorted(pairs))
        world.link([judgement for judgement in found if judgement is not None])


def _around(member: Account | Trip) -> tuple[str | None, str | None]:
    if member.first is None or member.last is None:
        return None, None
    return shifted(member.first, -_AROUND), shifted(member.last, _AROUND)


def _visits_of(account: Account) -> set[str]:
    """The keys of the visits that an encounter may have been part of."""
    countries = sorted({one.country for one in account.attendance if one.country})
    goals = [account.country] if account.country else countries
    return {f"{start}>{goal}" for start in countries for goal in goals if start != goal}


def _encounters_of(trip: Trip) -> set[str]:
    """The keys of the encounters that may have been part of a visit."""
    goal = trip.country
    return {f"{min(start, goal)}|{max(start, goal)}" for start in trip.countries if goal and start != goal}


def _trip(visit: Visit, reading: Reading, profiles: Mapping[str, Profile]) -> Trip:
    visitors = [profiles[one] for one in visit.visitors if one in profiles]
    published = bounds(reading.document.published)[0]
    first, last = bounds(visit.date)
    dated = first is not None and last is not None
    goal = profiles.get(visit.destination or "")
    return Trip(
        id=visit.id, document=reading.document.id, first=first if dated else published,
        last=last if dated else published, dated=dated, published=published,
        visitors=tuple(one.id for one in visitors),
        countries=tuple(sorted({one.country for one in visitors if one.country})),
        destination=goal.id if goal else None, country=goal.country if goal else None, type=visit.type,
    )


def _about_visitors(left: Trip, right: Trip, who: Mapping[str, str]) -> Iterable[tuple[float, str]]:
    if {who.get(one, one) for one in left.visitors} & {who.get(one, one) for one in right.visitors}:
        yield 0.4, "the same visitor"
    elif set(left.countries) & set(right.countries):
        yield 0.15, "visitors of the same state"


def _about_days(left: Trip, right: Trip) -> Iterable[tuple[float, str]]:
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return
    if left.dated and right.dated:
        yield 0.25, "days that overlap or touch"
    else:
        yield 0.15, "about the same days, one of them by the day of its report"


def _about_the_rest(left: Trip, right: Trip, who: Mapping[str, str]) -> Iterable[tuple[float, str]]:
    if left.destination and who.get(left.destination, left.destination) == who.get(right.destination or "", None):
        yield 0.2, "the same destination"
    elif left.country and left.country == right.country:
        yield 0.15, "the same country"
    if left.type and left.type == right.type:
        yield 0.1, f"both a {left.type} visit"
