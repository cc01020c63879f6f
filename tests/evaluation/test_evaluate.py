"""One small document, judged layer by layer."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from memcon.errors import UsageError
from memcon.evaluation import Evaluation, evaluate_folder, load_gold
from memcon.model import Entity, Participant, Reading

from tests.evaluation.gold_as_reading import read_as_gold

TEXT = """Oslo, 4 May 2021. Prime Minister Ann Berg of Norway met Danish Foreign Minister Ole Dahl in Oslo today.
Berg said that the ties of the two countries are excellent. Dahl thanked her for the welcome and added that
Denmark will reopen its consulate in Bergen. Both sides discussed fisheries within the Nordic Council.
"""
GOLD = {
    "document": "visit.txt",
    "published": "2021-05-04",
    "meetings": [
        {
            "kind": "meeting", "date": "2021-05-04", "place": "Oslo",
            "participants": [
                {"name": "Ann Berg", "role": "Prime Minister", "country": "Norway"},
                {"name": "Ole Dahl", "role": "Danish Foreign Minister", "country": "Denmark"},
            ],
            "evidence": "met Danish Foreign Minister Ole Dahl in Oslo today",
        },
    ],
    "statements": [
        {"speaker": ["Ann Berg"], "cue": "said", "direct": False,
         "content": "the ties of the two countries are excellent"},
        {"speaker": ["Ole Dahl"], "cue": "thanked", "direct": False,
         "content": "her for the welcome"},
        {"speaker": ["Ole Dahl"], "cue": "added", "direct": False,
         "content": "Denmark will reopen its consulate in Bergen"},
        {"speaker": ["Norway", "Denmark"], "cue": "discussed", "act": "discuss", "direct": False,
         "content": "fisheries within the Nordic Council"},
    ],
    "commitments": [
        {"actors": ["Denmark"], "force": "planned", "action": "reopen its consulate in Bergen", "by": ["Ole Dahl"]},
    ],
    "positions": [{"holders": ["Ole Dahl"], "stance": "thank", "object": "her for the welcome"}],
    "characterizations": [{"parties": ["Norway", "Denmark"], "phrase": "excellent"}],
    "bodies": ["Nordic Council"],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "visit.txt").write_text(TEXT, "utf-8")
    (tmp_path / "visit.json").write_text(json.dumps(GOLD), "utf-8")
    return tmp_path


@pytest.fixture
def reading(folder: Path) -> Reading:
    return read_as_gold(load_gold(folder)[0], TEXT)


def figures(evaluation: Evaluation, layer: str) -> tuple[float, float]:
    score = evaluation.layers[layer]
    return score.precision, score.recall


def test_what_says_the_same_is_right_in_every_layer(folder: Path, reading: Reading) -> None:
    evaluation = evaluate_folder(folder, [reading])
    assert all(score.f1 == 1.0 for score in evaluation.layers.values())
    assert evaluation.macro_f1 == evaluation.micro_f1 == 1.0
    assert evaluation.errors == ()
    assert "visits" not in evaluation.layers


def test_an_unread_document_misses_everything_and_is_named(folder: Path) -> None:
    evaluation = evaluate_folder(folder, [])
    assert evaluation.unread == ("visit",)
    assert evaluation.macro_f1 == evaluation.micro_f1 == 0.0
    assert figures(evaluation, "statements") == (0.0, 0.0)
    assert {error.kind for error in evaluation.errors if error.layer == "statements"} == {"missed"}


def test_a_reading_without_gold_is_left_out(folder: Path, reading: Reading) -> None:
    stranger = msgspec.structs.replace(reading, document=msgspec.structs.replace(reading.document, source="other.txt"))
    assert evaluate_folder(folder, [stranger]).unread == ("visit",)


def test_a_wrong_speaker_is_told_beside_the_text(folder: Path, reading: Reading) -> None:
    first, *others = reading.statements
    wrong = msgspec.structs.replace(first, speaker=reading.statements[1].speaker)
    evaluation = evaluate_folder(folder, [msgspec.structs.replace(reading, statements=(wrong, *others))])
    assert evaluation.layers["speakers"].f1 == evaluation.layers["statements"].f1 == 0.75
    (error,) = evaluation.errors
    assert (error.layer, error.kind, error.expected, error.got) == ("speakers", "wrong", "Ann Berg", "Ole Dahl")
    assert error.start is not None
    assert TEXT[error.start : error.end] == "the ties of the two countries are excellent"
    assert error.context is not None
    assert "[the ties of the two countries are excellent]" in error.context


def test_missed_and_extra_records_lower_recall_and_precision(folder: Path, reading: Reading) -> None:
    fewer = msgspec.structs.replace(reading, statements=reading.statements[:3], commitments=reading.commitments * 2)
    evaluation = evaluate_folder(folder, [fewer])
    assert figures(evaluation, "statements") == (1.0, 0.75)
    assert figures(evaluation, "commitments") == (0.5, 1.0)
    told = [(error.layer, error.kind) for error in evaluation.errors]
    assert told == [("statements", "missed"), ("commitments", "extra")]


def test_proposed_and_cancelled_meetings_are_left_out(folder: Path, reading: Reading) -> None:
    meeting = reading.meetings[0]
    proposed = msgspec.structs.replace(meeting, status="proposed", participants=())
    evaluation = evaluate_folder(folder, [msgspec.structs.replace(reading, meetings=(proposed, meeting))])
    assert figures(evaluation, "meetings") == (1.0, 1.0)


def test_two_together_are_found_by_a_group_and_by_their_people(folder: Path, reading: Reading) -> None:
    people = tuple(entity.id for entity in reading.entities if entity.kind == "person")
    pair = Entity(id="group-1", kind="group", named=False, name="both sides", members=people)
    *others, joint = reading.statements
    spoken = msgspec.structs.replace(joint, speaker=("group-1",))
    grouped = msgspec.structs.replace(reading, entities=(*reading.entities, pair), statements=(*others, spoken))
    assert evaluate_folder(folder, [grouped]).layers["speakers"].f1 == 1.0


def test_a_name_for_everybody_is_nobodys(folder: Path, reading: Reading) -> None:
    everybody = Entity(id="person-x", kind="person", name="Somebody", aliases=("Ann Berg", "Ole Dahl"))
    meeting = msgspec.structs.replace(reading.meetings[0], participants=(Participant(entity="person-x"),) * 2)
    evaluation = evaluate_folder(
        folder, [msgspec.structs.replace(reading, entities=(*reading.entities, everybody), meetings=(meeting,))]
    )
    assert evaluation.layers["meetings"].f1 == 0.0


def test_an_office_that_is_another_person_s_costs_precision(folder: Path, reading: Reading) -> None:
    berg, dahl, *others = reading.entities
    both = msgspec.structs.replace(berg, roles=(*berg.roles, *dahl.roles))
    evaluation = evaluate_folder(folder, [msgspec.structs.replace(reading, entities=(both, dahl, *others))])
    assert figures(evaluation, "roles") == (2 / 3, 1.0)


def test_bands_say_how_often_records_of_a_confidence_are_right(folder: Path, reading: Reading) -> None:
    confidences = zip(reading.statements, (1.0, 0.9, 0.7, 0.2), strict=True)
    sure = tuple(msgspec.structs.replace(statement, confidence=figure) for statement, figure in confidences)
    wrong = msgspec.structs.replace(sure[1], speaker=sure[0].speaker)
    evaluation = evaluate_folder(folder, [msgspec.structs.replace(reading, statements=(sure[0], wrong, *sure[2:]))])
    bands = {band.low: (band.right, band.records) for band in evaluation.bands if band.layer == "statements"}
    assert bands == {0.9: (1, 2), 0.7: (1, 1), 0.0: (1, 1)}
    whole = sum(band.records for band in evaluation.bands if band.layer == "all")
    assert whole == sum(1 for _ in reading.records())


def test_quotes_that_the_file_does_not_have_are_not_grounded(folder: Path, reading: Reading) -> None:
    (folder / "visit.txt").write_text(TEXT.replace("fisheries", "forestry"), "utf-8")
    assert evaluate_folder(folder, [reading]).layers["grounded"].f1 < 1.0


def test_quotes_from_a_document_that_is_no_text_are_held_against_what_was_read(folder: Path, reading: Reading) -> None:
    (folder / "visit.pdf").write_bytes(b"%PDF-\xff")
    (folder / "visit.json").write_text(json.dumps({**GOLD, "document": "visit.pdf"}), "utf-8")
    evaluation = evaluate_folder(folder, [reading])
    assert evaluation.layers["grounded"].f1 == 1.0
    assert evaluation.unread == ()


def test_the_table_and_the_json_hold_the_figures_and_the_errors(folder: Path, reading: Reading) -> None:
    evaluation = evaluate_folder(folder, [msgspec.structs.replace(reading, statements=reading.statements[1:])])
    table = evaluation.as_text()
    assert "statements          1.000  0.750  0.857      4      3" in table
    assert "the ties of" not in table
    assert "expected  Ann Berg said: the ties of the two countries are excellent" in evaluation.as_text(errors=True)
    figures = json.loads(evaluation.as_json())
    assert figures["layers"]["statements"]["recall"] == 0.75
    assert figures["errors"][0]["layer"] == "statements"


def test_a_folder_without_gold_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no gold readings"):
        evaluate_folder(tmp_path, [])


def test_a_gold_reading_out_of_form_is_named(folder: Path) -> None:
    (folder / "bad.json").write_text('{"meetings": []}', "utf-8")
    with pytest.raises(UsageError, match=r"bad\.json"):
        evaluate_folder(folder, [])
