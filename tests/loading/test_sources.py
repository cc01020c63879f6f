"""Files, folders and standard input."""

from __future__ import annotations

import io
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from memcon.errors import UnreadableDocument
from memcon.loading import SUPPORTED_SUFFIXES, find_sources, load, load_bytes
from memcon.model import Document

TEXT = "date: 2031-05-06\n\nTalks in Lima\n\nThe two ministers met in Lima and said that they would meet again.\n"


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    document = load(path)
    assert document.text == TEXT
    assert document.source == str(path)
    assert document.sha256 == sha256(path.read_bytes()).hexdigest()
    assert document.id == Document.identify(TEXT, "2031-05-06")


def test_the_source_is_kept_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    assert load("./a.txt").source == "./a.txt"


def test_the_id_does_not_depend_on_the_path() -> None:
    assert load_bytes(TEXT.encode(), "a.txt").id == load_bytes(TEXT.encode(), "b/c.txt").id


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert load_bytes(b"\xef\xbb\xbf" + TEXT.encode(), "a.txt").text == TEXT


def test_standard_input_is_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    document = load("-")
    assert (document.source, document.title) == ("-", "Talks in Lima")


def test_folders_are_walked_in_order_without_hidden_files_and_gold(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "a.json", ".hidden.txt", "c.xyz", "sub/d.html", ".git/e.txt", "sub/B.PDF"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = find_sources([str(tmp_path)])
    assert [str(Path(path).relative_to(tmp_path)) for path in found] == ["a.md", "b.txt", "sub/B.PDF", "sub/d.html"]


def test_a_path_named_twice_is_read_once_and_files_of_any_name_are_tried(tmp_path: Path) -> None:
    path = tmp_path / "notes.xyz"
    path.write_text(TEXT)
    assert find_sources([str(path), str(path), "-"]) == [str(path), "-"]
    assert load(path).title == "Talks in Lima"


def test_what_does_not_exist_is_handed_on_and_told_when_loaded(tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.txt")
    assert find_sources([missing]) == [missing]
    with pytest.raises(UnreadableDocument, match=r"missing\.txt: does not exist; check the path$"):
        load(missing)


def test_a_folder_without_a_document_is_told_when_loaded(tmp_path: Path) -> None:
    assert find_sources([str(tmp_path)]) == [str(tmp_path)]
    with pytest.raises(UnreadableDocument, match=r": is a folder without a readable document; put text, "):
        load(tmp_path)


@pytest.mark.parametrize(("data", "name", "what"), [
    (b"", "a.txt", "is empty"),
    (b" \n\t\n", "a.txt", "is empty"),
    (b"\xef\xbb\xbf\n", "a.txt", "holds no text"),
    (b"\x89PNG\r\n\x1a\n....", "a.png", "is a picture"),
    (b"{\\rtf1 words}", "a.rtf", "is a Rich Text file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "a.doc", "is an old Microsoft Office file"),
    (b"\x1f\x8b\x08\x00" + bytes(20), "a.txt.gz", "is compressed"),
    (b'{"a": 1}', "a.json", "is a file of data"),
    (b"plain words", "a.pdf", "is named .pdf but is none inside"),
    (bytes(range(256)), "a.txt", "is no text in any known encoding"),
])
def test_what_cannot_be_read_is_told_in_one_line(data: bytes, name: str, what: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        load_bytes(data, name)
    message = str(caught.value)
    assert message.startswith(f"{name}: {what}; ")
    assert "\n" not in message


def test_an_address_is_not_fetched() -> None:
    with pytest.raises(UnreadableDocument, match=r"^https://news\.example/a: is a web address; save the page"):
        load("https://news.example/a")


def test_an_unsupported_language_is_said_not_guessed_at() -> None:
    words = "Les deux ministres se sont rencontrés à Lima et ont parlé de la coopération entre les deux pays."
    document = load_bytes(f"date: 2031-05-06\n\n{words}".encode(), "a.txt")
    assert document.language == "fr"
    notice = next(notice for notice in document.notices if notice.code == "unsupported-language")
    assert notice.message.startswith("the text is in French, which cannot be read yet")


def test_a_missing_date_is_said() -> None:
    document = load_bytes(b"The two ministers met in Lima and said that they would meet again.", "a.txt")
    assert document.published is None
    assert [notice.code for notice in document.notices] == ["no-date"]


def test_a_translation_says_so() -> None:
    assert load_bytes(f"Unofficial translation\n\n{TEXT}".encode(), "a.txt").translation
    assert not load_bytes(TEXT.encode(), "a.txt").translation


def test_the_address_gives_the_date_where_nothing_else_does() -> None:
    text = b"URL: https://english.news.cn/20310506/abc/c.html\n\nThe two ministers met and said so to the press."
    assert load_bytes(text, "a.txt").published == "2031-05-06"


def test_the_formats_are_those_of_the_manual() -> None:
    assert {".txt", ".md", ".html", ".htm", ".pdf", ".docx"} <= SUPPORTED_SUFFIXES
