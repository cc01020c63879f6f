"""Variants of the two seeds: another world, other stray full stops, the sentences of the speech in another order.

Run as a program, `python -m tests.quality.variants FOLDER [NUMBER]`, it writes them with their gold readings.

The seeds are read from the shared material; nothing here quotes their sentences. Sentences are known by their number:
in the first seed 2 to 7 are the host's speech and 8 and 9 the guest's, in the second 1 to 6 and 7 to 9.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.conftest import find_shared
from tests.quality.marked import Marked, Place
from tests.quality.substitution import Substitution
from tests.quality.worlds import Person, World, make_world

WORLDS = 30

QUOTED = {
    "meetings": "evidence", "visits": "evidence", "statements": "content", "commitments": "action",
    "positions": "object", "characterizations": "phrase", "outcomes": "evidence", "milestones": "event",
}
"""The field of each layer that quotes the text."""

STRAY_STOP = re.compile(r"(?<=\w)\.(?= [a-z])")
SENTENCE_END = re.compile(r"[.”](?=\s+[^\W\d_a-z]|\s+“|\s*$)")
QUIET_PLACE = re.compile(r"(?<=[a-z]{3})(?= [a-z]{2})")


@dataclass(frozen=True)
class Seed:
    """A founding text with its gold reading; `first` tells the one of July from the one of November."""

    name: str
    text: str
    gold: dict[str, Any]
    first: bool


@dataclass(frozen=True)
class Variant:
    """A text made from a seed, and its gold reading."""

    name: str
    text: str
    gold: dict[str, Any]


def load_seeds(shared: Path) -> list[Seed]:
    """The two seeds, in their order."""
    paths = sorted((shared / "gold" / "seeds").glob("*.json"))
    return [
        Seed(path.stem, path.with_suffix(".txt").read_text("utf-8"), json.loads(path.read_text("utf-8")), index == 0)
        for index, path in enumerate(paths)
    ]


def make_variants(shared: Path, worlds: int = WORLDS) -> Iterator[Variant]:
    """Two variants a world, one of each seed."""
    for number in range(worlds):
        for seed in load_seeds(shared):
            yield make_variant(seed, number)


def make_variant(seed: Seed, number: int) -> Variant:
    """The variant of a seed in the world of this number."""
    world, chance = make_world(number), random.Random(f"{seed.first} {number}")
    substitution = Substitution(world, first=seed.first)
    gold = substitution.of_gold(seed.gold)
    fields = list(_quoted_fields(gold))
    text = substitution.of(seed.text)
    marked = Marked(text, tuple(_place(text, gold[layer][index][field]) for layer, index, field in fields))
    marked = _mend(marked)
    marked = _reorder_first(marked, world, chance) if seed.first else _reorder_second(marked, chance)
    number_of_stops = chance.randrange(3, 7) if seed.first else chance.randrange(0, 3)
    marked = _add_stops(marked, chance, number_of_stops, words_before_stops(text))
    for (layer, index, field), quote in zip(fields, marked.quotes(), strict=True):
        gold[layer][index][field] = quote
    name = f"{seed.name[:3]}-{number:03}"
    gold["document"] = f"{name}.txt"
    return Variant(name, marked.text, gold)


def _quoted_fields(gold: dict[str, Any]) -> Iterator[tuple[str, int, str]]:
    for layer, field in QUOTED.items():
        for index, record in enumerate(gold[layer]):
            if field in record:
                yield layer, index, field


def _place(text: str, quote: str) -> Place:
    start = text.find(quote)
    if start < 0 or text.find(quote, start + 1) >= 0:
        raise ValueError(f"a quote of the gold reading stands not once in the text: {quote[:40]!r}")
    return start, start + len(quote)


def _mend(marked: Marked) -> Marked:
    """Without the stray full stops of the seed."""
    for found in reversed(list(STRAY_STOP.finditer(marked.text))):
        marked = marked.replace(*found.span(), "")
    return marked


def words_before_stops(text: str) -> set[str]:
    """The two words before each stray full stop."""
    return {_words_before(text, stop.start()) for stop in STRAY_STOP.finditer(text)}


def _words_before(text: str, end: int) -> str:
    return " ".join(text[:end].split()[-2:])


def _add_stops(marked: Marked, chance: random.Random, number: int, avoided: set[str]) -> Marked:
    """With new ones, in mid-sentence before a word in lower case, not after the words where the seed has them."""
    spots = [found.start() for found in QUIET_PLACE.finditer(marked.text)]
    spots = [spot for spot in spots if _words_before(marked.text, spot) not in avoided]
    for spot in sorted(chance.sample(spots, number), reverse=True):
        marked = marked.replace(spot, spot, ".")
    return marked


def _sentences(text: str) -> list[Place]:
    """The sentences of a mended text."""
    places, start = [], 0
    for found in SENTENCE_END.finditer(text):
        while text[start].isspace():
            start += 1
        places.append((start, found.end()))
        start = found.end()
    return places


def _reorder_first(marked: Marked, world: World, chance: random.Random) -> Marked:
    """The first seed: the host's six sentences, the first of which must name the speaker, and the guest's two."""
    order = list(range(6))
    while True:
        chance.shuffle(order)
        if order[0] in (0, 2, 3):
            break
    marked = marked.reorder(_sentences(marked.text)[2:8], order)
    if chance.random() < 0.5:
        marked = marked.reorder(_sentences(marked.text)[8:10], (1, 0))
        marked = _swap_pronoun(marked, world.upper_chair)
    return marked


def _swap_pronoun(marked: Marked, speaker: Person) -> Marked:
    """The guest's sentences have changed places: the name goes to the first of them, the pronoun to the second."""
    pronoun = "she" if speaker.gender == "female" else "he"
    first, second = _sentences(marked.text)[8:10]
    if not marked.text.startswith(speaker.short, second[0]):
        raise ValueError("the guest's sentences do not stand where they should")
    marked = marked.replace(second[0], second[0] + len(speaker.short), pronoun.capitalize())
    where = marked.text.rindex(f", {pronoun} ", first[0], first[1]) + 2
    return marked.replace(where, where + len(pronoun), speaker.short)


def _reorder_second(marked: Marked, chance: random.Random) -> Marked:
    """The second seed: the host's six paragraphs, the last of which needs the one before it, and the guest's two.

    The guest's second paragraph has two sentences, of which only the last names the speaker.
    """
    order = list(range(6))
    while True:
        chance.shuffle(order)
        if order.index(4) < order.index(5):
            break
    marked = marked.reorder(_sentences(marked.text)[1:7], order)
    if chance.random() < 0.5:
        marked = marked.reorder(_sentences(marked.text)[8:10], (1, 0))
    if chance.random() < 0.5:
        one, two, three = _sentences(marked.text)[7:10]
        marked = marked.reorder(((one[0], one[1]), (two[0], three[1])), (1, 0))
    return marked


def write_variants(folder: Path, shared: Path, worlds: int = WORLDS) -> int:
    """Write the variants into a folder, a .txt and a .json each; returns how many."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for variant in make_variants(shared, worlds):
        (folder / f"{variant.name}.txt").write_text(variant.text, "utf-8")
        (folder / f"{variant.name}.json").write_text(json.dumps(variant.gold, ensure_ascii=False, indent=1), "utf-8")
        count += 1
    return count


def main(arguments: list[str]) -> None:
    """Write the variants into the folder named first; the number of worlds may follow."""
    shared = find_shared()
    if not arguments or shared is None:
        sys.exit("usage: python -m tests.quality.variants FOLDER [NUMBER OF WORLDS]; needs the shared material")
    worlds = int(arguments[1]) if len(arguments) > 1 else WORLDS
    sys.stdout.write(f"{write_variants(Path(arguments[0]), shared, worlds)} variants in {arguments[0]}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
