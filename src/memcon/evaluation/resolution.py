"""Resolution against its gold: who is who, which accounts are one encounter, which wordings are one thread."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from memcon.evaluation.resolution_alignment import Aligned, Item, align
from memcon.evaluation.resolution_gold import GoldWorld, load_world
from memcon.evaluation.resolution_measures import (
    Judged, Measure, Mixture, Violation, b_cubed, changes, links, mixtures, pairs, violations,
)
from memcon.ledger import Ledger
from memcon.lexicon.wording import Wording
from memcon.model import Change, Reading
from memcon.pipeline import keep
from memcon.resolution import make_resolver
from memcon.resolution.threads import ThreadMatcher

RESOLUTION_LAYERS = (
    "entities", "people", "bodies", "initiatives", "states", "encounters", "visits", "links", "threads",
    "commitments", "positions", "characterizations", "changes",
)
"""All layers, in the order in which they are printed."""

_KINDS = {"people": "person", "bodies": "organization", "initiatives": "initiative", "states": "state"}
_THREADS = ("commitments", "positions", "characterizations")
_HEAD = f"{'layer':<18}{'P':>7}{'R':>7}{'F1':>7}{'items':>7}{'unread':>8}{'gold':>7}{'found':>7}"
_FOOT = (
    "entities and their kinds: B³; gold and found count people, bodies and so on",
    "encounters, visits, threads: all pairs of accounts or wordings that are one; gold and found count pairs",
    "links: meetings with the visit that they were part of",
    "changes: how a wording relates to the one before, where the gold tells it",
    "unread: what the gold names and the reading has no entity or record of; left out of all other figures",
)


class Joined(Protocol):
    """Where readings are kept and joined."""

    def wholes_of(self, ids: Collection[str]) -> Mapping[str, str]:
        """The id of the resolved thing of each entity or record (its id); those that belong to none are left out."""

    def visit_of(self, encounter: str) -> str | None:
        """The visit that an encounter was part of: the ids of resolved things."""

    def change_of(self, before: str, now: str) -> Change | None:
        """How the wording of a record stands to that of another before it (their ids)."""


class ResolutionEvaluation(msgspec.Struct, frozen=True, kw_only=True):
    """How right resolution is; `layers` has those of RESOLUTION_LAYERS that the gold speaks of.

    `violations` are people taken for one who can never be; `mixtures` everything that was joined wrongly or kept
    apart wrongly; `missing` the documents without a reading.
    """

    documents: int
    layers: dict[str, Measure]
    violations: tuple[Violation, ...]
    mixtures: tuple[Mixture, ...]
    missing: tuple[str, ...]

    def as_text(self, errors: bool = False) -> str:
        """The table as it is printed, after all that was mixed up if it is wanted."""
        lines = [line for mixture in self.mixtures for line in _mixture_lines(mixture)] if errors else []
        lines.append(_HEAD)
        for name, measure in self.layers.items():
            shares = (measure.precision, measure.recall, measure.f1)
            counts = f"{measure.items:>7}{measure.unread:>8}{measure.gold:>7.0f}{measure.predicted:>7.0f}"
            lines.append(f"{name:<18}{''.join(f'{share:7.3f}' for share in shares)}{counts}")
        lines.extend(f"not read: {name}" for name in self.missing)
        lines.append(f"{self.documents} documents; {len(self.violations)} people taken for others that they cannot be")
        for one in self.violations:
            kind = "of two states" if one.kind == "states" else "in one office"
            (document, left), (other, right) = one.left, one.right
            lines.append(f"  {kind} ({one.told}): {left} in {document}, {right} in {other}")
        return "\n".join([*lines, "", *_FOOT])

    def as_json(self) -> str:
        """All figures and errors as JSON."""
        return msgspec.json.format(msgspec.json.encode(self), indent=1).decode("utf-8")


def evaluate_resolution_folder(folder: Path, readings: Iterable[Reading]) -> ResolutionEvaluation:
    """Join the readings of a folder in a ledger of their own and judge them by the gold of resolution that lies there.

    Raises UsageError where that is not in its form or quotes what its documents do not say.
    """
    gold = load_world(folder)
    kept = list(readings)
    with Ledger.open(":memory:", resolver=make_resolver()) as ledger:
        for reading in kept:
            keep(reading, ledger)
        return evaluate_resolution(gold, kept, _Kept(ledger))


def evaluate_resolution(gold: GoldWorld, readings: Iterable[Reading], joined: Joined) -> ResolutionEvaluation:
    """Judge how the readings were joined. A reading belongs to the document of its file name.

    UsageError if words that the gold quotes do not stand in their document.
    """
    short = {Path(file).name: name for name, file in gold.documents.items()}
    found = {Path(reading.document.source).name: reading for reading in readings}
    read = {short[file]: reading for file, reading in found.items() if file in short}
    aligned = align(gold, read)
    layers: dict[str, Measure] = {}
    entities = _judge(aligned.entities, joined)
    _score_entities(layers, aligned.entities, entities)
    wrong = list(mixtures("entities", entities))
    for name, items in (("encounters", aligned.encounters), ("visits", aligned.visits), ("threads", aligned.threads)):
        judged = _judge(items, joined)
        layers[name] = pairs(judged, len(items) - len(judged))
        wrong += mixtures(name, judged)
    _score_threads(layers, aligned.threads, joined)
    layers["links"] = _score_links(gold, aligned, joined)
    layers["changes"] = changes(aligned.threads, joined.change_of)
    return ResolutionEvaluation(
        documents=len(gold.documents),
        layers={name: layers[name] for name in RESOLUTION_LAYERS if layers[name].items or layers[name].unread},
        violations=tuple(violations(entities, gold.entities)), mixtures=tuple(wrong),
        missing=tuple(file for name, file in gold.documents.items() if name not in read),
    )


def _judge(items: Sequence[Item], joined: Joined) -> list[Judged]:
    """The items that were read, with their wholes; what belongs to none is a whole of its own."""
    read = [item for item in items if item.identity is not None]
    wholes = joined.wholes_of({item.identity for item in read if item.identity is not None})
    return [Judged(item, wholes.get(item.identity or "", item.identity or "")) for item in read]


def _score_entities(layers: dict[str, Measure], items: Sequence[Item], judged: Sequence[Judged]) -> None:
    layers["entities"] = b_cubed(judged, len(items) - len(judged))
    for name, kind in _KINDS.items():
        of_kind = [one for one in judged if one.item.kind == kind]
        layers[name] = b_cubed(of_kind, sum(item.kind == kind for item in items) - len(of_kind))


def _score_threads(layers: dict[str, Measure], items: Sequence[Item], joined: Joined) -> None:
    judged = _judge(items, joined)
    for kind in _THREADS:
        of_kind = [one for one in judged if one.item.kind == kind]
        layers[kind] = pairs(of_kind, sum(item.kind == kind for item in items) - len(of_kind))


def _score_links(gold: GoldWorld, aligned: Aligned, joined: Joined) -> Measure:
    trips: dict[str, set[str]] = {}
    for one in _judge(aligned.visits, joined):
        trips.setdefault(gold.visits[one.item.cluster].id, set()).add(one.whole)
    expected = []
    for one in _judge(aligned.encounters, joined):
        visit = gold.encounters[one.item.cluster].visit
        expected.append((None if visit is None else trips.get(visit, set()), joined.visit_of(one.whole)))
    return links(expected)


class _Kept:
    """A ledger in which readings have been joined, as an evaluation asks it (`Joined`)."""

    def __init__(self, ledger: Ledger) -> None:
        self._visits = {row.id: row.visit for row in ledger.encounters()}
        self._utterances = {each.record.id: each.utterance for row in ledger.threads() for each in row.wordings}
        self._matcher = ThreadMatcher("memcon evaluate", Wording())
        self.wholes_of = ledger.wholes_of

    def visit_of(self, encounter: str) -> str | None:
        return self._visits.get(encounter)

    def change_of(self, before: str, now: str) -> Change | None:
        told = self._utterances
        return self._matcher.change(told[before], told[now]) if before in told and now in told else None


def _mixture_lines(mixture: Mixture) -> Iterator[str]:
    what = "joined, and are two" if mixture.kind == "joined" else "kept apart, and are one"
    yield f"{mixture.layer}: {what}"
    for document, words in (mixture.left, mixture.right):
        yield f"  {document:<8}{words}"
    yield ""
