"""The carrier that goes through the stages of extraction: a document, what was found in it so far, and the lexicon."""

from __future__ import annotations

from dataclasses import dataclass, field

from memcon.extraction.author import find_author, find_voice
from memcon.extraction.dates import DateMark, find_dates
from memcon.extraction.coreference import Resolver
from memcon.extraction.implied import implied_subjects
from memcon.extraction.marks import Marks, find_marks
from memcon.extraction.mentions import MentionFinder
from memcon.extraction.naming import Namer
from memcon.extraction.offices import Office, OfficeFinder
from memcon.extraction.people import PeopleFinder
from memcon.extraction.repair import repair
from memcon.extraction.sentences import Quotation, Sentence, find_quotations, find_sentences
from memcon.extraction.syntax import Syntax
from memcon.extraction.tokens import Tokens
from memcon.extraction.world import Being, Noun, World
from memcon.lexicon import Lexicon
from memcon.lexicon.entries import CueGroup
from memcon.model import Act, Block, Document, Span


@dataclass(slots=True)
class Said:
    """A statement in the making: who said what, by which cue, in which sentence; ranges are of tokens."""

    speaker: tuple[int, ...]
    sentence: Sentence
    content: list[tuple[int, int]]
    cue: tuple[int, int] | None
    group: CueGroup | None
    act: Act
    rule: str
    direct: bool = False
    addressee: tuple[int, ...] = ()
    negated: bool = False
    modal: str | None = None
    confidence: float = 0.9
    reasons: list[str] = field(default_factory=list)
    id: str = ""

    def covers(self, token: int) -> bool:
        """Whether a token lies in the content."""
        return any(start <= token < end for start, end in self.content)


class Draft:
    """A reading in the making.

    Tokens, sentences, marks, mentions and entities are found when it is built; the record stages
    add to `said` and ask it who is who.
    """

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.lexicon = lexicon
        self.text = document.text
        self.repaired = repair(document.text)
        self.tokens = Tokens(self.repaired)
        self.blocks = document.blocks or (Block("paragraph", 0, len(document.text)),)
        self.quotations: list[Quotation] = find_quotations(self.tokens, self.blocks)
        self.sentences: list[Sentence] = find_sentences(self.tokens, self.blocks, self.quotations)
        self.body: list[Sentence] = [s for s in self.sentences if s.kind in ("paragraph", "item")]
        self.syntax = Syntax(self.tokens, lexicon.words)
        self.marks: Marks = find_marks(self.tokens, self.sentences, lexicon, document.side)
        finder = OfficeFinder(self.tokens, self.marks, lexicon)
        self.offices: list[Office] = [office for sentence in self.sentences for office in finder.find_all(sentence)]
        people = PeopleFinder(self.tokens, self.marks, self.offices, lexicon).find_all(self.sentences)
        self.world = World()
        self.namer = Namer(self.tokens, self.text, self.marks, self.world, lexicon)
        bearers = self.namer.people(people)
        mentions = MentionFinder(self.tokens, self.marks, self.offices, people, lexicon)
        self.nouns: list[Noun] = sorted(
            mentions.find_all(self.sentences, self.quotations) + self.namer.appositions(self.sentences),
            key=lambda noun: (noun.start, -noun.end),
        )
        resolver = Resolver(self.syntax, self.sentences, self.nouns, self.world, self.namer, bearers, document.side)
        resolver.resolve()
        implied = implied_subjects(self.body, self.nouns, self.syntax, lexicon)
        if implied:
            self.nouns = sorted([*self.nouns, *implied], key=lambda noun: (noun.start, -noun.end))
        self.principals = resolver.principals
        self.states = resolver.states
        self._party_of = resolver.party_of
        self.dates: list[DateMark] = self._dates(document.published)
        self.quoted = bytearray(len(self.tokens) + 1)
        for quotation in self.quotations:
            for i in range(quotation.start, quotation.end):
                self.quoted[i] = 1
        self.noun_at = _by_end(self.nouns)
        self.noun_from = _by_start(self.nouns)
        self.said: list[Said] = []
        self.author: int | None = find_author(document, self.sentences, self.nouns, self.world, lexicon)
        voice = find_voice(document, self.sentences, self.nouns, self.tokens.low) if self.author is None else ()
        self.voice: tuple[int, ...] = tuple(member for number in voice for member in self.people_of(number))

    def _dates(self, published: str | None) -> list[DateMark]:
        """The dates of the text, but for those that are only parts of an origin line ("archive/2020s/")."""
        origin = self.document.origin
        start = self.text.find(origin) if origin else -1
        end = start + len(origin) if origin and start >= 0 else -1
        return [date for date in find_dates(self.repaired, published) if not start <= date.start < end]

    def being(self, noun: Noun | None) -> Being | None:
        """The entity of a mention."""
        return None if noun is None or noun.being is None else self.world.beings[noun.being]

    def span(self, start: int, end: int) -> Span:
        """The span of the tokens from `start` to `end` (exclusive)."""
        return self.document.span(self.tokens.start[start], self.tokens.end[end - 1])

    def state_of(self, number: int) -> int | None:
        """The state that an entity is or belongs to."""
        being = self.world.beings[number]
        if being.kind == "state":
            return number
        if being.state is None:
            return None
        return self.namer.state(being.state, being.first).number

    def side_of(self, number: int) -> int | None:
        """The state that an entity is or belongs to, or else the organization that a person speaks for."""
        state = self.state_of(number)
        being = self.world.beings[number]
        if state is not None or being.kind != "person":
            return state
        before = None if being.named else self.marks.ending(being.first)  # "a [Downing Street] spokesperson"
        if before is not None and before.state is not None:
            return self.namer.state(before.state, before.start).number
        return self._party_of(being)

    def people_of(self, number: int) -> tuple[int, ...]:
        """The members of a group, or the entity itself."""
        being = self.world.beings[number]
        return being.members or (number,)

    def nouns_in(self, start: int, end: int) -> list[Noun]:
        """The mentions that begin within a range of tokens."""
        return [noun for noun in self.nouns if start <= noun.start < end]

    def dates_in(self, start: int, end: int) -> list[DateMark]:
        """The dates whose words lie within a range of tokens."""
        first, last = self.tokens.start[start], self.tokens.end[end - 1]
        return [date for date in self.dates if first <= date.start and date.end <= last]


def _by_end(nouns: list[Noun]) -> dict[int, Noun]:
    """For every token index the widest mention that ends right before it, apposition included."""
    found: dict[int, Noun] = {}
    for noun in nouns:
        if noun.sort == "apposition":
            continue
        for end in {noun.end, noun.outer}:
            other = found.get(end)
            if other is None or noun.start < other.start:
                found[end] = noun
    return found


def _by_start(nouns: list[Noun]) -> dict[int, Noun]:
    """For every token index the widest mention that begins there."""
    found: dict[int, Noun] = {}
    for noun in nouns:
        other = found.get(noun.start)
        if other is None or noun.end > other.end:
            found[noun.start] = noun
    return found
