"""The author of a text written in the first person: named at its head, or in the name of the file that it came from."""

from __future__ import annotations

import re

from memcon.extraction.sentences import Sentence
from memcon.extraction.world import Being, Noun, World
from memcon.lexicon import Lexicon
from memcon.lexicon.entries import StateEntry
from memcon.model import Document

# a file name that begins with a date, if any, and two words of which one is a given name: "2002-12-23-cole-anna-..."
_FILED_UNDER = re.compile(
    r"(?:^|[/:\\])(?:\d{4}-\d{2}-\d{2}[-_])?([a-z]{2,})[-_]([a-z]{2,})(?=[-_.]|$)[^/\\]*$", re.IGNORECASE
)


def find_author(
    document: Document, sentences: list[Sentence], nouns: list[Noun], world: World, lexicon: Lexicon
) -> int | None:
    """Who speaks as "I" outside quotations; None where nobody does.

    The person named above the first "I" and outside the prose counts; then one that the origin line is filed under;
    else an author without a name, of the publisher's state.
    """
    firsts = [noun for noun in nouns if noun.sort in ("i", "my", "we") and not noun.quoted]
    if not any(noun.sort in ("i", "my") for noun in firsts):
        return None
    heads = [
        sentence
        for sentence in sentences
        if sentence.kind not in ("paragraph", "item", "footer") and sentence.start <= firsts[0].start
    ]
    for noun in nouns:
        if (
            noun.sort == "person"
            and noun.being is not None
            and any(head.start <= noun.start < head.end for head in heads)
        ):
            return noun.being
    state = lexicon.states.get(document.side or "")
    name = _filed_name(document.origin, lexicon)
    if name is not None:
        known = _known(name, world)
        return known if known is not None else _made(world.add("person", name, firsts[0].start, key="author"), state)
    author = world.add("person", "the author", firsts[0].start, key="author")
    author.named = False
    return _made(author, state)


def _made(author: Being, state: StateEntry | None) -> int:
    author.state = state
    author.sure = False
    return author.number


def _filed_name(origin: str | None, lexicon: Lexicon) -> str | None:
    """The author in the name of the file that a text came from, given name first."""
    match = _FILED_UNDER.search(origin or "")
    if match is None:
        return None
    first, second = match.group(1).lower(), match.group(2).lower()
    if second in lexicon.given_names:
        return f"{second.title()} {first.title()}"
    return f"{first.title()} {second.title()}" if first in lexicon.given_names else None


def _known(name: str, world: World) -> int | None:
    """The person of that surname whom the text names."""
    surname = name.rpartition(" ")[2].lower()
    return next((being.number for being in world.of_kind("person") if being.named and surname in being.words), None)
