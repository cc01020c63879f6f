"""Sentences without a cue that carry on somebody's speech: "Russia is ready", quotations that go on."""

from __future__ import annotations

from memcon.extraction.draft import Draft, Said
from memcon.extraction.sentences import Sentence
from memcon.extraction.world import Noun

_MODALS = frozenset({"will", "should", "must", "shall", "would"})
_ATTITUDES = frozenset(
    (
        "ready willing prepared committed determined convinced confident interested opposed grateful open important "
        "necessary essential imperative"
    ).split()
)
_STANCES = frozenset(
    (
        "supports support opposes oppose adheres adhere pursues pursue stands stand attaches attach regards regard "
        "values welcomes respects appreciates appreciate needs need upholds uphold condemns favours favors advocates "
        "views hopes hope believes thanks calls urges expects considers firmly always never remains remain marks "
        "abides follows understands cherishes seeks"
    ).split()
)
_NARRATED = frozenset(
    (
        "met held signed visited attended arrived visit attend arrive meet travel depart leave travelled traveled "
        "took accompanied leads runs included participated witnessed hold takes scheduled expected due pays paying "
        "receive host deliver said"
    ).split()
)
_UNSPOKEN_KINDS = frozenset({"delegation", "media", "company"})
_PEOPLE = frozenset({"person", "office", "he", "she", "i", "we", "people", "described"})
_PAST_AUXILIARIES = frozenset({"was", "were", "had", "would", "could"})
_PRESENT_AUXILIARIES = frozenset({"is", "are", "has", "have", "do", "does", "can", "may", "cannot"})
_OCCASIONS = frozenset(
    (
        "visit meeting talks date ceremony conference programme delegation statement trip event agreement document "
        "memorandum summit session"
    ).split()
)
_JOINT_KINDS = ("joint-statement", "communique", "declaration")
_PRESS = ("newspaper", "agency")
_SUBORDINATORS = frozenset(("if when once as because since while although should unless provided after before").split())
_CREDITING = frozenset({"attributable", "attributed", "from"})
_QUOTES = frozenset({"quote", "quotes", "quotation", "quotations", "comments", "statements"})
_LONGEST_JOINT = 2  # speakers; a sentence of more people together is carried on by none
_FAR_BACK = 4  # sentences over which speech is carried on


class Carrier:
    """Gives sentences that no cue reports to those whose speech stands beside them."""

    def __init__(self, draft: Draft, sentences: list[Sentence]) -> None:
        self._draft = draft
        self._tokens = draft.tokens
        self._sentences = sentences
        self._joint = draft.document.kind in _JOINT_KINDS
        self._told: dict[int, list[Said]] = {}
        for said in draft.said:
            self._told.setdefault(said.sentence.start, []).append(said)

    def carry_on(self) -> list[Said]:
        """The statements of sentences without a cue, in order."""
        found: list[Said] = []
        for k, sentence in enumerate(self._sentences):
            if sentence.start in self._told:
                continue
            said = self._quoted(k) if self._all_quoted(sentence) else self._reported(k)
            if said is not None:
                found.append(said)
                self._told[sentence.start] = [said]
        return found + self._enclosed()

    def _enclosed(self) -> list[Said]:
        """Sentences of fact between two statements of one person: they too are that person's words."""
        found: list[Said] = []
        for k, sentence in enumerate(self._sentences[1:-1], 1):
            before, behind = self._sentences[k - 1], self._sentences[k + 1]
            if (
                sentence.start in self._told
                or not before.paragraph == sentence.paragraph == behind.paragraph
                or not self._is_readout()
            ):
                continue
            last, next_ = self._told.get(before.start), self._told.get(behind.start)
            if (
                not last
                or not next_
                or last[-1].direct
                or last[-1].act == "discuss"
                or not self._one_person(last[-1])
                or next_[0].speaker != last[-1].speaker
            ):
                continue
            subject = self._subject(sentence)
            if (subject is not None and (subject.sort in _PEOPLE or self._unspoken(subject))) or any(
                word in _OCCASIONS for word in self._tokens.low[sentence.start : sentence.end]
            ):
                continue
            said = self._carried(sentence, last[-1].speaker, "enclosed", 0.55)
            found.append(said)
            self._told[sentence.start] = [said]
        return found

    def _is_readout(self) -> bool:
        document = self._draft.document
        return document.kind == "readout" and not (document.publisher is not None and document.publisher.kind in _PRESS)

    # quotations that stand alone

    def _all_quoted(self, sentence: Sentence) -> bool:
        words = [i for i in range(sentence.start, sentence.end) if self._tokens.text[i][0].isalnum()]
        return bool(words) and all(self._draft.quoted[i] for i in words)

    def _quoted(self, k: int) -> Said | None:
        """A sentence that is one quotation: the speaker beside it goes on."""
        sentence = self._sentences[k]
        before = self._sentences[k - 1] if k else None
        behind = self._sentences[k + 1] if k + 1 < len(self._sentences) else None
        last = self._told.get(before.start, []) if before is not None else []
        near = before is not None and before.paragraph == sentence.paragraph
        if near and last:
            return self._direct(sentence, last[-1].speaker, 0.9 if last[-1].direct else 0.8)
        if behind is not None and behind.paragraph == sentence.paragraph:
            framed = [said for said in self._told.get(behind.start, ()) if said.rule == "attribution-behind"]
            if framed:
                return self._direct(sentence, framed[0].speaker, 0.85)
        if near and before is not None:
            subject = self._subject(before)
            if subject is not None and subject.sort in ("person", "office", "he", "she") and subject.being is not None:
                return self._direct(sentence, self._draft.people_of(subject.being), 0.7)
        credited = self._credited(k)
        if credited:
            return self._direct(sentence, credited, 0.9)
        if before is not None and self._tokens.text[before.end - 1] == ":" and not last:
            subject = self._subject(before)
            if subject is not None and subject.being is not None:
                return self._direct(sentence, self._draft.people_of(subject.being), 0.85)
        if last and last[-1].direct and last[-1].act != "discuss":
            return self._direct(sentence, last[-1].speaker, 0.75)
        if behind is not None:
            framed = [
                said for said in self._told.get(behind.start, ()) if said.rule == "attribution-behind" and said.direct
            ]
            if framed:
                return self._direct(sentence, framed[0].speaker, 0.7)
        return None

    def _credited(self, k: int) -> tuple[int, ...]:
        """Whom a line above a run of quotations names: "Quotes attributable to the Treasurer:"."""
        while k and self._all_quoted(self._sentences[k - 1]):
            k -= 1
        head = self._heading_before(k)
        if head is None:
            return ()
        low = self._tokens.low
        at = next((i for i in range(head.start, head.end) if low[i] in _CREDITING), None)
        if at is None or not _QUOTES & set(low[head.start : at]):
            return ()
        nouns = [noun for noun in self._draft.nouns_in(at, head.end) if noun.sort in ("person", "office")]
        being = self._draft.being(nouns[0]) if nouns else None
        return () if being is None else self._draft.people_of(being.number)

    def _heading_before(self, k: int) -> Sentence | None:
        """The sentence right before one, headings included."""
        start = self._sentences[k].start
        return next((each for each in reversed(self._draft.sentences) if each.start < start), None)

    def _direct(self, sentence: Sentence, speaker: tuple[int, ...], confidence: float) -> Said | None:
        words = [i for i in range(sentence.start, sentence.end) if self._tokens.text[i][0].isalnum()]
        if not speaker or len(speaker) > _LONGEST_JOINT:
            return None
        content = (words[0], words[-1] + 1)
        said = self._without_cue(sentence, content, speaker, "carried-quotation", confidence)
        said.direct, said.reasons = True, ["no cue: the quotation beside it goes on"]
        return said

    # reported speech

    def _reported(self, k: int) -> Said | None:
        sentence = self._sentences[k]
        if any(self._draft.quoted[i] for i in range(sentence.start, sentence.end)):
            return None
        speaker = self._carried_back(k)
        rule, confidence = "carried-back", 0.85
        if not speaker:
            speaker, rule, confidence = self._carried_on(k), "carried-on", 0.7
        if not speaker or len(speaker) > _LONGEST_JOINT:
            return None
        return self._carried(sentence, speaker, rule, confidence)

    def _carried(self, sentence: Sentence, speaker: tuple[int, ...], rule: str, confidence: float) -> Said:
        end = sentence.end
        while end > sentence.start + 1 and self._tokens.text[end - 1] in (".", "!", "?"):
            end -= 1
        said = self._without_cue(sentence, (sentence.start, end), speaker, rule, confidence)
        said.reasons = ["no cue: carries on the speech beside it"]
        return said

    @staticmethod
    def _without_cue(
        sentence: Sentence, content: tuple[int, int], speaker: tuple[int, ...], rule: str, confidence: float
    ) -> Said:
        return Said(speaker, sentence, [content], None, None, "state", rule, confidence=confidence)

    def _carried_back(self, k: int) -> tuple[int, ...]:
        """The speaker of a later sentence of the paragraph that says so behind its words: "A. B, he said"."""
        sentence = self._sentences[k]
        if k + 1 >= len(self._sentences) or self._sentences[k + 1].paragraph != sentence.paragraph:
            return ()
        framed = [
            said
            for said in self._told.get(self._sentences[k + 1].start, ())
            if said.rule == "attribution-behind" and not said.direct
        ]
        if not framed or not self._voices(sentence, backshifted=True):
            return ()
        return framed[0].speaker

    def _carried_on(self, k: int) -> tuple[int, ...]:
        """The speaker of the sentence before, or of one further back where only background parts them."""
        sentence = self._sentences[k]
        voiced = self._voices(sentence, backshifted=False)
        if self._draft.author is not None or not (voiced or self._in_present(sentence)):
            return ()
        between: set[int | None] = set()
        for back in range(k - 1, max(-1, k - 1 - _FAR_BACK), -1):
            before = self._sentences[back]
            if before.paragraph != sentence.paragraph:
                return ()
            last = self._told.get(before.start, [])
            if last:
                if not voiced and (
                    not self._one_person(last[-1])
                    or last[-1].act in ("discuss", "thank", "congratulate", "agree")
                    or back < k - 2
                ):
                    return ()
                return self._of_own_side(sentence, self._goes_on(last[-1])) if between <= set(last[-1].speaker) else ()
            subject = self._subject(before)
            if subject is not None and subject.sort in ("person", "office", "he", "she"):
                between.add(subject.being)
        return ()

    def _one_person(self, said: Said) -> bool:
        return len(said.speaker) == 1 and self._draft.world.beings[said.speaker[0]].kind == "person"

    def _of_own_side(self, sentence: Sentence, speakers: tuple[int, ...]) -> tuple[int, ...]:
        """Of two who spoke together, the one whose own state is the subject of the sentence."""
        subject = self._subject(sentence)
        if len(speakers) < 2 or subject is None or subject.being is None or subject.sort not in ("state", "side"):
            return speakers
        own = tuple(number for number in speakers if self._draft.state_of(number) == subject.being)
        return own if len(own) == 1 else speakers

    def _goes_on(self, last: Said) -> tuple[int, ...]:
        """Whose words follow a statement: the speaker's; behind what all discussed, the publisher's own side's."""
        if last.direct and last.rule != "carried-on":
            return ()
        if last.act != "discuss":
            return last.speaker
        draft = self._draft
        own = tuple(
            number
            for number in draft.principals
            if (state := draft.world.beings[number].state) is not None and state.code == draft.document.side
        )
        return own if len(own) == 1 and own[0] in last.speaker else ()

    def _subject(self, sentence: Sentence) -> Noun | None:
        return next(
            (noun for noun in self._draft.nouns_in(self._main_clause(sentence), sentence.end) if noun.subject), None
        )

    def _main_clause(self, sentence: Sentence) -> int:
        """Where the main clause begins: behind the comma of an opening "if" or "when" clause."""
        start = sentence.start
        if self._tokens.low[start] in _SUBORDINATORS:
            start = next((i for i in range(start, sentence.end) if self._tokens.text[i] == ","), start)
        return start

    def _voices(self, sentence: Sentence, backshifted: bool) -> bool:
        """Whether a sentence is a party's voice: no person as subject, no event told, but a stance, readiness or duty.

        With words of the same speaker behind it, a clause that reported speech moved to the past is too
        (`backshifted`).
        """
        draft, low = self._draft, self._tokens.low
        subject = self._subject(sentence)
        if subject is not None and (subject.sort in _PEOPLE or self._unspoken(subject)):
            return False
        verb = next(
            (
                i
                for i in range(self._main_clause(sentence), sentence.end)
                if draft.syntax.finite(i) and low[i] not in ("can", "could", "may", "might")
            ),
            None,
        )
        if verb is None:
            return False
        near = low[verb : verb + 4]
        if any(word in _NARRATED for word in near) or any(word in _OCCASIONS for word in low[sentence.start : verb]):
            return False
        party = subject is not None and subject.sort in ("state", "states", "side", "organization")
        if self._joint and not party:
            return False
        attitude = any(word in _ATTITUDES for word in near)
        if low[verb] in _MODALS or attitude:
            return True
        if low[verb] in _STANCES:
            return subject is not None or low[verb] == "marks" or low[sentence.start] in ("this", "it", "such")
        return backshifted and low[verb] in _PAST_AUXILIARIES and sentence.start > self._sentences[0].start

    def _in_present(self, sentence: Sentence) -> bool:
        """Whether a sentence tells of the present, in a readout that reports in the past: a speaker's background."""
        draft, low = self._draft, self._tokens.low
        if not self._is_readout():
            return False
        subject = self._subject(sentence)
        if subject is not None and (subject.sort in _PEOPLE - {"we"} or self._unspoken(subject)):
            return False
        verb = next((i for i in range(sentence.start, sentence.end) if draft.syntax.finite(i)), None)
        if (
            low[sentence.start] == "to"
            or verb is None
            or any(word in _NARRATED for word in low[verb : verb + 4])
            or any(word in _OCCASIONS for word in low[sentence.start : verb])
        ):
            return False
        if low[verb] in _PRESENT_AUXILIARIES:
            return True
        forms = {form for _, form in draft.lexicon.words.verbs.get(low[verb], ())}
        return bool(forms & {"s", "base"}) and "past" not in forms

    def _unspoken(self, noun: Noun) -> bool:
        being = self._draft.being(noun)
        return being is not None and being.kind == "organization" and being.type in _UNSPOKEN_KINDS


def carry_on(draft: Draft, sentences: list[Sentence]) -> list[Said]:
    """Statements of sentences that no cue reports, from what stands before and behind them."""
    return Carrier(draft, sentences).carry_on()
