"""Commitments as agencies, ministries and summits word them: whose they are, where they end, lists and headlines."""

from __future__ import annotations

import pytest

from memcon.model import Commitment, Reading
from tests.extraction.reading import names, read
from tests.extraction.talks import LEADERS, MEETING, STATES

G9 = "Group of Nine Leaders' Communiqué\n\nWe, the Leaders of the Group of Seven, met in Bergen on 3 May.\n\n"


def told(text: str, head: str = MEETING) -> list[tuple[list[str], str, str]]:
    reading = read(head + text)
    return [found(reading, item) for item in reading.commitments if item.action.start >= len(head)]


def found(reading: Reading, item: Commitment) -> tuple[list[str], str, str]:
    return names(reading, item.actors), item.force, item.action.quote


@pytest.mark.parametrize(
    ("text", "actors", "force", "action"),
    [
        # whose doings, whose partners, whose announcement
        ("The efforts of the international community should be aimed at peace, Berg said.",
         ["international community"], "urged", "be aimed at peace"),
        ("Portugal's efforts must focus on the ports, Berg said.", ["Portugal"], "urged", "focus on the ports"),
        ("Berg said: \"I urge our Portuguese partners to join the fund.\"", ["Portugal"], "urged", "join the fund"),
        ("The Minister called on his Norwegian colleagues to join the fund.", ["Norway"], "urged", "join the fund"),
        ("Lopes highlighted Portugal's recent announcement that it would buy four ferries.", ["Portugal"], "planned",
         "buy four ferries"),
        ("Lopes noted the Norwegian announcement that it would lift the levy.", ["Norway"], "planned",
         "lift the levy"),
        # shared and described subjects
        ("Berg said his government remains open and will lift the levy.", ["Norway"], "planned", "lift the levy"),
        ("Lopes said her country had signed the pact and would ratify it.", ["Portugal"], "planned", "ratify it"),
        ("The trade ministers of the two countries, it added, will meet in Faro.",
         ["trade ministers of the two countries"], "planned", "meet in Faro"),
        ("A trade mission, led by Senator Lund, will travel to Faro.", ["trade mission"], "planned",
         "travel to Faro"),
        ("Our finance ministers and central bank governors will monitor prices.",
         ["Our finance ministers", "central bank governors"], "planned", "monitor prices"),
        ("They set up a panel on ports, which will report to the ministers.", ["panel on ports"], "planned",
         "report to the ministers"),
        ("The two leaders all agreed to meet again.", LEADERS, "agreed", "meet again"),
        # where they end
        ("Norway agreed to lift the levy, according to Portuguese media.", ["Norway"], "agreed", "lift the levy"),
        ("Norway agreed to drop the case, and if the levy stays the talks will end.", ["Norway"], "agreed",
         "drop the case"),
        ("Berg agreed to visit Faro and the dates will be settled later.", ["Jon Berg"], "agreed", "visit Faro"),
        ("The two sides vowed to build the port and set up a fund.", STATES, "pledged",
         "build the port and set up a fund"),
        ("Norway wants to cut its debts where possible, but is not leaving the fund.", ["Norway"], "willing",
         "cut its debts where possible"),
        ("Lopes reaffirmed Portugal's commitment to the defence of Norway following the attack.", ["Portugal"],
         "pledged", "the defence of Norway"),
        # adverbs, quotation marks and figures between
        ("Berg called on Portugal to immediately, fully and freely open its ports.", ["Portugal"], "urged",
         "immediately, fully and freely open its ports"),
        ("Berg urged Portugal not to \"raise the levy\" again.", ["Portugal"], "urged", "raise the levy\" again"),
        ("Norway pledged up to 40 million crowns for the port.", ["Norway"], "pledged",
         "up to 40 million crowns for the port"),
        ("Portugal has pledged over $32 million in aid.", ["Portugal"], "pledged", "over $32 million in aid"),
        ("Berg, who has vowed to \"clear the port,\" said so on Monday.", ["Jon Berg"], "pledged", "clear the port"),
        # partial quotations, days and "it"
        ("Lopes was quoted as saying that Oslo \"will not lower the levy.\"", ["Norway"], "planned",
         "not lower the levy"),
        ("Norway and Portugal agreed Friday to build a port.", ["Norway", "Portugal"], "agreed", "build a port"),
        ("The sides agreed on Monday to build a port.", STATES, "agreed", "build a port"),
        ("Portugal thanked Norway and said it was keen on buying fish.", ["Portugal"], "willing", "buying fish"),
        ("Berg was to travel to Faro later on Friday.", ["Jon Berg"], "planned", "travel to Faro later on Friday"),
        ("Norway promised 80 million crowns in aid.", ["Norway"], "pledged", "80 million crowns in aid"),
        ("Portugal has committed $5 million to the port.", ["Portugal"], "pledged", "$5 million to the port"),
        ("Berg urged the country to open its ports.", ["Portugal"], "urged", "open its ports"),
        ("\"We will begin training the crews,\" a Norwegian spokesman said.", ["Norway"], "planned",
         "begin training the crews"),
        ("\"We will have to repair the bridge,\" Berg said.", STATES, "urged", "repair the bridge"),
        ("By May the Norwegian army will have left the island.", ["the Norwegian army"], "planned",
         "have left the island"),
        ("Each country will submit its plan.", ["Each country"], "planned", "submit its plan"),
        ("Berg called on the FSB and the IMF to watch prices.", ["FSB", "IMF"], "urged", "watch prices"),
        ("Lopes showed herself willing to lower the levy.", ["Ana Lopes"], "willing", "lower the levy"),
        ("It was agreed that the second Ports Dialogue would be held in Faro.", STATES, "agreed",
         "the second Ports Dialogue would be held in Faro"),
        # nouns
        ("Lopes recalled the commitment they made in Faro to protect the sea.", LEADERS, "pledged",
         "protect the sea"),
        ("Berg renewed his call on Portugal, as a member of the fund, to lower its duties.", ["Portugal"], "urged",
         "lower its duties"),
        ("Lopes accepted the invitation of her host to visit Bergen.", ["Ana Lopes"], "urged", "visit Bergen"),
        ("The two leaders regretted Portugal's decision to leave and plans to close the port.", ["Portugal"], "planned",
         "close the port"),
    ],
)
def test_who_commits_to_what(text: str, actors: list[str], force: str, action: str) -> None:
    assert told(text) == [(actors, force, action)]


@pytest.mark.parametrize(
    "text",
    [
        "Lopes said that arming Norway would harm the ties.",
        "They agreed on the importance of trade.",
        "The two sides agreed on the significance of the ports.",
        "Lopes hoped that the talks would yield results.",
        "Lopes asked whether the Norwegians are going to sign.",
        "If Norway agrees to lower the levy, all is well.",
        "Norway committed errors.",
        "It promised great things.",
        "Lopes said that Portugal would lose its market.",
    ],
)
def test_what_commits_nobody(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Friday he will travel to Faro, where he is due to meet the crews.",
         [("travel to Faro"), ("meet the crews")]),
        ("Portuguese firms are to build dams, while Oslo will supply turbines.",
         [("build dams"), ("supply turbines")]),
        ("Berg will return in June, when the sides will sign the pact.", [("return in June"), ("sign the pact")]),
    ],
)
def test_a_deed_behind_a_deed_is_its_own(text: str, expected: list[str]) -> None:
    assert [action for _, _, action in told("Jon Berg spoke. " + text)] == expected


def test_a_relative_clause_without_its_object_has_what_it_belongs_to() -> None:
    assert told("Berg said some steps that Norway will take will help both.") == [
        (["Norway"], "planned", "some steps that Norway will take")
    ]
    assert told("Berg described the measures that will be taken at the border.") == [
        (["Norway"], "planned", "the measures that will be taken at the border")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We will work together and with others to:\n\n- support free ports;\n- promote jobs.",
         [("planned", "work together and with others"), ("planned", "support free ports"),
          ("planned", "promote jobs")]),
        ("We agree to take the following steps:\n\na) To remove duties by 2030.\nb) Establish a fund.",
         [("agreed", "take the following steps"), ("agreed", "remove duties by 2030"), ("agreed", "Establish a fund")]),
        ("We commit to:\n\n(i) ending the levy;\n(ii) sharing what we know.",
         [("pledged", "ending the levy"), ("pledged", "sharing what we know")]),
    ],
)
def test_lists_go_on_from_longer_leads(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, G9) == [(["Group of Seven"], *each) for each in expected]


def test_as_many_states_as_are_counted_commit() -> None:
    head = "President Lee of South Korea, President Cole of Norway and Prime Minister Sato of Japan met in Oslo.\n\n"
    assert told("Our three countries will share data, Lee said.", head) == [
        (["South Korea", "Norway", "Japan"], "planned", "share data")
    ]


def test_each_of_those_who_declare_commits() -> None:
    assert told("We each commit to implementing our plans.", G9) == [
        (["Group of Seven"], "pledged", "implementing our plans")
    ]


def test_a_date_between_verb_and_deed_is_when_it_is_due() -> None:
    reading = read(MEETING + "Norway further committed, by 2030, to halve its debts.")
    assert [(item.due, item.action.quote) for item in reading.commitments] == [("2030", "halve its debts")]


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("Norway will provide radars under its new security programme.", "new security programme"),
        ("Norway will provide 40 million crowns through the World Bank.", "World Bank"),
        ("Norway agreed to fund the port as part of a five-year plan.", "five-year plan"),
        ("Norway will work through the night.", None),
    ],
)
def test_by_what_it_is_done(text: str, instrument: str | None) -> None:
    assert [item.instrument for item in read(text).commitments] == [instrument]


def test_an_invitation_to_him_is_not_to_who_extends_it() -> None:
    assert told("Berg thanked Lopes and extended an invitation to her to visit Bergen.") == [
        (["Ana Lopes"], "urged", "visit Bergen")
    ]
    head = "President Ole Lund of Portugal met with Prime Minister Jon Berg of Norway in Oslo on Monday.\n\n"
    assert told("Berg thanked Mr Lund and extended an invitation to him to visit Bergen.", head) == [
        (["Ole Lund"], "urged", "visit Bergen")
    ]


def test_it_in_what_a_minister_says_is_the_state() -> None:
    assert told("Berg praised Portugal's aid and said it would continue to help the port.") == [
        (["Norway"], "planned", "continue to help the port")
    ]


def test_a_headline_commits_nobody_twice() -> None:
    reading = read("Norway vows aid for Portugal\n\nNorway vowed to aid Portugal, its minister said on Monday.")
    assert len(reading.commitments) == 1


@pytest.mark.parametrize(
    ("text", "force", "action"),
    [
        ("The two sides must agree on the date of the next round.", "urged", "agree on the date of the next round"),
        ("They discussed sanctions, which should be intensified.", "urged", "be intensified"),
        ("They pledged to deepen ties with and support miners.", "pledged", "deepen ties with and support miners"),
        (
            "They reaffirmed their commitment to the swift resolution of the fishing dispute.",
            "pledged",
            "the swift resolution of the fishing dispute",
        ),
    ],
)
def test_one_commitment_is_found_once_and_whole(text: str, force: str, action: str) -> None:
    assert [(how, what) for _, how, what in told(text)] == [(force, action)]
