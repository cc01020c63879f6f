"""PLOVER: valid against its vocabulary, and what the records are as events."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import msgspec
import pytest

from memcon.export import FORMATS, Selection
from memcon.export.plover import contexts_of_topics, events, vocabulary
from memcon.ledger import Ledger, RecordRow
from memcon.model import Commitment, Meeting, Outcome, Reading, Visit

from tests.ledger.factory import Facts, make_reading
from tests.export.conftest import evidence_of

FIELDS = {
    "id", "has_event", "date", "time", "enddate", "endtime", "source", "recipient", "event", "event_loc", "event_text",
    "quad_code", "event_scale", "mode", "context", "link", "text", "text_info", "cite_info", "coder", "coded_date",
    "coded_time", "comment",
}
"""The fields of the codebook's table of event records."""

OURS = {"due", "kind", "document", "evidence", "confidence", "voice", "review"}
NO_EVENT = {"characterizations", "milestones"}


def check(event: dict[str, Any]) -> None:
    """Hold an event against the vocabulary."""
    words = vocabulary()
    assert set(event) <= FIELDS | OURS
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", event["date"])
    assert event["source"]
    [kind] = event["event"]
    told = words.events[kind]
    assert set(event["mode"]) <= set(told.modes) | words.auxiliary
    assert set(event["context"]) <= words.contexts
    assert event["quad_code"] == int(told.quad)
    assert told.recipient == "no" or event["recipient"]
    for actor in (*event["source"], *event.get("recipient", ())):
        assert actor["actor_text"]
        assert re.fullmatch(r"[A-Z]{3}", actor.get("code", "XXX"))
        assert actor.get("sector", "GOV") in words.sectors
    assert re.fullmatch(r"[a-z]{2,3}", event["cite_info"]["language"])


@pytest.fixture
def written(selection: Selection) -> list[dict[str, Any]]:
    """The events, as a program reads them."""
    out = io.BytesIO()
    FORMATS["plover"].to_stream(selection, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_every_event_is_valid(written: list[dict[str, Any]]) -> None:
    assert written
    for event in written:
        check(event)


def test_every_event_has_the_words_of_its_record_and_every_record_that_is_one_has_an_event(
    written: list[dict[str, Any]], rows: list[RecordRow],
) -> None:
    by_id = {row.id: row for row in rows}
    told = {event["id"]: event for event in written}
    assert len(told) == len(written)
    found = {
        (event["id"], event["document"], place["start"], place["end"], place["quote"])
        for event in written for place in event["evidence"]
    }
    assert found == evidence_of([by_id[identity] for identity in told])
    silent = {row.kind for row in rows if row.id not in told and row.kind not in NO_EVENT | {"statements"}}
    assert silent <= {"outcomes", "meetings", "positions"}
    missing = [row for row in rows if row.id not in told and row.kind not in NO_EVENT | {"statements"}]
    assert all(not row.involved for row in missing)
    assert {row.kind for row in rows if row.id in told}.isdisjoint(NO_EVENT)


def one_event(reading: Reading, kind: str) -> dict[str, Any]:
    """The only event of a kind of record of a reading."""
    with Ledger.open(":memory:") as ledger:
        ledger.add(reading)
        [event] = [one for one in events(Selection(ledger)) if one["kind"] == kind]
    check(event)
    return event


def replaced(records: str, /, **fields: Any) -> Reading:
    """The made-up reading with the first record of a kind changed and the others of it left out."""
    reading = make_reading(Facts())
    record = msgspec.structs.replace(getattr(reading, records)[0], **fields)
    return msgspec.structs.replace(reading, **{records: (record,)})


@pytest.mark.parametrize(("fields", "event", "modes", "day"), [
    ({"status": "held"}, "CONSULT", ["visit"], "2024-05-14"),
    ({"status": "scheduled", "date": "2024-09"}, "AGREE", [], "2024-05-14"),
    ({"status": "proposed", "date": "2025"}, "REQUEST", ["meet"], "2024-05-14"),
    ({"status": "cancelled", "date": "2024-06-01"}, "REJECT", ["meet"], "2024-05-14"),
    ({"status": "recalled", "date": "2019-03-02"}, "CONSULT", ["visit", "historical"], "2019-03-02"),
    ({"kind": "call"}, "CONSULT", ["phone"], "2024-05-14"),
    ({"kind": "summit"}, "CONSULT", ["multilateral"], "2024-05-14"),
    ({"kind": "signing"}, "SUPPORT", [], "2024-05-14"),
    ({"kind": "signing", "status": "scheduled", "date": "2024-07-01"}, "AGREE", [], "2024-05-14"),
])
def test_a_meeting_to_come_is_agreed_and_a_signing_supports(
    fields: dict[str, Any], event: str, modes: list[str], day: str,
) -> None:
    assert set(fields) <= set(Meeting.__struct_fields__)
    made = one_event(replaced("meetings", **fields), "meetings")
    assert (made["event"], made["mode"], made["date"]) == ([event], modes, day)
    if event == "AGREE":
        assert made["due"] == fields["date"]


def test_the_visitor_acts_on_the_host() -> None:
    made = one_event(make_reading(Facts()), "meetings")
    assert [(one["code"], one["sector"], one["actor_text"]) for one in made["source"]] == [("CHN", "GOV", "Li Wei")]
    assert [(one["code"], one["office"]) for one in made["recipient"]] == [("SRB", "President")]


@pytest.mark.parametrize(("fields", "event", "modes"), [
    ({"force": "pledged"}, "AGREE", []), ({"force": "agreed"}, "AGREE", []), ({"force": "planned"}, "AGREE", []),
    ({"force": "willing", "modality": "negated"}, "AGREE", ["negation"]),
    ({"force": "pledged", "modality": "hypothetical"}, "AGREE", ["hypothetical"]),
    ({"force": "urged"}, "REQUEST", []),
])
def test_what_is_undertaken_is_agreed_and_what_is_urged_requested(
    fields: dict[str, Any], event: str, modes: list[str],
) -> None:
    assert set(fields) <= set(Commitment.__struct_fields__)
    made = one_event(replaced("commitments", **fields), "commitments")
    assert (made["event"], made["mode"]) == ([event], modes)
    assert made["source"][0]["actor_text"] == ("Ana Marković" if event == "REQUEST" else "Serbia")


@pytest.mark.parametrize(("stance", "event", "modes"), [
    ("support", "SUPPORT", []), ("thank", "SUPPORT", []), ("adhere", "SUPPORT", []),
    ("oppose", "ACCUSE", ["disapprove"]), ("condemn", "ACCUSE", ["disapprove"]),
])
def test_positions_support_or_disapprove(stance: str, event: str, modes: list[str]) -> None:
    made = one_event(replaced("positions", stance=stance), "positions")
    assert (made["event"], made["mode"]) == ([event], modes)


@pytest.mark.parametrize(("status", "event"), [("signed", "SUPPORT"), ("adopted", "SUPPORT"), ("planned", "AGREE")])
def test_a_signed_paper_supports_and_one_to_come_is_agreed(status: str, event: str) -> None:
    assert "status" in Outcome.__struct_fields__
    assert one_event(replaced("outcomes", status=status), "outcomes")["event"] == [event]


@pytest.mark.parametrize(("date", "event", "modes"), [
    ("2024-05-13/2024-05-15", "CONSULT", ["visit"]), ("2024-06", "AGREE", []), (None, "CONSULT", ["visit"]),
])
def test_a_visit_to_come_is_agreed(date: str | None, event: str, modes: list[str]) -> None:
    assert "date" in Visit.__struct_fields__
    made = one_event(replaced("visits", date=date), "visits")
    assert (made["event"], made["mode"]) == ([event], modes)
    assert [one["actor_text"] for one in made["recipient"]] == ["Serbia"]


@pytest.mark.parametrize(("act", "event"), [("request", "REQUEST"), ("reject", "REJECT"), ("warn", "THREATEN")])
def test_statements_are_events_only_where_they_are_more_than_comments(act: str, event: str) -> None:
    assert one_event(replaced("statements", act=act), "statements")["event"] == [event]
    with Ledger.open(":memory:") as ledger:
        ledger.add(make_reading(Facts()))
        assert all(one["kind"] != "statements" for one in events(Selection(ledger)))


def test_the_vocabulary_agrees_with_itself_and_with_our_topics() -> None:
    words = vocabulary()
    assert len(words.events) == 16
    assert len(words.contexts) == 37
    ours = (words.meetings, words.commitments, words.statements, words.positions, words.outcomes)
    assert {kind for table in ours for kind in table.values()} <= set(words.events)
    assert {*words.of_type.values(), *words.of_title} <= words.sectors
    assert {one for contexts in contexts_of_topics().values() for one in contexts} <= words.contexts
