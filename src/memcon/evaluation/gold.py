"""Gold readings: what a careful analyst wrote down after reading one document."""

from __future__ import annotations

from pathlib import Path

import msgspec

from memcon.errors import UsageError

TEXT_SUFFIXES = frozenset({".txt", ".md", ""})


class GoldPerson(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody at a meeting, with office and country as the gold writes them."""

    name: str
    role: str | None = None
    country: str | None = None


class GoldMeeting(msgspec.Struct, frozen=True, kw_only=True):
    """An encounter that the document reports."""

    kind: str | None = None
    date: str | None = None
    place: str | None = None
    body: str | None = None
    ordinal: int | None = None
    participants: tuple[GoldPerson, ...] = ()
    attendees: tuple[GoldPerson, ...] = ()
    evidence: str | None = None


class GoldVisit(msgspec.Struct, frozen=True, kw_only=True):
    """A trip."""

    visitors: tuple[str, ...] = ()
    destination: str | None = None
    date: str | None = None
    inviter: str | None = None
    evidence: str | None = None


class GoldStatement(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody said."""

    speaker: tuple[str, ...]
    content: str
    cue: str | None = None
    act: str | None = None
    direct: bool | None = None


class GoldCommitment(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody will, is willing to or should do."""

    action: str
    actors: tuple[str, ...] = ()
    counterparts: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    force: str | None = None


class GoldPosition(msgspec.Struct, frozen=True, kw_only=True):
    """A declared stance."""

    object: str
    holders: tuple[str, ...] = ()
    stance: str | None = None


class GoldCharacterization(msgspec.Struct, frozen=True, kw_only=True):
    """How a relationship is named or rated."""

    phrase: str
    parties: tuple[str, ...] = ()


class GoldOutcome(msgspec.Struct, frozen=True, kw_only=True):
    """What was reached, signed, adopted or issued; `evidence` is its noun phrase."""

    evidence: str
    kind: str | None = None
    parties: tuple[str, ...] = ()


class GoldMilestone(msgspec.Struct, frozen=True, kw_only=True):
    """An anniversary or named year."""

    event: str
    ordinal: int | None = None
    date: str | None = None
    parties: tuple[str, ...] = ()


class Gold(msgspec.Struct, frozen=True, kw_only=True):
    """One gold reading; `document` is the name of the file beside it."""

    document: str
    published: str | None = None
    dateline: str | None = None
    meetings: tuple[GoldMeeting, ...] = ()
    visits: tuple[GoldVisit, ...] = ()
    statements: tuple[GoldStatement, ...] = ()
    commitments: tuple[GoldCommitment, ...] = ()
    positions: tuple[GoldPosition, ...] = ()
    characterizations: tuple[GoldCharacterization, ...] = ()
    outcomes: tuple[GoldOutcome, ...] = ()
    milestones: tuple[GoldMilestone, ...] = ()
    bodies: tuple[str, ...] = ()
    initiatives: tuple[str, ...] = ()

    @property
    def stem(self) -> str:
        """The document's name without its ending: readings are matched by it."""
        return Path(self.document).stem

    @property
    def is_text(self) -> bool:
        """Whether the document is plain text, so that its file can be held beside the reading's text."""
        return Path(self.document).suffix.lower() in TEXT_SUFFIXES

    def people(self) -> list[GoldPerson]:
        """Everybody at its meetings, meeting by meeting, principals first."""
        return [person for meeting in self.meetings for person in (*meeting.participants, *meeting.attendees)]


def load_gold(folder: Path) -> list[Gold]:
    """The gold readings of a folder, in the order of their file names; of two for one document the last counts.

    Raises UsageError if there are none, or if one is not in the form of docs/evaluation.md.
    """
    golds: dict[str, Gold] = {}
    for path in sorted(folder.glob("*.json")):
        try:
            gold = msgspec.json.decode(path.read_bytes(), type=Gold)
        except msgspec.DecodeError as error:
            raise UsageError(f"{path}: no gold reading ({error}); correct it or move it out of the folder") from error
        golds[gold.stem] = gold
    if not golds:
        raise UsageError(f"{folder}: no gold readings; name a folder with a .json beside each document")
    return list(golds.values())


def gold_text(folder: Path, gold: Gold) -> str | None:
    """The text of the document beside its gold reading; None if it is not plain text, or not there."""
    path = folder / gold.document
    return path.read_text("utf-8") if gold.is_text and path.is_file() else None
