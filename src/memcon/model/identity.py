"""Ids: hashes of content, the same on every machine and in every version."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b


def digest(*parts: str) -> str:
    """Ten bytes of BLAKE2b over the parts, as twenty hexadecimal digits."""
    return blake2b("\x1f".join(parts).encode("utf-8"), digest_size=10).hexdigest()


def document_id(text: str, published: str | None) -> str:
    """The id of a document, made from its text and its publication date (EDTF)."""
    return "doc-" + digest(text, published or "")


def record_id(document: str, kind: str, places: Iterable[tuple[int, int]], counter: int = 0) -> str:
    """The id of a record: from the document's id, its kind and its evidence, then a counter where these are shared."""
    where = ",".join(f"{start}:{end}" for start, end in places)
    return f"{kind}-" + digest(document, kind, where, str(counter))


def entity_id(document: str, kind: str, name: str, start: int, counter: int = 0) -> str:
    """The id of an entity within a reading: from the document's id, its kind, its name and where it is first mentioned.

    The counter tells apart entities that share all of these (two groups under one expression).
    """
    return f"{kind}-" + digest(document, kind, name, str(start), *([str(counter)] if counter else []))
