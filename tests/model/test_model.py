"""Spans quote, records have evidence, ids are hashes of content, JSON comes back as it went."""

from __future__ import annotations

import json

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.model import (
    Document,
    Meeting,
    Mention,
    Participant,
    Reading,
    Span,
    decode_reading,
    document_id,
    encode_reading,
    entity_id,
    json_schema,
    record_id,
)

TEXT = "Ada Lind met Bo Ek in Osby."


def make_document(text: str = TEXT) -> Document:
    return Document(id=Document.identify(text, None), source="-", sha256="0", text=text)


def make_meeting(document: Document, **changes: object) -> Meeting:
    values: dict[str, object] = {
        "id": record_id(document.id, "meeting", [(0, 15)]),
        "evidence": (document.span(0, 15),),
        "confidence": 0.9,
        "rule": "met",
        "kind": "meeting",
        "participants": (Participant(entity="p1"), Participant(entity="p2")),
    }
    return Meeting(**{**values, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(("start", "end", "quote"), [(0, 3, "Ada L"), (3, 3, ""), (-1, 2, "Ada"), (5, 2, "abc")])
def test_a_span_cannot_be_built_of_offsets_that_do_not_fit_its_quote(start: int, end: int, quote: str) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Span(start, end, quote)


@given(st.text(min_size=1), st.data())
def test_a_documents_span_always_quotes_its_text_without_white_space_at_the_edges(
    text: str, data: st.DataObject
) -> None:
    document = make_document(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not text[start:end].strip():
        with pytest.raises(ValueError, match="does not fit"):
            document.span(start, end)
        return
    span = document.span(start, end)
    assert text[span.start : span.end] == span.quote == text[start:end].strip()


def test_spans_know_whether_they_overlap_and_contain() -> None:
    document = make_document()
    name, whole, last = document.span(0, 8), document.span(0, 15), document.span(13, 18)
    assert whole.contains(name)
    assert not name.contains(whole)
    assert whole.overlaps(last)
    assert not name.overlaps(last)


def test_a_record_without_evidence_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="has no evidence"):
        make_meeting(make_document(), evidence=())


@pytest.mark.parametrize("confidence", [-0.1, 1.1])
def test_a_record_cannot_be_surer_than_sure(confidence: float) -> None:
    with pytest.raises(ValueError, match="not within"):
        make_meeting(make_document(), confidence=confidence)


def test_a_reading_whose_spans_do_not_quote_its_text_cannot_be_built() -> None:
    document = make_document()
    moved = make_meeting(document, evidence=(Span(1, 9, "Ada Lind"),))
    with pytest.raises(ValueError, match="does not quote"):
        Reading(generator="g", document=document, meetings=(moved,))
    with pytest.raises(ValueError, match="does not quote"):
        Reading(
            generator="g", document=document, mentions=(Mention(entity="e", start=0, end=3, quote="Eva", how="name"),)
        )


def test_a_reading_comes_back_from_its_json_and_fits_its_schema() -> None:
    document = make_document()
    reading = Reading(generator="g", document=document, meetings=(make_meeting(document),))
    line = encode_reading(reading)
    assert decode_reading(line) == reading
    assert encode_reading(decode_reading(line)) == line
    jsonschema.validate(json.loads(line), json_schema())


def test_json_that_breaks_the_contract_is_told() -> None:
    line = encode_reading(Reading(generator="g", document=make_document())).replace(
        b'"kind":"other"', b'"kind":"gossip"'
    )
    with pytest.raises(msgspec.ValidationError, match="gossip"):
        decode_reading(line)


def test_every_field_is_always_there() -> None:
    document = make_document()
    raw = json.loads(encode_reading(Reading(generator="g", document=document, meetings=(make_meeting(document),))))
    assert raw["meetings"][0]["duration"] is None
    assert raw["meetings"][0]["tone"] == []
    assert raw["document"]["origin"] is None
    assert raw["visits"] == []


def test_ids_depend_on_content_and_on_nothing_else() -> None:
    assert document_id("a", "2024") == document_id("a", "2024") != document_id("a", None)
    assert record_id("d", "meeting", [(0, 5)]) != record_id("d", "visit", [(0, 5)])
    assert record_id("d", "meeting", [(0, 5)], 1) != record_id("d", "meeting", [(0, 5)])
    assert entity_id("d", "group", "both", 7) != entity_id("d", "group", "both", 7, 1)
    one, other = make_meeting(make_document()), make_meeting(make_document(), confidence=0.2, rule="another")
    assert one.id == other.id
