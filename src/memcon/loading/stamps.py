"""Stamps: the lines at the head of a report that say when an agency sent it or changed it."""

from __future__ import annotations

import re

from memcon.lexicon.calendar import find_absolute_dates
from memcon.loading.knowledge import Documents

_WORD = re.compile(r"[^\s,|/()\[\]–—-]+")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?", re.IGNORECASE)
_OPENED = re.compile(r" +[–—-] [^–—]+ [–—-] ")  # the date, the place and the ministry, with dashes between
_LONGEST = 140
_MOST_NAMES = 6  # words of a section, an agency or a zone beside the date


def read_stamp(line: str, documents: Documents) -> str | None:
    """The day (EDTF) on which a report was sent, by a line that tells nothing else; the first of several.

    >>> from memcon.loading.knowledge import load_documents
    >>> read_stamp("Issued on: 05/05/2031 - 08:33 Modified: 06/05/2031 - 16:51", load_documents())
    '2031-05-05'
    >>> read_stamp("Joint Declaration of 5 May 2031", load_documents())
    """
    dates = [date for date in find_absolute_dates(line) if date.year_known] if len(line) <= _LONGEST else []
    if not dates or any(len(date.value) < len("2031-05-05") for date in dates):
        return None
    rest = line
    for date in reversed(dates):
        rest = rest[: date.start] + " " + rest[date.end :]
    timed = _CLOCK.search(rest) is not None
    words = [word.strip(".:;\"'") for word in _WORD.findall(_CLOCK.sub(" ", rest)) if any(map(str.isalpha, word))]
    plain = [word.lower() for word in words]
    known = documents.stamp_keys | documents.stamp_words | documents.weekdays
    names = [word for word, low in zip(words, plain, strict=True) if low not in known]
    if len(names) > _MOST_NAMES or any(name[:1].islower() for name in names):
        return None
    signed = bool(names) and " ".join(names).lower() in documents.wires
    keyed = any(word in documents.stamp_keys for word in plain)
    dated = all(word in documents.weekdays for word in plain) or _OPENED.match(rest) is not None
    return dates[0].value if timed or signed or keyed or dated else None
