"""Principles and deeds: a commitment to freedom of navigation is a position, one to building a port a commitment."""

from __future__ import annotations

from memcon.extraction.draft import Draft
from memcon.extraction.expressions import Expressions
from memcon.lexicon.pledges import load_pledges

_HEAD_ENDS = frozenset("of in on with between to for and , as that which by from at based against".split())
_LONGEST_HEAD = 12  # tokens from the start of a noun phrase to its head noun


def is_principle(draft: Draft, expressions: Expressions, start: int, limit: int, key: str = "principles") -> bool:
    """Whether the phrase at a token names a principle (a word of the list `key`), also as "upholding the law"."""
    low, words = draft.tokens.low, load_pledges(draft.lexicon).words
    at = expressions.skip(start, limit)
    if at >= limit:
        return False
    infinitive = low[at - 1] == "to" and low[at] in words["upholding"] and draft.lexicon.words.is_verb(low[at], "base")
    if infinitive or expressions.is_ing(at, limit):
        return low[at] in words["upholding"]
    head = at
    for i in range(at, min(limit, at + _LONGEST_HEAD)):
        if low[i] in _HEAD_ENDS and low[i - 1] != "-":
            break
        head = i
    if low[head] in words[key]:
        return low[head : head + 2] != ["resolution", "of"]  # to resolve a dispute is a deed
    being = draft.being(draft.noun_from.get(at))
    return key == "principles" and being is not None and being.kind == "initiative"
