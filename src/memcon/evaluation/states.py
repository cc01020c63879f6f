"""The names of states as gold readings write them: which name one state, and which are whole names.

These tables belong to the definition of the score and are kept apart from the lexicon on purpose: a word
that the program learns must not change how it is judged.
"""

from __future__ import annotations

SAME_STATE: dict[str, str] = {
    other: state
    for state, others in {
        "china": ("prc", "people s republic of china", "chinese", "chn"),
        "russia": ("russian federation", "russian", "rus"),
        "united states": ("united states of america", "us", "u s", "usa", "american", "america"),
        "united kingdom": ("uk", "britain", "gbr", "u k"),
        "south korea": ("republic of korea", "rok", "korea"),
        "north korea": ("dprk",),
        "european union": ("eu",),
        "turkey": ("turkiye",),
    }.items()
    for other in others
}
"""Other ways to write a state, folded as `names.fold` folds them, and the one that stands for all."""

WHOLE_NAMES: frozenset[str] = frozenset(
    """
    afghanistan albania algeria argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium
    bolivia brazil brunei bulgaria cambodia canada chile china colombia congo croatia cuba cyprus denmark dominica
    ecuador egypt eritrea estonia ethiopia finland france georgia germany ghana greece guinea hungary iceland india
    indonesia iran iraq ireland israel italy japan jordan kazakhstan kenya korea kosovo kuwait kyrgyzstan laos latvia
    lebanon libya lithuania luxembourg malaysia maldives malta mexico moldova mongolia morocco myanmar namibia nauru
    nepal netherlands niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal
    qatar romania russia rwanda samoa senegal serbia singapore slovakia slovenia somalia spain sudan sweden
    switzerland syria tajikistan tanzania thailand tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan
    venezuela vietnam yemen zambia zimbabwe
    """.split()
) | {
    "united states", "united kingdom", "south korea", "north korea", "south sudan", "south africa", "saudi arabia",
    "sri lanka", "new zealand", "papua new guinea", "equatorial guinea", "united arab emirates", "european union",
}
"""Names that are equal or are not, never parts of one another: "Sudan" is not "South Sudan"."""
