"""Positions: what a party supports, opposes, adheres to, recognizes, condemns, welcomes or is concerned about."""

from __future__ import annotations

import pytest

from memcon.lexicon.files import read_entries
from memcon.lexicon.pledges import StanceGroup
from memcon.model import Position, Reading
from tests.extraction.reading import names, read
from tests.extraction.talks import LEADERS, MEETING, NORLAND, STATES

GROUPS = read_entries("en/stances.yaml", StanceGroup, key="groups")


def positions(text: str, meeting: str = MEETING) -> tuple[Reading, list[Position]]:
    reading = read(meeting + text)
    return reading, [item for item in reading.positions if item.object.start >= reading.document.text.index(text)]


def one(text: str) -> tuple[Reading, Position]:
    reading, found = positions(text)
    assert len(found) == 1, [item.object.quote for item in found]
    return reading, found[0]


@pytest.mark.parametrize(
    ("text", "holders", "stance", "held"),
    [
        ("Norway supports the two-state solution.", ["Norway"], "support", "the two-state solution"),
        ("Norway firmly backs Portugal in its talks.", ["Norway"], "support", "Portugal in its talks"),
        ("Berg reaffirmed Norway’s full support for the ceasefire.", ["Norway"], "support", "the ceasefire"),
        ("The leaders reiterated their support for the ceasefire.", LEADERS, "support", "the ceasefire"),
        ("Lopes noted the support of Norway for the ceasefire.", ["Norway"], "support", "the ceasefire"),
        ("Both sides are in favour of free trade.", STATES, "support", "free trade"),
        ("“We stand with the people of Sudan,” Berg said.", ["Norway"], "support", "the people of Sudan"),
        ("Norway opposes any use of force.", ["Norway"], "oppose", "any use of force"),
        ("The leaders rejected any use of force.", LEADERS, "oppose", "any use of force"),
        ("Norway does not recognize the annexation.", ["Norway"], "oppose", "the annexation"),
        ("Norway does not support sanctions.", ["Norway"], "oppose", "sanctions"),
        ("Norway refuses to accept the annexation.", ["Norway"], "oppose", "the annexation"),
        ("The leaders underscored their opposition to sanctions.", LEADERS, "oppose", "sanctions"),
        ("Norway adheres to the one-China policy.", ["Norway"], "adhere", "the one-China policy"),
        ("Norway firmly pursues the one-China policy.", ["Norway"], "adhere", "the one-China policy"),
        ("Both sides reaffirmed their commitment to the rule of law.", STATES, "adhere", "the rule of law"),
        ("Berg stressed Norway’s commitment to upholding the law of the sea.", ["Norway"], "adhere",
         "the law of the sea"),
        ("The leaders acknowledged the progress made.", LEADERS, "recognize", "the progress made"),
        ("Norway recognizes the new border.", ["Norway"], "recognize", "the new border"),
        ("The leaders condemned the attack.", LEADERS, "condemn", "the attack"),
        ("Berg was critical of the blockade.", ["Jon Berg"], "condemn", "the blockade"),
        ("The leaders welcomed the new ferry line.", LEADERS, "welcome", "the new ferry line"),
        ("Lopes praised Norway for its patience.", ["Ana Lopes"], "welcome", "Norway for its patience"),
        ("Both sides positively noted the growth of trade.", STATES, "welcome", "the growth of trade"),
        ("Berg expressed satisfaction with the growth of trade.", ["Jon Berg"], "welcome", "the growth of trade"),
        ("Norway attaches great importance to the treaty.", ["Norway"], "welcome", "the treaty"),
        ("Lopes thanked Berg for the ships.", ["Ana Lopes"], "thank", "Berg for the ships"),
        ("Lopes expressed her gratitude to Norway for the ships.", ["Ana Lopes"], "thank", "Norway for the ships"),
        ("“I am grateful to Norway for the ships,” Lopes said.", ["Ana Lopes"], "thank", "Norway for the ships"),
        ("Lopes congratulated Berg on his victory.", ["Ana Lopes"], "congratulate", "Berg on his victory"),
        ("Lopes extended her congratulations to Berg on his victory.", ["Ana Lopes"], "congratulate",
         "Berg on his victory"),
        ("They voiced deep concern about the fighting.", LEADERS, "concern", "the fighting"),
        ("Berg raised concerns over the blockade.", ["Jon Berg"], "concern", "the blockade"),
        ("Norway is deeply concerned about the fighting.", ["Norway"], "concern", "the fighting"),
    ],
)
def test_an_expression_gives_holders_stance_and_object(text: str, holders: list[str], stance: str, held: str) -> None:
    reading, position = one(text)
    assert (names(reading, position.holders), position.stance, position.object.quote) == (holders, stance, held)

@pytest.mark.parametrize(
    ("text", "holders", "stance", "held"),
    [
        ("The attack was strongly condemned by Norway.", ["Norway"], "condemn", "The attack"),
        ("The plan to reopen the strait has been welcomed by both sides.", STATES, "welcome",
         "The plan to reopen the strait"),
        ("The plan was not supported by Norway.", ["Norway"], "oppose", "The plan"),
        ("The mediation has the full support of Norway.", ["Norway"], "support", "The mediation"),
        ("The new port enjoys Portugal’s backing.", ["Portugal"], "support", "The new port"),
        ("The seizure of land is not acceptable to Norway.", ["Norway"], "oppose", "The seizure of land"),
        ("Any further delay, Berg said, would be unacceptable.", ["Jon Berg"], "oppose", "Any further delay"),
        ("Berg said that the shelling was a matter of grave concern.", ["Jon Berg"], "concern", "the shelling"),
        ("Further escalation, it was noted, would be unacceptable.", LEADERS, "oppose", "Further escalation"),
    ],
)
def test_the_subject_of_a_passive_or_a_predicate_is_the_object(
    text: str, holders: list[str], stance: str, held: str
) -> None:
    reading, position = one(text)
    assert (names(reading, position.holders), position.stance, position.object.quote) == (holders, stance, held)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Norway is opposed to any blockade and remains attached to the treaty.",
         [("oppose", "any blockade"), ("adhere", "the treaty")]),
        ("Both sides are concerned about the tests and do not accept the annexation.",
         [("concern", "the tests"), ("oppose", "the annexation")]),
        ("Berg expressed his concern at the fate of the crew, and his condemnation of the raid.",
         [("concern", "the fate of the crew"), ("condemn", "the raid")]),
        ("“I would like to congratulate you on the launch and say that our firms are ready,” Berg said.",
         [("congratulate", "you on the launch")]),
        ("Norway condemns in the strongest possible terms the raid on the port.",
         [("condemn", "the raid on the port")]),
        ("Berg voiced concern over the raid during his talks with Lopes.", [("concern", "the raid")]),
        ("Berg welcomed “progress” after meeting Lopes.", [("welcome", "progress")]),
        ("Berg praised the reform of the port in the capital of the country, which opened the door to trade.",
         [("welcome", "the reform of the port in the capital of the country, which opened the door to trade")]),
        ("The decision was welcomed by Norway but rejected by Portugal.",
         [("welcome", "The decision"), ("oppose", "The decision")]),
        ("Norway is in favour of free trade and against the blockade.",
         [("support", "free trade"), ("oppose", "the blockade")]),
        ("Both leaders condemned and rejected the seizure of the port.",
         [("condemn", "the seizure of the port"), ("oppose", "the seizure of the port")]),
        ("Norway remains opposed to the blockade, while Portugal said it would not recognize the annexation.",
         [("oppose", "the blockade"), ("oppose", "the annexation")]),
        ("Norway considers the early return of the refugees important.",
         [("welcome", "the early return of the refugees")]),
        ("Portugal regards the blockade of the port as unacceptable.", [("oppose", "the blockade of the port")]),
        ("The two sides oppose double standards, condemn piracy in all its forms, and support the UN.",
         [("oppose", "double standards"), ("condemn", "piracy in all its forms"), ("support", "the UN")]),
        ("Norway regrets the decision and cannot accept interference in Malta.", [("oppose", "interference in Malta")]),
        ("Norway supports Malta’s aspirations, in line with the declaration signed in May.",
         [("support", "Malta’s aspirations")]),
        ("Lopes praised Norway’s patience and its commitment to the talks.",
         [("welcome", "Norway’s patience and its commitment to the talks")]),
    ],
)
def test_an_object_ends_where_its_clause_does(text: str, held: list[tuple[str, str]]) -> None:
    assert [(item.stance, item.object.quote) for item in positions(text)[1]] == held


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Berg reiterated Norway’s commitment to the sovereignty of Malta and its opposition to the blockade.",
         ["Norway"]),
        ("Norway notified Malta and Cyprus of its opposition to the blockade.", ["Norway"]),
    ],
)
def test_its_owner_is_the_subject_or_the_owner_before(text: str, holders: list[str]) -> None:
    reading, found = positions(text)
    assert names(reading, found[-1].holders) == holders


def test_a_stance_in_reported_words_shares_its_holder() -> None:
    reading, found = positions("Berg said that Portugal backed the mediation and opposed any partition of Malta.")
    assert [names(reading, item.holders) for item in found] == [["Portugal"], ["Portugal"]]


@pytest.mark.parametrize(
    ("text", "holders", "stance"),
    [
        ("Berg, whose government has rejected the accusations, left.", ["Norway"], "oppose"),
        ("Malta, Cyprus and Norway have all voiced support for the talks.", ["Malta", "Cyprus", "Norway"], "support"),
        ("They agreed to oppose the use of force.", LEADERS, "oppose"),
        ("Berg said Oslo could not support any move that undermined Malta.", ["Norway"], "oppose"),
    ],
)
def test_holders_and_stances_behind_other_words(text: str, holders: list[str], stance: str) -> None:
    reading, found = positions(text)
    assert [(names(reading, item.holders), item.stance) for item in found] == [(holders, stance)]


def test_a_list_of_parties_with_a_verb_of_its_own_ends_an_object() -> None:
    found = positions("Norway denounced the raid as a crime, and Malta, Cyprus and Egypt have sent envoys.")[1]
    assert [item.object.quote for item in found] == ["the raid as a crime"]


def test_two_verbs_share_their_object() -> None:
    found = positions("Norway appreciates and actively supports the initiative on seas.")[1]
    assert [(item.stance, item.object.quote) for item in found] == [
        ("welcome", "the initiative on seas"),
        ("support", "the initiative on seas"),
    ]


def test_thanks_open_a_turn() -> None:
    text = "Jon Berg: Welcome to Oslo.\n\nAna Lopes: Thank you, Prime Minister, for your words of welcome."
    reading, found = positions(text)
    assert [names(reading, item.holders) for item in found] == [["Ana Lopes"]]


@pytest.mark.parametrize(
    "text",
    [
        "Norway has never condemned the raid.",
        "The guests were welcomed by the Minister at the port.",
        "Both leaders called on Malta to abide by the ruling.",
        "Both sides agreed to abide by the ruling.",
        "Lopes asked for Norway’s support for the bid.",
        "Malta sought Portuguese backing for the plan.",
        "Norway considers the important decision of the court with care.",
    ],
)
def test_what_is_not_declared_is_no_position(text: str) -> None:
    assert positions(text)[1] == []


def test_we_are_those_who_say_so_at_the_head() -> None:
    text = (
        "We, the Presidents of Norway and Portugal, met in Oslo.\n\nWe strongly oppose any use of force."
    )
    reading, found = positions(text, "")
    assert names(reading, found[0].holders) == STATES[::-1]


@pytest.mark.parametrize(
    "text",
    [
        "Lopes welcomed Prime Minister Berg to the palace.",
        "He was welcomed at the airport by the Minister.",
        "“Thank you very much,” Berg said.",
        "They discussed support for small firms.",
        "The support of the army was decisive.",
        "The two sides should support each other.",
        "They reaffirmed their commitment to opening a ferry line.",
        "The parties concerned will meet.",
        "Thanks to the crew, nobody was hurt.",
    ],
)
def test_greetings_debates_and_deeds_are_no_positions(text: str) -> None:
    assert positions(text)[1] == []


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Norway opposes sanctions and supports free trade.", [("oppose", "sanctions"), ("support", "free trade")]),
        ("We welcome and support the plan.", [("welcome", "the plan"), ("support", "the plan")]),
        ("Lopes thanked Norway for supporting the plan.", [("thank", "Norway for supporting the plan")]),
        ("Norway supports the plan and will build a port.", [("support", "the plan")]),
        ("Berg voiced concern about the war, noting that it spreads.", [("concern", "the war")]),
        ("Norway will continue to support the territorial integrity of Ukraine.",
         [("support", "the territorial integrity of Ukraine")]),
    ],
)
def test_an_object_ends_where_another_clause_begins(text: str, held: list[tuple[str, str]]) -> None:
    assert [(item.stance, item.object.quote) for item in positions(text)[1]] == held


def test_a_policy_that_remains_unchanged_is_adhered_to() -> None:
    reading, position = one("Berg said that Norway’s one-China policy remains unchanged.")
    assert (names(reading, position.holders), position.stance) == (["Norway"], "adhere")
    assert position.object.quote == "one-China policy"


def test_targets_statement_and_evidence_are_given() -> None:
    reading, position = one("Berg said that Norway supports Ukraine in its talks with the European Union.")
    assert names(reading, position.target) == ["Ukraine", "European Union"]
    assert position.statement in {statement.id for statement in reading.statements}
    assert position.evidence[0].quote.startswith("Norway supports Ukraine")


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.group)
def test_the_examples_of_the_lexicon_hold(group: StanceGroup) -> None:
    assert group.stance in {item.stance for item in positions(group.yes, NORLAND)[1]}
    assert positions(group.no, NORLAND)[1] == []


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Lopes expressed concern over the shelling and reports of losses.",
         [("concern", "the shelling and reports of losses")]),
        ("Berg welcomed the ceasefire and talks about prisoners.",
         [("welcome", "the ceasefire and talks about prisoners")]),
        ("“Thank you very much for receiving me, although you are busy,” Berg said.",
         [("thank", "you very much for receiving me")]),
        ("Norway supports the treaty, though it is old.", [("support", "the treaty")]),
        ("“We are grateful to Portugal - they helped us every day,” Berg said.", [("thank", "Portugal")]),
        ("“I welcome this opportunity to come to Oslo,” Lopes said.", []),
        ("Berg welcomed the opportunity to speak to the students.", []),
        ("The two sides stand by Ukraine and fully commend and support its efforts.",
         [("support", "Ukraine"), ("welcome", "its efforts"), ("support", "its efforts")]),
        ("We support Ukraine and strongly condemn the attack.", [("support", "Ukraine"), ("condemn", "the attack")]),
    ],
)
def test_objects_are_neither_too_short_nor_too_long(text: str, held: list[tuple[str, str]]) -> None:
    assert [(item.stance, item.object.quote) for item in positions(text)[1]] == held


def test_the_presidents_of_two_states_are_those_whom_the_text_names() -> None:
    text = "The Presidents of Portugal and Poland stand by Ukraine. "
    reading, position = one(text + "Polish President Jan Kowal spoke.")
    assert sorted(names(reading, position.holders)) == ["Ana Lopes", "Jan Kowal"]
    reading, position = one("The Presidents of Poland and Finland condemn the attack.")
    assert names(reading, position.holders) != LEADERS
