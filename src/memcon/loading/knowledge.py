"""What loading knows: publishers, kinds of document, metadata words and languages, from the data of the lexicon."""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import msgspec

from memcon.errors import LexiconError
from memcon.lexicon.entries import PublisherEntry
from memcon.lexicon.files import read_lists
from memcon.lexicon.merging import join_entries
from memcon.model import DocumentKind, PublisherKind


class Press:
    """The publishers of the lexicon, findable by address, name, byline, title, and office with seat."""

    def __init__(self, data: dict[str, Any]) -> None:
        listed = msgspec.convert(data["publishers"], list[PublisherEntry], strict=False)
        self.entries = tuple(join_entries(listed, lambda entry: (entry.name, entry.country)))
        self.calling_codes: dict[str, str] = data["calling_codes"]
        self.domains = {domain: entry for entry in self.entries for domain in entry.domains}
        self.bylines = {byline.casefold(): entry for entry in self.entries for byline in entry.bylines}
        self.names = {
            fold(name): entry for entry in reversed(self.entries) for name in (entry.name, *entry.names)
        }

    @cached_property
    def slugs(self) -> dict[str, PublisherEntry]:
        """Addresses with their points left out, as file names of archives have them ("chinadailycomcn")."""
        return {domain.replace(".", ""): entry for domain, entry in self.domains.items() if len(domain) > 7}

    @cached_property
    def titles(self) -> tuple[tuple[re.Pattern[str], PublisherEntry], ...]:
        """The patterns of titles that only one publisher uses; LexiconError where one is no regular expression."""
        try:
            return tuple((re.compile(pattern), entry) for entry in self.entries for pattern in entry.titles)
        except re.error as error:
            what = f"the title {error.pattern!r} of a publisher is no regular expression ({error.msg})"
            raise LexiconError(f"publishers.yaml: {what}; correct it") from None

    @cached_property
    def seats(self) -> dict[str, tuple[PublisherEntry, ...]]:
        """The publishers that sit in a city."""
        found: dict[str, tuple[PublisherEntry, ...]] = {}
        for entry in self.entries:
            if entry.seat:
                found[fold(entry.seat)] = (*found.get(fold(entry.seat), ()), entry)
        return found


class LanguageEntry(msgspec.Struct, frozen=True):
    """A language that can be told: its English name, its script, its commonest words, its own letters."""

    name: str
    script: str
    words: frozenset[str] = frozenset()
    letters: str = ""


class Rule(msgspec.Struct, frozen=True):
    """A pattern with what it tells and the examples that it must and must not find."""

    pattern: str
    kind: str = ""
    finds: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()


class Documents:
    """The data of `documents.yaml`, its patterns compiled when they are first asked for."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._data = data
        self.keys = {word: field for field, words in data["keys"].items() for word in words}
        self.not_places = frozenset(data["not_places"])
        self.weekdays = frozenset(data["weekdays"])
        self.stamp_keys = frozenset(data["stamp_keys"])
        self.stamp_words = frozenset(data["stamp_words"])
        self.wires = frozenset(data["wires"])
        self.unfinished = frozenset(data["unfinished"])
        self.supported = frozenset(data["supported"])
        self.languages: dict[str, LanguageEntry] = {
            tag: msgspec.convert(entry, LanguageEntry) for tag, entry in data["languages"].items()
        }

    @cached_property
    def rules(self) -> dict[str, tuple[Rule, ...]]:
        """Every list of rules by its name, with their examples."""
        lists = {
            "titles.first": self._data["titles"]["first"], "titles.then": self._data["titles"]["then"],
            **{name: self._data[name] for name in ("heads", "leads", "mastheads", "masthead_kinds", "footers")},
        }
        return {name: tuple(msgspec.convert(rule, Rule) for rule in rules) for name, rules in lists.items()}

    @cached_property
    def kind_rules(self) -> dict[str, tuple[tuple[re.Pattern[str], DocumentKind], ...]]:
        """The rules that tell the kind of a document, by the list that they stand in."""
        lists = ("titles.first", "titles.then", "heads", "leads")
        return {
            name: tuple(
                (re.compile(rule.pattern), msgspec.convert(rule.kind, DocumentKind)) for rule in self.rules[name])
            for name in lists
        }

    @cached_property
    def masthead_kinds(self) -> tuple[tuple[re.Pattern[str], PublisherKind], ...]:
        """What kind of publisher the words of a masthead tell."""
        return tuple(
            (re.compile(rule.pattern), msgspec.convert(rule.kind, PublisherKind))
            for rule in self.rules["masthead_kinds"]
        )

    @cached_property
    def masthead(self) -> re.Pattern[str]:
        """A line that names the issuer or the sort of paper; to be matched from its start."""
        return self._either("mastheads")

    @cached_property
    def footer(self) -> re.Pattern[str]:
        """A line that belongs to the foot; to be matched from its start."""
        return self._either("footers")

    @cached_property
    def contact(self) -> re.Pattern[str]:
        """A telephone number, a mail or web address."""
        return re.compile(self._data["contact"])

    @cached_property
    def translation(self) -> re.Pattern[str]:
        """The words by which a text says that it is a translation."""
        return re.compile(self._data["translation"])

    @cached_property
    def scripts(self) -> dict[str, re.Pattern[str]]:
        """Runs of letters of each script."""
        return {
            name: re.compile("[" + "".join(f"\\u{first}-\\u{last}" for first, last in blocks) + "]+")
            for name, blocks in self._data["scripts"].items()
        }

    def _either(self, name: str) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{rule.pattern})" for rule in self.rules[name]))


@cache
def load_press(extra: Path | None = None) -> Press:
    """The publishers of the lexicon, with those of the user's own folder of additions.

    Raises LexiconError where the user's file breaks its form.
    """
    try:
        return Press(read_lists("en/publishers.yaml", extra))
    except msgspec.ValidationError as error:
        where = f"{extra / 'publishers.yaml' if extra else 'publishers.yaml'}"
        raise LexiconError(f"{where}: {error}; write it as the entries of the built-in file are written") from None


@cache
def load_documents() -> Documents:
    """What tells the kind of a document, its head, its foot and its language."""
    return Documents(read_lists("en/documents.yaml"))


def fold(name: str) -> str:
    """A name as it is compared: small letters, straight apostrophes, single spaces, no article."""
    folded = " ".join(name.replace("’", "'").casefold().split())
    return folded.removeprefix("the ")
