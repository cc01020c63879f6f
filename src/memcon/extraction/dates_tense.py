"""Whether a date lies ahead of the clause that names it, or behind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from memcon.lexicon.calendar import Calendar
from memcon.lexicon.calendar_forms import Pieces

Tense = Literal["past", "future"]
_REACH = 60  # pieces to each side
_ENDS = frozenset('.!?;:"')


def find_tense(calendar: Calendar, pieces: Pieces, first: int, last: int) -> Tense | None:
    """The tense of the verb nearest to the pieces `first` to `last`, before them or else after; None if none tells."""
    words = pieces.words
    before = [word for word in words[max(0, first - 6) : first] if _counts(word) or word == ","]
    while before and before[-1].lower() == "on":
        before.pop()
    if before and before[-1].lower() in ("and", "but"):  # ", and on Friday they will meet"
        return _look_ahead(calendar, words, last) or _look_back(calendar, words, first)
    return _look_back(calendar, words, first) or _look_ahead(calendar, words, last)


def _look_back(calendar: Calendar, words: Sequence[str], first: int) -> Tense | None:
    before = [words[place] for place in range(max(0, first - _REACH), first) if _counts(words[place])]
    following = ""
    for place in range(len(before) - 1, -1, -1):
        word = before[place].lower()
        previous = before[place - 1] if place else ""
        if word in _ENDS or calendar.holds("clauseopener", word):
            return None
        if calendar.holds("future", word) or following == "to" and calendar.holds("promise", word):
            return "future"
        if word == "to" and following == "be":
            return "future"
        if word == "to" and calendar.holds("tripverb", following) and previous[:1].isupper():
            return "future"
        if calendar.holds("present", word) or previous in ("is", "are") and calendar.holds("progressive", word):
            return "future"
        if _is_past(calendar, before[place]) and not calendar.holds("bare", previous):
            return "past"
        following = word
    return None


def _look_ahead(calendar: Calendar, words: Sequence[str], last: int) -> Tense | None:
    if words[last : last + 1] == [":"]:  # an item of a programme
        last += 1
    for word in filter(_counts, words[last : last + _REACH]):
        if word in _ENDS:
            return None
        if calendar.holds("future", word):
            return "future"
        if _is_past(calendar, word):
            return "past"
    return None


def _counts(piece: str) -> bool:
    return piece.isalpha() or piece in _ENDS


def _is_past(calendar: Calendar, word: str) -> bool:
    return word.islower() and (len(word) > 4 and word.endswith("ed") or calendar.holds("past", word))
