"""States and legislatures that no list holds.

Told by the offices and governments that a text gives them ("President of Marenth").
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from memcon.extraction.sentences import Sentence
from memcon.extraction.tokens import Tokens
from memcon.lexicon import Lexicon
from memcon.lexicon.entries import StateEntry

_POLITIES = frozenset(
    {"republic", "kingdom", "sultanate", "emirate", "principality", "commonwealth", "federation", "duchy"}
)
_RULED = frozenset({
    "president", "king", "queen", "government", "parliament", "ambassador", "premier", "chancellor", "emir", "sultan",
    "people", "embassy", "presidency", "minister", "leader", "assembly", "prime", "ministry", "foreign", "national",
})
_RULED_ONLY = _RULED - {"foreign", "national", "prime"}
_HEADED = frozenset(
    {"minister", "affairs", "relations"}
)  # "Foreign Minister of X", "Minister for External Relations of X"
_DEMONYMS = (
    "ian",
    "ean",
    "an",
    "n",
    "ese",
    "i",
    "ish",
    "ite",
    "er",
    "ic",
    "ch",
    "ians",
    "ans",
    "ns",
    "is",
    "ites",
    "ers",
)
_GEOGRAPHY = ("Islands", "Island", "Republic", "States", "Federation")
_SPEAKERS = frozenset(
    {"speaker", "chairman", "chairwoman", "chairperson", "deputies", "members", "session", "building", "head"}
)
_BEFORE_POLITY = frozenset({
    "the", "federal", "democratic", "islamic", "people's", "'s", "socialist", "united", "of", "and",
})
_BEFORE_NAMES = frozenset({
    "San", "New", "North", "South", "East", "West", "Nueva", "Nova", "Saint", "Santa", "Upper", "Lower",
})
_ENVOYS = frozenset({"ambassador", "commissioner"})
_PARTICLES = frozenset({"bin", "al", "de", "la", "von", "van", "-"})
_ACTS = frozenset({"is", "has", "will", "would", "had", "supports", "said", "does", "firmly", "attaches"})
_SHORTEST_NAME = 4  # letters
_MOST_WORDS = 3
_NEEDED = 3  # votes; one mention as a polity is enough, an office alone is not
_COMMON_TAILS = ("tion", "ment", "ity", "ance", "ence", "ics", "airs", "ions", "ents", "ures", "ties", "ople")


class LocalNames(NamedTuple):
    """What the text introduces.

    `states` by name or demonym (true marks the name), `legislatures` by their one-word name.
    """

    states: dict[str, tuple[StateEntry, bool]]
    legislatures: frozenset[str]


def find_local_names(tokens: Tokens, sentences: list[Sentence], lexicon: Lexicon) -> LocalNames:
    """Names and demonyms (in lower case) of states that the lexicon lacks, and single words that name a legislature.

    A name counts as a state's when the text calls it a republic, kingdom or the like, or gives it an office or a
    government and uses it elsewhere too as one uses a state's name.
    """
    legislatures = _legislatures(tokens, sentences, lexicon)
    votes = _Votes(tokens, lexicon, legislatures).count(sentences)
    found: dict[str, tuple[StateEntry, bool]] = {}
    capitals = sorted({word for word in tokens.text if word[0].isupper()}) if votes else []
    for name, vote in sorted(votes.items()):
        if vote + _used_as_state(tokens, name) < _NEEDED or name.lower() in found:
            continue
        state = StateEntry(code="", name=name)
        found[name.lower()] = (state, True)
        for word in capitals:
            if _is_demonym(word.lower(), name, lexicon):
                found.setdefault(word.lower(), (state, False))
    return LocalNames(found, legislatures)


class _Votes:
    """How strongly each unknown name is called or ruled like a state."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, legislatures: frozenset[str]) -> None:
        self._tokens = tokens
        self._low = tokens.low
        self._text = tokens.text
        self._lexicon = lexicon
        self._houses = legislatures | frozenset(
            word for word, kind in lexicon.heads.bodies.items() if kind in ("legislature", "chamber")
        )
        self._votes: Counter[str] = Counter()

    def count(self, sentences: list[Sentence]) -> Counter[str]:
        """The votes of every name."""
        low = self._low
        for sentence in sentences:
            for i in range(sentence.start, sentence.end - 2):
                if low[i + 1] == "of":
                    self._ruled(i, sentence)
                elif low[i] == "of":
                    self._titled(i, sentence)
                elif low[i + 1] == "'s" and low[i + 2] in _RULED and not self._text[i - 1][0].isupper():
                    self._vote(i, i + 1, 2)
                elif low[i] == "one" and low[i + 1] == "-" and low[i + 3 : i + 4] in (["principle"], ["policy"]):
                    self._vote(i + 2, i + 3, 3)
                elif low[i] == "between" and i + 3 < sentence.end and low[i + 2] == "and":
                    self._related(i, sentence)
                elif low[i] == "to" and not _ENVOYS.isdisjoint(low[max(0, i - 6) : i]):
                    self._vote(i + 1, sentence.end, 2)
        return self._votes

    def _vote(self, at: int, end: int, votes: int) -> None:
        name = _name_at(self._tokens, at, end, self._lexicon)
        if name is not None:
            self._votes[name] += votes

    def _ruled(self, i: int, sentence: Sentence) -> None:
        """ "The Republic of X", "the President of X", "the House of Assembly of X"."""
        low = self._low[i]
        if low in _POLITIES or low in _RULED or low in _HEADED or self._text[i] in self._houses:
            polity = low in _POLITIES and (i == 0 or self._low[i - 1] in _BEFORE_POLITY)
            self._vote(i + 2 + (self._low[i + 2] == "the"), sentence.end, 3 if polity else 2)

    def _titled(self, i: int, sentence: Sentence) -> None:
        """A title and a name before "of": "King Suhail bin Rashid of X"."""
        if i == sentence.start or not self._text[i - 1][0].isupper():
            return
        for j in range(i - 1, max(sentence.start, i - 7) - 1, -1):
            if self._low[j] in _RULED_ONLY:
                if j < i - 1:
                    self._vote(i + 1 + (self._low[i + 1] == "the"), sentence.end, 2)
                return
            if not self._text[j][0].isupper() and self._low[j] not in _PARTICLES:
                return

    def _related(self, i: int, sentence: Sentence) -> None:
        """ "Diplomatic relations between X and Y"."""
        if not {"relations", "ties"}.isdisjoint(self._low[max(0, i - 4) : i]):
            for at in (i + 1, i + 3):
                self._vote(at, sentence.end, 2)


def _used_as_state(tokens: Tokens, name: str) -> int:
    """A vote each for a name used as one side of a pair, as an owner, as the goal of travel, and as an actor."""
    words, low = name.lower().split(), tokens.low
    size, kinds = len(words), set()
    for i in range(len(low) - size):
        if low[i] != words[0] or low[i : i + size] != words:
            continue
        before, after = low[i - 1] if i else "", low[i + size]
        if after in ("and", "-", "–") or before in ("and", "-", "–", "between", "with"):
            kinds.add("pair")
        elif after in ("'s", "'"):
            kinds.add("owner")
        elif before in ("to", "in", "against", "from"):
            kinds.add("goal")
        elif after in _ACTS:
            kinds.add("actor")
    return len(kinds)


def _name_at(tokens: Tokens, at: int, end: int, lexicon: Lexicon) -> str | None:
    """A capitalized name of one or two words that no list knows and that no common noun goes on with."""
    text = tokens.text
    if at >= end or not text[at][0].isupper() or not text[at].isalpha():
        return None
    if len(text[at]) < _SHORTEST_NAME and text[at] not in _BEFORE_NAMES:
        return None
    shouted = text[at].isupper()
    if shouted and (at == 0 or not text[at - 1].isupper()):
        return None
    match = lexicon.names.match_at(text, tokens.low, at, end)
    words = _name_words(text, at, end, shouted)
    if match is not None and (match.end - match.start > 1 or len(words) == 1) or words[0] in _GEOGRAPHY:
        return None
    if len(words) > 2 or words[-1] in _BEFORE_NAMES or any(_is_common(word, lexicon) for word in words):
        return None
    if len(words) == 1 and lexicon.given_names.get(words[0].lower()):
        return None
    return " ".join(word.title() if shouted else word for word in words)


def _name_words(text: list[str], at: int, end: int, shouted: bool) -> list[str]:
    """The words of a name that begins at a token: "Marenth", "San Aurelio", "Pelagic Islands"."""
    words = [text[at]]
    while len(words) < _MOST_WORDS and at + 1 < end and text[at + 1][0].isupper() and text[at + 1].isalpha():
        at += 1
        if text[at].isupper() != shouted:
            break
        words.append(text[at])
    if len(words) > 1 and not shouted and words[1] not in _GEOGRAPHY and words[0] not in _BEFORE_NAMES:
        return words[:1]
    return words


def _is_common(word: str, lexicon: Lexicon) -> bool:
    heads, low = lexicon.heads, word.lower()
    if word in _GEOGRAPHY:
        return False
    return (
        word in heads.bodies
        or word in heads.initiatives
        or word in heads.places
        or low in heads.subjects
        or low in heads.titles
        or low in _RULED_ONLY
        or low in _POLITIES
        or (
            low in lexicon.words.classes["calendar"]
            or low in lexicon.words.classes["closed"]
            or low.endswith(_COMMON_TAILS)
        )
    )


def _is_demonym(word: str, name: str, lexicon: Lexicon) -> bool:
    """Whether a word may be the adjective of a name: "Karsovian", "Pelagic" of the Pelagic Islands."""
    first = name.split(maxsplit=1)[0]
    stem = first.lower()
    if word == stem:
        return " " in name and first not in _BEFORE_NAMES and not lexicon.given_names.get(stem)
    shared = next((k for k, (a, b) in enumerate(zip(word, stem, strict=False)) if a != b), min(len(word), len(stem)))
    if shared < max(3, len(stem) - 2) or len(word) < len(stem) - 1:
        return False
    return word[shared:] in (*_DEMONYMS, "") and word.endswith(_DEMONYMS)


def _legislatures(tokens: Tokens, sentences: list[Sentence], lexicon: Lexicon) -> frozenset[str]:
    """Unknown single words with the article that have a speaker or deputies.

    "Chairman of the Khurat", twice or more.
    """
    counts: Counter[str] = Counter()
    text, low = tokens.text, tokens.low
    for sentence in sentences:
        for i in range(sentence.start, sentence.end - 3):
            if low[i] in _SPEAKERS and low[i + 1] == "of" and low[i + 2] == "the":
                word = text[i + 3]
                if (
                    word[0].isupper()
                    and word.isalpha()
                    and not word.isupper()
                    and not _is_common(word, lexicon)
                    and lexicon.names.match_at(text, low, i + 3, i + 4) is None
                ):
                    counts[word] += 1
    return frozenset(
        word
        for word in counts
        if sum(
            1
            for i in range(1, len(text))
            if text[i] == word
            and low[i - 1] == "the"
            and (i + 1 == len(text) or not text[i + 1][0].isupper() or low[i - 2] == "of")
        )
        > 1
    )
