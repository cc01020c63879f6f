"""What is asked of a ledger and what it answers: frozen records without a trace of the store."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import msgspec

from memcon.model import Record, Utterance

AddedStatus = Literal["added", "kept", "revised", "reread"]
Dated = Literal["record", "meeting", "document"]
LinkPart = Literal[
    "participant", "attendee", "requester", "inviter", "place", "body", "margins", "visitor", "destination",
    "speaker", "addressee", "present", "actor", "counterpart", "by", "responsible", "holder", "target", "party",
]
Decision = Literal["accepted", "corrected", "rejected", "merged", "split"]
Reviewed = Literal["none", "any", "accepted", "corrected", "rejected"]
WholeFamily = Literal["encounter", "visit", "thread"]
_UNKNOWN = 1_000_000
"""More days than lie between any two documents."""

ACTING: tuple[LinkPart, ...] = ("participant", "visitor", "speaker", "actor", "holder", "party")
SAYING: tuple[LinkPart, ...] = ("speaker", "by")


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a document that was handed in.

    `added`: new; `kept`: there already, from the same generator, nothing changed; `reread`: there already, its
    reading replaced; `revised`: another text of the document `revises`, kept beside it (`current` tells whether
    it is now the one that counts). `records` and `entities` count what its reading holds.
    """

    status: AddedStatus
    document: str
    source: str
    records: int
    entities: int
    revises: str | None = None
    current: bool = True


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """Which records are wanted; what is left out does not limit.

    `actor`, `with_`, `by` and `place` are names, aliases or country codes in any case ("Xi", "CHN", "China"); a state
    also stands for the people and bodies that have its country. `actor` takes part, travels, speaks, acts, holds;
    `with_` is involved in any part; `by` is who says it; `place` is where it was or led to. `since` and `until` are
    EDTF dates (`2023`, `2023-07`, `2023-07-12`), both inclusive. `type` is the kind of a meeting or outcome, the type
    of a visit, the act of a statement, the aspect of a characterization. `text` are words that the record's exact
    words hold. `review` is what people have decided: `none` nothing yet, `any` whatever; what is rejected is left out
    unless asked for. Superseded revisions are left out unless `revisions` is true. Newest first unless
    `oldest_first`.
    """

    actor: str | None = None
    with_: str | None = None
    by: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    type: str | None = None
    force: str | None = None
    stance: str | None = None
    topic: str | None = None
    voice: str | None = None
    status: str | None = None
    document: str | None = None
    text: str | None = None
    min_confidence: float | None = None
    review: Reviewed | None = None
    revisions: bool = False
    oldest_first: bool = False
    limit: int | None = None
    offset: int = 0


class DocumentQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Which documents are wanted: `side` is a state, `publisher` a part of its name, `text` words of the text."""

    side: str | None = None
    publisher: str | None = None
    kind: str | None = None
    language: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    revisions: bool = False
    oldest_first: bool = False
    limit: int | None = None
    offset: int = 0


class EntityQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Which people, states or organizations are wanted, those in most documents first.

    `name` is a name, an alias or a country; mere descriptions ("a delegation") count if `unnamed` is true.
    `since` and `until` limit the documents that name them.
    """

    name: str | None = None
    since: str | None = None
    until: str | None = None
    unnamed: bool = False
    revisions: bool = False
    limit: int | None = None
    offset: int = 0


class Involved(msgspec.Struct, frozen=True, kw_only=True):
    """An entity and the part it plays in a record; `group` is the group through which it does (both sides)."""

    entity: str
    part: LinkPart
    name: str
    kind: str
    country: str | None = None
    group: str | None = None


class RecordRow(msgspec.Struct, frozen=True, kw_only=True):
    """A record with where it comes from and who is involved.

    `date` (EDTF) is what `dated` says: the record's own, that of the meeting at which it was said, or, where the text
    gives neither, the publication date of the document. `review` is what a person has decided on it; of a corrected
    one, `record` is as corrected.
    """

    id: str
    kind: str
    document: str
    title: str | None
    publisher: str | None
    side: str | None
    source: str
    published: str | None
    date: str | None
    dated: Dated
    record: Record
    involved: tuple[Involved, ...]
    topics: tuple[str, ...] = ()
    review: Decision | None = None

    @property
    def quote(self) -> str:
        """The exact words of the first place that the record rests on."""
        return self.record.evidence[0].quote


class DocumentRow(msgspec.Struct, frozen=True, kw_only=True):
    """A document without its text; `revises` is the document whose place it took, `current` whether it counts."""

    id: str
    title: str | None
    kind: str
    publisher: str | None
    side: str | None
    language: str | None
    published: str | None
    source: str
    url: str | None
    generator: str
    records: int
    current: bool = True
    revises: str | None = None


class Tenure(msgspec.Struct, frozen=True, kw_only=True):
    """An office of a person with the days (YYYY-MM-DD) of the first and last documents that show it.

    `organization` is in comparable form; `country` is alpha-3, or the name of a state that has no code.
    """

    title: str
    organization: str | None = None
    country: str | None = None
    first: str | None = None
    last: str | None = None


class EntityRow(msgspec.Struct, frozen=True, kw_only=True):
    """A person, state, organization, place or initiative, over all documents that show it.

    `id` is that of the resolved thing, None where no resolver has joined it with others: then the row stands for a
    name and country. `entities` are the ids in the readings, one a document, the latest document first; `first` and
    `last` are the dates of the documents; `offices` (the latest first) have days of their own, `roles` their titles.
    """

    id: str | None = None
    name: str
    kind: str
    type: str | None
    country: str | None
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    offices: tuple[Tenure, ...] = ()
    documents: int
    records: int
    first: str | None
    last: str | None
    entities: tuple[str, ...]

    def office_on(self, day: str | None) -> Tenure | None:
        """The office on a day (YYYY-MM-DD), or the one seen nearest to it; the latest where no day is given."""
        if day is None or not self.offices:
            return self.offices[0] if self.offices else None
        return min(self.offices, key=lambda office: _days_from(day, office))


def _days_from(day: str, office: Tenure) -> int:
    """How many days lie between a day and the period of an office."""
    if office.first is None or office.last is None:
        return _UNKNOWN
    at, first, last = (date.fromisoformat(one) for one in (day, office.first, office.last))
    return max((first - at).days, (at - last).days, 0)


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """Where words were found: in a document (kind `documents`) or a record; they stand between ⟦ and ⟧."""

    id: str
    kind: str
    document: str
    title: str | None
    publisher: str | None
    published: str | None
    source: str
    snippet: str


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """How much the ledger holds of one publisher: without it, silence cannot be told from not having looked."""

    publisher: str | None
    side: str | None
    language: str | None
    documents: int
    records: int
    first: str | None
    last: str | None


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """A person's decision on a record, or on what is the same: `subject` is the id of the record or thing.

    `changes` are the fields that a correction sets, or with what something was merged; `quote` the words that the
    record rested on; `made` and `undone` UTC times in ISO 8601.
    """

    id: str
    subject: str
    decision: Decision
    changes: dict[str, Any]
    reason: str | None
    author: str
    made: str
    undone: str | None
    document: str | None = None
    quote: str | None = None


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """An analyst's note on a record, document or resolved thing: beside it, never in it."""

    id: str
    subject: str
    text: str
    author: str
    made: str
    undone: str | None = None


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something as resolved over all documents: `id` leads to all of it."""

    id: str
    name: str
    kind: str
    country: str | None = None


class EncounterRow(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting as it was, once, however many documents report it.

    `date` (EDTF) is the narrowest that the accounts give, `country` that of the place; `visit` the id of the visit that
    it was part of; `accounts` the records that report it, the earliest document first.
    """

    id: str
    kind: str
    status: str
    date: str | None
    country: str | None
    parties: tuple[Party, ...]
    places: tuple[Party, ...]
    bodies: tuple[Party, ...]
    accounts: tuple[RecordRow, ...]
    visit: str | None = None


class VisitRow(msgspec.Struct, frozen=True, kw_only=True):
    """A visit, once, however many documents report it: `date` and `country` (of the destination) as for encounters."""

    id: str
    type: str | None
    date: str | None
    country: str | None
    visitors: tuple[Party, ...]
    destinations: tuple[Party, ...]
    accounts: tuple[RecordRow, ...]


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """One wording of a thread: its record, and what of it is compared with the others."""

    record: RecordRow
    utterance: Utterance


class ThreadRow(msgspec.Struct, frozen=True, kw_only=True):
    """The same commitment, position or formula through documents: `words` of the first wording, all of them by date.

    `kind` is that of the records; `first` and `last` are the days (YYYY-MM-DD) of the first and the last document.
    """

    id: str
    kind: str
    words: str
    first: str | None
    last: str | None
    parties: tuple[Party, ...]
    wordings: tuple[Wording, ...]
