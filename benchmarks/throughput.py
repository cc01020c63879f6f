"""Throughput of `memcon read` on 300 documents, beside spaCy's full small English pipeline on the same texts.

Ours is the whole process: start, load, read, write JSON lines. spaCy's figure is its parse alone, which yields no
records yet; the process with its start and the loading of the model is given too. spaCy gets an environment of its
own, `.venv-bench`, from the pinned requirements. Exit code 1 when ours takes more than 0.3 times as long.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.material import ROOT, compose, texts
from benchmarks.measure import MEMCON, Run, row, run

LIMIT = 0.3
BENCH = ROOT / ".venv-bench"
PYTHON = BENCH / "bin" / "python"


def install() -> None:
    """Make the environment of spaCy, once; the requirements pin every file by its SHA-256."""
    stamp = BENCH / ".installed"
    requirements = ROOT / "requirements" / "benchmark.txt"
    if stamp.exists() and stamp.stat().st_mtime >= requirements.stat().st_mtime:
        return
    print("Installing spaCy and its small English model into .venv-bench (once) ...", flush=True)
    subprocess.run((sys.executable, "-m", "venv", str(BENCH)), check=True)
    subprocess.run(
        (str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:",
         "--require-hashes", "--requirement", str(requirements)),
        check=True,
    )
    stamp.touch()


def measure(folder: Path, count: int) -> tuple[Run, Run, dict[str, float]]:
    """One run of ours, one of spaCy: the two processes, and what spaCy's says of itself."""
    readings, report = folder.parent / "readings.jsonl", folder.parent / "spacy.json"
    ours = run((MEMCON, "read", "--format", "jsonl", str(folder)), readings)
    lines = sum(1 for _ in readings.open("rb"))
    if lines != count:
        raise RuntimeError(f"memcon wrote {lines} readings of {count} documents")
    theirs = run((str(PYTHON), str(ROOT / "benchmarks" / "spacy_pipeline.py"), str(folder)), report)
    return ours, theirs, json.loads(report.read_text(encoding="utf-8"))


def main() -> int:
    """Measure, print the table, and say by the exit code whether the limit is kept."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--runs", type=int, default=1, help="the best of so many counts, for both")
    options = parser.parse_args()
    install()
    with tempfile.TemporaryDirectory() as scratch:
        folder = compose(texts(), options.documents, Path(scratch) / "documents")
        characters = sum(path.stat().st_size for path in folder.iterdir())
        measured = [measure(folder, options.documents) for _ in range(options.runs)]
    ours = min((one for one, _, _ in measured), key=lambda done: done.clock)
    theirs = min((other for _, other, _ in measured), key=lambda done: done.clock)
    told = min((said for _, _, said in measured), key=lambda said: said["pipe"])
    print(f"\n{options.documents} documents, {characters / 1e6:.2f} million characters, {told['tokens']:,.0f} tokens\n")
    row("memcon read, whole process", f"{ours.clock:.2f} s")
    row("  documents a second", f"{options.documents / ours.clock:.0f}")
    row("  processor time", f"{ours.processor:.2f} s")
    row("  peak memory", f"{ours.memory:.0f} MB")
    row("spaCy, parse alone", f"{told['pipe']:.2f} s")
    row("spaCy, whole process with its model loaded", f"{theirs.clock:.2f} s")
    row("  processor time", f"{theirs.processor:.2f} s")
    row("  peak memory", f"{theirs.memory:.0f} MB")
    ratio = ours.clock / told["pipe"]
    row("ours / spaCy's parse alone", f"{ratio:.3f}", f"at most {LIMIT}", ratio <= LIMIT)
    row("ours / spaCy's whole process", f"{ours.clock / theirs.clock:.3f}")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
