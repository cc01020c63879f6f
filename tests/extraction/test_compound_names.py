"""Names of bodies with compound fields and counted meetings, and anniversaries told as years ago."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They will hold a session of the Norwegian-Chilean Committee for Follow-up and Political Consultation.",
         "Norwegian-Chilean Committee for Follow-up and Political Consultation"),
        ("The Working Group on Peace-building and Reconciliation met in Oslo on Monday.",
         "Working Group on Peace-building and Reconciliation"),
        ("Both ministers will convene the XIII Norway-Chile Binational Commission in 2025.",
         "Norway-Chile Binational Commission"),
        ("Oslo hosted the IV Joint Trade Commission on Tuesday.", "Joint Trade Commission"),
    ],
)
def test_bodies_keep_compounds_and_leave_out_numbers(text: str, name: str) -> None:
    assert name in {entity.name for entity in read(text).entities if entity.kind == "organization"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Chile established diplomatic relations sixty years ago.",
        "The two countries, Norway and Chile, opened diplomatic ties 60 years ago, the minister said.",
    ],
)
def test_relations_begun_years_ago_are_milestones(text: str) -> None:
    assert [milestone.ordinal for milestone in read(text).milestones] == [60]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Ruiz joined the ministry 20 years ago and met Foreign Minister Erik Lund.",
        "Norway severed diplomatic ties with Chile 20 years ago.",
    ],
)
def test_other_things_done_years_ago_are_none(text: str) -> None:
    assert not read(text).milestones
