"""Trips as sentences tell them: "paid a state visit to Y", "arrived in Y", "welcomed X to Y"."""

from __future__ import annotations

from memcon.extraction.meetings_ground import Ground
from memcon.extraction.meetings_verbs import Verb
from memcon.extraction.sentences import Sentence
from memcon.extraction.visits_dates import TripDates
from memcon.extraction.visits_places import Destinations
from memcon.extraction.visits_trip import Trip
from memcon.extraction.world import Noun
from memcon.lexicon.encounters import EncounterGroup
from memcon.lexicon.patterns import Match
from memcon.model import VisitType

_TYPES: tuple[VisitType, ...] = ("state", "official", "working", "private", "transit")
_OWNING = frozenset({"his", "her", "their", "your", "my", "our"})
_TO = frozenset({"to"})
_OF_OR_TO = frozenset({"to", "of"})
_AT = frozenset({"in", "at"})
_LEADS = frozenset({"to", "in", "for"})
_UNMADE = frozenset({"proposed", "hypothetical"})
_NO_TRIP = frozenset({"no", "any", "mutual", "reciprocal", "regular", "such", "each", "every", "courtesy"})
_BEFORE = frozenset({"during", "on", "in", "after", "following", "for", "at", "upon", "of", "to"})
_MOST_MODIFIERS = 7
_FARTHEST_GUEST = 12  # tokens between a welcomed guest and "to Oslo"
_LONGEST_WAY = 6  # tokens of "by an overnight train"
_NEAR_VERB = 8  # tokens between what a verb tells of a trip and "for his first visit to"
_NOW = frozenset({"today", "here"})
_THANKED = frozenset({"person", "office", "you", "him", "her", "them"})


class TripFinder:
    """Finds trips in the sentences of one draft."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._draft = ground.draft
        self._tokens = ground.tokens
        self._parties = ground.parties
        self._destinations = Destinations(ground)
        self._dates = TripDates(ground)

    def of_sentence(self, sentence: Sentence) -> list[Trip]:
        """The trips of a sentence in the order of its words."""
        told = self._by_verb(sentence)
        trips = [trip for trip in self._by_noun(sentence) if not self._told_by(trip, told)] + told
        trips += self._welcomed(sentence)
        return sorted(trips, key=lambda trip: trip.start)

    def _told_by(self, trip: Trip, told: list[Trip]) -> bool:
        """Whether a verb told of it: "will travel to Fiji for her first visit to the Pacific"."""
        if trip.start == 0 or self._tokens.low[trip.start - 1] not in ("for", "on") or trip.destination is None:
            return False
        before = (other for other in told if other.end <= trip.start and set(other.visitors) == set(trip.visitors))
        return any(trip.start - other.end <= _NEAR_VERB for other in before)

    # nouns

    def _by_noun(self, sentence: Sentence) -> list[Trip]:
        nouns = self._ground.words["trip_nouns"]
        heads = [i for i in range(sentence.start, sentence.end) if self._tokens.low[i] in nouns]
        if not heads:
            return []
        carried = {match.end: match for match in self._ground.scan.longest("trip_support", sentence)}
        return [trip for head in heads for trip in self._of_noun(head, carried, sentence)]

    def _of_noun(self, head: int, carried: dict[int, Match[EncounterGroup]], sentence: Sentence) -> list[Trip]:
        low = self._tokens.low
        start, owner = self._phrase(head, carried, sentence)
        modifiers = set(low[start:head])
        if modifiers & _NO_TRIP or self._only_invited(start, sentence):
            return []
        verb = self._ground.verbs.read(carried[start].head, sentence) if start in carried else None
        if verb is not None and (verb.negated or verb.tense in _UNMADE):
            return []
        if verb is None and self._undone(start, sentence):
            return []
        made_by, at = self._made_by(head, sentence)
        if made_by is None:
            return []
        to = at + 1 < sentence.end and low[at] in self._joints(low[head])
        places, stop = (
            self._destinations.read(at + 1 + (low[at + 1] == "the" and low[at] == "of"), sentence.end)
            if to
            else ([], at)
        )
        visitors = made_by or self._visitors(start, owner, verb, modifiers, to, sentence)
        visitors = [number for number in visitors if self._travels(number)]
        if not places and "forward" in low[max(sentence.start, start - 2) : start]:
            return []  # "looking forward to the visit": hoped for, no more
        if not visitors or low[head] in ("visits", "trips") and not places:
            return []
        end = max(stop, head + 1)
        if verb is None and self._put_off(end, sentence):
            return []
        trips = [
            self._trip(sentence, verb.chain if verb is not None else start, end, "visit-noun", visitors, place)
            for place in (places or (None,))
        ]
        for trip in trips:
            trip.type = next((kind for kind in _TYPES if modifiers & self._ground.words[f"trip.{kind}"]), None)
            trip.date = self._dates.read(trip, start, end, before=verb is not None or self._sets_out(start, sentence))
            trip.planned = verb is not None and verb.tense == "future" or bool(modifiers & self._ground.words["coming"])
            trip.delegation = "delegation" in low[sentence.start : min(sentence.end, end + _MOST_MODIFIERS - 1)]
        return trips

    def _joints(self, noun: str) -> frozenset[str]:
        """What leads from a trip noun to its destination: "a visit to", "a tour of", "a stopover in"."""
        if noun in self._ground.words["trip_stops"]:
            return _AT
        return _OF_OR_TO if noun in ("tour", "trip") else _TO

    def _undone(self, start: int, sentence: Sentence) -> bool:
        """Whether a trip is only thought of or given up: "postponed her trip", "is considering a visit"."""
        low, words = self._tokens.low, self._ground.words
        before = " ".join(low[max(sentence.start, start - 3) : start])
        return any(f" {word} " in f" {before} " for word in words["cancelled"] | words["pondered"])

    def _put_off(self, end: int, sentence: Sentence) -> bool:
        """Whether a trip did not come off: "his visit to Oslo was postponed", "has been called off"."""
        low, words = self._tokens.low, self._ground.words
        stop = self._ground.adjuncts.skip(end, sentence.end)
        behind = low[stop : min(sentence.end, stop + 4)]
        if not behind or behind[0] not in self._draft.lexicon.words.classes["auxiliary"]:
            return False
        told = " ".join(behind)
        return any(f" {word}" in f" {told}" for word in words["cancelled"])

    def _sets_out(self, start: int, sentence: Sentence) -> bool:
        """Whether a verb of setting out or coming back leads up to a trip: "left on Friday for a tour of"."""
        low = self._tokens.low
        if start <= sentence.start or low[start - 1] not in ("for", "on", "after", "from"):
            return False
        clause = self._ground.adjuncts.clause(start, start + 1, sentence)[0]
        words = self._ground.words
        return any(low[i] in words["trip_begin"] or low[i] in words["trip_end"] for i in range(clause, start))

    def _phrase(
        self, head: int, carried: dict[int, Match[EncounterGroup]], sentence: Sentence
    ) -> tuple[int, Noun | None]:
        """Where the phrase of a trip noun begins, and who has the trip."""
        low, start = self._tokens.low, head
        closed = self._draft.lexicon.words.classes["closed"]
        for _ in range(_MOST_MODIFIERS):
            j = start - 1
            if j < sentence.start or start in carried:
                break
            if low[j] in _OWNING:
                return j, self._draft.noun_from.get(j)
            if low[j] in ("'s", "'"):
                return j, self._draft.noun_at.get(j)
            if low[j] in ("the", "a", "an", "this", "that"):
                return j, None
            if low[j] in closed and low[j] not in _NO_TRIP or not low[j][0].isalnum() and low[j] != "-":
                break
            start = j
        return start, None

    def _made_by(self, head: int, sentence: Sentence) -> tuple[list[int] | None, int]:
        """ "the visit of X to Y", "a visit to Y by X": the visitors named behind, and where "to" or "of" may stand.

        None where they are nobody in particular: "the first visit to Y by a Peruvian president".
        """
        low, partners = self._tokens.low, self._ground.partners
        after = head + 1
        if after < sentence.end and low[after] == "to":
            _, stop = self._destinations.read(after + 1, sentence.end)
            by = stop + 1 < sentence.end and low[stop] in ("by", "of")
            if by and self._anybody(stop + 1):
                return None, after
            return partners.flat(stop + 1, sentence.end) if by else [], after
        skipped = self._ground.adjuncts.skip(after, sentence.end)
        for at in dict.fromkeys((after, skipped)):
            if at + 1 < sentence.end and low[at] in ("of", "by"):
                found, stop = partners.read(at + 1, sentence.end)
                people = [number for part in found for number in part]
                if people and any(self._travels(number) for number in people):
                    return people, stop
        joined = after < sentence.end and low[after] in self._joints(low[head]) | {"of"}
        return [], after if joined else skipped

    def _anybody(self, at: int) -> bool:
        """Whether "a Peruvian president" stands at a token, an office that no name fills."""
        noun = self._draft.noun_from.get(at) or self._draft.noun_from.get(at + 1)
        return self._tokens.low[at] in ("a", "an") and noun is not None and noun.sort == "office"

    def _visitors(
        self,
        start: int,
        owner: Noun | None,
        verb: Verb | None,
        modifiers: set[str],
        to: bool,
        sentence: Sentence,
    ) -> list[int]:
        """Who makes the trip: the subject of the verb, the owner, or the subject of the sentence."""
        low = self._tokens.low
        if verb is not None:
            thanked = self._thanked(verb.chain, sentence) if verb.tense == "ing" else None
            return self._parties.numbers([thanked]) if thanked is not None else self._parties.subject(verb, sentence)
        if owner is not None:
            if owner.how != "pronoun":
                return self._parties.numbers([owner])
            if owner.sort in ("his", "her") and start - sentence.start <= 2:
                return self._parties.main_subject(start, sentence)
            return self._parties.numbers([self._thanked(start, sentence) or owner])
        before = low[start - 1] if start > sentence.start else ""
        typed = before in ("on", "for") and any(modifiers & self._ground.words[f"trip.{kind}"] for kind in _TYPES)
        told = self._told_of(start, sentence) if typed else None
        if told is not None:
            return self._parties.numbers([told])
        if typed or before in _BEFORE and (to or low[start] == "this"):
            return self._parties.main_subject(start, sentence)
        return []

    def _told_of(self, at: int, sentence: Sentence) -> Noun | None:
        """Who a relative clause speaks of: "the premier, who arrived on a working visit"."""
        low = self._tokens.low
        for i in range(at - 1, max(sentence.start, at - 2 * _MOST_MODIFIERS), -1):
            if low[i] == "who":
                noun_at = self._draft.noun_at
                return noun_at.get(i) or noun_at.get(i - 1)
            if low[i] in (",", ";", "and"):
                break
        return None

    def _only_invited(self, at: int, sentence: Sentence) -> bool:
        """Whether somebody is but invited: "invited him to pay a visit", "an invitation to the President to visit"."""
        low = self._tokens.low
        for i in range(max(sentence.start, at - 2 * _MOST_MODIFIERS), at):
            if (
                low[i] in self._ground.words["invited"]
                or low[i] in ("invitation", "invitations")
                and "to" in low[i + 1 : at + 1]
                and not self._accepted(i, sentence)
            ):
                return True
        return False

    def _accepted(self, at: int, sentence: Sentence) -> bool:
        """Whether guests who are there are told of: "for accepting our invitation to come here today"."""
        low = self._tokens.low
        accepted = {"accepting", "accepted"} & set(low[max(sentence.start, at - _MOST_MODIFIERS) : at])
        return bool(accepted and _NOW & set(low[at : sentence.end]) and self._parties.speaks_at(at))

    def _thanked(self, at: int, sentence: Sentence) -> Noun | None:
        """ "thanked Y for his visit", "gratitude to Y for visiting": Y, who is thanked."""
        low = self._tokens.low
        if at - 1 <= sentence.start:
            return None
        if low[at - 1] == "and":
            span = range(at - 2, max(sentence.start, at - 3 * _MOST_MODIFIERS), -1)
            at = next((i + 1 for i in span if low[i] == "for"), at)
        if low[at - 1] != "for":
            return None
        end = at - 1
        while end > sentence.start and (
            self._draft.syntax.is_adverb(end - 1) or low[end - 1] in ("very", "much", "once", "again")
        ):
            end -= 1
        noun = self._draft.noun_at.get(end)
        return noun if noun is not None and noun.sort in _THANKED else None

    # verbs

    def _by_verb(self, sentence: Sentence) -> list[Trip]:
        trips: list[Trip] = []
        for match in self._ground.scan.longest("trips", sentence):
            at = self._behind_way(match, sentence) if match.entry.group == "by-way" else match.end
            at = self._behind_origin(at, sentence) if match.entry.group == "be-in" else at
            places, stop = self._destinations.read(at, sentence.end) if at else ([], 0)
            found = self._goer(match, sentence) if places else None
            if found is None:
                continue
            verb, numbers = found
            visitors = [number for number in numbers if self._travels(number)]
            if not visitors or match.entry.weak and not self._abroad(visitors, places):
                continue
            made = self._made(match, verb, visitors, (places, stop), sentence)
            if made and made[0].date is not None:
                made += self._more_legs(made[0], stop, sentence)
            trips += made
        return trips

    def _made(
        self,
        match: Match[EncounterGroup],
        verb: Verb | None,
        visitors: list[int],
        listed: tuple[list[int], int],
        sentence: Sentence,
    ) -> list[Trip]:
        """The trips of a verb to the places listed behind it."""
        trips = []
        places, stop = listed
        start = verb.chain if verb is not None else match.start
        for place in places:
            trip = self._trip(sentence, start, stop, f"visit-{match.entry.group}", visitors, place)
            trip.delegation = (
                match.entry.delegation is not None or "delegation" in self._tokens.low[sentence.start : match.start]
            )
            trip.leg = len(places) > 1
            trip.planned = verb is not None and verb.tense == "future"
            trip.date = self._dates.read(trip, match.start, stop, before=True)
            if trip.date is not None or not self._habitual(verb, match.end, sentence):
                trips.append(trip)
        return trips

    def _more_legs(self, first: Trip, at: int, sentence: Sentence) -> list[Trip]:
        """The further legs of "flew to Oslo on Friday and to Lima on Monday", each with a date of its own."""
        legs: list[Trip] = []
        low, adjuncts = self._tokens.low, self._ground.adjuncts
        while (behind := adjuncts.skip(at, sentence.end)) > at:
            joined = behind
            while joined < sentence.end and low[joined] in self._ground.words["again"] | {","}:
                joined += 1
            joined += joined < sentence.end and low[joined] in _LEADS
            places, at = self._destinations.read(joined, sentence.end) if joined > behind else ([], joined)
            dated = next(iter(adjuncts.dates_in(at, min(sentence.end, at + 2))), None) if places else None
            if dated is None:
                break
            for place in places:
                leg = self._trip(sentence, first.start, dated.end, first.rule, first.visitors, place)
                leg.leg, leg.planned, leg.date, leg.delegation = True, first.planned, dated.mark.value, first.delegation
                legs.append(leg)
        return legs

    def _behind_origin(self, at: int, sentence: Sentence) -> int:
        """The token behind "Lima for", "Lima tomorrow for"; `at` itself where only one place follows."""
        places, stop = self._destinations.read(at, sentence.end)
        stop = self._ground.adjuncts.skip(stop, sentence.end) if places else sentence.end
        led = stop + 1 < sentence.end and self._tokens.low[stop] in ("for", "to")
        noun = self._draft.noun_from.get(stop + 1) if led else None
        return stop + 1 if noun is not None and noun.sort in ("place", "state") else at

    def _behind_way(self, match: Match[EncounterGroup], sentence: Sentence) -> int:
        """The token behind "by train to", "on Monday to"; 0 where no "to" follows."""
        low, at = self._tokens.low, match.end
        if at + 1 < sentence.end and low[at] in ("by", "aboard"):
            at = next((i for i in range(at, min(sentence.end, at + _LONGEST_WAY)) if low[i] == "to"), at)
        if at + 1 < sentence.end and low[at] == "from":
            at = self._destinations.read(at + 1, sentence.end)[1]
        while at + 1 < sentence.end and low[at] != "to":
            step = self._ground.adjuncts.skip(at, at + 1) if low[at] != "back" else at + 1
            date = next((date for date in self._ground.adjuncts.dates_in(at, at + 2)), None)
            if date is not None and (date.start == at or low[at] in ("on", "in")):
                step = date.end
            if step <= at:
                return 0
            at = step
        return at + 1 if match.end < at and at + 1 < sentence.end else 0

    def _goer(self, match: Match[EncounterGroup], sentence: Sentence) -> tuple[Verb | None, list[int]] | None:
        """The verb of a trip and who goes; None where nobody goes."""
        if match.entry.group == "on-the-way":
            return None, self._parties.main_subject(match.start, sentence)
        verb = self._ground.verbs.read(match.head, sentence)
        if verb is None or verb.negated or verb.passive or verb.tense in _UNMADE:
            return None
        if match.entry.group == "taken":
            taken = self._draft.noun_at.get(match.end - 1)
            return verb, self._parties.numbers([taken]) if taken is not None else []
        if verb.tense == "purpose" and self._only_invited(match.start, sentence):
            return None
        if verb.tense == "purpose" and self._tokens.low[verb.chain] == "invitation":
            return verb, list(self._parties.addressed_at(match.start))
        thanked = self._thanked(verb.chain, sentence) if verb.tense == "ing" else None
        return verb, self._parties.numbers([thanked]) if thanked is not None else self._parties.subject(verb, sentence)

    def _habitual(self, verb: Verb | None, end: int, sentence: Sentence) -> bool:
        """Whether a simple present tells what happens again and again ("specialists come to Oslo")."""
        if verb is None or verb.tense != "present" or sentence.kind in ("title", "heading"):
            return False
        return not {"is", "are"} & set(self._tokens.low[verb.chain : end])

    def _abroad(self, visitors: list[int], places: list[int]) -> bool:
        """Whether all the places are known to lie outside the visitors' states."""
        homes = {self._parties.home(visitor) for visitor in visitors}
        return all((state := self._draft.state_of(place)) is not None and state not in homes for place in places)

    # welcomes

    def _welcomed(self, sentence: Sentence) -> list[Trip]:
        """ "welcomed Y to Oslo", "pleased to see you in Oslo": the guest travels."""
        low = self._tokens.low
        welcomes = self._ground.words["welcomes"]
        trips: list[Trip] = []
        if welcomes.isdisjoint(low[sentence.start : sentence.end]):
            return trips
        for i in range(sentence.start, sentence.end - 2):
            trip = self._welcome(i, sentence) if low[i] in welcomes else None
            if trip is not None:
                trips.append(trip)
        return trips

    def _welcome(self, i: int, sentence: Sentence) -> Trip | None:
        low, end = self._tokens.low, sentence.end
        found, at = self._ground.partners.read(i + 1, end)
        guests = [number for part in found for number in part if self._travels(number)]
        guests = [number for number in guests if self._draft.world.beings[number].type != "delegation"] or guests
        welcome = low[i].startswith("welcom")
        for j in range(at, min(end - 1, at + _FARTHEST_GUEST) if guests else at):
            if low[j] == "in" or welcome and low[j] == "to":
                places, stop = self._destinations.read(j + 1, end)
                if not places or not (self._abroad(guests, places[:1]) or welcome and low[j] == "to"):
                    return None
                trip = self._trip(sentence, i, stop, "visit-welcome", guests, places[0])
                trip.delegation = "delegation" in low[i:stop]
                return trip
            if self._tokens.text[j] in (".", ",", ";") or self._draft.syntax.finite(j):
                return None
        return None

    # all of them

    def _travels(self, number: int) -> bool:
        being = self._draft.world.beings[number]
        return being.kind == "person" or being.kind == "group" and not being.members or being.type == "delegation"

    def _trip(
        self, sentence: Sentence, start: int, end: int, rule: str, visitors: list[int], place: int | None
    ) -> Trip:
        trip = Trip(sentence, start, end, rule, list(visitors), place)
        trip.evidence = [self._ground.adjuncts.clause(start, end, sentence)]
        if place is not None:
            town = self._draft.world.beings[place].kind == "place"
            trip.city = place if town else self._destinations.town_in(place, end)
            state = self._draft.state_of(place)
            inland = not self._ground.words["inland"].isdisjoint(self._draft.world.beings[place].name.lower().split())
            if state is not None and not inland and all(self._at_home(number, state) for number in visitors):
                trip.visitors = self._guests(sentence, state) or trip.visitors
        return trip

    def _at_home(self, number: int, state: int) -> bool:
        """Whether somebody is of a state as the text says, or as its publisher lets one take it."""
        being = self._draft.world.beings[number]
        own = being.state is not None and being.state.code == self._draft.document.side
        return self._draft.state_of(number) == state and (being.sure or own)

    def _guests(self, sentence: Sentence, state: int) -> list[int]:
        """Who of a sentence can be travelling in a state where its subject is at home."""
        people = [noun.being for noun in self._draft.nouns_in(sentence.start, sentence.end) if noun.sort == "person"]
        foreign = [
            number
            for number in people
            if number is not None
            and number in self._draft.principals
            and self._draft.state_of(number) not in (state, None)
        ]
        return foreign[:1]
