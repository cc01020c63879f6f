"""Words and marks of a repaired text, as parallel arrays for the grammar to walk over."""

from __future__ import annotations

from bisect import bisect_left

from memcon.lexicon.cutting import TOKEN


class Tokens:
    """The tokens of a text: `text`, `low` (lower case), `start` and `end` offsets, all of one length."""

    __slots__ = ("end", "low", "start", "text")

    def __init__(self, repaired: str) -> None:
        found = [(m.group(), m.start(), m.end()) for m in TOKEN.finditer(repaired)]
        self.text = [word for word, _, _ in found]
        self.start = [start for _, start, _ in found]
        self.end = [end for _, _, end in found]
        self.low = [word.lower() for word in self.text]

    def __len__(self) -> int:
        return len(self.text)

    def at(self, offset: int) -> int:
        """The index of the first token that starts at or after an offset."""
        return bisect_left(self.start, offset)

    def glued(self, index: int) -> bool:
        """Whether no white space parts the token from the one before."""
        return index > 0 and self.start[index] == self.end[index - 1]
