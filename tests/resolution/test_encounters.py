"""Accounts of meetings: which are of one encounter, and what they say of it together."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from memcon.model import Account, Attendance
from memcon.resolution.encounters import ENOUGH, EncounterMatcher

MATCHER = EncounterMatcher("test")


def attending(*names: str) -> tuple[Attendance, ...]:
    """People as "AAA Name Surname", states by their code alone."""
    found = []
    for told in names:
        country, _, name = told.partition(" ")
        kind = "person" if name else "state"
        found.append(Attendance(f"profile-{told}", name or country, kind, country))
    return tuple(found)


LEADERS = attending("AAA Ana Lind", "BBB Paul Osei")


def account(document: str, day: Any = "2023-05-10", **fields: Any) -> Account:
    given = {
        "id": f"meeting-{document}{len(fields)}", "document": document, "kind": "meeting", "status": "held",
        "dated": True, "first": day, "last": day, "published": day, "attendance": LEADERS, **fields,
    }
    return Account(**given)


def score(left: Account, right: Account) -> float | None:
    judgement = MATCHER.compare(left, right, {})
    return None if judgement is None else judgement.score


@pytest.mark.parametrize("fields", [
    {},
    {"day": "2023-05-11"},
    {"day": "2023-05-12", "dated": False},
    {"attendance": attending("AAA Ana Lind", "BBB")},
    {"attendance": attending("BBB Paul Osei", "AAA Ana Lind", "BBB Kojo Mensah")},
    {"first": "2023-05-09", "last": "2023-05-12"},
    {"first": "2023-05-01", "last": "2023-05-31", "status": "recalled"},
    {"status": "scheduled"},
    {"kind": "talks"},
])
def test_two_accounts_of_one_encounter(fields: dict[str, Any]) -> None:
    found = score(account("one"), account("two", **fields))
    assert found is not None
    assert found >= ENOUGH


@pytest.mark.parametrize("fields", [
    {"day": "2023-05-12"},
    {"day": "2023-11-10"},
    {"kind": "call"},
    {"attendance": attending("AAA Ana Lind", "BBB Kojo Mensah")},
    {"attendance": attending("AAA Ana Lind", "CCC Rosa Vidal")},
    {"attendance": attending("AAA", "BBB")},
    {"first": "2023-01-01", "last": "2023-12-31", "status": "recalled"},
    {"country": "CCC"},
])
def test_two_encounters(fields: dict[str, Any]) -> None:
    assert score(account("one", country="AAA"), account("two", **fields)) is None


def test_one_document_has_told_its_meetings_apart() -> None:
    assert MATCHER.forbids(account("one"), account("one", kind="talks"), {})


def test_sessions_of_one_body_are_told_by_their_number() -> None:
    sixth = {"kind": "session", "body": "profile-committee", "ordinal": 6, "attendance": attending("AAA", "BBB")}
    undated = {**sixth, "day": None, "dated": False, "status": "scheduled"}
    assert score(account("one", **sixth), account("two", **undated)) is not None
    assert score(account("one", **sixth), account("two", **{**undated, "ordinal": 7})) is None


def test_people_are_the_same_under_two_names_that_are_resolved_to_one() -> None:
    other = attending("AAA Anna Lindh", "BBB P. Osei")
    who = {"profile-AAA Anna Lindh": "who-1", "profile-AAA Ana Lind": "who-1"}
    assert MATCHER.compare(account("one"), account("two", attendance=other), who) is not None


def test_accounts_of_one_encounter_share_a_key() -> None:
    states = account("two", attendance=attending("AAA", "BBB"))
    people = account("three", attendance=attending("AAA Ana Lind"))
    assert set(MATCHER.keys(account("one"))) & set(MATCHER.keys(states))
    assert set(MATCHER.keys(account("one"))) & set(MATCHER.keys(people))


def test_of_many_states_no_pair_is_a_key() -> None:
    many = account("one", attendance=attending(*(f"{letter}AA" for letter in "ABCDEFGHIJ")))
    assert not any("|" in key for key in MATCHER.keys(many))


def test_what_accounts_say_together() -> None:
    told = [
        account("one", status="scheduled", first="2023-05-01", last="2023-05-31", kind="talks", published="2023-04-20"),
        account("two", country="AAA"), account("three", day="2023-05-11", dated=False, status="recalled"),
    ]
    whole = MATCHER.resolve(told)
    assert (whole.status, whole.kind, whole.first, whole.last, whole.country) == (
        "held", "meeting", "2023-05-10", "2023-05-10", "AAA",
    )
    assert whole.id == MATCHER.resolve(told[::-1]).id


def test_reasons_can_be_read_by_a_person() -> None:
    judgement = MATCHER.compare(account("one"), msgspec.structs.replace(account("two"), first="2023-05-11"), {})
    assert judgement is not None
    assert judgement.reasons[:2] == ("Ana Lind in both", "Paul Osei in both")
