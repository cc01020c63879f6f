"""Two cues in one sentence: which go on with the sentence, which stand inside reported words, and where words end."""

from __future__ import annotations

from memcon.extraction.cues import Use
from memcon.extraction.draft import Draft, Said
from memcon.extraction.sentences import Sentence
from memcon.extraction.world import Noun
from memcon.lexicon.entries import CueGroup

_JOINING = frozenset({"and", "but", ",", ";", "while", "–", "—", "yet", "as", "before", "after", "then", "or"})
_TRAILING = frozenset({"and", "but", ",", ";", "while", "as", "–", "—", "then", "before", "after", "also"})
_TRAILING_ADVERBS = frozenset(("also further then once again warmly separately gladly finally later jointly").split())
_ADVERBIALS = tuple(
    tuple(phrase.split())
    for phrase in (
        "in this regard",
        "in this context",
        "in this connection",
        "in that regard",
        "in that context",
        "in this respect",
        "once again",
        "at the same time",
        "in particular",
        "in turn",
        "for his part",
        "for her part",
        "for its part",
        "for their part",
        "on the other hand",
        "in addition",
        "to this end",
        "on behalf of himself",
        "in response",
        "in conclusion",
        "on this occasion",
        "as well as",
    )
)
_LATER = frozenset({"as", "before", "after", "then"})
_WEAK = frozenset({"think", "hope", "opinion-of", "add", "reply", "speak-of", "describe", "commit", "accept"})
_REPORTED_ACTS = frozenset(
    ("state stress agree discuss note announce request propose reject thank recall warn ask").split()
)
_ENDS = frozenset({".", "!", "?", "...", "…"})
_DETERMINERS = frozenset({"the", "their", "his", "her", "its", "a", "an"})
_DEEDS = frozenset(
    (
        "signed witnessed visited attended held toured met laid took inspected unveiled inaugurated opened gave "
        "exchanged left departed presented"
    ).split()
)
_CLAUSE_OPENERS = frozenset("that which who whose how what whether why where when if as :".split())
_UNDERTAKINGS = tuple([verb, "to"] for verb in ("failed", "refused", "managed", "continued", "tried", "decided"))
_MANNERS = frozenset(("gratitude pleasure thanks appreciation joy satisfaction delight honour honor").split())
_LONGEST_APPOSITION = 7  # tokens
_ENCOUNTERING = frozenset("met hosted received visited spoke talked addressed meets hosts receives visits".split())
_ATTENDING = frozenset("meeting visiting hosting receiving attending addressing speaking".split())
_PARTY_SORTS = frozenset({"person", "office", "people", "states", "he", "she", "they", "side", "state", "i", "we"})


class Clauses:
    """Tells siblings from nested cues in the sentences of one draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._tokens = draft.tokens
        self._syntax = draft.syntax

    def is_sibling(self, use: Use, uses: list[Use], parent: Said) -> bool:
        """Whether a cue inside the content so far goes on with the sentence: ", and stressed", ", noting that"."""
        if parent.cue is None or self._frames_aside(use, parent):
            return False
        first = next((other for other in uses if other.start == parent.cue[0]), None)
        if use.form == "ing":
            return use.chain - parent.content[0][0] > 1 and self._participle_goes_on(use, first)
        if self.after_aside(use, parent) or self.in_which(use) or self.apposed(use) is not None:
            return True
        own = self.past_adverbials(use.subject_start if use.subject_start >= 0 else use.chain)
        before = self._tokens.low[own - 1]
        if before == ";":
            return True
        if before not in _JOINING or (before in _LATER and not use.nouns):
            return False
        if first is None:
            return True
        if use.form == "infinitive":
            return first.form == "infinitive" and not use.nouns
        if use.nouns or use.generic:
            return self._subject_goes_on(use, first, before, own)
        if use.form == "present" and first.form == "finite":
            return before == ";"
        return self._same_tense(first, use) or first.form == "ing"

    @staticmethod
    def _frames_aside(use: Use, parent: Said) -> bool:
        """Whether a cue is the verb of words amid which its speaker is told: "Norland, she said, had offered"."""
        amid = parent.rule == "attribution-behind" and len(parent.content) > 1
        return amid and 0 <= use.subject_start < parent.content[0][1]

    def in_which(self, use: Use) -> bool:
        """Whether a cue stands in ", which they believed would ..."."""
        own = use.subject_start
        plain_that = all("np" not in group.takes for _, group in use.groups)
        return plain_that and own > 2 and self._tokens.low[own - 1] == "which" and self._tokens.text[own - 2] == ","

    def apposed(self, use: Use) -> int | None:
        """Where the noun of ", a move [Mr Cole described as ...]" begins, which sums up the clause before."""
        low, own = self._tokens.low, use.subject_start
        if not use.nouns:
            return None
        for i in range(own - 1, max(use.sentence.start + 1, own - _LONGEST_APPOSITION), -1):
            if low[i] in ("a", "an", "the", "something"):
                near = i < own - 1 or low[i] == "something"
                return i if near and self._tokens.text[i - 1] in (",", "–", "—") else None
            if low[i] in self._syntax.words.classes["closed"] or not self._tokens.text[i].islower():
                return None
        return None

    def before_occasion(self, start: int, stop: int) -> int:
        """The end of reported words before the occasion on which they fell: "his support [when he met Mr Cole]"."""
        low = self._tokens.low
        for i in range(start + 1, stop - 2):
            if low[i] not in ("when", "while", "as") or self._draft.quoted[i]:
                continue
            noun = self._draft.noun_from.get(i + 1)
            if noun is not None and noun.sort in _PARTY_SORTS and low[max(noun.outer, noun.end)] in _ENCOUNTERING:
                return i - (self._tokens.text[i - 1] == ",")
            if low[i] == "while" and low[i + 1] in _ATTENDING:
                return i - (self._tokens.text[i - 1] == ",")
        return stop

    def past_adverbials(self, own: int) -> int:
        """The start of a clause without an adverbial behind its conjunction: "and in this regard expressed"."""
        low = self._tokens.low
        for phrase in _ADVERBIALS:
            if tuple(low[own - len(phrase) : own]) == phrase:
                return own - len(phrase)
        return own

    def _participle_goes_on(self, use: Use, first: Use | None) -> bool:
        tokens = self._tokens
        before = tokens.low[use.chain - 1]
        if use.nouns:
            return tokens.text[use.subject_start - 1] == ","
        if before in (",", "while", "–", "—", ";"):
            return True
        if tokens.low[use.chain - 2] in self._syntax.words.classes["preposition"]:
            return False  # "engaging with and expressing our concerns to China"
        return before == "and" and (tokens.text[use.chain - 2] == "," or (first is not None and first.form == "ing"))

    def _subject_goes_on(self, use: Use, first: Use, before: str, own: int) -> bool:
        """A cue with its own subject is a sibling where a party is the subject and both verbs are narrated alike."""
        if before in _LATER:
            return use.form == first.form
        if not use.nouns:
            return before == ";" or (before in ("but", "while") and self._same_tense(first, use))
        tokens = self._tokens
        if (
            before == "and"
            and tokens.text[own - 2] == ","
            and use.noun is not None
            and use.noun.how == "pronoun"
            and use.form in ("finite", "present")
        ):
            return use.noun.sort != "it"
        party = all(
            noun.sort in _PARTY_SORTS
            or noun.how in ("group", "role")
            or (noun.mark is not None and noun.mark.kind in ("capital", "metonym"))
            for noun in use.nouns
        )
        plain = use.chain == use.head or all(self._syntax.is_adverb(i) for i in range(use.chain, use.head))
        return before in (",", ";", "and", "while", "but") and party and plain and self._same_tense(first, use)

    def after_aside(self, use: Use, parent: Said) -> bool:
        """Whether a cue is the main verb behind an aside with a cue: "Mr Cole, noting that A, said B"."""
        before = bool(use.nouns) and parent.cue is not None and 0 <= use.subject_start < parent.cue[0]
        return before and (self._tokens.text[use.chain - 1] == "," or parent.rule == "attribution-participle")

    def _same_tense(self, first: Use, use: Use) -> bool:
        forms = self._syntax.words.verbs
        one = {form for _, form in forms.get(self._tokens.low[first.head], ())}
        other = {form for _, form in forms.get(self._tokens.low[use.head], ())}
        if first.form == "infinitive":
            return use.form == "finite"
        if "past" in one and "past" in other:
            return True
        present = {"s", "base"}
        return bool(present & one and present & other and use.form == first.form)

    def stands_apart(self, use: Use, group: CueGroup, parent: Said, speaker: tuple[int, ...]) -> bool:
        """Whether a reporting clause within reported words stands for itself: another party's, or both together."""
        if (
            (group.group in _WEAK and not (group.group == "commit" and parent.rule == "attribution-behind"))
            or parent.direct
            or use.form in ("present", "infinitive")
            or use.modal
            or use.progressive
        ):
            return False
        if (
            use.noun is None
            or use.noun.sort == "it"
            or (use.noun.how == "pronoun" and use.noun.being in parent.speaker)
        ):
            return False
        documented = "a document of the parties speaks" in parent.reasons
        if set(speaker) <= set(parent.speaker) and not documented:
            return False
        if group.act == "discuss" and len(speaker) < 2 and use.noun.sort not in ("people", "states", "they"):
            return False
        own = {self._draft.state_of(number) for number in parent.speaker}
        states = all(self._draft.world.beings[number].kind == "state" for number in speaker)
        if not documented and states and {*speaker} <= own:
            return False
        return group.act in _REPORTED_ACTS

    def cut(self, parent: Said, use: Use) -> None:
        """End the words of a statement where a sibling begins."""
        apposed = self.apposed(use)
        if apposed is not None:
            stop = apposed
        elif use.subject_start < 0 or self.after_aside(use, parent):
            stop = self.past_adverbials(use.chain)
        else:
            stop = self.past_adverbials(use.subject_start - self.in_which(use))
        self.end_before(parent, stop)

    def end_before(self, parent: Said, stop: int) -> None:
        """End the words of a statement before a token."""
        content = [(start, self.trim(start, min(end, stop))) for start, end in parent.content if start < stop]
        parent.content = [(start, end) for start, end in content if end > start] or [
            (parent.content[0][0], parent.content[0][0] + 1)
        ]

    def trim(self, start: int, stop: int) -> int:
        """The end of a range without the conjunctions, commas and adverbs that lead over to the next clause."""
        low = self._tokens.low
        if stop < len(low) and self._tokens.text[stop] in _ENDS:
            return stop
        while stop > start and (low[stop - 1] in _TRAILING or low[stop - 1] in _TRAILING_ADVERBS):
            stop -= 1
        return stop

    def before_next_verb(self, use: Use, group: CueGroup, start: int, stop: int) -> int:
        """The end of an object or infinitive before the clause goes on: "discussed trade [and will meet again]"."""
        low, text = self._tokens.low, self._tokens.text
        infinitive = low[start] == "to"
        if use.form not in ("finite", "present", "infinitive") or low[start - 1] == "that":
            return stop
        if not infinitive and "np" not in group.takes:
            return stop
        for i in range(start, stop - 1):
            if low[i] in _CLAUSE_OPENERS or (use.form == "infinitive" and low[i] == "to" and low[i - 1] != "and"):
                return stop
            if self._draft.quoted[i]:
                continue
            if i > start and low[i] in ("after", "before") and low[i + 1].endswith("ing") and not infinitive:
                return self.trim(start, i)
            if i > start and low[i] in ("and", "but", "while") and self._resumes(use, i, stop):
                return i - 1 if text[i - 1] == "," else i
        return stop

    def _resumes(self, use: Use, joint: int, stop: int) -> bool:
        """Whether a verb that is no part of the object follows a conjunction, alone or with its subject."""
        low, words = self._tokens.low, self._syntax.words
        at = self._syntax.skip_adverbs(joint + 1, stop)
        if at >= stop:
            return False
        if use.form == "infinitive":
            return low[joint : at + 1] == ["and", "to"] and words.is_verb(low[at + 1], "base")
        if low[at] in ("will", "would"):
            return True
        if self._tokens.text[joint - 1] == "," and self._opens_own_clause(at, stop):
            return True
        if use.form != "finite" or low[joint] == "while":
            return False
        if low[at] in _DEEDS or self._is_deed(at, stop) or low[joint : at + 1] == ["but", "did"]:
            return True
        past = words.is_verb(low[at], "past") and self._tokens.text[at][0].islower()
        if past and low[joint] == "but":
            return True
        if past and self._tokens.text[joint - 1] == "," and low[at + 1] in ("for", "to", "on", "out", "up"):
            return True
        return past and (not words.is_verb(low[at], "participle") or low[at : at + 2] in _UNDERTAKINGS)

    def _opens_own_clause(self, at: int, stop: int) -> bool:
        """Whether a condition or a subject with its verb begins at a token."""
        noun = self._draft.noun_from.get(at)
        if noun is None:
            return self._tokens.low[at] in ("if", "when")
        behind = self._syntax.skip_adverbs(max(noun.outer, noun.end), stop)
        return noun.sort in _PARTY_SORTS and behind < stop and self._syntax.finite(behind)

    def _is_deed(self, i: int, stop: int) -> bool:
        """Whether a past form has an object of its own, as no participle has: "[and] synchronized their steps"."""
        low = self._tokens.low
        return i + 1 < stop and len(low[i]) > 4 and low[i].endswith("ed") and low[i + 1] in _DETERMINERS

    def in_relative_stop(self, use: Use, start: int, stop: int) -> int:
        """The end of words reported in a relative clause: "China, which insists A [and whose army]"."""
        low, text = self._tokens.low, self._tokens.text
        first = use.chain - 1 - (low[use.chain - 2] == "whose")
        if low[first] not in ("who", "which", "whose") or self._draft.quoted[start]:
            return stop
        for i in range(start, stop - 1):
            if low[i] == "and" and low[i + 1] in ("whose", "who", "which"):
                return i
            if text[i] == "," and text[first - 1] == "," and i > start:
                at = self._syntax.skip_adverbs(i + 1, stop)
                if at < stop and self._syntax.finite(at) and not self._draft.quoted[at]:
                    return i
        return stop

    def without_manner(self, start: int, stop: int) -> int:
        """The end of an object without the manner of the act: "accepted the invitation [with gratitude]"."""
        low = self._tokens.low
        for i in range(start + 1, stop):
            if low[i] == "with" and low[stop - 1] in _MANNERS and stop - i < 5:
                return i
        return stop

    def opening_stop(self, use: Use, start: int, end: int, sentence: Sentence) -> int | None:
        """Where the words of "Noting that ..., X said" end: before the main clause; None for other cues."""
        if use.form != "ing" or not self.opens(use):
            return None
        return self._main_clause(start, end)

    def opens(self, use: Use) -> bool:
        """Whether a participle stands before the main clause: "Noting A, and recalling B, we urge"."""
        first = use.sentence.start
        if use.start <= first + 2:
            return True
        before = self._tokens.low[use.chain - 1]
        if before == "while":
            led = self._draft.noun_at.get(use.chain - 1) or self._draft.noun_at.get(use.chain - 2)
            if led is not None and led.start == first:
                return False  # "Norland, while welcoming the offer, said"
            return not any(self._syntax.finite(i) for i in range(first, use.chain))
        if before not in ("and", ",") or not self._syntax.words.is_verb(self._tokens.low[first], "ing"):
            return False
        return self._main_clause(first, use.chain) is None

    def _main_clause(self, start: int, end: int) -> int | None:
        """The comma between an opening participle and the subject of the main clause."""
        for i in range(start, end):
            if self._tokens.text[i] == "," and not self._draft.quoted[i]:
                noun = self._draft.noun_from.get(i + 1)
                if noun is not None and (noun.subject or self.joint_subject(noun)):
                    return i
        return None

    def joint_subject(self, noun: Noun) -> tuple[int, ...]:
        """The entities of a joint subject that a mention begins ("Mr A and Ms B said"); empty for none."""
        nouns = [noun]
        while True:
            stop = max(nouns[-1].outer, nouns[-1].end)
            if stop + 1 >= len(self._tokens) or self._tokens.low[stop] != "and":
                return ()
            other = self._draft.noun_from.get(stop + 1)
            if other is None or other.being is None or other.sort not in ("person", "office", "state"):
                return ()
            nouns.append(other)
            if other.subject:
                found: list[int] = []
                for each in nouns:
                    if each.being is not None:
                        found += [number for number in self._draft.people_of(each.being) if number not in found]
                return tuple(found)
