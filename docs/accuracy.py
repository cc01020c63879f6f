"""The page docs/accuracy.md, made from the figures of docs/accuracy.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

Figures = Mapping[str, Any]

SETS = {
    "examples": "readouts composed for the project in the styles of many publishers; the program was built on them",
    "seeds": "the two founding texts; the program was built on them",
    "dev": "published readouts of seven publishers; the program was built on them",
    "holdout": "published readouts that nobody who works on the program has opened",
}
"""What each set is."""

HEAD = """# How well it reads

<!-- Written by docs/generate.py from docs/accuracy.toml: `make figures` measures, `make docs` writes this page. -->

The figures of this page are those that `memcon evaluate` gives on gold readings. What the layers mean, when a record
counts as right, and how to measure on your own documents is told in [evaluation.md](evaluation.md). Gold readings were
written by hand before the program read the text, by one reader: another would have drawn some lines elsewhere.

## On what
"""

NOT_DONE = """## What it does not do

- **Other languages.** It reads English. A text in another language is kept, and nothing is read out of it.
- **What has no words of its own.** A record needs a cue, a verb or a noun that says it. What a reader infers from two
  paragraphs together, from silence or from the order of topics, is not found.
- **Long chains.** In long sentences of news prose, with one clause within another, the subject of a cue is sometimes
  the wrong one, and a content is cut short or runs on.
- **Who is meant.** A pronoun or a title goes to the person whom grammar and salience favour. In texts with many people
  of one office ("the minister"), that may be another one.
- **Names that no list holds.** An unknown name is found by its shape and its company. Single words, names of
  unusual form, and things called after persons or places go wrong most often.
- **Irony, questions, fiction.** A question, a joke, a quoted headline is read as if it were said in earnest.
- **Tables, pictures, scans.** Text in a picture or a scanned page is not there for the program.
- **Truth.** It says what a document says, and who says it.

What to do about a gap: add [a cue, a title or a body](guides/lexicon.md), or look at
`memcon evaluate FOLDER --errors` on documents of your own and see whether the errors matter for your work. Where the
program hesitates, `confidence` is low and `reasons` tell why.
"""


def accuracy_page(path: Path) -> str:
    """The page, from the file of figures."""
    figures: dict[str, Figures] = tomllib.loads(path.read_text(encoding="utf-8"))
    parts = [HEAD, *_sets(figures), "", "## F1 by layer", "", *_overview(figures), ""]
    parts += ["## How sure it is", "", *_bands(figures), "", "## Precision and recall", ""]
    for name, of_set in figures.items():
        parts += [f"### {name}", "", *_layers(of_set), ""]
    return "\n".join(parts) + "\n" + NOT_DONE


def _sets(figures: Mapping[str, Figures]) -> Iterator[str]:
    yield "| set | what it is | documents | records | measured | by |"
    yield "| --- | --- | ---: | ---: | --- | --- |"
    for name, of_set in figures.items():
        cells = (name, SETS[name], of_set["documents"], of_set["records"], of_set["measured"], of_set["generator"])
        yield f"| {' | '.join(map(str, cells))} |"
    yield ""
    yield "The figures that tell what to expect of a document that the program has not seen are those of the holdout."


def _overview(figures: Mapping[str, Figures]) -> Iterator[str]:
    yield f"| layer | {' | '.join(figures)} |"
    yield "| --- |" + " ---: |" * len(figures)
    layers = list(dict.fromkeys(layer for of_set in figures.values() for layer in of_set["layers"]))
    for layer in layers:
        rows = (of_set["layers"].get(layer) for of_set in figures.values())
        yield f"| {layer} | {' | '.join(f'{row[2]:.3f}' if row else '' for row in rows)} |"
    for average, field in (("macro F1", "macro"), ("micro F1 over records", "micro")):
        yield f"| **{average}** | {' | '.join(f'**{of_set[field]:.3f}**' for of_set in figures.values())} |"
    yield ""
    yield "A layer with few cases says little: their numbers are below."


def _bands(figures: Mapping[str, Figures]) -> Iterator[str]:
    yield "How many of the records were right, by the `confidence` that the program gave them."
    yield ""
    yield "| set | 0.9 and more | 0.7 to 0.9 | below 0.7 |"
    yield "| --- | ---: | ---: | ---: |"
    for name, of_set in figures.items():
        by_low = {band["low"]: band for band in of_set["bands"]}
        yield f"| {name} | {' | '.join(_share(by_low.get(low)) for low in (0.9, 0.7, 0.0))} |"


def _share(band: Figures | None) -> str:
    return f"{band['right'] / band['records']:.2f} of {band['records']}" if band else "none"


def _layers(of_set: Figures) -> Iterator[str]:
    yield "| layer | precision | recall | F1 | expected | found |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for layer, (precision, recall, f1, expected, found) in of_set["layers"].items():
        yield f"| {layer} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {expected} | {found} |"
