"""The same encounter told again: sentences that speak of one encounter become one, each adding what it knows."""

from __future__ import annotations

from memcon.extraction.meetings_encounter import Encounter
from memcon.extraction.meetings_ground import Ground

_TITLES = frozenset({"title", "heading"})
_PAST = frozenset({"held", "recalled"})
_FILLED = ("time", "duration", "venue", "format", "margins_of", "ordinal", "count", "inviter", "press", "body", "place")
_MONTH = 7  # characters of an EDTF month
_YEAR = 4
_DAY = 10


class Merger:
    """Gathers the encounters of one text, the same ones once, in the order in which they are first told."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._draft = ground.draft
        self.known: list[Encounter] = []
        self._headlines: list[Encounter] = []

    def add(self, one: Encounter) -> Encounter | None:
        """Keep an encounter, or what it adds to one already known; None where it speaks of none that is known."""
        self._in_person(one)
        if one.family == "session" and one.body is None and one.ordinal is not None:
            alike = (other for other in self._headlines if other.ordinal == one.ordinal and other.kind == one.kind)
            one.body = next((other.body for other in alike), None)
        if not one.parts and one.sentence.kind in _TITLES:
            self._headlines.append(one)
            return None
        same = self._same(one)
        if same is not None:
            self._join(same, one)
            return same
        if one.sentence.kind == "footer":
            return None
        if not one.parts:
            return self._told_only_so(one)
        self.known.append(one)
        return one

    def _in_person(self, one: Encounter) -> None:
        """Principals for their states ("the Russian-Japanese talks"); a state beside its own person is left out."""
        beings, state_of = self._draft.world.beings, self._draft.state_of
        states = {number for number in one.parts if beings[number].kind == "state"}
        if not states or one.family == "session":
            return
        homes = {state_of(number) for number in one.parts if number not in states}
        one.parts = {number: part for number, part in one.parts.items() if number not in states or number not in homes}
        people = [number for number in self._draft.principals if beings[number].kind == "person"]
        if (
            len(states) > 1
            and states == set(one.parts)
            and len(people) == len(states)
            and {state_of(n) for n in people} == states
        ):
            one.parts = dict.fromkeys(people, "participant")

    def close(self) -> None:
        """Take an encounter of which only titles tell, and these without names, for one of the principals."""
        if not self.known and self._headlines:
            self._told_only_so(self._headlines[0])

    def _told_only_so(self, one: Encounter) -> Encounter | None:
        """ "the talks" that nothing else tells of: those of the principals, if there are two sides."""
        main = self._draft.principals
        again = any(set(main) <= set(other.parts) for other in self.known)
        told = one.date is not None or one.status == "recalled" and one.place is not None
        if len(main) < 2 or one.status == "proposed" or one.family == "session" or again and not told:
            return None
        if not told and self._elsewhere(one):
            return None
        one.parts = dict.fromkeys(main, "participant")
        one.loose = one.date is None
        published = self._draft.document.published
        if (
            one.date is not None
            and one.status == "held"
            and published is not None
            and one.date[:_MONTH] < published[:_MONTH]
        ):
            one.status = "recalled"
        one.doubt(0.3, "the text does not say who met; the principals are taken")
        self.known.append(one)
        return one

    def _elsewhere(self, one: Encounter) -> bool:
        """Whether what follows the noun says that it is an encounter of others: "the meeting on the Elbe"."""
        after = one.cue[1]
        return after + 1 < one.end and self._draft.tokens.low[after] in ("on", "of", "for")

    # the same or another

    def _same(self, one: Encounter) -> Encounter | None:
        """The encounter already known that this one is: of the same people if there is one, the latest first."""
        fits = [other for other in reversed(self.known) if self._fits(other, one)]
        exact = [other for other in fits if one.parts and set(other.parts) == set(one.parts)]
        if one.parts:
            return next(iter(exact or fits), None)
        main = set(self._draft.principals) if self._ground.parties.speaks_at(one.cue[0]) else set()
        ours = [other for other in fits if len(main) > 1 and other.status == "held" and main <= set(other.parts)]
        held = [other for other in fits if other.status == one.status]
        return next(iter(ours or held or fits), None)

    def _fits(self, other: Encounter, one: Encounter) -> bool:
        vague = not one.parts
        if other.family != one.family:
            virtual = other.sentence.kind in _TITLES and one.kind == "video-call"
            again = virtual or one.definite and one.place is None and set(one.parts) == set(other.parts)
            either = one.definite if vague else one.loose or other.loose or again
            if not either or {other.family, one.family} != {"meeting", "call"}:
                return False
        if not _same_status(other, one) or not dates_agree(other.date, one.date) or self._long_before(other, one):
            return False
        if one.body is not None and other.body is not None and one.body != other.body:
            return False
        if self._apart(other, one):
            return False
        titled = other.sentence.kind in _TITLES and other.status == "held"
        if titled and one.status == "scheduled" and self._ground.parties.speaks_at(one.cue[0]):
            return False
        if (
            one.body is not None
            and one.body == other.body
            and one.sentence == other.sentence
            and one.date == other.date
        ):
            return one.date is not None or self._covers(other, one)
        if self._goes_on(other, one):
            one.follows = True
            return False
        if one.ordinal is not None and other.ordinal is not None and one.ordinal != other.ordinal:
            return False
        if vague:
            return one.definite and (one.family != "session" or one.body is None or one.body == other.body)
        if self._headline(other, one):
            return True
        if (
            one.family == "session"
            and (one.body is None) != (other.body is None)
            and set(one.parts) != set(other.parts)
        ):
            return False
        return self._covers(other, one) or self._covers(one, other)

    def _apart(self, other: Encounter, one: Encounter) -> bool:
        """Whether two encounters were in different towns or states, neither of which lies in the other."""
        if None in (one.place, other.place) or one.place == other.place or one.venue or other.venue:
            return False
        beings, state_of = self._draft.world.beings, self._draft.state_of
        pair = [beings[number] for number in (one.place, other.place) if number is not None]
        if any(being.kind not in ("place", "state") or being.type == "venue" for being in pair):
            return False
        states = [state_of(being.number) for being in pair]
        if "state" in (pair[0].kind, pair[1].kind) or None in states:
            return None not in states and states[0] != states[1]
        return True

    def _goes_on(self, other: Encounter, one: Encounter) -> bool:
        """Whether one is the next of a series: "continued their conversation at dinner", "Then, talks took place"."""
        low, words = self._draft.tokens.low, self._ground.words
        if one.sentence.kind in _TITLES or other.sentence.kind in _TITLES and not other.parts:
            return False
        if one.format == "working-meal" and other.format is None:
            return self._ground.any_word("going_on", one.start, one.cue[0])
        first = low[one.sentence.start]
        return not one.definite and bool(one.parts) and one.kind != other.kind and first in words["then"]

    def _long_before(self, other: Encounter, one: Encounter) -> bool:
        """Whether one is dated before the publication and the other, undated, is what is published."""
        published = self._draft.document.published
        if one.date is None or other.date is not None or other.status != "held" or published is None:
            return False
        if other.single and other.sentence.kind not in _TITLES:
            return False
        return not dates_agree(one.date, published) and one.date[:_MONTH] < published[:_MONTH]

    def _headline(self, other: Encounter, one: Encounter) -> bool:
        """Whether a sentence tells in full what a title tells by offices ("Head of State received Prime Minister")."""
        if other.sentence.kind not in _TITLES or one.sentence.kind in _TITLES or other is not self.known[-1]:
            return False
        beings = self._draft.world.beings
        named = [number for number in other.parts if beings[number].named and beings[number].kind == "person"]
        return len(named) < 2 and all(number in one.parts for number in named)

    def _covers(self, wide: Encounter, narrow: Encounter) -> bool:
        """Whether the parties of one are among those of the other, a state or an office standing for its people."""
        beings = self._draft.world.beings
        states = {state for number in wide.parts if (state := self._draft.state_of(number)) is not None}

        def covered(number: int) -> bool:
            being, state = beings[number], self._draft.state_of(number)
            stands = being.kind == "state" or being.kind == "person" and not being.named
            return number in wide.parts or stands and state in states

        return bool(narrow.parts) and all(covered(number) for number in narrow.parts)

    # what another sentence adds

    def _join(self, other: Encounter, one: Encounter) -> None:
        if one.sentence.kind == "footer":
            if other.date is None and one.date is not None:
                other.date = one.date
                other.evidence += one.evidence
            return
        headline = other.sentence.kind in _TITLES and one.sentence.kind not in _TITLES
        if other.loose and not one.loose and (one.parts or one.family == "call"):
            other.kind, other.loose, other.rule = one.kind, False, one.rule
        if headline and one.parts:
            other.sentence = one.sentence
            other.rule, other.status = one.rule, one.status
            fits = one.family == other.family or one.kind == "video-call"
            other.kind = one.kind if fits and not one.loose else other.kind
        self._join_parties(other, one, headline)
        for name in _FILLED:
            if getattr(other, name) is None:
                setattr(other, name, getattr(one, name))
        finer = (
            other.date is not None
            and one.date is not None
            and (len(one.date) > len(other.date) and one.date.startswith(other.date) or _day_of(other.date, one.date))
        )
        if other.date is None or finer:
            other.date = one.date
        other.requested_by = other.requested_by or one.requested_by
        other.tone += [span for span in one.tone if span not in other.tone]
        other.attendees.update(one.attendees)
        other.evidence += [span for span in one.evidence if span not in other.evidence]
        other.sided = other.sided or one.sided
        other.confidence = max(other.confidence, one.confidence)

    def _join_parties(self, other: Encounter, one: Encounter, headline: bool) -> None:
        """Take over fuller parties, and what they did there."""
        whole = headline or other.single
        if one.parts and len(one.parts) >= len(other.parts) and (whole or len(one.parts) > len(other.parts)):
            alone = set(one.parts) == set(other.parts) and self._ground.sides(list(one.parts)) < 2
            other.single = other.single and (one.single or alone)
            other.parts = dict(one.parts) if whole or one.single else {**other.parts, **one.parts}
        for number, part in one.parts.items():
            if other.parts.get(number) == "participant":
                other.parts[number] = part


def _day_of(interval: str, day: str) -> bool:
    """Whether a day lies within an interval of days: "next week", then "on Tuesday"."""
    return "/" in interval and "/" not in day and len(day) == _DAY and dates_agree(interval, day)


def _same_status(other: Encounter, one: Encounter) -> bool:
    if other.status == one.status:
        return True
    if {other.status, one.status} == _PAST:
        return other.date is not None and other.date == one.date
    if one.status == "cancelled":
        return other.status in ("scheduled", "proposed")
    return (
        one.definite
        and not one.parts
        and other.status in ("scheduled", "held")
        or (other.sentence.kind in _TITLES and one.status in ("scheduled", "held"))
    )


def dates_agree(a: str | None, b: str | None) -> bool:
    """Whether two EDTF dates may be the same: equal, one within the other, or one unknown.

    >>> dates_agree("2024-05", "2024-05-14"), dates_agree("2024-05-14/2024-05-16", "2024-05-15")
    (True, True)
    >>> dates_agree("2024", "2024-05")
    False
    """
    if a is None or b is None or a == b:
        return True
    if "/" in a or "/" in b:
        (first, last), (start, end) = _bounds(a), _bounds(b)
        return first <= start and end <= last or start <= first and last <= end
    short, long = sorted((a, b), key=len)
    return len(short) > _YEAR and long.startswith(short)


def _bounds(date: str) -> tuple[str, str]:
    start, _, end = date.partition("/")
    return start, end or start
