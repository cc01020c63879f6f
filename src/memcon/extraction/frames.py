"""Attributions behind or amid the words they report: ", he said", "said Xi", ", according to the ministry"."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.cues import Use
from memcon.extraction.draft import Draft, Said
from memcon.extraction.sentences import Sentence
from memcon.extraction.speakers import Speaker, Speakers
from memcon.extraction.subjects import Subjects
from memcon.extraction.world import Noun
from memcon.lexicon.entries import CueGroup

_MARKS = frozenset({",", '"', "–", "—"})
_TAIL_STARTS = frozenset(
    (
        "to in at on during after before following through via when as while upon by with reporters journalists of "
        "from under"
    ).split()
)
_HEARERS = frozenset({"reporters", "journalists", "correspondents", "lawmakers", "parliament", "media", "press"})
_ENDS_ATTRIBUTION = frozenset({",", '"', "–", "—", ":"})
_LINKS = frozenset(
    ("in addition and but at the same time particular besides for example on other hand , general turn").split()
)
_ANSWERING = frozenset({"asked", "when", "responding", "questioned", "pressed", "speaking", "commenting", "replying"})
_NO_PARTICIPLES = frozenset(
    "during including regarding concerning nothing anything something everything morning evening being".split()
)
_DESCRIBING = frozenset({"who", "which", "whose", "whom", "where", "according", "without"})
_LONGEST_DATELINE = 12  # tokens
_VIEWS = frozenset({"view", "opinion", "words", "assessment", "judgement", "judgment", "estimation", "telling"})
_LONGEST_SOURCE = 28  # tokens of "according to an official who asked not to be named"
_LONGEST_TAIL = 16  # tokens of "he said [at a briefing in Oslo on Monday]"


class _Frame(NamedTuple):
    """An attribution: its speaker, the tokens `opens` to `tail` that belong to it."""

    speaker: Speaker
    opens: int
    tail: int


class Frames:
    """Finds attributions that stand behind or amid their content."""

    def __init__(self, draft: Draft, subjects: Subjects, speakers: Speakers) -> None:
        self._draft = draft
        self._tokens = draft.tokens
        self._syntax = draft.syntax
        self._subjects = subjects
        self._speakers = speakers
        self._closed = draft.lexicon.words.classes["closed"]
        self._calendar = draft.lexicon.words.classes["calendar"]

    def of_use(self, use: Use, sentence: Sentence, end: int) -> Said | None:
        """The statement that a cue reports from behind or amid its content; None where it stands otherwise."""
        group = next((group for _, group in use.groups if "quote" in group.takes or group.takes == ("that",)), None)
        if (
            group is None
            or use.form in ("ing", "infinitive", "passive")
            or use.negated
            or use.modal in ("should", "must", "could", "can", "may", "might")
        ):
            return None
        frame = (
            self._with_subject(use, group, sentence, end)
            if use.nouns or use.generic
            else self._inverted(use, group, sentence, end)
        )
        if frame is None or not frame.speaker.parties:
            return None
        return self._said(frame, (use.start, use.end), group, sentence, end)

    def _with_subject(self, use: Use, group: CueGroup, sentence: Sentence, end: int) -> _Frame | None:
        """ "..., he said", "as he noted, ...": the subject stands before the cue."""
        text, low, opens = self._tokens.text, self._tokens.low, self._opening(use, sentence)
        if low[opens - 1] == "as" and opens - 1 >= sentence.start:
            return self._as(use, group, sentence, end)
        if opens <= sentence.start or not self._closes(opens - 1) or self._is_dateline(sentence.start, opens):
            return None
        tail = self._tail(self._past_hearer(use.end, end) if group.hear else use.end, end)
        if text[opens - 1] == "," and not (tail == end or text[tail] == ","):
            return None
        if (
            text[opens - 1] == '"'
            and not (tail == end or text[tail] in (",", '"', ":", "–"))
            and not self._draft.quoted[opens - 2]
        ):
            return None
        return _Frame(self._speakers.of_subject(use, group), opens, tail)

    def _is_dateline(self, start: int, stop: int) -> bool:
        """Whether what stands before a subject is where a report was filed: "Quito (Reuters) – Mr Cole said"."""
        noun = self._draft.noun_from.get(start)
        return (
            self._tokens.text[stop - 1] in ("-", "–", "—")
            and stop - start < _LONGEST_DATELINE
            and ((noun is not None and noun.sort in ("place", "state")) or self._tokens.text[start].isupper())
            and not any(self._syntax.finite(i) for i in range(start, stop))
        )

    def _opening(self, use: Use, sentence: Sentence) -> int:
        """Where the subject of an attribution begins, words before its mention included: "ministry spokesman Cole"."""
        low, text = self._tokens.low, self._tokens.text
        i = use.subject_start
        while (
            i > sentence.start
            and use.subject_start - i < 4
            and text[i - 1][0].isalpha()
            and low[i - 1] not in self._closed
            and not self._syntax.finite(i - 1)
            and not self._draft.quoted[i - 1]
        ):
            i -= 1
        if (
            i > sentence.start
            and low[i - 1] in ("a", "an", "the", "its", "their", "his", "her")
            and i < use.subject_start
        ):
            i -= 1
        return i if i > sentence.start and self._closes(i - 1) else use.subject_start

    def _closes(self, i: int) -> bool:
        """Whether a token can end the words in front of an attribution."""
        text = self._tokens.text
        closing = text[i] == "'" and self._tokens.glued(i) and text[i - 1] in (",", ".", "?", "!")
        return closing or text[i] in _MARKS or text[i] in ("?", "!")

    def _as(self, use: Use, group: CueGroup, sentence: Sentence, end: int) -> _Frame | None:
        """ "As the minister noted, ..." and "..., as the minister put it"."""
        text, opens = self._tokens.text, use.subject_start - 1
        stop = self._tail(use.end, end)
        if stop < end and text[stop] == "," and opens == sentence.start:
            return _Frame(self._speakers.of_subject(use, group), opens, stop)
        if use.end == end and opens > sentence.start and text[opens - 1] in (",", '"'):
            return _Frame(self._speakers.of_subject(use, group), opens, end)
        return None

    def _inverted(self, use: Use, group: CueGroup, sentence: Sentence, end: int) -> _Frame | None:
        """ "..., said Xi": the subject stands behind the cue."""
        text = self._tokens.text
        if "quote" not in group.takes or use.chain <= sentence.start or not self._closes(use.chain - 1):
            return None
        noun = self._draft.noun_from.get(use.end)
        if noun is not None and self._tokens.low[noun.end] in ("'s", "'"):
            return self._inverted_described(use, group, end)
        if noun is None or noun.being is None:
            noun = self._after_words(use.end, end)
        if noun is None or noun.being is None:
            return self._inverted_described(use, group, end)
        if noun.how == "pronoun" and noun.sort not in ("he", "she", "they"):
            return None
        nouns, stop = self._coordinated(noun, end)
        if text[stop - 1] == ",":
            stop -= 1
        stop = self._tail(self._past_name(stop, end), end)
        if stop < end and text[stop] not in _ENDS_ATTRIBUTION:
            return None
        return _Frame(Speaker(self._subjects.parties(tuple(nouns)), 0.95), use.chain, stop)

    def _past_name(self, stop: int, end: int) -> int:
        """The token behind a name in apposition: "said the spokesman, Peter Quill"."""
        text = self._tokens.text
        if stop >= end or text[stop] != ",":
            return stop
        i = stop + 1
        while i < end and text[i][0].isupper() and i - stop < 5:
            i += 1
        return i if i > stop + 1 and (i == end or text[i] in _ENDS_ATTRIBUTION) else stop

    def _after_words(self, at: int, end: int) -> Noun | None:
        """The person named behind a few words of description: "said ministry spokesman Cole"."""
        for i in range(at, min(end, at + 5)):
            noun = self._draft.noun_from.get(i)
            if noun is not None and noun.sort == "person":
                return noun
            if (
                self._tokens.low[i] in self._closed - {"the", "a", "an", "its", "his", "her", "their", "'s"}
                or not self._tokens.text[i][0].isalpha()
            ):
                return None
        return None

    def _coordinated(self, noun: Noun, end: int) -> tuple[list[Noun], int]:
        nouns, stop = [noun], max(noun.outer, noun.end)
        while stop < end and self._tokens.low[stop] in ("and", ","):
            other = self._draft.noun_from.get(stop + 1)
            if other is None or other.sort not in ("person", "office") or other.being is None:
                break
            nouns.append(other)
            stop = max(other.outer, other.end)
        return nouns, stop

    def _inverted_described(self, use: Use, group: CueGroup, end: int) -> _Frame | None:
        """ "..., said a senior official"."""
        stop = use.end
        while stop < end and self._tokens.text[stop] not in _ENDS_ATTRIBUTION and stop - use.end < _LONGEST_TAIL:
            if self._tokens.low[stop] == "by":
                return None  # "the plan, announced last year by the ministry, ..."
            stop += 1
        if stop == use.end or (stop < end and self._tokens.text[stop] not in _ENDS_ATTRIBUTION):
            return None
        named = self._draft.noun_from.get(stop + 1) if stop < end and self._tokens.text[stop] == "," else None
        if named is not None and named.sort == "person" and named.being is not None:
            return _Frame(Speaker(self._draft.people_of(named.being), 0.9), use.chain, max(named.outer, named.end))
        past = self._past_name(stop, end)
        if past - stop > 2:
            found = self._subjects.speaker_of(stop + 1, past, talk=False, surely=True)
            stop = past
        else:
            found = self._subjects.speaker_of(use.end, stop, talk=False)
        return None if found is None else _Frame(Speaker(*found), use.chain, stop)

    def _past_hearer(self, at: int, end: int) -> int:
        """The token behind a hearer: "told reporters", "told his guest"."""
        noun = self._draft.noun_from.get(at)
        if noun is not None and noun.how != "pronoun":
            return max(noun.outer, noun.end)
        i = at
        while (
            i < end
            and i - at < 4
            and self._tokens.text[i][0].isalpha()
            and (self._tokens.low[i] not in _TAIL_STARTS or self._tokens.low[i] in _HEARERS)
            and self._tokens.low[i] != "that"
        ):
            i += 1
        return i

    def _tail(self, at: int, end: int) -> int:
        """Where the words end that belong to an attribution: "he said [in Oslo on Monday]", none of them a clause."""
        tokens = self._tokens
        if at + 1 < end and tokens.low[at] in ("as", "while", "when") and self._draft.noun_from.get(at + 1) is not None:
            return end
        if at >= end or not (
            tokens.low[at] in _TAIL_STARTS or self._syntax.is_adverb(at) or tokens.low[at] in self._calendar
        ):
            return at
        i = at
        while i < end and tokens.text[i] not in (",", '"', ":", ";") and i - at < _LONGEST_TAIL:
            if tokens.low[i] == "to" and self._syntax.words.is_verb(tokens.low[min(i + 1, end - 1)], "base"):
                return at
            i += 1
        return i if i == end or tokens.text[i] in (",", '"') else at

    # what is said

    def _said(
        self, frame: _Frame, cue: tuple[int, int], group: CueGroup | None, sentence: Sentence, end: int
    ) -> Said | None:
        content = self._before(frame.opens, sentence)
        rest = self._rest(frame.tail, end) if frame.tail < end else None
        if rest is not None and content and self._describes(rest[0], content):
            rest = None
        if (
            content
            and rest is not None
            and not any(self._tokens.low[i] not in _LINKS and not self._syntax.is_adverb(i) for i in range(*content[0]))
        ):
            content = []
        if content and rest is not None and self._quoted(*rest) and self._only_leads(*content[0]):
            content = []
        if content and rest is None and self._is_question(content[0][0]):
            return None
        direct = all(self._quoted(start, last) for start, last in content)
        if rest is not None and not (content and direct and not self._quoted(*rest)):
            content.append(rest)
            direct = direct and self._quoted(*rest)
        if not content or not (
            direct or len(content) > 1 or any(self._syntax.clause_has_verb(start, last) for start, last in content)
        ):
            return None
        speaker = frame.speaker
        act = group.act if group is not None else "state"
        said = Said(
            speaker.parties,
            sentence,
            content,
            cue,
            group,
            act,
            "attribution-behind",
            direct,
            confidence=speaker.confidence,
        )
        if speaker.reason:
            said.reasons.append(speaker.reason)
        return said

    def _describes(self, at: int, content: list[tuple[int, int]]) -> bool:
        """Whether what follows an attribution tells of the speaker: "..., said Mr Cole, who ..."."""
        if self._draft.quoted[at] or not self._syntax.clause_has_verb(*content[0]):
            return False
        low = self._tokens.low
        return low[at] in _DESCRIBING or (low[at].endswith("ing") and low[at] not in _NO_PARTICIPLES)

    def _only_leads(self, start: int, last: int) -> bool:
        """Whether the words in front of ", he said, " are not his: "In a statement", "Asked if he would go"."""
        if self._quoted(start, last):
            return False
        return self._tokens.low[start] in _ANSWERING or not self._syntax.clause_has_verb(start, last)

    def _is_question(self, start: int) -> bool:
        """Whether the words only tell what was asked: "When asked whether he would go, he answered in the negative"."""
        low = self._tokens.low
        return low[start + (low[start] in ("when", "if"))] in ("asked", "questioned", "pressed")

    def _quoted(self, start: int, last: int) -> bool:
        """Whether a range is one quotation, in double or single marks."""
        text = self._tokens.text
        if start > 0 and text[start - 1] in ("'", '"') and text[start - 1] in text[last : last + 2]:
            return True
        return self._draft.quoted[start] == 1 and self._draft.quoted[last - 1] == 1

    def _before(self, opens: int, sentence: Sentence) -> list[tuple[int, int]]:
        """The content in front of an attribution: the quotation that ends there, or the sentence so far."""
        text = self._tokens.text
        i = opens - 1
        while i > sentence.start and (text[i] in _MARKS or text[i] == "'"):
            i -= 1
        last = i + 1
        if last <= sentence.start or opens <= sentence.start:
            return []
        if not self._draft.quoted[i]:
            first = self._lead(sentence, opens)
            return [(first, last)] if first < last else []
        first = i
        while first > sentence.start and self._draft.quoted[first - 1]:
            first -= 1
        if first > sentence.start and text[first - 1] == '"':
            lead = first - 1
            if any(word[0].isalnum() for word in text[sentence.start : lead]):
                return [(self._lead(sentence, lead), last)]
        return [(first, last)]

    def _lead(self, sentence: Sentence, opens: int) -> int:
        """The first word of a sentence, or of what a dash sets apart in front of an attribution in mid-sentence."""
        i = sentence.start
        dash = next((k for k in range(opens - 2, i, -1) if self._tokens.text[k] in ("–", "—")), i)
        opening = next((k for k in range(i + 1, min(opens, i + _LONGEST_DATELINE)) if self._is_dateline(i, k + 1)), i)
        if dash > i and opens < sentence.end - 3 and self._syntax.clause_has_verb(i, dash):
            i = dash + 1
        elif opening > i:
            i = opening + 1
        while i < sentence.end - 1 and not self._tokens.text[i][0].isalnum():
            i += 1
        return i

    def _rest(self, tail: int, end: int) -> tuple[int, int] | None:
        """What goes on behind an attribution in mid-sentence."""
        text = self._tokens.text
        i = tail
        while i < end and text[i] in (",", '"', ":", "–", "—"):
            i += 1
        stop = end
        while stop > i and text[stop - 1] in ('"', "'"):
            stop -= 1
        return (i, stop) if i < stop else None

    # attributions without a verb

    def bare(self, sentence: Sentence, end: int) -> Said | None:
        """ "According to X, ..." in front, amid and behind; "..." – X; None where there is none."""
        low = self._tokens.low
        for i in range(sentence.start, end - 2):
            if low[i] == "according" and low[i + 1] == "to" and not self._draft.quoted[i]:
                return self._according(i, sentence, end)
        if low[sentence.start] == "in":
            return self._in_view(sentence, end)
        return self._signed(sentence, end)

    def after_colon(self, sentence: Sentence, end: int) -> Said | None:
        """A quotation behind a clause about its speaker: 'Mr Cole was blunt: "It is over"'."""
        text = self._tokens.text
        noun = self._draft.noun_from.get(sentence.start)
        if noun is None or noun.being is None or noun.sort not in ("person", "office", "he", "she") or not noun.subject:
            return None
        colon = next((i for i in range(noun.end, end - 2) if text[i] == ":" and text[i + 1] == '"'), None)
        if colon is None or not self._quoted(colon + 2, end):
            return None
        speaker = Speaker(self._subjects.parties((noun,)), 0.8, "a quotation behind a colon")
        return self._said(_Frame(speaker, sentence.start, colon), (colon, colon + 1), None, sentence, end)

    def _in_view(self, sentence: Sentence, end: int) -> Said | None:
        """ "In Mr Cole's view, ...", "in the words of the minister, ..."."""
        low, start = self._tokens.low, sentence.start
        comma = next((i for i in range(start, min(end, start + _LONGEST_TAIL)) if self._tokens.text[i] == ","), None)
        if comma is None:
            return None
        at = next((i for i in range(start + 1, comma) if low[i] in _VIEWS), None)
        if at is None:
            return None
        if at + 1 < comma and low[at + 1] == "of":
            noun = self._draft.noun_from.get(at + 2)
        elif at + 1 == comma and low[start + 1] in ("his", "her", "their"):
            noun = self._draft.noun_from.get(start + 1)
        else:
            noun = self._draft.noun_from.get(start + 1) if at + 1 == comma and low[at - 1] in ("'s", "'") else None
        if noun is None or noun.being is None:
            return None
        speaker = Speaker(self._subjects.parties((noun,)), 0.85)
        return self._said(_Frame(speaker, start, comma), (start, comma), None, sentence, end)

    def _according(self, at: int, sentence: Sentence, end: int) -> Said | None:
        text = self._tokens.text
        if at > sentence.start and text[at - 1] not in _MARKS and not self._syntax.is_adverb(at - 1):
            return None
        stop = at + 2
        noun = self._draft.noun_from.get(stop)
        if noun is not None and noun.sort in ("his", "her", "their", "its") and text[noun.end][0].isalpha():
            noun = None  # "according to his office"
        if noun is not None and noun.being is not None:
            stop = max(noun.outer, noun.end)
        while stop < end and text[stop] not in (",", '"') and stop - at < _LONGEST_SOURCE:
            stop += 1
        if stop < end and text[stop] not in (",", '"'):
            return None
        last = next((i for i in range(at + 3, stop) if self._tokens.low[i] in ("who", "which")), stop)
        speaker = self._source(at + 2, last, noun)
        if speaker is None or not speaker.parties:
            return None
        opens = at
        if opens == sentence.start or (not any(word[0].isalnum() for word in text[sentence.start : opens])):
            opens = sentence.start
        said = self._said(_Frame(speaker, opens, stop), (at, at + 2), None, sentence, end)
        if said is not None and len(said.content) > 1 and self._syntax.clause_has_verb(*said.content[0]):
            said.content = said.content[:1]  # what follows belongs to the clause before, whoever told it
        return said

    def _source(self, start: int, stop: int, noun: Noun | None) -> Speaker | None:
        """Who is behind "according to": a person, body or state, or somebody described; no document or plan."""
        reach = 0 if noun is None or noun.being is None else max(noun.outer, noun.end)
        if noun is not None and reach >= stop - 3 and (noun.sort not in ("place", "initiative") or reach == stop):
            if noun.sort in ("place", "initiative"):
                return None
            return Speaker(self._subjects.parties((noun,)), 0.9)
        if self._tokens.low[start] in ("him", "her", "them"):
            return None
        found = self._subjects.speaker_of(start, stop, talk=False)
        return None if found is None or len(found[0]) > 1 else Speaker(*found)

    def _signed(self, sentence: Sentence, end: int) -> Said | None:
        """A quotation with a dash and a name behind it."""
        text, quoted = self._tokens.text, self._draft.quoted
        noun = self._draft.noun_at.get(end)
        if (
            noun is None
            or noun.sort != "person"
            or noun.start - 2 <= sentence.start
            or text[noun.start - 1] not in ("–", "—", "-")
        ):
            return None
        if not (quoted[noun.start - 2] or quoted[noun.start - 3]):
            return None
        return self._said(
            _Frame(Speaker(self._subjects.parties((noun,)), 0.9), noun.start - 1, end),
            (noun.start - 1, noun.start),
            None,
            sentence,
            end,
        )
