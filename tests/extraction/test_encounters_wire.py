"""Encounters and trips as news agencies tell them, in passing and in the main; all names are invented."""

from __future__ import annotations

import pytest

from memcon.model import Meeting, Reading
from tests.extraction.reading import names, read

# All texts are published on Wednesday 15 May 2024.
MEETINGS = [
    # measures before the noun
    (
        (
            "Norwegian Foreign Minister Nils Dahl, who held more than seven hours of talks with Peruvian President "
            "Carla Ode "
            "on Sunday, praised her."
        ),
        ["talks held 2024-05-12: Nils Dahl, Carla Ode"],
    ),
    (
        (
            "US envoy Robert Kleist flew to Doha on Tuesday for another round of talks with Qatari Prime Minister "
            "Faisal Omran."
        ),
        ["talks held 2024-05-14 in Doha: Robert Kleist, Faisal Omran"],
    ),
    # an office held once, in the subject of two
    (
        "Peruvian Prime Minister Carla Ode and former Norwegian Prime Minister Nils Dahl held talks in Lima on Monday.",
        ["talks held 2024-05-13 in Lima: Carla Ode, Nils Dahl"],
    ),
    (
        "President Carla Ode of Peru and the then King Nils Dahl of Norway met in Lima on Monday.",
        ["meeting held 2024-05-13 in Lima: Carla Ode, Nils Dahl"],
    ),
    # who told whom, and where
    (
        (
            "Norwegian Foreign Minister Nils Dahl told Peruvian President Carla Ode during a three-hour meeting on "
            "Monday that "
            "quotas would stay."
        ),
        ["meeting held 2024-05-13: Nils Dahl, Carla Ode"],
    ),
    (
        "Norwegian Prime Minister Anna Bell said she had informed Peruvian President Carla Ode in a call on Monday.",
        ["call held 2024-05-13: Anna Bell, Carla Ode"],
    ),
    # each partner with a preposition of its own, and the leaders of several states: one by one
    (
        "Norwegian Foreign Minister Nils Dahl met on Monday with President Carla Ode and with Premier Ivo Quist.",
        ["meeting held 2024-05-13: Nils Dahl, Carla Ode", "meeting held 2024-05-13: Nils Dahl, Ivo Quist"],
    ),
    (
        "On Saturday in Lima, Norwegian Prime Minister Anna Bell held meetings with the leaders of the USA and Kenya.",
        [
            "meeting held 2024-05-11 in Lima: Anna Bell, United States",
            "meeting held 2024-05-11 in Lima: Anna Bell, Kenya",
        ],
    ),
    (
        "Mr Nils Dahl will have several meetings in Lima, including those with the presidents of Chile and Kenya.",
        ["meeting scheduled in Lima: Nils Dahl, Chile", "meeting scheduled in Lima: Nils Dahl, Kenya"],
    ),
    # an encounter for every place and date
    (
        "Norwegian Premier Anna Bell and President Carla Ode last met in Oslo in May 2023 and in Lima in June 2023.",
        [
            "meeting recalled 2023-05 in Oslo: Anna Bell, Carla Ode",
            "meeting recalled 2023-06 in Lima: Anna Bell, Carla Ode",
        ],
    ),
    (
        "Peru's president, Carla Ode, met King Olaf in Oslo in March 2024, and before that in Bergen in January 2024.",
        ["meeting recalled 2024-03 in Oslo: Carla Ode, Olaf", "meeting recalled 2024-01 in Bergen: Carla Ode, Olaf"],
    ),
    # two sittings under one verb
    (
        "Norway's premier Anna Bell will attend the G7 Summit in Rome on May 19 and the Quad summit in Oslo on 24 May.",
        ["summit scheduled 2024-05-19 in Rome: Anna Bell", "summit scheduled 2024-05-24 in Oslo: Anna Bell"],
    ),
    # what is to be discussed at talks: they are to come
    (
        "Trade is to be discussed on June 29 during talks between Norwegian Premier Anna Bell and President Carla Ode.",
        ["talks scheduled 2024-06-29: Anna Bell, Carla Ode"],
    ),
    # ministers of a body
    (
        "EU foreign ministers will gather in Lima on Monday to discuss sanctions.",
        ["session scheduled 2024-05-20 in Lima: EU"],
    ),
    # other verbs of meeting
    (
        "Anna Bell, Norway's foreign minister, sat down on Tuesday with Carla Ode, her Peruvian counterpart.",
        ["meeting held 2024-05-14: Anna Bell, Carla Ode"],
    ),
    (
        (
            "The envoy Luis Paz of Peru held talks with Premier Li Bo of China before joining French President Emile "
            "Roche and "
            "Chinese President Wen Li for a trilateral meeting."
        ),
        ["talks held 2024-05-15: Luis Paz, Li Bo", "meeting held 2024-05-15: Luis Paz, Emile Roche, Wen Li"],
    ),
    # to come: bare infinitives, purposes, the present with a day, reporting tails
    (
        (
            "Norwegian Prime Minister Anna Bell is due to address students on Friday and dine with Peruvian President "
            "Carla Ode."
        ),
        ["meeting scheduled 2024-05-17: Anna Bell, Carla Ode"],
    ),
    (
        (
            "Norwegian Prime Minister Anna Bell will fly to Lima on Friday to meet Peruvian President Carla Ode, the "
            "government "
            "said on Wednesday."
        ),
        ["meeting scheduled 2024-05-17 in Lima: Anna Bell, Carla Ode"],
    ),
    (
        "Norwegian Foreign Minister Nils Dahl is meeting Peruvian President Carla Ode in Lima on Thursday.",
        ["meeting scheduled 2024-05-16 in Lima: Nils Dahl, Carla Ode"],
    ),
    (
        (
            "Russian President Oleg Sorokin and Kazakh President Nurlan Akhmet are due to meet in Astana next "
            "month, the "
            "Kremlin said."
        ),
        ["meeting scheduled 2024-06 in Astana: Oleg Sorokin, Nurlan Akhmet"],
    ),
    (
        "Norwegian Foreign Minister Nils Dahl leaves for Lima on Friday for talks with Peruvian President Carla Ode.",
        ["talks scheduled 2024-05-17 in Lima: Nils Dahl, Carla Ode"],
    ),
    # sittings
    (
        (
            "Foreign Minister Nils Dahl of Norway and her Peruvian counterpart Luis Paz co-chaired the third "
            "round of the "
            "Norway-Peru Strategic Dialogue in Lima on May 13, 2024."
        ),
        ["session held 2024-05-13 in Lima: Nils Dahl, Luis Paz"],
    ),
    (
        "The ministers welcomed the outcome of the seventh Norwegian-Peruvian consultations held in Lima in March.",
        ["session recalled 2024-03 in Lima: Norway, Peru"],
    ),
    (
        "The trilateral summit took place in Lima on 13 May. Norway, Sweden and Finland agreed to cooperate.",
        ["summit held 2024-05-13 in Lima: Norway, Sweden, Finland"],
    ),
    (
        "NATO defence ministers will meet in Brussels on 13-14 June.",
        ["session scheduled 2024-06-13/2024-06-14 in Brussels: NATO"],
    ),
    (
        "Norwegian, Swedish and Finnish defence ministers met in Oslo on Monday.",
        ["meeting held 2024-05-13 in Oslo: Norway, Sweden, Finland"],
    ),
    # recalled elsewhere: another place makes another encounter
    (
        (
            "President Carla Ode of Peru met Prime Minister Anna Bell of Norway in Lima on Monday. She recalled their "
            "meeting in "
            "Oslo last November."
        ),
        [
            "meeting held 2024-05-13 in Lima: Carla Ode, Anna Bell",
            "meeting recalled 2023-11 in Oslo: Carla Ode, Anna Bell",
        ],
    ),
    (
        (
            "Prime Minister Anna Bell of Norway said she met President Carla Ode of Peru when she visited Lima in "
            "October 2023."
        ),
        ["meeting recalled 2023-10 in Lima: Anna Bell, Carla Ode"],
    ),
]

NO_MEETINGS = [
    "Trade negotiations with Peru have stalled, Norwegian Foreign Minister Nils Dahl said.",
    "Peruvian President Carla Ode commended Norwegian Prime Minister Anna Bell for hosting the peace talks in Oslo.",
    "He was received at Bole International Airport by Foreign Minister Tesfaye Alem of Ethiopia.",
    "It was not the product of one conversation, Norwegian Foreign Minister Nils Dahl said.",
]

VISITS = [
    # every leg with a date of its own
    (
        "President Carla Ode visited Ghana in 2019 and Togo in 2021.",
        ["Carla Ode to Ghana 2019", "Carla Ode to Togo 2021"],
    ),
    (
        "Norwegian Premier Anna Bell travelled to Kyiv on Friday and to Warsaw on Saturday.",
        ["Anna Bell to Kyiv 2024-05-10", "Anna Bell to Warsaw 2024-05-11"],
    ),
    # from one place to another
    ("The Norwegian premier, Anna Bell, will leave Lima tomorrow for Quito.", ["Anna Bell to Quito 2024-05-16"]),
    # a date in front of the verb that carries the noun
    ("On June 29, Norwegian Premier Anna Bell will pay a working visit to Peru.", ["Anna Bell to Peru 2024-06-29"]),
    (
        "Norwegian Foreign Minister Nils Dahl concluded a four-day visit to Brazil on Tuesday.",
        ["Nils Dahl to Brazil 2024-05-11/2024-05-14"],
    ),
    (
        "Norwegian Foreign Minister Nils Dahl returned to Oslo on Tuesday after a three-day visit to Peru.",
        ["Nils Dahl to Peru 2024-05-12/2024-05-14"],
    ),
    (
        "Norwegian Foreign Minister Nils Dahl will leave on Friday for a five-day tour of Peru and Chile.",
        ["Nils Dahl to Peru 2024-05-17/2024-05-21", "Nils Dahl to Chile 2024-05-17/2024-05-21"],
    ),
    ("Norwegian Prime Minister Anna Bell travelled by train to Kyiv on Monday.", ["Anna Bell to Kyiv 2024-05-13"]),
    (
        "Norwegian Prime Minister Anna Bell will make a stopover in Lisbon on Friday.",
        ["Anna Bell to Lisbon 2024-05-17"],
    ),
    (
        "A business delegation from Norway visited Lima last week.",
        ["business delegation from Norway to Lima 2024-05-06/2024-05-12"],
    ),
    (
        "The trade mission, led by Minister Mary Onge of Canada, will travel to Japan this fall.",
        ["Mary Onge to Japan 2024-23"],
    ),
    (
        (
            "Japanese Prime Minister Kenji Morita, who arrived in the Indonesian capital on Tuesday, began a tour "
            "that will "
            "also take him to Malaysia."
        ),
        ["Kenji Morita to Jakarta 2024-05-14", "Kenji Morita to Malaysia None"],
    ),
]

NO_VISITS = [
    "Norwegian Foreign Minister Nils Dahl said he had accepted an invitation from his counterpart to visit Peru.",
    "President Laura Hayes of the United States postponed her trip to Brazil because of the hurricane.",
    "President Laura Hayes's planned visit to Brazil was cancelled.",
    "Norwegian Foreign Minister Nils Dahl is considering a visit to Peru.",
    "It was the first visit to China by a Norwegian prime minister since 2016.",
]


def line(reading: Reading, meeting: Meeting) -> str:
    """An encounter as one line: kind, status, when, where, who."""
    place = f" in {names(reading, (meeting.place,))[0]}" if meeting.place else ""
    date = f" {meeting.date}" if meeting.date else ""
    people = [names(reading, (part.entity,))[0] for part in meeting.participants]
    return f"{meeting.kind} {meeting.status}{date}{place}: {', '.join(people)}"


@pytest.mark.parametrize(("text", "expected"), MEETINGS)
def test_an_encounter_as_an_agency_tells_it(text: str, expected: list[str]) -> None:
    reading = read(text)
    assert [line(reading, meeting) for meeting in reading.meetings] == expected


@pytest.mark.parametrize("text", NO_MEETINGS)
def test_what_an_agency_mentions_is_no_encounter(text: str) -> None:
    assert [meeting for meeting in read(text).meetings if meeting.status != "proposed"] == []


@pytest.mark.parametrize(("text", "expected"), VISITS)
def test_a_trip_as_an_agency_tells_it(text: str, expected: list[str]) -> None:
    reading = read(text)
    told = [
        f"{', '.join(names(reading, visit.visitors))} to {names(reading, (visit.destination or '',))[0]} {visit.date}"
        for visit in reading.visits
    ]
    assert told == expected


@pytest.mark.parametrize("text", NO_VISITS)
def test_a_trip_that_is_not_made_is_none(text: str) -> None:
    assert read(text).visits == ()


def test_a_dateline_says_where_here_is() -> None:
    head = "Kenya, Ethiopia pledge to cooperate\n\nNAIROBI, May 14, 2024 (Xinhua) -- "
    reading = read("Ethiopian Premier Dawit Bekele arrived here on Monday for a two-day visit.\n\nHe left.", head)
    assert [names(reading, (visit.destination or "",))[0] for visit in reading.visits] == ["Nairobi"]
    assert reading.visits[0].date == "2024-05-13/2024-05-14"


def test_a_weekday_of_the_day_itself_is_that_day() -> None:
    reading = read("Norwegian Foreign Minister Nils Dahl will meet Peruvian President Carla Ode later on Wednesday.")
    assert [meeting.date for meeting in reading.meetings] == ["2024-05-15"]
