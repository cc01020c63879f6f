"""Readings against the gold readings of a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from memcon.evaluation.case import Case
from memcon.evaluation.encounters import judge_meetings, judge_roles, judge_visits
from memcon.evaluation.findings import Finding
from memcon.evaluation.gold import gold_text, load_gold
from memcon.evaluation.relations import (
    judge_bodies, judge_characterizations, judge_initiatives, judge_milestones, judge_outcomes,
)
from memcon.evaluation.report import Evaluation, sum_up
from memcon.evaluation.sources import judge_grounded, judge_published
from memcon.evaluation.speech import judge_commitments, judge_positions, judge_statements
from memcon.model import Reading

JUDGES = (
    judge_grounded, judge_published, judge_meetings, judge_roles, judge_visits, judge_statements, judge_commitments,
    judge_positions, judge_characterizations, judge_outcomes, judge_milestones, judge_bodies, judge_initiatives,
)
"""Every function that judges some of the layers of a document."""


def evaluate_folder(gold: Path, readings: Iterable[Reading]) -> Evaluation:
    """Score readings against the gold readings of a folder.

    A reading belongs to the gold reading whose document has the same file name, endings apart; of two
    for one document the last counts, and those without a gold reading are left out. Raises UsageError
    where the folder has no gold readings or one is not in its form.
    """
    golds = load_gold(gold)
    wanted = {each.stem for each in golds}
    read: dict[str, Reading] = {}
    for reading in readings:
        stem = Path(reading.document.source).stem
        if stem in wanted:
            read[stem] = reading
    cases = [Case(each, read.get(each.stem), gold_text(gold, each)) for each in golds]
    unread = [case.gold.stem for case in cases if case.reading is None]
    return sum_up(len(cases), unread, _findings(cases))


def _findings(cases: Iterable[Case]) -> Iterator[Finding]:
    for case in cases:
        for judge in JUDGES:
            yield from judge(case)
