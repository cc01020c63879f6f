"""The shapes of lexicon entries, as the YAML files give them."""

from __future__ import annotations

from typing import Literal

import msgspec

from memcon.model import Act, InitiativeKind, OrganizationType, PlaceKind, Polarity, Publisher, PublisherKind

NameSense = Literal["name", "adjective", "people", "prefix", "capital", "metonym"]


class StateEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A state or territory: `code` is ISO 3166-1 alpha-3 (XKX for Kosovo); `prefixes` are combining forms ("Sino")."""

    code: str
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    capital: str | None = None
    metonyms: tuple[str, ...] = ()


class BodyEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An organization with its other names; `cased` aliases match in their exact case only."""

    name: str
    aliases: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()
    type: OrganizationType
    country: str | None = None


class InitiativeEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A named initiative, programme, strategy, policy, doctrine, treaty or project."""

    name: str
    aliases: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()
    kind: InitiativeKind = "programme"


class PlaceEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A city, region, sea or venue; `within` is the city of a venue."""

    name: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    kind: PlaceKind = "city"
    within: str | None = msgspec.field(name="in", default=None)


class StateName(msgspec.Struct, frozen=True):
    """One name of a state and the sense in which it names it."""

    state: StateEntry
    sense: NameSense


class OfficeEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An office: `rank` 1 (head of state) to 9, `of` what it is an office of."""

    title: str
    aliases: tuple[str, ...] = ()
    rank: int = 9
    of: str = "other"
    plural: str | None = None
    head_of_state: str | None = None
    gender: Literal["f", "m"] | None = None


class Honorific(msgspec.Struct, frozen=True, kw_only=True):
    """A word of courtesy, nobility, service, religion or learning that goes with a name."""

    form: str
    gender: Literal["f", "m"] | None = None
    kind: str = "courtesy"
    prefix: str = "yes"


class CueGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Reporting cues of one act and one grammar; see the head of `cues.yaml`."""

    group: str
    act: Act
    polarity: Polarity = "neutral"
    takes: tuple[str, ...]
    drop: tuple[str, ...] = ()
    hear: str | None = None
    needs: str | None = None
    both: str | None = None
    passive: str | None = None
    noun: str | None = None
    talks: str | None = None
    unless: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    surely: str | None = None
    ours: str | None = None
    cues: tuple[str, ...]
    yes: str
    no: str


class PublisherEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A publisher of the lexicon; the fields are told at the head of `publishers.yaml`."""

    name: str
    kind: PublisherKind
    country: str | None = None
    domains: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    masthead: tuple[str, ...] = ()
    seat: str | None = None
    independent: bool = False

    @property
    def publisher(self) -> Publisher:
        """The entry as a document gives it."""
        return Publisher(name=self.name, country=self.country, kind=self.kind)

    @property
    def side(self) -> str | None:
        """The state for which it speaks."""
        return None if self.independent else self.country


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence in which a list shows: `find` stands in `text` and must be found in it."""

    text: str
    find: str


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """A topic of our own, with the words that show it and its places in other schemes."""

    slug: str
    label: str
    words: tuple[str, ...]
    plover: tuple[str, ...] = ()
    cap: str | None = None
    g20: str | None = None
    g7: str | None = None
