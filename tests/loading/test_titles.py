"""Titles: the same one in two lines, glued to the body, and as they read."""

from __future__ import annotations

import pytest

from memcon.loading.knowledge import load_documents
from memcon.loading.titles import choose_title, find_titles, may_be_title, read_title, same_title

BODY = "The Foreign Minister met his counterpart on Monday and spoke of trade."


@pytest.mark.parametrize(("words", "title"), [
    ("Talks  in\n Lima ", "Talks in Lima"),
    ("# Talks in Lima", "Talks in Lima"),
    ("**Talks in Lima**", "Talks in Lima"),
    ("Talks in Lima\n=====", "Talks in Lima"),
    ("Talks in Lima.", "Talks in Lima"),
    (r"Readout of the\_Minister\u2019s\_Call\_with\_", "Readout of the Minister’s Call with"),
    ("Readout of the Minister’s Call with\\", "Readout of the Minister’s Call with"),
    ("Talks with the U.S.", "Talks with the U.S."),
])
def test_a_title_reads_without_marks_and_escapes(words: str, title: str) -> None:
    assert read_title(words) == title


@pytest.mark.parametrize(("one", "other", "same"), [
    ("Talks in Lima", "TALKS IN LIMA", True),
    ("Talks in Lima.", "Talks in Lima", True),
    ("Minister meets her guest from…", "Minister meets her guest from Norland", True),
    ("Talks in Lima", "Talks in Lima on trade", False),
    ("Talks in Lima", "", False),
])
def test_two_lines_are_the_same_title(one: str, other: str, same: bool) -> None:
    assert same_title(one, other) is same
    assert same_title(other, one) is same


def test_the_best_title_is_whole_and_in_small_letters() -> None:
    titles = ["Minister meets…", "MINISTER MEETS HER GUEST", "Minister meets her guest"]
    assert choose_title(titles) == "Minister meets her guest"
    assert choose_title([]) is None


@pytest.mark.parametrize(("words", "shape"), [
    ("Ministers meet in Lima", True), ("What next for the strait?", True), ("They met.", False), ("and so on", False),
    ("12.07.2031", False), ("Ladies and gentlemen,", False), ("word " * 90, False),
])
def test_a_title_has_the_shape_of_one(words: str, shape: bool) -> None:
    assert may_be_title(words) is shape


@pytest.mark.parametrize(("text", "titles"), [
    (f"MINISTERS MEET IN LIMA {BODY}", ["MINISTERS MEET IN LIMA"]),
    (f"Ministers Meet in Lima     {BODY}", ["Ministers Meet in Lima"]),
    (f"Ministers meet in Lima LIMA, July 12 (Andina) -- {BODY}", ["Ministers meet in Lima"]),
    (f"Ministers meet in Lima Ministers meet in Lima {BODY}", ["Ministers meet in Lima", "Ministers meet in Lima"]),
    (f"Ministers meet in Lima\n{BODY}", ["Ministers meet in Lima"]),
    (BODY, []),
    (f"LIMA, July 12 (Andina) -- {BODY}", []),
    (f"UN and EU envoys came. {BODY}", []),
    (f"Ministers meet in Lima to talk of trade. {BODY}", []),
])
def test_a_title_glued_to_the_body_is_parted_from_it(text: str, titles: list[str]) -> None:
    known = ["Ministers meet in Lima"] if "\n" in text else []
    found = find_titles(text, 0, len(text), known, load_documents())
    assert [text[start:end] for start, end in found] == titles
