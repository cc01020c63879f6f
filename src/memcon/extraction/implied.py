"""Subjects left out: "The Council, ..., hereby: 1. Expresses its concern ...; 2. Calls on the parties to ..."."""

from __future__ import annotations

from memcon.extraction.sentences import Sentence
from memcon.extraction.syntax import Syntax
from memcon.extraction.world import Noun
from memcon.lexicon import Lexicon

_FEWEST = 2  # paragraphs that begin with a verb; one alone may be a heading
_LEAD_ENDS = frozenset({",", ":"})
_BODIES = ("organization", "head", "bodies")


class ImpliedSubjects:
    """Finds the operative paragraphs of resolutions and who resolves; their subjects take up no words."""

    def __init__(self, sentences: list[Sentence], nouns: list[Noun], syntax: Syntax, lexicon: Lexicon) -> None:
        self._sentences = sentences
        self._nouns = nouns
        self._syntax = syntax
        self._words = lexicon.words
        self._cues = lexicon.cues.starts
        self._low = syntax.tokens.low
        self._text = syntax.tokens.text
        self._first = {noun.start: noun for noun in nouns if noun.being is not None}

    def find(self) -> list[Noun]:
        """The mentions without words in front of verbs that open paragraphs; none where nobody is named to resolve."""
        found: list[Noun] = []
        body, operative = None, 0
        for sentence in self._sentences:
            form = self._form(sentence)
            operative += form == "s"
            if form is None:
                body = self._lead(sentence) or body
                continue
            body = body or self._named_above(sentence)
            if body is not None:
                found += self._of(sentence, body)
        return found if operative >= _FEWEST else []

    def _form(self, sentence: Sentence) -> str | None:
        """The form of the verb that opens a paragraph: "s" (Reaffirms), "ing" (Recalling), None where none does."""
        at = self._verb(sentence.start, sentence.end)
        if at is None or sentence.kind not in ("paragraph", "item") or not self._text[sentence.start][0].isupper():
            return None
        if self._words.is_verb(self._low[at], "s"):
            return "s" if self._opens_paragraph(sentence) else None
        closed = self._text[sentence.end - 1] in (",", ";")
        return "ing" if closed and self._words.is_verb(self._low[at], "ing") else None

    def _opens_paragraph(self, sentence: Sentence) -> bool:
        """Whether a clause stands for itself: an item, or one that ends as the clauses of a resolution do."""
        return sentence.kind == "item" or self._text[sentence.end - 1] in (";", ",")

    def _verb(self, at: int, end: int) -> int | None:
        """The cue that stands at a token, adverbs before it left out."""
        verb = at
        while verb < end - 1 and self._syntax.is_adverb(verb) and verb - at < 3:
            verb += 1
        return verb if verb < end - 2 and self._low[verb] in self._cues else None

    def _lead(self, sentence: Sentence) -> Noun | None:
        """Who stands at the head of a line that ends with a comma or colon: "The Assembly, having met, hereby:"."""
        if self._text[sentence.end - 1] not in _LEAD_ENDS:
            return None
        noun = self._first.get(sentence.start) or self._first.get(sentence.start + 1)
        return noun if noun is not None and noun.sort.partition(":")[0] in _BODIES else None

    def _named_above(self, sentence: Sentence) -> Noun | None:
        """The body that is the first subject of the text before a paragraph, else the first that it names."""
        above = [noun for noun in self._nouns if noun.start < sentence.start and noun.being is not None]
        bodies = [noun for noun in above if noun.sort == "organization"]
        return next((noun for noun in bodies if noun.subject), bodies[0] if bodies else None)

    def _of(self, sentence: Sentence, body: Noun) -> list[Noun]:
        """The subjects of one paragraph: at its head, and behind each semicolon with a verb; "its" is the body's."""
        starts = [sentence.start]
        for i in range(sentence.start + 1, sentence.end - 2):
            if self._text[i] == ";" and (verb := self._verb(i + 1, sentence.end)) is not None:
                starts += [i + 1] if self._words.is_verb(self._low[verb], "s") else []
        self._own(sentence, body)
        return [
            Noun(verb, verb, verb, "role", "organization", being=body.being, subject=True)
            for start in starts
            if (verb := self._verb(start, sentence.end)) is not None
        ]

    def _own(self, sentence: Sentence, body: Noun) -> None:
        """Give "its" and "it" before any other mention of a paragraph to the body."""
        for noun in self._nouns:
            if sentence.start <= noun.start < sentence.end:
                if noun.how != "pronoun" or noun.sort not in ("it", "its"):
                    return
                noun.being = body.being


def implied_subjects(sentences: list[Sentence], nouns: list[Noun], syntax: Syntax, lexicon: Lexicon) -> list[Noun]:
    """The subjects that the paragraphs of a resolution leave out."""
    return ImpliedSubjects(sentences, nouns, syntax, lexicon).find()
