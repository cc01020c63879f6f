"""Names of a folder of additions that somebody else bears already, and countries that are none.

A name may have one bearer in its list, and states, bodies and initiatives share none: with two, the grammar could
not tell whom a text means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

from memcon.lexicon.checking import SHAPES, Fault, Found, OwnFile, entries_of, model_of

_NAME_FIELDS: Mapping[str, tuple[str, ...]] = {
    "states": ("name", "names", "adjectives", "people", "metonyms"), "bodies": ("name", "aliases", "cased"),
    "initiatives": ("name", "aliases", "cased"), "places": ("name", "aliases"),
    "offices": ("title", "aliases", "plural"), "honorifics": ("form",), "topics": ("slug", "words"),
    "publishers": ("name", "names", "domains", "bylines"),
}
_SHARED = frozenset({"states", "bodies", "initiatives"})
_KEYS = {"states": "code", "offices": "title", "honorifics": "form", "topics": "slug"}
_COUNTRIES = frozenset({"bodies", "places", "publishers"})


class _Bearer(NamedTuple):
    """Who bears a name: the file and the key of the entry."""

    file: str
    key: str


def find_clashes(files: list[OwnFile]) -> dict[str, list[Fault]]:
    """The faults of each file in the names and countries of its entries, by file name."""
    bearers = _built_in_bearers()
    countries = {state.key for bearer in bearers.values() for state in bearer if state.file == "states.yaml"}
    countries |= {_key("states", one.entry) for own in files if own.list_name == "states" for one in _entries(own)}
    found: dict[str, list[Fault]] = {own.name: [] for own in files}
    for own in files:
        if own.list_name in _NAME_FIELDS:
            for one in _entries(own):
                found[own.name] += _clashes(own, one, bearers)
                found[own.name] += _foreign(own, one, countries)
    return found


def _clashes(
    own: OwnFile, one: Found[msgspec.Struct], bearers: dict[tuple[str, str], list[_Bearer]],
) -> Iterator[Fault]:
    """The names of an entry that another bears; the entry becomes a bearer of the rest."""
    me = _Bearer(own.name, _key(own.list_name, one.entry))
    for name in _names(own.list_name, one.entry):
        others = bearers.setdefault((_family(own.list_name), name), [])
        other = next((bearer for bearer in others if bearer != me), None)
        if other is not None:
            remedy = f"take it out, or write your entry under {other.key!r} in {other.file} to add to that one"
            what = f"{name!r} is a name of {other.key!r} in {other.file}"
            yield Fault(file=own.name, entry=one.label, what=what, remedy=remedy)
        elif me not in others:
            others.append(me)


def _foreign(own: OwnFile, one: Found[msgspec.Struct], countries: set[str]) -> Iterator[Fault]:
    country = getattr(one.entry, "country", None) if own.list_name in _COUNTRIES else None
    if country is not None and country not in countries:
        remedy = "write the three letters of ISO 3166-1, as PER for Peru"
        yield Fault(file=own.name, entry=one.label, what=f"{country!r} is the code of no state", remedy=remedy)


def _built_in_bearers() -> dict[tuple[str, str], list[_Bearer]]:
    """Whoever bears a name in the built-in lists, by family of lists and name."""
    found: dict[tuple[str, str], list[_Bearer]] = {}
    for name in _NAME_FIELDS:
        for one in entries_of(model_of(name), SHAPES[name]):
            for spelled in _names(name, one.entry):
                found.setdefault((_family(name), spelled), []).append(_Bearer(f"{name}.yaml", _key(name, one.entry)))
    return found


def _entries(own: OwnFile) -> Iterator[Found[msgspec.Struct]]:
    return entries_of(own.parsed, SHAPES[own.list_name])


def _names(list_name: str, entry: msgspec.Struct) -> Iterator[str]:
    for field in _NAME_FIELDS[list_name]:
        value = getattr(entry, field)
        yield from (value,) if isinstance(value, str) else value or ()


def _family(list_name: str) -> str:
    """The lists among which a name has one bearer."""
    return "names" if list_name in _SHARED else list_name


def _key(list_name: str, entry: msgspec.Struct) -> str:
    """What tells an entry from others of its list."""
    return str(getattr(entry, _KEYS.get(list_name, "name")))
