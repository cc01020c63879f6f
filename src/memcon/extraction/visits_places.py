"""Where a trip goes: one place or several, and the places of events to which somebody travels."""

from __future__ import annotations

from memcon.extraction.meetings_ground import Ground
from memcon.lexicon.entries import PlaceEntry, StateName

_FARTHEST_EVENT = 7  # tokens between "to" and the name of an event
_JOINED = frozenset({"and", "then", "to", "as", "well"})


class Destinations:
    """Reads lists of destinations in one draft."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._draft = ground.draft
        self._tokens = ground.tokens
        self._towns: dict[tuple[int, int], int] = {}

    def town_in(self, state: int, end: int) -> int | None:
        """The town named beside a state in the list of destinations that ends at a token."""
        return self._towns.get((state, end))

    def read(self, at: int, end: int) -> tuple[list[int], int]:
        """The places listed from a token on, and where the list ends."""
        if at < end and self._tokens.low[at] == "here":
            town = self._ground.places.dateline()
            return ([town], at + 1) if town is not None else ([], at)
        own = self._own_country(at, end)
        if own is not None:
            return [own], at + 2
        at = self._ground.places.behind_town(at, end)
        event = self._event(at, end)
        if event is not None:
            return [event[0]], event[1]
        low, found, i = self._tokens.low, [], at
        while i < end:
            place, stop = self._one(i, end)
            if place is None or stop < end and low[stop] in ("'s", "'"):
                break
            i = self._behind_state(place, stop, end)
            state = self._draft.noun_from.get(stop + 1) if i > stop else None
            if state is not None and state.being is not None:
                self._towns[state.being, i] = place
                place = state.being
            found.append(place)
            after = i
            while after < end and (self._tokens.text[after] == "," or low[after] in _JOINED):
                after += 1
            following = self._draft.noun_from.get(after)
            if after == i or following is None or following.sort not in ("place", "state"):
                break
            if following.subject and "and" not in low[i:after]:
                break
            i = after
        return found, i

    def _own_country(self, at: int, end: int) -> int | None:
        """ "our country": the publisher's state."""
        low, side = self._tokens.low, self._draft.document.side
        if at + 1 >= end or low[at] not in ("our", "this") or low[at + 1] != "country":
            return None
        states = self._draft.world.of_kind("state")
        return next((being.number for being in states if being.state is not None and being.state.code == side), None)

    def _one(self, i: int, end: int) -> tuple[int | None, int]:
        noun = self._draft.noun_from.get(i)
        if noun is not None and noun.sort in ("place", "state"):
            return noun.being, noun.end
        if noun is not None and noun.sort in ("person", "office"):
            return None, i
        capital = self._ground.places.capital_of(i + (self._tokens.low[i] == "the" and i + 1 < end), end)
        if capital is not None:
            return capital.place, capital.end
        return self._ground.places.unlisted(i, end) or (None, i)

    def _behind_state(self, place: int, stop: int, end: int) -> int:
        """The token behind the state set beside a town ("Quito, Ecuador"); the town is then known to be in it."""
        state = self._draft.noun_from.get(stop + 1) if stop + 1 < end and self._tokens.text[stop] == "," else None
        town = self._draft.world.beings[place]
        if state is None or state.sort != "state" or state.being is None or town.kind != "place":
            return stop
        if self._draft.state_of(place) not in (None, state.being):
            return stop
        town.state = town.state or self._draft.world.beings[state.being].state
        return state.end

    def _event(self, at: int, end: int) -> tuple[int, int] | None:
        """Where an event takes place to which somebody goes: "the forum in Oslo", "the Oslo Forum"."""
        low, noun_from = self._tokens.low, self._draft.noun_from
        reach = range(at, min(end, at + _FARTHEST_EVENT))
        first = next(
            (
                i
                for i in reach
                if i in noun_from and noun_from[i].sort in ("organization", "initiative", "state", "place")
            ),
            None,
        )
        if (
            first is None
            or noun_from[first].sort in ("state", "place")
            or any(not low[i].isalpha() for i in range(at, first))
        ):
            return None
        noun = noun_from[first]
        for i in range(noun.end, min(end, noun.end + 4)):
            if low[i] == "in":
                places, stop = self.read(i + 1, end)
                return (places[0], stop) if places else None
        names = self._draft.lexicon.names
        for i in range(noun.start, noun.end):
            match = names.match_at(self._tokens.text, low, i, noun.end)
            entry = match.entries[-1] if match is not None else None
            if match is not None and (
                isinstance(entry, PlaceEntry) or isinstance(entry, StateName) and entry.sense == "capital"
            ):
                return self._ground.places.named(match.start, match.end), noun.end
        return None
