"""What Python programs use, as `import memcon` offers it: read documents, keep them, take tables of what they say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypedDict, Unpack, overload

from memcon.config import Settings
from memcon.ledger import Query, Reviewed
from memcon.ledger.ledger import Ledger as Store
from memcon.ledger.ledger import Resolver
from memcon.loading import load_bytes, load_text
from memcon.model import Document, Reading
from memcon.pipeline import Reader, load_source, make_reader, read_document

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa


class Filters(TypedDict, total=False):
    """What limits a table: the fields of `Query`, which says what they mean."""

    actor: str
    with_: str
    by: str
    place: str
    since: str
    until: str
    type: str
    force: str
    stance: str
    topic: str
    voice: str
    status: str
    document: str
    text: str
    min_confidence: float
    review: Reviewed
    revisions: bool
    oldest_first: bool
    limit: int
    offset: int


def read(source: str | Path, *, lexicon: str | Path | None = None) -> Reading:
    """All that can be read out of one file: text, Markdown, HTML, PDF or DOCX; `-` is standard input.

    `lexicon` is a folder of your own cues, titles and bodies, read after the built-in ones. UnreadableDocument says
    what is the matter with the file, UsageError and LexiconError with the folder.
    """
    reader = _reader(lexicon)
    return read_document(load_source(str(source), reader.additions), reader)


def read_bytes(
    data: bytes, source: str, *, suffix: str | None = None, lexicon: str | Path | None = None,
) -> Reading:
    """All that can be read out of the bytes of a file, as fetched from somewhere; else as `read`.

    `source` is kept as where they come from; its ending, or `suffix` (".pdf"), helps to tell the format.
    """
    reader = _reader(lexicon)
    return read_document(load_bytes(data, source, suffix=suffix, extra=reader.additions), reader)


def read_text(
    text: str, *, published: str | None = None, publisher: str | None = None, side: str | None = None,
    title: str | None = None, source: str = "-", lexicon: str | Path | None = None,
) -> Reading:
    """All that can be read out of a text; else as `read`.

    `published` (EDTF), `publisher` and `title` are what you know and the text does not say: a line such as "date:
    2031-05-06" at its head comes first. `side` (alpha-3) is the state that the publisher speaks for.
    """
    reader = _reader(lexicon)
    document: Document = load_text(
        text, source, published=published, publisher=publisher, side=side, title=title, extra=reader.additions,
    )
    return read_document(document, reader)


class Ledger(Store):
    """A ledger that joins what is added with the rest, and gives tables. Use it as a context, or close it.

    `address` is a path, `:memory:`, `sqlite:///...` or `postgresql://...`; a file is made if it is missing, unless
    `create` is false: then there is a LedgerError.
    """

    def __init__(self, address: str | Path, *, create: bool = True, resolver: Resolver | None = None) -> None:
        if resolver is None:
            from memcon.resolution import make_resolver

            resolver = make_resolver()
        super().__init__(address, create=create, resolver=resolver)

    @overload
    def table(self, name: str, as_: Literal["rows"] = ..., **filters: Unpack[Filters]) -> list[dict[str, Any]]: ...
    @overload
    def table(self, name: str, as_: Literal["pandas"], **filters: Unpack[Filters]) -> pd.DataFrame: ...
    @overload
    def table(self, name: str, as_: Literal["polars"], **filters: Unpack[Filters]) -> pl.DataFrame: ...
    @overload
    def table(self, name: str, as_: Literal["arrow"], **filters: Unpack[Filters]) -> pa.Table: ...
    def table(
        self, name: str, as_: Literal["rows", "pandas", "polars", "arrow"] = "rows", **filters: Unpack[Filters],
    ) -> Any:
        """A table by its name, as plain rows (dicts), or as pandas, polars or Arrow know it.

        The tables and columns are those of `memcon export csv`: a kind of record (one row a record, with its exact
        words and where they stand), `records` for what all kinds have, `encounters`, `trips`, `threads`, `referents`
        (people, states, bodies), `documents` and more. Lists are lists, what is unknown is null, dates are EDTF text
        (`first_day` and `last_day` are plain days). UsageError for a name that is no table, a filter that is no field
        of `Query`, and where the package is not installed.
        """
        from memcon.export.frames import FRAMES, frame

        if as_ not in FRAMES:
            from memcon.errors import UsageError

            raise UsageError(f"as_={as_!r}: there are {', '.join(FRAMES)}")
        return frame(self, name, as_, _query(filters))


def _query(filters: Filters) -> Query:
    strange = sorted(set(filters) - set(Query.__struct_fields__))
    if strange:
        from memcon.errors import UsageError

        raise UsageError(f"{strange[0]}: no such filter; there are {', '.join(Query.__struct_fields__)}")
    return Query(**filters)


def _reader(lexicon: str | Path | None) -> Reader:
    return make_reader(Settings(ledger=":memory:", lexicon=Path(lexicon) if lexicon is not None else None))
