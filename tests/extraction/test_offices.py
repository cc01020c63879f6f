"""Offices: built titles, what they are of, and titles that are no offices."""

from __future__ import annotations

import pytest

from tests.extraction.drafts import draft_of


@pytest.mark.parametrize(
    ("text", "office", "state"),
    [
        (
            "They heard the Principal Deputy National Security Advisor.",
            "Principal Deputy National Security Advisor",
            None,
        ),
        (
            "The New Zealand Minister of Foreign Affairs and Trade spoke.",
            "New Zealand Minister of Foreign Affairs and Trade",
            "New Zealand",
        ),
        (
            "The Minister of Foreign Affairs, Foreign Employment and Tourism spoke.",
            "Minister of Foreign Affairs, Foreign Employment and Tourism",
            None,
        ),
        ("The Economy, Trade and Industry Minister spoke.", "Economy, Trade and Industry Minister", None),
        ("The Russian Federation Council Speaker spoke.", "Russian Federation Council Speaker", "Russia"),
        ("The Chairman of the Russian State Duma spoke.", "Chairman of the Russian State Duma", "Russia"),
        ("The Senior Adviser to the Deputy Prime Minister spoke.", "Senior Adviser to the Deputy Prime Minister", None),
        ("A member of the Japanese parliament spoke.", "member of the Japanese parliament", "Japan"),
        (
            "The Deputy Prime Minister and head of the Emergencies Ministry spoke.",
            "Deputy Prime Minister and head of the Emergencies Ministry",
            None,
        ),
        ("The President of the Republic of Azerbaijan spoke.", "President of the Republic of Azerbaijan", "Azerbaijan"),
        ("Sri Lanka's State Minister of Finance spoke.", "State Minister of Finance", "Sri Lanka"),
    ],
)
def test_an_office_reaches_as_far_as_its_title(text: str, office: str, state: str | None) -> None:
    draft = draft_of(text)
    (found,) = draft.offices
    assert draft.namer.written(found.start, found.end) == office
    assert (found.state.name if found.state else None) == state


@pytest.mark.parametrize(
    "text",
    [
        "NATO member states disagree.",
        "The UN General Assembly opens in autumn.",
        "He will chair the sitting.",
        "The President's Office was silent.",
    ],
)
def test_words_of_titles_that_are_no_offices(text: str) -> None:
    assert draft_of(text).offices == []


def test_plural_titles_name_their_states() -> None:
    draft = draft_of("The Presidents of Lithuania and Poland met.")
    (found,) = draft.offices
    assert found.plural
    assert [mark.state.name for mark in found.states if mark.state] == ["Lithuania", "Poland"]
