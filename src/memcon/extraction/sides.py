"""Which side a person is of whom no office tells: by whom they meet, with whom they come, who invites or is host."""

from __future__ import annotations

from collections.abc import Callable

from memcon.extraction.mark import Mark
from memcon.extraction.naming import Namer
from memcon.extraction.sentences import Sentence
from memcon.extraction.tokens import Tokens
from memcon.extraction.world import Being, Noun, World
from memcon.lexicon.entries import StateEntry

_MEETING = frozenset({
    "met", "meet", "meets", "meeting", "meetings", "talks", "received", "receives", "receive", "call", "called",
    "conversation", "spoke", "speaks", "hosted", "welcomed", "phoned", "conferred", "dined", "audience",
    "consultations",
})
_TOGETHER = frozenset({"co-chaired", "cochaired", "co", "chaired", "held", "hold", "met", "spoke", "exchanged"})
_COMPANY = frozenset({"accompanied", "alongside", "flanked", "entourage"})
_GREETING = frozenset({"greetings", "regards", "message", "letter", "wishes"})
_INVITING = frozenset({"invitation", "invited"})
_TRAVEL = frozenset({"visit", "visits", "visited", "visiting", "trip", "travelled", "traveled", "travel", "arrived"})
_ELSEWHERE = frozenset({
    "margins", "sidelines", "sideline", "summit", "forum", "conference", "assembly", "cop", "session", "ahead",
})
_LISTING = frozenset({",", ";", "and", "as", "well", "the", "by", "with", "also"})
_BETWEEN_LISTED = 4  # tokens, offices left out
_ACTORS = ("person", "office")
_OF_ORGANIZATIONS = frozenset({"Secretary-General", "High Representative", "Commissioner"})


class Sides:
    """Gives persons the state that the sentences they stand in tell, between the two sides of a text."""

    def __init__(
        self, tokens: Tokens, sentences: list[Sentence], within: list[list[Noun]], world: World, namer: Namer
    ) -> None:
        self._low = tokens.low
        self._sentences = sentences
        self._within = within
        self._world = world
        self._namer = namer
        self._own: StateEntry | None = None
        self._foreign: StateEntry | None = None
        self._is_open: Callable[[Being], bool] = lambda being: being.named

    def settle(
        self, own: StateEntry | None, foreign: StateEntry | None, is_open: Callable[[Being], bool],
        may_hold: Callable[[Being, StateEntry], bool],
    ) -> None:
        """Settle open persons; `own` and `foreign` are the two sides, as far as the text has just two."""
        self._own, self._foreign, self._is_open = own, foreign, is_open
        for k, nouns in enumerate(self._within):
            for n, noun in enumerate(nouns):
                if noun.sort != "person" or noun.being is None:
                    continue
                being = self._world.beings[noun.being]
                if being.state is not None or not is_open(being):
                    continue
                state = self._told(k, n)
                if state is not None and may_hold(being, state):
                    being.state, being.sure = state, False

    def _told(self, k: int, n: int) -> StateEntry | None:
        """The state that one sentence tells of the person of a mention."""
        sentence, nouns, noun = self._sentences[k], self._within[k], self._within[k][n]
        behind = self._low[noun.outer : min(noun.outer + 6, sentence.end)]
        first = next((other for other in reversed(nouns[:n]) if self._is_actor(other, noun)), None)
        start = first.outer if first is not None else sentence.start
        between = self._low[start : noun.start]
        if first is not None and between == ["to"]:
            greeted = not _GREETING.isdisjoint(self._low[sentence.start : first.start])
            return self._opposite(self._state(first) or self._own) if greeted else None
        if first is not None and not first.subject and "and" in between[:-1]:
            subjects = (other for other in reversed(nouns[:n]) if other.subject and self._is_actor(other, noun))
            first = next(subjects, first)
        if not _INVITING.isdisjoint(between) and ("of" in between[-2:] or "by" in between[-2:]):
            return self._destination(k, noun.start)
        if first is None:
            return self._host(sentence, nouns, noun, None) if not _MEETING.isdisjoint(between) else None
        if not _COMPANY.isdisjoint(between):
            return self._state(first)
        if not _GREETING.isdisjoint(between):
            return self._state(first) if "from" in between[-2:] else self._opposite(self._state(first))
        if not _MEETING.isdisjoint(between) and ";" not in between:
            return self._host(sentence, nouns, noun, first) or self._opposite(self._state(first))
        if between in (["and"], ["and", "former"]) and not _TOGETHER.isdisjoint(behind[:2]) and "with" not in behind:
            return self._opposite(self._state(first))
        return self._listed(nouns[: n + 1])

    def _is_actor(self, noun: Noun, other: Noun) -> bool:
        """Whether a mention before a person's is of somebody else: no office that is the person's own."""
        return noun.sort in _ACTORS and noun.end <= other.start and (noun.being is None or noun.being != other.being)

    def _state(self, noun: Noun) -> StateEntry | None:
        """The state of a mention; a bare title is of the publisher's."""
        if noun.being is not None:
            being = self._world.beings[noun.being]
            return being.state or (self._own if noun.subject and self._is_open(being) else None)
        office = noun.office
        if office is None or office.state is not None:
            return None if office is None else office.state
        return self._own if office.body is None and office.entry.title not in _OF_ORGANIZATIONS else None

    def _opposite(self, state: StateEntry | None) -> StateEntry | None:
        """The other one of two sides."""
        if state is None or self._own is None or self._foreign is None:
            return None
        if state == self._own:
            return self._foreign
        return self._own if state == self._foreign else None

    def _host(self, sentence: Sentence, nouns: list[Noun], noun: Noun, guest: Noun | None) -> StateEntry | None:
        """The host's state: who is met in a capital by one who is not of there is at home."""
        low = self._low[sentence.start : sentence.end]
        if not _ELSEWHERE.isdisjoint(low):
            return None
        near = noun.outer + 1
        place = next((other.mark for other in nouns if other.start <= near and self._is_capital(other)), None)
        if place is None or place.state is None:
            return None
        own = self._state(guest) if guest is not None else self._own
        if own is None and guest is not None:
            return place.state if self._is_of_organization(guest) else None
        return place.state if own != place.state or "i" in low else None

    def _is_of_organization(self, noun: Noun) -> bool:
        """Whether a mention is of an official of an organization."""
        offices = self._world.beings[noun.being].offices if noun.being is not None else [noun.office]
        return any(office is not None and office.entry.title in _OF_ORGANIZATIONS for office in offices)

    def _is_capital(self, noun: Noun) -> bool:
        mark = noun.mark
        return mark is not None and mark.kind == "capital" and self._low[noun.start - 1] in ("in", "to")

    def _destination(self, k: int, limit: int) -> StateEntry | None:
        """Where a visit goes that somebody invites to: the last place or state behind "visit" here or just before."""
        for j in (k, k - 1):
            if j < 0:
                break
            start = self._sentences[j].start
            end = limit if j == k else self._sentences[j].end
            trip = next((i for i in range(end - 1, start - 1, -1) if self._low[i] in _TRAVEL), None)
            marks = [noun.mark for noun in self._within[j] if trip is not None and trip < noun.start < end]
            goal = next((mark for mark in marks if mark is not None and self._is_goal(mark)), None)
            if goal is not None:
                return goal.state
        return None

    def _is_goal(self, mark: Mark) -> bool:
        before = self._low[mark.start - 1 - (self._low[mark.start - 1] == "the")]
        return (
            mark.state is not None
            and mark.kind in ("state", "capital", "place")
            and before in ("to", "in", ",", "visited")
        )

    def _listed(self, nouns: list[Noun]) -> StateEntry | None:
        """The state told of the first person in a list of three or more: "Speaker of X, A; B, Minister; and C"."""
        run = [nouns[-1]]
        for other in reversed(nouns[:-1]):
            if other.sort != "person":
                continue
            between = self._low[other.outer : run[0].start]
            if other.outer > other.end and self._low[other.outer - 1] in (",", ";"):
                between = [",", *between]
            if len(between) > _BETWEEN_LISTED or not between or not _LISTING.issuperset(between):
                break
            run.insert(0, other)
            being = self._world.beings[other.being] if other.being is not None else None
            if being is not None and being.state is not None and (len(run) > 2 or between != ["and"]):
                return being.state if being.offices and being.sure else None
        return None
