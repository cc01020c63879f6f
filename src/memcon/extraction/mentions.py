"""Mentions: every place that refers to an entity, before it is known to which."""

from __future__ import annotations

from memcon.extraction.capitals import ACTING
from memcon.extraction.epithets import described_from, find_epithets
from memcon.extraction.marks import Marks
from memcon.extraction.offices import Office
from memcon.extraction.people import Person
from memcon.extraction.sentences import Quotation, Sentence
from memcon.extraction.tokens import Tokens
from memcon.extraction.world import Noun
from memcon.lexicon import Lexicon

_PERSONAL = frozenset({
    "he", "she", "they", "him", "her", "his", "them", "their", "i", "we", "us", "our", "my", "me", "himself", "herself",
    "themselves", "you", "your",
})
_SKIPPED_BEFORE_HEAD = 4
_CHAIR_WORDS = frozenset({"the", "both", "our", "their", "these", "all", "its"})


class MentionFinder:
    """Collects the mentions of a text from its persons, offices, marks, group expressions and pronouns."""

    def __init__(
        self, tokens: Tokens, marks: Marks, offices: list[Office], people: list[Person], lexicon: Lexicon
    ) -> None:
        self._tokens = tokens
        self._marks = marks
        self._offices = offices
        self._people = people
        self._lexicon = lexicon
        self._groups = lexicon.groups
        self._common = lexicon.nouns["people"]["all"]
        self._closed = lexicon.words.classes["closed"]
        self._describing = lexicon.nouns["describing"]["all"]
        self._heads = lexicon.heads.bodies
        self._named = {i for person in people for i in range(person.start, person.name_end)}
        self._generic = {word: kind for kind, words in lexicon.nouns["generic"].items() for word in words}

    def find_all(self, sentences: list[Sentence], quotations: list[Quotation]) -> list[Noun]:
        """The mentions in order, the longer first; none lies inside another but names within offices and groups."""
        nouns = self._of_people() + self._of_marks()
        taken = {i for noun in nouns for i in range(noun.start, noun.end)}
        nouns += self._of_offices(taken)
        plural = {i for office in self._offices if office.plural for i in range(office.start, office.end)}
        offices = {i for office in self._offices for i in range(office.start, office.end)}
        for sentence in sentences:
            nouns += self._of_groups(sentence, taken | plural)
            nouns += self._of_descriptions(sentence)
            nouns += self._of_pronouns(sentence)
            nouns += self._of_heads(sentence, taken)
            nouns += find_epithets(self._tokens, self._marks, sentence, taken | offices, self._lexicon)
        spoken = {i for quotation in quotations for i in range(quotation.start, quotation.end)}
        grouped = {i for noun in nouns if noun.how == "group" for i in range(noun.start, noun.end)}
        nouns = [noun for noun in nouns if noun.how != "pronoun" or noun.end - 1 not in grouped]
        for noun in nouns:
            noun.quoted = noun.start in spoken
        nouns.sort(key=lambda noun: (noun.start, -noun.end))
        return nouns

    def _article(self, start: int) -> int:
        """The start of a phrase with the article before it."""
        if start > 0 and self._tokens.low[start - 1] in ("the", "a", "an", "both", "our", "his", "her", "their", "its"):
            return start - 1
        return start

    def _of_people(self) -> list[Noun]:
        return [
            Noun(
                self._article(person.start),
                person.end,
                person.outer_end,
                "name",
                "person",
                office=person.offices[0] if person.offices else None,
                name_start=person.name_start,
                name_end=person.name_end,
            )
            for person in self._people
        ]

    def _of_marks(self) -> list[Noun]:
        nouns = []
        inside_people = {i for person in self._people for i in range(person.name_start, person.name_end)}
        for mark in self._marks.all:
            if mark.start in inside_people or mark.kind in ("adjective", "prefix"):
                continue
            sort = {
                "body": "organization",
                "initiative": "initiative",
                "place": "place",
                "capital": "place",
                "metonym": "place",
            }.get(mark.kind, "state")
            if mark.type == ACTING and mark.kind == "metonym":
                sort = "state"
            nouns.append(
                Noun(
                    self._article(mark.start),
                    mark.end,
                    mark.end,
                    "name",
                    sort,
                    mark=mark,
                    name_start=mark.start,
                    name_end=mark.end,
                )
            )
            nouns += [
                Noun(
                    inner.start,
                    inner.end,
                    inner.end,
                    "name",
                    "organization",
                    mark=inner,
                    name_start=inner.start,
                    name_end=inner.end,
                )
                for inner in mark.inner
            ]
        return nouns

    def _of_offices(self, taken: set[int]) -> list[Noun]:
        """Offices without a name: "the President", "the two foreign ministers"."""
        named = {office.start for person in self._people for office in person.offices}
        nouns = []
        for office in self._offices:
            if office.start in named:
                continue
            start = self._article(office.start)
            if office.plural:
                start = self._numbered(start if start == office.start else office.start)
                nouns.append(Noun(start, office.end, office.end, "group", "people", office=office))
            else:
                if start > 0 and self._tokens.low[start - 1] == "'s" and start == office.start:
                    owner = self._marks.ending(start - 1)
                    if owner is not None:
                        start = self._article(owner.start)
                if start == office.start and self._tokens.low[office.end - 1] in self._describing:
                    start = described_from(self._tokens, start, self._lexicon)
                nouns.append(Noun(start, office.end, self._after(office.end), "role", "office", office=office))
        return nouns

    def _after(self, end: int) -> int:
        return end

    def _numbered(self, start: int) -> int:
        """The start of a plural phrase with "the two", "both", "all three" before it."""
        low = self._tokens.low
        steps = 0
        while (
            start > 0
            and steps < _SKIPPED_BEFORE_HEAD
            and (low[start - 1] in self._groups.numbers or low[start - 1] in _CHAIR_WORDS)
        ):
            start -= 1
            steps += 1
        rated = start - 1 if start > 1 and low[start - 2] in self._groups.numbers else start
        if steps == 0 and rated < start and self._tokens.text[rated].islower() and low[rated] not in self._closed:
            return self._numbered(rated)  # "the two leftist presidents"
        return start

    def _of_groups(self, sentence: Sentence, taken: set[int]) -> list[Noun]:
        tokens, nouns = self._tokens, []
        at = sentence.start
        while at < sentence.end:
            match = self._groups.heads.match_at(tokens.low, tokens.low, at, sentence.end)
            if match is None or at in taken:
                described = self._described(at, sentence) if at not in taken else None
                if described is not None:
                    nouns.append(described)
                at += 1
                continue
            start = self._modified(at, sentence)
            counted = any(word in self._groups.numbers for word in tokens.low[start:at])
            defined = start < at and (tokens.low[start] in _CHAIR_WORDS or counted)
            leads = at == sentence.start and match.entries[0][0] in ("people", "states")
            if defined or leads or (match.entries[0][0] == "people" and match.end - match.start > 1):
                sort, kind = match.entries[0]
                nouns.append(
                    Noun(
                        start,
                        match.end,
                        match.end,
                        "group",
                        {"people": "people", "states": "states"}.get(sort, f"bodies:{kind}"),
                    )
                )
            at = match.end
        return nouns

    def _described(self, at: int, sentence: Sentence) -> Noun | None:
        """Persons described by state or body and a common noun.

        "European parliamentarians", "the Haitian officials".
        """
        tokens = self._tokens
        if tokens.low[at] not in self._common or not tokens.low[at].endswith("s"):
            return None
        owner = self._marks.ending(at)
        if (
            owner is None
            or owner.start < sentence.start
            or owner.kind not in ("adjective", "body", "state", "people", "place")
        ):
            return None
        return Noun(self._article(owner.start), at + 1, at + 1, "group", "described", mark=owner)

    def _modified(self, at: int, sentence: Sentence) -> int:
        """The start of a group expression: article, number and adjectives before its noun."""
        tokens, start, steps = self._tokens, at, 0
        while start > sentence.start and steps < _SKIPPED_BEFORE_HEAD:
            before = tokens.low[start - 1]
            mark = self._marks.at[start - 1]
            if before in self._groups.numbers or before in _CHAIR_WORDS:
                start -= 1
                if before in _CHAIR_WORDS and before not in ("both",):
                    break
            elif mark is not None and mark.kind == "adjective":
                start = mark.start
            elif before == "'s" and start - 2 >= sentence.start and tokens.low[start - 2] == "countries":
                start -= 2
            elif (
                before == "'"
                and start - 2 >= sentence.start
                and tokens.low[start - 2] in ("countries", "sides", "nations")
            ):
                start -= 2
            elif steps == 0 and before in (
                "respective",
                "friendly",
                "neighbouring",
                "neighboring",
                "brotherly",
                "sister",
                "negotiating",
                "contracting",
                "fraternal",
                "high",
            ):
                start -= 1
            else:
                break
            steps += 1
        return start

    def _of_descriptions(self, sentence: Sentence) -> list[Noun]:
        """Descriptions by state and common noun.

        "the Russian legislature", "the Ukrainian side", "the Government of Peru".
        """
        tokens, marks, nouns = self._tokens, self._marks, []
        for at in range(sentence.start, sentence.end):
            kind = self._generic.get(tokens.low[at])
            side = tokens.low[at] in self._groups.side
            if (kind is None and not side) or marks.at[at] is not None:
                continue
            start, owner = at, marks.ending(at)
            steps = 0
            while (
                owner is None
                and steps < 2
                and start - 1 > sentence.start
                and tokens.low[start - 1] not in self._lexicon.words.classes["closed"]
                and tokens.text[start - 1][0].isalpha()
            ):
                start -= 1
                steps += 1
                owner = marks.ending(start)
            if owner is None and tokens.low[start - 1] == "'s" and start - 1 > sentence.start:
                owner = marks.ending(start - 1)
            end = at + 1
            if owner is None and end + 1 < sentence.end and tokens.low[end] == "of":
                behind = end + 1 + (tokens.low[end + 1] == "the")
                owner = marks.starting(behind) if behind < sentence.end else None
                if owner is not None:
                    start, end = at, owner.end
            if owner is None or owner.kind not in ("adjective", "state", "people", "body", "place"):
                continue
            start = min(start, owner.start)
            sort = (
                "side"
                if side
                and kind in (None, "government", "delegation", "other")
                and tokens.low[at] in ("side", "people", "nation", "authorities", "leadership", "party")
                else f"description:{kind}"
            )
            nouns.append(Noun(self._article(start), end, end, "role", sort, mark=owner))
        return nouns

    def _of_heads(self, sentence: Sentence, taken: set[int]) -> list[Noun]:
        """The head noun of a body's name that stands for the whole: "the Authority"."""
        text, low, nouns = self._tokens.text, self._tokens.low, []
        for at in range(sentence.start + 1, sentence.end):
            if (
                text[at] in self._heads
                and low[at - 1] == "the"
                and at not in taken
                and self._marks.at[at] is None
                and (at + 1 == sentence.end or not text[at + 1][0].isupper())
            ):
                nouns.append(Noun(at - 1, at + 1, at + 1, "role", "head:" + text[at]))
        return nouns

    def _of_pronouns(self, sentence: Sentence) -> list[Noun]:
        tokens = self._tokens
        found = []
        for i in range(sentence.start, sentence.end):
            low = tokens.low[i]
            if low in _PERSONAL and not (low in ("us", "i") and tokens.text[i] not in ("us", "I", "Us")):
                found.append(Noun(i, i + 1, i + 1, "pronoun", low))
            elif (
                low == "it"
                and (i == sentence.start or tokens.low[i - 1] in (",", "and", "that", "–", "—"))
                and self._verb_follows(i + 1, sentence)
            ):
                found.append(Noun(i, i + 1, i + 1, "pronoun", "it"))
            elif (
                low in self._groups.numbers
                and self._verb_follows(i + 1, sentence)
                and (low == "both" or (i > sentence.start and tokens.low[i - 1] in ("the", "all")))
            ):
                start = i if low == "both" else i - 1
                found.append(Noun(start, i + 1, i + 1, "pronoun", "they"))
            elif (
                low in ("majesty", "highness", "excellency", "holiness", "eminence")
                and tokens.text[i][0].isupper()
                and i > sentence.start
                and tokens.low[i - 1] in ("his", "her", "royal")
            ):
                start = i - 2 if tokens.low[i - 1] == "royal" else i - 1
                found.append(Noun(start, i + 1, i + 1, "role", "honorific:" + low))
        taken = {i for noun in found if noun.sort.startswith("honorific") for i in range(noun.start, noun.end)}
        return [noun for noun in found if not self._is_part(noun, taken)]

    def _is_part(self, noun: Noun, taken: set[int]) -> bool:
        """Whether a pronoun is part of an honour ("His Majesty") or of a name, or an honour part of a title."""
        if noun.how == "pronoun":
            return noun.start in taken or noun.start in self._named
        return noun.end - 1 in self._named

    def _verb_follows(self, i: int, sentence: Sentence) -> bool:
        """Whether a finite verb comes next, adverbs aside; "it is" and "it was" tell of no entity."""
        words, low = self._lexicon.words, self._tokens.low
        while i < sentence.end and (low[i] in words.classes["adverb"] or low[i].endswith("ly")):
            i += 1
        return (
            i < sentence.end
            and low[i] not in ("is", "was")
            and (
                low[i] in words.classes["modal"]
                or words.is_verb(low[i], "past", "s")
                or low[i] in ("are", "were", "has", "have", "had")
            )
        )
