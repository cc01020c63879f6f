"""Policies, plans and standing commissions in lower case.

"one-China policy", "six-point peace plan", "SAGAR vision", "2+2 consultations".
"""

from __future__ import annotations

from memcon.extraction.mark import Mark, Marks
from memcon.extraction.sentences import Sentence
from memcon.extraction.tokens import Tokens
from memcon.lexicon.heads import Heads

_ROMAN = frozenset({"I", "II", "III", "IV", "V"})
_TALKS = frozenset({"consultations", "dialogue", "format", "mechanism", "talks", "meeting"})
_NO_WORDS = frozenset({
    "the", "a", "an", "of", "and", "in", "on", "for", "to", "with", "its", "his", "her", "their", "our", "this", "that",
    "by", "is", "at",
})
_CURRENCIES = frozenset({"USD", "EUR", "GBP", "JPY", "CNY", "RMB", "AUD", "LNG", "COVID"})
_NAMED_SO = frozenset({
    "programme", "program", "initiative", "campaign", "strategy", "policy", "doctrine", "plan", "agenda",
})
_LINKING = frozenset({"and", "of", "for", "in", "the"})
_ONE_STATE = frozenset({"policy", "policies", "principle", "position"})
_MOST_BACK = 7


def find_policies(tokens: Tokens, sentences: list[Sentence], marks: Marks, heads: Heads) -> list[Mark]:
    """The policies, plans, works and commissions that such wording names, in order and none inside another."""
    finder = _Finder(tokens, marks, heads)
    found: list[Mark] = []
    for sentence in sentences:
        for i in range(sentence.start + 1, sentence.end):
            if tokens.low[i] in finder.triggers:
                mark = finder.at(i, sentence)
                if mark is not None and (not found or mark.start >= found[-1].end):
                    found.append(mark)
    return found


class _Finder:
    def __init__(self, tokens: Tokens, marks: Marks, heads: Heads) -> None:
        self._tokens = tokens
        self._marks = marks
        self._heads = heads
        self.triggers = (
            heads.lower_initiatives
            | heads.link_works
            | heads.lower_bodies
            | _TALKS
            | {"resolution", "solution", "forum", "policies", "operation", "year", "decade"}
            | {word.lower() for word in heads.numbered_initiatives}
        )

    def at(self, i: int, sentence: Sentence) -> Mark | None:
        """The mark that a trigger word heads."""
        mark = self._marks.at[i]
        if mark is not None and mark.kind in ("body", "initiative"):
            return None
        low, text = self._tokens.low[i], self._tokens.text[i]
        first = sentence.start
        start, kind = None, "policy"
        if low in _TALKS:
            return self._numbered_talks(i, first)
        if low in self._heads.lower_bodies:
            return self._commission(i, sentence)
        if low == "forum":
            before = self._marks.ending(i - (self._tokens.low[i - 1] == "international"))
            return (
                Mark(before.start, i + 1, "body", "forum")
                if before is not None and before.kind == "initiative"
                else None
            )
        if low in ("operation", "year", "decade"):
            return self._opened(i, sentence)
        if low == "resolution":
            return self._resolution(i, sentence)
        if text in self._heads.numbered_initiatives:
            return self._numbered(i, sentence)
        if text[0].islower():
            start = self._one_state(i, first) if low in _ONE_STATE else None
            start = start if start is not None else self._counted(i, first)
            if start is None and low in self._heads.link_works:
                start, kind = self._linked(i, first), "project"
            if start is None and low in self._heads.lower_initiatives:
                start, kind = self._quoted(i, first), "programme"
                start = start if start is not None else self._capitals(i, first)
                start = start if start is not None else self._titled(i, first)
        return None if start is None else Mark(start, i + 1, "initiative", kind)

    def _one_state(self, i: int, first: int) -> int | None:
        """ "one-China policy", "one China" with or without quotation marks or hyphen."""
        low, text = self._tokens.low, self._tokens.text
        j = i - 1
        quoted = text[j] == '"'
        j -= quoted
        if j - 1 <= first or not text[j][0].isupper() or not text[j].isalpha():
            return None
        j -= 1
        if text[j] == "-":
            j -= 1
        if j < first or low[j] != "one":
            return None
        return j - 1 if quoted and j > first and text[j - 1] == '"' else j

    def _counted(self, i: int, first: int) -> int | None:
        """ "six-point peace plan", "two-state solution"."""
        low, text = self._tokens.low, self._tokens.text
        if (
            low[i] in ("solution", "concept", "formula", "vision")
            and i - 3 >= first
            and low[i - 1] == "state"
            and text[i - 2] == "-"
            and low[i - 3] in ("two", "one")
        ):
            return i - 3
        if low[i] not in self._heads.counted_initiatives:
            return None
        for j in range(i - 1, max(first, i - _MOST_BACK), -1):
            if (
                low[j] in ("point", "step", "stage", "pronged")
                and text[j - 1] == "-"
                and j - 2 >= first
                and text[j - 2][0].isalnum()
            ):
                return j - 2
            if low[j] in _NO_WORDS or not (text[j][0].isalnum() or text[j] == "-"):
                return None
        return None

    def _quoted(self, i: int, first: int) -> int | None:
        """ "Bright Coast" in quotation marks, before its head noun."""
        text = self._tokens.text
        if text[i - 1] != '"':
            return None
        for j in range(i - 2, max(first, i - _MOST_BACK) - 1, -1):
            if text[j] == '"':
                return j if text[j + 1][0].isupper() and j + 1 < i - 1 else None
        return None

    def _capitals(self, i: int, first: int) -> int | None:
        """ "SAGAR vision", "HOPE/HELP trade preferences program"."""
        text, low = self._tokens.text, self._tokens.low
        j = i - 1
        while j > first and i - j <= 2 and text[j].isalpha() and text[j].islower() and low[j] not in _NO_WORDS:
            j -= 1
        if (
            j < first
            or not _is_acronym(text[j])
            or (mark := self._marks.at[j]) is not None
            and mark.kind != "initiative"
        ):
            return None
        while j - 2 >= first and text[j - 1] in ("/", "-") and _is_acronym(text[j - 2]):
            j -= 2
        return j

    def _titled(self, i: int, first: int) -> int | None:
        """ "National Unity and Reconciliation programme", "Bridges of Trust initiative": two words or more."""
        text, low = self._tokens.text, self._tokens.low
        if low[i] not in _NAMED_SO:
            return None
        j, words, own = i, 0, 0
        while j > first and i - j < _MOST_BACK:
            word = text[j - 1]
            if word[0].isupper() and word.isalpha() and low[j - 1] not in _NO_WORDS:
                words, own, j = words + 1, own + (self._marks.at[j - 1] is None), j - 1
            elif j < i and low[j - 1] in _LINKING and text[j - 2][0].isupper() and j - 2 > first:
                j -= 1
            else:
                break
        named = own > 1 and j > first and low[j - 1] in ("the", "'s", "its", "their", "our", "this", "of", "under")
        if not named or any(text[k] in self._heads.bodies for k in range(j, i)):
            return None
        return j if any(self._heads.is_common(low[k]) for k in range(j, i)) else None

    def _linked(self, i: int, first: int) -> int | None:
        """ "A – B railway": works between two places."""
        text = self._tokens.text
        j = i - 1
        while j > first and i - j <= 2 and text[j].isalpha() and text[j].islower():
            j -= 1
        start = self._word_before(j + 1, first)
        if start is None or start - 1 <= first or text[start - 1] not in ("-", "–"):
            return None
        while start - 1 > first and text[start - 1] in ("-", "–"):
            further = self._word_before(start - 1, first)
            if further is None:
                break
            start = further
        return start

    def _word_before(self, end: int, first: int) -> int | None:
        """The start of the mark or capitalized word that ends before a token."""
        mark = self._marks.ending(end)
        if mark is not None and mark.start >= first:
            return mark.start if mark.kind in ("place", "capital", "state") else None
        return end - 1 if end - 1 >= first and self._tokens.text[end - 1][0].isupper() else None

    def _numbered(self, i: int, sentence: Sentence) -> Mark | None:
        """ "Vision 2040", "Pillar 2", "National Strategy 2030"."""
        text = self._tokens.text
        if i + 1 >= sentence.end or not (text[i + 1].isdigit() or text[i + 1] in _ROMAN):
            return None
        start = i
        while start - 1 > sentence.start and self._is_modifier(start - 1):
            start -= 1
        return Mark(start, i + 2, "initiative", "programme")

    def _is_modifier(self, i: int) -> bool:
        """Whether a token is a capitalized common word or an adjective of a state."""
        word, mark = self._tokens.text[i], self._marks.at[i]
        if mark is not None:
            return mark.kind == "adjective"
        return word[0].isupper() and word.isalpha() and self._heads.is_common(word.lower())

    def _resolution(self, i: int, sentence: Sentence) -> Mark | None:
        """ "Security Council Resolution No. 2735", with the body before it."""
        text = self._tokens.text
        end = i + 1
        if end < sentence.end and text[end] in ("No.", "No", "Nos."):
            end += 1
            end += end < sentence.end and text[end] == "."
        if end >= sentence.end or not text[end][0].isdigit() or len(text[end]) < 3:
            return None
        end += 1
        if end + 1 < sentence.end and text[end] == "/" and text[end + 1].isdigit():
            end += 2
        before = self._marks.ending(i)
        if before is not None and before.kind == "body" and before.start >= sentence.start:
            return Mark(before.start, end, "initiative", "treaty", inner=(before,))
        if end + 2 < sentence.end and text[end] == "(" and text[end + 1].isdigit() and text[end + 2] == ")":
            end += 3
        return Mark(i, end, "initiative", "treaty") if text[i][0].isupper() or len(text[i + 1]) > 3 else None

    def _numbered_talks(self, i: int, first: int) -> Mark | None:
        """ "2+2 consultations", with a word or two between."""
        text = self._tokens.text
        for j in range(i - 1, max(first + 1, i - 5), -1):
            if text[j] == "+" and text[j - 1].isdigit() and text[j + 1].isdigit():
                return Mark(self._paired(j - 1, first), i + 1, "body", "mechanism")
            if not (text[j].isalpha() or text[j].isdigit()) or self._tokens.low[j] in _NO_WORDS:
                return None
        return None

    def _opened(self, i: int, sentence: Sentence) -> Mark | None:
        """ "Operation NEON", "the Year of Science": a word with a capital that opens a name."""
        text, low = self._tokens.text, self._tokens.low
        at = i + 1 if low[i] == "operation" else i + 2
        if not text[i][0].isupper() or at >= sentence.end or low[i] != "operation" and low[i + 1] != "of":
            return None
        end = at
        while end < sentence.end and text[end][0].isupper() and text[end].isalpha() and self._marks.at[end] is None:
            end += 1 + (low[end + 1 : end + 2] == ["and"] and end + 2 < sentence.end and text[end + 2][0].isupper())
        if low[i] == "operation" and not text[at].isupper():
            return None  # campaigns of war have names in small letters
        return Mark(i, end, "initiative", "programme") if end > at else None

    def _paired(self, at: int, first: int) -> int:
        """The start of a name with the states before it: "U.S.-India 2+2 Dialogue"."""
        start = at
        while start > first:
            mark, dash = self._marks.ending(start), self._tokens.text[start - 1] in ("-", "–")
            if not dash and (mark is None or mark.kind not in ("adjective", "state", "prefix") or mark.start < first):
                break
            start = start - 1 if dash else mark.start if mark is not None else start
        return start

    def _commission(self, i: int, sentence: Sentence) -> Mark | None:
        """ "joint Russian-Turkish intergovernmental commission on trade and economic cooperation"."""
        low, text = self._tokens.low, self._tokens.text
        if text[i][0].isupper():
            return None
        start, inter, owned = i, False, None
        while start > sentence.start:
            mark = self._marks.ending(start)
            if mark is not None and mark.start >= sentence.start and mark.kind in ("adjective", "state", "prefix"):
                start, owned = mark.start, owned or mark.state
            elif low[start - 1] in self._heads.inter:
                start, inter = start - 1, True
            elif (
                low[start - 1] in ("governmental", "parliamentary")
                and start - 3 >= sentence.start
                and low[start - 3] == "inter"
            ):
                start, inter = start - 3, True
            elif low[start - 1] in ("joint", "bilateral", "mixed", "trade", "economic") or (
                text[start - 1] in ("-", "–") and start - 2 >= sentence.start
            ):
                start -= 1
            else:
                break
        end = self._field(i + 1, sentence) if inter else i + 1
        while text[start] in ("-", "–"):
            start += 1
        if not inter or (owned is None and end == i + 1):
            return None
        return Mark(start, end, "body", "mechanism")

    def _field(self, at: int, sentence: Sentence) -> int:
        """Where the field of a commission ends: "on trade, scientific, technical and cultural cooperation"."""
        low, text = self._tokens.low, self._tokens.text
        if at >= sentence.end or low[at] not in ("on", "for"):
            return at
        end = at
        for i in range(at + 1, min(sentence.end, at + 16)):
            if low[i] in ("cooperation", "issues", "matters", "affairs", "relations", "ties"):
                return i + 1
            if not (text[i].isalpha() or text[i] in (",", "-")) or low[i] in _NO_WORDS - {"the", "and"}:
                break
        return end


def _is_acronym(word: str) -> bool:
    return len(word) >= 3 and word.isupper() and word.isalpha() and word not in _CURRENCIES
