"""How one side tells of an event: sentences as readouts have them, with the words that the gold quotes."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from memcon.evaluation.resolution_gold import ThreadKind

if TYPE_CHECKING:
    from tests.resolution.generator import Event, Person, Pledge, State

ORDINALS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "11th",
    "12th", "13th", "14th", "15th", "16th", "17th", "18th", "19th", "20th", "21st", "22nd", "23rd", "24th", "25th",
)
OFFICES = {
    "foreign": ("Foreign Minister", "Minister of Foreign Affairs"),
    "trade": ("Trade Minister", "Minister of Trade"),
}

WORLD_BODIES = ("United Nations General Assembly", "Security Council")


@dataclass
class Page:
    """A document in the making, and what its words stand for (keys of clusters with the words, in the gold's kinds)."""

    lines: list[str] = field(default_factory=list)
    names: list[tuple[str, str, str]] = field(default_factory=list)
    accounts: list[tuple[str, str]] = field(default_factory=list)
    visits: list[tuple[str, str]] = field(default_factory=list)
    wordings: list[tuple[ThreadKind, str, str, int, bool]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The document: its lines, as paragraphs."""
        return "\n".join(self.lines) + "\n"


def tell(chance: random.Random, event: Event, side: State, day: date, published: date) -> Page:
    """The document of one side on an event, which it dates to `day`."""
    return _Telling(chance, event, side, day).page(published)


class _Telling:
    """The choices of one document: who is spelt how, which form a sentence takes."""

    def __init__(self, chance: random.Random, event: Event, side: State, day: date) -> None:
        self.chance = chance
        self.event = event
        self.side = side
        self.day = day
        self.made = Page()
        self._spelt: dict[int, tuple[str, str]] = {}

    def page(self, published: date) -> Page:
        ours, theirs = self._sides()
        sentence = self._opening(ours, theirs)
        self.made.lines += [
            f"date: {published.isoformat()}", f"publisher: {self.chance.choice(self.side.publishers)}",
            "source: composed for memcon", "", self._title(ours, theirs), "", sentence,
        ]
        self._company()
        self._speeches()
        self._frame()
        self.made.names += [("state", state.code, state.name) for state in self.event.relation.sides]
        self.made.names += [("organization", body, body) for body in WORLD_BODIES if body in self.made.text]
        return self.made

    # Who

    def _sides(self) -> tuple[State, State]:
        others = [state for state in (self.event.host, self.event.guest) if state is not self.side]
        return self.side, others[0]

    def _person(self, state: State, office: str) -> Person:
        from tests.resolution.generator import holder

        return holder(state, office, self.event.month)

    def _full(self, person: Person) -> str:
        if person.number not in self._spelt:
            self._spelt[person.number] = self.chance.choice(person.spellings)
            self.made.names.append(("person", str(person.number), self._spelt[person.number][0]))
        return self._spelt[person.number][0]

    def _short(self, person: Person) -> str:
        self._full(person)
        return self._spelt[person.number][1]

    def _title_of(self, state: State, office: str) -> str:
        return state.head if office == "head" else self.chance.choice(OFFICES[office])

    def _named(self, state: State, office: str) -> str:
        """Somebody with office and state, one way or another."""
        title, name = self._title_of(state, office), self._full(self._person(state, office))
        return self.chance.choice((
            f"{title} of {state.name} {name}", f"{state.adjective} {title} {name}", f"{name}, {title} of {state.name},",
        ))

    def _addressed(self, state: State, office: str) -> str:
        """Somebody who has been named before."""
        short = self._short(self._person(state, office))
        title = state.head if office == "head" else "Minister"
        return self.chance.choice((f"{title} {short}", short))

    # What happened

    def _title(self, ours: State, theirs: State) -> str:
        office = self.event.office
        title = theirs.head if office == "head" else "Foreign Minister"
        match self.event.kind:
            case "call":
                return f"Telephone conversation with {title} of {theirs.name}"
            case "session":
                return f"{ours.name} and {theirs.name} review cooperation"
            case _:
                return f"Talks with {title} of {theirs.name}"

    def _opening(self, ours: State, theirs: State) -> str:
        event = self.event
        mine, other = self._named(ours, event.office), self._named(theirs, event.office)
        when = _when(self.chance, self.day)
        match event.kind:
            case "call":
                verb = self.chance.choice(("had a telephone conversation with", "spoke by telephone with"))
                words = f"{mine} {verb} {other} {when}"
            case "session":
                body = self._body()
                words = f"{mine} and {other} co-chaired the {ORDINALS[event.ordinal]} session of the {body}"
                self.made.accounts.append((f"{event.key} talks", words))
                return f"{words} in {event.host.capital} {when}."
            case "margins":
                words = f"{mine} met with {other} in New York {when}"
                self.made.accounts.append((f"{event.key} talks", words))
                return f"{words} on the margins of the {WORLD_BODIES[0]}."
            case _:
                return self._visit(mine, other, when)
        self.made.accounts.append((f"{event.key} talks", words))
        return f"{words}."

    def _visit(self, mine: str, other: str, when: str) -> str:
        event = self.event
        place = self.chance.choice((f" in {event.host.capital}", f" in {event.host.capital}", ""))
        words = f"{mine} {self.chance.choice(('held talks with', 'met with'))} {other}{place} {when}"
        self.made.accounts.append((f"{event.key} talks", words))
        return f"{words}."

    def _body(self) -> str:
        body = self.chance.choice(self.event.relation.bodies)
        self.made.names.append(("organization", f"body {self.event.relation.number}", body))
        return body

    def _company(self) -> None:
        if self.chance.random() < 0.4 and self.event.kind != "call":
            self.made.lines += ["", f"{self._named(self.side, 'trade')} attended the meeting."]

    # What was said

    def _speeches(self) -> None:
        for state in (self.side, self._sides()[1]):
            speaker = self._addressed(state, self.event.office)
            sentences = [
                self._said(pledge, wording, firm, state, speaker if not at else None)
                for at, (_, pledge, wording, firm) in enumerate(s for s in self.event.said if s[0] == state.code)
            ]
            self.made.lines += ["", " ".join(sentences)]
        if self.chance.random() < 0.4:
            self._label()

    def _said(self, pledge: Pledge, wording: int, firm: bool, state: State, speaker: str | None) -> str:
        """One sentence; the other side may word it otherwise, and leave nothing out."""
        if wording == 0 and len(pledge.wordings) > 1 and self.chance.random() < 0.2:
            wording = 1
        words = pledge.wordings[wording]
        self.made.wordings.append((pledge.kind, pledge.key, words, wording, firm))
        verb = pledge.verb if pledge.kind == "positions" else "will" if firm else "is ready to"
        if speaker:
            return f"{speaker} said that {state.name} {verb} {words}."
        return f"{state.name} {verb} {words}."

    def _label(self) -> None:
        first, second = self.event.relation.sides
        label = self.chance.choice(self.event.relation.labels)
        words = f"{label} between {first.name} and {second.name}"
        number = self.event.relation.number
        self.made.wordings.append(("characterizations", f"label {number}", words, 0, True))
        self.made.wordings.append(("positions", f"praise {number}", f"the {words}", 0, True))
        self.made.lines += ["", f"Both sides praised the {words}."]

    # What stands around it

    def _frame(self) -> None:
        event = self.event
        if event.kind == "visit":
            self._trip()
        before, after = event.before, event.after
        if before and before.kind in ("visit", "margins") and self.chance.random() < 0.5:
            self._recall(before)
        if after and after.kind == "session" and event.kind != "session" and self.chance.random() < 0.5:
            body = self._body()
            words = f"The {ORDINALS[after.ordinal]} session of the {body} will be held in {after.host.capital}"
            self.made.accounts.append((f"{after.key} talks", words))
            self.made.lines += ["", f"{words} in {_month(after.day)}."]

    def _trip(self) -> None:
        event = self.event
        guest = self._addressed(event.guest, event.office)
        first, last = (event.day + timedelta(days=shift) for shift in (-1, 1))
        words = f"{guest} visited {event.host.name}"
        sentence = f"{words} from {_plain(first)} to {_plain(last)}."
        if event.office == "foreign":
            head = self._named(event.host, "head")
            received = f"{head} received {self._addressed(event.guest, 'foreign')}"
            self.made.accounts.append((f"{event.key} reception", received))
            sentence += f" On the same day, {received}."
        self.made.visits.append((event.key, words))
        self.made.lines += ["", sentence]

    def _recall(self, before: Event) -> None:
        ours, theirs = self._sides()
        people = [self._person(state, self.event.office) for state in (ours, theirs)]
        if not all(person.holds(before.office, before.month) for person in people):
            return
        where = "New York" if before.kind == "margins" else before.host.capital
        names = " and ".join(self._short(person) for person in people)
        words = f"{names} last met in {where} in {_month(before.day)}"
        self.made.accounts.append((f"{before.key} talks", words))
        self.made.lines += ["", f"{words}."]


def _when(chance: random.Random, day: date) -> str:
    return chance.choice((f"on {_plain(day)}, {day.year}", f"on {day.day} {day.strftime('%B')} {day.year}"))


def _plain(day: date) -> str:
    return f"{day.strftime('%B')} {day.day}"


def _month(day: date) -> str:
    return f"{day.strftime('%B')} {day.year}"
