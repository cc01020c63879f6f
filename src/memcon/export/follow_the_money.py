"""FollowTheMoney entities, for the tools of investigators: people, offices they held, bodies, encounters, documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, BinaryIO

import msgspec

from memcon.export.flow import referent_rows
from memcon.export.selection import Selection
from memcon.export.writing import write_lines
from memcon.ledger import EncounterRow, EntityRow
from memcon.model import Document, Entity, Reading, Role
from memcon.model.days import bounds
from memcon.model.identity import digest
from memcon.model.names import fold

_PUBLIC = frozenset({
    "legislature", "chamber", "committee", "government", "ministry", "agency", "court", "central-bank", "military",
    "embassy",
})
_KINDS = ("person", "organization", "state")
_FORMER = "former "
Made = dict[str, Any]


class _Seen(msgspec.Struct):
    """Who holds an office: first and last document that shows it (date, document, place of the words)."""

    holder: str
    post: str
    former: bool
    first: tuple[str, str, dict[str, Any]]
    last: tuple[str, str, dict[str, Any]]


def write_ftm(selection: Selection, out: BinaryIO) -> None:
    """Write the entities as JSON lines: documents first, then people and bodies, offices, encounters."""
    write_lines(ftm_entities(selection), out)


def ftm_entities(selection: Selection) -> Iterator[Made]:
    """The entities of a selection, in the schema of FollowTheMoney 4.

    An occupancy has the dates of the first and last document that shows it, and in `description` where it stands there
    (as JSON). What is kept for each office at a time is these two places alone.
    """
    offices: dict[str, _Seen] = {}
    posts: dict[str, Made] = {}
    wanted: set[str] = set()
    given: set[str] = set()
    for reading in selection.readings():
        yield _document(selection, reading.document)
        given.add(reading.document.id)
        wholes = selection.ledger.wholes_of([entity.id for entity in reading.entities])
        for entity in reading.entities:
            if entity.kind in _KINDS:
                identity = wholes.get(entity.id)
                wanted.update([identity] if identity else [])
                if identity is None and entity.named:
                    yield _named(entity)
                    given.add(entity.id)
                if identity or entity.named:
                    _note_offices(reading, entity, identity or entity.id, offices, posts)
    for row in referent_rows(selection, wanted, _KINDS):
        yield _referent(row)
    yield from posts.values()
    for identity, seen in offices.items():
        yield _occupancy(identity, seen)
    given |= wanted
    yield from (_event(selection, one, given) for one in selection.encounters())


def _made(identity: str, schema: str, properties: dict[str, Iterable[str | None]]) -> Made:
    """An entity, with what is known of it alone."""
    known = {name: sorted({value for value in values if value}) for name, values in properties.items()}
    return {"id": identity, "schema": schema, "properties": {name: some for name, some in known.items() if some}}


@cache
def _country(code: str | None) -> str | None:
    """The two letters of a state (lower case), as FollowTheMoney has them, by its alpha-3 code."""
    import pycountry

    found = pycountry.countries.get(alpha_3=code) if code else None
    return str(found.alpha_2).lower() if found is not None else None


@cache
def _language(tag: str | None) -> str | None:
    """The three letters of a language (ISO 639-3) by its tag."""
    import pycountry

    short = (tag or "").partition("-")[0]
    found = pycountry.languages.get(alpha_2=short) if len(short) == 2 else None
    return str(found.alpha_3) if found is not None else None


def _document(selection: Selection, document: Document) -> Made:
    publisher = document.publisher
    return _made(document.id, "Document", {
        "title": [document.title], "fileName": [document.source], "publisher": [publisher.name if publisher else None],
        "country": [_country(document.side)], "language": [_language(document.language)],
        "publishedAt": [bounds(document.published)[0]],
        "sourceUrl": [document.url if (document.url or "").startswith(("http://", "https://")) else None],
        "generator": [selection.ledger.document_row(document.id).generator],
        "notes": [_json({"document": document.id, "sha256": document.sha256})],
    })


def _schema(kind: str, sort: str | None) -> str:
    if kind == "person":
        return "Person"
    return "PublicBody" if kind == "state" or sort in _PUBLIC else "Organization"


def _referent(row: EntityRow) -> Made:
    properties: dict[str, Iterable[str | None]] = {
        "name": [row.name], "alias": row.aliases, "country": [_country(row.country)],
    }
    if row.kind == "person":
        properties["position"] = (office.title for office in row.offices)
    elif row.kind == "organization":
        properties["classification"] = [row.type]
    return _made(row.id or row.entities[0], _schema(row.kind, row.type), properties)


def _named(entity: Entity) -> Made:
    """Somebody or something that nobody has joined with others yet."""
    return _made(entity.id, _schema(entity.kind, entity.type), {
        "name": [entity.name], "alias": entity.aliases, "country": [_country(entity.country)],
    })


def _note_offices(
    reading: Reading, entity: Entity, holder: str, offices: dict[str, _Seen], posts: dict[str, Made],
) -> None:
    names = {one.id: one.name for one in reading.entities}
    published = bounds(reading.document.published)[0] or ""
    for role in entity.roles if entity.kind == "person" else ():
        former = role.title.lower().startswith(_FORMER)
        body = names.get(role.organization or "")
        post = _post(role.title[len(_FORMER):] if former else role.title, body, role)
        posts.setdefault(post["id"], post)
        identity = "occupancy-" + digest(holder, post["id"], _FORMER if former else "")
        place = (published, reading.document.id, _place(role))
        seen = offices.setdefault(identity, _Seen(holder, post["id"], former, place, place))
        seen.first, seen.last = min(seen.first, place, key=_order), max(seen.last, place, key=_order)


def _order(place: tuple[str, str, dict[str, Any]]) -> tuple[str, str]:
    return place[0], place[1]


def _place(role: Role) -> dict[str, Any]:
    span = role.evidence[0]
    return {"start": span.start, "end": span.end, "quote": span.quote}


def _post(title: str, body: str | None, role: Role) -> Made:
    name = f"{title}, {body}" if body and fold(body) not in fold(title) else title
    identity = "position-" + digest(fold(title), fold(body or ""), role.country or "")
    return _made(identity, "Position", {"name": [name], "country": [_country(role.country)]})


def _occupancy(identity: str, seen: _Seen) -> Made:
    places = {place[1]: place for place in (seen.first, seen.last)}.values()
    return _made(identity, "Occupancy", {
        "holder": [seen.holder], "post": [seen.post], "date": [place[0] for place in places],
        "status": ["ended"] if seen.former else [], "proof": [place[1] for place in places],
        "recordId": [place[1] for place in places],
        "description": [_json({"document": document, **where}) for _, document, where in places],
        "summary": [f"as documents of {' and '.join(place[0] or 'unknown date' for place in places)} show it"],
    })


def _event(selection: Selection, row: EncounterRow, given: set[str]) -> Made:
    """An encounter; it leads to nobody and no document that is not `given`, since a part may be exported alone."""
    first, last = bounds(row.date)
    who = [party.name for party in row.parties]
    whole = {"startDate": [first], "endDate": [last]} if first != last else {"date": [first]}
    return _made(row.id, "Event", {
        "name": [f"{row.kind.replace('-', ' ')}: {' – '.join(who) or 'somebody not named'}"], **whole,
        "involved": [party.id for party in row.parties if party.kind in _KINDS and party.id in given],
        "location": [place.name for place in row.places], "country": [_country(row.country)],
        "summary": [row.status], "description": [account.quote for account in row.accounts],
        "recordId": [account.id for account in row.accounts],
        "proof": [account.document for account in row.accounts if account.document in given],
        "publisher": [account.publisher for account in row.accounts],
        "notes": [
            _json({
                "record": account.id, "document": account.document, "address": selection.address(account.document),
                "confidence": account.record.confidence, "review": account.review, "evidence": account.record.evidence,
            })
            for account in row.accounts
        ],
    })


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
