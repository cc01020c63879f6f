"""Commitments as records: what somebody will, is willing to, plans to, agreed to, pledged to or should do."""

from __future__ import annotations

from memcon.extraction.assembly import Ids
from memcon.extraction.commitments_finding import CommitmentFinder
from memcon.extraction.commitments_ground import Pledge
from memcon.extraction.draft import Draft
from memcon.extraction.particulars import Particulars
from memcon.model import Commitment, Modality, Span, record_id

_SIDES = frozenset({"person", "state", "organization", "group"})
_WITH = frozenset({"with", "to", "for", "towards", "toward", "alongside"})
_HELPS = frozenset(
    (
        "support supporting help helping assist assisting join joining meet meeting receive receiving brief back "
        "provide grant give offer"
    ).split()
)
_HEAD = 16  # first tokens of an action, where those it is done with are named


def build_commitments(draft: Draft, ids: Ids) -> tuple[Commitment, ...]:
    """The commitments of a draft, in the order of the text."""
    finder = CommitmentFinder(draft)
    particulars = Particulars(draft)
    built: list[Commitment] = []
    counts: dict[tuple[int, int], int] = {}
    for pledge in finder.find_all():
        evidence = _evidence(draft, pledge)
        place = (evidence.start, evidence.end)
        counter = counts[place] = counts.get(place, -1) + 1
        action = draft.span(*pledge.action)
        said = finder.ground.extent.cued_by(*pledge.cue) or finder.ground.extent.cover[pledge.action[0]]
        built.append(
            Commitment(
                id=record_id(draft.document.id, "commitment", (place,), counter),
                evidence=(evidence,),
                confidence=round(pledge.actor.confidence, 2),
                reasons=tuple(pledge.reasons),
                rule=pledge.rule,
                actors=ids.many(pledge.actor.beings),
                counterparts=ids.many(_counterparts(draft, pledge)),
                by=ids.many(said.speaker if said is not None else ()),
                force=pledge.force,
                strength=pledge.strength,
                action=action,
                due=particulars.due(min(pledge.cue[1], pledge.action[0]), pledge.action[1]),
                amount=particulars.amount(action),
                condition=particulars.condition(*pledge.action, pledge.sentence.start),
                responsible=ids.many(pledge.actor.beings if pledge.group.responsible is not None else ()),
                instrument=particulars.instrument(*pledge.action),
                modality=_modality(pledge),
                scope=particulars.scope(pledge.actor.start),
                statement=said.id or None if said is not None else None,
            )
        )
    return tuple(built)


def _evidence(draft: Draft, pledge: Pledge) -> Span:
    """The clause: from the actor or the expression, whichever comes first, to the end of the action."""
    first = min(pledge.cue[0], pledge.action[0])
    if pledge.sentence.start <= pledge.actor.start < first:
        first = pledge.actor.start
    return draft.span(first, max(pledge.action[1], pledge.cue[1]))


def _modality(pledge: Pledge) -> Modality:
    if pledge.negated:
        return "negated"
    return "hypothetical" if pledge.hypothetical else "asserted"


def _counterparts(draft: Draft, pledge: Pledge) -> tuple[int, ...]:
    """Those with or for whom it is done, where they are named at the head of the action."""
    low = draft.tokens.low
    start, end = pledge.action
    for noun in draft.nouns_in(start, min(end, start + _HEAD)):
        being = draft.being(noun)
        if (
            being is None
            or being.kind not in _SIDES
            or noun.start == start
            or low[noun.start - 1] not in _WITH | _HELPS
        ):
            continue
        others = tuple(number for number in draft.people_of(being.number) if number not in pledge.actor.beings)
        if others:
            return others
    return ()
