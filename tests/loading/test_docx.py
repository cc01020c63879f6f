"""Word documents."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from memcon.errors import UnreadableDocument
from memcon.loading import load_bytes


def test_the_styles_of_a_word_document_tell_its_blocks(word_document: bytes) -> None:
    document = load_bytes(word_document, "a.docx")
    assert [(block.kind, document.text[block.start : block.end]) for block in document.blocks] == [
        ("title", "Ministers meet in Lima"), ("dateline", "Lima, 12 July 2031"),
        ("paragraph", "The two ministers met for three hours. They agreed to meet again in the spring."),
        ("heading", "Trade"), ("item", "Tariffs on glass will fall."), ("heading", "Annex"),
        ("paragraph", "List of goods"),
    ]
    assert (document.title, document.published) == ("Ministers meet in Lima", "2031-07-12")


def test_running_heads_are_left_out_and_told(word_document: bytes) -> None:
    document = load_bytes(word_document, "a.docx")
    assert "for the press" not in document.text
    assert [notice.message for notice in document.notices if notice.code == "page-furniture"] == [
        "left out running heads and feet: “Ministry of Examples · for the press”"]


def test_a_word_document_is_known_by_its_content(word_document: bytes) -> None:
    assert load_bytes(word_document, "-").title == "Ministers meet in Lima"


def test_a_broken_word_document_cannot_be_read(word_document: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"^a\.docx: is a broken Word document \(BadZipFile\); open it"):
        load_bytes(word_document[: len(word_document) // 2], "a.docx")


def test_an_empty_word_document_cannot_be_read() -> None:
    import docx

    data = BytesIO()
    docx.Document().save(data)
    with pytest.raises(UnreadableDocument, match=r"^a\.docx: is a Word document without text; "):
        load_bytes(data.getvalue(), "a.docx")


def test_another_zip_archive_cannot_be_read() -> None:
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr("readme.txt", "words")
    with pytest.raises(UnreadableDocument, match=r"^a\.docx: is a zip archive; unpack it first$"):
        load_bytes(data.getvalue(), "a.docx")
