"""Sentences without a cue: what carries on somebody's speech, and what is the author's own."""

from __future__ import annotations

import pytest

from tests.extraction.speaking import statements_behind_setting

CARRIED = [
    ("Cole said that ties are good. Peru is ready to work with Chile.", "Janet Cole",
     "Peru is ready to work with Chile"),
    ("Peru firmly supports Chile. Peru is ready to help, said Cole.", "Janet Cole", "Peru firmly supports Chile"),
    ("Cole thanked Ruiz. The two countries should build a port.", "Janet Cole",
     "The two countries should build a port"),
    ("Ruiz said ties are good. Chile appreciates the help of Peru and hopes to learn from it.", "Carlos Ruiz",
     "Chile appreciates the help of Peru and hopes to learn from it"),
]
AUTHORS_OWN = [
    "Cole said that ties are good. The two leaders signed a treaty.",
    "Cole said that ties are good. Ruiz will visit Cusco on Friday.",
    "Cole said that ties are good. The visit ends on Friday.",
    "The two leaders met for an hour.",
]


@pytest.mark.parametrize(("text", "speaker", "content"), CARRIED)
def test_a_party_s_voice_carries_on_the_speech_beside_it(text: str, speaker: str, content: str) -> None:
    carried = [(each, told) for each, told in statements_behind_setting(text) if told.cue is None]

    assert [(told.speaker, told.content) for _, told in carried] == [(speaker, content)]
    assert all(each.confidence < 0.9 and each.reasons for each, _ in carried)


@pytest.mark.parametrize("text", AUTHORS_OWN)
def test_narration_is_nobody_s_speech(text: str) -> None:
    assert [told for _, told in statements_behind_setting(text) if told.cue is None] == []


def test_a_quotation_alone_goes_on_with_the_one_before() -> None:
    found = statements_behind_setting("“We will not sign,” Cole told reporters. “We are closer than before.”")

    assert [(told.speaker, told.cue, each.direct) for each, told in found] == [
        ("Janet Cole", "told", True), ("Janet Cole", None, True),
    ]


def test_quoted_paragraphs_behind_a_colon_are_the_speakers() -> None:
    found = statements_behind_setting(
        "\n\nSpeaking to reporters, President Ruiz said:\n\n"
        "“We will sign soon, I am sure.\n\n“Our ties are old and good.”",
    )

    assert [(told.speaker, told.content) for _, told in found] == [
        ("Carlos Ruiz", "We will sign soon, I am sure"), ("Carlos Ruiz", "Our ties are old and good"),
    ]
