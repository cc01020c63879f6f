"""What an expression governs: an infinitive, a gerund, a noun phrase or a clause, and the actor inside it."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.draft import Draft
from memcon.extraction.sentences import Sentence
from memcon.extraction.verb_forms import BE, HAVE, VerbForm, VerbForms
from memcon.lexicon.pledges import load_pledges

__all__ = ["Complement", "Expressions", "VerbForm", "utterances"]

_OBJECT_LEFT = frozenset(
    "the a an this these those any all our their its his her more new such up out down off".split()
)
_ENDING = frozenset({".", ",", ";", ":", "!", "?", '"', ")", "(", "–", "—"})
_NO_OBJECT = frozenset(
    (
        "and or but by of in at on from with as to for about over between against into that which who is are was were "
        "has have had if than"
    ).split()
)
_NO_GERUNDS = frozenset("during everything nothing anything something meeting hearing".split())
_HEAD = 4  # tokens in which a figure stands
_FAR = 16  # tokens between "for" or a verb and the infinitive that belongs to its object


class Complement(NamedTuple):
    """What an expression governs: how, from which token on, and the tokens of the actor in "for X to do", if any."""

    takes: str
    start: int
    actor: tuple[int, int] | None = None


class Expressions(VerbForms):
    """Reads the words around an expression of one draft."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self._deeds = load_pledges(draft.lexicon).words["deeds"]

    def is_base(self, i: int, end: int) -> bool:
        """Whether the token after adverbs and "not" is the base of a verb, or a word that may be one."""
        i = self.skip(i, end)
        if i < end and self.low[i] in ("all", "both"):
            i = self.skip(i + 1, end)
        if i >= end or not self.text[i][0].isalpha():
            return False
        low = self.low[i]
        if low in ("be", "have", "do"):
            return True
        return low in self._deeds or self._words.is_verb(low, "base") or self._governs(i, end)

    def _unknown(self, at: int, end: int) -> bool:
        """Whether a word that no list of verbs has can stand behind a modal: "will operationalize"."""
        i = self.skip(at, end)
        if i >= end:
            return False
        low = self.low[i]
        return (
            self.text[i].islower()
            and low.isalpha()
            and low not in self._words.classes["closed"]
            and low not in self._words.verbs
            and not low.endswith(("ing", "ed", "ly", "s"))
        )

    def _governs(self, i: int, end: int) -> bool:
        """Whether a word that no list of verbs has is followed by an object: "to operationalize the fund"."""
        low = self.low[i]
        if (
            low in self._words.verbs
            or low in self._words.classes["closed"]
            or not self.text[i].islower()
            or low.endswith(("s", "ing", "ed", "ly"))
        ):
            return False
        return i + 1 < end and (self.low[i + 1] in _OBJECT_LEFT or self._draft.noun_from.get(i + 1) is not None)

    def skip(self, i: int, end: int) -> int:
        """The first token from `i` on that is no adverb, no "not", no opening quotation mark, and no aside."""
        while i < end:
            if self.low[i] in ("not", "never") or self._syntax.is_adverb(i) and not self._is_deed(i, end):
                i += 1
                if i + 1 < end and self.low[i] in (",", "and") and self._is_series(i, end):
                    i += 1
            elif (day := self._past_day(i, end)) > i:
                i = day
            elif self.text[i] == '"' and i + 1 < end and self.text[i + 1].islower() and not self._tokens.glued(i):
                i += 1
            elif self.text[i] == "," and i + 2 < end and "," in self.text[i + 2 : i + 9]:
                stop = self.text.index(",", i + 2)
                if any(self._syntax.finite(j) for j in range(i + 1, stop)) and stop - i > 4:
                    break
                i = stop + 1
            else:
                break
        return i

    def _past_day(self, i: int, end: int) -> int:
        """The token behind a day: "agreed [on Friday] to meet"; the same token where none stands."""
        first = i + (self.low[i] in ("on", "late", "early"))
        first += first + 1 < end and self.low[first] == "on"
        named = first < end and self.text[first].istitle() and self.low[first] in self._words.classes["calendar"]
        return first + 1 if named and self.low[first].endswith("day") else i

    def _is_series(self, joint: int, end: int) -> bool:
        """Whether an adverb follows that the one before is joined to: "to immediately, fully and freely withdraw"."""
        return self._syntax.is_adverb(joint + 1) and not self._is_deed(joint + 1, end)

    def _is_deed(self, i: int, end: int) -> bool:
        """Whether an adverb is a verb where it stands: "should back each other", not "should further strengthen"."""
        low = self.low
        return (
            self._words.is_verb(low[i], "base")
            and i + 1 < end
            and (low[i + 1] in _OBJECT_LEFT or low[i + 1] in ("each", "one"))
        )

    def is_ing(self, i: int, end: int) -> bool:
        """Whether the token after adverbs is a gerund."""
        i = self._syntax.skip_adverbs(i, end)
        return (
            i < end
            and self.low[i].endswith("ing")
            and (self._words.is_verb(self.low[i], "ing") or len(self.low[i]) > 6)
            and (self.low[i] not in _NO_GERUNDS or self.low[i] == "meeting" and self.low[i - 1] == "to")
        )

    def behind(self, end: int, sentence: Sentence) -> int:
        """The token behind an expression, marks of emphasis and of a short quotation left out."""
        while end + 1 < sentence.end and (
            self.text[end] in ("*", "_")
            or self.text[end] == '"'
            and (not self._draft.quoted[end - 1] or self.text[end - 1].isalpha() and self.text[end + 1].islower())
        ):
            end += 1
        return end

    def complement(self, takes: tuple[str, ...], at: int, end: int) -> Complement | None:
        """What stands behind an expression, by the first of its `takes` that fits."""
        at = self.skip(at, end)
        for form in takes:
            found = self._fits(form, at, end)
            if found is not None:
                return found
        return None

    def _fits(self, form: str, at: int, end: int) -> Complement | None:
        if at >= end:
            return None
        low = self.low
        if form == "base":
            return Complement(form, at) if self.is_base(at, end) or self._unknown(at, end) else None
        if form == "inf":
            first = self._behind_colon(at + 1, end)
            return Complement(form, first) if low[at] == "to" and self.is_base(first, end) else None
        if form == "ing":
            return Complement(form, at) if self.is_ing(at, end) else None
        if form == "unchanged":
            return (
                Complement(form, at)
                if low[at] in ("remains", "remained", "remain", "is", "was") and "unchanged" in low[at : at + 4]
                else None
            )
        if form == "for+inf":
            return self._for_to(at, end)
        if form == "that":
            return self._that(at, end)
        if form == "np":
            return Complement(form, at) if self.is_object(at, end) else None
        preposition, _, object_form = form.partition("+")
        if (
            form == "to+np"
            and at + 2 < end
            and self._words.is_verb(low[at + 1], "base")
            and (low[at + 2] in _OBJECT_LEFT or self._draft.noun_from.get(at + 2) is not None)
        ):
            return None
        if (
            low[at] == preposition
            and at + 1 < end
            and (object_form == "np" and self.is_object(at + 1, end) or self.is_ing(at + 1, end))
        ):
            return Complement(form, at + 1)
        return None

    def _behind_colon(self, at: int, end: int) -> int:
        """The first item of a list: "commit to: (i) expand", or the token itself."""
        if at < end and self.text[at] == ":":
            while at + 1 < end and (not self.text[at][0].isalpha() or self.text[at + 1] == ")"):
                at += 1
        return at

    def subject_end(self, start: int, limit: int) -> int:
        """Where a noun phrase ends that is itself a subject: before its verb."""
        for i in range(start, limit):
            if self.low[i] in ("that", "which", "who"):
                return limit
            if self._syntax.finite(i):
                return i
        return limit

    def is_object(self, at: int, end: int) -> bool:
        """Whether a noun phrase can begin at a token."""
        return (
            at < end
            and self.text[at] not in _ENDING
            and (self.low[at] not in _NO_OBJECT or self._is_about(at, end))
            and not (self.low[at] in self._words.classes["subject_pronoun"] and self.low[at] not in ("you", "it"))
        )

    def _is_about(self, at: int, end: int) -> bool:
        """Whether a figure follows a word of measure: "over 40 million crowns", "up to $5bn"."""
        at += 1 + (self.low[at : at + 2] == ["up", "to"])
        return at < end and (self.text[at][0].isdigit() or self.text[at][0] in "$€£¥")

    def is_sum(self, at: int, end: int) -> bool:
        """Whether a figure stands at the head of a noun phrase: "an additional $5 million", "40 trucks"."""
        return any(self.text[i][0].isdigit() or self.text[i][0] in "$€£¥" for i in range(at, min(end, at + _HEAD)))

    def _for_to(self, at: int, end: int) -> Complement | None:
        if self.low[at] != "for":
            return None
        to = self.infinitive(at + 1, end)
        return None if to is None or to == at + 1 else Complement("for+inf", to + 1, (at + 1, to))

    def infinitive(self, at: int, end: int) -> int | None:
        """The "to" of the infinitive that goes with a noun phrase that begins at a token."""
        noun = self._draft.noun_from.get(at)
        i = max(noun.outer, noun.end) if noun is not None else at
        described = False
        while i < end and i - at < _FAR + (8 if noun is not None else 0):
            if self.text[i] in (".", ";", ":", '"'):
                return None
            if self.low[i] == "to" and self.is_base(i + 1, end):
                return i
            described = described or self.low[i] in ("who", "which", "that", "whose")
            if (
                i > at
                and not described
                and self._syntax.finite(i)
                and self._draft.noun_from.get(i) is None
                and self.low[i] in (BE | HAVE | {"said", "will", "would", "should"})
            ):
                return None
            inner = self._draft.noun_from.get(i)
            i = inner.end if inner is not None and inner.end > i else i + 1
        return None

    def _that(self, at: int, end: int) -> Complement | None:
        if self.low[at] == "that":
            return Complement("that", at + 1)
        if self.text[at] in _ENDING or self.low[at] in _NO_OBJECT or self.low[at] in ("on", "in", "at"):
            return None
        noun = self._draft.noun_from.get(at)
        behind = self._syntax.skip_adverbs(max(noun.outer, noun.end), end) if noun is not None else at
        if noun is not None and behind < end and self._syntax.finite(behind):
            return Complement("that", at)
        return Complement("that", at) if noun is None and self._syntax.opens_clause(at, end) else None


def utterances(draft: Draft) -> list[Sentence]:
    """The sentences of the body; those that a quotation holds together are parted."""
    found: list[Sentence] = []
    text = draft.tokens.text
    for sentence in draft.body:
        start = sentence.start
        for i in range(sentence.start, sentence.end - 2):
            if text[i] in (".", "!", "?") and draft.quoted[i] and text[i + 1][0].isupper() and i > start:
                found.append(sentence._replace(start=start, end=i + 1))
                start = i + 1
        found.append(sentence._replace(start=start))
    return found
