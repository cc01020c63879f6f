"""How relations are named, what was agreed, which years are marked, which bodies and initiatives are named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.evaluation.case import Case, count
from memcon.evaluation.findings import Count, Finding
from memcon.evaluation.gold import GoldMilestone, GoldOutcome
from memcon.evaluation.names import overlap, same_body
from memcon.evaluation.naming import all_names
from memcon.evaluation.pairing import pair
from memcon.evaluation.speech import at_least, quotes
from memcon.model import Entity, Milestone, Outcome

SAME_PHRASE = 0.6
SAME_EVENT = 0.4

NO_BODIES = frozenset({"company", "media", "military", "embassy", "delegation", "other"})
"""Types of organization that gold does not list among the bodies (gold format, ruling 17)."""


def judge_characterizations(case: Case) -> Iterator[Finding]:
    """The layer characterizations, by the words of the phrase."""
    pairing = pair(
        case.gold.characterizations,
        case.reading.characterizations if case.reading else (),
        lambda gold, found: at_least(SAME_PHRASE, overlap(gold.phrase, found.phrase.quote)),
    )
    yield from count("characterizations", pairing)
    yield from case.unmatched(
        "characterizations",
        pairing,
        lambda gold: (f"{', '.join(gold.parties)}: {gold.phrase}", gold.phrase),
        lambda found: (f"{case.naming.titles(found.parties)}: {found.phrase.quote}", found.phrase),
    )


def judge_outcomes(case: Case) -> Iterator[Finding]:
    """The layer outcomes, by the words of the title or of the clause it stands in."""

    def likeness(gold: GoldOutcome, found: Outcome) -> float:
        wordings = (found.title.quote, quotes(found.evidence))
        return at_least(SAME_PHRASE, max(overlap(gold.evidence, wording) for wording in wordings))

    pairing = pair(case.gold.outcomes, case.reading.outcomes if case.reading else (), likeness)
    yield from count("outcomes", pairing)
    yield from case.unmatched(
        "outcomes",
        pairing,
        lambda gold: (f"{gold.kind}: {gold.evidence}", gold.evidence),
        lambda found: (f"{found.kind}: {found.title.quote}", found.title),
    )


def judge_milestones(case: Case) -> Iterator[Finding]:
    """The layer milestones: roughly the event, exactly the ordinal, and the date where gold gives one."""

    def likeness(gold: GoldMilestone, found: Milestone) -> float:
        same_date = not gold.date or gold.date == found.date
        same_event = overlap(gold.event, found.event.quote) >= SAME_EVENT
        return float(gold.ordinal == found.ordinal and same_date and same_event)

    pairing = pair(case.gold.milestones, case.reading.milestones if case.reading else (), likeness)
    yield from count("milestones", pairing)
    yield from case.unmatched(
        "milestones",
        pairing,
        lambda gold: (f"{gold.ordinal or '-'} {gold.event} {gold.date or ''}".rstrip(), gold.event),
        lambda found: (f"{found.ordinal or '-'} {found.event.quote} {found.date or ''}".rstrip(), found.event),
    )


def judge_bodies(case: Case) -> Iterator[Finding]:
    """The layer bodies: the named organizations, but for the types that are no bodies."""
    found = [entity for entity in case.entities if entity.kind == "organization" and entity.type not in NO_BODIES]
    yield from _judge_names(case, "bodies", case.gold.bodies, found)


def judge_initiatives(case: Case) -> Iterator[Finding]:
    """The layer initiatives: programmes, policies, doctrines and treaties by name."""
    found = [entity for entity in case.entities if entity.kind == "initiative" and entity.type not in NO_BODIES]
    yield from _judge_names(case, "initiatives", case.gold.initiatives, found)


def _judge_names(case: Case, layer: str, expected: Sequence[str], entities: list[Entity]) -> Iterator[Finding]:
    pairing = pair(
        expected,
        [entity for entity in entities if entity.named],
        lambda name, entity: float(same_body(name, all_names(entity))),
    )
    yield Count(layer, len(pairing.pairs), len(expected), len(pairing.pairs) + len(pairing.extra))
    for name in pairing.missed:
        yield case.mistake(layer, "missed", name, expected=name)
    for entity in pairing.extra:
        yield case.mistake(layer, "extra", entity.name, got=entity.name)
