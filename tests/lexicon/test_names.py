"""Lists of names: the longest at every place, in the case that they ask for."""

from __future__ import annotations

import pytest

from memcon.lexicon.names import NameTable


def table() -> NameTable[str]:
    """A table of a few names."""
    names: NameTable[str] = NameTable()
    names.add(["Security", "Council"], "council")
    names.add(["UN", "Security", "Council"], "council of the UN")
    names.add(["WHO"], "health")
    names.add(["one", "-", "China", "policy"], "policy")
    names.add(["Quad"], "quad", exact=True)
    return names


@pytest.mark.parametrize(
    ("words", "at", "entry", "end"),
    [
        ("the UN Security Council met", 1, "council of the UN", 4),
        ("the Security Council met", 1, "council", 3),
        ("the SECURITY COUNCIL met", 1, "council", 3),
        ("the WHO met", 1, "health", 2),
        ("the one - China policy", 1, "policy", 5),
        ("The One - China policy", 1, "policy", 5),
        ("the Quad met", 1, "quad", 2),
    ],
)
def test_the_longest_name_is_found(words: str, at: int, entry: str, end: int) -> None:
    text = words.split()
    found = table().match_at(text, [word.lower() for word in text], at, len(text))
    assert found is not None
    assert (found.entries, found.end) == ((entry,), end)


@pytest.mark.parametrize(
    ("words", "at"),
    [("the security council met", 1), ("the one who met", 2), ("a QUAD met", 1), ("the UN met", 1)],
)
def test_other_words_and_other_cases_are_none(words: str, at: int) -> None:
    text = words.split()
    assert table().match_at(text, [word.lower() for word in text], at, len(text)) is None


def test_a_name_ends_within_its_sentence() -> None:
    text = ["UN", "Security", "Council"]
    assert table().match_at(text, ["un", "security", "council"], 0, 2) is None


def test_the_first_words_tell_where_to_look() -> None:
    assert {"un", "security", "who", "one", "quad"} == set(table().first_words)
