"""Who said what: attributions before, behind and amid the words, in the styles of many publishers."""

from __future__ import annotations

import pytest

from tests.extraction.reading import speakers
from tests.extraction.speaking import Told, read, short, statements_behind_setting

BOTH = "Janet Cole + Carlos Ruiz"

Case = tuple[str, list[tuple[str, str | None, str]]]

BEFORE: list[Case] = [
    ("Cole said that the canal would open.", [("Janet Cole", "said", "the canal would open")]),
    ("Cole said the canal would open.", [("Janet Cole", "said", "the canal would open")]),
    ("Cole said on Tuesday that the canal would open.", [("Janet Cole", "said", "the canal would open")]),
    ("Cole said in a statement on X that talks go on.", [("Janet Cole", "said", "talks go on")]),
    ("Cole on Tuesday urged Chile to wait.", [("Janet Cole", "urged", "Chile to wait")]),
    ("Cole told reporters that the canal would open.", [("Janet Cole", "told", "the canal would open")]),
    (
        "Ruiz thanked his host for the welcome and stressed that trade had doubled.",
        [
            ("Carlos Ruiz", "thanked", "his host for the welcome"),
            ("Carlos Ruiz", "stressed", "trade had doubled"),
        ],
    ),
    (
        "Noting that trade had doubled, Cole called for a new port.",
        [("Janet Cole", "Noting", "trade had doubled"), ("Janet Cole", "called for", "a new port")],
    ),
    (
        "Cole welcomed the plan, adding that funds were ready.",
        [("Janet Cole", "welcomed", "the plan"), ("Janet Cole", "adding", "funds were ready")],
    ),
    (
        "Cole expressed concern over the drought; reiterated her offer of grain; and in this regard welcomed the fund.",
        [
            ("Janet Cole", "expressed concern", "the drought"),
            ("Janet Cole", "reiterated", "her offer of grain"),
            ("Janet Cole", "welcomed", "the fund"),
        ],
    ),
    (
        "Cole invited Ruiz to visit Cusco, and he gladly accepted the invitation.",
        [("Janet Cole", "invited", "Ruiz to visit Cusco"), ("Carlos Ruiz", "accepted", "the invitation")],
    ),
    ("Cole, who is on a tour of the region, offered congratulations on the election.",
     [("Janet Cole", "offered congratulations", "the election")]),
    ("Ruiz, asked about the plan, said it was too early to tell.",
     [("Carlos Ruiz", "said", "it was too early to tell")]),
    ("Cole called the talks fruitful.", [("Janet Cole", "called", "the talks fruitful")]),
    ("Cole described the visit as a success.", [("Janet Cole", "described", "the visit as a success")]),
    ("Cole briefed Ruiz on the harvest.", [("Janet Cole", "briefed", "the harvest")]),
    ("Cole spoke by phone with Ruiz to congratulate him on the result.",
     [("Janet Cole", "congratulate", "him on the result")]),
    ("A senior official said that the deal was near.", [("senior official", "said", "the deal was near")]),
    ("Kalnins said that the deal was near.", [("Kalnins", "said", "the deal was near")]),
]

BEHIND: list[Case] = [
    ("The canal would open in May, Cole said.", [("Janet Cole", "said", "The canal would open in May")]),
    ("The canal, Cole told her guest, would open in May.",
     [("Janet Cole", "told", "The canal // would open in May")]),
    ("“We will open the canal in May,” Cole said.", [("Janet Cole", "said", "We will open the canal in May")]),
    ("“We will open the canal in May,” said Cole. “It is late.”",
     [("Janet Cole", "said", "We will open the canal in May"), ("Janet Cole", None, "It is late")]),
    ("“If the rains come,” Cole said, “we will open the canal.”",
     [("Janet Cole", "said", "If the rains come // we will open the canal")]),
    ("“We will open the canal in May,” said Cole's spokesman, Peter Quill.",
     [("Peter Quill", "said", "We will open the canal in May")]),
    ("“We will open the canal in May,” ministry spokeswoman Ana Ortiz told reporters in Lima.",
     [("Ana Ortiz", "told", "We will open the canal in May")]),
    ("According to Cole, the canal will open in May.",
     [("Janet Cole", "According to", "the canal will open in May")]),
    ("The canal will open in May, according to Cole.",
     [("Janet Cole", "according to", "The canal will open in May")]),
    ("‘We will open the canal in May,’ Cole said.", [("Janet Cole", "said", "We will open the canal in May")]),
    ("As Cole noted, the canal will open in May.", [("Janet Cole", "noted", "the canal will open in May")]),
    ("The canal will open in May, a senior official told reporters afterwards.",
     [("senior official", "told", "The canal will open in May")]),
    ("“We will open the canal in May,” Cole said, adding that funds were ready.",
     [("Janet Cole", "said", "We will open the canal in May"), ("Janet Cole", "adding", "funds were ready")]),
]

TOGETHER: list[Case] = [
    ("The two leaders discussed trade and visas.", [(BOTH, "discussed", "trade and visas")]),
    ("They agreed to open two consulates.", [(BOTH, "agreed", "to open two consulates")]),
    ("Cole discussed trade with Ruiz.", [(BOTH, "discussed", "trade")]),
    ("The two sides discussed in depth the state of trade.",
     [("Peru + Chile", "discussed", "the state of trade")]),
    ("The leaders continued to discuss trade.", [(BOTH, "discuss", "trade")]),
    ("The agenda included visas and trade.", [(BOTH, "agenda included", "visas and trade")]),
    ("Special attention was paid to visas.", [(BOTH, "attention was paid to", "visas")]),
    ("The leaders discussed trade and will meet again in May.", [(BOTH, "discussed", "trade")]),
    ("The leaders shared the view that trade matters.", [(BOTH, "shared the view", "trade matters")]),
    ("The leaders spoke in favour of new talks.", [(BOTH, "spoke in favour of", "new talks")]),
]

PASSIVE: list[Case] = [
    ("Visas for students were discussed.", [(BOTH, "were discussed", "Visas for students")]),
    ("It was agreed that a port would be built.", [(BOTH, "was agreed", "a port would be built")]),
    ("The hope was expressed that trade would grow.", [(BOTH, "hope was expressed", "trade would grow")]),
]

NONE = [
    "Cole addressed a news conference.",
    "Cole called on the mayor on Sunday.",
    "The leaders should compare notes on visas.",
    "Cole raised the flag at noon.",
    "Cole held talks in the north.",
    "The report noted a rise in trade in the north of the country in a table.",
    "Cole observed veterans of the war.",
    "The canal cost ten million crowns.",
]


@pytest.mark.parametrize(("text", "expected"), BEFORE + BEHIND + TOGETHER)
def test_statements_of_a_sentence(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    told = [told for _, told in statements_behind_setting(text)]

    assert told == [Told(*each) for each in expected]


@pytest.mark.parametrize(("text", "expected"), PASSIVE)
def test_words_in_the_passive_are_those_of_the_principals(
    text: str, expected: list[tuple[str, str | None, str]],
) -> None:
    found = statements_behind_setting(text)

    assert [told for _, told in found] == [Told(*each) for each in expected]
    assert all(statement.confidence <= 0.8 and statement.reasons for statement, _ in found)


@pytest.mark.parametrize("text", NONE)
def test_ordinary_verbs_report_nothing(text: str) -> None:
    assert statements_behind_setting(text) == []


def test_a_cue_in_reported_words_counts_where_another_party_speaks() -> None:
    told = [told for _, told in statements_behind_setting("Cole said that Ruiz had agreed to open the border.")]

    assert Told("Janet Cole", "said", "Ruiz had agreed to open the border") in told
    assert Told("Carlos Ruiz", "agreed", "to open the border") in told


def test_a_speakers_own_attitude_in_reported_words_is_no_statement_of_its_own() -> None:
    found = statements_behind_setting("Cole said that she hoped for rain.")

    assert len(found) == 1


def test_a_noun_reports_what_another_than_the_speaker_announced() -> None:
    told = [told for _, told in statements_behind_setting("Ruiz welcomed Cole's announcement that Peru would pay.")]

    assert Told("Janet Cole", "announcement", "Peru would pay") in told


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Cole said that the canal was open.", "asserted"),
        ("Cole did not say when the canal would open.", "negated"),
        ("Cole declined to say whether the canal was open.", "negated"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    (statement, _), = statements_behind_setting(text)

    assert statement.modality == modality


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Cole said that Peru would pay if the rains come.", "if the rains come"),
        ("Cole said that Peru would pay.", None),
    ],
)
def test_condition(text: str, condition: str | None) -> None:
    (statement, _), = statements_behind_setting(text)

    assert (statement.condition.quote if statement.condition else None) == condition


def test_scope_is_that_of_the_words_reported() -> None:
    (statement, _), = statements_behind_setting("Cole said that some ports would open.")

    assert statement.scope == "some"


def test_thanks_and_requests_have_an_addressee() -> None:
    reading = read("Prime Minister Janet Cole met President Carlos Ruiz in Lima. Cole thanked Ruiz for his help.")
    names = {entity.id: entity.name for entity in reading.entities}

    assert [names[number] for number in reading.statements[0].addressee] == ["Carlos Ruiz"]


def test_items_of_a_list_have_the_subject_of_their_lead_in() -> None:
    told = short(read(
        "President Ana Soto of Peru and President Carlos Ruiz of Chile met in Lima on Monday.\n\n"
        "The two Presidents:\n\n- condemned piracy;\n- called on all states to sign the treaty.\n",
    ))

    assert told == [
        Told("Ana Soto + Carlos Ruiz", "condemned", "piracy"),
        Told("Ana Soto + Carlos Ruiz", "called on", "all states to sign the treaty"),
    ]


def test_items_under_a_cue_are_statements_each() -> None:
    told = short(read(
        "President Ana Soto of Peru and President Carlos Ruiz of Chile met in Lima on Monday.\n\n"
        "The two Presidents agreed to:\n\n- open two consulates;\n- build a port.\n",
    ))

    assert told == [
        Told("Ana Soto + Carlos Ruiz", "agreed", "open two consulates"),
        Told("Ana Soto + Carlos Ruiz", "agreed", "build a port"),
    ]


def test_we_of_a_joint_statement_are_all_its_parties() -> None:
    told = short(read(
        "Joint Statement by the Foreign Ministers of Peru, Chile, Japan and India\n\n"
        "We, the Foreign Ministers of Peru, Chile, Japan and India, met in Lima. "
        "We reaffirmed our support for peace.\n",
    ))

    assert told[-1] == Told("Peru + Chile + Japan + India", "reaffirmed", "our support for peace")


@pytest.mark.parametrize(
    ("subject", "speakers_named"),
    [
        ("Ana Ruiz, Minister of Trade of Peru, and Luis Vega, Minister of Trade of Chile,", ["Ana Ruiz", "Luis Vega"]),
        (
            ("Ana Ruiz, Minister of Trade of Peru, Luis Vega, Minister of Trade of Chile, "
            "and Ida Berg, Minister of Trade of Norway,"),
            ["Ana Ruiz", "Luis Vega", "Ida Berg"],
        ),
        ("Mr Karim Aziz, the Speaker, and Ms Leila Haddad, his deputy,", ["Karim Aziz", "Leila Haddad"]),
    ],
)
def test_subjects_joined_behind_their_appositions_speak_together(subject: str, speakers_named: list[str]) -> None:
    reading = read(f"{subject} said that trade would grow.")
    (statement,) = reading.statements
    assert speakers(reading, statement) == speakers_named
