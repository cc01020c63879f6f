"""W3C Web Annotations (JSON-LD): every record as a remark on the exact words that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from memcon.export.flow import acting, voice_of
from memcon.export.selection import Selection, address_of
from memcon.export.writing import write_list
from memcon.ledger import RecordRow
from memcon.model import Document, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The context of the standard (Web Annotation Data Model, W3C 2017)."""

TERMS = "urn:memcon:terms:"
"""What our own terms begin with: confidence, review, voice, rule, document, record."""

_OWN = {name: TERMS + name for name in ("confidence", "review", "voice", "rule", "document", "record", "date")}
_AROUND = 32
"""Characters before and after the words, by which they are found again on a page that has changed."""


def write_annotations(selection: Selection, out: BinaryIO) -> None:
    """Write one annotation collection, whose only page has an annotation for each record."""
    head = {"@context": [CONTEXT, _OWN], "id": "urn:memcon:annotations", "type": "AnnotationCollection"}
    out.write(msgspec.json.encode(head)[:-1])
    out.write(b',"first":{"id":"urn:memcon:annotations:1","type":"AnnotationPage","startIndex":0,"items":')
    count = write_list(annotate(selection), out)
    out.write(f'}},"total":{count}}}\n'.encode())


def annotate(selection: Selection) -> Iterator[dict[str, Any]]:
    """The annotation of each record, a target for each place of its evidence.

    A target names the document's address and the place twice: by code points of the text as it is kept (which
    `document` names), and by the words with what stands around them, which hold on the page itself.
    """
    for row in selection.records():
        document = selection.document(row.document)
        told = {
            "confidence": row.record.confidence, "review": row.review, "voice": voice_of(row.record),
            "rule": row.record.rule, "date": row.date, "document": row.document, "record": row.id,
        }
        yield {
            "id": f"urn:memcon:{row.id}", "type": "Annotation", "motivation": ["describing", "classifying"],
            "generator": {"id": "urn:memcon:generator", "type": "Software",
                          "name": selection.document_row(row.document).generator},
            "body": _bodies(row),
            "target": [_target(document, span) for span in row.record.evidence],
            **{name: value for name, value in told.items() if value is not None},
        }


def _bodies(row: RecordRow) -> list[dict[str, str]]:
    who = ", ".join(acting(row))
    words = f"{row.kind}: {who}" if who else row.kind
    tags = ({"type": "TextualBody", "purpose": "tagging", "value": topic} for topic in row.topics)
    return [
        {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": words},
        {"type": "TextualBody", "purpose": "classifying", "value": row.kind}, *tags,
    ]


def _target(document: Document, span: Span) -> dict[str, Any]:
    address = address_of(document)
    source = address if "://" in address else f"urn:memcon:{document.id}"
    return {
        "type": "SpecificResource", "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector", "exact": span.quote,
                "prefix": document.text[max(span.start - _AROUND, 0) : span.start],
                "suffix": document.text[span.end : span.end + _AROUND],
            },
        ],
    }
