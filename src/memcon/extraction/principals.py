"""Who met: the persons of the main encounter of a text, their states, and the parties that they speak for."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from memcon.extraction.homes import Homes, nouns_by_sentence
from memcon.extraction.naming import Namer
from memcon.extraction.offices import Office
from memcon.extraction.sentences import Sentence
from memcon.extraction.syntax import Syntax
from memcon.extraction.world import Being, Noun, World
from memcon.lexicon.entries import StateEntry

_ENCOUNTER_WORDS = frozenset({
    "met", "meet", "meets", "meeting", "talks", "talked", "received", "receives", "spoke", "speaks", "call",
    "conversation", "negotiations", "visit", "visited", "welcomed", "hosted", "held", "discussed", "discussions",
    "consultations", "readout", "telephone", "phone", "phoned", "called", "audience", "session", "summit", "statement",
    "calls", "hosts", "visits", "talk", "co-chaired", "chaired", "discuss",
})
_ASIDE = frozenset({
    "invitation", "behalf", "instructions", "message", "greetings", "letter", "wife", "spouse", "predecessor", "late",
    "congratulations",
})
_AHEAD = (
    ["ahead", "of"], ["in", "preparation"], ["in", "advance"], ["after", "which"], ["before", "meeting"],
    ["before", "joining"],
)
_FORUMS = frozenset({"forum", "international-organization"})
_INNER = frozenset({
    "of", "with", "by", "for", "between", "to", "from", "in", "against", "on", "toward", "towards", ",",
})
_OPENING = 12  # tokens from "we" to the body whose leaders they are
_PAIRED = 6  # sentences of the body at whose head two states can be the subject
_TO_FOLLOWING = 5  # tokens from a name to "following" in "has issued the following statement"
_MOST_PRINCIPALS = 8
_LEAD = 4  # sentences of the body in which the main encounter is told, as a rule


class Principals:
    """Finds the principals of one text; `people` once `find` has run, `parties` their states and organizations."""

    def __init__(
        self, syntax: Syntax, sentences: list[Sentence], nouns: list[Noun], world: World, namer: Namer, side: str | None
    ) -> None:
        self._low = syntax.tokens.low
        self._syntax = syntax
        self._sentences = sentences
        self._nouns = nouns
        self._world = world
        self._namer = namer
        self._side = side
        self._homes = Homes(syntax.tokens, sentences, nouns, world, namer, side)
        self._within = nouns_by_sentence(sentences, nouns)
        self.acting: frozenset[int] = frozenset()
        self.people: tuple[int, ...] = ()
        self.parties: tuple[int, ...] = ()

    @property
    def own(self) -> StateEntry | None:
        """The publisher's state, as far as it is told or can be guessed."""
        return self._homes.own

    def find(self) -> None:
        """Settle the states of all persons, the principals, and the parties."""
        lead = self._homes.lead_end()
        self.acting = frozenset(
            noun.being for noun in self._nouns if noun.being is not None and (noun.subject or noun.start < lead)
        )
        self._homes.settle_told()
        self.people = self._find_people() if not self._is_declared() else ()
        self._homes.settle_rest(self.people)
        self.parties = self._find_parties()

    # principals

    def _is_declared(self) -> bool:
        """Whether the text is a declaration of officers named by their states: "We, the Leaders of A, B and C"."""
        for sentence, nouns in zip(self._sentences, self._within, strict=True):
            if sentence.kind in ("paragraph", "item"):
                return self._low[sentence.start] == "we" and any(
                    noun.office is not None and len(noun.office.states) > 1 for noun in nouns
                )
        return False

    def _find_people(self) -> tuple[int, ...]:
        """The persons of the first sentence that tells of an encounter and names two, else the two most often named."""
        body = [k for k, sentence in enumerate(self._sentences) if sentence.kind in ("paragraph", "item")]
        heads = [k for k, sentence in enumerate(self._sentences) if sentence.kind in ("title", "heading")]
        for limit in (2, 1):
            for k in body[:_LEAD] + heads[:2] + body[_LEAD : 2 * _LEAD]:
                sentence = self._sentences[k]
                if _ENCOUNTER_WORDS.isdisjoint(self._low[sentence.start : sentence.end]):
                    continue
                people = self._people_in(k)
                if limit == 1 and len(people) == 1:
                    people = self._with_second(people)
                if len(people) >= 2:
                    return tuple(people[:_MOST_PRINCIPALS])
        for k in body[:2]:
            together = self._acting_together(k)
            if len(together) > 1:
                return together[:_MOST_PRINCIPALS]
        counts = Counter(noun.being for noun in self._nouns if noun.being is not None and noun.sort == "person")
        return tuple(sorted(counts, key=lambda number: (-counts[number], self._world.beings[number].first))[:2])

    def _people_in(self, k: int) -> list[int]:
        """Persons named in a sentence; those who only invite, send greetings or own something are left out."""
        found: list[int] = []
        start, limit = self._sentences[k].start, self._main_end(k)
        for noun in self._within[k]:
            if noun.start >= limit and len(found) > 1:
                break
            if noun.sort != "person" or noun.being is None or noun.being in found:
                continue
            after = self._low[noun.end] if noun.end < len(self._low) else ""
            before = self._low[max(start, noun.start - 3) : noun.start]
            if "following" in self._low[noun.outer : noun.outer + _TO_FOLLOWING]:
                continue  # "the spokesman issued the following statement: ..." is not one of those who meet
            if _ASIDE.isdisjoint(before) and not (after == "'s" and found):
                found.append(noun.being)
        return found

    def _acting_together(self, k: int) -> tuple[int, ...]:
        """Persons whom commas and "and" join to the subject of a sentence: "President A, President B and C agreed"."""
        run: list[Noun] = []
        for noun in self._within[k]:
            if noun.sort != "person" or noun.being is None:
                continue
            between = self._low[run[-1].end : noun.start] if run else []
            run = [*run, noun] if run and set(between) <= {",", "and"} else [noun]
            if noun.subject and len(run) > 1:
                return tuple(dict.fromkeys(each.being for each in run if each.being is not None))
        return ()

    def _main_end(self, k: int) -> int:
        """Where a sentence goes on to another encounter: "spoke to A ahead of the summit with B"."""
        start, end, low = self._sentences[k].start, self._sentences[k].end, self._low
        return next((i for i in range(start + 4, end) if low[i : i + 2] in _AHEAD), end)

    def _with_second(self, people: list[int]) -> list[int]:
        first = self._world.beings[people[0]]
        counts = Counter(
            noun.being
            for noun in self._nouns
            if noun.sort == "person" and noun.being is not None and noun.being != first.number
        )
        others = [
            number
            for number in counts
            if (number in self.acting or counts[number] > 1)
            and (self._world.beings[number].state != first.state or first.state is None)
        ]
        return people + sorted(others, key=lambda number: (-counts[number], self._world.beings[number].first))[:1]

    # parties

    def _find_parties(self) -> tuple[int, ...]:
        """The states and organizations that the principals speak for.

        The body of "We, the Leaders of the G7" and, in reports of the press, the two states that are one subject at the
        head go before; where they are fewer than two, those named at the head are added.
        """
        found: list[int] = []
        for number in self.people:
            party = self.party_of(self._world.beings[number])
            if party is not None and party not in found:
                found.append(party)
        if not self.people or self._officers_of("title") is not None or self._is_joint():
            found = self._titled() or found
        declared = self._declaring() if len(found) < 2 else ()
        if declared:
            return declared
        pair = self._paired() if self._side is None or not self.people else []
        found = found if set(pair) <= set(found) else pair
        if self._side is not None and self.own is not None and len(found) == 1:
            own = self._namer.state(self.own, self._world.beings[found[0]].first).number
            found = [own, *found] if own not in found else found
        for number in self._named_first() if len(found) < 2 else ():
            if number not in found and len(found) < 2:
                found.append(number)
        return tuple(found)

    def _declaring(self) -> tuple[int, ...]:
        """The forum or organization whose leaders the text calls "we", with the one joined to it by "and"."""
        for sentence, nouns in zip(self._sentences, self._within, strict=True):
            if sentence.kind in ("paragraph", "item") and self._low[sentence.start] == "we":
                near = [noun for noun in nouns if noun.start < sentence.start + _OPENING and noun.how == "name"]
                first = next((noun for noun in near if noun.mark is not None and noun.mark.type in _FORUMS), None)
                if first is None or first.being is None:
                    return ()
                end = first.end + 3 * (self._low[first.end] == "(")
                other = next((noun for noun in nouns if noun.start == end + 1 and self._low[end] == "and"), None)
                joined = other.being if other is not None and other.sort in ("state", "organization") else None
                return (first.being,) if joined is None else (first.being, joined)
        return ()

    def _paired(self) -> list[int]:
        """Two states that are one subject in the title or at the head of the body."""
        heads = [k for k, sentence in enumerate(self._sentences) if sentence.kind in ("title", "heading")][:1]
        body = [k for k, sentence in enumerate(self._sentences) if sentence.kind == "paragraph"][:_PAIRED]
        for k in heads + body:
            nouns = [noun for noun in self._within[k] if noun.sort == "state" and noun.being is not None]
            for one, other in pairwise(nouns):
                verb = other.subject or self._syntax.words.is_verb(self._low[other.end], "base", "past")
                joined = self._low[one.end : other.start] == ["and"] and verb
                before = self._low[one.start - 1] if one.start > self._sentences[k].start else "."
                if joined and before not in _INNER and one.being is not None and other.being is not None:
                    return [one.being, other.being]
        return []

    @property
    def _title(self) -> Sentence | None:
        return next((sentence for sentence in self._sentences if sentence.kind == "title"), None)

    def _is_joint(self) -> bool:
        """Whether the title calls the text a joint one."""
        title = self._title
        return title is not None and "joint" in self._low[title.start : title.end] and len(self._titled()) > 1

    def _officers_of(self, kind: str) -> Office | None:
        """The officers of several states that sentences of a kind name: "Leaders of A, B and C"."""
        for sentence, nouns in zip(self._sentences, self._within, strict=True):
            for noun in nouns:
                if (
                    sentence.kind == kind
                    and noun.sort == "people"
                    and noun.office is not None
                    and len(noun.office.states) > 1
                ):
                    return noun.office
        return None

    def _titled(self) -> list[int]:
        """The states that the title names together, where no person is named there.

        "of Ukraine, Lithuania and Poland".
        """
        title = self._title
        officers = self._officers_of("title") or next(
            (
                noun.office
                for noun in self._nouns
                if noun.sort == "people" and noun.office is not None and len(noun.office.states) > 1
            ),
            None,
        )
        if officers is not None:
            return list(
                dict.fromkeys(
                    self._namer.state(mark.state, mark.start).number
                    for mark in officers.states
                    if mark.state is not None
                )
            )
        if title is None:
            return []
        marks = [
            mark
            for mark in self._namer.state_marks()
            if title.start <= mark.start < title.end and mark.state is not None
        ]
        return list(
            dict.fromkeys(self._namer.state(mark.state, mark.start).number for mark in marks if mark.state is not None)
        )[:_MOST_PRINCIPALS]

    def party_of(self, being: Being) -> int | None:
        """The state, or else the organization, that a person speaks for."""
        return self._homes.party_of(being)

    def _named_first(self) -> list[int]:
        """States in the order of their weight: those of the lead first, then by how often they are named."""
        limit = self._homes.lead_end()
        counts: Counter[int] = Counter()
        early: set[int] = set()
        for mark in self._namer.state_marks():
            if mark.state is not None and not self._homes.is_topic(mark):
                number = self._namer.state(mark.state, mark.start).number
                counts[number] += 1
                if mark.start < limit:
                    early.add(number)
        for noun in self._nouns:
            if (
                noun.sort == "organization"
                and noun.being is not None
                and noun.start < limit
                and self._world.beings[noun.being].name in ("European Union", "EU")
            ):
                counts[noun.being] += 1
                early.add(noun.being)
        return sorted(
            counts, key=lambda number: (number not in early, -counts[number], self._world.beings[number].first)
        )
