"""Encounters told by a noun: "held talks with Y", "the meeting between X and Y", "their telephone call"."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.meetings_bodies import numbered_talks, states_before
from memcon.extraction.meetings_encounter import Encounter
from memcon.extraction.meetings_ground import Ground
from memcon.extraction.meetings_nouns import Phrase, PhraseReader
from memcon.extraction.meetings_telling import status_of, when_and_where
from memcon.extraction.meetings_verbs import Verb
from memcon.extraction.sentences import Sentence

_PLURALS = frozenset({"meetings", "calls", "conversations", "encounters", "audiences", "exchanges", "contacts"})
_SITTING = frozenset(
    {"legislature", "chamber", "committee", "forum", "international-organization", "mechanism", "court"}
)
_ADJUNCT = frozenset({"during", "at", "in", "after", "before", "of", "following", "on", "from", "about", "for", "to"})
_WHILE = frozenset({"during", "in", "at", "on", "over", "after", "following"})
_NO_ENCOUNTER = frozenset({"no", "any", "each", "every", "such", "another", "one"})
_NEAR_DATE = 4  # tokens of "in Oslo in May"
_NEAR_VERB = 8  # tokens between a noun and the verb that it is the subject of


class Tail(NamedTuple):
    """The partners behind a noun, where they end, and whether they are all who met ("between A and B")."""

    partners: list[list[int]]
    stop: int
    complete: bool


class NominalFinder:
    """Finds the encounters that nouns tell in the sentences of one draft."""

    def __init__(self, ground: Ground, phrases: PhraseReader) -> None:
        self._ground = ground
        self._draft = ground.draft
        self._tokens = ground.tokens
        self._phrases = phrases

    def find_all(self, sentence: Sentence, phrases: list[Phrase]) -> list[Encounter]:
        """The encounters of these phrases of a sentence, sittings of bodies left out."""
        return [one for phrase in phrases for one in self._of(phrase, sentence)]

    def _of(self, phrase: Phrase, sentence: Sentence) -> list[Encounter]:
        low, words = self._tokens.low, self._ground.words
        modifiers = set(low[phrase.start : phrase.head])
        if (
            phrase.group.kind in ("session", "summit")
            or numbered_talks(phrase, self._ground)
            or self._names_sitting(phrase)
            or phrase.determiner in _NO_ENCOUNTER - {"another"}
        ):
            return []
        if (
            modifiers & words["hypothetical"]
            and phrase.verb is None
            or "anniversary" in low[max(sentence.start, phrase.start - 3) : phrase.start]
        ):
            return []
        tail = self.tail(phrase.end, sentence, phrase.group.kind in ("call", "video-call"))
        verb, subject = self._governor(phrase, tail.stop, sentence)
        if phrase.determiner == "another" and phrase.verb is None and not any(tail.partners):
            return []
        if verb is not None and (verb.negated or verb.tense == "hypothetical"):
            return []
        if phrase.group.kind == "signing" and not self._of_parties(phrase, subject, tail, sentence):
            return []
        if phrase.support in ("chair", "attend") and not any(tail.partners) and phrase.group.kind != "signing":
            return []
        plural = low[phrase.head] in _PLURALS
        beings = self._draft.world.beings
        if len(subject) == 1 and beings[subject[0]].type in _SITTING and not any(tail.partners):
            return []  # "the G7 leaders will hold a video conference": a sitting
        hosted = phrase.verb is not None and low[phrase.verb].startswith("host") and not any(tail.partners)
        if hosted and self._ground.sides(subject) < 2:
            return []  # "hosted peace talks": those of others
        if plural and verb is None and "separate" not in modifiers and not self._counted(phrase, tail, sentence):
            return []
        several = plural or self._ground.any_word("then", phrase.end, tail.stop)
        several = several or self._ground.partners.parted(phrase.end, tail.stop)
        tails = [tail]
        if several and not tail.complete and len(each := [number for part in tail.partners for number in part]) > 1:
            tails = [tail._replace(partners=[[number]]) for number in each]
        return [one for part in tails if (one := self._encounter(phrase, verb, subject, part, sentence)) is not None]

    def _of_parties(self, phrase: Phrase, subject: list[int], tail: Tail, sentence: Sentence) -> bool:
        """Whether two sides are named at a signing, where no verb of the sentence tells that they met."""
        if phrase.verb is None and self._ground.scan.longest("verbs", sentence):
            return False
        beings, flat = self._draft.world.beings, [number for part in tail.partners for number in part]
        present = [*(subject or self._those_in(phrase, sentence)), *flat]
        return self._ground.sides([number for number in present if beings[number].kind in ("person", "state")]) > 1

    def _names_sitting(self, phrase: Phrase) -> bool:
        """Whether the noun is part of a mechanism's name ("the 2+2 consultations"), or the meeting is a body's own."""
        noun = self._draft.noun_at.get(phrase.end)
        if noun is not None and noun.sort == "organization" and noun.start < phrase.head:
            return True
        if phrase.end + 1 >= len(self._tokens) or self._tokens.low[phrase.end] != "of":
            return False
        being = self._draft.being(self._draft.noun_from.get(phrase.end + 1))
        return being is not None and being.kind == "organization" and being.type in _SITTING

    def tail(self, end: int, sentence: Sentence, call: bool = False) -> Tail:
        """The partners behind a noun that ends at a token; a call may be `from` somebody."""
        at = self._behind_schedule(self._ground.adjuncts.behind(end, sentence.end), sentence)
        at = self._behind_including(at, sentence)
        read = self._ground.partners.read
        for place in dict.fromkeys((end, at)):
            word = self._tokens.low[place] if place < sentence.end else ""
            if word == "with" or call and word == "from":
                partners, stop = read(place + 1, sentence.end)
                return Tail(partners, stop, False)
            if word in ("between", "among", "involving") or word == "of" and place == end:
                partners, stop = read(place + 1, sentence.end, pair=word != "of")
                several = len([number for part in partners for number in part]) > 1
                if several or word != "of":
                    return Tail(partners, stop, several)
        return Tail([], at, False)

    def _behind_including(self, at: int, sentence: Sentence) -> int:
        """The token behind "including those" and the like."""
        low = self._tokens.low
        if low[at : at + 1] != ["including"]:
            return at
        return at + 1 + (low[at + 1] in ("those", "ones", "meetings", "talks")) if at + 1 < sentence.end else at

    def held_by(self, at: int, sentence: Sentence) -> tuple[Verb, list[int]] | None:
        """Who holds it, by a relative clause from a token on: "that the two will hold with Ms Bell in Oslo"."""
        low = self._tokens.low
        for head in range(at + 1, min(sentence.end, at + _NEAR_VERB)):
            if low[head] not in self._ground.words["holding"]:
                continue
            verb = self._ground.verbs.read(head, sentence)
            if verb is None or verb.passive or verb.chain <= at + 1:
                return None
            subject = self._ground.parties.subject(verb, sentence)
            partners = self._ground.partners.flat(head + 2, sentence.end) if low[head + 1] == "with" else []
            return (verb, list(dict.fromkeys([*subject, *partners]))) if subject else None
        return None

    def _behind_schedule(self, at: int, sentence: Sentence) -> int:
        """The token behind "that is scheduled on Friday" and the like."""
        low, schedule = self._tokens.low, self._ground.words["schedule"]
        if at < sentence.end and (low[at] in schedule or low[at] in ("that", "which", "is", "was", "to", "will")):
            for i in range(at, min(sentence.end, at + 5)):
                if low[i] in schedule:
                    return self._ground.adjuncts.skip(i + 1, sentence.end)
        return at

    def _governor(self, phrase: Phrase, stop: int, sentence: Sentence) -> tuple[Verb | None, list[int]]:
        """The verb of an encounter noun and its subject: the one that carries it, or the one it is subject of."""
        ground = self._ground
        if phrase.verb is not None:
            verb = ground.verbs.read(phrase.verb, sentence)
            return (None, []) if verb is None or verb.passive else (verb, ground.parties.subject(verb, sentence))
        low, syntax = self._tokens.low, self._draft.syntax
        if phrase.end < sentence.end and low[phrase.end] in ("that", "which", "he", "she", "they"):
            held = self.held_by(phrase.end - (low[phrase.end] not in ("that", "which")), sentence)
            if held is not None:
                return held
        end = min(sentence.end, stop + _NEAR_VERB)
        at = next((i for i in range(stop, end) if syntax.finite(i)), end)
        if phrase.before in _ADJUNCT or at >= sentence.end:
            return None, []
        for head in range(at, min(sentence.end, at + _NEAR_VERB - 2)):
            if low[head] in ground.words["happening"] or self._draft.lexicon.words.is_verb(low[head], "base"):
                return ground.verbs.read(head - (low[head] == "place"), sentence), []
        return None, []

    def _counted(self, phrase: Phrase, tail: Tail, sentence: Sentence) -> bool:
        """Whether several encounters are told one by one: by their number, or by the date of one or of each."""
        near = self._ground.adjuncts.dates_in(tail.stop, min(sentence.end, tail.stop + _NEAR_DATE))
        if tail.partners and any(date.mark.kind != "year" for date in near):
            return True
        behind = self._tokens.low[phrase.end : min(sentence.end, phrase.end + 4)]
        return phrase.determiner in ("two", "three", "several", "both") or "twice" in behind

    # the encounter

    def _encounter(
        self,
        phrase: Phrase,
        verb: Verb | None,
        subject: list[int],
        tail: Tail,
        sentence: Sentence,
    ) -> Encounter | None:
        """The encounter of a noun phrase with its partners, None where it is not told who meets whom or when."""
        low, parties = self._tokens.low, self._ground.parties
        flat = [number for part in tail.partners for number in part]
        owner = parties.among(parties.numbers([phrase.owner])) if phrase.owner is not None else []
        first = phrase.start if verb is None else min(verb.chain, phrase.start)
        core_end = max(tail.stop, phrase.end)
        start, end = self._ground.adjuncts.clause(first, core_end, sentence)
        rule = "noun" if verb is None else "noun-verb" if phrase.verb is None else "verb-noun"
        if tail.partners and not flat:
            return None
        told = flat if tail.complete else self._numbers(phrase, flat, owner, subject, verb, sentence)
        numbers = self._known(told)
        if not numbers and verb is None and low[phrase.head] in _PLURALS:
            return None
        one = Encounter(
            phrase.group.kind,
            sentence,
            (phrase.start, phrase.end),
            start,
            end,
            rule,
            dict.fromkeys(numbers, "participant"),
            status_of(verb),
            phrase.definite,
        )
        if sentence.kind not in ("title", "heading") and "first" not in low[phrase.start : phrase.head]:
            one.ordinal = phrase.ordinal
        when_and_where(one, phrase.start, core_end, self._ground)
        if one.kind == "signing" and one.date is None:
            days = [date.mark.value for date in self._ground.adjuncts.dates_in(start, end) if date.mark.kind == "day"]
            one.date = days[-1] if days else None
        self._status(one, phrase, sentence)
        self._named_after(one, phrase)
        if verb is not None and one.date is not None and "last" in low[verb.chain : phrase.start]:
            one.status = "recalled"
        if (
            one.rule == "noun"
            and one.place is not None
            and one.status == "held"
            and one.date is None
            and self._recounts(phrase)
        ):
            one.status = "recalled"
        if verb is not None and self._goes_on(one, phrase, verb):
            return None
        one.sided = bool(flat and (owner or subject))
        one.single = bool(flat) and not tail.complete and all(number in flat for number in numbers)
        if not owner and verb is None and one.parts and self._impersonal(one, flat, sentence):
            return None
        return one if flat or len(one.parts) > 1 or self._vague(one, phrase, sentence) else None

    def _named_after(self, one: Encounter, phrase: Phrase) -> None:
        """ "a follow-up to the Oslo meeting": one of that place."""
        noun = self._draft.noun_at.get(phrase.head) or self._draft.noun_at.get(phrase.head - 1)
        town = noun is not None and noun.sort == "place" and noun.start >= phrase.start and noun.being is not None
        if town and noun is not None and one.place is None and phrase.verb is None and phrase.determiner == "the":
            one.place = noun.being
            if one.date is None and one.status == "held":
                one.status, one.definite = "recalled", False

    def _goes_on(self, one: Encounter, phrase: Phrase, verb: Verb) -> bool:
        """Whether it is a process: "trade talks with Peru have stalled"."""
        told = phrase.verb is not None or one.date is not None or one.place is not None
        if told or phrase.determiner or one.kind != "talks":
            return False
        word = self._tokens.low[verb.head]
        return word not in self._ground.words["happening"] and word not in ("take", "takes", "took", "taken", "taking")

    def _known(self, numbers: list[int]) -> list[int]:
        """Those who met, none where only a group is told of that the text does not name ("the two presidents")."""
        beings = self._draft.world.beings
        vague = all(beings[n].kind == "group" and not beings[n].named and not beings[n].members for n in numbers)
        return [] if vague and len(numbers) == 1 and "two" in beings[numbers[0]].name else numbers

    def _recounts(self, phrase: Phrase) -> bool:
        """Whether a speaker looks back on an encounter elsewhere ("since our meeting in Oslo")."""
        if phrase.determiner not in ("our", "the") or phrase.before not in (
            "during",
            "after",
            "following",
            "since",
            "at",
            "in",
        ):
            return False
        return self._ground.parties.speaks_at(phrase.head)

    def _numbers(
        self,
        phrase: Phrase,
        flat: list[int],
        owner: list[int],
        subject: list[int],
        verb: Verb | None,
        sentence: Sentence,
    ) -> list[int]:
        """Who met, from the partners, the owner, and the subject of the verb or sentence."""
        governed = phrase.verb is not None or verb is not None
        if flat:
            return (owner or subject or ([] if governed else self._bystander(phrase, flat, sentence))) + flat
        if len(owner) > 1:
            return owner
        if phrase.verb is not None or len(subject) > 1:
            return subject
        states = states_before(phrase, self._ground)
        if len(states) > 1:
            return states
        return owner if owner and phrase.determiner != "my" else self._those_in(phrase, sentence)

    def _bystander(self, phrase: Phrase, partners: list[int], sentence: Sentence) -> list[int]:
        """Who has an encounter that is told in passing: the subject of the sentence, if no partner is among them."""
        beings = self._draft.world.beings
        subject = self._ground.parties.main_subject(phrase.start, sentence)
        people = any(beings[number].kind == "person" for number in partners)
        fits = [number for number in subject if not people or beings[number].kind in ("person", "group")]
        return [number for number in fits if number not in partners]

    def _those_in(self, phrase: Phrase, sentence: Sentence) -> list[int]:
        """ "A told B during a meeting"; "Over lunch, A and B discussed": the subject, where it has two sides."""
        if phrase.before in _WHILE and (pair := self._told(phrase, sentence)):
            return pair
        if phrase.before not in ("over", "during", "at", "in", "for") or phrase.definite:
            return []
        subject = self._ground.parties.main_subject(phrase.start, sentence)
        return subject if self._ground.sides(subject) > 1 else []

    def _told(self, phrase: Phrase, sentence: Sentence) -> list[int]:
        """Who told whom: "A informed B in a call", "A told B during a meeting that"; two people of two sides."""
        told = self._draft.noun_at.get(phrase.start - 1)
        if told is not None and told.sort in ("person", "office") and told.start - 1 > sentence.start:
            verb = self._ground.verbs.read(told.start - 1, sentence) if self._is_verb(told.start - 1) else None
            if verb is not None and not verb.passive:
                pair = [*self._ground.parties.subject(verb, sentence), *self._ground.parties.numbers([told])]
                return pair if self._two(pair) else []
        for said in self._draft.said:
            pair = [*said.speaker, *said.addressee]
            near = said.sentence == sentence and (said.cue is None or said.cue[1] <= phrase.start)
            if near and said.addressee and said.speaker and self._two(pair):
                return pair
        return []

    def _is_verb(self, at: int) -> bool:
        words = self._draft.lexicon.words
        return any(words.is_verb(self._tokens.low[at], form) for form in ("past", "s", "ing"))

    def _two(self, pair: list[int]) -> bool:
        """Whether these are people of two sides or more."""
        people = all(self._draft.world.beings[number].kind == "person" for number in pair)
        return len(set(pair)) > 1 and people and self._ground.sides(pair) > 1

    def _impersonal(self, one: Encounter, partners: list[int], sentence: Sentence) -> bool:
        """Whether it is a process between states, without date or place, rather than an encounter."""
        beings = self._draft.world.beings
        people = any(
            beings[number].kind != "state" and beings[number].type != "delegation" for number in (*partners, *one.parts)
        )
        return not people and one.date is None and one.place is None and sentence.kind not in ("title", "heading")

    def _vague(self, one: Encounter, phrase: Phrase, sentence: Sentence) -> bool:
        """Whether a phrase without parties can speak of an encounter told elsewhere, or of a dated one."""
        if phrase.group.group == "conversation" and self._tokens.low[phrase.head] in _PLURALS:
            return False
        article = phrase.determiner in ("a", "an")
        if article and phrase.verb is None and one.date is None and sentence.kind not in ("title", "heading"):
            return False
        one.definite = phrase.definite or one.date is None or not article
        one.definite = one.definite and not (one.status == "recalled" and one.place is not None)
        return True

    def _during_what_will_be(self, one: Encounter, phrase: Phrase) -> bool:
        """ "During the talks, the two will review", "are to be discussed at a meeting with"."""
        if one.rule != "noun" or phrase.before not in _WHILE - {"after", "following"}:
            return False
        low = self._tokens.low
        if self._ground.any_word("reporting", one.start, one.end):
            return False
        coming = ({"will", "shall"}, {"are", "is"})
        return any(
            low[i] in coming[0] or low[i] in coming[1] and low[i + 1] == "to" for i in range(one.start, one.end - 1)
        )

    def _status(self, one: Encounter, phrase: Phrase, sentence: Sentence) -> None:
        """What adjectives and verbs around a noun say of its status."""
        low, words = self._tokens.low, self._ground.words
        modifiers = set(low[phrase.start : phrase.head])
        if one.status == "held" and (modifiers & words["coming"] or self._during_what_will_be(one, phrase)):
            one.status = "scheduled"
        recalled = self._ground.any_word("recalling", max(sentence.start, phrase.start - 3), phrase.start)
        if modifiers & words["gone"] or recalled and phrase.verb is None:
            one.status, one.definite = "recalled", False
        clause = " ".join(low[one.start : one.end])
        if phrase.verb is None and any(f" {word}" in clause for word in words["cancelled"]):
            one.status = "cancelled"
        if one.status == "proposed" and phrase.verb is not None and "forward" in low[one.start : phrase.start]:
            one.status = "scheduled"
        before = set(low[max(sentence.start, phrase.start - 3) : phrase.start])
        if phrase.before in words["proposed"] or phrase.before in ("for", "of") and before & words["proposed"]:
            one.status = "proposed"
