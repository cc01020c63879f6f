"""Small word tables of the lexicon: nouns and verbs of relationships and of outcomes."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from memcon.lexicon.cutting import split_words
from memcon.lexicon.files import read_lists
from memcon.lexicon.names import NameTable
from memcon.lexicon.words import Words


class RelationWords(NamedTuple):
    """The lists of `relations.yaml`; `predicates` and `featuring` are matched as phrases."""

    involving: frozenset[str]
    history: frozenset[str]
    copulas: frozenset[str]
    having: frozenset[str]
    unlike: frozenset[str]
    glossing: frozenset[str]
    keeping: frozenset[str]
    fields: frozenset[str]
    labels: frozenset[str]
    warm: frozenset[str]
    relations: frozenset[str]
    cooperation: frozenset[str]
    label_modifiers: frozenset[str]
    weak: frozenset[str]
    ratings: frozenset[str]
    close_work: frozenset[str]
    pride: frozenset[str]
    partners: frozenset[str]
    kin: frozenset[str]
    kindred: frozenset[str]
    pillars: frozenset[str]
    givers: frozenset[str]
    superlatives: frozenset[str]
    levels: frozenset[str]
    tops: frozenset[str]
    states: frozenset[str]
    state_ratings: frozenset[str]
    superlative: frozenset[str]
    reaching: frozenset[str]
    united: frozenset[str]
    gaining: frozenset[str]
    gains: frozenset[str]
    opening: frozenset[str]
    predicates: NameTable[str]
    standing: frozenset[str]
    naming: frozenset[str]
    faring: frozenset[str]
    grow: frozenset[str]
    featuring: NameTable[str]
    featuring_starts: frozenset[str]
    compounds: frozenset[str]


class OutcomeWords(NamedTuple):
    """Nouns of outcomes with their kind, and the words around them with the status that they give.

    `starts` are the first words of the nouns; `verbs`, `sealing` and `including` hold every form of the
    verbs, the others lemmas.
    `phrasal` are pairs of a verb and its preposition.
    """

    nouns: NameTable[str]
    starts: frozenset[str]
    joint: frozenset[str]
    verbs: dict[str, str]
    preparing: frozenset[str]
    prospects: frozenset[str]
    acts: dict[str, str]
    recalled: frozenset[str]
    sealing: frozenset[str]
    including: frozenset[str]
    generic: frozenset[str]
    launched: frozenset[str]
    phrasal: frozenset[tuple[str, str]]
    welcoming: frozenset[str]
    finishing: frozenset[str]
    denying: frozenset[str]
    awaiting: frozenset[str]
    topics: frozenset[str]
    pleased: frozenset[str]
    only_agreed: frozenset[str]
    only_papers: frozenset[str]
    making: frozenset[str]
    jointly: frozenset[str]
    empty: frozenset[str]
    titles: NameTable[str]


_PLAIN_OUTCOME_LISTS = (
    "joint", "preparing", "prospects", "recalled", "generic", "launched", "welcoming", "finishing", "denying",
    "awaiting", "topics", "pleased", "only_agreed", "only_papers", "making",
    "jointly", "empty",
)


class PhraseWords(NamedTuple):
    """The lists of `phrases.yaml`."""

    nouns: frozenset[str]
    adjectives: frozenset[str]
    gerunds: frozenset[str]
    qualities: frozenset[str]
    endings: tuple[str, ...]
    amounts: frozenset[str]


def relation_words(language: str, extra: Path | None = None) -> RelationWords:
    """The words of relationships of a language, with the user's own."""
    lists = read_lists(f"{language}/relations.yaml", extra)
    compiled = ("predicates", "featuring", "featuring_starts")
    plain = {name: frozenset(lists[name]) for name in RelationWords._fields if name not in compiled}
    return RelationWords(
        **plain, predicates=_phrases(lists["predicates"]), featuring=_phrases(lists["featuring"]),
        featuring_starts=frozenset(phrase.split()[0] for phrase in lists["featuring"]),
    )


def outcome_words(language: str, words: Words, extra: Path | None = None) -> OutcomeWords:
    """The words of outcomes of a language, with the user's own."""
    lists = read_lists(f"{language}/outcomes.yaml", extra)
    nouns: NameTable[str] = NameTable()
    starts: set[str] = set()
    for kind, phrases in lists["nouns"].items():
        for phrase in phrases:
            parts = [word.lower() for word in split_words(phrase)]
            nouns.add(parts, kind)
            starts.add(parts[0])
    titles: NameTable[str] = NameTable()
    for phrase in lists["titles"]:
        kind = "declaration" if "declaration" in phrase else "joint-statement"
        titles.add([word.lower() for word in split_words(phrase)], kind)
    plain = {name: frozenset(lists[name]) for name in _PLAIN_OUTCOME_LISTS}
    return OutcomeWords(
        nouns=nouns, starts=frozenset(starts), titles=titles, acts=lists["acts"],
        verbs={form: status for status, lemmas in lists["verbs"].items() for form in _all_forms(lemmas, words)},
        sealing=frozenset(_all_forms(lists["sealing"], words)),
        including=frozenset(_all_forms(lists["including"], words)),
        phrasal=frozenset((lemma, word) for lemma, word in (phrase.split() for phrase in lists["phrasal"])), **plain,
    )


def _all_forms(lemmas: list[str], words: Words) -> set[str]:
    return {form for lemma in lemmas for form in words.forms(lemma)}


@cache
def phrase_words(language: str, extra: Path | None = None) -> PhraseWords:
    """The words of a language that can end or go on with a noun phrase, with the user's own."""
    lists = read_lists(f"{language}/phrases.yaml", extra)
    plain = {name: frozenset(lists[name]) for name in PhraseWords._fields if name != "endings"}
    return PhraseWords(**plain, endings=tuple(lists["endings"]))


def _phrases(phrases: list[str]) -> NameTable[str]:
    table: NameTable[str] = NameTable()
    for phrase in phrases:
        table.add(split_words(phrase), phrase)
    return table
