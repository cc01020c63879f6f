"""With whom: the partners listed behind an encounter word, by name, office, group or description."""

from __future__ import annotations

from memcon.extraction.meetings_parties import Parties
from memcon.extraction.meetings_places import mention
from memcon.extraction.world import Noun
from memcon.lexicon.encounters import Encounters

_PEOPLE = frozenset({"person", "office", "people"})
_POSSESSIVES = frozenset({"my", "our", "your", "their"})
_SUBJECT_PRONOUNS = frozenset({"he", "she", "they", "i", "we"})
_JOINED = frozenset({"well", "as", "with", "separately", "also", "then", "later", "afterwards", "subsequently"})
_LONGEST_HEAD = (
    9  # tokens of a description before the name that it belongs to: "members of the", "the leadership of the"
)
_LONGEST_NAME = 4
_LONGEST_BRACKET = 8
_FARTHEST_LEADER = 16

Partner = tuple[list[int] | None, int]


class Partners:
    """Reads lists of partners in one draft."""

    def __init__(self, parties: Parties, words: Encounters) -> None:
        self._parties = parties
        self._draft = parties.draft
        self._tokens = parties.draft.tokens
        self._words = words.words
        lexicon = parties.draft.lexicon
        self._people = lexicon.nouns["people"]["all"]
        self._generic = lexicon.nouns["generic"]
        self._classes = lexicon.words.classes
        self._offices = lexicon.office_words

    def read(self, at: int, end: int, pair: bool = False) -> tuple[list[list[int]], int]:
        """The partners listed from a token on, each with its entities, and where the list ends; a `pair` has two."""
        found: list[list[int]] = []
        i = at
        while i < end:
            i = self._behind_peers(self._light(i, end), end)
            partner, stop = self._one(i, end)
            if partner is None:
                break
            if not (found and partner == found[-1]):
                found.append(partner)
            i = self._behind_brackets(self._behind_home(stop, end), end)
            after = self._joint(i, end)
            if after == i or not self._goes_on(after, end, pair and (len(found) == 1 or self._all_states(found))):
                return found, i
            i = after
        return found, i

    def flat(self, at: int, end: int) -> list[int]:
        """The entities of the partners listed from a token on."""
        return [number for partner in self.read(at, end)[0] for number in partner]

    def parted(self, start: int, end: int) -> bool:
        """Whether each partner of a range has a preposition of its own: "with A and with B"."""
        low = self._tokens.low
        joints = (i for i in range(start + 2, end) if low[i] == "with")
        return any(low[i - 1] in ("and", ",") or low[i - 3 : i] == ["as", "well", "as"] for i in joints)

    # lists

    def _light(self, i: int, end: int) -> int:
        while i < end and self._draft.noun_from.get(i) is None and self._tokens.low[i] in self._words["light"]:
            i += 1
        return i

    def _behind_home(self, at: int, end: int) -> int:
        """The token behind "of Peru"."""
        state = self._draft.noun_from.get(at + 1) if at + 1 < end and self._tokens.low[at] == "of" else None
        owned = state is not None and state.end < end and self._tokens.low[state.end] == "'s"
        return state.end if state is not None and state.sort == "state" and not owned else at

    def _behind_peers(self, at: int, end: int) -> int:
        """The token behind "his counterparts", where their names follow."""
        for i in range(at, min(end - 1, at + _LONGEST_HEAD)):
            word, noun = self._tokens.low[i], self._draft.noun_from.get(i + 1)
            if word in self._words["peers_named"] and noun is not None and noun.sort == "person":
                return i + 1
            if not word.isalpha() or word in self._classes["preposition"]:
                break
        return at

    def _joint(self, i: int, end: int) -> int:
        """The token behind the comma or "and" that may follow a partner."""
        after = i
        if after < end and self._tokens.text[after] == ",":
            after += 1
            if self._stands_apart(after, end):
                return after + 1
        if after < end and self._tokens.low[after] in ("and", "as", "along", "together", "&"):
            after += 1
            while after < end and self._tokens.low[after] in _JOINED:
                after += 1
        return after

    def _stands_apart(self, at: int, end: int) -> bool:
        """Whether "with the Premier of Peru" begins at a token, rather than "with the Premier saying"."""
        noun = self._draft.noun_from.get(self._light(at + 1, end)) if at + 1 < end else None
        if self._tokens.low[at : at + 1] != ["with"] or noun is None or noun.sort not in _PEOPLE:
            return False
        stop = self._behind_home(max(noun.end, noun.outer), end)
        return stop >= end or self._tokens.text[stop] == "," or self._tokens.low[stop] in ("and", ".", "as")

    def _behind_brackets(self, at: int, end: int) -> int:
        """The token behind an acronym in brackets."""
        if at + 2 < end and self._tokens.text[at] == "(":
            return next(
                (i + 1 for i in range(at + 1, min(end, at + _LONGEST_BRACKET)) if self._tokens.text[i] == ")"), at
            )
        return at

    def _goes_on(self, at: int, end: int, pair: bool) -> bool:
        """Whether another partner begins at a token, rather than a clause of its own."""
        i = self._light(at, end)
        noun = self._draft.noun_from.get(i)
        if noun is None:
            return i < end and self._describes(i) and "of" in self._tokens.low[i : i + 3]
        if noun.sort in ("place", "initiative") or noun.sort in _SUBJECT_PRONOUNS or noun.sort == "state" and not pair:
            return False
        stop = self._draft.syntax.skip_adverbs(max(noun.end, noun.outer), end)
        return pair or not (stop < end and self._draft.syntax.finite(stop))

    def _all_states(self, found: list[list[int]]) -> bool:
        return all(self._draft.world.beings[number].kind == "state" for partner in found for number in partner)

    def _describes(self, i: int) -> bool:
        """Whether a token is a noun for people or bodies."""
        low = self._tokens.low[i]
        return (
            low in self._people
            or low in self._words["described"]
            or any(low in words for words in self._generic.values())
        )

    # one partner

    def _one(self, i: int, end: int) -> Partner:
        tokens = self._tokens
        if i >= end or tokens.low[i] in self._words["audience"]:
            return None, i
        if (
            tokens.low[i] in self._words["guests"]
            or tokens.low[i] in ("dignitary", "leader")
            and tokens.low[i - 1] == "visiting"
        ):
            return self._guest(), i + 1
        noun = self._draft.noun_from.get(i)
        if noun is not None and noun.sort in ("place", "initiative"):
            return None, i
        stop = max(noun.end, noun.outer) if noun is not None else i
        adjectival = (
            noun is not None
            and noun.sort == "state"
            and stop < end
            and (self._describes(stop) or tokens.low[stop] in self._words["audience"])
        )
        if noun is None or adjectival or noun.sort in ("her", "his") or self._owns_peer(noun, i, end):
            return self._unlisted(i, end) or self._described(i, end)
        return self._named(noun, i, stop, end)

    def _owns_peer(self, noun: Noun, i: int, end: int) -> bool:
        """Whether "my French counterpart" begins at a token."""
        if noun.sort not in _POSSESSIVES or i + 2 >= end:
            return False
        mark = self._draft.marks.at[i + 1]
        return mark is not None and mark.state is not None and self._tokens.low[mark.end] in self._words["peers"]

    def _named(self, noun: Noun, i: int, stop: int, end: int) -> Partner:
        """The partner that a mention gives, with the name or office set beside it."""
        tokens, noun_from = self._tokens, self._draft.noun_from
        if stop < end and tokens.low[stop] == "'s":
            owned = noun_from.get(stop + 1)
            return self._one(stop + 1, end) if owned is not None and owned.sort in _PEOPLE else (None, i)
        told = self._of_states(noun, stop, end) or self._leader(stop, end) or self._ministers(noun, stop, end)
        if told is not None:
            return told
        numbers = self._members(noun) or self._parties.numbers([noun])
        beside = noun_from.get(stop) if stop < end else None
        behind = noun_from.get(stop + 1) if stop + 1 < end and tokens.text[stop] == "," else None
        name = beside or behind
        if noun.sort == "office" and name is not None and name.sort == "person" and not name.subject:
            return self._parties.numbers([name]), max(name.end, name.outer)
        if beside is not None and beside.sort in ("person", "office") and noun.sort in _PEOPLE:
            return numbers, max(beside.end, beside.outer)
        if not numbers and noun.being is None and stop < end and self._describes(stop):
            return self._described(stop, end)
        return self._parties.among(numbers), stop

    def _ministers(self, noun: Noun, at: int, end: int) -> Partner | None:
        """ "the ASEAN foreign ministers": a group of its own."""
        plural = self._draft.noun_from.get(at) if at < end else None
        if plural is None or plural.sort != "people" or noun.sort not in ("organization", "state"):
            return None
        start = noun.name_start if noun.name_start >= 0 else noun.start
        being = self._draft.world.add("group", self._draft.namer.written(start, plural.end), noun.start)
        being.named = False
        return [being.number], plural.end

    def _of_states(self, noun: Noun, at: int, end: int) -> Partner | None:
        """ "the foreign ministries of Peru and Chile": their states."""
        known = noun.being is not None and self._draft.world.beings[noun.being].members
        if noun.how != "group" or known or at + 1 >= end or self._tokens.low[at] != "of":
            return None
        states, i = [], at + 1
        while i < end:
            i += i + 1 < end and self._tokens.low[i] == "the"
            other = self._draft.noun_from.get(i) or self._draft.noun_from.get(i - 1)
            if other is None or other.sort != "state" or other.being is None or other.end <= i:
                break
            states.append(other.being)
            i = other.end
            while i + 1 < end and self._tokens.low[i] in ("and", ",") and self._listed_state(i + 1, end):
                i += 1
            if i == other.end:
                break
        return (states, i) if len(states) > 1 else None

    def _listed_state(self, at: int, end: int) -> bool:
        """Whether a list of states goes on at a token."""
        at += at + 1 < end and self._tokens.low[at] in ("and", "the")
        at += at + 1 < end and self._tokens.low[at] == "the"
        noun = self._draft.noun_from.get(at) or self._draft.noun_from.get(at - 1)
        return noun is not None and noun.sort == "state" and noun.end > at

    def _members(self, noun: Noun) -> list[int]:
        """ "members of the council", "the leadership of the parliament": the body itself."""
        low, second = self._tokens.low, min(noun.start + 1, noun.end - 1)
        if noun.how not in ("group", "role") or not {low[noun.start], low[second]} & self._words["members"]:
            return []
        inner = [other for other in self._draft.nouns_in(noun.start + 1, noun.end) if other.sort == "organization"]
        if inner and inner[0].being is not None:
            return [inner[0].being]
        return self._states_in(noun.start, noun.end) if noun.how == "group" else []

    def _states_in(self, start: int, end: int) -> list[int]:
        """The states that the words of a description name: "Russian and Ukrainian negotiators"."""
        draft = self._draft
        marks = (draft.marks.starting(i) for i in range(start, end))
        found = [mark for mark in marks if mark is not None and mark.state is not None]
        return list(
            dict.fromkeys(draft.namer.state(mark.state, mark.start).number for mark in found if mark.state is not None)
        )

    def _guest(self) -> list[int]:
        """ "the guest": the principal who is not of the publisher's side, else the one most spoken of."""
        beings, side = self._draft.world.beings, self._draft.document.side
        main = [number for number in self._draft.principals if beings[number].kind == "person"]
        for number in main:
            state = beings[number].state
            if side is not None and state is not None and state.code != side:
                return [number]
        told = [noun.being for noun in self._draft.nouns if noun.being in main]
        return [max(main, key=lambda number: (told.count(number), -number))] if main else []

    def _leader(self, at: int, end: int) -> Partner | None:
        """The person that a delegation is headed by."""
        tokens = self._tokens
        at = self._behind_brackets(at, end)
        if at < end and tokens.text[at] == ",":
            at += 1
        if at + 2 >= end or tokens.low[at] not in self._words["headed"] or tokens.low[at + 1] != "by":
            return None
        for i in range(at + 2, min(end, at + _FARTHEST_LEADER)):
            noun = self._draft.noun_from.get(i)
            if (
                noun is not None
                and noun.sort in ("person", "office")
                or i == at + 2
                and self._unlisted(i, end) is not None
            ):
                numbers, stop = self._one(i, end)
                return (numbers, stop) if numbers else None
        return None

    def _unlisted(self, at: int, end: int) -> Partner | None:
        """A person that no list of names knows, told by two to four capitals in the place of a partner."""
        tokens, draft = self._tokens, self._draft
        stop = at
        while stop < end and stop - at < _LONGEST_NAME and self._could_name(stop):
            stop += 1
        common = any(
            tokens.low[i] in words
            for i in range(at, stop)
            for words in (*self._offices.values(), self._classes["calendar"])
        ) or any(self._describes(i) for i in range(at, stop))
        behind = tokens.low[stop] if stop < end else "."
        if stop - at < 2 or common or behind[0].isalpha() and behind not in self._classes["closed"]:
            return None
        name = draft.namer.written(at, stop)
        known = next(
            (being for being in draft.world.of_kind("person") if being.name == name or name in being.aliases), None
        )
        being = known or draft.world.add("person", name, at)
        if known is None:
            mention(draft, Noun(at, stop, stop, "name", "person", being=being.number, name_start=at, name_end=stop))
        return [being.number], stop

    def _could_name(self, i: int) -> bool:
        word = self._tokens.text[i]
        if not word[0].isupper() or not word.isalpha() or word.isupper():
            return False
        return self._draft.marks.at[i] is None and self._draft.noun_from.get(i) is None

    # descriptions

    def _described(self, at: int, end: int) -> Partner:
        """A partner told by a common noun: "members of the parliament", "a delegation of X led by Y"."""
        tokens = self._tokens
        if not tokens.text[at][0].isalpha() or tokens.low[at] in self._classes["preposition"]:
            return None, at
        head = self._head(at, end)
        if head is None:
            return None, at
        for i in range(head + 1, min(end, head + 2 * _LONGEST_HEAD)):
            if tokens.text[i] in (".", ";"):
                break
            leader = self._leader(i, end)
            if leader is not None:
                return leader
        stop = self._description_end(head, end)
        states = self._states_in(at, head)
        if len(states) > 1:
            return self._peers(states, head, end)
        if states and tokens.low[head] in self._words["peers"]:
            return self._peer(states[0], head, end)
        if tokens.low[head] in self._words["delegations"]:
            return self._of_delegation(at, head, stop)
        for noun in self._draft.nouns_in(at, stop):
            if noun.sort in ("person", "organization") or noun.sort.startswith("description"):
                return self._parties.numbers([noun]), max(noun.end, noun.outer)
        return [], max(head + 1, at + 1)

    def _peers(self, states: list[int], head: int, end: int) -> Partner:
        """ "her Swedish and Finnish counterparts, A and B": those named behind, else the states."""
        after = head + 1 + (head + 1 < end and self._tokens.text[head + 1] == ",")
        named = self._tokens.low[head] in self._words["peers_named"]
        people, stop = self.read(after, end) if named else ([], after)
        flat = [number for part in people for number in part]
        if len(flat) == len(states) and {self._draft.state_of(number) for number in flat} <= {None, *states}:
            return flat, stop
        return states, head + 1

    def _peer(self, state: int, head: int, end: int) -> Partner:
        """ "my French counterpart": who is named beside, else the one of that state, else somebody unnamed."""
        draft, after = self._draft, head + 1
        while after < end and after < head + _LONGEST_HEAD and self._tokens.text[after] not in (".", ";", '"'):
            noun = draft.noun_from.get(after)
            if noun is not None and noun.sort == "person":
                return self._parties.numbers([noun]), max(noun.end, noun.outer)
            if noun is not None and noun.sort != "office":
                break
            after += 1
        known = [
            being.number
            for being in draft.world.of_kind("person")
            if draft.state_of(being.number) == state and being.named
        ]
        if known:
            return known[:1], head + 1
        being = draft.world.add("person", draft.namer.written(head - 1, head + 1), head - 1)
        being.named, being.state, being.sure = False, draft.world.beings[state].state, True
        mention(
            draft, Noun(head - 1, head + 1, head + 1, "role", "person", being=being.number, name_start=-1, name_end=-1)
        )
        return [being.number], head + 1

    def _head(self, at: int, end: int) -> int | None:
        """The common noun that heads a description."""
        for i in range(at, min(end, at + _LONGEST_HEAD)):
            if self._describes(i):
                return i
            low = self._tokens.low[i]
            if low in self._classes["preposition"] and low != "of":
                return None
        return None

    def _description_end(self, head: int, end: int) -> int:
        tokens = self._tokens
        for i in range(head + 1, min(end, head + _LONGEST_HEAD)):
            if tokens.text[i] in (".", ";", ":", '"', "(") or tokens.low[i] in (
                "to",
                "in",
                "at",
                "on",
                "during",
                "for",
            ):
                return i
            if tokens.low[i] in self._words["audience"]:
                return i
        return min(end, head + _LONGEST_HEAD)

    def _of_delegation(self, at: int, head: int, stop: int) -> Partner:
        start = self._light(at, head)
        inner = [
            max(noun.end, noun.outer)
            for noun in self._draft.nouns_in(head, stop)
            if noun.sort in ("organization", "state")
        ]
        last = max([*inner, head + 1]) if head + 1 < stop and self._tokens.low[head + 1] in ("of", "from") else head + 1
        return [self._parties.delegation(start, last)], last
