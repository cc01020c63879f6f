"""The figures of an evaluation, as a table and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from memcon.evaluation.errors_text import error_lines
from memcon.evaluation.findings import Count, Finding, Judgement, Mistake
from memcon.model import RECORD_KINDS

LAYERS = (
    "meetings", "participants", "meeting date", "meeting place", "visits", "statements", "speakers", "commitments",
    "actors", "force", "positions", "characterizations", "outcomes", "milestones", "bodies", "initiatives", "roles",
    "fields", "published", "grounded",
)
"""All layers, in the order in which they are printed."""

NOT_AVERAGED = frozenset({"published", "grounded"})
"""Layers that the macro average leaves out."""

BANDS = ((0.9, 1.0), (0.7, 0.9), (0.0, 0.7))
"""Bands of confidence: from the first figure on, and below the second (1 included)."""


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """Precision, recall and F1 of a layer, with the numbers expected and found."""

    precision: float
    recall: float
    f1: float
    gold: float
    predicted: float


class Band(msgspec.Struct, frozen=True, kw_only=True):
    """How many of the records of a layer with a confidence from `low` to below `high` were right."""

    layer: str
    low: float
    high: float
    right: int
    records: int

    @property
    def share(self) -> float:
        """The share that was right."""
        return self.right / self.records


class Evaluation(msgspec.Struct, frozen=True, kw_only=True):
    """How right a set of readings is.

    `layers` has the layers for which there is something expected or found, `macro_f1` is their mean
    without published and grounded, `micro_f1` the F1 over all records together. `unread` names the gold
    documents without a reading.
    """

    documents: int
    layers: dict[str, Score]
    macro_f1: float
    micro_f1: float
    unread: tuple[str, ...]
    errors: tuple[Mistake, ...]
    bands: tuple[Band, ...]

    def as_text(self, errors: bool = False) -> str:
        """The table as it is printed, after the errors beside the text if they are wanted."""
        lines = list(error_lines(self.errors)) if errors else []
        lines.append(f"{'layer':<18}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'found':>7}")
        for name, score in self.layers.items():
            shares, numbers = (score.precision, score.recall, score.f1), (score.gold, score.predicted)
            cells = [f"{share:7.3f}" for share in shares] + [f"{number:7.0f}" for number in numbers]
            lines.append(f"{name:<18}{''.join(cells)}")
        lines.extend(f"not read: {stem}" for stem in self.unread)
        averages = f"macro F1 {self.macro_f1:.3f}, micro F1 over records {self.micro_f1:.3f}"
        lines.append(f"{averages}, {self.documents} documents")
        lines.extend(_band_lines(self.bands))
        return "\n".join(lines)

    def as_json(self) -> str:
        """All figures and errors as JSON."""
        return msgspec.json.format(msgspec.json.encode(self), indent=1).decode("utf-8")


def sum_up(documents: int, unread: Iterable[str], findings: Iterable[Finding]) -> Evaluation:
    """The evaluation that a set of findings makes."""
    counts: dict[str, Count] = {}
    judgements: list[Judgement] = []
    errors: list[Mistake] = []
    for finding in findings:
        match finding:
            case Count(layer, right, gold, predicted):
                so_far = counts.get(layer, Count(layer, 0.0, 0.0, 0.0))
                counts[layer] = Count(layer, so_far.right + right, so_far.gold + gold, so_far.predicted + predicted)
            case Judgement():
                judgements.append(finding)
            case Mistake():
                errors.append(finding)
    totals = {name: counts[name] for name in LAYERS if name in counts}
    layers = {name: _score(total) for name, total in totals.items() if total.gold or total.predicted}
    averaged = [score.f1 for name, score in layers.items() if name not in NOT_AVERAGED]
    records = [totals[kind] for kind in RECORD_KINDS if kind in layers]
    return Evaluation(
        documents=documents,
        layers=layers,
        macro_f1=sum(averaged) / len(averaged) if averaged else 1.0,
        micro_f1=_micro(records),
        unread=tuple(unread),
        errors=tuple(errors),
        bands=tuple(_bands(judgements)),
    )


def _score(total: Count) -> Score:
    precision = _share(total.right, total.predicted, total.gold)
    recall = _share(total.right, total.gold, total.predicted)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Score(precision=precision, recall=recall, f1=f1, gold=total.gold, predicted=total.predicted)


def _share(right: float, whole: float, counterpart: float) -> float:
    """The share that is right; of nothing, 1 if there was nothing on the other side either."""
    return right / whole if whole else float(not counterpart)


def _micro(records: list[Count]) -> float:
    right, whole = sum(each.right for each in records), sum(each.gold + each.predicted for each in records)
    return 2 * right / whole if whole else 1.0


def _bands(judgements: list[Judgement]) -> Iterator[Band]:
    for layer in (*RECORD_KINDS, "all"):
        of_layer = [each for each in judgements if layer in ("all", each.layer)]
        for low, high in BANDS:
            within = [each for each in of_layer if low <= each.confidence and (each.confidence < high or high == 1.0)]
            inside = [each.right for each in within]
            if inside:
                yield Band(layer=layer, low=low, high=high, right=sum(inside), records=len(inside))


def _band_lines(bands: Iterable[Band]) -> Iterator[str]:
    rows: dict[str, dict[float, Band]] = {}
    for band in bands:
        rows.setdefault(band.layer, {})[band.low] = band
    if not rows:
        return
    heads = (">= 0.9", "0.7-0.9", "< 0.7")
    yield ""
    yield "how often right, by confidence" + " " * 2 + "".join(f"{head:>18}" for head in heads)
    for layer, row in rows.items():
        cells = (row.get(low) for low, _ in BANDS)
        printed = (f"{band.share:.2f} of {band.records}" if band else "-" for band in cells)
        yield f"{layer:<32}" + "".join(f"{cell:>18}" for cell in printed)
