"""Bytes to text: by signature, by declaration, as UTF-8, and by the look of the bytes last."""

from __future__ import annotations

import codecs
import re

import msgspec

from memcon.errors import UnreadableDocument

_SIGNATURES = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)"""
    rb"""|-\*-\s*coding:\s*([\w.-]+)""", re.IGNORECASE,
)
# Names that pages declare; what else Python would decode (escapes, UTF-16 that reads as ASCII) is no charset of a page.
_CHARSETS = re.compile(
    r"(?:utf-?8|iso[-_]?8859|windows-\d|cp\d|koi8|gb|big5|euc|shift|sjis|mac|tis|ks_c|latin)", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOSTLY_ASCII = 0.97


class Decoded(msgspec.Struct, frozen=True):
    r"""A text with `\\n` at its line ends, the encoding it was in, and whether that had to be guessed."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, where: str) -> Decoded:
    """The text of these bytes.

    The signature at the head counts first, then what an HTML page declares, then UTF-8, then the look of the bytes.
    Raises `UnreadableDocument` for bytes that are no text.
    """
    decoded = _by_signature(data) or _by_declaration(data) or _try(data, "utf-8") or _by_zeros(data) or _by_look(data)
    if decoded is None or _is_binary(decoded.text):
        raise UnreadableDocument("is no text in any known encoding", where, "give it as UTF-8 text, HTML, PDF or DOCX")
    return msgspec.structs.replace(decoded, text=_normalize_lines(decoded.text))


def _by_signature(data: bytes) -> Decoded | None:
    for signature, encoding in _SIGNATURES:
        if data.startswith(signature):
            return _try(data[len(signature):], encoding)
    return None


def _by_declaration(data: bytes) -> Decoded | None:
    found = _DECLARED.search(data[:4096])
    if not found:
        return None
    name = (found[1] or found[2] or found[3]).decode("ascii", "replace")
    # What calls itself Latin-1 or ASCII on the web is Windows-1252 (WHATWG Encoding Standard, section 4.2).
    name = "windows-1252" if name.lower() in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"} else name
    return _try(data, "utf-8") or (_try(data, name) if _CHARSETS.match(name) else None)


def _by_zeros(data: bytes) -> Decoded | None:
    """UTF-16 without a signature: every other byte of Latin text is zero."""
    head = data[:4000]
    if head[1::2].count(0) > 0.4 * len(head[1::2]) and not head[0::2].count(0):
        return _try(data, "utf-16-le")
    if head[0::2].count(0) > 0.4 * len(head[0::2]) and not head[1::2].count(0):
        return _try(data, "utf-16-be")
    return None


def _by_look(data: bytes) -> Decoded | None:
    if b"\x00" in data:
        return None
    # Statistics cannot tell a few curly quotes and accents; such texts come from Windows.
    if sum(byte < 0x80 for byte in data) >= _MOSTLY_ASCII * len(data):
        decoded = _try(data, "windows-1252")
        if decoded:
            return msgspec.structs.replace(decoded, guessed=True)
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return Decoded(str(best), best.encoding, guessed=True) if best else None


def _try(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding).removeprefix("\ufeff"), encoding)
    except (LookupError, UnicodeError, ValueError):
        return None


def _is_binary(text: str) -> bool:
    if "\x00" in text:
        return True
    return len(_CONTROLS.findall(text[:8000])) > 0.02 * len(text[:8000]) + 1


def _normalize_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
