"""What personal names tell of where their bearers may be from: surnames, letters, endings and particles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

_NOWHERE: frozenset[str] = frozenset()


class NameHomes(NamedTuple):
    """The states, by alpha-3 code, that surnames, letters, endings and particles of names point to."""

    families: Mapping[str, frozenset[str]]
    letters: Mapping[str, frozenset[str]]
    endings: Mapping[str, frozenset[str]]
    sons: frozenset[str]
    arab: frozenset[str]

    def of(self, name: str, given: Mapping[str, str]) -> frozenset[str]:
        """The states that a name points to, none where it tells nothing."""
        words = name.lower().replace("-", "- ").split()
        if not words:
            return _NOWHERE
        for letter in name.lower():
            if letter in self.letters:
                return self.letters[letter]
        if not self.sons.isdisjoint(words):
            return self.arab
        last = words[-1]
        ending = next((states for end, states in self.endings.items() if last.endswith(end)), None)
        if ending is not None:
            return ending
        return self.families.get(words[0], _NOWHERE) if words[0] not in given else _NOWHERE


def read_name_homes(lists: Mapping[str, Any]) -> NameHomes:
    """The homes of names by the lists of `names.yaml`."""
    families: dict[str, frozenset[str]] = {}
    for language, states in lists["homes"].items():
        for word in lists["family_first"].get(language, ()):
            families[word.lower()] = families.get(word.lower(), _NOWHERE) | frozenset(states)
    letters = {letter: frozenset(states) for some, states in lists["letters"].items() for letter in some}
    endings = {end: frozenset(states) for end, states in lists["endings"].items()}
    return NameHomes(families, letters, endings, frozenset(lists["sons"]), frozenset(lists["arab"]))
