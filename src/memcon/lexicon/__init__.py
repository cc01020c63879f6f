"""Knowledge as data: names, offices, cues and words, read once and compiled to automata."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from memcon.lexicon.compiled import Lexicon

__all__ = ["Lexicon", "load_lexicon"]


@lru_cache(maxsize=4)
def load_lexicon(language: str = "en", extra: Path | None = None) -> Lexicon:
    """The lexicon of a language, with the user's own folder of additions read after the built-in files.

    Raises LexiconError if there is none for the language or a file breaks its form.
    """
    return Lexicon(language, extra)
