"""A text with marked places that stay on their words while the text is edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Place = tuple[int, int]


@dataclass(frozen=True)
class Marked:
    """A text and places in it, as half-open offsets."""

    text: str
    places: tuple[Place, ...]

    def quotes(self) -> list[str]:
        """The words at the places."""
        return [self.text[start:end] for start, end in self.places]

    def replace(self, start: int, end: int, words: str) -> Marked:
        """With other words from `start` to `end`; what is put in at the edge of a place stays outside of it."""
        grown = len(words) - (end - start)
        moved = tuple(
            (a + grown if end <= a else a, b + grown if end <= b and start < b else b) for a, b in self.places
        )
        return Marked(self.text[:start] + words + self.text[end:], moved)

    def reorder(self, units: Sequence[Place], order: Sequence[int]) -> Marked:
        """With these stretches of the text in another order, and what is between them where it was.

        Every place must lie within one stretch or outside of all of them (ValueError).
        """
        if not units:
            return self
        pieces = [self.text[start:end] for start, end in units]
        gaps = [self.text[one[1] : other[0]] for one, other in pairwise(units)] + [""]
        text, shift = self.text[: units[0][0]], {}
        for slot, index in enumerate(order):
            shift[index] = len(text) - units[index][0]
            text += pieces[index] + gaps[slot]
        places = tuple(_move(place, units, shift) for place in self.places)
        return Marked(text + self.text[units[-1][1] :], places)


def _move(place: Place, units: Sequence[Place], shift: dict[int, int]) -> Place:
    start, end = place
    for index, (first, last) in enumerate(units):
        if first <= start and end <= last:
            return start + shift[index], end + shift[index]
        if start < last and first < end:
            raise ValueError(f"the place {place} crosses the edge of {first, last}")
    return place
