"""Full-text search by PostgreSQL: stems with their places (`tsvector`), under an inverted index (GIN).

The server's own way to cut texts into words takes "and" for nothing, 2024-05-14 for three numbers of which two are
negative, and a run of Chinese for one word; and it hangs on how the database was made. So words are cut here, as
SQLite's index cuts them, and the server stems, finds and ranks them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import (
    Column, Connection, Index, Integer, MetaData, String, Table, Text, and_, bindparam, cast, delete, func, insert,
    literal, literal_column, or_, select, tuple_,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY, TSVECTOR
from sqlalchemy.sql.elements import ColumnElement, Grouping

from memcon.ledger.current import weighed
from memcon.ledger.search import Match, Term
from memcon.ledger.tables import documents, passages, records
from memcon.ledger.words import Phrase, snippet, words_of

_PORTION = 2000
"""Words under one entry of the index, which keeps at most 256 places of a stem (every seventh word may be `the`)."""

_OVERLAP = 30
"""Words that an entry has in common with the next, so that a phrase over their border is found."""

_BY_LENGTH = 1
"""For `ts_rank_cd`: a passage counts less by the logarithm of its length."""

_STEMMER: ColumnElement[str] = literal_column("'pg_catalog.english_stem'::regdictionary")

_own = MetaData()

# Apart from the texts, which only those that are shown need: so many more entries fit into a page of the store.
_words = Table(
    "passage_words", _own,
    Column("passage", Integer, primary_key=True, autoincrement=False),
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("document", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("words", TSVECTOR, nullable=False),
    Index("passage_words_by_word", "words", postgresql_using="gin", postgresql_with={"fastupdate": "off"}),
)
_texts = Table(
    "passage_texts", _own,
    Column("passage", Integer, primary_key=True, autoincrement=False),
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
)


class FullText:
    """Search by stems, English endings folded; Chinese and Japanese are found by any run of characters."""

    def prepare(self, connection: Connection) -> None:
        """Make the index where it is missing."""
        _own.create_all(connection)

    def put(self, connection: Connection, numbered: Sequence[tuple[int, str]]) -> None:
        """Index texts under the numbers of their passages."""
        rows: list[dict[str, Any]] = [
            {"passage": number, "part": part, "body": body}
            for number, whole in numbered for part, body in enumerate(_portions(whole))
        ]
        if not rows:
            return
        connection.execute(insert(_texts), rows)
        this = passages.c.number == bindparam("this")
        connection.execute(insert(_words).values(
            document=select(passages.c.document).where(this).scalar_subquery(),
            kind=select(passages.c.kind).where(this).scalar_subquery(),
            words=_stemmed(bindparam("cut", type_=ARRAY(Text))),
        ), [
            {
                "passage": row["passage"], "part": row["part"], "this": row["passage"],
                "cut": [word.plain for word in words_of(row["body"])],
            }
            for row in rows
        ])

    def forget(self, connection: Connection, numbers: Sequence[int]) -> None:
        """Drop passages from the index."""
        if numbers:
            for rows in (_words, _texts):
                connection.execute(delete(rows).where(rows.c.passage.in_(numbers)))

    def ranked(self, connection: Connection, terms: Sequence[Term], kinds: Sequence[str], limit: int) -> list[Match]:
        """The passages of current documents that hold all terms, best first (by how close these stand together).

        Ties by date, then id.
        """
        wanted = _query(terms)
        within = and_(_words.c.words.op("@@")(wanted), _words.c.kind.in_(kinds))
        counted = weighed(connection, _words.c.document, select(_words.c.passage).where(within))
        rank = func.ts_rank_cd(_words.c.words, wanted, _BY_LENGTH)
        ref = func.coalesce(records.c.id, documents.c.id)
        best = (
            select(_words.c.kind, ref.label("ref"), documents.c.id.label("document"), _words.c.passage, _words.c.part)
            .join(passages, passages.c.number == _words.c.passage)
            .join(documents, documents.c.number == _words.c.document)
            .outerjoin(records, records.c.number == passages.c.record)
            .where(within, counted)
            .order_by(
                rank.desc(), documents.c.first_day.desc().nulls_last(), ref, _words.c.passage, _words.c.part,
            )
            .limit(limit)
        )
        rows = connection.execute(best).all()
        phrases = _phrases(connection, terms)
        parts = [(row.passage, row.part) for row in rows]
        stems = _stems(connection, parts, phrases)
        bodies = connection.execute(select(_texts).where(tuple_(_texts.c.passage, _texts.c.part).in_(parts)))
        shown = {(row.passage, row.part): row.body for row in bodies}
        return [
            Match(row.kind, row.ref, row.document, snippet(shown[part], stems[part], phrases))
            for row, part in zip(rows, parts, strict=True)
        ]

    def holds(self, passage: ColumnElement[int], terms: Sequence[Term]) -> ColumnElement[bool]:
        """The condition that the passage of this number holds all terms."""
        return passage.in_(select(_words.c.passage).where(_words.c.words.op("@@")(_query(terms))))


def _portions(text: str) -> Iterator[str]:
    """A text in portions that the index can take; nearly always it is one."""
    words = words_of(text)
    for first in range(0, max(len(words) - _OVERLAP, 1), _PORTION):
        last = first + _PORTION + _OVERLAP
        yield text[words[first].start if first else 0 : words[last].start if last < len(words) else len(text)]


def _stem(word: ColumnElement[str]) -> ColumnElement[str]:
    """The stem of a word; the word itself where the stemmer drops it as too common."""
    stems = Grouping(func.ts_lexize(_STEMMER, word, type_=ARRAY(Text)))
    return func.coalesce(stems[literal_column("1", Integer)], word)


def _stemmed(cut: ColumnElement[Sequence[str]]) -> ColumnElement[str]:
    """The vector of words; these are letters and figures only, so that nothing in them has to be escaped."""
    each = func.unnest(cut).table_valued("word", with_ordinality="place", name="cut").render_derived()
    placed = literal("'") + _stem(each.c.word) + literal("':") + cast(each.c.place, Text)
    joined = func.coalesce(func.string_agg(placed, literal(" ")), literal(""))
    return select(cast(joined, TSVECTOR)).scalar_subquery()


def _query(terms: Sequence[Term]) -> ColumnElement[str]:
    whole: ColumnElement[str] = literal("", String)
    for number, term in enumerate(terms):
        for place, word in enumerate(words_of(term.text)):
            whole = whole + literal(("" if number == 0 else " & ") + "('" if place == 0 else "' <-> '")
            whole = whole + _stem(literal(word.plain, Text))
        whole = whole + literal("':*)" if term.prefix else "')")
    return cast(whole, TSQUERY)


def _phrases(connection: Connection, terms: Sequence[Term]) -> list[Phrase]:
    cut = [[word.plain for word in words_of(term.text)] for term in terms]
    stems = iter(connection.execute(select(*(_stem(literal(word, Text)) for word in chain(*cut)))).one())
    return [
        Phrase(tuple(next(stems) for _ in words), term.prefix) for words, term in zip(cut, terms, strict=True)
    ]


def _stems(
    connection: Connection, parts: Sequence[tuple[int, int]], phrases: Sequence[Phrase],
) -> Mapping[tuple[int, int], Mapping[int, str]]:
    """The stems in some parts of the index that may belong to a phrase, by the numbers of their words."""
    each = func.unnest(_words.c.words).table_valued("lexeme", "positions", "weights", name="each")
    whole = {stem for phrase in phrases for stem in phrase.stems}
    begun = [each.c.lexeme.startswith(phrase.stems[-1]) for phrase in phrases if phrase.prefix]
    found = select(_words.c.passage, _words.c.part, each.c.lexeme, each.c.positions).join(each, literal(value=True))
    within = tuple_(_words.c.passage, _words.c.part).in_(parts)
    stems: dict[tuple[int, int], dict[int, str]] = {part: {} for part in parts}
    for row in connection.execute(found.where(within, or_(each.c.lexeme.in_(whole), *begun))):
        stems[row.passage, row.part].update((place - 1, row.lexeme) for place in row.positions)
    return stems
