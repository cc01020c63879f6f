"""Which format a file is in, told by its first bytes before its name."""

from __future__ import annotations

import re
from typing import Literal

from memcon.errors import UnreadableDocument

Format = Literal["text", "markdown", "html", "pdf", "docx"]

SUFFIXES: dict[str, Format] = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".pdf": "pdf", ".docx": "docx",
}
_AS_DOCX = "save it as .docx or PDF"
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "is an old Microsoft Office file", _AS_DOCX),
    (b"{\\rtf", "is a Rich Text file", _AS_DOCX),
    (b"\x89PNG", "is a picture", "run OCR on it first"),
    (b"\xff\xd8\xff", "is a picture", "run OCR on it first"),
    (b"GIF8", "is a picture", "run OCR on it first"),
    (b"II*\x00", "is a picture", "run OCR on it first"),
    (b"MM\x00*", "is a picture", "run OCR on it first"),
    (b"\x1f\x8b", "is compressed", "unpack it first"),
    (b"BZh", "is compressed", "unpack it first"),
    (b"\xfd7zXZ", "is compressed", "unpack it first"),
    (b"7z\xbc\xaf", "is compressed", "unpack it first"),
    (b"Rar!", "is compressed", "unpack it first"),
    (b"SQLite format 3", "is a database", "give a document"),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html\b|head\b|body\b)", re.IGNORECASE | re.DOTALL)
_DATA_SUFFIXES = frozenset({".json", ".jsonl", ".csv", ".yaml", ".yml", ".xml"})


def detect_format(data: bytes, suffix: str, where: str) -> Format:
    """The format of the bytes; the suffix (".md") decides only where they leave it open.

    Raises `UnreadableDocument` for formats that hold no readable text.
    """
    head = data[:2048].removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _detect_zip(data, where)
    for signature, what, remedy in _SIGNATURES:
        if head.startswith(signature):
            raise UnreadableDocument(what, where, remedy)
    if _HTML.match(head):
        return "html"
    suffix = suffix.lower()
    if suffix in _DATA_SUFFIXES:
        raise UnreadableDocument("is a file of data", where, "give the document itself as text, HTML, PDF or DOCX")
    declared = SUFFIXES.get(suffix, "text")
    if declared in ("pdf", "docx"):
        raise UnreadableDocument(f"is named {suffix} but is none inside", where, "rename it to what it is")
    return declared


def _detect_zip(data: bytes, where: str) -> Format:
    # Names of members stand uncompressed in the file.
    if b"word/" in data:
        return "docx"
    if b"mimetypeapplication/vnd.oasis" in data[:200]:
        raise UnreadableDocument("is an OpenDocument file", where, _AS_DOCX)
    if b"xl/" in data or b"ppt/" in data:
        raise UnreadableDocument("is a spreadsheet or a set of slides", where, "give the text as DOCX or PDF")
    raise UnreadableDocument("is a zip archive", where, "unpack it first")
