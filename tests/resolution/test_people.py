"""Who is who among people: names, states, offices and periods weighed together."""

from __future__ import annotations

import pytest

from memcon.model import Profile
from memcon.resolution.people import compare_people, fullest, people_apart, person_keys

from tests.resolution.profiles import person

ENOUGH = 0.5

SAME = [
    (person("Ana Marković", "SRB", "foreign minister"), person("Ana Markovic", "SRB")),
    (person("Ana Marković", "SRB", "foreign minister"), person("Marković", "SRB", "foreign minister")),
    (person("Marković", "SRB"), person("Ana Marković", "SRB", "foreign minister")),
    (
        person("Valentina Matviyenko", "RUS", "presiding officer@council"),
        person("Matvienko", None, "presiding officer"),
    ),
    (person("Orbán Viktor", "HUN", "prime minister"), person("Viktor Orban", "HUN", "prime minister")),
    (person("Oleksandr Bondar", "UKR", "president"), person("Alexander Bondar", "UKR")),
    (person("Katrín Jónsdóttir", "ISL", "prime minister"), person("Katrín", "ISL", "prime minister")),
    # An office that has changed.
    (person("Petr Fiala", "CZE", "foreign minister", first="2020-01-01"),
     person("Petr Fiala", "CZE", "prime minister", first="2024-01-01")),
    # Who holds two offices that go together.
    (person("Li Wen", "CHN", "deputy prime minister"), person("Li Wen", "CHN", "trade minister")),
    # Out of office.
    (person("Kishida", "JPN", "former prime minister", first="2025-01-01"),
     person("Kishida Fumio", "JPN", "prime minister", first="2023-01-01")),
]

APART = [
    # Two states.
    (person("Ivan Petrov", "RUS", "president"), person("Ivan Petrov", "BGR", "president")),
    # Two given names.
    (person("Ivan Petrov", "RUS", "foreign minister"), person("Sergei Petrov", "RUS", "foreign minister")),
    # One name and state, offices that nobody holds together, on days that meet.
    (person("Chen Wei", "CHN", "foreign minister", last="2031-06-01"),
     person("Chen Wei", "CHN", "finance minister", first="2031-04-01")),
    (person("Ivan Petrov", "RUS", "presiding officer@state duma", last="2031-06-01"),
     person("Ivan Petrov", "RUS", "governor", first="2031-04-01")),
    # A surname with another office.
    (person("Petrov", "RUS", "governor"), person("Ivan Petrov", "RUS", "foreign minister")),
    # A surname of which nothing else is told, long after.
    (person("Petrov", first="2001-01-01"), person("Ivan Petrov", "RUS", "foreign minister", first="2020-01-01")),
    # A given name alone.
    (person("Ivan", "RUS"), person("Ivan Petrov", "RUS", "foreign minister")),
    # Father and son.
    (person("Suhail bin Rashid", "OMN", "king"), person("Rashid bin Suhail", "OMN", "crown prince")),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_person_is_known_again(one: Profile, other: Profile) -> None:
    weighed = compare_people(one, other)
    assert weighed is not None
    assert weighed.score >= ENOUGH
    assert weighed.reasons
    assert not people_apart(one, other)
    assert set(person_keys(one)) & set(person_keys(other))


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_people_are_kept_apart(one: Profile, other: Profile) -> None:
    weighed = compare_people(one, other)
    assert weighed is None or weighed.score < ENOUGH


@pytest.mark.parametrize(("one", "other"), [
    (person("Ivan Petrov", "RUS"), person("Ivan Petrov", "BGR")),
    (person("Ivan Petrov", "RUS"), person("Sergei Petrov", "RUS")),
    (person("Ivan Petrov", "RUS", "president"), person("Anna Orlova", "RUS", "president")),
])
def test_other_states_and_other_names_are_never_one_person(one: Profile, other: Profile) -> None:
    assert people_apart(one, other)
    assert people_apart(other, one)


def test_reasons_say_why_in_words() -> None:
    weighed = compare_people(person("Petrov", "RUS", "president"), person("Ivan Petrov", "RUS", "president"))
    assert weighed is not None
    assert weighed.reasons == ("given name missing", "same state", "same office")
    clash = compare_people(
        person("Chen Wei", "CHN", "foreign minister"), person("Chen Wei", "CHN", "finance minister"),
    )
    assert clash is not None
    assert clash.reasons[-1] == "finance minister and foreign minister at the same time"


def test_the_comparison_has_no_sides() -> None:
    for one, other in (*SAME, *APART):
        left, right = compare_people(one, other), compare_people(other, one)
        assert (left is None) == (right is None)
        assert left is None or right is None or left.score == right.score


def test_the_name_shown_is_the_fullest() -> None:
    profiles = [
        person("MARSH", "GBR"), person("Ana R. Marsh", "GBR", last="2032-01-01"), person("Ana Marsh", "GBR"),
        person("Ana Rose Marsh", "GBR"), person("Marsh", "GBR", "president", last="2033-01-01"),
    ]
    assert fullest(profiles) == "Ana Rose Marsh"
