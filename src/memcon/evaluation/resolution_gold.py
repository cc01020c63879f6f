"""Gold of resolution: what a careful analyst sees in many documents taken together.

The words of the documents stand for what they tell of, never ids: who is who, which accounts are of one encounter or
visit, and which wordings of a commitment, position or characterization are one thread. One file for a folder of
documents; the form is told in docs/evaluation.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

from memcon.errors import UsageError
from memcon.model import Change, EntityKind

RESOLUTION = "resolution.yaml"
"""The name of the file within its folder; a folder that holds it is judged by it."""

ThreadKind = Literal["commitments", "positions", "characterizations"]


class GoldEntity(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One person, body, initiative or state: `names` by document, `country` alpha-3.

    `offices` are those that one person holds at a time, in words that are the same for all who have held them.
    """

    kind: EntityKind
    names: dict[str, str]
    country: str | None = None
    offices: tuple[str, ...] = ()


class GoldEncounter(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One meeting as it was, or is to be: the words of its accounts by document, and the visit it was part of."""

    accounts: dict[str, str]
    visit: str | None = None


class GoldTrip(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One visit: the words of its accounts by document."""

    id: str
    accounts: dict[str, str]


class GoldWording(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One wording of a thread: the document, its words, and how they relate to the wording before, if that is clear."""

    document: str
    words: str
    change: Change | None = None


class GoldThread(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The same commitment, position or characterization through the documents, oldest wording first.

    `missing` names later documents of the same relation that say nothing of it.
    """

    kind: ThreadKind
    wordings: tuple[GoldWording, ...]
    missing: tuple[str, ...] = ()


class GoldWorld(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that many documents tell together; `documents` gives a short name to each file."""

    documents: dict[str, str]
    entities: tuple[GoldEntity, ...] = ()
    encounters: tuple[GoldEncounter, ...] = ()
    visits: tuple[GoldTrip, ...] = ()
    threads: tuple[GoldThread, ...] = ()

    def quotes(self) -> Iterator[tuple[str, str]]:
        """Every document (its short name) with the words that are quoted from it."""
        for entity in self.entities:
            yield from entity.names.items()
        for accounts in (*(one.accounts for one in self.encounters), *(one.accounts for one in self.visits)):
            yield from accounts.items()
        for thread in self.threads:
            yield from ((wording.document, wording.words) for wording in thread.wordings)


def has_resolution(folder: Path) -> bool:
    """Whether a folder holds gold of resolution."""
    return (folder / RESOLUTION).is_file()


def load_world(folder: Path) -> GoldWorld:
    """The gold of resolution of a folder.

    Raises UsageError if it is not there, not in its form, or names a document or a visit that it does not list.
    """
    path = folder / RESOLUTION
    try:
        world = msgspec.yaml.decode(path.read_bytes(), type=GoldWorld)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}); name a folder with gold of resolution") from error
    except msgspec.DecodeError as error:
        raise UsageError(f"{path}: no gold of resolution ({error}); correct it, see docs/evaluation.md") from error
    named = {document for document, _ in world.quotes()} | {name for thread in world.threads for name in thread.missing}
    strange = sorted(named - world.documents.keys())
    strange += sorted({one.visit for one in world.encounters if one.visit} - {visit.id for visit in world.visits})
    if strange:
        raise UsageError(f"{path}: {strange[0]!r} is named and not listed; add it to documents or visits")
    return world
