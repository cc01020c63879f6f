"""Additions: a user's lists and entries joined to the built-in ones."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, TypeVar

import msgspec

Entry = TypeVar("Entry", bound=msgspec.Struct)


def join_lists(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """Two files as one: lists and mappings of the second are added to those of the first, other values replace them.

    >>> join_lists({"side": ["party"], "numbers": {"two": "2"}}, {"side": ["camp", "party"], "numbers": {"six": "6"}})
    {'side': ['party', 'camp'], 'numbers': {'two': '2', 'six': '6'}}
    """
    joined = dict(first)
    for key, value in second.items():
        before = joined.get(key)
        if isinstance(before, Mapping) and isinstance(value, Mapping):
            joined[key] = join_lists(before, value)
        elif isinstance(before, list) and isinstance(value, list):
            joined[key] = before + [one for one in value if one not in before]
        else:
            joined[key] = value
    return joined


def join_entries(entries: Iterable[Entry], key: Callable[[Entry], Hashable]) -> list[Entry]:
    """The entries with those of the same key made one, in the order of the first of each."""
    found: dict[Hashable, Entry] = {}
    for entry in entries:
        known = found.get(key(entry))
        found[key(entry)] = entry if known is None else _join(known, entry)
    return list(found.values())


def _join(first: Entry, second: Entry) -> Entry:
    """One entry of two: lists are added up, of other fields the second's counts where it says something."""
    changes: dict[str, Any] = {}
    for field in msgspec.structs.fields(first):
        before, after = getattr(first, field.name), getattr(second, field.name)
        if isinstance(before, tuple):
            changes[field.name] = tuple(dict.fromkeys((*before, *after)))
        elif field.required or after != field.default:
            changes[field.name] = after
    return msgspec.structs.replace(first, **changes)
