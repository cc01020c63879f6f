"""The lists of names of the lexicon: their form and breadth, one bearer for every name, facts that can be checked."""

from __future__ import annotations

from collections import Counter
from importlib import resources
from typing import Any, get_args

import msgspec
import pycountry
import pytest
import yaml

from memcon.lexicon.entries import (
    BodyEntry,
    Honorific,
    InitiativeEntry,
    OfficeEntry,
    PlaceEntry,
    StateEntry,
    Topic,
)
from memcon.model import OrganizationType

Entries = list[dict[str, Any]]

SHAPES: dict[str, type[msgspec.Struct]] = {
    "en/states.yaml": StateEntry,
    "en/bodies.yaml": BodyEntry,
    "en/initiatives.yaml": InitiativeEntry,
    "en/places.yaml": PlaceEntry,
    "en/offices.yaml": OfficeEntry,
    "en/honorifics.yaml": Honorific,
    "topics/topics.yaml": Topic,
}
LISTS = (*SHAPES, "en/names.yaml")

NOT_UN_MEMBERS = frozenset(
    "ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL GUF GUM HKG HMD IMN IOT "
    "JEY MAC MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PSE PYF REU SGS SHN SJM SPM SXM TCA TKL TWN UMI VAT VGB VIR "
    "WLF".split()
)
"""Codes of ISO 3166-1 that are territories or states outside the United Nations."""

OFFICES_OF = frozenset(
    "state government ministry legislature chamber court central-bank party organization military embassy region city "
    "religion agency other".split()
)

PLOVER_CONTEXTS = frozenset(
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic "
    "legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity "
    "inequality diplomatic territory peacekeeping health asylum migration disasters natural_resource environment "
    "technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking".split()
)

CAP_MAJORS = frozenset("1 2 3 4 5 6 7 8 9 10 12 13 14 15 16 17 18 19 20 21 23".split())


def _read(name: str) -> dict[str, Any]:
    text = (resources.files("memcon.lexicon") / name).read_text("utf-8")
    parsed = yaml.load(text, Loader=yaml.CBaseLoader)
    assert isinstance(parsed, dict)
    return parsed


@pytest.fixture(scope="module")
def lists() -> dict[str, dict[str, Any]]:
    return {name: _read(name) for name in LISTS}


def _names(entry: dict[str, Any], *keys: str) -> list[str]:
    found: list[str] = []
    for key in keys:
        value = entry.get(key, [])
        found += [value] if isinstance(value, str) else value
    return found


def _borne_twice(entries: Entries, *keys: str) -> dict[str, int]:
    return {name: n for name, n in Counter(name for entry in entries for name in _names(entry, *keys)).items() if n > 1}


@pytest.mark.parametrize("name", SHAPES)
def test_every_entry_has_the_form_of_its_list_and_no_other_field(name: str, lists: dict[str, dict[str, Any]]) -> None:
    shape = SHAPES[name]
    known = {field.encode_name for field in msgspec.structs.fields(shape)}
    for entry in lists[name]["entries"]:
        msgspec.convert(entry, shape, strict=False)
        assert set(entry) <= known, entry


@pytest.mark.parametrize("name", LISTS)
def test_every_list_says_what_it_is_and_shows_it_in_an_example(name: str, lists: dict[str, dict[str, Any]]) -> None:
    parsed = lists[name]
    assert parsed["about"].endswith(".")
    assert parsed["example"]
    for example in parsed["example"]:
        assert example["find"].lower() in example["text"].lower()


@pytest.mark.parametrize("name", LISTS)
def test_no_name_is_empty_or_has_blanks_at_its_ends(name: str, lists: dict[str, dict[str, Any]]) -> None:
    def walk(value: Any) -> None:
        if isinstance(value, dict):
            for part in value.values():
                walk(part)
        elif isinstance(value, list):
            for part in value:
                walk(part)
        else:
            assert value.strip() == value != "", name
            assert "\u2019" not in value, f"{name}: write a straight apostrophe in {value!r}"

    walk(lists[name].get("entries", lists[name]))


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("en/states.yaml", ("code",)),
        ("en/states.yaml", ("name", "names")),
        ("en/states.yaml", ("adjectives",)),
        ("en/states.yaml", ("people",)),
        ("en/states.yaml", ("prefixes",)),
        ("en/states.yaml", ("name", "names", "capital", "metonyms")),
        ("en/bodies.yaml", ("name", "aliases", "cased")),
        ("en/initiatives.yaml", ("name", "aliases", "cased")),
        ("en/places.yaml", ("name", "aliases")),
        ("en/offices.yaml", ("title", "aliases", "plural")),
        ("en/honorifics.yaml", ("form",)),
        ("topics/topics.yaml", ("slug",)),
        ("topics/topics.yaml", ("words",)),
    ],
)
def test_a_name_has_one_bearer_in_its_list(name: str, keys: tuple[str, ...], lists: dict[str, dict[str, Any]]) -> None:
    assert _borne_twice(lists[name]["entries"], *keys) == {}


def test_states_bodies_and_initiatives_share_no_name(lists: dict[str, dict[str, Any]]) -> None:
    entries = [
        {"all": sorted(set(_names(entry, "name", "names", "adjectives", "people", "aliases", "cased")))}
        for name in ("en/states.yaml", "en/bodies.yaml", "en/initiatives.yaml") for entry in lists[name]["entries"]
    ]
    assert _borne_twice(entries, "all") == {}


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("en/states.yaml", 230),
        ("en/bodies.yaml", 1100),
        ("en/initiatives.yaml", 430),
        ("en/places.yaml", 1700),
        ("en/offices.yaml", 230),
        ("en/honorifics.yaml", 350),
        ("topics/topics.yaml", 48),
    ],
)
def test_the_lists_are_broad(name: str, floor: int, lists: dict[str, dict[str, Any]]) -> None:
    assert len(lists[name]["entries"]) >= floor


def test_every_member_of_the_united_nations_is_there(lists: dict[str, dict[str, Any]]) -> None:
    members = {country.alpha_3 for country in pycountry.countries} - NOT_UN_MEMBERS
    codes = {entry["code"] for entry in lists["en/states.yaml"]["entries"]}
    assert len(members) == 193
    assert members <= codes
    assert codes - {country.alpha_3 for country in pycountry.countries} == {"XKX"}


def test_states_bear_the_names_that_the_iso_list_gives_them(lists: dict[str, dict[str, Any]]) -> None:
    for entry in lists["en/states.yaml"]["entries"]:
        if entry["code"] in NOT_UN_MEMBERS or entry["code"] == "XKX":
            continue
        country = pycountry.countries.get(alpha_3=entry["code"])
        assert country is not None
        official = getattr(country, "official_name", country.name).removeprefix("the ")
        if "," in official:
            official = " ".join(reversed(official.split(", "))).removeprefix("The ")
        assert official in _names(entry, "name", "names"), entry["code"]


def test_every_member_state_has_a_capital_and_an_adjective(lists: dict[str, dict[str, Any]]) -> None:
    shared = {"COG", "DMA"}
    city_states = {"MCO", "DJI"}
    for entry in lists["en/states.yaml"]["entries"]:
        if entry["code"] not in NOT_UN_MEMBERS:
            assert entry.get("capital") or entry["code"] in city_states, entry["code"]
            assert entry.get("adjectives") or entry["code"] in shared, entry["code"]


def test_countries_of_bodies_and_places_are_states_of_the_list(lists: dict[str, dict[str, Any]]) -> None:
    codes = {entry["code"] for entry in lists["en/states.yaml"]["entries"]}
    for name in ("en/bodies.yaml", "en/places.yaml"):
        for entry in lists[name]["entries"]:
            assert entry.get("country", "CHN") in codes, entry


def test_seas_have_no_country_and_venues_a_city(lists: dict[str, dict[str, Any]]) -> None:
    for entry in lists["en/places.yaml"]["entries"]:
        assert not (entry.get("kind") == "sea" and "country" in entry), entry
        assert ("in" in entry) == (entry.get("kind") == "venue"), entry


def test_legislatures_of_many_states_are_there(lists: dict[str, dict[str, Any]]) -> None:
    bodies = lists["en/bodies.yaml"]["entries"]
    assert {body["type"] for body in bodies} <= set(get_args(OrganizationType))
    assert len({body.get("country") for body in bodies if body["type"] in ("legislature", "chamber")}) >= 90


def test_names_of_bodies_are_not_generic(lists: dict[str, dict[str, Any]]) -> None:
    generic = {"Parliament", "Senate", "National Assembly", "House of Representatives", "Foreign Ministry", "Cabinet"}
    for body in lists["en/bodies.yaml"]["entries"]:
        assert not generic & set(_names(body, "name", "aliases", "cased")), body["name"]


def test_offices_have_a_rank_and_say_what_they_are_an_office_of(lists: dict[str, dict[str, Any]]) -> None:
    for office in lists["en/offices.yaml"]["entries"]:
        assert office["rank"] in set("123456789"), office["title"]
        assert office["of"] in OFFICES_OF, office["title"]
        assert office.get("head_of_state", "yes") == "yes"
        assert office.get("head_of_state") is None or office["rank"] == "1", office["title"]


@pytest.mark.parametrize("key", ["modifiers", "subjects", "heads"])
def test_words_that_build_titles_are_listed_once(key: str, lists: dict[str, dict[str, Any]]) -> None:
    words = lists["en/offices.yaml"][key]
    assert len(words) >= 8
    assert len(words) == len(set(words))


def test_given_names_have_one_gender_and_are_many(lists: dict[str, dict[str, Any]]) -> None:
    given = lists["en/names.yaml"]["given"]
    everyone = [name for names in given.values() for name in names]
    assert set(given) == {"m", "f", "u"}
    assert [name for name, n in Counter(everyone).items() if n > 1] == []
    assert len(given["m"]) >= 1400
    assert len(given["f"]) >= 850


def test_surnames_that_come_first_are_listed_once_a_language(lists: dict[str, dict[str, Any]]) -> None:
    families = lists["en/names.yaml"]["family_first"]
    floors = {"chinese": 150, "korean": 75, "vietnamese": 60}
    for language, names in families.items():
        assert len(names) == len(set(names)), language
        assert len(names) >= floors.get(language, 1), language


def test_topics_have_lower_case_words_and_known_crosswalks(lists: dict[str, dict[str, Any]]) -> None:
    for topic in lists["topics/topics.yaml"]["entries"]:
        assert 8 <= len(topic["words"]) <= 35, topic["slug"]
        assert all(word == word.lower() for word in topic["words"]), topic["slug"]
        assert set(topic["plover"]) <= PLOVER_CONTEXTS, topic["slug"]
        assert topic["cap"] in CAP_MAJORS, topic["slug"]
