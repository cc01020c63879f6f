"""One document to be judged: its gold reading beside the program's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from memcon.evaluation.findings import Count, Finding, Judgement, Mistake, MistakeKind, context_of, locate
from memcon.evaluation.gold import Gold
from memcon.evaluation.naming import Naming, homes
from memcon.evaluation.pairing import Pairing
from memcon.model import Entity, Reading, Span
from memcon.model.records import Record

Item = TypeVar("Item")
Kept = TypeVar("Kept", bound=Record)

Describe = Callable[[Item], tuple[str, str | None]]
"""From an expected item to how it is printed and the words that it rests on."""


class Case:
    """A gold reading, the program's reading of the same document (None if it was not read) and the file's text."""

    def __init__(self, gold: Gold, reading: Reading | None, file_text: str | None) -> None:
        self.gold = gold
        self.reading = reading
        self.file_text = file_text
        self.text = reading.document.text if reading else (file_text or "")

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """The entities of the reading."""
        return self.reading.entities if self.reading else ()

    @cached_property
    def naming(self) -> Naming:
        """The names behind the reading's ids."""
        return Naming(self.entities, sorted({person.name for person in self.gold.people()}))

    @cached_property
    def homes(self) -> dict[str, str]:
        """Whose state: folded names of people to states."""
        return homes(self.gold, self.entities)

    def mistake(
        self, layer: str, kind: MistakeKind, place: Span | str | None,
        expected: str | None = None, got: str | None = None,
    ) -> Mistake:
        """An error at a span, or where a wording stands in the text."""
        where = (place.start, place.end) if isinstance(place, Span) else locate(self.text, place)
        start, end = where or (None, None)
        context = context_of(self.text, *where) if where else None
        return Mistake(
            layer=layer, document=self.gold.document, kind=kind, expected=expected, got=got,
            start=start, end=end, context=context,
        )

    def unmatched(
        self, layer: str, pairing: Pairing[Item, Kept], expected: Describe[Item],
        got: Callable[[Kept], tuple[str, Span]],
    ) -> Iterator[Finding]:
        """What of a layer was missed and what was extra."""
        for item in pairing.missed:
            printed, words = expected(item)
            yield self.mistake(layer, "missed", words, expected=printed)
        for record in pairing.extra:
            said, span = got(record)
            yield self.mistake(layer, "extra", span, got=said)


def count(layer: str, pairing: Pairing[Item, Kept]) -> Iterator[Finding]:
    """The count of a layer in which every pair is right, and the judgement of each of its records."""
    pairs, extra = pairing.pairs, pairing.extra
    yield Count(layer, len(pairs), len(pairs) + len(pairing.missed), len(pairs) + len(extra))
    yield from judge(layer, [record for _, record in pairs], right=True)
    yield from judge(layer, extra, right=False)


def judge(layer: str, records: Sequence[Record], *, right: bool) -> Iterator[Judgement]:
    """The same judgement of several records."""
    for record in records:
        yield Judgement(layer, record.confidence, right)
