"""Sittings of bodies, summits and conferences: which body, the how-manyeth, who chairs and who takes part."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.meetings_bodies import (
    SITTING,
    founded_body,
    mechanism_of_talks,
    numbered_talks,
    states_before,
    unlisted_body,
)
from memcon.extraction.meetings_encounter import Encounter
from memcon.extraction.meetings_ground import Ground
from memcon.extraction.meetings_members import members, several_states
from memcon.extraction.meetings_nominal import NominalFinder
from memcon.extraction.meetings_nouns import Phrase, PhraseReader
from memcon.extraction.meetings_telling import status_of, when_and_where
from memcon.extraction.meetings_verbs import Verb
from memcon.extraction.sentences import Sentence
from memcon.extraction.world import Noun
from memcon.lexicon.encounters import EncounterGroup
from memcon.lexicon.entries import BodyEntry, PlaceEntry, StateName
from memcon.lexicon.patterns import Match
from memcon.model import MeetingKind

_STANDING = frozenset({"committee", "mechanism", "forum"})
_EVENT = EncounterGroup(group="body", kind="session", cues=(), yes="", no="")
_WITH_NUMBER = frozenset({"during", "at", "in", "for", ""})
_WITH_PEOPLE = frozenset({"during", "at", "for"})
_BEHIND = frozenset({"since", "in", "at", "after", "to", "of", "for", "following", "during"})
_NEAR_VERB = 7  # tokens between a body and the verb that holds its sitting: ", the third round of which was held"
_PEOPLE = frozenset({"person", "office", "people"})
_FARTHEST_CONVENER = 150  # tokens back to the body whose summit "the Leaders' Summit" is
_LONGEST_OF = 14  # tokens of "of Heads of State and Government of the"
_MODIFIERS = 8


class Sitting(NamedTuple):
    """A sitting told by tokens `start` to `end`: its body, if the text names one, and the phrase it is read from."""

    start: int
    end: int
    body: int | None
    kind: MeetingKind
    ordinal: int | None
    phrase: Phrase


class Holding(NamedTuple):
    """What makes a sitting happen: the verb, who does it, and whether as chair."""

    verb: Verb | None
    people: list[int]
    chairs: bool


class SessionFinder:
    """Finds sittings and summits in the sentences of one draft."""

    def __init__(self, ground: Ground, phrases: PhraseReader, nominal: NominalFinder) -> None:
        self._ground = ground
        self._draft = ground.draft
        self._tokens = ground.tokens
        self._phrases = phrases
        self._nominal = nominal
        self._last: int | None = None
        self._kind: MeetingKind = "session"

    def find_all(self, sentence: Sentence, phrases: list[Phrase]) -> list[Encounter]:
        """The sittings of a sentence, of its phrases and of the bodies it names."""
        sittings = [sitting for phrase in phrases if (sitting := self._of_phrase(phrase, sentence)) is not None]
        taken = {i for sitting in sittings for i in range(sitting.start, sitting.end)}
        sittings += self._of_bodies(sentence, taken) + self._pointing(sentence, taken)
        sittings.sort(key=lambda sitting: sitting.start)
        found = []
        holding = None
        for k, sitting in enumerate(sittings):
            owned = self._owned(sitting)
            holding = self._shared(owned, holding) or self._holding(owned, sentence)
            limit = next((o.start for o in sittings[k + 1 :] if o.body not in (None, owned.body)), sentence.end)
            one = self._encounter(owned, holding, sentence, limit)
            found += [one] if one is not None else []
        self._last = next((one.body for one in reversed(found) if one.body is not None), self._last)
        self._kind = found[-1].kind if found else self._kind
        return found

    def _pointing(self, sentence: Sentence, taken: set[int]) -> list[Sitting]:
        """ "the previous one was held", "the Dialogue, the third round of which was held"."""
        low, words = self._tokens.low, self._ground.words
        found: list[Sitting] = []
        if {"one", "which"}.isdisjoint(low[sentence.start : sentence.end]):
            return found
        for i in range(sentence.start + 2, sentence.end - 1):
            if i in taken or low[i - 1] == "'s":
                continue
            one = low[i] == "one" and low[i - 2] == "the" and low[i - 1] in words["gone"] | words["coming"]
            body, end = (self._last, i + 1) if one else (None, i + 1)
            if low[i] in ("round", "session", "meeting") and low[i + 1 : i + 3] == ["of", "which"]:
                comma = next((k for k in range(i, max(sentence.start, i - _NEAR_VERB), -1) if low[k] == ","), 0)
                noun = self._draft.noun_at.get(comma)
                body, end = (noun.being, i + 3) if noun is not None and self._sits(noun) else (None, end)
            if body is None or self._held_verb(end, sentence) is None:
                continue
            start = i - 2
            ordinal = self._phrases.ordinal(start, i)
            kind = self._kind if one else "session"
            phrase = Phrase(start, i, end, _EVENT, "the", None, None, None, "", ordinal)
            found.append(Sitting(start, end, body, kind, ordinal, phrase))
        return found

    # phrases

    def _of_phrase(self, phrase: Phrase, sentence: Sentence) -> Sitting | None:
        """ "the 8th meeting of the Joint Commission", "the G20 Summit", "its 24th summit", "the next session"."""
        group, summit = phrase.group, phrase.group.kind == "summit"
        own = group.kind in ("session", "summit")
        if numbered_talks(phrase, self._ground):
            body = mechanism_of_talks(phrase, self._ground)
            return Sitting(phrase.start, phrase.end, body.being, "session", phrase.ordinal, phrase)
        kind: MeetingKind = "summit" if summit else "session"
        behind = self._body_behind(phrase.end, sentence)
        if behind is not None and (own or group.group == "meeting"):
            return Sitting(phrase.start, behind.end, behind.being, kind, phrase.ordinal, phrase)
        if group.group == "round":
            return None
        before = self._body_before(phrase)
        if not own and (before is None or group.group != "meeting" or phrase.verb is None):
            return None
        if before is not None:
            return Sitting(min(phrase.start, before.start), phrase.end, before.being, kind, phrase.ordinal, phrase)
        owner = phrase.owner.being if phrase.owner is not None and phrase.owner.sort == "organization" else None
        return Sitting(phrase.start, phrase.end, owner, kind, phrase.ordinal, phrase)

    def _body_behind(self, end: int, sentence: Sentence) -> Noun | None:
        low = self._tokens.low
        at = end + (end < sentence.end and low[end] in ("level", "meeting"))
        if at >= sentence.end or low[at] not in ("of", "within"):
            return None
        for i in range(at + 1, min(sentence.end, at + _LONGEST_OF)):
            noun = self._draft.noun_from.get(i)
            if noun is not None and noun.sort == "organization" and self._sits(noun):
                return noun
            if low[i] not in self._ground.words["presided_heads"]:
                return unlisted_body(i, sentence, self._ground)
        return None

    def _body_before(self, phrase: Phrase) -> Noun | None:
        """The body named among the modifiers: "the BRICS summit"."""
        for noun in self._draft.nouns_in(max(0, phrase.start - _MODIFIERS), phrase.head + 1):
            inside = noun.end >= phrase.start and noun.end in (phrase.head, phrase.head + 1)
            if noun.sort == "organization" and inside and self._sits(noun):
                return noun
        return None

    def _sits(self, noun: Noun) -> bool:
        being = self._draft.being(noun)
        fair = being is not None and not self._ground.words["fairs"].isdisjoint(being.name.lower().split())
        return being is not None and being.type in SITTING and not fair

    # bodies

    def _of_bodies(self, sentence: Sentence, taken: set[int]) -> list[Sitting]:
        """Named dialogues, commissions and forums that a verb or number makes a sitting: "chaired the 24th Council"."""
        found = []
        carried: dict[int, Match[EncounterGroup]] | None = None
        low = self._tokens.low
        for noun in self._draft.nouns_in(sentence.start, sentence.end):
            if noun.sort != "organization" or noun.start in taken or noun.being is None or not self._sits(noun):
                continue
            carried = self._phrases.carried(sentence) if carried is None else carried
            match = Match(noun.start + (low[noun.start] == "the"), noun.end, noun.start, _EVENT)
            phrase = self._phrases.read(match, carried, sentence)
            ordinal = phrase.ordinal or self._phrases.ordinal(noun.start, noun.end)
            kind: MeetingKind = "summit" if "summit" in low[noun.start : noun.end] else "session"
            type_ = self._draft.world.beings[noun.being].type
            gathers = (
                low[noun.end - 1] in self._ground.words["summit_heads"]
                or phrase.support == "attend"
                and type_ == "forum"
            )
            event = phrase.verb is not None and (phrase.support == "chair" or gathers)
            standing = type_ in _STANDING
            if event or ordinal is not None or standing and self._held_verb(noun.end, sentence) is not None:
                found.append(Sitting(phrase.start, noun.end, noun.being, kind, ordinal, phrase))
        return found

    def _owned(self, sitting: Sitting) -> Sitting:
        """ "its last session", "the commission's next session": of the body that sat before."""
        founded = (
            founded_body(sitting.phrase, self._ground)
            if sitting.body is None and sitting.phrase.determiner == "its"
            else None
        )
        if founded is not None:
            return sitting._replace(body=founded)
        owner = self._draft.being(sitting.phrase.owner)
        described = owner is not None and owner.kind == "organization" and not owner.named
        described = described or owner is None and sitting.phrase.determiner == "their"
        if (
            self._last is None
            or sitting.body is not None
            and not described
            or sitting.phrase.determiner not in ("their", "its")
        ):
            return sitting
        if owner is not None and owner.kind not in ("group", "organization"):
            return sitting
        return sitting._replace(body=self._last)

    # encounters

    def _shared(self, sitting: Sitting, holding: Holding | None) -> Holding | None:
        """What holds the sitting named before, where this one is joined to it: "will attend A and B"."""
        joined = sitting.start > 0 and self._tokens.low[sitting.start - 1] in ("and", "then")
        carried = holding is not None and holding.verb is not None and bool(holding.people)
        return holding if joined and carried and sitting.phrase.verb is None else None

    def _encounter(self, sitting: Sitting, holding: Holding, sentence: Sentence, limit: int) -> Encounter | None:
        """The encounter of a sitting; what stands from `limit` on belongs to the next one of the sentence."""
        ground, words = self._ground, self._ground.words
        verb = holding.verb
        if verb is not None and (verb.negated or verb.tense == "hypothetical"):
            return None
        tail = self._nominal.tail(sitting.end, sentence)
        held = verb.head + 1 if verb is not None and verb.head > sitting.end else 0
        core_end = max(tail.stop, sitting.end, held)
        start, end = ground.adjuncts.clause(
            min(sitting.start, verb.chain if verb is not None else sitting.start), core_end, sentence
        )
        end = max(core_end, min(end, limit))
        one = Encounter(
            sitting.kind,
            sentence,
            (sitting.start, sitting.end),
            start,
            end,
            "sitting",
            dict.fromkeys(
                (
                    *(() if self._unnamed(sitting) else holding.people),
                    *(number for part in tail.partners for number in part),
                ),
                "participant",
            ),
            status_of(verb),
            sitting.phrase.definite and sitting.ordinal is None,
            body=sitting.body,
            ordinal=sitting.ordinal,
        )
        when_and_where(one, sitting.start, core_end, ground)
        if sitting.kind == "summit" and (named := self._named_after(sitting)) is not None:
            one.place, one.venue = named, None
        modifiers = set(self._tokens.low[sitting.start : sitting.end])
        if modifiers & words["coming"] and one.status == "held":
            one.status = "scheduled"
        if modifiers & words["gone"]:
            one.status, one.definite = "recalled", False
        self._seat(one, holding, sitting, sentence)
        if one.body is None and sitting.kind == "summit" and one.date is not None and one.place is not None:
            one.body = self._convener(sitting)
        return one if self._tells(one, sitting, verb, sentence) else None

    def _unnamed(self, sitting: Sitting) -> bool:
        """Whether a body sits that is but described; its states are then those who take part."""
        return sitting.body is not None and not self._draft.world.beings[sitting.body].named

    def _seat(self, one: Encounter, holding: Holding, sitting: Sitting, sentence: Sentence) -> None:
        """Who chairs, and the body where it is the one that holds the sitting."""
        sole = self._draft.world.beings[holding.people[0]] if len(holding.people) == 1 else None
        if one.body is None and sole is not None and sole.kind == "organization" and sole.type in SITTING:
            one.body = sole.number
        named = self._chairs(sitting.end, sentence)
        chairs = named or (holding.people if holding.chairs else [])
        for number in chairs:
            one.parts[number] = "chair"
        if len(chairs) > 1 or chairs and not named and len(one.parts) > 1:
            one.parts = dict.fromkeys(one.parts, "co-chair")

    def _convener(self, sitting: Sitting) -> int | None:
        """Whose summit it is that is named without its body: the last body told of before that holds summits."""
        few = self._ground.words["of_few"]
        capital = self._tokens.text[sitting.end - 1][0].isupper() and sitting.phrase.determiner in ("the", "their")
        several = len(states_before(sitting.phrase, self._ground)) > 1
        if not capital or several or few & set(self._tokens.low[sitting.start : sitting.end]):
            return None
        named, marks = self._ground.words["summit_bodies"], self._draft.marks
        for i in range(sitting.start - 1, max(-1, sitting.start - _FARTHEST_CONVENER), -1):
            mark = marks.starting(i)
            if mark is not None and mark.kind == "body" and " ".join(self._tokens.low[i : mark.end]) in named:
                return self._draft.namer.body(mark).number
        return None

    def _named_after(self, sitting: Sitting) -> int | None:
        """The place that a summit is named after: "the Woodside Summit"."""
        text, low = self._tokens.text, self._tokens.low
        bare = sitting.start + (low[sitting.start] == "the")
        dated = {i for day in self._ground.adjuncts.dates_in(bare, sitting.end) for i in range(day.start, day.end)}
        first = next((i for i in range(bare, sitting.end) if text[i][0].isupper() and i not in dated), None)
        if first is None or sitting.phrase.ordinal is not None:
            return None
        last = next((i for i in range(first, sitting.end) if low[i] in self._ground.words["summit_kinds"]), first)
        listed = self._draft.lexicon.names.match_at(text, low, first, max(last, first + 1))
        entry = listed.entries[-1] if listed is not None else None
        if listed is not None and not (isinstance(entry, BodyEntry) and entry.type == "company"):
            place = isinstance(entry, PlaceEntry) or isinstance(entry, StateName) and entry.sense == "capital"
            return self._ground.places.named(first, last) if place and listed.end == last and last > first else None
        plain = last - first == 1 and text[first].isalpha() and not text[first].isupper()
        return self._ground.places.named(first, last) if plain else None

    def _holding(self, sitting: Sitting, sentence: Sentence) -> Holding:
        ground, phrase, low = self._ground, sitting.phrase, self._tokens.low
        if phrase.verb is not None:
            verb = ground.verbs.read(phrase.verb, sentence)
            if verb is not None and not verb.passive:
                return Holding(verb, ground.parties.subject(verb, sentence), phrase.support == "chair")
        at = sitting.end + (sitting.end < sentence.end and self._tokens.text[sitting.end] == ",")
        if at < sentence.end and low[at] in ("which", "that"):
            for head in range(at + 1, min(sentence.end, at + _NEAR_VERB)):
                verb = (
                    ground.verbs.read(head, sentence)
                    if low[head] in ("attend", "attended", "attending", "attends")
                    else None
                )
                if verb is not None and not verb.passive:
                    return Holding(verb, ground.parties.subject(verb, sentence), False)
            held = self._nominal.held_by(at, sentence)
            if held is not None:
                return Holding(held[0], held[1], False)
        if phrase.before in ("for", "at") and low[at : at + 1] == ["with"]:
            return Holding(None, ground.parties.main_subject(sitting.start, sentence), False)
        verb = self._held_verb(sitting.end, sentence)
        if verb is None and phrase.before == "for" and sitting.body is not None and self._travelled(sitting, sentence):
            return Holding(None, ground.parties.main_subject(sitting.start, sentence), False)
        return Holding(verb, [], False)

    def _travelled(self, sitting: Sitting, sentence: Sentence) -> bool:
        """Whether somebody is there for it: "is in Oslo for the Nordic Council summit"."""
        trips = self._ground.scan.longest("trips", sentence)
        return any(0 < sitting.start - trip.end <= _NEAR_VERB for trip in trips)

    def _held_verb(self, at: int, sentence: Sentence) -> Verb | None:
        """ "... was held", "... took place", "... to be held", "... would convene"."""
        low = self._tokens.low
        for i in range(at, min(sentence.end, at + _NEAR_VERB)):
            if low[i] in ("and", "but", ";", ":"):
                return None
            noun = self._draft.noun_from.get(i)
            if noun is not None and (noun.sort in _PEOPLE or noun.how == "pronoun"):
                return None
            verb = self._ground.verbs.read(i, sentence) if low[i] in self._ground.words["sitting_verbs"] else None
            if verb is not None:
                return verb
        return None

    def _chairs(self, at: int, sentence: Sentence) -> list[int]:
        """ "co-chaired by A and B", "under the chairmanship of A"."""
        low, words = self._tokens.low, self._ground.words
        for i in range(at, sentence.end - 2):
            by = low[i] in words["chaired"] | words["headed"] and "by" in low[i + 1 : i + 3]
            if by or low[i] in words["chairmanship"] and low[i + 1] == "of":
                start = i + 2 if low[i + 1] in ("by", "of") else i + 3
                return self._ground.partners.flat(start, sentence.end)
        return []

    # whether it is told

    def _tells(self, one: Encounter, sitting: Sitting, verb: Verb | None, sentence: Sentence) -> bool:
        """Whether enough is told to call it a sitting: a verb that holds it, or a number or date with those present."""
        phrase, low = sitting.phrase, self._tokens.low
        if one.status == "scheduled" and one.date is None and one.place is None:
            one.status = "proposed"
        if one.status == "scheduled" and one.body is None and not one.parts:
            one.parts = dict.fromkeys(several_states(one, self._draft), "participant")
            if one.parts:
                return True
        if sentence.kind in ("title", "heading") and verb is None:
            one.parts.clear()
            return sitting.ordinal is not None
        before = set(low[max(sentence.start, sitting.start - 3) : sitting.start])
        if verb is None and before & self._ground.words["afield"]:
            return False
        told = one.body is not None or sitting.ordinal is not None or one.date is not None
        if not told and phrase.determiner in ("the", "this") and not one.parts:
            return True
        sides = self._ground.sides(list(one.parts))
        if sides < 2 and one.body is None and len(states := states_before(phrase, self._ground)) > 1:
            one.parts = dict.fromkeys(states, "participant")
            return sitting.ordinal is not None or verb is not None or one.date is not None
        if verb is None and (sides > 1 or one.body and one.parts) and phrase.before in ("for", "at"):
            return True
        if verb is None and not self._numbered(one, sitting, sentence):
            return False
        if not one.parts:
            one.parts = dict.fromkeys(members(one, sitting.phrase.determiner, self._draft), "participant")
        alone = len(one.parts) == 1 and self._draft.world.beings[next(iter(one.parts))].kind == "person"
        return bool(one.parts) and not (alone and one.status == "held" and one.date is None and sitting.ordinal is None)

    def _numbered(self, one: Encounter, sitting: Sitting, sentence: Sentence) -> bool:
        """Whether a sitting without a verb is dated or numbered; those of the sentence take part."""
        phrase, draft = sitting.phrase, self._draft
        named = one.body is not None or self._tokens.text[sitting.end - 1][0].isupper()
        if not named or one.date is None and (sitting.ordinal is None or phrase.before not in _WITH_NUMBER):
            return False
        if sitting.ordinal is not None and phrase.before in _WITH_PEOPLE:
            people = [noun.being for noun in draft.nouns_in(sentence.start, sentence.end) if noun.sort == "person"]
            subject = self._ground.parties.main_subject(sitting.end, sentence)
            for number in (
                *subject,
                *(number for number in people if number is not None and number in draft.principals),
            ):
                one.parts.setdefault(number, "participant")
        if one.status == "held" and one.date is not None and sitting.ordinal is None and phrase.before in _BEHIND:
            one.status = "recalled"
        return True
