"""Offices: the titles that persons hold, listed or built of modifiers, fields and heads, and what they are of."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.mark import Mark, Marks
from memcon.extraction.office_tails import OfficeTails, Tail
from memcon.extraction.sentences import Sentence
from memcon.extraction.tokens import Tokens
from memcon.lexicon import Lexicon
from memcon.lexicon.entries import OfficeEntry, StateEntry

_GENERAL = OfficeEntry(title="", rank=9, of="other")
_WEAK = frozenset({
    "member", "head", "chief", "leader", "director", "representative", "secretary", "governor", "chair", "judge",
    "general", "president", "envoy", "assistant", "commander", "king", "queen", "prince", "counterpart", "colleague",
    "guest", "visitor", "interlocutor", "homologue",
})
INTRODUCING = frozenset({"counterpart", "counterparts", "colleague", "homologue"})
_OWNED_BEFORE = frozenset({"the", "'s", ",", "his", "her", "their", "its"})
_VERBS = frozenset({"chair", "head", "judge", "chairs", "heads", "lead", "aide", "host"})
_BEFORE_VERB = frozenset({"to", "will", "would", "and", "co", "who", "which", "-"})
_HOUSES = frozenset({"Office", "Secretariat", "Media", "Administration", "Palace", "Residence"})
_POLITIES = frozenset({"state", "states", "country", "countries", "nation", "nations", "economies", "parties"})
_LONGEST = 9


class Office(NamedTuple):
    """An office at tokens `start` to `end` (exclusive), the article and a possessor before it left out.

    `head` is the token that heads the title; `state` and `body` what it is an office of, where the words say it;
    `entry` the listed office; `plural` whether several hold it ("the foreign ministers"); `states` all states named
    in it; `nested` the office that it serves ("special envoy of the prime minister").
    """

    start: int
    end: int
    head: int
    entry: OfficeEntry
    state: StateEntry | None
    body: Mark | None
    plural: bool
    states: tuple[Mark, ...]
    nested: tuple[int, int] | None = None


class OfficeFinder:
    """Finds the offices of a text in one pass from left to right."""

    def __init__(self, tokens: Tokens, marks: Marks, lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._marks = marks
        self._listed = lexicon.offices
        self._plurals = lexicon.plural_offices
        self._heads = lexicon.heads
        self._suffixes = lexicon.office_words["suffix_modifiers"]
        self._openers = lexicon.office_openers
        self._tails = OfficeTails(tokens, marks, lexicon, self._ends)

    def find_all(self, sentence: Sentence) -> list[Office]:
        """The offices of a sentence, those joined by "and" for one person as one."""
        found: list[Office] = []
        at, low = sentence.start, self._tokens.low
        while at < sentence.end:
            office = self._office_at(at, sentence) if low[at] in self._openers else None
            if office is None:
                at += 1
                continue
            office = self._joined(office, sentence)
            found.append(office)
            at = office.end
        return found

    def _ends(self, at: int, end: int) -> int:
        """Where a title that starts at a token ends, its complement left out; the token itself if none starts there."""
        if self._tokens.low[at] not in self._openers:
            return at
        core = self._core(at, end)
        return core[0] if core is not None and not core[2] else at

    def _office_at(self, at: int, sentence: Sentence, joined: bool = False) -> Office | None:
        core = self._core(at, sentence.end, joined)
        if core is None:
            return None
        end, entry, plural = core
        start, state, body = self._owner_before(at, sentence)
        within = any(word in ("of", "for") for word in self._tokens.low[at:end])
        tail = self._tails.after(end, sentence, within)
        if tail is None:
            return Office(start, end, end - 1, entry, state, body, plural, ())
        return self._with_tail(
            Office(start, tail.end, end - 1, entry, state, body, plural, tail.states, tail.nested), tail
        )

    def _with_tail(self, office: Office, tail: Tail) -> Office:
        """The office with the state and the body that its complement names."""
        state, body, mark = office.state, office.body, tail.mark
        if mark is not None:
            if mark.kind in ("body", "initiative") or (mark.kind == "place" and state is None):
                body = body or mark
            state = state or mark.state
        if tail.states:
            state = state or tail.states[0].state
        return office._replace(state=state, body=body)

    def _core(self, at: int, end: int, joined: bool = False) -> tuple[int, OfficeEntry, bool] | None:
        """Where a title without its complement ends, its entry, and whether it is plural."""
        tokens, limit = self._tokens, min(end, at + _LONGEST)
        covered = self._marks.at[at]
        if covered is not None and covered.kind in ("body", "initiative"):
            return None
        listed = self._listed.match_at(tokens.text, tokens.low, at, limit)
        cut = self._marks.at[listed.end - 1] if listed is not None else None
        if (
            cut is not None
            and at < cut.start
            and cut.kind in ("state", "body")
            and listed is not None
            and (cut.kind == "body" or cut.end > listed.end)
        ):
            limit = cut.start - (tokens.low[cut.start - 1] in ("the", "of")) - (tokens.low[cut.start - 2] == "of")
            listed = self._listed.match_at(tokens.text, tokens.low, at, limit)
        stop, entry, plural = (at, _GENERAL, False) if listed is None else (listed.end, listed.entries[0], False)
        for size in range(min(4, limit - at), 0, -1):
            some = self._plurals.get(" ".join(tokens.low[at : at + size])) if at + size > stop else None
            if some is not None:
                stop, entry, plural = at + size, some, True
                break
        built = self._built(at, limit, joined)
        if built > stop:
            last = self._listed.match_at(tokens.text, tokens.low, built - 1, limit)
            many = self._plurals.get(tokens.low[built - 1])
            entry = (last.entries[0] if last else None) or many or entry
            stop, plural = built, last is None and (many is not None or tokens.low[built - 1] == "counterparts")
        if stop + 1 < limit and tokens.text[stop] == "-" and tokens.low[stop + 1] in self._suffixes:
            stop += 2
        return None if stop == at or self._is_no_office(at, stop, limit, joined) else (stop, entry, plural)

    def _is_no_office(self, at: int, stop: int, limit: int, joined: bool) -> bool:
        """Verbs ("to chair"), houses ("the President's Office"), "General Assembly", "member states"."""
        low, text = self._tokens.low, self._tokens.text
        before, after = low[at - 1] if at else "", low[stop] if stop < limit else ""
        covering = self._marks.at[stop - 1]
        if covering is not None and covering.kind in ("body", "initiative"):
            return True
        if (
            text[stop - 1] == "general"
            and after.isalpha()
            and after not in ("of", "and", "who", "to", "in", "said", "for")
            and stop - at == 1
        ):
            return True
        if text[stop - 1] == "General" and after in ("assembly", "council", "staff", "secretariat"):
            return True
        if (
            after == "'s"
            and stop + 1 < limit
            and text[stop + 1] in _HOUSES
            or low[stop - 1] == "member"
            and after in _POLITIES
        ):
            return True
        return (
            not joined
            and stop - at == 1
            and low[at] in _VERBS
            and at > 0
            and text[at][0].islower()
            and (before in _BEFORE_VERB or before.endswith("ly"))
        )

    def _built(self, at: int, limit: int, joined: bool) -> int:
        """Where a title built of modifiers and fields ends with a head.

        "Principal Deputy National Security Advisor".
        """
        tokens, heads, i, end = self._tokens, self._heads, at, at
        low, text = tokens.low, tokens.text
        lower = text[at][0].islower()
        while i < limit:
            word, mark = low[i], self._marks.at[i]
            if mark is not None and mark.kind != "capital" and mark.end - mark.start > 1:
                break
            if word in heads.titles or word in heads.modifiers or word in heads.subjects:
                strong = (
                    i > at
                    or not text[i][0].islower()
                    or word not in _WEAK
                    or joined
                    or at > 0
                    and (
                        low[at - 1] in _OWNED_BEFORE
                        or (before := self._marks.ending(at)) is not None
                        and before.kind in ("adjective", "body", "state")
                    )
                )
                if word in heads.titles and strong:
                    end = i + 1
                if end == i + 1 and word in INTRODUCING:
                    break
                if i > at and text[i][0].islower() != lower and word not in heads.titles:
                    break
                i += 1
            elif i > at and i + 1 < limit and self._continues(at, i, limit):
                i += 1
            else:
                break
        return end

    def _continues(self, at: int, i: int, limit: int) -> bool:
        """Whether "and", a comma or a hyphen joins two words of a title: "Economy, Trade and Industry Minister"."""
        low, heads, tokens = self._tokens.low, self._heads, self._tokens
        if low[i] in ("and", "&"):
            return (
                low[i - 1] in heads.subjects
                and low[i + 1] in heads.subjects
                and self._tokens.text[i + 1][0].isupper() == self._tokens.text[at][0].isupper()
            )
        if low[i] == "-":
            return (
                tokens.glued(i)
                and tokens.glued(i + 1)
                and (low[i + 1] in heads.titles or low[i + 1] in heads.modifiers)
            )
        if low[i] == ",":
            return (
                low[i - 1] in heads.subjects
                and low[i + 1] in heads.subjects
                and "and" in low[i + 1 : limit]
                and any(word in heads.titles for word in low[i + 2 : limit])
            )
        return False

    def _owner_before(self, at: int, sentence: Sentence) -> tuple[int, StateEntry | None, Mark | None]:
        """The state or body named right before a title ("Federation Council Speaker", "Sri Lanka's Minister")."""
        tokens, marks = self._tokens, self._marks
        start, state, body = at, None, None
        mark = marks.ending(at)
        if (
            mark is not None
            and mark.start >= sentence.start
            and mark.kind in ("body", "adjective", "state", "people", "place")
        ):
            start, state = mark.start, mark.state
            body = mark if mark.kind == "body" else None
            before = marks.ending(start)
            if (
                body is not None
                and before is not None
                and before.start >= sentence.start
                and before.kind in ("adjective", "state")
            ):
                start, state = before.start, before.state or state
        elif at - 1 > sentence.start and tokens.low[at - 1] == "'s":
            owner = marks.ending(at - 1)
            if owner is not None and owner.kind in ("state", "body", "place", "metonym"):
                state = owner.state
                body = owner if owner.kind == "body" else None
        return start, state, body

    def _is_apposed(self, office: Office, other: Office, sentence: Sentence) -> bool:
        """Whether an office stands behind a name and another before the next: "A, the Speaker, and Minister B"."""
        before = office.start - 1 - (office.start > 0 and self._tokens.low[office.start - 1] == "the")
        named = other.end < sentence.end and self._tokens.text[other.end][0].isupper()
        return before > sentence.start and self._tokens.text[before] == "," and named

    def _joined(self, office: Office, sentence: Sentence) -> Office:
        """One person's several offices: "Deputy Prime Minister and Minister of Finance"."""
        low = self._tokens.low
        while not office.plural and office.end + 1 < sentence.end and low[office.end] in ("and", "&", "/", ","):
            at = office.end + 1
            if low[office.end] == ",":
                if low[at] != "and" or at + 1 >= sentence.end:
                    break
                at += 1
            mark = self._marks.starting(at)
            if mark is not None and mark.kind == "body" and mark.end < sentence.end:
                at = mark.end
            other = self._office_at(at, sentence, joined=True) if low[at] != "the" else None
            if (
                other is None
                or other.plural
                or (office.state is not None and other.state is not None and other.state != office.state)
                or other.start != at
                and mark is None
            ):
                break
            if low[office.end] == "," and (low[at - 1] != "and" or self._is_apposed(office, other, sentence)):
                break
            if (
                office.entry.rank == 1
                and other.entry.rank == 2
                and office.end - office.start == 1
                and office.start > 0
                and low[office.start - 1] == "the"
            ):
                break  # "the President and Prime Minister Kishida" are two
            office = office._replace(
                end=other.end,
                state=office.state or other.state,
                body=office.body or other.body,
                states=office.states + other.states,
                entry=min(office.entry, other.entry, key=lambda entry: entry.rank),
            )
        return office
