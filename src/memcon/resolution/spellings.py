"""Names made comparable: spellings, transliterations, name orders, particles, honorifics, initials."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from memcon.lexicon.entries import Honorific
from memcon.lexicon.files import read_entries, read_lists
from memcon.resolution.given_names import GIVEN

_CYRILLIC = dict(zip(
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўј",
    ("a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i yi ye g u y").split(" "),
    strict=True,
))
_LETTERS = str.maketrans({
    **_CYRILLIC, "ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d",
    "ə": "a", "ħ": "h", "ʻ": "", "ʼ": "", "’": "", "'": "", "‘": "", "`": "", "´": "",
})
_MARKED = str.maketrans({
    "č": "ch", "ć": "ch", "ç": "ch", "š": "sh", "ś": "sh", "ş": "sh", "ș": "sh", "ž": "zh", "ż": "zh", "ź": "zh",
    "ň": "n", "ñ": "n", "ğ": "g", "ţ": "ts", "ț": "ts", "đ": "dj",
})
_INNER_STOP = re.compile(r"(?<=\w)\.(?=\w)")
_BREAKS = re.compile(r"[^\w.-]+|_+")

# One writing for what different alphabets and countries write differently; longest first, applied from left to right.
_SOUNDS = (
    ("shch", "S"), ("szcz", "S"), ("tsch", "C"), ("sch", "S"), ("tch", "C"), ("dzh", "J"), ("dj", "J"), ("sz", "S"),
    ("cz", "C"), ("sh", "S"), ("ch", "C"), ("zh", "Z"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"),
    ("ck", "k"), ("tz", "z"), ("ts", "z"), ("ks", "X"), ("x", "X"), ("qu", "k"), ("q", "k"), ("w", "v"),
    ("ousk", "ovsk"), ("ou", "u"),
    ("oo", "u"), ("ee", "i"), ("ue", "u"), ("oe", "o"), ("aev", "aev"), ("ae", "a"),
)
_SOUND = re.compile("|".join(re.escape(written) for written, _ in _SOUNDS))
_SOUND_OF = dict(_SOUNDS)
_OPENING_OU = re.compile(r"^ou(?=[aeiy])")
_EEV = re.compile(r"ee(?=va?$)")  # -eev, for which others write -eyev: no long vowel
_SOFT_C = re.compile(r"c(?=[eiy])")
_ENDINGS = (
    (re.compile(r"(?<=[oe])ff$"), "v"),  # -off, -eff
    (re.compile(r"i(?=c$)c$"), "iC"),  # -ic for -ić
    (re.compile(r"(?<=[^aeiou])yo"), "e"), (re.compile(r"[yij]+$"), "i"),  # -lyov, -skyi, -skij
    (re.compile(r"^[yi]e"), "e"),  # Yevgeny
    (re.compile(r"[yij]+(?=[aeou])"), "i"), (re.compile(r"[ae]i$"), "ei"), (re.compile(r"y"), "i"),
    (re.compile(r"(?<=o)h(?=[^aeiou]|$)"), ""), (re.compile(r"^X(?=[^aeiou])"), "h"),
    (re.compile(r"(.)\1+"), r"\1"), (re.compile(r"(?<=.)i(?=[aeou])"), ""), (re.compile(r"c"), "k"),
)
_VOWELS = re.compile(r"[aeiou]+")
_NEAR = {frozenset("ae"), frozenset("ei"), frozenset("ou"), frozenset("ao")}
_MERGED = str.maketrans("zZhJ", "sSgj")
"""Consonants that one alphabet tells apart and another does not."""

_EXACT = 3
_LOOSE = 5


class Sounds(NamedTuple):
    """How a word sounds, roughly: its consonants, the same told apart better, the vowels around them, the whole."""

    consonants: str
    finer: str
    vowels: tuple[str, ...]
    whole: str


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """A word in lower case, in Latin letters without marks."""
    folded = unicodedata.normalize("NFKD", word.lower().translate(_LETTERS))
    return "".join(sign for sign in folded if not unicodedata.combining(sign))


@lru_cache(maxsize=65536)
def sounds(word: str) -> tuple[Sounds, ...]:
    """How a word may sound: as it is written, and, where that differs, with its marked letters spelled out."""
    marked = unicodedata.normalize("NFC", word.lower()).translate(_MARKED)
    return tuple(dict.fromkeys(_sound(form) for form in (plain(word), plain(marked))))


def _sound(form: str) -> Sounds:
    heard = _SOUND.sub(lambda match: _SOUND_OF[match[0]], _EEV.sub("eie", _OPENING_OU.sub("v", form)))
    heard = _SOFT_C.sub("s", heard)
    for pattern, instead in _ENDINGS:
        heard = pattern.sub(instead, heard)
    finer = _VOWELS.sub("", heard)
    return Sounds(finer.translate(_MERGED), finer, tuple(_gaps(heard)), heard.translate(_MERGED))


def _gaps(heard: str) -> list[str]:
    """The vowels before, between and after the consonants: one more than there are consonants."""
    gaps = [""]
    for sign in heard:
        if sign in "aeiou":
            gaps[-1] += sign
        else:
            gaps.append("")
    return gaps


@lru_cache(maxsize=65536)
def alike(left: str, right: str) -> bool:
    """Whether two words are spellings of one name.

    >>> alike("Matviyenko", "Matvienko"), alike("Petrov", "Petrova")
    (True, False)
    """
    one, other = plain(left), plain(right)
    if one == other:
        return True
    strict = one in family_first() or other in family_first()
    return any(_heard_alike(first, second, strict) for first in sounds(left) for second in sounds(right))


def _heard_alike(one: Sounds, other: Sounds, strict: bool) -> bool:
    if one.consonants != other.consonants or not one.consonants:
        return False
    if one[1:3] == other[1:3]:
        return True
    length = min(len(one.whole), len(other.whole))
    if strict or length <= _EXACT:
        return False
    cost = sum(0.3 for left, right in zip(one.finer, other.finer, strict=True) if left != right)
    last = len(one.vowels) - 1
    for at, (left, right) in enumerate(zip(one.vowels, other.vowels, strict=True)):
        if left != right:
            cost += _vowel_cost(left, right) * (2 if at == last else 1)
    return cost <= (0.6 if length > _LOOSE else 0.3)


def _vowel_cost(left: str, right: str) -> float:
    if frozenset((left, right)) in _NEAR:
        return 0.3
    return 0.6 if not left or not right or left in right or right in left else 1.0


class PersonName(NamedTuple):
    """The name of a person, taken apart: words without honorifics, particles and suffixes; hyphens join.

    `suffix` is Jr, III and the like; `chained` is true for given names in a chain of fathers (bin, ibn), which has
    no surname at its end; `family` is the place of the surname where it is known (0 or the last), else None.
    """

    words: tuple[str, ...]
    suffix: str | None = None
    chained: bool = False
    family: int | None = None


class NameFit(NamedTuple):
    """How two names of people fit: the way, and the words for it."""

    way: Literal["exact", "spelling", "order", "part", "initial", "surname", "given"]
    reason: str


_ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|at|az|an)-(?=\w)", re.IGNORECASE)
_ARTICLES = frozenset({"al", "el", "ar", "ur", "ul", "as", "us"})
_SERVANT = re.compile(r"abd(?:[aeu][lr]-?)?", re.IGNORECASE)
_SERVANT_OF = re.compile(r"^abd-?[aeu][lr]-?(?=\w{3})", re.IGNORECASE)
_CHAINS = frozenset({"bin", "ibn", "bint", "binti", "ben", "ibni"})


@cache
def _particles() -> frozenset[str]:
    words = read_lists("en/names.yaml")["particles"]
    return frozenset(part for word in words for part in plain(word.strip("-'")).split())


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(plain(word).replace(".", "") for word in read_lists("en/names.yaml")["suffixes"])


@cache
def family_first() -> frozenset[str]:
    """Surnames of languages that put them first, in comparable form."""
    lists = read_lists("en/names.yaml")["family_first"]
    return frozenset(plain(name) for names in lists.values() for name in names)


@cache
def _called_by_last() -> frozenset[str]:
    """Surnames of a language whose people are called by the last of their given names."""
    return frozenset(map(plain, read_lists("en/names.yaml")["family_first"]["vietnamese"]))


@cache
def _honorifics() -> dict[str, str]:
    """The kind of each honorific of one word."""
    return {
        plain(one.form).replace(".", ""): one.kind for one in read_entries("en/honorifics.yaml", Honorific)
        if one.prefix == "yes" and " " not in one.form
    }


def _is_honorific(word: str, rest: Sequence[str]) -> bool:
    """Whether a word before a name is no part of it; ranks that are given names too need two names after them."""
    kind = _honorifics().get(plain(word).replace(".", ""))
    if kind is None or len(word) == 1:
        return False
    return kind != "nobility" or sum(plain(one) not in _particles() for one in rest) > 1


@lru_cache(maxsize=16384)
def take_apart(name: str) -> PersonName:
    """The name of a person, taken apart.

    >>> take_apart("Dr. Joseph R. Biden, Jr.").words
    ('joseph', 'r', 'biden')
    """
    given = name.split()
    while len(given) > 1 and _is_honorific(given[0], given[1:]):
        given = given[1:]
    spaced = _INNER_STOP.sub(". ", " ".join(given))
    written = [bare for word in _BREAKS.split(spaced) if (bare := word.strip(".-"))]
    suffix = None
    while len(written) > 1 and plain(written[-1]) in _suffixes() and len(written[-1]) > 1:
        suffix = plain(written.pop())
    chained = any(plain(word) in _CHAINS for word in written[1:])
    kept: list[str] = []
    shouted: list[bool] = []
    for at, word in enumerate(_with_servants(written)):
        form = unicodedata.normalize("NFC", _ARTICLE.sub("", word)).lower().replace("-", "")
        if form and not (plain(form) in _particles() and len(written) > 1 and (at or len(written) > 2)):
            kept.append(form)
            shouted.append(len(word) > 1 and word.isupper())
    if not kept:
        kept, shouted = [word.lower().replace("-", "") for word in written], [False] * len(written)
    return PersonName(tuple(kept), suffix, chained, _family(kept, shouted))


def _with_servants(words: Sequence[str]) -> Iterator[str]:
    """The words, with "Abdul" and its like joined to the name that they need, in one spelling."""
    held = False
    for at, word in enumerate(words):
        if _SERVANT.fullmatch(word) and at < len(words) - 1:
            held = True
        elif held and plain(word) in _ARTICLES and at < len(words) - 1:
            continue
        else:
            yield "Abdul" + _ARTICLE.sub("", word).lower() if held else _SERVANT_OF.sub("Abdul", word)
            held = False


def _family(words: Sequence[str], shouted: Sequence[bool]) -> int | None:
    """The place of the surname: in capitals where only one word is, else first if it is one that comes first."""
    if sum(shouted) == 1 and len(words) > 1:
        at = list(shouted).index(True)
        return at if at in (0, len(words) - 1) else None
    if len(words) > 1 and plain(words[0]) in family_first() and plain(words[-1]) not in family_first():
        return 0
    return None


@lru_cache(maxsize=65536)
def fit_names(left: str, right: str) -> NameFit | None:
    """How two names of people may be names of one person; None if they are not variants of one name.

    >>> fit_names("Kishida Fumio", "Fumio Kishida").way, fit_names("Ivan Petrov", "Sergei Petrov")
    ('order', None)
    """
    if left == right:
        return NameFit("exact", "same name")
    one, other = take_apart(left), take_apart(right)
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return None
    if tuple(map(plain, one.words)) == tuple(map(plain, other.words)):
        return NameFit("exact", "same name")
    if _joined(one.words) == _joined(other.words):
        return NameFit("spelling", "same name, written together or apart")
    if len(one.words) > len(other.words):
        one, other = other, one
    return _fit_bare(one, other) if len(one.words) == 1 else _fit_full(one, other)


def _fit_bare(bare: PersonName, full: PersonName) -> NameFit | None:
    word = bare.words[0]
    if len(full.words) == 1:
        return NameFit("spelling", "same name in another spelling") if alike(word, full.words[0]) else None
    if len(word) > 1:
        called = surnames(full)
        if any(alike(word, surname) for surname in called):
            return NameFit("surname", "only a part of the name" if len(called) > 1 else "given name missing")
        if alike(word, full.words[0]) or plain(word) == plain(full.words[-1]):
            return NameFit("given", "surname missing")
    return None


def surnames(name: PersonName) -> tuple[str, ...]:
    """The words by which a person may be called alone: the surname, where it may stand; of a chain the first name."""
    words = name.words
    if len(words) <= 1:
        return words
    if name.chained:
        return (words[0],)
    if name.family is not None:
        called = (words[-1],) if len(words) > 2 and plain(words[0]) in _called_by_last() else ()
        return (words[name.family], *called)
    found = [words[-1]]
    if len(words) > 2:
        found += [words[-2], words[-2] + words[-1]]
    if plain(words[0]) in family_first():
        found.append(words[0])
    return tuple(found)


def _fit_full(short: PersonName, full: PersonName) -> NameFit | None:
    if short.family == 0 and full.family == 0:
        return _fit_eastern(short, full)
    way = _align(short.words, full.words)
    if way is not None:
        return way
    if short.chained or full.chained or alike(short.words[-1], full.words[-1]):
        return None
    if any(_joined(turned) == _joined(full.words) for turned in _turned(short.words)):
        return NameFit("order", "same name in another order")
    for turned in _turned(short.words):
        if len(turned) == len(full.words) and all(map(alike_given, turned, full.words)):
            return NameFit("order", "same name in another order")
    return None


def _fit_eastern(one: PersonName, other: PersonName) -> NameFit | None:
    """Names that begin with the surname: given names, joined or apart, are one only if they sound the same."""
    if not alike(one.words[0], other.words[0]):
        return None
    if _romanized(one.words[1:]) != _romanized(other.words[1:]):
        return None
    return NameFit("spelling", "same name in another spelling")


def _romanized(words: Sequence[str]) -> str:
    joined = _joined(words)
    for written, instead in (("eo", "u"), ("eu", "u"), ("oo", "u"), ("ee", "i")):
        joined = joined.replace(written, instead)
    return joined


def _joined(words: Sequence[str]) -> str:
    return "".join(map(plain, words))


def _turned(words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The name with its last word first, and with its first word last."""
    return ((words[-1], *words[:-1]), (*words[1:], words[0]))


def _align(short: Sequence[str], full: Sequence[str]) -> NameFit | None:
    """How the words of one name are found in the other, in order; surnames must meet."""
    if len(short) == len(full):
        return _same_length(short, full)
    meets = alike(short[-1], full[-1]) or len(full) > 2 and alike_given(short[0], full[0]) and (
        alike(short[-1], full[-2]) or alike(short[-1], full[-2] + full[-1])
    )
    if not meets:
        return None
    at = 0
    initial = False
    for word in short[:-1]:
        while at < len(full) - 1 and not _given_fits(word, full[at]):
            at += 1
        if at >= len(full) - 1:
            return None
        initial = initial or (len(word) == 1) != (len(full[at]) == 1)
        at += 1
    if initial:
        return NameFit("initial", "initial for a given name")
    return NameFit("part", "same name with more or fewer parts")


def _same_length(left: Sequence[str], right: Sequence[str]) -> NameFit | None:
    if not alike(left[-1], right[-1]) or not all(map(_given_fits, left[:-1], right[:-1])):
        return None
    if any((len(one) == 1) != (len(other) == 1) for one, other in zip(left, right, strict=True)):
        return NameFit("initial", "initial for a given name")
    return NameFit("spelling", "same name in another spelling")


def _given_fits(left: str, right: str) -> bool:
    if len(left) == 1 or len(right) == 1:
        return plain(left)[:1] == plain(right)[:1]
    return alike_given(left, right)


@lru_cache(maxsize=65536)
def alike_given(left: str, right: str) -> bool:
    """Whether two words are one given name: in spelling, in another language, or as a short form."""
    if alike(left, right):
        return True
    return not _groups(left).isdisjoint(_groups(right))


@cache
def _heard_groups() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for name, numbers in GIVEN.items():
        for form in (name, *(one.whole for one in sounds(name))):
            found[form] = found.get(form, frozenset()) | numbers
    return found


def _groups(name: str) -> frozenset[int]:
    """The groups of given names to which a name belongs, in this spelling or another that sounds the same."""
    groups = _heard_groups()
    return groups.get(plain(name)) or groups.get(sounds(name)[0].whole, frozenset())


def sound_keys(word: str) -> set[str]:
    """Keys that all spellings of a word share: its consonants, or for short words the whole."""
    return {one.consonants if len(one.consonants) > 1 else one.whole for one in sounds(word)}
