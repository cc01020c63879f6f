"""The order of the steps: sources are loaded, read out and, if wished, kept, one document at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from memcon.config import Settings
from memcon.errors import LexiconError, UnreadableDocument, UsageError
from memcon.extraction import Extractor
from memcon.lexicon import load_lexicon
from memcon.loading import find_sources, load
from memcon.model import Document, Reading

if TYPE_CHECKING:
    from memcon.ledger import Added, Ledger


_REPORT = "please report this together with the text"


class Reader(Protocol):
    """What turns a document into a reading; readings of the same `generator` are the same."""

    @property
    def generator(self) -> str:
        """The name and version that its readings carry."""

    @property
    def additions(self) -> Path | None:
        """The folder of the user's own additions to the lexicon, if there is one."""

    def read(self, document: Document) -> Reading:
        """All that can be read out of the document."""


def make_reader(settings: Settings) -> Reader:
    """The reader that these settings ask for: the built-in lexicon, then the user's own.

    UsageError if the folder of the user's own is not there, LexiconError if a file in it breaks its form: what
    is ignored in silence would be missed in the readings.
    """
    if settings.lexicon is not None and not settings.lexicon.is_dir():
        what = "no such folder of cues, titles and bodies"
        raise UsageError(f"{settings.lexicon}: {what}; check --lexicon and MEMCON_LEXICON")
    if settings.lexicon is not None:
        from memcon.lexicon.checking import require_form

        require_form(settings.lexicon)
    return Extractor(load_lexicon(settings.language, settings.lexicon))


def open_ledger(settings: Settings, *, create: bool = True) -> Ledger:
    """The ledger that these settings name, ready to join what is added with the rest; LedgerError if it is none."""
    from memcon.ledger import Ledger
    from memcon.resolution import make_resolver

    return Ledger.open(settings.ledger, create=create, resolver=make_resolver())


def spelled_like(name: str, ledger: Ledger) -> list[str]:
    """The ids of the people of the ledger whose names are other spellings of this one ("Zelensky", "Zelenskyy")."""
    from memcon.resolution.people import name_keys
    from memcon.resolution.spellings import fit_names

    found = ledger.profiles_by(name_keys(name))
    alike = [one.id for one in found if any(fit_names(name, known) for known in (one.name, *one.aliases))]
    return sorted(set(ledger.wholes_of(alike).values()))


def read_sources(paths: Iterable[str], settings: Settings) -> Iterator[Reading | UnreadableDocument]:
    """The readings of all sources under the paths, in order; in the place of one that cannot be read, why."""
    return read_each(find_sources(paths), make_reader(settings))


def read_each(sources: Iterable[str], reader: Reader) -> Iterator[Reading | UnreadableDocument]:
    """The reading of each source, in order; in the place of one that cannot be read, why."""
    for source in sources:
        try:
            yield read_document(load_source(source, reader.additions), reader)
        except UnreadableDocument as failure:
            yield failure


def add_sources(sources: Iterable[str], reader: Reader, ledger: Ledger) -> Iterator[Added | UnreadableDocument]:
    """Read and keep the sources one by one; a result is given out when its document is safe in the ledger.

    What the ledger already holds from the same generator is not read again.
    """
    for source in sources:
        try:
            document = load_source(source, reader.additions)
            yield ledger.held(document, reader.generator) or keep(read_document(document, reader), ledger)
        except UnreadableDocument as failure:
            yield failure


def reread(documents: Iterable[str], reader: Reader, ledger: Ledger) -> Iterator[Added | UnreadableDocument]:
    """Read documents of the ledger (their ids) again from the text that it keeps."""
    for identity in documents:
        try:
            yield keep(read_document(ledger.document(identity), reader), ledger, again=True)
        except UnreadableDocument as failure:
            yield failure


def settle(documents: Iterable[str], ledger: Ledger) -> Iterator[str]:
    """Join documents of the ledger (their ids) with the others; an id is given out when its document is joined."""
    for identity in documents:
        ledger.settle(identity)
        yield identity


def load_source(source: str, additions: Path | None = None) -> Document:
    """The document of one source; UnreadableDocument also where its name is no text and so cannot be kept.

    `additions` is the folder of the user's own lexicon, whose publishers count here.
    """
    try:
        source.encode()
    except UnicodeEncodeError as fault:
        shown = source.encode(errors="backslashreplace").decode()
        raise UnreadableDocument("its name cannot be written as text", shown, "rename it") from fault
    return load(source, additions)


def read_document(document: Document, reader: Reader) -> Reading:
    """The reading of one document.

    A fault of the reader must not cost the user all other documents: it is told as an UnreadableDocument
    that names the fault. A fault of the lexicon is one of all documents and is raised as it is.
    """
    try:
        return reader.read(document)
    except LexiconError:
        raise
    except Exception as fault:
        what = f"the reader failed on it ({type(fault).__name__}: {fault})"
        raise UnreadableDocument(what, document.source, _REPORT) from fault


def keep(reading: Reading, ledger: Ledger, *, again: bool = False) -> Added:
    """Put a reading into the ledger; UnreadableDocument where it breaks the contract of a reading."""
    try:
        return ledger.add(reading, again=again)
    except ValueError as fault:
        what = f"what was read out of it cannot be kept ({fault})"
        raise UnreadableDocument(what, reading.document.source, _REPORT) from fault
