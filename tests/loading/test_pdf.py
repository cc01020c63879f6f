"""PDF files with a text layer, and those that cannot be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.errors import UnreadableDocument
from memcon.loading import load_bytes

TITLE = "JOINT STATEMENT OF NORLAND AND SUDLAND"
PAGES = (
    (TITLE, "", "Lima, 12 July 2031", "",
     "The two ministers met on Monday and spoke at length about trade, fisheries and the long-",
     "term plan for the strait. They agreed that their govern-",
     "ments would meet again, and they welcomed the long-term plan.", "",
     "1. The ministers agreed on a plan.",
     "2. The ministers will meet again in the spring of next year and will",
     "then decide what is to be done.", "",
     "The talks were frank. They closed with a word of thanks from the"),
    ("guest to the host. The host replied that the door is open.", "", "Trade", "",
     "Trade grew by a third in the past year, and both sides want more of it in future."),
    ("The end of the matter was reached in good time and all went home.",),
)


def lay_out(number: int, lines: tuple[str, ...]) -> list[tuple[float, float, str]]:
    """A page with a running head and a page number."""
    placed = [(72.0, 760.0, "Ministry of Examples - Press Service"), (300.0, 30.0, f"Page {number} of {len(PAGES)}")]
    height = 700.0
    for line in lines:
        if line:
            placed.insert(-1, (72.0, height, line))
        height -= 14
    return placed


@pytest.fixture
def statement(build_pdf: Callable[..., bytes]) -> bytes:
    return build_pdf([lay_out(number, lines) for number, lines in enumerate(PAGES, start=1)], title=TITLE)


def test_lines_are_joined_to_paragraphs(statement: bytes) -> None:
    document = load_bytes(statement, "a.pdf")
    blocks = [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
    assert [kind for kind, _ in blocks] == [
        "title", "dateline", "paragraph", "item", "item", "paragraph", "heading", "paragraph", "paragraph"]
    assert blocks[5][1].endswith("thanks from the guest to the host. The host replied that the door is open.")
    assert (document.title, document.published, document.kind) == (TITLE, "2031-07-12", "joint-statement")


def test_a_word_broken_at_the_end_of_a_line_is_whole_and_a_hyphen_of_its_own_stays(statement: bytes) -> None:
    text = load_bytes(statement, "a.pdf").text
    assert "their governments would" in text
    assert "the long-term plan for" in text


def test_running_heads_and_page_numbers_are_left_out_and_told(statement: bytes) -> None:
    document = load_bytes(statement, "a.pdf")
    assert "Page 2" not in document.text
    assert "Press Service" not in document.text
    notice = next(notice for notice in document.notices if notice.code == "page-furniture")
    assert notice.message.startswith("left out 6 running heads, feet and page numbers: “Ministry of Examples")


def test_a_pdf_of_pictures_cannot_be_read(build_pdf: Callable[..., bytes]) -> None:
    message = r"^a\.pdf: is a PDF without a text layer \(2 pages of pictures\); run OCR"
    with pytest.raises(UnreadableDocument, match=message):
        load_bytes(build_pdf([[], []]), "a.pdf")


def test_a_locked_pdf_cannot_be_read(build_pdf: Callable[..., bytes]) -> None:
    with pytest.raises(UnreadableDocument, match=r"^a\.pdf: is a PDF locked by a password; save it without one$"):
        load_bytes(build_pdf([lay_out(1, PAGES[0])], locked=True), "a.pdf")


def test_a_broken_pdf_cannot_be_read(statement: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"^a\.pdf: is a broken PDF; open it in a viewer"):
        load_bytes(b"%PDF-1.7 and nothing else", "a.pdf")
