"""Outcomes: agreements, consensus and documents that were reached, signed, adopted or issued, or are to be."""

from __future__ import annotations

from memcon.extraction.assembly import Ids
from memcon.extraction.draft import Draft
from memcon.extraction.outcomes_finding import FoundOutcome, OutcomeFinder
from memcon.extraction.outcomes_governing import Status
from memcon.extraction.subjects import Subjects
from memcon.model import Outcome, OutcomeKind, record_id

_PARTIES = frozenset({"person", "state", "organization", "group"})
_TITLE_DEPTH = 4  # words of a title before the noun that makes it a document's own ("Extract from the ...")


def build_outcomes(draft: Draft, ids: Ids) -> tuple[Outcome, ...]:
    """The outcomes of a draft in the order of the text, the joint statement that the document itself is among them."""
    found = OutcomeFinder(draft).find_all()
    own = _of_title(draft)
    if own is not None and not any(item.kind == own.kind and item.status.status == "issued" for item in found):
        found.insert(0, own)
    built: list[Outcome] = []
    seen: set[str] = set()
    for item in found:
        title = draft.span(item.start, item.end)
        key = " ".join(title.quote.lower().split()).removeprefix("the ").removeprefix("a ")
        if key not in seen:
            seen.add(key)
            built.append(_build(draft, ids, item))
    return tuple(built)


def _build(draft: Draft, ids: Ids, item: FoundOutcome) -> Outcome:
    title, status = draft.span(item.start, item.end), item.status
    dates = [date.value for date in draft.dates_in(item.sentence.start, item.sentence.end) if date.kind == "day"]
    dated = len(dates) == 1 and status.status in ("signed", "adopted", "issued")
    return Outcome(
        id=record_id(draft.document.id, "outcome", [(title.start, title.end)]),
        evidence=(draft.span(item.sentence.start, item.sentence.end),), confidence=status.confidence,
        reasons=(status.reason,) if status.reason else (), rule=status.rule, kind=item.kind, title=title,
        parties=ids.many(_parties(draft, item)), status=status.status, date=dates[0] if dated else None,
    )


def _parties(draft: Draft, item: FoundOutcome) -> tuple[int, ...]:
    """Who reached it: named within the phrase ("between A and B"), else the verb's subject, else the principals."""
    inside = _inside(draft, item.start, item.end)
    if len(inside) > 1:
        return inside
    nouns = draft.nouns_in(item.sentence.start, item.start)
    spoken = draft.quoted[item.start]  # within quotation marks only the first person is sure to be a subject
    known = (noun for noun in reversed(nouns) if noun.being is not None)
    subject = next((noun for noun in known if noun.subject or (spoken and noun.sort == "i")), None)
    if subject is not None:
        subjects = Subjects(draft)
        parties = subjects.parties(subjects.before(max(subject.outer, subject.end), item.sentence) or (subject,))
        if len(parties) > 1:
            return parties
    return draft.principals if len(draft.principals) > 1 else draft.states


def _inside(draft: Draft, start: int, end: int) -> tuple[int, ...]:
    """The parties that a phrase names behind "between", "by" and "and", or as a group behind "of"."""
    found: list[int] = []
    low = draft.tokens.low
    for noun in draft.nouns_in(start + 1, end):
        being = draft.being(noun)
        if being is None or being.kind not in _PARTIES:
            continue
        before = low[noun.start - 1]
        if before in ("between", "by", "and", ",") or (before == "of" and being.kind == "group"):
            found += [number for number in draft.people_of(being.number) if number not in found]
    return tuple(found)


def _of_title(draft: Draft) -> FoundOutcome | None:
    """The joint statement or communiqué that the document is, by its title."""
    titles, low = draft.lexicon.outcomes.titles, draft.tokens.low
    for sentence in draft.sentences[:4]:
        if sentence.kind not in ("title", "heading"):
            continue
        for i in range(sentence.start, sentence.end):
            match = titles.match_at(low, low, i, sentence.end)
            deep = i - sentence.start >= _TITLE_DEPTH and draft.marks.at[i - 1] is None
            if match is None and deep and low[i - 1] not in ("leaders", "ministers", "summit", "'", "'s"):
                break
            if match is not None and (not deep or match.end == sentence.end):
                start = i - 1 if i > sentence.start and low[i - 1] in ("the", "a") else i
                if all(draft.marks.at[k] is not None or low[k] == "-" for k in range(sentence.start, start)):
                    start = sentence.start
                kind: OutcomeKind = "declaration" if match.entries[0] == "declaration" else "joint-statement"
                return FoundOutcome(start, sentence.end, kind, Status("issued", 0.75, "outcome-title"), sentence)
    return None
