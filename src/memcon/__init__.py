"""Read diplomatic readouts into a ledger in which every record carries the exact words it rests on.

    import memcon

    reading = memcon.read("readout.txt")
    with memcon.Ledger("readouts.sqlite") as ledger:
        ledger.add(reading)
        pledges = ledger.table("commitments", "pandas", actor="CHN")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.analysis.mechanisms import mechanisms
    from memcon.analysis.threads import changes
    from memcon.config import examples
    from memcon.errors import LedgerError, LexiconError, MemconError, UnreadableDocument, UsageError
    from memcon.ledger import DocumentQuery, EntityQuery, Query
    from memcon.library import Ledger, read, read_bytes, read_text
    from memcon.model import Reading

__all__ = [
    "DocumentQuery", "EntityQuery", "Ledger", "LedgerError", "LexiconError", "MemconError", "Query", "Reading",
    "UnreadableDocument", "UsageError", "__version__", "changes", "examples", "mechanisms", "read", "read_bytes",
    "read_text",
]
__version__ = "0.1.0"

_HOMES = {
    "memcon.analysis.mechanisms": ("mechanisms",),
    "memcon.analysis.threads": ("changes",),
    "memcon.config": ("examples",),
    "memcon.errors": ("LedgerError", "LexiconError", "MemconError", "UnreadableDocument", "UsageError"),
    "memcon.ledger": ("DocumentQuery", "EntityQuery", "Query"),
    "memcon.library": ("Ledger", "read", "read_bytes", "read_text"),
    "memcon.model": ("Reading",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """What `__all__` names, imported when it is first asked for, so that the start stays light."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
