"""The kind of a document: by its title, by turns of speech, by whoever publishes it, by how it begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import get_args

from memcon.loading.datelines import DatelineMark
from memcon.loading.knowledge import Documents
from memcon.loading.layout import Layout
from memcon.loading.passages import is_turn
from memcon.model import Block, DocumentKind, Publisher, PublisherKind

_KINDS: frozenset[str] = frozenset(get_args(DocumentKind))
_OFFICES: frozenset[PublisherKind] = frozenset(
    {"presidency", "government", "ministry", "parliament", "court", "party", "organization"})
_INNER_TURN = re.compile(
    r"(?:^|[.!?…”]\s)(?:(?:[A-ZÀ-Þ][\w'’-]*|of|the|and|for)\s){0,12}"
    r"[A-ZÀ-Þ][\w'’-]*\s?(?:\([^()\n]{2,40}\)\s?)?:\s")
_QUESTION = re.compile(
    r"(?:Q(?:uestion)?|Interviewer|Moderator|Journalist|Reporter)\s?(?:\(.{1,40}?\))?:", re.IGNORECASE)


def detect_kind(
    text: str, layout: Layout, declared: str | None, publisher: Publisher | None, documents: Documents,
) -> DocumentKind:
    """The kind of a document; "other" where nothing tells."""
    if declared in _KINDS:
        return declared  # type: ignore[return-value]
    title = layout.title or ""
    title = title.title() if title.isupper() else title
    turns = count_turns(text, layout.blocks)
    return (
        _by_rules("titles.first", [title], documents)
        or _by_turns(text, layout.blocks, turns)
        or _by_press(publisher, layout.dateline)
        or _by_rules("heads", layout.mastheads, documents)
        or _by_rules("titles.then", [title], documents)
        or _by_rules("leads", _lead(text, layout.blocks), documents)
        or ("release" if publisher and publisher.kind in _OFFICES else "other")
    )


def count_turns(text: str, blocks: Sequence[Block]) -> int:
    """How many paragraphs open with their speaker's name and a colon."""
    return sum(block.kind == "paragraph" and is_turn(text[block.start : block.end]) for block in blocks)


def _by_rules(name: str, lines: Sequence[str], documents: Documents) -> DocumentKind | None:
    lines = [line for line in lines if line]
    for pattern, kind in documents.kind_rules[name]:
        if any(pattern.search(line) for line in lines):
            return kind
    return None


def _by_turns(text: str, blocks: Sequence[Block], turns: int) -> DocumentKind | None:
    """A transcript has two turns, or one that is most of the text."""
    prose = [block for block in blocks if block.kind in ("paragraph", "item")]
    if not turns or not prose:
        # Where paragraphs are lost, turns follow each other within one.
        inner = sum(len(_INNER_TURN.findall(text, block.start, block.end)) for block in prose)
        return "transcript" if inner > 2 else None
    first = next(place for place, block in enumerate(prose) if is_turn(text[block.start : block.end]))
    spoken = sum(block.end - block.start for block in prose[first:])
    if spoken < 0.5 * sum(block.end - block.start for block in prose) or (turns < 2 and len(prose) - first < 2):
        return None
    questions = sum(bool(_QUESTION.match(text[block.start : block.end])) for block in prose)
    return "interview" if questions > 1 and questions >= 0.3 * turns else "transcript"


def _by_press(publisher: Publisher | None, dateline: DatelineMark | None) -> DocumentKind | None:
    if publisher and publisher.kind in ("agency", "newspaper"):
        return "news-report"
    return "news-report" if dateline and (dateline.agency or _is_reporters(dateline)) else None


def _is_reporters(dateline: DatelineMark) -> bool:
    """A dateline that runs on into the text is a reporter's; one on a line of its own need not be."""
    return dateline.place is not None and dateline.runs_on


def _lead(text: str, blocks: Sequence[Block]) -> list[str]:
    """The first two paragraphs, white space single."""
    prose = [block for block in blocks if block.kind == "paragraph"]
    return [" ".join(text[block.start : block.end].split())[:600] for block in prose[:2]]
