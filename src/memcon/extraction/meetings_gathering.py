"""From sentences to encounters: what each tells is gathered, merged, and completed when all are read."""

from __future__ import annotations

from memcon.extraction.draft import Draft
from memcon.extraction.meetings_asking import inviters
from memcon.extraction.meetings_attendance import Attendance, Presence
from memcon.extraction.meetings_encounter import Encounter
from memcon.extraction.meetings_ground import Ground
from memcon.extraction.meetings_manner import Manner
from memcon.extraction.meetings_merging import Merger
from memcon.extraction.meetings_nominal import NominalFinder
from memcon.extraction.meetings_nouns import PhraseReader
from memcon.extraction.meetings_repeating import repeated
from memcon.extraction.meetings_sessions import SessionFinder
from memcon.extraction.meetings_settling import Settler
from memcon.extraction.meetings_verbal import VerbalFinder
from memcon.extraction.sentences import Sentence
from memcon.extraction.visits_trip import Trip

_SHORT_VERB = 2  # tokens; longer verb patterns hold their noun ("paid a courtesy call on")


class EncounterFinder:
    """Finds the encounters of the sentences of one draft."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._phrases = PhraseReader(ground)
        self._verbal = VerbalFinder(ground)
        self._nominal = NominalFinder(ground, self._phrases)
        self._sessions = SessionFinder(ground, self._phrases, self._nominal)

    def of_sentence(self, sentence: Sentence) -> list[Encounter]:
        """The encounters of a sentence in the order of its words."""
        verbs = self._ground.scan.longest("verbs", sentence)
        held = {i for match in verbs if match.end - match.start > _SHORT_VERB for i in range(match.start, match.end)}
        phrases = [phrase for phrase in self._phrases.find_all(sentence) if phrase.head not in held]
        taken = {i for phrase in phrases for i in range(phrase.start, phrase.end)}
        found = self._nominal.find_all(sentence, phrases) + self._verbal.find_all(sentence, taken)
        found = [one for one in found if not self._within(one, found)]
        found += self._sessions.find_all(sentence, phrases)
        found = [again for one in found for again in repeated(one, self._ground)]
        return sorted(found, key=lambda one: one.cue)

    def _within(self, one: Encounter, found: list[Encounter]) -> bool:
        """Whether a noun only says for what another encounter was: "joined Ms Bell for a meeting on Tuesday"."""
        if one.parts or self._ground.tokens.low[one.cue[0] - 1] != "for":
            return False
        return any(other.parts and other.cue[1] <= one.cue[0] < other.end for other in found)


def gather_encounters(ground: Ground, trips: list[Trip]) -> list[Encounter]:
    """The encounters of a draft, in the order in which it first speaks of them; `trips` help to say where they were."""
    draft = ground.draft
    finder, merger, manner, attendance = EncounterFinder(ground), Merger(ground), Manner(ground), Attendance(ground)
    present: list[tuple[Encounter | None, Presence]] = []
    for sentence in draft.sentences:
        if sentence.kind == "dateline":
            continue
        current: Encounter | None = None
        for one in finder.of_sentence(sentence):
            manner.describe(one, sentence)
            if not any(trip.sentence == sentence for trip in trips):
                one.inviter = next(iter(inviters(sentence, ground)), None)
            current = merger.add(one) or current
        presence = attendance.of_sentence(sentence)
        if presence is not None:
            present.append((current, presence))
        press = manner.press(sentence)
        if press is not None and merger.known:
            merger.known[0].press = merger.known[0].press or press
    for one in _conversations(draft, merger.known):
        merger.add(one)
    merger.close()
    kept = _once(Settler(ground, trips).settle(merger.known), ground)
    for spoken_of, presence in present:
        _attend(kept, spoken_of, presence)
    for one in kept:
        _people_for_states(one, draft)
    return kept


def _once(kept: list[Encounter], ground: Ground) -> list[Encounter]:
    """Encounters that turn out the same now that each is complete, once."""
    merger = Merger(ground)
    for one in kept:
        merger.add(one)
    return merger.known


def _conversations(draft: Draft, known: list[Encounter]) -> list[Encounter]:
    """What one person told another of another side, where nothing says that they met ("X briefed Y on")."""
    found = []
    beings = draft.world.beings
    for said in draft.said:
        pair = (*said.speaker, *said.addressee)
        people = all(beings[number].kind == "person" and beings[number].named for number in pair)
        if (
            said.direct
            or said.act != "discuss"
            or not said.addressee
            or len(set(pair)) != 2
            or not people
            or said.cue is None
        ):
            continue
        met = any(set(pair) <= set(one.parts) or one.single and set(pair) & set(one.parts) for one in known)
        if draft.state_of(pair[0]) == draft.state_of(pair[1]) or met:
            continue
        start, end = said.sentence.start, said.sentence.end
        one = Encounter(
            "meeting", said.sentence, said.cue, start, end, "conversation", dict.fromkeys(pair, "participant")
        )
        one.evidence = [(start, end)]
        one.doubt(0.4, "told as a conversation, not as a meeting")
        found.append(one)
    return found


def _attend(kept: list[Encounter], current: Encounter | None, presence: Presence) -> None:
    """Give those present to the encounter that their sentence speaks of, members of a delegation to all encounters."""
    sentence = presence.sentence
    held = [one for one in kept if one.status == "held" and one.sentence.start <= sentence.start]
    if presence.delegation or presence.several:
        chosen = held
    elif current is not None and current in kept and current.status == "held":
        chosen = [current]
    else:
        chosen = held[-1:] or [one for one in kept if one.status == "scheduled"][:1]
    for one in chosen:
        others = [number for number in presence.people if number not in one.parts]
        one.attendees.update(dict.fromkeys(others))
        if others and (sentence.start, sentence.end) not in one.evidence:
            one.evidence.append((sentence.start, sentence.end))


def _people_for_states(one: Encounter, draft: Draft) -> None:
    """ "a meeting of three countries; the ministers A, B and C will attend": the people are the principals."""
    beings = draft.world.beings
    states = {number for number in one.parts if beings[number].kind == "state"}
    if len(states) < len(one.parts) - 1 or sum(draft.state_of(number) in states for number in one.attendees) < 2:
        return
    own = [number for number in one.parts if number not in states]
    if draft.author is not None and draft.state_of(draft.author) in states and draft.author not in own:
        own.insert(0, draft.author)
    one.parts = dict.fromkeys((*own, *one.attendees), "participant")
    one.attendees = {}
