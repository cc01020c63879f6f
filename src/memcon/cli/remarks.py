"""What stands beside a thing on its page: why its parts are taken for one, what people have decided and noted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from memcon.cli import layout, printing
from memcon.ledger import Ledger, Note, Review
from memcon.model import Judgement, Profile


def remarks(ledger: Ledger, identity: str) -> Iterator[str]:
    """The page's end: why the thing is one, then decisions and notes on it; nothing where there is none of them."""
    names = {one.id: one.name for one in ledger.members(identity) if isinstance(one, Profile)}
    yield from why(ledger.judgements(identity), names)
    yield from _section("Decisions", (line for review in ledger.reviews(identity) for line in review_lines(review)))
    yield from _section("Notes", (line for note in ledger.notes(identity) for line in note_lines(note)))


def why(judgements: Sequence[Judgement], names: Mapping[str, str]) -> Iterator[str]:
    """The judgements behind one thing, the surest first; those of a meeting and a visit apart."""
    within = [one for one in judgements if _kind(one.left) == _kind(one.right)]
    across = [one for one in judgements if _kind(one.left) != _kind(one.right)]
    yield from _section("Why these are one", (line for one in within for line in _judgement(one, names)))
    yield from _section("Why these belong together", (line for one in across for line in _judgement(one, names)))


def review_lines(review: Review) -> Iterator[str]:
    """One decision: what on what, the words, then why, who and when."""
    changes = dict(review.changes)
    other = changes.pop("with", None) if review.decision in ("merged", "split") else None
    joint = {"merged": " with ", "split": " from "}.get(review.decision, "")
    what = printing.short_id(review.subject) + (joint + printing.short_id(other) if other else "")
    head = f"{review.decision} {what}"
    yield from map(layout.strong, layout.paragraph(head + (", undone" if review.undone else "")))
    if review.quote:
        yield from layout.paragraph(f"“{review.quote}”", indent=2)
    changed = ", ".join(f"{field} = {msgspec.json.encode(value).decode()}" for field, value in changes.items())
    about = (changed, review.reason, review.author, review.made, printing.short_id(review.id))
    yield from map(layout.dim, layout.paragraph(" · ".join(filter(None, about)), indent=2))


def note_lines(note: Note) -> Iterator[str]:
    """One note: on what, its text, then who and when."""
    yield layout.strong(printing.short_id(note.subject))
    yield from layout.paragraph(note.text, indent=2)
    yield layout.dim(f"  {note.author} · {note.made} · {printing.short_id(note.id)}")


def _judgement(one: Judgement, names: Mapping[str, str]) -> Iterator[str]:
    left, right = (_called(each, names) for each in (one.left, one.right))
    told = f"{one.score:.2f} {'' if one.same else 'not the same: '}{left} and {right}: {'; '.join(one.reasons)}"
    yield from layout.paragraph(told, indent=2, hang=5)
    yield layout.dim(f"       {one.author}, {one.made}")


def _called(identity: str, names: Mapping[str, str]) -> str:
    """A member as people know it: what has a name by its name too."""
    short = printing.short_id(identity)
    return f"{names[identity]} ({short})" if identity in names else short


def _kind(identity: str) -> str:
    return identity.partition("-")[0]


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    told = iter(lines)
    first = next(told, None)
    if first is not None:
        yield from ("", layout.heading(title), first)
        yield from told
