"""What every ledger has to do, whatever its store: a suite to be run on each."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Thread

import msgspec
import pytest

from memcon.errors import LedgerError, UsageError
from memcon.ledger import ACTING, DocumentQuery, EntityQuery, Ledger, Query, rows_of
from memcon.model import RECORD_KINDS, Reading

from tests.ledger.deciding import DecidingContract
from tests.ledger.factory import FACTS, GENERATOR, Facts, make_reading, many_facts

NEWER = "memcon newer"


def changed(facts: Facts = FACTS, **fields: str | None) -> Facts:
    """The same facts but for some."""
    return msgspec.structs.replace(facts, **fields)


class LedgerContract(DecidingContract):
    """The tests; a subclass names the store in its fixture `ledger`."""

    @pytest.fixture
    def ledger(self) -> Iterator[Ledger]:
        raise NotImplementedError

    # Keeping

    def test_a_reading_comes_back_as_it_went_in(self, ledger: Ledger) -> None:
        reading = make_reading()
        added = ledger.add(reading)
        assert (added.status, added.records, added.entities) == ("added", 10, 6)
        assert ledger.reading(added.document) == reading
        assert ledger.document(added.document) == reading.document

    def test_records_come_back_as_without_a_ledger(self, ledger: Ledger) -> None:
        reading = make_reading()
        ledger.add(reading)
        kept = {row.id: row for row in ledger.records()}
        assert kept == {row.id: row for row in rows_of(reading)}

    def test_the_same_document_twice_is_one_document(self, ledger: Ledger) -> None:
        ledger.add(make_reading())
        again = ledger.add(make_reading(changed(source="elsewhere.txt")))
        assert again.status == "kept"
        assert [row.source for row in ledger.documents()] == ["readout.txt"]
        assert ledger.count_records() == 10

    def test_another_generator_replaces_the_reading(self, ledger: Ledger) -> None:
        ledger.add(make_reading())
        newer = msgspec.structs.replace(make_reading(generator=NEWER), statements=(), commitments=(), positions=())
        assert ledger.add(newer).status == "reread"
        assert ledger.reading(newer.document.id) == newer
        assert ledger.count_records("statements") == 0
        assert ledger.count_records() == 5
        assert ledger.search("Lake Road", kinds=["statements"]) == []

    def test_reading_again_is_done_on_demand(self, ledger: Ledger) -> None:
        ledger.add(make_reading())
        assert ledger.add(make_reading(), again=True).status == "reread"

    def test_what_is_held_is_told_before_it_is_read(self, ledger: Ledger) -> None:
        reading = make_reading()
        assert ledger.held(reading.document, GENERATOR) is None
        added = ledger.add(reading)
        held = ledger.held(reading.document, GENERATOR)
        assert held == msgspec.structs.replace(added, status="kept")
        assert ledger.held(reading.document, NEWER) is None

    def test_stale_are_those_of_another_generator(self, ledger: Ledger) -> None:
        old = [make_reading(facts) for facts in many_facts(3)]
        for reading in old:
            ledger.add(reading)
        ledger.add(make_reading(generator=NEWER))
        assert ledger.stale(NEWER) == [reading.document.id for reading in old]

    def test_a_failed_change_changes_nothing(self, ledger: Ledger) -> None:
        reading = make_reading()
        ledger.add(reading)
        twice = msgspec.structs.replace(make_reading(generator=NEWER), meetings=reading.meetings * 2)
        with pytest.raises(ValueError, match=r"the id meeting-\w+ is not the only one"):
            ledger.add(twice)
        assert ledger.reading(reading.document.id) == reading

    def test_a_change_that_breaks_off_changes_nothing(self, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
        reading = make_reading()
        ledger.add(reading)

        def break_off(*_: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr("memcon.ledger.keeping.passages_of", break_off)
            for other in (make_reading(generator=NEWER), make_reading(many_facts(1)[0])):
                with pytest.raises(KeyboardInterrupt):
                    ledger.add(other)
        assert ledger.reading(reading.document.id) == reading
        assert [row.id for row in ledger.documents()] == [reading.document.id]
        assert ledger.search("Lake Road", kinds=["statements"])[0].document == reading.document.id
        assert ledger.add(make_reading(many_facts(1)[0])).status == "added"

    def test_a_mention_of_nobody_is_not_kept(self, ledger: Ledger) -> None:
        reading = make_reading()
        with pytest.raises(ValueError, match="is mentioned, but is no entity"):
            ledger.add(msgspec.structs.replace(reading, entities=(), statements=()))
        assert ledger.count_documents() == 0

    def test_a_removed_document_leaves_nothing(self, ledger: Ledger) -> None:
        other = make_reading(many_facts(1)[0])
        gone = ledger.add(make_reading()).document
        ledger.add(other)
        assert ledger.remove(gone).id == gone
        assert {row.document for row in ledger.records()} == {other.document.id}
        assert not ledger.knows("Marković")
        assert [hit.document for hit in ledger.search("Marković")] == []
        with pytest.raises(LedgerError):
            ledger.remove(gone)

    def test_all_languages_survive(self, ledger: Ledger) -> None:
        facts = Facts(host="Мария Петрова", guest="王 毅", city="Улан-Удэ", title="习近平会见外长 – “Ўзбекистон” 🤝")
        reading = make_reading(facts)
        ledger.add(reading)
        assert ledger.reading(reading.document.id) == reading
        assert ledger.knows("мария")
        assert [hit.kind for hit in ledger.search("会见")] == ["documents"]
        assert ledger.search("近平会见外")[0].snippet.startswith("习⟦近平会见外⟧长")

    # Revisions

    def test_another_text_at_the_same_address_is_a_revision(self, ledger: Ledger) -> None:
        first = ledger.add(make_reading(Facts(url="https://www.example.org/news/1", publisher="One")))
        second = ledger.add(make_reading(Facts(url="http://example.org/news/1/#top", city="Niš", title="Other")))
        assert (second.status, second.revises, second.current) == ("revised", first.document, True)
        assert [row.id for row in ledger.documents()] == [second.document]
        both = [row.id for row in ledger.documents(DocumentQuery(revisions=True))]
        assert sorted(both) == sorted([first.document, second.document])

    def test_same_publisher_title_and_date_make_a_revision(self, ledger: Ledger) -> None:
        first = ledger.add(make_reading())
        second = ledger.add(make_reading(Facts(city="Novi Sad")))
        assert (second.status, second.revises) == ("revised", first.document)
        assert [row.id for row in ledger.revisions(first.document)] == [first.document, second.document]

    def test_only_the_newest_revision_counts(self, ledger: Ledger) -> None:
        ledger.add(make_reading())
        second = ledger.add(make_reading(Facts(city="Novi Sad")))
        assert {row.document for row in ledger.records()} == {second.document}
        assert {hit.document for hit in ledger.search("railways")} == {second.document}
        assert [row.documents for row in ledger.people()] == [1, 1]
        assert ledger.count_records(None, Query(revisions=True)) == 20

    def test_the_newest_is_told_by_dates_not_by_arrival(self, ledger: Ledger) -> None:
        newer = ledger.add(make_reading(Facts(url="https://example.org/a/1", date="2024-05-15")))
        older = ledger.add(make_reading(Facts(url="https://example.org/a/1", date="2024-05-14", city="Niš")))
        assert (older.status, older.current, older.revises) == ("revised", False, None)
        assert [row.revises for row in ledger.documents()] == [older.document]
        assert [row.id for row in ledger.revisions(newer.document)] == [older.document, newer.document]

    def test_removing_a_revision_brings_back_what_it_replaced(self, ledger: Ledger) -> None:
        first = ledger.add(make_reading())
        second = ledger.add(make_reading(Facts(city="Novi Sad")))
        ledger.remove(second.document)
        row = ledger.document_row(first.document)
        assert (row.current, row.revises) == (True, None)

    @pytest.mark.parametrize("facts", [
        Facts(date="2024-05-15"), Facts(title="President receives Minister"), Facts(publisher="Ministry", city="Niš"),
        Facts(url="https://example.org/news/2", publisher="Ministry", city="Niš"),
    ])
    def test_other_documents_are_no_revisions(self, ledger: Ledger, facts: Facts) -> None:
        ledger.add(make_reading(Facts(url="https://example.org/news/1")))
        assert ledger.add(make_reading(facts)).status == "added"

    def test_the_address_of_a_whole_site_makes_no_revision(self, ledger: Ledger) -> None:
        ledger.add(make_reading(Facts(origin="https://example.org/")))
        other = make_reading(Facts(origin="https://example.org", city="Niš", title="Other"))
        assert ledger.add(other).status == "added"

    def test_a_document_that_turns_out_to_be_a_revision_joins_its_family(self, ledger: Ledger) -> None:
        first = ledger.add(make_reading(Facts(url="https://example.org/news/1", publisher="One")))
        facts = Facts(city="Niš", publisher="Two")
        assert ledger.add(make_reading(facts)).status == "added"
        found = msgspec.structs.replace(make_reading(facts, NEWER))
        document = msgspec.structs.replace(found.document, url="https://example.org/news/1")
        again = ledger.add(msgspec.structs.replace(found, document=document))
        assert (again.status, again.revises) == ("reread", first.document)

    # Asking

    @pytest.mark.parametrize("name", ["Marković", "markovic", "ANA", "Ana Marković", "Serbia", "SRB", "srb", "Srbija"])
    def test_a_person_is_found_by_any_name(self, ledger: Ledger, name: str) -> None:
        ledger.add(make_reading())
        found = list(ledger.records("meetings", Query(actor=name)))
        assert len(found) == (0 if name == "Srbija" else 1)

    @pytest.mark.parametrize(("query", "kinds"), [
        (Query(actor="SRB", with_="China"), 7), (Query(actor="Kenya"), 0), (Query(with_="Belgrade"), 1),
        (Query(by="Li Wei"), 3), (Query(by="CHN"), 3), (Query(force="urged"), 1), (Query(stance="support"), 1),
        (Query(topic="transport"), 2), (Query(voice="counterpart"), 2), (Query(status="held"), 1),
        (Query(status="signed"), 1), (Query(type="memorandum"), 1), (Query(type="propose"), 1), (Query(place="SRB"), 2),
        (Query(place="Belgrade"), 1), (Query(text="lake roads"), 2), (Query(text='"partnership of good"'), 1),
        (Query(min_confidence=0.95), 2), (Query(since="2024-06"), 1), (Query(until="2024-05-13"), 1),
        (Query(since="2024-05-15", until="2024-05"), 1), (Query(limit=3), 3), (Query(limit=3, offset=9), 1),
        (Query(actor="Chin"), 0), (Query(actor="%"), 0), (Query(with_="The two sides"), 1),
    ])
    def test_filters_limit_records(self, ledger: Ledger, query: Query, kinds: int) -> None:
        ledger.add(make_reading())
        assert len(list(ledger.records(None, query))) == kinds
        if query.limit is None:
            assert ledger.count_records(None, query) == kinds

    def test_rows_name_who_is_involved_and_the_part_they_play(self, ledger: Ledger) -> None:
        ledger.add(make_reading())
        row = next(ledger.records("commitments", Query(force="urged")))
        parts = {(each.name, each.part) for each in row.involved}
        assert parts == {
            ("The two sides", "actor"), ("Serbia", "actor"), ("China", "actor"), ("Li Wei", "by"),
            ("Ana Marković", "present"),
        }
        groups = {each.name: each.group for each in row.involved if each.part in ACTING}
        assert groups["The two sides"] is None
        assert groups["Serbia"] == groups["China"] is not None

    def test_the_date_of_a_record_says_where_it_is_from(self, ledger: Ledger) -> None:
        ledger.add(make_reading())
        dated = {row.kind: (row.date, row.dated) for row in ledger.records()}
        assert dated["visits"] == ("2024-05-13/2024-05-15", "record")
        assert dated["statements"] == ("2024-05-14", "meeting")
        assert dated["characterizations"] == ("2024-05-14", "document")

    def test_newest_first_and_in_the_order_of_the_text(self, ledger: Ledger) -> None:
        for facts in reversed(many_facts(3)):
            ledger.add(make_reading(facts))
        days = [row.published for row in ledger.records("meetings")]
        assert days == ["2000-01-03", "2000-01-02", "2000-01-01"]
        assert [row.published for row in ledger.records("meetings", Query(oldest_first=True))] == days[::-1]
        same = [row.record.evidence[0].start for row in ledger.records("statements", Query(limit=2))]
        assert same == sorted(same)

    def test_answers_do_not_depend_on_the_order_of_arrival(self, ledger: Ledger) -> None:
        readings = [make_reading(facts) for facts in many_facts(4)]
        with Ledger.open(":memory:") as other:
            for one, two in zip(readings, reversed(readings), strict=True):
                ledger.add(one)
                other.add(two)
            assert list(ledger.records()) == list(other.records())
            assert list(ledger.people()) == list(other.people())
            assert list(ledger.documents()) == list(other.documents())
            assert ledger.search("railways", limit=50) == other.search("railways", limit=50)

    def test_people_are_counted_over_documents(self, ledger: Ledger) -> None:
        ledger.add(make_reading())
        ledger.add(make_reading(Facts(date="2024-06-01", guest="Wang Yi")))
        rows = {row.name: row for row in ledger.people()}
        ana = rows["Ana Marković"]
        assert (ana.documents, ana.first, ana.last) == (2, "2024-05-14", "2024-06-01")
        assert (ana.roles, ana.aliases, ana.country) == (("President",), ("Marković",), "SRB")
        assert len(ana.entities) == 2
        assert ledger.entity(ana.entities[1]) == ana
        assert [row.name for row in ledger.people(EntityQuery(name="CHN"))] == ["Li Wei", "Wang Yi"]
        assert [row.name for row in ledger.people(EntityQuery(since="2024-06"))] == ["Ana Marković", "Wang Yi"]
        assert [row.name for row in ledger.states()] == ["China", "Serbia"]
        assert list(ledger.organizations()) == []
        assert list(ledger.entities("group")) == []
        assert [row.name for row in ledger.entities("group", EntityQuery(unnamed=True))] == ["The two sides"]
        assert ledger.count_entities("person") == 3

    @pytest.mark.parametrize(("query", "found"), [
        (DocumentQuery(side="Serbia"), 1), (DocumentQuery(side="srb"), 1), (DocumentQuery(side="CHN"), 0),
        (DocumentQuery(publisher="president"), 1), (DocumentQuery(kind="readout"), 1),
        (DocumentQuery(language="ru"), 0),
        (DocumentQuery(text="railways memorandum Marković"), 1), (DocumentQuery(text="submarine"), 0),
        (DocumentQuery(since="2024", until="2024"), 1), (DocumentQuery(until="2023"), 0),
    ])
    def test_filters_limit_documents(self, ledger: Ledger, query: DocumentQuery, found: int) -> None:
        ledger.add(make_reading())
        assert ledger.count_documents(query) == len(list(ledger.documents(query))) == found

    def test_coverage_counts_documents_of_each_publisher(self, ledger: Ledger) -> None:
        for facts in many_facts(7):
            ledger.add(make_reading(facts))
        first = ledger.coverage()[0]
        assert (first.publisher, first.side, first.documents, first.records) == ("Office of Kenya", "KEN", 2, 20)
        assert (first.first, first.last) == ("2000-01-02", "2000-01-07")

    def test_search_finds_other_forms_phrases_and_beginnings(self, ledger: Ledger) -> None:
        added = ledger.add(make_reading())
        assert {hit.kind for hit in ledger.search("commitments memorandum railway")} == set()
        assert {hit.kind for hit in ledger.search("memorandums railway")} == {"documents", "outcomes"}
        assert ledger.search('"railways memorandum"') == []
        assert {hit.document for hit in ledger.search("neighb*")} == {added.document}
        assert ledger.search("partnership", kinds=["characterizations"])[0].snippet == (
            "Relations are a ⟦partnership⟧ of good neighbours"
        )

    @pytest.mark.parametrize("words", ["", "  ", '"', "*", "—", "()"])
    def test_searching_for_nothing_is_a_mistake(self, ledger: Ledger, words: str) -> None:
        with pytest.raises(UsageError, match="at least one word"):
            ledger.search(words)

    @pytest.mark.parametrize(("words", "found"), [
        ('rail"', False), ("NEAR(", False), ("body:rail", False), ("railways OR", False), ("-railways", True),
        ("lake^road", True), ("railways' --", True), ("AND", True), ("railways)", True), ("railways AND", False),
    ])
    def test_signs_of_the_store_are_only_words(self, ledger: Ledger, words: str, found: bool) -> None:
        ledger.add(make_reading(Facts(title="President and Minister")))
        assert bool(ledger.search(words)) is found

    # By id

    def test_an_id_is_found_by_its_beginning(self, ledger: Ledger) -> None:
        reading = make_reading()
        ledger.add(reading)
        for identity in (reading.document.id, reading.meetings[0].id, reading.entities[0].id):
            kind, digits = identity.split("-")
            for beginning in (identity, f"{kind}-{digits[:8]}", digits[:10], identity.upper(), f" {identity} "):
                assert ledger.resolve(beginning) == identity
        assert ledger.record(reading.meetings[0].id).record == reading.meetings[0]

    def test_an_ambiguous_beginning_is_told_with_what_it_could_be(self, ledger: Ledger) -> None:
        ledger.add(make_reading())
        with pytest.raises(LedgerError, match=r"more than one id begins so: statement-\w+, statement-\w+; give more"):
            ledger.resolve("statement")

    @pytest.mark.parametrize("identity", ["doc-0", "meeting-zzz", "zzz", "doc%", "_"])
    def test_a_missing_id_is_told(self, ledger: Ledger, identity: str) -> None:
        ledger.add(make_reading())
        with pytest.raises(LedgerError, match="holds nothing of this id"):
            ledger.resolve(identity)

    def test_every_way_to_ask_tells_of_a_missing_id(self, ledger: Ledger) -> None:
        for ask in (
            ledger.record, ledger.document, ledger.document_row, ledger.reading, ledger.entity, ledger.revisions,
        ):
            with pytest.raises(LedgerError, match="none-1: the ledger holds nothing"):
                ask("none-1")

    def test_an_unknown_kind_is_a_mistake(self, ledger: Ledger) -> None:
        for ask in (lambda: list(ledger.records("dinners")), lambda: ledger.search("rail", kinds=["dinners"])):
            with pytest.raises(UsageError, match="no kind of record"):
                ask()

    def test_no_date_is_a_mistake(self, ledger: Ledger) -> None:
        with pytest.raises(UsageError, match="'soon' is no date"):
            list(ledger.records("meetings", Query(since="soon")))

    # At the same time

    def test_questions_may_be_asked_while_others_are_answered(self, ledger: Ledger) -> None:
        for facts in many_facts(5):
            ledger.add(make_reading(facts))
        seen = 0
        for row in ledger.records("meetings"):
            assert ledger.record(row.id) == row
            ledger.add(make_reading(Facts(city=f"City {seen}", title=f"Title {seen}")))
            seen += 1
        assert seen == 5
        assert ledger.count_documents() == 10

    def test_many_readers_see_whole_documents_while_one_writes(self, ledger: Ledger) -> None:
        readings = [make_reading(facts) for facts in many_facts(20)]
        seen: list[int] = []

        def read() -> None:
            for _ in range(15):
                seen.append(len(list(ledger.records())))

        readers = [Thread(target=read) for _ in range(3)]
        for reader in readers:
            reader.start()
        for reading in readings:
            ledger.add(reading)
        for reader in readers:
            reader.join()
        assert len(seen) == 45
        assert all(count % 10 == 0 for count in seen)

    def test_two_writers_take_turns(self, ledger: Ledger) -> None:
        readings = [make_reading(facts) for facts in many_facts(20)]
        writers = [
            Thread(target=lambda portion=portion: [ledger.add(reading) for reading in portion])
            for portion in (readings[::2], readings[1::2], readings)
        ]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        assert ledger.count_documents() == 20
        assert ledger.count_records() == 200

    def test_every_kind_of_record_is_kept(self, ledger: Ledger) -> None:
        reading = make_reading()
        ledger.add(reading)
        assert all(getattr(reading, kind) for kind in RECORD_KINDS)
        for kind in RECORD_KINDS:
            assert [row.record for row in ledger.records(kind)] == list(getattr(reading, kind))

    def test_an_empty_reading_is_kept(self, ledger: Ledger) -> None:
        document = msgspec.structs.replace(
            make_reading().document, publisher=None, title=None, published=None, blocks=(),
        )
        reading = Reading(generator=GENERATOR, document=document)
        assert ledger.add(reading).records == 0
        assert ledger.reading(document.id) == reading
        assert ledger.search("railways")[0].kind == "documents"
