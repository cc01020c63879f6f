"""Settling encounters when all sentences are read: the side left unsaid, the status, dates and places from around."""

from __future__ import annotations

from datetime import date

from memcon.extraction.meetings_encounter import Encounter
from memcon.extraction.meetings_ground import Ground
from memcon.extraction.meetings_merging import dates_agree
from memcon.extraction.visits_trip import Trip

_RECALLED_AFTER = 10  # days between an encounter and the publication from which on it is recalled, not reported
_NEIGHBOUR = 60  # tokens between two encounters of one story
_DAY = 10  # characters of an EDTF day
_BY_VISIT = "the place is that of the visit"


class Settler:
    """Completes the encounters of one draft and leaves out those of which too little is known."""

    def __init__(self, ground: Ground, trips: list[Trip]) -> None:
        self._draft = ground.draft
        self._parties = ground.parties
        self._places = ground.places
        self._sides = ground.sides
        self._trips = trips
        self._published = ground.draft.document.published

    def settle(self, known: list[Encounter]) -> list[Encounter]:
        """The encounters that stand, each completed."""
        kept = []
        for one in known:
            self._name_delegations(one)
            if not self._both_sides(one):
                continue
            self._on_coming_trip(one)
            if one.status == "scheduled" and one.date is None and one.place is None:
                self._from_trips(one)
            self._fix_status(one)
            if one.family == "call":
                one.place = one.venue = None
            if one.status in ("held", "recalled", "scheduled"):
                self._from_trips(one)
            if one.status != "recalled" or one.date is not None or one.place is not None:
                kept.append(one)
        for k, one in enumerate(kept):
            self._from_neighbour(one, kept[:k])
            if one.margins_of is not None and one.place is None:
                hosts = (other.place for other in kept if other.body == one.margins_of and other.place is not None)
                one.place = next(hosts, None)
        self._from_document(kept)
        self._here(kept)
        return kept

    # parties

    def _name_delegations(self, one: Encounter) -> None:
        """ "the delegation" stands for the one who leads it, "the Cuban delegation" for Cuba's principal."""
        for number in list(one.parts):
            being = self._draft.world.beings[number]
            if being.named or being.members or being.type != "delegation" and "delegation" not in being.name:
                continue
            if being.state is None:
                leaders = [trip.visitors[0] for trip in self._trips if trip.delegation]
            else:
                people = [other for other in self._draft.principals if self._draft.world.beings[other].kind == "person"]
                leaders = [other for other in people if self._draft.world.beings[other].state == being.state]
            parts = (
                {leaders[0] if other == number else other: part for other, part in one.parts.items()} if leaders else {}
            )
            if parts and (being.state is None or set(parts) <= set(self._draft.principals) or one.single):
                one.parts = parts

    def _both_sides(self, one: Encounter) -> bool:
        """Add the side that is left unsaid; False where there are no two sides and no body that sits."""
        if one.body is not None and one.parts:
            return True
        if one.single or self._sides(list(one.parts)) < 2 and not one.sided:
            sides = {self._parties.side(number) for number in one.parts}
            others = (
                number
                for number in self._draft.principals
                if number not in one.parts and self._parties.side(number) not in sides
            )
            owner = next(others, None)
            if owner is None and one.single:
                owner = self._own_side(sides)
            if owner is None:
                return False
            one.parts = {owner: "participant", **one.parts}
            one.doubt(0.2, "one side is left unsaid; the principal is taken")
        return one.sided or self._sides(list(one.parts)) > 1

    def _own_side(self, sides: set[str]) -> int | None:
        """The publisher's state, where it is none of the sides named."""
        code = self._draft.document.side
        for being in self._draft.world.of_kind("state"):
            if being.state is not None and being.state.code == code and being.state.name not in sides:
                return being.number
        return None

    # status

    def _on_coming_trip(self, one: Encounter) -> None:
        """ "will visit Oslo for talks with Ms Bell": the talks are still to come, as is the trip."""
        low = self._draft.tokens.low
        if one.rule != "noun" or one.status != "held" or low[max(0, one.cue[0] - 1)] not in ("for", "where"):
            return
        trips = (trip for trip in self._trips if trip.sentence == one.sentence and trip.start < one.cue[0])
        trip = next((trip for trip in trips if trip.planned and set(trip.visitors) & set(one.parts)), None)
        if trip is not None:
            one.status, one.date = "scheduled", one.date or trip.date

    def _fix_status(self, one: Encounter) -> None:
        if one.count is not None and one.status == "held":
            one.status = "recalled"
        if one.status == "scheduled" and one.date is None and one.place is None:
            one.status = "proposed"
            one.doubt(0.1, "no date is given")
        if one.date is None or self._published is None or one.status not in ("held", "recalled"):
            return
        if one.date == self._published:
            one.status = "held"  # "had met earlier in the day"
        if self._age(one.date) > _RECALLED_AFTER:
            one.status = "recalled"
        elif one.date[:_DAY] > self._published[:_DAY] and not self._published.startswith(one.date):
            one.status = "scheduled"

    def _here(self, kept: list[Encounter]) -> None:
        """ "I received him here", said at an encounter: where that one was."""
        main = next((one for one in kept if one.status == "held" and one.place is not None), None)
        for one in kept if main is not None else ():
            said = self._parties.speaks_at(one.cue[0]) and one.family != "call" and one is not main
            if (
                main is not None
                and said
                and one.place is None
                and "here" in self._draft.tokens.low[one.start : one.end]
            ):
                one.place = main.place

    def _age(self, value: str) -> int:
        """Days from an EDTF date to the publication; whole months and years before it count as long past."""
        last = (value.partition("/")[2] or value)[:_DAY]
        published = (self._published or "")[:_DAY]
        if len(last) < _DAY or len(published) < _DAY:
            return 0 if published.startswith(last) or last > published else _RECALLED_AFTER + 1
        return (date.fromisoformat(published) - date.fromisoformat(last)).days

    # dates and places from around

    def _from_trips(self, one: Encounter) -> None:
        """The place, and of a day's trip the date, of a trip on which a participant was."""
        if one.family == "call" or one.place is not None and one.date is not None:
            return
        fits = [trip for trip in self._trips if self._on(trip, one)]
        near = [trip for trip in fits if trip.sentence == one.sentence and trip.start < one.cue[0]]
        if self._draft.tokens.low[one.sentence.start] == "there":
            near = near or [trip for trip in fits if trip.end <= one.sentence.start]
        trip = max(near, key=lambda trip: trip.start) if near else next(iter(fits), None)
        if trip is None:
            return
        if one.place is None and one.venue is None:
            one.place = trip.city if trip.city is not None else trip.destination
            one.doubt(0.05, _BY_VISIT)
        one.evidence += [span for span in trip.evidence if span not in one.evidence]
        there = one.place in (trip.destination, trip.city) and bool(set(trip.visitors) & set(one.parts))
        within = one.status == "scheduled" and there and trip.date is not None and "/" in trip.date
        precise = trip.date is not None and (len(trip.date) == _DAY or within)
        if one.date is None and precise and one.status != "recalled":
            one.date = trip.date
            one.doubt(0.05, "the date is that of the visit")

    def _on(self, trip: Trip, one: Encounter) -> bool:
        """Whether an encounter can have been on a trip: by who travels, when and to whom."""
        if (
            trip.destination is None
            or trip.planned
            and one.status != "scheduled"
            or not set(trip.visitors) & set(one.parts)
            and not self._by_states(trip, one)
            or one.status == "recalled"
            and trip.date is None
        ):
            return False
        start = trip.date.partition("/")[0] if trip.date is not None else None
        if not dates_agree(start, one.date) and not _within(one.date, trip.date):
            return False
        if trip.sentence == one.sentence:
            return True
        state = self._draft.state_of(trip.destination)
        hosts = {self._draft.state_of(number) for number in one.parts if number not in trip.visitors}
        return state is None or state in hosts or None in hosts

    def _by_states(self, trip: Trip, one: Encounter) -> bool:
        """Whether three states or more met on a trip of a principal of one of them to another."""
        states = {number for number in one.parts if self._draft.world.beings[number].kind == "state"}
        homes = {self._draft.state_of(number) for number in trip.visitors if number in self._draft.principals}
        destination = self._draft.state_of(trip.destination) if trip.destination is not None else None
        return len(states) > 2 and bool(homes & states) and destination in states

    def _from_neighbour(self, one: Encounter, earlier: list[Encounter]) -> None:
        """Date and place of an encounter of the same paragraph, told right before."""
        if one.status != "held" or one.date is not None or one.family == "call":
            return
        for other in reversed(earlier):
            near = (
                other.sentence.paragraph == one.sentence.paragraph
                and one.sentence.start - other.sentence.end < _NEIGHBOUR
            )
            if (
                near
                and other.status == "held"
                and other.date is not None
                and other.family != "call"
                and (one.follows or set(other.parts) != set(one.parts))
            ):
                one.date = other.date
                one.evidence += [span for span in other.evidence[:1] if span not in one.evidence]
                one.place = one.place if one.place is not None or one.venue is not None else other.place
                one.doubt(0.15, "date and place are those of the encounter told before it")
                return

    def _from_document(self, kept: list[Encounter]) -> None:
        """The main encounter's date and place from dateline and publication, where no words give them."""
        main = next((one for one in kept if one.status == "held" and self._of_principals(one)), None)
        if main is None:
            return
        for one in kept:
            together = one is main or one.sentence == main.sentence and one.status == "held"
            if together and one.date is None and self._published is not None and len(self._published) == _DAY:
                one.date = self._published
                one.doubt(0.2, "no words date it; the publication date is taken")
        self._from_dateline(main)
        self._same_day(main, kept)

    def _of_principals(self, one: Encounter) -> bool:
        """Whether it is no sitting of a body, but the principals' own ("The two leaders held a summit")."""
        own = one.kind == "summit" and one.body is None and set(one.parts) == set(self._draft.principals)
        return one.family != "session" or own

    def _same_day(self, main: Encounter, kept: list[Encounter]) -> None:
        """An agency reports from where things are: other encounters of the day are placed as the main one."""
        dateline = self._draft.document.dateline
        if self._draft.document.kind != "news-report" or dateline is None or main.place is None:
            return
        if "the place is that of the dateline" not in main.reasons and _BY_VISIT not in main.reasons:
            return
        for one in kept:
            unplaced = one.place is None and one.venue is None and one.family != "call"
            if unplaced and one.status == "held" and one.date is not None and one.date == main.date:
                one.place = main.place
                one.doubt(0.15, "the place is that of the main encounter")

    def _from_dateline(self, main: Encounter) -> None:
        dateline = self._draft.document.dateline
        if dateline is None or dateline.place is None or main.venue is not None or main.family != "meeting":
            return
        number = self._places.dateline()
        if number is None:
            return
        town = self._draft.world.beings[number]
        if main.place is None:
            main.place = town.number
            main.doubt(0.1, "the place is that of the dateline")
        elif _BY_VISIT in main.reasons and self._draft.world.beings[main.place].state == town.state:
            main.place = town.number


def _within(value: str | None, interval: str | None) -> bool:
    if value is None or interval is None:
        return True
    start, _, end = interval.partition("/")
    return start <= value[:_DAY] <= (end or start)
