"""The eight kinds of record, each with its evidence, confidence, reasons and the rule that made it."""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

from memcon.model.spans import Span

MeetingKind = Literal["meeting", "talks", "call", "video-call", "session", "summit", "signing", "ceremony"]
MeetingStatus = Literal["held", "scheduled", "recalled", "proposed", "cancelled"]
MeetingFormat = Literal["one-on-one", "restricted", "expanded", "margins", "working-meal"]
Part = Literal["host", "guest", "chair", "co-chair", "participant"]
Press = Literal["conference", "statements"]
VisitType = Literal["state", "official", "working", "private", "transit"]
Act = Literal[
    "state",
    "stress",
    "note",
    "hope",
    "propose",
    "request",
    "thank",
    "welcome",
    "congratulate",
    "warn",
    "reject",
    "ask",
    "recall",
    "announce",
    "agree",
    "discuss",
]
Polarity = Literal["positive", "neutral", "negative"]
Modality = Literal["asserted", "negated", "hypothetical"]
Voice = Literal["self", "counterpart", "joint", "third"]
Scope = Literal["all", "some"]
Force = Literal["pledged", "agreed", "planned", "willing", "urged"]
Strength = Literal["strong", "weak"]
Stance = Literal["support", "oppose", "adhere", "recognize", "condemn", "welcome", "thank", "congratulate", "concern"]
Aspect = Literal["label", "level", "history"]
OutcomeKind = Literal["consensus", "agreement", "memorandum", "joint-statement", "declaration", "plan", "other"]
OutcomeStatus = Literal["reached", "signed", "adopted", "issued", "planned"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What all records share.

    `evidence` has at least one span; `confidence` lies in 0..1 with two decimals; `reasons` say in
    short strings why it is not higher; `rule` names the rule that made the record. Ids of entities and
    records are strings; a record without evidence cannot be built (ValueError).
    """

    kind_name: ClassVar[str] = "record"

    id: str
    evidence: tuple[Span, ...]
    confidence: float
    reasons: tuple[str, ...] = ()
    rule: str

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"{self.kind_name} {self.id} has no evidence")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"{self.kind_name} {self.id}: confidence {self.confidence} is not within 0..1")


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """A principal of a meeting: `role` as the document words the office, `country` alpha-3."""

    entity: str
    role: str | None = None
    country: str | None = None
    part: Part = "participant"


class Attendee(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who was also present at a meeting."""

    entity: str
    role: str | None = None
    country: str | None = None


class Meeting(Record, frozen=True, kw_only=True):
    """An encounter that the document reports, schedules, recalls or proposes.

    `date` is EDTF, `time` HH:MM, `duration` ISO 8601.
    """

    kind_name: ClassVar[str] = "meeting"

    kind: MeetingKind
    status: MeetingStatus = "held"
    count: int | None = None
    date: str | None = None
    time: str | None = None
    duration: str | None = None
    place: str | None = None
    venue: str | None = None
    format: MeetingFormat | None = None
    margins_of: str | None = None
    body: str | None = None
    ordinal: int | None = None
    requested_by: tuple[str, ...] = ()
    inviter: str | None = None
    tone: tuple[Span, ...] = ()
    press: Press | None = None
    participants: tuple[Participant, ...] = ()
    attendees: tuple[Attendee, ...] = ()


class Visit(Record, frozen=True, kw_only=True):
    """A trip by a person or delegation to a state or place; `date` is EDTF, often an interval."""

    kind_name: ClassVar[str] = "visit"

    visitors: tuple[str, ...]
    delegation: bool = False
    type: VisitType | None = None
    destination: str | None = None
    date: str | None = None
    inviter: str | None = None


class Statement(Record, frozen=True, kw_only=True):
    """What somebody said: one reporting clause and the whole of the words reported.

    `cue` is the wording that reports (null where a sentence carries on without one), `meeting` the id
    of the meeting at which it was said, `topics` slugs of `lexicon/topics`.
    """

    kind_name: ClassVar[str] = "statement"

    speaker: tuple[str, ...]
    cue: str | None = None
    act: Act = "state"
    direct: bool = False
    content: tuple[Span, ...]
    addressee: tuple[str, ...] = ()
    meeting: str | None = None
    topics: tuple[str, ...] = ()
    polarity: Polarity = "neutral"
    modality: Modality = "asserted"
    voice: Voice | None = None
    scope: Scope | None = None
    condition: Span | None = None


class Commitment(Record, frozen=True, kw_only=True):
    """What somebody will, is willing to, plans to, agreed to, pledged to or should do; `due` is EDTF."""

    kind_name: ClassVar[str] = "commitment"

    actors: tuple[str, ...]
    counterparts: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    force: Force
    strength: Strength = "strong"
    action: Span
    due: str | None = None
    amount: str | None = None
    condition: Span | None = None
    responsible: tuple[str, ...] = ()
    instrument: str | None = None
    modality: Modality = "asserted"
    scope: Scope | None = None
    voice: Voice | None = None
    statement: str | None = None
    topics: tuple[str, ...] = ()


class Position(Record, frozen=True, kw_only=True):
    """A party's declared stance on a policy, a principle or another party's matter."""

    kind_name: ClassVar[str] = "position"

    holders: tuple[str, ...]
    stance: Stance
    object: Span
    target: tuple[str, ...] = ()
    modality: Modality = "asserted"
    scope: Scope | None = None
    voice: Voice | None = None
    statement: str | None = None


class Characterization(Record, frozen=True, kw_only=True):
    """How a relationship between parties is named (`label`), rated (`level`) or dated (`history`)."""

    kind_name: ClassVar[str] = "characterization"

    parties: tuple[str, ...]
    phrase: Span
    aspect: Aspect = "label"
    voice: Voice | None = None
    statement: str | None = None


class Outcome(Record, frozen=True, kw_only=True):
    """An agreement, consensus or document that was reached, signed, adopted or issued, or is to be.

    `title` is its noun phrase.
    """

    kind_name: ClassVar[str] = "outcome"

    kind: OutcomeKind
    title: Span
    parties: tuple[str, ...] = ()
    status: OutcomeStatus = "reached"
    date: str | None = None
    voice: Voice | None = None


class Milestone(Record, frozen=True, kw_only=True):
    """An anniversary or named year: of what, the how-manyeth, when (EDTF), whose."""

    kind_name: ClassVar[str] = "milestone"

    event: Span
    ordinal: int | None = None
    date: str | None = None
    parties: tuple[str, ...] = ()
