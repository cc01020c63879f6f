"""Who is who among people: names that are variants of one name, weighed with state, office and period."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from memcon.model import Office, Profile
from memcon.resolution.offices import Post, exclusive, post, same_post
from memcon.resolution.spellings import NameFit, fit_names, sound_keys, surnames, take_apart

_WAYS = {
    "exact": 0.9, "spelling": 0.88, "part": 0.86, "order": 0.84, "initial": 0.8, "surname": 0.6, "given": 0.4,
}
_ORDER = tuple(_WAYS)
_SAME_STATE, _UNKNOWN_STATE, _OTHER_HOME = 0.06, -0.08, 0.2
_SAME_OFFICE, _FORMER_OFFICE, _OTHER_OFFICE = 0.3, 0.2, -0.2
_NEAR_DAYS, _FAR_DAYS = 1900, 3700


class Weighed(NamedTuple):
    """A score from 0 to 1 and the reasons for it."""

    score: float
    reasons: tuple[str, ...]


def names_of(profile: Profile) -> tuple[str, ...]:
    """The names of a profile that can be compared: its own, and aliases of two words or more."""
    return profile.name, *(alias for alias in profile.aliases if " " in alias)


def best_fit(left: Profile, right: Profile) -> NameFit | None:
    """The best way in which any of the names of two profiles fit; None if none are variants of one name."""
    if not left.aliases and not right.aliases:
        return fit_names(left.name, right.name)
    fits = [
        fit for one in names_of(left) for other in names_of(right) if (fit := fit_names(one, other)) is not None
    ]
    return min(fits, key=lambda fit: _ORDER.index(fit.way)) if fits else None


def is_bare(profile: Profile) -> bool:
    """Whether a person is shown under one word only."""
    return len(take_apart(profile.name).words) == 1


def name_keys(name: str) -> set[str]:
    """What a person of this name is found by, whatever the office: the sound of the surname."""
    return {f"person:{key}" for surname in surnames(take_apart(name)) for key in sound_keys(surname)}


def person_keys(profile: Profile) -> Iterator[str]:
    """What a person is found by: the surname, the pair of names in any order, the given name with state and office."""
    for name in names_of(profile):
        parts = take_apart(name)
        words = parts.words
        yield from sorted(name_keys(name))
        if len(words) > 1:
            yield from (f"person:{one}|{other}" for one, other in _pairs(words))
        for office in profile.offices:
            found = post(office)
            if found.single and profile.country:
                for key in sound_keys(words[0]) | sound_keys(words[-1]):
                    yield f"person:{key}:{found.title}:{profile.country}"


def _pairs(words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The name as two words, in the order of the alphabet, so that the order in the name does not matter."""
    pairs = {(words[0], "".join(words[1:])), ("".join(words[:-1]), words[-1]), (words[0], words[-1])}
    if len(words) > 2:
        pairs.add((words[0], words[-2]))
    for one, other in sorted(pairs):
        for first in sorted(sound_keys(one)):
            for second in sorted(sound_keys(other)):
                yield (first, second) if first < second else (second, first)


def compare_people(left: Profile, right: Profile) -> Weighed | None:
    """How likely two profiles show one person; None where nothing speaks for it, or something certain against it."""
    fit = best_fit(left, right)
    bare = is_bare(left) or is_bare(right)
    if fit is None or _states_differ(left, right, bare):
        return None
    score, reasons = _WAYS[fit.way], [fit.reason]
    if fit.way in ("exact", "spelling") and bare:
        score = _WAYS["surname"]
    home, other = left.country, right.country
    if home and home == other:
        score += _SAME_STATE
        reasons.append("same state")
    elif home and other:
        if not _same_title(left, right):
            return None
        score -= _OTHER_HOME
        reasons.append("state told by one only")
    else:
        score += _UNKNOWN_STATE
        reasons.append("state not told")
    weight, reason = _weigh_offices(left, right, bare)
    score += weight
    if reason:
        reasons.append(reason)
    score -= _distance(left, right, bare)
    return Weighed(round(max(0.0, min(score, 0.99)), 2), tuple(reasons))


def told_home(profile: Profile) -> str | None:
    """The state of a person as words tell it; without offices, whatever the reading says."""
    return next((office.country for office in profile.offices if office.country), None) if profile.offices else (
        profile.country
    )


def _states_differ(left: Profile, right: Profile, bare: bool) -> bool:
    """Whether two people are of different states: states that are inferred count for bare names only."""
    one, other = (left.country, right.country) if bare else (told_home(left), told_home(right))
    return bool(one and other and one != other)


def _same_title(left: Profile, right: Profile) -> bool:
    """Whether two people hold an office of the same title, whatever the state."""
    return any(
        same_post(one._replace(state=None), other._replace(state=None))
        for one in posts(left) for other in posts(right)
    )


def _weigh_offices(left: Profile, right: Profile, bare: bool) -> tuple[float, str | None]:
    one, other = posts(left), posts(right)
    if not one or not other:
        return 0.0, None
    if any(same_post(mine, theirs) for mine in one for theirs in other):
        return (_SAME_OFFICE if bare else _SAME_STATE), "same office"
    if bare and any(_formerly(mine, theirs) for mine in one for theirs in other):
        return _FORMER_OFFICE, "same office, formerly"
    clash = _clash(left, right)
    if clash is None:
        return (_OTHER_OFFICE if bare else 0.0), "different offices"
    if overlapping(left, right):
        titles = " and ".join(sorted(office.title for office in clash))
        return -0.5, f"{titles} at the same time"
    return (2 * _OTHER_OFFICE if bare else -0.04), "different offices at different times"


def _clash(left: Profile, right: Profile) -> tuple[Post, Post] | None:
    """Offices of two profiles that nobody holds together, unless they have one in common."""
    one, other = posts(left), posts(right)
    if any(same_post(mine, theirs) for mine in one for theirs in other):
        return None
    return next(((mine, theirs) for mine in one for theirs in other if exclusive(mine, theirs)), None)


def _formerly(left: Post, right: Post) -> bool:
    return left.past != right.past and same_post(left._replace(past=False), right._replace(past=False))


def posts(profile: Profile) -> tuple[Post, ...]:
    """The offices of a profile, looked up."""
    return _posts(profile.offices)


@lru_cache(maxsize=16384)
def _posts(offices: tuple[Office, ...]) -> tuple[Post, ...]:
    return tuple(map(post, offices))


def overlapping(left: Profile, right: Profile) -> bool:
    """Whether documents of the same days show both."""
    if left.first is None or right.first is None:
        return False
    return left.first <= (right.last or right.first) and right.first <= (left.last or left.first)


def _distance(left: Profile, right: Profile, bare: bool) -> float:
    """What the time between two profiles takes from the score: what is bare must fit in its period."""
    days = gap(left, right)
    if not bare or days is None or days <= _NEAR_DAYS:
        return 0.0
    return 0.06 if days <= _FAR_DAYS else 0.16


def gap(left: Profile, right: Profile) -> int | None:
    """The days between the documents of two profiles, 0 where they overlap, None if unknown."""
    if left.first is None or right.first is None:
        return None
    earlier, later = sorted((left, right), key=lambda each: each.first or "")
    return max(0, _day(later.first or "") - _day(earlier.last or earlier.first or ""))


def _day(date: str) -> int:
    """Days since an epoch, months counted as 31: near enough to tell months from years."""
    year, month, day = date.split("-")
    return int(year) * 372 + int(month) * 31 + int(day)


def people_apart(left: Profile, right: Profile) -> bool:
    """Whether two profiles can never show one person.

    Different states, names that are no variants of one, offices that nobody holds at the same time keep them apart.
    So nobody is joined with another holder of the same office, and bare names join no two people.
    """
    if _states_differ(left, right, is_bare(left) or is_bare(right)) or best_fit(left, right) is None:
        return True
    return overlapping(left, right) and _clash(left, right) is not None


def strained(profiles: Collection[Profile], grown: Collection[str]) -> list[str]:
    """The profiles whose days have grown (`grown`) so that they meet those of others, where offices clash."""
    return [
        one.id for one in profiles if one.id in grown and any(
            overlapping(one, other) and _clash(one, other) and best_fit(one, other) for other in profiles
        )
    ]


def fullest(profiles: Collection[Profile]) -> str:
    """The name to show: of several words, none an initial, not in capitals; of these the one of most words.

    It does not hang on days, which grow without anybody telling the name anew.
    """
    return max(profiles, key=_fullness).name


def _fullness(profile: Profile) -> tuple[bool, bool, int, str]:
    words = take_apart(profile.name).words
    plainly = all(len(word) > 1 for word in words) and not profile.name.isupper()
    return len(words) > 1, plainly, len(words), profile.name
