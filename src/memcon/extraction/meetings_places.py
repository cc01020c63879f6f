"""Where: the places and venues that stand by an encounter word, those that no list holds too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from memcon.extraction.draft import Draft
from memcon.extraction.world import Noun
from memcon.lexicon.encounters import Encounters

_INTO = frozenset({"in", "at", "near", "inside", "aboard"})
_OWN = frozenset({"the", "his", "her", "their", "its", "our"})
_CONFERRING = frozenset({"forum", "mechanism", "committee", "international-organization"})
_PEOPLE = frozenset({"person", "office", "people"})
_LONGEST_VENUE = 6


class Placed(NamedTuple):
    """A place and, where the text names one, the venue in it; `end` is the token behind."""

    place: int | None
    venue: str | None
    end: int


class Places:
    """Reads places in one draft; `dated` holds the tokens of its dates."""

    def __init__(self, draft: Draft, words: Encounters, dated: frozenset[int]) -> None:
        self._draft = draft
        self._tokens = draft.tokens
        self._words = words.words
        self._calendar = draft.lexicon.words.classes["calendar"]
        self._closed = draft.lexicon.words.classes["closed"]
        self._dated = dated
        self._inside = {
            i for noun in draft.nouns if noun.sort in _PEOPLE for i in range(noun.start + 1, self._own_end(noun))
        }

    def _own_end(self, noun: Noun) -> int:
        """Where a mention ends, without a place that says where somebody was rather than where he serves."""
        end = max(noun.end, noun.outer)
        if self._words["posted"].isdisjoint(self._tokens.low[noun.start : end]):
            return next((i for i in range(noun.start + 1, end) if self._tokens.low[i] == "in"), end)
        return end

    def first(self, ranges: Iterable[tuple[int, int]]) -> Placed | None:
        """The first place in the ranges, taken in their order; a venue is completed by the town behind it."""
        venue: Placed | None = None
        for start, end in ranges:
            for i in range(start, end - 1):
                found = self.at(i, end) if self._stands(i) else None
                if found is None:
                    continue
                if found.venue is None:
                    return Placed(found.place, venue.venue, found.end) if venue is not None else found
                venue = venue or found
            if venue is not None:
                return venue
        return None

    def _stands(self, i: int) -> bool:
        """Whether a preposition can tell where an encounter was, rather than belong to a name or "the situation in"."""
        low = self._tokens.low
        return low[i] in _INTO and i not in self._inside and low[i - 1] not in self._words["situations"]

    def at(self, i: int, end: int) -> Placed | None:
        """The place behind the preposition at a token."""
        if i + 1 >= end:
            return None
        if self._tokens.low[i] == "at":
            return self._venue(i + 1, end)
        return self._town(i + 1, end) if self._tokens.low[i] in _INTO else None

    # towns and states

    def _town(self, at: int, end: int) -> Placed | None:
        tokens, draft = self._tokens, self._draft
        at = self.behind_town(at, end)
        article = tokens.low[at] == "the" and at + 1 < end
        noun = draft.noun_from.get(at) or (draft.noun_from.get(at + 1) if article else None)
        if noun is not None:
            owned = noun.end < end and tokens.low[noun.end] == "'s"
            if noun.sort in ("place", "state") and tokens.low[noun.end - 1] in self._words["venues"]:
                return Placed(None, draft.namer.written(*self._bare(noun)), noun.end)
            known = noun.sort in ("place", "state") and noun.being is not None and not owned
            return Placed(noun.being, None, noun.end) if known else None
        at += article
        capital = self.capital_of(at, end)
        if capital is not None:
            return capital
        stop = self.capitals(at, end)
        mark = draft.marks.at[at]
        adjective = mark is not None and mark.kind == "adjective" and mark.end >= stop
        if stop == at or self._names_day(at) or adjective or stop < end and tokens.low[stop] == "'s":
            return None
        return Placed(self.named(at, stop), None, stop)

    def dateline(self) -> int | None:
        """The town of the dateline."""
        told = self._draft.document.dateline
        if told is None or told.place is None:
            return None
        name = told.place.partition(",")[0].lower()
        known = next((being for being in self._draft.world.of_kind("place") if being.name.lower() == name), None)
        sentence = next((sentence for sentence in self._draft.sentences if sentence.kind == "dateline"), None)
        stop = self.capitals(sentence.start, sentence.end) if sentence is not None else 0
        if known is None and sentence is not None and stop > sentence.start:
            known = self._draft.world.beings[self.named(sentence.start, stop)]
        if known is not None and known.name.isupper():
            known.name = known.name.title()
        return known.number if known is not None else None

    def behind_town(self, at: int, end: int) -> int:
        """The token behind "the port city of", "his home town of"; `at` itself where the words are others."""
        low, text = self._tokens.low, self._tokens.text
        for i in range(at, min(end - 2, at + _LONGEST_VENUE)):
            if low[i] in self._words["town_nouns"] and low[i + 1] == "of" and text[i + 2][0].isupper():
                return i + 2
            if low[i] in self._words["town_nouns"] and text[i].islower() and text[i + 1][0].isupper():
                return i + 1
            if not (low[i].isalpha() or low[i] == "'s") or low[i] in ("in", "to", "with", "and", "on"):
                break
        return at

    def capital_of(self, at: int, end: int) -> Placed | None:
        """ "the Chinese capital"."""
        mark = self._draft.marks.at[at]
        if mark is None or mark.state is None or mark.state.capital is None or mark.end >= end:
            return None
        if self._tokens.low[mark.end] != "capital":
            return None
        name = mark.state.capital
        being = self._draft.world.add("place", name, at, key=f"{mark.state.code}:{name}".lower())
        being.state = being.state or mark.state
        return Placed(being.number, None, mark.end + 1)

    # venues

    def _venue(self, at: int, end: int) -> Placed | None:
        """ "the Presidential Secretariat", "his summer residence", "Camp David"."""
        tokens, draft = self._tokens, self._draft
        noun = draft.noun_from.get(at)
        if noun is not None and noun.being is not None and noun.sort in ("place", "state"):
            return self._listed(noun)
        if noun is not None and noun.being is not None and noun.sort == "organization":
            if draft.world.beings[noun.being].type in _CONFERRING:
                return None
            return Placed(noun.being, draft.namer.written(*self._bare(noun)), noun.end)
        first = at + (tokens.low[at] in _OWN)
        first += first < end and tokens.text[first] in ("'", '"')
        mark = draft.marks.at[first] if first < end else None
        if first >= end or self._names_day(first) or mark is not None and mark.kind == "adjective":
            return None
        stop = self.capitals(first, end)
        head = self._venue_head(first, end)
        if head is not None:
            return self._described(at, first, max(stop, head + 1))
        if stop == first or draft.noun_from.get(first) is not None:
            return None
        return Placed(self.named(first, stop), draft.namer.written(first, stop), stop)

    def _venue_head(self, first: int, end: int) -> int | None:
        """The noun for a building that heads the phrase from a token on."""
        tokens = self._tokens
        for i in range(first, min(end, first + _LONGEST_VENUE)):
            if tokens.low[i] in self._words["venues"]:
                return i
            if tokens.text[i] == "," or tokens.low[i] in ("in", "on", "with", "for"):
                return None
        return None

    def _described(self, at: int, first: int, stop: int) -> Placed:
        tokens, draft = self._tokens, self._draft
        if tokens.text[first][0].isupper():
            last = next((i for i in range(first, stop) if tokens.text[i] in ("'", '"')), stop)
            return Placed(self.named(first, last), draft.namer.written(first, last), stop)
        return Placed(None, draft.namer.written(at if tokens.low[at] != "the" else first, stop), stop)

    def _listed(self, noun: Noun) -> Placed:
        """A listed place behind "at": a palace is the venue, a town is not."""
        assert noun.being is not None
        start, end = self._bare(noun)
        if noun.mark is not None and noun.mark.kind == "metonym":
            return Placed(self.named(start, end), self._draft.namer.written(start, end), noun.end)
        building = self._tokens.low[noun.end - 1] in self._words["venues"]
        if building or self._draft.world.beings[noun.being].type == "venue":
            return Placed(noun.being, self._draft.namer.written(start, end), noun.end)
        return Placed(noun.being, None, noun.end)

    def _bare(self, noun: Noun) -> tuple[int, int]:
        article = self._tokens.low[noun.start] == "the" and noun.end - noun.start > 1
        return noun.start + article, noun.end

    # names by their capitals

    def unlisted(self, at: int, end: int) -> tuple[int, int] | None:
        """A place that no list holds, told by its capitals: its number and the token behind it."""
        tokens = self._tokens
        at += tokens.low[at] == "the" and at + 1 < end and tokens.text[at + 1][0].isupper()
        if self._draft.noun_from.get(at) is not None or tokens.low[at] in self._closed or self._names_day(at):
            return None
        stop = self.capitals(at, end)
        mark = self._draft.marks.at[at]
        adjective = mark is not None and mark.kind == "adjective" and mark.end >= stop
        return (self.named(at, stop), stop) if stop > at and not adjective else None

    def capitals(self, at: int, end: int) -> int:
        """Where a run of capitalized words ends, with the small words and hyphens of names inside."""
        stop = i = at
        while i < end:
            if self._goes_on(i, at):
                stop = i = i + 1
            elif i > at and self._links(i, end):
                i += 1
            else:
                break
        return stop

    def _goes_on(self, i: int, at: int) -> bool:
        if not self._tokens.text[i][0].isupper() or self._names_day(i):
            return False
        noun = self._draft.noun_from.get(i)
        return noun is None or noun.sort not in ("person", "office") and (i > at or noun.sort in ("place", "state"))

    def _links(self, i: int, end: int) -> bool:
        tokens = self._tokens
        if tokens.text[i] == "-" or tokens.text[i - 1] == "-" and tokens.text[i].isalpha() and tokens.glued(i):
            return True
        if tokens.low[i] not in self._words["name_links"] or i + 1 >= end:
            return False
        if tokens.low[i] == "of" and tokens.low[i + 1] == "the" and i + 2 < end and tokens.text[i + 2][0].isupper():
            return True
        if tokens.low[i] == "the":
            return tokens.low[i - 1] == "of" and tokens.text[i + 1][0].isupper()
        return tokens.text[i + 1][0].isupper() or tokens.low[i + 1] in self._words["name_links"]

    def _names_day(self, i: int) -> bool:
        return i in self._dated or self._tokens.low[i] in self._calendar

    def named(self, start: int, end: int) -> int:
        """The place of this name, made and mentioned if the text has not named it before."""
        draft = self._draft
        name = draft.namer.written(start, end)
        for being in draft.world.beings:
            known = being.name.lower() == name.lower() or name in being.aliases
            if known and being.kind in ("place", "state", "organization"):
                return being.number
        being = draft.world.add("place", name, start)
        mark = draft.marks.at[start]
        being.state = being.state or (mark.state if mark is not None and mark.kind == "adjective" else None)
        mention(draft, Noun(start, end, end, "name", "place", being=being.number, name_start=start, name_end=end))
        return being.number


def mention(draft: Draft, noun: Noun) -> None:
    """Add a mention to those of a draft, in its order."""
    if not any(other.start == noun.start and other.being == noun.being for other in draft.nouns):
        draft.nouns.append(noun)
        draft.nouns.sort(key=lambda noun: (noun.start, -noun.end))
