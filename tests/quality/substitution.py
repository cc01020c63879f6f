"""What the seeds name, and what a world has in its place: in the text and in the gold reading alike."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from tests.quality.worlds import Person, World


class Substitution:
    """Every name, number and date of a seed, and what a world has in its place."""

    def __init__(self, world: World, *, first: bool) -> None:
        dates = _first_dates(world) if first else _second_dates(world)
        self._table = {**_names(world), **_bodies(world), **_numbers(world), **_pronouns(world), **dates}
        self._dates = _first_gold_dates(world) if first else _second_gold_dates(world)
        self._world = world
        surfaces = sorted(self._table, key=len, reverse=True)
        self._pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, surfaces)) + r")(?!\w)")

    def of(self, text: str) -> str:
        """The text with everything replaced, in one pass."""
        return self._pattern.sub(lambda found: self._table[found.group()], text)

    def of_gold(self, gold: Any) -> Any:
        """The gold reading with everything replaced; dates and ordinals follow."""
        match gold:
            case dict():
                return {key: self._of_field(key, value) for key, value in gold.items()}
            case list():
                return [self.of_gold(item) for item in gold]
            case str():
                return self.of(gold)
            case _:
                return gold

    def _of_field(self, key: str, value: Any) -> Any:
        if key in ("date", "published"):
            return self._dates[value]
        if key == "ordinal":
            return {8: self._world.session, 75: self._world.anniversary}[value]
        return self.of_gold(value)


def _names(world: World) -> dict[str, str]:
    """States, places and people."""
    host, guest = world.host, world.guest
    people = {
        "Xi Jinping": world.host_head, "Vladimir Putin": world.guest_head, "Valentina Matviyenko": world.upper_chair,
        "Vyacheslav Volodin": world.lower_chair, "Zhao Leji": world.committee_chair,
        "Wang Yi": world.attendees[0], "Peng Qinghua": world.attendees[1],
    }
    alone = {"Xi": "Xi Jinping", "Zhao": "Zhao Leji", "Putin": "Vladimir Putin", "Matviyenko": "Valentina Matviyenko",
             "Volodin": "Vyacheslav Volodin"}
    return {
        "China": host["state"], "Chinese": host["adjective"], "Russia": guest["state"], "Russian": guest["adjective"],
        "a Russian": f"{_article(guest['adjective'])} {guest['adjective']}",
        "Beijing": host["capital"], "BEIJING": host["capital"].upper(),
        **{name: person.full for name, person in people.items()},
        **{short: people[name].short for short, name in alone.items()},
    }


def _bodies(world: World) -> dict[str, str]:
    """Parliaments and their officers, organizations, initiatives and policies."""
    host, guest, kinds = world.host, world.guest, world.kinds
    pair = f"{host.get('combining', host['adjective'])}-{guest['adjective']}"
    return {
        "Federation Council": guest["upper"], "State Duma": guest["lower"],
        "National People’s Congress": host["legislature"], "NPC": host["acronym"],
        "Standing Committee": host["committee"],
        "Sino-Russian Committee for Parliamentary Cooperation": f"{pair} {kinds['committees']}",
        "Speaker": _chair(world.upper_chair, "Speaker"), "Chairman": _chair(world.lower_chair, "Chairman"),
        "chairman": _chair(world.committee_chair, "chairman"),
        "Shanghai Cooperation Organization": kinds["organizations"], "BRICS": world.clubs[0], "G20": world.clubs[1],
        "UN Security Council": kinds["councils"], "Belt and Road Initiative": kinds["initiatives"],
        "Eurasian Economic Union": kinds["unions"], "one-China policy": kinds["policies"],
    }


def _numbers(world: World) -> dict[str, str]:
    return {"8th": _ordinal(world.session), "75th": _ordinal(world.anniversary), "twice": world.kinds["times"]}


def _pronouns(world: World) -> dict[str, str]:
    host, upper = world.host_head.gender, world.upper_chair.gender
    table = {"she": "he"} if upper == "male" else {}
    return table | ({"he": "she", "He": "She", "him": "her", "his": "her"} if host == "female" else {})


def _first_dates(world: World) -> dict[str, str]:
    days = world.days
    return {
        "July 12, 2023": f"{days.published:%B} {days.published.day}, {days.published.year}",
        "Monday": _weekday(days.met), "Sunday": _weekday(days.arrived), "Wednesday": _weekday(days.left),
    }


def _second_dates(world: World) -> dict[str, str]:
    return {"2023-11-23": world.days.published.isoformat(), "Wednesday": _weekday(world.days.met)}


def _first_gold_dates(world: World) -> dict[str, str]:
    days = world.days
    return {
        "2023-07-12": days.published.isoformat(), "2023-07-10": days.met.isoformat(),
        "2023-07-09/2023-07-12": f"{days.arrived.isoformat()}/{days.left.isoformat()}",
    }


def _second_gold_dates(world: World) -> dict[str, str]:
    days = world.days
    return {
        "2023-11-23": days.published.isoformat(), "2023-11-22": days.met.isoformat(),
        "2023": str(days.published.year), "2024": str(days.published.year + 1),
    }


def _chair(person: Person, title: str) -> str:
    """The title of a presiding officer, of the right gender."""
    return title.replace("man", "woman") if person.gender == "female" else title


def _article(word: str) -> str:
    return "an" if word[0] in "AEIOU" else "a"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"


def _weekday(day: date) -> str:
    return f"{day:%A}"
