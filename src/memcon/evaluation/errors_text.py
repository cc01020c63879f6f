"""The errors of an evaluation as people read them: document by document, in the order of the text, beside its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from textwrap import wrap

from memcon.evaluation.findings import Mistake

WIDTH = 100
_INDENT = 12


def error_lines(errors: Iterable[Mistake]) -> Iterator[str]:
    """A heading for each document with its errors counted, then each error; those that no words stand for come last."""
    by_document: dict[str, list[Mistake]] = {}
    for error in errors:
        by_document.setdefault(error.document, []).append(error)
    for document, found in by_document.items():
        counts = Counter(error.kind for error in found)
        yield f"{document}: " + ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
        yield ""
        for error in sorted(found, key=_place):
            yield from _lines(error)
            yield ""


def _place(error: Mistake) -> tuple[bool, int, str]:
    return error.start is None, error.start or 0, error.layer


def _lines(error: Mistake) -> Iterator[str]:
    place = f"  [{error.start}:{error.end}]" if error.start is not None else ""
    yield f"  {error.kind}  {error.layer}{place}"
    if error.expected is not None:
        yield from _labelled("expected", error.expected)
    if error.got is not None or error.kind == "wrong":
        yield from _labelled("got", error.got or "nothing")
    if error.context is not None:
        yield from _labelled("text", error.context)


def _labelled(label: str, words: str) -> list[str]:
    """A text behind its label, wrapped and indented."""
    first = f"    {label}".ljust(_INDENT) + "  "
    return wrap(" ".join(words.split()), WIDTH, initial_indent=first, subsequent_indent=" " * len(first)) or [first]
