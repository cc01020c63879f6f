"""Wordings of pledges, positions and labels: which are of one thread, and how each stands to the one before."""

from __future__ import annotations

import pytest

from memcon.lexicon.wording import Wording
from memcon.model import Utterance
from memcon.resolution.threads import ThreadMatcher

MATCHER = ThreadMatcher("test", Wording())


def said(words: str, **fields: object) -> Utterance:
    given = {
        "id": f"commitment-{words}", "document": "one", "kind": "commitments", "words": words,
        "whose": ("profile-a",), "actors": ("AAA",), "countries": ("AAA", "BBB"), "force": "willing", **fields,
    }
    return Utterance(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize(("left", "right"), [
    ("deepen cooperation in energy and agriculture", "expand cooperation in agriculture, energy and trade"),
    ("complete the Lake Road by 2031", "finish the Lake Road"),
    ("open consulates in both ports", "will establish consulates in the two ports"),
])
def test_one_thread(left: str, right: str) -> None:
    assert MATCHER.compare(said(left), said(right), {}) is not None


@pytest.mark.parametrize(("left", "right"), [
    ("deepen cooperation in energy", "deepen cooperation in agriculture"),
    ("complete the Lake Road", "complete the northern pipeline"),
    ("strengthen bilateral relations", "hold the next session in Lugano"),
])
def test_two_threads(left: str, right: str) -> None:
    assert MATCHER.compare(said(left), said(right), {}) is None


def test_the_same_words_in_another_relation_are_another_thread() -> None:
    other = said("complete the Lake Road", whose=("profile-c",), actors=("CCC",), countries=("CCC", "DDD"))
    assert MATCHER.compare(said("finish the Lake Road"), other, {}) is None


def test_for_and_against_are_two_threads() -> None:
    for_it = said("the Harbour Initiative", kind="positions", stance="support", force=None)
    against = said("the Harbour Initiative", kind="positions", stance="oppose", force=None)
    denied = said("the Harbour Initiative", kind="positions", stance="support", modality="negated", force=None)
    assert MATCHER.forbids(for_it, against, {})
    assert MATCHER.forbids(for_it, denied, {})
    assert not MATCHER.forbids(against, denied, {})


@pytest.mark.parametrize(("before", "now", "change"), [
    (said("finish the Lake Road"), said("to finish the Lake Road with France"), "repeated"),
    (said("finish the Lake Road"), said("to complete the Lake Road"), "reworded"),
    (said("finish the Lake Road"), said("finish the Lake Road without delay"), "strengthened"),
    (said("grant scholarships", amount="100"), said("grant scholarships", amount="250"), "strengthened"),
    (said("finish the Lake Road and a bridge"), said("finish the Lake Road"), "weakened"),
    (said("finish the Lake Road", due="2031"), said("finish the Lake Road", due="2033"), "extended"),
    (said("finish the Lake Road"), said("finish the Lake Road", force="pledged"), "strengthened"),
    (said("finish the Lake Road", force="agreed"), said("finish the Lake Road"), "weakened"),
    (said("finish the Lake Road"), said("finish the Lake Road", due="2031"), "strengthened"),
    (said("finish the Lake Road"), said("finish the Lake Road and a bridge"), "extended"),
    (said("finish the Lake Road this year"), said("bring the Lake Road to an end"), "reworded"),
])
def test_changes(before: Utterance, now: Utterance, change: str) -> None:
    assert MATCHER.change(before, now) == change


def test_wordings_of_one_thread_share_a_key() -> None:
    left, right = said("finish the Lake Road"), said("complete the Lake Road together")
    assert set(MATCHER.keys(left)) & set(MATCHER.keys(right))
