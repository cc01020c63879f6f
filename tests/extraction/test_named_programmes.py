"""Tests of initiatives told by the form of their names."""

from __future__ import annotations

import pytest
from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They reviewed the Reform and Reconciliation programme.", "Reform and Reconciliation programme"),
        ("They praised the Green Transport Partnership warmly.", "Green Transport Partnership"),
        ("He spoke of Operation HERON and its results.", "Operation HERON"),
        ("The ministers declared the Year of Science open.", "Year of Science"),
        ("They recalled the Lima and Quito Accords in their talks.", "Lima and Quito Accords"),
        ("It falls under the Rapid Credit Facility of the International Monetary Fund.", "Rapid Credit Facility"),
    ],
)
def test_a_named_programme_is_found_by_its_form(text: str, name: str) -> None:
    assert name in [entity.name for entity in read(text).entities if entity.kind == "initiative"]


@pytest.mark.parametrize(
    "text",
    [
        "They are building a Strategic Economic Partnership of trust.",
        "The Ministry of Health programme has ended.",
        "The operation in the Gulf goes on this year.",
    ],
)
def test_what_only_describes_is_no_initiative(text: str) -> None:
    assert [entity.name for entity in read(text).entities if entity.kind == "initiative"] == []


def test_a_ministry_keeps_all_its_fields() -> None:
    bodies = [entity.name for entity in read("The Ministry of Trade and Rural Development was told.").entities]
    assert "Ministry of Trade and Rural Development" in bodies
