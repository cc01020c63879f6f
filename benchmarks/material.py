"""The documents that the benchmarks read: real texts where the machine has them, else the examples."""

from __future__ import annotations

import os
import re
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("MEMCON_SHARED") or ROOT.parent / "shared")

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")
_WORDED = rf"(?P<month>{'|'.join(_MONTHS)}) (?P<day>\d{{1,2}}), (?P<year>\d{{4}})"
_DATE = re.compile(rf"\b(?:(?P<iso>\d{{4}}-\d\d-\d\d)|{_WORDED})\b")


def texts() -> list[Path]:
    """Every readout there is to measure with: the examples, then the shared corpus and its development texts."""
    folders = [ROOT / "examples", SHARED / "corpus", SHARED / "gold" / "dev"]
    return [path for folder in folders for path in sorted(folder.rglob("*.txt"))]


def seeds() -> list[Path]:
    """The two founding texts, or two of the examples where there is no shared material."""
    return sorted((SHARED / "gold" / "seeds").glob("*.txt")) or sorted((ROOT / "examples").glob("*.txt"))[:2]


def shifted(text: str, days: int) -> str:
    """The text with every full date in it moved by so many days (whole weeks keep the weekdays true)."""

    def move(match: re.Match[str]) -> str:
        if match["iso"]:
            return (date.fromisoformat(match["iso"]) + timedelta(days)).isoformat()
        moved = date(int(match["year"]), _MONTHS.index(match["month"]) + 1, int(match["day"])) + timedelta(days)
        return f"{_MONTHS[moved.month - 1]} {moved.day}, {moved.year}"

    return _DATE.sub(move, text)


def compose(sources: list[Path], count: int, folder: Path) -> Path:
    """Write so many different documents into a new folder, the sources again and again with other dates."""
    folder.mkdir(parents=True)
    for number, source in enumerate(islice(cycle(sources), count)):
        weeks = number // len(sources)
        text = shifted(source.read_text(encoding="utf-8"), 7 * weeks)
        if weeks:
            text = text.rstrip() + f"\n\n({weeks})\n"
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    return folder
