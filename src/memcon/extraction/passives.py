"""Words reported in the passive: "X was discussed", "it was agreed that", "hope was expressed that"."""

from __future__ import annotations

from memcon.extraction.cues import Use
from memcon.extraction.draft import Draft, Said
from memcon.extraction.sentences import Sentence
from memcon.extraction.subjects import Subjects
from memcon.lexicon.entries import CueGroup

_OPENING = frozenset(
    (
        "during in at on after within as among also further additionally moreover separately following for regarding "
        "with concerning under"
    ).split()
)
_AGENTS = ("person", "office", "state", "people", "organization", "side")
_PASSIVE_ACTS = frozenset({"stress", "note", "agree"})
_WEIGHED = frozenset("importance need necessity significance role value relevance urgency".split())
_JOINT_KINDS = ("joint-statement", "communique", "declaration")
_ONE_SIDED = frozenset({"state", "stress", "note", "recall", "warn", "reject", "hope", "thank", "announce"})
_COMMENTS = frozenset({"comments", "explanations", "clarifications", "assessments", "assessment", "information"})
_EXPRESSED = frozenset(
    {"expressed", "voiced", "conveyed", "extended", "raised", "provided", "given", "made", "reached"}
)
_AGREEMENTS = frozenset({"agreement", "agreements", "consensus", "understanding", "understandings"})
_CONTEXTS = frozenset({"in", "at", "during", "on", "by", "with"})
_SUPPOSED = frozenset("understood believed thought known considered seen felt feared assumed found learned".split())
_FEELINGS = (
    _COMMENTS
    | _AGREEMENTS
    | frozenset(
        (
            "hope gratitude concern concerns confidence readiness interest support condolences satisfaction regret "
            "willingness appreciation commitment alarm conviction desire solidarity congratulations"
        ).split()
    )
)
_FEELING_LINKS = frozenset(("that on of about over in for at to with concerning regarding").split())
_ON_AGENDA = frozenset({"was", "were", "figured", "featured", "topped"})
_CHAINED = frozenset({"which", "that", "who", "it", "this", "what", "they"})
_MANDATING = frozenset(("instructed mandated tasked directed urged requested asked encouraged ordered").split())


class Passives:
    """Finds statements in the passive; without an agent the principals of the encounter speak."""

    def __init__(self, draft: Draft, subjects: Subjects) -> None:
        self._draft = draft
        self._tokens = draft.tokens
        self._syntax = draft.syntax
        self._subjects = subjects
        self.latest: list[Said] = []

    def of(self, use: Use, end: int) -> Said | None:
        """The statement of a passive cue; None where nobody can be meant."""
        low = self._tokens.low
        if low[use.chain] == "to" or use.progressive or "being" in low[use.chain : use.head]:
            return None
        impersonal = low[use.chain - 1] == "it" and use.chain > use.sentence.start
        if impersonal and low[use.chain] in ("is", "was") and low[use.head] in _SUPPOSED:
            return None
        at = self._past_context(use.end, end) if impersonal else self._syntax.skip_adverbs(use.end, end)
        if impersonal and self._tokens.text[use.chain - 2] == "," and self._tokens.text[at : at + 1] == [","]:
            return self._amid(use, at, end)
        for _, group in use.groups:
            clause = at < end and (
                (low[at] == "that" and "that" in group.takes)
                or (low[at] == "to" and impersonal and ("to" in group.takes or group.passive is not None))
            )
            if not (group.passive or clause or group.act in _PASSIVE_ACTS or self._mandates(use, group, at, end)):
                continue
            if use.modal is not None and (not group.both or use.modal != "will"):
                return None
            agent = use.end if impersonal and use.end < end and low[use.end] == "by" else at
            speaker, reasons = self._agent(agent, end, group if clause else None, use.sentence)
            if not speaker:
                return None
            content = self._content(use, group, at, end, clause and impersonal)
            if content is None:
                return None
            return Said(
                speaker,
                use.sentence,
                [content],
                (use.chain, use.end),
                group,
                group.act,
                "attribution-passive",
                confidence=0.8 if reasons else 0.88,
                reasons=reasons,
                negated=use.negated,
                modal=use.modal,
            )
        return None

    def _past_context(self, at: int, end: int) -> int:
        """The token behind a context: "it was noted [in this regard] that", "it was agreed[, in particular,] to"."""
        low, text = self._tokens.low, self._tokens.text
        at = self._syntax.skip_adverbs(at, end)
        if at + 3 < end and text[at] == "," and low[at + 1] == "in" and text[at + 3] == ",":
            return at + 4
        if at < end and low[at] in _CONTEXTS:
            behind = next((i for i in range(at + 1, min(end, at + 8)) if low[i] == "that"), None)
            return at if behind is None else behind
        return at

    def _amid(self, use: Use, at: int, end: int) -> Said | None:
        """ "Such a step, it was noted, would help": the whole sentence."""
        group = next((group for _, group in use.groups if "that" in group.takes), None)
        if group is None or at + 1 >= end:
            return None
        speaker, reasons = self._agent(at, end, group, use.sentence)
        content = [(use.sentence.start, use.chain - 2), (at + 1, end)]
        cue = (use.chain, use.end)
        return (
            Said(
                speaker,
                use.sentence,
                content,
                cue,
                group,
                group.act,
                "attribution-passive",
                confidence=0.75,
                reasons=reasons,
            )
            if speaker
            else None
        )

    def of_feeling(self, sentence: Sentence, end: int) -> Said | None:
        """ "The hope was expressed that ...": a feeling of those who met, or of the agent named."""
        low = self._tokens.low
        for i in range(sentence.start + 1, end - 2):
            if low[i] not in _EXPRESSED or self._draft.quoted[i]:
                continue
            at = i - 1
            while at > sentence.start and (
                low[at] in ("was", "were", "been", "has", "have", "had") or self._syntax.is_adverb(at)
            ):
                at -= 1
            if at == i - 1 or low[at] not in _FEELINGS or low[i + 1] not in _FEELING_LINKS:
                continue
            group = self._group_of(low[at])
            if group is None or end - i < 3 or (low[i] == "reached") != (low[at] in _AGREEMENTS):
                return None
            speaker, reasons = self._agent(i + 1, end, group, sentence)
            if not speaker:
                return None
            return Said(
                speaker,
                sentence,
                [(i + 2, end)],
                (at, i + 1),
                group,
                group.act,
                "attribution-passive",
                confidence=0.75,
                reasons=reasons,
            )
        return None

    def on_agenda(self, sentence: Sentence, end: int) -> Said | None:
        """ "The road project was also on the agenda": what those who met discussed."""
        low = self._tokens.low
        at = next((i for i in range(sentence.start + 3, end) if low[i] == "agenda" and low[i - 1] == "the"), None)
        if at is None or low[at - 2] not in ("on", "topped") or self._draft.quoted[at]:
            return None
        verb = self._syntax.before_adverbs(at - 2, sentence.start + 1) - 1 if low[at - 2] == "on" else at - 2
        stop = verb - (self._tokens.text[verb - 1] == ",")
        draft = self._draft
        who = draft.principals if len(draft.principals) > 1 else draft.states
        if low[verb] not in _ON_AGENDA or low[verb - 1] in _CHAINED or stop <= sentence.start or len(who) < 2:
            return None
        content, cue = [(sentence.start, stop)], (verb, at + 1)
        return Said(who, sentence, content, cue, None, "discuss", "attribution-passive", confidence=0.8)

    def _group_of(self, feeling: str) -> CueGroup | None:
        """The group of "expressed hope" for "hope was expressed"."""
        if feeling in _AGREEMENTS:
            words: tuple[str, ...] = ("reached", "agreement", "on")
        else:
            words = ("provided", "comments", "on") if feeling in _COMMENTS else ("expressed", feeling, "about")
        matches = self._draft.lexicon.cues.matches_at(words, 0, len(words))
        return matches[0].entry if matches else None

    def _agent(
        self, at: int, end: int, group: CueGroup | None, sentence: Sentence
    ) -> tuple[tuple[int, ...], list[str]]:
        """The agent behind "by"; else who spoke before, for words that one side alone can say; else those who met."""
        if at < end and self._tokens.low[at] == "by":
            noun = self._draft.noun_from.get(at + 1)
            if noun is None or noun.being is None or not noun.sort.startswith(_AGENTS):
                return (), []
            return self._subjects.parties((noun,)), []
        last = self.latest[-1] if self.latest else None
        if (
            group is not None
            and group.act in _ONE_SIDED
            and last is not None
            and last.act in _ONE_SIDED
            and last.sentence.paragraph == sentence.paragraph
            and len(last.speaker) == 1
        ):
            return last.speaker, ["no agent is named: the speaker before goes on"]
        joint = next((said.speaker for said in reversed(self.latest) if said.act in ("discuss", "agree")), ())
        principals, states = self._draft.principals, self._draft.states
        met = principals if len(principals) > 1 or len(states) < 2 else states
        return met or joint, ["no agent is named"]

    def _content(self, use: Use, group: CueGroup, at: int, end: int, clause: bool) -> tuple[int, int] | None:
        if clause:
            return at + (self._tokens.low[at] == "that"), end
        if self._mandates(use, group, at, end):
            return at, end
        subject = self._subject_of(use)
        weighed = group.act == "note" and subject is not None and _WEIGHED & set(self._tokens.low[slice(*subject)][:3])
        return subject if group.passive or group.act == "stress" or weighed else None

    def _mandates(self, use: Use, group: CueGroup, at: int, end: int) -> bool:
        """ "The commission was mandated to ...": a charge that those who met gave."""
        low = self._tokens.low
        joint = self._draft.document.kind in _JOINT_KINDS
        return (
            joint
            and group.act == "request"
            and low[use.head] in _MANDATING
            and at < end
            and low[at] == "to"
            and use.chain > use.sentence.start
        )

    def _subject_of(self, use: Use) -> tuple[int, int] | None:
        """The subject of a passive: from the start of its clause to the auxiliary."""
        low, text = self._tokens.low, self._tokens.text
        start, stop = self._clause_start(use.sentence, use.chain), use.chain
        while start < stop and (self._syntax.is_adverb(start) or not text[start][0].isalnum()):
            start += 1
        for i in range(start, stop):
            if (low[i] in ("who", "that", "said", "it") and i == start) or text[i] == '"':
                return None
            if low[i] == "which" and ((i + 1 == stop) or text[i - 1] != "," or text[stop - 1] != ","):
                return None
        while stop > start and text[stop - 1] == ",":
            stop -= 1
        return (start, stop) if stop > start and low[start] not in ("he", "she", "they", "it", "who") else None

    def _clause_start(self, sentence: Sentence, stop: int) -> int:
        """The start of a sentence without its opening adverbial ("During the meeting, ")."""
        text, low = self._tokens.text, self._tokens.low
        start = sentence.start
        if "," in text[start:stop] and low[start] in _OPENING:
            return next(i for i in range(start, stop) if text[i] == ",") + 1
        return start
