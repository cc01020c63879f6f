"""Read diplomatic readouts into a ledger in which every record carries the exact words it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.ledger import Ledger

__all__ = ["Ledger", "__version__"]
__version__ = "0.1.0"


def __getattr__(name: str) -> type[Ledger]:
    """`memcon.Ledger`, imported when it is first asked for, so that the start stays light."""
    if name == "Ledger":
        from memcon.ledger import Ledger

        return Ledger
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
