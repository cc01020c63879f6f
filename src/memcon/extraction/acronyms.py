"""Acronyms that a text explains itself.

"Workers' Unity Party (WUP)", "Australia-United Kingdom-United States (AUKUS)".
"""

from __future__ import annotations

from memcon.extraction.mark import Mark, Marks
from memcon.extraction.tokens import Tokens

_LONGEST = 12
_SKIPPED = frozenset({"of", "the", "and", "for", "on", "in", "-", "–", "&", "'s", "'"})


def mark_acronyms(tokens: Tokens, marks: Marks) -> Marks:
    """The marks with those of acronyms added, each under the name that it stands for."""
    known: dict[str, Mark] = {}
    wider: list[Mark] = []
    for at in range(1, len(tokens) - 2):
        if tokens.text[at] != "(" or tokens.text[at + 2] != ")":
            continue
        word = tokens.text[at + 1]
        if not (2 <= len(word) <= _LONGEST and sum(c.isupper() for c in word) >= 2):
            continue
        full, own = marks.ending(at), marks.starting(at + 1)
        if full is not None and full.kind in ("body", "initiative", "place") and (own is None or own.name == full.name):
            known[word] = _part_spelled(tokens, full, word)
        elif own is not None and own.kind == "body" and (full is None or full.kind == "state"):
            start = _spelled(tokens, at, word)
            if start is not None:
                wider.append(own._replace(start=start, end=at + 3))
    if not known and not wider:
        return marks
    covered = {i for mark in wider for i in range(mark.start, mark.end)}
    added = [
        known[word]._replace(
            start=i,
            end=i + 1,
            inner=(),
            name=known[word].name or " ".join(tokens.text[known[word].start : known[word].end]),
        )
        for i, word in enumerate(tokens.text)
        if word in known and _is_free(marks, i)
    ]
    covered |= {mark.start for mark in added}
    kept = [mark for mark in marks.all if mark.start not in covered and mark.end - 1 not in covered]
    return Marks(sorted(kept + added + wider, key=lambda mark: mark.start), len(tokens))


def _part_spelled(tokens: Tokens, full: Mark, acronym: str) -> Mark:
    """The part of a name that an acronym stands for: of "Committee of the Workers' Party (WP)" the party."""
    start = _spelled(tokens, full.end, acronym)
    if full.name is not None or start is None or start <= full.start:
        return full
    return full._replace(
        start=start, type=next((mark.type for mark in full.inner if mark.start == start), "other"), inner=()
    )


def _is_free(marks: Marks, i: int) -> bool:
    mark = marks.at[i]
    return mark is None or mark.end - mark.start == 1


def _spelled(tokens: Tokens, end: int, acronym: str) -> int | None:
    """Where the words begin, before a bracket, whose first letters an acronym takes; None where they do not."""
    letters, i = acronym.lower(), end
    while letters and i > 0:
        i -= 1
        if tokens.low[i] in _SKIPPED:
            continue
        if not tokens.text[i][0].isupper() or tokens.low[i][0] != letters[-1]:
            return None
        letters = letters[:-1]
    return i if not letters else None
