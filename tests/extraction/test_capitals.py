"""Tests of capitals that stand for governments."""

from __future__ import annotations

import pytest
from tests.extraction.reading import names, read, speakers


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Envoys left Cairo as Tokyo called for restraint.", "Japan"),
        ("Ankara, which has blocked the bid, said it wanted guarantees.", "Türkiye"),
        ("Ottawa reaffirmed its support for the fund, officials wrote.", "Canada"),
    ],
)
def test_a_capital_that_speaks_is_its_state(text: str, state: str) -> None:
    reading = read(text)
    assert state in [name for said in reading.statements for name in speakers(reading, said)]


@pytest.mark.parametrize(
    "text", ["The two signed an accord in Lima.", "Lima hosted the summit.", "Flights to Lima resumed."]
)
def test_a_capital_where_something_happens_is_a_place(text: str) -> None:
    assert [entity.kind for entity in read(text).entities if entity.name == "Lima"] == ["place"]


def test_two_capitals_that_agree_are_the_parties() -> None:
    reading = read("Lima and Quito agreed to reopen the border, the agency reported.")
    assert names(reading, reading.commitments[0].actors) == ["Peru", "Ecuador"]


def test_a_capital_owns_an_office() -> None:
    reading = read("Lima's foreign minister Ana Sol met reporters.")
    assert [entity.country for entity in reading.entities if entity.name == "Ana Sol"] == ["PER"]
