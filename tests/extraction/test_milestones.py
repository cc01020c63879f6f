"""Anniversaries: of what, the how-manyeth, when and whose, in sentences of several publishers' styles."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read
from tests.extraction.relations import SETTING, read_behind_setting, squeezed

from memcon.lexicon.files import read_file
from memcon.model import Milestone

MILESTONES = [
    (
        "Next year marks the 75th anniversary of the establishment of Peru-Australia diplomatic ties.",
        "the establishment of Peru-Australia diplomatic ties",
        75,
        "2025",
    ),
    (
        "This year is the fortieth anniversary of Peru's return to the council, and he will join the feast.",
        "Peru's return to the council",
        40,
        "2024",
    ),
    (
        "He recalled that in June the fifty-fifth anniversary of the fisheries treaty will be celebrated.",
        "the fisheries treaty",
        55,
        "2024-06",
    ),
    (
        "They noted that 2024 marks the 25th anniversary of the free trade agreement.",
        "the free trade agreement",
        25,
        "2024",
    ),
    ("April 25, 2024, marks the 30th Anniversary of the sailors' rescue.", "the sailors' rescue", 30, "2024-04-25"),
    (
        "The 50th anniversary of relations between Peru and Australia falls in 2025.",
        "relations between Peru and Australia",
        50,
        "2025",
    ),
    (
        "Cole will return in March 2026, a year in which the 200th anniversary of the Treaty of Callao is marked.",
        "the Treaty of Callao",
        200,
        "2026",
    ),
    ("The visit coincides with the twentieth anniversary of the copper accord.", "the copper accord", 20, "2024"),
    (
        "They discussed plans for celebrating, in 2026, the 60th anniversary of the first embassy.",
        "the first embassy",
        60,
        "2026",
    ),
    (
        "The 25th anniversary of diplomatic relations, to be celebrated in 2025, is near.",
        "diplomatic relations",
        25,
        "2025",
    ),
    ("They agreed to celebrate the 60th anniversary of diplomatic ties next year.", "diplomatic ties", 60, "2025"),
    ("As they celebrate 70 years of diplomatic relations, the ties are strong.", "diplomatic relations", 70, "2024"),
    (
        "The year 2025 will mark 75 years since the establishment of relations between the two countries.",
        "the establishment of relations between the two countries",
        75,
        "2025",
    ),
    (
        "The year 2024 marks half a century of diplomatic relations between our countries.",
        "diplomatic relations between our countries",
        50,
        "2024",
    ),
    ("They commemorated the centenary of the birth of the poet.", "the birth of the poet", 100, "2024"),
    ("He spoke of the 50th anniversary of the Lima Act of 1975.", "the Lima Act", 50, "2025"),
    (
        "They honoured the 30th anniversary of the recognition of Peru by Chile and the Republic of Bolivia.",
        "the recognition of Peru by Chile and the Republic of Bolivia",
        30,
        "2024",
    ),
    ("Ahead of the 20th anniversary of the forum in 2025, they will hold a summit.", "the forum", 20, "2025"),
]

NONE = [
    "She has been a judge for 30 years.",
    "It was the first such visit of the past 25 years of business.",
    "Many cultural events will mark the anniversary.",
    "Since the establishment of diplomatic relations 50 years ago, trade has grown.",
]


def milestones(text: str, setting: str = SETTING) -> tuple[Milestone, ...]:
    return read_behind_setting(text, setting).milestones


@pytest.mark.parametrize(("sentence", "event", "ordinal", "date"), MILESTONES)
def test_milestone_has_event_ordinal_and_date(sentence: str, event: str, ordinal: int, date: str) -> None:
    found = [(squeezed(item.event.quote), item.ordinal, item.date) for item in milestones(sentence)]

    assert found == [(event, ordinal, date)]


@pytest.mark.parametrize("sentence", NONE)
def test_years_that_are_not_celebrated_are_no_milestone(sentence: str) -> None:
    assert milestones(sentence) == ()


def test_inferred_year_is_less_sure_and_says_why() -> None:
    (item,) = milestones("The visit coincides with the twentieth anniversary of the copper accord.")

    assert item.confidence < 0.8
    assert item.reasons == ("the year is that of the document",)


def test_milestone_without_any_date_has_none() -> None:
    (item,) = milestones("They will one day see the 80th anniversary of the Great Regatta.")

    assert (item.ordinal, item.date) == (80, None)


def test_milestone_of_the_title_is_not_a_second_one() -> None:
    document = (
        "# Statement on the 60th Anniversary of the first flight\n\n"
        "May 3, 2024, marks the 60th Anniversary of the first flight between the two capitals."
    )
    (item,) = milestones(document, setting="")

    assert (item.event.quote, item.date) == ("the first flight between the two capitals", "2024-05-03")


def test_two_ordinals_are_two_milestones() -> None:
    found = milestones("They marked the 30th anniversary of the treaty and the 40th anniversary of the first visit.")

    assert [(item.event.quote, item.ordinal) for item in found] == [("the treaty", 30), ("the first visit", 40)]


def test_owner_before_the_number_names_the_event() -> None:
    (item,) = milestones("He thanked them for Lima's 489th anniversary.")

    assert (item.event.quote, item.ordinal) == ("Lima's 489th anniversary", 489)


def test_parties_are_the_states_that_the_event_names() -> None:
    reading = read_behind_setting("This year is the 60th anniversary of diplomatic relations between Chile and Japan.")
    known = {entity.id: entity.name for entity in reading.entities}

    assert [[known[party] for party in item.parties] for item in reading.milestones] == [["Chile", "Japan"]]


@pytest.mark.parametrize("example", read_file("en/milestones.yaml")[0]["example"], ids=lambda example: example["find"])
def test_examples_of_the_lexicon_are_found(example: dict[str, str]) -> None:
    assert [item.event.quote for item in milestones(example["text"])] == [example["find"]]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "They marked the 30th anniversary of Peru's independence, the establishment of ties and the signing of X.",
            ["Peru's independence", "the establishment of ties", "the signing of X"],
        ),
        ("2025 will mark 70 years since the two nations established ties.", ["the two nations established ties"]),
        ("On the eve of the 80th Victory anniversary they spoke.", ["Victory"]),
        ("They share values and nearly a century of diplomatic ties.", []),
    ],
)
def test_anniversaries_in_coordination_and_clauses(text: str, events: list[str]) -> None:
    assert [milestone.event.quote for milestone in read(text).milestones] == events
