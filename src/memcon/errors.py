"""What can go wrong, as a tree; every message says what, where, and what to do.

    MemconError
    ├── UnreadableDocument      a source that cannot be turned into a document
    ├── LexiconError            an entry of a lexicon that breaks its form or fails its example
    ├── LedgerError             a ledger that cannot be opened, or an id that it does not hold
    └── UsageError              a request that makes no sense: no input, unknown kind or option
"""

from __future__ import annotations


class MemconError(Exception):
    """The base of all errors that the program raises on purpose."""


class UnreadableDocument(MemconError):
    """A source that cannot be turned into a document: `where` is the path or address, `remedy` what to do."""

    def __init__(self, what: str, where: str, remedy: str) -> None:
        super().__init__(f"{where}: {what}; {remedy}")
        self.what = what
        self.where = where
        self.remedy = remedy


class LexiconError(MemconError):
    """An entry of a lexicon that breaks its form or fails its own example."""


class LedgerError(MemconError):
    """A ledger that cannot be opened, or something asked of it that it does not hold."""


class UsageError(MemconError):
    """A request that makes no sense as it stands."""
