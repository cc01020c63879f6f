"""Who bears a name: persons, states, bodies, places and initiatives of a text, each with all its names."""

from __future__ import annotations

from collections.abc import Mapping

from memcon.extraction.bearers import Bearers
from memcon.extraction.capitals import ACTING
from memcon.extraction.mark import Mark, Marks
from memcon.extraction.people import Person
from memcon.extraction.person_names import fold
from memcon.extraction.sentences import Sentence
from memcon.extraction.tokens import Tokens
from memcon.extraction.world import Being, Noun, World
from memcon.lexicon import Lexicon
from memcon.lexicon.entries import StateEntry

__all__ = ["Namer", "fold"]

_LINKS = frozenset({"of", "the", "and", "for", "on", "in", "to", "s", "&"})
_STATE_SENSES = frozenset({"state", "adjective", "people", "prefix"})
_APPOSED = frozenset({"organization", "organisation", "body", "bloc", "forum", "bank"})
_ARTICLES = ("the ", "some ", "a ", "an ")
_LONGEST_APPOSITION = 9


class Namer:
    """Makes the beings of a text from its names and says which mention is whose."""

    def __init__(self, tokens: Tokens, text: str, marks: Marks, world: World, lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._text = text
        self._marks = marks
        self._world = world
        self._lexicon = lexicon
        self._keys: dict[int, str] = {}
        self._of_states = [
            mark for mark in marks.all
            if mark.state is not None and (mark.kind in _STATE_SENSES or mark.kind == "metonym" and mark.type == ACTING)
        ]
        self._name_bodies()

    @property
    def marks(self) -> Marks:
        """The marks of the text."""
        return self._marks

    @property
    def lexicon(self) -> Lexicon:
        """The lexicon that the names are read with."""
        return self._lexicon

    @property
    def without(self) -> Mapping[str, frozenset[str]]:
        """The states, by alpha-3 code, that have no such office: a king's realm no president."""
        return self._lexicon.nouns.get("without", {})

    def only_state(self, title: str) -> StateEntry | None:
        """The one state that has an office of this title: Japan an emperor."""
        code = next((code for code, titles in self._lexicon.nouns["only"].items() if title in titles), None)
        return None if code is None else self._lexicon.states.get(code)

    def lexicon_state(self, code: str) -> StateEntry | None:
        """The lexicon's state of an alpha-3 code."""
        return self._lexicon.states.get(code)

    def homes(self, name: str) -> frozenset[str]:
        """The states, by alpha-3 code, that a personal name points to."""
        return self._lexicon.name_homes.of(name, self._lexicon.given_names)

    def is_general(self, noun: Noun) -> bool:
        """Whether a plural title is a general word for persons ("leaders", "officials") rather than an office."""
        return any(word in self._lexicon.nouns["people"]["all"] for word in self._tokens.low[noun.start : noun.end])

    def number(self, word: str) -> int | None:
        """The number that a word of a group expression stands for ("two", "both")."""
        return self._lexicon.groups.numbers.get(word)

    def state_marks(self) -> list[Mark]:
        """Marks that name a state, or its people or government, also as an adjective."""
        return self._of_states

    def described(self, start: int, end: int) -> str:
        """The words of a description without the article: "senior official" of "a senior official"."""
        words = self.written(start, end)
        return next((words[len(each) :] for each in _ARTICLES if words.lower().startswith(each)), words)

    def written(self, start: int, end: int) -> str:
        """The words between two tokens as the text writes them, on one line."""
        words = self._text[self._tokens.start[start] : self._tokens.end[end - 1]].split()
        return " ".join(words).replace("\\'", "'")

    def people(self, people: list[Person]) -> dict[int, int]:
        """The being of every person's name, by the token where the name starts."""
        return Bearers(self._tokens, self._text, self._world, self._lexicon).settle(people)

    # bodies under their full and short names

    def _name_bodies(self) -> None:
        """One key for the full and the short forms of a body that no list holds.

        "The Friendship Group" is the one "Coralis-Astavia Friendship Group" of the text, "Committee of the WUP" that
        of the "Workers' Unity Party (WUP)", if there is one such body only.
        """
        bodies = [
            mark
            for whole in self._marks.all
            for mark in (whole, *whole.inner)
            if mark.kind == "body" and mark.entry is None
        ]
        acronyms = {
            self._tokens.text[mark.start]: tuple(_content(mark.name))
            for mark in bodies
            if mark.name is not None and mark.end - mark.start == 1
        }
        words = {mark.start: self._expanded(mark, acronyms) for mark in bodies}
        known = sorted(set(words.values()), key=lambda some: (-len(some), some))
        types = {words[mark.start]: mark.type for mark in bodies}
        for mark in bodies:
            own = words[mark.start]
            same = [other for other in known if set(other) == set(own)]
            wider = [
                other
                for other in known
                if len(other) > len(own)
                and types[other] == mark.type
                and (other[: len(own)] == own or other[-len(own) :] == own)
            ]
            chosen = (
                wider[0]
                if len(wider) == 1 or wider and all(set(other) <= set(wider[0]) for other in wider)
                else same[0]
            )
            self._keys[mark.start] = " ".join(chosen)

    def _expanded(self, mark: Mark, acronyms: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
        """The content words of a body's name, acronyms that the text explains written out."""
        if mark.end - mark.start == 1 and self._tokens.text[mark.start] in acronyms:
            return acronyms[self._tokens.text[mark.start]]
        found: list[str] = []
        for i in range(mark.start, mark.end):
            word = self._tokens.text[i]
            found += acronyms.get(word, ()) if word in acronyms else _content(word)
        return tuple(found)

    def body_key(self, mark: Mark) -> str:
        """What all names of one body have in common."""
        return (
            mark.name
            if mark.entry is not None and mark.name is not None
            else self._keys.get(mark.start, fold(self.written(mark.start, mark.end)))
        ).lower()

    def body(self, mark: Mark) -> Being:
        """The body that a mark names."""
        return self.marked(Noun(mark.start, mark.end, mark.end, "name", "organization", mark=mark))

    # states, bodies, places, initiatives

    def state(self, entry: StateEntry, at: int) -> Being:
        """The state of a lexicon entry (or of the text's own)."""
        being = self._world.add("state", entry.name, at, key=entry.code or entry.name.lower())
        being.state = entry
        being.first = min(being.first, at)
        return being

    def marked(self, noun: Noun) -> Being:
        """The being of a mention that a mark gives."""
        mark = noun.mark
        assert mark is not None
        written = self.written(mark.start, mark.end)
        if mark.state is not None and mark.kind in ("state", "people", "metonym"):
            being = self.state(mark.state, noun.start)
            if written != being.name and mark.kind == "state":
                being.aliases[written] = None
            return being
        being = self._being_of(mark, written, noun.start)
        if _is_better(written, being.name):
            being.aliases[being.name] = None
            being.name = written
        if written != being.name:
            being.aliases[written] = None
        being.aliases.pop(being.name, None)
        return being

    def _being_of(self, mark: Mark, written: str, at: int) -> Being:
        if mark.kind in ("capital", "place"):
            key = (
                f"{mark.state.code}:{mark.state.capital}"
                if mark.kind == "capital" and mark.state is not None
                else mark.name or written
            )
            being = self._world.add("place", written, at, key=key.lower())
            being.state, being.type = mark.state, mark.type
        elif mark.kind == "initiative":
            being = self._world.add("initiative", written, at, key=(mark.name or fold(written)).lower())
        else:
            being = self._world.add("organization", written, at, key=self.body_key(mark))
            being.type = being.type or mark.type
            being.state = being.state or mark.state
        return being

    def appositions(self, sentences: list[Sentence]) -> list[Noun]:
        """Descriptions set beside a body's name: "the Knesset, Israel's legislature"."""
        tokens = self._tokens
        bodies = [
            mark
            for mark in self._marks.all
            if mark.kind == "body" and mark.end < len(tokens) and tokens.text[mark.end] == ","
        ]
        if not bodies:
            return []
        generic = {word for words in self._lexicon.nouns["generic"].values() for word in words} | _APPOSED
        ends = {i: sentence.end for sentence in sentences for i in range(sentence.start, sentence.end)}
        found = (self._apposed(mark, generic, ends.get(mark.start, mark.end)) for mark in bodies)
        return [noun for noun in found if noun is not None]

    def _apposed(self, mark: Mark, generic: set[str], limit: int) -> Noun | None:
        tokens, at = self._tokens, mark.end + 1
        stop = min(limit, at + _LONGEST_APPOSITION - 1)
        end = next((j for j in range(at, stop) if tokens.low[j] in generic), None)
        if end is None or any(
            tokens.text[j] in (",", ".") or tokens.low[j] in ("and", "which", "that") for j in range(at, end)
        ):
            return None
        owner = self._marks.at[at] or self._marks.at[min(at + 1, stop - 1)]
        if not ((owner is not None and owner.kind in ("state", "adjective")) or tokens.low[at] in ("the", "a", "an")):
            return None
        stop = end + 1
        if stop + 1 < limit and tokens.low[stop] == "of":
            inner = self._marks.starting(stop + 1 + (tokens.low[stop + 1] == "the"))
            stop = inner.end if inner is not None else stop
        return Noun(at, stop, stop, "role", "apposition", mark=mark)


def _content(name: str | None) -> list[str]:
    """The words of a name that tell it apart, folded."""
    letters = "".join(c if c.isalnum() else " " for c in fold(name or ""))
    return [word for word in letters.split() if word not in _LINKS]


def _is_better(written: str, name: str) -> bool:
    """Whether a name written so is the better one to show: the longer, and rather not all in capitals."""
    if written.isupper() != name.isupper():
        return name.isupper() and len(written) > 2
    return len(written) > len(name)
