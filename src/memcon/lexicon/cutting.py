"""How text is cut in tokens: one cutter for the texts and for the names of the lexicon."""

from __future__ import annotations

import re

_ABBREVIATION = (
    r"(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Hon|Rev|Fr|Sr|Jr|St|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Gov|Sen|Rep|Amb|Sec|Pres|Smt|Shri|Eng|Esq|"
    r"Ltd|Inc|Co|Corp|Bros|"
    r"No|Nos|Art|vs|etc|cf|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Ph|Vol|pp|Ave|Dept|"
    r"Univ|Brig|Cmdr|Mt|Ft|Rt|"
    r"HON|DR|MR|MRS|MS|PROF|REV|GEN|COL|LT|AMB|SEN|REP|JR|SR)\."
)
TOKEN = re.compile(
    r"(?P<abbr>(?:[^\W\d_]\.){2,}(?:[A-Z](?![a-z]))?|\b" + _ABBREVIATION
    # an initial, but for "wrote on X."; and "U.S-led" with its second dot lost
    + r"|\b(?:[A-WYZ]|(?<!\bon )X)\.(?=\s+[A-Z])|\b[A-Z]\.[A-Z](?=-))"
    r"|(?P<num>[$€£¥]?\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?(?![^\W\d_])|\d+(?:st|nd|rd|th)\b)"
    r"|(?P<poss>'s\b|(?<=s)'(?=\s))"
    r"|(?P<word>[^\W_]+(?:'(?!s\b)[^\W\d_]+)*)"
    r"|(?P<mark>\.\.\.+|…|--+|[^\w\s]|_)"
)


def split_words(phrase: str) -> list[str]:
    """The tokens of a short phrase, cut as the text's own are."""
    return [match.group() for match in TOKEN.finditer(phrase)]
