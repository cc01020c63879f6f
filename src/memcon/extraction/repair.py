"""A copy of the text without its noise, of the same length, so that the map back to the original is the identity.

Stray full stops, doubled words, line ends and the marks of Markdown become spaces, typographic quotation marks and
dashes their plain forms, single quotation marks around speech double ones, and the remains of a name's pop-up note
("Ana Ruiz Ruiz AnaPresident of") a comma and spaces: every change puts one character in the place of one.
"""

from __future__ import annotations

import re

_PLAIN = str.maketrans(
    {
        "\n": " ",
        "\r": " ",
        "\t": " ",
        "\u00a0": " ",
        "\u2007": " ",
        "\u202f": " ",
        "\u200b": " ",
        "\ufeff": " ",
        "\u00ad": " ",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "″": '"',
        "`": "'",
        "´": "'",
        "‘": "'",
        "’": "'",
        "‛": "'",
        "′": "'",
        "‐": "-",
        "‑": "-",
        "−": "–",
        "―": "—",
    }
)
_ESCAPED = re.compile(r"\\(?=['\"])")  # the backslash that some exports leave before quotation marks
# what is left of a text that was stored as a string of a program, or as Markdown: \u2019s, \u201c, \_, a last \
_CODED = re.compile(r"\\u(20(?:1[0-9a-d]|26)|00a0)(s\b)?|\\([_*#])|\\$", re.MULTILINE)
_LINK = re.compile(r"\[([^\[\]]{1,200})\](\((?:https?:|/|#)[^()]{0,400}\))")
_EMPHASIS = re.compile(r"\*\*|(?<!\w)__(?=\w)|(?<=\w)__(?!\w)")
# a stop between a lower-case word (not an abbreviation or initial) and another lower-case word ends no sentence
_STRAY_STOP = re.compile(r"(?<=[a-zà-öø-ÿ)%])(?<!\b[a-z])\.(?= +[a-zà-öø-ÿ])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[a-z]|etc|vs|cf|al|approx|ca|dept|est|no|nos|art|para|paras|pp|vol|ed|eds|incl|"
    r"misc|sec|fig|viz|gen|col|lt|hon|dr|mr|mrs|ms|st|jr|sr|esq|prof)|\.[a-z]{1,2})$",
    re.IGNORECASE,
)
_DOUBLED = re.compile(
    r"\b(the|to|of|and|in|a|an|for|with|by|at|from|on|is|are|was|were|its|their|his|her|as|or|will|be|"
    r"has|have)( +)(\1)\b",
    re.IGNORECASE,
)
# "Ana Ruiz Ruiz AnaPresident of Peru": a surname, then the note's surname, given names and the office glued to them
_NOTE = re.compile(
    r"(?<=\b)([A-Z][\w'-]+) +\1 +(?:[A-Z][\w'-]* +)*[A-Z][\w'-]*[a-zà-öø-ÿ]"
    r"(?=[A-Z][a-z]+ (?:of|for|Minister|Secretary|President|Chancellor)\b)"
)
# speech in single quotation marks: from one before a capital to one behind a stop or before a comma, in one paragraph
_SPEECH = re.compile(
    r"(?<![\w'‘’])['‘](?=[A-Z…\[])((?:(?!\n[ \t\r]*\n|(?<!\w)['‘](?=[A-Z])|[\"“”«»]).){12,1500}?)"
    r"(?:(?<=[,.!?…])['’](?=\s|\Z)|(?<=\w)['’](?=,\s))",
    re.DOTALL,
)
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_FEWEST_WORDS = 4  # of speech; what is shorter is a name or irony


def repair(text: str) -> str:
    """The repaired copy of a text, of the same length in code points."""
    whole = _CODED.sub(_decode, text) if "\\" in text else text
    plain = _ESCAPED.sub(" ", _double_marks(whole).translate(_PLAIN))

    def mend_stop(match: re.Match[str]) -> str:
        return match.group() if _ABBREVIATED.search(plain, max(0, match.start() - 8), match.start()) else " "

    plain = _LINK.sub(lambda m: " " + m.group(1) + " " + " " * len(m.group(2)), plain)
    plain = _EMPHASIS.sub("  ", plain)
    plain = _NOTE.sub(lambda m: m.group(1) + "," + " " * (len(m.group()) - len(m.group(1)) - 1), plain)
    plain = _STRAY_STOP.sub(mend_stop, plain)
    return _DOUBLED.sub(lambda m: m.group(1) + m.group(2) + " " * len(m.group(3)), plain)


def _decode(match: re.Match[str]) -> str:
    """The sign that a code stands for, with what hangs on it, filled up with spaces to the length of the code."""
    sign = chr(int(match[1], 16)) + (match[2] or "") if match[1] else ""
    return sign.ljust(len(match[0]))


def _double_marks(text: str) -> str:
    """Single quotation marks around speech become double ones, but for those within double ones."""
    if "'" not in text and "‘" not in text:
        return text

    def mend(match: re.Match[str]) -> str:
        begin = max((end.end() for end in _PARAGRAPH.finditer(text, 0, match.start())), default=0)
        around = text[begin : match.start()].translate(_PLAIN).count('"') % 2
        spoken = match.group(1)
        return match.group() if around or len(spoken.split()) < _FEWEST_WORDS else f'"{spoken}"'

    return _SPEECH.sub(mend, text)
