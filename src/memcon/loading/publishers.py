"""Who published a document and for which state it speaks, from the strongest evidence to the weakest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from memcon.lexicon.entries import PublisherEntry
from memcon.loading.datelines import DatelineMark
from memcon.loading.knowledge import Documents, Press, fold
from memcon.loading.layout import Layout
from memcon.loading.metadata import Metadata
from memcon.model import Publisher, PublisherKind

_HOST = re.compile(r"(?<![\w.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?:/[\w./-]*)?", re.IGNORECASE)
_GOVERNMENT = re.compile(
    r"(?:^|[.])(?:gov|gob|gouv|govt|go|gv|gub|guv|government|mil|parliament|mfa|mofa)\.(?P<state>[a-z]{2})(?:/|$)",
    re.IGNORECASE)
_TOKEN = re.compile(r"[a-z0-9]{6,}", re.IGNORECASE)
_TELEPHONE = re.compile(r"(?:\+|\b00)\s?(\d[\d ()-]{6,})")
_INSTITUTION = re.compile(
    r"\b(?:minist|office|department|press|news|agency|presiden|parliament|government|council|embassy)", re.IGNORECASE)
_TOP_LEVEL = {"uk": "gb", "eu": ""}


class Issuer(msgspec.Struct, frozen=True):
    """The publisher of a document and the side for which it speaks (alpha-3)."""

    publisher: Publisher | None = None
    side: str | None = None


class Clues(msgspec.Struct, frozen=True, kw_only=True):
    """What may tell the publisher: metadata, layout, the site name that the file gives, what frames the text."""

    metadata: Metadata
    layout: Layout
    url: str | None
    site: str | None
    frame: str


def detect_issuer(clues: Clues, press: Press, documents: Documents) -> Issuer:
    """Who published a document, as far as it can be told; both fields are None where it cannot."""
    named = [name for name in (clues.metadata.publisher, clues.site) if name]
    for entry in _entries(clues, named, press):
        if entry:
            return Issuer(entry.publisher, entry.side)
    country = _government_of(clues) or _calling_code(clues.frame, press)
    masthead = next((line for line in clues.layout.mastheads if _office_kind(line, documents)), None)
    origin = clues.metadata.origin or ""
    told = origin if len(origin) <= 80 and _INSTITUTION.search(origin) else None
    name = next(iter(named), None) or masthead or told
    if name is None:
        return Issuer(None, country)
    kind = _office_kind(name, documents) or "other"
    return Issuer(Publisher(name=_calm(name), country=country, kind=kind), country)


def _entries(clues: Clues, named: Sequence[str], press: Press) -> Iterator[PublisherEntry | None]:
    """The publishers that each clue points to, the strongest clue first."""
    metadata, layout = clues.metadata, clues.layout
    yield from (press.names.get(fold(name)) for name in named)
    yield _by_byline(layout.dateline, press)
    yield from (_by_address(address, press) for address in (clues.url, metadata.origin) if address)
    yield from (_by_name(words, press) for words in (*named, metadata.origin) if words)
    yield from (_by_name(line, press) for line in layout.mastheads)
    yield _by_title(layout.title, press)
    yield _by_seat(layout, press)
    yield _by_address(clues.frame, press, official_only=True)


def _by_byline(dateline: DatelineMark | None, press: Press) -> PublisherEntry | None:
    """The agency between the brackets of a dateline, alone or before a comma or slash."""
    for name in re.split(r"\s*[,/;]\s*", (dateline and dateline.agency) or ""):
        entry = press.bylines.get(name.casefold())
        if entry:
            return entry
    return None


def _by_address(words: str, press: Press, *, official_only: bool = False) -> PublisherEntry | None:
    """The publisher with the longest known address among the web addresses in the words."""
    for found in _HOST.finditer(words):
        host, _, path = found[0].lower().partition("/")
        labels = host.split(".")
        for place in range(len(labels) - 1):
            domain = ".".join(labels[place:])
            parts = path.strip("/").split("/") if path else []
            for depth in range(min(4, len(parts)), -1, -1):
                entry = press.domains.get("/".join([domain, *parts[:depth]]))
                if entry and not (official_only and entry.independent):
                    return entry
    return None if official_only else _by_slug(words, press)


def _by_slug(words: str, press: Press) -> PublisherEntry | None:
    for found in _TOKEN.finditer(words):
        entry = press.slugs.get(found[0].lower())
        if entry:
            return entry
    return None


def _by_name(words: str, press: Press) -> PublisherEntry | None:
    """The publisher whose name the words are, or hold."""
    line = fold(words)
    exact = press.names.get(line)
    if exact or len(line) > 200:
        return exact
    held = [name for name in press.names if len(name) > 5 and name in line]
    held = [name for name in held if re.search(rf"\b{re.escape(name)}\b", line)]
    return press.names[max(held, key=len)] if held else None


def _by_title(title: str | None, press: Press) -> PublisherEntry | None:
    return next((entry for pattern, entry in press.titles if title and pattern.search(title)), None)


def _by_seat(layout: Layout, press: Press) -> PublisherEntry | None:
    """An office that heads the release together with its seat in the dateline."""
    for mark in (layout.dateline, layout.foot_dateline):
        for entry in press.seats.get(fold((mark and mark.place) or ""), ()):
            if any(office in fold(line) for office in entry.masthead for line in layout.mastheads):
                return entry
    return None


def _government_of(clues: Clues) -> str | None:
    """The state whose government's addresses the document gives (alpha-3)."""
    origin = clues.metadata.origin or ""
    for words in (clues.url or "", origin, clues.frame):
        for host in _HOST.finditer(words):
            found = _GOVERNMENT.search(host[0].partition("/")[0])
            if found:
                return _alpha3(found["state"])
    return None


def _alpha3(top_level: str) -> str | None:
    import pycountry

    country = pycountry.countries.get(alpha_2=_TOP_LEVEL.get(top_level.lower(), top_level).upper())
    return country.alpha_3 if country else None


def _calling_code(frame: str, press: Press) -> str | None:
    for found in _TELEPHONE.finditer(frame):
        digits = re.sub(r"\D", "", found[1])
        for length in (3, 2):
            if digits[:length] in press.calling_codes:
                return press.calling_codes[digits[:length]]
    return None


def _office_kind(line: str, documents: Documents) -> PublisherKind | None:
    return next((kind for pattern, kind in documents.masthead_kinds if pattern.search(line)), None)


def _calm(name: str) -> str:
    """A name in capitals as it is written in a sentence."""
    if not name.isupper():
        return name
    small = {"Of", "And", "For", "The", "De"}
    words = [word.lower() if place and word in small else word for place, word in enumerate(name.title().split())]
    return " ".join(words)
