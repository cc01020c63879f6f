"""Finds the commitments of a draft: every expression of the lexicon is read by the reader of its frame."""

from __future__ import annotations

from collections.abc import Callable

from memcon.extraction.commitments_calls import CallReader
from memcon.extraction.commitments_ground import Ground, Pledge, Site
from memcon.extraction.commitments_lists import Lead, ListReader
from memcon.extraction.commitments_modal import ModalReader
from memcon.extraction.commitments_verbs import VerbReader
from memcon.extraction.draft import Draft
from memcon.extraction.expressions import utterances
from memcon.extraction.sentences import Sentence
from memcon.lexicon.patterns import Match
from memcon.lexicon.pledges import Frame, PledgeGroup

_STOPS = frozenset({".", "!", "?", '"', "...", "…"})
_SHORTEST_PROSE = 4  # tokens of a sentence that is none of a headline


class CommitmentFinder:
    """Finds the commitments of one draft, sentence by sentence."""

    def __init__(self, draft: Draft) -> None:
        self.ground = Ground(draft)
        verbs = VerbReader(self.ground)
        calls = CallReader(self.ground, verbs)
        self._lists = ListReader(self.ground, verbs)
        modals = ModalReader(self.ground)
        self._readers: dict[Frame, Callable[[Site], Pledge | None]] = {
            "modal": modals.read,
            "foreseen": modals.read_foreseen,
            "verb": verbs.read_verb,
            "adjective": verbs.read_adjective,
            "noun": verbs.read_noun,
            "object": calls.read_object,
            "call": calls.read_call,
            "need": calls.read_need,
            "impersonal": calls.read_impersonal,
            "address": calls.read_address,
        }

    def find_all(self) -> list[Pledge]:
        """The commitments of the body, in the order of the text."""
        found: list[Pledge] = []
        lead: Lead | None = None
        headlines = self._headlines()
        for sentence in utterances(self.ground.draft):
            if sentence.start < headlines:
                continue
            item = self._lists.item(lead, sentence) if lead is not None and sentence.kind == "item" else None
            found += self._of_sentence(sentence, item)
            if self._lists.opens(sentence):
                lead = self._lead(sentence)
            elif sentence.kind != "item":
                lead = None
        return found

    def _headlines(self) -> int:
        """The token where the prose begins: what headlines without a full stop above it say comes again."""
        text, end = self.ground.text, 0
        for sentence in self.ground.draft.body:
            whole = sentence.end - sentence.start > _SHORTEST_PROSE and text[sentence.end - 1] in _STOPS
            if sentence.kind != "paragraph" or whole or text[sentence.end - 1] == ":":
                return sentence.start if whole else end
            end = sentence.end
        return 0

    def _of_sentence(self, sentence: Sentence, item: Pledge | None) -> list[Pledge]:
        ground, table = self.ground, self.ground.pledges.table
        ground.found, ground.clauses = [] if item is None else [item], []
        at = sentence.start
        while at < sentence.end:
            matches = table.matches_at(ground.low, at, sentence.end)
            if not matches:
                at += 1
                continue
            pledge = next((found for match in matches if (found := self._read(match, sentence)) is not None), None)
            if pledge is None:
                at += 1
            else:
                ground.found.append(pledge)
                at = pledge.cue[1]
        return ground.found

    def _lead(self, sentence: Sentence) -> Lead | None:
        """What a sentence in front of a list says of its items, by the last expression that leads to the colon."""
        for at in range(sentence.end - 2, sentence.start - 1, -1):
            for match in self.ground.pledges.table.matches_at(self.ground.low, at, sentence.end):
                lead = self._lists.lead(self._site(match, sentence))
                if lead is not None:
                    return lead
        return None

    def _read(self, match: Match[PledgeGroup], sentence: Sentence) -> Pledge | None:
        """What an expression means where it stands; words inside a name mean nothing."""
        ground = self.ground
        mark = ground.draft.marks.at[match.start]
        if mark is not None and mark.kind in ("initiative", "body"):
            return None
        return self._readers[match.entry.frame](self._site(match, sentence))

    def _site(self, match: Match[PledgeGroup], sentence: Sentence) -> Site:
        ground = self.ground
        head = next((i for i in range(match.start, match.end) if ground.verbs.is_verb(ground.low[i])), match.start)
        limit = ground.extent.limit(match.start, sentence)
        end = ground.expressions.behind(match.end, sentence)
        return Site(match.entry, match.start, end, head, sentence, limit)
