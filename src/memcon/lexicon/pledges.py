"""Expressions of commitments and of stances: their groups, compiled, and the word lists that go with them."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple, TypeVar

import msgspec

from memcon.lexicon.compiled import Lexicon
from memcon.lexicon.files import read_entries, read_file
from memcon.lexicon.patterns import PatternTable
from memcon.model import Force, Stance, Strength

Frame = Literal["modal", "verb", "adjective", "noun", "object", "call", "need", "impersonal", "address", "foreseen"]


class PledgeGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Expressions of commitments of one force and one frame; see the head of `commitments.yaml`."""

    group: str
    force: Force
    strength: Strength = "strong"
    frame: Frame
    takes: tuple[str, ...]
    needs: str | None = None
    about: str | None = None
    responsible: str | None = None
    cues: tuple[str, ...]
    yes: str
    no: str


class StanceGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Expressions of one stance and one frame; see the head of `stances.yaml`."""

    group: str
    stance: Stance
    frame: Frame
    takes: tuple[str, ...]
    needs: str | None = None
    about: str | None = None
    negated: Stance | None = None
    cues: tuple[str, ...]
    yes: str
    no: str


Group = TypeVar("Group", PledgeGroup, StanceGroup)


class Pledges(NamedTuple):
    """The compiled expressions of commitments; `words` are lists of words, `phrases` tables of phrases, by key."""

    table: PatternTable[PledgeGroup]
    words: dict[str, frozenset[str]]
    phrases: dict[str, PatternTable[str]]


class Stances(NamedTuple):
    """The compiled expressions of stances, and the lists of words that go with them, by key."""

    table: PatternTable[StanceGroup]
    groups: list[StanceGroup]
    words: dict[str, frozenset[str]]


@lru_cache(maxsize=4)
def load_pledges(lexicon: Lexicon) -> Pledges:
    """The expressions of commitments of a lexicon, compiled once."""
    groups = read_entries(lexicon.entries("commitments"), PledgeGroup, lexicon.extra, key="groups")
    words: dict[str, frozenset[str]] = {}
    lines: dict[str, list[tuple[str, str]]] = {}
    for parsed in read_file(lexicon.entries("commitment_words"), lexicon.extra):
        for key, members in (parsed.get("words") or {}).items():
            words[key] = words.get(key, frozenset()) | frozenset(members)
        for key, phrases in (parsed.get("phrases") or {}).items():
            lines.setdefault(key, []).extend((phrase, phrase) for phrase in phrases)
    stated = [
        *((group.frame, group.cues) for group in groups),
        *((group.frame, group.cues) for group in load_stances(lexicon).groups),
    ]
    words["nominals"] = frozenset(
        word for frame, cues in stated if frame == "noun" for cue in cues for word in cue.split("|")
    )
    words["verbs"] = frozenset(
        form for frame, cues in stated if frame != "noun" for cue in cues for form in _finite_forms(cue, lexicon)
    )
    tables = {key: PatternTable(phrases, lexicon.words.forms, lexicon.words.classes) for key, phrases in lines.items()}
    return Pledges(_compile(groups, lexicon), words, tables)


def _finite_forms(cue: str, lexicon: Lexicon) -> list[str]:
    """The finite forms of the verb that a pattern begins with, if it begins with one."""
    verbs = [option[1:] for option in cue.partition(" ")[0].split("|") if option.startswith("~")]
    return sorted(form for verb in verbs for kind in ("s", "past") for form in lexicon.words.forms(verb, kind))


@lru_cache(maxsize=4)
def load_stances(lexicon: Lexicon) -> Stances:
    """The expressions of stances of a lexicon, compiled once."""
    groups = read_entries(lexicon.entries("stances"), StanceGroup, lexicon.extra, key="groups")
    words: dict[str, frozenset[str]] = {}
    for parsed in read_file(lexicon.entries("stance_words"), lexicon.extra):
        expressing = (form for lemma in parsed.get("expressing") or () for form in lexicon.words.forms(lemma))
        words["expressing"] = words.get("expressing", frozenset()) | frozenset(expressing)
        for key in ("good", "bad"):
            words[key] = words.get(key, frozenset()) | frozenset(parsed.get(key) or ())
    return Stances(_compile(groups, lexicon), groups, words)


def _compile(groups: list[Group], lexicon: Lexicon) -> PatternTable[Group]:
    """The patterns of groups as one table."""
    return PatternTable(
        [(cue, group) for group in groups for cue in group.cues], lexicon.words.forms, lexicon.words.classes
    )
