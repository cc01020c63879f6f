"""Tests of persons told again by what they are."""

from __future__ import annotations

import pytest
from tests.extraction.reading import read, speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Deputy Foreign Minister Igor Galin spoke first. The senior diplomat said contacts continue.", "Igor Galin"),
        ("Congresswoman Ana Ruiz left at noon. The Nevada Democrat said she would return.", "Ana Ruiz"),
        ("Mayor Tom Hale opened the fair. The 57-year-old said he was glad.", "Tom Hale"),
        ("A Treasury official said a deal was close. The official added that work remains.", "Treasury official"),
    ],
)
def test_a_description_tells_a_person_again(text: str, speaker: str) -> None:
    reading = read(text)
    assert speakers(reading, reading.statements[-1]) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("President Ana Sol left at noon. The official said the deal was close.", "Ana Sol"),
        ("Minister Tom Hale spoke first. Another diplomat said the deal was close.", "Tom Hale"),
    ],
)
def test_a_description_that_does_not_fit_tells_nobody_again(text: str, speaker: str) -> None:
    reading = read(text)
    assert speaker not in speakers(reading, reading.statements[-1])
