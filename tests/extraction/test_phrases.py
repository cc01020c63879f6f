"""Where noun phrases begin and end around their head noun."""

from __future__ import annotations

import pytest

from memcon.extraction.draft import Draft
from memcon.extraction.phrases import Phrases
from memcon.lexicon import load_lexicon
from memcon.lexicon.files import read_file
from memcon.loading import load_bytes

SPANS = [
    (
        "ties",
        "They praised the strong and cooperative ties between Peru and Chile.",
        "the strong and cooperative ties between Peru and Chile",
    ),
    ("ties", "Peru will deepen bilateral ties with Chile.", "bilateral ties with Chile"),
    ("ties", "They work on expanding trade ties.", "trade ties"),
    ("relations", "On developing friendly relations with Chile, all agree.", "friendly relations with Chile"),
    (
        "consensus",
        "They will implement the consensus reached between him and President Ruiz, and promote growth.",
        "the consensus reached between him and President Ruiz",
    ),
    ("consensus", "The ministers reached consensus on fish.", "consensus on fish"),
    ("consensus", "They formed a lot of new consensus on trade.", "a lot of new consensus on trade"),
    (
        "agreements",
        "They hailed the agreements signed during her visit to Lima in May 2023, he said.",
        "the agreements signed during her visit to Lima in May 2023",
    ),
    (
        "agreement",
        "They signed an agreement between the Bank of Peru and the Central Bank of Chile on swaps.",
        "an agreement between the Bank of Peru and the Central Bank of Chile on swaps",
    ),
    ("memorandum", "They signed a memorandum (MoU) between two banks.", "a memorandum (MoU) between two banks"),
    ("protocol", "They signed a protocol on trade and promised to meet.", "a protocol on trade"),
    ("protocol", "They signed a protocol on trade and investment, which is new.", "a protocol on trade and investment"),
    ("treaty", "A treaty on the so-called blue zone was signed.", "A treaty on the so-called blue zone"),
    (
        "statement",
        "They signed the joint statement of the President of Peru and the Prime Minister of Chile.",
        "the joint statement of the President of Peru and the Prime Minister of Chile",
    ),
    (
        "partner",
        "Peru is our most important strategic partner in farming.",
        "our most important strategic partner in farming",
    ),
    ("partner", "Japan was Chile's second largest trading partner.", "Chile's second largest trading partner"),
    ("relationship", "They spoke of a trade and economic relationship.", "a trade and economic relationship"),
]


def phrase(head: str, sentence: str, *, listed: bool = False) -> str:
    """The phrase around the first token that is the head."""
    draft = Draft(load_bytes(f"date: 2024-05-15\n\n{sentence}\n".encode(), "test.txt"), load_lexicon())
    phrases = Phrases(draft)
    (body,) = draft.body
    at = draft.tokens.low.index(head, body.start)
    return draft.span(phrases.left(at, body), phrases.right(at, body, listed=listed)).quote


@pytest.mark.parametrize(("head", "sentence", "expected"), SPANS)
def test_phrase_has_its_modifiers_and_complements(head: str, sentence: str, expected: str) -> None:
    assert phrase(head, sentence) == expected


@pytest.mark.parametrize(
    ("head", "sentence", "expected"),
    [
        ("agreement", "They signed an agreement on rail and a memorandum on rice.", "an agreement on rail"),
        ("agreements", "They signed agreements on visas and memoranda on trade.", "agreements on visas"),
        (
            "agreements",
            "They signed agreements on courts, fighting smuggling, and health.",
            "agreements on courts, fighting smuggling, and health",
        ),
    ],
)
def test_listed_phrase_ends_before_the_next_document(head: str, sentence: str, expected: str) -> None:
    assert phrase(head, sentence, listed=True) == expected


@pytest.mark.parametrize(
    ("example", "head"),
    list(zip(read_file("en/phrases.yaml")[0]["example"], ("agreements", "ties"), strict=True)),
)
def test_examples_of_the_lexicon_are_the_phrases_of_their_heads(example: dict[str, str], head: str) -> None:
    assert phrase(head, example["text"]) == example["find"]
