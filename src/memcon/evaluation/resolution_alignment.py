"""Which entity or record of a reading the quoted words of a gold of resolution stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, product
from typing import NamedTuple

from memcon.errors import UsageError
from memcon.evaluation.pairing import pair
from memcon.evaluation.resolution_gold import GoldThread, GoldWorld
from memcon.model import Change, Reading, Record, Span

COVERED = 0.5
"""At least this share of the quoted words must stand within the words that the record rests on."""

class Item(NamedTuple):
    """One gold name, account or wording: the number of its cluster and its place there, and what was read of it.

    `kind` is that of the entity or the record (`RECORD_KINDS`); `identity` its id, None where the reading has none.
    """

    cluster: int
    place: int
    document: str
    words: str
    kind: str
    change: Change | None = None
    identity: str | None = None


class Aligned(NamedTuple):
    """Every gold item of each family, with what was read there."""

    entities: tuple[Item, ...]
    encounters: tuple[Item, ...]
    visits: tuple[Item, ...]
    threads: tuple[Item, ...]


class _Stretch(NamedTuple):
    start: int
    end: int


_Candidate = tuple[str, Sequence[_Stretch]]
"""The id of an entity or record with the places that it rests on."""


def align(gold: GoldWorld, readings: Mapping[str, Reading]) -> Aligned:
    """Find the gold items in readings, which are given by the short names of their documents.

    Within a document each item is paired with one entity of its kind (by the places that mention it) or record (by
    its evidence, or the words that are undertaken, held or called so), the likest first. UsageError if a
    quotation does not stand in its document.
    """
    return Aligned(
        entities=_align(gold, readings, _entity_items(gold)),
        encounters=_align(gold, readings, _told_items("meetings", [one.accounts for one in gold.encounters])),
        visits=_align(gold, readings, _told_items("visits", [one.accounts for one in gold.visits])),
        threads=_align(gold, readings, _wording_items(gold.threads)),
    )


def _align(gold: GoldWorld, readings: Mapping[str, Reading], items: Iterable[Item]) -> tuple[Item, ...]:
    aligned: list[Item] = []
    for (document, kind), group in groupby(sorted(items, key=_where), key=_where):
        reading = readings.get(document)
        if reading is None:
            aligned += group
            continue
        text = reading.document.text
        wanted = [(item, list(_places(text, item.words))) for item in group]
        for item, places in wanted:
            if not places:
                raise UsageError(f"{gold.documents[document]}: does not say {item.words!r}; correct the gold")
        pairing = pair(wanted, _candidates(reading, kind), lambda gold, found: _likeness(gold[1], found[1]))
        aligned += [item._replace(identity=identity) for (item, _), (identity, _) in pairing.pairs]
        aligned += [item for item, _ in pairing.missed]
    return tuple(sorted(aligned, key=lambda item: (item.cluster, item.place)))


def _where(item: Item) -> tuple[str, str]:
    return item.document, item.kind


def _likeness(words: Sequence[_Stretch], rests_on: Sequence[_Stretch]) -> float:
    """F1 of the characters shared, at the place where most are; 0 where too few of the quoted words are covered."""
    best = 0.0
    for word, span in product(words, rests_on):
        shared = min(word.end, span.end) - max(word.start, span.start)
        if shared >= COVERED * (word.end - word.start):
            best = max(best, 2 * shared / (word.end - word.start + span.end - span.start))
    return best


def _places(text: str, words: str) -> Iterator[_Stretch]:
    """Where words stand in a text, whatever the white space between them."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    yield from (_Stretch(*found.span()) for found in re.finditer(pattern, text))


# What the gold asks for


def _entity_items(gold: GoldWorld) -> Iterator[Item]:
    for number, entity in enumerate(gold.entities):
        for place, (document, name) in enumerate(entity.names.items()):
            yield Item(number, place, document, name, entity.kind)


def _told_items(kind: str, clusters: Iterable[Mapping[str, str]]) -> Iterator[Item]:
    for number, accounts in enumerate(clusters):
        for place, (document, words) in enumerate(accounts.items()):
            yield Item(number, place, document, words, kind)


def _wording_items(threads: Iterable[GoldThread]) -> Iterator[Item]:
    for number, thread in enumerate(threads):
        for place, wording in enumerate(thread.wordings):
            yield Item(number, place, wording.document, wording.words, thread.kind, wording.change)


# What a reading has


def _candidates(reading: Reading, kind: str) -> list[_Candidate]:
    match kind:
        case "meetings" | "visits":
            records: Sequence[Record] = getattr(reading, kind)
            return [(record.id, _stretches(record.evidence)) for record in records]
        case "commitments":
            return [(record.id, _stretches([record.action])) for record in reading.commitments]
        case "positions":
            return [(record.id, _stretches([record.object])) for record in reading.positions]
        case "characterizations":
            return [(record.id, _stretches([record.phrase])) for record in reading.characterizations]
        case _:
            return _entities(reading, kind)


def _entities(reading: Reading, kind: str) -> list[_Candidate]:
    places: dict[str, list[_Stretch]] = {entity.id: [] for entity in reading.entities if entity.kind == kind}
    for mention in reading.mentions:
        if mention.entity in places and mention.how != "pronoun":
            places[mention.entity].append(_Stretch(mention.start, mention.end))
    return list(places.items())


def _stretches(spans: Iterable[Span]) -> list[_Stretch]:
    return [_Stretch(span.start, span.end) for span in spans]
