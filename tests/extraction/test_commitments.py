"""Commitments: who will, is willing to, agreed to, pledged to or should do what."""

from __future__ import annotations

import pytest

from memcon.lexicon.files import read_entries
from memcon.lexicon.pledges import PledgeGroup
from memcon.model import Commitment, Reading
from tests.extraction.reading import names, read
from tests.extraction.talks import LEADERS, MEETING, NORLAND, STATES

GROUPS = read_entries("en/commitments.yaml", PledgeGroup, key="groups")


def commitments(text: str, meeting: str = MEETING) -> tuple[Reading, list[Commitment]]:
    reading = read(meeting + text)
    return reading, [item for item in reading.commitments if item.action.start >= reading.document.text.index(text)]


def one(text: str) -> tuple[Reading, Commitment]:
    reading, found = commitments(text)
    assert len(found) == 1, [item.action.quote for item in found]
    return reading, found[0]


@pytest.mark.parametrize(
    ("text", "actors", "force", "action"),
    [
        # auxiliaries
        ("Norway will open a consulate in Porto.", ["Norway"], "planned", "open a consulate in Porto"),
        ("Norway shall further reduce its duties.", ["Norway"], "planned", "further reduce its duties"),
        ("Berg said that Norway would soon sign the treaty.", ["Norway"], "planned", "soon sign the treaty"),
        ("Berg said his country would send engineers.", ["Norway"], "planned", "send engineers"),
        ("Berg, who will visit Porto on Tuesday, said so.", ["Jon Berg"], "planned", "visit Porto on Tuesday"),
        ("The two sides should lower their duties.", STATES, "urged", "lower their duties"),
        ("The two sides should back each other.", STATES, "urged", "back each other"),
        ("Both sides must keep their word, she said.", STATES, "urged", "keep their word"),
        ("Portugal needs to repair the bridge.", ["Portugal"], "urged", "repair the bridge"),
        ("Portugal has to repair the bridge.", ["Portugal"], "urged", "repair the bridge"),
        ("President Lopes is to visit Bergen in May.", ["Ana Lopes"], "planned", "visit Bergen in May"),
        ("International experts will study the plan.", ["International experts"], "planned", "study the plan"),
        ("Norway, he said, will open a consulate.", ["Norway"], "planned", "open a consulate"),
        ("Norway, he said, values the pact and is ready to widen it.", ["Norway"], "willing", "widen it"),
        # adjectives
        ("Norway is ready to share its experience.", ["Norway"], "willing", "share its experience"),
        ("Portugal stands ready to help the refugees.", ["Portugal"], "willing", "help the refugees"),
        ("Norway will always be ready to help.", ["Norway"], "willing", "help"),
        ("Portugal is willing to work with Norway on fisheries.", ["Portugal"], "willing",
         "work with Norway on fisheries"),
        ("Norway remains committed to training the crews.", ["Norway"], "pledged", "training the crews"),
        ("Berg is scheduled to visit Faro in June.", ["Jon Berg"], "planned", "visit Faro in June"),
        ("The sides are interested in building a port.", STATES, "willing", "building a port"),
        # verbs
        ("The leaders agreed to meet again.", LEADERS, "agreed", "meet again"),
        ("The two sides decided to open a ferry line.", STATES, "agreed", "open a ferry line"),
        ("It was agreed to open a ferry line.", LEADERS, "agreed", "open a ferry line"),
        ("The leaders agreed on the need to lower duties.", LEADERS, "agreed", "lower duties"),
        ("The leaders agreed on closer trade.", LEADERS, "agreed", "closer trade"),
        ("The leaders agreed that Norway would build the port.", ["Norway"], "agreed", "build the port"),
        ("Berg vowed to rebuild the school.", ["Jon Berg"], "pledged", "rebuild the school"),
        ("Norway pledged 40 million euros for the port.", ["Norway"], "pledged", "40 million euros for the port"),
        ("Berg promised that Norway would rebuild the school.", ["Norway"], "pledged", "rebuild the school"),
        ("Norway plans to double its aid.", ["Norway"], "planned", "double its aid"),
        ("Norway hopes to sell more fish.", ["Norway"], "willing", "sell more fish"),
        ("Portugal wants to buy more fish.", ["Portugal"], "willing", "buy more fish"),
        ("Berg would like to expand trade.", ["Jon Berg"], "willing", "expand trade"),
        ("Lopes looked forward to the next round of talks.", ["Ana Lopes"], "willing", "the next round of talks"),
        # nouns
        ("Berg reaffirmed Norway’s commitment to rebuilding the school.", ["Norway"], "pledged",
         "rebuilding the school"),
        ("Both sides reiterated their commitment to expanding trade.", STATES, "pledged", "expanding trade"),
        ("The leaders expressed their resolve to keep the peace.", LEADERS, "agreed", "keep the peace"),
        ("Lopes confirmed Portugal’s readiness to host the talks.", ["Portugal"], "willing", "host the talks"),
        ("Berg announced his government’s intention to lower duties.", ["Norway"], "planned", "lower duties"),
        ("The leaders expressed interest in opening a ferry line.", LEADERS, "willing", "opening a ferry line"),
        ("Lopes noted the commitment of Norway to lower duties.", ["Norway"], "pledged", "lower duties"),
        # calls on others
        ("Berg called on Portugal to lower its duties.", ["Portugal"], "urged", "lower its duties"),
        ("Berg called on all countries to ratify the treaty.", ["all countries"], "urged", "ratify the treaty"),
        ("She urged the warring parties to stop fighting.", ["warring parties"], "urged", "stop fighting"),
        ("Lopes invited Berg to visit Porto.", ["Jon Berg"], "urged", "visit Porto"),
        ("She extended an invitation to the Prime Minister to visit Porto.", ["Jon Berg"], "urged", "visit Porto"),
        ("Lopes called for an end to the dispute.", STATES, "urged", "an end to the dispute"),
        ("The leaders stressed the need to lower duties.", STATES, "urged", "lower duties"),
        ("She stressed the need for the two countries to lower duties.", STATES, "urged", "lower duties"),
        ("The leaders underlined the need for fair trade.", STATES, "urged", "fair trade"),
        ("Berg hoped that Portugal will lower its duties.", ["Portugal"], "urged", "lower its duties"),
        ("Berg expressed the hope that both sides would lower duties.", STATES, "urged", "lower duties"),
        ("Lopes proposed to hold a summit in May.", STATES, "urged", "hold a summit in May"),
        ("It is necessary to lower duties, she said.", STATES, "urged", "lower duties"),
        # somebody is plainly behind the passive
        ("Berg stressed that everything possible will be done.", ["Norway"], "planned",
         "everything possible will be done"),
        ("She said such cases must be investigated.", STATES, "urged", "such cases must be investigated"),
        ("Norway’s Ministry of Defence was instructed to clear the mines.", ["Ministry of Defence"], "urged",
         "clear the mines"),
    ],
)
def test_an_expression_gives_actors_force_and_action(text: str, actors: list[str], force: str, action: str) -> None:
    reading, commitment = one(text)
    assert (names(reading, commitment.actors), commitment.force, commitment.action.quote) == (actors, force, action)


@pytest.mark.parametrize(
    "text",
    [
        "The road can be opened in May.",
        "The talks may continue next week.",
        "The bridge will be three kilometres long.",
        "The summit will take place in Faro in June.",
        "Exchanges of visits will reinforce mutual trust.",
        "Trade between the two countries grew last year.",
        "Norway aims to become carbon neutral.",
        "Norway seeks to join the fund.",
        "The importance of dialogue was stressed.",
        "The agreement is to enter into force in May.",
        "The leaders agreed with each other on most points.",
        "The will of the people was respected.",
        "“I would like to thank you for the invitation,” Berg said.",
        "“I am happy to see you,” Berg said.",
        "They reaffirmed their commitment to freedom of navigation.",
        "A plan to build a port was presented.",
        "The forecast calls for rain.",
    ],
)
def test_facts_wishes_to_speak_and_principles_are_no_commitments(text: str) -> None:
    assert commitments(text)[1] == []


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Portugal respects the treaty, trusts Norway, and will never allow a war.", ["never allow a war"]),
        ("The two sides should lower duties and build a port.", ["lower duties and build a port"]),
        ("Norway will lower duties and will build a port.", ["lower duties", "build a port"]),
        ("Norway is willing to help and will build a port.", ["help", "build a port"]),
        ("The leaders agreed to lower duties and called for an end to the war.", ["lower duties", "an end to the war"]),
        ("The leaders agreed to meet in May, noting that trade had grown.", ["meet in May"]),
        ("Norway agreed to build a port and Lopes thanked Berg.", ["build a port"]),
        ("“Norway will help. It is ready to build a port,” Berg said.", ["help", "build a port"]),
    ],
)
def test_an_action_ends_where_another_clause_begins(text: str, actions: list[str]) -> None:
    assert [item.action.quote for item in commitments(text)[1]] == actions


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("“We will build the port,” Berg said.", ["Norway"]),
        ("“I will build the port,” Berg said.", ["Jon Berg"]),
        ("“We should build the port together,” Berg said.", STATES),
        ("“We agreed to build the port,” Berg said.", STATES),
    ],
)
def test_the_first_person_is_the_speaker_the_state_or_all_who_talk(text: str, actors: list[str]) -> None:
    reading, commitment = one(text)
    assert sorted(names(reading, commitment.actors)) == sorted(actors)


@pytest.mark.parametrize(
    ("text", "force", "action"),
    [
        ("We will phase out subsidies in the medium term.", "planned", "phase out subsidies in the medium term"),
        ("We commit to ending hunger by 2030.", "pledged", "ending hunger by 2030"),
        ("We reaffirm our commitment to fight protectionism.", "pledged", "fight protectionism"),
        ("We are determined to halve food waste.", "pledged", "halve food waste"),
        ("We resolve to tackle poverty.", "agreed", "tackle poverty"),
        ("We stand ready to take further action.", "willing", "take further action"),
        ("We ask the IMF to report back.", "urged", "report back"),
        ("We task our Ministers with developing a roadmap.", "urged", "developing a roadmap"),
        ("We welcome the report and commit to act on it.", "pledged", "act on it"),
        ("We’ll work with partners on supply chains.", "planned", "work with partners on supply chains"),
        ("In this context, we commit to: (i) expand early warning.", "pledged", "expand early warning"),
        ("We must act now.", "urged", "act now"),
    ],
)
def test_a_communique_commits_those_who_say_we(text: str, force: str, action: str) -> None:
    reading, found = commitments(text, "")
    assert [(item.force, item.action.quote) for item in found] == [(force, action)]
    assert force == "urged" or names(reading, found[0].actors) == ["We"]


def test_the_particulars_of_an_action_are_read() -> None:
    reading, item = one(
        "Norway pledged to provide 50 million euros to Portugal under the Paris Agreement by 1 July 2026, "
        "subject to parliamentary approval."
    )
    assert item.due == "2026-07-01"
    assert item.amount == "50 million euros"
    assert item.condition is not None
    assert item.condition.quote == "subject to parliamentary approval"
    assert item.instrument == "Paris Agreement"
    assert names(reading, item.counterparts) == ["Portugal"]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("If the harvest permits, Norway will send grain.", "If the harvest permits"),
        ("Norway will send grain unless the harvest fails.", "unless the harvest fails"),
        ("Norway is ready to send grain, provided that the port is open.", "provided that the port is open"),
        ("All sides must act in accordance with the UN Charter.", "in accordance with the UN Charter"),
        ("Norway will send grain.", None),
    ],
)
def test_a_condition_never_gets_lost(text: str, condition: str | None) -> None:
    _, item = one(text)
    assert (item.condition.quote if item.condition else None) == condition


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Norway will give $1 million.", "$1 million"),
        ("Norway will give 5 billion kroner.", "5 billion kroner"),
        ("Norway will cut emissions by 55 per cent.", "55 per cent"),
        ("Norway will raise its aid to 2.5% of GDP.", "2.5%"),
        ("Norway will send 200 troops.", "200 troops"),
        ("Norway will send two ships.", None),
    ],
)
def test_an_amount_is_given_as_it_is_worded(text: str, amount: str | None) -> None:
    assert one(text)[1].amount == amount


def test_negation_scope_strength_and_responsibility_are_kept() -> None:
    assert one("Norway will not send troops.")[1].modality == "negated"
    assert one("All sides should show restraint.")[1].scope == "all"
    assert one("Some members of the council should resign.")[1].scope == "some"
    assert one("Norway will consider a new line.")[1].strength == "weak"
    assert one("Norway will open a new line.")[1].strength == "strong"
    assert one("Norway intends to open a new line.")[1].strength == "weak"
    reading, item = one("Lopes instructed the Ministry of Energy to draw up a plan.")
    assert names(reading, item.responsible) == ["Ministry of Energy"]


def test_who_said_so_and_in_which_statement() -> None:
    reading, item = one("Berg said that Portugal should lower its duties.")
    assert names(reading, item.by) == ["Jon Berg"]
    statement = next(statement for statement in reading.statements if statement.id == item.statement)
    assert statement.cue == "said"
    assert item.evidence[0].quote == "Portugal should lower its duties"


def test_confidence_is_lower_where_nobody_is_named() -> None:
    named = one("Norway will open a new line.")[1]
    unnamed = one("The leaders stressed the need for fair trade.")[1]
    assert named.confidence > unnamed.confidence
    assert unnamed.reasons


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.group)
def test_the_examples_of_the_lexicon_hold(group: PledgeGroup) -> None:
    assert group.force in {item.force for item in commitments(group.yes, NORLAND)[1]}
    assert commitments(group.no, NORLAND)[1] == []


def test_the_leaders_of_a_forum_commit_the_forum() -> None:
    reading = read("We, the Leaders of the Group of Twenty, commit to support access to vaccines.")
    assert [names(reading, item.actors) for item in reading.commitments] == [["Group of Twenty"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "We, the ministers of trade, will remove these duties by 2030.",
        "We recommit ourselves to fighting corruption.",
        "We dedicate ourselves to ending hunger.",
        "We resolve to keep markets open.",
        "We stand ready to lend more to the fund.",
        "We reaffirm our commitment to use all tools of policy.",
        "We shall send our plans to the secretariat.",
    ],
)
def test_a_sentence_of_a_communique_commits_those_who_write_it(sentence: str) -> None:
    reading = read(sentence)
    assert [names(reading, item.actors) for item in reading.commitments] == [["We"]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "We will:\n\n- open a bank for farmers;\n- share what we know; and\n- report in 2027.",
            [(["We"], "planned", "open a bank for farmers"), (["We"], "planned", "share what we know"),
             (["We"], "planned", "report in 2027")],
        ),
        (
            "12. We commit to:\n\n(a) double our aid by 2030;\n(b) remove duties on medicine.",
            [(["We"], "pledged", "double our aid by 2030"), (["We"], "pledged", "remove duties on medicine")],
        ),
        (
            "We call on all parties to:\n\n• lay down their arms;\n• open the roads.",
            [(["all parties"], "urged", "lay down their arms"), (["all parties"], "urged", "open the roads")],
        ),
        ("We are ready to:\n\n- open a bank.\n\nOpen roads help trade.", [(["We"], "willing", "open a bank")]),
        ("The rules say:\n\n- open the door.", []),
    ],
)
def test_the_items_of_a_list_are_linked_to_its_lead(text: str, found: list[tuple[list[str], str, str]]) -> None:
    reading = read(text)
    assert [(names(reading, c.actors), c.force, c.action.quote) for c in reading.commitments] == found


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Kyiv authorities continue to break their promise to open the roads.", ["Kyiv authorities"]),
        ("The Oslo authorities repeated their pledge to lower duties.", ["Oslo authorities"]),
        ("Lopes called for an end to Russian attacks on Ukraine.", ["Russia"]),
        ("Berg urged the withdrawal of Russian forces from Ukraine.", ["Russia"]),
        ("Lopes praised the Nordic Investment Bank and the European Investment Bank. Both institutions will help.",
         ["Nordic Investment Bank", "European Investment Bank"]),
        ("“Officials from our governments will meet again in May,” Berg said.", STATES),
        ("“Experts from our countries will write a plan,” Lopes said.", STATES),
        ("Closer coordination of the two fleets is envisaged to fight piracy.", STATES),
        ("Berg said that new sanctions are needed to stop the war.", STATES),
    ],
)
def test_actors_behind_descriptions_pronouns_and_deeds(text: str, actors: list[str]) -> None:
    reading, item = one(text)
    assert names(reading, item.actors) == actors


@pytest.mark.parametrize(
    "text",
    [
        "“I was looking forward to this meeting,” Berg said.",
        "“We were looking forward to your visit,” Lopes said.",
        "“We will win,” Lopes said.",
        "“The truth will prevail,” Berg said.",
        "No permit is needed to cross the bridge.",
    ],
)
def test_courtesies_and_forecasts_are_no_commitments(text: str) -> None:
    assert commitments(text)[1] == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Norway will open the road, although the snow is deep.", "open the road"),
        ("Norway will send grain, though its harvest is poor.", "send grain"),
        ("Norway pledged to stop the shelling – the number of attacks has grown.", "stop the shelling"),
        ("Norway promised to help Portugal - they have been friends for years.", "help Portugal"),
    ],
)
def test_an_action_ends_where_a_concession_or_a_dash_begins(text: str, action: str) -> None:
    assert one(text)[1].action.quote == action
