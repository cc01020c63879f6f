"""What every rule on encounters stands on: one draft, its words found in one pass, and the readers of its phrases."""

from __future__ import annotations

from memcon.extraction.draft import Draft
from memcon.extraction.meetings_adjuncts import Adjuncts
from memcon.extraction.meetings_parties import Parties
from memcon.extraction.meetings_partners import Partners
from memcon.extraction.meetings_scan import Scan
from memcon.extraction.meetings_verbs import VerbReader
from memcon.extraction.sentences import Sentence
from memcon.lexicon.encounters import load_encounters


class Ground:
    """The readers of one draft, each made once."""

    def __init__(self, draft: Draft) -> None:
        encounters = load_encounters(draft.lexicon)
        self.draft = draft
        self.tokens = draft.tokens
        self.words = encounters.words
        self.scan = Scan(draft, encounters)
        self.adjuncts = Adjuncts(draft, encounters)
        self.places = self.adjuncts.places
        self.parties = Parties(draft, encounters)
        self.partners = Partners(self.parties, encounters)
        self.verbs = VerbReader(draft, encounters)

    def sides(self, numbers: list[int] | tuple[int, ...]) -> int:
        """How many sides these entities are of."""
        return len({self.parties.side(number) for number in numbers})

    def any_word(self, label: str, start: int, end: int) -> bool:
        """Whether a word of a list stands within a range of tokens."""
        words = self.words[label]
        return any(word in words for word in self.tokens.low[start:end])

    def labels(self, sentence: Sentence, start: int, end: int) -> list[tuple[int, int, str]]:
        """The labelled phrases within a range of tokens of a sentence: start, end, label."""
        return [
            (found.start, found.end, label)
            for found in self.scan.phrases(sentence)
            if start <= found.start < end
            for label in found.entries
        ]
