"""Forms of verbs in their place: finite, participle, infinitive or passive, with their auxiliaries."""

from __future__ import annotations

from typing import Literal

from memcon.extraction.draft import Draft
from memcon.extraction.sentences import Sentence

VerbForm = Literal["finite", "ing", "infinitive", "passive"]

BE = frozenset(
    "is are am was were been be being we're they're i'm you're he's she's it's isn't aren't wasn't weren't".split()
)
HAVE = frozenset({"has", "have", "had", "having", "we've", "i've", "they've", "hasn't", "haven't", "hadn't"})
_COPULA = BE | frozenset(
    "stand stands stood standing remain remains remained remaining stay stays stayed feel feels felt seem seems".split()
)
_DO_AND_MODAL = frozenset(
    "did do does don't doesn't didn't not never to will would shall should must can could may might".split()
)
_AUXILIARY = _COPULA | HAVE | _DO_AND_MODAL
_PLURAL = frozenset({"have", "had", "are", "were"})
_NOUN_LEFT = frozenset(
    (
        "to the a an this these those any some no each every another such of in on at by with from into about for "
        "between among under over against towards his her their its our my your 's ' through within without"
    ).split()
)


_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_LASTING = frozenset("continue continues continued".split())  # "continues to be committed"
_FLOATING = frozenset({"each", "all", "both"})


class VerbForms:
    """Tells the forms of the verbs of one draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._syntax = draft.syntax
        self._words = draft.lexicon.words
        self._tokens = draft.tokens
        self.low = draft.tokens.low
        self.text = draft.tokens.text

    def chain(self, head: int, sentence: Sentence) -> int:
        """The first of the auxiliaries, copulas and adverbs that lead up to a verb or an adjective."""
        i = head
        while i > sentence.start and (
            self.low[i - 1] in _AUXILIARY
            or self._syntax.is_adverb(i - 1)
            or self._floats(i - 1)
            or self.low[i] == "to"
            and self.low[i - 1] in _LASTING
        ):
            i -= 1
        while i < head and i == sentence.start and self._syntax.is_adverb(i):
            i += 1
        return i

    def _floats(self, i: int) -> bool:
        """Whether a quantifier stands behind its subject: "we each commit", "the leaders have all agreed"."""
        if i and self.low[i] in _FLOATING and self.low[i - 1] in _PLURAL:
            return True
        noun = self._draft.noun_at.get(i) if self.low[i] in _FLOATING else None
        return noun is not None and noun.how in ("pronoun", "group")

    def is_plain(self, start: int, end: int, sentence: Sentence) -> bool:
        """Whether an expression is in the present with a plural subject: "we welcome", "both sides agree"."""
        head = next(
            (i for i in range(start, end) if self._words.is_verb(self.low[i], "base") or self.low[i] in ("are", "am")),
            None,
        )
        return (
            head is not None
            and self._words.verbs.get(self.low[head]) is not None
            and self.verb_form(head, sentence) == "finite"
            and self.chain(head, sentence) >= head - 1
        )

    def negated(self, chain: int, stop: int) -> bool:
        """Whether a negation stands between two tokens."""
        return any(self.low[i] in self._words.classes["negation"] for i in range(chain, stop))

    def predicative(self, start: int, sentence: Sentence) -> int | None:
        """The first token of "is", "remains", "will be" before an adjective; None where it stands beside a noun."""
        i = start
        while i > sentence.start and (
            self._syntax.is_adverb(i - 1) or self.low[i - 1] in ("not", "both", "very", "all", '"')
        ):
            i -= 1
        before = self.low[i - 1] if i > sentence.start else ""
        if before in _COPULA:
            return self.chain(i, sentence)
        if before in _REFLEXIVE and i - 2 > sentence.start and self._words.is_verb(self.low[i - 2], "past", "s"):
            return self.chain(i - 2, sentence)  # "showed himself willing"
        if before in ("and", "or", ",") and any(
            self.low[j] in _COPULA for j in range(max(sentence.start, i - 8), i - 1)
        ):
            return i
        return None

    def verb_form(self, head: int, sentence: Sentence) -> VerbForm | None:
        """The form in which a word is used as a verb where it stands; None where it is a noun or an adjective."""
        forms: set[str] = {form for _, form in self._words.verbs.get(self.low[head], ())}
        if self.low[head] in BE:
            forms = {"base"} if self.low[head] == "be" else {"past", "s"}
        if not forms or (head + 1 < sentence.end and self.text[head + 1] == "-"):
            return None
        chain = self.chain(head, sentence)
        leading = [self.low[i] for i in range(chain, head) if not self._syntax.is_adverb(i) and self.low[i] != "not"]
        last = leading[-1] if leading else ""
        if "participle" in forms and last in BE and self.low[head] not in BE:
            return "passive"
        before = self.low[chain - 1] if chain > sentence.start else ""
        if "ing" in forms:
            if last in BE:
                return "finite"
            return None if before in _NOUN_LEFT or last == "to" else "ing"
        if last == "to":
            return "infinitive"
        if leading:
            return "finite"
        if before in _NOUN_LEFT:
            return None
        apposed = before == "," and self.low[sentence.start : sentence.start + 2] == ["we", ","]
        if self._takes_subject(head, chain, forms, before) or apposed and "base" in forms:
            return "finite"
        return "infinitive" if "base" in forms and before in ("and", "or", ",") else None

    def has_subject(self, at: int, sentence: Sentence) -> bool:
        """Whether a word that may be a noun is a verb here: an auxiliary or its subject stands right before it."""
        if self.verb_form(at, sentence) not in ("finite", "infinitive"):
            return False
        chain = self.chain(at, sentence)
        if chain < at and any(self.low[i] in _AUXILIARY for i in range(chain, at)):
            return True
        noun = self._draft.noun_at.get(chain)
        return (
            noun is not None
            and noun.sort != "initiative"
            or self.low[chain - 1] in ("who", "which", "we", "i", "they", "it")
        )

    def _takes_subject(self, head: int, chain: int, forms: set[str], before: str) -> bool:
        """Whether a bare form can be finite after the word before it."""
        if "past" in forms and not (head + 1 < len(self.low) and self.low[head + 1] == "by"):
            return True
        noun = self._draft.noun_at.get(chain)
        known = noun is not None and noun.sort not in ("initiative",)
        if "s" in forms:
            return (
                known
                or before in ("who", "which", "that", "and", ",", "also", "it", "document", "statement", ")")
                or self.low[chain - 1].isalpha()
            )
        plural = noun is not None and (
            noun.how in ("group", "pronoun")
            or noun.sort in ("people", "states")
            or noun.mark is not None
            and noun.mark.kind == "people"
            or self._coordinated(noun.start)
        )
        return (
            plural
            or before
            in ("who", "we", "i", "they", "you", "which", "sides", "countries", "leaders", "ministers", "parties")
            or (before.endswith("s") and before not in ("'s", "this", "us", "as"))
        )

    def _coordinated(self, start: int) -> bool:
        return start > 1 and self.low[start - 1] == "and" and self._draft.noun_at.get(start - 1) is not None
