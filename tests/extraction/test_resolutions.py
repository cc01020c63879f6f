"""Resolutions without subjects, sign-offs of spokesmen, sovereigns, and attributions amid their words."""

from __future__ import annotations

from tests.extraction.reading import names, read

_ASSEMBLY = """COMMUNIQUÉ OF THE 12TH ASSEMBLY OF ECOWAS HEADS OF STATE AND GOVERNMENT

The ECOWAS Authority of Heads of State and Government held its 12th Session in Abuja on 18 January 2024.

The Authority, after having heard the report of the Commission, hereby:

1. Expresses its deep concern at the detention of the minister;

2. Calls on the parties to return to dialogue, and urges all troops to de-escalate;

3. Decides to deploy the standby force and reaffirms its readiness to mediate.
"""
_COUNCIL = """The Security Council on Tuesday adopted resolution 2999 (2024) on Haiti.

The Security Council,

Recalling its resolution 2990 (2023),

1. Decides to renew the mandate of the mission;

2. Strongly condemns the attacks; Demands that all parties cease hostilities;

3. Welcomes the efforts of Kenya.
"""


def _told(text: str) -> list[tuple[list[str], str | None, str]]:
    reading = read(text)
    return [(names(reading, said.speaker), said.cue, said.content[0].quote) for said in reading.statements]


def test_each_verb_of_an_operative_paragraph_is_the_bodys() -> None:
    told = _told(_ASSEMBLY)
    assert {tuple(who) for who, _, _ in told} == {("ECOWAS Authority of Heads of State and Government",)}
    assert [cue for _, cue, _ in told] == [
        "Expresses its deep concern", "Calls on", "urges", "Decides", "reaffirms",
    ]


def test_preambles_and_second_clauses_of_a_resolution() -> None:
    told = [(cue, content) for who, cue, content in _told(_COUNCIL) if who == ["Security Council"]]
    assert ("Recalling", "its resolution 2990 (2023)") in told
    assert ("Demands", "all parties cease hostilities") in told
    assert ("condemns", "the attacks") in told


def test_resolutions_commit_and_take_positions() -> None:
    reading = read(_ASSEMBLY)
    body = ["ECOWAS Authority of Heads of State and Government"]
    assert (body, "agreed", "deploy the standby force") in [
        (names(reading, each.actors), each.force, each.action.quote) for each in reading.commitments
    ]
    assert [(names(reading, each.holders), each.stance) for each in reading.positions] == [(body, "concern")]


def test_one_verb_at_the_head_of_an_item_needs_more_like_it() -> None:
    assert not _told("The Ministry of Trade met exporters.\n\n- Welcomes new members every spring\n")


def test_a_spokesman_is_not_the_one_he_speaks_for() -> None:
    text = "The Secretary-General met Anna Cole, Prime Minister of Norland. The Secretary-General stressed the need for"
    told = _told(text + " peace.\n\nPeter Quill, Spokesman for the Secretary-General")
    assert told[0][0] == ["Secretary-General"]
    told = _told("The President met Anna Cole. The President said talks would go on.\n\nPeter Quill, Spokesman for the"
                 " President")
    assert all("Peter Quill" not in who for who, _, _ in told)


def test_a_king_whose_name_his_son_bears() -> None:
    told = _told(
        "His Majesty King Omar II on Monday held talks with Egyptian President Paul Rey, attended by Crown Prince "
        "Hussein bin Omar II. The King commended Egypt's role. His Majesty thanked the guest for coming."
    )
    assert [who for who, _, _ in told] == [["Omar II"], ["Omar II"]]


def test_both_chancellors_are_the_ministers_who_met() -> None:
    told = _told(
        "The Minister of Foreign Affairs of Brazil, Mauro Reis, and the Minister of Foreign Affairs of Colombia, Luis "
        "Murillo, met in Brasília. Both Chancellors underscored their concern at the situation. The two presidents "
        "condemned the attack."
    )
    assert told[0][0] == ["Mauro Reis", "Luis Murillo"]
    assert all(who != ["Mauro Reis", "Luis Murillo"] for who, _, _ in told[1:])


def test_an_attribution_amid_words_whose_verb_is_a_cue() -> None:
    reading = read("Minister Anna Cole said the plan was good. Thailand, she said, had offered to host the talks.")
    assert [part.quote for part in reading.statements[1].content] == ["Thailand", "had offered to host the talks"]
    reading = read('A State Department spokesman welcomed the step. Sarmia, he said, looks forward to "a new start."')
    assert names(reading, reading.statements[1].speaker) == ["State Department spokesman"]


def test_present_attributions_and_adding_behind() -> None:
    assert _told('"Our cooperation is unique," says Prime Minister Anna Cole.')[0][:2] == (["Anna Cole"], "says")
    told = _told('Minister Anna Cole called the war "dire", adding Sarmia was working on a ceasefire.')
    assert [(cue, content) for _, cue, content in told] == [
        ("called", 'the war "dire"'), ("adding", "Sarmia was working on a ceasefire"),
    ]


def test_a_quotation_whose_subject_stands_outside() -> None:
    told = _told('Senator Paul Rey met Anna Cole. Cole "is a friend who needs our help," said Rey.')
    assert told[0][2].startswith("Cole ")


def test_we_of_a_body_and_its_partner() -> None:
    told = _told(
        "CHAIRMAN'S STATEMENT OF THE 27TH ASEAN-JAPAN SUMMIT\n\nThe Summit was chaired by Prime Minister Anna Cole and "
        "attended by Prime Minister Paul Rey.\n\nWe reaffirmed the importance of peace.\n\nWe urged restraint."
    )
    assert [who for who, _, _ in told] == [["ASEAN", "Japan"], ["ASEAN", "Japan"]]


_MET = "Prime Minister Anna Cole met Prime Minister Paul Rey in Oslo. "


def test_talks_as_subject() -> None:
    told = _told(
        _MET + "The main themes of the discussions were trade and energy. The road, which will link both ports, was "
        "also on the agenda. Consultations were held by the parties on measures against piracy."
    )
    assert [who for who, _, _ in told] == [["Anna Cole", "Paul Rey"]] * 3
    assert [content for _, _, content in told] == [
        "trade and energy", "The road, which will link both ports", "measures against piracy",
    ]


def test_when_and_where_talks_were_held_is_no_theme() -> None:
    assert not _told(_MET + "Talks were held on the sidelines of the forum. Talks were held on 3 May 2024.")
    assert not _told(_MET + "Ms Cole is expected to discuss the treaty with Mr Rey in London.")


def test_whose_ministry_speaks() -> None:
    told = _told(
        "Foreign Minister Anna Cole, whose ministry had confirmed the mission was over, met Paul Rey on Friday and "
        "urged him to honour the deal."
    )
    assert [(who, content) for who, _, content in told] == [
        (["Anna Cole"], "the mission was over"), (["Anna Cole"], "him to honour the deal"),
    ]


def test_an_unnamed_holder_stays_the_same() -> None:
    told = _told(
        "The Secretary-General met Anna Cole, Prime Minister of Norland. The Secretary-General and the Prime Minister "
        "discussed trade. The Secretary-General stressed the need for peace."
    )
    assert told[-1][0] == ["Secretary-General"]
