"""What is asked of a ledger and what it answers: frozen records without a trace of the store."""

from __future__ import annotations

from typing import Literal

import msgspec

from memcon.model import Record

AddedStatus = Literal["added", "kept", "revised", "reread"]
Dated = Literal["record", "meeting", "document"]
LinkPart = Literal[
    "participant", "attendee", "requester", "inviter", "place", "body", "margins", "visitor", "destination",
    "speaker", "addressee", "present", "actor", "counterpart", "by", "responsible", "holder", "target", "party",
]
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
    words hold. Superseded revisions are left out unless `revisions` is true. Newest first unless `oldest_first`.
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
    gives neither, the publication date of the document.
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


class EntityRow(msgspec.Struct, frozen=True, kw_only=True):
    """A person, state or organization by name, over all documents that name it so.

    `entities` are its ids, one a document, the latest document first; `first` and `last` are the dates of the
    documents.
    """

    name: str
    kind: str
    type: str | None
    country: str | None
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    documents: int
    records: int
    first: str | None
    last: str | None
    entities: tuple[str, ...]


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
