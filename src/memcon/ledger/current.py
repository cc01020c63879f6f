"""Which documents count: those that no newer revision has superseded; of very many that match, the newest."""

from __future__ import annotations

from sqlalchemy import Connection, Select, exists, func, not_, select
from sqlalchemy.sql.elements import ColumnElement

from memcon.ledger.tables import documents

RANKED = 10_000
"""Passages that are weighed against each other at most: to weigh more takes longer than a person waits."""


def is_current(document: ColumnElement[int]) -> ColumnElement[bool]:
    """The condition that no newer revision has superseded the document of this number.

    Few are superseded, and an index tells which; so this is far quicker than to look at every document.
    """
    old = documents.alias("superseded")
    return ~exists().where(old.c.number == document, not_(old.c.current))


def weighed(connection: Connection, document: ColumnElement[int], found: Select[tuple[int]]) -> ColumnElement[bool]:
    """The condition on the documents of passages that these are weighed: all, or those of the newest documents.

    `found` selects the passages; where there are more than `RANKED`, the newest documents count, which hold about as
    many.
    """
    count = connection.execute(select(func.count()).select_from(found.limit(RANKED + 1).subquery())).scalar_one()
    if count <= RANKED:
        return is_current(document)
    count = connection.execute(select(func.count()).select_from(found.subquery())).scalar_one()
    held = connection.execute(select(func.count()).select_from(documents)).scalar_one()
    day = documents.c.first_day
    newest = select(day).where(day.is_not(None)).order_by(day.desc()).offset(held * RANKED // count).limit(1)
    first = connection.execute(newest).scalar()
    if first is None:
        return is_current(document)
    return is_current(document) & document.in_(select(documents.c.number).where(day >= first))
