"""A document in, a reading out: the grammar, from marks to records."""

from memcon.extraction.extractor import Extractor

__all__ = ["Extractor"]
