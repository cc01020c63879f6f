"""Names of bodies, initiatives and places: listed, told by their head nouns, in lower case, and by acronym."""

from __future__ import annotations

import pytest

from tests.extraction.drafts import draft_of, marked


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("They serve on the Joint Commission on Fisheries and Trade.", ["Joint Commission on Fisheries and Trade"]),
        (
            "The Norden-Sudria Inter-Parliamentary Commission sat in spring.",
            ["Norden-Sudria Inter-Parliamentary Commission"],
        ),
        ("The Franco-German Defence and Security Council sat.", ["Franco-German Defence and Security Council"]),
        (
            "A word from the Central Committee of the Workers' Unity Party was read.",
            ["Central Committee of the Workers' Unity Party"],
        ),
        (
            "The Harbour Partnership Commission of Ukraine and the United States sat.",
            ["Harbour Partnership Commission of Ukraine and the United States"],
        ),
        (
            "He joined the Assembly of People's Representatives of Tunisia.",
            ["Assembly of People's Representatives of Tunisia"],
        ),
        ("The Committee of Chiefs of Defence Staff will report.", ["Committee of Chiefs of Defence Staff"]),
        ("The Office of the President gave no details.", ["Office of the President"]),
        ("The Bureau for International Policy Adam Nowak leads is small.", ["Bureau for International Policy"]),
        ("The G24 and the G7 reached out.", ["G24", "G7"]),
        ("Their 2+2 consultations will go on.", ["2+2 consultations"]),
        (
            "The joint intergovernmental commission on trade, scientific and cultural cooperation will sit.",
            ["joint intergovernmental commission on trade, scientific and cultural cooperation"],
        ),
        ("A session of the EU–China Summit follows.", ["EU–China Summit"]),
    ],
)
def test_bodies_are_found_by_the_shape_of_their_names(text: str, bodies: list[str]) -> None:
    assert marked(draft_of(text), "body") == bodies


@pytest.mark.parametrize(
    "text",
    [
        "The Foreign Ministers attended the Lisbon Summit.",
        "The Government of India thanked all.",
        "The Second Extraordinary Summit closed late.",
        "A Memorandum of Understanding on Academic Exchange was signed.",
        "The U.S.-Japan Alliance has never been stronger.",
        "Senior Administration officials took part.",
    ],
)
def test_events_governments_and_instruments_are_no_bodies(text: str) -> None:
    assert marked(draft_of(text), "body") == []


def test_an_event_of_a_body_leaves_the_body() -> None:
    assert marked(
        draft_of("They will meet on the margins of the NATO Summit and the G20 Leaders' Summit."), "body"
    ) == ["NATO", "G20"]


def test_an_office_that_stands_for_its_house_is_a_place() -> None:
    draft = draft_of("The envoy was received at the Presidential Secretariat this morning.")
    assert marked(draft, "body") == []
    assert marked(draft, "place") == ["Presidential Secretariat"]


@pytest.mark.parametrize(
    ("text", "initiatives"),
    [
        ("Peru adheres to the one-China policy.", ["one-China policy"]),
        ("Lesna abides by the one-Tarung principle.", ["one-Tarung principle"]),
        ("They back the six-point peace plan of the envoy.", ["six-point peace plan"]),
        ("A two-state solution has no rival.", ["two-state solution"]),
        ("It fits the “Bright Coast” strategy of the host.", ["“Bright Coast” strategy"]),
        ("They spoke of the SAGAR vision.", ["SAGAR vision"]),
        ("The HOPE/HELP trade preferences program was extended.", ["HOPE/HELP trade preferences program"]),
        ("Work on Vision 2040 and Pillar 2 goes on.", ["Vision 2040", "Pillar 2"]),
        ("The Ayqala – Darvoz railway will open.", ["Ayqala – Darvoz railway"]),
        ("They will align the Sea and Steppe Initiative with it.", ["Sea and Steppe Initiative"]),
        ("States should ratify the Convention on the Quiet Seas.", ["Convention on the Quiet Seas"]),
        ("It follows Security Council Resolution No. 2735.", ["Security Council Resolution No. 2735"]),
    ],
)
def test_policies_plans_and_treaties_are_found(text: str, initiatives: list[str]) -> None:
    assert marked(draft_of(text), "initiative") == initiatives


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ships cross the Tessaline Strait.", ["Tessaline Strait"]),
        ("The Governor of Primorye Region spoke.", ["Primorye Region"]),
        ("They sailed to Port Alma by night.", ["Port Alma"]),
        ("Calm returned to the Gulf of Sarim.", ["Gulf of Sarim"]),
    ],
)
def test_places_are_told_by_their_head_nouns(text: str, places: list[str]) -> None:
    assert marked(draft_of(text), "place") == places


def test_an_acronym_in_brackets_is_the_body_that_it_follows() -> None:
    draft = draft_of("The Union of Inland Waterways (UIW) met. Later the UIW adjourned.")
    (body,) = draft.world.of_kind("organization")
    assert body.name == "Union of Inland Waterways"
    assert "UIW" in body.aliases


def test_an_acronym_may_stand_for_a_part_of_the_name() -> None:
    draft = draft_of("The Central Committee of the Workers' Unity Party of Peru (WUPP) sat. The WUPP is large.")
    assert {body.name for body in draft.world.of_kind("organization")} == {
        "Central Committee of the Workers' Unity Party of Peru",
        "Workers' Unity Party of Peru",
    }


def test_a_short_form_is_the_one_body_that_has_it_in_its_name() -> None:
    draft = draft_of("The Joint Harbour Commission sat in Oslo. The Harbour Commission will sit again.")
    (body,) = draft.world.of_kind("organization")
    assert body.name == "Joint Harbour Commission"


def test_an_acronym_of_a_foreign_body_needs_its_state_in_the_text() -> None:
    assert marked(draft_of("Fighters of the DPR shelled the town."), "body") == []
    assert marked(draft_of("The DPR of Indonesia sat late."), "body") != []


@pytest.mark.parametrize(
    ("text", "state", "demonym"),
    [
        ("The President of the Republic of Karsovia spoke. The Karsovian side agreed.", "Karsovia", "Karsovian"),
        ("King Suhail bin Rashid of Merwah welcomed him. Merwah and Oman agree.", "Merwah", None),
        ("Halden's Foreign Ministry denied it. It said Halden was ready to talk with Norway.", "Halden", None),
    ],
)
def test_states_that_no_list_holds_are_learned_from_the_text(text: str, state: str, demonym: str | None) -> None:
    draft = draft_of(text)
    assert state in {being.name for being in draft.world.of_kind("state")}
    if demonym is not None:
        assert demonym in marked(draft, "adjective")
