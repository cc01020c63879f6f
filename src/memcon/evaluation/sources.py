"""What is true of the document itself: its date of publication, and that every quote stands in it."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.evaluation.case import Case
from memcon.evaluation.findings import Count, Finding


def judge_published(case: Case) -> Iterator[Finding]:
    """The layer published: the date of publication, where gold gives it."""
    expected = case.gold.published
    if expected:
        got = case.reading.document.published if case.reading else None
        yield Count("published", got == expected, 1, bool(got))
        if got != expected:
            yield case.mistake("published", "wrong", None, expected, got)


def judge_grounded(case: Case) -> Iterator[Finding]:
    """The layer grounded: the share of quotes that stand in the document.

    That they stand in the reading's own text, and that no record lacks evidence, is so by construction
    of a `Reading`. Here they are held against the file beside the gold reading, white space apart, or
    where that is not plain text against the text that was read out of it. Not judged where there is no such file.
    """
    if case.reading is None:
        return
    text = case.file_text if case.gold.is_text else case.reading.document.text
    if text is None:
        return
    flat = " ".join(text.split())
    spans = list(case.reading.spans())
    strange = [span for span in spans if " ".join(span.quote.split()) not in flat]
    yield Count("grounded", len(spans) - len(strange), len(spans), len(spans))
    for span in strange:
        yield case.mistake("grounded", "wrong", None, got=span.quote)
