"""The reading as a whole: the same input gives the same bytes, every field is filled, nothing is invented."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon.extraction import Extractor
from memcon.lexicon import load_lexicon
from memcon.loading import find_sources, load, load_bytes
from memcon.model import encode_reading, json_schema
from tests.extraction.reading import names, read, speakers


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(load_lexicon())


def test_every_example_fits_the_schema_and_quotes_its_text(extractor: Extractor, examples: Path) -> None:
    schema = json_schema()
    for source in find_sources([str(examples)]):
        reading = extractor.read(load(source))
        jsonschema.validate(json.loads(encode_reading(reading)), schema)
        ids = [record.id for record in reading.records()]
        assert len(ids) == len(set(ids)), source
        entities = [entity.id for entity in reading.entities]
        assert len(entities) == len(set(entities)), source


def test_every_id_in_a_record_is_that_of_an_entity_or_record(extractor: Extractor, examples: Path) -> None:
    for source in find_sources([str(examples)]):
        reading = extractor.read(load(source))
        entities = {entity.id for entity in reading.entities}
        statements = {statement.id for statement in reading.statements}
        meetings = {meeting.id for meeting in reading.meetings}
        assert {mention.entity for mention in reading.mentions} <= entities
        for entity in reading.entities:
            assert set(entity.members) <= entities
            assert {role.organization for role in entity.roles} - {None} <= entities
        for statement in reading.statements:
            assert {*statement.speaker, *statement.addressee} <= entities
            assert statement.meeting is None or statement.meeting in meetings
        for meeting in reading.meetings:
            assert {part.entity for part in meeting.participants} <= entities
            assert {part.entity for part in meeting.attendees} <= entities
            assert {meeting.place, meeting.body, meeting.inviter, meeting.margins_of} - {None} <= entities
        for commitment in reading.commitments:
            assert {*commitment.actors, *commitment.counterparts, *commitment.by, *commitment.responsible} <= entities
            assert commitment.statement is None or commitment.statement in statements


def test_another_process_and_another_order_of_files_give_the_same_bytes(examples: Path, root: Path) -> None:
    sources = find_sources([str(examples)])
    script = (
        "import sys\nfrom memcon.extraction import Extractor\nfrom memcon.lexicon import load_lexicon\n"
        "from memcon.loading import load\nfrom memcon.model import encode_reading\nreader = Extractor(load_lexicon())\n"
        "lines = {s: encode_reading(reader.read(load(s))) for s in sys.argv[1:]}\n"
        "sys.stdout.buffer.write(b'\\n'.join(lines[s] for s in sorted(lines)))\n"
    )
    outputs = []
    for seed, order in (("0", sources), ("1", sources[::-1])):
        run = subprocess.run(
            [sys.executable, "-c", script, *order],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        outputs.append(run.stdout)
    assert outputs[0] == outputs[1]


def test_a_language_without_a_lexicon_is_told_and_not_guessed_at(extractor: Extractor) -> None:
    text = (
        "Президент России Владимир Путин провёл встречу с Президентом Узбекистана. "
        "Обсуждались вопросы сотрудничества двух стран."
    )
    reading = extractor.read(load_bytes(text.encode(), "ru.txt"))
    assert not list(reading.records())
    assert any(notice.code == "unsupported-language" for notice in reading.warnings)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=300))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_no_text_makes_it_fail(extractor: Extractor, text: str) -> None:
    body = "The minister said " + text + ". She met Ana Ruiz, the speaker of the parliament, on Monday."
    extractor.read(load_bytes(body.encode(), "any.txt"))


def test_a_document_without_blocks_is_read_as_one_paragraph(extractor: Extractor) -> None:
    document = load_bytes(b"Prime Minister Ana Ruiz said that the harvest was good.", "x.txt")
    bare = type(document)(id=document.id, source="x", sha256="0", text=document.text)
    assert len(extractor.read(bare).statements) == 1


def test_voice_tells_the_publishers_own_words_from_those_it_reports_of_others() -> None:
    head = "date: 2024-05-15\nsource: https://www.gov.pl/web/premier/talks\n\n"
    reading = read(
        "Prime Minister of Poland Anna Nowak met with Prime Minister of Slovenia Luka Kovač. "
        "Anna Nowak said that trade would grow. "
        "Luka Kovač thanked Poland for its help. The two prime ministers agreed to meet again in spring.",
        head,
    )
    assert reading.document.side == "POL"
    voices = {tuple(speakers(reading, statement)): statement.voice for statement in reading.statements}
    assert voices == {("Anna Nowak",): "self", ("Luka Kovač",): "counterpart", ("Anna Nowak", "Luka Kovač"): "joint"}


def test_the_voice_of_a_publisher_that_is_not_known_is_left_open() -> None:
    reading = read("Prime Minister of Poland Anna Nowak said that trade would grow.")
    assert [statement.voice for statement in reading.statements] == [None]


def test_statements_name_the_meeting_at_which_they_were_made_and_their_topics() -> None:
    reading = read(
        "Foreign Minister of Peru Ana Ruiz met with Foreign Minister of Chile Luis Vega in Lima on Monday. "
        "Ana Ruiz said that tariffs on copper would fall. Luis Vega said that the pipeline had been repaired.",
    )
    (meeting,) = reading.meetings
    assert {statement.meeting for statement in reading.statements} == {meeting.id}
    assert "trade" in reading.statements[0].topics


def test_i_in_a_quotation_is_the_speaker() -> None:
    reading = read('"I am glad that we met," said Ana Ruiz, Minister of Trade of Peru.')
    said = [mention for mention in reading.mentions if mention.quote == "I"]
    assert [names(reading, (mention.entity,)) for mention in said] == [["Ana Ruiz"]]
