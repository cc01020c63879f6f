"""Keep and query: readings go in whole, and every answer carries the exact words that it rests on."""

from typing import TYPE_CHECKING

from memcon.ledger.flatten import rows_of
from memcon.ledger.results import (
    ACTING, SAYING, Added, AddedStatus, Coverage, Dated, Decision, DocumentQuery, DocumentRow, EncounterRow,
    EntityQuery, EntityRow, Hit, Involved, LinkPart, Note, Party, Query, RecordRow, Review, Reviewed, Tenure, ThreadRow,
    VisitRow, WholeFamily, Wording,
)
from memcon.ledger.search import CLOSE, OPEN

if TYPE_CHECKING:
    from memcon.ledger.ledger import Ledger

__all__ = [
    "ACTING", "CLOSE", "OPEN", "SAYING", "Added", "AddedStatus", "Coverage", "Dated", "Decision", "DocumentQuery",
    "DocumentRow", "EncounterRow", "EntityQuery", "EntityRow", "Hit", "Involved", "Ledger", "LinkPart", "Note", "Party",
    "Query", "RecordRow", "Review", "Reviewed", "Tenure", "ThreadRow", "VisitRow", "WholeFamily", "Wording", "rows_of",
]


def __getattr__(name: str) -> object:
    """`Ledger` on first use: the store behind it takes a third of a second to import, and `memcon read` needs none."""
    if name == "Ledger":
        from memcon.ledger.ledger import Ledger

        return Ledger
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
