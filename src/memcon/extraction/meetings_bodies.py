"""Bodies that no list holds: named by capitals and a head noun, or only described ("a bilateral commission")."""

from __future__ import annotations

from memcon.extraction.meetings_ground import Ground
from memcon.extraction.meetings_nouns import Phrase
from memcon.extraction.meetings_places import mention
from memcon.extraction.sentences import Sentence
from memcon.extraction.world import Noun

SITTING = frozenset(
    {"legislature", "chamber", "committee", "forum", "international-organization", "mechanism", "court"}
)
_MODIFIERS = 8  # tokens before the noun for a body


def states_before(phrase: Phrase, ground: Ground) -> list[int]:
    """The states among the modifiers: "the Russian-Japanese talks"."""
    draft = ground.draft
    marks = (draft.marks.starting(i) for i in range(phrase.start, phrase.head))
    entries = [mark for mark in marks if mark is not None and mark.state is not None and mark.kind != "body"]
    states = [draft.namer.state(mark.state, mark.start).number for mark in entries if mark.state is not None]
    return list(dict.fromkeys(states))


def numbered_talks(phrase: Phrase, ground: Ground) -> bool:
    """Whether talks are a mechanism of two states: "the seventh Peruvian-Chilean consultations"."""
    return phrase.group.group == "talks" and phrase.ordinal is not None and len(states_before(phrase, ground)) > 1


def mechanism_of_talks(phrase: Phrase, ground: Ground) -> Noun:
    """The mechanism that numbered talks of two states are, by their words without the number."""
    draft = ground.draft
    start = next(i for i in range(phrase.start, phrase.head) if draft.marks.starting(i) is not None)
    known = draft.noun_at.get(phrase.end)
    if known is not None and known.sort == "organization" and known.start >= phrase.start:
        return known
    being = draft.world.add("organization", draft.namer.written(start, phrase.end), start)
    being.type = being.type or "mechanism"
    end = phrase.end
    noun = Noun(start, end, end, "name", "organization", being=being.number, name_start=start, name_end=end)
    mention(draft, noun)
    return noun


def unlisted_body(at: int, sentence: Sentence, ground: Ground) -> Noun | None:
    """A body that no list holds, told by capitals and its head noun: "the Joint Ministerial Committee"."""
    tokens, draft = ground.tokens, ground.draft
    stop = at
    while stop < sentence.end and tokens.text[stop][0].isupper() and draft.noun_from.get(stop) is None:
        stop += 1
    heads = draft.lexicon.nouns["organizations"]
    kind = next((kind for kind, words in heads.items() if stop > at + 1 and tokens.text[stop - 1] in words), None)
    if kind not in SITTING:
        return None
    being = draft.world.add("organization", draft.namer.written(at, stop), at)
    being.type = being.type or kind
    noun = Noun(at, stop, stop, "name", "organization", being=being.number, name_start=at, name_end=stop)
    mention(draft, noun)
    return noun


def founded_body(phrase: Phrase, ground: Ground) -> int | None:
    """ "a bilateral commission, which will hold its first session": a body without a name of its own."""
    low, draft = ground.tokens.low, ground.draft
    which = next((i for i in range(phrase.start - 1, max(1, phrase.start - 6), -1) if low[i] == "which"), 0)
    head = which - 2 if which and low[which - 1] == "," else which - 1
    if head < 1 or low[head] not in ground.words["bodies"]:
        return None
    start = head
    while start - 1 > head - _MODIFIERS and low[start - 1] not in draft.lexicon.words.classes["closed"]:
        start -= 1
    being = draft.world.add("organization", draft.namer.written(start, head + 1), start)
    being.type, being.named = being.type or "committee", False
    noun = Noun(start, head + 1, head + 1, "role", "organization", being=being.number)
    mention(draft, noun)
    return being.number
