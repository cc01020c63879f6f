"""Where persons belong: the state of each, told by the words around the name or by who publishes the text."""

from __future__ import annotations

from collections import Counter

from memcon.extraction.mark import Mark
from memcon.extraction.naming import Namer
from memcon.extraction.offices import Office
from memcon.extraction.sentences import Sentence
from memcon.extraction.sides import Sides
from memcon.extraction.tokens import Tokens
from memcon.extraction.world import Being, Noun, World
from memcon.lexicon.entries import StateEntry

_COUNTERPARTS = frozenset({"counterpart", "counterparts", "colleague", "homologue"})
_EUROPEAN = frozenset({
    "European Council", "European Commission", "European Parliament", "European External Action Service",
    "Council of the European Union",
})
_BARE_RANK = 6  # offices up to this rank, named without a state, are of the publisher's side
_ABOUT = frozenset({
    "discussed", "discuss", "regarding", "concerning", "in", "against", "over", "about", "around", "into", "toward",
    "towards", "on", "across",
})
_WAR = frozenset({"war", "aggression", "invasion", "attack", "attacks", "crisis", "conflict", "issue", "question"})
_COMPRISING = frozenset({
    "included", "includes", "including", "comprised", "comprises", "comprising", "consisted", "consists", "led",
    "headed",
})
_LEADING = 2  # the rank of heads of government
_CLEARLY = 2  # times that the publisher's state is named at least, where the document does not tell it
_ONCE = frozenset({"former", "then"})
_OF_NO_STATE = frozenset({"international-organization", "forum", "company", "media", "mechanism"})
_LEAD = 4  # sentences of the body in which the main encounter is told, as a rule


class Homes:
    """The states of the persons of one text; `own` is the publisher's, once the bare titles are settled."""

    def __init__(
        self, tokens: Tokens, sentences: list[Sentence], nouns: list[Noun], world: World, namer: Namer, side: str | None
    ) -> None:
        self._tokens = tokens
        self._low = tokens.low
        self._sentences = sentences
        self._nouns = nouns
        self._world = world
        self._namer = namer
        self._side = side
        self._without = namer.without
        self._within = nouns_by_sentence(sentences, nouns)
        self._former: set[int | None] = set()
        self.own: StateEntry | None = None
        self.people: tuple[int, ...] = ()

    def settle_told(self) -> None:
        """The states that the text tells: by an office, behind a name, by a body, by "on the Russian side"."""
        self._former = {
            noun.being for noun in self._nouns if noun.sort == "person" and self._low[noun.start - 1] in _ONCE
        }
        for being in self._world.of_kind("person"):
            own = next((office.state for office in being.offices if office.state is not None), None)
            body = next((office.body for office in being.offices if office.body is not None), None)
            being.state = own or being.state or (body.state if body is not None else None)
            if being.state is None and being.offices:
                being.state = self._namer.only_state(being.offices[0].entry.title)
        self._settle_counterparts()
        self._settle_sides()

    def _settle_counterparts(self) -> None:
        """Counterparts hold the office of those they are introduced with.

        "Foreign Minister A met her counterpart B".
        """
        for nouns in self._within:
            last: Being | None = None
            for noun in nouns:
                if noun.sort != "person" or noun.being is None:
                    continue
                being = self._world.beings[noun.being]
                alike = [office for office in being.offices if self._low[office.head] in _COUNTERPARTS]
                if alike and last is not None and last.offices and last is not being:
                    being.offices = [
                        self._alike(office, last) if office in alike else office for office in being.offices
                    ]
                last = being if not alike else last

    def _alike(self, office: Office, first: Being) -> Office:
        """The office of a counterpart: one behind a plural takes the words of the first one's title too."""
        held = min(first.offices, key=lambda office: office.entry.rank)
        if not self._low[office.head].endswith("s"):
            return office._replace(entry=held.entry)
        marks = self._namer.marks.at
        start = next((i for i in range(held.start, held.head) if marks[i] is None), held.head)
        return office._replace(start=start, end=held.head + 1, head=held.head, entry=held.entry)

    def settle_rest(self, people: tuple[int, ...]) -> None:
        """The states of those of whom the text does not tell; `people` are the principals."""
        self.people = people
        self.own = self._own_state()
        sides = Sides(self._tokens, self._sentences, self._within, self._world, self._namer)
        others = [being for being in self._world.of_kind("person") if being.number not in people]
        for some in ([self._world.beings[number] for number in people], others):
            sides.settle(self.own, self._foreign(), self._is_open, self._may_be_of)
            self._settle_bare(some)
        self._settle_untitled()

    def _is_open(self, being: Being) -> bool:
        """Whether a person has offices that may be of a state and do not say of which."""
        return bool(being.named and being.offices) and all(
            office.body is None or _is_national(office) or office.body.type not in _OF_NO_STATE
            for office in being.offices
        )

    def _may_be_of(self, being: Being, state: StateEntry) -> bool:
        """Whether a state may have a person in an office: it has such offices, and nobody else holds it."""
        return self._may_hold(being, state) and not self._is_taken(being, state)

    def _foreign(self) -> StateEntry | None:
        """The one foreign state of the main encounter, else of the lead, where there is just one."""
        held = [self._world.beings[number].state for number in self.people]
        early = [mark.state for mark in self.early_marks()] if self._side is not None else []
        for states in (held, early):
            named = {state.name: state for state in states if state is not None and state != self.own}
            if named:
                return next(iter(named.values())) if len(named) == 1 else None
        return None

    def _settle_bare(self, beings: list[Being]) -> None:
        """A bare title is of the publisher's state.

        Where a principal has that already, the other principal is of the other state.
        """
        for being in beings:
            if being.state is not None or not being.named or not self._is_bare(being):
                continue
            own = self.own if self.own is not None and not self._is_taken(being, self.own) else None
            if own is not None and (not self._may_hold(being, own) or self._is_sender(being)):
                own = self._left_over(being)
            if being.number in self.people and own is not None and self._is_represented(being, own):
                own = self._left_over() or (own if self._is_alone(own) else None)
            elif own is None and (being.number in self.people or being.rank <= _LEADING):
                own = self._left_over(being)
            own = self._by_name(being, own)
            if own is not None and self._may_hold(being, own):
                being.state, being.sure = own, False

    def _by_name(self, being: Being, state: StateEntry | None) -> StateEntry | None:
        """The one state of the text that a name points to, where it does not point to the state otherwise taken."""
        homes = self._namer.homes(being.name)
        if not homes or state is not None and state.code in homes:
            return state
        named = {mark.state.code: mark.state for mark in self._namer.state_marks() if mark.state is not None}
        fitting = [entry for code, entry in named.items() if code in homes and self._may_be_of(being, entry)]
        return fitting[0] if len(fitting) == 1 else state

    def _is_sender(self, being: Being) -> bool:
        """Whether a leader beside whom the publisher's own, named without an office, meets the guests, is theirs."""
        if self._side is None or being.number in self.people or being.rank > _LEADING:
            return False
        first = self._world.beings[self.people[0]] if self.people else None
        return first is not None and not first.offices and first.state in (None, self.own)

    def _is_alone(self, own: StateEntry) -> bool:
        """Whether the text names no other state."""
        return all(mark.state == own for mark in self._namer.state_marks())

    def _may_hold(self, being: Being, state: StateEntry) -> bool:
        """Whether a state has offices like a person's: a king's realm has no president."""
        return not any(state.code in self._without.get(held.entry.title, ()) for held in being.offices)

    def _is_bare(self, being: Being) -> bool:
        """Whether a person has a title of state that says no more: "President Arrieta", not "its President"."""
        if (
            not being.offices
            or being.rank > _BARE_RANK
            and being.number not in self.people
            or not all(_is_national(office) for office in being.offices)
        ):
            return False
        return not any(office.start and self._low[office.start - 1] in ("its", "their") for office in being.offices)

    def _is_represented(self, being: Being, own: StateEntry) -> bool:
        """Whether the other principals, as far as their parties are told, are all of the publisher's state."""
        parties = {self.party_of(self._world.beings[number]) for number in self.people if number != being.number} - {
            None
        }
        return bool(parties) and all(
            self._world.beings[number].state == own for number in parties if number is not None
        )

    def _is_taken(self, being: Being, state: StateEntry) -> bool:
        """Whether somebody else of a state holds the same high office."""
        titles = {office.entry.title for office in being.offices if office.entry.rank <= _LEADING}
        if being.number in self._former:
            return False
        return any(
            other is not being
            and other.number not in self._former
            and other.state == state
            and any(office.entry.title in titles for office in other.offices)
            for other in self._world.of_kind("person")
            if other.named
        )

    def _left_over(self, being: Being | None = None) -> StateEntry | None:
        """The foreign state that no principal speaks for yet.

        For somebody else the one foreign state of the principals.
        """
        held = [state for number in self.people if (state := self._world.beings[number].state) is not None]
        if being is not None and being.number not in self.people:
            foreign = [state for state in held if state != self.own and not self._is_taken(being, state)]
            return foreign[0] if len(foreign) == 1 else None
        if len(self.people) != 2:
            return None
        sides = [noun.mark.state for noun in self._nouns if noun.sort == "side" and noun.mark is not None]
        for entry in (*sides, *(mark.state for mark in self.early_marks())):
            if entry is not None and entry != self.own and entry not in held:
                return entry
        return None

    def early_marks(self) -> list[Mark]:
        """The states of the title and the lead, those that are only talked about left out."""
        limit = self.lead_end()
        return [mark for mark in self._namer.state_marks() if mark.start < limit and not self.is_topic(mark)]

    def lead_end(self) -> int:
        """Where the lead ends: the first sentences of the body, with all that stands before them."""
        lead = [sentence.end for sentence in self._sentences if sentence.kind in ("paragraph", "item")][:_LEAD]
        return lead[-1] if lead else 0

    def _settle_sides(self) -> None:
        """Persons listed under a side.

        "Japan was represented by A and B", "on the Benaran side, Foreign Minister C".
        """
        for sentence, nouns in zip(self._sentences, self._within, strict=True):
            low = self._low[sentence.start : sentence.end]
            if "side" not in low and "represented" not in low and "delegation" not in low:
                continue
            named = [
                noun
                for noun in nouns
                if noun.sort == "person" and noun.being is not None and self._world.beings[noun.being].state is None
            ]
            for noun in named:
                side = self._side_before(noun.start, sentence, nouns)
                if side is not None and noun.being is not None:
                    self._world.beings[noun.being].state = side

    def _side_before(self, at: int, sentence: Sentence, nouns: list[Noun]) -> StateEntry | None:
        """The side under which a place in a sentence stands: the last one told before it, else one told after it."""
        sides = [
            (noun.end, noun.mark.state)
            for noun in nouns
            if noun.sort == "side"
            and noun.mark is not None
            and noun.mark.state is not None
            and self._low[noun.start - 1] in ("on", "from", "for")
        ]
        sides += [
            (noun.end, noun.mark.state)
            for noun in nouns
            if noun.sort == "description:delegation" and noun.mark is not None and noun.mark.state is not None
            and not _COMPRISING.isdisjoint(self._low[noun.end : noun.end + 3])
        ]
        before = [state for end, state in sorted(sides, key=lambda side: side[0]) if end <= at]
        if before:
            return before[-1]
        if "represented" in self._low[sentence.start : at]:
            owner = next((noun for noun in nouns if noun.sort == "state" and noun.end <= at), None)
            return owner.mark.state if owner is not None and owner.mark is not None else None
        later = any(noun.sort == "person" and sides and noun.start >= sides[0][0] for noun in nouns)
        return sides[0][1] if len(sides) == 1 and not later else None

    def _own_state(self) -> StateEntry | None:
        """The publisher's state.

        As the document says, else the one most often named that no named office-holder has.
        """
        if self._side is not None:
            entry = self._namer.lexicon_state(self._side)
            if entry is not None:
                return entry
        marks = [mark for mark in self._namer.state_marks() if not self.is_topic(mark)]
        early = {mark.state.name for mark in self.early_marks() if mark.state is not None}
        counts = Counter(mark.state.name for mark in marks if mark.state is not None)
        entries = {mark.state.name: mark.state for mark in marks if mark.state is not None}
        held = {
            being.state.name for being in self._world.of_kind("person") if being.state is not None and being.offices
        }
        weights = {name: count + 2 * (name in early) for name, count in counts.items() if name not in held}
        ranked = sorted(weights, key=lambda name: (-weights[name], name))
        clear = (
            bool(ranked)
            and weights[ranked[0]] > _CLEARLY
            and (len(ranked) == 1 or weights[ranked[0]] > weights[ranked[1]])
        )
        return entries[ranked[0]] if clear else None

    def is_topic(self, mark: Mark) -> bool:
        """Whether a state is named as the place or cause of what is talked about: "the war in X", "X's aggression"."""
        before = mark.start - 1 - (mark.start > 0 and self._low[mark.start - 1] == "the")
        after = mark.end + (mark.end < len(self._low) and self._low[mark.end] == "'s")
        return before >= 0 and self._low[before] in _ABOUT or after < len(self._low) and self._low[after] in _WAR

    def _settle_untitled(self) -> None:
        """A principal named without office or state beside foreign ones only is the publisher's own."""
        bare = [
            being
            for being in (self._world.beings[number] for number in self.people)
            if being.state is None and not being.offices
        ]
        others = [state for number in self.people if (state := self._world.beings[number].state) is not None]
        full = len(bare) == 1 and (bare[0].number == self.people[0] or " " in bare[0].name)
        if self._side is not None and self.own is not None and full and others and self.own not in others:
            bare[0].state, bare[0].sure = self.own, False
        elif len(self.people) == 2 and len(others) == 1:
            rest = next(
                being for being in (self._world.beings[number] for number in self.people) if being.state is None
            )
            if self.party_of(rest) is None and not any(
                office.start and self._low[office.start - 1] in ("its", "their") for office in rest.offices
            ):
                rest.state, rest.sure = self._early_left(others), False

    def _early_left(self, held: list[StateEntry]) -> StateEntry | None:
        """The one state of the lead that is not held, where there is just one."""
        early = {mark.state.name: mark.state for mark in self.early_marks() if mark.state is not None}
        rest = [entry for entry in early.values() if entry not in held]
        return rest[0] if len(rest) == 1 else None

    def party_of(self, being: Being) -> int | None:
        """The state, or else the organization, that a person speaks for."""
        if being.state is not None:
            return self._namer.state(being.state, being.first).number
        for office in being.offices:
            if (
                office.body is None
                or office.body.type not in ("international-organization", "forum")
                or office.body.state is not None
                or office.body.entry is None
            ):
                continue
            union = self._world.find("organization", "european union") if office.body.name in _EUROPEAN else None
            mark = office.body
            return union.number if union is not None else self._namer.body(mark).number
        if any(office.entry.title == "Secretary-General" for office in being.offices):
            nations = self._world.find("organization", "united nations")
            return nations.number if nations is not None else None
        return None


def _is_national(office: Office) -> bool:
    """Whether an office is of a state, as far as its words say: of no body, or of a kind of body that states have.

    Ministers are of states, whatever their field is: "Minister for Foreign Affairs, European Union and Cooperation".
    """
    return office.body is None or "Minister" in office.entry.title or office.body.type in (
        "legislature",
        "chamber",
        "ministry",
        "government",
        "agency",
        "place",
        None,
    )


def nouns_by_sentence(sentences: list[Sentence], nouns: list[Noun]) -> list[list[Noun]]:
    """The mentions that begin in each sentence."""
    found: list[list[Noun]] = [[] for _ in sentences]
    k = 0
    for noun in nouns:
        while k < len(sentences) and noun.start >= sentences[k].end:
            k += 1
        if k < len(sentences) and noun.start >= sentences[k].start:
            found[k].append(noun)
    return found
