"""Meetings with their participants, dates, places and offices, and visits."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.evaluation.case import Case, count
from memcon.evaluation.findings import Count, Finding, MistakeKind
from memcon.evaluation.gold import GoldMeeting, GoldVisit
from memcon.evaluation.names import Names, agreement, named_among, overlap
from memcon.evaluation.naming import all_names
from memcon.evaluation.pairing import pair
from memcon.model import Meeting, Role, Span, Visit

NOT_IN_GOLD = frozenset({"proposed", "cancelled"})
"""Meetings of this status are left out: gold has none (gold format, ruling 12)."""

HALF = 0.5
SAME_BODY_BONUS, SAME_DATE_BONUS, SAME_KIND_BONUS = 0.5, 0.3, 0.1
FOREIGN_ROLE = 0.8


def judge_meetings(case: Case) -> Iterator[Finding]:
    """The layers meetings, participants, meeting date, meeting place, and the kind and ordinal among the fields."""
    read = case.reading.meetings if case.reading else ()
    held = [meeting for meeting in read if meeting.status not in NOT_IN_GOLD]
    pairing = pair(case.gold.meetings, held, lambda gold, found: _meeting_likeness(case, gold, found))
    yield from count("meetings", pairing)
    yield from case.unmatched(
        "meetings", pairing, _print_meeting, lambda found: (_print_found(case, found), found.evidence[0]),
    )
    for gold, found in pairing.pairs:
        yield from _judge_details(case, gold, found)


def judge_visits(case: Case) -> Iterator[Finding]:
    """The layer visits; their dates count among the meeting dates."""
    read = case.reading.visits if case.reading else ()
    pairing = pair(case.gold.visits, read, lambda gold, found: _visit_likeness(case, gold, found))
    yield from count("visits", pairing)
    yield from case.unmatched(
        "visits", pairing, _print_visit, lambda found: (_print_found_visit(case, found), found.evidence[0]),
    )
    for gold, found in pairing.pairs:
        yield from _judge_date(case, gold.date, found.date, found.evidence[0])


def judge_roles(case: Case) -> Iterator[Finding]:
    """The layer roles: whether the reading gives every person the office that the gold gives, and no other's."""
    wanted = {person.name: person.role for person in case.gold.people() if person.role}
    for name, role in wanted.items():
        people = [entity for entity in case.entities if entity.kind == "person"]
        bearers = [person for person in people if named_among(name, all_names(person))]
        given = [office for entity in bearers for office in entity.roles]
        others = [other for person, other in wanted.items() if person != name and overlap(other, role) < HALF]
        worded = [office.text or office.title for office in given]
        foreign = sum(any(overlap(other, words) >= FOREIGN_ROLE for other in others) for words in worded)
        right = any(_role_likeness(case, role, office) >= HALF for office in given)
        yield Count("roles", right, 1, bool(given) + foreign)
        if not right or foreign:
            where = bearers[0].name if bearers else name
            kind: MistakeKind = "wrong" if given else "missed"
            yield case.mistake("roles", kind, where, f"{name}: {role}", "; ".join(worded) or None)


def _meeting_likeness(case: Case, gold: GoldMeeting, found: Meeting) -> float:
    like = agreement([person.name for person in gold.participants], _principals(case, found))
    if gold.body and found.body and named_among(gold.body, case.naming.names(found.body)):
        like += SAME_BODY_BONUS
    if like < HALF:
        return 0.0
    same_date = bool(gold.date) and gold.date == found.date
    return like + SAME_DATE_BONUS * same_date + SAME_KIND_BONUS * (gold.kind == found.kind)


def _visit_likeness(case: Case, gold: GoldVisit, found: Visit) -> float:
    like = agreement(gold.visitors, case.naming.each(found.visitors))
    same_destination = named_among(gold.destination, case.naming.names(found.destination))
    return like + same_destination if like >= HALF and (same_destination or not gold.destination) else 0.0


def _role_likeness(case: Case, role: str, given: Role) -> float:
    """How well an office answers: by its title, its title with the organization's names, or as worded."""
    organization = " ".join(case.naming.names(given.organization))
    wordings = (given.title, f"{given.title} {organization}", f"{given.title} of {organization}", given.text)
    return max(overlap(role, wording) for wording in wordings)


def _judge_details(case: Case, gold: GoldMeeting, found: Meeting) -> Iterator[Finding]:
    where = found.evidence[0]
    yield from _judge_kind(case, gold, found)
    expected = [person.name for person in (*gold.participants, *gold.attendees)]
    got = _principals(case, found) + case.naming.each(one.entity for one in found.attendees)
    right = agreement(expected, got) * (len(expected) + len(got)) / 2
    yield Count("participants", right, len(expected), len(got))
    if right < max(len(expected), len(got)):
        found_names = ", ".join(names[0] for names in got if names)
        yield case.mistake("participants", "wrong", where, ", ".join(expected), found_names)
    yield from _judge_date(case, gold.date, found.date, where)
    if gold.place:
        places = case.naming.names(found.place)
        right_place = named_among(gold.place, places)
        yield Count("meeting place", right_place, 1, bool(places))
        if not right_place:
            yield case.mistake("meeting place", "wrong", where, gold.place, ", ".join(places) or None)


def _judge_kind(case: Case, gold: GoldMeeting, found: Meeting) -> Iterator[Finding]:
    expected, got = (gold.kind, gold.ordinal), (found.kind, found.ordinal)
    yield Count("fields", sum(one == other for one, other in zip(expected, got, strict=True)), 2, 2)
    if expected != got:
        wordings = (f"kind {kind}, ordinal {ordinal or 'none'}" for kind, ordinal in (expected, got))
        yield case.mistake("fields", "wrong", found.evidence[0], *wordings)


def _judge_date(case: Case, expected: str | None, got: str | None, where: Span) -> Iterator[Finding]:
    if expected:
        yield Count("meeting date", got == expected, 1, bool(got))
        if got != expected:
            yield case.mistake("meeting date", "wrong", where, expected, got)


def _principals(case: Case, meeting: Meeting) -> list[Names]:
    return case.naming.each(participant.entity for participant in meeting.participants)


def _print_meeting(gold: GoldMeeting) -> tuple[str, str | None]:
    names = ", ".join(person.name for person in gold.participants)
    return f"{gold.kind}: {names or gold.body or '-'} {gold.date or ''}".rstrip(), gold.evidence


def _print_found(case: Case, found: Meeting) -> str:
    names = case.naming.titles(participant.entity for participant in found.participants)
    return f"{found.kind}: {names} {found.date or ''}".rstrip()


def _print_visit(gold: GoldVisit) -> tuple[str, str | None]:
    return f"{', '.join(gold.visitors)} to {gold.destination or '-'} {gold.date or ''}".rstrip(), gold.evidence


def _print_found_visit(case: Case, found: Visit) -> str:
    names = case.naming.titles(found.visitors)
    return f"{names} to {case.naming.title(found.destination)} {found.date or ''}".rstrip()
