"""Closed classes and word forms at work: which token is a verb, of which form, and where clauses begin."""

from __future__ import annotations

from memcon.extraction.tokens import Tokens
from memcon.lexicon.words import Words

_FINITE_AUX = frozenset(
    (
        "is are am was were has have had do does did isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't "
        "didn't"
    ).split()
)
_NOUNY = frozenset(
    (
        "of in on at by with from into about between among under over through during against towards toward regarding "
        "concerning including upon within without via per as for after before since"
    ).split()
)
_SUBORDINATING = frozenset(("as when while because although though whereas where if unless until so").split())
_RELATIVE = frozenset({"which", "who", "whom", "whose"})
_DETERMINING = frozenset(
    (
        "the a an this these those his her their its our my your 's ' any some no each every another such further "
        "more greater closer new joint mutual bilateral full strong continued various all"
    ).split()
)


class Syntax:
    """What the tokens of a text can be, each question answered from the words around it."""

    def __init__(self, tokens: Tokens, words: Words) -> None:
        self.tokens = tokens
        self.words = words
        self._adverbs = words.classes["adverb"]
        self._modals = words.classes["modal"]
        self._subjects = words.classes["subject_pronoun"]

    def is_adverb(self, i: int) -> bool:
        """Whether a token is an adverb: of the closed list, or in -ly."""
        low = self.tokens.low[i]
        return low in self._adverbs or (
            low.endswith("ly")
            and len(low) > 4
            and not self.tokens.text[i][0].isupper()
            and low
            not in (
                "family",
                "supply",
                "apply",
                "reply",
                "rally",
                "july",
                "ally",
                "assembly",
                "friendly",
                "italy",
                "comply",
                "imply",
                "multiply",
            )
        )

    def skip_adverbs(self, i: int, end: int) -> int:
        """The first token from `i` on that is no adverb and no comma-framed aside of one adverb."""
        while i < end:
            if self.is_adverb(i):
                i += 1
            elif (
                self.tokens.text[i] == "," and i + 2 < end and self.is_adverb(i + 1) and self.tokens.text[i + 2] == ","
            ):
                i += 3
            else:
                break
        return i

    def before_adverbs(self, i: int, start: int) -> int:
        """The index behind the last token before `i` that is no adverb."""
        while i > start and self.is_adverb(i - 1):
            i -= 1
        return i

    def finite(self, i: int) -> bool:
        """Whether a token can be a finite verb where it stands: an auxiliary, a modal, or a past or present form."""
        low = self.tokens.low[i]
        if low in _FINITE_AUX or low in self._modals:
            return True
        forms = self.words.verbs.get(low)
        if forms is None:
            return False
        before = self.tokens.low[i - 1] if i > 0 else ""
        if before == '"' and i > 1:
            before = self.tokens.low[i - 2]
        if (
            before in _DETERMINING
            or before in _NOUNY
            or before == "to"
            or before == "-"
            or self.tokens.text[i][0].isupper()
        ):
            return False
        if any(form in ("past", "s") for _, form in forms):
            return True
        return (
            before in self._subjects
            or before in self._modals
            or (before.endswith("s") and before not in ("'s", "is", "was", "has", "as", "this", "us"))
        )

    def verb(self, i: int, *forms: str) -> bool:
        """Whether a token may be a verb of one of the forms and no word before it makes it a noun."""
        if not self.words.is_verb(self.tokens.low[i], *forms):
            return False
        before = self.tokens.low[i - 1] if i > 0 else ""
        return before not in _DETERMINING

    def clause_has_verb(self, start: int, end: int) -> bool:
        """Whether a finite verb stands between two tokens."""
        return any(self.finite(i) for i in range(start, end))

    def opens_clause(self, start: int, end: int) -> bool:
        """Whether a clause begins at a token: a noun phrase, then a finite verb, before any full stop."""
        i, seen_noun, within = start, False, False
        low, text = self.tokens.low, self.tokens.text
        steps = 0
        while i < end and steps < 40:
            word = low[i]
            if text[i] in (".", ";", ":", "!", "?"):
                return False
            if within:
                if self.finite(i):
                    within, i = False, self._past_verbs(i, end) - 1
                i, steps = i + 1, steps + 1
                continue
            if word in self._subjects and not seen_noun:
                seen_noun = True
            elif seen_noun and self.finite(i) and not self._relative(start, i) and not self._ends_phrase(i, end):
                return True
            elif word == "who" and low[i - 1] != "," and seen_noun:
                within = True
            elif (word in _SUBORDINATING or (word in _RELATIVE and low[i - 1] != ",")) and i > start:
                return False
            elif text[i][0].isalnum() and word not in self.words.classes["preposition"]:
                seen_noun = True
            if steps == 0 and word == "to":
                return False
            i += 1
            steps += 1
        return False

    def _ends_phrase(self, i: int, end: int) -> bool:
        """Whether a form in -s that is a noun as well closes a phrase: "agreement on capability targets"."""
        low = self.tokens.low
        if low[i] in _FINITE_AUX or not low[i].endswith("s") or self.words.is_verb(low[i], "past"):
            return False
        closed = i + 1 >= end or not self.tokens.text[i + 1][0].isalnum() or low[i + 1] in ("of", "and", "or")
        return closed and low[i - 1] not in self._subjects

    def _past_verbs(self, i: int, end: int) -> int:
        """The token behind a finite verb with what goes with it: "had often been told"."""
        i += 1
        while i < end and (self.is_adverb(i) or self.words.is_verb(self.tokens.low[i], "participle", "base", "ing")):
            i += 1
        return i

    def _relative(self, start: int, i: int) -> bool:
        """Whether the verb at `i` belongs to a relative clause or a participle phrase that began after `start`."""
        low = self.tokens.low
        j = i - 1
        while j > start and self.is_adverb(j):
            j -= 1
        if low[j] in ("that", "which", "who", "whom", "where", "when", "what"):
            return j > start
        forms = self.words.verbs.get(low[i], ())
        return (
            i + 1 < len(self.tokens)
            and low[i + 1] in ("by", "between", "in", "at", "on", "to", "from", "during", "through", "under", "with")
            and low[i] not in _FINITE_AUX
            and any(form == "participle" for _, form in forms)
        )
