"""How right the program is: readings against gold readings, layer by layer, with the errors beside the text."""

from memcon.evaluation.additions import CheckedFile, check_additions
from memcon.evaluation.evaluate import evaluate_folder
from memcon.evaluation.findings import Mistake
from memcon.evaluation.gold import Gold, load_gold
from memcon.evaluation.report import LAYERS, Band, Evaluation, Score

__all__ = [
    "LAYERS", "Band", "CheckedFile", "Evaluation", "Gold", "Mistake", "Score", "check_additions", "evaluate_folder",
    "load_gold",
]
