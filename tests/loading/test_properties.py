"""What holds for every input: blocks cover the text, and nothing but `UnreadableDocument` is raised."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.errors import UnreadableDocument
from memcon.loading import find_sources, load, load_bytes
from memcon.model import Document

PIECES = st.sampled_from([
    "date: 2031-05-06", "source: an archive", " date 2031-05-06 ", "July 12, 2031 LIMA – ",
    "LIMA, March 3 (Reuters) – ",
    "\n", "\n\n", " \n \n", "MEDIA RELEASE", "FA24 12 July 2031", "Talks in Lima", "TALKS IN LIMA", "…",
    "The two ministers met.", "They said so", "Ola Berg: Welcome.", "- item one", "• item", "1. item", "\\###", "# # #",
    "<…>", "* * *", "See also Visit to Lima", "---", "+++", "===", "Media inquiries: 02 5550 1234",
    "CANBERRA 10 APRIL 2031", "\u00a0", "\u200b", "\ufeff", "\x0c", "\u2028", "\x85", "   ", "Les deux pays", "# Talks",
    "## Trade", "between", "17:50", "12 July 2031", "Lima", "“", "”", "(", ")", "|", ":",
])
TEXTS = st.one_of(st.text(min_size=1, max_size=400), st.lists(PIECES, min_size=1, max_size=40).map("".join))


SIGNATURES = (
    b"%PDF-1.4\n", b"PK\x03\x04word/", b"<html>", b"<!doctype html><html><body><p>", b"\xff\xfe", b"{\\rtf",
)


def check(document: Document) -> None:
    covered = 0
    for block in document.blocks:
        assert covered <= block.start < block.end <= len(document.text)
        assert not document.text[covered : block.start].strip()
        words = document.text[block.start : block.end]
        assert words == words.strip()
        covered = block.end
    assert not document.text[covered:].strip()


@given(TEXTS, st.sampled_from([".txt", ".md"]))
@settings(max_examples=300, deadline=None)
def test_blocks_cover_every_character_of_a_text(text: str, suffix: str) -> None:
    try:
        document = load_bytes(text.encode("utf-8", "replace"), "a" + suffix)
    except UnreadableDocument:
        return
    check(document)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_text_is_kept_as_it_is(text: str) -> None:
    data = text.encode("utf-8", "replace")
    try:
        document = load_bytes(data, "a.txt")
    except UnreadableDocument:
        return
    if not document.notices or document.notices[0].code != "encoding-guessed":
        assert document.text == data.decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert document == load_bytes(data, "a.txt")


@given(st.binary(max_size=600), st.sampled_from(["a", "a.txt", "a.md", "a.html", "a.pdf", "a.docx", "-"]))
@settings(max_examples=300, deadline=None)
def test_bytes_of_any_kind_raise_nothing_else(data: bytes, source: str) -> None:
    with suppress(UnreadableDocument):
        check(load_bytes(data, source))


@given(st.sampled_from(SIGNATURES), st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_a_signature_with_anything_behind_it_raises_nothing_else(signature: bytes, data: bytes) -> None:
    with suppress(UnreadableDocument):
        check(load_bytes(signature + data, "a"))


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_a_damaged_file_raises_nothing_else(
    data: st.DataObject, word_document: bytes, build_pdf: Callable[..., bytes],
) -> None:
    printed = build_pdf([[(72, 700, "The two ministers met in Lima on Monday.")]])
    whole = data.draw(st.sampled_from([word_document, printed]))
    place = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:place] + data.draw(st.binary(max_size=8)) + whole[place + data.draw(st.integers(0, 40)) :]
    with suppress(UnreadableDocument):
        check(load_bytes(damaged, "a"))


@pytest.mark.parametrize("folder", ["seeds", "gold/seeds", "gold/dev", "corpus"])
def test_blocks_cover_every_character_of_the_shared_material(folder: str, shared: Path) -> None:
    for source in find_sources([str(shared / folder)]):
        check(load(source))
