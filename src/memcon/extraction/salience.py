"""What a reader has in mind: subjects and other mentions so far, and which mentions are subjects."""

from __future__ import annotations

from memcon.extraction.sentences import Sentence
from memcon.extraction.syntax import Syntax
from memcon.extraction.world import Noun, World

_INNER = frozenset({"of", "with", "by", "for", "between", "to", "from", "in"})
_SAYING = frozenset({
    "said", "stressed", "added", "noted", "says", "concluded", "stated", "emphasized", "emphasised", "remarked",
    "underlined", "explained", "continued",
})
_ASIDE_SORTS = frozenset({"person", "office", "state", "side"})
_BEFORE_SUBJECTS = frozenset({"'s", "'", ",", "that", "and", "but", "while", "as", '"', "the", "-", "–", ":", ")"})
_LONGEST_ASIDE = 18  # tokens
_NEAR = 3  # sentences back that "they" and "it" reach


class Salience:
    """Remembers, mention by mention, who was spoken of as what."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.subjects: list[int] = []
        self.seen: list[int] = []
        self.bodies: list[int] = []
        self.of_sentence: dict[int, int] = {}
        self._plurals: list[tuple[int, tuple[int, ...]]] = []
        self._things: list[tuple[int, int]] = []
        self._named: list[tuple[int, int]] = []
        self._mains: dict[int, int] = {}
        self._last_as_subject: dict[int, int] = {}
        self._count = 0
        self._sentence = -1

    def note(self, noun: Noun, sentence: Sentence) -> None:
        """Remember a mention whose entity is known."""
        self.enter(sentence)
        if noun.being is None:
            return
        being = self._world.beings[noun.being]
        if being.kind == "organization" and noun.how == "name":
            self.bodies.append(being.number)
        if being.kind == "person":
            self.seen.append(being.number)
            self._named.append((self._count, being.number))
            if noun.subject:
                self.subjects.append(being.number)
                self._last_as_subject[being.number] = self._count
                self.of_sentence.setdefault(sentence.start, being.number)
                self._mains.setdefault(self._count, being.number)
        elif (
            being.kind in ("organization", "state")
            and noun.subject
            and noun.how not in ("pronoun", "group")
            and not noun.quoted
        ):
            self._things.append((self._count, being.number))
        elif (being.kind == "group" or noun.how == "group") and noun.subject and not noun.quoted:
            self._note_plural(being.members or (being.number,))

    def note_together(self, members: tuple[int, ...], sentence: Sentence) -> None:
        """Remember several subjects joined by "and" as one plural subject."""
        self.enter(sentence)
        self._note_plural(members)

    def _note_plural(self, members: tuple[int, ...]) -> None:
        """The first plural subject of a sentence is the one that stays in mind."""
        if not self._plurals or self._plurals[-1][0] != self._count:
            self._plurals.append((self._count, members))

    def enter(self, sentence: Sentence) -> None:
        """Go on to a sentence."""
        if sentence.start != self._sentence:
            self._sentence = sentence.start
            self._count += 1

    def plural(self, near: int = _NEAR) -> tuple[int, ...] | None:
        """The last plural subject, at most so many sentences back."""
        return self._plurals[-1][1] if self._plurals and self._count - self._plurals[-1][0] <= near else None

    def pair(self) -> tuple[int, ...]:
        """The two persons of the sentence before, or of this one, where it speaks of just two; else nobody."""
        for back in (0, 1):
            here = dict.fromkeys(number for count, number in self._named if count == self._count - back)
            if here:
                return tuple(here) if len(here) == 2 else ()
        return ()

    @property
    def main(self) -> int | None:
        """The person who was the first subject of the sentence before."""
        return self._mains.get(self._count - 1)

    def is_fresh(self, number: int) -> bool:
        """Whether somebody was a subject in the sentence before or in this one."""
        return self._count - self._last_as_subject.get(number, -2) <= 1

    def thing(self) -> int | None:
        """The last organization or state that was a subject, within a few sentences."""
        return self._things[-1][1] if self._things and self._count - self._things[-1][0] <= _NEAR else None


def mark_subjects(syntax: Syntax, sentences: list[Sentence], nouns: list[Noun]) -> None:
    """Tell the subjects.

    A finite verb follows the mention, or a verb of saying that closes a quotation stands before it.
    """
    k = 0
    for noun in nouns:
        while k + 1 < len(sentences) and sentences[k + 1].start <= noun.start:
            k += 1
        if not sentences or noun.quoted:
            continue
        noun.subject = _is_subject(noun, sentences[k], syntax) or _is_inverted(noun, syntax)


def _is_subject(noun: Noun, sentence: Sentence, syntax: Syntax) -> bool:
    low, text = syntax.tokens.low, syntax.tokens.text
    before = low[noun.start - 1] if noun.start > sentence.start else ""
    if before in _INNER:
        return False
    at = syntax.skip_adverbs(noun.outer, sentence.end)
    if at >= sentence.end or low[at] in ("'s", "'"):
        return False
    if syntax.finite(at) or at + 1 < sentence.end and text[at] == ":" and syntax.finite(at + 1):
        return True
    if text[at] != "," or noun.sort not in _ASIDE_SORTS:
        return False
    return noun.start <= sentence.start + 1 or _goes_on(at, before, sentence, syntax)


def _goes_on(comma: int, before: str, sentence: Sentence, syntax: Syntax) -> bool:
    """Whether a verb follows behind an aside: "its envoy Ana Sol, speaking in Lima, said"."""
    low, text = syntax.tokens.low, syntax.tokens.text
    if before not in _BEFORE_SUBJECTS or not (syntax.verb(comma + 1, "ing") or low[comma + 1] in ("who", "whose")):
        return False
    end = next((i for i in range(comma + 2, min(comma + _LONGEST_ASIDE, sentence.end)) if text[i] == ","), None)
    return end is not None and end + 1 < sentence.end and syntax.finite(end + 1)


def _is_inverted(noun: Noun, syntax: Syntax) -> bool:
    """Whether a verb of saying stands before a mention: "..., said Xi"."""
    i = noun.start - 1
    return i > 0 and syntax.tokens.low[i] in _SAYING and syntax.tokens.text[i - 1] in (",", '"')
