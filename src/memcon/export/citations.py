"""Citations for reference managers: CSL JSON and BibTeX, of documents and of the records that are read out of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from memcon.export.flow import voice_of
from memcon.export.selection import Selection, address_of
from memcon.export.writing import write_list
from memcon.ledger import RecordRow
from memcon.model import Document, Span
from memcon.model.days import bounds

_TYPES = {
    "news-report": "article-newspaper", "speech": "speech", "interview": "interview", "transcript": "speech",
    "joint-statement": "document", "communique": "document", "declaration": "document",
}
_RESERVED = re.compile(r"[\\{}#$%&_~^]")
_ESCAPED = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "#": r"\#", "$": r"\$", "%": r"\%", "&": r"\&", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}


# CSL JSON


def write_csl(selection: Selection, out: BinaryIO) -> None:
    """Write a list of items (CSL 1.0.2): one a document, then one a record, whose `custom` has its evidence."""
    write_list(csl_items(selection), out)
    out.write(b"\n")


def csl_items(selection: Selection) -> Iterator[dict[str, Any]]:
    """The items, those of documents first."""
    for identity in selection.document_ids():
        yield _csl_document(selection.document(identity))
    for row in selection.records():
        yield _csl_record(row, selection.document(row.document))


def _csl_document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id, "type": _TYPES.get(document.kind, "webpage"), "title": document.title or document.source,
        **_origin(document), "genre": document.kind.replace("-", " "),
        "note": f"Document {document.id}, SHA-256 {document.sha256}",
        "custom": {"document": document.id, "address": address_of(document), "sha256": document.sha256},
    }

def _origin(document: Document) -> dict[str, Any]:
    publisher = document.publisher
    named = {"author": [{"literal": publisher.name}], "publisher": publisher.name} if publisher else {}
    issued, accessed = _date(document.published), _date(document.retrieved)
    return {
        **named, **({"issued": issued} if issued else {}), **({"accessed": accessed} if accessed else {}),
        **({"URL": document.url} if document.url else {}),
        **({"language": document.language} if document.language else {}),
    }


def _date(value: str | None) -> dict[str, Any] | None:
    """An EDTF date as CSL has dates: the parts that are known, of an interval both ends."""
    first, last = bounds(value)
    if first is None or value is None:
        return None
    parts = [[int(part) for part in first.split("-")][: value.partition("/")[0].count("-") + 1]]
    if "/" in value and last:
        parts.append([int(part) for part in last.split("-")])
    return {"date-parts": parts}


def _csl_record(row: RecordRow, document: Document) -> dict[str, Any]:
    evidence = row.record.evidence
    return {
        "id": row.id, "type": "document", "title": " … ".join(_words(span) for span in evidence),
        "container-title": document.title or document.source, **_origin(document), "genre": row.kind,
        "note": _place(row),
        "custom": {
            "document": row.document, "address": address_of(document), "confidence": row.record.confidence,
            "voice": voice_of(row.record), "review": row.review, "evidence": list(evidence),
        },
    }


def _place(row: RecordRow) -> str:
    places = ", ".join(f"{span.start}–{span.end}" for span in row.record.evidence)
    voice, confidence = voice_of(row.record), f"confidence {row.record.confidence:.2f}"
    about = (f"voice {voice}" if voice else None, confidence, row.review)
    return f"Characters {places} of {row.document}; {', '.join(filter(None, about))}"


def _words(span: Span) -> str:
    return " ".join(span.quote.split())


# BibTeX


def write_bibtex(selection: Selection, out: BinaryIO) -> None:
    """Write BibTeX in UTF-8: an entry a document, then one a record, which leads to it by `crossref`."""
    for identity in selection.document_ids():
        out.write(_entry(_bib_document(selection.document(identity))).encode())
    for row in selection.records():
        out.write(_entry(_bib_record(row)).encode())


def _bib_document(document: Document) -> dict[str, str | None]:
    first = bounds(document.published)[0]
    known = (document.published or "").count("-")
    return {
        "key": document.id, "author": "{" + _plain(document.publisher.name) + "}" if document.publisher else None,
        "title": "{" + _plain(document.title or document.source) + "}",
        "howpublished": _plain(document.kind.replace("-", " ")),
        "year": first[:4] if first else None, "month": str(int(first[5:7])) if first and known else None,
        "date": document.published, "url": document.url, "urldate": document.retrieved, "langid": document.language,
        "note": _plain(f"Document {document.id}, SHA-256 {document.sha256}"),
    }


def _bib_record(row: RecordRow) -> dict[str, str | None]:
    evidence = row.record.evidence
    return {
        "key": row.id, "crossref": row.document, "title": "{" + _plain(" … ".join(map(_words, evidence))) + "}",
        "type": row.kind, "note": _plain(_place(row)),
        "start": " ".join(str(span.start) for span in evidence), "end": " ".join(str(span.end) for span in evidence),
        "confidence": f"{row.record.confidence:.2f}", "voice": voice_of(row.record), "review": row.review,
    }


def _entry(fields: dict[str, str | None]) -> str:
    told = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if name != "key" and value]
    return f"@misc{{{fields['key']},\n{''.join(told)}}}\n\n"


def _plain(text: str) -> str:
    """Text as BibTeX takes it: signs that have a meaning there are written out."""
    return _RESERVED.sub(lambda sign: _ESCAPED[sign[0]], text)
