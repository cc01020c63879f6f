"""What belongs to a name behind its head noun: "for Parliamentary Cooperation", "of the Workers' Party of Tarung"."""

from __future__ import annotations

from memcon.extraction.mark import Mark, Marks
from memcon.extraction.sentences import Sentence
from memcon.extraction.tokens import Tokens
from memcon.lexicon import Lexicon
from memcon.lexicon.entries import StateEntry

_PREPOSITIONS = frozenset({"of", "for", "on", "against", "to"})
_CHIEFS = frozenset(
    {"president", "prime", "chancellor", "king", "premier"}
)  # "Office of the President", "Chancellery of the Prime Minister"
_OFFICES = frozenset({"office", "chancellery", "administration", "secretariat", "cabinet"})
_DESCRIBING = ("able", "ible", "al", "ic", "ive", "ary", "ous", "an", "ern", "ed", "ing", "ar")
_PLURALS = frozenset({
    "heads", "ministers", "chiefs", "speakers", "presidents", "ambassadors", "deputies", "judges", "directors",
    "commanders", "representatives", "governors", "secretaries",
})


class NameTails:
    """Finds the complements of head nouns in one text."""

    def __init__(self, tokens: Tokens, marks: Marks, lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._marks = marks
        self._listed = marks.at
        self._heads = lexicon.heads
        self._given = lexicon.given_names
        self._closed = lexicon.words.classes["closed"]
        self._calendar = lexicon.words.classes["calendar"]

    def owner(self, end: int, sentence: Sentence, pair: bool = False) -> tuple[int, StateEntry | None] | None:
        """Where "of [the] STATE" ends that follows a name, and the state.

        With `pair` also "of STATE and STATE", whose state is none.
        """
        low = self._tokens.low
        if end + 1 >= sentence.end or low[end] != "of":
            return None
        owner = self._marks.starting(end + 1 + (low[end + 1] == "the"))
        if owner is None or owner.kind != "state" or owner.end > sentence.end:
            return None
        if pair and owner.end + 1 < sentence.end and low[owner.end] == "and":
            other = self._marks.starting(owner.end + 1 + (low[owner.end + 1] == "the"))
            if other is not None and other.kind == "state":
                return other.end, None
        return owner.end, owner.state

    def after(self, at: int, sentence: Sentence) -> tuple[int, tuple[Mark, ...]]:
        """Where the complement of the head noun before a token ends, and the bodies named in it."""
        low, head, end = self._tokens.low, at - 1, at
        inner: list[Mark] = []
        while at + 1 < sentence.end and low[at] in _PREPOSITIONS:
            begin = at + 1 + (low[at + 1] in ("the", "a", "an"))
            mark = self._listed[begin] if begin < sentence.end else None
            if (
                mark is not None
                and mark.kind in ("state", "capital", "place", "people")
                and mark.start == begin
                and not self._goes_on(mark, sentence)
            ):
                break
            stop = self._office(begin, head, sentence) if low[at] == "of" else begin
            if stop == begin and low[at] == "to":
                break
            if stop == begin:
                stop, seen = self._capitals(begin, sentence)
                inner += seen or (self._headed(begin, stop, sentence) if low[at] == "of" else [])
            if stop == begin:
                break
            end = at = stop
        return self._years(end, sentence), tuple(inner)

    def _years(self, end: int, sentence: Sentence) -> int:
        """The end behind the years of a plan: "for 2024–2027"."""
        text = self._tokens.text
        if end + 1 >= sentence.end or text[end] != "for" or not _is_year(text[end + 1]):
            return end
        dashed = end + 3 < sentence.end and text[end + 2] in ("-", "–") and _is_year(text[end + 3])
        return end + 4 if dashed else end + 2

    def _headed(self, begin: int, stop: int, sentence: Sentence) -> list[Mark]:
        """The body that a complement names by its own head: "Council of the World Maritime Assembly"."""
        kind = self._heads.bodies.get(self._tokens.text[stop - 1]) if stop - begin > 1 else None
        if kind is None:
            return []
        owner = self.owner(stop, sentence)
        return [Mark(begin, stop if owner is None else owner[0], "body", kind, None if owner is None else owner[1])]

    def _goes_on(self, mark: Mark, sentence: Sentence) -> bool:
        """Whether a state or place is only the first word of the complement.

        "for Security Assistance Group Ukraine".
        """
        at = mark.end
        return (
            at < sentence.end and self._tokens.text[at][0].isupper() and self._listed[at] is None and self._is_field(at)
        )

    def _office(self, at: int, head: int, sentence: Sentence) -> int:
        """The end of an office that the head serves ("of the Prime Minister") or gathers ("of Ministers")."""
        low, text = self._tokens.low, self._tokens.text
        if at >= sentence.end or not text[at][0].isupper():
            return at
        if low[at] in _CHIEFS and low[head] in _OFFICES:
            return at + 1 + (at + 1 < sentence.end and low[at + 1] == "minister")
        if low[at] in _PLURALS:
            end = at + 1
            while (
                end < sentence.end
                and text[end][0].isupper()
                and self._listed[end] is None
                and self._heads.is_common(low[end])
            ):
                end += 1
            if end + 3 < sentence.end and low[end] == "of" and low[end + 1] == "state":
                end += 4 if low[end + 2] == "and" and low[end + 3] == "government" else 2
            return end
        return at

    def _capitals(self, at: int, sentence: Sentence) -> tuple[int, list[Mark]]:
        """Where a run of capitalized words ends, "and" and commas between them included; and the bodies in it."""
        first = end = at
        inner: list[Mark] = []
        while at < sentence.end:
            mark = self._marks.starting(at)
            if mark is not None:
                if (
                    mark.kind == "initiative"
                    or mark.kind == "body"
                    and self._tokens.low[at - 1] == "and"
                    and at > first
                ):
                    break
                end = at = mark.end
                inner += [mark] if mark.kind == "body" else []
                if not self._passes(mark, sentence):
                    break
            elif self._is_word(at):
                if at > first and self._opens_person(at):
                    break
                end = at = at + 1
            elif end == at and at + 1 < sentence.end and self._is_compound(at):
                end = at = at + 2
            elif end == at and at + 1 < sentence.end and self._joins(at):
                at += 1
            else:
                break
        return end, inner

    def _is_compound(self, at: int) -> bool:
        """Whether a hyphen joins a small word to the one before it: "Follow-up", "Peace-building"."""
        tokens = self._tokens
        return tokens.text[at] == "-" and tokens.glued(at) and tokens.glued(at + 1) and tokens.text[at + 1].islower()

    def _passes(self, mark: Mark, sentence: Sentence) -> bool:
        """Whether a complement goes on behind a mark: not behind a body, behind a state or place with a field only."""
        if mark.kind not in ("state", "place", "capital"):
            return mark.kind != "body"
        at = mark.end
        return at < sentence.end and self._tokens.text[at][0].isupper() and self._is_field(at)

    def _opens_person(self, at: int) -> bool:
        """Whether an uncommon word begins the name of somebody."""
        return not self._is_field(at) and (self._tokens.low[at] in self._given or self._names_person(at))

    def _joins(self, at: int) -> bool:
        """Whether a possessive, a hyphen, "and", a comma or "in" carries the run on."""
        low, text = self._tokens.low, self._tokens.text
        capital = text[at + 1][0].isupper()
        if text[at] in ("-", "'s", "&", "'"):
            return capital and (self._tokens.glued(at + 1) or text[at] != "-")
        if low[at] == "in":
            return low[at + 1] in ("persons", "women", "arms")
        if low[at] not in ("and", ",") or not capital or self._listed[at + 1] is not None:
            return False
        if self._is_field(at + 1):
            return True
        described = at + 2 < len(text) and text[at + 2][0].isupper() and self._is_field(at + 2)
        return low[at] == "and" and described and low[at + 1].endswith(_DESCRIBING) and low[at + 1] not in self._given

    def _is_word(self, at: int) -> bool:
        word, low = self._tokens.text[at], self._tokens.low[at]
        if self._listed[at] is not None or not word[0].isupper() or low in self._closed or low in self._calendar:
            return False
        return (
            low not in self._heads.titles
            or low in self._heads.subjects
            or low in _PLURALS
            and self._tokens.low[at - 1] == "'s"
        )

    def _is_field(self, at: int) -> bool:
        return self._heads.is_common(self._tokens.low[at])

    def _names_person(self, at: int) -> bool:
        """Whether an uncommon word after the field of a head opens a run of such words.

        "for International Policy Jakub Kumoch".
        """
        text = self._tokens.text
        common_before = self._is_field(at - 1) or self._listed[at - 1] is not None
        return (
            common_before
            and at + 1 < len(text)
            and text[at + 1][0].isupper()
            and not self._is_field(at + 1)
            and text[at + 1] not in self._heads.bodies
            and text[at + 1] not in self._heads.initiatives
        )


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()
