"""The form of a folder of additions: every file, field and pattern held against the built-in lists.

The built-in file of the same name is the model: what is a list there must be a list here, and what it has no key for
is a slip of the pen. Entries are held against their record type, patterns are compiled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec

from memcon.errors import LexiconError, UsageError
from memcon.lexicon.encounters import EncounterGroup
from memcon.lexicon.entries import (
    BodyEntry, CueGroup, Example, Honorific, InitiativeEntry, OfficeEntry, PlaceEntry, PublisherEntry, StateEntry,
    Topic,
)
from memcon.lexicon.files import built_in, doubled_keys, parse_file
from memcon.lexicon.patterns import compile_pattern
from memcon.lexicon.pledges import PledgeGroup, StanceGroup
from memcon.lexicon.words import Words

Shape = TypeVar("Shape", bound=msgspec.Struct)

SHAPES: Mapping[str, type[msgspec.Struct]] = {
    "states": StateEntry, "bodies": BodyEntry, "initiatives": InitiativeEntry, "places": PlaceEntry,
    "offices": OfficeEntry, "honorifics": Honorific, "topics": Topic, "publishers": PublisherEntry,
    "cues": CueGroup, "commitments": PledgeGroup, "stances": StanceGroup, "encounters": EncounterGroup,
}
"""The form of the entries of a file, where they are more than words."""

NOT_ADDED_TO = frozenset({"calendar", "documents"})
"""Files that belong to the program: dates and kinds of document are told before a folder of additions is looked at."""

_FREE_KEYS = frozenset({
    ("names", "family_first"), ("names", "homes"), ("names", "letters"), ("names", "endings"), ("verbs", "irregular"),
})
_PATTERN_LISTS = frozenset({("encounters", "support"), ("encounters", "made"), ("commitment_words", "phrases")})
_ENTRY_NAMES = ("group", "name", "title", "form", "slug", "code")
_PROSE = frozenset({"about", "example", "yes", "no"})


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with an entry of a file, and what to do about it."""

    file: str
    entry: str = ""
    what: str
    remedy: str

    def told(self, folder: Path) -> str:
        """The fault on one line: where in the folder, what, and what to do."""
        place = f"{folder / self.file}: {self.entry}" if self.entry else f"{folder / self.file}"
        return f"{place}: {self.what}; {self.remedy}"


class Found(NamedTuple, Generic[Shape]):
    """An entry of a file, the key of the list that it stands in, and how it is called in messages."""

    key: str
    label: str
    entry: Shape


class OwnFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of additions: its list (the name without ending), and what was read of it (nothing, if that failed)."""

    name: str
    parsed: dict[str, Any] = {}
    faults: tuple[Fault, ...] = ()

    @property
    def list_name(self) -> str:
        """The list that it adds to."""
        return Path(self.name).stem


def list_names() -> list[str]:
    """The lists that a folder can add to."""
    return sorted(_models().keys() - NOT_ADDED_TO)


def model_of(list_name: str) -> Mapping[str, Any]:
    """The built-in file of a list; KeyError if there is no such list."""
    return _models()[list_name]


def read_folder(folder: Path) -> list[OwnFile]:
    """The lexicon files of a folder, each with the faults of its form; the rest of the lexicon is as built in.

    Raises UsageError if there is no such folder, it cannot be read, or no lexicon file is in it.
    """
    paths = _lexicon_files(folder)
    if not paths:
        example = "put a bodies.yaml or a cues.yaml into it"
        raise UsageError(f"{folder}: no lexicon file in it (a name that ends in .yaml); {example}")
    words = _own_words(folder)
    return [_read(path, words) for path in paths]


def require_form(folder: Path) -> None:
    """Do nothing if every lexicon file of a folder has its form, or there is none.

    Raises UsageError if there is no such folder or it cannot be read, LexiconError with the first fault of a file.
    """
    if not _lexicon_files(folder):
        return
    faults = [fault for own in read_folder(folder) for fault in own.faults]
    if faults:
        more = f" (and {len(faults) - 1} more: memcon lexicon check {folder})" if len(faults) > 1 else ""
        raise LexiconError(faults[0].told(folder) + more)


def _lexicon_files(folder: Path) -> list[Path]:
    """The files of a folder that are meant to be lexicon files; UsageError if it is none or cannot be read."""
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder of your own cues, titles and bodies; check how it is spelled")
    try:
        return sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml"))
    except OSError as fault:
        raise UsageError(f"{folder}: cannot be read ({fault.strerror}); check its permissions") from fault


def entries_of(parsed: Mapping[str, Any], shape: type[Shape], below: str = "") -> Iterator[Found[Shape]]:
    """The entries of a file that have their form, wherever they stand in it; `below` is the key that holds them all."""
    for key, value in parsed.items():
        if isinstance(value, Mapping):
            yield from entries_of(value, shape, f"{below}{key} ")
        elif isinstance(value, list) and key != "example":
            for number, raw in enumerate(value, 1):
                if isinstance(raw, Mapping):
                    try:
                        entry = msgspec.convert(raw, shape, strict=False)
                    except msgspec.ValidationError:
                        continue  # told as a fault of form
                    yield Found(below + key, _label(raw, key, number), entry)


def count_entries(parsed: Mapping[str, Any]) -> int:
    """How many entries or words the lists of a file have."""
    return sum(_count(value) for key, value in parsed.items() if key not in _PROSE)


def _count(value: object) -> int:
    if isinstance(value, Mapping):
        return sum(_count(one) if isinstance(one, list | Mapping) else 1 for one in value.values())
    return len(value) if isinstance(value, list) else 0


def _own_words(folder: Path) -> Words:
    """The words that patterns are built of; the user's own where their files can be read."""
    try:
        return Words(folder)
    except (LexiconError, AttributeError, KeyError, TypeError, ValueError):
        return Words()  # the fault is told where words.yaml and verbs.yaml are checked


def _read(path: Path, words: Words) -> OwnFile:
    name, what = path.name, None
    if path.suffix == ".yml":
        what, remedy = "is not read under this name", f"call it {path.stem}.yaml"
    elif path.stem in NOT_ADDED_TO:
        what, remedy = "is not read from a folder of additions", "take it out, and report what the built-in file lacks"
    elif path.stem not in _models():
        what, remedy = "adds to no list of the lexicon", _suggest(path.stem, list_names(), ".yaml")
    else:
        try:
            parsed = parse_file(path)
        except LexiconError as error:
            what, _, remedy = str(error).removeprefix(f"{path}: ").rpartition("; ")
    if what is not None:
        return OwnFile(name=name, faults=(Fault(file=name, what=what, remedy=remedy),))
    doubled = [
        Fault(file=name, entry=key, what="stands there twice, and only the last would count", remedy="make them one")
        for key in doubled_keys(path)
    ]
    return OwnFile(name=name, parsed=parsed, faults=(*doubled, *_Form(name, words).check(parsed)))


@cache
def _models() -> dict[str, dict[str, Any]]:
    """The built-in files, parsed, by the name of their list."""
    package = resources.files("memcon.lexicon")
    names = [f"en/{found.name}" for found in (package / "en").iterdir() if found.name.endswith(".yaml")]
    return {Path(name).stem: built_in(name) for name in (*names, "topics/topics.yaml")}


class _Form:
    """The form of one file."""

    def __init__(self, name: str, words: Words) -> None:
        self._name = name
        self._list = Path(name).stem
        self._model = _models()[self._list]
        self._words = words

    def check(self, parsed: Mapping[str, Any]) -> Iterator[Fault]:
        """Every fault of the file."""
        keys = [key for key in self._model if key not in _PROSE]
        for key, value in parsed.items():
            if key == "about":
                continue
            if key == "example":
                yield from self._check_records(key, value, Example)
            elif key not in self._model:
                yield self._fault(key, "is no list of this file", _suggest(key, keys))
            else:
                yield from self._check_value((key,), value, self._model[key])

    def _check_value(self, path: tuple[str, ...], value: object, model: object) -> Iterator[Fault]:
        """The faults of a value whose built-in counterpart is `model`."""
        where = " ".join(path)
        if isinstance(model, Mapping):
            yield from self._check_mapping(path, value, model)
        elif isinstance(model, list) and model and isinstance(model[0], Mapping):
            yield from self._check_records(path[-1], value, SHAPES.get(self._list))
        elif isinstance(model, list) and model and isinstance(model[0], list):
            groups = value if isinstance(value, list) else [value]
            for group in groups:
                yield from self._check_value(path, group, model[0])
        elif isinstance(model, list):
            if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
                yield self._fault(where, "is no list of words", "write them between square brackets: [one, two]")
                return
            for word in value:
                yield from self._check_text(where, word)
                if any((self._list, key) in _PATTERN_LISTS for key in path):
                    yield from self._check_pattern(where, word)
        elif not isinstance(value, str):
            yield self._fault(where, "is no single value", f"write it as in the built-in file: {where}: {model}")
        elif str(model).isdigit() and not value.isdigit():
            yield self._fault(where, f"{value!r} is no number", "write it in figures")

    def _check_mapping(self, path: tuple[str, ...], value: object, model: Mapping[str, Any]) -> Iterator[Fault]:
        where = " ".join(path)
        if not isinstance(value, Mapping):
            yield self._fault(where, "is no mapping", f"write it with keys, as {next(iter(model))}: ... is one")
            return
        free = all(isinstance(one, str) for one in model.values()) or (self._list, path[-1]) in _FREE_KEYS
        for key, inner in value.items():
            if key in model or free:
                yield from self._check_value((*path, key), inner, model.get(key, next(iter(model.values()))))
                if path[-1] == "irregular" and isinstance(inner, list) and len(inner) != 2:
                    remedy = "write the past and the participle: [went, gone]"
                    yield self._fault(f"{where} {key}", "has not two forms", remedy)
            else:
                yield self._fault(f"{where} {key}", "is no key of this list", _suggest(key, list(model)))

    def _check_records(self, key: str, value: object, shape: type[msgspec.Struct] | None) -> Iterator[Fault]:
        """The faults of a list of entries."""
        if not isinstance(value, list) or not all(isinstance(raw, Mapping) for raw in value) or shape is None:
            yield self._fault(key, "is no list of entries", "begin each of them with a dash: - {...}")
            return
        for number, raw in enumerate(value, 1):
            label = _label(raw, key, number)
            fields = [field.encode_name for field in msgspec.structs.fields(shape)]
            for field in raw:
                if field not in fields:
                    yield self._fault(label, f"{field!r} is no field of it", _suggest(field, fields))
            try:
                msgspec.convert(raw, shape, strict=False)
            except msgspec.ValidationError as error:
                yield self._fault(label, str(error), f"write it as the entries of the built-in {self._name} are")
                continue
            yield from self._check_texts(label, raw)

    def _check_texts(self, label: str, raw: Mapping[str, Any]) -> Iterator[Fault]:
        for field, value in raw.items():
            for text in (value if isinstance(value, list) else [value]):
                if (self._list, field) == ("publishers", "titles"):
                    yield from self._check_expression(label, text)
                elif field not in _PROSE and field != "text":
                    yield from self._check_text(label, text)
                if field == "cues":
                    yield from self._check_pattern(label, text)

    def _check_text(self, label: str, text: str) -> Iterator[Fault]:
        if not text.strip() or text != text.strip():
            yield self._fault(label, f"{text!r} is empty or has blanks at its ends", "take them out")
        if "’" in text:
            yield self._fault(label, f"{text!r} has a curly apostrophe", "write a straight one: it stands for both")

    def _check_pattern(self, label: str, pattern: str) -> Iterator[Fault]:
        try:
            compile_pattern(pattern, self._words.forms, self._words.classes)
        except LexiconError as error:
            what, _, remedy = str(error).rpartition("; ")
            yield self._fault(label, what if repr(pattern) in what else f"pattern {pattern!r}: {what}", remedy)

    def _check_expression(self, label: str, expression: str) -> Iterator[Fault]:
        try:
            re.compile(expression)
        except re.error as error:
            what = f"title {expression!r} is no regular expression: {error.msg}"
            yield self._fault(label, what, "put a backslash before a sign that stands for itself")

    def _fault(self, entry: str, what: str, remedy: str) -> Fault:
        return Fault(file=self._name, entry=entry, what=what, remedy=remedy)


def _label(raw: Mapping[str, Any], key: str, number: int) -> str:
    """How an entry is called in messages: by its name if it has one, else by its place in the list."""
    name = next((raw[field] for field in _ENTRY_NAMES if isinstance(raw.get(field), str)), None)
    return f"{key} entry {number}" + (f" ({name})" if name else "")


def _suggest(word: str, known: Sequence[str], ending: str = "") -> str:
    """What may have been meant."""
    close = get_close_matches(word, known, n=1)
    if close:
        return f"did you mean {close[0]}{ending}?"
    return "take one of " + ", ".join(f"{name}{ending}" for name in known)
