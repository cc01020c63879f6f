"""The world of a ledger: members by their keys, the things that they make together, and what speaks for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, Table, bindparam, delete, func, or_, select, update
from sqlalchemy.sql.elements import ColumnElement

from memcon.ledger.keeping import chunks, next_number
from memcon.ledger.tables import documents, entities
from memcon.ledger.world_tables import entity_members, judgements, member_keys, members, resolved, settled
from memcon.model import AnyMember, Family, Judgement, Resolved
from memcon.model.names import fold

_MEMBER = msgspec.json.Decoder(AnyMember)
_ENCODER = msgspec.json.Encoder()
_DAYS_OF_MEMBERS: tuple[Family, ...] = ("entity", "thread")
"""Families whose days are those of their members, and not told by them together."""

_BELONG = update(members).where(members.c.id == bindparam("which")).values(resolved=bindparam("whole"))
_SIZE = update(resolved).where(resolved.c.number == bindparam("whole")).values(size=bindparam("count"))
_DAYS = update(resolved).where(resolved.c.number == bindparam("whole")).values(
    first_day=bindparam("first"), last_day=bindparam("last"),
)

NEAR = 300
"""How many members that share a key are looked at, the latest first: enough to find what they belong to."""

_REASONS = msgspec.json.Decoder(tuple[str, ...])


class LedgerWorld:
    """What resolution asks of a ledger (`memcon.resolution.world.World`), within one transaction that writes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # Asking

    def near(
        self, family: Family, keys: Collection[str], first: str | None = None, last: str | None = None,
    ) -> list[AnyMember]:
        """The members that have one of the keys and whose days overlap these (None: any days), by id."""
        sharing = select(member_keys.c.member).where(member_keys.c.key.in_(sorted(_keyed(family, keys))))
        found = select(members.c.data).where(members.c.number.in_(sharing))
        if first is not None:
            found = found.where(or_(members.c.last_day.is_(None), members.c.last_day >= first))
        if last is not None:
            found = found.where(or_(members.c.first_day.is_(None), members.c.first_day <= last))
        return self._decoded(found.order_by(members.c.last_day.desc().nulls_first(), members.c.id).limit(NEAR))

    def together(self, these: Collection[str]) -> list[AnyMember]:
        """All members of the resolved things that any of these members belongs to, by id."""
        found: dict[str, AnyMember] = {}
        for some in chunks(sorted(these)):
            wholes = select(members.c.resolved).where(members.c.id.in_(some), members.c.resolved.is_not(None))
            found.update((one.id, one) for one in self._decoded(
                select(members.c.data).where(members.c.resolved.in_(wholes))
            ))
        return [found[identity] for identity in sorted(found)]

    def all_of(self, wholes: Collection[str]) -> list[AnyMember]:
        """All members of resolved things, given by their ids, in the order of their own."""
        if not wholes:
            return []
        numbers = sorted(self._numbers(resolved, wholes).values())
        found = select(members.c.data).where(members.c.resolved.in_(numbers))
        return self._decoded(found.order_by(members.c.id))

    def known(self, ids: Collection[str]) -> Collection[str]:
        """Which of these ids are those of members that are kept."""
        return self._numbers(members, ids).keys()

    def member(self, identity: str) -> AnyMember | None:
        """The member of this id, None if it is not kept."""
        found = self._decoded(select(members.c.data).where(members.c.id == identity))
        return found[0] if found else None

    def resolved_of(self, these: Collection[str]) -> Mapping[str, str]:
        """The id of the resolved thing to which each member belongs; members that belong to none are left out."""
        found: dict[str, str] = {}
        for some in chunks(sorted(these)):
            joined = select(members.c.id, resolved.c.id.label("whole")).join(
                resolved, resolved.c.number == members.c.resolved,
            )
            found.update((row.id, row.whole) for row in self._connection.execute(joined.where(members.c.id.in_(some))))
        return found

    def partners(self, these: Collection[str]) -> list[AnyMember]:
        """The members on which, together with one of these, people have decided; undone decisions left aside."""
        found: set[str] = set()
        for some in chunks(sorted(these)):
            for one, other in ((judgements.c.left, judgements.c.right), (judgements.c.right, judgements.c.left)):
                meant = select(other).where(one.in_(some), judgements.c.person, judgements.c.undone.is_(None))
                found.update(self._connection.execute(meant).scalars())
        if not found:
            return []
        return self._decoded(select(members.c.data).where(members.c.id.in_(sorted(found))).order_by(members.c.id))

    def verdicts(self, these: Collection[str]) -> list[Judgement]:
        """What people have decided on pairs of these members and not undone, oldest first."""
        return self._judged(these, judgements.c.person, judgements.c.undone.is_(None))

    def joining(self, these: Collection[str]) -> list[Judgement]:
        """The judgements of the program that hold these members together now."""
        return self._judged(these, judgements.c.person.is_(False))

    # Keeping

    def keep(self, family: Family, told: Sequence[AnyMember], keys: Sequence[Collection[str]]) -> None:
        """Keep members, each with its keys, in the place of those of the same ids."""
        numbers = self._numbers(members, (one.id for one in told))
        reported = self._numbers(documents, {one.document for one in told if one.document is not None})
        free = next_number(self._connection, members)
        rows = [
            {
                "number": numbers.get(one.id, free + place), "id": one.id, "family": family,
                "first_day": one.first, "last_day": one.last, "document": reported.get(one.document or ""),
                "data": _ENCODER.encode(one).decode(),
            }
            for place, one in enumerate(told)
        ]
        known = set(numbers.values())
        self._insert(members, [row for row in rows if row["number"] not in known])
        for row in rows:
            if row["number"] in known:
                self._connection.execute(update(members).where(members.c.number == row["number"]).values(row))
        self._connection.execute(delete(member_keys).where(member_keys.c.member.in_(sorted(known))))
        self._insert(member_keys, [
            {"key": key, "member": row["number"]}
            for row, found in zip(rows, keys, strict=True) for key in sorted(_keyed(family, found))
        ])

    def point(self, profiles: Mapping[str, str]) -> Collection[str]:
        """Keep to which profile each entity of a document belongs (entity id to profile id).

        Gives the profiles of which the days have grown by it.
        """
        who = self._numbers(entities, profiles)
        what = self._numbers(members, profiles.values())
        self._insert(entity_members, [
            {"entity": who[entity], "member": what[profile]} for entity, profile in sorted(profiles.items())
        ])
        return self._stretch(sorted(set(what.values())), min(who.values())) if profiles else ()

    def regroup(self, wholes: Sequence[Resolved], joining: Sequence[Judgement], *, anew: bool) -> None:
        """Keep resolved things: their members, and all of those that they absorb, leave what they made before.

        The judgements that join them come to those that stand, or, `anew`, in their place.
        """
        everybody = sorted({member for whole in wholes for member in whole.members})
        before: set[int] = set()
        for some in chunks(everybody):
            belonging = select(members.c.resolved).where(members.c.id.in_(some), members.c.resolved.is_not(None))
            before.update(self._connection.execute(belonging.distinct()).scalars())
        self._count(sorted(before | self._keep_wholes(wholes)))
        self._keep_joining(everybody if anew else [], joining)

    def link(self, found: Sequence[Judgement]) -> None:
        """Keep judgements of the program as they are: on members of different families, none is in another's place."""
        number = next_number(self._connection, judgements)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        rows = [
            {
                "number": number + offset, "family": one.family, "left": one.left, "right": one.right, "same": one.same,
                "score": one.score, "reasons": _ENCODER.encode(one.reasons).decode(), "author": one.author,
                "person": False, "made": now, "undone": None,
            }
            for offset, one in enumerate(found)
        ]
        if rows:
            self._connection.execute(judgements.insert(), rows)

    def unsettled(self, author: str) -> list[str]:
        """The ids of the documents that have not been joined by this author, in the order of their days."""
        joined = select(settled.c.document).where(settled.c.author == author)
        found = select(documents.c.id).where(documents.c.number.not_in(joined))
        return list(self._connection.execute(found.order_by(documents.c.first_day, documents.c.id)).scalars())

    def authors(self) -> set[str]:
        """By whom documents have been joined."""
        return set(self._connection.execute(select(settled.c.author).distinct()).scalars())

    def take_apart(self) -> None:
        """Take apart all that the program has joined; what people have decided stays."""
        self._connection.execute(delete(judgements).where(judgements.c.person.is_(False)))
        for rows in (settled, entity_members, member_keys, members, resolved):
            self._connection.execute(delete(rows))

    def mark_settled(self, document: str, author: str) -> None:
        """Note that a document has been joined with the others, by whom."""
        number = self._document(document)
        self._connection.execute(delete(settled).where(settled.c.document == number))
        self._connection.execute(settled.insert(), {"document": number, "author": author})

    def withdraw(self, document: str) -> dict[Family, list[str]]:
        """Take the members of a document out of the world; those that are left of what they made, a list a family."""
        number = self._document(document)
        if number is None:
            return {}
        shown = select(entity_members.c.member).join(entities, entities.c.number == entity_members.c.entity)
        profiles = list(self._connection.execute(shown.where(entities.c.document == number).distinct()).scalars())
        self._connection.execute(delete(entity_members).where(
            entity_members.c.entity.in_(select(entities.c.number).where(entities.c.document == number))
        ))
        seen = set(self._connection.execute(
            select(entity_members.c.member).where(entity_members.c.member.in_(profiles)).distinct()
        ).scalars())
        self._shrink(sorted(seen), number)
        unseen = [profile for profile in profiles if profile not in seen]
        lost = self._connection.execute(select(members.c.id, members.c.resolved).where(
            or_(members.c.document == number, members.c.number.in_(unseen))
        )).all()
        ids = [row.id for row in lost]
        self._connection.execute(delete(judgements).where(judgements.c.person.is_(False), or_(
            judgements.c.left.in_(ids), judgements.c.right.in_(ids),
        )))
        self._connection.execute(delete(members).where(members.c.id.in_(ids)))
        return self._left_of({row.resolved for row in lost if row.resolved is not None})

    def _left_of(self, wholes: Collection[int]) -> dict[Family, list[str]]:
        """The members that are left of resolved things, whose sizes are brought up to date."""
        self._count(sorted(wholes))
        left = select(members.c.family, members.c.id).where(members.c.resolved.in_(sorted(wholes)))
        remaining: dict[Family, list[str]] = {}
        for row in self._connection.execute(left.order_by(members.c.id)):
            remaining.setdefault(row.family, []).append(row.id)
        return remaining

    # Within

    def _decoded(self, found: Select[str]) -> list[AnyMember]:
        return [_MEMBER.decode(data) for data in self._connection.execute(found).scalars()]

    def _judged(self, these: Collection[str], *conditions: ColumnElement[bool]) -> list[Judgement]:
        found = []
        wanted = set(these)
        for some in chunks(sorted(wanted)):
            rows = select(judgements).where(judgements.c.left.in_(some), *conditions).order_by(judgements.c.number)
            found += [judgement_of(row) for row in self._connection.execute(rows) if row.right in wanted]
        return found

    def _document(self, identity: str | None) -> int | None:
        if identity is None:
            return None
        return self._connection.execute(select(documents.c.number).where(documents.c.id == identity)).scalar()

    def _insert(self, rows: Table, values: Sequence[Mapping[str, Any]]) -> None:
        if values:
            self._connection.execute(rows.insert(), values)

    def _numbers(self, rows: Table, ids: Iterable[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for some in chunks(sorted(set(ids))):
            numbered = select(rows.c.id, rows.c.number).where(rows.c.id.in_(some))
            found.update((row.id, row.number) for row in self._connection.execute(numbered))
        return found

    def _shrink(self, profiles: Sequence[int], document: int) -> None:
        """Bring the days of profiles up to date with the documents that show them, a document being left out.

        Only those change that the document was the first or the last to show.
        """
        days = select(documents.c.first_day, documents.c.last_day).where(documents.c.number == document)
        first, last = self._connection.execute(days).one()
        if first is None or last is None:
            return  # an undated document tells no days
        at_end = or_(members.c.first_day >= first, members.c.last_day <= last)
        shown = (
            select(func.min(documents.c.first_day), func.max(documents.c.last_day))
            .join(entities, entities.c.document == documents.c.number)
            .join(entity_members, entity_members.c.entity == entities.c.number)
        )
        columns = (members.c.number, members.c.resolved, members.c.data)
        changed = self._connection.execute(select(*columns).where(members.c.number.in_(profiles), at_end)).all()
        for row in changed:
            first, last = self._connection.execute(shown.where(entity_members.c.member == row.number)).one()
            self._date(row.number, _MEMBER.decode(row.data), first, last)
        self._count(sorted({row.resolved for row in changed if row.resolved is not None}))

    def _date(self, number: int, member: AnyMember, first: str | None, last: str | None) -> None:
        data = _ENCODER.encode(msgspec.structs.replace(member, first=first, last=last)).decode()
        self._connection.execute(
            update(members).where(members.c.number == number).values(first_day=first, last_day=last, data=data)
        )

    def _stretch(self, profiles: Sequence[int], entity: int) -> list[str]:
        """Let the days of profiles, and of what they make, reach those of the document that an entity is of."""
        of = select(entities.c.document).where(entities.c.number == entity).scalar_subquery()
        day = select(documents.c.first_day, documents.c.last_day).where(documents.c.number == of)
        first, last = self._connection.execute(day).one()
        if first is None:
            return []
        columns = (members.c.number, members.c.resolved, members.c.data)
        early = or_(members.c.first_day.is_(None), members.c.first_day > first, members.c.last_day < last)
        rows = self._connection.execute(select(*columns).where(members.c.number.in_(profiles), early)).all()
        grown = [_MEMBER.decode(row.data) for row in rows]
        for row, member in zip(rows, grown, strict=True):
            self._date(row.number, member, min(member.first or first, first), max(member.last or last, last))
        self._count(sorted({row.resolved for row in rows if row.resolved is not None}))
        return [member.id for member in grown]

    def _keep_wholes(self, wholes: Sequence[Resolved]) -> set[int]:
        """The numbers of resolved things: each takes the row of the first that it absorbs, if it absorbs any."""
        known = self._numbers(resolved, (identity for whole in wholes for identity in (*whole.absorbs, whole.id)))
        free = next_number(self._connection, resolved)
        rows, numbers, gone = [], [], dict[int, int]()
        for place, whole in enumerate(wholes):
            taken = [known[identity] for identity in (*whole.absorbs, whole.id) if identity in known]
            number = known.get(whole.id, min(taken, default=free + place))
            numbers.append(number)
            gone.update((one, number) for one in taken if one != number)
            row: dict[str, str | int | None] = {"id": whole.id, "family": whole.family, "kind": whole.kind}
            if whole.name is not None or not whole.absorbs:
                row |= {"name": whole.name, "folded": fold(whole.name) if whole.name else None}
                row |= {"country": whole.country, "status": whole.status}
            row |= {"first_day": whole.first, "last_day": whole.last}
            if taken:
                self._connection.execute(update(resolved).where(resolved.c.number == number).values(row))
            else:
                rows.append({**row, "number": number, "size": 0})
        self._insert(resolved, rows)
        self._connection.execute(_BELONG, [
            {"which": member, "whole": number} for whole, number in zip(wholes, numbers, strict=True)
            for member in whole.members
        ])
        for one, number in gone.items():
            self._connection.execute(update(members).where(members.c.resolved == one).values(resolved=number))
        self._drop(gone)
        return set(numbers)

    def _count(self, wholes: Sequence[int]) -> None:
        """Bring sizes, and days where they are those of the members, up to date; what has no member left goes."""
        if not wholes:
            return
        counted = select(
            members.c.resolved, func.min(members.c.family).label("family"), func.count().label("size"),
            func.min(members.c.first_day).label("first"), func.max(members.c.last_day).label("last"),
        ).where(members.c.resolved.in_(wholes)).group_by(members.c.resolved)
        rows = self._connection.execute(counted).all()
        days = [row for row in rows if row.family in _DAYS_OF_MEMBERS]
        if rows:
            self._connection.execute(_SIZE, [{"whole": row.resolved, "count": row.size} for row in rows])
        if days:
            self._connection.execute(_DAYS, [
                {"whole": row.resolved, "first": row.first, "last": row.last} for row in days
            ])
        self._drop(set(wholes) - {row.resolved for row in rows})

    def _drop(self, wholes: Collection[int]) -> None:
        if wholes:
            self._connection.execute(delete(resolved).where(resolved.c.number.in_(sorted(wholes))))

    def _keep_joining(self, these: Collection[str], joining: Sequence[Judgement]) -> None:
        """Keep the program's judgements, in the place of those on `these`; one that stands already keeps its time."""
        wanted = {(one.left, one.right): one for one in joining if not one.person}
        for one in self.joining(these):
            new = wanted.get((one.left, one.right))
            if new is not None and (new.score, new.reasons) == (one.score, one.reasons):
                del wanted[one.left, one.right]
            else:
                self._connection.execute(delete(judgements).where(
                    judgements.c.left == one.left, judgements.c.right == one.right, judgements.c.person.is_(False),
                ))
        self.link(list(wanted.values()))


def judgement_of(row: Row[Any]) -> Judgement:
    """A row of `judgements` as the decision that it keeps."""
    return Judgement(
        family=row.family, left=row.left, right=row.right, same=row.same, score=row.score,
        reasons=_REASONS.decode(row.reasons), author=row.author, person=row.person, made=row.made,
    )


def _keyed(family: Family, keys: Collection[str]) -> set[str]:
    return {f"{family}:{key}" for key in keys}
