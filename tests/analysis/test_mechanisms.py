"""Mechanisms: committees and dialogues with their sessions, how often they meet, what is late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

import memcon
from memcon.analysis.mechanisms import Mechanism, mechanisms

BODY = "Kenya-Malta Joint Commission"
CHAIRS = "Foreign Minister of Kenya Grace Otieno and Foreign Minister of Malta Joseph Borg"
SESSIONS = (
    ("2029-06-10", f"{CHAIRS} co-chaired the second session of the {BODY} in Nairobi on 8 June 2029."),
    ("2030-06-09", f"Kenya and Malta held the third session of the {BODY} in Valletta on 8 June 2030."),
    ("2031-06-10", f"Kenya and Malta held the fourth session of the {BODY} in Nairobi on 8 June 2031."),
    ("2031-06-11", f"Malta and Kenya held the fourth session of the {BODY} in Nairobi on 8 June 2031."),
    ("2031-07-01", "Peru and Malta held talks in Lima on 30 June 2031."),
)


def ledger_of(*told: tuple[str, str]) -> memcon.Ledger:
    """A ledger of texts with the days on which they were published."""
    ledger = memcon.Ledger(":memory:")
    for published, text in told:
        ledger.add(memcon.read_text(text, published=published))
    return ledger


@pytest.fixture(scope="module")
def sessions() -> Iterator[memcon.Ledger]:
    """A ledger of three sessions of one commission, one of them told twice, and of a meeting without a body."""
    with ledger_of(*SESSIONS) as ledger:
        yield ledger


def only(ledger: memcon.Ledger, today: date = date(2031, 8, 1)) -> Mechanism:
    """The one mechanism of a ledger."""
    [found] = mechanisms(ledger, today)
    return found


def test_sessions_are_counted_once_and_stand_in_their_order(sessions: memcon.Ledger) -> None:
    found = only(sessions)
    assert [(one.date, one.ordinal, one.places) for one in found.sessions] == [
        ("2029-06-08", 2, ("Nairobi",)), ("2030-06-08", 3, ("Valletta",)), ("2031-06-08", 4, ("Nairobi",)),
    ]
    assert (found.name, [party.country for party in found.parties]) == (BODY, ["KEN", "MLT"])
    assert (found.interval, found.last, found.next) == (365, "2031-06-08", None)


def test_chairs_and_their_offices_tell_the_level(sessions: memcon.Ledger) -> None:
    found = only(sessions)
    assert found.sessions[0].chairs == ("Grace Otieno", "Joseph Borg")
    assert {office.partition(" of ")[0] for office in found.level} == {"Foreign Minister"}


@pytest.mark.parametrize(("today", "late"), [
    (date(2031, 8, 1), None),
    (date(2032, 12, 1), None),
    (date(2033, 2, 1), "604 days since the last, usually 365"),
])
def test_a_session_is_overdue_after_one_and_a_half_intervals(
    sessions: memcon.Ledger, today: date, late: str | None,
) -> None:
    assert only(sessions, today).overdue == late


def test_a_query_asks_by_the_sessions(sessions: memcon.Ledger) -> None:
    assert mechanisms(sessions, date(2031, 8, 1), memcon.Query(actor="PER")) == []
    [found] = mechanisms(sessions, date(2031, 8, 1), memcon.Query(since="2031"))
    assert [one.ordinal for one in found.sessions] == [4]
    assert found.interval is None


def test_what_was_announced_is_next_until_its_time_has_gone() -> None:
    announced = f"The fifth session of the {BODY} will be held in Valletta in May 2032."
    with ledger_of(SESSIONS[2], ("2031-07-02", announced)) as ledger:
        ahead = only(ledger, date(2032, 1, 1))
        assert (ahead.next, ahead.overdue) == ("2032-05", None)
        gone = only(ledger, date(2032, 9, 1))
        assert (gone.next, gone.overdue) == (None, "announced for 2032-05-31; no account of it")
