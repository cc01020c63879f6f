"""Transcripts: turns of speech that open with a speaker's name and a colon."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.attribution import Attribution
from memcon.extraction.draft import Draft, Said
from memcon.extraction.links import past_links
from memcon.extraction.sentences import Sentence
from memcon.extraction.world import Noun

_MOST_BETWEEN = 16  # tokens between a speaker's name and the colon: "(retranslated)", a repeated name and office
_LONGEST_LABEL = 10  # tokens of a label in capitals: "SECRETARY OF STATE A. B. COLE:"
_FIRST_AND_SECOND = frozenset({"i", "we", "you", "our", "my", "your", "us", "me", "let"})
_IN_NAMES = frozenset({"of", "the", "and", "for", ",", "-", "'s", "to", "at", "."})
_NO_TURN_AFTER = frozenset((", and of with by to from for the a an between or – — -").split())
_QUESTIONERS = frozenset(("question q journalist reporter moderator correspondent interviewer presenter host").split())
_ANSWERS = frozenset({"answer", "a"})
_BRACKETS = {"[": "]", "(": ")"}
_OUTSIDE = ("title", "metadata", "heading", "footer", "dateline", "signature")


class Turn(NamedTuple):
    """Words of one speaker: tokens `start` to `end`; `opener` is where the speaker's name begins."""

    opener: int
    start: int
    end: int
    speaker: tuple[int, ...]


class _Opener(NamedTuple):
    """The tokens from `begin` to `start` that name a speaker, colon included."""

    begin: int
    start: int
    speaker: tuple[int, ...]


def find_turns(draft: Draft) -> list[Turn]:
    """The turns of a transcript in order; none where the text is no transcript.

    A text is one where a person's name and a colon are followed by words in the first or second person.
    """
    if ":" not in draft.tokens.text:
        return []
    guessed: set[int] = set()
    named = [opener for noun in draft.nouns if (opener := _by_mention(draft, noun, guessed)) is not None]
    labelled = _labels(draft, named)
    openers = sorted(named + labelled)
    turns = []
    for k, opener in enumerate(openers):
        end = openers[k + 1].begin if k + 1 < len(openers) else len(draft.tokens)
        end = _stage_end(draft, opener.start, end)
        if end > opener.start:
            turns.append(Turn(opener.begin, opener.start, end, opener.speaker))
    if not any(word in _FIRST_AND_SECOND for turn in turns for word in draft.tokens.low[turn.start : turn.end]):
        return []
    return turns


def _by_mention(draft: Draft, noun: Noun, guessed: set[int]) -> _Opener | None:
    """Where a turn opens, if a mention is a speaker's name before a colon; `guessed` are persons of no label."""
    if noun.being is None or noun.sort not in ("person", "office") or noun.quoted:
        return None
    tokens = draft.tokens
    if tokens.low[noun.start] in _QUESTIONERS:
        return None
    block = next((each.end for each in draft.blocks if each.end > tokens.start[noun.start]), tokens.end[-1])
    at, stop = max(noun.end, noun.outer), min(len(tokens) - 1, tokens.at(block), noun.end + _MOST_BETWEEN)
    bracket = 0
    while at < stop and tokens.text[at] != ":":
        if tokens.text[at] in ("(", "["):
            bracket += 1
        elif tokens.text[at] in (")", "]"):
            bracket -= 1
        elif not bracket and not (tokens.text[at][0].isupper() or tokens.low[at] in _IN_NAMES):
            return None
        at += 1
    if at >= stop or tokens.text[at] != ":" or not _speaks(tokens.text[at + 1]):
        return None
    begin = noun.start
    if begin > 0 and (
        tokens.low[begin - 1] in _NO_TURN_AFTER or draft.lexicon.words.is_verb(tokens.low[begin - 1], "past")
    ):
        return None
    if any(block.kind in _OUTSIDE and block.start <= tokens.start[begin] < block.end for block in draft.blocks):
        return None
    return _Opener(begin, at + 1, _labelled_by_office(draft, noun, guessed) or draft.people_of(noun.being))


def _labelled_by_office(draft: Draft, noun: Noun, guessed: set[int]) -> tuple[int, ...]:
    """The speaker known only by the office of the label, where a bare guess would take one whom the turn names.

    "PRIME MINISTER: ... my friend Anna Cole ..." is not Anna Cole's turn, nor are those below with such labels.
    """
    being = draft.being(noun)
    if noun.sort != "office" or being is None or being.kind != "person" or not being.named:
        return ()
    if being.first > noun.start:
        guessed.add(being.number)
    if being.number not in guessed:
        return ()
    speaker = draft.world.add("person", draft.namer.written(noun.start, noun.end).title(), noun.start)
    speaker.named = False
    if noun.office is not None:
        if noun.office not in speaker.offices:
            speaker.offices.append(noun.office)
        being.offices[:] = [held for held in being.offices if held.entry.title != noun.office.entry.title]
    return (speaker.number,)


def _speaks(word: str) -> bool:
    return word[0].isupper() or word in ('"', "(", "[", "...", "…", "–", "—")


def _labels(draft: Draft, named: list[_Opener]) -> list[_Opener]:
    """Turns whose label is no mention ("Question:", "PRESIDENT COLE:", "Q"), where there are others or two of them."""
    tokens = draft.tokens
    taken = {opener.start for opener in named}
    found: list[_Opener] = []
    last: tuple[int, ...] = ()
    for block in draft.blocks:
        if block.kind in _OUTSIDE:
            continue
        first, end = tokens.at(block.start), tokens.at(block.end)
        last = next((opener.speaker for opener in reversed(named) if opener.begin < first), last)
        opener = _label(draft, first, end, last)
        if opener is not None and opener.start not in taken:
            found.append(opener)
        found += _questions_within(draft, first, end) if named else []
    return found if named or len(found) > 1 else []


def _label(draft: Draft, first: int, end: int, last: tuple[int, ...]) -> _Opener | None:
    tokens = draft.tokens
    if first + 2 < end and tokens.text[first] == "Q" and tokens.text[first + 1][0].isupper():
        return _Opener(first, first + 1, _questioner(draft, first))
    colon = next((i for i in range(first + 1, min(end - 1, first + _LONGEST_LABEL)) if tokens.text[i] == ":"), None)
    if colon is None or not _speaks(tokens.text[colon + 1]):
        return None
    words = [i for i in range(first, colon) if tokens.text[i][0].isalpha()]
    if words and tokens.low[words[0]] in _QUESTIONERS and len(words) < 4:
        return _Opener(first, colon + 1, _questioner(draft, first))
    if words and tokens.low[words[0]] in _ANSWERS and len(words) == 1 and last:
        return _Opener(first, colon + 1, last)
    if not words or not all(tokens.text[i].isupper() for i in words) or len("".join(tokens.text[i] for i in words)) < 4:
        return None
    return _Opener(first, colon + 1, _named_in_capitals(draft, words, first, colon))


def _questions_within(draft: Draft, first: int, end: int) -> list[_Opener]:
    """Questions within a paragraph whose turns were run together: "... thank you. Question: Will you go? ..."."""
    text, low = draft.tokens.text, draft.tokens.low
    return [
        _Opener(i, i + 2, _questioner(draft, i))
        for i in range(first + 1, end - 2)
        if text[i + 1] == ":"
        and low[i] in _QUESTIONERS
        and text[i][0].isupper()
        and text[i - 1] in (".", "?", "!", ">", "…", "...", ")", '"')
    ]


def _questioner(draft: Draft, first: int) -> tuple[int, ...]:
    being = draft.world.add("person", "journalist", first, key="questioner")
    being.named = False
    return (being.number,)


def _named_in_capitals(draft: Draft, words: list[int], first: int, colon: int) -> tuple[int, ...]:
    """The person whose surname stands in a label in capitals, the holder of the office there, else one named so."""
    low = [draft.tokens.low[i] for i in words]
    people = draft.world.of_kind("person")
    for being in people:
        if being.name.split()[-1].lower() == low[-1]:
            return (being.number,)
    for being in people:
        if any(draft.tokens.low[office.head] == low[-1] for office in being.offices):
            return (being.number,)
    return (draft.world.add("person", draft.namer.written(first, colon).title(), first).number,)


def _stage_end(draft: Draft, start: int, end: int) -> int:
    """The end of a turn before a title, heading or a line of asterisks."""
    tokens = draft.tokens
    for block in draft.blocks:
        if block.kind in ("title", "heading", "metadata") and tokens.start[start] < block.start:
            end = min(end, tokens.at(block.start))
    for i in range(start, end - 1):
        if tokens.text[i] == "*" and tokens.text[i + 1] == "*":
            return i
    return end


def statements_of_turns(draft: Draft, turns: list[Turn]) -> list[Said]:
    """Each paragraph of a turn as one direct statement, and what it reports of others."""
    found: list[Said] = []
    if not turns:
        return found
    tokens = draft.tokens
    attribution = Attribution(draft)
    for turn in turns:
        for number, block in enumerate(draft.blocks):
            first, last = max(turn.start, tokens.at(block.start)), min(turn.end, tokens.at(block.end))
            first = past_links(draft, first, last) if first < last else first
            if (
                block.kind in _OUTSIDE
                or first >= last
                or not any(tokens.text[i][0].isalnum() for i in range(first, last))
                or _is_note(draft, first, last)
            ):
                continue
            content = _without_omissions(draft, first, last)
            sentence = Sentence(first, last, number, block.kind)
            own = first == turn.start
            found.append(
                Said(
                    turn.speaker,
                    sentence,
                    content,
                    (turn.start - 1, turn.start),
                    None,
                    "state",
                    "transcript-turn",
                    True,
                    confidence=0.96 if own else 0.92,
                    reasons=[] if own else ["goes on with the turn above"],
                )
            )
        for sentence in draft.body:
            if turn.opener <= sentence.start and turn.start < sentence.end <= turn.end + 1:
                found += attribution.of_others(sentence._replace(start=max(sentence.start, turn.start)), turn.speaker)
    return found


def _is_note(draft: Draft, first: int, last: int) -> bool:
    """Whether a paragraph is a note of the transcriber's: "[ends]", "(Laughter.)", "ENDS"."""
    text = draft.tokens.text
    if text[first] in _BRACKETS and text[last - 1] == _BRACKETS[text[first]]:
        return text[first:last].count(text[first]) == 1
    return last - first <= 2 and draft.tokens.low[first] in ("ends", "end") and text[first].isupper()


def _without_omissions(draft: Draft, first: int, last: int) -> list[tuple[int, int]]:
    """The ranges of a paragraph between marks of omission ("<...>")."""
    text, found, begin = draft.tokens.text, [], first
    i = first
    while i < last:
        if text[i] == "<" and i + 1 < last and text[i + 1] in ("…", "...", ".", ">"):
            if i > begin:
                found.append((begin, i))
            while i < last and text[i] != ">":
                i += 1
            begin = i + 1
        i += 1
    if begin < last and any(text[k][0].isalnum() for k in range(begin, last)):
        found.append((begin, last))
    return found or [(first, last)]
