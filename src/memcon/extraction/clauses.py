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
_MANNERS = frozenset(("gratitude pleasure thanks appreciation joy satisfaction delight honour honor").split())
_PARTY_SORTS = frozenset({"person", "office", "people", "states", "he", "she", "they", "side", "state", "i", "we"})


class Clauses:
    """Tells siblings from nested cues in the sentences of one draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._tokens = draft.tokens
        self._syntax = draft.syntax

    def is_sibling(self, use: Use, uses: list[Use], parent: Said) -> bool:
        """Whether a cue inside the content so far goes on with the sentence: ", and stressed", ", noting that"."""
        if parent.cue is None:
            return False
        first = next((other for other in uses if other.start == parent.cue[0]), None)
        if use.form == "ing":
            return use.chain - parent.content[0][0] > 1 and self._participle_goes_on(use, first)
        if self.after_aside(use, parent) or self.in_which(use):
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

    def in_which(self, use: Use) -> bool:
        """Whether a cue stands in ", which they believed would ..."."""
        own = use.subject_start
        plain_that = all("np" not in group.takes for _, group in use.groups)
        return plain_that and own > 2 and self._tokens.low[own - 1] == "which" and self._tokens.text[own - 2] == ","

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
        return before == "and" and (tokens.text[use.chain - 2] == "," or (first is not None and first.form == "ing"))

    def _subject_goes_on(self, use: Use, first: Use, before: str, own: int) -> bool:
        """A cue with its own subject is a sibling where a party is the subject and both verbs are narrated alike."""
        if before in _LATER:
            return use.form == first.form
        if not use.nouns:
            return before == ";"
        tokens = self._tokens
        if (
            before == "and"
            and tokens.text[own - 2] == ","
            and use.noun is not None
            and use.noun.how == "pronoun"
            and use.form in ("finite", "present")
        ):
            return use.noun.sort != "it"
        party = all(noun.sort in _PARTY_SORTS or noun.how in ("group", "role") for noun in use.nouns)
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
            group.group in _WEAK
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
        if set(speaker) <= set(parent.speaker):
            return False
        if group.act == "discuss" and len(speaker) < 2 and use.noun.sort not in ("people", "states", "they"):
            return False
        own = {self._draft.state_of(number) for number in parent.speaker}
        if all(self._draft.world.beings[number].kind == "state" for number in speaker) and {*speaker} <= own:
            return False
        return group.act in _REPORTED_ACTS

    def cut(self, parent: Said, use: Use) -> None:
        """End the words of a statement where a sibling begins."""
        if use.subject_start < 0 or self.after_aside(use, parent):
            stop = self.past_adverbials(use.chain)
        else:
            stop = self.past_adverbials(use.subject_start - self.in_which(use))
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
        """The end of an object before a verb that goes on with the subject: "discussed trade [and will meet again]"."""
        low = self._tokens.low
        if use.form not in ("finite", "present") or "np" not in group.takes or low[start - 1] == "that":
            return stop
        for i in range(start, stop - 1):
            if low[i] in (
                "that",
                "which",
                "who",
                "whose",
                "how",
                "what",
                "whether",
                "why",
                "where",
                "when",
                "if",
                "as",
                ":",
                '"',
                "to",
            ):
                return stop
            if (
                low[i] == "and"
                and i > start
                and (
                    low[i + 1] in ("will", "would")
                    or (use.form == "finite" and (low[i + 1] in _DEEDS or self._is_deed(i + 1, stop)))
                )
            ):
                return i - 1 if low[i - 1] == "," else i
        return stop

    def _is_deed(self, i: int, stop: int) -> bool:
        """Whether a past form has an object of its own, as no participle has: "[and] synchronized their steps"."""
        low = self._tokens.low
        return i + 1 < stop and len(low[i]) > 4 and low[i].endswith("ed") and low[i + 1] in _DETERMINERS

    def without_manner(self, start: int, stop: int) -> int:
        """The end of an object without the manner of the act: "accepted the invitation [with gratitude]"."""
        low = self._tokens.low
        for i in range(start + 1, stop):
            if low[i] == "with" and low[stop - 1] in _MANNERS and stop - i < 5:
                return i
        return stop

    def opening_stop(self, use: Use, start: int, end: int, sentence: Sentence) -> int | None:
        """Where the words of "Noting that ..., X said" end: before the main clause; None for other cues."""
        if use.form != "ing" or use.start > sentence.start + 2:
            return None
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
