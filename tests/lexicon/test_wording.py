"""Wordings compared: stems, words that say the same, words that say little."""

from __future__ import annotations

from pathlib import Path

import pytest

from memcon.lexicon.files import read_lists
from memcon.lexicon.wording import Wording, overlap

WORDING = Wording()


@pytest.mark.parametrize(("left", "right", "least", "most"), [
    ("deepen trade ties", "deepening ties in trade", 0.99, 1.0),
    ("build a railway", "the construction of railways", 0.99, 1.0),
    ("open an embassy", "close an embassy", 0.3, 0.7),
    ("cooperation and relations", "", 0.0, 0.0),
    ("a port", "an airport", 0.0, 0.0),
])
def test_what_two_wordings_share(left: str, right: str, least: float, most: float) -> None:
    dice, _ = overlap(WORDING.weights(left), WORDING.weights(right))
    assert least <= dice <= most


def test_words_of_every_readout_count_less() -> None:
    weights = WORDING.weights("strengthen bilateral cooperation on visas")
    assert weights["visa"] > weights["cooper"]


def test_a_word_says_the_same_as_one_other_word_only() -> None:
    lists = read_lists("en/wording.yaml")
    words = [word for group in lists["alike"] for word in group]
    assert len(words) == len(set(words))


def test_own_words_count(tmp_path: Path) -> None:
    (tmp_path / "wording.yaml").write_text("alike:\n- [ford, bridge]\n", "utf-8")
    own = Wording(tmp_path)
    assert overlap(own.weights("a ford"), own.weights("a bridge"))[0] == 1.0
    assert overlap(own.weights("to finish"), own.weights("to complete"))[0] == 1.0
