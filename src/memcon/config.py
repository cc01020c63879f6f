"""Settings: read once at the edge, frozen, and passed down; defaults < environment < flag."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

LEDGER_VARIABLE = "MEMCON_LEDGER"
LEXICON_VARIABLE = "MEMCON_LEXICON"
LEDGER_FILE = "memcon.sqlite"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a run of the program may be told.

    `ledger` is a path or an address (`sqlite:///...`), `lexicon` a folder of the user's own cues, titles and
    bodies that is read after the built-in ones, `language` the language of the built-in lexicon.
    """

    ledger: str
    lexicon: Path | None = None
    language: str = "en"

    @classmethod
    def gather(
        cls, *, ledger: str | None = None, lexicon: str | Path | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> Settings:
        """The settings of this run: what a flag says (the arguments), else the environment, else the default.

        `environment` stands for `os.environ` where it is left out; an empty variable counts as not set.
        """
        surroundings = os.environ if environment is None else environment
        folder = lexicon or surroundings.get(LEXICON_VARIABLE) or None
        return cls(
            ledger=ledger or surroundings.get(LEDGER_VARIABLE) or default_ledger(),
            lexicon=Path(folder) if folder else None,
        )


def data_folder() -> Path:
    """The folder where the program keeps a user's data on this system."""
    from platformdirs import user_data_path

    return user_data_path("memcon", appauthor=False)


def default_ledger() -> str:
    """The ledger that is used when none is named: `memcon.sqlite` in the user's data folder."""
    return str(data_folder() / LEDGER_FILE)
