"""What a stance is about: its object, and whether it is of the sort that the expression needs."""

from __future__ import annotations

from memcon.extraction.draft import Draft
from memcon.extraction.expressions import Complement, Expressions
from memcon.extraction.principles import is_principle
from memcon.lexicon.pledges import StanceGroup, Stances, load_pledges

_PEOPLE = frozenset({"person", "office", "people", "he", "she", "him", "her", "you", "they", "them", "me", "us"})
_GUESTS = frozenset({"guest", "guests", "delegation", "visitors", "minister", "ambassador", "members", "participants"})
_HEARERS = frozenset({"you", "him", "her", "them", "all", "everyone", "each", "both"})
_KEYS = {"policy": "policies", "respect": "respected"}
_FEW = 8  # tokens after "thank" in which "for" follows


class Objects:
    """Reads the objects of stances in one draft."""

    def __init__(self, draft: Draft, expressions: Expressions, stances: Stances) -> None:
        self._draft = draft
        self._expressions = expressions
        self._stances = stances
        self._low = draft.tokens.low
        self._upholding = load_pledges(draft.lexicon).words["upholding"]

    def complement(self, group: StanceGroup, at: int, limit: int) -> Complement | None:
        """What an expression governs, if it is of the sort that the expression needs."""
        if group.stance == "thank" and at < limit and self._low[at] in _HEARERS:
            return Complement("np", at)
        at = self._draft.syntax.skip_adverbs(at, limit)
        if group.frame == "verb":
            at = self._behind_second(at, limit)
        complement = self._expressions.complement(group.takes, at, limit)
        return complement if complement is not None and self._fits(group, complement, limit) else None

    def _behind_second(self, at: int, limit: int) -> int:
        """The token behind a second verb with the same object: "welcome and support"."""
        if at + 2 < limit and self._low[at] in ("and", "or") and self._draft.syntax.words.is_verb(self._low[at + 1]):
            second = self._stances.table.matches_at(self._low, at + 1, limit)
            if second and second[0].entry.frame == "verb":
                return second[0].end
        return at

    def _fits(self, group: StanceGroup, complement: Complement, limit: int) -> bool:
        if group.about is not None:
            key = _KEYS.get(group.about, "principles")
            return is_principle(self._draft, self._expressions, complement.start, limit, key)
        if self._low[complement.start : complement.start + 2] == ["each", "other"]:
            return False
        if group.needs == "matter" and complement.takes == "np":
            return self._is_no_greeting(complement.start, limit)
        return True

    def _is_no_greeting(self, start: int, limit: int) -> bool:
        """Whether what is welcomed is a matter: guests are greeted, unless they are praised "for" something."""
        noun = self._draft.noun_from.get(start)
        if self._low[start + 1 : start + 3] in (["opportunity", "to"], ["chance", "to"]):
            return False
        if noun is None:
            article = self._low[start] in ("the", "his", "her", "their", "a")
            return not (article and start + 1 < limit and self._low[start + 1] in _GUESTS)
        behind = max(noun.outer, noun.end)
        following = self._low[behind] if behind < limit else ""
        if noun.sort not in _PEOPLE or following in ("'s", "'"):
            return True
        return noun.sort in ("person", "office") and following == "for"

    def is_matter(self, complement: Complement, limit: int) -> bool:
        """Whether the object is a principle or another's sovereignty, which one supports without doing anything."""
        return is_principle(self._draft, self._expressions, complement.start, limit)

    def start(self, group: StanceGroup, start: int, limit: int) -> int:
        """Where the object begins: behind "upholding" in front of a principle."""
        if group.about == "principle":
            at = self._expressions.skip(start, limit)
            if at + 1 < limit and self._low[at] in self._upholding:
                return at + 1
        return start

    def says_why(self, start: int, end: int) -> bool:
        """Whether thanks name a reason or somebody other than the hearer: no bare "thank you very much"."""
        words = self._low[start:end]
        return words[0] != "you" or "for" in words[:_FEW] and words[-1] not in ("for", "attention")
