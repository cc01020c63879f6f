"""Where personal names begin and end: given names and surnames in every order, particles, initials, suffixes."""

from __future__ import annotations

import re
import unicodedata

from memcon.extraction.mark import Marks
from memcon.extraction.offices import Office
from memcon.extraction.sentences import Sentence
from memcon.extraction.tokens import Tokens
from memcon.lexicon import Lexicon

_MOST_WORDS = 6
_NAMES_AND_TITLES = frozenset({"sultan", "amir", "emir", "prince", "khan", "marshal", "major", "judge", "bishop"})
_NUMERALS = frozenset("ivx")
_NO_NAME = frozenset({
    "i", "mr", "president", "minister", "government", "ministry", "republic", "agreement", "meeting", "summit", "visit",
    "readout", "statement", "press", "media", "yes", "no", "thank", "thanks", "good", "dear", "welcome", "colleagues",
    "excellency", "excellencies", "majesty", "highness", "friends", "ladies", "gentlemen", "photo", "source", "side",
    "sides", "party", "parties", "state", "states", "both", "holiness", "elections", "joint", "additional", "order",
    "declarations", "talks", "region", "regions", "north", "south", "east", "west", "northern", "southern", "eastern",
    "western", "central", "euro", "pro", "anti", "non", "gmt", "am", "pm", "covid", "mou", "mp", "mps", "prime",
    "deputy", "foreign", "armed", "embassy", "ambassador", "delegation", "parliament", "people", "nation", "nations",
    "world", "war", "day", "year", "kremlin", "presidency", "secretary", "speaker", "member", "members", "chairman",
})
_NO_TAIL = frozenset({
    "led", "based", "style", "era", "backed", "controlled", "born", "like", "initiated", "elect", "brokered", "hosted",
    "chaired", "occupied", "held",
})
_GLUED = re.compile(
    r"[a-z](?:Prime|President|Minister|Foreign|Federal|Chancellor|Secretary|Speaker|Chairman|Ambassador|King|Deputy)$"
)


_PLAIN = str.maketrans({"ł": "l", "Ł": "L", "ı": "i", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "s"})


def fold(word: str) -> str:
    """A word in lower case without diacritics."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.translate(_PLAIN))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def is_suffix(word: str, suffixes: frozenset[str]) -> bool:
    """Whether a word closes a name without being part of it: "Jr.", "III"; "Xi" is a surname and no number."""
    low = word.lower().rstrip(".")
    return low in suffixes and (word.isupper() or not set(low) <= _NUMERALS)


class NameReader:
    """Reads personal names in one text; `known` holds the words of the names that something but their form marks."""

    def __init__(self, tokens: Tokens, marks: Marks, offices: list[Office], lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._marks = marks
        self._office_cover = {i for office in offices for i in range(office.start, office.end)}
        self._given = lexicon.given_names
        self._particles = lexicon.name_words["particles"]
        self._suffixes = lexicon.name_words["suffixes"]
        self._family_first = lexicon.name_words["family_first"]
        self._words = lexicon.words
        self._closed = lexicon.words.classes["closed"] | lexicon.words.classes["adverb"]
        self._calendar = lexicon.words.classes["calendar"]
        self._heads = lexicon.heads
        self.known: set[str] = set()

    def end(self, at: int, sentence: Sentence, strict: bool) -> int:
        """Where a personal name that starts at a token ends; `at` itself if none does.

        A name never repeats a word. `strict` is for names that nothing else marks as such.
        """
        tokens, i, end, words = self._tokens, at, at, 0
        seen: set[str] = set()
        while i < sentence.end and words < _MOST_WORDS:
            if self._links(i, at, end, sentence):
                i += 1
                if tokens.text[i - 1] == "-" and tokens.text[i][0].islower() and tokens.low[i] not in self._particles:
                    i = end = i + 1  # "Ji-young"
            elif end > at and is_suffix(tokens.text[i], self._suffixes):
                i = end = i + 1
            elif end == i and i > at and self._is_numeral(i, strict, sentence):
                i = end = i + 1
            elif (tokens.low[i] not in seen or tokens.low[i - 1] in self._particles) and self._is_word(
                i, at, end, strict, sentence
            ):
                seen.add(tokens.low[i])
                i = end = i + 1
                words += 1
            else:
                break
        if end < sentence.end and tokens.text[end] == "Administration":
            return at
        return end - 1 if end > at and tokens.text[end - 1] == "-" else end

    def is_given(self, i: int) -> bool:
        """Whether a title is a given name here, a name goes on behind it: "Sultan Al Jaber", "Amir Khan Muttaqi"."""
        tokens = self._tokens
        if not (tokens.low[i] in self._given or tokens.low[i] in _NAMES_AND_TITLES) or i + 1 >= len(tokens):
            return False
        return tokens.text[i].istitle() and (tokens.low[i + 1] in self._particles or self._followed(i))

    def _is_numeral(self, i: int, strict: bool, sentence: Sentence) -> bool:
        """Whether "I" counts the bearers of a name: "Bartholomew I"."""
        after = self._tokens.low[i + 1] if i + 1 < sentence.end else "."
        if self._tokens.text[i] != "I":
            return False
        return not strict or not (self._words.is_verb(after) or after in self._words.classes["aux"])

    def _links(self, i: int, at: int, end: int, sentence: Sentence) -> bool:
        """Whether a token joins the words of a name: a particle, a hyphen, the comma before a suffix."""
        tokens = self._tokens
        if i + 1 >= sentence.end:
            return False
        word, low, after = tokens.text[i], tokens.low[i], tokens.text[i + 1]
        if low in self._particles:
            return (end > at or word[0].isupper() or after == "-") and self._goes_on(i + 1, sentence)
        if word == "-":
            return (
                i > at
                and tokens.glued(i)
                and tokens.glued(i + 1)
                and after[0].isalpha()
                and (after[0].isupper() or end == i and after.lower() not in _NO_TAIL)
            )
        if word == ",":
            return (
                end > at
                and end == i
                and is_suffix(tokens.text[i + 1], self._suffixes)
                and (
                    tokens.low[i + 1] not in ("senior", "junior")
                    or i + 2 >= sentence.end
                    or not tokens.text[i + 2][0].isupper()
                )
            )
        return False

    def _goes_on(self, i: int, sentence: Sentence) -> bool:
        tokens = self._tokens
        while i < sentence.end and (tokens.text[i] == "-" or tokens.low[i] in self._particles):
            i += 1
        return i < sentence.end and tokens.text[i][0].isupper() and tokens.low[i] not in _NO_NAME

    def _is_word(self, i: int, at: int, end: int, strict: bool, sentence: Sentence) -> bool:
        """Whether a token can be a word of a name."""
        tokens = self._tokens
        word, low = tokens.text[i], tokens.low[i]
        if len(word) == 2 and word[1] == "." and word[0].isupper():
            return True
        if (
            i in self._office_cover
            and not (i == at and self.is_given(i))
            or not (self._is_shaped(word, low) or i == at and not strict and self._is_surname(i))
        ):
            return False
        if low in self._calendar and not (low in ("april", "may", "june", "august") and i == at and self._followed(i)):
            return False
        if (word in self._heads.bodies or word in self._heads.initiatives) and low not in self.known:
            return i == at and not strict and self._followed(i)
        if end > at and word.isupper() and low not in self._given and self._words.is_verb(low, "past"):
            return False
        if (
            strict
            and low not in self.known
            and self._heads.is_common(low)
            and low not in self._given
            and low not in self._family_first
            and not (i == at + 1 and tokens.low[at] in self._family_first)
        ):
            return False
        if sentence.kind in ("title", "heading") and low not in self._given and self._words.is_verb(low, "s"):
            return False
        if self._marks.at[i] is not None:
            return self._is_marked_word(i, at, end, strict)
        first = (
            i == at
            and strict
            and (i == 0 or tokens.text[i - 1] in (".", "!", "?", '"', ":") or tokens.start[i] > tokens.end[i - 1] + 1)
        )
        return not (
            first
            and low not in self._given
            and low not in self.known
            and low not in self._family_first
            and self._words.is_verb(low)
        )

    def _is_shaped(self, word: str, low: str) -> bool:
        """Whether a word has the form of a name and is none of the words that never are one."""
        if not word[0].isupper() or low in _NO_NAME or low in self._closed or word.endswith("."):
            return False
        return word.replace("'", "").isalpha() and not _GLUED.search(word)

    def _is_surname(self, i: int) -> bool:
        """Whether a word that looks like another is a surname that comes first: "To Lam", "Do Van Chien"."""
        tokens = self._tokens
        first = tokens.low[i] in self._family_first and tokens.text[i].istitle()
        return first and (tokens.low[i] in self.known or self._followed(i))

    def _is_marked_word(self, i: int, at: int, end: int, strict: bool) -> bool:
        """Whether the name of a place or state is a word of a person's name here.

        "Victoria Nuland", "Vuong Dinh Hue".
        """
        mark, low = self._marks.at[i], self._tokens.low[i]
        if mark is None or mark.end - mark.start > 1:
            return False
        if i == at and mark.kind in ("place", "capital") and (low in self._given or not strict) and self._followed(i):
            return True
        return (
            end > at
            and (mark.kind in ("state", "place", "capital", "metonym") or low in self._given)
            or low in self.known
        )

    def _followed(self, i: int) -> bool:
        """Whether a capitalized word that no list knows comes next."""
        tokens = self._tokens
        if i + 1 >= len(tokens):
            return False
        word = tokens.text[i + 1]
        return (
            word[0].isupper()
            and word.isalpha()
            and self._marks.at[i + 1] is None
            and word not in self._heads.bodies
            and not self._heads.is_common(word.lower())
        )
