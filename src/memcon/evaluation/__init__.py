"""How right the program is: readings against gold readings, layer by layer, with the errors beside the text."""

from memcon.evaluation.additions import CheckedFile, check_additions
from memcon.evaluation.evaluate import evaluate_folder
from memcon.evaluation.findings import Mistake
from memcon.evaluation.gold import Gold, load_gold
from memcon.evaluation.report import LAYERS, Band, Evaluation, Score
from memcon.evaluation.resolution import (
    RESOLUTION_LAYERS, ResolutionEvaluation, evaluate_resolution, evaluate_resolution_folder,
)
from memcon.evaluation.resolution_gold import RESOLUTION, GoldWorld, has_resolution, load_world

__all__ = [
    "LAYERS", "RESOLUTION", "RESOLUTION_LAYERS", "Band", "CheckedFile", "Evaluation", "Gold", "GoldWorld", "Mistake",
    "ResolutionEvaluation", "Score", "check_additions", "evaluate_folder", "evaluate_resolution",
    "evaluate_resolution_folder", "has_resolution", "load_gold", "load_world",
]
