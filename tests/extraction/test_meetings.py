"""Encounters in the styles of many publishers: who met whom, when, where, how, and what is no encounter at all."""

from __future__ import annotations

import pytest

from memcon.model import Meeting, Reading
from tests.extraction.encounters_told import NOT_TOLD, TOLD
from tests.extraction.reading import names, read

FULL = [  # (text, field, value)
    (
        (
            "The talks between Prime Minister Karen Lindegaard of Denmark and President Taras Melnyk of "
            "Ukraine were held in a frank and constructive atmosphere."
        ),
        "tone",
        ("frank and constructive atmosphere",),
    ),
    (
        "President Dan Hallow and President Wen Zhiming of China had a candid and constructive conversation by phone.",
        "tone",
        ("candid and constructive",),
    ),
    (
        "Chancellor Jens Hartung and President Amos Kiprono of Kenya held one-on-one talks in Berlin.",
        "format",
        "one-on-one",
    ),
    (
        (
            "Over a working lunch, Chancellor Jens Hartung of Germany and President Amos Kiprono of Kenya "
            "discussed trade."
        ),
        "format",
        "working-meal",
    ),
    (
        (
            "Chancellor Jens Hartung met with President Amos Kiprono of Kenya on the sidelines of the G20 Summit "
            "in Rio de Janeiro."
        ),
        "format",
        "margins",
    ),
    (
        "Chancellor Jens Hartung met with President Amos Kiprono of Kenya. The talks lasted about three hours.",
        "duration",
        "PT3H",
    ),
    (
        (
            "Foreign Minister Mirosław Zalewski of Poland phoned Foreign Minister Rokas Vilkaitis of "
            "Lithuania on 13 May at 10:30."
        ),
        "time",
        "10:30",
    ),
    ("Prime Minister Anwar Ibrahim of Malaysia met President Oleg Sorokin of Russia twice last year.", "count", 2),
    (
        (
            "Foreign Minister Clare Tan and Foreign Minister Dewi Lestari of Indonesia co-chaired the ninth "
            "session of the Joint Ministerial Committee in Canberra on Monday."
        ),
        "ordinal",
        9,
    ),
    ("The XII Meeting of the Peru-Chile Joint Commission on Mining was held in Arequipa on 10 May.", "ordinal", 12),
    (
        (
            "Japanese Prime Minister Kenji Moritani paid a courtesy call on King Edmund II at Buckingham Palace "
            "on Tuesday."
        ),
        "venue",
        "Buckingham Palace",
    ),
    (
        (
            "After the talks, President Karel Dobrý of the Czech Republic and President Lucia Hrušková of "
            "Slovakia held a joint press conference."
        ),
        "press",
        "conference",
    ),
    (
        (
            "President Karel Dobrý of the Czech Republic met with President Lucia Hrušková of Slovakia. The two "
            "presidents then made statements to the press."
        ),
        "press",
        "statements",
    ),
]

PRESENT = [
    (
        (
            "The meeting was also attended by Foreign Minister Tomáš Hladký, Ambassador Rita Hering and Minister "
            "Marek Horňák."
        ),
        {"Tomáš Hladký", "Rita Hering", "Marek Horňák"},
    ),
    (
        "Foreign Minister Tomáš Hladký and Foreign Minister Marek Horňák were also present.",
        {"Tomáš Hladký", "Marek Horňák"},
    ),
    ("On the Czech side, Foreign Minister Tomáš Hladký took part in the talks.", {"Tomáš Hladký"}),
    ("Tomáš Hladký, Marek Horňák attended the meeting.", {"Tomáš Hladký", "Marek Horňák"}),
    (
        (
            "The Slovak delegation included Mr Marek Horňák, Minister of Foreign Affairs; and Ms Rita Hering, "
            "Ambassador of Slovakia."
        ),
        {"Marek Horňák", "Rita Hering"},
    ),
    (
        (
            "Taking part in the talks on the Czech side were Foreign Minister Tomáš Hladký and Defence Minister "
            "Eva Šťastná."
        ),
        {"Tomáš Hladký", "Eva Šťastná"},
    ),
    ("They were joined by Foreign Minister Tomáš Hladký.", {"Tomáš Hladký"}),
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
        "President Karel Dobrý of the Czech Republic met with President Lucia Hrušková of Slovakia. " + text
    )
    assert {name for one in meeting.attendees for name in names(reading, (one.entity,))} == people


def test_title_and_body_tell_of_one_encounter_and_each_adds_what_it_knows() -> None:
    reading, meeting = only(
        "Moreau receives Raote\n\nFrench President Lucien Moreau received Indian Prime Minister Nitin Raote "
        "on Tuesday.\n\nThe meeting was held in Paris in a cordial atmosphere and lasted two hours.\n"
    )
    assert line(reading, meeting) == "meeting held 2024-05-14 in Paris: Lucien Moreau (host), Nitin Raote (guest)"
    assert meeting.duration == "PT2H"
    assert [span.quote for span in meeting.tone] == ["cordial atmosphere"]
    assert len(meeting.evidence) > 1


def test_a_title_of_offices_is_told_in_full_by_the_body() -> None:
    reading, meeting = only(
        "Head of State received the Prime Minister of Slovakia\n\nOn May 14, President of Kazakhstan "
        "Nurlan-Bek Akhmet received Prime Minister of Slovakia Ondrej Kováč in Astana.\n"
    )
    assert (
        line(reading, meeting) == "meeting held 2024-05-14 in Astana: Nurlan-Bek Akhmet (host), Ondrej Kováč (guest)"
    )


def test_the_side_that_a_title_leaves_unsaid_is_found_in_the_text() -> None:
    _, meeting = only(
        "Telephone conversation with President of Finland Aleksi Ranta\n\nPresident of Poland Adam Nowak "
        "had a telephone conversation with President of Finland Aleksi Ranta.\n"
    )
    assert meeting.kind == "call"
    assert len(meeting.participants) == 2


def test_who_asked_for_a_call_in_three_wordings() -> None:
    call = (
        "Foreign Minister Mirosław Zalewski of Poland had a phone call with Foreign Minister Rokas "
        "Vilkaitis of Lithuania."
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
        "President Karel Dobrý of the Czech Republic had a telephone conversation with President Lucia Hrušková of "
        "Slovakia on the latter's initiative."
    )
    assert names(reading, meeting.requested_by) == ["Lucia Hrušková"]


@pytest.mark.parametrize(
    "front", ["At the invitation of King Alonso VII of Spain,", "Invited by King Alonso VII of Spain,"]
)
def test_who_invited_to_a_meeting(front: str) -> None:
    reading, meeting = only(
        f"{front} President Karel Dobrý of the Czech Republic met with President Lucia Hrušková of Slovakia today."
    )
    assert meeting.inviter is not None
    assert names(reading, (meeting.inviter,)) == ["Alonso VII"]


def test_the_event_on_whose_margins_they_met() -> None:
    reading, meeting = only(
        "Chancellor Jens Hartung met with President Amos Kiprono of Kenya on the margins of the G20 Summit in "
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
        "Kenyan President Amos Kiprono met with Jens Hartung, Federal Chancellor of Germany, in Nairobi on Monday."
    )
    assert [one.role for one in meeting.participants] == ["Kenyan President", "Federal Chancellor of Germany"]
    assert [one.country for one in meeting.participants] == ["KEN", "DEU"]


def test_without_words_for_it_the_date_is_that_of_the_publication_and_less_sure() -> None:
    _, dated = only("President Karel Dobrý of the Czech Republic met with President Lucia Hrušková of Slovakia today.")
    _, undated = only("President Karel Dobrý of the Czech Republic met with President Lucia Hrušková of Slovakia.")
    assert (dated.date, undated.date) == ("2024-05-15", "2024-05-15")
    assert undated.confidence < dated.confidence
    assert any("publication" in reason for reason in undated.reasons)


def test_speakers_of_a_transcript_recall_where_they_met() -> None:
    reading = read(
        "Meeting with President of Uzbekistan Bakhtiyor Karimzoda\n\nPresident of Kazakhstan Nurlan-Bek "
        "Akhmet: Dear Mr President, I am glad to welcome you to Astana. We met in Samarkand in "
        "November.\n\nPresident of Uzbekistan Bakhtiyor Karimzoda: Thank you, Mr President. I remember our "
        "talks well.\n"
    )
    assert "meeting recalled 2023-11 in Samarkand: Bakhtiyor Karimzoda, Nurlan-Bek Akhmet" in [
        line(reading, one) for one in reading.meetings
    ]


def test_speakers_of_a_transcript_tell_of_other_encounters() -> None:
    reading = read(
        "Meeting with President of Uzbekistan Bakhtiyor Karimzoda\n\nPresident of Kazakhstan Nurlan-Bek "
        "Akhmet met with President of Uzbekistan Bakhtiyor Karimzoda in Astana.\n\nNurlan-Bek Akhmet: Mr "
        "President, in April I received my Kyrgyz counterpart here. We will have another meeting in Bukhara.\n\n"
        "Bakhtiyor Karimzoda: Thank you very much.\n"
    )
    told = [line(reading, one) for one in reading.meetings]
    assert "meeting scheduled in Bukhara: Nurlan-Bek Akhmet, Bakhtiyor Karimzoda" in told
    assert any(one.startswith("meeting recalled 2024-04 in Astana") and "Kyrgyz counterpart" in one for one in told)


def test_ids_and_evidence_of_two_readings_are_the_same() -> None:
    text = TOLD[0][0]
    assert read(text).meetings == read(text).meetings
