"""Who "I", "we" and "you" are: the speaker, the speaker's side or all who talk, and who is spoken to."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.draft import Draft, Said
from memcon.extraction.extent import Extent

WE = frozenset({"we", "us", "our", "ourselves"})
ME = frozenset({"i", "me", "my", "myself"})
YOU = frozenset({"you", "your", "yourself", "yourselves"})
CONTRACTED = {
    "we'll": "we",
    "we're": "we",
    "we've": "we",
    "we'd": "we",
    "i'll": "i",
    "i'm": "i",
    "i've": "i",
    "i'd": "i",
    "you'll": "you",
    "you're": "you",
}
_JOINT = frozenset({"joint-statement", "communique", "declaration"})
_SHARED = "shares the subject of the verb before"


class Party(NamedTuple):
    """Who stands somewhere: the entities, the first token of the phrase, why they are taken, and how sure that is."""

    beings: tuple[int, ...]
    start: int
    reason: str = ""
    confidence: float = 0.92

    @property
    def shared(self) -> bool:
        """Whether the subject is that of a verb before."""
        return self.reason == _SHARED

    def as_shared(self) -> Party:
        """The same party as the subject that a coordinated verb shares."""
        return self._replace(reason=_SHARED, confidence=min(0.85, self.confidence))


class FirstPerson:
    """Resolves the pronouns of speech in one draft, and of documents written by their parties."""

    def __init__(self, draft: Draft, extent: Extent) -> None:
        self._draft = draft
        self._extent = extent

    def said(self, token: int) -> Said | None:
        """The statement around a token, or the one that its quotation carries on."""
        said = self._extent.cover[token]
        if said is not None or not self._draft.quoted[token]:
            return said
        before = [said for said in self._draft.said if said.content and said.content[0][0] < token]
        return max(before, key=lambda said: said.content[0][0], default=None)

    def speakers(self, token: int) -> tuple[int, ...]:
        """Who says the words at a token: the speakers of the statement around it, else the author, else nobody."""
        said = self.said(token)
        if said is not None:
            return said.speaker
        return (self._draft.author,) if self._draft.author is not None else ()

    @property
    def both(self) -> tuple[int, ...]:
        """The states of the main encounter's parties, or the parties where these are not states."""
        if self._draft.voice:
            return self._draft.voice
        return self._draft.states if len(self._draft.states) > 1 else self._draft.principals

    def states_of(self, numbers: tuple[int, ...]) -> tuple[int, ...]:
        """The states or organizations for which entities speak, or the entities that speak for none."""
        found: dict[int, None] = {}
        for number in numbers:
            side = self._draft.side_of(number)
            if side is None and number == self._draft.author:
                side = self._left_over()
            found[number if side is None else side] = None
        return tuple(found)

    def _left_over(self) -> int | None:
        """The one state of those who talk that none of the others talking has: the author's."""
        taken = {self._draft.side_of(number) for number in self._draft.principals}
        rest = [state for state in self._draft.states if state not in taken]
        return rest[0] if len(rest) == 1 and len(taken) > 0 else None

    def read(self, word: str, at: int, together: bool) -> Party | None:
        """The party of a pronoun at a token; `together` takes "we" as all who talk."""
        if word in WE:
            return self._we(at, together)
        if word in ME:
            numbers = self.speakers(at)
            return Party(numbers[:1], at, "first person", 0.9) if numbers else None
        if word in YOU:
            return self._you(at)
        if word in ("they", "their", "them") and not self._draft.quoted[at] and len(self._draft.principals) > 1:
            return Party(self._draft.principals, at, "they are who met", 0.75)
        return None

    def _you(self, at: int) -> Party | None:
        said, speakers = self.said(at), self.speakers(at)
        others = said.addressee if said is not None else ()
        others = others or tuple(number for number in self._draft.principals if number not in speakers)
        return Party(others, at, "second person", 0.75) if others and speakers else None

    def _we(self, at: int, together: bool) -> Party | None:
        """ "We": the speaker's state or all who talk, in a joint document its parties, else a group by itself."""
        if self._draft.voice and not self._draft.quoted[at]:
            return Party(self._draft.voice, at, "we are those who declare", 0.88)
        if together and len(self.both) > 1 and not self._is_joint(at):
            return Party(self.both, at, "we are all who talk", 0.75)
        if self._is_publisher(at):
            return Party(self._publisher, at, "we are the publisher's side", 0.82)
        speakers = self.speakers(at)
        if len(speakers) > 1:
            return Party(self.states_of(speakers), at, "first person of several speakers", 0.85)
        if speakers and not self._is_joint(at):
            return Party(self.states_of(speakers), at, "we are the speaker's side", 0.82)
        if self._draft.quoted[at] and self._publisher:
            return Party(self._publisher, at, "we are the publisher's side", 0.75)
        if len(self._draft.principals) > 1:
            return Party(self._draft.principals, at, "we are the parties of the document", 0.85)
        if len(self._draft.states) == 1 and self._is_joint(at):
            return Party(self._draft.states, at, "we are the body that declares", 0.85)
        being = self._draft.world.add("group", "We", at)
        being.named = False
        return Party((being.number,), at, "we are not named", 0.7)

    def _is_joint(self, at: int) -> bool:
        """Whether a token stands in the parties' own words, outside quotations."""
        return self._draft.document.kind in _JOINT and not self._draft.quoted[at]

    def _is_publisher(self, at: int) -> bool:
        """Whether a token stands in the publisher's own words, where the publisher is a state's."""
        said = self.said(at)
        spoken = self._draft.quoted[at] or said is not None and said.direct
        return not spoken and not self._is_joint(at) and self._draft.author is None and bool(self._publisher)

    @property
    def _publisher(self) -> tuple[int, ...]:
        """The state of the document's publisher, if the text names it."""
        side = self._draft.document.side
        being = self._draft.world.find("state", side) if side is not None else None
        return () if being is None else (being.number,)
