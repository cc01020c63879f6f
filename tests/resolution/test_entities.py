"""What a reading shows of its people and things: the profiles by which they are known again."""

from __future__ import annotations

import pytest

from memcon.model import Office, Profile
from memcon.resolution.entities import EntityMatcher

from tests.extraction.reading import read
from tests.resolution.profiles import body, person, thing

MATCHER = EntityMatcher("test")


def profiles(text: str) -> dict[str, Profile]:
    """The profiles of a text by name."""
    return {one.name: one for one in MATCHER.profiles(read(text)).values()}


@pytest.mark.parametrize(("text", "name", "office"), [
    ("President of Peru Ana Rojas met with Li Wei.", "Ana Rojas", Office("president", None, "PER")),
    ("Peruvian President Ana Rojas met with Li Wei.", "Ana Rojas", Office("president", None, "PER")),
    ("Chancellor of the Federal Republic of Germany Ute Brandt met with Li Wei.", "Ute Brandt",
     Office("chancellor", None, "DEU")),
    ("Minister of External Relations of Peru Ana Rojas met with Li Wei.", "Ana Rojas",
     Office("foreign minister", None, "PER")),
    ("Former President of Peru Ana Rojas met with Li Wei.", "Ana Rojas", Office("former president", None, "PER")),
    ("Chairman of the State Duma Pavel Sorin met with Li Wei.", "Pavel Sorin",
     Office("presiding officer", "state duma", "RUS")),
    ("Speaker of the State Duma Pavel Sorin met with Li Wei.", "Pavel Sorin",
     Office("presiding officer", "state duma", "RUS")),
    ("President of Torvenia Oleg Marin met with the President of Karsovia. Torvenia and Karsovia are neighbours.",
     "Oleg Marin", Office("president", None, "torvenia")),
])
def test_offices_are_told_in_one_form(text: str, name: str, office: Office) -> None:
    assert office in profiles(text)[name].offices


def test_a_state_that_no_words_tell_is_no_part_of_the_office() -> None:
    shown = profiles("Foreign Minister Ana Rojas met with Chilean Foreign Minister Juan Soto in Lima.")
    assert [office.country for office in shown["Juan Soto"].offices] == ["CHL"]
    assert [office.country for office in shown["Ana Rojas"].offices] == [None]


def test_groups_and_descriptions_have_no_profile() -> None:
    shown = profiles("The two sides met with a Peruvian delegation. The Ministry of Transport took part.")
    assert not shown.keys() & {"The two sides", "a Peruvian delegation", "Ministry of Transport"}


def test_bodies_belong_to_the_states_that_their_names_tell() -> None:
    shown = profiles("The Chile-Peru Committee on Border Rivers met. The Ministry of Transport of Peru agreed.")
    assert shown["Chile-Peru Committee on Border Rivers"].country == "CHL+PER"
    assert next(one.country for name, one in shown.items() if "Ministry" in name) == "PER"


def test_states_have_one_profile_whatever_they_are_called() -> None:
    one, other = profiles("The Republic of Peru agreed."), profiles("Peru agreed.")
    assert one["Peru"].id == other["Peru"].id


def test_the_days_are_those_of_the_document() -> None:
    shown = profiles("President of Peru Ana Rojas met with Li Wei.")
    assert (shown["Ana Rojas"].first, shown["Ana Rojas"].last) == ("2024-05-15", "2024-05-15")


def test_kinds_do_not_mix() -> None:
    one, other = person("Washington", "USA"), thing("place", "Washington", "USA")
    assert MATCHER.compare(one, other, {}) is None
    assert MATCHER.forbids(one, other, {})


def test_a_judgement_against_is_kept_where_something_speaks_for_it() -> None:
    judgement = MATCHER.compare(
        person("Chen Wei", "CHN", "foreign minister"), person("Chen Wei", "CHN", "finance minister"), {},
    )
    assert judgement is not None
    assert not judgement.same
    assert judgement.author == "test"
    assert judgement.score == round(judgement.score, 2)


@pytest.mark.parametrize(("profile", "expected"), [
    (person("Ana Rojas", "PER", "president"), False), (person("Rojas", "PER", "president"), True),
    (person("Ana Rojas", None, "president"), True), (person("Ana Rojas", "PER"), True),
    (body("Senate", "PER"), False), (body("Joint Committee", "CHL+PER"), True),
])
def test_open_is_what_could_be_of_several(profile: Profile, expected: bool) -> None:
    assert MATCHER.is_open(profile) is expected


def test_what_is_resolved_has_the_fullest_name_the_told_state_and_all_days() -> None:
    found = MATCHER.resolve([
        person("Rojas", "PER", "president", first="2031-01-01"),
        person("Ana Rojas", "PER", "president", last="2033-01-01"),
    ])
    assert (found.kind, found.name, found.country) == ("person", "Ana Rojas", "PER")
    assert (found.first, found.last) == ("2031-01-01", "2033-01-01")
    assert found.id.startswith("who-")


def test_a_listed_body_has_its_listed_name() -> None:
    assert MATCHER.resolve([body("UN"), body("United Nations")]).name == "United Nations"
