"""Statements as records, from what attribution and speech found."""

from __future__ import annotations

from memcon.extraction.assembly import Ids
from memcon.extraction.draft import Draft, Said
from memcon.extraction.particulars import Particulars
from memcon.model import Modality, Statement, record_id

_ADDRESSING = frozenset({"thank", "congratulate", "request", "ask", "propose"})
_HEARING_GROUPS = frozenset({"condole", "greet", "reassure"})
_HEARERS = frozenset(("person office people state states side organization he him her them").split())
_SUPPOSING = frozenset({"would", "could", "may", "might"})


def build_statements(draft: Draft, ids: Ids) -> tuple[Statement, ...]:
    """The statements of a draft in the order of the text; each `Said` learns the id of its record."""
    built: list[Statement] = []
    counts: dict[tuple[tuple[int, int], ...], int] = {}
    particulars = Particulars(draft)
    for said in sorted(draft.said, key=lambda said: (said.sentence.start, said.cue or said.content[0])):
        content = tuple(draft.span(start, end) for start, end in said.content if end > start)
        places = tuple((span.start, span.end) for span in content)
        counter = counts[places] = counts.get(places, -1) + 1
        said.id = record_id(draft.document.id, "statement", places, counter)
        start, end = said.content[0][0], said.content[-1][1]
        built.append(
            Statement(
                id=said.id,
                evidence=(draft.span(said.sentence.start, said.sentence.end),),
                confidence=round(said.confidence, 2),
                reasons=tuple(said.reasons),
                rule=said.rule,
                speaker=ids.many(said.speaker),
                cue=draft.namer.written(*said.cue) if said.cue else None,
                act=said.act,
                direct=said.direct,
                content=content,
                addressee=ids.many(said.addressee or _addressee(draft, said)),
                polarity=said.group.polarity if said.group else "neutral",
                modality=_modality(said),
                scope=particulars.scope(start),
                condition=None if said.direct else particulars.condition(start, end, said.sentence.start),
            )
        )
    return tuple(built)


def _modality(said: Said) -> Modality:
    """Whether it was said, was not said, or would be."""
    if said.negated:
        return "negated"
    return "hypothetical" if said.modal in _SUPPOSING and said.group is not None and said.group.both else "asserted"


def _addressee(draft: Draft, said: Said) -> tuple[int, ...]:
    """To whom thanks, wishes, requests and questions are addressed: the party that the content begins with."""
    if said.group is None or said.direct or not (said.act in _ADDRESSING or said.group.group in _HEARING_GROUPS):
        return ()
    noun = draft.noun_from.get(said.content[0][0])
    if noun is None or noun.being is None or noun.sort not in _HEARERS or noun.end >= said.content[0][1] + 1:
        return ()
    return tuple(number for number in draft.people_of(noun.being) if number not in said.speaker)
