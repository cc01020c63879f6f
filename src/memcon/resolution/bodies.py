"""Who is who among organizations, initiatives, places and states: one name for what is listed, else one form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from memcon.lexicon.entries import BodyEntry, InitiativeEntry, PlaceEntry
from memcon.lexicon.files import read_entries
from memcon.model import Profile
from memcon.model.names import fold
from memcon.resolution.homes import Homes, is_code, states
from memcon.resolution.people import Weighed
from memcon.resolution.spellings import alike, sound_keys

NATIONAL = frozenset({
    "legislature", "chamber", "government", "ministry", "court", "military", "embassy", "delegation", "central-bank",
    "agency",
})
"""Types of organization of which every state has its own."""

_SPELLINGS = (
    (re.compile(r"i[sz]ations?\b"), "ization"), (re.compile(r"\bcentre\b"), "center"),
    (re.compile(r"\bdefence\b"), "defense"), (re.compile(r"\blabour\b"), "labor"),
    (re.compile(r"\bprogramme\b"), "program"), (re.compile(r"\bsaint\b"), "st"), (re.compile(r"\band\b"), ""),
)
_SMALL = frozenset({"of", "for", "the", "on", "in", "and", "to", "at", "a", "an"})
_GENERIC = frozenset("""
    joint bilateral binational intergovernmental interparliamentary inter parliamentary governmental mixed commission
    committee council dialogue consultations consultation strategic ministerial high level cooperation trade economic
    political security defense friendship group working partnership business forum summit steering investment
    scientific technical technological cultural humanitarian vice foreign minister ministers standing annual meeting
    constitutional on of for the and
""".split())
"""Words of which the names of bodies of any two states are made."""

_HEADS = {
    "commission": "committee", "consultations": "dialogue", "consultation": "dialogue", "talks": "dialogue",
    "interparliamentary": "parliamentary", "interparliament": "parliamentary", "intergovernmental": "governmental",
    "inter": "", "joint": "", "bilateral": "", "binational": "", "mixed": "", "standing": "", "regular": "",
}
"""Words of bodies of two states that stand for others, or say nothing that their states do not say."""

_ALL_HEADS = frozenset({"committee", "council", "dialogue", "forum", "summit", "group", "meeting", "mechanism"})
_FEW = 2

_PLACE_TAILS = re.compile(r" (?:region|province|oblast|city|district|governorate|prefecture|territory|dc|d c)$")



class Listed(NamedTuple):
    """What the lexicon says of a name: the name in one form, how it is spelled, its state."""

    key: str
    name: str
    country: str | None


@cache
def _bodies() -> dict[str, tuple[BodyEntry, ...]]:
    found: dict[str, tuple[BodyEntry, ...]] = {}
    for entry in read_entries("en/bodies.yaml", BodyEntry):
        for name in _spelled_names(entry):
            found[name] = (*found.get(name, ()), entry)
    return found


@cache
def _initiatives() -> dict[str, InitiativeEntry]:
    found: dict[str, InitiativeEntry] = {}
    for entry in read_entries("en/initiatives.yaml", InitiativeEntry):
        for name in _spelled_names(entry):
            found.setdefault(name, entry)
    return found


def _spelled_names(entry: BodyEntry | InitiativeEntry) -> Iterable[str]:
    return dict.fromkeys(map(spelled, (entry.name, *entry.aliases, *entry.cased)))


@cache
def _places() -> dict[str, Listed]:
    found: dict[str, Listed] = {}
    for entry in read_entries("en/places.yaml", PlaceEntry):
        for name in (entry.name, *entry.aliases):
            found.setdefault(_place_form(name), Listed(_place_form(entry.name), entry.name, entry.country))
    return found


def spelled(name: str) -> str:
    """A name in comparable form, with one spelling for British and American words.

    >>> spelled("The Organisation for Defence Programmes")
    'organization for defense programmes'
    """
    form = fold(name)
    for pattern, instead in _SPELLINGS:
        form = pattern.sub(instead, form)
    return " ".join(form.split())


def listed_body(name: str, country: str | None) -> Listed | None:
    """The listed organization of a name; of several, the one of this state; None if none or none for certain."""
    entries = _bodies().get(spelled(name), ())
    if country is not None:
        fitting = [entry for entry in entries if entry.country in (country, None)]
    else:
        fitting = list(entries) if len({entry.country for entry in entries}) == 1 else []
    if not fitting:
        return None
    return Listed(spelled(fitting[0].name), fitting[0].name, fitting[0].country)


def listed_initiative(name: str) -> Listed | None:
    """The listed initiative of a name."""
    entry = _initiatives().get(spelled(name))
    return Listed(spelled(entry.name), entry.name, None) if entry is not None else None


def listed_place(name: str) -> Listed | None:
    """The listed place of a name."""
    return _places().get(_place_form(name))


def listed_state(code: str) -> str:
    """The name of a state by its code; the code where the lexicon has none."""
    entry = states().get(code)
    return entry.name if entry is not None else code


def _place_form(name: str) -> str:
    form = spelled(name)
    return _PLACE_TAILS.sub("", form) or form


@lru_cache(maxsize=16384)
def core(kind: str, name: str, country: str | None) -> str:
    """A name as far as it tells one from the other: the listed name, or the name without its states and small words."""
    match kind:
        case "organization":
            return _body_core(name, country)
        case "initiative":
            listed = listed_initiative(name)
            return listed.key if listed is not None else _content(spelled(name))
        case "place":
            place = listed_place(name)
            return place.key if place is not None else _place_form(name)
    return country or name


def _body_core(name: str, country: str | None) -> str:
    homes = Homes((country,) if country and not is_code(country) else ())
    state = country if is_code(country) else None
    stripped = homes.tell(name).core
    listed = listed_body(name, state) or listed_body(stripped, state)
    form = homes.tell(listed.name).core if listed is not None else stripped
    words = _content(spelled(form) or spelled(name)).split()
    if "ministry" in words and "affairs" in words:
        words.remove("affairs")  # "Foreign Ministry" and "Ministry of Foreign Affairs" are one
    return " ".join(sorted(words))


def _content(form: str) -> str:
    return " ".join(word for word in form.split() if word not in _SMALL)


def is_generic(name: str) -> bool:
    """Whether a name without states would fit a body of any two states ("Joint Economic Committee")."""
    return all(word in _GENERIC for word in spelled(name).split())


def acronym(name: str) -> str | None:
    """The name as an acronym, if it is one; else the initials of its words, if it has three or more."""
    if name.isupper() and name.isalpha() and 2 < len(name) < 9:
        return name.lower()
    words = [word for word in fold(name).split() if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 2 else None


def is_short(profile: Profile) -> bool:
    """Whether a body of several states is called by a name that others of the same states could have too."""
    return "+" in (profile.country or "") and len(_words_of(profile)) <= _FEW and is_generic(
        core("organization", profile.name, profile.country)
    )


def _shortened(left: Profile, right: Profile) -> Weighed | None:
    """Bodies of the same states, of which one has fewer words to its name: "the Commission" and "on Trade"."""
    if left.country != right.country or "+" not in (left.country or ""):
        return None
    one, other = _words_of(left), _words_of(right)
    if not one & other & _ALL_HEADS:
        return None
    if one == other:
        return Weighed(0.8, ("another word for the same", "same states"))
    return Weighed(0.72, ("shorter name", "same states")) if one < other or other < one else None


def _words_of(profile: Profile) -> frozenset[str]:
    words = (_HEADS.get(word, word) for word in core(profile.kind, profile.name, profile.country).split())
    return frozenset(word for word in words if word)


def _is_acronym(name: str) -> bool:
    return name.isupper() and name.isalpha() and 2 < len(name) < 9


def thing_keys(profile: Profile) -> Iterator[str]:
    """What an organization, initiative, place or state is found by."""
    for name in (profile.name, *profile.aliases):
        yield f"{profile.kind}:{core(profile.kind, name, profile.country)}"
        if profile.kind in ("organization", "initiative"):
            short = acronym(name)
            if short is not None:
                yield f"{profile.kind}:initials:{short}"
        if profile.kind == "organization" and "+" in (profile.country or ""):
            yield from (f"organization:{profile.country}:{head}" for head in _words_of(profile) & _ALL_HEADS)
        if profile.kind == "place" and profile.country:
            yield from (f"place:{profile.country}:{key}" for key in sound_keys(spelled(name).replace(" ", "")))


def compare_things(left: Profile, right: Profile) -> Weighed | None:
    """How likely two profiles show one body, initiative, place or state; None where nothing speaks for it."""
    if left.country and right.country and left.country != right.country:
        return None
    known = left.country is not None and left.country == right.country
    cores = {core(left.kind, name, left.country or right.country) for name in (left.name, *left.aliases)}
    others = {core(right.kind, name, right.country or left.country) for name in (right.name, *right.aliases)}
    if left.kind == "state":
        return Weighed(0.99, ("same state",)) if known or cores & others else None
    if not cores.isdisjoint(others):
        return _same_core(left, right, known)
    if left.kind in ("organization", "initiative"):
        return _short_form(left, right) or (_shortened(left, right) if left.kind == "organization" else None)
    if left.kind == "place" and known and any(_place_alike(one, other) for one in cores for other in others):
        return Weighed(0.8, ("same name in another spelling", "same state"))
    return None


def _same_core(left: Profile, right: Profile, known: bool) -> Weighed | None:
    reason = "same name" if fold(left.name) == fold(right.name) else "another name of the same"
    if known:
        return Weighed(0.97, (reason, "same state"))
    if left.country == right.country:  # neither is told
        return Weighed(0.95, (reason,))
    if left.type in NATIONAL or right.type in NATIONAL:
        return Weighed(0.66, (reason, "state not told"))
    return Weighed(0.86, (reason, "state not told"))


def _short_form(left: Profile, right: Profile) -> Weighed | None:
    """A name and the acronym that its initials make; types and states must not differ."""
    if left.type and right.type and left.type != right.type and "other" not in (left.type, right.type):
        return None
    for one, other in ((left, right), (right, left)):
        if _is_acronym(one.name) and not _is_acronym(other.name) and acronym(other.name) == acronym(one.name):
            if left.country == right.country:
                return Weighed(0.8, ("acronym of the name", "same state" if left.country else "no state told"))
            return Weighed(0.62, ("acronym of the name", "state not told"))
    return None


def _place_alike(left: str, right: str) -> bool:
    one, other = left.split(), right.split()
    return len(one) == len(other) and all(map(alike, one, other))


def things_apart(left: Profile, right: Profile) -> bool:
    """Whether two profiles can never show one thing: things of different states."""
    return bool(left.country and right.country and left.country != right.country)
