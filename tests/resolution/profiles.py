"""Profiles for tests of resolution, in one line each."""

from __future__ import annotations

from memcon.model import Office, Profile, profile_id
from memcon.model.names import fold


def person(
    name: str, country: str | None = None, *offices: str, first: str = "2031-03-01", last: str | None = None,
) -> Profile:
    """A person with offices in comparable form ("prime minister", "presiding officer@senate")."""
    held = tuple(sorted(_office(office, country) for office in offices))
    return Profile(
        id=profile_id("person", fold(name), country, held), kind="person", name=name, country=country, offices=held,
        first=first, last=last or first,
    )


def thing(
    kind: str, name: str, country: str | None = None, *aliases: str, type_: str | None = None,
    first: str = "2031-03-01",
) -> Profile:
    """An organization, place, state or initiative."""
    key = "\x1e".join((fold(name), *map(fold, aliases)))
    return Profile(
        id=profile_id(kind, key, country, ()), kind=kind, name=name, country=country, aliases=aliases, type=type_,
        first=first, last=first,
    )


def body(name: str, country: str | None = None, *aliases: str, type_: str | None = None) -> Profile:
    """An organization."""
    return thing("organization", name, country, *aliases, type_=type_)


def _office(told: str, country: str | None) -> Office:
    title, _, organization = told.partition("@")
    return Office(title=title, organization=organization or None, country=country)
