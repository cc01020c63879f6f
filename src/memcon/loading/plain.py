"""Plain text and Markdown: the file as it is, nothing removed."""

from __future__ import annotations

from memcon.loading.encodings import Decoded
from memcon.loading.extract import Extract
from memcon.model import Notice


def read_plain(decoded: Decoded) -> Extract:
    """The decoded file as it is."""
    return Extract(text=decoded.text, notices=note_encoding(decoded))


def note_encoding(decoded: Decoded) -> tuple[Notice, ...]:
    """What the user should know of an encoding that had to be guessed."""
    if not decoded.guessed:
        return ()
    message = f"the encoding is not declared and not UTF-8; read as {decoded.encoding}: check names with accents"
    return (Notice(code="encoding-guessed", message=message),)
