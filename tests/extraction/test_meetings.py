"""Encounters in the styles of many publishers: who met whom, when, where, how, and what is no encounter at all."""

from __future__ import annotations

import pytest

from memcon.model import Meeting, Reading
from tests.extraction.encounters_told import NOT_TOLD, TOLD
from tests.extraction.reading import names, read

FULL = [  # (text, field, value)
    (
        (
            "The talks between Prime Minister Mette Frederiksen of Denmark and President Volodymyr Zelensky of "
            "Ukraine were held in a frank and constructive atmosphere."
        ),
        "tone",
        ("frank and constructive atmosphere",),
    ),
    (
        "President Joe Biden and President Xi Jinping of China had a candid and constructive conversation by phone.",
        "tone",
        ("candid and constructive",),
    ),
    (
        "Chancellor Olaf Scholz and President William Ruto of Kenya held one-on-one talks in Berlin.",
        "format",
        "one-on-one",
    ),
    (
        (
            "Over a working lunch, Chancellor Olaf Scholz of Germany and President William Ruto of Kenya "
            "discussed trade."
        ),
        "format",
        "working-meal",
    ),
    (
        (
            "Chancellor Olaf Scholz met with President William Ruto of Kenya on the sidelines of the G20 Summit "
            "in Rio de Janeiro."
        ),
        "format",
        "margins",
    ),
    (
        "Chancellor Olaf Scholz met with President William Ruto of Kenya. The talks lasted about three hours.",
        "duration",
        "PT3H",
    ),
    (
        (
            "Foreign Minister Radosław Sikorski of Poland phoned Foreign Minister Gabrielius Landsbergis of "
            "Lithuania on 13 May at 10:30."
        ),
        "time",
        "10:30",
    ),
    ("Prime Minister Anwar Ibrahim of Malaysia met President Vladimir Putin of Russia twice last year.", "count", 2),
    (
        (
            "Foreign Minister Penny Wong and Foreign Minister Retno Marsudi of Indonesia co-chaired the ninth "
            "session of the Joint Ministerial Committee in Canberra on Monday."
        ),
        "ordinal",
        9,
    ),
    ("The XII Meeting of the Peru-Chile Joint Commission on Mining was held in Arequipa on 10 May.", "ordinal", 12),
    (
        (
            "Japanese Prime Minister Fumio Kishida paid a courtesy call on King Charles III at Buckingham Palace "
            "on Tuesday."
        ),
        "venue",
        "Buckingham Palace",
    ),
    (
        (
            "After the talks, President Petr Pavel of the Czech Republic and President Zuzana Čaputová of "
            "Slovakia held a joint press conference."
        ),
        "press",
        "conference",
    ),
    (
        (
            "President Petr Pavel of the Czech Republic met with President Zuzana Čaputová of Slovakia. The two "
            "presidents then made statements to the press."
        ),
        "press",
        "statements",
    ),
]

PRESENT = [
    (
        (
            "The meeting was also attended by Foreign Minister Jan Lipavský, Ambassador Rita Hering and Minister "
            "Juraj Blanár."
        ),
        {"Jan Lipavský", "Rita Hering", "Juraj Blanár"},
    ),
    (
        "Foreign Minister Jan Lipavský and Foreign Minister Juraj Blanár were also present.",
        {"Jan Lipavský", "Juraj Blanár"},
    ),
    ("On the Czech side, Foreign Minister Jan Lipavský took part in the talks.", {"Jan Lipavský"}),
    ("Jan Lipavský, Juraj Blanár attended the meeting.", {"Jan Lipavský", "Juraj Blanár"}),
    (
        (
            "The Slovak delegation included Mr Juraj Blanár, Minister of Foreign Affairs; and Ms Rita Hering, "
            "Ambassador of Slovakia."
        ),
        {"Juraj Blanár", "Rita Hering"},
    ),
    (
        (
            "Taking part in the talks on the Czech side were Foreign Minister Jan Lipavský and Defence Minister "
            "Jana Černochová."
        ),
        {"Jan Lipavský", "Jana Černochová"},
    ),
    ("They were joined by Foreign Minister Jan Lipavský.", {"Jan Lipavský"}),
]


def line(reading: Reading, meeting: Meeting) -> str:
    """A meeting as one line: kind, status, date, place, and who took which part."""
    place = f" in {names(reading, (meeting.place,))[0]}" if meeting.place else ""
    people = ", ".join(
        names(reading, (one.entity,))[0] + ("" if one.part == "participant" else f" ({one.part})")
        for one in meeting.participants
    )
    return f"{meeting.kind} {meeting.status}{' ' + meeting.date if meeting.date else ''}{place}: {people}"


def only(text: str) -> tuple[Reading, Meeting]:
    """The reading of a text and the one meeting in it."""
    reading = read(text)
    assert len(reading.meetings) == 1, [line(reading, meeting) for meeting in reading.meetings]
    return reading, reading.meetings[0]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_an_encounter_is_told_with_its_parties_date_and_place(text: str, expected: list[str]) -> None:
    reading = read(text)
    assert [line(reading, meeting) for meeting in reading.meetings] == expected


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_no_encounter_makes_none(text: str) -> None:
    reading = read(text)
    assert [line(reading, meeting) for meeting in reading.meetings] == []


@pytest.mark.parametrize(("text", "field", "value"), FULL)
def test_a_field_of_an_encounter(text: str, field: str, value: object) -> None:
    _, meeting = only(text)
    found = getattr(meeting, field)
    assert (tuple(span.quote for span in found) if field == "tone" else found) == value


@pytest.mark.parametrize(("text", "people"), PRESENT)
def test_those_present_go_to_the_meeting_told_before_them(text: str, people: set[str]) -> None:
    reading, meeting = only(
        "President Petr Pavel of the Czech Republic met with President Zuzana Čaputová of Slovakia. " + text
    )
    assert {name for one in meeting.attendees for name in names(reading, (one.entity,))} == people


def test_title_and_body_tell_of_one_encounter_and_each_adds_what_it_knows() -> None:
    reading, meeting = only(
        "Macron receives Modi\n\nFrench President Emmanuel Macron received Indian Prime Minister Narendra Modi "
        "on Tuesday.\n\nThe meeting was held in Paris in a cordial atmosphere and lasted two hours.\n"
    )
    assert line(reading, meeting) == "meeting held 2024-05-14 in Paris: Emmanuel Macron (host), Narendra Modi (guest)"
    assert meeting.duration == "PT2H"
    assert [span.quote for span in meeting.tone] == ["cordial atmosphere"]
    assert len(meeting.evidence) > 1


def test_a_title_of_offices_is_told_in_full_by_the_body() -> None:
    reading, meeting = only(
        "Head of State received the Prime Minister of Slovakia\n\nOn May 14, President of Kazakhstan "
        "Kassym-Jomart Tokayev received Prime Minister of Slovakia Robert Fico in Astana.\n"
    )
    assert (
        line(reading, meeting) == "meeting held 2024-05-14 in Astana: Kassym-Jomart Tokayev (host), Robert Fico (guest)"
    )


def test_the_side_that_a_title_leaves_unsaid_is_found_in_the_text() -> None:
    _, meeting = only(
        "Telephone conversation with President of Finland Alexander Stubb\n\nPresident of Poland Andrzej Duda "
        "had a telephone conversation with President of Finland Alexander Stubb.\n"
    )
    assert meeting.kind == "call"
    assert len(meeting.participants) == 2


def test_who_asked_for_a_call_in_three_wordings() -> None:
    call = (
        "Foreign Minister Radosław Sikorski of Poland had a phone call with Foreign Minister Gabrielius "
        "Landsbergis of Lithuania."
    )
    for text in (
        f"At the request of the Lithuanian side, {call}",
        f"On Lithuania's initiative, {call}",
        f"{call} The call was initiated by the Lithuanian side.",
    ):
        reading, meeting = only(text)
        assert names(reading, meeting.requested_by) == ["Lithuania"]


def test_the_latter_is_the_one_named_last() -> None:
    reading, meeting = only(
        "President Petr Pavel of the Czech Republic had a telephone conversation with President Zuzana Čaputová of "
        "Slovakia on the latter's initiative."
    )
    assert names(reading, meeting.requested_by) == ["Zuzana Čaputová"]


@pytest.mark.parametrize(
    "front", ["At the invitation of King Felipe VI of Spain,", "Invited by King Felipe VI of Spain,"]
)
def test_who_invited_to_a_meeting(front: str) -> None:
    reading, meeting = only(
        f"{front} President Petr Pavel of the Czech Republic met with President Zuzana Čaputová of Slovakia today."
    )
    assert meeting.inviter is not None
    assert names(reading, (meeting.inviter,)) == ["Felipe VI"]


def test_the_event_on_whose_margins_they_met() -> None:
    reading, meeting = only(
        "Chancellor Olaf Scholz met with President William Ruto of Kenya on the margins of the G20 Summit in "
        "Rio de Janeiro."
    )
    assert meeting.margins_of is not None
    assert names(reading, (meeting.margins_of,)) == ["G20 Summit"]


def test_the_body_that_sat() -> None:
    reading, meeting = only(
        "The 3rd meeting of the Peru-Chile Joint Commission on Mining was held in Arequipa on 10 May."
    )
    assert meeting.body is not None
    assert names(reading, (meeting.body,)) == ["Peru-Chile Joint Commission on Mining"]


def test_offices_are_worded_as_the_document_words_them() -> None:
    _, meeting = only(
        "Kenyan President William Ruto met with Olaf Scholz, Federal Chancellor of Germany, in Nairobi on Monday."
    )
    assert [one.role for one in meeting.participants] == ["Kenyan President", "Federal Chancellor of Germany"]
    assert [one.country for one in meeting.participants] == ["KEN", "DEU"]


def test_without_words_for_it_the_date_is_that_of_the_publication_and_less_sure() -> None:
    _, dated = only("President Petr Pavel of the Czech Republic met with President Zuzana Čaputová of Slovakia today.")
    _, undated = only("President Petr Pavel of the Czech Republic met with President Zuzana Čaputová of Slovakia.")
    assert (dated.date, undated.date) == ("2024-05-15", "2024-05-15")
    assert undated.confidence < dated.confidence
    assert any("publication" in reason for reason in undated.reasons)


def test_speakers_of_a_transcript_recall_where_they_met() -> None:
    reading = read(
        "Meeting with President of Uzbekistan Shavkat Mirziyoyev\n\nPresident of Kazakhstan Kassym-Jomart "
        "Tokayev: Dear Mr President, I am glad to welcome you to Astana. We met in Samarkand in "
        "November.\n\nPresident of Uzbekistan Shavkat Mirziyoyev: Thank you, Mr President. I remember our "
        "talks well.\n"
    )
    assert "meeting recalled 2023-11 in Samarkand: Shavkat Mirziyoyev, Kassym-Jomart Tokayev" in [
        line(reading, one) for one in reading.meetings
    ]


def test_speakers_of_a_transcript_tell_of_other_encounters() -> None:
    reading = read(
        "Meeting with President of Uzbekistan Shavkat Mirziyoyev\n\nPresident of Kazakhstan Kassym-Jomart "
        "Tokayev met with President of Uzbekistan Shavkat Mirziyoyev in Astana.\n\nKassym-Jomart Tokayev: Mr "
        "President, in April I received my Kyrgyz counterpart here. We will have another meeting in Bukhara.\n\n"
        "Shavkat Mirziyoyev: Thank you very much.\n"
    )
    told = [line(reading, one) for one in reading.meetings]
    assert "meeting scheduled in Bukhara: Kassym-Jomart Tokayev, Shavkat Mirziyoyev" in told
    assert any(one.startswith("meeting recalled 2024-04 in Astana") and "Kyrgyz counterpart" in one for one in told)


def test_ids_and_evidence_of_two_readings_are_the_same() -> None:
    text = TOLD[0][0]
    assert read(text).meetings == read(text).meetings
