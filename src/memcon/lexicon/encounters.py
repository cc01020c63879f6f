"""How a language speaks of encounters and trips: verbs, nouns, and the words that tell their form, tone and status."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal, NamedTuple

import msgspec

from memcon.lexicon.compiled import Lexicon
from memcon.lexicon.cutting import split_words
from memcon.lexicon.files import read_entries, read_file
from memcon.lexicon.names import NameTable
from memcon.lexicon.patterns import PatternTable
from memcon.model import MeetingKind, Part

Frame = Literal["with", "object", "sit", "in", "to", "body"]


class EncounterGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Verbs or nouns of one kind of encounter; `parts` are those of subject and partner.

    `frame` says how the partner is joined; `weak` words need more than themselves to tell an encounter; `label` is what
    a group of attendance or support stands for.
    """

    group: str
    frame: Frame = "with"
    kind: MeetingKind = "meeting"
    parts: tuple[Part, ...] = ()
    weak: str | None = None
    delegation: str | None = None
    label: str = ""
    cues: tuple[str, ...]
    yes: str
    no: str


class Encounters(NamedTuple):
    """The tables of `encounters.yaml`, compiled: patterns by table, labelled phrases, and single words by list.

    `starts` gives for a word the tables that have a pattern beginning with it, `leads` the words that begin a phrase.
    """

    tables: dict[str, PatternTable[EncounterGroup]]
    starts: dict[str, tuple[str, ...]]
    phrases: NameTable[str]
    leads: frozenset[str]
    words: dict[str, frozenset[str]]


@lru_cache(maxsize=4)
def load_encounters(lexicon: Lexicon) -> Encounters:
    """The encounter words of a lexicon, the user's own behind the built-in ones.

    >>> from memcon.lexicon import load_lexicon
    >>> sorted(load_encounters(load_lexicon()).words["headed"])
    ['headed', 'led']
    """
    name = lexicon.entries("encounters")
    groups = {
        "verbs": read_entries(name, EncounterGroup, lexicon.extra, key="verbs"),
        "nouns": read_entries(name, EncounterGroup, lexicon.extra, key="nouns"),
        "support": [],
        "attendance": [],
        "trips": [],
        "trip_support": [],
    }
    phrases: NameTable[str] = NameTable()
    words: dict[str, frozenset[str]] = {}
    leads: set[str] = set()
    for parsed in read_file(name, lexicon.extra):
        for table, found in _labelled(parsed).items():
            groups[table] += found
        for label, listed in {**(parsed.get("words") or {}), **_trip_words(parsed)}.items():
            words[label] = words.get(label, frozenset()) | frozenset(listed)
        for label, listed in (parsed.get("phrases") or {}).items():
            for phrase in map(split_words, listed):
                phrases.add(phrase, label)
                leads.add(phrase[0].lower())
    return _compile(lexicon, groups, phrases, frozenset(leads), words)


def _labelled(parsed: dict[str, Any]) -> dict[str, list[EncounterGroup]]:
    """The groups of the sections that list patterns by label."""
    visits = parsed.get("visits") or {}
    support = [_plain(label, patterns) for label, patterns in (parsed.get("support") or {}).items()]
    attendance = [
        msgspec.structs.replace(group, label=label)
        for label, raw in (parsed.get("attendance") or {}).items()
        for group in msgspec.convert(raw, list[EncounterGroup], strict=False)
    ]
    trips = msgspec.convert(visits.get("verbs") or [], list[EncounterGroup], strict=False)
    made = [_plain("made", visits["made"])] if visits.get("made") else []
    return {"support": support, "attendance": attendance, "trips": trips, "trip_support": made}


def _plain(label: str, patterns: list[str]) -> EncounterGroup:
    return EncounterGroup(group=label, label=label, cues=tuple(patterns), yes="", no="")


def _trip_words(parsed: dict[str, Any]) -> dict[str, list[str]]:
    visits = parsed.get("visits") or {}
    types = {f"trip.{label}": listed for label, listed in (visits.get("types") or {}).items()}
    return {"trip_nouns": visits.get("nouns") or [], **types}


def _compile(
    lexicon: Lexicon,
    groups: dict[str, list[EncounterGroup]],
    phrases: NameTable[str],
    leads: frozenset[str],
    words: dict[str, frozenset[str]],
) -> Encounters:
    forms, classes = lexicon.words.forms, lexicon.words.classes
    tables = {
        name: PatternTable([(cue, group) for group in listed for cue in group.cues], forms, classes)
        for name, listed in groups.items()
    }
    starts: dict[str, tuple[str, ...]] = {}
    for name, table in tables.items():
        for word in table.starts:
            starts[word] = (*starts.get(word, ()), name)
    return Encounters(dict(tables), starts, phrases, leads, words)
