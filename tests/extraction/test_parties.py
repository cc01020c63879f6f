"""Tests of the parties of a text: the body that declares, the states that the head names together."""

from __future__ import annotations

import pytest
from tests.extraction.drafts import draft_of


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("We, the Leaders of the Group of Seven (G7), met in Lima. We condemn the war in Peru.", ["Group of Seven"]),
        (
            "We, the Member States of the African Union and Japan, met in Lima. We note the plan.",
            ["African Union", "Japan"],
        ),
        (
            "Peru and Kenya agreed to restore ties. It was signed by Ana Sol, the Peruvian foreign minister, in Oslo.",
            ["Peru", "Kenya"],
        ),
    ],
)
def test_the_parties_of_a_text(text: str, parties: list[str]) -> None:
    draft = draft_of(text)
    assert [draft.world.beings[number].name for number in draft.states] == parties


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Sol of Peru called President Tim Roe of Kenya ahead of the summit with Karl Ost of Norway.",
        "President Ana Sol of Peru met President Tim Roe of Kenya before meeting Prime Minister Karl Ost of Norway.",
    ],
)
def test_a_later_encounter_adds_no_principal(text: str) -> None:
    draft = draft_of(text)
    assert [draft.world.beings[number].name for number in draft.principals] == ["Ana Sol", "Tim Roe"]
