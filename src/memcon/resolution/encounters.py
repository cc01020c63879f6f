"""Two documents on one meeting: accounts of one encounter, in spite of differing days, places and lists of names.

An account is compared with those of the same parties some days around it. What speaks for one encounter: the people,
else the states, on both sides; the day; the place; the kind; the body and the number of its session. What rules it
out: one document (it has told its meetings apart already), days that are too far apart, other people of the same
state, a call against a meeting in person, another session of the same body.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from memcon.model import (
    Account, Attendance, Family, Judgement, Meeting, Profile, Reading, Resolved, resolved_id,
)
from memcon.model.days import bounds
from memcon.model.names import fold
from memcon.resolution.days import apart, length, shifted
from memcon.resolution.spellings import fit_names, sound_keys, take_apart

T = TypeVar("T")

ENOUGH = 0.75
"""The score from which two accounts are taken for one encounter."""

_REMOTE = {"call", "video-call"}
_IN_PERSON = {"meeting", "summit", "session", "signing", "ceremony"}
_REPORTED_WITHIN = 3
"""A readout without a date is taken to come out at most so many days after the event."""
_OFF = 1
"""Two accounts of one event may give days that are so many days apart: time zones, a day off."""
_BODY_WORDS = 0.5
"""The share of the words of two names from which two bodies are taken for one, if the same parties meet in it."""
_FEW = 6
"""Up to so many states, an account is also found by every pair of them."""


class EncounterMatcher:
    """Accounts of meetings across documents (`memcon.resolution.matcher.RecordMatcher`)."""

    family: Family = "encounter"

    told_by_all = True

    def __init__(self, author: str) -> None:
        self._author = author

    def members(self, reading: Reading, profiles: Mapping[str, Profile]) -> list[Account]:
        """An account for each meeting of the reading that names a party."""
        accounts = (_account(meeting, reading, profiles) for meeting in reading.meetings)
        return [account for account in accounts if account.attendance or account.body]

    def keys(self, member: Account) -> Collection[str]:
        """Its body and session, its people by the sound of their names, every pair of its states if they are few."""
        people = (one.name for one in member.attendance if one.kind == "person")
        keys = {key for name in people for word in take_apart(name).words for key in sound_keys(word)}
        countries = sorted({one.country for one in member.attendance if one.principal and one.country})
        if len(countries) <= _FEW:
            keys.update(f"{one}|{other}" for one in countries for other in countries if one < other)
        if member.body:
            keys.add(f"body:{member.body}")
        if member.ordinal:
            keys.add(f"session:{member.ordinal}")
        return keys

    def window(self, member: Account) -> tuple[str | None, str | None]:
        """The days of the account, and some around them."""
        if member.first is None or member.last is None:
            return None, None
        before = _OFF if member.dated else _REPORTED_WITHIN
        return shifted(member.first, -before), shifted(member.last, before)

    def refers(self, member: Account) -> Collection[str]:
        """The people, states and bodies that took part, and the place."""
        others = (member.place, member.body, member.margins_of)
        return {*(one.who for one in member.attendance), *filter(None, others)}

    def forbids(self, left: Account, right: Account, who: Mapping[str, str]) -> bool:
        """Whether two accounts can never be of one encounter."""
        if left.document == right.document or _differ_in_kind(left, right) or _too_far_apart(left, right):
            return True
        session = left.ordinal and right.ordinal and _same_body(left, right, who)
        if session and left.ordinal != right.ordinal:
            return True
        remote = left.kind in _REMOTE or right.kind in _REMOTE
        if left.country and right.country and left.country != right.country and not remote:
            return True
        return not session and _shared(left, right, who).opposed

    def compare(self, left: Account, right: Account, who: Mapping[str, str]) -> Judgement | None:
        """How much speaks for one encounter; None where it is not enough."""
        if self.forbids(left, right, who):
            return None
        told = [*_about_parties(left, right, who), *_about_days(left, right), *_about_the_rest(left, right, who)]
        score = round(min(sum(weight for weight, _ in told), 1.0), 2)
        if score < ENOUGH:
            return None
        return Judgement(
            family="encounter", left=left.id, right=right.id, same=True, score=score,
            reasons=tuple(reason for _, reason in told), author=self._author,
        )

    def resolve(self, members: Sequence[Account]) -> Resolved:
        """The encounter of these accounts: the day, place and kind that most of the surest give."""
        ordered = sorted(members, key=lambda one: (one.published or "", one.id))
        first, last = _days(ordered)
        return Resolved(
            id=resolved_id("encounter", [one.id for one in members]), family="encounter",
            kind=_most([one.kind for one in ordered if one.kind != "talks"] or [one.kind for one in ordered]),
            country=_most([one.country for one in ordered if one.country] or [None]),
            status=_status([one.status for one in ordered]), first=first, last=last,
        )


# What an account is made of


def _account(meeting: Meeting, reading: Reading, profiles: Mapping[str, Profile]) -> Account:
    published = bounds(reading.document.published)[0]
    first, last = bounds(meeting.date)
    dated = first is not None and last is not None
    if not dated and meeting.status == "held":
        first = last = published
    place = profiles.get(meeting.place or "")
    body, margins = profiles.get(meeting.body or ""), profiles.get(meeting.margins_of or "")
    return Account(
        id=meeting.id, document=reading.document.id, first=first, last=last, dated=dated, published=published,
        kind=meeting.kind, status=meeting.status, side=reading.document.side, format=meeting.format,
        place=place.id if place else None, country=place.country if place else None,
        body=body.id if body else None, body_name=body.name if body else None, ordinal=meeting.ordinal,
        margins_of=margins.id if margins else None, attendance=tuple(_attendance(meeting, profiles)),
    )


def _attendance(meeting: Meeting, profiles: Mapping[str, Profile]) -> Iterable[Attendance]:
    for participant in meeting.participants:
        profile = profiles.get(participant.entity)
        if profile is not None:
            country = participant.country or profile.country
            yield Attendance(profile.id, profile.name, profile.kind, country, participant.role, participant.part)
    for attendee in meeting.attendees:
        profile = profiles.get(attendee.entity)
        if profile is not None:
            country = attendee.country or profile.country
            yield Attendance(profile.id, profile.name, profile.kind, country, attendee.role, principal=False)


# What speaks for and against


class _Shared(NamedTuple):
    """What two accounts have in common of those who took part.

    `people` are their names, `doubtful` those of people who are told to be of different states, `states` are named in
    both accounts, by none of these people; `opposed` tells whether a state is there by different people.
    """

    people: tuple[str, ...]
    doubtful: tuple[str, ...]
    states: tuple[str, ...]
    opposed: bool


def _shared(left: Account, right: Account, who: Mapping[str, str]) -> _Shared:
    people: list[Attendance] = []
    doubtful: list[Attendance] = []
    matched: set[str] = set()
    for one in left.attendance:
        for other in right.attendance:
            if one.kind != "person" or other.kind != "person" or not (one.principal or other.principal):
                continue
            if _same(one.who, other.who, who) or (one.country and one.country == other.country and _fits(one, other)):
                people.append(one)
                matched.update(filter(None, (one.country, other.country)))
                break
            untold = one.country is None or other.country is None
            if _fits(one, other) and (untold or (" " in one.name and " " in other.name)):
                doubtful.append(one)
                matched.update(filter(None, (one.country, other.country)))
                break
    here, there = _led_by(left), _led_by(right)
    return _Shared(
        people=tuple(one.name for one in people), doubtful=tuple(one.name for one in doubtful),
        states=tuple(sorted(_countries(left) & _countries(right) - matched)),
        opposed=bool(here & there - matched),
    )


def _fits(one: Attendance, other: Attendance) -> bool:
    return fit_names(one.name, other.name) is not None


def _countries(account: Account) -> set[str]:
    return {one.country for one in account.attendance if one.principal and one.country}


def _led_by(account: Account) -> set[str]:
    """The states that are there by a person."""
    return {one.country for one in account.attendance if one.principal and one.country and one.kind == "person"}


def _same(one: str | None, other: str | None, who: Mapping[str, str]) -> bool:
    return one is not None and other is not None and who.get(one, one) == who.get(other, other)


def _same_body(left: Account, right: Account, who: Mapping[str, str]) -> bool:
    """Whether the bodies are one, or called by much the same words; which words, hangs on the drafter."""
    if _same(left.body, right.body, who):
        return True
    here, there = _body_words(left), _body_words(right)
    return bool(here and there) and 2 * len(here & there) >= _BODY_WORDS * (len(here) + len(there))


def _body_words(account: Account) -> set[str]:
    return {word for word in fold(account.body_name or "").split() if len(word) > 3}


def _differ_in_kind(left: Account, right: Account) -> bool:
    kinds = {left.kind, right.kind}
    return bool(kinds & _REMOTE) and bool(kinds & _IN_PERSON)


def _too_far_apart(left: Account, right: Account) -> bool:
    gap = _gap(left, right)
    if gap is None:
        return False
    return gap > (_OFF if left.dated and right.dated else _REPORTED_WITHIN)


def _gap(left: Account, right: Account) -> int | None:
    """The days between two accounts, 0 where they overlap; None where one has no day."""
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return None
    return apart((left.first, left.last), (right.first, right.last))


def _about_parties(left: Account, right: Account, who: Mapping[str, str]) -> Iterator[tuple[float, str]]:
    shared = _shared(left, right, who)
    told = [(0.3, f"{name} in both") for name in shared.people]
    told += [(0.22, f"{name} in both, but not told to be of one state") for name in shared.doubtful]
    by_state = 0.2 if told else 0.17  # a state alone says less where nobody is known by name
    told += [(by_state, f"{country} in both, by the name of the state in one") for country in shared.states]
    yield from told[:2]


def _about_days(left: Account, right: Account) -> Iterable[tuple[float, str]]:
    gap = _gap(left, right)
    if gap is None or left.first is None or left.last is None or right.first is None or right.last is None:
        return
    if gap:
        yield 0.2, f"{gap} {'day' if gap == 1 else 'days'} apart"
    elif not (left.dated and right.dated):
        yield 0.25, "the same day, one of them by the day of its report"
    else:
        days = max(length(left.first, left.last), length(right.first, right.last))
        if days == 1:
            yield 0.3, "the same day"
        elif days <= 7:
            yield 0.2, "days that overlap within a week"
        elif days <= 31:
            yield 0.15, "one gives only the month"
        else:
            yield 0.05, "one gives only the year"


def _about_the_rest(left: Account, right: Account, who: Mapping[str, str]) -> Iterable[tuple[float, str]]:
    if _same(left.place, right.place, who):
        yield 0.1, "the same place"
    elif left.country and left.country == right.country:
        yield 0.05, "the same country"
    if left.kind == right.kind:
        yield 0.05, f"both a {left.kind}"
    if _same_body(left, right, who):
        yield 0.2, "the same body"
        if left.ordinal and left.ordinal == right.ordinal:
            yield 0.5, f"both session {left.ordinal}"
    if left.format and right.format and left.format != right.format:
        yield -0.1, f"{left.format} in one, {right.format} in the other"


# What they make together


def _days(accounts: Sequence[Account]) -> tuple[str | None, str | None]:
    """The narrowest days that an account gives, the most frequent of these; of a report only where none is given."""
    days = [(one.first, one.last) for one in accounts if one.dated and one.first and one.last]
    if not days:
        return next(((one.first, one.last) for one in accounts if one.first), (None, None))
    shortest = min(length(first, last) for first, last in days)
    return _most([one for one in days if length(*one) == shortest])


def _status(statuses: Sequence[str]) -> str:
    told = {"held" if status == "recalled" else status for status in statuses}
    return next(status for status in ("held", "cancelled", "scheduled", "proposed") if status in told)


def _most(items: Sequence[T]) -> T:
    """The most frequent item, of several the first."""
    return max(items, key=items.count)
