"""Threads: how the wordings of a pledge stand to each other."""

from __future__ import annotations

import msgspec
import pytest

import memcon
from memcon.analysis.threads import changes

FIRST = "Foreign Minister Ana Rojas said that Peru {will} {words}."


def told(published: str, words: str, will: str = "will") -> memcon.Reading:
    """The reading of one pledge of Peru to Malta."""
    text = f"Foreign Minister of Peru Ana Rojas met with Foreign Minister of Malta Joseph Borg in Lima. {FIRST}"
    return memcon.read_text(text.format(will=will, words=words), published=published, side="PER")


PLEDGE = "open an embassy in Malta"


@pytest.mark.parametrize(("before", "now", "change"), [
    ((PLEDGE, "will"), (PLEDGE, "will"), "repeated"),
    ((PLEDGE, "is ready to"), (PLEDGE, "will"), "strengthened"),
    ((PLEDGE, "will"), (PLEDGE, "is ready to"), "weakened"),
    ((PLEDGE, "will"), (f"{PLEDGE} by 2032", "will"), "strengthened"),
    ((PLEDGE, "will"), (f"{PLEDGE} and a consulate in Gozo", "will"), "extended"),
])
def test_a_wording_is_set_against_the_one_before(
    before: tuple[str, str], now: tuple[str, str], change: str,
) -> None:
    with memcon.Ledger(":memory:") as ledger:
        ledger.add(told("2031-03-05", *before))
        ledger.add(told("2032-03-05", *now))
        [thread] = ledger.threads("commitments")
    assert [wording.record.published for wording in thread.wordings] == ["2031-03-05", "2032-03-05"]
    assert changes(thread) == ("first", change)


def test_a_pledge_that_stands_alone_is_the_first() -> None:
    with memcon.Ledger(":memory:") as ledger:
        ledger.add(told("2031-03-05", PLEDGE))
        [thread] = ledger.threads("commitments")
    assert changes(thread) == ("first",)
    assert changes(msgspec.structs.replace(thread, wordings=())) == ()
