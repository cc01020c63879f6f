"""The particulars of an action: by when, how much, on what condition, by what instrument, by all or by some."""

from __future__ import annotations

import re

from memcon.extraction.dates import DateMark
from memcon.extraction.draft import Draft
from memcon.lexicon.patterns import PatternTable
from memcon.lexicon.pledges import load_pledges
from memcon.model import Scope, Span

_FIGURE = r"\d+(?:[.,]\d+)*(?:\s?[-–]\s?\d+(?:[.,]\d+)*)?"
_SCALE = r"(?:\s?(?:hundred|thousand|million|billion|trillion|mln|bln|bn|m|crore|lakh))?"
_CURRENCY = r"(?:US\$|A\$|C\$|NZ\$|[$€£¥₹₽]|(?:USD|EUR|GBP|CNY|RMB|JPY|INR|Rs\.?)\s?)"
_MONEY = (
    r"dollars?|euros?|pounds?|yen|yuan|roubles?|rubles?|rupees?|crowns?|kroner|kronor|francs?|pesos?|rand|dirhams?|"
    r"riyals?|dinars?|won|lira|hryvnias?"
)
_MEASURE = (
    r"%|per\s?cent|percent|percentage points|tonnes?|tons?|barrels?|doses|kilometres|kilometers|km|hectares|"
    r"megawatts?|gigawatts?|MW|GW|places|scholarships|vaccines|troops|soldiers|people|vehicles|jobs"
)
_UNIT = rf"(?:[A-Z][a-z]+\s|US\s)?(?:{_MONEY}|{_MEASURE})"
_AMOUNT = re.compile(rf"{_CURRENCY}{_FIGURE}{_SCALE}(?![\w])|{_FIGURE}{_SCALE}\s?{_UNIT}(?!\w)")
_ALL = frozenset({"all", "every", "each", "everyone", "everybody", "both"})
_SOME = frozenset({"some", "several", "certain", "many", "most", "few", "part"})
_NO_MEANS = frozenset({"company", "media", "government", "military", "embassy", "delegation"})
_DETERMINING = frozenset("the a an its their our his her this that these".split())
_FAR_MEANS = 5  # tokens between "through" and the name
_LONGEST_NAME = 7  # tokens from "the" to the noun of a document or programme
_FAR_AHEAD = 2  # tokens between "by" and the date ("by the end of 2030" is one date)


class Particulars:
    """Reads the particulars of actions in one draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._low = draft.tokens.low
        phrases = load_pledges(draft.lexicon).phrases
        self._documents = load_pledges(draft.lexicon).words["instrument_nouns"]
        self._conditions, self._deadlines, self._instruments = (
            phrases["conditions"],
            phrases["deadlines"],
            phrases["instruments"],
        )

    def due(self, start: int, end: int) -> str | None:
        """The date by which the action is to be done: that behind "by" or "before", else the first not past."""
        dates = self._draft.dates_in(start, end)
        if not dates:
            return None
        for date in dates:
            if self._follows(date, self._deadlines):
                return date.value
        published = self._draft.document.published
        return next(
            (
                date.value
                for date in dates
                if date.kind != "set" and (published is None or _latest(date.value) >= published)
            ),
            None,
        )

    def _follows(self, date: DateMark, table: PatternTable[str]) -> bool:
        at = self._draft.tokens.at(date.start)
        return any(
            match.end >= at
            for i in range(max(0, at - _FAR_AHEAD - 2), at + 1)
            for match in table.matches_at(self._low, i, at + 1)
        )

    def amount(self, span: Span) -> str | None:
        """The first sum, share or quantity in the action, as it is worded."""
        if not any(character.isdigit() for character in span.quote):
            return None
        found = _AMOUNT.search(span.quote)
        return None if found is None else " ".join(found.group().split())

    def condition(self, start: int, end: int, sentence_start: int) -> Span | None:
        """The words of a condition inside the action, or of an "if" clause that leads its sentence."""
        for i in range(start, end):
            match = next(iter(self._conditions.matches_at(self._low, i, end)), None)
            if match is not None and match.end < end and self._low[i - 1] != "for":
                return self._draft.span(i, self._clause_end(match.end, end))
        if self._low[sentence_start] in ("if", "unless", "provided", "should"):
            comma = next((i for i in range(sentence_start, start) if self._draft.tokens.text[i] == ","), None)
            if comma is not None and self._low[sentence_start] != "should":
                return self._draft.span(sentence_start, comma)
        return None

    def _clause_end(self, at: int, end: int) -> int:
        """Where a condition ends: at a comma before another clause, else with the action."""
        for i in range(at, end):
            if (
                self._draft.tokens.text[i] in (",", ";")
                and i + 1 < end
                and self._low[i + 1] in ("and", "including", "in", "with", "which", "by", "to")
            ):
                return i
            if self._low[i] == "and" and i + 1 < end and self._draft.lexicon.words.is_verb(self._low[i + 1], "base"):
                return i
        return end

    def instrument(self, start: int, end: int) -> str | None:
        """By what it is to be done: the document, programme, fund or body behind "under", "through" or "as part of"."""
        for noun in self._draft.nouns_in(start, end):
            being = self._draft.being(noun)
            if being is None or noun.end > end:
                continue
            if being.kind == "initiative" or being.kind == "organization" and being.type not in _NO_MEANS:
                near = range(max(start, noun.start - _FAR_MEANS), noun.start)
                found = (match for i in near for match in self._instruments.matches_at(self._low, i, noun.start + 1))
                if any(match.end >= noun.start - 1 for match in found):
                    return being.name
        return next((told for i in range(start + 1, end) if (told := self._unnamed(i, end)) is not None), None)

    def _unnamed(self, at: int, end: int) -> str | None:
        """The words of a document or programme without a name of its own: "under the new security programme"."""
        match = next(iter(self._instruments.matches_at(self._low, at, end)), None)
        if match is None or match.end >= end or self._low[match.end] not in _DETERMINING:
            return None
        for i in range(match.end + 1, min(end, match.end + _LONGEST_NAME)):
            if self._low[i] in self._documents:
                return self._draft.span(match.end + 1, i + 1).quote
            closed = self._low[i] in self._draft.lexicon.words.classes["closed"]
            if closed or not self._low[i][0].isalnum() and self._low[i] != "-":
                return None
        return None

    def scope(self, start: int) -> Scope | None:
        """Whether the phrase at a token says that all or only some do it."""
        word = self._low[start]
        if word in ("the", "that") and start + 1 < len(self._low):
            word = self._low[start + 1]
        if word in _ALL:
            return "all"
        return "some" if word in _SOME else None


def _latest(value: str) -> str:
    """The last day that an EDTF value can mean, good enough to compare."""
    last = value.rpartition("/")[2]
    return "9999" if not last or last.startswith((".", "X")) else last + "~"
