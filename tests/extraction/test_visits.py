"""Trips in the styles of many publishers: who goes where, when, of what kind, and at whose invitation."""

from __future__ import annotations

import pytest

from memcon.model import Reading, Visit
from tests.extraction.reading import names, read

# All texts are published on Wednesday 15 May 2024.
TOLD = [
    (
        (
            "President of Portugal Marcelo Rebelo de Sousa paid a state visit to Morocco from 6 to 9 May 2024 at "
            "the invitation of King Mohammed VI."
        ),
        ["Marcelo Rebelo de Sousa to Morocco 2024-05-06/2024-05-09 state, invited by Mohammed VI"],
    ),
    (
        "President Marcelo Rebelo de Sousa of Portugal will pay an official visit to Brazil on 3-5 June.",
        ["Marcelo Rebelo de Sousa to Brazil 2024-06-03/2024-06-05 official"],
    ),
    (
        "Brazilian Foreign Minister Mauro Vieira arrived in Lisbon on Monday on a two-day working visit.",
        ["Mauro Vieira to Lisbon 2024-05-13 working"],
    ),
    ("Brazilian Foreign Minister Mauro Vieira is visiting Portugal.", ["Mauro Vieira to Portugal"]),
    (
        "Prime Minister Luís Montenegro of Portugal visited Angola last week.",
        ["Luís Montenegro to Angola 2024-05-06/2024-05-12"],
    ),
    (
        "Foreign Minister Annalena Baerbock of Germany is on a trip to Fiji, New Zealand and Australia.",
        ["Annalena Baerbock to Fiji", "Annalena Baerbock to New Zealand", "Annalena Baerbock to Australia"],
    ),
    (
        "The visit of President of Kazakhstan Kassym-Jomart Tokayev to Tajikistan is planned for August 2024.",
        ["Kassym-Jomart Tokayev to Tajikistan 2024-08"],
    ),
    (
        "Turkish President Recep Tayyip Erdoğan is set to visit Iraq on 22 May.",
        ["Recep Tayyip Erdoğan to Iraq 2024-05-22"],
    ),
    (
        "President João Lourenço of Angola leaves for Lisbon tomorrow for a three-day state visit.",
        ["João Lourenço to Lisbon 2024-05-16 state"],
    ),
    (
        (
            "Speaker Carlos Alberto Gago of Angola leads a parliamentary delegation on a visit to Brazil, which "
            "runs from Sunday to Wednesday. The visit is at the invitation of Arthur Lira, President of the "
            "Chamber of Deputies."
        ),
        ["Carlos Alberto Gago to Brazil 2024-05-12/2024-05-15 with a delegation, invited by Arthur Lira"],
    ),
    (
        (
            "During her stay in Suva, Foreign Minister Annalena Baerbock of Germany met with Prime Minister "
            "Sitiveni Rabuka of Fiji."
        ),
        ["Annalena Baerbock to Suva"],
    ),
    (
        (
            "During his visit to Prague, President of Slovenia Nataša Pirc Musar met with President of the Czech "
            "Republic Petr Pavel."
        ),
        ["Nataša Pirc Musar to Prague"],
    ),
    (
        (
            "President João Lourenço of Angola welcomed Prime Minister Luís Montenegro of Portugal and his "
            "delegation to Angola."
        ),
        ["Luís Montenegro to Angola with a delegation"],
    ),
    (
        (
            "Defence Minister Nuno Melo of Portugal travelled to Kyiv on 12 May to meet with his Ukrainian "
            "counterpart Rustem Umerov."
        ),
        ["Nuno Melo to Kyiv 2024-05-12"],
    ),
    (
        "Mr Rabuka, Prime Minister of Fiji, plans to arrive in Wellington on 1 June and to return on 4 June.",
        ["Rabuka to Wellington 2024-06-01/2024-06-04"],
    ),
    (
        (
            "President William Ruto of Kenya thanked Prime Minister Giorgia Meloni of Italy for her visit to "
            "Nairobi in March."
        ),
        ["Giorgia Meloni to Nairobi 2024-03"],
    ),
    (
        (
            "Foreign Minister Annalena Baerbock of Germany travelled to Suva, Fiji, for two ministerial meetings "
            "on 13 May."
        ),
        ["Annalena Baerbock to Fiji 2024-05-13"],
    ),
    (
        "This week, Foreign Minister Annalena Baerbock of Germany is in Suva.",
        ["Annalena Baerbock to Suva 2024-05-13/2024-05-19"],
    ),
    (
        (
            "President Joao Lourenco of Angola met with President Luis Abinader of the Dominican Republic during "
            "his tour "
            "of Angola."
        ),
        ["Luis Abinader to Angola"],
    ),
    (
        (
            "President Luis Abinader of the Dominican Republic said that he looked forward to visiting the "
            "home town of "
            "Benguela in July 2024."
        ),
        ["Luis Abinader to Benguela 2024-07"],
    ),
    (
        (
            "President Luis Abinader will pay a state visit to Italy from 20 to 23 May. On the visit, the "
            "President will "
            "travel to Milan and Turin."
        ),
        [
            "Luis Abinader to Italy 2024-05-20/2024-05-23 state",
            "Luis Abinader to Milan",
            "Luis Abinader to Turin",
        ],
    ),
]

NOT_TOLD = [
    "Prime Minister Anthony Albanese invited President Joko Widodo of Indonesia to visit Australia.",
    "President Joko Widodo of Indonesia accepted the invitation to pay a visit to Australia.",
    "Poland and Lithuania will continue the exchange of visits at all levels.",
    "Prime Minister Luís Montenegro of Portugal has not visited Angola.",
    "Many specialists from Portugal visit Angola.",
]


def line(reading: Reading, visit: Visit) -> str:
    """A visit as one line: who, where, when, its type, whether with a delegation, and who invited."""
    to = names(reading, (visit.destination,))[0] if visit.destination else "?"
    more = [part for part in (visit.date, visit.type, "with a delegation" if visit.delegation else None) if part]
    invited = f", invited by {names(reading, (visit.inviter,))[0]}" if visit.inviter else ""
    return " ".join([", ".join(names(reading, visit.visitors)), "to", to, *more]) + invited


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_trip_is_told_with_its_destination_date_and_inviter(text: str, expected: list[str]) -> None:
    reading = read(text)
    assert [line(reading, visit) for visit in reading.visits] == expected


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_no_trip_makes_none(text: str) -> None:
    reading = read(text)
    assert [line(reading, visit) for visit in reading.visits] == []


def test_a_visit_begun_on_one_day_and_ended_on_another_is_an_interval() -> None:
    reading = read(
        "The visit of President João Lourenço of Angola to Portugal, which began on Sunday and ends today, "
        "is his third."
    )
    assert [line(reading, visit) for visit in reading.visits] == ["João Lourenço to Portugal 2024-05-12/2024-05-15"]


def test_those_who_go_along_are_visitors_too() -> None:
    reading = read(
        "President João Lourenço of Angola is on a state visit to Portugal. He is accompanied by First Lady "
        "Ana Dias Lourenço."
    )
    assert names(reading, reading.visits[0].visitors) == ["João Lourenço", "Ana Dias Lourenço"]


def test_a_visit_without_destination_goes_to_the_host() -> None:
    reading = read(
        "President Petr Pavel of the Czech Republic received President Zuzana Čaputová of Slovakia in Prague "
        "on Tuesday. He thanked her for the visit."
    )
    assert all(visit.reasons for visit in reading.visits)
    assert [line(reading, visit) for visit in reading.visits] in ([], ["Zuzana Čaputová to Prague"])


def test_a_guest_in_our_country_is_in_that_of_the_host() -> None:
    reading = read(
        "President João Lourenço of Angola met with President Luis Abinader of the Dominican Republic, who "
        "arrived in "
        "our country on an official visit."
    )
    assert [line(reading, visit) for visit in reading.visits] == ["Luis Abinader to Angola official"]


def test_a_guest_who_accepted_an_invitation_is_there() -> None:
    reading = read(
        "Meeting with President of Uzbekistan Shavkat Mirziyoyev\n\nPresident of Kazakhstan Kassym-Jomart "
        "Tokayev: Mr "
        "President, thank you for accepting our invitation to come today to Turkistan.\n\nPresident of Uzbekistan "
        "Shavkat Mirziyoyev: Thank you.\n"
    )
    assert next(line(reading, visit) for visit in reading.visits).startswith("Shavkat Mirziyoyev to Turkistan")


def test_the_same_trip_told_twice_is_one() -> None:
    reading = read(
        "President João Lourenço of Angola arrived in Lisbon on Tuesday. His visit to Portugal ends on Thursday."
    )
    assert [line(reading, visit) for visit in reading.visits] == ["João Lourenço to Lisbon 2024-05-14"]
