"""Drafts of short texts for tests: what was marked, named and resolved before any record is made."""

from __future__ import annotations

import msgspec

from memcon.extraction.draft import Draft
from memcon.extraction.world import Being
from memcon.lexicon import load_lexicon
from memcon.loading import load_bytes


def draft_of(text: str, side: str | None = None) -> Draft:
    """The draft of a text of Wednesday 15 May 2024, published by a side."""
    document = load_bytes(("date: 2024-05-15\n\n" + text).encode(), "test.txt")
    return Draft(msgspec.structs.replace(document, side=side), load_lexicon())


def marked(draft: Draft, *kinds: str) -> list[str]:
    """The names of some kinds ("body", "initiative") in the order of the text, as it writes them."""
    return [draft.namer.written(mark.start, mark.end) for mark in draft.marks.all if mark.kind in kinds]


def person(draft: Draft, name: str) -> Being:
    """The person of a name."""
    return next(being for being in draft.world.of_kind("person") if being.name == name)


def referent(draft: Draft, words: str) -> str:
    """The name of the entity that the last mention of these words refers to, members joined by a comma; "" for none."""
    nouns = [noun for noun in draft.nouns if draft.namer.written(noun.start, noun.end) == words]
    assert nouns, f"no mention {words!r} among {[draft.namer.written(noun.start, noun.end) for noun in draft.nouns]}"
    being = draft.being(nouns[-1])
    if being is None:
        return ""
    return ", ".join(draft.world.beings[number].name for number in being.members) or being.name
