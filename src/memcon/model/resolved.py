"""One world from many documents: what several readings show of the same person, encounter, visit or pledge.

A reading speaks of its own document only. To say that two of them mean the same, each contributes *members* (a name
as documents show it, one account of a meeting, one wording of a pledge); members that mean the same make one
*resolved* thing; a *judgement* on two members says why, or why not, and who says so. Evidence is never touched.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

import msgspec

from memcon.model.identity import digest
from memcon.model.records import Force, MeetingFormat, MeetingKind, MeetingStatus, Part, Stance, Strength, VisitType

Family = Literal["entity", "encounter", "visit", "thread"]
FAMILIES: tuple[Family, ...] = ("entity", "encounter", "visit", "thread")
Change = Literal["first", "repeated", "reworded", "strengthened", "weakened", "extended"]


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """What all members share: an id, the days that it speaks of (YYYY-MM-DD, None: unknown), and the document."""

    id: str
    first: str | None = None
    last: str | None = None
    document: str | None = None


class Office(msgspec.Struct, frozen=True, order=True):
    """An office in comparable form: `title` and `organization` folded, `country` alpha-3."""

    title: str
    organization: str | None = None
    country: str | None = None


class Profile(Member, frozen=True, kw_only=True, tag_field="family", tag="entity"):
    """How documents show a person, body, state, place or initiative under one name: all that tells it from others.

    `first` and `last` are the publication days of the documents that show it so; `document` is not set, since
    documents that show the same share the profile.
    """

    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    type: str | None = None
    offices: tuple[Office, ...] = ()


class Attendance(msgspec.Struct, frozen=True):
    """Somebody at a meeting: `who` is the id of a profile, `name` its name, `country` alpha-3.

    `principal` is false for those who were also present.
    """

    who: str
    name: str
    kind: str
    country: str | None = None
    role: str | None = None
    part: Part | None = None
    principal: bool = True


class Account(Member, frozen=True, kw_only=True, tag_field="family", tag="encounter"):
    """What one document says of one meeting; `first` and `last` are the days on which it may have been.

    The id is that of the meeting's record; `place`, `body` and `margins_of` are ids of profiles; `published` is
    the day of the document; `dated` is false where the text gives no date and the day of the document stands in.
    """

    kind: MeetingKind
    status: MeetingStatus
    dated: bool
    published: str | None = None
    side: str | None = None
    format: MeetingFormat | None = None
    place: str | None = None
    country: str | None = None
    body: str | None = None
    body_name: str | None = None
    ordinal: int | None = None
    margins_of: str | None = None
    attendance: tuple[Attendance, ...] = ()


class Trip(Member, frozen=True, kw_only=True, tag_field="family", tag="visit"):
    """What one document says of one visit; `visitors` and `destination` are ids of profiles."""

    visitors: tuple[str, ...]
    countries: tuple[str, ...] = ()
    destination: str | None = None
    country: str | None = None
    type: VisitType | None = None
    dated: bool = True
    published: str | None = None


class Utterance(Member, frozen=True, kw_only=True, tag_field="family", tag="thread"):
    """One wording of a commitment, position or characterization; the id is that of its record.

    `whose` are the ids of the profiles that undertake, hold or are party, `actors` their states; `towards` those of
    counterparts or targets; `countries` the states of both (of the relation, if no other is known); `words` what is
    undertaken, held or called, as worded; `named` the bodies, initiatives and places (profiles) within these words,
    `states` the states named there (alpha-3).
    """

    kind: Literal["commitments", "positions", "characterizations"]
    words: str
    whose: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    towards: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    force: Force | None = None
    strength: Strength | None = None
    stance: Stance | None = None
    modality: str | None = None
    due: str | None = None
    amount: str | None = None
    topics: tuple[str, ...] = ()


AnyMember = Profile | Account | Trip | Utterance


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """Whether two members are one: `score` from 0 to 1 (two decimals), the reasons, who says so and when.

    The author is the generator, or a `person`; what a person has decided binds the program until it is undone.
    `made` is a UTC time in ISO 8601, set when it is kept.
    """

    family: Family
    left: str
    right: str
    same: bool
    score: float
    reasons: tuple[str, ...]
    author: str
    person: bool = False
    made: str | None = None


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """One person, encounter, visit or thread, whatever number of documents speak of it.

    `kind` is that of the entity, meeting or record, `name` the fullest name (entities) or the words (threads). `first`
    and `last` are days: of the documents that show an entity, of the event itself, of the wordings of a thread.
    `members` are those that are new to it or were compared; with them come all members of the wholes that it `absorbs`.
    """

    id: str
    family: Family
    kind: str
    name: str | None = None
    country: str | None = None
    status: str | None = None
    first: str | None = None
    last: str | None = None
    members: tuple[str, ...] = ()
    absorbs: tuple[str, ...] = ()


_PREFIX: dict[Family, str] = {"entity": "who", "encounter": "encounter", "visit": "trip", "thread": "thread"}


def resolved_id(family: Family, members: Collection[str]) -> str:
    """The id of what these members make: it hangs on one of them alone, so that it stays as others come."""
    return f"{_PREFIX[family]}-{min(member.rpartition('-')[2] for member in members)}"


def profile_id(kind: str, name: str, country: str | None, offices: tuple[Office, ...]) -> str:
    """The id of a profile, from all that makes it: `name` is folded."""
    told = (part or "" for office in offices for part in (office.title, office.organization, office.country))
    return "profile-" + digest(kind, name, country or "", *told)
