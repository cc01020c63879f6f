"""Milestones: anniversaries, and years that are counted since an event."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.assembly import Ids
from memcon.extraction.draft import Draft
from memcon.extraction.milestones_dates import MilestoneDates
from memcon.extraction.relationships import Relationship
from memcon.extraction.sentences import Sentence
from memcon.lexicon.anniversaries import anniversary_words
from memcon.model import Milestone, record_id

_STOPS = frozenset({",", ".", ";", ":", '"', "(", ")", "–", "—", "!", "?", "-"})
_RELATIVES = frozenset({
    "which", "who", "that", "when", "where", "as", "while", "but", "through", "during", "at", "under", "so",
})
_TRAILING = frozenset({"and", "in", "on", "next", "this", "will", "of", "the", "for"})
_FAR_EVENT = 10  # tokens from "years ago" to the event
_UNTOLD = frozenset({"broke", "broken", "severed", "cut", "suspended", "severing", "since"})
_SAME = 0.3  # share of the words of the shorter event that make two mentions of one ordinal the same


class FoundMilestone(NamedTuple):
    """A milestone with its event at tokens `start` to `end` (exclusive), counted at the token `at`."""

    at: int
    start: int
    end: int
    ordinal: int | None
    sentence: Sentence


class MilestoneFinder:
    """Finds the milestones of one draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._tokens = draft.tokens
        self._low = draft.tokens.low
        self._words = anniversary_words(draft.lexicon.language, draft.lexicon.extra)

    def find_all(self) -> list[FoundMilestone]:
        """The milestones of the text, those of the body before those of titles."""
        titles = [sentence for sentence in self._draft.sentences if sentence.kind in ("title", "heading")]
        order = [*self._draft.body, *titles]
        return [item for sentence in order for item in self._of_sentence(sentence)]

    def _of_sentence(self, sentence: Sentence) -> list[FoundMilestone]:
        found: list[FoundMilestone] = []
        behind = sentence.start
        for i in range(sentence.start, sentence.end):
            low = self._low[i]
            if i < behind:
                continue
            if low in self._words.jubilees or low == "jubilee":
                item = self._anniversary(i, sentence)
            elif low in ("years", "year"):
                item = self._years(i, sentence)
            elif low in self._words.starts:
                item = self._span(i, sentence)
            else:
                continue
            if item is not None:
                found += (item, *self._coordinated(item))
                behind = item.start if item.start > i else i + 1
        return found

    def _coordinated(self, item: FoundMilestone) -> list[FoundMilestone]:
        """The further events of one anniversary: "of independence, the opening of ties and the adoption of X"."""
        low, at, sentence = self._low, item.end, item.sentence
        found: list[FoundMilestone] = []
        while at + 3 < sentence.end and low[at] in (",", "and"):
            start = at + 1 + (low[at + 1] == "and")
            if low[start] != "the" or low[start + 1] not in self._words.events or low[start + 2] != "of":
                break
            at = self._event_end(start, sentence)
            found.append(item._replace(start=start, end=at))
        return found

    def _anniversary(self, at: int, sentence: Sentence) -> FoundMilestone | None:
        """ "The 75th anniversary of X", "X's thirtieth anniversary", "the centenary of X"."""
        low = self._low
        if low[at] == "anniversaries" and self._ordinal(at, sentence.start) is None:
            return None
        ordinal = self._ordinal(at, sentence.start) or self._words.jubilees.get(low[at], 0) or self._metal(at) or None
        opener = self._opener(at + 1, sentence)
        if opener is not None and low[at] != "birthday":
            end = self._event_end(opener, sentence)
            return FoundMilestone(at, opener, end, ordinal, sentence) if end > opener else None
        return self._owned(at, ordinal, sentence) if ordinal is not None else None

    def _opener(self, i: int, sentence: Sentence) -> int | None:
        """Where the event begins behind "of" or "since", also behind an aside: "the anniversary, in May, of X"."""
        if i < sentence.end and self._tokens.text[i] == ",":
            closing = next((k for k in range(i + 1, min(i + 8, sentence.end)) if self._tokens.text[k] == ","), None)
            i = sentence.end if closing is None else closing + 1
        return i + 1 if i + 1 < sentence.end and self._low[i] in ("of", "since") else None

    def _owned(self, at: int, ordinal: int, sentence: Sentence) -> FoundMilestone | None:
        """ "Arden's 40th independence anniversary": the event is named before the number."""
        for i in range(at - 1, max(sentence.start, at - 7), -1):
            if self._low[i] in ("'s", "'"):
                noun = self._draft.noun_at.get(i)
                start = noun.start if noun is not None else i - 1
                start += self._low[start] == "the"
                return FoundMilestone(at, start, at + 1, ordinal, sentence) if start >= sentence.start else None
        first = self._ordinal_start(at, sentence.start)
        named = first is not None and (self._tokens.text[first][0].isupper() or self._low[first] in self._words.events)
        if first is not None and (first < at - 1 or first == at - 1 and named):
            return FoundMilestone(at, first, at, ordinal, sentence)
        return None

    def _ordinal_start(self, at: int, first: int) -> int | None:
        """The token behind the ordinal before a noun: "the 60th founding anniversary"."""
        return next((i + 1 for i in range(at - 1, max(first, at - 5) - 1, -1) if self._value(i) is not None), None)

    def _years(self, at: int, sentence: Sentence) -> FoundMilestone | None:
        """ "60 years of diplomatic relations", "30 years since independence", "the 50th year of relations"."""
        low = self._low
        if low[at + 1 : at + 2] == ["ago"]:
            return self._ago(at, sentence)
        if at + 2 >= sentence.end or low[at + 1] not in ("of", "since") or at - 1 < sentence.start:
            return None
        ordinal = self._number(at - 1, sentence.start) if low[at] == "years" else self._ordinal(at, sentence.start)
        if ordinal is None or not self._counts(at, at + 2, sentence):
            return None
        end = self._event_end(at + 2, sentence)
        return FoundMilestone(at, at + 2, end, ordinal, sentence) if end > at + 2 else None

    def _ago(self, at: int, sentence: Sentence) -> FoundMilestone | None:
        """ "Established diplomatic relations sixty years ago": relations named before the number and not broken off."""
        number = self._number(at - 1, sentence.start) if at > sentence.start else None
        first = max(sentence.start + 1, at - _FAR_EVENT)
        found = next((i for i in range(first, at - 2) if self._low[i] == "diplomatic"), None)
        if number is None or found is None or self._low[found + 1] not in ("relations", "ties"):
            return None
        if not _UNTOLD.isdisjoint(self._low[max(sentence.start, found - 4) : found]):
            return None
        return FoundMilestone(at, found, found + 2, number, sentence)

    def _span(self, at: int, sentence: Sentence) -> FoundMilestone | None:
        """ "Half a century of diplomatic relations"."""
        match = self._words.spans.match_at(self._low, self._low, at, sentence.end)
        if match is None or match.end + 1 >= sentence.end or self._low[match.end] not in ("of", "since"):
            return None
        if not self._counts(at, match.end + 1, sentence):
            return None
        end = self._event_end(match.end + 1, sentence)
        return FoundMilestone(at, match.end + 1, end, match.entries[0], sentence) if end > match.end + 1 else None

    def _counts(self, at: int, event: int, sentence: Sentence) -> bool:
        """Whether years are counted as a milestone: they are celebrated, or since the parties' relations began."""
        low = self._low
        head = low[event : event + 5]
        marked = any(word in self._words.marking for word in low[max(sentence.start, at - 9) : at])
        near = low[max(sentence.start, at - 4) : at]
        if not marked and any(word in ("past", "last", "over", "nearly", "almost") for word in near):
            return False
        if marked:
            return any(word in self._words.events for word in low[event : event + 7])
        return "diplomatic" in head or (low[event - 1] == "since" and any(word in self._words.events for word in head))

    def _event_end(self, start: int, sentence: Sentence) -> int:
        """Where the event ends: before a verb, a relative clause, a date, or an "and" that no name follows."""
        tokens, low = self._tokens, self._low
        end = start
        clause = low[start - 1] == "since"  # "since the two states established ties": its verb belongs to the event
        while end < sentence.end and tokens.text[end] not in _RELATIVES:
            if tokens.text[end] in _STOPS and not tokens.glued(end + 1 if tokens.text[end] == "-" else end):
                break
            if tokens.text[end] in _STOPS and tokens.text[end] != "-" and tokens.text[end] != "–":
                break
            verb = end > start and self._finite(end)
            if verb and not clause or self._parts(end, sentence) or self._purpose(end, sentence):
                break
            clause = clause and not verb
            end += 1
        dates = self._draft.dates_in(start, end) if end > start else []
        date = next((date for date in dates if date.kind in ("year", "month", "day")), None)
        if date is not None and tokens.at(date.start) > start + 1:
            end = tokens.at(date.start)
        while end > start and (low[end - 1] in _TRAILING or self._draft.syntax.is_adverb(end - 1)):
            end -= 1
        return end

    def _purpose(self, i: int, sentence: Sentence) -> bool:
        """Whether "to" and a verb stand at a token ("to be celebrated in May")."""
        verbs = self._draft.lexicon.words
        return self._low[i] == "to" and i + 1 < sentence.end and verbs.is_verb(self._low[i + 1], "base")

    def _finite(self, i: int) -> bool:
        """Whether a clause's verb stands at a token, not a participle of the event ("the treaty signed in")."""
        if not self._draft.syntax.finite(i) or self._low[i] in self._words.events:
            return False
        words = self._draft.lexicon.words
        behind = self._low[i + 1] if i + 1 < len(self._low) else ""
        return not (words.is_verb(self._low[i], "participle") and behind in ("in", "by", "between", "on", "at"))

    def _parts(self, at: int, sentence: Sentence) -> bool:
        """Whether an "and" ends the event; it stays within it where a name follows ("between A and B")."""
        if self._low[at] != "and" or at + 1 >= sentence.end:
            return False
        if self._low[at + 1] == "the":
            return self._draft.marks.at[min(at + 2, len(self._low))] is None
        named = self._draft.marks.at[at + 1] is not None or self._tokens.text[at + 1][0].isupper()
        return not named and self._low[at + 1] not in self._words.events

    # numbers

    def _ordinal(self, at: int, first: int) -> int | None:
        """The ordinal before a noun: "75th", "thirtieth", "fifty-fifth", "50-year"; None if there is none."""
        for i in range(at - 1, max(first, at - 5) - 1, -1):
            value = self._value(i)
            if value is not None:
                if value < 10 and i - 2 >= first and self._low[i - 2] in self._words.tens and self._low[i - 1] == "-":
                    value += self._words.tens[self._low[i - 2]]
                return value
            if self._low[i] == "year" and i - 2 >= first and self._low[i - 1] == "-":
                return self._number(i - 2, first)
        return None

    def _value(self, i: int) -> int | None:
        """The value of an ordinal at a token."""
        word = self._low[i]
        if word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th"):
            return int(word[:-2])
        return self._words.ordinals.get(word)

    def _metal(self, at: int) -> int:
        """The years of a golden or silver jubilee."""
        return self._words.metals.get(self._low[at - 1], 0) if self._low[at] == "jubilee" else 0

    def _number(self, at: int, first: int) -> int | None:
        """The number of years at a token: "60", "sixty", "sixty-five"."""
        word = self._low[at]
        if word.isdigit():
            return int(word)
        value = self._words.numbers.get(word)
        if value is None or value < 5:
            return None
        tens = self._words.tens.get(self._low[at - 2]) if at - 2 >= first and self._low[at - 1] == "-" else None
        return value + tens if tens and value < 10 else value


def build_milestones(draft: Draft, ids: Ids) -> tuple[Milestone, ...]:
    """The milestones of a draft, each once: the mention that gives its date counts before one that does not."""
    dates, relationship = MilestoneDates(draft), Relationship(draft)
    built: list[Milestone] = []
    for item in MilestoneFinder(draft).find_all():
        dated = dates.of(item.at, (item.start, item.end), item.ordinal, item.sentence)
        event = draft.span(item.start, item.end)
        made = Milestone(
            id=record_id(draft.document.id, "milestone", [(event.start, event.end)]),
            evidence=(draft.span(item.sentence.start, item.sentence.end),),
            confidence=dated.confidence if item.ordinal is not None else 0.6,
            reasons=(dated.reason,) if dated.reason else (), rule="anniversary",
            event=event, ordinal=item.ordinal, date=dated.value,
            parties=ids.many(relationship.parties(item.start, item.end, item.sentence)),
        )
        known = next((i for i, other in enumerate(built) if _same(other, made)), None)
        if known is None:
            built.append(made)
        elif built[known].date is None and made.date is not None or built[known].confidence < made.confidence:
            built[known] = made
    return tuple(sorted(built, key=lambda milestone: milestone.event.start))


def _same(one: Milestone, other: Milestone) -> bool:
    """Whether two mentions are of one milestone: one ordinal, and words of the event in common."""
    if one.ordinal != other.ordinal:
        return False
    words = [{word for word in item.event.quote.lower().split() if len(word) > 3} for item in (one, other)]
    shorter = min(len(words[0]), len(words[1]))
    return not shorter or len(words[0] & words[1]) >= _SAME * shorter
