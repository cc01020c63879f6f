"""Tests of who holds an office that stands without a name."""

from __future__ import annotations

import pytest
from tests.extraction.drafts import draft_of, referent
from tests.extraction.reading import read, speakers


def test_the_minister_of_a_state_is_its_untitled_principal() -> None:
    draft = draft_of("Minister Ana Sol met Ivan Bondar of Kenya in Lima. The Kenyan Minister thanked Peru.", "PER")
    assert referent(draft, "The Kenyan Minister") == "Ivan Bondar"


def test_a_bare_minister_is_the_publishers_own() -> None:
    text = "Ms. Ana Sol, Minister of Trade, met Tim Roe, Minister of Trade of Kenya. Mr Roe left. The Minister spoke."
    assert referent(draft_of(text, "PER"), "The Minister") == "Ana Sol"


def test_a_leader_who_sends_greetings_is_of_the_guests() -> None:
    text = (
        "Ana Sol received the Deputy Prime Minister of Kenya Tim Roe. He conveyed greetings from President Karl Ost. "
        "The President thanked him."
    )
    draft = draft_of(text, "PER")
    assert referent(draft, "The President") == "Ana Sol"


@pytest.mark.parametrize("verb", ["spoke to", "met"])
def test_they_may_be_one_named_and_one_by_office(verb: str) -> None:
    reading = read(f"The Prime Minister {verb} President Sol this morning. They agreed to speak again.")
    assert speakers(reading, reading.statements[-1]) == ["Prime Minister", "Sol"]
