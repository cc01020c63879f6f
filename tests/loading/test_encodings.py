"""Bytes to text in every order of evidence."""

from __future__ import annotations

import pytest

from memcon.errors import UnreadableDocument
from memcon.loading.encodings import decode

WORDS = "The Minister’s café – “good talks” in Łódź"


@pytest.mark.parametrize(("data", "encoding"), [
    (WORDS.encode("utf-8"), "utf-8"),
    (WORDS.encode("utf-8-sig"), "utf-8"),
    (b"\xff\xfe" + WORDS.encode("utf-16-le"), "utf-16-le"),
    (b"\xfe\xff" + WORDS.encode("utf-16-be"), "utf-16-be"),
    (b"\xff\xfe\x00\x00" + WORDS.encode("utf-32-le"), "utf-32-le"),
    (WORDS.encode("utf-16-le"), "utf-16-le"),
    (WORDS.encode("utf-16-be"), "utf-16-be"),
])
def test_unicode_is_told_by_its_signature_or_its_shape(data: bytes, encoding: str) -> None:
    decoded = decode(data, "a.txt")
    assert decoded.text == WORDS
    assert (decoded.encoding, decoded.guessed) == (encoding, False)


def test_a_page_is_read_as_it_declares() -> None:
    page = "<html><head><meta charset='koi8-r'></head><body>Встреча в Москве</body></html>"
    assert "Встреча в Москве" in decode(page.encode("koi8-r"), "a.html").text


def test_what_calls_itself_latin_1_is_read_as_windows_1252() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">“talks”'
    assert decode(page.encode("windows-1252"), "a.html").text.endswith("“talks”")


def test_a_declaration_of_utf_8_is_not_needed() -> None:
    assert decode("<meta charset=latin-1>Łódź".encode(), "a.html").text.endswith("Łódź")


def test_curly_quotes_of_windows_are_guessed_and_said_to_be() -> None:
    words = "He said that the two sides would go on working together for many years. " * 3 + "“Good talks”"
    decoded = decode(words.encode("windows-1252"), "a.txt")
    assert decoded.text == words
    assert decoded.guessed


def test_russian_without_declaration_is_guessed() -> None:
    words = "Президент провёл переговоры с премьер-министром и обсудил вопросы торговли между двумя странами. " * 4
    decoded = decode(words.encode("windows-1251"), "a.txt")
    assert decoded.text == words
    assert decoded.guessed


def test_line_ends_become_line_feeds() -> None:
    assert decode(b"a\r\nb\rc\n", "a.txt").text == "a\nb\nc\n"


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\x03" * 50, b"\x7fELF\x02\x01\x01\x00" + bytes(200), bytes(range(256)) * 4])
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"^a\.bin: is no text in any known encoding; give it as"):
        decode(data, "a.bin")
