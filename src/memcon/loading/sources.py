"""From paths to documents: files, folders and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import msgspec

from memcon.errors import UnreadableDocument
from memcon.loading.assembly import build_document
from memcon.loading.encodings import decode
from memcon.loading.extract import Extract
from memcon.loading.formats import SUFFIXES, detect_format
from memcon.loading.knowledge import load_press
from memcon.loading.plain import read_plain
from memcon.model import Document, Publisher

SUPPORTED_SUFFIXES = frozenset(SUFFIXES)
STANDARD_INPUT = "-"
_FORMATS = "text, Markdown, HTML, PDF or DOCX"


def load(source: str | Path, extra: Path | None = None) -> Document:
    """The document that a file holds, or standard input for `-`.

    `extra` is the folder of the user's own additions to the lexicon, whose publishers count here. Raises
    `UnreadableDocument`, whose message says in one line what is the matter, where, and what to do.
    """
    where = str(source)
    return load_bytes(_read_bytes(where), where, extra=extra)


def load_bytes(data: bytes, source: str, *, suffix: str | None = None, extra: Path | None = None) -> Document:
    """The document in these bytes; `source` is kept as given, `suffix` (".md") stands in for that of the source.

    >>> load_bytes(b"RIGA, 6 May 2031 - The two ministers met.", "-").published
    '2031-05-06'
    """
    if not data.strip():
        raise UnreadableDocument("is empty", source, "check that it was saved or downloaded whole")
    form = detect_format(data, Path(source).suffix if suffix is None else suffix, source)
    extract = _extract(data, form, source)
    if not extract.text.strip():
        raise UnreadableDocument("holds no text", source, "check that it was saved or downloaded whole")
    press = load_press(extra)
    return build_document(extract, source, sha256(data).hexdigest(), press, markdown=form == "markdown")


def load_text(
    text: str, source: str = STANDARD_INPUT, *, published: str | None = None, publisher: str | None = None,
    side: str | None = None, title: str | None = None, extra: Path | None = None,
) -> Document:
    """The document that a text makes: `published` (EDTF), `publisher` and `title` count where the text tells no other.

    `side` (alpha-3) is the state that the publisher speaks for.

    >>> load_text("The two ministers met on Monday.", published="2031-05-06", side="PER").side
    'PER'
    """
    data = text.encode()
    if not text.strip():
        raise UnreadableDocument("is empty", source, "give a text")
    told = msgspec.structs.replace(read_plain(decode(data, source)), title=title, published=published, site=publisher)
    markdown = Path(source).suffix.lower() in (".md", ".markdown")
    document = build_document(told, source, sha256(data).hexdigest(), load_press(extra), markdown=markdown)
    if publisher and document.publisher is None:
        document = msgspec.structs.replace(document, publisher=Publisher(name=publisher, country=side))
    return msgspec.structs.replace(document, side=side or document.side)


def find_sources(paths: Iterable[str]) -> list[str]:
    """The files that the paths stand for, folders walked in sorted order.

    Of a folder, every readable file in it and below counts, hidden ones aside. What does not exist, and a folder
    without a readable file, is handed on as it is: loading it says what is the matter.
    """
    found: list[str] = []
    for path in paths:
        if path != STANDARD_INPUT and Path(path).is_dir():
            found += sorted(_walk(path)) or [path]
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def _walk(folder: str) -> Iterator[str]:
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith(".") and Path(name).suffix.lower() in SUPPORTED_SUFFIXES:
                yield str(Path(parent) / name)


def _read_bytes(where: str) -> bytes:
    if where == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    if where.startswith(("http://", "https://")):
        raise UnreadableDocument("is a web address", where, "save the page and give the file")
    path = Path(where)
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableDocument("does not exist", where, "check the path") from error
    except IsADirectoryError as error:
        what = "is a folder without a readable document"
        raise UnreadableDocument(what, where, f"put {_FORMATS} files into it") from error
    except PermissionError as error:
        raise UnreadableDocument("may not be read", where, "check its permissions") from error
    except (OSError, ValueError) as error:
        raise UnreadableDocument(f"cannot be read ({error})", where, "check the path and the disk") from error


def _extract(data: bytes, form: str, where: str) -> Extract:
    """The text of the bytes; the readers of heavy formats are loaded when first needed."""
    if form == "pdf":
        from memcon.loading.pdf import read_pdf

        return read_pdf(data, where)
    if form == "docx":
        from memcon.loading.docx import read_docx

        return read_docx(data, where)
    decoded = decode(data, where)
    if form == "html":
        from memcon.loading.html import read_html

        return read_html(decoded, where)
    return read_plain(decoded)
