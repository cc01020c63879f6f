"""The entities of a text while they are being found.

Names, offices and states gather here until the reading is built.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from memcon.extraction.marks import Mark
from memcon.extraction.offices import Office
from memcon.lexicon.entries import StateEntry
from memcon.model import EntityKind, MentionHow


@dataclass(slots=True)
class Being:
    """One entity in the making; `first` is the token where it is first mentioned."""

    number: int
    kind: EntityKind
    name: str
    first: int
    type: str | None = None
    named: bool = True
    state: StateEntry | None = None
    gender: str | None = None
    aliases: dict[str, None] = field(default_factory=dict)
    offices: list[Office] = field(default_factory=list)
    members: tuple[int, ...] = ()
    words: frozenset[str] = frozenset()
    local_state: int | None = None
    sure: bool = True

    @property
    def rank(self) -> int:
        """The highest rank among the offices, 9 if there is none."""
        return min((office.entry.rank for office in self.offices), default=9)


@dataclass(slots=True)
class Noun:
    """One place that refers to an entity.

    Tokens `start` to `end`, with apposition to `outer`; `being` once it is known.
    """

    start: int
    end: int
    outer: int
    how: MentionHow
    sort: str
    being: int | None = None
    office: Office | None = None
    mark: Mark | None = None
    name_start: int = -1
    name_end: int = -1
    subject: bool = False
    quoted: bool = False


class World:
    """The entities of one text, by number."""

    def __init__(self) -> None:
        self.beings: list[Being] = []
        self._keyed: dict[tuple[str, str], int] = {}

    def add(self, kind: EntityKind, name: str, first: int, key: str | None = None) -> Being:
        """The entity of this kind and key, made if it is not there yet."""
        slot = (kind, key if key is not None else name.lower())
        number = self._keyed.get(slot)
        if number is not None:
            return self.beings[number]
        being = Being(len(self.beings), kind, name, first)
        self.beings.append(being)
        self._keyed[slot] = being.number
        return being

    def find(self, kind: EntityKind, key: str) -> Being | None:
        """The entity of this kind and key, if the text has it."""
        number = self._keyed.get((kind, key))
        return None if number is None else self.beings[number]

    def group(self, members: tuple[int, ...], name: str, first: int) -> Being:
        """The group of these members."""
        being = self.add("group", name, first, key=",".join(map(str, members)))
        being.members = members
        return being

    def of_kind(self, kind: EntityKind) -> list[Being]:
        """All entities of one kind, in order of their first mention."""
        return sorted((being for being in self.beings if being.kind == kind), key=lambda being: being.first)
