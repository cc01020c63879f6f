"""Lines joined to paragraphs."""

from __future__ import annotations

import pytest

from memcon.loading.knowledge import load_documents
from memcon.loading.passages import split_passages


def split(text: str, *, markdown: bool = False) -> list[str]:
    passages = split_passages(text, 0, load_documents(), markdown=markdown)
    return [" ".join(text[one.start : one.end].split()) for one in passages]


WRAPPED = """\
The two ministers met in Lima today and spoke for three hours about
trade, fisheries and the future of the strait, on which both of the
governments had asked for an early agreement before the year is out.

They agreed to meet again. The guest thanked the host for the warmth
of the welcome and for the care with which the talks were prepared.
"""


def test_wrapped_lines_are_one_paragraph() -> None:
    assert [words.split()[0] for words in split(WRAPPED)] == ["The", "They"]


def test_wrapped_paragraphs_without_an_empty_line_part_where_a_line_ends_early() -> None:
    text = WRAPPED.replace("\n\n", "\n").replace("before the year is out", "soon")
    assert [words.split()[0] for words in split(text)] == ["The", "They"]


def test_lines_broken_at_odd_places_are_one_paragraph() -> None:
    text = (
        "On the host’s\ninitiative, the two ministers met\nin Lima and talked about trade for three long hours.\n\n"
        "The guest\nthanked the host for the welcome.\nThe host said that the door was open to his friends."
    )
    assert [words.split()[0] for words in split(text)] == ["On", "The"]


def test_every_line_is_a_paragraph_where_no_empty_line_stands() -> None:
    text = (
        "The two ministers met in Lima today and spoke for three hours about trade and about the strait.\n"
        "They agreed to meet again.\nThe guest thanked the host for the care with which the talks were prepared."
    )
    assert len(split(text)) == 3


def test_a_text_in_one_line_is_one_paragraph() -> None:
    assert len(split("The two met. They parted. " * 40)) == 1


def test_a_sentence_torn_apart_by_an_empty_line_is_whole_again() -> None:
    text = "The treaty was signed between \n\n Norland and Sudland.\n\nThe text was long, and it was\n\nread aloud."
    assert len(split(text)) == 2


def test_a_title_on_the_first_line_is_parted_from_what_follows() -> None:
    text = "The two ministers met in Lima today and spoke for three hours about trade.\nThey will meet again."
    assert split(f"Ministers meet in Lima\n{text}")[0] == "Ministers meet in Lima"


def test_list_items_are_passages_with_the_lines_that_carry_them_on() -> None:
    text = "The two agreed:\n- on glass, which\n  is brittle;\n- on tin."
    assert split(text) == ["The two agreed:", "- on glass, which is brittle;", "- on tin."]


def test_a_dash_or_a_figure_in_mid_sentence_opens_no_item() -> None:
    text = "The talks, held on the island of Vor in the year\n2031. A report in the fall of\n– or so they said – 2032."
    assert len(split(text)) == 1


def test_turns_of_speech_are_passages() -> None:
    text = "Ola Berg: Good afternoon.\nMara Voss (retranslated): Thank you for having us.\nOla Berg: Please."
    assert len(split(text)) == 3


@pytest.mark.parametrize(
    "head", ["MEDIA RELEASE\nTalks in Lima were held", "17:30\nTalks in Lima were held", "6 May 2031\nTalks in Lima"])
def test_lines_of_a_head_stand_by_themselves(head: str) -> None:
    assert len(split(head)) == 2


def test_headings_of_markdown_stand_by_themselves() -> None:
    text = "# Talks in Lima\nThe two met.\n## Trade\nThey spoke of it.\n\nNext steps\n----------\nThey will meet."
    assert split(text, markdown=True) == [
        "# Talks in Lima", "The two met.", "## Trade", "They spoke of it.", "Next steps ----------", "They will meet."]
