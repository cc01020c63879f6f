"""Nominal cues: what a noun of saying reports of another ("welcomed Mr Cole's announcement that ...")."""

from __future__ import annotations

from memcon.extraction.draft import Draft, Said
from memcon.extraction.sentences import Sentence
from memcon.extraction.subjects import Subjects
from memcon.extraction.world import Noun
from memcon.model import Act

_NOUNS: dict[str, Act] = {
    "announcement": "announce",
    "statement": "state",
    "assertion": "state",
    "claim": "state",
    "assurance": "state",
    "remark": "state",
    "declaration": "announce",
    "argument": "state",
    "view": "state",
    "call": "request",
    "appeal": "request",
    "demand": "request",
    "request": "request",
    "plea": "request",
    "pledge": "announce",
    "promise": "announce",
    "proposal": "propose",
    "suggestion": "propose",
    "warning": "warn",
    "confirmation": "stress",
    "admission": "state",
    "complaint": "warn",
    "accusation": "reject",
    "allegation": "state",
}
_ASKING = frozenset({"request", "propose"})
_MODIFIERS = 3  # adjectives between owner and noun: "Mr Cole's recent announcement"


class Nominals:
    """Finds nominal cues in the sentences of one draft."""

    def __init__(self, draft: Draft, subjects: Subjects) -> None:
        self._draft = draft
        self._tokens = draft.tokens
        self._subjects = subjects

    def find_all(self, sentence: Sentence, end: int, found: list[Said]) -> list[Said]:
        """What nouns of saying in a sentence report, each owned by a party that is not the speaker around it."""
        low = self._tokens.low
        told = []
        for i in range(sentence.start + 1, end - 2):
            act = _NOUNS.get(low[i])
            if act is None or not (low[i + 1] == "that" or (act in _ASKING and low[i + 1] in ("for", "to"))):
                continue
            owner = self._owner(i, sentence)
            if owner is None:
                continue
            speaker = self._subjects.parties((owner,))
            around = next((said for said in found if said.covers(i)), None)
            if not speaker or around is None or around.direct or self._speaks_for(around.speaker, speaker):
                continue
            start = i + 2 if low[i + 1] in ("that", "for") else i + 1
            stop = min(end, max(last for _, last in around.content))
            if stop - start > 1:
                told.append(
                    Said(
                        speaker,
                        sentence,
                        [(start, stop)],
                        (i, i + 1),
                        None,
                        act,
                        "nominal-cue",
                        confidence=0.75,
                        reasons=["a noun reports the words"],
                    )
                )
        return told

    def _speaks_for(self, around: tuple[int, ...], owners: tuple[int, ...]) -> bool:
        """Whether a speaker tells of words of their own or of their state's: "highlighted Canada's announcement"."""
        states = {self._draft.state_of(number) for number in around}
        return any(number in around or number in states for number in owners)

    def _owner(self, at: int, sentence: Sentence) -> Noun | None:
        """The mention whose possessive stands before a noun: "Mr Cole's [recent] announcement", "his call"."""
        low = self._tokens.low
        for i in range(at - 1, max(sentence.start, at - 2 - _MODIFIERS), -1):
            if low[i] in ("'s", "'"):
                noun = self._draft.noun_at.get(i)
                return (
                    noun
                    if noun is not None and noun.being is not None and noun.sort not in ("place", "initiative")
                    else None
                )
            if low[i] in ("his", "her", "their"):
                noun = self._draft.noun_from.get(i)
                return noun if noun is not None and noun.being is not None else None
            if not low[i][0].isalpha():
                return None
        return None
