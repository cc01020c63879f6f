"""Persons by name: honorifics, offices before and behind a name, names of every order, surnames that stand alone."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.bare_names import BareNames
from memcon.extraction.mark import Mark, Marks
from memcon.extraction.offices import INTRODUCING, Office
from memcon.extraction.people_lists import HolderLists
from memcon.extraction.person_names import NameReader, fold
from memcon.extraction.sentences import Sentence
from memcon.extraction.tokens import Tokens
from memcon.lexicon import Lexicon
from memcon.lexicon.entries import StateEntry

_ARTICLES = frozenset({"the", "his", "her", "its", "a", "an", "then", "who", "is", "also", "their"})
_ANY_GENDER = frozenset({"sheikh", "shaikh", "dr", "dr."})
_HONOURED = frozenset({"hon", "hon.", "honourable", "honorable", "rt", "rt."})
_STYLES = frozenset({
    "senator", "general", "prince", "princess", "ambassador", "judge", "cardinal", "bishop", "emir", "admiral",
    "sultan",
})
_CLOSING = frozenset({",", ")", ".", ";", "and", "on", "in", "at", "to", "who", "today", "yesterday"})
_LONGEST_OWNER = 5  # tokens, with the 's
_POSTNOMINALS = frozenset({"MP", "MEP", "MLA", "TD", "KC", "QC"})
_OPENING = frozenset({
    "at", "in", "during", "after", "on", "following", "when", "as", "while", "before", "speaking", "addressing",
    "meeting",
})


class Person(NamedTuple):
    """A person named at tokens `name_start` to `name_end`; `start` to `end` takes in the titles before the name.

    `outer_end` takes in an office behind it ("Zhao Leji, chairman of the Committee") and the comma that closes it, or
    the state behind it ("President Xi Jinping of China").
    """

    start: int
    end: int
    name_start: int
    name_end: int
    outer_end: int
    offices: tuple[Office, ...]
    gender: str | None
    courtesy: bool
    state: StateEntry | None = None


class PeopleFinder:
    """Finds the persons that a text names; first those that something but their name marks as persons."""

    def __init__(self, tokens: Tokens, marks: Marks, offices: list[Office], lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._marks = marks
        self._office_at = {office.start: office for office in offices}
        self._office_ends = {office.end for office in offices}
        self._office_cover = {i for office in offices for i in range(office.start, office.end)}
        self._honorifics = lexicon.honorifics
        self._courtesies = frozenset(lexicon.honorifics.first_words)
        self._given = lexicon.given_names
        self._particles = lexicon.name_words["particles"]
        self._family_first = lexicon.name_words["family_first"]
        self._names = NameReader(tokens, marks, offices, lexicon)
        self._lists = HolderLists(tokens, marks, self._names)
        self._bare = BareNames(tokens, marks, offices, self._names, lexicon)

    def find_all(self, sentences: list[Sentence]) -> list[Person]:
        """All persons named, in order."""
        found: dict[int, Person] = {}
        for sentence in sentences:
            for person in self._marked(sentence):
                found[person.name_start] = person
                self._remember(person)
        taken = {i for person in found.values() for i in range(person.start, person.name_end)}
        for sentence in sentences:
            at = sentence.start
            while at < sentence.end:
                capital = at not in taken and self._tokens.text[at][0].isupper()
                stop = self._bare.end(at, sentence, taken) if capital else None
                if stop is None:
                    at += 1
                    continue
                found[at] = self._person(at, at, stop, (), None, False, sentence)
                self._remember(found[at])
                at = stop
        return [found[key] for key in sorted(found)]

    def _remember(self, person: Person) -> None:
        words = [word for word in self._tokens.low[person.name_start : person.name_end] if word[0].isalpha()]
        self._names.known.update(words)
        self._names.known.update(fold(word) for word in words if not word.isascii())
        if words:
            self._bare.surnames |= {words[-1], fold(words[-1])}
            if words[0] in self._family_first or len(words) > 1 and words[0] not in self._given:
                self._bare.surnames.add(words[0])

    # persons with an honorific or an office

    def _marked(self, sentence: Sentence) -> list[Person]:
        found: list[Person] = []
        at = sentence.start
        while at < sentence.end:
            if not (at in self._office_at or self._tokens.low[at] in self._courtesies):
                at += 1
                continue
            i, offices, gender, courtesy = self._titles(at, sentence)
            if i == at:
                at += 1
                continue
            holders = self._lists.of(offices[-1], sentence) if offices else []
            if holders:
                found += [
                    Person(one.start, one.end, one.start, one.end, one.outer, (one.office,),
                           self._gender(one.start, one.end), False)
                    for one in holders
                ]
                at = holders[-1].outer
                continue
            stop = self._names.end(i, sentence, strict=False) if i < sentence.end else i
            if stop > i and not self._is_list(offices, i, sentence):
                offices = self._served(at, offices)
                person = self._person(at, i, stop, offices, gender, courtesy, sentence)
                found.append(person)
                at = max(person.outer_end, stop)
                continue
            before = self._before(at, sentence, offices[-1]) if offices and not courtesy else None
            if before is not None and (not found or found[-1].name_end <= before.name_start):
                found.append(before)
            at = i
        return found

    def _is_list(self, offices: tuple[Office, ...], i: int, sentence: Sentence) -> bool:
        """Whether a plural title stands before a name that is not its holder's."""
        return bool(offices) and offices[-1].plural and i >= sentence.end

    def _titles(self, at: int, sentence: Sentence) -> tuple[int, tuple[Office, ...], str | None, bool]:
        """The offices and honorifics that stand one after the other from a token on.

        Where they end, and what they tell.
        """
        tokens, i = self._tokens, at
        offices: list[Office] = []
        gender, courtesy = None, False
        while i < sentence.end:
            office = self._office_at.get(i)
            introduced = bool(offices) and tokens.low[offices[-1].head] in INTRODUCING
            if office is not None and (offices or courtesy) and not introduced and self._names.is_given(i):
                break  # "Dr. Sultan Al Jaber", "Foreign Minister Amir Khan"
            if office is not None and office.end <= sentence.end:
                offices.append(office)
                gender = gender or office.entry.gender
                i = office.end
                continue
            honorific = (
                self._honorifics.match_at(tokens.text, tokens.low, i, sentence.end)
                if tokens.text[i][0].isupper()
                else None
            )
            if honorific is not None:
                gender = gender or (honorific.entries[0].gender if tokens.low[i] not in _ANY_GENDER else None)
                courtesy = True
                i = honorific.end
                i += i < sentence.end and tokens.text[i] == "." and tokens.glued(i)
                continue
            if offices and self._past_honour(i, sentence) > i:
                i, courtesy = self._past_honour(i, sentence), True
                continue
            if (
                tokens.text[i] == ","
                and offices
                and i == offices[-1].end
                and not courtesy
                and self._named_behind(i + 1, sentence, offices[-1])
            ):
                i += 1 + (tokens.low[i + 1] == "the")
                continue
            break
        return i, tuple(offices), gender, courtesy

    def _served(self, at: int, offices: tuple[Office, ...]) -> tuple[Office, ...]:
        """The offices of a person named behind them.

        In "envoy of the prime minister NAME" after a name, NAME is the prime minister.
        """
        office = offices[-1] if offices else None
        if (
            office is None
            or office.nested is None
            or self._tokens.low[at - 1 if at else 0] != ","
            or self._tokens.text[office.head][0].isupper()
        ):
            return offices
        start, end = office.nested
        return (*offices[:-1], office._replace(start=start, end=end, head=end - 1, nested=None))

    def _named_behind(self, at: int, sentence: Sentence, office: Office) -> bool:
        """Whether an office and a comma are followed by the name of its holder: "the ambassador of X, Ana Ruiz,"."""
        tokens = self._tokens
        style = self._office_at.get(at) if at < sentence.end else None
        if style is not None and tokens.low[style.head] in _STYLES and style.end == at + 1 < sentence.end:
            past = self._past_honour(style.end, sentence)
            return self._names.end(past, sentence, strict=False) > past
        if office.plural or at >= sentence.end or style is not None:
            return False
        at += tokens.low[at] == "the" and at + 2 < sentence.end and tokens.low[at + 1] in _HONOURED
        before = office.start - 1 - (office.start > 0 and tokens.low[office.start - 1] == "the")
        named = before > sentence.start and tokens.text[before] == "," and self._ends_name(before, sentence)
        if named and not self._titles_first(before, sentence):
            return False
        honorific = self._honorifics.match_at(tokens.text, tokens.low, at, sentence.end)
        if honorific is not None and tokens.text[at][0].isupper():
            return not (
                self._opens_clause(at - 1, sentence)
                and honorific.end < sentence.end
                and tokens.low[honorific.end] in self._names.known
            )
        stop = self._names.end(at, sentence, strict=True)
        if stop == at:
            stop = self._names.end(at, sentence, strict=False)
            return stop > at + 1 and (stop == sentence.end or tokens.low[stop] in _CLOSING)
        if stop == at + 1 and tokens.low[at] not in self._names.known:
            return False
        if self._opens_clause(at - 1, sentence) and tokens.low[stop - 1] in self._names.known:
            return False
        behind = tokens.text[stop] if stop < sentence.end else "."
        return not (
            behind == ","
            and stop + 1 < sentence.end
            and stop + 1 in self._office_at
            and not self._closes(stop + 1, sentence)
        )

    def _past_honour(self, at: int, sentence: Sentence) -> int:
        """The token behind "the Hon." and its stop, else the same token."""
        low = self._tokens.low
        if at + 2 >= sentence.end or low[at] != "the" or low[at + 1] not in _HONOURED:
            return at
        return at + 2 + (low[at + 2] == "." and self._tokens.glued(at + 2))

    def _opens_clause(self, comma: int, sentence: Sentence) -> bool:
        """Whether a comma ends an opening phrase, so that the name behind it begins the clause.

        "At the talks with the Speaker, Mr Cole".
        """
        low = self._tokens.low
        return low[sentence.start] in _OPENING and "," not in low[sentence.start : comma]

    def _closes(self, at: int, sentence: Sentence) -> bool:
        """Whether an office that follows a name and a comma has a holder of its own behind it."""
        office = self._office_at[at]
        return office.end < sentence.end and self._names.end(office.end, sentence, strict=True) > office.end

    def _titles_first(self, at: int, sentence: Sentence) -> bool:
        """Whether the name before a comma stands behind its own office: "Minister of X, A B, Minister of Y, C D"."""
        low = self._tokens.low
        while at > sentence.start and self._tokens.text[at - 1] != "," and low[at - 1] not in ("and", "the"):
            at -= 1
        return at - 1 > sentence.start and at - 1 in self._office_ends

    def _ends_name(self, at: int, sentence: Sentence) -> bool:
        """Whether the words before a token look like a personal name of two words or more, or like a known one."""
        tokens, start = self._tokens, at
        while (
            start > sentence.start
            and tokens.text[start - 1][0].isupper()
            and tokens.text[start - 1].isalpha()
            and (self._marks.at[start - 1] is None)
        ):
            start -= 1
        if start > sentence.start and self._honorifics.match_at(tokens.text, tokens.low, start - 1, start) is not None:
            return at > start
        return at - start > 1 or at - start == 1 and tokens.low[start] in self._names.known

    def _before(self, at: int, sentence: Sentence, office: Office) -> Person | None:
        """A name of two words or more that stands before a comma and an office: "Ruvan Thessal, chairman of"."""
        tokens = self._tokens
        comma = at - 1 - (at > sentence.start and tokens.low[at - 1] in ("the", "a"))
        if office.plural or comma <= sentence.start or tokens.text[comma] != ",":
            return None
        start = comma
        while start > sentence.start and (
            tokens.text[start - 1][0].isupper()
            or tokens.text[start - 1] == "-"
            or tokens.text[start - 2] == "-"
            or tokens.low[start - 1] in self._particles
        ):
            start -= 1
        while start < comma and self._names.end(start, sentence, strict=True) != comma:
            start += 1
        if (
            comma - start < 2
            or self._marks.at[start] is not None
            or start
            and (tokens.low[start - 1] == "in" or start > 1 and start - 2 in self._office_cover)
        ):
            return None
        return self._person(start, start, comma, (), None, False, sentence)

    def _person(
        self,
        start: int,
        name_start: int,
        name_end: int,
        offices: tuple[Office, ...],
        gender: str | None,
        courtesy: bool,
        sentence: Sentence,
    ) -> Person:
        closed = name_end + (name_end < sentence.end and self._tokens.text[name_end] in _POSTNOMINALS)
        outer, behind = self._behind(closed, sentence, offices)
        owner = self._marks.ending(name_start - 1) if start == name_start and name_start > sentence.start + 1 else None
        owned = owner is not None and self._tokens.low[name_start - 1] == "'s" and owner.kind in ("state", "metonym")
        state = owner.state if owner is not None and owned else None
        if behind is None and (offices or courtesy):
            outer, owner = self._of_owner(name_end, sentence, offices)
            state = owner.state if owner is not None else None
            if owner is not None and offices and offices[-1].state is None:
                body = offices[-1].body or (owner if owner.kind == "body" else None)
                offices = (*offices[:-1], offices[-1]._replace(state=state, body=body))
        if behind is not None and not (offices and offices[-1].start == behind.start):
            offices = (*offices, behind)
            gender = gender or behind.entry.gender
        gender = gender or self._gender(name_start, name_end)
        return Person(start, name_end, name_start, name_end, outer, offices, gender, courtesy, state)

    def _of_owner(self, at: int, sentence: Sentence, offices: tuple[Office, ...]) -> tuple[int, Mark | None]:
        """The state or body behind a name.

        "President Xi Jinping of China", "Secretary-General Annan of the United Nations".
        """
        low = self._tokens.low
        if at + 1 >= sentence.end or low[at] not in ("of", "from"):
            return at, None
        begin = at + 1 + (low[at + 1] == "the")
        mark = self._marks.starting(begin) if begin < sentence.end else None
        if mark is None or not (mark.kind in ("state", "place") and mark.state is not None or mark.kind == "body"):
            return at, None
        if offices and (
            offices[-1].state not in (None, mark.state) or mark.kind == "body" and offices[-1].body is not None
        ):
            return at, None
        return mark.end, mark

    def _gender(self, start: int, end: int) -> str | None:
        """The gender that a given name tells; a name of one word is taken for a surname."""
        words = [word for word in self._tokens.low[start:end] if word[0].isalpha()]
        if words and words[0] in self._family_first and words[0] not in self._given:
            return None  # given names of these languages tell no gender in Latin letters
        return next((self._given[word] for word in words[:-1] if self._given.get(word) in ("m", "f")), None)

    def _behind(self, at: int, sentence: Sentence, offices: tuple[Office, ...]) -> tuple[int, Office | None]:
        """The office behind a name, and where the whole ends: ", [the] chairman of the Committee,"."""
        tokens = self._tokens
        if at >= sentence.end or tokens.text[at] not in (",", "("):
            return at, None
        opener, i = tokens.text[at], at + 1
        while i < sentence.end and tokens.low[i] in _ARTICLES:
            i += 1
        mark = self._marks.starting(i) if i + 1 < sentence.end else None
        if (
            mark is not None
            and i not in self._office_at
            and mark.end + 1 < sentence.end
            and tokens.low[mark.end] == "'s"
        ):
            i = mark.end + 1
        elif i not in self._office_at:
            i = self._past_owner(i, sentence)
        office = self._office_at.get(i)
        if (
            office is None
            or office.plural
            or self._has_holder(office, sentence)
            or self._is_next(office, offices, sentence)
        ):
            return at, None
        end = office.end
        if end + 1 < sentence.end and tokens.low[end] == "and":
            other = self._office_at.get(end + 1 + (tokens.low[end + 1] == "the"))
            if (
                other is not None
                and not other.plural
                and other.end < sentence.end
                and self._names.end(other.end, sentence, strict=True) == other.end
            ):
                end = other.end
        if end < sentence.end and tokens.text[end] == (")" if opener == "(" else ","):
            end += 1
        return end, office

    def _past_owner(self, at: int, sentence: Sentence) -> int:
        """The token behind an owner of few words: "the ruling party's deputy leader", "the army's chief spokesman"."""
        low = self._tokens.low
        limit = min(at + _LONGEST_OWNER, sentence.end - 1)
        owner = next((i for i in range(at, limit) if low[i] == "'s" or not self._tokens.text[i][0].isalpha()), None)
        return owner + 1 if owner is not None and low[owner] == "'s" else at

    def _has_holder(self, office: Office, sentence: Sentence) -> bool:
        """Whether an office is followed by the name of another holder."""
        return office.end < sentence.end and self._names.end(office.end, sentence, strict=True) > office.end

    def _is_next(self, office: Office, offices: tuple[Office, ...], sentence: Sentence) -> bool:
        """Whether an office behind a name belongs to the next one of a list.

        "Minister A of X, Y's Minister, B, and".
        """
        if office.state is None or not any(held.state not in (None, office.state) for held in offices):
            return False
        tokens = self._tokens
        return (
            office.end + 1 < sentence.end
            and tokens.text[office.end] == ","
            and tokens.text[office.end + 1][0].isupper()
        )
