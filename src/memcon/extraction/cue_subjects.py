"""The subject that each cue has of its own: named, described, quoted by another, or before an aside."""

from __future__ import annotations

from memcon.extraction.clauses import Clauses
from memcon.extraction.cues import Use
from memcon.extraction.draft import Draft
from memcon.extraction.subjects import Subjects
from memcon.extraction.world import Noun

_NOBODY = frozenset({"neither", "no", "none", "nobody", "nor"})
_MOST_QUOTER = 9  # tokens of "quoted by the newspaper as"
_QUOTING = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing", "reported", "heard"})
_SHARED = frozenset(("and but , ; also [ ( to : - • – — or then who which").split())


class CueSubjects:
    """Gives the cues of one draft their subjects."""

    def __init__(self, draft: Draft, subjects: Subjects, clauses: Clauses) -> None:
        self._draft = draft
        self._tokens = draft.tokens
        self._subjects = subjects
        self._clauses = clauses

    def give(self, use: Use, uses: list[Use]) -> None:
        """Set the subject of a cue, where it has one of its own; `uses` are the cues of its sentence."""
        self._find(use, uses)
        own = use.subject_start
        use.negated = use.negated or (own >= 0 and not _NOBODY.isdisjoint(self._tokens.low[max(0, own - 1) : own + 1]))

    def _find(self, use: Use, uses: list[Use]) -> None:
        sentence, low = use.sentence, self._tokens.low
        if use.form == "ing" and low[use.chain - 1] == "as":
            self._give_quoted(use)
            return
        if use.form == "ing":
            noun = self._draft.noun_at.get(use.chain)
            if noun is not None and noun.being is not None:
                absolute = noun.start > sentence.start and low[noun.start - 1] == "with"
                if absolute or noun.start <= sentence.start + 1:
                    use.nouns, use.noun, use.subject_start = (noun,), noun, noun.start - absolute
            return
        if use.form == "infinitive" or use.talks:
            return
        at = use.chain - 1 if use.chain > sentence.start and self._tokens.text[use.chain - 1] == ":" else use.chain
        nouns = self._subjects.before(at, sentence)
        if nouns:
            nouns = self._over_aside(nouns, uses) or nouns
            use.nouns, use.noun, use.subject_start = nouns, nouns[-1], nouns[0].start
            return
        own = self._clauses.past_adverbials(use.chain)
        if own < use.chain and (nouns := self._subjects.before(own, sentence)):
            use.nouns, use.noun, use.subject_start = nouns, nouns[-1], nouns[0].start
            return
        before = low[own - 1] if own > sentence.start else ""
        aside = self._subjects.aside(own, sentence) if before == "," else own
        if own <= sentence.start or (before in _SHARED and aside == own):
            return
        apart = [other.end for other in uses if other.end <= aside and low[other.chain - 1] != "who"]
        limit = max(apart or [sentence.start])
        use.generic = self._subjects.described(aside, sentence, limit)
        if use.generic is not None:
            use.subject_start = use.generic[0]

    def _give_quoted(self, use: Use) -> None:
        """Who is quoted by another: "the agency quoted Mr Cole as saying"; the whole is the attribution."""
        low, at = self._tokens.low, use.chain - 1
        noun = self._draft.noun_at.get(at)
        first = max(use.sentence.start, at - _MOST_QUOTER)
        passive = next((i for i in range(at - 1, first, -1) if low[i] == "quoted"), 0)
        if passive and low[passive - 1] in ("was", "were", "is", "been"):
            nouns = self._subjects.before(passive - 1, use.sentence)
            if nouns:
                use.form, use.nouns, use.noun, use.subject_start = "finite", nouns, nouns[-1], nouns[0].start
            return
        if noun is None or noun.being is None or low[noun.start - 1] not in _QUOTING:
            return
        start = noun.start - 1
        while start > use.sentence.start and self._tokens.text[start - 1] not in (",", '"', ";"):
            start -= 1
        use.form, use.nouns, use.noun, use.subject_start = "finite", (noun,), noun, start

    def _over_aside(self, nouns: tuple[Noun, ...], uses: list[Use]) -> tuple[Noun, ...] | None:
        """The subject before an aside without commas: "Mr Cole while thanking the guest said" (not the guest)."""
        aside = next((other for other in uses if other.form == "ing" and other.end == nouns[0].start), None)
        if aside is None or self._tokens.low[aside.chain - 1] != "while":
            return None
        noun = self._draft.noun_at.get(aside.chain - 1)
        return (noun,) if noun is not None and noun.being is not None else None
