"""Lexicon files: YAML in which every value is a string, read from the package and from the user's own folder."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from memcon.errors import LexiconError
from memcon.lexicon.merging import join_lists

Shape = TypeVar("Shape")

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_file(name: str, extra: Path | None = None) -> list[dict[str, Any]]:
    """The parsed file `name` of the package ("en/states.yaml"), followed by the user's file of the same base name.

    Raises LexiconError where a file cannot be read or is not a mapping in YAML.
    """
    parsed = [built_in(name)]
    if extra is not None:
        own = extra / Path(name).name
        if own.is_file():
            parsed.append(parse_file(own))
    return parsed


def read_lists(name: str, extra: Path | None = None) -> dict[str, Any]:
    """The file `name` of the package as one mapping, what the user's file of the same base name adds included."""
    built_in, *own = read_file(name, extra)
    return join_lists(built_in, own[0]) if own else built_in


def read_entries(name: str, shape: type[Shape], extra: Path | None = None, key: str = "entries") -> list[Shape]:
    """The entries of a file and of the user's own, as typed records; the user's come last.

    Raises LexiconError that names the file and the field that breaks the form.
    """
    entries: list[Shape] = []
    for parsed, where in zip(read_file(name, extra), (name, extra and extra / Path(name).name), strict=False):
        for number, raw in enumerate(parsed.get(key) or [], 1):
            try:
                entries.append(msgspec.convert(raw, shape, strict=False))
            except msgspec.ValidationError as error:
                what = f"{where}: {key} entry {number}: {error}"
                raise LexiconError(f"{what}; write it as the entries of the built-in file are written") from None
    return entries


def parse_file(path: Path) -> dict[str, Any]:
    """A file of the user's own, parsed; LexiconError where it cannot be read or is not a mapping in YAML."""
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        raise LexiconError(f"{path}: not in UTF-8; save it in UTF-8") from None
    except OSError as fault:
        raise LexiconError(f"{path}: cannot be read ({fault.strerror}); check its permissions") from None
    return _parse(text, str(path))


@cache
def built_in(name: str) -> dict[str, Any]:
    """A file of the package, parsed once."""
    return _parse((resources.files("memcon.lexicon") / name).read_text("utf-8"), name)


def doubled_keys(path: Path) -> list[str]:
    """The keys that a mapping of a file holds twice, of which only the last would count; none if it is not YAML."""
    try:
        root = yaml.compose(path.read_text("utf-8"), Loader=_LOADER)
    except (yaml.YAMLError, UnicodeDecodeError, OSError):
        return []
    found: list[str] = []
    nodes = [root]
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            found += sorted({str(key) for key in keys if keys.count(key) > 1})
            nodes += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            nodes += node.value
    return found


def _parse(text: str, where: str) -> dict[str, Any]:
    try:
        parsed = yaml.load(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise LexiconError(f"{where}: not YAML ({' '.join(str(error).split())}); correct the line it names") from None
    if not isinstance(parsed, dict):
        raise LexiconError(f"{where}: holds no mapping; begin as the built-in file does, with 'entries:' say")
    return parsed
