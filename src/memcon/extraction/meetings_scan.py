"""One pass over a text that finds every encounter word in it, by table and sentence."""

from __future__ import annotations

from memcon.extraction.draft import Draft
from memcon.extraction.sentences import Sentence
from memcon.lexicon.encounters import EncounterGroup, Encounters
from memcon.lexicon.names import Found
from memcon.lexicon.patterns import Match

Matches = list[Match[EncounterGroup]]


class Scan:
    """The matches of a draft, by table and sentence, from left to right without overlap."""

    def __init__(self, draft: Draft, words: Encounters) -> None:
        self._found: dict[tuple[str, int], list[Matches]] = {}
        self._phrases: dict[int, list[Found[str]]] = {}
        low, text = draft.tokens.low, draft.tokens.text
        for sentence in draft.sentences:
            behind = dict.fromkeys(words.tables, sentence.start)
            phrase_end = sentence.start
            idle = _idle(set(low[sentence.start : sentence.end]), words)
            for i in range(sentence.start, sentence.end):
                for name in words.starts.get(low[i], ()):
                    if i < behind[name] or name in idle:
                        continue
                    if matches := words.tables[name].matches_at(low, i, sentence.end):
                        self._found.setdefault((name, sentence.start), []).append(matches)
                        behind[name] = matches[0].end
                if low[i] in words.leads and i >= phrase_end:
                    phrase = words.phrases.match_at(text, low, i, sentence.end)
                    if phrase is not None:
                        self._phrases.setdefault(sentence.start, []).append(phrase)
                        phrase_end = phrase.end

    def all(self, table: str, sentence: Sentence) -> list[Matches]:
        """Every reading at every place of a sentence, the longest first at each."""
        return self._found.get((table, sentence.start), [])

    def longest(self, table: str, sentence: Sentence) -> Matches:
        """The longest match at every place of a sentence."""
        return [matches[0] for matches in self.all(table, sentence)]

    def phrases(self, sentence: Sentence) -> list[Found[str]]:
        """The labelled phrases of a sentence."""
        return self._phrases.get(sentence.start, [])


def _idle(present: set[str], words: Encounters) -> frozenset[str]:
    """The tables of which no pattern can tell anything in a sentence of these words; most verbs in them are common."""
    idle = frozenset({"trip_support"}) if present.isdisjoint(words.words["trip_nouns"]) else frozenset()
    return idle | {"attendance"} if present.isdisjoint(words.words["attending"]) else idle
