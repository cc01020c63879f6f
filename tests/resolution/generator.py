"""Documents made from invented facts, with the gold of their resolution by construction.

Six relations over three years: visits with talks and receptions, telephone calls, sessions of a standing body, meetings
on the margins. An event is told by one side or by both, and then in other spellings, by another day, with another
place, other company and other wordings of the same pledges. `python -m tests.resolution.generator FOLDER [DOCUMENTS]`
writes them as a folder for `memcon evaluate`.
"""

from __future__ import annotations

import random
import sys
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from memcon.evaluation.resolution_gold import (
    RESOLUTION, GoldEncounter, GoldEntity, GoldThread, GoldTrip, GoldWording, GoldWorld, ThreadKind,
)
from memcon.model import Change

from tests.resolution.telling import Page, tell

TABLES = Path(__file__).with_name("facts.toml")
FIRST_YEAR, MONTHS = 2021, 36
BOTH_SIDES = 0.6
A_DAY_OFF = 0.3
EventKind = Literal["visit", "call", "session", "margins"]
KINDS: tuple[EventKind, ...] = ("visit", "visit", "call", "call", "session", "margins")


@dataclass(frozen=True)
class State:
    """A row of the table of states; `head` is the title of its leader."""

    code: str
    name: str
    adjective: str
    capital: str
    cities: tuple[str, str]
    head: str
    publishers: tuple[str, str]


@dataclass(frozen=True)
class Person:
    """Somebody in all spellings, each with the name used alone; `number` is that of the row."""

    number: int
    state: str
    offices: tuple[tuple[str, int, int], ...]
    spellings: tuple[tuple[str, str], ...]

    def holds(self, office: str, month: int) -> bool:
        """Whether the person is in this office in this month."""
        return any(held == office and first <= month < until for held, first, until in self.offices)


@dataclass(frozen=True)
class Pledge:
    """What one side says again and again: a thread with its wordings (see the tables)."""

    key: str
    kind: ThreadKind
    wordings: tuple[str, ...]
    verb: str = ""


@dataclass
class Relation:
    """Two states, their standing body, the label of their relations, what each side pledges and holds."""

    number: int
    sides: tuple[State, State]
    bodies: tuple[str, ...]
    labels: tuple[str, ...]
    pledges: dict[str, list[Pledge]]
    positions: dict[str, list[Pledge]]
    once: list[Pledge]
    sessions: int = 0


@dataclass(frozen=True)
class Event:
    """What happened: `office` is that of both principals; `said` is what each side pledged and held there."""

    key: str
    kind: EventKind
    relation: Relation
    day: date
    host: State
    guest: State
    office: str
    ordinal: int = 0
    said: tuple[tuple[str, Pledge, int, bool], ...] = ()
    before: Event | None = None
    after: Event | None = None

    @property
    def month(self) -> int:
        """The number of the month since the first."""
        return (self.day.year - FIRST_YEAR) * 12 + self.day.month - 1


@dataclass
class Made:
    """The documents, text by file name, and the gold that grows with them."""

    texts: dict[str, str] = field(default_factory=dict)
    names: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    accounts: dict[str, dict[str, str]] = field(default_factory=dict)
    visits: dict[str, dict[str, str]] = field(default_factory=dict)
    wordings: dict[tuple[ThreadKind, str], list[tuple[GoldWording, int, bool]]] = field(default_factory=dict)


@cache
def tables() -> dict[str, Any]:
    """The tables of `facts.toml`."""
    return tomllib.loads(TABLES.read_text("utf-8"))


@cache
def states() -> dict[str, State]:
    """The states by code."""
    return {row["code"]: msgspec.convert(row, State) for row in tables()["state"]}


@cache
def people() -> tuple[Person, ...]:
    """All people, in the order of the table."""
    return tuple(
        Person(
            number, row["state"],
            tuple((one["office"], one.get("from", 0), one.get("until", MONTHS + 12)) for one in row["offices"]),
            tuple((full, short) for full, short in row["spellings"]),
        )
        for number, row in enumerate(tables()["person"])
    )


def holder(state: State, office: str, month: int) -> Person:
    """Who is in an office of a state in a month."""
    return next(one for one in people() if one.state == state.code and one.holds(office, month))


def generate(documents: int, seed: int = 4) -> tuple[dict[str, str], GoldWorld]:
    """So many documents, text by file name, and their gold: the same on every machine."""
    chance = random.Random(seed)
    relations = [_relation(number, row) for number, row in enumerate(tables()["relation"])]
    made = Made()
    for event in _events(chance, relations, documents):
        _tell_event(chance, event, made, documents)
        if len(made.texts) >= documents:
            break
    return made.texts, _gold(made)


def _relation(number: int, row: dict[str, Any]) -> Relation:
    first, second = (states()[code] for code in row["states"])
    pledges: dict[str, list[Pledge]] = {}
    positions: dict[str, list[Pledge]] = {}
    for turn, (state, other) in enumerate(((first, second), (second, first))):
        rows = tables()["pledge"]
        mine = [rows[(number * 3 + turn * 5 + step) % len(rows)] for step in range(5)]
        where = {"a": state.cities[turn], "b": other.cities[turn], "other": other.name, "otheradj": other.adjective}
        pledges[state.code] = [_pledge(number, state, each, year=2025 + turn, **where) for each in mine]
        held = [tables()["position"][(number + turn + step) % 4] for step in range(2)]
        positions[state.code] = [
            replace(_pledge(number, state, each, **where), kind="positions", verb=each["stance"]) for each in held
        ]
    bodies = tuple(form.format(first.name, second.name) for form in row["body"])
    where = {"a": first.capital, "b": second.capital, "otheradj": second.adjective}
    once = [_pledge(number, first, {"words": [words]}, **where) for words in tables()["once"]["pledges"]]
    return Relation(number, (first, second), bodies, tuple(row["label"]), pledges, positions, once)


def _pledge(number: int, state: State, row: dict[str, Any], **where: str | int) -> Pledge:
    words = tuple(form.format(**where) for form in row["words"])
    return Pledge(f"{number} {state.code} {words[0]}", "commitments", words)


# What happens


def _events(chance: random.Random, relations: list[Relation], documents: int) -> Iterator[Event]:
    """Events of all relations in the order of their days."""
    each = round(documents / (1 + BOTH_SIDES) / len(relations)) + 1
    events = [event for relation in relations for event in _course(chance, relation, each)]
    yield from sorted(events, key=lambda event: (event.day, event.key))


def _course(chance: random.Random, relation: Relation, count: int) -> list[Event]:
    """The events of one relation, each knowing the one before and after it."""
    gap = MONTHS * 30 // count
    events: list[Event] = []
    for number in range(count):
        day = date(FIRST_YEAR, 1, 10) + timedelta(days=number * gap + chance.randrange(max(1, gap - 4)))
        host, guest = chance.sample(relation.sides, 2)
        kind = chance.choice(KINDS)
        relation.sessions += kind == "session"
        office = "head" if kind in ("visit", "call") and chance.random() < 0.35 else "foreign"
        events.append(Event(
            f"r{relation.number} e{number}", kind, relation, day, host, guest, office,
            relation.sessions if kind == "session" else 0, tuple(_said(chance, relation, host, guest)),
        ))
    return [
        replace(event, before=events[at - 1] if at else None, after=events[at + 1] if at + 1 < count else None)
        for at, event in enumerate(events)
    ]


def _said(
    chance: random.Random, relation: Relation, host: State, guest: State,
) -> Iterator[tuple[str, Pledge, int, bool]]:
    """What each side says: its state, the pledge or position, which wording, and whether it is said firmly."""
    for state in (host, guest):
        for pledge in chance.sample(relation.pledges[state.code], 2):
            yield state.code, pledge, chance.choice((0, 0, 0, 1, 2, 3)), chance.random() < 0.5
        if chance.random() < 0.6:
            yield state.code, chance.choice(relation.positions[state.code]), chance.choice((0, 0, 1)), True
    if chance.random() < 0.3 and relation.once:
        yield relation.sides[0].code, relation.once.pop(0), 0, True


# How it is told


def _tell_event(chance: random.Random, event: Event, made: Made, documents: int) -> None:
    sides = [event.host, event.guest]
    if chance.random() > BOTH_SIDES:
        sides = [chance.choice(sides)]
    for side in sides:
        if len(made.texts) < documents:
            published = event.day + timedelta(days=chance.choice((0, 0, 1)))
            day = event.day + timedelta(days=published > event.day and chance.random() < A_DAY_OFF)
            page = tell(chance, event, side, day, published)
            _keep(made, event, page)


def _keep(made: Made, event: Event, page: Page) -> None:
    short = f"g{len(made.texts) + 1:03}"
    made.texts[f"{short}.txt"] = page.text
    for kind, what, words in page.names:
        made.names.setdefault((kind, what), {}).setdefault(short, words)
    for key, words in page.accounts:
        made.accounts.setdefault(key, {})[short] = words
    for key, words in page.visits:
        made.visits.setdefault(key, {})[short] = words
    for kind, key, words, wording, firm in page.wordings:
        made.wordings.setdefault((kind, key), []).append((GoldWording(short, words), wording, firm))


def _gold(made: Made) -> GoldWorld:
    return GoldWorld(
        documents={Path(file).stem: file for file in made.texts},
        entities=tuple(_entity(kind, what, names) for (kind, what), names in made.names.items()),
        encounters=tuple(_encounter(key, accounts, made.visits) for key, accounts in made.accounts.items()),
        visits=tuple(GoldTrip(id=key, accounts=accounts) for key, accounts in made.visits.items()),
        threads=tuple(
            GoldThread(kind=kind, wordings=tuple(_changes(wordings))) for (kind, _), wordings in made.wordings.items()
        ),
    )


def _encounter(key: str, accounts: dict[str, str], visits: Collection[str]) -> GoldEncounter:
    event, _, _ = key.rpartition(" ")
    return GoldEncounter(accounts=accounts, visit=event if event in visits else None)


def _entity(kind: str, what: str, names: dict[str, str]) -> GoldEntity:
    if kind == "person":
        person = people()[int(what)]
        offices = tuple(f"{office} {person.state}" for office, _, _ in person.offices)
        return GoldEntity(kind="person", names=names, country=person.state, offices=offices)
    if kind == "state":
        return GoldEntity(kind="state", names=names, country=what)
    return GoldEntity(kind="organization", names=names)


def _changes(wordings: list[tuple[GoldWording, int, bool]]) -> Iterator[GoldWording]:
    """The wordings with their changes, where one thing only has changed since the one before."""
    before: tuple[int, bool] | None = None
    for wording, number, firm in wordings:
        yield msgspec.structs.replace(wording, change=_change(before, number, firm))
        before = number, firm


def _change(before: tuple[int, bool] | None, number: int, firm: bool) -> Change | None:
    if before is None:
        return "first"
    if before[0] == number:
        if before[1] == firm:
            return "repeated"
        return "strengthened" if firm else "weakened"
    if before[1] != firm:
        return None
    moves: dict[tuple[int, int], Change] = {
        (0, 1): "reworded", (1, 0): "reworded", (0, 2): "extended", (0, 3): "strengthened", (3, 0): "weakened",
    }
    return moves.get((before[0], number))


def write(folder: Path, documents: int) -> None:
    """Write documents with their gold into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    texts, gold = generate(documents)
    for file, text in texts.items():
        (folder / file).write_text(text, "utf-8")
    (folder / RESOLUTION).write_bytes(msgspec.yaml.encode(gold))


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 300)
