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
_UNMADE = frozenset({"proposed", "hypothetical"})
_NO_TRIP = frozenset({"no", "any", "mutual", "reciprocal", "regular", "such", "each", "every", "courtesy"})
_BEFORE = frozenset({"during", "on", "in", "after", "following", "for", "at", "upon", "of", "to"})
_MOST_MODIFIERS = 7
_FARTHEST_GUEST = 12  # tokens between a welcomed guest and "to Oslo"
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
        trips = self._by_noun(sentence) + self._by_verb(sentence) + self._welcomed(sentence)
        return sorted(trips, key=lambda trip: trip.start)

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
        made_by, at = self._made_by(head, sentence)
        to = at + 1 < sentence.end and (low[at] == "to" or low[at] == "of" and low[head] in ("tour", "trip"))
        places, stop = (
            self._destinations.read(at + 1 + (low[at + 1] == "the" and low[at] == "of"), sentence.end)
            if to
            else ([], at)
        )
        visitors = made_by or self._visitors(start, owner, verb, modifiers, to, sentence)
        visitors = [number for number in visitors if self._travels(number)]
        if not visitors or low[head] in ("visits", "trips") and not places:
            return []
        end = max(stop, head + 1)
        trips = [
            self._trip(sentence, verb.chain if verb is not None else start, end, "visit-noun", visitors, place)
            for place in (places or (None,))
        ]
        for trip in trips:
            trip.type = next((kind for kind in _TYPES if modifiers & self._ground.words[f"trip.{kind}"]), None)
            trip.date = self._dates.read(trip, start, end, before=False)
            trip.delegation = "delegation" in low[sentence.start : min(sentence.end, end + _MOST_MODIFIERS - 1)]
        return trips

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

    def _made_by(self, head: int, sentence: Sentence) -> tuple[list[int], int]:
        """ "the visit of X to Y", "a visit to Y by X": the visitors named behind, and where "to" or "of" may stand."""
        low, partners = self._tokens.low, self._ground.partners
        after = head + 1
        if after < sentence.end and low[after] == "to":
            _, stop = self._destinations.read(after + 1, sentence.end)
            by = stop + 1 < sentence.end and low[stop] in ("by", "of")
            return partners.flat(stop + 1, sentence.end) if by else [], after
        skipped = self._ground.adjuncts.skip(after, sentence.end)
        for at in dict.fromkeys((after, skipped)):
            if at + 1 < sentence.end and low[at] in ("of", "by"):
                found, stop = partners.read(at + 1, sentence.end)
                people = [number for part in found for number in part]
                if people and any(self._travels(number) for number in people):
                    return people, stop
        return [], after if after < sentence.end and low[after] == "of" else skipped

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
                and low[i + 1] == "to"
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
            places, stop = self._destinations.read(match.end, sentence.end)
            found = self._goer(match, sentence) if places else None
            if found is None:
                continue
            verb, numbers = found
            visitors = [number for number in numbers if self._travels(number)]
            if not visitors or match.entry.weak and not self._abroad(visitors, places):
                continue
            start = verb.chain if verb is not None else match.start
            for place in places:
                trip = self._trip(sentence, start, stop, f"visit-{match.entry.group}", visitors, place)
                trip.delegation = (
                    match.entry.delegation is not None or "delegation" in self._tokens.low[sentence.start : match.start]
                )
                trip.leg = len(places) > 1
                trip.date = self._dates.read(trip, match.start, stop, before=True)
                if trip.date is not None or not self._habitual(verb, match.end, sentence):
                    trips.append(trip)
        return trips

    def _goer(self, match: Match[EncounterGroup], sentence: Sentence) -> tuple[Verb | None, list[int]] | None:
        """The verb of a trip and who goes; None where nobody goes."""
        if self._tokens.low[match.head] == "currently":
            return None, self._parties.main_subject(match.start, sentence)
        verb = self._ground.verbs.read(match.head, sentence)
        if verb is None or verb.negated or verb.passive or verb.tense in _UNMADE:
            return None
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
            if state is not None and all(self._draft.state_of(number) == state for number in visitors):
                trip.visitors = self._guests(sentence, state) or trip.visitors
        return trip

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
