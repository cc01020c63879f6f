"""Who says "I": named above the text, in the origin line, or nowhere."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read, speakers

RELEASE = "I welcome the treaty with Peru. I urge both sides to ratify it soon.\n"


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("date: 2024-05-15\n\nMEDIA RELEASE\n\nMinister for Trade, Anna Cole\n\n15 May 2024\n\n", "Anna Cole"),
        ("date: 2024-05-15\nsource: archive/texts/2024-05-15-cole-anna-211.txt\n\n", "Anna Cole"),
        ("date: 2024-05-15\nsource: archive/anna_cole_2024.txt\n\n", "Anna Cole"),
        ("date: 2024-05-15\nsource: archive/treaty-with-peru.txt\n\n", "the author"),
        ("date: 2024-05-15\n\n", "the author"),
    ],
)
def test_the_author_of_a_release_in_the_first_person(head: str, author: str) -> None:
    reading = read(RELEASE, head)
    assert reading.statements
    assert {tuple(speakers(reading, statement)) for statement in reading.statements} == {(author,)}


def test_a_text_in_the_third_person_has_no_author() -> None:
    reading = read(
        "Minister Anna Cole welcomed the treaty.", "date: 2024-05-15\nsource: x/2024-05-15-ruiz-maria.txt\n\n"
    )
    assert "Maria Ruiz" not in {entity.name for entity in reading.entities}
