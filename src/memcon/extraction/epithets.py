"""Persons told again by what they are: "the Russian diplomat", "the 63-year-old", "the California Democrat"."""

from __future__ import annotations

from memcon.extraction.mark import Marks
from memcon.extraction.salience import Salience
from memcon.extraction.sentences import Sentence
from memcon.extraction.tokens import Tokens
from memcon.extraction.world import Being, Noun, World
from memcon.lexicon import Lexicon

_MOST_WORDS = 5  # between "the" and the noun
_AGE = ["-", "year", "-"]
_OTHERS = frozenset({"other", "another", "second", "same", "unnamed", "foreign"})
_STEPS = 3  # persons back that an epithet reaches
_SEEN = 6  # mentions of persons back in which somebody without a name is told again
_LEADING_RANK = 2
_DIPLOMATIC = frozenset({"foreign", "external", "ambassador", "envoy", "diplomat", "secretary", "representative"})


def find_epithets(tokens: Tokens, marks: Marks, sentence: Sentence, taken: set[int], lexicon: Lexicon) -> list[Noun]:
    """The definite singular descriptions of persons that are no offices."""
    words, found = lexicon.nouns["describing"]["all"], []
    closed = lexicon.words.classes["closed"]
    for at in range(sentence.start + 1, sentence.end):
        low = tokens.low[at]
        aged = low == "old" and tokens.low[at - 3 : at] == _AGE
        if not (low in words or aged) or at in taken:
            continue
        start = at
        while start > sentence.start and at - start < _MOST_WORDS:
            before = tokens.low[start - 1]
            if before in closed or not (tokens.text[start - 1][0].isalnum() or before == "-"):
                break
            start -= 1
        if start > sentence.start and tokens.low[start - 1] == "the":
            mark = next((mark for i in range(start, at) if (mark := marks.at[i]) is not None), None)
            found.append(Noun(start - 1, at + 1, at + 1, "role", "epithet", mark=mark))
    return found


def described_from(tokens: Tokens, start: int, lexicon: Lexicon) -> int:
    """The article before the words that describe somebody ("a senior Treasury official"), else the same token."""
    closed, first = lexicon.words.classes["closed"], start
    while first > 0 and start - first < _MOST_WORDS and tokens.low[first - 1] not in closed:
        if not tokens.text[first - 1][0].isalpha():
            return start
        first -= 1
    return first - 1 if first > 0 and first < start and tokens.low[first - 1] in ("a", "an", "the") else start


class Epithets:
    """Says whom an epithet means: the person spoken of last whom it fits."""

    def __init__(self, tokens: Tokens, world: World, salience: Salience, lexicon: Lexicon) -> None:
        self._low = tokens.low
        self._world = world
        self._salience = salience
        self._words = lexicon.nouns["describing"]["all"]

    def describes(self, noun: Noun) -> bool:
        """Whether a mention is one that says what somebody is, more than which office he holds."""
        return self._low[noun.end - 1] in self._words or self.is_aged(noun)

    def is_aged(self, noun: Noun) -> bool:
        """Whether "N-year-old" stands in or before a mention."""
        return "old" in self._low[max(0, noun.start - 1) : noun.end]

    def bearer(self, noun: Noun) -> int | None:
        """The latest subject whom the words fit, None where there is none."""
        words = self._low[noun.start : noun.end]
        if not _OTHERS.isdisjoint(words):
            return None
        state = noun.mark.state if noun.mark is not None else None
        state = noun.office.state if noun.office is not None and noun.office.state is not None else state
        unnamed = (number for number in reversed(self._salience.seen[-_SEEN:]) if not self._world.beings[number].named)
        same = next((number for number in unnamed if self._same_word(words[-1], self._world.beings[number])), None)
        if same is not None and state in (None, self._world.beings[same].state):
            return same
        latest = dict.fromkeys(reversed(self._salience.subjects))
        for number in list(latest)[:_STEPS]:
            being = self._world.beings[number]
            if state is not None and being.state not in (None, state):
                continue
            if self._fits(words[-1], being):
                return number
        return None

    def _fits(self, head: str, being: Being) -> bool:
        """Whether a word suits what is known of a person: no head of state is called an official."""
        if head in ("official", "envoy", "negotiator", "mediator", "aide", "adviser", "advisor", "source"):
            return being.rank > _LEADING_RANK and self._same_word(head, being)
        if head == "diplomat":
            held = {word for office in being.offices for word in self._low[office.start : office.end]}
            return being.rank > _LEADING_RANK and (not held or bool(_DIPLOMATIC & held))
        return True

    def _same_word(self, head: str, being: Being) -> bool:
        """A person whom the text does not name is told again by the same word only."""
        return being.named or head in being.name.lower().split()
