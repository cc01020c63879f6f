"""HTML pages: the article without menus, footers and scripts, with what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Protocol

from memcon.errors import UnreadableDocument
from memcon.loading.encodings import Decoded
from memcon.loading.extract import Extract, join_pieces
from memcon.loading.metadata import read_date
from memcon.loading.plain import note_encoding
from memcon.loading.titles import same_title
from memcon.model import BlockKind, Notice

_LANGUAGE = re.compile(r"<html[^>]*?\slang\s*=\s*[\"']?([a-zA-Z]{2,3})", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_KINDS: dict[str, BlockKind] = {"head": "heading", "item": "item"}
_PIECES = frozenset({"head", "p", "list", "item", "quote", "code", "table", "row", "ab", "div"})
_FEWEST_CHARACTERS = 80


class Element(Protocol):
    """What is used of the elements of an XML tree."""

    tag: str
    text: str | None
    tail: str | None

    def __iter__(self) -> Iterator[Element]: ...


def read_html(decoded: Decoded, where: str) -> Extract:
    """The article of a page; raises `UnreadableDocument` where the page holds no text."""
    from trafilatura import bare_extraction

    page = _DECLARATION.sub("", decoded.text)
    found: Any = bare_extraction(
        page, with_metadata=True, include_comments=False, include_tables=True, deduplicate=False,
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2199-12-31"},
    )
    pieces = _read_pieces(found.body) if found is not None and found.body is not None else []
    if sum(len(words) for words, _ in pieces) < _FEWEST_CHARACTERS:
        pieces = _read_baseline(page) or pieces
    title = found.title if found is not None else None
    if title and pieces and not any(same_title(title, words) for words, _ in pieces[:4]):
        pieces.insert(0, (title, "title"))
    text, passages = join_pieces([
        (words, "title" if title and place < 4 and same_title(title, words) else kind)
        for place, (words, kind) in enumerate(pieces)
    ])
    if not text:
        raise UnreadableDocument("is a page without text", where, "save it as its readers see it, or copy its text")
    language = _LANGUAGE.search(page[:4000])
    return Extract(
        text=text, passages=passages, title=title, published=read_date(found.date or "") if found is not None else None,
        url=found.url if found is not None else None, site=found.sitename if found is not None else None,
        language=language[1].lower() if language else None,
        notices=(*note_encoding(decoded), *_note_furniture(page, text)),
    )


def _read_pieces(body: Element) -> list[tuple[str, BlockKind | None]]:
    """The pieces of an article, from the tree that trafilatura makes of it."""
    pieces: list[tuple[list[str], BlockKind | None]] = [([], None)]
    _walk(body, None, pieces)
    return [(line, kind) for words, kind in pieces if (line := _normalize("".join(words)))]


def _walk(element: Element, kind: BlockKind | None, pieces: list[tuple[list[str], BlockKind | None]]) -> None:
    """Add the words of an element to the last piece; elements that stand by themselves open a piece of their own."""
    pieces[-1][0].append(element.text or "")
    for child in element:
        if child.tag in _PIECES:
            inner = _KINDS.get(child.tag, kind)
            pieces.append(([], inner))
            _walk(child, inner, pieces)
            pieces.append(([], kind))
        elif child.tag == "lb":
            pieces.append(([], kind))
        else:
            _walk(child, kind, pieces)
            pieces[-1][0].append(" | " if child.tag == "cell" else "")
        pieces[-1][0].append(child.tail or "")


def _read_baseline(page: str) -> list[tuple[str, BlockKind | None]]:
    """The text of a page whose article cannot be told from the rest."""
    from trafilatura import html2txt

    return [(_normalize(line), None) for line in html2txt(page).splitlines() if line.strip()]


def _note_furniture(page: str, text: str) -> tuple[Notice, ...]:
    from trafilatura import html2txt

    whole, kept = len(html2txt(page).split()), len(text.split())
    if whole <= kept:
        return ()
    message = f"left out {whole - kept} of the page's {whole} words (menus, links, footers and the like)"
    return (Notice(code="page-furniture", message=message),)


def _normalize(words: str) -> str:
    return " ".join(words.split()).removesuffix(" |")
