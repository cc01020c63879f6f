"""Pages of the web."""

from __future__ import annotations

from contextlib import suppress

import pytest

from memcon.errors import UnreadableDocument
from memcon.loading import load_bytes

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Ministers meet in Lima | Ministry of Examples</title>
<meta property="og:site_name" content="Ministry of Examples">
<meta property="article:published_time" content="2031-07-12T10:00:00Z">
<link rel="canonical" href="https://www.mfa.gov.tr/news/1.html"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">All the news</a></li></ul></nav>
<main><article><h1>Ministers meet in Lima</h1>
<p>The Foreign Minister of Norland, Ola Berg, met with his counterpart from Sudland, Mara Voss, on Monday. He said
that the two countries would work together on trade and on fisheries.</p>
<p>Mara Voss thanked her host for the welcome.<br>She said that she looked forward to the next round of talks.</p>
<h2>Next steps</h2><ul><li>A committee will meet in the autumn of the year.</li><li>Experts will draft a plan.</li></ul>
<p>The <b>ministers</b> agreed to speak again before the end of the year, and to keep their staffs in touch.</p>
</article></main><footer>All rights reserved. Privacy policy. Site map.</footer></body></html>"""


def test_an_article_is_read_without_the_furniture_of_its_page() -> None:
    document = load_bytes(PAGE.encode(), "a.html")
    kinds = [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
    assert [kind for kind, _ in kinds] == [
        "title", "paragraph", "paragraph", "paragraph", "heading", "item", "item", "paragraph"]
    assert kinds[-1][1].startswith("The ministers agreed to speak")
    assert "Privacy" not in document.text
    assert [notice.code for notice in document.notices] == ["page-furniture"]


def test_what_a_page_says_of_itself_is_kept() -> None:
    document = load_bytes(PAGE.encode(), "a.html")
    assert document.title == "Ministers meet in Lima"
    assert document.published == "2031-07-12"
    assert document.url == "https://www.mfa.gov.tr/news/1.html"
    assert (document.publisher and document.publisher.country, document.side, document.language) == ("TUR", "TUR", "en")


def test_a_page_is_known_by_its_content_not_its_name() -> None:
    assert load_bytes(PAGE.encode(), "-").title == "Ministers meet in Lima"
    assert load_bytes(PAGE.encode(), "a.txt").title == "Ministers meet in Lima"


def test_an_xml_declaration_does_no_harm() -> None:
    page = '<?xml version="1.0" encoding="utf-8"?>\n' + PAGE
    assert load_bytes(page.encode(), "a.xhtml").title == "Ministers meet in Lima"


def test_a_page_too_small_to_have_an_article_is_read_whole() -> None:
    page = b"<html><body><p>The two ministers met.</p></body></html>"
    assert load_bytes(page, "a.html").text == "The two ministers met."


def test_a_page_in_another_encoding_is_read_as_declared() -> None:
    page = PAGE.replace("utf-8", "windows-1257").replace("Mara Voss", "Māra Vosa").encode("windows-1257")
    assert "Māra Vosa thanked" in load_bytes(page, "a.html").text


def test_lists_within_lists_quotations_and_tables_are_read_once_and_in_order() -> None:
    inner = (
        "<blockquote><p>We are glad to be here, said the <em>guest</em>.</p><p>We shall come again.</p></blockquote>"
        "<ul><li>Glass<ul><li>plain glass</li></ul> and more of it</li></ul>"
        "<table><tr><td>Tin</td><td>five per cent</td></tr></table>"
    )
    document = load_bytes(PAGE.replace("<h2>Next steps</h2>", inner).encode(), "a.html")
    blocks = [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
    assert blocks[4:10] == [
        ("paragraph", "We are glad to be here, said the guest."), ("paragraph", "We shall come again."),
        ("item", "Glass"), ("item", "plain glass"), ("item", "and more of it"), ("paragraph", "Tin | five per cent")]


def test_a_page_nested_beyond_all_reason_raises_nothing_else() -> None:
    page = "<html><body>" + "<div>" * 20_000 + "The two ministers met in Lima." + "</div>" * 20_000
    with suppress(UnreadableDocument):
        load_bytes(page.encode(), "a.html")


@pytest.mark.parametrize("page", ["<html></html>", "<!doctype html><html><body><script>x = 1</script></body></html>"])
def test_a_page_without_text_cannot_be_read(page: str) -> None:
    with pytest.raises(UnreadableDocument, match=r"^a\.html: is a page without text; save it"):
        load_bytes(page.encode(), "a.html")
