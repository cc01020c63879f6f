"""The lexicon of a language, compiled: automata over names and cues, tables of offices and words."""

from __future__ import annotations

from functools import cached_property
from hashlib import blake2b
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from memcon.errors import LexiconError
from memcon.lexicon.entries import (
    BodyEntry,
    CueGroup,
    Honorific,
    InitiativeEntry,
    NameSense,
    OfficeEntry,
    PlaceEntry,
    StateEntry,
    StateName,
    Topic,
)
from memcon.lexicon.files import read_entries, read_lists
from memcon.lexicon.heads import Heads, build_heads
from memcon.lexicon.merging import join_entries
from memcon.lexicon.name_homes import NameHomes, read_name_homes
from memcon.lexicon.names import NameTable
from memcon.lexicon.patterns import PatternTable
from memcon.lexicon.tables import OutcomeWords, RelationWords, outcome_words, relation_words
from memcon.lexicon.words import Words
from memcon.lexicon.cutting import split_words

_VERSION = 1

_OFFICE_WORDS = ("modifiers", "suffix_modifiers", "subjects", "heads")
Named = StateName | BodyEntry | InitiativeEntry | PlaceEntry


class Groups(NamedTuple):
    """Nouns for several entities at once: `heads` with (sort, type of body), nouns for one side, and number words."""

    heads: NameTable[tuple[str, str]]
    side: frozenset[str]
    numbers: dict[str, int]


class Lexicon:
    """All that is known of one language; each part is read and compiled when it is first used."""

    def __init__(self, language: str, extra: Path | None = None) -> None:
        if not (resources.files("memcon.lexicon") / language).is_dir():
            raise LexiconError(f"no lexicon for language {language!r}; add a folder of that name beside 'en'")
        self.language = language
        self.extra = extra

    @cached_property
    def version(self) -> str:
        """The language and the version of its files, with a fingerprint of the user's own where there are any."""
        own = sorted(self.extra.glob("*.yaml")) if self.extra is not None else []
        if not own:
            return f"{self.language} {_VERSION}"
        seen = blake2b(digest_size=4)
        for path in own:
            seen.update(path.name.encode() + b"\0" + path.read_bytes())
        return f"{self.language} {_VERSION} + {seen.hexdigest()}"

    def entries(self, name: str) -> str:
        """The name of a file of this language."""
        return f"{self.language}/{name}.yaml"

    @cached_property
    def words(self) -> Words:
        """Closed classes and verb forms."""
        return Words(self.extra)

    @cached_property
    def states(self) -> dict[str, StateEntry]:
        """States and territories by alpha-3 code."""
        entries = read_entries(self.entries("states"), StateEntry, self.extra)
        return {entry.code: entry for entry in join_entries(entries, lambda entry: entry.code)}

    @cached_property
    def bodies(self) -> list[BodyEntry]:
        """Organizations by name."""
        return join_entries(read_entries(self.entries("bodies"), BodyEntry, self.extra), lambda entry: entry.name)

    @cached_property
    def initiatives(self) -> list[InitiativeEntry]:
        """Named initiatives, policies and treaties."""
        entries = read_entries(self.entries("initiatives"), InitiativeEntry, self.extra)
        return join_entries(entries, lambda entry: entry.name)

    @cached_property
    def places(self) -> list[PlaceEntry]:
        """Cities, regions, seas and venues."""
        return join_entries(read_entries(self.entries("places"), PlaceEntry, self.extra), lambda entry: entry.name)

    @cached_property
    def names(self) -> NameTable[Named]:
        """All names of the lists in one automaton."""
        table: NameTable[Named] = NameTable()
        for entry in self.places:
            for name in (entry.name, *entry.aliases):
                table.add(split_words(name), entry)
        for state in self.states.values():
            for sense, names in _senses(state):
                for name in names:
                    table.add(split_words(name), StateName(state, sense))
        bearers: list[BodyEntry | InitiativeEntry] = [*self.bodies, *self.initiatives]
        for listed in bearers:
            for name in (listed.name, *listed.aliases):
                table.add(split_words(name), listed)
            for name in listed.cased:
                table.add(split_words(name), listed, exact=True)
        return table

    @cached_property
    def _office_entries(self) -> list[OfficeEntry]:
        return join_entries(read_entries(self.entries("offices"), OfficeEntry, self.extra), lambda entry: entry.title)

    @cached_property
    def offices(self) -> NameTable[OfficeEntry]:
        """Office titles in every case, singular and plural."""
        table: NameTable[OfficeEntry] = NameTable()
        for entry in self._office_entries:
            for name in (entry.title, *entry.aliases):
                words = split_words(name)
                table.add(words if len(words) == 1 and words[0].isupper() else [word.lower() for word in words], entry)
        return table

    @cached_property
    def office_words(self) -> dict[str, frozenset[str]]:
        """The words that office titles are built of: `modifiers`, `subjects`, `heads`, in lower case."""
        lists = read_lists(self.entries("offices"), self.extra)
        return {key: frozenset(word.lower() for word in lists[key]) for key in _OFFICE_WORDS}

    @cached_property
    def plural_offices(self) -> dict[str, OfficeEntry]:
        """Plural titles ("prime ministers", in lower case) and their office."""
        return {entry.plural.lower(): entry for entry in self._office_entries if entry.plural}

    @cached_property
    def office_openers(self) -> frozenset[str]:
        """The words in lower case with which an office can begin."""
        firsts = {name.split()[0].split("-")[0] for name in self.plural_offices} | set(self.plural_offices)
        heads = self.heads
        return frozenset(self.offices.first_words) | firsts | heads.titles | heads.modifiers | heads.subjects

    @cached_property
    def honorifics(self) -> NameTable[Honorific]:
        """Words of courtesy and rank that go with names."""
        table: NameTable[Honorific] = NameTable()
        entries = read_entries(self.entries("honorifics"), Honorific, self.extra)
        for entry in join_entries(entries, lambda entry: entry.form):
            table.add(split_words(entry.form), entry)
        return table

    @cached_property
    def given_names(self) -> dict[str, str]:
        """Given names in lower case with their gender: m, f or u."""
        given = read_lists(self.entries("names"), self.extra)["given"]
        return {name.lower(): gender for gender, names in given.items() for name in names}

    @cached_property
    def name_words(self) -> dict[str, frozenset[str]]:
        """Particles and suffixes of names, and surnames that come first: `particles`, `suffixes`, `family_first`."""
        lists = read_lists(self.entries("names"), self.extra)
        found = {key: frozenset(word.lower() for word in lists[key]) for key in ("particles", "suffixes")}
        found["family_first"] = frozenset(word.lower() for names in lists["family_first"].values() for word in names)
        return found

    @cached_property
    def name_homes(self) -> NameHomes:
        """What names tell of the states of their bearers."""
        return read_name_homes(read_lists(self.entries("names"), self.extra))

    @cached_property
    def nouns(self) -> dict[str, dict[str, frozenset[str]]]:
        """Head nouns of organizations and initiatives, and common nouns, by the keys of `nouns.yaml`."""
        found: dict[str, dict[str, frozenset[str]]] = {}
        for key, value in read_lists(self.entries("nouns"), self.extra).items():
            if isinstance(value, dict):
                found[key] = {kind: frozenset(words) for kind, words in value.items()}
            elif isinstance(value, list) and key != "example":
                found[key] = {"all": frozenset(value)}
        return found

    @cached_property
    def heads(self) -> Heads:
        """Head nouns of names, and the words of which names and titles are built."""
        return build_heads(self.nouns, self.office_words)

    @cached_property
    def groups(self) -> Groups:
        """Group expressions."""
        heads: NameTable[tuple[str, str]] = NameTable()
        lists = read_lists(self.entries("groups"), self.extra)
        for sort in ("people", "states"):
            for phrase in lists[sort]:
                heads.add(split_words(phrase), (sort, sort))
        for kind, phrases in lists["bodies"].items():
            for phrase in phrases:
                heads.add(split_words(phrase), ("bodies", kind))
        return Groups(heads, frozenset(lists["side"]), {word: int(value) for word, value in lists["numbers"].items()})

    @cached_property
    def relations(self) -> RelationWords:
        """Words that name and rate relationships."""
        return relation_words(self.language, self.extra)

    @cached_property
    def outcomes(self) -> OutcomeWords:
        """Nouns and verbs of outcomes."""
        return outcome_words(self.language, self.words, self.extra)

    @cached_property
    def cues(self) -> PatternTable[CueGroup]:
        """Reporting cues."""
        groups = read_entries(self.entries("cues"), CueGroup, self.extra, key="groups")
        return PatternTable(
            [(cue, group) for group in groups for cue in group.cues],
            self.words.forms,
            self.words.classes,
        )

    @cached_property
    def topic_words(self) -> NameTable[str]:
        """The words that show a topic, with its slug."""
        table: NameTable[str] = NameTable()
        for topic in self.topics:
            for phrase in topic.words:
                words = [word.lower() for word in split_words(phrase)]
                table.add(words, topic.slug)
                if len(words) == 1:
                    table.add([words[0] + "s"], topic.slug)
        return table

    @cached_property
    def topics(self) -> list[Topic]:
        """Topics with the words that show them."""
        return join_entries(read_entries("topics/topics.yaml", Topic, self.extra), lambda entry: entry.slug)


def _senses(state: StateEntry) -> list[tuple[NameSense, tuple[str, ...]]]:
    capital = (state.capital,) if state.capital else ()
    return [
        ("metonym", state.metonyms),
        ("capital", capital),
        ("prefix", state.prefixes),
        ("people", state.people),
        ("adjective", state.adjectives),
        ("name", (state.name, *state.names)),
    ]
