"""What was said, what was undertaken, what was supported or opposed."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.evaluation.case import Case, count, judge
from memcon.evaluation.findings import Count, Finding
from memcon.evaluation.gold import GoldPosition, GoldStatement
from memcon.evaluation.names import agreement, overlap, same_cue, same_parties
from memcon.evaluation.pairing import pair
from memcon.model import Position, Span, Statement

SAME_CONTENT = 0.75
SAME_ACTION = 0.7
SAME_OBJECT = 0.6
SAME_HOLDERS = 0.5


def judge_statements(case: Case) -> Iterator[Finding]:
    """The layers statements and speakers, and cue, directness and discussion among the fields.

    A statement is found by its content and right if its speaker is too.
    """
    pairing = pair(
        case.gold.statements,
        case.reading.statements if case.reading else (),
        lambda gold, found: at_least(SAME_CONTENT, overlap(gold.content, content_of(found))),
    )
    pairs = pairing.pairs
    verdicts = [same_parties(gold.speaker, case.naming.each(found.speaker), case.homes) for gold, found in pairs]
    right = sum(verdicts)
    yield Count("statements", right, len(pairs) + len(pairing.missed), len(pairs) + len(pairing.extra))
    yield Count("speakers", right, len(pairs), len(pairs))
    yield from judge("statements", pairing.extra, right=False)
    yield from case.unmatched(
        "statements", pairing, _print_statement, lambda found: (_print_found(case, found), found.content[0]),
    )
    for (gold, found), verdict in zip(pairs, verdicts, strict=True):
        yield from judge("statements", [found], right=verdict)
        yield from _judge_fields(case, gold, found)
        if not verdict:
            got = case.naming.titles(found.speaker)
            yield case.mistake("speakers", "wrong", found.content[0], ", ".join(gold.speaker), got)


def judge_commitments(case: Case) -> Iterator[Finding]:
    """The layers commitments (found by the action), actors and force."""
    pairing = pair(
        case.gold.commitments,
        case.reading.commitments if case.reading else (),
        lambda gold, found: at_least(SAME_ACTION, overlap(gold.action, found.action.quote)),
    )
    yield from count("commitments", pairing)
    yield from case.unmatched(
        "commitments",
        pairing,
        lambda gold: (f"{', '.join(gold.actors) or '-'} {gold.force}: {gold.action}", gold.action),
        lambda found: (f"{case.naming.titles(found.actors)} {found.force}: {found.action.quote}", found.action),
    )
    for gold, found in pairing.pairs:
        right = same_parties(gold.actors, case.naming.each(found.actors), case.homes)
        yield Count("actors", right, 1, 1)
        yield Count("force", gold.force == found.force, 1, 1)
        if not right:
            got = case.naming.titles(found.actors)
            yield case.mistake("actors", "wrong", found.action, ", ".join(gold.actors) or "-", got)
        if gold.force != found.force:
            yield case.mistake("force", "wrong", found.action, gold.force, found.force)


def judge_positions(case: Case) -> Iterator[Finding]:
    """The layer positions: the same stance, mostly the same words of the object, at least half of the holders."""

    def likeness(gold: GoldPosition, found: Position) -> float:
        if gold.stance != found.stance or agreement(gold.holders, case.naming.each(found.holders)) < SAME_HOLDERS:
            return 0.0
        return at_least(SAME_OBJECT, overlap(gold.object, found.object.quote))

    pairing = pair(case.gold.positions, case.reading.positions if case.reading else (), likeness)
    yield from count("positions", pairing)
    yield from case.unmatched(
        "positions",
        pairing,
        lambda gold: (f"{', '.join(gold.holders)} {gold.stance}: {gold.object}", gold.object),
        lambda found: (f"{case.naming.titles(found.holders)} {found.stance}: {found.object.quote}", found.object),
    )


def at_least(threshold: float, likeness: float) -> float:
    """The likeness, or 0 where it lies below the threshold."""
    return likeness if likeness >= threshold else 0.0


def quotes(spans: tuple[Span, ...]) -> str:
    """The words of several spans in their order."""
    return " ".join(span.quote for span in spans)


def content_of(statement: Statement) -> str:
    """The words of a statement, also where they stand in several places."""
    return quotes(statement.content)


def _print_statement(gold: GoldStatement) -> tuple[str, str | None]:
    return f"{', '.join(gold.speaker)} {gold.cue or '(no cue)'}: {gold.content}", gold.content


def _print_found(case: Case, found: Statement) -> str:
    return f"{case.naming.titles(found.speaker)} {found.cue or '(no cue)'}: {content_of(found)}"


def _judge_fields(case: Case, gold: GoldStatement, found: Statement) -> Iterator[Finding]:
    wrong = {
        "cue": None if same_cue(gold.cue, found.cue) else (gold.cue, found.cue),
        "direct": None if gold.direct == found.direct else (gold.direct, found.direct),
        "act": None if (gold.act == "discuss") == (found.act == "discuss") else (gold.act, found.act),
    }
    yield Count("fields", sum(each is None for each in wrong.values()), len(wrong), len(wrong))
    for field, values in wrong.items():
        if values:
            expected, got = values
            yield case.mistake("fields", "wrong", found.content[0], f"{field} {expected}", f"{field} {got}")
