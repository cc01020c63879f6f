"""Who bears which personal name: full names, surnames, other orders and spellings of one person brought together."""

from __future__ import annotations

from memcon.extraction.people import Person
from memcon.extraction.person_names import fold, is_suffix
from memcon.extraction.tokens import Tokens
from memcon.extraction.world import Being, World
from memcon.lexicon import Lexicon

_SONS = frozenset({"bin", "ibn", "bint"})
_LONG_NAME = 6  # letters; shorter names that differ by a letter are other names
class Bearers:
    """Settles the persons of one text; longer names come first, so that a surname finds its bearer."""

    def __init__(self, tokens: Tokens, text: str, world: World, lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._text = text
        self._world = world
        self._particles = lexicon.name_words["particles"]
        self._suffixes = lexicon.name_words["suffixes"]
        self._met: list[Being] = []

    def settle(self, people: list[Person]) -> dict[int, int]:
        """The being of every person's name, by the token where the name starts."""
        bearers: dict[int, int] = {}
        named = [(self._words(person), person) for person in people]
        for words, person in sorted(named, key=lambda pair: (-len(pair[0]), pair[1].start)):
            being = self._bearer(words, person)
            if being is None:
                name = self._written(person)
                being = self._world.add("person", name, person.name_start, key=f"{name.lower()}@{person.name_start}")
                being.words = frozenset(words)
                self._met.append(being)
            being.first = min(being.first, person.name_start)
            being.gender = being.gender or person.gender
            bearers[person.name_start] = being.number
        for person in people:
            being = self._world.beings[bearers[person.name_start]]
            being.offices += person.offices
            being.state = being.state or person.state
            written = self._written(person)
            if written != being.name:
                being.aliases[written] = None
        for being in self._met:
            _rename(being)
        return bearers

    def _written(self, person: Person) -> str:
        """A person's name as the text writes it, on one line, with the stop of a last abbreviation ("Jr.")."""
        end = self._tokens.end[person.name_end - 1]
        if self._text[end : end + 1] == "." and self._tokens.low[person.name_end - 1] in ("jr", "sr"):
            end += 1
        return " ".join(self._text[self._tokens.start[person.name_start] : end].split())

    def _words(self, person: Person) -> list[str]:
        tokens = self._tokens
        return [
            fold(tokens.text[i])
            for i in range(person.name_start, person.name_end)
            if tokens.text[i][0].isalpha()
            and tokens.low[i] not in self._particles
            and not is_suffix(tokens.text[i], self._suffixes)
        ]

    def _bearer(self, words: list[str], person: Person) -> Being | None:
        """The person already met that bears this name.

        The same words, some of them, or the same surname and initial.
        """
        best: Being | None = None
        for being in self._met:
            if not words or not being.words or being.gender is not None and person.gender not in (None, being.gender):
                continue
            spelled = [_nearest_spelling(word, being.words) for word in words]
            if being.words.issuperset(spelled):
                if self._is_father(words, being, person):
                    continue
                if self._in_order(spelled, being, person) and (
                    best is None or len(being.words) < len(best.words) or self._is_nearer(being, best, person)
                ):
                    best = being
            elif (
                len(words) > 1
                and words[-1] == self._last(being)
                and words[0][0] == fold(being.name)[0]
                and (len(words[0]) < 3 or _short_for(words[0], being.words))
            ):
                best = best or being
        return best

    def _is_father(self, words: list[str], being: Being, person: Person) -> bool:
        """Whether a titled name is that of a father in a son's: "King Omar II" beside "Hussein bin Omar II"."""
        whole = being.name.split()
        at = next((i for i, word in enumerate(whole[:-1]) if word.lower() in _SONS), None)
        own = self._tokens.low[person.name_start] not in self._particles
        return bool(at is not None and own and person.offices and fold(whole[at + 1]) == words[0])

    def _in_order(self, words: list[str], being: Being, person: Person) -> bool:
        """Names of the same words in another order are others' where particles tell whose son ("Suhail bin Rashid")."""
        if len(words) < 2 or not any(
            word in self._particles for word in self._tokens.low[person.name_start : person.name_end]
        ):
            return True
        whole = [fold(word) for word in being.name.split()]
        places = [whole.index(word) for word in words if word in whole]
        return places == sorted(places)

    def _is_nearer(self, being: Being, best: Being, person: Person) -> bool:
        return len(being.words) == len(best.words) and abs(being.first - person.start) < abs(best.first - person.start)

    def _last(self, being: Being) -> str:
        words = [fold(word) for word in being.name.replace(",", " ").split() if not is_suffix(word, self._suffixes)]
        return words[-1] if words else ""


def _rename(being: Being) -> None:
    """A name in capitals only gives way to the same name in small letters."""
    if being.name.isupper() and len(being.name) > 3:
        other = next(
            (alias for alias in being.aliases if not alias.isupper() and alias.lower() == being.name.lower()), None
        )
        if other is not None:
            being.aliases.pop(other)
            being.aliases[being.name] = None
            being.name = other


def _short_for(word: str, known: frozenset[str]) -> bool:
    """Whether a given name may be short for one of the known words: "Joe" for "Joseph"."""
    return any(other[:2] == word[:2] and len(other) >= len(word) for other in known)


def _nearest_spelling(word: str, known: frozenset[str]) -> str:
    """The known word that a long word differs from by one letter ("Odobesco", "Odobescu"), else the word itself."""
    if word in known or len(word) < _LONG_NAME:
        return word
    return next((other for other in sorted(known) if word[0] == other[0] and _one_letter_apart(word, other)), word)


def _one_letter_apart(a: str, b: str) -> bool:
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1 or len(a) < _LONG_NAME:
        return False
    at = next((i for i in range(len(a)) if a[i] != b[i]), len(a))
    return a[at + 1 :] == b[at + 1 :] if len(a) == len(b) else a[at:] == b[at + 1 :]
