"""One encounter in the making, before it is known whether the text speaks of it again."""

from __future__ import annotations

from dataclasses import dataclass, field

from memcon.extraction.draft import Draft
from memcon.extraction.sentences import Sentence
from memcon.model import MeetingFormat, MeetingKind, MeetingStatus, Part, Press, Span

_PARTING = frozenset({",", ";", ":"})

FAMILY: dict[MeetingKind, str] = {
    "meeting": "meeting",
    "talks": "meeting",
    "call": "call",
    "video-call": "call",
    "session": "session",
    "summit": "session",
    "signing": "signing",
    "ceremony": "meeting",
}


def evidence_span(draft: Draft, start: int, end: int) -> Span:
    """The span of the tokens from `start` to `end`, without a mark at its edges that only parts clauses."""
    text = draft.tokens.text
    while end - 1 > start and text[end - 1] in _PARTING:
        end -= 1
    while start < end - 1 and text[start] in _PARTING:
        start += 1
    return draft.span(start, end)


@dataclass(slots=True)
class Encounter:
    """Who met whom, as one sentence tells it; `parts` are entity numbers with what they did.

    Ranges are of tokens, `end` exclusive. `start` to `end` is the clause that tells it, `cue` its verb or noun.
    `definite` marks words that speak of an encounter already told ("the meeting", "their talks"), `single` one that
    names a partner only, `loose` words that fit calls as well as meetings ("spoke with"), `sided` a clause that tells
    both who meets and whom, `follows` an encounter of the same people as the one told before it.
    """

    kind: MeetingKind
    sentence: Sentence
    cue: tuple[int, int]
    start: int
    end: int
    rule: str
    parts: dict[int, Part] = field(default_factory=dict)
    status: MeetingStatus = "held"
    definite: bool = False
    single: bool = False
    loose: bool = False
    sided: bool = False
    follows: bool = False
    date: str | None = None
    time: str | None = None
    duration: str | None = None
    place: int | None = None
    venue: str | None = None
    format: MeetingFormat | None = None
    margins_of: int | None = None
    body: int | None = None
    ordinal: int | None = None
    count: int | None = None
    requested_by: tuple[int, ...] = ()
    inviter: int | None = None
    tone: list[tuple[int, int]] = field(default_factory=list)
    press: Press | None = None
    attendees: dict[int, None] = field(default_factory=dict)
    evidence: list[tuple[int, int]] = field(default_factory=list)
    confidence: float = 0.9
    reasons: list[str] = field(default_factory=list)

    @property
    def family(self) -> str:
        """Kinds that may be words for the same encounter share a family."""
        return FAMILY[self.kind]

    def doubt(self, less: float, reason: str) -> None:
        """Lower the confidence, with a reason, once for each."""
        if reason not in self.reasons:
            self.confidence = max(0.1, self.confidence - less)
            self.reasons.append(reason)
