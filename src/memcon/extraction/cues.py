"""Reporting cues where they stand: which group, in which form, with which subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from memcon.extraction.sentences import Sentence
from memcon.extraction.syntax import Syntax
from memcon.extraction.world import Noun
from memcon.lexicon import Lexicon
from memcon.lexicon.entries import CueGroup
from memcon.lexicon.forms import Form
from memcon.lexicon.patterns import Match

CueForm = Literal["finite", "ing", "infinitive", "passive", "present"]

_BE = frozenset({"is", "are", "was", "were", "been", "be", "being"})
_HAVE = frozenset({"has", "have", "had"})
_CHAIN = (
    _BE
    | _HAVE
    | {
        "will",
        "would",
        "did",
        "do",
        "does",
        "not",
        "also",
        "should",
        "must",
        "could",
        "can",
        "may",
        "might",
        "shall",
        "to",
        "never",
        "cannot",
        "didn't",
        "don't",
        "doesn't",
        "wasn't",
        "weren't",
        "hasn't",
        "haven't",
    }
)
_NOUN_LEFT = frozenset(
    (
        "the a an this these those any some no each every another such of in on at by with from into about for "
        "between among under over against towards toward his her their its our my your 's through within without per"
    ).split()
)
_BEFORE_ING = frozenset(("while as by when after before in also and , – — with ; -").split())
FREE_PARTICIPLES = frozenset(
    (
        "saying noting stressing adding stating emphasizing emphasising underscoring calling thanking urging "
        "expressing reaffirming reiterating pledging underlining highlighting recalling warning insisting"
    ).split()
)
_OPENING_CONTENT = frozenset({"that", "the", "his", "her", "their", "its", "a", "an", '"', ":", "for", "on", "upon"})
_ASKED = frozenset({"asked", "quoted", "pressed", "questioned", "informed", "briefed", "reminded", "told"})
_BEHIND_ASKED = frozenset(("by about whether if that how why what when who at in on as to of").split())
_LONGEST_DESCRIPTION = 14  # tokens of "briefed on the discussions" before its noun's verb
_MOST_INTO = 3  # tokens from an opening mark to a verb that belongs to the clause before it
_SUBJECT_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which"})
_ANY = frozenset({"base", "s", "past", "participle", "ing"})
_AFTER = {word: frozenset({"participle"}) for word in ("has", "have", "had")} | {
    word: frozenset({"base"})
    for word in ("will", "would", "should", "must", "could", "can", "may", "might", "shall", "do", "does", "did")
}
_PRESENT_SUBJECTS = frozenset(
    ("statement document declaration communiqué communique it text resolution conference summit").split()
)
_PARTICIPLE_LINKS = frozenset({"by", "between", "in", "at", "during", "on", "with", "from", "to"})


@dataclass(slots=True)
class Use:
    """A cue in use at tokens `start` to `end`, its verb at `head`; `groups` are its readings, each with its end.

    `chain` is the first token of the verb's auxiliaries; `nouns` its subject, where mentions cover it, else `generic`
    the tokens of a described one; both are empty where the subject is shared with another verb.
    """

    start: int
    end: int
    head: int
    chain: int
    form: CueForm
    groups: tuple[tuple[int, CueGroup], ...]
    negated: bool
    modal: str | None
    sentence: Sentence
    progressive: bool = False
    noun: Noun | None = None
    nouns: tuple[Noun, ...] = ()
    subject_start: int = -1
    generic: tuple[int, int] | None = None

    @property
    def talks(self) -> bool:
        """Whether the talks themselves are the subject ("the agenda included")."""
        return self.groups[0][1].talks is not None

    @property
    def first_person(self) -> bool:
        """Whether "I" or "we" is the subject."""
        return self.noun is not None and self.noun.sort in ("i", "we")


class CueFinder:
    """Finds the cues of a sentence outside its quotations."""

    def __init__(self, syntax: Syntax, lexicon: Lexicon, quoted: bytearray, noun_at: dict[int, Noun]) -> None:
        self._syntax = syntax
        self._tokens = syntax.tokens
        self._cues = lexicon.cues
        self._words = lexicon.words
        self._negation = lexicon.words.classes["negation"]
        self._modal = lexicon.words.classes["modal"]
        self._quoted = quoted
        self._noun_at = noun_at

    def find_all(self, sentence: Sentence, within: bool = False) -> list[Use]:
        """The cues of a sentence from left to right, none overlapping another; those in quotations only if `within`."""
        found: list[Use] = []
        at = sentence.start
        low, starts = self._tokens.low, self._cues.starts
        while at < sentence.end:
            if low[at] not in starts or (self._quoted[at] and not within and not self._runs_on(at)):
                at += 1
                continue
            matches = self._cues.matches_at(low, at, sentence.end)
            use = self._use(matches, sentence) if matches else None
            if use is None:
                at += 1
            else:
                found.append(use)
                at = use.end
        return found

    def _runs_on(self, at: int) -> bool:
        """Whether a verb in a quotation has its subject outside: 'the ministry "strongly condemned" the coup'."""
        mark = at - 1
        while at - mark <= _MOST_INTO and self._quoted[mark] and self._syntax.is_adverb(mark):
            mark -= 1
        if self._tokens.text[mark] != '"' or self._quoted[mark]:
            return False
        before = self._tokens.low[mark - 1]
        if before in _CHAIN or before in _SUBJECT_PRONOUNS or self._noun_at.get(mark) is not None:
            return True
        return before[0].isalpha() and before not in self._words.classes["closed"] and not self._words.is_verb(before)

    def _use(self, matches: list[Match[CueGroup]], sentence: Sentence) -> Use | None:
        first = matches[0]
        head = first.head
        if first.entry.talks:
            return Use(
                first.start, first.end, head, first.start, "finite", ((first.end, first.entry),), False, None, sentence
            )
        form, chain = self._form(head, sentence)
        if form is None:
            return None
        chain = min(chain, first.start)
        groups = tuple((match.end, match.entry) for match in matches if match.head == head)
        low = self._tokens.low
        negated = any(low[i] in self._negation for i in range(chain, head)) or groups[0][1].group == "withhold"
        modal = next((low[i] for i in range(chain, head) if low[i] in self._modal), None)
        progressive = form == "finite" and low[head].endswith("ing")
        return Use(first.start, first.end, head, chain, form, groups, negated, modal, sentence, progressive)

    def _form(self, head: int, sentence: Sentence) -> tuple[CueForm | None, int]:
        """The form of the verb in its place, None for a noun or an adjective, and the first of its auxiliaries."""
        tokens = self._tokens
        low = tokens.low
        forms: set[Form] = {form for _, form in self._words.verbs.get(low[head], ())}
        if low[head] in _BE:
            forms = {"past", "s"} if low[head] not in ("be", "being", "been") else {"base"}
        if not forms or (head + 1 < sentence.end and tokens.text[head + 1] == "-" and tokens.glued(head + 1)):
            return None, head
        chain = self._chain(head, sentence)
        auxiliaries = [low[i] for i in range(chain, head) if not self._syntax.is_adverb(i) and low[i] != '"']
        before = low[chain - 1] if chain > sentence.start else ""
        last = auxiliaries[-1] if auxiliaries else ""
        if "participle" in forms and last in _BE and low[head] not in _BE:
            return "passive", chain
        if "ing" in forms:
            return self._ing(head, chain, last, before, sentence)
        if last == "to":
            return "infinitive", chain
        if auxiliaries:
            return ("finite", chain) if forms & _AFTER.get(last, _ANY) else (None, head)
        if (
            before in _NOUN_LEFT
            or (before == "-" and tokens.glued(head))
            or (tokens.text[head][0].isupper() and not self._opens(head, sentence) and not self._implied(head))
        ):
            return None, head
        if "past" in forms:
            return self._past(head, before, forms, sentence)
        return self._present(head, chain, before, forms, sentence)

    def _implied(self, head: int) -> bool:
        """Whether a verb has a subject that takes up no words."""
        noun = self._noun_at.get(head)
        return noun is not None and noun.start == head

    def _opens(self, head: int, sentence: Sentence) -> bool:
        """Whether only a bullet, a number or a quotation mark stands before a word of a sentence."""
        text = self._tokens.text
        return head - sentence.start <= 4 and not any(
            text[i][0].isalpha() and len(text[i]) > 1 for i in range(sentence.start, head)
        )

    def _ing(self, head: int, chain: int, last: str, before: str, sentence: Sentence) -> tuple[CueForm | None, int]:
        if last in _BE:
            return "finite", chain
        if before in _NOUN_LEFT and before not in _BEFORE_ING:
            return None, head
        noun = self._noun_at.get(chain)
        absolute = noun is not None and noun.start > sentence.start and self._tokens.low[noun.start - 1] == "with"
        led = noun is not None and noun.sort in ("person", "office", "side") and noun.start <= sentence.start + 1
        if head == sentence.start or before in _BEFORE_ING or absolute or led or self._opens(head, sentence):
            return "ing", chain
        free = (
            self._tokens.low[head] in FREE_PARTICIPLES
            and head + 1 < sentence.end
            and self._tokens.low[head + 1] in _OPENING_CONTENT
        )
        return ("ing", chain) if free else (None, head)

    def _past(self, head: int, before: str, forms: set[Form], sentence: Sentence) -> tuple[CueForm | None, int]:
        """A past form is no participle behind its noun ("the consensus reached by"), unless it has a subject."""
        low = self._tokens.low
        if low[head] in _ASKED and (
            before in ("when", "if", "while", "as")
            or (before == "," and self._noun_at.get(head - 1) is not None and low[head + 1] in _BEHIND_ASKED)
        ):
            return None, head
        if low[head] in _ASKED and self._describes(head, sentence):
            return None, head
        led = all(self._syntax.is_adverb(i) or low[i].endswith("ly") for i in range(sentence.start, head))
        if led and "participle" in forms and not self._noun_at.get(head):
            return None, head
        if (
            "participle" in forms
            and head + 1 < sentence.end
            and low[head + 1] in _PARTICIPLE_LINKS
            and self._words.is_verb(low[head], "participle")
        ):
            noun = self._noun_at.get(head)
            free = before in (",", "and", "also", "he", "she", "they", "we", "who", "it") or self._syntax.is_adverb(
                head - 1
            )
            if noun is None and not free and low[head + 1] in ("by", "between", "during"):
                return None, head
            if low[head + 1] == "by" and noun is not None and noun.sort == "initiative":
                return None, head
        return "finite", self._chain(head, sentence)

    def _describes(self, head: int, sentence: Sentence) -> bool:
        """Whether a participle stands behind a noun before the verb: "officials briefed on the talks said"."""
        low = self._tokens.low
        if low[head + 1 : head + 2] not in (["on"], ["by"], ["about"], ["of"]):
            return False
        for i in range(head + 2, min(sentence.end, head + _LONGEST_DESCRIPTION)):
            if low[i] in ("and", "but", "that") or not self._tokens.text[i][0].isalnum():
                return False
            if self._syntax.finite(i) and low[i] in self._cues.starts:
                return True
        return False

    def _present(
        self, head: int, chain: int, before: str, forms: set[Form], sentence: Sentence
    ) -> tuple[CueForm | None, int]:
        """A base or -s form is a verb where a subject stands before it; else it is a noun."""
        noun = self._noun_at.get(chain - 1 if before in ("both", "all", "each") else chain)
        metonym = noun is not None and noun.mark is not None and noun.mark.kind in ("capital", "metonym")
        if "s" in forms and noun is not None and (noun.sort not in ("place", "initiative") or metonym):
            return "present", chain
        if "s" in forms and (self._opens(head, sentence) or before in _PRESENT_SUBJECTS):
            return "present", chain
        plural = noun is not None and (
            noun.how == "group"
            or noun.sort in ("i", "we", "they", "you", "people", "states")
            or noun.sort.startswith("bodies")
            or self._tokens.low[chain - 1].endswith("s")
        )
        if "base" in forms and (plural or before in ("who", "which")):
            return "present", chain
        if "base" in forms and noun is not None and chain > sentence.start and self._coordinated(noun):
            return "present", chain
        if "s" in forms and before in ("and", ",", ";", "who", "which", "also", '"'):
            return "present", chain
        if (
            "base" in forms
            and (before in ("and", ",", ";", ":") or self._syntax.is_adverb(head - 1))
            and self._plural_clause(sentence, chain)
        ):
            return "present", chain
        return None, head

    def _plural_clause(self, sentence: Sentence, at: int) -> bool:
        """Whether the sentence began with a plural subject in the present tense ("We welcome ... and reaffirm")."""
        for i in range(sentence.start, min(at, sentence.start + 14)):
            noun = self._noun_at.get(i)
            if noun is not None and (noun.how == "group" or noun.sort in ("we", "they", "people", "states", "i")):
                return self._tokens.text[i] == "," or self._words.is_verb(
                    self._tokens.low[self._syntax.skip_adverbs(i, at)], "base"
                )
        return False

    def _coordinated(self, noun: Noun) -> bool:
        start = noun.start
        if start < 3 or self._tokens.low[start - 1] != "and":
            return False
        return self._noun_at.get(start - 1 - (self._tokens.text[start - 2] == ",")) is not None

    def _chain(self, head: int, sentence: Sentence) -> int:
        """The first of the auxiliaries and adverbs that lead up to a verb."""
        i = head
        low = self._tokens.low
        while i > sentence.start and (
            low[i - 1] in _CHAIN or self._syntax.is_adverb(i - 1) or (low[i - 1] == '"' and self._quoted[i])
        ):
            i -= 1
        while i < head and self._syntax.is_adverb(i) and low[i] not in _CHAIN and i == sentence.start:
            i += 1
        return i
