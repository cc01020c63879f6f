"""Settings: read once at the edge, frozen, and passed down; defaults < environment < flag."""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from memcon.errors import UsageError

LEDGER_VARIABLE = "MEMCON_LEDGER"
LEXICON_VARIABLE = "MEMCON_LEXICON"
AUTHOR_VARIABLE = "MEMCON_AUTHOR"
LEDGER_FILE = "memcon.sqlite"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a run of the program may be told.

    `ledger` is a path or an address (`sqlite:///...`, `postgresql://...`), `lexicon` a folder of the user's own cues,
    titles and bodies that is read after the built-in ones, `language` the language of the built-in lexicon, `author`
    whose decisions and notes are kept.
    """

    ledger: str
    lexicon: Path | None = None
    language: str = "en"
    author: str = ""

    @classmethod
    def gather(
        cls, *, ledger: str | None = None, lexicon: str | Path | None = None, author: str | None = None,
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
            author=author or surroundings.get(AUTHOR_VARIABLE) or _user(),
        )


def _user() -> str:
    """The name under which the user is logged in, empty where the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def data_folder() -> Path:
    """The folder where the program keeps a user's data on this system."""
    from platformdirs import user_data_path

    return user_data_path("memcon", appauthor=False)


def examples() -> Path:
    """The folder of the readouts that come with the program; UsageError where an installation has lost them."""
    packed = Path(__file__).resolve().parent / "examples"
    beside = Path(__file__).resolve().parents[2] / "examples"  # of a checkout
    for folder in (packed, beside):
        if folder.is_dir():
            return folder
    raise UsageError("the examples are missing from this installation; install memcon anew")


def default_ledger() -> str:
    """The ledger that is used when none is named: `memcon.sqlite` in the user's data folder."""
    return str(data_folder() / LEDGER_FILE)
