"""Putting a reading into the ledger and taking it out: all rows of one document, within one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, Table, delete, func, or_, select, update

from memcon.ledger.flatten import Flat, Row, flatten
from memcon.ledger.results import Added, AddedStatus
from memcon.ledger.search import SearchIndex, passages_of
from memcon.ledger.tables import (
    dates, documents, entities, entity_names, mentions, names, passages, record_entities, record_topics, records,
)
from memcon.model import Reading

_CHUNK = 500


def keep(connection: Connection, search: SearchIndex, reading: Reading) -> Added:
    """Put a reading in, or in the place of the one that the ledger holds of the same document."""
    flat = flatten(reading)
    before = connection.execute(
        select(documents.c.number, documents.c.address, documents.c.heading, documents.c.family)
        .where(documents.c.id == reading.document.id)
    ).one_or_none()
    status: AddedStatus
    if before is None:
        number = next_number(connection, documents)
        first = {**flat.document, "number": number, "family": flat.document["id"], "current": True}
        connection.execute(documents.insert(), first)
        status = "revised" if _join_family(connection, flat.document) else "added"
    else:
        number = before.number
        _clear(connection, search, number)
        connection.execute(update(documents).where(documents.c.number == number).values(flat.document))
        if (before.address, before.heading) != (flat.document["address"], flat.document["heading"]):
            _leave_family(connection, flat.document["id"], before.family)
            _join_family(connection, flat.document)
        status = "reread"
    numbered = _insert_rows(connection, flat, number)
    _index(connection, search, reading, numbered, number)
    return describe(connection, reading.document.id, status)


def describe(connection: Connection, identity: str, status: AddedStatus) -> Added:
    """What the ledger holds of a document, as the result of handing it in."""
    count = select(func.count()).where(entities.c.document == documents.c.number).scalar_subquery()
    columns = (documents.c.source, documents.c.records, documents.c.revises, documents.c.current)
    row = connection.execute(select(*columns, count.label("entities")).where(documents.c.id == identity)).one()
    return Added(
        status=status, document=identity, source=row.source, records=row.records, entities=row.entities,
        revises=row.revises, current=row.current,
    )


def take_out(connection: Connection, search: SearchIndex, identity: str) -> None:
    """Remove a document with all that was read out of it; the revision before it counts again."""
    row = connection.execute(select(documents.c.number, documents.c.family).where(documents.c.id == identity)).one()
    _clear(connection, search, row.number)
    connection.execute(delete(documents).where(documents.c.number == row.number))
    connection.execute(delete(names).where(names.c.number.not_in(select(entity_names.c.name))))
    _settle(connection, row.family)


def next_number(connection: Connection, rows: Table) -> int:
    """The first number that no row of a table has; nobody else takes it, since writers take turns."""
    return int(connection.execute(select(func.max(rows.c.number))).scalar() or 0) + 1


def _clear(connection: Connection, search: SearchIndex, document: int) -> None:
    """Drop all that was read out of a document; links to records and entities go with these."""
    numbers = connection.execute(select(passages.c.number).where(passages.c.document == document)).scalars().all()
    search.forget(connection, numbers)
    for rows in (passages, mentions, dates, records, entities):
        connection.execute(delete(rows).where(rows.c.document == document))


def _insert_rows(connection: Connection, flat: Flat, document: int) -> Mapping[str, int]:
    """Insert all that was read out of a document; the numbers of its records by id."""
    who = _number(connection, entities, flat.entities)
    what = _number(connection, records, flat.records)
    _insert(connection, entities, [{**row, "number": who[row["id"]], "document": document} for row in flat.entities])
    _insert(connection, records, [{**row, "number": what[row["id"]], "document": document} for row in flat.records])
    _insert(connection, record_entities, [
        {**row, "record": what[row["record"]], "entity": who[row["entity"]], "via": who.get(row["via"])}
        for row in flat.links
    ])
    _insert(connection, record_topics, [{**row, "record": what[row["record"]]} for row in flat.topics])
    _insert(connection, mentions, [
        {**row, "document": document, "entity": who[row["entity"]]} for row in flat.mentions
    ])
    _insert(connection, dates, [{**row, "document": document} for row in flat.dates])
    numbers = _number_names(connection, sorted(set().union(*flat.folded_names.values())))
    _insert(connection, entity_names, [
        {"name": numbers[name], "entity": who[entity]}
        for entity, folded in flat.folded_names.items() for name in sorted(folded)
    ])
    return what


def _insert(connection: Connection, rows: Table, values: Sequence[Row]) -> None:
    if values:
        connection.execute(rows.insert(), values)


def _number(connection: Connection, rows: Table, values: Sequence[Row]) -> dict[str, int]:
    """A number for each new row of a table, by its id."""
    return {row["id"]: number for number, row in enumerate(values, next_number(connection, rows))}


def _number_names(connection: Connection, folded: Sequence[str]) -> dict[str, int]:
    """The number of every name; names that are new get one."""
    known: dict[str, int] = {}
    for chunk in chunks(folded):
        found = select(names.c.folded, names.c.number).where(names.c.folded.in_(chunk))
        known.update((row.folded, row.number) for row in connection.execute(found))
    missing = [name for name in folded if name not in known]
    new = {name: number for number, name in enumerate(missing, next_number(connection, names))}
    _insert(connection, names, [{"folded": name, "number": number} for name, number in new.items()])
    return known | new


def _index(
    connection: Connection, search: SearchIndex, reading: Reading, recorded: Mapping[str, int], document: int,
) -> None:
    found = list(enumerate(passages_of(reading), next_number(connection, passages)))
    _insert(connection, passages, [
        {"number": number, "document": document, "kind": passage.kind, "record": recorded.get(passage.ref)}
        for number, passage in found
    ])
    search.put(connection, [(number, passage.text) for number, passage in found])


def _join_family(connection: Connection, row: Row) -> bool:
    """Put a document among the other texts of the same document; whether there are any."""
    keys = (documents.c.address, documents.c.heading)
    same = [key == row[key.name] for key in keys if row[key.name] is not None]
    if not same:
        return False
    others = select(documents.c.family).where(or_(*same), documents.c.id != row["id"])
    family = connection.execute(others.order_by(documents.c.number).limit(1)).scalar()
    if family is None:
        return False
    connection.execute(update(documents).where(documents.c.id == row["id"]).values(family=family))
    _settle(connection, family)
    return True


def _leave_family(connection: Connection, identity: str, family: str) -> None:
    connection.execute(
        update(documents).where(documents.c.id == identity).values(family=identity, revises=None, current=True)
    )
    _settle(connection, family)


def _settle(connection: Connection, family: str) -> None:
    """Put the texts of one document in order, by publication, retrieval, then arrival: the last one counts."""
    members = connection.execute(
        select(documents.c.id, documents.c.first_day, documents.c.retrieved, documents.c.number)
        .where(documents.c.family == family)
    ).all()
    ordered = sorted(members, key=lambda row: (row.first_day or "", row.retrieved or "", row.number))
    before: str | None = None
    for member in ordered:
        connection.execute(
            update(documents).where(documents.c.id == member.id)
            .values(revises=before, current=member is ordered[-1])
        )
        before = member.id


def chunks(items: Sequence[str]) -> Iterable[Sequence[str]]:
    """The items in portions small enough for one condition."""
    return (items[start : start + _CHUNK] for start in range(0, len(items), _CHUNK))
