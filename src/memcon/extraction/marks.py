"""Marks: every state, body, place and initiative that a text names, by the lexicon's lists or the shape of names."""

from __future__ import annotations

from memcon.extraction.acronyms import mark_acronyms
from memcon.extraction.capitals import find_acting
from memcon.extraction.listed import find_listed
from memcon.extraction.mark import Mark, MarkKind, Marks
from memcon.extraction.policies import find_policies
from memcon.extraction.sentences import Sentence
from memcon.extraction.shaped import Shaper
from memcon.extraction.states import find_local_names
from memcon.extraction.tokens import Tokens
from memcon.lexicon import Lexicon

__all__ = ["Mark", "MarkKind", "Marks", "find_marks"]


def find_marks(tokens: Tokens, sentences: list[Sentence], lexicon: Lexicon, side: str | None = None) -> Marks:
    """All marks of a text.

    Listed names first, then policies by their wording and names by their head nouns, then acronyms and acting capitals.
    """
    local = find_local_names(tokens, sentences, lexicon)
    found = find_listed(tokens, sentences, lexicon, local, side)
    found = _replace(found, find_policies(tokens, sentences, Marks(found, len(tokens)), lexicon.heads))
    shaper = Shaper(tokens, Marks(found, len(tokens)), lexicon, local.legislatures)
    found = _replace(found, [mark for sentence in sentences for mark in shaper.shape(sentence)])
    return find_acting(tokens, mark_acronyms(tokens, Marks(found, len(tokens))), lexicon)


def _replace(found: list[Mark], wider: list[Mark]) -> list[Mark]:
    """The marks in order, those that a wider one covers left out."""
    if not wider:
        return found
    covered = {i for mark in wider for i in range(mark.start, mark.end)}
    return sorted(
        [mark for mark in found if mark.start not in covered and mark.end - 1 not in covered] + wider,
        key=lambda mark: mark.start,
    )
