"""Transcripts: turns, their paragraphs, their speakers, and what is no transcript."""

from __future__ import annotations

from tests.extraction.speaking import Told, read, short

HEAD = "Talks with President of Chile Carlos Ruiz\n\nJanet Cole met with President of Chile Carlos Ruiz.\n\n"


def test_each_paragraph_of_a_turn_is_a_statement() -> None:
    told = short(read(
        HEAD + "President of Peru Janet Cole: Good afternoon.\n\nI am glad to see you.\n\n"
        "President of Chile Carlos Ruiz (retranslated): Thank you, I am glad too.\n",
    ))

    assert told == [
        Told("Janet Cole", ":", "Good afternoon."),
        Told("Janet Cole", ":", "I am glad to see you."),
        Told("Carlos Ruiz", ":", "Thank you, I am glad too."),
    ]


def test_turns_run_together_are_told_apart() -> None:
    told = short(read(
        HEAD + "President of Peru Janet Cole: Good afternoon. I am glad to see you. President of Chile Carlos Ruiz: "
        "Thank you. Question: Will you sign? Janet Cole: We will.\n",
    ))

    assert [(each.speaker, each.content) for each in told] == [
        ("Janet Cole", "Good afternoon. I am glad to see you."),
        ("Carlos Ruiz", "Thank you."),
        ("journalist", "Will you sign?"),
        ("Janet Cole", "We will."),
    ]


def test_labels_in_capitals_open_turns() -> None:
    told = short(read(
        "Remarks at the Press Briefing\n\nSECRETARY QUILL: Good afternoon, everyone. I have one announcement.\n\n"
        "QUESTION: Will you go to Lima?\n\nSECRETARY QUILL: I will, and we will tell you when.\n",
    ))

    assert [each.content for each in told] == [
        "Good afternoon, everyone. I have one announcement.",
        "Will you go to Lima?",
        "I will, and we will tell you when.",
    ]


def test_marks_of_omission_and_link_lists_are_left_out() -> None:
    told = short(read(
        HEAD + "President of Peru Janet Cole: I am glad to see you. <…> We will sign.\n\n"
        "See also Meeting with President of Chile May 5, 2019\n",
    ))

    assert told == [Told("Janet Cole", ":", "I am glad to see you. // We will sign.")]


def test_what_a_speaker_reports_of_another_is_a_statement_of_the_other() -> None:
    told = short(read(
        HEAD + "President of Peru Janet Cole: I am glad to see you. Carlos Ruiz said that you were coming.\n",
    ))

    assert Told("Carlos Ruiz", "said", "you were coming") in told


def test_a_line_with_a_colon_is_no_turn() -> None:
    told = short(read("Visit of President Carlos Ruiz\n\nVenue: Lima. Duration: two hours. Host: Janet Cole.\n"))

    assert told == []


def test_turns_are_direct_speech() -> None:
    reading = read(HEAD + "President of Peru Janet Cole: I am glad to see you.\n")

    assert all(statement.direct and statement.rule == "transcript-turn" for statement in reading.statements)
