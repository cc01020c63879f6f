"""`memcon review` and `memcon note`: what people decide and remark."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from memcon.ledger import Ledger, Query

from tests.cli.calling import Outcome, call


@pytest.fixture(autouse=True)
def _author(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEMCON_AUTHOR", "ana")


@pytest.fixture
def commitment(kept: Path) -> str:
    """The id of a commitment."""
    with Ledger.open(kept) as ledger:
        return next(ledger.records("commitments", Query(since="2024", force="urged"))).id


def reviews(*words: str) -> list[dict]:
    """The decisions."""
    return [json.loads(line) for line in call("review", "list", *words, "--format", "jsonl").lines]


def flat(shown: Outcome) -> str:
    """What a call printed, on one line."""
    return " ".join(shown.out.split())


@pytest.mark.parametrize(("verb", "decision"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_decision_is_kept_with_author_and_reason(commitment: str, verb: str, decision: str) -> None:
    shown = call("review", verb, commitment[:19], "--reason", "heard it")
    assert shown.code == 0
    assert shown.out.startswith(f"{decision}  {commitment}  (review-")
    [review] = reviews()
    assert (review["decision"], review["author"], review["reason"]) == (decision, "ana", "heard it")
    assert f"{decision} {commitment[:19]} “" in flat(call("review", "list"))
    assert "heard it · ana · " in flat(call("review", "list"))
    assert f"Decisions {decision} {commitment[:19]}" in flat(call("show", commitment))


def test_what_is_rejected_is_left_out_unless_asked_for(commitment: str) -> None:
    before = len(call("list", "commitments", "--format", "jsonl").lines)
    call("review", "reject", commitment)
    assert len(call("list", "commitments", "--format", "jsonl").lines) == before - 1
    assert len(call("list", "commitments", "--review", "any", "--format", "jsonl").lines) == before
    assert commitment[:19] in call("list", "commitments", "--review", "rejected").out
    assert "rejected by a person" in flat(call("list", "commitments", "--review", "rejected"))
    assert commitment[:19] not in call("list", "commitments", "--review", "none").out


def test_a_correction_changes_what_is_listed_and_is_undone(commitment: str) -> None:
    call("review", "correct", commitment, "force=pledged", "due=2035", 'topics=["trade"]', "--author", "bea")
    row = json.loads(call("show", commitment, "--format", "json").out)
    assert (row["review"], row["record"]["force"], row["record"]["due"]) == ("corrected", "pledged", "2035")
    assert commitment[:19] in call("list", "commitments", "--force", "pledged").out
    [review] = reviews()
    assert review["author"] == "bea"
    assert 'force = "pledged", due = "2035"' in flat(call("review", "list"))
    assert call("review", "undo", review["id"][:16]).out.startswith("undone ")
    assert json.loads(call("show", commitment, "--format", "json").out)["record"]["force"] == "urged"
    assert reviews() == []
    assert "corrected commitment-" in flat(call("review", "list", "--undone"))
    assert ", undone" in flat(call("review", "list", "--undone"))


@pytest.mark.parametrize(("words", "said"), [
    (["colour=red"], "has no such field to correct; there are action"),
    (["force=hoped"], "does not fit a commitment"),
    (["force"], "force: write FIELD=VALUE"),
    (["actors=[\"state-00000000000000000000\"]"], "no entity of this document has this id"),
])
def test_a_correction_that_does_not_fit_is_told(commitment: str, words: list[str], said: str) -> None:
    shown = call("review", "correct", commitment, *words)
    assert shown.code == 2
    assert said in shown.err
    assert reviews() == []


def test_what_fails_is_told_and_the_rest_is_done(commitment: str) -> None:
    shown = call("review", "accept", "meeting-zz", commitment)
    assert shown.code == 1
    assert "meeting-zz: the ledger holds nothing of this id" in shown.err
    assert [review["subject"] for review in reviews()] == [commitment]


def people() -> list[dict]:
    """The people of the ledger."""
    return [json.loads(line) for line in call("list", "people", "--format", "jsonl").lines]


def test_people_are_merged_and_parted_again() -> None:
    call("resolve")
    before = people()
    left, right = (one["id"] for one in before[:2])
    shown = call("review", "merge", left, right[:14], "--reason", "a pen name")
    assert shown.out.startswith(f"merged    {left}  (review-")
    assert len(people()) == len(before) - 1
    assert f"merged {left[:12]} with {right[:12]}" in flat(call("review", "list"))
    page = flat(call("show", left))
    assert "Why these are one 1.00" in page
    assert "decided by ana: a pen name" in page
    assert call("review", "merge", left, right).code == 2
    assert call("review", "undo", reviews()[0]["id"]).code == 0
    assert people() == before


def test_what_was_merged_may_be_split_by_its_member() -> None:
    call("resolve")
    before = people()
    left, right = (one["id"] for one in before[:2])
    call("review", "merge", left, right)
    with_both = {one["id"] for one in people()} & {left, right}
    [whole] = with_both
    member = "profile-" + (right if whole == left else left).rpartition("-")[2]
    shown = call("review", "split", member, whole, "--reason", "two people")
    assert shown.code == 0, shown.err
    assert f"split {member[:16]} from {whole[:12]}" in flat(call("review", "list"))
    assert people() == before, "the decision before gives way"
    assert [review["decision"] for review in reviews()] == ["split"]
    assert call("review", "merge", left, right).code == 0
    assert [review["decision"] for review in reviews()] == ["merged"]
    assert len(people()) == len(before) - 1
    assert call("review", "split", "profile-zz", whole).code == 2


def test_the_id_of_what_was_merged_leads_to_what_it_is_now() -> None:
    call("resolve")
    left, right = (one["id"] for one in people()[:2])
    call("review", "merge", left, right)
    assert call("show", left).out == call("show", right).out != ""


# The queue


def test_the_queue_asks_for_a_key_a_record(commitment: str) -> None:
    shown = call("review", "--below", "1", given="x\na\nr\nu\nn\nask the desk\ns\nq\n")
    assert shown.code == 0
    assert shown.out.startswith("1 of ")
    decided = [line.split()[0] for line in shown.lines if "(review-" in line]
    assert decided == ["accepted", "rejected", "undone"]
    assert [review["decision"] for review in reviews()] == ["accepted"]
    assert "ask the desk" in call("note").out


def test_an_empty_queue_says_so() -> None:
    assert call("review", "--below", "0") == (0, "", "nothing to decide\n")


# Notes


def test_notes_are_kept_shown_and_taken_away(commitment: str) -> None:
    kept = call("note", commitment[:19], "Ask the desk.")
    assert kept.code == 0
    note = kept.out.strip()
    assert note.startswith("note-")
    assert f"{commitment[:19]} Ask the desk. ana · " in flat(call("note", commitment))
    assert call("note").out == call("note", commitment).out
    assert "Notes commitment-" in flat(call("show", commitment))
    assert call("note", note, "--remove") == (0, "", "")
    assert call("note").out == ""


@pytest.mark.parametrize(("words", "said"), [
    (["note-zz", "--remove"], "holds nothing of this id"),
    (["--remove"], "--remove takes the id of one note"),
    (["meeting-zz", "hello"], "holds nothing of this id"),
])
def test_what_cannot_be_noted_is_told(words: list[str], said: str) -> None:
    shown = call("note", *words)
    assert shown.code == 2
    assert said in shown.err
