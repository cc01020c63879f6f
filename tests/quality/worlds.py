"""Worlds for the variants of the seeds: two states with their people and parliaments, bodies, numbers and dates."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar

Gender = Literal["male", "female"]
Item = TypeVar("Item")

TABLES = Path(__file__).with_name("worlds.toml")
FIRST_DAY, DAYS = date(2004, 1, 1), 8000


@dataclass(frozen=True)
class Person:
    """Somebody: the full name, the name used alone, and the gender of the pronouns."""

    full: str
    short: str
    gender: Gender


@dataclass(frozen=True)
class Days:
    """When: publication, a meeting in the six days up to it, a visit that holds the meeting."""

    published: date
    met: date
    arrived: date
    left: date


@dataclass(frozen=True)
class World:
    """What one variant has in the place of what the seeds name: `host` and `guest` are rows of the tables."""

    host: dict[str, str]
    guest: dict[str, str]
    host_head: Person
    guest_head: Person
    upper_chair: Person
    lower_chair: Person
    committee_chair: Person
    attendees: tuple[Person, Person]
    kinds: dict[str, str]
    clubs: tuple[str, str]
    session: int
    anniversary: int
    days: Days


@cache
def tables() -> dict[str, Any]:
    """The tables of `worlds.toml`."""
    return tomllib.loads(TABLES.read_text("utf-8"))


def make_world(number: int) -> World:
    """The world of this number: the same on every machine, with host and guest drawn so that no name is there twice."""
    chance = random.Random(number)
    data = tables()
    hosts: list[dict[str, str]] = data["host"]
    host = hosts[number % len(hosts)]
    guest = chance.choice([row for row in data["guest"] if not _clash(host, row)])
    taken: set[str] = set()
    homes = (host, guest, guest, guest, host, host, host)
    people = [_person(chance, data["people"][row["people"]], taken) for row in homes]
    kinds = {name: chance.choice(data["kinds"][name]) for name in _SINGLE_KINDS}
    return World(
        host=host, guest=guest, host_head=people[0], guest_head=people[1], upper_chair=people[2], lower_chair=people[3],
        committee_chair=people[4], attendees=(people[5], people[6]), kinds=kinds,
        clubs=(chance.choice(data["kinds"]["groupings"]), chance.choice(data["kinds"]["clubs"])),
        session=chance.randrange(9, 40), anniversary=chance.choice(data["kinds"]["anniversaries"]), days=_days(chance),
    )


_SINGLE_KINDS = ("committees", "organizations", "councils", "initiatives", "unions", "policies", "times")


def _clash(host: dict[str, str], guest: dict[str, str]) -> bool:
    return host["legislature"] in (guest["upper"], guest["lower"]) or host["state"] == guest["state"]


def _person(chance: random.Random, names: dict[str, Any], taken: set[str]) -> Person:
    """A person none of whose names is taken by another."""
    genders: Sequence[Gender] = ("male", "female")
    while True:
        gender = chance.choice(genders)
        given, family = chance.choice(names[gender]), chance.choice(names["names"])
        words = {*given.split(), *family.split()}
        if not words & taken:
            taken |= words
            match names["style"]:
                case "given family":
                    return Person(f"{given} {family}", family, gender)
                case "family given":
                    return Person(f"{family} {given}", family, gender)
                case _:
                    return Person(f"{given} {family}", given, gender)


def _days(chance: random.Random) -> Days:
    published = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    before = chance.randrange(0, 6)
    met = published - timedelta(days=before)
    arrived = met - timedelta(days=chance.randrange(0, 7 - before))
    left = arrived + timedelta(days=chance.randrange(max(1, (met - arrived).days), 7))
    return Days(published, met, arrived, left)
