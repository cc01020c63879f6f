"""From sentences to trips: what each tells is gathered and merged, with who invited and who went along."""

from __future__ import annotations

from memcon.extraction.draft import Draft
from memcon.extraction.meetings_asking import inviters
from memcon.extraction.meetings_attendance import Attendance, Presence
from memcon.extraction.meetings_encounter import Encounter
from memcon.extraction.meetings_ground import Ground
from memcon.extraction.meetings_merging import dates_agree
from memcon.extraction.sentences import Sentence
from memcon.extraction.visits_finding import TripFinder
from memcon.extraction.visits_trip import Trip

_ON_TRIP = frozenset({"visit", "trip", "tour"})


def gather_trips(ground: Ground) -> list[Trip]:
    """The trips of a draft in the order in which the text first speaks of them; some still lack a destination."""
    finder, attendance = TripFinder(ground), Attendance(ground)
    known: list[Trip] = []
    for sentence in ground.draft.sentences:
        if sentence.kind in ("dateline", "footer"):
            continue
        for trip in finder.of_sentence(sentence):
            same = next((other for other in known if _same(other, trip, ground.draft)), None)
            if same is None:
                known.append(trip)
            else:
                _join(same, trip)
        if known:
            _invite(known, sentence, ground)
            _accompany(known, attendance.of_sentence(sentence), ground.draft)
    return known


def _same(other: Trip, trip: Trip, draft: Draft) -> bool:
    if not set(other.visitors) & set(trip.visitors) or not dates_agree(other.date, trip.date):
        return False
    if other.destination is None or trip.destination is None or other.destination == trip.destination:
        return True
    if trip.leg:
        return False
    if _later_leg(other, trip, draft) or _later_leg(trip, other, draft):
        return False
    kinds = {draft.world.beings[other.destination].kind, draft.world.beings[trip.destination].kind}
    state = draft.state_of(other.destination)
    return "state" in kinds and state is not None and state == draft.state_of(trip.destination)


def _later_leg(whole: Trip, leg: Trip, draft: Draft) -> bool:
    """Whether one is a town visited on a later day of the other, a trip to its state."""
    if whole.date is None or leg.date is None or leg.destination is None or "/" in leg.date or "/" not in whole.date:
        return False
    return draft.world.beings[leg.destination].kind == "place" and not whole.date.startswith(leg.date)


def _join(other: Trip, trip: Trip) -> None:
    other.visitors += [number for number in trip.visitors if number not in other.visitors]
    for name in ("destination", "city", "type", "date", "inviter"):
        if getattr(other, name) is None:
            setattr(other, name, getattr(trip, name))
    other.delegation = other.delegation or trip.delegation
    other.planned = other.planned or trip.planned
    other.evidence += [span for span in trip.evidence if span not in other.evidence]


# who invited, who went along


def _invite(known: list[Trip], sentence: Sentence, ground: Ground) -> None:
    """ "at the invitation of X": of the trips of the sentence, else of the one told before ("The visit is at ...")."""
    for inviter in inviters(sentence, ground):
        here = [trip for trip in known if trip.sentence == sentence] or [
            trip for trip in known if trip.inviter is None
        ][-1:]
        for trip in here:
            if trip.inviter is None and inviter not in trip.visitors:
                trip.inviter = inviter
                if trip.sentence != sentence:
                    trip.evidence.append((sentence.start, sentence.end))


def _accompany(known: list[Trip], presence: Presence | None, draft: Draft) -> None:
    """Those who travel with somebody: "The delegation included A and B", "accompanied the President on this visit"."""
    if presence is None:
        return
    words = set(draft.tokens.low[presence.sentence.start : presence.sentence.end])
    told = {noun.being for noun in draft.nouns_in(presence.sentence.start, presence.sentence.end)}
    together = any(word.startswith("accompan") for word in words)
    for trip in known:
        next_to = trip.sentence.end == presence.sentence.start and bool(told & set(trip.visitors))
        here = next_to or bool(_ON_TRIP & words)
        if presence.delegation and trip.delegation or together and here and trip is known[-1]:
            trip.visitors += [number for number in presence.people if number not in trip.visitors]


# what is left open


def settle_trips(trips: list[Trip], encounters: list[Encounter], ground: Ground) -> list[Trip]:
    """The trips that stand, those without a destination with that of the encounter they were made for."""
    return [trip for trip in trips if _settle(trip, trips, encounters, ground)]


def _settle(trip: Trip, trips: list[Trip], encounters: list[Encounter], ground: Ground) -> bool:
    beings, home_of = ground.draft.world.beings, ground.parties.home
    if trip.destination is not None:
        home = {home_of(number) for number in trip.visitors}
        return beings[trip.destination].kind != "state" or ground.draft.state_of(trip.destination) not in home
    _leave_hosts(trip, encounters, ground.draft)
    visitors = set(trip.visitors)
    if not visitors or any(other.destination is not None and set(other.visitors) & visitors for other in trips):
        return False
    home = {home_of(number) for number in visitors}
    for one in encounters:
        if one.status not in ("held", "scheduled") or one.family == "call" or not visitors & set(one.parts):
            continue
        others = [number for number in one.parts if number not in visitors]
        states = [home_of(number) for number in others] + [ground.draft.state_of(number) for number in others]
        host = next((state for state in states if state is not None and state not in home), None)
        low = ground.tokens.low
        ours = any(low[i : i + 2] == ["our", "country"] for i in range(trip.sentence.start, trip.sentence.end))
        town = one.place is not None and one.venue is None and beings[one.place].kind == "place" and not ours
        trip.destination = one.place if town else host
        if trip.destination is not None:
            trip.confidence = 0.6
            trip.reasons.append("the destination is left unsaid; the place of the meeting or the host's state is taken")
            return True
    return False


def _leave_hosts(trip: Trip, encounters: list[Encounter], draft: Draft) -> None:
    """Of both principals on "this visit" the one at home is no visitor."""
    main = [number for number in trip.visitors if number in draft.principals]
    if len(main) < 2 or len({draft.state_of(number) for number in main}) < 2:
        return
    places = (one.place for one in encounters if one.status == "held" and one.place is not None)
    host = next((draft.state_of(place) for place in places), None)
    trip.visitors = [number for number in main if draft.state_of(number) != host] if host is not None else []
