"""Forms of verbs, by rule and by the table of irregular ones."""

from __future__ import annotations

import pytest

from memcon.lexicon.forms import inflect

IRREGULAR = {"say": ("said", "said"), "get": ("got", "got/gotten")}
DOUBLING = frozenset({"stop", "travel"})


@pytest.mark.parametrize(
    ("lemma", "form", "words"),
    [
        ("stress", "s", {"stresses"}),
        ("note", "past", {"noted"}),
        ("note", "ing", {"noting"}),
        ("reply", "s", {"replies"}),
        ("reply", "past", {"replied"}),
        ("stop", "past", {"stopped"}),
        ("travel", "ing", {"travelling", "traveling"}),
        ("agree", "ing", {"agreeing"}),
        ("tie", "ing", {"tying"}),
        ("say", "past", {"said"}),
        ("get", "participle", {"got", "gotten"}),
        ("be", "s", {"is", "are", "am"}),
        ("have", "s", {"has"}),
    ],
)
def test_a_verb_takes_its_forms(lemma: str, form: str, words: set[str]) -> None:
    assert inflect(lemma, IRREGULAR, DOUBLING)[form] == words  # type: ignore[index]
