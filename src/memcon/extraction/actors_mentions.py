"""The parties behind mentions: named, grouped, described by their office, or left to "it"."""

from __future__ import annotations

from memcon.extraction.draft import Draft
from memcon.extraction.extent import Extent
from memcon.extraction.first_person import ME, WE, YOU, FirstPerson, Party
from memcon.extraction.subjects import Subjects
from memcon.extraction.world import Noun
from memcon.lexicon.pledges import load_pledges

_HANGING = frozenset({"of", "with", "between", "for", "from", "in", "against", "on", "among", "to", "by"})
_SHORT_SUBJECT = 6  # tokens of a subject at the head of its sentence
_SHORTEST_CLAUSE = 8  # tokens; an attribution amid a sentence is no longer
_NEAR_IT = 80  # tokens between "it" and what it stands for
_WORLD = frozenset({"nations", "states", "countries", "peoples", "governments", "economies"})
_PEOPLES = frozenset({"countries", "nations", "sides", "governments", "parties", "states"})
_PEERS = frozenset({"leaders", "presidents", "ministers", "counterparts"})


class MentionParties(FirstPerson):
    """Finds the parties of the mentions of one draft."""

    def __init__(self, draft: Draft, extent: Extent) -> None:
        super().__init__(draft, extent)
        self._tokens = draft.tokens
        self._syntax = draft.syntax
        self._subjects = Subjects(draft)
        words = load_pledges(draft.lexicon).words
        self._nouns, self._own, self._verbs = words["actors"], words["own"], words["verbs"]
        self._doings, self._fellows = words["doings"], words["fellows"]
        self._latest: tuple[int, Party] | None = None

    def of_nouns(self, nouns: tuple[Noun, ...], together: bool = False) -> Party | None:
        """The parties of mentions; None where one is a thing or nobody knows who it is."""
        found: list[int] = []
        reason, confidence = "", 0.95
        for noun in nouns:
            if noun.how == "pronoun" and (noun.being is None or noun.sort in WE | ME | YOU):
                party = self._it(noun.start) if noun.sort == "it" else self.read(noun.sort, noun.start, together)
                if party is None:
                    return None
                found += party.beings
                reason, confidence = party.reason, party.confidence
                continue
            numbers = self._of_noun(noun)
            if not numbers:
                return None
            found += numbers
            if noun.how != "name":
                reason, confidence = f"the actor is named by {noun.how}", 0.9
        return Party(tuple(dict.fromkeys(found)), nouns[0].start, reason, confidence)

    def _of_noun(self, noun: Noun) -> tuple[int, ...]:
        if noun.how == "group" and self._tokens.low[noun.end : noun.end + 1] in (["concerned"], ["involved"]):
            return self._group(noun.start, noun.end + 1)
        being = self._draft.being(noun)
        if being is None or being.kind == "initiative":
            return ()
        if being.kind == "place":
            if noun.mark is not None and noun.mark.kind in ("capital", "metonym") and noun.mark.state is not None:
                return (self._draft.namer.state(noun.mark.state, noun.start).number,)
            union = self._draft.world.find("organization", "european union") if being.name == "Europe" else None
            return () if union is None else (union.number,)
        known = (self._officers(noun) or self._counted(noun)) if noun.how == "group" else ()
        if known:
            return known
        if noun.how == "group" and being.members and self._is_wider(noun):
            return self._group(noun.start, noun.end)
        return self._draft.people_of(being.number)

    def _officers(self, noun: Noun) -> tuple[int, ...]:
        """ "The Presidents of Norland and Sudland": the persons, where the text has one of each state."""
        low, marks = self._tokens.low, self._draft.marks
        if low[noun.end - 1] in _PEERS or not _PEERS & set(low[noun.start : noun.end]):
            return ()
        of = next((i for i in range(noun.start, noun.end) if low[i] == "of" and low[i - 1] in _PEERS), noun.end)
        states = {mark.state for i in range(of, noun.end) if (mark := marks.at[i]) is not None and mark.state}
        people = [being for being in self._draft.world.beings if being.kind == "person" and being.named]
        found = [[being.number for being in people if being.state == state] for state in states]
        if len(states) < 2 or any(len(numbers) != 1 for numbers in found):
            return ()
        return tuple(sorted(number for numbers in found for number in numbers))

    def _counted(self, noun: Noun) -> tuple[int, ...]:
        """ "Our three countries", "the three sides": the states of those who meet, where they are as many."""
        low = self._tokens.low
        count = self._draft.lexicon.groups.numbers.get(low[noun.end - 2], 0)
        if count < 3 or low[noun.end - 1] not in _PEOPLES:
            return ()
        states = dict.fromkeys(self._draft.side_of(number) for number in self._draft.principals)
        found = tuple(number for number in states if number is not None)
        return found if len(found) == count else ()

    def _is_wider(self, noun: Noun) -> bool:
        """Whether a group expression says more than who talk: "all nations", "Norlandish officials"."""
        low = self._tokens.low
        head = low[noun.end - 1]
        if low[noun.start] == "all" and (head in _WORLD or head in ("parties", "sides") and len(self.both) == 2):
            return True
        qualified = any(
            self._draft.marks.at[i] is not None or low[i] in ("senior", "all", "other")
            for i in range(noun.start, noun.end - 1)
        )
        return noun.sort == "people" and qualified and head not in _PEERS

    def _group(self, start: int, end: int) -> tuple[int, ...]:
        """A group that the text describes: its state where it is our partners there, else by its own words."""
        fellows = self._tokens.low[end - 1] in self._fellows
        states = {mark.state for i in range(start, end) if (mark := self._draft.marks.at[i]) is not None and mark.state}
        if fellows and len(states) == 1 and self._tokens.low[start] in ("our", "my", "the", "his", "her", "their"):
            return (self._draft.namer.state(states.pop(), start).number,)
        written = self._draft.namer.written(start, end)
        first, _, rest = written.partition(" ")
        being = self._draft.world.add("group", rest if first.lower() in ("the", "a", "an") else written, start)
        being.named = False
        return (being.number,)

    def _it(self, at: int) -> Party | None:
        """ "It" as a party: the last state or organization that was a subject, where no thing was one in between."""
        announcer = self._self_reported(at) or self._announcer(at)
        if announcer is not None:
            return announcer
        for noun in reversed(self._draft.nouns):
            if noun.start >= at or noun.how == "pronoun" or not self.heads_clause(noun):
                continue
            being, numbers = self._draft.being(noun), self._of_noun(noun)
            if being is None or not numbers or noun.start < at - _NEAR_IT:
                return None
            if being.kind != "person" and len(numbers) == 1:
                return Party(numbers, at, "it stands for the last party that was a subject", 0.75)
        return None

    def _self_reported(self, at: int) -> Party | None:
        """ "It" at the head of what a state or an organization says: "Norland said [it] would sign"."""
        said = self._extent.cover[at]
        if said is None or len(said.speaker) != 1 or at - said.content[0][0] > 1:
            return None
        side = said.speaker[0]
        if self._draft.world.beings[side].kind == "person":
            side = self._draft.side_of(side) or side
        kind = self._draft.world.beings[side].kind
        return Party((side,), at, "who says so", 0.85) if kind in ("state", "organization") else None

    def _announcer(self, at: int) -> Party | None:
        """ "It" in what a party made known: "Norland's recent announcement that [it] would buy"."""
        if self._tokens.low[at - 1] != "that":
            return None
        for i in range(at - 2, max(0, at - _SHORT_SUBJECT), -1):
            mark, noun = self._draft.marks.ending(i), self._draft.noun_at.get(i)
            if noun is not None and self._tokens.low[i] in ("'s", "'") and noun.sort in ("state", "organization"):
                return self.of_nouns((noun,))
            if mark is not None and mark.kind == "adjective" and mark.state is not None:
                return Party((self._draft.namer.state(mark.state, mark.start).number,), at, "whose word it is", 0.8)
        return None

    def heads_clause(self, noun: Noun) -> bool:
        """Whether a finite verb follows a mention that hangs on no other noun."""
        low, end = self._tokens.low, len(self._tokens)
        at = self._syntax.skip_adverbs(self._behind_aside(max(noun.outer, noun.end)), end)
        if at >= end or low[at] in ("'s", "'") or noun.start and low[noun.start - 1] in _HANGING:
            return False
        if self._syntax.finite(at) or low[at] in self._verbs:
            return True
        joined = noun.start > 1 and low[noun.start - 1] == "and" and self._draft.noun_at.get(noun.start - 1) is not None
        return (noun.how in ("pronoun", "group") or joined) and self._syntax.words.is_verb(low[at], "base")

    def _behind_aside(self, at: int) -> int:
        """The token behind ", he said,", or the token itself."""
        if self._tokens.text[at : at + 1] == [","]:
            for i in range(at + 2, min(at + _SHORTEST_CLAUSE + 1, len(self._tokens) - 1)):
                if self._tokens.text[i] == ",":
                    return i + 1 if self._extent.cued_by(at + 1, i) is not None else at
        return at
