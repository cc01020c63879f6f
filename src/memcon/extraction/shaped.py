"""Names told by their shape.

A head noun ("Commission", "Initiative", "Strait") with the capitalized words around it.
"""

from __future__ import annotations

from memcon.extraction.name_tails import NameTails
from memcon.extraction.mark import Mark, Marks
from memcon.extraction.sentences import Sentence
from memcon.extraction.tokens import Tokens
from memcon.lexicon import Lexicon
from memcon.lexicon.entries import StateEntry

_OWNED = frozenset({
    "legislature", "chamber", "committee", "government", "ministry", "agency", "court", "central-bank", "party",
    "military",
})
_OWNERS = frozenset({"adjective", "state", "prefix", "capital", "place", "people"})
_POSSESSED = frozenset({
    "people", "president", "minister", "king", "women", "children", "workers", "farmers", "emir", "parliamentarians",
    "leaders", "ministers", "citizens", "teachers", "youth", "peoples",
})
_PRESIDENTIAL = frozenset({"presidential", "president", "minister", "prime", "royal"})
_PLURAL_PAPERS = frozenset({"Agreements", "Accords", "Conventions", "Treaties", "Protocols", "Declarations"})
_HOUSES = (["government"], ["president"], ["state"])
_UNITY = frozenset({"national", "unity", "transitional", "interim", "provisional", "accord"})
_MAKING = frozenset({"signed", "signing", "sign", "adopted", "adopting", "adopt", "issued", "exchanged", "following"})
_DASHES = frozenset({"-", "–"})
_NUMERALS = frozenset("IVXL")
_NEAR = 3  # capitalized words between two heads of one name, at most


class Shaper:
    """Finds names by their head nouns ("Commission on Fisheries") and widens listed ones ("Russian State Duma")."""

    def __init__(self, tokens: Tokens, marks: Marks, lexicon: Lexicon, legislatures: frozenset[str]) -> None:
        self._tokens = tokens
        self._marks = marks
        self._listed = marks.at
        self._heads = lexicon.heads
        self._bodies = (
            lexicon.heads.bodies
            if not legislatures
            else {**lexicon.heads.bodies, **dict.fromkeys(legislatures, "legislature")}
        )
        self._legislatures = legislatures
        self._words = lexicon.words
        self._closed = lexicon.words.classes["closed"] | lexicon.words.classes["adverb"]
        self._calendar = lexicon.words.classes["calendar"]
        self._tails = NameTails(tokens, marks, lexicon)

    def shape(self, sentence: Sentence) -> list[Mark]:
        """The marks that the head nouns of a sentence add or widen."""
        found: list[Mark] = []
        shouting: bool | None = None
        floor = sentence.start
        for i in range(sentence.start, sentence.end):
            if i < floor or not self._is_candidate(i):
                continue
            shouting = _shouts(self._tokens, sentence) if shouting is None else shouting
            new = self._at(i, floor, sentence, shouting)
            if new is not None:
                found.append(new)
                floor = new.end
        return found

    def _is_candidate(self, i: int) -> bool:
        mark, word = self._listed[i], self._tokens.text[i]
        if mark is not None and mark.kind in ("body", "initiative"):
            return mark.kind == "body" and mark.start == i
        if word[0] == "G" and word[1:].isdigit() and mark is None:
            return len(word) < 4
        return (
            word in self._bodies
            or word in self._heads.initiatives
            or word in self._heads.places
            or word in self._heads.place_openers
        )

    def _at(self, i: int, floor: int, sentence: Sentence, shouting: bool) -> Mark | None:
        mark = self._listed[i]
        if mark is not None and mark.kind == "body":
            return self._widened(mark, floor, sentence)
        if mark is not None and mark.end == i + 1 and mark.end - mark.start > 1:
            return None
        word = self._tokens.text[i]
        if word[1:].isdigit():
            return Mark(i, i + 1, "body", "forum")  # G15, G24: groups of states are named so
        if shouting or self._leads_on(i, sentence):
            return None
        kind = self._bodies.get(word) or ("initiative" if word in self._heads.initiatives else None)
        if kind is not None:
            return self._named(i, kind, floor, sentence)
        return self._place(i, floor, sentence) if mark is None or mark.kind == "place" else None

    def _leads_on(self, i: int, sentence: Sentence) -> bool:
        """Whether capitalized words lead on from a head to another, which then heads the whole."""
        text = self._tokens.text
        for j in range(i + 1, min(sentence.end, i + 1 + _NEAR)):
            if not text[j][0].isupper() or self._listed[j] is not None or self._tokens.low[j] in self._heads.titles:
                return False
            if text[j] in self._bodies or text[j] in self._heads.initiatives:
                return True
        return False

    def _widened(self, mark: Mark, floor: int, sentence: Sentence) -> Mark | None:
        """A listed body with the adjective before it and the state behind it, None where neither is there."""
        if mark.type not in _OWNED:
            pair = self._tails.owner(mark.end, sentence, pair=True)
            if pair is not None and pair[1] is None:
                return mark._replace(end=pair[0])
            start = self._pair_before(mark, floor) if mark.type == "mechanism" else mark.start
            return mark._replace(start=start) if start < mark.start else None
        start, end, state = mark.start, mark.end, mark.state
        before = self._marks.ending(start)
        if (
            before is not None
            and before.start >= floor
            and before.kind in ("adjective", "state")
            and state in (None, before.state)
        ):
            start, state = before.start, before.state
        owner = self._tails.owner(end, sentence)
        if owner is not None and (state is None or owner[1] == state):
            end, state = owner
        return mark._replace(start=start, end=end, state=state) if (start, end) != (mark.start, mark.end) else None

    def _pair_before(self, mark: Mark, floor: int) -> int:
        """The start of a mechanism's name with the two states before it: "U.S.-India 2+2 Dialogue"."""
        other = self._marks.ending(mark.start)
        states = ("state", "adjective", "prefix")
        if other is None or other.kind not in states or self._tokens.text[other.start - 1] not in _DASHES:
            return mark.start
        first = self._marks.ending(other.start - 1)
        return first.start if first is not None and first.kind in states and first.start >= floor else mark.start

    def _named(self, head: int, kind: str, floor: int, sentence: Sentence) -> Mark | None:
        """The name around a head noun, or None where it stands alone or only with a state."""
        start = self._left(head, kind, floor)
        end, inner = self._tails.after(head + 1, sentence)
        if kind == "initiative" and inner and self._tokens.low[head + 1] == "of" and head - start > 1:
            end, inner = head + 1, ()  # "the Extended Fund Facility of the Monetary Union"
        owner = self._tails.owner(end, sentence, pair=self._tokens.text[head] in self._heads.pairs)
        end = owner[0] if owner is not None else end
        before = list(dict.fromkeys(mark for mark in self._listed[start:head] if mark is not None))
        words = [
            self._tokens.low[i]
            for i in range(start, head)
            if self._listed[i] is None and self._tokens.text[i][0].isalnum()
        ]
        complemented = end > head + 1 and (
            owner is None
            or end > owner[0]
            or self._tokens.low[head + 1] != "of"
            or inner != ()
            or self._has_field(head, owner[0], end)
        )
        venue = self._is_venue(head, start, words)
        if not venue and not self._names(head, kind, before, words, complemented):
            return None
        state = _one_state(
            [mark for mark in before if mark.kind in ("adjective", "state", "prefix")],
            owner[1] if owner is not None else None,
        )
        if kind == "initiative":
            return Mark(start, end, "initiative", "programme", state, inner=inner)
        if venue:
            return Mark(start, end, "place", "venue", state)
        if kind == "legislature" and self._tokens.text[head] == "Congress" and words:
            kind = "forum"
        return Mark(start, end, "body", kind, state, inner=inner)

    def _has_field(self, head: int, owner_end: int, end: int) -> bool:
        """Whether something but the owner stands in the complement."""
        first, stop = head + 2, end
        mark = self._listed[first + (self._tokens.low[first] == "the")] if first < stop else None
        return mark is None or mark.kind != "state"

    def _names(self, head: int, kind: str, before: list[Mark], words: list[str], complemented: bool) -> bool:
        """Whether what stands around a head noun makes it a name."""
        word, plain = self._tokens.text[head], all(one in self._heads.plain for one in words)
        pair = word in self._heads.pairs and len([mark for mark in before if mark.kind != "people"]) > 1
        if word == "Summit":
            return not (before and any(mark.kind == "body" for mark in before) and not pair) and (pair or not plain)
        if word in ("Dialogue", "Dialogues") and "strategic" in words:
            return True
        if kind == "government" and not (set(words) & _UNITY or complemented and self._tokens.low[head + 2] in _UNITY):
            return False
        if word == "Administration" and (plain or any(not self._heads.is_common(one) for one in words)):
            return False
        if kind == "initiative":
            if word in self._heads.papers:
                return self._is_standing(head, before, words)
            if word in self._heads.instruments and (not words or self._is_made_here(head, len(words))):
                return False
            if word == "Partnership":
                fields = {one for one in words if one in self._heads.subjects} - self._heads.labels
                return complemented and self._tokens.low[head + 1] == "for" or bool(fields) and "major" not in words
            return bool(words) and not plain or complemented
        if word in self._legislatures:
            return True
        if kind in ("legislature", "chamber"):
            return bool(before or words) or complemented or self._is_lone_parliament(head)
        return not plain or complemented or pair or any(mark.kind in ("body", "place") for mark in before)

    def _is_standing(self, head: int, before: list[Mark], words: list[str]) -> bool:
        """Whether a paper has the name of a place and is not signed or adopted here: "the Tashkent Declaration"."""
        placed = any(mark.kind in ("place", "capital") for mark in before) and not words
        return placed and _MAKING.isdisjoint(self._tokens.low[max(0, head - 12) : head + 6])

    def _is_made_here(self, head: int, words: int) -> bool:
        """Whether an agreement is signed here and now: "signed an Investment Incentive Agreement"."""
        low, start = self._tokens.low, head - words
        return start > 1 and low[start - 1] in ("a", "an") and not _MAKING.isdisjoint(low[max(0, start - 5) : start])

    def _is_lone_parliament(self, head: int) -> bool:
        """ "Parliament" without an article is a name."""
        before = self._tokens.low[head - 1] if head else "."
        return self._tokens.text[head] == "Parliament" and before in (
            "of",
            "in",
            "by",
            "to",
            "with",
            "from",
            "before",
            ".",
            ",",
            "and",
        )

    def _is_venue(self, head: int, start: int, words: list[str]) -> bool:
        """ "at the Presidential Secretariat": an office that stands for the house it sits in."""
        low = self._tokens.low
        at = start - 1 - (low[start - 1] == "the" if start else False)
        return (
            self._tokens.text[head] in ("Secretariat", "Office")
            and bool(set(words) & _PRESIDENTIAL)
            and at >= 0
            and low[at] in ("at", "in", "outside")
            or (self._tokens.text[head] == "House" and words in _HOUSES)
        )

    def _left(self, head: int, kind: str, floor: int) -> int:
        """Where the words before a head noun begin that belong to its name."""
        low, text, i = self._tokens.low, self._tokens.text, head
        while i > floor:
            j = i - 1
            mark = self._listed[j]
            if mark is not None:
                numbered = mark.kind == "initiative" and text[j].isdigit()
                acronym = mark.kind == "body" and text[j].isupper() and mark.end - mark.start == 1
                if mark.start < floor or not (numbered or acronym or mark.kind in _OWNERS):
                    break
                i = mark.start
            elif text[j] in _DASHES and self._tokens.glued(j) and self._tokens.glued(i) and j > floor:
                i = j
            elif low[j] in ("'s", "'") and j > floor and text[j - 1][0].isupper() and (low[j - 1] in _POSSESSED):
                i = j - 1
            elif low[j] in ("and", "&") and j > floor and i < head and self._joins(j, i, kind):
                i = j - 1
            elif text[j] == "," and j > floor and i < head and self._lists(j, i, head):
                i = j - 1
            elif self._is_part(j, floor):
                i = j
            else:
                break
        while i < head and (text[i] in _DASHES or low[i] in ("the", "and", ",") or self._is_numeral(i)):
            i += 1
        return i

    def _is_numeral(self, i: int) -> bool:
        """Whether a Roman number before a name counts its meetings: "the XIII Norland-Sudland Commission"."""
        word = self._tokens.text[i]
        return len(word) > 1 and _NUMERALS.issuperset(word) and self._tokens.text[i + 1][0].isupper()

    def _is_part(self, j: int, floor: int) -> bool:
        word, low = self._tokens.text[j], self._tokens.low[j]
        if (
            not word[0].isupper()
            or low in self._closed
            and self._tokens.text[j + 1] != "-"
            or low in self._calendar
            or word.endswith(".")
        ):
            return False
        if (
            low in self._heads.titles
            and low not in self._heads.subjects
            and low not in self._heads.modifiers
            or low in ("mr", "mrs", "ms")
        ):
            return False
        first = j == floor or self._tokens.text[j - 1] in (".", '"', ":")
        return not (
            first
            and self._words.is_verb(low, "ing", "past", "participle")
            and not self._heads.is_common(low.removesuffix("ing"))
            and j + 1 < len(self._tokens)
            and self._words.is_verb(low, "ing")
        )

    def _joins(self, at: int, after: int, kind: str) -> bool:
        """Whether "and" joins two words of one name, or two names of one plural ("Paris and Kunming Agreements").

        "Defence and Security Council", "the Sea and Steppe Initiative".
        """
        text, low = self._tokens.text, self._tokens.low
        word = text[at - 1]
        placed = self._listed[at - 1]
        if placed is not None and placed.kind in ("capital", "place") and kind == "initiative":
            return any(text[i] in _PLURAL_PAPERS for i in range(after, min(after + 5, len(text))))
        if (
            not word[0].isupper()
            or self._listed[at - 1] is not None
            or word in self._bodies
            or word in self._heads.initiatives
        ):
            return False
        if self._heads.is_common(low[at - 1]) and (
            self._heads.is_common(low[after]) or low[after] in self._heads.plain
        ):
            return True
        return low[at - 2] == "the" and kind != "party"

    def _lists(self, at: int, after: int, head: int) -> bool:
        """Whether a comma parts two fields of one name: "Trade, Energy and Water Commission"."""
        text, low = self._tokens.text, self._tokens.low
        return (
            text[at - 1][0].isupper()
            and self._listed[at - 1] is None
            and low[at - 1] in self._heads.subjects
            and low[after] in self._heads.subjects
            and "and" in low[after:head]
        )

    def _place(self, i: int, floor: int, sentence: Sentence) -> Mark | None:
        """A place by its head ("Tessaline Strait", "Primorye Region") or opener ("Port Alma", "Gulf of Sarim")."""
        text, low = self._tokens.text, self._tokens.low
        if self._listed[i] is not None:
            return None
        kind = self._heads.places.get(text[i])
        if kind is not None:
            start = i
            while start > floor and (start - 1 == i - 1 or i - start < _NEAR):
                mark = self._listed[start - 1]
                if mark is not None and mark.start >= floor and mark.kind in ("place", "adjective", "capital"):
                    start = mark.start
                elif (
                    mark is None
                    and self._is_part(start - 1, floor)
                    and low[start - 1] not in self._heads.plain
                    and text[start - 1].isalpha()
                ):
                    start -= 1
                else:
                    break
            if start < i and not any(self._tokens.text[j] in self._bodies for j in range(start, i)):
                owner = self._listed[start]
                return Mark(start, i + 1, "place", kind, owner.state if owner is not None else None)
        kind = self._heads.place_openers.get(text[i])
        at = i + 1 + (i + 2 < sentence.end and low[i + 1] == "of")
        if (
            kind is None
            or at >= sentence.end
            or not text[at][0].isupper()
            or low[at] in self._heads.titles
            or text[at] in self._bodies
            or self._heads.is_common(low[at])
        ):
            return None
        if (self._listed[at] is not None or low[at] in self._closed or text[at] in self._heads.initiatives) and low[
            i + 1
        ] != "of":
            return None
        return Mark(i, at + 1, "place", kind)


def _one_state(before: list[Mark], owner: StateEntry | None) -> StateEntry | None:
    """The state that all the owners of a name agree on."""
    states = [mark.state for mark in before if mark.state is not None] + ([owner] if owner is not None else [])
    return states[0] if states and all(state == states[0] for state in states) else None


def _shouts(tokens: Tokens, sentence: Sentence) -> bool:
    """Whether a sentence is all in capitals."""
    letters = [tokens.text[i] for i in range(sentence.start, sentence.end) if tokens.text[i][0].isalpha()]
    return len(letters) > 1 and sum(word.isupper() for word in letters) > 0.7 * len(letters)
