"""The language of a text, told by its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

from memcon.loading.knowledge import Documents

_WORD = re.compile(r"[^\W\d_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_ASCII_LETTERS = re.compile(r"[A-Za-z]+")
_SAMPLE = 4000
_FEWEST_WORDS = 8


def detect_language(text: str, documents: Documents) -> str | None:
    """The BCP 47 tag of the language that the text is mostly in, or None where it is too short or too mixed to tell.

    >>> from memcon.loading.knowledge import load_documents
    >>> detect_language("Le ministre a dit que les deux pays ont des relations dans une bonne voie.", load_documents())
    'fr'
    """
    sample = text[:_SAMPLE]
    script = _detect_script(sample, documents)
    if script is None:
        return None
    candidates = {tag: entry for tag, entry in documents.languages.items() if entry.script == script}
    if not any(entry.words for entry in candidates.values()):
        return next(iter(candidates), None)
    words = [word.lower() for word in _WORD.findall(sample)]
    counts = Counter(words)
    known = counts.keys()
    scores = {tag: float(sum(counts[word] for word in known & entry.words)) for tag, entry in candidates.items()}
    for tag, entry in candidates.items():
        # Letters that only one neighbour uses weigh more than words that several share.
        scores[tag] += 0.5 * sum(sample.lower().count(letter) for letter in entry.letters)
    best = _choose(scores, len(words))
    # Of a few words only what can be read is said: a stray word must not make a text foreign.
    return best if best is None or best in documents.supported or scores[best] >= 2 else None


def _detect_script(sample: str, documents: Documents) -> str | None:
    others = "".join(_NOT_ASCII.findall(sample))
    counts = {name: sum(map(len, letters.findall(others))) for name, letters in documents.scripts.items()}
    counts["Latin"] += sum(map(len, _ASCII_LETTERS.findall(sample)))
    # Japanese is known by its syllables, few as they may be among Chinese signs.
    if counts["Kana"] > 0.1 * (counts["Kana"] + counts["Han"]) and counts["Kana"] > 4:
        counts["Kana"] += counts["Han"]
    best = max(counts, key=lambda name: counts[name])
    total = sum(counts.values()) - (counts["Han"] if best == "Kana" else 0)
    return best if counts[best] > 0.6 * total and counts[best] >= 4 else None


def _choose(scores: dict[str, float], words: int) -> str | None:
    ranked = sorted(scores, key=lambda tag: (-scores[tag], tag))
    best, second = ranked[0], ranked[1]
    if scores[second] == 0 and scores[best] > 0 and scores[best] >= 0.15 * words:
        return best
    if scores[best] < 2 or scores[best] < 0.08 * words:
        return None
    if scores[best] < 1.25 * scores[second] or (words < _FEWEST_WORDS and scores[second] > 0):
        return None
    return best
