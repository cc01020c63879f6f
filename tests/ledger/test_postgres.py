"""Ledgers on a PostgreSQL server: what an address means, what is said when something is wrong, who waits for whom."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import psycopg
import pytest

from memcon.errors import LedgerError
from memcon.ledger import DocumentQuery, Ledger, Query
from memcon.ledger.postgres import explain, is_postgres, open_postgres
from memcon.ledger.tables import metadata

from tests.ledger.factory import Facts, make_document, make_reading, many_facts
from tests.ledger.server import Server

# Addresses


@pytest.mark.parametrize(("address", "shown"), [
    ("postgresql://ana@db.example.org/memcon", "postgresql://ana@db.example.org/memcon"),
    ("postgres://ana:secret@db.example.org:5433/memcon", "postgresql://ana@db.example.org:5433/memcon"),
    ("postgresql+psycopg://db.example.org/memcon", "postgresql://db.example.org/memcon"),
    ("postgresql://db.example.org/memcon?user=ana&password=secret", "postgresql://ana@db.example.org/memcon"),
    ("postgresql://db.example.org/memcon?sslkey=secret&sslmode=require", "postgresql://db.example.org/memcon"),
    ("postgresql:///memcon?host=/var/run/secret", "postgresql:///memcon"),
    ("postgresql://?service=team", "postgresql:///?service=team"),
    ("postgresql://a:secret@one.example.org,two.example.org/memcon", "postgresql://a@one.example.org,two.example.org/memcon"),
])
def test_an_address_is_shown_without_its_secrets(address: str, shown: str) -> None:
    assert is_postgres(address)
    told, engine = open_postgres(address)
    assert told == shown
    assert "secret" not in str(engine.url)


@pytest.mark.parametrize("address", [
    "postgresql://ana:secret@host/memcon?secret=1", "postgresql://[secret/memcon",
    "postgresql://ana:se%zzcret@host/memcon",
])
def test_a_malformed_address_is_told_without_its_secrets(address: str) -> None:
    with pytest.raises(LedgerError, match=r"^postgresql://\.\.\.: no address of a PostgreSQL") as caught:
        Ledger.open(address)
    assert "secret" not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("address", ["memcon.sqlite", "sqlite:///postgresql", "mysql://host/memcon", "postgresql"])
def test_other_addresses_are_not_on_a_server(address: str) -> None:
    assert not is_postgres(address)


# What is said


class Spoken(Exception):
    """A fault of the driver that has words only."""


@pytest.mark.parametrize(("words", "said"), [
    ('connection failed: FATAL:  database "x" does not exist', "the server has no such database; make it with"),
    ('FATAL:  role "x" does not exist', "lets you in under no such name"),
    ('FATAL:  password authentication failed for user "x"', r"does not accept the password; put the right one"),
    ("fe_sendauth: no password supplied", "the server asks for a password; put it into ~/.pgpass"),
    ('FATAL:  no pg_hba.conf entry for host "10.0.0.1"', "not from here"),
    ("connection to server at ... failed: Connection refused", "no server answers there; check that it runs"),
    ('connection to server on socket "/x" failed: No such file or directory', "no server answers there"),
    ("connection timeout expired", "no server answers there in time"),
    ("failed to resolve host 'x': Name or service not known", "there is no such host"),
    ("FATAL:  sorry, too many clients already", "no connection to spare"),
    ("FATAL:  the database system is starting up", "try again in a moment"),
    ("server closed the connection unexpectedly", "the connection to the server was lost; what was reported"),
    ("PostgreSQL text fields cannot contain NUL (0x00) bytes", "take it out of the source"),
    ("server does not support SSL, but SSL was required", "the server cannot be used .*SSL.*; check the address, and"),
])
def test_words_of_the_driver_are_put_in_plain_ones(words: str, said: str) -> None:
    with pytest.raises(LedgerError, match=said):
        raise LedgerError(explain(Spoken(words)))


def test_a_server_that_is_down_is_told(server: Server) -> None:
    address = server.address("memcon").replace(f":{server.port}", ":1")
    with pytest.raises(LedgerError, match=r"^postgresql://memcon@127\.0\.0\.1:1/memcon: no server answers there"):
        Ledger.open(address)


def test_a_missing_database_is_told(server: Server) -> None:
    with pytest.raises(LedgerError, match=r"/none: the server has no such database; make it with `createdb`"):
        Ledger.open(server.address("none"))


def test_a_stranger_is_told(server: Server, database: str) -> None:
    with pytest.raises(LedgerError, match="under no such name"):
        Ledger.open(database.replace("memcon@", "nobody@"))


def test_a_wrong_password_is_told_and_not_repeated(server: Server, database: str, role: Callable[[str], None]) -> None:
    role("locked_out")
    with pytest.raises(LedgerError, match="the server asks for a password") as missing:
        Ledger.open(database.replace("memcon@", "locked_out@"))
    with pytest.raises(LedgerError, match="does not accept the password") as wrong:
        Ledger.open(database.replace("memcon@", "locked_out:sesame@"))
    assert "sesame" not in str(wrong.value) + str(missing.value)
    with Ledger.open(database.replace("memcon@", "locked_out:pass%20word@")) as ledger:
        assert ledger.address == database.replace("memcon@", "locked_out@")


def test_who_is_turned_away_is_told(server: Server, database: str, role: Callable[[str], None]) -> None:
    role("turned_away")
    with pytest.raises(LedgerError, match="not from here"):
        Ledger.open(database.replace("memcon@", "turned_away@"))


def test_who_may_only_read_reads(server: Server, database: str, role: Callable[[str], None]) -> None:
    role("guest")
    with Ledger.open(database) as ledger:
        ledger.add(make_reading())
    with Ledger.open(database.replace("memcon@", "guest@"), create=False) as ledger:
        assert ledger.count_records() == 10
        assert ledger.search("railways")
        with pytest.raises(LedgerError, match="you have no right to do that there; ask who keeps the server"):
            ledger.add(make_reading(many_facts(1)[0]))


def test_who_may_not_make_tables_is_told(server: Server, role: Callable[[str], None]) -> None:
    role("guest")
    name = server.make_database()
    with pytest.raises(LedgerError, match="you have no right to do that there"):
        Ledger.open(server.address(name, "guest"))


def test_a_missing_ledger_is_told_and_not_made(server: Server) -> None:
    name = server.make_database()
    with pytest.raises(LedgerError, match="there is no ledger yet; make one with `memcon add"):
        Ledger.open(server.address(name), create=False)
    assert server.run("SELECT 1 FROM pg_tables WHERE schemaname = 'public'", name) == []


def test_a_database_of_another_program_is_left_alone(server: Server) -> None:
    name = server.make_database()
    server.run("CREATE TABLE notes (id integer)", name)
    with pytest.raises(LedgerError, match="a database, but not a ledger of memcon"):
        Ledger.open(server.address(name))
    assert server.run("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", name) == [("notes",)]


def test_a_ledger_of_a_newer_version_is_told(server: Server) -> None:
    name = server.make_database()
    Ledger.open(server.address(name)).close()
    server.run("UPDATE alembic_version SET version_num = '9999'", name)
    with pytest.raises(LedgerError, match="made by a newer version of memcon; upgrade"):
        Ledger.open(server.address(name))


def test_a_database_that_cannot_keep_all_languages_is_told(server: Server) -> None:
    name = server.make_database(options="ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'")
    with pytest.raises(LedgerError, match="in the encoding LATIN1, which cannot keep all languages; make one with"):
        Ledger.open(server.address(name))


# Who waits for whom


def test_a_reader_does_not_wait_for_a_writer(server: Server, database: str) -> None:
    with Ledger.open(database) as ledger, Ledger.open(database) as other:
        ledger.add(make_reading())
        with other._writing() as writing:
            writing.exec_driver_sql("DELETE FROM records")
            began = time.monotonic()
            assert len(list(ledger.records())) == 10
            assert time.monotonic() - began < 20


def test_a_writer_that_waits_in_vain_is_told(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.ledger.postgres.WAIT_SECONDS", 0.05)
    with Ledger.open(database) as ledger, Ledger.open(database) as other:
        with other._writing(), pytest.raises(LedgerError, match="another program is writing to the ledger; wait"):
            ledger.add(make_reading())
        assert ledger.add(make_reading()).status == "added"


def test_an_answer_that_takes_too_long_is_broken_off(server: Server, database: str) -> None:
    with Ledger.open(f"{database}?options=-cstatement_timeout%3D1000") as ledger:
        with psycopg.connect(database) as other:
            other.execute("LOCK TABLE documents IN ACCESS EXCLUSIVE MODE")
            with pytest.raises(LedgerError, match="the answer took too long and was broken off; ask for less"):
                ledger.count_documents()
        assert ledger.count_documents() == 0


def test_an_answer_has_a_limit_of_time_even_where_nobody_set_one(database: str) -> None:
    with Ledger.open(database) as ledger, ledger._reading() as connection:
        assert connection.exec_driver_sql("SHOW statement_timeout").scalar() == "1min"


def test_a_lost_connection_is_told_and_the_next_question_is_answered(server: Server, database: str) -> None:
    with Ledger.open(database) as ledger:
        ledger.add(make_reading())
        rows = ledger.records()
        next(rows)
        server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'memcon'")
        with pytest.raises(LedgerError, match="the connection to the server was lost; what was reported as added"):
            list(rows)
        assert ledger.count_records() == 10


def test_a_server_that_starts_anew_is_found_again(server: Server, database: str) -> None:
    with Ledger.open(database) as ledger:
        ledger.add(make_reading())
        server.stop()
        with pytest.raises(LedgerError, match=r"no server answers there|the connection to the server was lost"):
            ledger.count_records()
        server.start()
        assert ledger.add(make_reading(many_facts(1)[0])).status == "added"
        assert ledger.count_records() in {10, 20}  # this server of the tests does not wait for its disk


# What is in it


def test_the_migrations_make_the_tables_that_the_code_asks_for(database: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    _, engine = open_postgres(database)
    own = ("passage_", "documents_newest", "records_newest", "records_of_kind_newest", "resolved_newest")
    options = {"include_name": lambda name, *_: not str(name).startswith(own)}
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []
    engine.dispose()


def test_texts_have_one_order_whatever_the_order_of_the_database(server: Server) -> None:
    name = server.make_database(options="LOCALE_PROVIDER icu ICU_LOCALE 'en' LOCALE 'C.UTF-8'")
    with Ledger.open(server.address(name)) as ledger, Ledger.open(":memory:") as other:
        for number, title in enumerate(("b", "A", "ä", "B", "a", "Ж", "_", "习")):
            facts = Facts(title=title, publisher=f"{title} press", host=f"{title}na Host", city=f"City {number}")
            for each in (ledger, other):
                each.add(make_reading(facts))
        assert list(ledger.documents()) == list(other.documents())
        assert list(ledger.people()) == list(other.people())
        assert list(ledger.coverage()) == list(other.coverage())
        assert list(ledger.records()) == list(other.records())
    found = server.run(
        "SELECT a.attrelid::regclass, a.attname FROM pg_attribute a JOIN pg_collation c ON c.oid = a.attcollation "
        "JOIN pg_class t ON t.oid = a.attrelid AND t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace "
        "WHERE c.collname <> 'C'",
        name,
    )
    assert found == [("alembic_version", "version_num")]


def test_several_ledgers_live_in_one_database_each_in_a_schema(server: Server, database: str) -> None:
    name = server.make_database()
    for schema in ("one", "two"):
        server.run(f"CREATE SCHEMA {schema}", name)
        with Ledger.open(f"{server.address(name)}?options=-csearch_path%3D{schema}") as ledger:
            assert ledger.add(make_reading()).status == "added"
    assert server.run("SELECT count(*) FROM one.documents, two.documents", name) == [(1,)]


# Search


@pytest.fixture(scope="module")
def both(server: Server) -> Iterator[tuple[Ledger, Ledger]]:
    """The same documents in a ledger on the server and in a file that passes."""
    name = server.make_database()
    texts = (
        "Zelenskyy’s naïve visits to São Tomé cost 1,500.50 € on 2024-05-14; see https://example.org/a_b?c=d.",
        "The President and the Speaker or the Minister will not be there. To be or not to be!",
        "习近平主席会见俄罗斯外长，双方讨论铁路合作。", "Ўзбекистон ва Россия: й и ё, ещё о железных дорогах",
        "co-operation, cooperation and coöperation of the inter-parliamentary e-mail list a@b.example",
        "x" * 3000 + " after a long word", "한국 대통령이 만났다. 東京で会談した。",
        " ".join(f"near the wide old world leads word{number} to" for number in range(9000)) + " and the end of all",
    )
    with Ledger.open(server.address(name)) as ledger, Ledger.open(":memory:") as other:
        for number, text in enumerate(texts):
            document = make_document(Facts(date=f"2024-05-{number + 1:02}", title=f"No. {number}"), text)
            reading = make_reading(many_facts(number + 1)[-1])
            for each in (ledger, other):
                each.add(reading)
                each.add(type(reading)(generator="memcon test", document=document))
        yield ledger, other


@pytest.mark.parametrize("words", [
    "zelenskyy", "Zelenskyy's", "naive", "visit", "visiting", "Sao Tome", '"sao tome"', "1,500.50", "1500", '"14"',
    "2024-05-14", "https://example.org/a_b", "example.org", "and", '"to be or not"', "or", "not", "the", "will*",
    "习近平", "近平主", "平近", "铁路 外长", "Ўзбекистон", "Ўзбек*", "железн*", "ещё",
    "co-operation", "cooperation", "cooperat*",
    "coöperation", "interparliamentary", "inter parliamentary", "email", "a@b", "x" * 3000, "after", "한국", "대통",
    "会談", "word8999", '"leads word4500"', '"word249 to near the wide old world leads word250"',
    '"the end of all"', "railways", "railway*",
    '"memorandum on railways"', "Kenya president", "serbi*", "guest1 railways", "host*",
])
def test_both_stores_find_the_same(both: tuple[Ledger, Ledger], words: str) -> None:
    found = [sorted((hit.kind, hit.id) for hit in ledger.search(words, limit=500)) for ledger in both]
    assert found[0] == found[1]
    counted = [ledger.count_records(None, Query(text=words)) for ledger in both]
    assert counted[0] == counted[1]
    named = [[row.id for row in ledger.documents(DocumentQuery(text=words))] for ledger in both]
    assert named[0] == named[1]


@pytest.mark.parametrize("words", ["naive", '"sao tome"', "近平主", "cooperat*", '"memorandum on railways"'])
def test_both_stores_show_the_same(both: tuple[Ledger, Ledger], words: str) -> None:
    shown = [sorted((hit.id, hit.snippet) for hit in ledger.search(words, limit=500)) for ledger in both]
    assert shown[0] == shown[1]


def test_a_word_far_into_a_long_passage_is_shown_where_it_stands(both: tuple[Ledger, Ledger]) -> None:
    snippets = [ledger.search("word8500")[0].snippet for ledger in both]
    assert all("leads ⟦word8500⟧ to" in snippet for snippet in snippets)
    assert all(snippet.startswith("…") and snippet.endswith("…") for snippet in snippets)
