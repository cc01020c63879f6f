"""Repair: a copy of the same length, without the noise; spans still quote the text as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.extraction.repair import repair
from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sustainable growth. and trade", "sustainable growth  and trade"),
        ("ties e.g. trade", "ties e.g. trade"),
        ("Mr. hale spoke", "Mr. hale spoke"),
        ("so as to to help", "so as to    help"),
        ("the “old” friend’s", 'the "old" friend\'s'),
        ("a\u00a0line\nand more", "a line and more"),
        ("Taro Mori Mori TaroPrime Minister of Japan", "Taro Mori,         Prime Minister of Japan"),
        ("the group\\'s aim", "the group 's aim"),
        ("Ana\\_Ruiz\\u2019s Call\\\nMore", "Ana  Ruiz's      Call  More"),
        ("a \\u201cnew\\u201d era", 'a "     new"      era'),
        ("a back\\slash stays", "a back\\slash stays"),
    ],
)
def test_noise_is_taken_out_of_the_copy(text: str, expected: str) -> None:
    assert repair(text) == expected


@given(st.text(alphabet=st.sampled_from("ab AB.,'“”’\n\u00a0-to the MrPrime"), max_size=80))
def test_the_copy_has_the_length_of_the_text(text: str) -> None:
    assert len(repair(text)) == len(text)


@given(st.text(alphabet=st.sampled_from("ab A.,'“”’\n\u00a0 to the"), max_size=60))
def test_repair_twice_is_repair_once(text: str) -> None:
    once = repair(text)
    assert repair(once) == once


@given(
    st.lists(
        st.sampled_from(
            [
                "Ada Lind",
                "said",
                "that",
                "ties.",
                "and",
                "trade",
                "“grow”",
                "the",
                "the",
                "President",
                "\n\n",
                "of",
                "Norway.",
                "She",
                "added",
            ]
        ),
        max_size=30,
    )
)
def test_every_span_quotes_the_text(words: list[str]) -> None:
    reading = read(" ".join(["Ada Lind met.", *words]))
    text = reading.document.text
    assert all(text[mention.start : mention.end] == mention.quote for mention in reading.mentions)
    assert all(
        text[span.start : span.end] == span.quote
        for statement in reading.statements
        for span in (*statement.content, *statement.evidence)
    )
    assert len({entity.id for entity in reading.entities}) == len(reading.entities)
