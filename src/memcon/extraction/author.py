"""The author of a text in the first person, named at its head or in its file name; and who its "we" are."""

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
_NUMBERED = 3  # tokens at the head of a sentence that may number it: "1. We, the leaders"
_STATEMENTS = frozenset({"statement", "communiqué", "communique", "declaration"})
_GATHERINGS = frozenset({"summit", "meeting", "conference", "forum", "dialogue", "council"})
_DECLARING = frozenset({"joint-statement", "communique", "declaration"})


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
            _entitle(world.beings[noun.being], noun, heads, nouns)
            return noun.being
    state = lexicon.states.get(document.side or "")
    name = _filed_name(document.origin, lexicon)
    if name is not None:
        known = _known(name, world)
        return known if known is not None else _made(world.add("person", name, firsts[0].start, key="author"), state)
    author = world.add("person", "the author", firsts[0].start, key="author")
    author.named = False
    return _made(author, state)


def _entitle(author: Being, name: Noun, heads: list[Sentence], nouns: list[Noun]) -> None:
    """Give an author the office on the line above or below the name at the head: "Prime Minister / Anna Cole"."""
    if author.offices:
        return
    at = next(k for k, head in enumerate(heads) if head.start <= name.start < head.end)
    for head in (*heads[max(0, at - 1) : at], *heads[at + 1 : at + 2]):
        title = next((noun for noun in nouns if noun.office is not None and head.start <= noun.start < head.end), None)
        if title is not None and title.office is not None and not title.office.plural and title.end >= head.end - 1:
            author.offices.append(title.office)
            return


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


def find_voice(
    document: Document, sentences: list[Sentence], nouns: list[Noun], low: list[str]
) -> tuple[int, ...]:
    """Who "we" outside quotations are: the parties of "We, the leaders of X, ...", else the one body in the title.

    The title counts only for declarations, which speak for a body as a whole.
    """
    starts = {noun.start: noun for noun in nouns if noun.how != "pronoun"}
    for sentence in sentences:
        for at in range(sentence.start, min(sentence.start + _NUMBERED, sentence.end - 4)):
            if low[at : at + 2] == ["we", ","]:
                introduced = _introduced(at + 2, starts, low)
                if introduced:
                    return introduced
    head = next((sentence for sentence in sentences if sentence.kind in ("title", "heading")), None)
    partners = _partners(head, starts, low) if head is not None else ()
    if partners or document.kind not in _DECLARING:
        return partners
    within = [noun for noun in nouns if head is not None and head.start <= noun.start < head.end]
    bodies = {noun.being for noun in within if noun.being is not None and noun.sort == "organization"}
    alone = len(bodies) == 1 and not any(noun.sort in ("person", "office", "state") for noun in within)
    return tuple(bodies) if alone else ()


def _partners(head: Sentence, starts: dict[int, Noun], low: list[str]) -> tuple[int, ...]:
    """The body and its partner in the title of what their summit declares: "Statement of the ASEAN-Japan Summit"."""
    words = set(low[head.start : head.end])
    if words.isdisjoint(_STATEMENTS) or words.isdisjoint(_GATHERINGS):
        return ()
    for at in range(head.start, head.end):
        one, other = starts.get(at), None
        if one is not None and low[one.end : one.end + 1] in (["-"], ["–"], ["and"]):
            other = starts.get(one.end + 1)
        if one is None or other is None or one.being is None or other.being is None:
            continue
        if {"organization"} <= {one.sort, other.sort} <= {"organization", "state"}:
            return one.being, other.being
    return ()


def _introduced(at: int, starts: dict[int, Noun], low: list[str]) -> tuple[int, ...]:
    """Whom the list behind "We," names; of "the leaders of the Group of Seven" the body."""
    found: list[int] = []
    while True:
        noun = starts.get(at) or starts.get(at + 1)
        body = None if noun is None else _body_of(noun, starts, low)
        if noun is None or (body is None and noun.being is None):
            return tuple(found)
        found += [each for each in (noun.being if body is None else body,) if each is not None]
        at = max(noun.outer, noun.end)
        while low[at : at + 1] and low[at] in (",", "and"):
            at += 1
        if at == max(noun.outer, noun.end):
            return tuple(found)


def _body_of(noun: Noun, starts: dict[int, Noun], low: list[str]) -> int | None:
    """The organization whose leaders or members a mention names, inside it or behind "of"."""
    inner = [other for other in starts.values() if noun.start < other.start < noun.end]
    if low[noun.end : noun.end + 1] == ["of"]:
        behind = starts.get(noun.end + 1) or starts.get(noun.end + 2)
        inner += [behind] if behind is not None else []
    bodies = {other.being for other in inner if other.sort == "organization" and other.being is not None}
    return bodies.pop() if len(bodies) == 1 else None
