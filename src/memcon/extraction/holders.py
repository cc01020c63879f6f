"""Who holds the office that a title names.

"the President", "the Russian leader", "his counterpart", "the head of the Khurat".
"""

from __future__ import annotations

from memcon.extraction.epithets import Epithets
from memcon.extraction.naming import Namer
from memcon.extraction.offices import Office
from memcon.extraction.principals import Principals
from memcon.extraction.salience import Salience
from memcon.extraction.sentences import Sentence
from memcon.extraction.tokens import Tokens
from memcon.extraction.world import Being, Noun, World

_COUNTERPARTS = frozenset({"counterpart", "colleague", "interlocutor", "opposite", "homologue"})
_VOCATIVES = frozenset({"mr", "mr.", "madam", "madame", "mrs", "mrs.", "dear"})
_GUESTS = frozenset({"guest", "visitor"})
_SOVEREIGNS = frozenset({
    "king", "queen", "emir", "amir", "sultan", "emperor", "prince", "princess", "monarch", "sovereign", "sheikh",
    "duke",
})
_CHAIRS = frozenset(
    {"chairman", "chairwoman", "chairperson", "chair", "speaker", "head", "president", "chief", "leader"}
)
_LESSER = frozenset({"deputy", "vice", "first", "former", "acting", "assistant", "under"})
_BARE_TOP = frozenset({"president", "leader", "premier", "king", "chancellor", "head", "emir", "monarch"})
_REALMS = frozenset({"state", "country", "nation", "republic"})
_CHIEF_DIPLOMATS = ("Foreign Minister", "Secretary of State", "High Representative")
_HEADS = ("Head of State", "Head of Government")
_LEADING_RANK = 2  # offices up to this rank are "leaders" and, with rank 1, "heads of state"
_SPEAKER_RANK = 4


class Holders:
    """Finds the holders of offices that stand without a name in one text."""

    def __init__(
        self, tokens: Tokens, world: World, namer: Namer, principals: Principals, salience: Salience,
        epithets: Epithets, side: str | None,
    ) -> None:
        self._low = tokens.low
        self._tokens = tokens
        self._world = world
        self._namer = namer
        self._principals = principals
        self._salience = salience
        self._epithets = epithets
        self._side = side

    def of(self, noun: Noun, sentence: Sentence) -> int | None:
        """The holder of the office of a mention; a person without a name where the text names none."""
        other = self._counterpart(noun, sentence)
        if other is not None:
            return other
        office = noun.office
        assert office is not None
        if office.start and self._low[office.start - 1] in _VOCATIVES:
            return None  # who is addressed is told by who speaks
        heads = [being for being in self._world.of_kind("person") if being.named and self._holds(being, office)]
        heads = heads or self._stateless(office)
        foreign = (
            office.state is None
            and office.body is None
            and bool(heads)
            and all(being.state is not None and being.state.code != self._side for being in heads)
        )
        if foreign and self._speaks_of_own(noun, office, heads):
            return self._own_unnamed(noun, office)
        if not heads or foreign:
            bare = self._untitled(office, heads)
            if bare is not None or not heads:
                return bare if bare is not None else self._unnamed(noun, office)
        return self._likeliest(heads, office)

    def _stateless(self, office: Office) -> list[Being]:
        """The one principal with such a title whose state is not told: "the Egyptian Minister" tells it."""
        title, people = self._title(office), [self._world.beings[number] for number in self._principals.people]
        if office.state is None or any(being.state == office.state for being in people):
            return []
        found = [
            being
            for being in people
            if being.state is None and any(title <= set(self._low[held.start : held.end]) for held in being.offices)
        ]
        if len(found) != 1 or self._principals.party_of(found[0]) is not None:
            return []
        found[0].state = office.state
        return found

    def _speaks_of_own(self, noun: Noun, office: Office, heads: list[Being]) -> bool:
        """Whether a bare high title means the publisher's own holder, whom the text never names.

        It does before any foreign holder is introduced: "The Prime Minister spoke to the Indian Prime Minister".
        """
        own = self._principals.own
        if self._side is None or own is None or office.entry.rank > _LEADING_RANK:
            return False
        if any(self._world.beings[number].state == own for number in self._principals.people):
            return False
        return (
            noun.start < min(being.first for being in heads) or self._world.find("person", _own_key(office)) is not None
        )

    def _own_unnamed(self, noun: Noun, office: Office) -> int:
        """The publisher's own holder of an office, without a name."""
        name = self._namer.written(noun.start, noun.end).removeprefix("the ").removeprefix("The ")
        being = self._world.add("person", name, noun.start, key=_own_key(office))
        being.named, being.state = False, self._principals.own
        if not being.offices:
            being.offices.append(office)
        return being.number

    def _likeliest(self, heads: list[Being], office: Office) -> int:
        """Of several holders the publisher's own for a bare title, else the latest subject, else the principal."""
        if len(heads) > 1:
            bare = office.state is None and (office.entry.rank <= _LEADING_RANK or self._side is not None)
            own = self._own(heads) if bare else None
            if own is not None:
                return own
            numbers = {being.number for being in heads}
            latest = next((number for number in reversed(self._salience.subjects) if number in numbers), None)
            if latest is not None:
                return latest
            heads = [being for being in heads if being.number in self._principals.people] or heads
            heads = [
                being
                for being in heads
                if being.state is not None and being.state.code and being.state.code == self._side
            ] or heads
        return heads[0].number

    def _own(self, heads: list[Being]) -> int | None:
        """The publisher's own holder of a bare title.

        Of its state, or the one whom the text always names without a state.
        """
        mine, main = self._principals.own, [being for being in heads if being.number in self._principals.people]
        if self._side is not None:
            own = [being for being in main if being.state is not None and being.state == mine]
        else:
            own = [
                being
                for being in main
                if all(held.state is None for held in being.offices) and mine in (None, being.state)
            ]
        return own[0].number if len(own) == 1 else None

    def _counterpart(self, noun: Noun, sentence: Sentence) -> int | None:
        """ "his Russian counterpart", "her colleague", "the guest": the other one of those who meet."""
        office, people = noun.office, self._principals.people
        if office is None or len(people) < 2 or self._low[office.head] not in _COUNTERPARTS | _GUESTS:
            return None
        own = self._salience.of_sentence.get(
            sentence.start, self._salience.subjects[-1] if self._salience.subjects else people[0]
        )
        state = self._world.beings[own].state
        others = [
            number for number in people if number != own and office.state in (None, self._world.beings[number].state)
        ]
        if len(others) > 1 and state is not None:
            others = [number for number in others if self._world.beings[number].state != state]
        return others[0] if len(others) == 1 else None

    def honoured(self, noun: Noun) -> int | None:
        """ "His Majesty": the sovereign that the text names; other honours go to the last person of such rank."""
        royal = [
            being
            for being in self._world.of_kind("person")
            if any(self._low[held.head] in _SOVEREIGNS for held in being.offices)
        ]
        royal = [being for being in royal if being.named] or royal
        kind = noun.sort.partition(":")[2]
        if kind == "majesty" and royal:
            return min(royal, key=lambda being: (being.rank, being.first)).number
        if kind == "highness" and royal:
            numbers = {being.number for being in royal}
            return next(
                (number for number in reversed(self._salience.subjects) if number in numbers),
                royal[0].number,
            )
        if kind == "majesty":
            return None
        if self._salience.subjects:
            return self._salience.subjects[-1]
        return self._principals.people[0] if self._principals.people else None

    def _untitled(self, office: Office, heads: list[Being]) -> int | None:
        """The first principal, whom the text gives no office: "Mr Lee met ..., the President noted".

        A title more telling than "the President" that fits somebody else goes to nobody else.
        """
        people = [self._world.beings[number] for number in self._principals.people]
        if office.entry.rank > _LEADING_RANK or not people or heads and not self._title(office) <= _BARE_TOP:
            return None
        bare = [
            being
            for being in people
            if _is_untitled(being)
            and being.named
            and being.number in self._principals.acting
            and (office.state is None or being.state in (None, office.state))
        ]
        if len(bare) != 1 or bare[0] is not people[0] and (office.state is None or bare[0].state is None):
            return None
        being = bare[0]
        if office.state is not None and any(other.state == office.state for other in people if other is not being):
            return None
        being.offices.append(office)
        being.state = being.state or office.state
        return being.number

    def _holds(self, being: Being, office: Office) -> bool:
        """Whether a person has the office: the same title, of the same state and body as far as both are told."""
        title = self._title(office)
        if office.state is not None and office.state != being.state:
            return False
        for held in being.offices:
            words = self._own_words(held)
            if (
                office.body is not None
                and held.body is not None
                and self._namer.body_key(office.body) == self._namer.body_key(held.body)
            ):
                heading = bool(words & _CHAIRS) or bool(title & {"head", "chief"})
                if heading and bool(title & _CHAIRS) and (title & _LESSER) == (words & _LESSER):
                    return True
            elif title <= words or (
                office.entry.title and office.entry.title == held.entry.title and office.body is None
            ):
                if "president" in title and "president" in words and ("vice" in words) != ("vice" in title):
                    continue
                if ("general" in words) != ("general" in title) and "secretary" in title:
                    continue
                if (title & _LESSER) != (words & _LESSER) and self._named_fully(title, being):
                    continue
                if (
                    office.body is None
                    or held.body is None
                    or self._namer.body_key(office.body) == self._namer.body_key(held.body)
                ):
                    return True
        return self._stands_for(title, being, office)

    def _own_words(self, held: Office) -> set[str]:
        """The words of an office without the office that it serves: "Spokesman" of "Spokesman for the President"."""
        end = held.end if held.nested is None else max(held.nested[0], held.start + 1)
        return set(self._low[held.start : end])

    def _named_fully(self, title: set[str], being: Being) -> bool:
        """Whether somebody else has just this title, so that a deputy is not meant."""
        return any(
            title <= set(self._low[held.start : held.end]) and not _LESSER & set(self._low[held.start : held.end])
            for other in self._world.of_kind("person")
            if other is not being and other.named
            for held in other.offices
        )

    def _title(self, office: Office) -> set[str]:
        """The words of a title, the state or body before it left out."""
        low, marks = self._low, self._namer.marks.at
        words = {
            low[i]
            for i in range(office.start, office.head + 1)
            if (mark := marks[i]) is None or mark.kind not in ("adjective", "state", "people")
        }
        return (words | {low[office.head]}) - {"the", "'s", "current", "visiting"}

    def _stands_for(self, title: set[str], being: Being, office: Office) -> bool:
        """For an office of high rank, "Speaker" for who presides over a parliament.

        "Head of State" and "leader" are such words.
        """
        if (
            "leader" in title
            and office.entry.title in ("", "Leader")
            and (
                being.rank <= _LEADING_RANK + 1
                or office.state is not None
                and not being.offices
                and being.number in self._principals.people
            )
        ):
            return True
        if office.entry.title.startswith(_HEADS):
            return being.rank == 1 if office.entry.title == _HEADS[0] else being.rank == _LEADING_RANK
        untitled = _is_untitled(being) and being.number in self._principals.people
        if title <= {"head", "leader"} and office.state is None and self._low[office.end - 1] in _REALMS:
            return being.rank == 1 or untitled and being.state == self._principals.own
        if title <= {"head", "chief"} and self._low[office.end - 1] == "diplomacy":
            return any(held.entry.title in _CHIEF_DIPLOMATS for held in being.offices)
        if title <= {"head"}:
            return office.body is None and office.state is not None and (being.rank <= _LEADING_RANK or untitled)
        if "diplomat" in title and title <= {"top", "chief", "senior", "diplomat"}:
            return office.state in (None, being.state) and any(
                held.entry.title in _CHIEF_DIPLOMATS or "foreign" in self._low[held.start : held.end]
                for held in being.offices
            )
        if title <= {"party", "chief", "leader", "boss"} and "party" in title:
            return office.state in (None, being.state) and any(held.entry.of == "party" for held in being.offices)
        if title <= {"chief", "leader", "head"} and office.body is not None:
            return self._principals.party_of(being) == self._namer.body(office.body).number
        if title == {"speaker"}:
            return being.rank == _SPEAKER_RANK
        return bool(title) and title <= {"premier", "pm"} and being.rank == _LEADING_RANK

    def _unnamed(self, noun: Noun, office: Office) -> int | None:
        """The principal that such an office fits, else a person without a name; none where the words only classify."""
        title = self._title(office)
        owner = (office.state.name if office.state else "") + (self._namer.body_key(office.body) if office.body else "")
        key = f"office:{' '.join(sorted(title))}@{owner}"
        before = self._world.find("person", key) if self._low[noun.start] == "the" else None
        if before is not None:
            return before.number
        known = self._told_again(noun) or self._of_state(noun, office)
        if known is not None or self._classifies(noun, office):
            return known
        general = office.entry.title in ("", "Leader", "Head")
        top = general and ("leader" in title or office.state is not None and "head" in title)
        top = top or office.entry.title.startswith(_HEADS)
        if office.body is None and top:
            people = [self._world.beings[number] for number in self._principals.people]
            ranked = [being for being in people if being.rank <= _LEADING_RANK and office.state in (None, being.state)]
            if ranked:
                return ranked[0].number
        name = self._namer.written(noun.start, noun.end)
        for article in ("the ", "The ", "a ", "A ", "an ", "An "):
            name = name.removeprefix(article)
        being = self._world.add("person", name, noun.start, key=key)
        being.named = False
        if office not in being.offices:
            being.offices.append(office)
        being.state = being.state or office.state or (office.body.state if office.body is not None else None)
        being.gender = being.gender or office.entry.gender
        return being.number

    def _of_state(self, noun: Noun, office: Office) -> int | None:
        """The one principal of the state that a title names whom the text gives no office: "the Kenyan Minister"."""
        if office.state is None or self._low[noun.start] != "the":
            return None
        people = [self._world.beings[number] for number in self._principals.people]
        same = [being for being in people if being.state == office.state and not being.offices and being.named]
        if len(same) != 1 or sum(being.state == office.state for being in people) > 1:
            return None
        same[0].offices.append(office)
        return same[0].number

    def _told_again(self, noun: Noun) -> int | None:
        """Whom "the senior diplomat", "the 63-year-old former mayor" tells again."""
        definite = self._low[noun.start] == "the" or self._low[noun.start - 1] == "old"
        if not definite or not (noun.subject or self._low[max(0, noun.start - 1)] == "to"):
            return None
        return self._epithets.bearer(noun) if self._epithets.describes(noun) else None

    def _classifies(self, noun: Noun, office: Office) -> bool:
        """Whether a title names no holder: "a minister", "as Chancellor", a bare title that is no subject."""
        before = self._low[noun.start - 1] if noun.start else ""
        if self._low[noun.start] in ("a", "an"):
            return not (noun.subject and self._epithets.describes(noun))
        if noun.start != office.start or office.state is not None or not noun.start:
            return False
        return before in ("as", "of") or office.body is None and not noun.subject


def _own_key(office: Office) -> str:
    """The key of the publisher's own holder of an office whom the text does not name."""
    return f"own:{office.entry.title}"


def _is_untitled(being: Being) -> bool:
    """Whether a text gives a person no office, or but calls him head of state or leader."""
    return all(
        held.entry.title.startswith(_HEADS) or held.entry.title in ("", "Leader", "Head") for held in being.offices
    )
