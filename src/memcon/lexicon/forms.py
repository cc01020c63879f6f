"""Forms of English verbs: from a lemma to its forms, by rule and by the table of irregular ones."""

from __future__ import annotations

from typing import Literal, get_args

Form = Literal["base", "s", "past", "participle", "ing"]
FORMS: tuple[Form, ...] = get_args(Form)
"""The forms of a verb, as patterns name them."""

_VOWELS = "aeiou"


def inflect(lemma: str, irregular: dict[str, tuple[str, str]], doubling: frozenset[str]) -> dict[Form, frozenset[str]]:
    """The forms of a lemma; `irregular` gives (past, participle), `doubling` the lemmas that double their last letter.

    Spelling variants in -ise and -ize are each a lemma of their own.
    """
    if lemma == "be":
        return {"base": frozenset({"be"}), "s": frozenset({"is", "are", "am"}), "past": frozenset({"was", "were"}),
                "participle": frozenset({"been"}), "ing": frozenset({"being"})}
    if lemma == "have":
        return {"base": frozenset({"have"}), "s": frozenset({"has"}), "past": frozenset({"had"}),
                "participle": frozenset({"had"}), "ing": frozenset({"having"})}
    return {
        "base": frozenset({lemma}),
        "s": frozenset({_third(lemma)}),
        "past": frozenset(irregular[lemma][0].split("/")) if lemma in irregular else _past(lemma, doubling),
        "participle": frozenset(irregular[lemma][1].split("/")) if lemma in irregular else _past(lemma, doubling),
        "ing": _ing(lemma, doubling),
    }


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _past(lemma: str, doubling: frozenset[str]) -> frozenset[str]:
    if lemma.endswith("e"):
        return frozenset({lemma + "d"})
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return frozenset({lemma[:-1] + "ied"})
    return _doubled(lemma, "ed", doubling)


def _ing(lemma: str, doubling: frozenset[str]) -> frozenset[str]:
    if lemma.endswith("ie"):
        return frozenset({lemma[:-2] + "ying"})
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return frozenset({lemma[:-1] + "ing"})
    return _doubled(lemma, "ing", doubling)


def _doubled(lemma: str, ending: str, doubling: frozenset[str]) -> frozenset[str]:
    """British and American spelling differ where the doubled letter is an l ("travelled", "traveled")."""
    if lemma not in doubling:
        return frozenset({lemma + ending})
    twice = lemma + lemma[-1] + ending
    return frozenset({twice, lemma + ending}) if lemma.endswith("l") else frozenset({twice})
