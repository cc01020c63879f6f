"""The exports that are one stream, each read back by the reference library of its format."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from memcon.export import FORMATS, Selection, read_readings
from memcon.ledger import Ledger, Query, RecordRow
from memcon.model import Reading
from memcon.model.days import bounds

from tests.export.conftest import evidence_of

STREAMS = [name for name, form in FORMATS.items() if form.into == "stream"]
HERE = Path(__file__).parent


def export(selection: Selection, form: str) -> bytes:
    """What an export writes."""
    out = io.BytesIO()
    FORMATS[form].to_stream(selection, out)
    return out.getvalue()


def facts(name: str) -> dict[str, Any]:
    """A file of facts about a format."""
    found: dict[str, Any] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("form", STREAMS)
def test_the_same_ledger_makes_the_same_bytes(form: str, selection: Selection) -> None:
    assert export(selection, form) == export(selection, form) != b""


@pytest.mark.parametrize("form", STREAMS)
def test_nothing_to_export_is_no_error(form: str) -> None:
    with Ledger.open(":memory:") as ledger:
        export(Selection(ledger), form)


# Readings


def test_readings_can_be_added_again(selection: Selection, readings: list[Reading], tmp_path: Path) -> None:
    FORMATS["jsonl"].to_path(selection, tmp_path / "all.jsonl")
    back = list(read_readings(tmp_path / "all.jsonl"))
    order = {reading.document.id: reading for reading in readings}
    assert {one.document.id: one for one in back} == order
    with Ledger.open(":memory:") as ledger:
        for one in back:
            ledger.add(one)
        assert all(ledger.reading(identity) == reading for identity, reading in order.items())


def test_only_the_documents_of_the_records_asked_for(ledger: Ledger) -> None:
    query = Query(actor="Li Wei", limit=2)
    lines = export(Selection(ledger, query), "jsonl").splitlines()
    expected = {row.document for row in ledger.records(None, query)}
    assert {json.loads(line)["document"]["id"] for line in lines} == expected


# Web Annotations


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_annotations_are_read_by_rdflib(selection: Selection, rows: list[RecordRow]) -> None:
    import rdflib

    made = json.loads(export(selection, "annotations"))
    assert made["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    made["@context"] = [facts("annotation_context.yaml"), made["@context"][1]]
    graph = rdflib.Graph().parse(data=json.dumps(made), format="json-ld")
    oa, our = rdflib.Namespace("http://www.w3.org/ns/oa#"), rdflib.Namespace("urn:memcon:terms:")

    def values(subject: Any, term: Any) -> list[Any]:
        found = graph.objects(subject, term)
        return [value.toPython() if isinstance(value, rdflib.Literal) else value for value in found]

    found, sure = set(), {}
    for remark in graph.subjects(rdflib.RDF.type, oa.Annotation):
        [record], [document] = values(remark, our.record), values(remark, our.document)
        [sure[str(remark)]] = values(remark, our.confidence)
        for target in values(remark, oa.hasTarget):
            assert values(target, oa.hasSource)
            by_type = {kind: one for one in values(target, oa.hasSelector) for kind in values(one, rdflib.RDF.type)}
            place, words = by_type[oa.TextPositionSelector], by_type[oa.TextQuoteSelector]
            found.add((record, document, *values(place, oa.start), *values(place, oa.end), *values(words, oa.exact)))
    assert found == evidence_of(rows)
    assert sure == {f"urn:memcon:{row.id}": row.record.confidence for row in rows}
    assert made["total"] == len(made["first"]["items"]) == len(rows)


def test_the_words_around_stand_around_the_words(selection: Selection) -> None:
    for remark in json.loads(export(selection, "annotations"))["first"]["items"]:
        text = selection.document(remark["document"]).text
        for target in remark["target"]:
            place, words = target["selector"]
            assert text[place["start"] : place["end"]] == words["exact"]
            assert words["prefix"] + words["exact"] + words["suffix"] in text


# Calendar


def test_every_encounter_is_an_entry_of_the_calendar(selection: Selection, ledger: Ledger) -> None:
    import icalendar

    calendar = icalendar.Calendar.from_ical(export(selection, "ical"))
    entries = {str(one["uid"]).removesuffix("@memcon"): one for one in calendar.walk() if one.name != "VCALENDAR"}
    encounters = {one.id: one for one in ledger.encounters()}
    assert set(entries) == set(encounters)
    for identity, row in encounters.items():
        told = entries[identity].get("x-memcon-evidence")
        kept = [json.loads(str(one)) for one in (told if isinstance(told, list) else [told])]
        assert {one["record"]: (one["document"], one["confidence"], one["evidence"]) for one in kept} == {
            account.id: (account.document, account.record.confidence, [
                {"start": span.start, "end": span.end, "quote": span.quote} for span in account.record.evidence
            ])
            for account in row.accounts
        }
        if entries[identity].name == "VEVENT":
            assert entries[identity].decoded("dtstart").isoformat() == bounds(row.date)[0]
    assert {one.name for one in entries.values()} <= {"VEVENT", "VJOURNAL"}
    assert calendar.errors == []


# FollowTheMoney


@pytest.fixture(scope="module")
def money(selection: Selection) -> list[dict[str, Any]]:
    """The entities for FollowTheMoney."""
    return [json.loads(line) for line in export(selection, "ftm").splitlines()]


def test_entities_fit_the_schema_of_follow_the_money(money: list[dict[str, Any]]) -> None:
    schema = facts("ftm_schema.yaml")
    types, ids = schema["types"], {one["id"]: one["schema"] for one in money}
    assert len(ids) == len(money)
    for one in money:
        about = schema["schemata"][one["schema"]]
        assert set(about["required"]) <= set(one["properties"]), one
        for name, values in one["properties"].items():
            sort, _, wanted = about["properties"][name].partition(":")
            for value in values:
                assert re.fullmatch(types[sort], value, re.DOTALL), (name, value)
                assert not wanted or wanted in (ids[value], *schema["schemata"][ids[value]]["is"]), (name, value)


def test_entities_are_taken_by_the_library_where_it_is_installed(money: list[dict[str, Any]]) -> None:
    # It needs the headers of ICU and a compiler, so it is not among the tools that everybody installs.
    library = pytest.importorskip("followthemoney")
    for one in money:
        proxy = library.model.get_proxy(one, cleaned=False)
        assert {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()} == one["properties"]


def test_encounters_and_people_are_entities_with_their_words(
    money: list[dict[str, Any]], ledger: Ledger,
) -> None:
    made = {one["id"]: one for one in money}
    accounts = [account for one in ledger.encounters() for account in one.accounts]
    notes = [json.loads(note) for one in money if one["schema"] == "Event" for note in one["properties"]["notes"]]
    assert {
        (note["record"], note["document"], place["start"], place["end"], place["quote"])
        for note in notes for place in note["evidence"]
    } == evidence_of(accounts)
    assert {row.id for row in ledger.people() if row.id} <= {one["id"] for one in money if one["schema"] == "Person"}
    held = [one["properties"] for one in money if one["schema"] == "Occupancy"]
    assert ("Ana Marković", "President") in {
        (made[one["holder"][0]]["properties"]["name"][0], made[one["post"][0]]["properties"]["name"][0]) for one in held
    }
    for one in held:
        for told in map(json.loads, one["description"]):
            text = ledger.document(told["document"]).text
            assert text[told["start"] : told["end"]] == told["quote"]


def test_a_part_leads_to_nothing_outside_it(ledger: Ledger) -> None:
    part = Selection(ledger, Query(actor="Ana Marković", limit=3))
    made = [json.loads(line) for line in export(part, "ftm").splitlines()]
    ids = {one["id"] for one in made}
    led = {value for one in made for name in ("involved", "proof", "holder", "post")
           for value in one["properties"].get(name, ())}
    assert led <= ids


# Citations


def test_csl_items_fit_the_schema_of_csl(selection: Selection, rows: list[RecordRow]) -> None:
    items = json.loads(export(selection, "csl"))
    jsonschema.Draft202012Validator(facts("csl_schema.yaml")).validate(items)
    records = [one for one in items if "evidence" in one["custom"]]
    assert len(items) == len(records) + len(list(selection.document_ids()))
    assert {
        (one["id"], one["custom"]["document"], place["start"], place["end"], place["quote"])
        for one in records for place in one["custom"]["evidence"]
    } == evidence_of(rows)
    dated = {one["id"]: one["issued"]["date-parts"] for one in items if "issued" in one}
    published = {row.id: row.published for row in ledger_documents(selection)}
    for identity, parts in dated.items():
        if identity in published:
            assert "-".join(f"{part:02}" for part in parts[0]) == published[identity]


def ledger_documents(selection: Selection) -> list[Any]:
    """The documents of the ledger."""
    return list(selection.ledger.documents())


def test_bibtex_is_read_by_bibtexparser(selection: Selection, rows: list[RecordRow]) -> None:
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.middlewares import LatexDecodingMiddleware

    text = export(selection, "bibtex").decode()
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    entries = library.entries_dict
    documents = set(selection.document_ids())
    assert set(entries) == documents | {row.id for row in rows}
    for row in rows:
        entry = entries[row.id]
        assert entry["crossref"] in documents
        starts = [int(one) for one in entry["start"].split()]
        ends = [int(one) for one in entry["end"].split()]
        assert list(zip(starts, ends, strict=True)) == [(span.start, span.end) for span in row.record.evidence]
        words = " … ".join(" ".join(span.quote.split()) for span in row.record.evidence)
        assert entry["title"].strip("{}") == words
    assert any(one["title"].strip("{}").startswith("=HYPERLINK(1)") for one in entries.values())


def test_footnotes_have_the_words_and_their_place(selection: Selection, rows: list[RecordRow]) -> None:
    lines = [line.partition("\t") for line in export(selection, "footnotes").decode().splitlines()]
    assert [identity for identity, _, _ in lines] == [row.id for row in rows]
    for row, (_, _, note) in zip(rows, lines, strict=True):
        place = row.record.evidence[0]
        assert f"“{' '.join(place.quote.split())}”" in note
        assert f"Characters {place.start}–{place.end} of the text, document {row.document}, SHA-256 " in note
