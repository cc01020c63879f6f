"""The cascade: marks, mentions and statements first, then one stage a record kind, then what all records share."""

from __future__ import annotations

from pathlib import Path

from memcon import __version__
from memcon.extraction.assembly import Ids, build_dates, build_entities, build_mentions
from memcon.extraction.attribution import Attribution
from memcon.extraction.carrying import carry_on
from memcon.extraction.characterizations import build_characterizations
from memcon.extraction.commitments import build_commitments
from memcon.extraction.draft import Draft
from memcon.extraction.finishing import Finisher
from memcon.extraction.meetings import build_meetings
from memcon.extraction.milestones import build_milestones
from memcon.extraction.outcomes import build_outcomes
from memcon.extraction.positions import build_positions
from memcon.extraction.speech import find_turns, statements_of_turns
from memcon.extraction.statements import build_statements
from memcon.extraction.visits import build_visits
from memcon.lexicon import Lexicon
from memcon.model import Document, Reading


class Extractor:
    """Reads documents with one lexicon; `read` is a pure function of the document."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.generator = f"memcon {__version__} (lexicon {lexicon.version})"

    @property
    def additions(self) -> Path | None:
        """The folder of the user's own additions to the lexicon, if there is one."""
        return self.lexicon.extra

    def read(self, document: Document) -> Reading:
        """The reading of a document; one in a language that the lexicon is not of has its notices only."""
        if not self._speaks(document.language):
            return Reading(generator=self.generator, document=document, warnings=document.notices)
        draft = Draft(document, self.lexicon)
        find_statements(draft)
        ids = Ids(draft)
        reading = Reading(
            generator=self.generator,
            document=document,
            statements=build_statements(draft, ids),
            meetings=build_meetings(draft, ids),
            visits=build_visits(draft, ids),
            commitments=build_commitments(draft, ids),
            positions=build_positions(draft, ids),
            characterizations=build_characterizations(draft, ids),
            outcomes=build_outcomes(draft, ids),
            milestones=build_milestones(draft, ids),
            entities=build_entities(draft, ids),
            mentions=build_mentions(draft, ids),
            dates=build_dates(draft),
            warnings=document.notices,
        )
        return Finisher(draft, ids).finish(reading)

    def _speaks(self, language: str | None) -> bool:
        own = self.lexicon.language
        return language is None or language == own or language.startswith(own + "-")


def find_statements(draft: Draft) -> None:
    """Fill in what was said: the turns of a transcript, then reported speech, then what carries it on."""
    turns = find_turns(draft)
    told = [
        sentence
        for sentence in draft.body
        if not any(turn.opener < sentence.end and sentence.start < turn.end for turn in turns)
    ]
    draft.said = statements_of_turns(draft, turns) + Attribution(draft).find_all(told)
    draft.said += carry_on(draft, told)
    settle_first_person(draft)


def settle_first_person(draft: Draft) -> None:
    """Give "I", "me" and "my" their person: whose speech they stand in, else the author."""
    for noun in draft.nouns:
        if noun.being is None and noun.sort in ("i", "me", "my"):
            said = next((said for said in draft.said if said.direct and said.covers(noun.start)), None)
            if said is not None and len(said.speaker) == 1:
                noun.being = said.speaker[0]
            elif said is None and not noun.quoted:
                noun.being = draft.author
