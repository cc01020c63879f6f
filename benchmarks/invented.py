"""Readings of invented readouts, any number of them, as quickly as they can be made: to fill a ledger, not to be read.

Ten statements and three commitments each, between 40 states with twelve people each, over twenty years. The same
number always gives the same reading. Some words are in every text and some in few, as in real ones.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from hashlib import sha256
from typing import NamedTuple

from memcon.model import (
    Block, Characterization, Commitment, Document, Entity, EntityKind, Meeting, Mention, Participant, Position,
    Publisher, Reading, Role, Span, Statement, document_id, entity_id, record_id,
)

GENERATOR = "memcon benchmark"
STATEMENTS, COMMITMENTS = 10, 3

_STATES = [
    ("Albania", "ALB"), ("Angola", "AGO"), ("Armenia", "ARM"), ("Bolivia", "BOL"), ("Botswana", "BWA"),
    ("Brunei", "BRN"), ("Bulgaria", "BGR"), ("Chad", "TCD"), ("Chile", "CHL"), ("Croatia", "HRV"), ("Cyprus", "CYP"),
    ("Estonia", "EST"), ("Fiji", "FJI"), ("Gabon", "GAB"), ("Ghana", "GHA"), ("Guyana", "GUY"), ("Iceland", "ISL"),
    ("Jamaica", "JAM"), ("Japan", "JPN"), ("Kenya", "KEN"), ("Laos", "LAO"), ("Latvia", "LVA"), ("Lesotho", "LSO"),
    ("Malta", "MLT"), ("Mongolia", "MNG"), ("Namibia", "NAM"), ("Nepal", "NPL"), ("Norway", "NOR"), ("Oman", "OMN"),
    ("Panama", "PAN"), ("Peru", "PER"), ("Qatar", "QAT"), ("Rwanda", "RWA"), ("Serbia", "SRB"), ("Slovenia", "SVN"),
    ("Togo", "TGO"), ("Tunisia", "TUN"), ("Uganda", "UGA"), ("Uruguay", "URY"), ("Zambia", "ZMB"),
]
_FIRST = "Ana Boris Chidi Dana Emil Fatou Goran Hana Ivo Jana Karim Lena Milan Nadia Omar Petra Rashid Vera".split()
_LAST = ("bek dar fen gor han jel kov lun mar nev osk pell quist rov sten tarn und vale wirth yard zeman brook cas "
         "dell esk ford grel holt ing krad").split()
_OFFICES = ("President", "Prime Minister", "Foreign Minister", "Speaker", "Defence Minister", "Minister of Trade")
_VERBS = "deepen expand strengthen begin resume widen prepare complete review promote support finish".split()
_ADJECTIVES = "practical mutual regional bilateral parliamentary strategic joint lasting technical close".split()
_NOUNS = "cooperation exchanges dialogue projects consultations contacts work trade investment partnership".split()
_FIELDS = ("energy railways fisheries agriculture health education culture tourism space mining shipping customs "
           "migration science sport ports forestry water banking cartography seismology beekeeping").split()
_RARE = ("aqueduct bellwether cassava dynamo estuary falconry granite hydrofoil isotope juniper kiln lattice meridian "
         "nectar obelisk paprika quarry rotunda saffron turbine").split()
_FIRST_DAY = date(2004, 1, 1)
_DAYS = 20 * 365


class _Party(NamedTuple):
    state: str
    code: str
    name: str
    office: str


class _Text:
    """A text that grows; what is said is known by its span."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []

    def say(self, words: str, after: str = "") -> Span:
        span = Span(self.length, self.length + len(words), words)
        self.pieces.append(words + after)
        self.length += len(words) + len(after)
        return span

    def end_paragraph(self, start: int) -> None:
        self.blocks.append(Block("paragraph", start, self.length))
        self.say("\n\n")


def make(number: int) -> Reading:
    """The reading of this number."""
    draw = random.Random(number)
    home, away = draw.sample(range(len(_STATES)), 2)
    parties = (_party(home, draw.randrange(12)), _party(away, draw.randrange(12)))
    day = (_FIRST_DAY + timedelta(draw.randrange(_DAYS))).isoformat()
    text = _Text()
    host, guest = parties
    met = text.say(f"{host.office} {host.name} met with {guest.office} {guest.name} in {host.state}", ". ")
    text.end_paragraph(0)
    said: list[tuple[int, Span, Span]] = []
    start = text.length
    for turn in range(STATEMENTS):
        begin = text.length
        text.say(f"{parties[turn % 2].name} said that ")
        content = text.say(_promise(draw, parties[turn % 2].state, parties[1 - turn % 2].state))
        said.append((turn % 2, Span(begin, content.end, "".join(text.pieces[-2:])), content))
        text.say(". ")
        if turn % 2:
            text.end_paragraph(start)
            start = text.length
    rated = text.say(f"Relations between {host.state} and {guest.state} are a {draw.choice(_ADJECTIVES)} partnership")
    text.end_paragraph(start)
    return _reading(_document("".join(text.pieces), tuple(text.blocks), host, day, number), parties, met, said, rated)


def _party(state: int, number: int) -> _Party:
    name, code = _STATES[state]
    draw = random.Random(state * 12 + number)
    return _Party(name, code, f"{draw.choice(_FIRST)} {_name(draw)}", _OFFICES[number % len(_OFFICES)])


def _name(draw: random.Random) -> str:
    return (draw.choice(_LAST) + draw.choice(_LAST)).capitalize()


def _promise(draw: random.Random, state: str, other: str) -> str:
    rare = f" and the {draw.choice(_RARE)} of {draw.choice(_FIELDS)}" if draw.random() < 0.1 else ""
    what = f"{draw.choice(_VERBS)} {draw.choice(_ADJECTIVES)} {draw.choice(_NOUNS)} in {draw.choice(_FIELDS)}"
    return f"{state} is ready to {what}{rare} with {other} at {_name(draw)}"


def _document(text: str, blocks: tuple[Block, ...], host: _Party, day: str, number: int) -> Document:
    return Document(
        id=document_id(text, day), source=f"invented/{number:06}.txt", title=f"Meeting {number} in {host.state}",
        kind="readout", publisher=Publisher(name=f"Office of {host.state}", country=host.code, kind="presidency"),
        side=host.code, language="en", published=day, sha256=sha256(text.encode()).hexdigest(), text=text,
        blocks=blocks,
    )


def _reading(
    document: Document, parties: tuple[_Party, _Party], met: Span, said: list[tuple[int, Span, Span]], rated: Span,
) -> Reading:
    people = [_entity(document, "person", one.name, one) for one in parties]
    states = [_entity(document, "state", one.state, one) for one in parties]

    def identity(kind: str, span: Span) -> str:
        return record_id(document.id, kind, [(span.start, span.end)])

    meeting = Meeting(
        id=identity("meeting", met), evidence=(met,), confidence=0.9, rule="invented", kind="meeting",
        date=document.published, participants=tuple(
            Participant(entity=entity.id, role=party.office, country=party.code)
            for entity, party in zip(people, parties, strict=True)
        ),
    )
    statements = tuple(
        Statement(
            id=identity("statement", whole), evidence=(whole,), confidence=0.9, rule="invented",
            speaker=(people[who].id,), cue="said", content=(content,), meeting=meeting.id, topics=("economy",),
        )
        for who, whole, content in said
    )
    commitments = tuple(
        Commitment(
            id=identity("commitment", content), evidence=(content,), confidence=0.9, rule="invented",
            actors=(states[who].id,), counterparts=(states[1 - who].id,), by=(people[who].id,), force="willing",
            action=_after(content, "ready to "), statement=statement.id,
        )
        for statement, (who, _, content) in zip(statements[:COMMITMENTS], said, strict=False)
    )
    return Reading(
        generator=GENERATOR, document=document, entities=(*people, *states),
        mentions=tuple(_mention(document, entity) for entity in (*people, *states)),
        meetings=(meeting,), statements=statements, commitments=commitments,
        positions=(Position(
            id=identity("position", said[-1][2]), evidence=(said[-1][2],), confidence=0.9, rule="invented",
            holders=(states[1].id,), stance="support", object=_after(said[-1][2], "ready to "),
        ),),
        characterizations=(Characterization(
            id=identity("characterization", rated), evidence=(rated,), confidence=0.9, rule="invented",
            parties=tuple(state.id for state in states), phrase=_after(rated, " are "),
        ),),
    )


def _entity(document: Document, kind: EntityKind, name: str, party: _Party) -> Entity:
    start = document.text.index(name)
    at = document.text.index(party.office)
    office = Span(at, at + len(party.office), party.office)
    role = Role(title=party.office, country=party.code, text=party.office, evidence=(office,))
    return Entity(
        id=entity_id(document.id, kind, name, start), kind=kind, name=name, country=party.code,
        aliases=(name.rpartition(" ")[2],) if kind == "person" else (), roles=(role,) if kind == "person" else (),
    )


def _mention(document: Document, entity: Entity) -> Mention:
    start = document.text.index(entity.name)
    return Mention(entity=entity.id, start=start, end=start + len(entity.name), quote=entity.name, how="name")


def _after(span: Span, words: str) -> Span:
    cut = span.quote.index(words) + len(words)
    return Span(span.start + cut, span.end, span.quote[cut:])
