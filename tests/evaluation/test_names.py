"""When two names or wordings count as the same."""

from __future__ import annotations

import pytest

from memcon.evaluation.names import agreement, fold, overlap, same_body, same_cue, same_name, same_parties


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ilmar Tamm", "Tamm", True),
        ("Foreign Minister Ilmar Tamm", "Ilmar Tamm", True),
        ("Tamm", "Tammsaare", False),
        ("Türkiye", "Turkey", True),
        ("China", "Chinese", True),
        ("Sudan", "South Sudan", False),
        ("Russian President", "the Russian legislature", False),
        ("The President", "President", False),
        ("the Minister", "The Minister", True),
        (None, "Tamm", False),
        ("", "", False),
        ("王毅", "王毅", True),
    ],
)
def test_one_name_may_be_a_part_of_the_other_titles_aside(one: str | None, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("deepen trade", "deepen trade", 1.0),
        ("deepen trade", "Trade, deepen!", 1.0),
        ("deepen trade", "deepen ties", 0.5),
        ("deepen deepen", "deepen ties", 0.5),
        ("trade", None, 0.0),
        ("", "", 0.0),
        ("中俄关系", "中俄", 2 * 2 / 6),
    ],
)
def test_overlap_counts_the_words_that_two_wordings_share(one: str, other: str | None, share: float) -> None:
    assert overlap(one, other) == pytest.approx(share)


def test_folding_takes_away_accents_case_possessives_and_punctuation() -> None:
    assert fold("  Señor Peña’s “plan”") == "senor pena plan"


def test_a_cue_is_the_same_with_and_without_its_pronoun() -> None:
    assert same_cue("expressed hope", "expressed his hope")
    assert same_cue(None, None)
    assert not same_cue(None, "said")


def test_a_body_needs_three_quarters_of_its_words() -> None:
    assert same_body("Nordic Council of Ministers", ["the Nordic Council of Ministers"])
    assert not same_body("Nordic Council", ["Nordic Council of Ministers"])


def test_each_expected_bearer_is_matched_once() -> None:
    assert agreement(["Ann", "Ann"], [["Ann"]]) == pytest.approx(2 / 3)
    assert agreement([], []) == 1.0
    assert agreement(["Ann"], []) == 0.0


def test_of_two_together_people_and_their_states_are_the_same_parties() -> None:
    homes = {"ann berg": "Norway", "ole dahl": "Denmark"}
    assert same_parties(["Norway", "Denmark"], [["Ann Berg"], ["Ole Dahl"]], homes)
    assert same_parties(["Ann Berg", "Ole Dahl"], [["Denmark"], ["Norway"]], homes)
    assert not same_parties(["Norway"], [["Ann Berg"]], homes)
    assert not same_parties(["Norway", "Sweden"], [["Ann Berg"], ["Ole Dahl"]], homes)
