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
