"""Who is meant together.

"the two heads of state", "both sides", "the Foreign Ministers of A and B", "the two legislatures".
"""

from __future__ import annotations

from memcon.extraction.naming import Namer
from memcon.extraction.offices import Office
from memcon.extraction.principals import Principals
from memcon.extraction.salience import Salience
from memcon.extraction.sentences import Sentence
from memcon.extraction.syntax import Syntax
from memcon.extraction.tokens import Tokens
from memcon.extraction.world import Being, Noun, World
from memcon.lexicon.entries import StateEntry

_TITLED_RANK = 8  # offices behind it are no titles: leaders, heads, members
_LEADING_RANK = 2
_TOGETHER = frozenset({"the", "both", "two", "three", "four", "all", "our", "their", "these"})
_DEFINITE = frozenset({"the", "both", "all", "our", "their", "these"})
_OPEN = frozenset({"of", "from", "in", "to"})
_ONLY_STATES = frozenset(
    {
        "countries",
        "states",
        "nations",
        "peoples",
        "governments",
        "capitals",
        "economies",
        "republics",
        "kingdoms",
        "neighbours",
        "neighbors",
    }
)
_MEMBERS = frozenset("states countries nations members parliaments governments economies parties territories".split())
_MANY = frozenset("member participating other allied neighbouring neighboring many several most".split())
_LONGEST_COMPLEMENT = 8  # tokens: "of the 46 member states"
_FAR = 6  # sentences back that "the leaders" reach
_LEADERS = frozenset({"leaders", "heads", "mandataries", "statesmen", "presidents", "principals"})


class Plurals:
    """Resolves the group expressions of one text."""

    def __init__(self, tokens: Tokens, world: World, namer: Namer, principals: Principals, salience: Salience) -> None:
        self._low = tokens.low
        self._world = world
        self._namer = namer
        self._principals = principals
        self._salience = salience

    def group(self, members: tuple[int, ...], noun: Noun) -> int | None:
        """The group of these members, as this mention words it; a single member stands for itself.

        Who is not known to be meant is a group only where it does something.
        """
        if len(members) == 1:
            return members[0]
        if not members and not noun.subject and self._count(noun) is None:
            return None
        written = self._namer.written(noun.start, noun.end)
        if not members:
            being = self._world.add("group", written, noun.start)
        else:
            if noun.how == "pronoun":
                names = [self._world.beings[number].name for number in members]
                written = ", ".join(names[:-1]) + " and " + names[-1]
            being = self._world.group(members, written, noun.start)
        being.named = False
        return being.number

    def complement(self, sentences: list[Sentence], nouns: list[Noun], syntax: Syntax) -> None:
        """Take the "of" phrase of a plural that opens a sentence into it: "Leaders of the 46 member states"."""
        opening = {sentence.start: sentence.end for sentence in sentences if sentence.kind in ("paragraph", "item")}
        marks = self._namer.marks.at
        for noun in nouns:
            end = opening.get(noun.start)
            office = noun.office
            titled = office is not None and office.entry.rank <= _TITLED_RANK
            if noun.sort != "people" or titled or end is None or self._low[noun.end] != "of":
                continue
            limit = min(end, noun.end + _LONGEST_COMPLEMENT)
            stop = next((i for i in range(noun.end + 2, limit) if self._low[i - 1] in _MEMBERS), None)
            if (
                stop is not None
                and any(word in _MANY or word.isdigit() for word in self._low[noun.end : stop])
                and not any(marks[i] is not None for i in range(noun.end, stop))
                and syntax.finite(syntax.skip_adverbs(stop, end))
            ):
                noun.outer = stop

    def states(self, noun: Noun) -> int | None:
        """The parties of the principals, for countries the states among them.

        Such are "the two countries", "both sides", "the parties".
        """
        parties = self._principals.parties
        words = set(self._low[noun.start : noun.end])
        if words & _ONLY_STATES:
            only = tuple(number for number in parties if self._world.beings[number].kind == "state")
            parties = only if len(only) > 1 else parties
        count = self._count(noun)
        if count is not None and len(parties) not in (0, count):
            plural = self._salience.plural()
            if (
                plural is not None
                and len(plural) == count
                and all(self._world.beings[number].kind != "person" for number in plural)
            ):
                parties = plural
            elif len(parties) > count and count == 2:
                parties = self._two_sides(parties)
            elif len(parties) < count:
                parties = ()
        return self.group(parties if len(parties) > 1 else (), noun)

    def _two_sides(self, parties: tuple[int, ...]) -> tuple[int, ...]:
        """Two of more parties: the first, and the first of another; where they are many, none."""
        return parties[:2] if len(parties) == 3 else ()

    def _count(self, noun: Noun) -> int | None:
        """The number that a group expression gives: 2 for "both" and "the two"."""
        return next(
            (number for word in self._low[noun.start : noun.end] if (number := self._namer.number(word)) is not None),
            None,
        )

    def people(self, noun: Noun) -> int | None:
        """Plural offices and "the leaders": the principals, or the holders of the office that is named."""
        office = noun.office
        words = set(self._low[noun.start : noun.end])
        if "heads" in words and words & {"state", "government"} and (office is None or len(office.states) < 2):
            return self._heads(noun)
        if office is not None and not (office.entry.rank > _TITLED_RANK and self._namer.is_general(noun)):
            return self._officers(noun, office)
        described = self._by_complement(noun, words)
        if described is not None:
            return described
        if self._count(noun) is not None and words.isdisjoint(_DEFINITE) and words.isdisjoint(_LEADERS):
            return self.group((), noun)
        if words.isdisjoint(_TOGETHER):
            after = self._low[noun.end] if noun.end < len(self._low) else ""
            if (
                after in _OPEN
                or not noun.subject
                or words.isdisjoint(_LEADERS | {"interlocutors", "sides", "counterparts"})
            ):
                return None
        members = self._principals.people if len(self._principals.people) > 1 else ()
        plural = self._salience.plural()
        if (
            plural is not None
            and len(plural) > 1
            and all(self._world.beings[number].kind == "person" for number in plural)
        ):
            members = plural
        count = self._count(noun)
        if count is not None and len(members) > count:
            members = self._narrowed(members, count) or members
        if not members:
            members = self._principals.parties if len(self._principals.parties) > 1 else ()
        return self.group(members, noun)

    def _by_complement(self, noun: Noun, words: set[str]) -> int | None:
        """The group that an "of" phrase describes, and "the leaders" for the leaders described so before."""
        if noun.outer > noun.end:
            being = self._world.add("group", self._namer.written(noun.start, noun.outer), noun.start)
            being.named = False
            return being.number
        plural = self._salience.plural(_FAR)
        if plural is None or len(plural) > 1 or "the" not in words or self._count(noun) is not None:
            return None
        last = self._world.beings[plural[0]]
        heads = last.name.lower().partition(" of ")[0].split()
        alike = last.kind == "group" and not last.members and heads[-1:] == [self._low[noun.end - 1]]
        return last.number if alike else None

    def _narrowed(self, members: tuple[int, ...], count: int) -> tuple[int, ...]:
        """So many of the principals as the words say: the first of each state."""
        chosen: dict[str, int] = {}
        for number in members:
            state = self._world.beings[number].state
            if state is not None:
                chosen.setdefault(state.name, number)
        return tuple(chosen.values()) if len(chosen) == count else ()

    def _heads(self, noun: Noun) -> int | None:
        """The principals of that rank, or the two such persons that the text names.

        Such are "the heads of state [and government]".
        """
        body = self._gathering(noun)
        if body is not None:
            return body
        wanted = 1 if "government" not in self._low[noun.start : noun.end] else _LEADING_RANK
        top = tuple(number for number in self._principals.people if self._world.beings[number].rank <= wanted)
        pair = self._principals.people
        if len(top) < 2 == len(pair) and all(self._world.beings[number].rank <= _LEADING_RANK for number in pair):
            top = pair
        if len(top) < 2:
            named = [
                being
                for being in self._world.of_kind("person")
                if being.named and being.rank <= wanted and self._is_concerned(being)
            ]
            alike = (
                len(named) == 2 and named[0].state is not None and named[0].state == named[1].state and named[1].sure
            )
            top = tuple(being.number for being in named) if len(named) == 2 and not alike else ()
        return self.group(top, noun)

    def _is_concerned(self, being: Being) -> bool:
        """Whether a head of state is one of the parties' (or of a state that is not told)."""
        party = self._principals.party_of(being)
        return party is None or party in self._principals.parties or len(self._principals.parties) < 2

    def _gathering(self, noun: Noun) -> int | None:
        """The body that gathers such officers, where the text names one.

        "Authority of Heads of State and Government".
        """
        words = [word for word in self._low[noun.start : noun.end] if word not in _TOGETHER]
        phrase = " ".join(words)
        for being in self._world.of_kind("organization"):
            if f" of {phrase}" in being.name.lower():
                return being.number
        return None

    def _officers(self, noun: Noun, office: Office) -> int | None:
        """ "The two Foreign Ministers", "the Presidents of A and B"."""
        if len(office.states) > 1:
            wanted = [mark.state for mark in office.states if mark.state is not None]
            members = [self._holder(state, office.entry.rank) for state in wanted]
            known = tuple(number for number in members if number is not None)
            if len(known) == len(members):
                return self.group(known, noun)
            return self.group(tuple(self._namer.state(state, noun.start).number for state in wanted), noun)
        same = self._alike(office, noun)
        if len(same) > 1:
            return self.group(same, noun)
        pair = self._both_principals(noun, office)
        return self.group(pair, noun) if pair or noun.start < office.start or office.entry.rank < 9 else None

    def _both_principals(self, noun: Noun, office: Office) -> tuple[int, ...]:
        """The two ministers who met, called "both Chancellors", as in Latin America."""
        pair = self._principals.people
        alike = len(pair) == 2 and office.state is None and self._count(noun) == 2
        ministers = all(_LEADING_RANK < self._world.beings[number].rank <= _TITLED_RANK for number in pair)
        return pair if alike and ministers and self._low[office.end - 1] == "chancellors" else ()

    def _alike(self, office: Office, noun: Noun) -> tuple[int, ...]:
        """The persons who hold the office: those of the principals, else as many as the words say of all."""
        people = self._world.beings
        count = self._count(noun)
        principals = tuple(
            number
            for number in self._principals.people
            if people[number].rank == office.entry.rank <= _TITLED_RANK
            or office.entry.rank <= _LEADING_RANK
            and not people[number].offices
            or any(self._is_alike(held, office) for held in people[number].offices)
        )
        if office.body is not None and len(principals) > 1:
            principals = (
                tuple(number for number in principals if any(held.body is not None for held in people[number].offices))
                or principals
            )
        if len(principals) > 1 and count in (None, len(principals)):
            return principals
        titled = tuple(
            being.number
            for being in self._world.of_kind("person")
            if being.named
            and any(
                self._is_alike(held, office) and (office.body is None or held.body is not None)
                for held in being.offices
            )
        )
        return titled if len(titled) == (count or 2) else principals if len(principals) > 1 and count is None else ()

    def complete(self, noun: Noun) -> tuple[int, ...]:
        """The holders of the office that a counted plural names, known once the whole text is read.

        One of them may be known by the office only: "the two presidents", where the text names but one of them and
        calls the other "the President of Ruritania".
        """
        office, count = noun.office, self._count(noun)
        if office is None or count is None or office.entry.rank > _TITLED_RANK:
            return ()
        holders: dict[str, int] = {}
        for being in self._world.of_kind("person"):
            if any(self._is_alike(held, office) for held in being.offices):
                if being.state is None or being.state.name in holders:
                    return ()
                holders[being.state.name] = being.number
        return tuple(holders.values()) if len(holders) == count else ()

    def _is_alike(self, held: Office, office: Office) -> bool:
        """Whether an office is one of those that a plural title means: the same listed title, or the same head noun."""
        if office.entry.title and held.entry.title == office.entry.title:
            return True
        words = (*self._low[office.start : office.head], self._low[office.head].removesuffix("s"))
        return office.end == office.head + 1 and set(words) <= set(self._low[held.start : held.end])

    def _holder(self, state: StateEntry, rank: int) -> int | None:
        for being in self._world.of_kind("person"):
            if being.named and being.state == state and being.rank <= max(rank, _LEADING_RANK):
                return being.number
        return None

    def bodies(self, noun: Noun, kind: str) -> int | None:
        """The bodies of that type that the text names, one a state; those of the parties where it names more.

        Such are "the two legislatures".
        """
        wanted = {"legislature", "chamber"} if kind in ("legislature", "chamber") else {kind}
        found: dict[str, int] = {}
        for being in self._world.of_kind("organization"):
            if being.type in wanted and being.named and being.state is not None:
                found.setdefault(being.state.name, being.number)
        if len(found) > 2:
            parties = {self._world.beings[number].name for number in self._principals.parties}
            found = {state: number for state, number in found.items() if state in parties}
        return self.group(tuple(found.values()) if len(found) == 2 else (), noun)
