"""What a text says of itself at its head."""

from __future__ import annotations

import pytest

from memcon.loading.knowledge import load_documents
from memcon.loading.metadata import Metadata, read_metadata

BODY = "The two ministers met in Lima and agreed to meet again."


def read(text: str) -> Metadata:
    return read_metadata(text, load_documents())


@pytest.mark.parametrize(("head", "field", "value"), [
    ("date: 2031-05-06", "published", "2031-05-06"),
    ("Date: 6 May 2031", "published", "2031-05-06"),
    ("Published: May 6, 2031 20:15 GMT+8", "published", "2031-05-06"),
    ("Published on: Tuesday, 6 May 2031", "published", "2031-05-06"),
    ("Publication date : 2031-05-06T10:30:00Z", "published", "2031-05-06"),
    ("**Date:** 6 May 2031", "published", "2031-05-06"),
    ("source: an archive of speeches", "origin", "an archive of speeches"),
    ("Source: Xinhua | 2031-05-06 20:15:00 | Editor: someone", "origin", "Xinhua"),
    ("Source: Xinhua | 2031-05-06 20:15:00 | Editor: someone", "published", "2031-05-06"),
    ("source: an archive (https://news.example/talks/1.html)", "url", "https://news.example/talks/1.html"),
    ("URL: https://news.example/talks", "url", "https://news.example/talks"),
    ("Title: Talks in Lima", "title", "Talks in Lima"),
    ("Language: fr", "language", "fr"),
    ("Publisher: Ministry of Examples", "publisher", "Ministry of Examples"),
    ("Retrieved: 2031-06-01", "retrieved", "2031-06-01"),
    ("Last updated: 7 May 2031", "updated", "2031-05-07"),
    ("Place: Lima", "place", "Lima"),
    ("Kind: joint statement", "kind", "joint-statement"),
])
def test_a_line_of_key_and_value_is_read(head: str, field: str, value: str) -> None:
    text = f"{head}\n\n{BODY}"
    metadata = read(text)
    assert getattr(metadata, field) == value
    assert [text[block.start : block.end] for block in metadata.blocks] == [head]
    assert text[metadata.end :].strip() == BODY


@pytest.mark.parametrize("glued", [
    "date 2031-05-06", " date 2031-05-06", "Date 6 May 2031", "published 2031-05-06", "Date: 2031-05-06",
    "posted May 6, 2031", "date 2031-05-06 20:15",
])
def test_a_date_glued_to_the_body_is_parted_from_it(glued: str) -> None:
    text = f"{glued} {BODY}"
    metadata = read(text)
    assert metadata.published == "2031-05-06"
    assert text[metadata.end :].strip() == BODY


def test_front_matter_is_one_block() -> None:
    fence = '---\ntitle: "Talks in Lima"\ndate: 2031-05-06\ntags:\n  - trade\nsource: an archive\n---'
    metadata = read(f"{fence}\n\n{BODY}")
    assert (metadata.title, metadata.published, metadata.origin) == ("Talks in Lima", "2031-05-06", "an archive")
    assert [(block.start, block.end) for block in metadata.blocks] == [(0, len(fence))]


def test_front_matter_in_toml_is_read_too() -> None:
    assert read(f'+++\ntitle = "Talks"\ndate = 2031-05-06\n+++\n{BODY}').published == "2031-05-06"


@pytest.mark.parametrize("text", [
    BODY,
    "Ola Berg: Good afternoon, friends.",
    "Note: the talks were long.",
    "Date palms were planted in the garden of the embassy.",
    "The source: a spring in the hills.",
    "---\nA line between two rules\n---\n",
])
def test_prose_is_no_metadata(text: str) -> None:
    assert read(text) == Metadata()


def test_the_first_of_two_dates_counts() -> None:
    assert read("date: 2031-05-06\nPublished: 2031-05-08\n\n" + BODY).published == "2031-05-06"
