"""Gold of resolution: its form, how it is found in readings, and what the figures say."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

import pytest

from memcon.errors import UsageError
from memcon.evaluation import (
    RESOLUTION, GoldWorld, ResolutionEvaluation, evaluate_resolution, has_resolution, load_world,
)
from memcon.evaluation.resolution_alignment import Item, align
from memcon.evaluation.resolution_gold import GoldEncounter, GoldEntity, GoldThread, GoldTrip, GoldWording
from memcon.evaluation.resolution_measures import Judged, b_cubed, changes, links, mixtures, pairs, violations
from memcon.model import Change, Reading

from tests.ledger.factory import Facts, make_reading

GOLD = """
documents: {a: one.txt, b: two.txt}
entities:
  - {kind: person, country: CHN, offices: [Foreign Minister of China], names: {a: Li Wei, b: Li Wei}}
encounters:
  - {accounts: {a: met with Foreign Minister Li Wei, b: met with Foreign Minister Li Wei}, visit: to-serbia}
visits:
  - {id: to-serbia, accounts: {a: Li Wei visits Serbia}}
threads:
  - kind: commitments
    wordings: [[a, deepen cooperation on railways, first], [b, deepen cooperation on railways]]
    missing: [b]
"""


@pytest.fixture
def readings() -> list[Reading]:
    return [
        make_reading(Facts(source="one.txt")),
        make_reading(Facts(source="two.txt", date="2024-05-15", host="Ana Markovic", publisher="Ministry")),
    ]


class Kept:
    """What was joined, as a test says it."""

    def __init__(self, wholes: Mapping[str, str]) -> None:
        self._wholes = wholes

    def wholes_of(self, ids: Collection[str]) -> Mapping[str, str]:
        return {one: self._wholes[one] for one in ids if one in self._wholes}

    def visit_of(self, encounter: str) -> str | None:
        return self._wholes.get(f"visit of {encounter}")

    def change_of(self, before: str, now: str) -> Change | None:
        return "repeated"


# The form


def write(folder: Path, gold: str) -> Path:
    (folder / RESOLUTION).write_text(gold, "utf-8")
    return folder


def test_a_gold_of_resolution_is_read(tmp_path: Path) -> None:
    world = load_world(write(tmp_path, GOLD))
    assert has_resolution(tmp_path)
    assert world.documents == {"a": "one.txt", "b": "two.txt"}
    assert world.entities[0].names == {"a": "Li Wei", "b": "Li Wei"}
    assert world.encounters[0].visit == world.visits[0].id == "to-serbia"
    assert world.threads[0].wordings[0] == GoldWording("a", "deepen cooperation on railways", "first")
    assert world.threads[0].wordings[1].change is None


@pytest.mark.parametrize(("gold", "told"), [
    ("documents: {a: one.txt}\nencounters: [{accounts: {c: met}}]", "'c' is named and not listed"),
    ("documents: {a: one.txt}\nthreads: [{kind: positions, wordings: [], missing: [d]}]", "'d' is named"),
    ("documents: {a: one.txt}\nencounters: [{accounts: {a: met}, visit: trip}]", "'trip' is named"),
    ("documents: {a: one.txt}\nentities: [{kind: ghost, names: {}}]", "no gold of resolution"),
    ("documents: {a: one.txt}\nmeetings: []", "no gold of resolution"),
    ("documents: {a: one.txt}\nthreads: [{kind: commitments, wordings: [[a, act, louder]]}]", "no gold of resolution"),
    ("documents: [", "no gold of resolution"),
])
def test_a_gold_that_breaks_its_form_is_told(tmp_path: Path, gold: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        load_world(write(tmp_path, gold))


def test_a_folder_without_gold_of_resolution_is_told(tmp_path: Path) -> None:
    assert not has_resolution(tmp_path)
    with pytest.raises(UsageError, match="cannot be read"):
        load_world(tmp_path)


# How it is found in readings


def test_words_are_found_as_entities_and_records(tmp_path: Path, readings: list[Reading]) -> None:
    first, second = readings
    found = align(load_world(write(tmp_path, GOLD)), {"a": first, "b": second})
    guest = {one.id for reading in readings for one in reading.entities if one.name == "Li Wei"}
    assert {item.identity for item in found.entities} == guest
    assert {item.identity for item in found.encounters} == {first.meetings[0].id, second.meetings[0].id}
    assert [item.identity for item in found.visits] == [first.visits[0].id]
    assert {item.identity for item in found.threads} == {
        one.id for reading in readings for one in reading.commitments if "railways" in one.action.quote
    }


def test_words_that_no_record_rests_on_are_found_as_nothing(readings: list[Reading]) -> None:
    gold = GoldWorld(
        documents={"a": "one.txt", "b": "two.txt"},
        entities=(GoldEntity(kind="organization", names={"a": "Li Wei"}),),
        encounters=(GoldEncounter(accounts={"a": "Next year marks the 40th anniversary"}),),
    )
    found = align(gold, {"a": readings[0]})
    assert [item.identity for item in (*found.entities, *found.encounters)] == [None, None]


def test_two_accounts_are_never_one_record(readings: list[Reading]) -> None:
    words = "met with Foreign Minister Li Wei"
    gold = GoldWorld(
        documents={"a": "one.txt"}, encounters=(GoldEncounter(accounts={"a": words}),) * 2,
    )
    found = align(gold, {"a": readings[0]})
    assert sorted(item.identity or "" for item in found.encounters) == ["", readings[0].meetings[0].id]


def test_words_that_the_document_does_not_say_are_told(readings: list[Reading]) -> None:
    gold = GoldWorld(documents={"a": "one.txt"}, visits=(GoldTrip(id="trip", accounts={"a": "flew to the moon"}),))
    with pytest.raises(UsageError, match=r"one\.txt: does not say 'flew to the moon'"):
        align(gold, {"a": readings[0]})


# What the figures say


def judged(*wholes: tuple[int, str], kind: str = "person") -> list[Judged]:
    return [
        Judged(Item(cluster, place, f"d{place}", f"name {place}", kind, identity=f"id{place}"), whole)
        for place, (cluster, whole) in enumerate(wholes)
    ]


@pytest.mark.parametrize(("wholes", "precision", "recall"), [
    ([(1, "x"), (1, "x"), (2, "y")], 1, 1),
    ([(1, "x"), (1, "z"), (2, "y")], 1, 2 / 3),
    ([(1, "x"), (1, "x"), (2, "x")], 5 / 9, 1),
    ([(1, "x"), (1, "y"), (2, "x"), (2, "y")], 1 / 2, 1 / 2),
    ([], 1, 1),
])
def test_b_cubed_is_that_of_its_definition(
    wholes: list[tuple[int, str]], precision: float, recall: float,
) -> None:
    measure = b_cubed(judged(*wholes), unread=0)
    assert (measure.precision, measure.recall) == pytest.approx((precision, recall))


@pytest.mark.parametrize(("wholes", "precision", "recall"), [
    ([(1, "x"), (1, "x"), (2, "y")], 1, 1),
    ([(1, "x"), (1, "z"), (2, "y")], 0, 0),
    ([(1, "x"), (1, "x"), (2, "x")], 1 / 3, 1),
    ([(1, "x"), (1, "x"), (1, "x"), (1, "y")], 1, 1 / 2),
    ([(1, "x"), (2, "y")], 1, 1),
    ([(1, "x"), (2, "x")], 0, 0),
])
def test_pairs_are_all_pairs(wholes: list[tuple[int, str]], precision: float, recall: float) -> None:
    measure = pairs(judged(*wholes), unread=3)
    assert (measure.precision, measure.recall) == pytest.approx((precision, recall))
    assert (measure.items, measure.unread) == (len(wholes), 3)


@pytest.mark.parametrize(("expected", "precision", "recall", "unread"), [
    ([({"x"}, "x"), (None, None)], 1, 1, 0),
    ([({"x"}, "x"), ({"x"}, None)], 1, 1 / 2, 0),
    ([({"x"}, "x"), (None, "x")], 1 / 2, 1, 0),
    ([({"x"}, "y"), (set(), "z")], 0, 0, 1),
    ([(None, None)], 1, 1, 0),
])
def test_a_meeting_is_linked_to_its_visit(
    expected: list[tuple[set[str] | None, str | None]], precision: float, recall: float, unread: int,
) -> None:
    measure = links(expected)
    assert (measure.precision, measure.recall, measure.unread) == (precision, recall, unread)


def test_changes_are_judged_against_the_wording_before() -> None:
    told: list[Change | None] = ["first", "repeated", "extended", None]
    items = [Item(0, at, f"d{at}", "words", "commitments", change, f"id{at}") for at, change in enumerate(told)]
    other = [Item(1, 0, "d0", "words", "commitments", "first", "id8"), Item(1, 1, "d1", "w", "commitments", "weakened")]
    measure = changes([*items, *other], Kept({}).change_of)
    assert (measure.f1, measure.items, measure.unread) == (0.5, 2, 1)


def test_what_is_mixed_up_is_told_once_for_each_two() -> None:
    found = list(mixtures("entities", judged((1, "x"), (1, "x"), (2, "x"), (2, "y"))))
    assert [(one.kind, one.left[1], one.right[1]) for one in found] == [
        ("joined", "name 0", "name 2"), ("apart", "name 2", "name 3"),
    ]


@pytest.mark.parametrize(("left", "right", "kinds"), [
    ({"country": "CHN"}, {"country": "RUS"}, ["states"]),
    ({"country": "CHN"}, {"country": "CHN"}, []),
    ({"country": "CHN"}, {}, []),
    ({"country": "CHN", "offices": ("Premier",)}, {"country": "CHN", "offices": ("Premier", "Governor")}, ["office"]),
    ({"country": "CHN", "offices": ("Premier",)}, {"country": "CHN", "offices": ("Governor",)}, []),
    ({"country": "PER", "offices": ("Mayor",)}, {"country": "CHL", "offices": ("Mayor",)}, ["states", "office"]),
])
def test_people_that_can_never_be_one_are_told(left: dict, right: dict, kinds: list[str]) -> None:
    entities = [GoldEntity(kind="person", names={}, **left), GoldEntity(kind="person", names={}, **right)]
    assert [one.kind for one in violations(judged((0, "x"), (1, "x")), entities)] == kinds
    assert not list(violations(judged((0, "x"), (1, "y")), entities))


def test_bodies_of_two_states_are_no_violation() -> None:
    entities = [GoldEntity(kind="organization", names={}, country=country) for country in ("PER", "CHL")]
    assert not list(violations(judged((0, "x"), (1, "x"), kind="organization"), entities))


# Together


def evaluate(readings: list[Reading], wholes: Mapping[str, str], folder: Path) -> ResolutionEvaluation:
    return evaluate_resolution(load_world(write(folder, GOLD)), readings, Kept(wholes))


def test_all_that_is_joined_rightly_scores_one(tmp_path: Path, readings: list[Reading]) -> None:
    one = {record.id: "meeting" for reading in readings for record in reading.meetings}
    guests = {who.id: "guest" for reading in readings for who in reading.entities if who.name == "Li Wei"}
    pledges = {record.id: "pledge" for reading in readings for record in reading.commitments}
    trips = {record.id: "trip" for reading in readings for record in reading.visits}
    evaluation = evaluate(readings, {**one, **guests, **pledges, **trips, "visit of meeting": "trip"}, tmp_path)
    assert {name: measure.f1 for name, measure in evaluation.layers.items()} == dict.fromkeys(evaluation.layers, 1.0)
    assert (evaluation.violations, evaluation.mixtures, evaluation.missing) == ((), (), ())


def test_what_is_joined_with_nothing_stands_alone(tmp_path: Path, readings: list[Reading]) -> None:
    evaluation = evaluate(readings, {}, tmp_path)
    assert evaluation.layers["people"].recall == 0.5
    assert evaluation.layers["encounters"].f1 == evaluation.layers["threads"].f1 == 0.0
    assert {(one.layer, one.kind) for one in evaluation.mixtures} == {
        ("entities", "apart"), ("encounters", "apart"), ("threads", "apart"),
    }


def test_a_document_without_a_reading_is_named_and_counts_as_unread(tmp_path: Path, readings: list[Reading]) -> None:
    evaluation = evaluate(readings[:1], {}, tmp_path)
    assert evaluation.missing == ("two.txt",)
    assert (evaluation.layers["encounters"].items, evaluation.layers["encounters"].unread) == (1, 1)
    assert "not read: two.txt" in evaluation.as_text()


def test_the_table_has_a_line_for_each_layer_and_tells_violations(tmp_path: Path, readings: list[Reading]) -> None:
    gold = GoldWorld(documents={"a": "one.txt"}, entities=(
        GoldEntity(kind="person", country="CHN", names={"a": "Li Wei"}),
        GoldEntity(kind="person", country="SRB", names={"a": "Ana Marković"}),
    ))
    merged = {who.id: "one" for who in readings[0].entities}
    text = evaluate_resolution(gold, readings, Kept(merged)).as_text(errors=True)
    assert [line.split()[0] for line in text.splitlines() if line.endswith(" 1")] == ["entities", "people"]
    assert "entities: joined, and are two" in text
    assert "1 people taken for others that they cannot be" in text
    assert "of two states (CHN, SRB): Li Wei in a, Ana Marković in a" in text


def test_a_thread_is_its_kind(readings: list[Reading]) -> None:
    gold = GoldWorld(documents={"a": "one.txt"}, threads=(
        GoldThread(kind="positions", wordings=(GoldWording("a", "the Harbour Initiative"),)),
        GoldThread(kind="commitments", wordings=(GoldWording("a", "the Harbour Initiative"),)),
    ))
    layers = evaluate_resolution(gold, readings, Kept({})).layers
    assert (layers["positions"].unread, layers["commitments"].unread) == (0, 1)
