"""Several persons behind one plural office.

"the Presidents of A and B, X and Y", "his counterparts X of A and Y of B".
"""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.mark import Marks
from memcon.extraction.offices import Office
from memcon.extraction.person_names import NameReader
from memcon.extraction.sentences import Sentence
from memcon.extraction.tokens import Tokens

_STYLED = frozenset({"mr", "mrs", "ms", "dr", "sheikh", "prince", "h.e"})


class Holder(NamedTuple):
    """A person named at tokens `start` to `end`, the state behind the name taken in to `outer`, with the office."""

    start: int
    end: int
    outer: int
    office: Office


class HolderLists:
    """Reads the names behind plural offices in one text."""

    def __init__(self, tokens: Tokens, marks: Marks, names: NameReader) -> None:
        self._tokens = tokens
        self._marks = marks
        self._names = names

    def of(self, office: Office, sentence: Sentence) -> list[Holder]:
        """Those who hold a plural office, none where fewer than two names follow it."""
        if not office.plural:
            return []
        return self._shared(office, sentence) if len(office.states) > 1 else self._each(office, sentence)

    def _shared(self, office: Office, sentence: Sentence) -> list[Holder]:
        """The holders of an office of several states: "the Presidents of A and B, Ana Ruiz and Karim Saleh"."""
        low, text, at = self._tokens.low, self._tokens.text, office.end
        people: list[Holder] = []
        for mark in office.states:
            at += at < sentence.end and text[at] == ","
            at += at < sentence.end and low[at] == "and"
            stop = self._names.end(at, sentence, strict=False) if at < sentence.end else at
            if stop < at + 2:
                return []
            own = office._replace(state=mark.state, states=(mark,), plural=False)
            people.append(Holder(at, stop, stop, own))
            at = stop
        return people

    def _each(self, office: Office, sentence: Sentence) -> list[Holder]:
        """The holders behind a bare plural: "Foreign Ministers Ana Ruiz of A, Karim Saleh of B and Tim Roe"."""
        low, at = self._tokens.low, office.end
        people: list[Holder] = []
        while at < sentence.end:
            at += low[at] in _STYLED
            at += at < sentence.end and low[at] == "."
            stop = self._names.end(at, sentence, strict=False) if at < sentence.end else at
            if stop == at:
                break
            mark = None
            if stop + 1 < sentence.end and low[stop] == "of":
                mark = self._marks.starting(stop + 1 + (low[stop + 1] == "the"))
            named = mark is not None and mark.state is not None and mark.kind == "state"
            outer = mark.end if mark is not None and named else stop
            state = mark.state if mark is not None and named else office.state
            people.append(Holder(at, stop, outer, office._replace(state=state, plural=False)))
            at = outer
            if at + 1 >= sentence.end or low[at] not in (",", "and", "&"):
                break
            at += 1 + (low[at] == "," and low[at + 1] == "and")
        return people if len(people) > 1 else []
