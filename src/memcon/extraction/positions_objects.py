"""What a stance is about: its object, and whether it is of the sort that the expression needs."""

from __future__ import annotations

from memcon.extraction.draft import Draft
from memcon.extraction.expressions import Complement, Expressions
from memcon.extraction.principles import is_principle
from memcon.lexicon.patterns import Match
from memcon.lexicon.pledges import StanceGroup, Stances, load_pledges

_PEOPLE = frozenset({"person", "office", "people", "he", "she", "him", "her", "you", "they", "them", "me", "us"})
GUESTS = frozenset({"guest", "guests", "delegation", "visitors", "minister", "ambassador", "members", "participants"})
_HEARERS = frozenset({"you", "him", "her", "them", "all", "everyone", "each", "both"})
_KEYS = {"policy": "policies", "respect": "respected", "right": "right"}
_EMPHASIS = frozenset("terms voice reservation reservations equivocation ambiguity hesitation qualification".split())
_GROUNDS = (["in", "line", "with"], ["in", "accordance", "with"], ["in", "keeping", "with"])
_OCCASIONS = frozenset({"during", "after", "before"})
_ENCOUNTERS = frozenset("meeting talks call conversation visit conference summit".split())
_PREDICATING = frozenset("as to be being a an the of great high special utmost particular major more most".split())
_BEHIND_RATING = frozenset({".", ",", ";", "for", "to", "in", "and", "but", "as", "because", "given", '"'})
_OWNING = frozenset({"'s", "'", "its", "their", "his", "her", "and", ","})
_LONG = 20  # tokens of an object and what is said of it
_FEW = 8  # tokens after "thank" in which "for" follows
_SHORT = 4  # tokens of "a telephone conversation", "talks", "her visit"


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
        at = self.behind_emphasis(self._draft.syntax.skip_adverbs(at, limit), limit)
        if group.frame == "verb":
            second = self._second(at, limit)
            at = at if second is None else second.end
        complement = self._expressions.complement(group.takes, at, limit)
        return complement if complement is not None and self._fits(group, complement, limit) else None

    def behind_emphasis(self, at: int, limit: int) -> int:
        """The token behind "in the strongest possible terms", "without reservation", or the token itself."""
        if at < limit and self._low[at] in ("in", "with", "without"):
            for i in range(at + 1, min(limit, at + _FEW)):
                if self._low[i] in _EMPHASIS:
                    return self._draft.syntax.skip_adverbs(i + 1, limit)
                if self._low[i] in self._draft.lexicon.words.classes["preposition"]:
                    break
        return at

    def _second(self, at: int, limit: int) -> Match[StanceGroup] | None:
        """A second verb with the same object behind "and": "welcome and support"."""
        verb = self._draft.syntax.skip_adverbs(at + 1, limit)
        if verb + 1 < limit and self._low[at] in ("and", "or") and self._draft.syntax.words.is_verb(self._low[verb]):
            second = self._stances.table.matches_at(self._low, verb, limit)
            if second and second[0].entry.frame == "verb":
                return second[0]
        return None

    def last_verb(self, match: Match[StanceGroup], limit: int) -> int:
        """The token of an expression that stands next to its object: the second verb of "condemned and rejected"."""
        second = self._second(match.end, limit) if match.entry.frame == "verb" else None
        return match.start if second is None else second.start

    def _fits(self, group: StanceGroup, complement: Complement, limit: int) -> bool:
        if group.needs == "rated":
            return self.rated(group, complement.start, limit) is not None
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
            return not (article and start + 1 < limit and self._low[start + 1] in GUESTS)
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

    def rated(self, group: StanceGroup, start: int, limit: int) -> int | None:
        """Where an object ends of which a rating is said: "regards [the blockade] as unacceptable"; None if none is."""
        ratings = self._stances.words[group.about or ""]
        noun = self._draft.noun_from.get(start)
        if noun is not None and noun.sort in _PEOPLE | {"state", "side"} and self._low[noun.end] not in ("'s", "'"):
            return None
        heads = self._draft.lexicon.relations
        for i in range(start + 1, min(limit, start + _LONG)):
            if self._low[i] not in ratings:
                continue
            end = self._draft.syntax.before_adverbs(i, start)
            while end > start and self._low[end - 1] in _PREDICATING:
                end -= 1
            following = self._low[i + 1] if i + 1 < limit else ""
            inside = following and following not in _BEHIND_RATING or self._low[i - 1] in _OWNING
            if end == i and inside:
                continue  # "the important decision": the rating is a part of the object
            related = (heads.relations | heads.labels | heads.partners) & set(self._low[start : i + 3])
            return None if related or end <= start else end
        return None

    def end(self, start: int, end: int) -> int:
        """Where the object ends: before the encounter or the document in which the stance was declared."""
        for i in range(start + 1, end - 1):
            if self._low[i] == "," and self._low[i + 1 : i + 4] in _GROUNDS:
                return i
            if self._low[i] in _OCCASIONS and self._is_occasion(i + 1, end) or self.behind_emphasis(i, end) == end:
                return i - (self._low[i - 1] == ",")
        return end

    def _is_occasion(self, at: int, end: int) -> bool:
        """Whether a phrase behind a preposition names an encounter ("during his talks with")."""
        if self._low[at - 1] == "after" and self._low[at].endswith("ing"):
            return True
        return bool(_ENCOUNTERS.intersection(self._low[at : min(end, at + _SHORT)]))
