"""Readings find their place in a ledger: who is joined, who kept apart, what is taken back when more is known."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Iterator

import msgspec
import pytest

from memcon.ledger import EntityQuery, EntityRow, Ledger, Query
from memcon.model import Profile
from memcon.resolution import make_resolver
from memcon.resolution.entities import EntityMatcher
from memcon.resolution.resolver import Resolver

from tests.ledger.factory import Facts, make_reading
from tests.resolution.profiles import person


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open(":memory:", resolver=make_resolver()) as opened:
        yield opened


def told(day: str, host: str, office: str = "President of Serbia", guest: str = "Li Wei", **more: str) -> Facts:
    """A readout of a day on which a host in an office of Serbia met with a guest from China."""
    return msgspec.structs.replace(Facts(date=day, host=host, host_office=office, guest=guest), **more)


def add(ledger: Ledger, facts: Iterable[Facts]) -> list[str]:
    """Add readouts; the ids of their documents."""
    return [ledger.add(make_reading(one)).document for one in facts]


def people(ledger: Ledger, name: str) -> list[EntityRow]:
    """The people of a name."""
    return list(ledger.people(EntityQuery(name=name)))


def names(rows: Iterable[EntityRow]) -> list[str]:
    """The names of rows, sorted."""
    return sorted(row.name for row in rows)


def test_spellings_and_orders_of_one_name_are_one_row(ledger: Ledger) -> None:
    add(ledger, [
        told("2024-05-14", "Ana Marković"), told("2024-06-01", "Ana Markovic"), told("2024-07-01", "Marković"),
    ])
    [row] = people(ledger, "Markovic")
    assert (row.documents, row.first, row.last) == (3, "2024-05-14", "2024-07-01")
    assert row.id is not None
    assert "Marković" in row.aliases


def test_an_office_has_the_period_in_which_it_is_seen(ledger: Ledger) -> None:
    add(ledger, [
        told("2020-01-01", "Ana Marković", "Foreign Minister of Serbia"),
        told("2021-01-01", "Ana Marković", "Foreign Minister of Serbia"),
        told("2024-01-01", "Ana Marković", "President of Serbia"),
    ])
    [row] = people(ledger, "Ana Marković")
    assert [(office.title, office.first, office.last) for office in row.offices] == [
        ("President of Serbia", "2024-01-01", "2024-01-01"), ("Foreign Minister of Serbia", "2020-01-01", "2021-01-01"),
    ]
    on = row.office_on("2020-06-01")
    assert on is not None
    assert on.title == "Foreign Minister of Serbia"


def test_a_name_means_the_person_whatever_the_document_calls_them(ledger: Ledger) -> None:
    add(ledger, [told("2024-05-14", "Ana Matviyenko"), told("2024-06-01", "Ana Matvienko")])
    for name in ("Matvienko", "Matviyenko"):
        assert {row.published for row in ledger.records("statements", Query(by=name))} == {"2024-05-14", "2024-06-01"}


def test_every_id_leads_to_the_person(ledger: Ledger) -> None:
    reading = make_reading(told("2024-05-14", "Ana Marković"))
    ledger.add(reading)
    [row] = people(ledger, "Ana Marković")
    assert row.id is not None
    assert ledger.entity(row.id) == ledger.entity(reading.entities[0].id)
    assert ledger.resolve(row.id[:10]) == row.id
    assert ledger.count_records(None, Query(with_=row.id)) == row.records


def test_a_surname_that_fits_two_people_belongs_to_neither(ledger: Ledger) -> None:
    add(ledger, [
        told("2024-05-14", "Ana Petrova", "Foreign Minister of Serbia"), told("2024-05-20", "Petrova", "envoy"),
        told("2024-06-01", "Ivana Petrova", "President of Serbia"),
    ])
    assert names(people(ledger, "Petrova")) == ["Ana Petrova", "Ivana Petrova", "Petrova"]
    bare = next(row for row in people(ledger, "Petrova") if row.name == "Petrova")
    assert bare.id is not None
    assert all("fits another as well" in one.reasons for one in ledger.judgements(bare.id))


def test_a_surname_goes_to_the_one_whose_office_fits(ledger: Ledger) -> None:
    add(ledger, [
        told("2024-05-14", "Ana Petrova", "Foreign Minister of Serbia"),
        told("2024-06-01", "Ivana Petrova", "President of Serbia"),
        told("2024-06-09", "Petrova", "President of Serbia"),
    ])
    assert names(people(ledger, "Petrova")) == ["Ana Petrova", "Ivana Petrova"]
    assert next(row.documents for row in people(ledger, "Ivana Petrova")) == 2


def test_homonyms_come_apart_when_their_times_meet(ledger: Ledger) -> None:
    add(ledger, [
        told("2024-01-10", "Ana Petrova", "Foreign Minister of Serbia"),
        told("2024-03-10", "Ana Petrova", "Finance Minister of Serbia"),
    ])
    assert len(people(ledger, "Ana Petrova")) == 1
    add(ledger, [told("2024-05-10", "Ana Petrova", "Foreign Minister of Serbia")])
    assert [row.documents for row in people(ledger, "Ana Petrova")] == [2, 1]


def test_people_of_two_states_are_never_joined(ledger: Ledger) -> None:
    add(ledger, [
        told("2024-05-14", "Ana Petrova", "President of Serbia"),
        told(
            "2024-05-14", "Ana Petrova", "President of Bulgaria", host_code="BGR", host_state="Bulgaria", title="Sofia",
        ),
    ])
    assert sorted(row.country or "" for row in people(ledger, "Ana Petrova")) == ["BGR", "SRB"]


MANY = [
    told("2024-01-10", "Ana Petrova", "Foreign Minister of Serbia"), told("2024-02-10", "Petrova", "envoy"),
    told("2024-03-10", "Ivana Petrova", "President of Serbia"), told("2024-04-10", "Petrova", "President of Serbia"),
    told("2024-05-10", "Anna Petrova", "Foreign Minister of Serbia", guest="Wei Li"),
    told("2024-06-10", "A. Petrova", "Foreign Minister of Serbia", guest="Li Wei"),
]


def wholes(ledger: Ledger) -> set[frozenset[str]]:
    """The entities of a ledger as they are joined."""
    return {frozenset(row.entities) for row in ledger.people()}


def test_the_order_in_which_documents_come_does_not_matter(ledger: Ledger) -> None:
    add(ledger, MANY)
    for seed in range(3):
        shuffled = MANY[:]
        random.Random(seed).shuffle(shuffled)
        with Ledger.open(":memory:", resolver=make_resolver()) as other:
            add(other, shuffled)
            assert wholes(other) == wholes(ledger)


def test_a_document_that_goes_leaves_what_would_be_without_it(ledger: Ledger) -> None:
    ids = add(ledger, MANY)
    ledger.remove(ids[2])
    with Ledger.open(":memory:", resolver=make_resolver()) as other:
        add(other, [*MANY[:2], *MANY[3:]])
        assert wholes(other) == wholes(ledger)


def test_reading_again_changes_nothing(ledger: Ledger) -> None:
    add(ledger, MANY)
    before = list(ledger.people())
    for facts in MANY:
        ledger.add(make_reading(facts), again=True)
    assert list(ledger.people()) == before


def test_documents_kept_without_a_resolver_are_joined_later(tmp_path: object) -> None:
    path = f"{tmp_path}/later.sqlite"
    with Ledger.open(path) as plain:
        add(plain, MANY)
        assert all(row.id is None for row in plain.people())
    with Ledger.open(path, resolver=make_resolver()) as joined:
        for document in joined.to_settle():
            joined.settle(document)
        assert joined.to_settle() == []
        with Ledger.open(":memory:", resolver=make_resolver()) as other:
            add(other, MANY)
            assert wholes(other) == wholes(joined)


def test_other_rules_join_from_scratch(tmp_path: object) -> None:
    path = f"{tmp_path}/old.sqlite"
    resolver = make_resolver()
    with Ledger.open(path, resolver=resolver) as ledger:
        add(ledger, MANY)
    resolver.author = "memcon of tomorrow"
    with Ledger.open(path, resolver=resolver) as ledger:
        assert len(ledger.to_settle()) == len(MANY)
        assert all(row.id is None for row in ledger.people())


def test_a_new_profile_among_a_hundred_takes_little_time() -> None:
    matcher = EntityMatcher("test")
    known = [person(f"Ana {chr(65 + at % 26)}. Petrova", "SRB", f"office {at}") for at in range(100)]
    one: Profile = person("Ana Petrova", "SRB", "foreign minister")
    for each in known:
        matcher.compare(each, one, {})
    start = time.process_time()
    for _ in range(10):
        for each in known:
            if not matcher.forbids(one, each, {}):
                matcher.compare(one, each, {})
    assert (time.process_time() - start) / 10 < 0.02


def test_the_resolver_names_its_rules() -> None:
    resolver = make_resolver()
    assert isinstance(resolver, Resolver)
    assert "resolution" in resolver.author
