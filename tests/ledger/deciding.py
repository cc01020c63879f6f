"""What every ledger has to do with people's decisions and notes, whatever its store: a suite to be run on each."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from memcon.errors import LedgerError, UsageError
from memcon.ledger import Ledger, Query
from memcon.model import Commitment, Reading, Span

from tests.ledger.factory import GENERATOR, make_reading

NEWER = "memcon newer"


def commitment_of(reading: Reading) -> Commitment:
    return reading.commitments[0]


def moved(reading: Reading, by: int) -> Reading:
    """The reading of a newer version: the evidence of the first commitment begins a little later."""
    first = commitment_of(reading)
    where = first.evidence[0]
    text = reading.document.text
    later = Span(where.start + by, where.end, text[where.start + by : where.end])
    changed = msgspec.structs.replace(first, id="commitment-00000000000000000000", evidence=(later,))
    return msgspec.structs.replace(reading, generator=NEWER, commitments=(changed, *reading.commitments[1:]))


class DecidingContract:
    """The tests; a subclass names the store in its fixture `ledger`."""

    @pytest.fixture
    def ledger(self) -> Iterator[Ledger]:
        raise NotImplementedError

    def test_a_rejected_record_is_left_out_until_the_decision_is_undone(self, ledger: Ledger) -> None:
        reading = make_reading()
        ledger.add(reading)
        wrong = commitment_of(reading).id
        review = ledger.review(wrong, "rejected", "Ada", reason="a hope, no pledge")
        assert wrong not in {row.id for row in ledger.records("commitments")}
        assert [row.id for row in ledger.records("commitments", Query(review="rejected"))] == [wrong]
        assert ledger.record(wrong).review == "rejected"
        undone = ledger.undo(review.id)
        assert undone.undone is not None
        assert wrong in {row.id for row in ledger.records("commitments")}
        assert ledger.reviews() == []
        assert [one.id for one in ledger.reviews(undone=True)] == [review.id]

    def test_a_corrected_record_is_shown_and_found_as_corrected(self, ledger: Ledger) -> None:
        reading = make_reading()
        ledger.add(reading)
        found = commitment_of(reading)
        ledger.review(found.id, "corrected", "Ada", changes={"force": "pledged", "due": "2031"})
        row = ledger.record(found.id)
        assert isinstance(row.record, Commitment)
        assert (row.review, row.record.force, row.record.due) == ("corrected", "pledged", "2031")
        assert [one.id for one in ledger.records("commitments", Query(force="pledged"))] == [found.id]
        assert ledger.reading(reading.document.id) == reading, "what was read stays as it was read"

    def test_an_undone_correction_leaves_nothing_behind(self, ledger: Ledger) -> None:
        reading = make_reading()
        ledger.add(reading)
        before = list(ledger.records())
        review = ledger.review(commitment_of(reading).id, "corrected", "Ada", changes={"force": "pledged"})
        ledger.undo(review.id)
        assert list(ledger.records()) == before

    def test_other_actors_are_found_by(self, ledger: Ledger) -> None:
        reading = make_reading()
        ledger.add(reading)
        away = reading.entities[3]
        changed = commitment_of(reading).id
        ledger.review(changed, "corrected", "Ada", changes={"actors": [away.id], "counterparts": []})
        assert changed in {row.id for row in ledger.records("commitments", Query(actor=away.name))}

    @pytest.mark.parametrize(("changes", "fault"), [
        ({"force": "sworn"}, "does not fit"), ({"colour": "red"}, "no such field"),
        ({"confidence": 1.0}, "no such field"), ({"actors": ["person-" + "0" * 20]}, "no entity"),
        ({"action": {"start": 0, "end": 3, "quote": "???"}}, "does not quote"), ({}, "names the fields"),
    ])
    def test_a_correction_must_fit(self, ledger: Ledger, changes: dict[str, object], fault: str) -> None:
        reading = make_reading()
        ledger.add(reading)
        with pytest.raises(UsageError, match=fault):
            ledger.review(commitment_of(reading).id, "corrected", "Ada", changes=changes)
        assert ledger.reviews() == []

    def test_a_decision_takes_the_place_of_the_one_before(self, ledger: Ledger) -> None:
        reading = make_reading()
        ledger.add(reading)
        wanted = commitment_of(reading).id
        ledger.review(wanted, "rejected", "Ada")
        ledger.review(wanted, "accepted", "Bela")
        assert [(one.decision, one.author) for one in ledger.reviews(wanted)] == [("accepted", "Bela")]
        assert ledger.record(wanted).review == "accepted"

    def test_a_decision_survives_reading_again(self, ledger: Ledger) -> None:
        reading = make_reading()
        ledger.add(reading)
        ledger.review(commitment_of(reading).id, "corrected", "Ada", changes={"force": "pledged"})
        ledger.add(msgspec.structs.replace(reading, generator=NEWER))
        row = ledger.record(commitment_of(reading).id)
        assert isinstance(row.record, Commitment)
        assert (row.review, row.record.force) == ("corrected", "pledged")

    def test_a_decision_finds_its_record_again_by_its_place(self, ledger: Ledger) -> None:
        reading = make_reading()
        ledger.add(reading)
        ledger.review(commitment_of(reading).id, "rejected", "Ada")
        newer = moved(reading, 4)
        ledger.add(newer)
        assert ledger.record(commitment_of(newer).id).review == "rejected"

    def test_a_decision_whose_record_is_gone_waits_for_it(self, ledger: Ledger) -> None:
        reading = make_reading()
        ledger.add(reading)
        wanted = commitment_of(reading).id
        ledger.review(wanted, "rejected", "Ada")
        ledger.add(msgspec.structs.replace(reading, generator=NEWER, commitments=()))
        assert [one.subject for one in ledger.reviews()] == [wanted]
        ledger.add(msgspec.structs.replace(reading, generator=GENERATOR))
        assert ledger.record(wanted).review == "rejected"

    def test_a_decision_has_an_author(self, ledger: Ledger) -> None:
        reading = make_reading()
        ledger.add(reading)
        with pytest.raises(UsageError, match="author"):
            ledger.review(commitment_of(reading).id, "accepted", " ")

    def test_notes_stand_beside_what_they_are_on(self, ledger: Ledger) -> None:
        reading = make_reading()
        ledger.add(reading)
        subject = commitment_of(reading).id
        note = ledger.note(subject, "Said before, in spring.", "Ada")
        ledger.note(reading.document.id, "From the archive.", "Bela")
        assert ledger.notes(subject) == [note]
        assert len(ledger.notes()) == 2
        ledger.add(msgspec.structs.replace(reading, generator=NEWER))
        assert ledger.notes(subject) == [note]
        ledger.remove_note(note.id)
        assert ledger.notes(subject) == []
        with pytest.raises(LedgerError, match="no note"):
            ledger.remove_note(note.id)

    def test_an_empty_note_is_refused(self, ledger: Ledger) -> None:
        with pytest.raises(UsageError, match="empty"):
            ledger.note("doc-1", "  ", "Ada")

    def test_what_is_undone_cannot_be_undone_again(self, ledger: Ledger) -> None:
        reading = make_reading()
        ledger.add(reading)
        review = ledger.review(commitment_of(reading).id, "accepted", "Ada")
        ledger.undo(review.id)
        with pytest.raises(UsageError, match="already"):
            ledger.undo(review.id)
        with pytest.raises(LedgerError, match="no decision"):
            ledger.undo("review-0")
