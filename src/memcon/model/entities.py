"""Who and what a text speaks of: entities with their offices, the places that mention them, and the dates it gives."""

from __future__ import annotations

from typing import Literal

import msgspec

from memcon.model.spans import Span

EntityKind = Literal["person", "state", "organization", "place", "initiative", "group"]
OrganizationType = Literal[
    "legislature",
    "chamber",
    "committee",
    "government",
    "ministry",
    "agency",
    "court",
    "central-bank",
    "party",
    "forum",
    "international-organization",
    "mechanism",
    "company",
    "media",
    "military",
    "embassy",
    "delegation",
    "other",
]
InitiativeKind = Literal["policy", "programme", "strategy", "treaty", "project", "doctrine", "initiative"]
PlaceKind = Literal["city", "region", "sea", "venue"]
MentionHow = Literal["name", "role", "pronoun", "group"]


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """An office held by a person: `organization` is an entity id, `country` alpha-3, `text` the office as worded."""

    title: str
    organization: str | None = None
    country: str | None = None
    text: str
    evidence: tuple[Span, ...]


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A person, state, organization, place, initiative, or a group of these.

    `type` is set for organizations; `named` is false for a description without a name ("the Russian
    legislature"); `members` are entity ids and only groups have them.
    """

    id: str
    kind: EntityKind
    type: OrganizationType | None = None
    named: bool = True
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    roles: tuple[Role, ...] = ()
    members: tuple[str, ...] = ()


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One place in the text that refers to an entity, by name, title, pronoun or group expression."""

    entity: str
    start: int
    end: int
    quote: str
    how: MentionHow


class DateExpression(msgspec.Struct, frozen=True, kw_only=True):
    """A date as worded and the EDTF value that it denotes."""

    start: int
    end: int
    quote: str
    value: str
