"""What each passage of a document is."""

from __future__ import annotations

import pytest

from memcon.loading import load_bytes
from memcon.loading.knowledge import load_documents
from memcon.loading.stamps import read_stamp
from memcon.model import Document

BODY = "The Foreign Minister of Norland, Ola Berg, met with his counterpart from Sudland, Mara Voss."
MORE = "The two sides agreed that they would meet again before the year is out."


def blocks(text: str, source: str = "a.txt") -> list[tuple[str, str]]:
    document = load_bytes(text.encode(), source)
    return [(block.kind, " ".join(document.text[block.start : block.end].split())) for block in document.blocks]


def read(text: str, source: str = "a.txt") -> Document:
    return load_bytes(text.encode(), source)


def test_metadata_title_and_paragraphs() -> None:
    head = "date: 2031-05-06\nsource: an archive\n\nTalks in Lima"
    assert blocks(f"{head}\n\n{BODY}\n\n{MORE}\n") == [
        ("metadata", "date: 2031-05-06"), ("metadata", "source: an archive"), ("title", "Talks in Lima"),
        ("paragraph", BODY), ("paragraph", MORE)]


def test_a_title_that_stands_twice_is_a_title_both_times() -> None:
    text = f"Minister meets her guest…\n\nMinister meets her guest from Norland\n\n{BODY}"
    assert [kind for kind, _ in blocks(text)] == ["title", "title", "paragraph"]
    assert read(text).title == "Minister meets her guest from Norland"


def test_the_head_of_a_release() -> None:
    text = (
        "Talks with Sudland.\n\nOur releases are found at http://www.foreign.example/\n\nMEDIA RELEASE\n\n"
        f" FA24  12 July 2031\n\n TALKS WITH SUDLAND\n\n {BODY}\n\n Media inquiries:  Jo Lind 02 5550 1234"
    )
    document = read(text)
    assert [kind for kind, _ in blocks(text)] == [
        "title", "metadata", "heading", "metadata", "title", "paragraph", "footer"]
    assert (document.title, document.published) == ("Talks with Sudland", "2031-07-12")


def test_a_dateline_is_parted_from_the_first_paragraph() -> None:
    assert blocks(f"\n\nJuly 12, 2031 LIMA – {BODY}") == [("dateline", "July 12, 2031 LIMA –"), ("paragraph", BODY)]


def test_a_dateline_without_its_year_takes_that_of_the_publication_date() -> None:
    document = read(f"date: 2031-01-02\n\nLIMA, Dec. 31 (Andina) -- {BODY}")
    assert document.dateline is not None
    assert (document.dateline.place, document.dateline.date) == ("LIMA", "2030-12-31")


def test_a_signed_date_is_found_above_a_caption() -> None:
    foot = ".     .     .\n\nMINISTRY OF FOREIGN AFFAIRS\nSUDLAND\n18 MARCH 2031\n\nPhoto: The two ministers"
    assert read(f"Visit by the Minister\n\n{BODY}\n\n{MORE}\n\n{foot}").published == "2031-03-18"


def test_date_and_place_at_the_foot() -> None:
    foot = " WELLINGTON   10 APRIL 2031  \n\n PRESS OFFICE (04) 555 1234"
    document = read(f"PRIME MINISTER\n\nJOINT STATEMENT WITH SUDLAND    {BODY}\n\n{foot}")
    assert [block.kind for block in document.blocks] == ["heading", "title", "paragraph", "dateline", "footer"]
    assert document.dateline is not None
    assert (document.published, document.dateline.place) == ("2031-04-10", "WELLINGTON")


def test_a_page_of_date_time_and_place_lines() -> None:
    document = read(f"Meeting with Mara Voss\n\nJuly 12, 2031\n17:50\nThe Castle, Riga\n\n{BODY}")
    assert [block.kind for block in document.blocks] == ["title", "metadata", "metadata", "dateline", "paragraph"]
    assert document.dateline is not None
    assert (document.dateline.place, document.dateline.date) == ("The Castle, Riga", "2031-07-12")


@pytest.mark.parametrize("foot", [
    "\\###", "###", "# # #", "<…>", "-30-", "ENDS", "See also Visit to Sudland July 12, 2031",
    "Media contact: press@foreign.example", "Press Office (02) 5550 1234", "Tel.: +371 5550 1234",
    "© 2031 Ministry of Examples", "(Editor: J. Lind)", "* * *", "Related links\n\nTalks on fish\n\nTalks on tin",
])
def test_what_stands_at_the_foot_is_no_text(foot: str) -> None:
    found = blocks(f"Talks in Lima\n\n{BODY}\n\n{MORE}\n\n{foot}")
    assert [kind for kind, _ in found[:3]] == ["title", "paragraph", "paragraph"]
    assert {kind for kind, _ in found[3:]} == {"footer"}


def test_an_end_mark_glued_to_the_last_paragraph_is_parted_from_it() -> None:
    assert blocks(f"Talks in Lima\n\n{BODY} {MORE} <…>")[1:] == [("paragraph", f"{BODY} {MORE}"), ("footer", "<…>")]


def test_headings_and_items_within_the_text() -> None:
    text = f"Talks in Lima\n\n{BODY}\n\nTRADE AND TARIFFS\n\n{MORE}\n\n• Glass\n• Tin\n\n{MORE}"
    assert [kind for kind, _ in blocks(text)] == [
        "title", "paragraph", "heading", "paragraph", "item", "item", "paragraph"]


def test_a_rule_between_two_parts_is_no_text() -> None:
    text = f"Talks in Lima\n\n{BODY}\n\n* * *\n\nRemarks by the host\n\n{MORE}"
    assert [kind for kind, _ in blocks(text)] == ["title", "paragraph", "footer", "heading", "paragraph"]


def test_a_title_with_a_name_and_colon_is_no_turn() -> None:
    assert blocks(f"Ola Berg: Talks show who is a friend of Norland\n\n{BODY}")[0][0] == "title"


def test_a_masthead_is_no_title_but_a_title_may_begin_like_one() -> None:
    assert read(f"Ministry of Foreign Affairs\n\nTalks in Lima\n\n{BODY}").title == "Talks in Lima"
    assert read(f"Foreign Minister visits Lima\n\n{BODY}").title == "Foreign Minister visits Lima"
    title = "Prime Minister Meets Speaker of Parliament"
    assert read(f"{title}\n\n{BODY}").title == title


def test_source_and_date_may_stand_below_the_title() -> None:
    document = read(f"Talks in Lima\n\nSource: Lima News Agency  2031-07-12 21:14\n\nLIMA, July 12 (LNA) -- {BODY}")
    assert [block.kind for block in document.blocks] == ["title", "metadata", "dateline", "paragraph"]
    assert (document.published, document.origin, document.kind) == ("2031-07-12", "Lima News Agency", "news-report")


def test_issuer_and_date_may_stand_in_one_line() -> None:
    document = read(f"# Talks in Lima\n\n*Prime Minister’s Office, 12 July 2031*\n\n{BODY}", "a.md")
    assert document.published == "2031-07-12"
    assert document.dateline is None
    assert document.publisher is not None
    assert (document.publisher.name, document.publisher.kind) == ("Prime Minister’s Office", "government")


def test_a_dateline_may_be_set_in_bold() -> None:
    document = read(f"# Talks in Lima\n\n**Lima, 12 July 2031**\n\n{BODY}", "a.md")
    assert document.dateline is not None
    assert (document.dateline.place, document.dateline.date) == ("Lima", "2031-07-12")


def test_a_single_line_is_a_paragraph() -> None:
    assert blocks("Ola Berg met Mara Voss") == [("paragraph", "Ola Berg met Mara Voss")]


def test_markdown_headings() -> None:
    text = f"# Talks in Lima\n\n{BODY}\n\n## Trade\n\n{MORE}\n"
    assert [kind for kind, _ in blocks(text, "a.md")] == ["title", "paragraph", "heading", "paragraph"]
    assert read(text, "a.md").text == text


@pytest.mark.parametrize("stamp", [
    "By Jo Lind\nMay 5, 2031 7:02 PM GMT+1", "Issued on: 05/05/2031 - 08:33 Modified: 06/05/2031 - 16:51",
    "Xinhua | Updated: 2031-05-05 10:20", "Politics 17:20 May 05, 2031", "Published On 5 May 2031", "KUNA - 05/05/2031",
    "Jo Lind |05.05.2031 - Update : 06.05.2031"])
def test_a_line_that_says_when_a_report_was_sent(stamp: str) -> None:
    document = read(f"Norland and Sudland agree\n\n{stamp}\n\nLima (AFP) – {BODY}\n\n{MORE}")
    assert (document.title, document.published) == ("Norland and Sudland agree", "2031-05-05")
    assert document.dateline is not None
    assert document.dateline.place == "Lima"


@pytest.mark.parametrize("line", [
    "Joint Declaration of 5 May 2031", "Talks on 5 May 2031 in Lima", "The Treaty of 5 May 2031 and what came of it"])
def test_a_title_with_a_date_is_no_stamp(line: str) -> None:
    assert read_stamp(line, load_documents()) is None


def test_a_summary_may_stand_between_title_and_stamp() -> None:
    head = "News | Politics\n\nNorland and Sudland agree\n\nThe embassies will open.\n\nPublished On 5 May 2031"
    text = f"{head}\n\n{BODY}\n\n{MORE}"
    assert (read(text).title, read(text).published) == ("Norland and Sudland agree", "2031-05-05")
    assert [kind for kind, _ in blocks(text)][:4] == ["heading", "title", "paragraph", "metadata"]
