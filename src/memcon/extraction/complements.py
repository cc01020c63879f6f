"""What follows a cue: where the reported words begin, by which grammar of the cue's groups, and who hears them."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.clauses import Clauses
from memcon.extraction.cues import FREE_PARTICIPLES, Use
from memcon.extraction.draft import Draft
from memcon.extraction.subjects import Subjects
from memcon.lexicon.entries import CueGroup

_NO_OBJECT = frozenset({"by", "as", "in", "on", "with", "at"})
_MOST_ASIDE = 25  # tokens of an aside between cue and "that"
_MOST_HEARER = 14  # tokens that a hearer may take
_MOST_BEFORE_AS = 14  # tokens between "described" and "as"
_MOST_BEFORE_TO = 40  # tokens between "called on" and the infinitive
_ADJECTIVE_ENDINGS = (
    "al",
    "ful",
    "ive",
    "ous",
    "able",
    "ible",
    "ary",
    "ant",
    "ent",
    "ic",
    "less",
    "ing",
    "ed",
    "good",
    "poor",
    "close",
    "key",
    "crucial",
)
_ON_OCCASIONS = frozenset(
    (
        "phone telephone sidelines margins occasion eve behalf board arrival day evening morning initiative "
        "instructions way line arrival departure"
    ).split()
)
_DISCUSSING = frozenset(
    (
        "discussing exchanging reviewing touching focusing centring centering debating raising paying concentrating "
        "holding"
    ).split()
)
_DENIABLE = frozenset({"withhold", "reject", "turn-down"})  # "did not rule out talks" tells something
_EXPLAINING = frozenset({"referring", "alluding"})  # the reporter's notes: "he said, referring to the treaty"
_MANNERS = tuple(
    tuple(phrase.split())
    for phrase in (
        "in depth",
        "in detail",
        "in great detail",
        "in full",
        "in some detail",
        "at length",
        "at some length",
        "in general terms",
        "in particular",
        "once again",
        "in person",
        "in the strongest terms",
        "in the strongest possible terms",
        "in strong terms",
        "in no uncertain terms",
        "in this regard",
        "in this context",
        "with satisfaction",
        "with concern",
        "with appreciation",
        "with regret",
    )
)
_PLACING = frozenset(
    ("in on at during to after before through via with following by from earlier upon when while").split()
)
_MOST_OCCASION = 7
_MOST_PLACE = 14  # tokens of "in a statement issued on Monday" before "that"
_MOST_COMMON_HEARER = 5  # tokens of a hearer who is no mention
_AUDIENCES = frozenset(("parliament conference briefing television radio press media summit meeting audience").split())
_HEARING_PRONOUNS = frozenset({"him", "them", "me", "us", "her"})
_CLAUSE_OPENERS = frozenset(("he she they it the there this these those his her their its a an no").split())
_LEVELS = frozenset({"level", "levels", "height", "heights", "plane", "status", "rank", "partnership", "stage"})
_OBJECT_END = frozenset({"of", "for", "with", "that", "about", "to", "by", "on"})


class Complement(NamedTuple):
    """The reading of a cue that its words fit: content from `start`, the cue's own words up to `stop`."""

    group: CueGroup
    start: int
    hearers: tuple[int, ...]
    stop: int


class Complements:
    """Fits the words behind cues to the grammars of their groups."""

    def __init__(self, draft: Draft, subjects: Subjects, clauses: Clauses) -> None:
        self._draft = draft
        self._clauses = clauses
        self._tokens = draft.tokens
        self._syntax = draft.syntax
        self._subjects = subjects
        self._calendar = draft.lexicon.words.classes["calendar"]
        self._common_hearers = draft.lexicon.nouns["people"]["all"] | _AUDIENCES

    def of(self, use: Use, end: int) -> Complement | None:
        """The first group whose grammar the words behind a cue fit; None where there is no content."""
        for stop, group in use.groups:
            found = self._fit(use, group, stop, end)
            if found is not None:
                return found
        return None

    def _fit(self, use: Use, group: CueGroup, stop: int, end: int) -> Complement | None:
        low, text = self._tokens.low, self._tokens.text
        noun_phrase = "np" in group.takes
        if group.ours and not (use.noun is not None and use.noun.sort == "we" and self._draft.author is None):
            return None
        if low[stop - 1] in ("on", "upon") and stop < end and low[stop] in self._calendar:
            return None
        stop_of_cue, stop = stop, self._past_date(stop, end)
        at = self._past_manner(stop, end) if noun_phrase else self._syntax.skip_adverbs(stop, end)
        if at > stop and at < end and low[at - 1] == "there" and self._syntax.finite(at):
            at -= 1
        at = self._past_place(group, at, end)
        if at >= end or self._voided(group, at, end):
            return None
        quote = text[at] in (":", '"') or (text[at] == "," and at + 1 < end and text[at + 1] == '"')
        bare = use.progressive or (use.form == "ing" and low[use.head] not in FREE_PARTICIPLES)
        bare = bare and not (noun_phrase or group.hear or (low[at] == "to" and "to" in group.takes))
        adding = use.form == "ing" and low[use.head] in FREE_PARTICIPLES and self._syntax.opens_clause(at, end)
        if low[at] != "that" and not quote and (group.needs == "word" and not adding or bare):
            return None
        if use.form == "ing" and (low[use.head] in _EXPLAINING or (group.both and low[use.head] not in _DISCUSSING)):
            return None
        if group.needs == "as":
            if low[at] == "as" and self._clauses.apposed(use) is not None:
                return Complement(group, at + 1, (), stop_of_cue)
            return Complement(group, at, (), stop_of_cue) if self._as(at, end) else None
        if group.needs == "to":
            return Complement(group, at, (), stop_of_cue) if self._to(at, end) else None
        if group.needs == "predicate":
            return Complement(group, at, (), stop_of_cue) if self._predicate(at, end) else None
        if group.hear:
            heard = self._heard(group, at, end)
            return None if heard is None else Complement(group, heard[0], heard[1], stop_of_cue)
        if quote:
            return Complement(group, at, (), stop_of_cue) if "quote" in group.takes or noun_phrase else None
        if text[at] in (",", ".", ";", ")"):
            return self._behind_aside(group, at, stop_of_cue, end)
        return self._plain(use, group, at, stop_of_cue, end)

    def _past_date(self, at: int, end: int) -> int:
        """The token behind a date between verb and content: "agreed [on Friday] to"."""
        low = self._tokens.low
        i = at + 1 if at + 1 < end and low[at] == "on" and low[at + 1] in self._calendar else at
        while i < end and (low[i] in self._calendar or (i > at and low[i].isdigit())):
            i += 1
        return i

    def _past_place(self, group: CueGroup, at: int, end: int) -> int:
        """The "that" behind the place or occasion of speech: "said [in a statement on X] that"."""
        low, text = self._tokens.low, self._tokens.text
        if at >= end or low[at] not in _PLACING or (low[at] == "to" and "to" in group.takes):
            return at
        if group.act == "agree" and "to" in group.takes:
            return self._past_occasion(at, end)
        if "that" not in group.takes:
            return at
        colon = next(
            (i for i in range(at + 1, min(end - 1, at + _MOST_PLACE)) if text[i] in (":", '"', ",", ";")), None
        )
        if colon is not None and text[colon] == ":" and "quote" in group.takes:
            return colon
        for i in range(at + 1, min(end - 1, at + _MOST_PLACE)):
            if low[i] == "that" or (i > at + 2 and self._opens_words(i, end)):
                return i
            if text[i] in (",", ";", ":", '"') or self._syntax.finite(i):
                return at
        return at

    def _past_occasion(self, at: int, end: int) -> int:
        """The complement behind when or where it was agreed: "decided [in May] to", "agreed [at the talks] on"."""
        low, text = self._tokens.low, self._tokens.text
        for i in range(at + 1, min(end - 1, at + _MOST_OCCASION)):
            if low[i] == "to" and self._syntax.words.is_verb(low[i + 1], "base") or low[i] == "that":
                return i
            if low[i] in ("on", "upon") and low[i + 1] not in self._calendar:
                return i + 1
            if not text[i][0].isalnum() or (self._syntax.finite(i) and low[i] not in self._calendar):
                break
        return at

    def _opens_words(self, at: int, end: int) -> bool:
        """Whether a subject begins behind the place of speech: "said in a statement [it was ready]"."""
        low = self._tokens.low
        if low[at - 1] in self._syntax.words.classes["closed"] and low[at - 1] not in self._calendar:
            return False
        noun = self._draft.noun_from.get(at)
        subject = low[at] in ("he", "she", "they", "there") or (noun is not None and noun.subject)
        return (subject or low[at] == "it") and self._syntax.opens_clause(at, end)

    def _past_manner(self, at: int, end: int) -> int:
        """The token behind a manner between verb and object: "discussed in depth the state of"."""
        low = self._tokens.low
        for phrase in _MANNERS:
            if at + len(phrase) < end and tuple(low[at : at + len(phrase)]) == phrase:
                return at + len(phrase)
        return at

    def _plain(self, use: Use, group: CueGroup, at: int, stop: int, end: int) -> Complement | None:
        low = self._tokens.low
        if (
            low[at] in ("when", "while", "after", "before", "during")
            and group.surely
            and not (use.negated and low[at] == "when")
        ):
            return None
        if (
            low[at] in ("this", "it", "so", "as", "nothing")
            and group.surely
            and (
                at + 1 == end or low[at + 1] in _NO_OBJECT or low[at + 1] in ("during", "to", "when", "after", "while")
            )
        ):
            return None
        if low[at] == "that" and "that" in group.takes:
            return Complement(group, at + 1, (), stop)
        if "np" in group.takes and group.needs != "that":
            silent = use.negated and group.group not in _DENIABLE
            return None if silent else self._noun_phrase(group, at, stop, end)
        if "to" in group.takes and low[at] == "to":
            return Complement(group, at, (), stop)
        if "that" in group.takes and (self._syntax.opens_clause(at, end) or self._relative(use, at)):
            return Complement(group, at, (), stop)
        return None

    def _relative(self, use: Use, at: int) -> bool:
        """Whether the content lacks its subject because that is the noun before: "which they believed would help"."""
        own = use.subject_start
        if own <= 0 or not self._syntax.finite(at):
            return False
        return self._tokens.low[own - 1] in ("which", "who", "that") or self._clauses.apposed(use) is not None

    def _noun_phrase(self, group: CueGroup, at: int, stop: int, end: int) -> Complement | None:
        low = self._tokens.low
        if low[at] in group.drop:
            if (
                low[at] == "to"
                and "to" not in group.takes
                and self._syntax.words.is_verb(low[min(at + 1, end - 1)], "base")
            ):
                return None
            at += 1
            if at < end and low[at] == "that":
                at += 1
            if at >= end:
                return None
        if (
            low[at] == "to"
            and "to" not in group.takes
            and "to" not in group.drop
            and self._syntax.words.is_verb(low[min(at + 1, end - 1)], "base")
        ):
            return None
        if low[at] in _NO_OBJECT and group.takes == ("np",) and low[at] not in group.drop and at == stop:
            return None
        return Complement(group, at, (), stop)

    def _voided(self, group: CueGroup, at: int, end: int) -> bool:
        """Whether the object makes the verb an ordinary one: "addressed a conference", "raised its flag"."""
        if group.only and not any(self._tokens.low[i] in group.only for i in range(at, min(end, at + 12))):
            return True
        low, text = self._tokens.low, self._tokens.text
        if not group.unless or low[at] == "that" or (low[at] == "to" and "to" in group.takes):
            return False
        for i in range(at, min(end, at + 12)):
            if low[i] in group.unless:
                return True
            if i > at and (low[i] in _OBJECT_END or text[i] in (",", ";", ":", '"')):
                lifted = low[i] == "to" and "to:level" in group.unless
                return lifted and any(word in _LEVELS for word in low[i + 1 : min(end, i + 8)])
        return False

    def _behind_aside(self, group: CueGroup, at: int, stop: int, end: int) -> Complement | None:
        """Content behind an aside: "said, in his words, that"."""
        low, text = self._tokens.low, self._tokens.text
        if text[at] != "," or group.takes[0] != "that" or low[at - 1] == "that":
            return None
        for i in range(at + 1, min(end - 1, at + _MOST_ASIDE)):
            if text[i] == ",":
                return Complement(group, i + 2, (), stop) if low[i + 1] == "that" else None
        return None

    def _as(self, at: int, end: int) -> bool:
        """Whether "as" parts what is described from its description, within the clause."""
        low = self._tokens.low
        for i in range(at + 1, min(end - 1, at + _MOST_BEFORE_AS)):
            if low[i] == "as":
                return low[i - 1] not in ("such", "as", "well") and low[i + 1] != "well"
        return False

    def _predicate(self, at: int, end: int) -> bool:
        """Whether the object has a predicate: "called the talks fruitful", "called it a breakthrough"."""
        low, text = self._tokens.low, self._tokens.text
        if low[at] in ("it", "them", "this", "him", "her") and text[at + 1 : at + 2] == ['"']:
            return True
        if low[at] in _NO_OBJECT or low[at] in ("for", "to", "upon", "that") or end - at < 2:
            return False
        for i in range(at + 1, end):
            if (
                low[i] in ("a", "an", '"')
                and text[i - 1][0].isalnum()
                and low[i - 1] not in self._syntax.words.classes["closed"]
            ):
                return True
            if text[i] in (",", ";", ":"):
                return low[i - 1].endswith(_ADJECTIVE_ENDINGS)
        last = end - 3 if end - at > 4 and low[end - 2] == "and" else end - 1
        return low[last].endswith(_ADJECTIVE_ENDINGS) and end - at > 2

    def _to(self, at: int, end: int) -> bool:
        """Whether an infinitive stands in the clause: "called on X to do"."""
        low, text = self._tokens.low, self._tokens.text
        for i in range(at + 1, min(end - 1, at + _MOST_BEFORE_TO) if low[at] not in ("to", "not") else at):
            if low[i] == "to" and (
                self._syntax.words.is_verb(low[i + 1 + 2 * (text[i + 2 : i + 3] == ["-"])], "base")
                or self._syntax.is_adverb(i + 1)
                or low[i + 1] in ("be", "not", "do", "have")
            ):
                return True
            if text[i] in (";", '"'):
                return False
        return False

    def _heard(self, group: CueGroup, at: int, end: int) -> tuple[int, tuple[int, ...]] | None:
        """Content and hearers of "told X that", "briefed X on"."""
        low, text = self._tokens.low, self._tokens.text
        noun = self._draft.noun_from.get(at)
        stop = max(noun.outer, noun.end) if noun is not None else at
        bare = self._heard_bare(group, at, stop, end)
        if bare is not None:
            return bare
        for i in range(max(at, stop), min(end, at + _MOST_HEARER + (stop - at))):
            quote = text[i] in ('"', ":") or (text[i] == "," and text[i + 1 : i + 2] == ['"'])
            if quote:
                return (i, self._hearers(at, i)) if "quote" in group.takes else None
            if text[i] in (".", ";") or (text[i] == "," and i > stop + 1):
                break
            if low[i] in ("about", "regarding") and low[i] not in group.drop:
                return None
            if low[i : i + 2] in (["on", "condition"], ["on", "background"]):
                return None
            if (
                low[i] == "on"
                and i + 1 < end
                and (
                    low[i + 1] in self._calendar
                    or low[i + 1] in _ON_OCCASIONS
                    or (low[i + 1] == "the" and low[min(i + 2, end - 1)] in _ON_OCCASIONS)
                )
            ):
                continue
            if low[i] in group.drop:
                if group.needs == "drop" and i == at:
                    return (i + 1, ()) if low[i] in ("about", "on", "of") else None
                return i + 1, self._hearers(at, i)
        return None

    def _heard_bare(self, group: CueGroup, at: int, stop: int, end: int) -> tuple[int, tuple[int, ...]] | None:
        """ "told the council he would go": a clause without "that" behind the hearer."""
        noun, low = self._draft.noun_from.get(at), self._tokens.low
        if group.needs != "that" or "that" not in group.takes:
            return None
        if noun is None:
            stop = self._past_common_hearer(at, end)
        if stop == at or stop >= end:
            return None
        start = self._past_date(stop, end)
        if start >= end or low[start] == "that" or not self._syntax.opens_clause(start, end):
            return None
        if noun is not None and noun.how == "pronoun":
            return (start, self._hearers(at, stop)) if low[at] in _HEARING_PRONOUNS else None
        opener = self._draft.noun_from.get(start)
        if (opener is not None and opener.sort != "apposition") or low[start] in _CLAUSE_OPENERS:
            return start, self._hearers(at, stop)
        return None

    def _past_common_hearer(self, at: int, end: int) -> int:
        """The token behind a hearer who is no mention: "told [reporters] he would"."""
        low = self._tokens.low
        i = at + (low[at] in ("the", "a", "his", "her", "their", "its"))
        name = i
        while name < end and self._tokens.text[name][0].isupper() and self._draft.noun_from.get(name) is None:
            name += 1
        if name > i:
            return name  # "told Dawn it was"
        while i < min(end, at + _MOST_COMMON_HEARER) and self._tokens.text[i][0].isalpha():
            if low[i] in self._common_hearers:
                return i + 1
            i += 1
        return at

    def _hearers(self, at: int, stop: int) -> tuple[int, ...]:
        """The entities named between a verb of telling and its content."""
        noun = self._draft.noun_from.get(at)
        if noun is None:
            return ()
        nouns = [noun]
        while self._tokens.low[max(nouns[-1].outer, nouns[-1].end)] == "and":
            other = self._draft.noun_from.get(max(nouns[-1].outer, nouns[-1].end) + 1)
            if other is None or other.end > stop:
                break
            nouns.append(other)
        return self._subjects.parties(tuple(nouns))
