"""Persons: names of every order, titles before and behind them, their states."""

from __future__ import annotations

import pytest

from tests.extraction.drafts import draft_of, person


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Kim Ji-young spoke.", "Kim Ji-young"),
        ("Foreign Minister Nguyen Van Hoa spoke.", "Nguyen Van Hoa"),
        ("Prime Minister Nagy Ferenc spoke.", "Nagy Ferenc"),
        ("Minister María José García Márquez spoke.", "María José García Márquez"),
        ("Prime Minister Katla Jónsdóttir spoke.", "Katla Jónsdóttir"),
        ("King Suhail bin Rashid spoke.", "Suhail bin Rashid"),
        ("Minister Haitham Al Darani spoke.", "Haitham Al Darani"),
        ("President Ursula von der Heide spoke.", "Ursula von der Heide"),
        ("President Joseph R. Hale, Jr. spoke.", "Joseph R. Hale, Jr."),
        ("Mr Simon O'Hara, Senior Adviser to the Minister, spoke.", "Simon O'Hara"),
        ("Mr. Grace Adenuo-Pell spoke.", "Grace Adenuo-Pell"),
        ("Minister ORISATO Kenji spoke.", "ORISATO Kenji"),
        ("Ruvan Thessal, chairman of the National Front, spoke.", "Ruvan Thessal"),
        ("Yoon Sang-woo, chairman of the Trade Committee, spoke.", "Yoon Sang-woo"),
        ("The ambassador of Peru, Ana Ruiz, spoke.", "Ana Ruiz"),
        ("Dr. Sultan bin Ahmed Al Marri spoke.", "Sultan bin Ahmed Al Marri"),
        ("Foreign Minister Amir Khan Durrani spoke.", "Amir Khan Durrani"),
        ("Patriarch Bartholomew I spoke.", "Bartholomew I"),
        ("President Duma Okafor spoke.", "Duma Okafor"),
        ("General Secretary To Lam spoke.", "To Lam"),
        ("President Xi Jinping spoke. Later Xi left.", "Xi Jinping"),
        ("The Presidents of Poland and Finland, Karol Zima and Aino Lehto, met.", "Aino Lehto"),
        ("Kiem Rao and Veth Sombar attended the dinner.", "Kiem Rao"),
    ],
)
def test_a_name_is_read_whole(text: str, name: str) -> None:
    assert name in {being.name for being in draft_of("At dinner, she smiled. " + text).world.of_kind("person")}


def test_a_name_repeats_no_word_and_takes_no_glued_office() -> None:
    draft = draft_of(
        "Vladimir Orlov met with Prime Minister of Japan Taro Mori Mori TaroPrime Minister of Japan in Osaka."
    )
    assert {being.name for being in draft.world.of_kind("person")} == {"Vladimir Orlov", "Taro Mori"}
    state = person(draft, "Taro Mori").state
    assert state is not None
    assert state.code == "JPN"


@pytest.mark.parametrize(
    "text",
    [
        "Joint Declarations were signed.",
        "Press Statement of the day.",
        "They met in Ras Al Nur. Ras Al Nur is warm.",
        "The Biden-Harris Administration agreed.",
        "North Sea ports reopened.",
        "General Elections followed.",
    ],
)
def test_capitalized_words_that_are_no_persons(text: str) -> None:
    assert [being.name for being in draft_of(text).world.of_kind("person") if being.named] == []


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("President Lina Haddad of Jordan spoke.", "Lina Haddad", "JOR"),
        ("Jordanian President Lina Haddad spoke.", "Lina Haddad", "JOR"),
        ("Lina Haddad, the President of Jordan, spoke.", "Lina Haddad", "JOR"),
        ("Jordan's Minister of Water Lina Haddad spoke.", "Lina Haddad", "JOR"),
        ("The President of the Jordanian Senate, Lina Haddad, spoke.", "Lina Haddad", "JOR"),
        ("Jordan was represented at the talks by Foreign Minister Lina Haddad.", "Lina Haddad", "JOR"),
        (
            "It was attended by Minister Ada Lind and, on the Jordanian side, Foreign Minister Lina Haddad.",
            "Lina Haddad",
            "JOR",
        ),
        ("President Lina Haddad spoke.", "Lina Haddad", "FIN"),
    ],
)
def test_the_state_of_a_person_is_told_in_many_ways(text: str, name: str, state: str) -> None:
    found = person(draft_of(text, side="FIN"), name).state
    assert found is not None
    assert found.code == state


def test_a_second_bare_title_is_of_the_other_state() -> None:
    draft = draft_of(
        "Prime Minister Ada Lind received President Karim Saleh today. The two spoke of ties of Norway and Lebanon.",
        side="NOR",
    )
    assert [being.state.code for being in map(draft.world.beings.__getitem__, draft.principals) if being.state] == [
        "NOR",
        "LBN",
    ]


def test_spellings_of_one_name_are_one_person() -> None:
    draft = draft_of("President Volodymyr Zelenskyy spoke. Mr Zelensky left. President Zelenskiy's plane took off.")
    assert len([being for being in draft.world.of_kind("person") if being.named]) == 1


def test_the_gender_is_never_told_by_a_surname() -> None:
    draft = draft_of("Minister Osei Maria spoke. Mr Anna met her.")
    assert person(draft, "Anna").gender == "m"


def test_names_of_the_same_words_in_another_order_are_fathers_and_sons() -> None:
    draft = draft_of("King Suhail bin Rashid spoke. Crown Prince Rashid bin Suhail listened.")
    assert len([being for being in draft.world.of_kind("person") if being.named]) == 2


@pytest.mark.parametrize(("title", "state"), [("President", "FIN"), ("Prime Minister", "NOR")])
def test_a_state_without_such_an_office_is_not_its_holders(title: str, state: str) -> None:
    """Norway has no president, and a bare one beside its prime minister is the visitor."""
    draft = draft_of(
        "Prime Minister Ada Lind met President Karim Berg on Monday. Norway and Finland are near.", side="NOR"
    )
    being = next(being for being in draft.world.of_kind("person") if being.offices[0].entry.title == title)
    assert being.state is not None
    assert being.state.code == state


def test_a_surname_finds_its_bearer_and_a_numeral_is_no_name() -> None:
    draft = draft_of("President Xi Jinping spoke. Xi left. Pope Leo XIV waved.")
    assert {being.name for being in draft.world.of_kind("person")} == {"Xi Jinping", "Leo XIV"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He met the President of the People's Republic of China, Xi Jinping.", "Xi Jinping"),
        ("Foreign Minister of Peru, Senator Luis Sol, Trade Minister of Chile, H.E. Mr. Tim Roe, met.", "Tim Roe"),
        ("The Minister for Trade, Senator the Hon Dan Farrow, will attend.", "Dan Farrow"),
    ],
)
def test_a_name_behind_its_office_and_a_comma(text: str, name: str) -> None:
    assert person(draft_of(text), name).offices


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("Ana Sol of Peru met her counterparts Rashid Marri of Kenya and Karim Roe of Chile.", "Karim Roe", "CHL"),
        ("Foreign Ministers Ana Sol of Peru, Karim Roe of Chile and Tim Lund of Norway met.", "Karim Roe", "CHL"),
        ("Peru's Ana Sol told reporters that she agreed.", "Ana Sol", "PER"),
        ("The Peruvian delegation included Minister Ana Sol and Karim Roe, head of planning.", "Karim Roe", "PER"),
        ("Emperor Narito received the guests.", "Narito", "JPN"),
    ],
)
def test_lists_owners_and_delegations_tell_states(text: str, name: str, state: str) -> None:
    being = person(draft_of(text), name)
    assert being.state is not None
    assert being.state.code == state


def test_counterparts_hold_the_office_of_the_first() -> None:
    draft = draft_of("Trade adviser Ana Sol of Peru met her counterparts Rashid Marri of Kenya and Karim Roe of Chile.")
    held = person(draft, "Karim Roe").offices[0]
    assert draft.tokens.low[held.start : held.end] == ["trade", "adviser"]


def test_an_office_behind_the_owner_of_a_few_words() -> None:
    assert person(draft_of("Ana Sol, the ruling party's deputy leader, agreed."), "Ana Sol").offices


def test_a_name_without_its_diacritics_is_the_same() -> None:
    assert person(draft_of("President Ahmet Yıldız spoke. They urged Yildiz to wait."), "Ahmet Yıldız").aliases


@pytest.mark.parametrize("text", ["Turkey's Erdogan to visit Lima.", "Peru's Solano said on Sunday that talks go on."])
def test_a_surname_behind_its_state_that_acts_is_a_person(text: str) -> None:
    assert draft_of(text).world.of_kind("person")[0].name in ("Erdogan", "Solano")


@pytest.mark.parametrize("text", ["Kenya's Parliament met.", "Peru's Amazon is vast.", "Norway's Energy policy won."])
def test_what_a_state_owns_is_no_person(text: str) -> None:
    assert draft_of(text).world.of_kind("person") == []
