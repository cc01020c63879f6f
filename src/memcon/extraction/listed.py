"""Listed names: the states, bodies, places and initiatives of the lexicon, and the states that the text introduces."""

from __future__ import annotations

from memcon.extraction.mark import Mark, MarkKind
from memcon.extraction.sentences import Sentence
from memcon.extraction.states import LocalNames
from memcon.extraction.tokens import Tokens
from memcon.lexicon import Lexicon
from memcon.lexicon.entries import BodyEntry, InitiativeEntry, PlaceEntry, StateEntry, StateName

_SENSES: dict[str, MarkKind] = {
    "name": "state",
    "adjective": "adjective",
    "people": "people",
    "prefix": "prefix",
    "capital": "capital",
    "metonym": "metonym",
}
_OWNED_TYPES = frozenset({"ministry", "agency", "court", "central-bank", "legislature", "chamber"})
_LONGEST_ACRONYM = 6


def find_listed(
    tokens: Tokens, sentences: list[Sentence], lexicon: Lexicon, local: LocalNames, side: str | None
) -> list[Mark]:
    """The listed names of a text in order.

    A name that bodies of several states bear counts where its state is spoken of.
    """
    found: list[Mark] = []
    for sentence in sentences:
        found += _names_of(tokens, sentence, lexicon, local)
    surnames = _surnames(found, tokens, lexicon)
    if surnames:
        found = [mark for mark in found if mark.kind != "place" or tokens.low[mark.start] not in surnames]
    spoken = {
        mark.state.code for mark in found if mark.state is not None and mark.kind != "body" and mark.kind != "place"
    }
    spoken.add(side or "")
    full = {mark.name for mark in found if mark.kind == "body" and mark.end - mark.start > 1}
    return [
        mark
        for mark in found
        if not _is_shared(mark, tokens, lexicon) or mark.state is None or mark.state.code in spoken or mark.name in full
    ]


def _surnames(found: list[Mark], tokens: Tokens, lexicon: Lexicon) -> set[str]:
    """Places of the list that are surnames here: one of those that come first, with a given name behind it."""
    family, surnames = lexicon.name_words["family_first"], set()
    starts = {mark.start for mark in found}
    for mark in found:
        if mark.kind != "place" or mark.end - mark.start > 1 or tokens.low[mark.start] not in family:
            continue
        after = tokens.text[mark.end] if mark.end < len(tokens) else "."
        given = after.istitle() and after.isalpha() and mark.end not in starts
        if given and not lexicon.heads.is_common(after.lower()):
            surnames.add(tokens.low[mark.start])
    return surnames


def _is_shared(mark: Mark, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether other bodies may bear the name too.

    A short acronym, a single word for a legislature ("Majlis"), "Department of Defence".
    """
    if mark.kind != "body":
        return False
    if mark.end - mark.start > 1:
        return mark.type in _OWNED_TYPES and lexicon.heads.bodies.get(tokens.text[mark.start]) in _OWNED_TYPES
    word = tokens.text[mark.start]
    return (word.isupper() and len(word) <= _LONGEST_ACRONYM) or word in lexicon.heads.shared


def _names_of(tokens: Tokens, sentence: Sentence, lexicon: Lexicon, local: LocalNames) -> list[Mark]:
    names, states, found = lexicon.names, lexicon.states, []
    first_words, low, text = names.first_words, tokens.low, tokens.text
    at, end = sentence.start, sentence.end
    while at < end:
        own = _local_mark(tokens, at, end, local) if local.states else None
        if own is None and low[at] in first_words:
            match = names.match_at(text, low, at, end)
            if match is not None and low[match.end - 1] == "summit" and match.end - at > 1:
                shorter = names.match_at(text, low, at, match.end - 1)
                match = shorter if shorter is not None and isinstance(shorter.entries[-1], BodyEntry) else match
            own = None if match is None else _listed_mark(match.start, match.end, match.entries, states)
        if own is not None and own.kind == "state" and own.end < end and text[own.end][0] == "$":
            own = None  # "US$600"
        if own is None:
            at += 1
        else:
            found.append(own)
            at = own.end
    return found


def _local_mark(tokens: Tokens, at: int, end: int, local: LocalNames) -> Mark | None:
    if not tokens.text[at][0].isupper():
        return None
    for size in (3, 2, 1):
        known = local.states.get(" ".join(tokens.low[at : at + size])) if at + size <= end else None
        if known is not None:
            return Mark(at, at + size, "state" if known[1] else "adjective", None, known[0], known[0].name)
    return None


def _listed_mark(
    start: int,
    end: int,
    entries: tuple[StateName | BodyEntry | InitiativeEntry | PlaceEntry, ...],
    states: dict[str, StateEntry],
) -> Mark:
    """The last entry added counts: organizations before states before places."""
    entry = entries[-1]
    if isinstance(entry, StateName):
        return Mark(start, end, _SENSES[entry.sense], None, entry.state, entry.state.name, entry)
    if isinstance(entry, BodyEntry):
        return Mark(start, end, "body", entry.type, states.get(entry.country or ""), entry.name, entry)
    if isinstance(entry, InitiativeEntry):
        return Mark(start, end, "initiative", entry.kind, None, entry.name, entry)
    return Mark(start, end, "place", entry.kind, states.get(entry.country or ""), entry.name, entry)
