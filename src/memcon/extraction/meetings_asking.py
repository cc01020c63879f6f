"""Who asked for an encounter or a trip: requests, initiatives and invitations."""

from __future__ import annotations

from memcon.extraction.meetings_encounter import Encounter
from memcon.extraction.meetings_ground import Ground
from memcon.extraction.sentences import Sentence

_OWNERS = frozenset({"'s", "'", "his", "her", "their", "our", "my"})
_NEAR = 8  # tokens between "at" and "invitation"


def requesters(one: Encounter, sentence: Sentence, ground: Ground) -> tuple[int, ...]:
    """ "at the request of X", "on Norway's initiative", "on the latter's initiative"."""
    low, draft = ground.tokens.low, ground.draft
    for _, end, label in ground.labels(sentence, sentence.start, sentence.end):
        found = ground.partners.flat(end, sentence.end) if label == "requested" else []
        if found:
            return tuple(found)
    for i in range(sentence.start + 2, sentence.end):
        if low[i] not in ground.words["initiative"] or low[i - 1] not in _OWNERS:
            continue
        if low[i - 2] == "latter" and one.parts:
            return (list(one.parts)[-1],)
        noun = draft.noun_at.get(i - 1) or draft.noun_from.get(i - 1)
        if noun is not None and low[noun.start - 1] in ("on", "at", "upon"):
            return tuple(ground.parties.numbers([noun]))
    return ()


def inviters(sentence: Sentence, ground: Ground) -> list[int]:
    """Those at whose invitation somebody travels or meets, by a sentence."""
    low, draft = ground.tokens.low, ground.draft
    found: list[int] = []
    if {"invitation", "invited"}.isdisjoint(low[sentence.start : sentence.end]):
        return found
    for at in range(sentence.start + 1, sentence.end):
        if (
            low[at] == "invitation"
            and low[at - 1] in _OWNERS
            and ground.any_word("invitation", max(sentence.start, at - _NEAR), at)
        ):
            owner = draft.noun_at.get(at - 1) if low[at - 1] in ("'s", "'") else draft.noun_from.get(at - 1)
            found += ground.parties.numbers([owner])[:1] if owner is not None else []
        if low[at] in ("by", "from") and low[at - 1] == "extended":
            found += ground.partners.flat(at + 1, sentence.end)[:1]
    for start, end, label in ground.labels(sentence, sentence.start, sentence.end):
        if label == "inviting" and (low[start] != "invited" or start == sentence.start or low[start - 1] == ","):
            found += ground.partners.flat(end, sentence.end)[:1]
    return found
