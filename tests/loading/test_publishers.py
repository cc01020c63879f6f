"""Who published a document, and its side."""

from __future__ import annotations

import pytest

from memcon.loading import load_bytes

BODY = "The Foreign Minister met his counterpart on Monday. They spoke of trade and of the strait."


@pytest.mark.parametrize(("text", "name", "side"), [
    (f"URL: https://www.president.gov.ua/en/news/1\n\n{BODY}", "Office of the President of Ukraine", "UKR"),
    (f"source: an archive:pages/en.kremlin.ru/events/1.html\n\n{BODY}", "Kremlin", "RUS"),
    (f"source: an archive:2031-05-06-chinadailycomcn-77/doc.txt\n\n{BODY}", "China Daily", "CHN"),
    (f"source: Xinhua\n\n{BODY}", "Xinhua News Agency", "CHN"),
    (f"Publisher: Ministry of External Affairs\n\n{BODY}", "Ministry of External Affairs of India", "IND"),
    (f"LIMA, July 12 (Reuters) - {BODY}", "Reuters", None),
    (f"MOSCOW, July 12. /TASS/. {BODY}", "TASS", "RUS"),
    (f"url: https://www.gov.pl/web/diplomacy/talks\n\n{BODY}", "Ministry of Foreign Affairs of Poland", "POL"),
    (f"url: https://www.ft.com/content/1\n\n{BODY}", "Financial Times", None),
    (f"Ministry of Foreign Affairs of the Republic of Kazakhstan\n\nTalks in Lima\n\n{BODY}",
     "Ministry of Foreign Affairs of Kazakhstan", "KAZ"),
    (f"Readout of President Biden’s Call with Mara Voss\n\n{BODY}", "The White House", "USA"),
    (f"PRIME MINISTER\n\nTalks in Lima\n\n{BODY}\n\nOTTAWA 12 July 2031", "Prime Minister of Canada", "CAN"),
    (f"Talks in Lima\n\n{BODY}\n\nMore at https://www.mofa.go.jp/talks", "Ministry of Foreign Affairs of Japan", "JPN"),
    (f"MINISTER FOR TRADE\n\nTalks in Lima\n\n{BODY}", "Minister for Trade", None),
    (f"MINISTER FOR TRADE\n\nTalks in Lima\n\n{BODY}\n\nMedia contact: +64 4 555 1234", "Minister for Trade", "NZL"),
    (f"Publisher: Lima Institute\n\n{BODY}", "Lima Institute", None),
])
def test_a_publisher_and_its_side_are_told(text: str, name: str, side: str | None) -> None:
    document = load_bytes(text.encode(), "a.txt")
    assert document.publisher is not None
    assert (document.publisher.name, document.side) == (name, side)


def test_a_government_whose_publisher_is_unknown_gives_the_side() -> None:
    document = load_bytes(f"url: https://press.gov.bt/talks\n\n{BODY}".encode(), "a.txt")
    assert (document.publisher, document.side) == (None, "BTN")


@pytest.mark.parametrize("text", [
    BODY, f"Talks with the President of Russia\n\n{BODY}", f"source: notes of a friend\n\n{BODY}",
    f"Talks in Lima\n\n{BODY} The text is at https://www.mofa.go.jp/talks and nowhere else.\n\n{BODY}",
    f"Talks in Lima\n\n{BODY} As Reuters and Xinhua wrote, they were long.",
])
def test_nothing_is_told_where_nothing_is_known(text: str) -> None:
    document = load_bytes(text.encode(), "a.txt")
    assert (document.publisher, document.side) == (None, None)
