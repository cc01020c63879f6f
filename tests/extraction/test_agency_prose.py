"""Who said what in the prose of news agencies: sources, partial quotations, embedded speech, pronouns."""

from __future__ import annotations

import pytest

from tests.extraction.speaking import SETTING, Told, read, short, statements_behind_setting

COLE, RUIZ = "Janet Cole", "Carlos Ruiz"


def told(text: str) -> list[Told]:
    """The statements of what follows the setting, in short form."""
    return [each for _, each in statements_behind_setting(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two officials familiar with the talks said the port could open in May.",
            [("Two officials familiar with the talks", "said", "the port could open in May")],
        ),
        (
            "The port could open in May, according to three people briefed on it, who spoke on condition of anonymity.",
            [("three people briefed on it", "according to", "The port could open in May")],
        ),
        (
            "The talks were frank, according to an aide, who said the next round would be held in Quito.",
            [
                ("aide", "according to", "The talks were frank"),
                ("aide", "said", "the next round would be held in Quito"),
            ],
        ),
        (
            '"We are ready to go on," Ana Prats, a senior Selvan official, told the Andes Wire.',
            [("Ana Prats", "told", "We are ready to go on")],
        ),
    ],
)
def test_sources_are_described_rather_than_named(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ruiz told reporters he would seek a longer lease.",
            [(RUIZ, "told", "he would seek a longer lease")],
        ),
        (
            'Ruiz told his guest on Tuesday he was counting on Peru "to bring the two sides together".',
            [(RUIZ, "told", 'he was counting on Peru "to bring the two sides together"')],
        ),
        (
            "Cole told a news conference there was no plan for a tariff.",
            [(COLE, "told", "there was no plan for a tariff")],
        ),
    ],
)
def test_a_hearer_stands_before_a_clause_without_that(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [short[:2] for short in told(text)] == [want[:2] for want in expected]
    assert [short.content.rstrip('"') for short in told(text)] == [want[2].rstrip('"') for want in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'The foreign ministry "strongly condemned the raid on the port of Arica" and urged calm.',
            [
                ("foreign ministry", "condemned", "the raid on the port of Arica"),
                ("foreign ministry", "urged", "calm"),
            ],
        ),
        (
            '"The lease," Cole argued, "would leave the coast worse off."',
            [(COLE, "argued", "The lease // would leave the coast worse off")],
        ),
        (
            "In Ruiz's view, the tariff has failed.",
            [(RUIZ, "In Ruiz's view", "the tariff has failed")],
        ),
        (
            "In the words of the Prime Minister, the lease was a burden.",
            [(COLE, "In the words of the Prime Minister", "the lease was a burden")],
        ),
        (
            "The state agency Andina quoted Cole as saying that the lease would be signed in May.",
            [(COLE, "saying", "the lease would be signed in May")],
        ),
        (
            '"We trust our neighbours," the newspaper quoted him as saying.',
            [(RUIZ, "saying", "We trust our neighbours")],
        ),
    ],
)
def test_quotations_run_into_the_prose_around_them(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(short.speaker, short.cue, short.content.strip('"')) for short in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ruiz said Jorge Salas, a banker, was wrong. He added that the bank would pay.", RUIZ),
        ("Foreign Minister Diego Paz told Ruiz that the road was closed. He urged Chile to mend it.", "Diego Paz"),
        ("Ruling party spokesman Diego Paz said the road was closed. The official added that snow fell.", "Diego Paz"),
    ],
)
def test_whoever_spoke_last_goes_on_as_he_or_the_official(text: str, speaker: str) -> None:
    assert told(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        '"The port is safe," Ruiz said, referring to the raid of last year.',
        '"The port is safe," said Ruiz, who took office in March.',
        '"The port is safe," Ruiz, whom Cole had invited to Lima, said.',
        '"The port is safe," Ruiz said. He has never condemned the raid.',
    ],
)
def test_what_only_describes_a_speaker_is_no_statement(text: str) -> None:
    assert [short.content for short in told(text)] == ["The port is safe"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Meanwhile Lima reaffirmed its support for the pact.", ("Peru", "its support for the pact")),
        ("The emphasis was on fishing rights.", (f"{COLE} + {RUIZ}", "fishing rights")),
        ("The Prime Minister and Ruiz both stressed the need for calm.", (f"{COLE} + {RUIZ}", "the need for calm")),
    ],
)
def test_capitals_talks_and_both_speak(text: str, expected: tuple[str, str]) -> None:
    assert [(short.speaker, short.content) for short in told(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They agreed to open the border, but failed to name a day.", ["to open the border"]),
        ("Ruiz praised the lease and took his guest to the port.", ["the lease"]),
        ("Ruiz welcomed the lease after meeting his guest at the port.", ["the lease"]),
        ("They have agreed to lower the tariff, and if prices fall, they will end it.", ["to lower the tariff"]),
        ("Chile, which insists that the lease is fair and whose fleet left, has a port.", ["the lease is fair"]),
        ("They stressed the value of working with and reassuring the farmers.", None),
        (
            "Both sides, said a joint statement issued later, will lower the tariff, while Lima reaffirmed its offer.",
            ["Both sides // will lower the tariff", "its offer"],
        ),
        (
            "In Lima, Cole stressed that the port was safe – a view, she noted, that Chile had long shared.",
            ["the port was safe", "a view // that Chile had long shared"],
        ),
    ],
)
def test_words_end_where_the_narration_goes_on(text: str, expected: list[str] | None) -> None:
    contents = [short.content for short in told(text)]
    assert contents == (expected or ["the value of working with and reassuring the farmers"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"Mr Salas told me that the bank would pay," Ruiz said.',
            [("Salas", "told", "the bank would pay")],
        ),
        (
            '"As Mr Salas said earlier, the bank will pay. We are glad of it," Ruiz said.',
            [("Salas", "said", "the bank will pay")],
        ),
        ('"They agree that the bank will pay," Ruiz said.', []),
    ],
)
def test_a_quotation_reports_what_another_named_person_said(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [short for short in told(text) if short.speaker != RUIZ] == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A Chilean readout said the talks were useful.", "Chilean readout"),
        ("A statement from the World Bank said the tariff was high.", "World Bank"),
        ("The tariff will fall, according to Peruvian state media.", "Peruvian state media"),
        ("A joint statement said the lease was ready. The tariff, it added, would fall.", "Peru + Chile"),
        ("The talks, which lasted two hours, focused on trade.", f"{COLE} + {RUIZ}"),
        ("Three diplomats, speaking on condition of anonymity, told the wire that it was ready.", "Three diplomats"),
    ],
)
def test_documents_media_and_the_nameless_speak(text: str, speaker: str) -> None:
    assert told(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("We, the Leaders of the Group of Seven (G7), met in Oslo on 3 May 2024. We condemn it.", "Group of Seven"),
        ("ASEAN Foreign Ministers' Communiqué on Floods\n\n3 May 2024\n\nWe regret the floods.", "ASEAN"),
    ],
)
def test_the_members_of_a_body_speak_as_we(text: str, speaker: str) -> None:
    assert short(read(text))[-1].speaker == speaker


def test_what_you_said_is_the_other_speakers() -> None:
    turns = "President Carlos Ruiz: You said that the lease was fair.\n\nPrime Minister Janet Cole: I did so."
    assert Told(COLE, "said", "the lease was fair") in short(read(SETTING + "\n\n" + turns))


@pytest.mark.parametrize(
    "verb",
    ["boasted", "scoffed", "quipped", "posted", "urged", "vowed", "lamented", "fumed", "chimed in", "asked"],
)
def test_a_quotation_takes_any_verb_of_uttering(verb: str) -> None:
    assert told(f'"The port will stay closed for years," {verb} Ms Cole.') == [
        Told(COLE, verb, "The port will stay closed for years")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cole made the point that the lease had lapsed.", [(COLE, "made the point", "the lease had lapsed")]),
        ("Ruiz took the view that the lease was void.", [(RUIZ, "took the view", "the lease was void")]),
        ("Cole asked Ruiz for more time.", [(COLE, "asked", "more time")]),
        ("Ruiz took aim at the tariff.", [(RUIZ, "took aim at", "the tariff")]),
        ("Cole came out against the lease.", [(COLE, "came out against", "the lease")]),
        (
            "They exchanged views over the phone on the lease.",
            [(f"{COLE} + {RUIZ}", "exchanged views over the phone on", "the lease")],
        ),
        ("The court ruled on the lease in June.", []),
        ("Ruiz posted two guards at the port.", []),
    ],
)
def test_cues_of_several_words(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ruiz's spokesman, Diego Paz, retorted that the lease was void.", "Diego Paz"),
        ("Officials who had seen the lease said it was void.", "Officials who had seen the lease"),
        ("Ruiz said officers who had seen the lease were content.", RUIZ),
        ('A diplomat based in Quito said the two sides "remain far apart on the lease".', "diplomat"),
        ("Ruiz vowed on Friday to lower the tariff, his office said.", RUIZ),
        ("They met to reaffirm their wish to trade.", f"{COLE} + {RUIZ}"),
    ],
)
def test_subjects_with_more_to_them(text: str, speaker: str) -> None:
    assert told(text)[0].speaker == speaker


def test_a_list_under_an_object_is_not_the_objects_speech() -> None:
    text = "We, the Leaders of ASEAN, agree as follows, which guides ties with Chile:\n\n- Noting its role, we will go."
    assert "Chile" not in [short.speaker for short in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cole – who had met Ruiz twice – said the lease was void.", [(COLE, "said", "the lease was void")]),
        ("Ruiz insisted there had been no change.", [(RUIZ, "insisted", "there had been no change")]),
        ("Ruiz said in a statement he would resign.", [(RUIZ, "said", "he would resign")]),
        ("Ruiz told Andina the lease was void.", [(RUIZ, "told", "the lease was void")]),
        (
            '"We have a deal," Ruiz said, calling it "a great day for Chile".',
            [(RUIZ, "said", "We have a deal"), (RUIZ, "calling", 'it "a great day for Chile')],
        ),
        (
            "They agreed on the tariff, while also resolving to mend the road.",
            [(f"{COLE} + {RUIZ}", "agreed on", "the tariff"), (f"{COLE} + {RUIZ}", "resolving", "to mend the road")],
        ),
        ('Cole wrote on X. Ruiz, in reply, said: "So be it for now."', [(RUIZ, "said", "So be it for now")]),
        ("Asked whether he regretted the tariff, Ruiz said it was fair.", [(RUIZ, "said", "it was fair")]),
        ("The lease is void, according to his office.", [("his office", "according to", "The lease is void")]),
        ("Quito – The lease was void, diplomats said.", [("diplomats", "said", "The lease was void")]),
        ("It is understood that they did not discuss the lease.", []),
        ("Ruiz has not commented on the lease.", []),
        ("Ruiz did not rule out a new lease.", [(RUIZ, "rule out", "a new lease")]),
    ],
)
def test_attributions_in_passing(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("A Selvan official said it was late. A second official was asked. Another official said it was not.", 2),
        ("One of the officials said that it was late. The official added that it was cold.", 1),
        ("Two officials briefed on the lease said that it was late.", 1),
        ("Several speakers, among them the envoys of Peru and Chile, urged a truce.", 1),
    ],
)
def test_the_nameless_are_told_apart(text: str, speakers: int) -> None:
    assert len({short.speaker for short in told(text)}) == speakers


def test_they_are_the_two_of_whom_the_paragraph_tells() -> None:
    text = "The Secretary-General met with Mr. Adel Fahmy, President of Selvany. They exchanged views on the floods."
    assert [(each.speaker, each.content) for each in short(read(text))] == [
        ("Secretary-General + Adel Fahmy", "the floods")
    ]


def test_an_abbreviated_state_with_one_dot_ends_no_sentence() -> None:
    assert told("They stressed the worth of U.S-Peru trade.") == [
        Told(f"{COLE} + {RUIZ}", "stressed", "the worth of U.S-Peru trade")
    ]


def test_whoever_issues_a_readout_is_none_of_those_who_met() -> None:
    text = (
        "Press Secretary Pat Quill provided the following readout: Minister Janet Cole of Peru spoke by phone with "
        "Minister Carlos Ruiz of Chile. The two leaders exchanged assessments of the floods."
    )
    assert short(read(text))[-1] == Told(f"{COLE} + {RUIZ}", "exchanged assessments of", "the floods")


@pytest.mark.parametrize(
    "text",
    [
        "The ministers concluded their meeting with agreement on new targets.",
        "Neither minister commented on the lease.",
    ],
)
def test_these_tell_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Ruiz was blunt: "The lease is void."', [(RUIZ, ":", "The lease is void")]),
        ('Cole was more hopeful: "We will meet again."', [(COLE, ":", "We will meet again")]),
        (
            "Ruiz said he was tired. The former banker added that he would rest.",
            [(RUIZ, "said", "he was tired"), (RUIZ, "added", "he would rest")],
        ),
        (
            "Cole said it was late. The 54-year-old said she would go.",
            [(COLE, "said", "it was late"), (COLE, "said", "she would go")],
        ),
        ("Cole said it was late. The paper reported that rain fell.", [(COLE, "said", "it was late")]),
        (
            "Minister Ana Prats was quoted by the Mercurio newspaper as saying that the vote would be free.",
            [("Ana Prats", "saying", "the vote would be free")],
        ),
        ("Talks will resume, Ruiz said, without elaborating.", [(RUIZ, "said", "Talks will resume")]),
    ],
)
def test_speakers_whom_the_prose_gives_in_other_ways(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cole announced that Selva would cut tariffs on cars, a move Ruiz described as a turning point.",
            [("Janet Cole", "announced", "Selva would cut tariffs on cars"), (RUIZ, "described", "a turning point")],
        ),
        (
            "Ruiz said that the ports would open, a step he said had been cleared in May.",
            [(RUIZ, "said", "the ports would open"), (RUIZ, "said", "a step he said had been cleared in May")],
        ),
        (
            "Cole reaffirmed support for the accord when she met Ruiz in Quito.",
            [(COLE, "reaffirmed", "support for the accord")],
        ),
        (
            "Ruiz praised the truce, while addressing reporters.",
            [(RUIZ, "praised", "the truce")],
        ),
        (
            "Noting the rise in trade, and recalling the visit of May, Cole called for a new round.",
            [
                (COLE, "Noting", "the rise in trade"),
                (COLE, "recalling", "the visit of May"),
                (COLE, "called for", "a new round"),
            ],
        ),
    ],
)
def test_words_end_where_another_voice_or_the_occasion_begins(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cole agreed to widen cooperation with Selva.", [(COLE, "agreed", "to widen cooperation with Selva")]),
        ("Ruiz decided in May to buy ships.", [(RUIZ, "decided", "to buy ships")]),
        ("Cole agreed at the talks on closer ties.", [(COLE, "agreed", "closer ties")]),
        ("Cole agreed with him.", []),
    ],
)
def test_what_is_agreed_stands_behind_its_occasion(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


def test_whoever_else_was_met_is_no_part_of_what_was_discussed() -> None:
    text = "Cole met Defence Minister Jan Lund, with whom she discussed exercises, as well as Speaker Eva Holm."
    assert [each[1:] for each in told(text)] == [("discussed", "exercises")]


def test_the_leaders_who_declare_also_recall() -> None:
    head = "Group of Nine Leaders' Communiqué\n\nWe, the Leaders of the Group of Seven, met in Bergen on 3 May.\n\n"
    text = "Reaffirming that the sea is open, and recognizing that ports are not, we acknowledge that costs are high."
    cues = [statement.cue for statement in read(head + text).statements]
    assert cues == ["Reaffirming", "recognizing", "acknowledge"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruiz echoed the view that time was short.", [(RUIZ, "echoed", "the view that time was short")]),
        ("Shots echoed in the town.", []),
    ],
)
def test_one_echoes_what_another_says(text: str, expected: list[Told]) -> None:
    assert told(text) == expected
