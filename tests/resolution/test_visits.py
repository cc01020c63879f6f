"""Reports of visits: which are of one visit, and which encounters were part of it."""

from __future__ import annotations

import pytest

from memcon.model import Account, Attendance, Trip
from memcon.resolution.visits import VisitMatcher

MATCHER = VisitMatcher("test")


def trip(document: str, **fields: object) -> Trip:
    given = {
        "id": f"visit-{document}", "document": document, "first": "2023-05-09", "last": "2023-05-12",
        "published": "2023-05-09", "visitors": ("profile-osei",), "countries": ("BBB",), "country": "AAA",
        "destination": "profile-aaa", **fields,
    }
    return Trip(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize("fields", [
    {}, {"first": "2023-05-10", "last": "2023-05-10"}, {"first": "2023-05-13", "last": "2023-05-13", "dated": False},
    {"destination": "profile-capital"},
])
def test_two_reports_of_one_visit(fields: dict[str, object]) -> None:
    assert MATCHER.compare(trip("one"), trip("two", **fields), {}) is not None


@pytest.mark.parametrize("fields", [
    {"first": "2023-06-09", "last": "2023-06-12"}, {"country": "CCC", "destination": "profile-ccc"},
    {"visitors": ("profile-mensah",)},
])
def test_two_visits(fields: dict[str, object]) -> None:
    assert MATCHER.compare(trip("one"), trip("two", **fields), {}) is None


def test_one_document_has_told_its_visits_apart() -> None:
    assert MATCHER.compare(trip("one"), trip("one"), {}) is None


def account(**fields: object) -> Account:
    given = {
        "id": "meeting-1", "document": "three", "kind": "talks", "status": "held", "dated": True, "first": "2023-05-10",
        "last": "2023-05-10", "country": "AAA",
        "attendance": (Attendance("profile-osei", "Paul Osei", "person", "BBB"),), **fields,
    }
    return Account(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize(("fields", "part"), [
    ({}, True),
    ({"country": None}, True),
    ({"country": "CCC"}, False),
    ({"first": "2023-05-20", "last": "2023-05-20"}, False),
    ({"kind": "call"}, False),
    ({"attendance": (Attendance("profile-other", "Kojo Mensah", "person", "BBB"),)}, False),
])
def test_an_encounter_is_part_of_a_visit(fields: dict[str, object], part: bool) -> None:
    assert (MATCHER.part_of(account(**fields), trip("one"), {}) is not None) == part


def test_the_narrowest_days_count() -> None:
    whole = MATCHER.resolve([trip("one"), trip("two", first="2023-05-10", last="2023-05-11", type="official")])
    assert (whole.first, whole.last, whole.status) == ("2023-05-10", "2023-05-11", "official")
