"""Whose words a cue reports: its own subject, one shared with another verb, or the principals who meet."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.clauses import Clauses
from memcon.extraction.cues import Use
from memcon.extraction.draft import Draft, Said
from memcon.extraction.sentences import Sentence
from memcon.extraction.subjects import Subjects
from memcon.extraction.world import Noun
from memcon.lexicon.entries import CueGroup

_WISHING = frozenset({"like", "wish", "want", "wanted", "wished", "wishes", "wants"})
_AHEAD = frozenset({"expected", "due", "set", "scheduled", "likely", "hope", "hopes", "hoping", "ready", "yet", "able"})
_OCCASION = frozenset({"opportunity", "occasion", "chance", "floor", "visit", "on", "sought", "decided", "moment"})
_TURNING = frozenset({"called", "phoned", "telephoned", "wrote", "met", "visited", "spoke", "by"})
_GOING_ON = frozenset({"continued", "continue", "continues", "began", "proceeded", "started"})
_JOINT_KINDS = ("joint-statement", "communique", "declaration")
_STAYING = frozenset(
    "was were is are been travelled traveled travels went flew arrived returned came comes goes back".split()
)
_NOUNS_OF_PURPOSE = frozenset(
    (
        "session bill effort efforts need right way ways ability time plan plans proposal proposals commitment "
        "refusal willingness readiness desire intention agreed"
    ).split()
)
_MEETING = frozenset(
    (
        "called phoned telephoned wrote convened hosted received met meet meets meeting talks spoke speak call "
        "gathered conversation visit held summit conferred due scheduled plan plans set expected convene gather sat"
    ).split()
)
_LEADING = frozenset({"person", "office", "people", "states", "state", "side"})
_THIRD_PERSON = frozenset({"it", "he", "she", "they"})
_FURTHER = frozenset({"another", "second", "third", "other", "separate", "different"})
_OF_PERSONS = ("er", "or", "ist", "ian", "man", "old", "ar", "ant", "ee")  # endings of nouns for persons
_OF_THINGS = frozenset({"paper", "newspaper", "order", "letter", "chapter", "newsletter", "number", "tender", "river"})
_GENDERS = {"he": "m", "him": "m", "she": "f", "her": "f"}
_OFFICIALS = frozenset("official spokesman spokeswoman spokesperson diplomat envoy politician aide lawmaker".split())
_FAR_BACK = 4  # statements back to which a pronoun reaches
_BEFORE_ING = frozenset({"and", ",", "while", "also", "–", "—", "by", "in", "when", "after", "before", ";"})


class Speaker(NamedTuple):
    """Who speaks, how surely, and why not more surely."""

    parties: tuple[int, ...]
    confidence: float = 0.9
    reason: str = ""


_NOBODY = Speaker((), 0.0)


class Speakers:
    """Finds the speakers of the cues of one draft."""

    def __init__(self, draft: Draft, subjects: Subjects, clauses: Clauses) -> None:
        self._draft = draft
        self._tokens = draft.tokens
        self._syntax = draft.syntax
        self._subjects = subjects
        self._clauses = clauses
        self.latest: list[Said] = []

    def of(self, use: Use, group: CueGroup, found: list[Said]) -> Speaker:
        """The speaker of a cue, given the statements of its sentence so far; nobody where a thing is the subject."""
        if group.talks:
            return Speaker(self.who_met(), 0.85, "the talks stand for those who talk")
        self._settle_reference(use, found)
        if use.nouns or use.generic:
            return self.of_subject(use, group)
        sentence = use.sentence
        before = self._tokens.low[use.chain - 1] if use.chain > sentence.start else ""
        if use.form == "ing" and self._clauses.opens(use):
            return self._of_main_clause(use)
        owner = self._draft.noun_at.get(use.chain - 1) if before in ("while", "when", "by") and not found else None
        if use.form == "ing" and owner is not None and owner.being is not None:
            return Speaker(self._subjects.parties((owner,)), 0.88, "shares the subject of the verb behind")
        if use.form == "infinitive":
            return self._of_infinitive(use, group, found)
        if use.form == "ing" and before not in _BEFORE_ING and not found:
            return self._nearest(use)
        if found:
            last = found[-1]
            return Speaker(last.speaker, min(0.93, last.confidence), "shares the subject of the cue before")
        if use.chain == sentence.start:
            return _NOBODY
        return self._nearest(use)

    def of_subject(self, use: Use, group: CueGroup) -> Speaker:
        """The speaker where the cue has a subject of its own."""
        self._settle_reference(use, [])
        if use.nouns:
            parties = self._subjects.parties(use.nouns)
            if use.noun is not None and use.noun.sort == "it" and self._told_before():
                return self._latest("it")
            if not parties and use.noun is not None and use.noun.sort in _THIRD_PERSON:
                return self._latest(use.noun.sort, use)
            if not parties and use.noun is not None and use.noun.how == "pronoun":
                return Speaker(self._first_person(use.noun, group), 0.75, "first person")
            if use.noun is not None and use.noun.sort == "we":
                return Speaker(parties, 0.8, "first person")
            return Speaker(parties, *_trust(use.nouns))
        if use.generic is not None:
            found = self._subjects.speaker_of(*use.generic, talk=bool(group.both), surely=bool(group.surely))
            if found is not None:
                return Speaker(*found)
            if group.surely:
                return self._by_epithet(use, use.generic)
        return _NOBODY

    def _by_epithet(self, use: Use, generic: tuple[int, int]) -> Speaker:
        """The one who spoke just before, called otherwise: "the former banker added"."""
        start, end = generic
        head = self._subjects.head_word(start, end)
        named = any(word[0].isupper() for word in self._tokens.text[start + 1 : end])
        person = self._tokens.low[start] == "the" and head.endswith(_OF_PERSONS) and head not in _OF_THINGS
        before = self._spoke_before(use, []) if person and not named else None
        return _NOBODY if before is None else Speaker((before,), 0.7, "the speaker before is called otherwise")

    def _settle_reference(self, use: Use, found: list[Said]) -> None:
        """Give "he", or "the official", who says something to the one who spoke just before."""
        noun = use.noun
        if noun is None or len(use.nouns) != 1 or noun.quoted or noun.being is None:
            return
        being = self._draft.world.beings[noun.being]
        fresh = self._tokens.low[noun.start] in ("a", "an") or self._tokens.low[noun.start - 1] in _FURTHER
        if noun.sort == "office" and not being.named and fresh:
            if being.first < noun.start:
                self._introduce(noun)
            return
        gender = _GENDERS.get(noun.sort) if noun.how == "pronoun" else None
        common = noun.sort == "office" and not being.named and self._is_definite(noun)
        if gender is None and not (common and self._tokens.low[noun.end - 1] in _OFFICIALS):
            return
        before = self._spoke_before(use, found)
        if before is None or before == noun.being:
            return
        speaker = self._draft.world.beings[before]
        if gender is None:
            if speaker.state == being.state or being.state is None:
                noun.being = before
        elif speaker.gender in (gender, None) and not self._stays_in_mind(noun, speaker.gender is None):
            noun.being = before

    def _introduce(self, noun: Noun) -> None:
        """Make "a second official" a person of his own, whoever else was an official before."""
        world, name = self._draft.world, self._draft.namer.described(noun.start, noun.end)
        being = world.add("person", name, noun.start, key=f"{name.lower()}@{noun.start}")
        being.named, noun.being = False, being.number

    def _is_definite(self, noun: Noun) -> bool:
        """Whether a description has the article, of itself or of the owner before it: "the Sarmian official"."""
        owner = self._draft.noun_at.get(noun.start)
        return self._tokens.low[noun.start if owner is None else owner.start] == "the"

    def _spoke_before(self, use: Use, found: list[Said]) -> int | None:
        """The one person whose words stand right before a cue, in its sentence or the one before."""
        told = [said for said in found if not said.covers(use.head)]
        if not told and self.latest:
            sentence = self.latest[-1].sentence
            told = [said for said in self.latest if said.sentence == sentence and said.cue is not None]
            told = [said for said in told if not any(other.covers(said.cue[0]) for other in told if said.cue)]
            between = self._draft.nouns_in(sentence.end, use.sentence.start)
            if any(noun.subject and noun.sort in ("person", "office") for noun in between):
                return None
        if not told or len(told[-1].speaker) != 1 or self._draft.world.beings[told[-1].speaker[0]].kind != "person":
            return None
        return told[-1].speaker[0]

    def _stays_in_mind(self, noun: Noun, unsure: bool) -> bool:
        """Whether the person found for a pronoun was spoken of near it, outside what somebody else has said."""
        start = self.latest[-1].sentence.start if self.latest else 0
        near = [other for other in self._draft.nouns_in(start, noun.start) if other.being == noun.being]
        if unsure and near:
            return True
        told = [said for said in self.latest if said.sentence.start >= start]
        return any(other.subject and not any(said.covers(other.start) for said in told) for other in near)

    def _told_before(self) -> bool:
        """Whether the last words have their speaker in front of them, who is then the "it" that goes on."""
        last = self.latest[-1] if self.latest else None
        return last is not None and last.rule == "attribution-before" and bool(self._latest("it").parties)

    def _latest(self, pronoun: str, use: Use | None = None) -> Speaker:
        """The last speaker whom a pronoun that nothing else explains can mean."""
        for said in self.latest[:-_FAR_BACK:-1]:
            kinds = {self._draft.world.beings[number].kind for number in said.speaker}
            if (pronoun == "it" and kinds <= {"organization", "state"} and self._is_one(said)) or (
                pronoun != "it" and kinds == {"person"} and (len(said.speaker) > 1) == (pronoun == "they")
            ):
                return Speaker(said.speaker, 0.75, "the speaker is a pronoun")
        return self._pair_before(use) if pronoun == "they" and use is not None else _NOBODY

    def _pair_before(self, use: Use) -> Speaker:
        """The two persons of whom alone the paragraph tells before "they"."""
        block = self._draft.blocks[use.sentence.paragraph]
        first = self._tokens.at(block.start)
        people = {
            noun.being: None
            for noun in self._draft.nouns_in(first, use.start)
            if noun.being is not None and noun.sort in ("person", "office") and not noun.quoted
        }
        people = {number: None for number in people if self._draft.world.beings[number].kind == "person"}
        return Speaker(tuple(people), 0.75, "the speakers are the two before") if len(people) == 2 else _NOBODY

    @staticmethod
    def _is_one(said: Said) -> bool:
        """Whether one party spoke, or a document of several."""
        return len(said.speaker) == 1 or said.reasons == ["a document of the parties speaks"]

    def who_met(self) -> tuple[int, ...]:
        """The principals; in a text of the first person its author and the other one."""
        author, principals = self._draft.author, self._draft.principals
        if (
            author is None
            or author in principals
            or (not self._draft.world.beings[author].named and len(principals) > 1)
        ):
            return principals if len(principals) > 1 or len(self._draft.states) < 2 else self._draft.states
        others = tuple(number for number in principals if number != author)
        return (author, *others[:1]) if others else principals

    def _first_person(self, noun: Noun, group: CueGroup) -> tuple[int, ...]:
        """ "I" is the author; "we" those who talk, or the author."""
        draft, author = self._draft, self._draft.author
        if noun.sort == "we" and draft.voice and not noun.quoted:
            return draft.voice
        if noun.sort == "we" and author is None:
            reporter = self._reporter(noun)
            if reporter:
                return reporter
            joint = next((said.speaker for said in self.latest if len(said.speaker) > 2), ())
            if joint or self._subjects.joint_states:
                return joint or self._subjects.joint_states
            if len(draft.principals) > 1 or len(draft.states) > 1:
                return draft.principals if len(draft.principals) > 1 else draft.states
            return ()
        if noun.sort == "we" and (group.both or group.act in ("agree", "discuss")):
            return self.who_met()
        if author is None or noun.sort not in ("i", "we"):
            return ()
        side = draft.side_of(author) if noun.sort == "we" else None
        return (author,) if side is None else (side,)

    def _reporter(self, noun: Noun) -> tuple[int, ...]:
        """Whose "we" it is in a text that slips from reporting one party's words into giving them."""
        draft = self._draft
        last = self.latest[-1] if self.latest and draft.document.kind not in _JOINT_KINDS else None
        if last is None or last.direct or len(last.speaker) > 1 or draft.world.beings[last.speaker[0]].kind == "group":
            return ()
        block = draft.blocks[last.sentence.paragraph]
        return last.speaker if block.start <= draft.tokens.start[noun.start] < block.end else ()

    def _of_main_clause(self, use: Use) -> Speaker:
        """The subject of the main clause that follows "Noting that ..., "."""
        for i in range(use.end, use.sentence.end - 1):
            if self._tokens.text[i] != "," or self._draft.quoted[i]:
                continue
            noun = self._draft.noun_from.get(i + 1)
            if noun is None:
                continue
            joint = self._clauses.joint_subject(noun)
            if joint:
                return Speaker(joint, 0.9, "the subject is that of the main clause")
            if noun.subject and (noun.being is not None or noun.how == "pronoun"):
                parties = self._subjects.parties((noun,))
                if not parties and noun.sort in ("i", "we"):
                    parties = self._first_person(noun, use.groups[0][1])
                if not parties and noun.how == "pronoun" and self._draft.author is not None:
                    parties = (self._draft.author,)
                return Speaker(parties, 0.93, "the subject is that of the main clause")
        return _NOBODY

    def _of_infinitive(self, use: Use, group: CueGroup, found: list[Said]) -> Speaker:
        """ "met to discuss", "called to congratulate", "would like to thank": no infinitive that is itself reported."""
        governor = self._governor(use)
        if governor == "expected":
            return _NOBODY  # what is still to be said
        if any(said.covers(use.head) for said in found) and governor not in _WISHING:
            return _NOBODY
        if governor in _WISHING:
            return self._wisher(use)
        if governor in _OCCASION and not group.both:
            return self._nearest(use)
        low = self._tokens.low
        if group.act == "agree" and governor in _AHEAD:
            return _NOBODY
        if group.both and governor in ("plans", "plan") and low[use.chain - 2] in ("are", "is", "were", "was"):
            return Speaker(self.who_met(), 0.8, "the purpose of the encounter")
        if group.both and governor != "," and governor not in _NOUNS_OF_PURPOSE and self._meets(use):
            return Speaker(self._met_in(use.sentence), 0.65, "the purpose of the encounter")
        if group.both and (governor in _GOING_ON or self._stays(use)):
            return self._nearest(use)
        if not group.both and (governor in _TURNING or (group.act not in ("request", "announce") and self._meets(use))):
            theirs = self._tokens.low[use.end : use.end + 1] == ["their"]
            if theirs:
                return Speaker(self._met_in(use.sentence), 0.85, "the purpose of the encounter")
            return self._nearest(use)
        return _NOBODY

    def _wisher(self, use: Use) -> Speaker:
        low = self._tokens.low
        i = use.head - 1
        while i > use.sentence.start and (low[i] in _WISHING or low[i] in ("to", "would") or self._syntax.is_adverb(i)):
            i -= 1
        subject = self._subjects.before(i + 1, use.sentence)
        speaker = self._subjects.parties(subject) if subject else ()
        if not speaker and subject and subject[-1].how == "pronoun" and self._draft.author is not None:
            speaker = (self._draft.author,)
        return Speaker(speaker, 0.85, "a wish to say is taken as saying it")

    def _governor(self, use: Use) -> str:
        """The word that an infinitive depends on."""
        i = use.head - 1
        low = self._tokens.low
        while i > use.sentence.start and (low[i] == "to" or self._syntax.is_adverb(i)):
            i -= 1
        return low[i]

    def _meets(self, use: Use) -> bool:
        return any(word in _MEETING for word in self._tokens.low[use.sentence.start : use.start])

    def _stays(self, use: Use) -> bool:
        """Whether somebody is or goes somewhere to talk: "was in Oslo to discuss", "travelled to Oslo to discuss"."""
        low = self._tokens.low
        at = use.head - 1
        while at > use.sentence.start and (low[at] == "to" or self._syntax.is_adverb(at)):
            at -= 1
        noun = self._draft.noun_at.get(at + 1)
        if noun is None or noun.sort not in ("place", "state") or noun.start <= use.sentence.start + 1:
            return False
        return low[noun.start - 1] in ("in", "to", "at") and low[noun.start - 2] in _STAYING

    def _met_in(self, sentence: Sentence) -> tuple[int, ...]:
        people: list[int] = []
        for noun in self._draft.nouns_in(sentence.start, sentence.end):
            being = self._draft.being(noun)
            if being is not None and noun.sort in ("person", "office", "people", "he", "she", "they"):
                for number in self._draft.people_of(being.number):
                    if number not in people and number in self._draft.principals:
                        people.append(number)
        return tuple(people) if people else self._draft.principals

    def _nearest(self, use: Use) -> Speaker:
        """The last subject before a cue that has none of its own."""
        best: Noun | None = None
        sentence = use.sentence
        for noun in self._draft.nouns_in(sentence.start, use.start):
            if (
                not noun.subject
                or noun.quoted
                or noun.sort in ("place", "initiative")
                or (noun.being is None and noun.how != "pronoun")
            ):
                continue
            being = self._draft.being(noun)
            if best is None or being is None or being.kind in ("person", "group") or noun.how == "pronoun":
                best = noun
        if self._tokens.low[sentence.start] == "we" and self._tokens.text[sentence.start + 1] == ",":
            best = self._draft.noun_from.get(sentence.start)
        first = self._draft.noun_from.get(sentence.start)
        if best is None and first is not None and first.being is not None and first.sort in _LEADING:
            best = first
        if best is None:
            return self._described_subject(use)
        if best.how == "pronoun" and best.being is None and best.sort in ("i", "we"):
            return Speaker(self._first_person(best, use.groups[0][1]), 0.75, "first person")
        nouns = self._subjects.before(max(best.outer, best.end), sentence) or (best,)
        parties = self._subjects.parties(nouns)
        if not parties and best.how == "pronoun" and self._draft.author is not None:
            parties = (self._draft.author,)
        return Speaker(parties, 0.75, "shares the subject of the verb before")

    def _described_subject(self, use: Use) -> Speaker:
        """The subject of the first verb where no mention covers it: "Leaders of 46 states met, stressing ..."."""
        sentence = use.sentence
        verb = next((i for i in range(sentence.start + 1, use.start) if self._syntax.finite(i)), None)
        if verb is None:
            return _NOBODY
        generic = self._subjects.described(verb, sentence, sentence.start)
        found = self._subjects.speaker_of(*generic, talk=False) if generic is not None else None
        return _NOBODY if found is None else Speaker(found[0], min(found[1], 0.7), found[2])


def _trust(nouns: tuple[Noun, ...]) -> tuple[float, str]:
    how = {noun.how for noun in nouns}
    if "pronoun" in how:
        return 0.9, "the speaker is a pronoun"
    if "group" in how:
        return 0.9, "the speakers are a group"
    if "role" in how:
        return 0.92, "the speaker is named by office"
    return 0.97, ""
