"""Who is who: titles, pronouns, groups and short forms."""

from __future__ import annotations

import pytest

from tests.extraction.drafts import draft_of, person, referent

MEETING = "President Ada Lind of Norway met with Prime Minister Karim Saleh of Lebanon in Oslo on Monday. "


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The President thanked him.", "The President", "Ada Lind"),
        ("The Norwegian leader thanked him.", "The Norwegian leader", "Ada Lind"),
        ("The Lebanese Prime Minister agreed.", "The Lebanese Prime Minister", "Karim Saleh"),
        ("The Head of State agreed.", "The Head of State", "Ada Lind"),
        ("Mr Saleh agreed. He stayed for dinner.", "He", "Karim Saleh"),
        ("Mr Saleh agreed. Ms Lind smiled. She stayed for dinner.", "She", "Ada Lind"),
        ("Ms Lind thanked her guest.", "her guest", "Karim Saleh"),
        ("Ms Lind thanked Karim Saleh for his help.", "his", "Karim Saleh"),
        ("The two leaders agreed.", "The two leaders", "Ada Lind, Karim Saleh"),
        ("They agreed.", "They", "Ada Lind, Karim Saleh"),
        ("Both agreed.", "Both", "Ada Lind, Karim Saleh"),
        ("The interlocutors agreed.", "The interlocutors", "Ada Lind, Karim Saleh"),
        ("Both sides agreed.", "Both sides", "Norway, Lebanon"),
        ("The parties agreed.", "The parties", "Norway, Lebanon"),
        ("It helps the two countries.", "the two countries", "Norway, Lebanon"),
        ("The Lebanese side agreed.", "The Lebanese side", "Lebanon"),
        ("The Government of Lebanon agreed.", "The Government of Lebanon", "Lebanon"),
        ("Lebanon is ready. It wants peace.", "It", "Lebanon"),
    ],
)
def test_a_reference_finds_its_entity(text: str, words: str, name: str) -> None:
    assert referent(draft_of(MEETING + text, side="NOR"), words) == name


def test_the_president_is_not_always_the_nearest_president() -> None:
    text = (
        "President Wang Mei met with Speaker Olga Petrova of Russia. "
        "She recalled her talks with Russian President Ivan Orlov. The President also stressed trade."
    )
    assert referent(draft_of(text, side="CHN"), "The President") == "Wang Mei"


def test_heads_of_state_may_be_named_elsewhere() -> None:
    text = (
        "President Wang Mei met with Speaker Olga Petrova of Russia. "
        "They carry on what President Orlov began. The consensus of the two heads of state holds."
    )
    assert referent(draft_of(text, side="CHN"), "the two heads of state") == "Wang Mei, Orlov"


def test_heads_of_state_who_are_not_named_are_a_group_without_members() -> None:
    text = (
        "Minister Ada Lind of Norway met with Minister Karim Saleh of Lebanon. "
        "The two heads of state agreed on it long ago."
    )
    assert referent(draft_of(text), "The two heads of state") == "The two heads of state"


def test_a_title_that_fits_somebody_else_goes_to_nobody_else() -> None:
    text = (
        "Igor Orlov had a telephone conversation with Federal Chancellor of Germany Hans Vogel. "
        "The Federal Chancellor agreed."
    )
    draft = draft_of(text, side="RUS")
    assert referent(draft, "The Federal Chancellor") == "Hans Vogel"
    assert person(draft, "Igor Orlov").offices == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "The Bundestag and the Knesset have agreed. The two legislatures of Germany and Israel will meet.",
            "The two legislatures",
            "Bundestag, Knesset",
        ),
        (
            "The Norden Fisheries Commission met. The Commission approved the budget.",
            "The Commission",
            "Norden Fisheries Commission",
        ),
        (
            "Chairman of the Khurat of Astavia Ilmar Tesk spoke. Astavia and Peru agree. The head of the Khurat left.",
            "The head of the Khurat",
            "Ilmar Tesk",
        ),
        (
            "His Majesty King Suhail bin Rashid received Minister Ada Lind. His Majesty thanked her.",
            "His Majesty",
            "Suhail bin Rashid",
        ),
        (
            "Foreign Minister Astrid Kolm of Norway met her Lebanese counterpart, Emin Haddad. Both ministers spoke.",
            "Both ministers",
            "Astrid Kolm, Emin Haddad",
        ),
    ],
)
def test_bodies_and_honours(text: str, words: str, name: str) -> None:
    assert referent(draft_of(text), words) == name


def test_an_organization_is_a_party_where_a_principal_speaks_for_it() -> None:
    text = (
        "President of Ukraine Oleh Bondar met with Executive Vice President of the European Commission Anna Berg. "
        "The European Union helps. The parties agreed on trade."
    )
    assert referent(draft_of(text, side="UKR"), "The parties") == "Ukraine, European Union"


def test_ministers_of_several_states_stand_for_their_states_where_nobody_is_named() -> None:
    draft = draft_of("The Presidents of Ukraine, Lithuania and Poland agreed on defence.")
    assert referent(draft, "The Presidents of Ukraine, Lithuania and Poland") == "Ukraine, Lithuania, Poland"


def test_the_guest_of_somebody_else_is_the_visitor() -> None:
    text = (
        "Speaker Irena Volk of Norway held talks with Speaker Tariq Mansoor of Lebanon. "
        "President Oleg Savin of Norway met the guest on Friday."
    )
    assert referent(draft_of(text), "the guest") == "Tariq Mansoor"


@pytest.mark.parametrize("words", ["representatives", "officials", "ambassadors"])
def test_persons_in_general_are_nobody_known(words: str) -> None:
    draft = draft_of(MEETING + f"They spoke with {words} of many lands.", side="NOR")
    assert all(draft.namer.written(noun.start, noun.end) != words or noun.being is None for noun in draft.nouns)


def test_the_publishers_own_office_is_that_of_the_principal_without_one() -> None:
    text = (
        "Igor Orlov had a telephone conversation with President of France Louis Roux. "
        "The President of Russia noted that trade grew. The Head of State thanked him. The two presidents agreed."
    )
    draft = draft_of(text, side="RUS")
    assert referent(draft, "The President of Russia") == "Igor Orlov"
    assert referent(draft, "The Head of State") == "Igor Orlov"
    assert referent(draft, "him") == "Louis Roux"
    assert referent(draft, "The two presidents") == "Igor Orlov, Louis Roux"


def test_a_bare_title_before_any_holder_is_the_publishers_unnamed_one() -> None:
    text = (
        "The Prime Minister spoke to the Indian Prime Minister, Arun Nair, today. The Prime Minister welcomed the deal."
    )
    draft = draft_of(text, side="GBR")
    assert referent(draft, "The Prime Minister") == "Prime Minister"


def test_they_are_the_subject_of_the_main_clause() -> None:
    text = MEETING + "The two leaders agreed that the two countries should act. They also spoke of Peru."
    assert referent(draft_of(text, side="NOR"), "They") == "Ada Lind, Karim Saleh"


def test_his_counterpart_is_not_his_own() -> None:
    text = "Norwegian Minister Nils Berg and his Turkish counterpart Hakan Demir held talks. The top diplomats agreed."
    draft = draft_of(text)
    assert referent(draft, "his") == "Nils Berg"
    assert referent(draft, "The top diplomats") == "Nils Berg, Hakan Demir"
