"""From an extract to a document: metadata, passages, layout, publisher, kind, language and dates put together."""

from __future__ import annotations

import re
from datetime import date, timedelta

import msgspec

from memcon.loading.datelines import DatelineMark
from memcon.loading.extract import Extract
from memcon.loading.kinds import detect_kind
from memcon.loading.knowledge import Documents, Press, load_documents
from memcon.loading.languages import detect_language
from memcon.loading.layout import Layout, lay_out
from memcon.loading.metadata import Metadata, merge_metadata, read_metadata
from memcon.loading.passages import split_passages
from memcon.loading.publishers import Clues, detect_issuer
from memcon.loading.titles import choose_title, same_title
from memcon.model import Block, Dateline, Document, Notice

_DATED_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_HEAD, _FOOT = 1500, 800


def build_document(
    extract: Extract, source: str, sha256: str, press: Press, *, markdown: bool = False,
) -> Document:
    """The document that an extract makes; `press` knows who publishes."""
    documents = load_documents()
    text = extract.text
    metadata = read_metadata(text, documents)
    if extract.passages is None:
        passages = split_passages(text, metadata.end, documents, markdown=markdown)
    else:
        passages = tuple(
            msgspec.structs.replace(passage, start=_skip_space(text, max(passage.start, metadata.end)))
            for passage in extract.passages if passage.end > metadata.end
        )
    titles = [title for title in (metadata.title, extract.title) if title]
    layout = lay_out(text, passages, titles, documents)
    metadata = merge_metadata(metadata, layout.facts)
    title = _choose_title(metadata, extract, layout)
    url = metadata.url or extract.url
    body = _body(text, layout.blocks)
    clues = Clues(
        metadata=metadata, layout=msgspec.structs.replace(layout, title=title), url=url, site=extract.site,
        frame=_frame(text, layout.blocks),
    )
    issuer = detect_issuer(clues, press, documents)
    published = _find_published(metadata, extract, layout, url)
    language = detect_language(body, documents) or _declared_language(metadata, extract, documents)
    return Document(
        id=Document.identify(text, published), source=source, origin=metadata.origin, url=url, title=title,
        kind=detect_kind(text, clues.layout, metadata.kind, issuer.publisher, documents),
        publisher=issuer.publisher, side=issuer.side, language=language,
        translation=documents.translation.search(text[:_HEAD] + "\n" + text[-_FOOT:]) is not None,
        published=published, retrieved=metadata.retrieved, dateline=_build_dateline(metadata, layout, published),
        sha256=sha256, text=text, blocks=(*metadata.blocks, *layout.blocks),
        notices=(*extract.notices, *_note_language(language, documents), *_note_date(published)),
    )


def _choose_title(metadata: Metadata, extract: Extract, layout: Layout) -> str | None:
    """The title in the text where it is the one told by the metadata, else that one."""
    told = metadata.title or extract.title
    if told and layout.title and not same_title(told, layout.title):
        return choose_title([told])
    return choose_title([title for title in (layout.title, told) if title])


def _body(text: str, blocks: tuple[Block, ...]) -> str:
    """The words that are no metadata: only they tell the language."""
    words = [text[block.start : block.end] for block in blocks if block.kind in ("paragraph", "item")]
    return "\n".join(words) or "\n".join(
        text[block.start : block.end] for block in blocks if block.kind not in ("metadata", "footer"))


def _frame(text: str, blocks: tuple[Block, ...]) -> str:
    """What frames the text at its head and foot; links within the text are of others."""
    kinds = ("metadata", "heading", "footer")
    return "\n".join(text[block.start : block.end] for block in blocks if block.kind in kinds)


def _declared_language(metadata: Metadata, extract: Extract, documents: Documents) -> str | None:
    """The language that the document or its file names, by tag or by English name."""
    for told in (metadata.language, extract.language):
        name = (told or "").strip().lower()
        for tag, entry in documents.languages.items():
            if name and (name.partition("-")[0].partition("_")[0] == tag or entry.name.lower() == name):
                return tag
    return None


def _find_published(metadata: Metadata, extract: Extract, layout: Layout, url: str | None) -> str | None:
    """The publication date (EDTF): as told, as printed at the head, in the dateline, at the foot, in the address."""
    found = (
        metadata.published, extract.published, layout.head_date, _full_date(layout.dateline),
        _full_date(layout.foot_dateline), layout.foot_date, _date_of_path(url), metadata.updated,
        _date_of_path(metadata.origin),
    )
    return next((value for value in found if value), None)


def _full_date(mark: DatelineMark | None) -> str | None:
    return mark.date if mark and mark.date and not mark.date.startswith("X") else None


def _date_of_path(address: str | None) -> str | None:
    found = _DATED_PATH.search(address or "")
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[3]), int(found[4])).isoformat()
    except ValueError:
        return None


def _build_dateline(metadata: Metadata, layout: Layout, published: str | None) -> Dateline | None:
    """The dateline of the head, else of the foot; the year that it leaves out is that of the publication date."""
    mark = layout.dateline or layout.foot_dateline
    place = (mark and mark.place) or metadata.place
    day = _complete(mark.date, published) if mark and mark.date else None
    return Dateline(place=place, date=day) if place or day else None


def _complete(day: str, published: str | None) -> str | None:
    """A day without its year: the nearest on or before the publication date, give or take a day of time zones."""
    if not day.startswith("X"):
        return day
    if not published or len(published) != len("2031-05-06"):
        return None
    latest = date.fromisoformat(published) + timedelta(days=1)
    month, number = int(day[5:7]), int(day[8:10])
    for year in range(latest.year, latest.year - 9, -1):
        try:
            found = date(year, month, number)
        except ValueError:
            continue
        if found <= latest:
            return found.isoformat()
    return None


def _note_language(language: str | None, documents: Documents) -> tuple[Notice, ...]:
    if language in documents.supported:
        return ()
    if language is None:
        message = "the language cannot be told (the text is too short or mixed); it is read as English"
        return (Notice(code="unknown-language", message=message),)
    name = documents.languages[language].name
    message = f"the text is in {name}, which cannot be read yet: nothing is read out of it; give an English version"
    return (Notice(code="unsupported-language", message=message),)


def _note_date(published: str | None) -> tuple[Notice, ...]:
    if published:
        return ()
    message = (
        "no publication date found, so that weekdays and words like “today” have no date; "
        "put a line “date: YYYY-MM-DD” at its head"
    )
    return (Notice(code="no-date", message=message),)


def _skip_space(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place
