"""Trips in the styles of many publishers: who goes where, when, of what kind, and at whose invitation."""

from __future__ import annotations

import pytest

from memcon.model import Reading, Visit
from tests.extraction.reading import names, read

# All texts are published on Wednesday 15 May 2024.
TOLD = [
    (
        (
            "President of Portugal Henrique Moura de Lemos paid a state visit to Morocco from 6 to 9 May 2024 at "
            "the invitation of King Idris IV."
        ),
        ["Henrique Moura de Lemos to Morocco 2024-05-06/2024-05-09 state, invited by Idris IV"],
    ),
    (
        "President Henrique Moura de Lemos of Portugal will pay an official visit to Brazil on 3-5 June.",
        ["Henrique Moura de Lemos to Brazil 2024-06-03/2024-06-05 official"],
    ),
    (
        "Brazilian Foreign Minister Paulo Varella arrived in Lisbon on Monday on a two-day working visit.",
        ["Paulo Varella to Lisbon 2024-05-13/2024-05-14 working"],
    ),
    ("Brazilian Foreign Minister Paulo Varella is visiting Portugal.", ["Paulo Varella to Portugal"]),
    (
        "Prime Minister Duarte Salgueiro of Portugal visited Angola last week.",
        ["Duarte Salgueiro to Angola 2024-05-06/2024-05-12"],
    ),
    (
        "Foreign Minister Lena Vogtmann of Germany is on a trip to Fiji, New Zealand and Australia.",
        ["Lena Vogtmann to Fiji", "Lena Vogtmann to New Zealand", "Lena Vogtmann to Australia"],
    ),
    (
        "The visit of President of Kazakhstan Nurlan-Bek Akhmet to Tajikistan is planned for August 2024.",
        ["Nurlan-Bek Akhmet to Tajikistan 2024-08"],
    ),
    (
        "Turkish President Cemal Kaya Aydın is set to visit Iraq on 22 May.",
        ["Cemal Kaya Aydın to Iraq 2024-05-22"],
    ),
    (
        "President Tomás Kambala of Angola leaves for Lisbon tomorrow for a three-day state visit.",
        ["Tomás Kambala to Lisbon 2024-05-16/2024-05-18 state"],
    ),
    (
        (
            "Speaker Manuel Alberto Quipa of Angola leads a parliamentary delegation on a visit to Brazil, which "
            "runs from Sunday to Wednesday. The visit is at the invitation of Otávio Serra, President of the "
            "Chamber of Deputies."
        ),
        ["Manuel Alberto Quipa to Brazil 2024-05-12/2024-05-15 with a delegation, invited by Otávio Serra"],
    ),
    (
        (
            "During her stay in Suva, Foreign Minister Lena Vogtmann of Germany met with Prime Minister "
            "Ratu Vakatale of Fiji."
        ),
        ["Lena Vogtmann to Suva"],
    ),
    (
        (
            "During his visit to Prague, President of Slovenia Breda Kos Zupan met with President of the Czech "
            "Republic Karel Dobrý."
        ),
        ["Breda Kos Zupan to Prague"],
    ),
    (
        (
            "President Tomás Kambala of Angola welcomed Prime Minister Duarte Salgueiro of Portugal and his "
            "delegation to Angola."
        ),
        ["Duarte Salgueiro to Angola with a delegation"],
    ),
    (
        (
            "Defence Minister Rui Calado of Portugal travelled to Kyiv on 12 May to meet with his Ukrainian "
            "counterpart Danylo Kravets."
        ),
        ["Rui Calado to Kyiv 2024-05-12"],
    ),
    (
        "Mr Vakatale, Prime Minister of Fiji, plans to arrive in Wellington on 1 June and to return on 4 June.",
        ["Vakatale to Wellington 2024-06-01/2024-06-04"],
    ),
    (
        (
            "President Amos Kiprono of Kenya thanked Prime Minister Paola Contarin of Italy for her visit to "
            "Nairobi in March."
        ),
        ["Paola Contarin to Nairobi 2024-03"],
    ),
    (
        (
            "Foreign Minister Lena Vogtmann of Germany travelled to Suva, Fiji, for two ministerial meetings "
            "on 13 May."
        ),
        ["Lena Vogtmann to Fiji 2024-05-13"],
    ),
    (
        "This week, Foreign Minister Lena Vogtmann of Germany is in Suva.",
        ["Lena Vogtmann to Suva 2024-05-13/2024-05-19"],
    ),
    (
        (
            "President Tomas Kambala of Angola met with President Rafael Almonte of the Dominican Republic during "
            "his tour "
            "of Angola."
        ),
        ["Rafael Almonte to Angola"],
    ),
    (
        (
            "President Rafael Almonte of the Dominican Republic said that he looked forward to visiting the "
            "home town of "
            "Benguela in July 2024."
        ),
        ["Rafael Almonte to Benguela 2024-07"],
    ),
    (
        (
            "President Rafael Almonte will pay a state visit to Italy from 20 to 23 May. On the visit, the "
            "President will "
            "travel to Milan and Turin."
        ),
        [
            "Rafael Almonte to Italy 2024-05-20/2024-05-23 state",
            "Rafael Almonte to Milan",
            "Rafael Almonte to Turin",
        ],
    ),
]

NOT_TOLD = [
    "Prime Minister Martin Arless invited President Agus Wibisono of Indonesia to visit Australia.",
    "President Agus Wibisono of Indonesia accepted the invitation to pay a visit to Australia.",
    "Poland and Lithuania will continue the exchange of visits at all levels.",
    "Prime Minister Duarte Salgueiro of Portugal has not visited Angola.",
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
        "The visit of President Tomás Kambala of Angola to Portugal, which began on Sunday and ends today, "
        "is his third."
    )
    assert [line(reading, visit) for visit in reading.visits] == ["Tomás Kambala to Portugal 2024-05-12/2024-05-15"]


def test_those_who_go_along_are_visitors_too() -> None:
    reading = read(
        "President Tomás Kambala of Angola is on a state visit to Portugal. He is accompanied by First Lady "
        "Rosa Dias Kambala."
    )
    assert names(reading, reading.visits[0].visitors) == ["Tomás Kambala", "Rosa Dias Kambala"]


def test_a_visit_without_destination_goes_to_the_host() -> None:
    reading = read(
        "President Karel Dobrý of the Czech Republic received President Lucia Hrušková of Slovakia in Prague "
        "on Tuesday. He thanked her for the visit."
    )
    assert all(visit.reasons for visit in reading.visits)
    assert [line(reading, visit) for visit in reading.visits] in ([], ["Lucia Hrušková to Prague"])


def test_a_guest_in_our_country_is_in_that_of_the_host() -> None:
    reading = read(
        "President Tomás Kambala of Angola met with President Rafael Almonte of the Dominican Republic, who "
        "arrived in "
        "our country on an official visit."
    )
    assert [line(reading, visit) for visit in reading.visits] == ["Rafael Almonte to Angola official"]


def test_a_guest_who_accepted_an_invitation_is_there() -> None:
    reading = read(
        "Meeting with President of Uzbekistan Bakhtiyor Karimzoda\n\nPresident of Kazakhstan Nurlan-Bek "
        "Akhmet: Mr "
        "President, thank you for accepting our invitation to come today to Turkistan.\n\nPresident of Uzbekistan "
        "Bakhtiyor Karimzoda: Thank you.\n"
    )
    assert next(line(reading, visit) for visit in reading.visits).startswith("Bakhtiyor Karimzoda to Turkistan")


def test_the_same_trip_told_twice_is_one() -> None:
    reading = read(
        "President Tomás Kambala of Angola arrived in Lisbon on Tuesday. His visit to Portugal ends on Thursday."
    )
    assert [line(reading, visit) for visit in reading.visits] == ["Tomás Kambala to Lisbon 2024-05-14"]
