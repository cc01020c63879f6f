"""Names made comparable: one form for all spellings that differ only in case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata

_POSSESSIVE = re.compile(r"['’]s\b")
_NOT_WORD = re.compile(r"[\W_]+")
_SPECIAL = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "’": "'"})


def fold(name: str) -> str:
    """The name in lower case, without accents, punctuation, possessives and a leading article.

    >>> fold("The People’s Republic of Türkiye")
    'people republic of turkiye'
    """
    lower = _POSSESSIVE.sub("", name.casefold().translate(_SPECIAL))
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(sign))
    folded = _NOT_WORD.sub(" ", plain).strip()
    return folded.removeprefix("the ") or folded


def country_code(name: str) -> str | None:
    """The alpha-3 code of a state by its name or by its two or three letters, None if it is none.

    >>> country_code("cn"), country_code("Viet Nam"), country_code("Volodin")
    ('CHN', 'VNM', None)
    """
    import pycountry

    try:
        return str(pycountry.countries.lookup(name.strip()).alpha_3)
    except LookupError:
        return None
