"""Records in a reader's words: who, what, and what else is known of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from memcon.ledger import Involved, LinkPart, RecordRow
from memcon.model import (
    Attendee, Characterization, Commitment, Meeting, Milestone, Outcome, Participant, Position, Record, Span, Statement,
    Visit,
)

_CUES = {":": "says", "": "goes on"}
"""What stands for a cue that is no word: the colon of a transcript, and none at all."""

_JOINED = " … "


class Wording(msgspec.Struct, frozen=True):
    """A record in words: `head` leads to the exact `words` (a string a span), `more` are details.

    `who` and `what` say the same as the head and the words in two cells of a table.
    """

    who: str
    what: str
    head: str
    words: tuple[str, ...]
    more: tuple[str, ...] = ()


def word(row: RecordRow) -> Wording:
    """The record of a row in words."""
    writer, people = _WRITERS[type(row.record)], _People(row.involved)
    return writer(row.record, people)


class _People:
    """Who is involved in a record, by part; a group stands as its members where they are known."""

    def __init__(self, involved: Sequence[Involved]) -> None:
        self._involved = involved
        self._groups = {each.group for each in involved if each.group}
        self._names = {each.entity: each.name for each in involved}

    def name(self, entity: str | None) -> str:
        """The name of an entity by its id."""
        return self._names.get(entity or "", entity or "")

    def part(self, *parts: LinkPart) -> list[str]:
        """The names of those who play one of the parts."""
        found = (each.name for each in self._involved if each.part in parts and each.entity not in self._groups)
        return list(dict.fromkeys(found))


def listed(names: Iterable[str]) -> str:
    """Names as a phrase.

    >>> listed(["China", "Russia", "India"])
    'China, Russia and India'
    """
    *rest, last = list(names) or [""]
    return f"{', '.join(rest)} and {last}" if rest else last


def _meeting(record: Meeting, people: _People) -> Wording:
    who = " – ".join(_guest(participant, people) for participant in record.participants)
    ordinal = f"{_nth(record.ordinal)} " if record.ordinal else ""
    of = f" of the {people.name(record.body)}" if record.body else ""
    where = f" in {people.name(record.place)}" if record.place else ""
    times = f", {record.count} times" if record.count and record.count > 1 else ""
    status = "" if record.status == "held" else f", {record.status}"
    what = f"{ordinal}{_plain(record.kind)}{of}{where}{times}{status}"
    return Wording(
        who=who, what=what, head=f"{what}: {who}" if who else what, words=_quotes(record.evidence), more=tuple(_details(
            ("also present:", listed(_guest(attendee, people) for attendee in record.attendees)),
            ("at the request of", listed(map(people.name, record.requested_by))),
            ("invited by", people.name(record.inviter)), ("on the margins of", people.name(record.margins_of)),
            ("format:", record.format), ("at", record.time), ("for", record.duration), ("venue:", record.venue),
            ("tone:", listed(f"“{quote}”" for quote in _quotes(record.tone))), ("press:", record.press),
        )),
    )


def _guest(somebody: Participant | Attendee, people: _People) -> str:
    about = ", ".join(filter(None, (somebody.role, somebody.country)))
    return people.name(somebody.entity) + (f" ({about})" if about else "")


def _visit(record: Visit, people: _People) -> Wording:
    who = listed(people.part("visitor"))
    what = f"{record.type or ''} visit{_to(people.name(record.destination))}".strip()
    return Wording(
        who=who, what=what, head=f"{what}: {who}", words=_quotes(record.evidence), more=tuple(_details(
            ("", "with a delegation" if record.delegation else None), ("invited by", people.name(record.inviter)),
        )),
    )


def _statement(record: Statement, people: _People) -> Wording:
    who = listed(people.part("speaker"))
    cue = _said(_cue(record.cue), record.modality)
    words = _quotes(record.content)
    return Wording(
        who=who, what=f"{cue}: {_JOINED.join(words)}", words=words,
        head=f"{who}{',' if cue.split()[0].endswith('ing') else ''} {cue}{_to(listed(people.part('addressee')))}",
        more=tuple(_details(
            ("", "in direct speech" if record.direct else None), *_hedges(record.scope, record.condition),
            ("", None if record.polarity == "neutral" else record.polarity), ("on", ", ".join(record.topics)),
        )),
    )


def _cue(cue: str | None) -> str:
    """The words that report, as they stand after a name: in lower case, unless they are all in capitals."""
    plain = " ".join((cue or "").split())
    return _CUES.get(plain) or (plain if plain.isupper() else plain[0].lower() + plain[1:])


def _commitment(record: Commitment, people: _People) -> Wording:
    who = listed(people.part("actor"))
    partners = listed(people.part("counterpart"))
    force = _said(record.force, record.modality)
    return Wording(
        who=who, what=f"{force}: {record.action.quote}",
        head=f"{who}, {force}{', with ' + partners if partners else ''}", words=_quotes(record.evidence),
        more=tuple(_details(
            ("said by", listed(people.part("by"))), ("due", record.due), ("amount:", record.amount),
            *_hedges(record.scope, record.condition), ("", "weak" if record.strength == "weak" else None),
            ("responsible:", listed(people.part("responsible"))), ("by way of", record.instrument),
            ("on", ", ".join(record.topics)),
        )),
    )


def _position(record: Position, people: _People) -> Wording:
    who = listed(people.part("holder"))
    targets = listed(people.part("target"))
    stance = _said(record.stance, record.modality)
    return Wording(
        who=who, what=f"{stance}: {record.object.quote}",
        head=f"{who}, {stance}{', towards ' + targets if targets else ''}", words=_quotes(record.evidence),
        more=tuple(_details(("said by", listed(people.part("by"))), *_hedges(record.scope, None))),
    )


def _characterization(record: Characterization, people: _People) -> Wording:
    who = " – ".join(people.part("party"))
    return Wording(
        who=who, what=f"{record.aspect}: {record.phrase.quote}", head=f"{who}, {record.aspect}",
        words=(record.phrase.quote,),
        more=tuple(_details(("said by", listed(people.part("by"))))),
    )


def _outcome(record: Outcome, people: _People) -> Wording:
    who = listed(people.part("party"))
    what = f"{_plain(record.kind)} {record.status}"
    return Wording(
        who=who, what=f"{what}: {record.title.quote}", head=f"{what}: {who}" if who else what,
        words=(record.title.quote,),
    )


def _milestone(record: Milestone, people: _People) -> Wording:
    who = " – ".join(people.part("party"))
    what = ", ".join(filter(None, (_nth(record.ordinal), record.date))) or "named year"
    return Wording(
        who=who, what=record.event.quote, head=f"{what}: {who}" if who else what, words=_quotes(record.evidence),
    )


_WRITERS: dict[type[Record], Callable[..., Wording]] = {
    Meeting: _meeting, Visit: _visit, Statement: _statement, Commitment: _commitment, Position: _position,
    Characterization: _characterization, Outcome: _outcome, Milestone: _milestone,
}


def _said(what: str, modality: str) -> str:
    """What is said, never without the not and the if."""
    return what if modality == "asserted" else f"{what} ({modality})"


def _hedges(scope: str | None, condition: Span | None) -> Iterator[tuple[str, str | None]]:
    """Some, and if: what must never get lost either."""
    yield "", f"{scope} of them" if scope else None
    yield "on condition", f"“{condition.quote}”" if condition else None


def _details(*pairs: tuple[str, str | None]) -> Iterator[str]:
    return (f"{label} {value}".strip() for label, value in pairs if value)


def _plain(kind: str) -> str:
    return kind.replace("-", " ")


def _to(name: str) -> str:
    return f" to {name}" if name else ""


def _quotes(spans: Iterable[Span]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(span.quote for span in spans))


def _nth(number: int | None) -> str:
    """The number as an ordinal.

    >>> [_nth(number) for number in (1, 8, 11, 22)]
    ['1st', '8th', '11th', '22nd']
    """
    if number is None:
        return ""
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
