"""Sentences and quotations of a text, found within its blocks."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.tokens import Tokens
from memcon.model import Block, BlockKind

_ENDS = {".", "!", "?", "...", "…"}
_OPENERS = {'"', "(", "[", "'", "–", "—", "-", "•"}
_CLOSERS = {'"', ")", "]", "'"}
_ABBREVIATED_ENDS = frozenset({"etc."})  # abbreviations that as a rule close a sentence before speech or a new subject
_NEW_SUBJECTS = frozenset(("the he she they it we in this these both also according").split())
_SHORTEST_SPEECH = 4  # tokens; shorter quotations are names and irony, part of the sentence around them


class Sentence(NamedTuple):
    """Tokens `start` to `end` (exclusive) of one sentence; `paragraph` counts blocks, `kind` is the block's."""

    start: int
    end: int
    paragraph: int
    kind: BlockKind


class Quotation(NamedTuple):
    """Tokens of a quotation, its marks left out: `start` to `end`; `closed` is false where the mark is missing."""

    start: int
    end: int
    paragraph: int
    closed: bool

    @property
    def outer_end(self) -> int:
        """The index behind the closing mark."""
        return self.end + 1 if self.closed else self.end


def find_quotations(tokens: Tokens, blocks: tuple[Block, ...]) -> list[Quotation]:
    """Quotations long enough to be speech, in order; one left open runs to the end of its paragraph."""
    found: list[Quotation] = []
    for number, block in enumerate(blocks):
        if block.kind == "metadata":
            continue
        first, last = tokens.at(block.start), tokens.at(block.end)
        opened = -1
        for i in range(first, last):
            if tokens.text[i] != '"':
                continue
            if opened < 0:
                if i + 1 < last:
                    opened = i
            else:
                if i - opened - 1 >= _SHORTEST_SPEECH:
                    found.append(Quotation(opened + 1, i, number, True))
                opened = -1
        if opened >= 0 and last - opened - 1 >= _SHORTEST_SPEECH:
            found.append(Quotation(opened + 1, last, number, False))
    return found


def find_sentences(tokens: Tokens, blocks: tuple[Block, ...], quotations: list[Quotation]) -> list[Sentence]:
    """The sentences of every block but metadata; a stop inside a quotation ends none."""
    quoted = bytearray(len(tokens) + 1)
    for quotation in quotations:
        for i in range(quotation.start, quotation.end):
            quoted[i] = 1
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        if block.kind == "metadata":
            continue
        first, last = tokens.at(block.start), tokens.at(block.end)
        begin = first
        for i in range(first, last):
            if tokens.text[i] == "*" and i > begin:
                found.append(Sentence(begin, i, number, block.kind))
                begin = i + 1
            elif tokens.text[i] == "*":
                begin = i + 1
            if tokens.text[i] in _ENDS or (tokens.low[i] in _ABBREVIATED_ENDS and _turns(tokens, i + 1, last)):
                end = i + 1
                while end < last and tokens.text[end] in _CLOSERS and tokens.glued(end):
                    end += 1
                if quoted[i] and not (end > i + 1 and not quoted[end - 1] and _starts_sentence(tokens, end, last)):
                    continue
                if end == last or _starts_sentence(tokens, end, last):
                    found.append(Sentence(begin, end, number, block.kind))
                    begin = end
        if begin < last:
            found.append(Sentence(begin, last, number, block.kind))
    return found


def _turns(tokens: Tokens, index: int, last: int) -> bool:
    """Whether a quotation or a new subject follows an abbreviation: 'grain, etc. "We must go on," he said'."""
    if index + 1 >= last:
        return False
    if tokens.text[index] == '"' and not tokens.glued(index):
        return tokens.text[index + 1][0].isupper()
    return tokens.text[index][0].isupper() and tokens.low[index] in _NEW_SUBJECTS


def _starts_sentence(tokens: Tokens, index: int, last: int) -> bool:
    """Whether the token can open a sentence: a capital, a digit, or a mark of opening before one."""
    while index < last and tokens.text[index] in _OPENERS:
        index += 1
    if index >= last:
        return True
    first = tokens.text[index][0]
    return first.isupper() or first.isdigit() or not first.isascii()
