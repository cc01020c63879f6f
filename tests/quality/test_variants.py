"""Whatever the seeds show holds for other people, states, bodies, places, numbers and dates in other orders."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from memcon.evaluation import Evaluation, evaluate_folder

from tests.quality.marked import Marked
from tests.quality.reading import read_gold_documents
from tests.quality.variants import (
    QUOTED, STRAY_STOP, WORLDS, Seed, Variant, load_seeds, make_variant, make_variants, words_before_stops,
    write_variants,
)
from tests.quality.worlds import make_world, tables

TOLERANCE = 0.02
AT_LEAST = 50

NAMES_OF_THE_SEEDS = re.compile(
    r"\b(?:Chin(?:a|ese)|Russian?|Sino|Beijing|Xi|Jinping|Zhao|Leji|Putin|Vladimir|Matviyenko|Volodin|Wang|Peng|NPC|Duma|"
    r"BRICS|G20|Shanghai|Eurasian|Belt|Security Council|8th|75th|2023-07-12|2023-11-23|July 12)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def seeds(shared: Path) -> list[Seed]:
    return load_seeds(shared)


@pytest.fixture(scope="module")
def variants(shared: Path) -> list[Variant]:
    return list(make_variants(shared))


@pytest.fixture(scope="module")
def judged(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    folder = tmp_path_factory.mktemp("variants")
    write_variants(folder, shared)
    return evaluate_folder(folder, read_gold_documents(folder))


def quotes(gold: dict[str, Any]) -> Iterator[str]:
    for layer, field in QUOTED.items():
        yield from (record[field] for record in gold[layer] if field in record)


def order_of(variant: Variant) -> tuple[int, ...]:
    """The numbers of the statements in the order in which they stand in the text."""
    starts = [variant.text.index(statement["content"]) for statement in variant.gold["statements"]]
    return tuple(sorted(range(len(starts)), key=starts.__getitem__))


def test_the_variants_are_read_as_well_as_the_seeds(shared: Path, judged: Evaluation) -> None:
    folder = shared / "gold" / "seeds"
    own = evaluate_folder(folder, read_gold_documents(folder))
    assert judged.macro_f1 >= own.macro_f1 - TOLERANCE, f"seeds {own.macro_f1:.3f}, variants:\n{judged.as_text()}"


def test_every_quote_of_a_variant_stands_where_it_says(judged: Evaluation) -> None:
    assert judged.layers["grounded"].f1 == 1.0


def test_there_are_enough_variants_and_no_two_are_the_same(variants: list[Variant]) -> None:
    assert len({variant.text for variant in variants}) == len(variants) == 2 * WORLDS >= AT_LEAST


def test_variants_are_the_same_every_time(variants: list[Variant], seeds: list[Seed]) -> None:
    assert make_variant(seeds[0], 7) in variants


def test_gold_quotes_stand_once_in_the_variant(variants: list[Variant]) -> None:
    for variant in variants:
        assert [quote for quote in quotes(variant.gold) if variant.text.count(quote) != 1] == []


def test_nothing_of_the_seeds_names_is_left(variants: list[Variant]) -> None:
    for variant in variants:
        assert NAMES_OF_THE_SEEDS.findall(variant.text) == []
        assert NAMES_OF_THE_SEEDS.findall(str(variant.gold)) == []


def test_stray_full_stops_stand_elsewhere(variants: list[Variant], seeds: list[Seed]) -> None:
    first = [variant for variant in variants if variant.name.startswith(seeds[0].name[:3])]
    own = words_before_stops(seeds[0].text)
    assert len(own) == 4
    assert all(len(STRAY_STOP.findall(variant.text)) >= 3 for variant in first)
    assert not any(words_before_stops(variant.text) & own for variant in first)


def test_the_sentences_of_the_speech_stand_in_another_order(variants: list[Variant], seeds: list[Seed]) -> None:
    for seed in seeds:
        own = [variant for variant in variants if variant.name.startswith(seed.name[:3])]
        assert len({order_of(variant) for variant in own}) > len(own) / 3


def test_dates_fit_their_weekdays(variants: list[Variant]) -> None:
    for variant in variants:
        meeting = variant.gold["meetings"][0]
        assert f"{date.fromisoformat(meeting['date']):%A}" in variant.text
        assert 0 <= (date.fromisoformat(variant.gold["published"]) - date.fromisoformat(meeting["date"])).days < 7
        for visit in variant.gold["visits"]:
            arrived, left = map(date.fromisoformat, visit["date"].split("/"))
            assert f"from {arrived:%A} to {left:%A}" in STRAY_STOP.sub("", variant.text)
            assert 0 < (left - arrived).days < 7


def test_every_world_has_a_name_only_once() -> None:
    for number in range(WORLDS):
        world = make_world(number)
        people = (world.host_head, world.guest_head, world.upper_chair, world.lower_chair, world.committee_chair,
                  *world.attendees)
        words = [word for person in people for word in person.full.split()]
        assert len(set(words)) == len(words)
        assert all(set(person.short.split()) <= set(person.full.split()) for person in people)


def test_every_row_of_the_tables_names_people_that_there_are() -> None:
    data = tables()
    assert {row["people"] for row in (*data["host"], *data["guest"])} <= data["people"].keys()


def test_marked_places_keep_to_their_words() -> None:
    text = "One went. Two sat. Three ran."
    marked = Marked(text, ((4, 8), (10, 17), (19, 24)))
    moved = marked.reorder([(0, 9), (10, 18), (19, 29)], (2, 0, 1))
    assert moved.text == "Three ran. One went. Two sat."
    assert moved.quotes() == marked.quotes()
    longer = moved
    for spot in sorted(random.Random(1).sample(range(len(text)), 8), reverse=True):
        longer = longer.replace(spot, spot, "_")
    assert [quote.replace("_", "") for quote in longer.quotes()] == marked.quotes()
    assert not any(quote.startswith("_") or quote.endswith("_") for quote in longer.quotes())


def test_a_place_across_the_edge_of_a_stretch_cannot_be_moved() -> None:
    with pytest.raises(ValueError, match="crosses"):
        Marked("One. Two.", ((2, 7),)).reorder([(0, 4), (5, 9)], (1, 0))
