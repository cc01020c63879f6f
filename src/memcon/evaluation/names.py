"""When two names, or two wordings, count as the same."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from memcon.evaluation.states import SAME_STATE, WHOLE_NAMES

Names = list[str]
"""All the names that one entity goes by."""

SAME_BODY = 0.75
SAME_CUE = 0.5
SAME_PARTIES = 0.99
SAME_PARTIES_OF_MANY = 0.8

_POSSESSIVE = re.compile(r"[’']s\b")
_NO_WORD = re.compile(r"[^0-9a-zа-яё\u4e00-\u9fff]+")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_ADDRESS = re.compile(
    r"\b(?:mr|mrs|ms|dr|sir|his|her|the|excellency|h e|king|queen|prince|sheikh|sheik|president|prime minister|minister"
    r"|foreign|secretary|state councilor|chairman|chairwoman|chairperson|speaker|ambassador)\b"
)


@lru_cache(maxsize=65536)
def fold(text: str | None) -> str:
    """The text in lower case, without accents, possessives and punctuation; states under one name.

    >>> fold("Türkiye’s"), fold("the U.S.")
    ('turkey', 'the u s')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text or "") if not unicodedata.combining(c)).lower()
    words = _NO_WORD.sub(" ", _POSSESSIVE.sub("", plain)).strip()
    return SAME_STATE.get(words, words)


def words_of(text: str | None) -> list[str]:
    """The words of a text; of Chinese, its characters."""
    folded = fold(text)
    return list(folded.replace(" ", "")) if _HAN.search(folded) else folded.split()


def overlap(one: str | None, other: str | None) -> float:
    """F1 of the words that two wordings share, in whatever order.

    >>> overlap("deepen trade and investment", "deepen investment")
    0.6666666666666666
    """
    ours, theirs = Counter(words_of(one)), Counter(words_of(other))
    if not ours or not theirs:
        return 0.0
    return 2 * (ours & theirs).total() / (ours.total() + theirs.total())


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names can be one bearer's: equal, or one is part of the other when titles are taken away.

    States are the same only when equal, and a name made of nothing but states names nobody.

    >>> same_name("Xi", "President Xi Jinping"), same_name("Sudan", "South Sudan")
    (True, False)
    """
    a, b = fold(one), fold(other)
    if not a or not b or a == b:
        return bool(a) and a == b
    if a in WHOLE_NAMES or b in WHOLE_NAMES:
        return False
    short, long = sorted((set(_ADDRESS.sub(" ", a).split()), set(_ADDRESS.sub(" ", b).split())), key=len)
    if not short or short <= WHOLE_NAMES or short <= SAME_STATE.keys():
        return False
    return short <= long


def named_among(name: str | None, names: Iterable[str]) -> bool:
    """Whether a name can be that of a bearer of these names."""
    return any(same_name(name, each) for each in names)


def same_body(name: str, names: Iterable[str]) -> bool:
    """Whether an organization or initiative is the one of these names: three quarters of the words at least."""
    return any(fold(name) == fold(each) or overlap(name, each) >= SAME_BODY for each in names)


def same_cue(one: str | None, other: str | None) -> bool:
    """Whether two cues are one: "expressed hope" and "expressed his hope" are; so are none and none."""
    return fold(one) == fold(other) or overlap(one, other) >= SAME_CUE


def agreement(expected: Sequence[str], got: Sequence[Names]) -> float:
    """F1 of two sets of bearers, each expected one matched with the first that fits; 1 if both are empty."""
    if not expected and not got:
        return 1.0
    left = list(got)
    hits = 0
    for name in expected:
        found = next((index for index, names in enumerate(left) if named_among(name, names)), None)
        if found is not None:
            del left[found]
            hits += 1
    return 2 * hits / (len(expected) + len(got))


def same_parties(expected: Sequence[str], got: Sequence[Names], homes: Mapping[str, str]) -> bool:
    """Whether these are the same speakers or actors.

    Of two or more together, people and their states (`homes`: folded name to state) are the same.
    """
    if agreement(expected, got) >= (SAME_PARTIES if len(expected) < 3 else SAME_PARTIES_OF_MANY):
        return True
    if len(expected) < 2 or len(got) < 2:
        return False
    states = [homes.get(fold(name), name) for name in expected]
    named = [[*names, *(homes[fold(name)] for name in names if fold(name) in homes)] for names in got]
    return agreement(states, named) >= SAME_PARTIES
