"""Encounters told by a verb: "X met Y", "Y was received by X", "they spoke by phone", "the Council convened"."""

from __future__ import annotations

from memcon.extraction.meetings_encounter import Encounter
from memcon.extraction.meetings_ground import Ground
from memcon.extraction.meetings_telling import status_of, when_and_where
from memcon.extraction.meetings_verbs import Verb
from memcon.extraction.sentences import Sentence
from memcon.lexicon.encounters import EncounterGroup
from memcon.lexicon.patterns import Match
from memcon.model import Part

_SITTING = frozenset(
    {
        "legislature",
        "chamber",
        "committee",
        "court",
        "forum",
        "international-organization",
        "mechanism",
        "party",
        "government",
    }
)
_HEARING = frozenset({"international-organization", "committee", "agency"})  # bodies of several states sit in them
_NO_END = frozenset({"the", "a", "an", "this", "these", "their", "such", "all"})
_FARTHEST_NOUN = 5  # tokens of "a brief trilateral" before the noun for what somebody joins
_CALL_ENDS = frozenset({".", ",", "on", "to", "in", "from", "at", "after", "and", ""})


class VerbalFinder:
    """Finds the encounters that verbs tell in the sentences of one draft."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._draft = ground.draft
        self._tokens = ground.tokens
        classes = ground.draft.lexicon.words.classes
        self._closed = classes["closed"] - _NO_END

    def find_all(self, sentence: Sentence, taken: set[int]) -> list[Encounter]:
        """The encounters of the verbs of a sentence that stand in none of the tokens taken."""
        found: list[Encounter] = []
        for matches in self._ground.scan.all("verbs", sentence):
            if matches[0].start not in taken and (
                matches[0].entry.frame != "object" or matches[0].end + 1 not in taken
            ):
                found += self._of(matches, sentence)
        return found

    def _of(self, matches: list[Match[EncounterGroup]], sentence: Sentence) -> list[Encounter]:
        verb = self._ground.verbs.read(matches[0].head, sentence)
        if verb is None or verb.negated or verb.tense == "hypothetical":
            return []
        subject = self._ground.parties.subject(verb, sentence)
        for match in matches:
            if match.entry.frame == "sit":
                found = self._sat(match, verb, subject, sentence)
            elif match.entry.frame == "body":
                found = self._heard(match, verb, subject, sentence)
            elif verb.passive:
                found = self._passive(match, verb, subject, sentence)
            else:
                found = self._active(match, verb, subject, sentence)
            if found:
                return found
        return []

    # X met Y

    def _active(
        self, match: Match[EncounterGroup], verb: Verb, subject: list[int], sentence: Sentence
    ) -> list[Encounter]:
        group = match.entry
        if group.frame == "object" and self._thanks_host(match, verb):
            subject = list(self._ground.parties.addressed_at(match.start))
        whom = self._whom(verb, sentence)
        partners, stop = ([whom], match.end) if whom else self._partners(match, sentence.end)
        if not any(partners):
            stop = self._ground.adjuncts.skip(match.end, sentence.end)
            if not self._mutual(match, verb, subject, sentence, stop):
                return []
            return [self._encounter(match, verb, stop, [subject], sentence, "verb-mutual")]
        if not self._sound(match, partners, stop, sentence):
            return []
        apart = (
            self._ground.any_word("apart", verb.chain, stop)
            or len(partners) > 1
            and (self._ground.any_word("then", match.end, stop) or self._ground.partners.parted(match.end, stop))
        )
        found = []
        for parts in [[[number]] for part in partners for number in part] if apart else [partners]:
            flat = [number for part in parts for number in part]
            one = self._encounter(match, verb, stop, [subject, flat], sentence, "verb-" + group.frame)
            one.single = not [number for number in subject if number not in flat]
            one.sided = not one.single
            found.append(one)
        return found

    def _thanks_host(self, match: Match[EncounterGroup], verb: Verb) -> bool:
        """ "thank you for receiving me", "for finding the time to receive us": the host is spoken to."""
        if verb.tense not in ("ing", "purpose") or match.end >= len(self._tokens):
            return False
        return self._tokens.low[match.end] in ("me", "us") and self._ground.parties.speaks_at(match.start)

    def _whom(self, verb: Verb, sentence: Sentence) -> list[int]:
        """ "the envoy, whom I will meet": the partner stands before the clause."""
        noun_at = self._draft.noun_at
        subject = noun_at.get(verb.chain)
        start = subject.start if subject is not None else verb.chain
        if start - 1 <= sentence.start or self._tokens.low[start - 1] != "whom":
            return []
        noun = noun_at.get(start - 1) or noun_at.get(start - 2)
        return self._ground.parties.numbers([noun]) if noun is not None else []

    def _partners(self, match: Match[EncounterGroup], end: int) -> tuple[list[list[int]], int]:
        """The partners behind a verb, dates and places between them skipped."""
        low = self._tokens.low
        partners, stop = self._ground.partners.read(match.end, end)
        if partners:
            return partners, stop
        at = self._ground.adjuncts.behind(match.end, end)
        if match.entry.frame == "with":
            ready = at < end and low[at] in ("with", "to")
            if not ready or low[at] == "to" and not self._remote(match.end, at):
                return [], match.end
            at += 1
        return self._ground.partners.read(at, end)

    def _remote(self, start: int, end: int) -> bool:
        return self._ground.any_word("phone", start, end) or self._ground.any_word("video", start, end)

    def _sound(self, match: Match[EncounterGroup], partners: list[list[int]], stop: int, sentence: Sentence) -> bool:
        """Whether the partners of a verb that has other senses make it an encounter."""
        beings = [self._draft.world.beings[number] for part in partners for number in part]
        people = any(being.kind in ("person", "group") for being in beings)
        after = self._tokens.low[stop] if stop < sentence.end else ""
        if after == "'s":
            return False
        if match.entry.group in ("call", "phone"):
            return people and (after in _CALL_ENDS or self._ground.adjuncts.skip(stop, sentence.end) > stop)
        if match.entry.group == "call-on":
            return people and after != "to"
        if match.entry.group == "welcome":
            before = self._tokens.low[max(sentence.start, match.start - 3) : match.start]
            return people and sentence.kind != "item" and ("today" in before or self._arrives(stop, sentence))
        if match.entry.group == "join":
            return people and after in ("for", "at", "in") and self._for_meeting(stop + 1, sentence)
        if match.entry.group == "receive":
            return people or any(being.type == "delegation" for being in beings)
        return True

    def _for_meeting(self, at: int, sentence: Sentence) -> bool:
        """Whether an encounter is what somebody joins: "joined the two presidents for a trilateral meeting"."""
        nouns = (found.start for found in self._ground.scan.longest("nouns", sentence))
        return any(at <= start < at + _FARTHEST_NOUN for start in nouns)

    def _arrives(self, stop: int, sentence: Sentence) -> bool:
        """Whether a place or date follows a welcomed guest: "to Australia", "at the palace today"."""
        low = self._tokens.low
        if stop < sentence.end and low[stop] == "and":
            stop = next((i for i in range(stop, min(sentence.end - 1, stop + 6)) if low[i] in ("to", "at", "in")), stop)
        if stop >= sentence.end - 1:
            return False
        noun = self._draft.noun_from.get(stop + 1)
        placed = (
            low[stop] in ("to", "at", "in") and noun is not None and noun.sort in ("state", "place", "organization")
        )
        return placed or self._ground.adjuncts.skip(stop, sentence.end) > stop + 1

    # X and Y met

    def _mutual(
        self, match: Match[EncounterGroup], verb: Verb, subject: list[int], sentence: Sentence, stop: int
    ) -> bool:
        """Whether two or more that meet are the subject: "The two ministers met in Oslo"."""
        if len(subject) < 2 or match.entry.frame != "with" or self._ground.sides(subject) < 2:
            return False
        clause_end = self._ground.adjuncts.clause(verb.chain, stop, sentence)[1]
        if (
            match.entry.weak
            and not self._remote(match.start, clause_end)
            and "face" not in self._tokens.low[match.end : match.end + 5]
        ):
            return False
        after = self._tokens.low[stop] if stop < sentence.end else "."
        noun = self._draft.noun_from.get(stop)
        afield = after in self._ground.words["afield"] and stop > match.end
        ends = after in self._closed or not after[0].isalnum() or afield
        return ends and (noun is None or noun.sort in ("place", "state") or after == "with")

    # Y was received by X

    def _passive(
        self, match: Match[EncounterGroup], verb: Verb, subject: list[int], sentence: Sentence
    ) -> list[Encounter]:
        if match.entry.frame != "object" or match.entry.weak or not subject:
            return []
        low, at = self._tokens.low, self._ground.adjuncts.behind(match.end, sentence.end)
        if at >= sentence.end or low[at] != "by" and low[at - 1] != "by":
            return []
        partners, stop = self._ground.partners.read(at + (low[at] == "by"), sentence.end)
        agents = [number for part in partners for number in part]
        if not agents:
            return []
        one = self._encounter(match, verb, stop, [agents, subject], sentence, "verb-passive")
        one.sided = True
        arrives = not self._ground.words["landing"].isdisjoint(low[verb.head : max(stop, at)])
        return [] if arrives and match.entry.group == "receive" else [one]

    # the Council convened

    def _sat(self, match: Match[EncounterGroup], verb: Verb, subject: list[int], sentence: Sentence) -> list[Encounter]:
        beings = [self._draft.world.beings[number] for number in subject]
        if len(beings) != 1 or beings[0].kind != "organization" or beings[0].type not in _SITTING or verb.passive:
            return []
        stop = self._ground.adjuncts.skip(match.end, sentence.end)
        if (
            self._draft.noun_from.get(stop) is not None
            or stop < sentence.end
            and self._tokens.low[stop] in ("with", "the", "a")
        ):
            return []
        one = self._encounter(match, verb, stop, [subject], sentence, "body-sits")
        one.body = beings[0].number
        if one.date is None and one.status == "scheduled":
            one.status = "proposed"
        return [one] if one.date is not None or one.status == "proposed" else []

    def _heard(
        self, match: Match[EncounterGroup], verb: Verb, subject: list[int], sentence: Sentence
    ) -> list[Encounter]:
        """ "will brief the Security Council on Tuesday": a sitting of the body, where it is dated."""
        noun = self._draft.noun_from.get(match.end) or self._draft.noun_from.get(match.end + 1)
        body = self._draft.being(noun)
        if noun is None or body is None or body.type not in _HEARING or verb.passive or not subject:
            return []
        one = self._encounter(match, verb, noun.end, [subject, [body.number]], sentence, "before-body")
        one.body, one.sided = body.number, True
        return [one] if one.date is not None and self._ground.sides(list(one.parts)) > 1 else []

    # all of them

    def _encounter(
        self,
        match: Match[EncounterGroup],
        verb: Verb,
        stop: int,
        parties: list[list[int]],
        sentence: Sentence,
        rule: str,
    ) -> Encounter:
        """The encounter of a verb, with its date and place."""
        group, core_end = match.entry, max(stop, match.end)
        start, end = self._ground.adjuncts.clause(verb.chain, core_end, sentence)
        parts: dict[int, Part] = {}
        for k, numbers in enumerate(parties):
            for number in numbers:
                parts.setdefault(number, group.parts[k] if len(group.parts) > k else "participant")
        one = Encounter(group.kind, sentence, (match.start, match.end), start, end, rule, parts, status_of(verb))
        if "last" in self._tokens.low[verb.chain : verb.head]:
            one.status = "recalled"
        # where no partner stands behind the verb, the first date behind it is its own
        when_and_where(one, match.start, match.end if rule == "verb-mutual" else core_end, self._ground)
        if "forward" in self._tokens.low[verb.chain : match.start] and (one.date is None or one.date[5:7] > "12"):
            one.status = "proposed"
        one.loose = group.group == "speak"
        if group.weak:
            one.doubt(0.1, "the verb is used in other senses too")
        return one
