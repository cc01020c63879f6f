"""Who does it: the subject of a verb, alone or coordinated, named or described."""

from __future__ import annotations

from functools import cached_property, lru_cache

from memcon.extraction.draft import Draft
from memcon.extraction.sentences import Sentence
from memcon.extraction.world import Noun
from memcon.lexicon import Lexicon

_INNER = frozenset(("of for with from in at by to between on under against into about among").split())
_SPEAKING_DOCUMENTS = frozenset(("statement communiqué communique declaration document text readout release").split())
_NO_BODIES = frozenset({"mechanism", "forum", "other"})
_JOINT_KINDS = ("joint-statement", "communique", "declaration")
_ALL_WHO_MEET = frozenset(
    ("participants interlocutors attendees sides parties negotiators discussants leaders").split()
)
_DAY_WORDS = frozenset({"morning", "evening", "afternoon", "night", "week"})
_CLAUSE_BOUNDS = frozenset("and but that while which who as when where because".split())
_DASHES = frozenset({"–", "—", "--"})
_PARTS = frozenset("one some several many most two three four both each none another few any members".split())
_ASIDES = frozenset({"among", "including", "who", "which", "whose", "asked", "quoted", "citing"})
_LONGEST_ASIDE = 30  # tokens
_BEHIND_NOUNS = frozenset("familiar close present knowledgeable privy aware available speaking travelling".split())
_HELD_WHEN = frozenset({"former", "then", "late", "outgoing", "incoming"})
_SIDED = {"trilateral": 3, "quadrilateral": 4}
_SIDES = frozenset({"sides", "parties", "countries", "states", "nations"})


@lru_cache(maxsize=4)
def _generic_nouns(lexicon: Lexicon) -> dict[str, str]:
    """The nouns that stand for a body, with the kind of it."""
    nouns = lexicon.nouns
    generic = {word: kind for kind, words in nouns["generic"].items() for word in words}
    for kind, words in nouns["organizations"].items():
        for word in words:
            if kind not in _NO_BODIES and word.lower() not in nouns["talks"]["all"]:
                generic.setdefault(word.lower(), kind)
    return generic | dict.fromkeys(nouns["media"]["all"], "media")


@lru_cache(maxsize=4)
def _head_nouns(lexicon: Lexicon) -> frozenset[str]:
    """The nouns that can head a subject."""
    nouns = lexicon.nouns
    fixed = frozenset[str]().union(*(nouns[name]["all"] for name in ("people", "documents", "talks")))
    return fixed | _generic_nouns(lexicon).keys()


class Subjects:
    """Finds the subjects of verbs in one draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._tokens = draft.tokens
        nouns = draft.lexicon.nouns
        self._documents = nouns["documents"]["all"]
        self._talks = nouns["talks"]["all"]
        self._calendar = draft.lexicon.words.classes["calendar"]
        self._people = nouns["people"]["all"]
        self._media = nouns["media"]["all"]
        self._generic = _generic_nouns(draft.lexicon)
        self._heads = _head_nouns(draft.lexicon)

    def before(self, at: int, sentence: Sentence) -> tuple[Noun, ...] | None:
        """The mentions that are the subject which ends right before a token; None if no mention ends there.

        Coordinated ones come together, in the order of the text; an aside between commas is skipped.
        """
        noun = self._draft.noun_at.get(at)
        low = self._tokens.low
        if (
            low[sentence.start] == "we"
            and self._tokens.text[sentence.start + 1] == ","
            and (low[at - 1] == "," or self._draft.syntax.is_adverb(at - 1) or noun is not None)
        ):
            return self._first(sentence)
        if noun is None:
            at = self._past_date(at, sentence)
            noun = self._draft.noun_at.get(at)
        if at > sentence.start and low[at - 1] in ("each", "all", "both") and (noun is None or noun.start == at - 1):
            noun = self._draft.noun_at.get(at - 1) or noun
        if noun is None and at > sentence.start and self._tokens.text[at - 1] == ",":
            apposed = self._draft.noun_at.get(at - 1)
            if apposed is not None and apposed.sort == "person" and "," in low[apposed.start : at - 1]:
                noun = apposed  # "the Chancellor's spokesman, Peter Quill, said"
            else:
                noun = self._before_aside(at - 1, sentence)
        if noun is None and at > sentence.start and self._tokens.text[at - 1] in _DASHES:
            noun = self._before_dashes(at - 1, sentence)
        if noun is None and at > sentence.start and self._tokens.text[at - 1] == ")":
            noun = self._before_bracket(at - 1, sentence)
        related = noun is None and at > sentence.start and low[at - 1] in ("who", "which")
        if related:
            back = at - 1
            noun = self._draft.noun_at.get(back) or (
                self._draft.noun_at.get(back - 1) if self._tokens.text[back - 1] == "," else None
            )
        if noun is None or noun.start < sentence.start or noun.being is None and noun.how != "pronoun":
            return None
        if related and noun.sort in ("person", "office"):
            return (noun,)  # "received by the King, who urged": what a preposition holds can still be who does it
        if low[noun.start - 1] in _INNER and noun.start > sentence.start and noun.how != "pronoun":
            return self._around(noun, sentence)
        return self._coordinated(noun, sentence)

    def _past_date(self, at: int, sentence: Sentence) -> int:
        """The token before a date that stands between subject and verb: "Mr Cole [on Monday] said"."""
        low, i = self._tokens.low, at
        while i > sentence.start and (low[i - 1] in self._calendar or low[i - 1] in _DAY_WORDS or low[i - 1].isdigit()):
            i -= 1
        if i < at and i > sentence.start and low[i - 1] in ("on", "this", "last", "earlier", "late"):
            i -= 1
        return i

    def _first(self, sentence: Sentence) -> tuple[Noun, ...] | None:
        """The "we" of "We, the Presidents of A and B, reaffirm"."""
        noun = self._draft.noun_from.get(sentence.start)
        return (noun,) if noun is not None and noun.sort == "we" else None

    def _before_aside(self, comma: int, sentence: Sentence) -> Noun | None:
        """The subject before an aside: "Mr Cole, speaking in Oslo, said"."""
        for i in range(comma - 1, max(sentence.start, comma - 30), -1):
            if self._tokens.text[i] == ",":
                noun = self._draft.noun_at.get(i)
                if (
                    noun is not None
                    and (
                        noun.sort in ("person", "office", "organization", "state", "side", "we", "i")
                        or noun.how == "group"
                        or _is_metonym(noun)
                    )
                    and (noun.start == sentence.start or self._tokens.low[noun.start - 1] not in _INNER)
                ):
                    named = self._draft.noun_from.get(i + 1)
                    apposed = named is not None and named.sort == "person" and comma in (named.end, named.outer)
                    return named if apposed and noun.sort == "office" else noun
        return None

    def _before_dashes(self, dash: int, sentence: Sentence) -> Noun | None:
        """The subject before an aside between dashes: "Cole – who arrived on Monday – said"."""
        for i in range(dash - 1, max(sentence.start, dash - _LONGEST_ASIDE), -1):
            if self._tokens.text[i] in _DASHES and not self._tokens.glued(i):
                noun = self._draft.noun_at.get(i)
                return noun if noun is not None and noun.sort in ("person", "office", "organization", "state") else None
        return None

    def _before_bracket(self, bracket: int, sentence: Sentence) -> Noun | None:
        for i in range(bracket - 1, max(sentence.start, bracket - 6), -1):
            if self._tokens.text[i] == "(":
                return self._draft.noun_at.get(i)
        return None

    def _around(self, noun: Noun, sentence: Sentence) -> tuple[Noun, ...] | None:
        """The mention that a "with" or "of" phrase belongs to: "the teams of A and B", "Mr A, together with Ms B,"."""
        low = self._tokens.low
        if low[noun.start - 1] == "with" and low[noun.start - 2] in ("together", "along"):
            outer = self._draft.noun_at.get(noun.start - 2) or self._draft.noun_at.get(noun.start - 3)
            return (outer, noun) if outer is not None else None
        start = noun.start - 1
        outer = self._draft.noun_at.get(start)
        if (
            outer is not None
            and outer.being is not None
            and low[start] in ("of", "from", "for")
            and (outer.how in ("group", "role") or outer.sort == "person")
        ):
            return self._coordinated(outer, sentence)
        return None

    def _coordinated(self, noun: Noun, sentence: Sentence) -> tuple[Noun, ...]:
        found, low = [noun], self._tokens.low
        start = self._with_epithet(noun.start, sentence)
        while start - 1 > sentence.start and low[start - 1] in ("and", ",", "&"):
            back = start - 1
            if low[back] == "and" and back - 1 > sentence.start and self._tokens.text[back - 1] == ",":
                back -= 1
            # one whose apposition ends in the comma: "A, minister, and B", "A, minister, B, minister, and C"
            closed = self._draft.noun_at.get(start if low[start - 1] == "," else start - 1)
            other = closed if closed is not None else self._draft.noun_at.get(back)
            if other is None or other.being is None or not _alike(other, noun):
                break
            if low[start - 1] == "," and len(found) == 1:
                break
            found.insert(0, other)
            start = self._with_epithet(other.start, sentence)
        return tuple(found)

    def _with_epithet(self, start: int, sentence: Sentence) -> int:
        """Where a mention begins with the word before it that tells when the office was held: "A and former King B"."""
        low = self._tokens.low
        if low[start - 1] not in _HELD_WHEN or start - 2 <= sentence.start or low[start - 2] not in ("and", ",", "the"):
            return start
        return start - 2 if low[start - 2] == "the" else start - 1

    def described(self, at: int, sentence: Sentence, limit: int) -> tuple[int, int] | None:
        """The tokens of a subject that no mention covers and that can speak ("the ministry").

        `limit` is where the clause can begin at the earliest.
        """
        low, text = self._tokens.low, self._tokens.text
        start = at
        while (
            start > limit
            and text[start - 1] not in (",", ";", ":", '"', "(", ")", "–", "—")
            and (low[start - 1] not in _CLAUSE_BOUNDS or (low[start - 1] == "who" and low[start - 2] in self._people))
        ):
            start -= 1
        while start < at and (
            self._draft.syntax.is_adverb(start) or low[start] in ("in", "on", "at", "during", "after")
        ):
            start += 1
        return (start, at) if start < at and text[start][0].isalpha() else None

    def aside(self, at: int, sentence: Sentence) -> int:
        """The comma where an aside that ends in a comma before a token begins: "an aide, speaking in Oslo, said"."""
        low, words = self._tokens.low, self._draft.lexicon.words
        for i in range(at - 2, max(sentence.start, at - _LONGEST_ASIDE), -1):
            if self._tokens.text[i] == "," and (low[i + 1] in _ASIDES or words.is_verb(low[i + 1], "ing")):
                return i
        return at

    def head_word(self, start: int, end: int) -> str:
        """The head noun of a noun phrase: the last word before its first preposition, or before what that goes with."""
        low, known = self._tokens.low, self._heads
        start += 2 * (low[start + 1 : start + 2] == ["of"] and low[start] in _PARTS)
        stop = next((i for i in range(start + 1, end) if low[i] in _INNER or low[i] == "who"), end)
        stop = next((i for i in range(start + 1, stop) if low[i - 1] in known and self._modifies(i)), stop)
        while stop - 1 > start and stop < end and self._modifies(stop - 1):
            stop -= 1
        return low[stop - 1]

    def _modifies(self, i: int) -> bool:
        """Whether a word before a preposition stands behind its noun: "officials familiar with", "a man close to"."""
        low, words = self._tokens.low, self._draft.lexicon.words
        return low[i] in _BEHIND_NOUNS or (words.is_verb(low[i], "participle") and words.is_verb(low[i], "past"))

    def speaker_of(
        self, start: int, end: int, talk: bool, surely: bool = False
    ) -> tuple[tuple[int, ...], float, str] | None:
        """Who speaks where the subject is described: (entities, confidence, reason); None where a thing is the subject.

        `surely` says that the verb is one of saying, so that a name not known yet must be a speaker's.
        """
        draft = self._draft
        if self._tokens.low[start] == "whose":
            return self._of_owner(start)
        head = self.head_word(start, end)
        known = self._leading_mention(start, end)
        if known is not None:
            return known
        if head in _SPEAKING_DOCUMENTS and not talk:
            return self._by_document(start, end)
        if talk and (head in self._talks or head in self._documents):
            together = draft.states if len(draft.states) == _SIDED.get(head) else draft.principals
            return (together, 0.8, "the talks stand for those who talk") if together else None
        if (
            head in self._people
            or head in self._generic
            or (head.endswith("s") and head in draft.lexicon.plural_offices)
        ):
            return self._by_description(start, end, head)
        return self._by_bare_name(start, end, surely)

    def _of_owner(self, whose: int) -> tuple[tuple[int, ...], float, str] | None:
        """The person or party before a relative clause: "Mr Cole, whose ministry had confirmed the plan"."""
        noun = self._draft.noun_at.get(whose - (self._tokens.text[whose - 1] == ","))
        if noun is None or noun.being is None:
            return None
        return self._draft.people_of(noun.being), 0.8, "the speaker's own office speaks"

    def _leading_mention(self, start: int, end: int) -> tuple[tuple[int, ...], float, str] | None:
        """A person whose mention begins a longer subject: "Prime Minister Cole of Ruritania"."""
        for i in range(start, min(end, start + 4)):
            noun = self._draft.noun_from.get(i)
            if noun is not None and self._tokens.low[noun.end] in ("'s", "'"):
                return None
            if noun is not None and noun.sort == "person" and noun.being is not None and noun.end <= end:
                return self._draft.people_of(noun.being), 0.9, ""
            if noun is not None and noun.sort == "office" and noun.end <= end and i == start:
                if noun.being is not None:
                    return self._draft.people_of(noun.being), 0.85, "the speaker is named by office"
                return self._by_description(start, end, "")
            if self._tokens.low[i] in _INNER or self._tokens.text[i] == ",":
                return None
        return None

    def _by_document(self, start: int, end: int) -> tuple[tuple[int, ...], float, str] | None:
        """Who issued a document that speaks: a party named in its description, those who met, or only "a readout"."""
        draft = self._draft
        inner = [
            noun
            for noun in draft.nouns_in(start, end)
            if noun.being is not None and (noun.sort in ("organization", "person", "office") or _is_metonym(noun))
        ]
        if inner and inner[-1].being is not None:
            return (inner[-1].being,), 0.7, "a document of the speaker speaks"
        marks = [mark for mark in draft.marks.at[start:end] if mark is not None and mark.state is not None]
        if marks and "joint" not in self._tokens.low[start:end]:
            being = draft.world.add("organization", draft.namer.described(start, end), start)
            being.named, being.type, being.state = False, "other", marks[0].state
            return (being.number,), 0.65, "a document of the speaker speaks"
        parties = draft.states if len(draft.states) > 1 else draft.principals
        if parties:
            return parties, 0.7, "a document of the parties speaks"
        return None

    def _by_description(self, start: int, end: int, head: str) -> tuple[tuple[int, ...], float, str]:
        """An entity without a name, by its description: "a senior official", "European parliamentarians"."""
        draft = self._draft
        if head in _ALL_WHO_MEET and (self._tokens.low[start] in ("the", head)) and len(draft.principals) > 1:
            return draft.principals, 0.8, "the speakers are those who meet"
        numbers = draft.lexicon.groups.numbers
        counted = next((numbers[word] for word in self._tokens.low[start:end] if word in numbers), 0)
        definite = self._tokens.low[start] in ("the", "both", "all", "these")
        if definite and counted > 1 and counted == len(draft.principals) and head in self._people:
            return draft.principals, 0.75, "the speakers are those who meet"
        bare = draft.namer.described(start, end)
        kind = self._generic.get(head)
        several = head.endswith("s") and self._tokens.low[start] != "one"
        being = draft.world.add("organization" if kind else "group" if several else "person", bare, start)
        being.named = False
        if kind:
            being.type = kind
        states = (mark.state for mark in draft.marks.at[start:end] if mark is not None and mark.state is not None)
        being.state = being.state or next(states, None)
        first = draft.noun_at.get(start - 1) if start > 1 and self._tokens.low[start - 1] == "and" else None
        if first is not None and first.being is not None and first.sort in ("person", "office"):
            return (*draft.people_of(first.being), being.number), 0.7, "a speaker is described, not named"
        return (being.number,), 0.7, "the speaker is described, not named"

    def _by_bare_name(self, start: int, end: int, surely: bool) -> tuple[tuple[int, ...], float, str] | None:
        """The person or body whose name holds the words ("The Authority"), else a new person ("Kalnins")."""
        text, low = self._tokens.text, self._tokens.low
        words = [i for i in range(start, end) if low[i] != "the"]
        if not words or len(words) > 4 or not all(text[i][0].isupper() and text[i][0].isalpha() for i in words):
            return None
        if any(
            low[i] in self._draft.lexicon.words.classes["closed"] or low[i] in self._documents or low[i] in self._talks
            for i in words
        ):
            return None
        wanted = {low[i] for i in words}
        article = len(words) < end - start
        if article and len(words) == 1 and (titled := self._by_title(low[words[0]], start)) is not None:
            return (titled,), 0.8, "the speaker is named by the title before the name"
        for kind in ("organization",) if article else ("person", "organization"):
            for being in self._draft.world.of_kind(kind):  # type: ignore[arg-type]
                if being.first < start and wanted <= {word.lower() for word in being.name.split()}:
                    return (being.number,), 0.8, "the speaker is named by a part of the name"
        if len(words) == 1 and text[words[0]].isupper() and len(text[words[0]]) > 2:
            being = self._draft.world.add("organization", text[words[0]], start)
            being.type = being.type or "other"
            return (being.number,), 0.65, "the speaker is known by this name only"
        if article or len(words) > 2 or not surely:
            return None
        return (
            (self._draft.world.add("person", self._draft.namer.written(start, end), start).number,),
            0.6,
            "the speaker is known by this name only",
        )

    def _by_title(self, word: str, before: int) -> int | None:
        """The one person before whose name the title stood: "Marshal Cole ... The Marshal said"."""
        low = self._tokens.low
        found = {
            noun.being
            for noun in self._draft.nouns
            if noun.sort == "person" and noun.start < before and word in low[noun.start : noun.name_start]
        }
        return found.pop() if len(found) == 1 else None

    def parties(self, nouns: tuple[Noun, ...]) -> tuple[int, ...]:
        """The entities of mentions, groups taken apart where their members are known, each once."""
        found: list[int] = []
        for noun in nouns:
            if noun.being is None:
                continue
            for number in self._members(noun, self._for_state(noun, noun.being)):
                if number not in found:
                    found.append(number)
        return tuple(found)

    def _for_state(self, noun: Noun, number: int) -> int:
        """The state for which its capital stands: "Paris reaffirmed its commitment"."""
        mark = noun.mark
        if noun.sort != "place" or mark is None or mark.kind != "capital" or mark.state is None:
            return number
        return self._draft.namer.state(mark.state, noun.start).number

    @cached_property
    def joint_states(self) -> tuple[int, ...]:
        """The body, or the three or more states, in whose names a joint statement that names no two persons is made."""
        draft = self._draft
        if draft.voice:
            return draft.voice
        if draft.document.kind not in _JOINT_KINDS or len(draft.principals) > 1:
            return ()
        opening = [sentence for sentence in draft.sentences if sentence.kind in ("title", "heading")][:2] + draft.body[
            :2
        ]
        for sentence in opening:
            run: list[Noun] = []
            for noun in draft.nouns_in(sentence.start, sentence.end):
                if noun.sort != "state" or noun.being is None:
                    continue
                joined = run and {self._tokens.low[i] for i in range(run[-1].end, noun.start)} <= {",", "and", "the"}
                run = [*run, noun] if joined else [noun]
                if len(run) > 2 and self._tokens.low[noun.end : noun.end + 1] not in ([","], ["and"]):
                    return tuple(dict.fromkeys(each.being for each in run if each.being is not None))
        return ()

    def _members(self, noun: Noun, number: int) -> tuple[int, ...]:
        """The members of a group; of "the sides" or "the presidents" without names, those who meet or their states."""
        draft = self._draft
        being = draft.world.beings[number]
        if (
            being.kind == "group"
            and noun.sort in ("states", "people", "they")
            and set(being.members) <= set(self.joint_states)
        ):
            return self.joint_states or draft.people_of(number)
        if being.kind != "group" or being.members or self._tokens.low[noun.start] not in ("the", "both"):
            return draft.people_of(number)
        if noun.sort in ("people", "states") and len(draft.principals) < 2 and len(draft.states) == 2:
            return draft.states
        if noun.office is not None or len(draft.principals) < 2:
            return (number,)
        heads = set(self._tokens.low[noun.start : noun.end])
        if noun.sort == "states" and heads & _SIDES:
            return draft.states if len(draft.states) > 1 else draft.principals
        return draft.principals if heads & _ALL_WHO_MEET else (number,)


def _is_metonym(noun: Noun) -> bool:
    """Whether a place stands for those who govern from there."""
    return noun.mark is not None and noun.mark.kind in ("capital", "metonym")


def _alike(one: Noun, other: Noun) -> bool:
    """Whether two mentions can be joined by "and" in one subject."""
    people = {"person", "office", "people"}
    if one.sort in people and other.sort in people:
        return True
    if one.sort == other.sort:
        return True
    if one.sort.startswith("description:government"):
        return other.sort == "state"
    return (
        {one.sort, other.sort} <= {"state", "organization", "side", "place"}
        or (one.how == "pronoun" and other.sort in people)
        or (other.how == "pronoun" and one.sort in people)
    )
