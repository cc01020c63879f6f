"""Closed classes and verb forms: what the grammar knows of a single word."""

from __future__ import annotations

from pathlib import Path

from memcon.lexicon.files import read_file
from memcon.lexicon.forms import Form, inflect


class Words:
    """The closed classes by name, and for every verb form the (lemma, form) pairs that it may be."""

    def __init__(self, extra: Path | None = None) -> None:
        self.classes: dict[str, frozenset[str]] = {}
        for parsed in read_file("en/words.yaml", extra):
            for name, words in (parsed.get("entries") or {}).items():
                self.classes[name] = self.classes.get(name, frozenset()) | frozenset(words)
        closed = ("determiner", "possessive", "pronoun", "preposition", "conjunction", "auxiliary", "modal")
        self.classes["closed"] = frozenset().union(*(self.classes[name] for name in closed))
        self.classes["poss"] = self.classes["possessive"]
        self.classes["aux"] = self.classes["auxiliary"] | self.classes["modal"]
        self._irregular: dict[str, tuple[str, str]] = {}
        self._doubling: frozenset[str] = frozenset()
        lemmas: set[str] = set()
        for parsed in read_file("en/verbs.yaml", extra):
            irregular: dict[str, list[str]] = parsed.get("irregular") or {}
            self._irregular.update({lemma: (past, participle) for lemma, (past, participle) in irregular.items()})
            self._doubling |= frozenset(parsed.get("doubling") or ())
            lemmas |= set(parsed.get("entries") or ())
        self.verbs: dict[str, tuple[tuple[str, Form], ...]] = {}
        for lemma in sorted(lemmas | self._irregular.keys()):
            for form, words in inflect(lemma, self._irregular, self._doubling).items():
                for word in words:
                    self.verbs[word] = (*self.verbs.get(word, ()), (lemma, form))

    def forms(self, lemma: str, form: str | None = None) -> frozenset[str]:
        """The words that a lemma may take, in one form ("past") or in all."""
        table = inflect(lemma, self._irregular, self._doubling)
        if form is None:
            return frozenset().union(*table.values())
        return table[form]  # type: ignore[index]

    def is_verb(self, word: str, *forms: str) -> bool:
        """Whether a lower-case word may be a verb, in one of the forms given (any, if none is)."""
        return any(not forms or form in forms for _, form in self.verbs.get(word, ()))
