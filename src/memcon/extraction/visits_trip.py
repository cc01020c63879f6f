"""One trip in the making: who goes where, before it is known whether the text speaks of it again."""

from __future__ import annotations

from dataclasses import dataclass, field

from memcon.extraction.sentences import Sentence
from memcon.model import VisitType


@dataclass(slots=True)
class Trip:
    """Who goes where, as one sentence tells it; ranges are of tokens, `end` exclusive.

    `destination` is None while the text leaves it unsaid, `city` the town where the destination is, or may be, a state.
    `planned` trips are still to come. `leg` marks one of several towns named together, each a trip of its own.
    """

    sentence: Sentence
    start: int
    end: int
    rule: str
    visitors: list[int]
    destination: int | None
    city: int | None = None
    delegation: bool = False
    leg: bool = False
    planned: bool = False
    type: VisitType | None = None
    date: str | None = None
    inviter: int | None = None
    evidence: list[tuple[int, int]] = field(default_factory=list)
    confidence: float = 0.9
    reasons: list[str] = field(default_factory=list)
