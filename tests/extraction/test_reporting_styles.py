"""Who said what in the habits of single publishers: quotation marks, transcripts, communiqués, long readouts."""

from __future__ import annotations

import pytest

from memcon.extraction.repair import repair
from tests.extraction.speaking import SETTING, Told, read, short

BOTH = "Janet Cole + Carlos Ruiz"


def told(text: str) -> list[Told]:
    """The statements of a whole text in short form."""
    return short(read(text))


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("‘We will build the port together,’ Cole said.", '"We will build the port together," Cole said.'),
        ("Cole said: 'Chile's ports are open to all.'", 'Cole said: "Chile\'s ports are open to all."'),
        ("‘The ports are open to all of us’, Cole said.", '"The ports are open to all of us", Cole said.'),
        ("They signed the ‘Green Ports Pact’, which is new.", "They signed the 'Green Ports Pact', which is new."),
        ("The workers' rights and the farmers' land.", "The workers' rights and the farmers' land."),
        (
            "“She told me, ‘Go home and wait for us.’ I went,” he said.",
            "\"She told me, 'Go home and wait for us.' I went,\" he said.",
        ),
    ],
)
def test_single_marks_around_speech_become_double_ones(text: str, mended: str) -> None:
    assert repair(text) == mended


def test_two_sentences_in_single_marks_are_one_quotation() -> None:
    said = read(SETTING + "\n\n‘The canal is safe. Trade will grow again,’ President Ruiz said.").statements
    assert [(each.direct, each.content[0].quote) for each in said] == [
        (True, "The canal is safe. Trade will grow again")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Cole thanked Chile for grain, fuel, etc. "We will not forget it," she said.',
            ["grain, fuel, etc.", "We will not forget it"],
        ),
        (
            "They discussed grain, fuel, etc. The President stressed that prices were high.",
            ["grain, fuel, etc.", "prices were high"],
        ),
    ],
)
def test_an_abbreviation_can_close_a_sentence(text: str, expected: list[str]) -> None:
    contents = [each.content for each in told(SETTING + text)]
    assert [got.endswith(want) for got, want in zip(contents, expected, strict=True)] == [True, True]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to the President of Chile, the price of copper was discussed.", "Carlos Ruiz"),
        ("According to Prime Minister Cole, the new tunnel was discussed.", "Janet Cole"),
    ],
)
def test_what_was_discussed_has_a_source_and_those_who_talked(text: str, speaker: str) -> None:
    assert [(each.speaker, each.cue) for each in told(SETTING + text)] == [
        (speaker, "According to"),
        (BOTH, "was discussed"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Cole commended the reforms. It was stressed by the President that the poor would be spared.", "Carlos Ruiz"),
        ("Ruiz noted the delay. It was noted by the Prime Minister that work had begun.", "Janet Cole"),
    ],
)
def test_the_agent_of_an_impersonal_passive_speaks(text: str, speaker: str) -> None:
    assert told(SETTING + text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ruiz stressed that Chile is ready for talks. The hope was expressed that they begin soon.", "Carlos Ruiz"),
        ("They discussed the talks. The hope was expressed that they begin soon.", BOTH),
    ],
)
def test_a_feeling_in_the_passive_is_that_of_who_spoke_before(text: str, speaker: str) -> None:
    assert told(SETTING + text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "group"),
    [
        (
            "Leaders of the 12 member states met in Oslo. The leaders condemned the raid.",
            "Leaders of the 12 member states",
        ),
        (
            "Ministers of the participating countries adopted a plan, stressing the need for water.",
            "Ministers of the participating countries",
        ),
    ],
)
def test_a_plural_with_its_complement_is_one_group(text: str, group: str) -> None:
    assert [each.speaker for each in told(text)] == [group]


def test_leaders_above_a_list_are_those_described_before() -> None:
    text = "Leaders of the 12 member states met.\n\nThe leaders:\n\n- condemned the raid;\n- called on all to wait."
    assert {each.speaker for each in told(text)} == {"Leaders of the 12 member states"}


@pytest.mark.parametrize(("office", "plural"), [("President", "presidents"), ("Foreign Minister", "foreign ministers")])
def test_a_counted_plural_includes_who_is_known_by_office_only(office: str, plural: str) -> None:
    text = (
        f"Telephone conversation with {office} of Chile Carlos Ruiz\n\n"
        f"The two {plural} discussed trade.\n\nThe {office} of Norway noted that prices had risen."
    )
    assert set(told(text)[0].speaker.split(" + ")) == {"Carlos Ruiz", f"{office} of Norway"}


@pytest.mark.parametrize("stay", ["was in Oslo", "travelled to Oslo"])
def test_the_purpose_of_a_stay_is_talked_about(stay: str) -> None:
    said = told(f"Deputy Minister Janet Cole {stay} to discuss fish quotas.")
    assert [(each.speaker, each.content) for each in said] == [("Janet Cole", "fish quotas")]


def test_an_office_label_is_not_the_person_whom_its_turn_names() -> None:
    text = (
        "PRIME MINISTER: Thank you. I am glad to be here with my friend Janet Cole.\n\n"
        "JOURNALIST: Will you raise trade?\n\nPRIME MINISTER: We always do."
    )
    assert [each.speaker for each in told(text)] == ["Prime Minister", "journalist", "Prime Minister"]


@pytest.mark.parametrize("note", ["[ends]", "(Laughter.)", "ENDS"])
def test_notes_of_a_transcriber_are_nobodys_words(note: str) -> None:
    text = f"JANET COLE: Thank you. I am glad.\n\nJOURNALIST: Will you go?\n\nJANET COLE: We will.\n\n{note}"
    assert told(text)[-1].content == "We will."


@pytest.mark.parametrize("head", ["Quotes attributable to Prime Minister Cole:", "Comments from Prime Minister Cole:"])
def test_quotations_below_a_credit_line_are_the_credited_persons(head: str) -> None:
    text = f'{SETTING}\n\n{head}\n\n"The new port is open."\n\n"Jobs will follow from it."'
    assert [each.speaker for each in told(text)] == ["Janet Cole", "Janet Cole"]


@pytest.mark.parametrize(
    "sentence", ["We believe that the strait must remain open.", "We are also building a road to the south."]
)
def test_a_readout_that_slips_into_we_goes_on_with_the_speaker(sentence: str) -> None:
    text = (
        "Readout of the call with President of Chile Carlos Ruiz\n\n"
        f"Prime Minister Janet Cole called President Carlos Ruiz. Cole noted that trade had doubled. {sentence}"
    )
    assert told(text)[-1].speaker == "Janet Cole"


@pytest.mark.parametrize("title", ["Marshal", "Archbishop"])
def test_a_title_before_a_name_stands_for_its_bearer(title: str) -> None:
    text = f"President Carlos Ruiz received {title} Tomas Lind. The {title} stressed that the law would stand."
    assert told(text)[-1].speaker.endswith("Tomas Lind")


def test_the_short_name_of_an_office_means_the_full_one() -> None:
    text = (
        "Head of the Office of the President of Ukraine Ivan Bondar met with Ambassador Anna Berg.\n\n"
        '"Our bond is a shield," said the Head of the Office of the President.'
    )
    assert told(text)[-1].speaker == "Ivan Bondar"


def test_the_ministers_above_a_list_are_their_states() -> None:
    text = (
        "Joint Communiqué\n\nThe Ministers of Foreign Affairs of Norway, Chile and Peru met in Oslo.\n\n"
        "The Ministers decided to:\n\n(a) hold regular talks;\n\n(b) open a school."
    )
    assert {each.speaker for each in told(text)} == {"Norway + Chile + Peru"}


@pytest.mark.parametrize("place", ["Lima (Reuters) – ", "LIMA – "])
def test_where_a_report_was_filed_is_not_said(place: str) -> None:
    text = f"{place}Foreign Minister Anna Berg said that fuel would arrive. She noted that talks go on."
    assert [each.content for each in told(text)] == ["fuel would arrive", "talks go on"]


@pytest.mark.parametrize("verb", ["considered", "discussed"])
def test_what_is_under_way_is_no_statement_of_its_own(verb: str) -> None:
    assert [each.cue for each in told(SETTING + f"Cole revealed that a new line is being {verb}.")] == ["revealed"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("They condemned the raids and synchronized their next steps.", "the raids"),
        ("They welcomed the plan, and finalized the road map.", "the plan"),
    ],
)
def test_an_object_ends_before_a_further_deed(text: str, content: str) -> None:
    assert told(SETTING + text)[0].content == content


def test_a_government_that_speaks_of_itself_goes_on_as_we() -> None:
    text = (
        "The Norwegian Government is deeply concerned about the arrest of Anna Berg. We call on Chile to release her."
    )
    assert [each.speaker for each in told(text)] == ["Norway", "Norway"]


@pytest.mark.parametrize("subject", ["The importance of joint patrols", "The key role of the ports"])
def test_what_was_noted_is_what_matters(subject: str) -> None:
    assert told(SETTING + f"{subject} was noted.") == [Told(BOTH, "was noted", subject)]
