"""Readings made by hand for tests: one short readout with a record of every kind, and many with other facts."""

from __future__ import annotations

from hashlib import sha256

import msgspec

from memcon.model import (
    Block, BlockKind, Characterization, Commitment, DateExpression, Document, Entity, Meeting, Mention, Milestone,
    Notice, Outcome, Participant, Position, Publisher, Reading, Role, Span, Statement, Visit, document_id, entity_id,
    record_id,
)

GENERATOR = "memcon test"

TEXT = """{title}

{city}, {date} – {host_office} {host} met with {guest_office} {guest} in {city} on Tuesday.

{host} said that {host_state} is ready to deepen cooperation on railways with {guest_state}. {guest} said \
the two sides should finish the Lake Road by 2031. {guest_state} firmly supports the Harbour Initiative.

The two sides signed a memorandum on railways. Relations are a partnership of good neighbours. \
Next year marks the 40th anniversary of diplomatic relations. {guest} visits {host_state} from Monday to Wednesday.
"""


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What one made-up readout says."""

    host: str = "Ana Marković"
    host_office: str = "President"
    host_state: str = "Serbia"
    host_code: str = "SRB"
    guest: str = "Li Wei"
    guest_office: str = "Foreign Minister"
    guest_state: str = "China"
    guest_code: str = "CHN"
    city: str = "Belgrade"
    date: str = "2024-05-14"
    title: str = "President receives Foreign Minister"
    publisher: str = "Office of the President"
    url: str | None = None
    source: str = "readout.txt"
    origin: str | None = None
    retrieved: str | None = None


FACTS = Facts()


def make_document(facts: Facts = FACTS, text: str | None = None) -> Document:
    """The document that says these facts, or that has this text."""
    body = TEXT.format(**msgspec.structs.asdict(facts)) if text is None else text
    return Document(
        id=document_id(body, facts.date), source=facts.source, origin=facts.origin, url=facts.url, title=facts.title,
        kind="readout", publisher=Publisher(name=facts.publisher, country=facts.host_code, kind="presidency"),
        side=facts.host_code, language="en", published=facts.date, retrieved=facts.retrieved,
        sha256=sha256(body.encode()).hexdigest(), text=body, blocks=_blocks(body, facts.title),
    )


def _blocks(text: str, title: str) -> tuple[Block, ...]:
    found: list[Block] = []
    start = 0
    for line in text.split("\n"):
        kind: BlockKind = "title" if line == title else "paragraph"
        if line.strip():
            found.append(Block(kind, start, start + len(line)))
        start += len(line) + 1
    return tuple(found)


class _Maker:
    def __init__(self, facts: Facts, generator: str) -> None:
        self.facts = facts
        self.generator = generator
        self.document = make_document(facts)

    def span(self, quote: str) -> Span:
        start = self.document.text.index(quote)
        return Span(start, start + len(quote), quote)

    def entity(self, kind: str, name: str, **more: object) -> Entity:
        start = max(self.document.text.find(name), 0)
        fields = {"id": entity_id(self.document.id, kind, name, start), "kind": kind, "name": name, **more}
        return msgspec.convert(fields, Entity)

    def identity(self, kind: str, quote: str) -> str:
        span = self.span(quote)
        return record_id(self.document.id, kind, [(span.start, span.end)])

    def reading(self) -> Reading:
        f = self.facts
        host = self.entity(
            "person", f.host, aliases=[f.host.split()[-1]], country=f.host_code,
            roles=[Role(
                title=f.host_office, country=f.host_code, text=f.host_office, evidence=(self.span(f.host_office),),
            )],
        )
        guest = self.entity("person", f.guest, aliases=[f.guest.split()[0]], country=f.guest_code)
        home = self.entity("state", f.host_state, country=f.host_code)
        away = self.entity("state", f.guest_state, country=f.guest_code)
        both = self.entity("group", "The two sides", members=[home.id, away.id], named=False)
        city = self.entity("place", f.city, country=f.host_code)
        return Reading(
            generator=self.generator, document=self.document, entities=(host, guest, home, away, both, city),
            mentions=tuple(
                Mention(entity=entity.id, start=span.start, end=span.end, quote=span.quote, how="name")
                for entity, span in ((entity, self.span(entity.name)) for entity in (host, guest, home, away, city))
            ),
            dates=(self._date("Tuesday", f.date), self._date("Next year", "2025")),
            warnings=(Notice(code="stray-stop", message="a stray full stop was mended", start=0, end=1),),
            **self._said(host, guest, home, away, both), **self._done(host, guest, home, away, city),
        )

    def _date(self, quote: str, value: str) -> DateExpression:
        span = self.span(quote)
        return DateExpression(start=span.start, end=span.end, quote=quote, value=value)

    def _said(self, host: Entity, guest: Entity, home: Entity, away: Entity, both: Entity) -> dict:
        f = self.facts
        first = f"{f.host} said that {f.host_state} is ready to deepen cooperation on railways with {f.guest_state}"
        second = f"{f.guest} said the two sides should finish the Lake Road by 2031"
        meeting = self.identity("meeting", self._met())
        statements = (
            Statement(
                id=self.identity("statement", first), evidence=(self.span(first),), confidence=0.95, rule="said-that",
                speaker=(host.id,), cue="said", content=(self.span(first.split("said that ")[1]),), meeting=meeting,
                topics=("transport",), voice="self",
            ),
            Statement(
                id=self.identity("statement", second), evidence=(self.span(second),), confidence=0.9, rule="said-that",
                speaker=(guest.id,), cue="said", content=(self.span(second.split("said ")[1]),), meeting=meeting,
                voice="counterpart", act="propose",
            ),
        )
        ready = f"{f.host_state} is ready to deepen cooperation on railways with {f.guest_state}"
        should = "the two sides should finish the Lake Road by 2031"
        commitments = (
            Commitment(
                id=self.identity("commitment", ready), evidence=(self.span(ready),), confidence=0.9, rule="ready-to",
                actors=(home.id,), counterparts=(away.id,), by=(host.id,), force="willing",
                action=self.span("deepen cooperation on railways"), statement=statements[0].id, voice="self",
            ),
            Commitment(
                id=self.identity("commitment", should), evidence=(self.span(should),), confidence=0.8, rule="should",
                actors=(both.id,), by=(guest.id,), force="urged", strength="weak",
                action=self.span("finish the Lake Road by 2031"), due="2031", statement=statements[1].id,
                voice="counterpart",
            ),
        )
        supports = f"{f.guest_state} firmly supports the Harbour Initiative"
        position = Position(
            id=self.identity("position", supports), evidence=(self.span(supports),), confidence=0.9, rule="supports",
            holders=(away.id,), stance="support", object=self.span("the Harbour Initiative"),
            statement=statements[1].id,
        )
        return {"statements": statements, "commitments": commitments, "positions": (position,)}

    def _met(self) -> str:
        f = self.facts
        return f"{f.host_office} {f.host} met with {f.guest_office} {f.guest} in {f.city} on Tuesday"

    def _done(self, host: Entity, guest: Entity, home: Entity, away: Entity, city: Entity) -> dict:
        f = self.facts
        signed = "The two sides signed a memorandum on railways"
        rated = "Relations are a partnership of good neighbours"
        marked = "Next year marks the 40th anniversary of diplomatic relations"
        travels = f"{f.guest} visits {f.host_state} from Monday to Wednesday"
        both = (home.id, away.id)
        return {
            "meetings": (Meeting(
                id=self.identity("meeting", self._met()), evidence=(self.span(self._met()),), confidence=0.98,
                rule="met-with", kind="meeting", date=f.date, place=city.id, participants=(
                    Participant(entity=host.id, role=f.host_office, country=f.host_code, part="host"),
                    Participant(entity=guest.id, role=f.guest_office, country=f.guest_code, part="guest"),
                ),
            ),),
            "visits": (Visit(
                id=self.identity("visit", travels), evidence=(self.span(travels),), confidence=0.9, rule="visits",
                visitors=(guest.id,), destination=home.id, date=f"{f.date[:8]}13/{f.date[:8]}15",
            ),),
            "characterizations": (Characterization(
                id=self.identity("characterization", rated), evidence=(self.span(rated),), confidence=0.9,
                rule="relations-are", parties=both, phrase=self.span("a partnership of good neighbours"),
            ),),
            "outcomes": (Outcome(
                id=self.identity("outcome", signed), evidence=(self.span(signed),), confidence=0.9, rule="signed",
                kind="memorandum", title=self.span("a memorandum on railways"), parties=both, status="signed",
            ),),
            "milestones": (Milestone(
                id=self.identity("milestone", marked), evidence=(self.span(marked),), confidence=0.9,
                rule="anniversary", event=self.span("the 40th anniversary of diplomatic relations"), ordinal=40,
                date="2025", parties=both,
            ),),
        }


def make_reading(facts: Facts = FACTS, generator: str = GENERATOR) -> Reading:
    """The reading of the readout that says these facts."""
    return _Maker(facts, generator).reading()


def many_facts(number: int) -> list[Facts]:
    """Facts of that many readouts, a day each."""
    states = [("Serbia", "SRB"), ("Kenya", "KEN"), ("Peru", "PER"), ("Malta", "MLT"), ("Japan", "JPN")]
    made = []
    for index in range(number):
        state, code = states[index % len(states)]
        year, month, day = 2000 + index // 336, index // 28 % 12 + 1, index % 28 + 1
        made.append(Facts(
            host_state=state, host_code=code, host=f"Ana Host{index % 50}", guest=f"Li Guest{index % 70}",
            date=f"{year}-{month:02}-{day:02}", source=f"{index:04}.txt", publisher=f"Office of {state}",
        ))
    return made
