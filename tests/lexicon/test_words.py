"""What the grammar knows of single words."""

from __future__ import annotations

import pytest

from memcon.lexicon import load_lexicon

WORDS = load_lexicon().words
HEADS = load_lexicon().heads


@pytest.mark.parametrize(
    ("word", "forms", "verb"),
    [
        ("stressed", ("past",), True),
        ("stresses", ("s",), True),
        ("stressing", ("past",), False),
        ("ministry", (), False),
        ("froze", ("past",), True),
        ("said", (), True),
    ],
)
def test_verbs_are_told_from_nouns(word: str, forms: tuple[str, ...], verb: bool) -> None:
    assert WORDS.is_verb(word, *forms) is verb


def test_the_forms_of_a_lemma_come_all_or_one_by_one() -> None:
    assert WORDS.forms("note", "ing") == {"noting"}
    assert {"note", "notes", "noted", "noting"} <= WORDS.forms("note")


@pytest.mark.parametrize("word", ["the", "of", "they", "and", "will", "hers", "between"])
def test_closed_classes_hold_the_words_of_grammar(word: str) -> None:
    assert (word in WORDS.classes["closed"]) is (word != "hers")


@pytest.mark.parametrize(("word", "kind"), [("Commission", "committee"), ("Duma", "legislature"), ("Forum", "forum")])
def test_head_nouns_tell_the_type_of_a_body(word: str, kind: str) -> None:
    assert HEADS.bodies[word] == kind


@pytest.mark.parametrize(
    ("word", "common"), [("trade", True), ("cooperation", True), ("national", True), ("sikorski", False)]
)
def test_common_nouns_are_told_from_names(word: str, common: bool) -> None:
    assert HEADS.is_common(word) is common


def test_offices_begin_with_known_words() -> None:
    assert {"president", "deputy", "foreign", "prime"} <= load_lexicon().office_openers
    assert "karsovia" not in load_lexicon().office_openers
