"""Who sits where nobody is named: the states that share a body, those of a trilateral, or the body itself."""

from __future__ import annotations

from memcon.extraction.draft import Draft
from memcon.extraction.meetings_encounter import Encounter
from memcon.lexicon.entries import StateName

_STANDING = frozenset({"committee", "mechanism"})


def members(one: Encounter, determiner: str, draft: Draft) -> tuple[int, ...]:
    """Who sits where nobody is named: the states that share the body, else the body itself."""
    body = draft.world.beings[one.body] if one.body is not None else None
    several = several_states(one, draft)
    if several:
        return several
    bilateral = body is None or body.type in _STANDING and determiner != "their"
    named = _states_of(body.number, draft) if body is not None else ()
    if bilateral and (named or len(draft.states) > 1 and (body is None or draft.principals)):
        return named or (draft.states if body is not None or one.date is None else draft.principals)
    return (body.number,) if body is not None else ()


def several_states(one: Encounter, draft: Draft) -> tuple[int, ...]:
    """The three states or more of a "trilateral" sitting: those of its sentence, else all that the text names."""
    sentence = one.sentence
    if not {"trilateral", "quadrilateral"} & set(draft.tokens.low[sentence.start : sentence.end]):
        return ()
    marks = [mark for i in range(sentence.start, sentence.end) if (mark := draft.marks.starting(i)) is not None]
    states = [
        draft.namer.state(mark.state, mark.start).number
        for mark in marks
        if mark.state is not None
        and mark.kind != "body"
        and not (isinstance(mark.entry, StateName) and mark.entry.sense == "capital")
    ]
    found = tuple(dict.fromkeys(states))
    if len(found) > 2:
        return found
    count = 3 if "trilateral" in draft.tokens.low[sentence.start : sentence.end] else 4
    told = tuple(being.number for being in draft.world.of_kind("state"))
    return told if len(told) == count else ()


def _states_of(body: int, draft: Draft) -> tuple[int, ...]:
    """The two states or more that the name of a body holds: "the Peru-Chile Commission"."""
    noun = next((noun for noun in draft.nouns if noun.being == body and noun.how == "name"), None)
    found = []
    for i in range(noun.start, noun.end) if noun is not None else ():
        match = draft.lexicon.names.match_at(
            draft.tokens.text, draft.tokens.low, i, noun.end if noun is not None else i
        )
        if match is not None and isinstance(match.entries[-1], StateName):
            found.append(draft.namer.state(match.entries[-1].state, i).number)
    states = tuple(dict.fromkeys(found))
    return states if len(states) > 1 else ()
