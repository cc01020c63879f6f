"""Lists under a lead-in: "In the Declaration, the leaders: - condemned ...", "They agreed to: - open ..."."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.cues import Use
from memcon.extraction.draft import Draft, Said
from memcon.extraction.sentences import Sentence
from memcon.extraction.subjects import Subjects
from memcon.extraction.world import Noun
from memcon.lexicon.entries import CueGroup

_STOPS = frozenset({".", "!", "?", ";", ",", "and"})
_BULLETS = frozenset({"-", "–", "—", "•", "*", "·", "o"})


class LeadIn(NamedTuple):
    """What stands before a list: the subject of its items, and the cue that reports them if there is one."""

    nouns: tuple[Noun, ...]
    group: CueGroup | None
    cue: tuple[int, int] | None
    speaker: tuple[int, ...]


def find_lead_in(
    draft: Draft, subjects: Subjects, sentence: Sentence, uses: list[Use], told: list[Said]
) -> LeadIn | None:
    """The lead-in that a sentence ending in a colon is; None where its last words are neither subject nor cue."""
    text, low = draft.tokens.text, draft.tokens.low
    colon = sentence.end - 1
    while colon > sentence.start and (text[colon] in (".", ")", "(") or text[colon].isdigit()):
        colon -= 1
    if colon <= sentence.start or text[colon] != ":":
        return None
    noun = draft.noun_at.get(colon)
    if (
        noun is not None
        and noun.being is not None
        and noun.start >= sentence.start
        and low[noun.start - 1] not in draft.lexicon.words.classes["preposition"]
        and not any(use.end > noun.start for use in uses)
    ):
        return LeadIn((noun,), None, None, subjects.parties((noun,)))
    if told and {"following", "follows"} & set(low[told[-1].content[-1][0] : colon]) and told[-1].cue is not None:
        return LeadIn((), told[-1].group, told[-1].cue, told[-1].speaker)
    if uses and uses[-1].nouns and colon - uses[-1].end <= 1:
        parties = subjects.parties(uses[-1].nouns)
        return (
            LeadIn(uses[-1].nouns, uses[-1].groups[0][1], (uses[-1].start, uses[-1].end), parties) if parties else None
        )
    return None


def is_item(draft: Draft, sentence: Sentence) -> bool:
    """Whether a sentence is an item of a list, or the start of one."""
    text = draft.tokens.text
    if sentence.kind == "item" or text[sentence.start] in _BULLETS:
        return True
    numbered = sentence.start > 2 and text[sentence.start - 1] in (".", ")") and text[sentence.start - 2].isdigit()
    return (numbered or text[sentence.start].isdigit()) and sentence.end - sentence.start > 2


def said_in_item(draft: Draft, sentence: Sentence, lead: LeadIn) -> Said | None:
    """An item under a lead-in with a cue, as a statement of its own."""
    if lead.group is None or lead.cue is None:
        return None
    text = draft.tokens.text
    start, end = sentence.start, sentence.end
    while start < end and not text[start][0].isalpha():
        start += 1
    if start + 1 < end and len(text[start]) < 4 and text[start].islower() and text[start + 1] in (")", "."):
        start += 2
    while end > start and text[end - 1] in _STOPS:
        end -= 1
    if end - start < 2:
        return None
    return Said(
        lead.speaker,
        sentence,
        [(start, end)],
        lead.cue,
        lead.group,
        lead.group.act,
        "listed-under-cue",
        confidence=0.85,
        reasons=["an item of the list behind the cue"],
    )
