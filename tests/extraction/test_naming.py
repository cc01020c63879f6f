"""Who bears a name: full and short names, acronyms, spellings, and what is said beside a name."""

from __future__ import annotations

import pytest

from memcon.extraction.person_names import fold
from tests.extraction.drafts import draft_of, referent


@pytest.mark.parametrize(
    ("word", "plain"),
    [("Erdoğan", "erdogan"), ("Wałęsa", "walesa"), ("Đặng", "dang"), ("ABE", "abe"), ("Øster", "oster")],
)
def test_fold_takes_off_case_and_diacritics(word: str, plain: str) -> None:
    assert fold(word) == plain


def test_the_full_name_is_shown_and_the_others_are_aliases() -> None:
    (state,) = [
        being
        for being in draft_of("The Kingdom of Norway agreed. Norway will act.").world.of_kind("state")
        if being.name == "Norway"
    ]
    assert "Kingdom of Norway" in state.aliases


def test_aliases_are_names_and_never_pronouns() -> None:
    draft = draft_of("President Ada Lind met Karim Saleh. Ms Lind said she agreed. He thanked her.")
    for being in draft.world.of_kind("person"):
        assert not {"she", "he", "her"} & {alias.lower() for alias in being.aliases}


def test_a_description_beside_a_name_is_the_body() -> None:
    assert (
        referent(draft_of("She thanked the Knesset, Israel's legislature, for it."), "Israel's legislature")
        == "Knesset"
    )


def test_a_body_within_the_name_of_another_is_an_entity_too() -> None:
    draft = draft_of("It sits on the Council of the World Maritime Assembly.")
    assert {being.name for being in draft.world.of_kind("organization")} == {
        "Council of the World Maritime Assembly",
        "World Maritime Assembly",
    }


def test_bodies_of_two_states_keep_apart() -> None:
    draft = draft_of("The Ministry of Trade of Norway wrote to the Ministry of Trade of Peru.")
    assert len(draft.world.of_kind("organization")) == 2
