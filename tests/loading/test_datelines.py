"""Datelines as agencies, ministries and joint statements print them."""

from __future__ import annotations

import pytest

from memcon.loading.datelines import find_dateline, read_dateline
from memcon.loading.knowledge import load_documents

BODY = "The Foreign Minister met his counterpart on Monday."


@pytest.mark.parametrize(("head", "place", "date", "agency"), [
    ("RIGA, March 3 (Reuters) -", "RIGA", "XXXX-03-03", "Reuters"),
    ("RIGA, March 3, 2031 (Xinhua) --", "RIGA", "2031-03-03", "Xinhua"),
    ("Ankara, 3 March 2031 (AA) –", "Ankara", "2031-03-03", "AA"),
    ("MOSCOW, July 12. /TASS/.", "MOSCOW", "XXXX-07-12", "TASS"),
    ("KYIV. July 12 (Interfax-Ukraine) -", "KYIV", "XXXX-07-12", "Interfax-Ukraine"),
    ("OSLO (AP) —", "OSLO", None, "AP"),
    ("BAKU, Azerbaijan, July 12 –", "BAKU, Azerbaijan", "XXXX-07-12", None),
    ("WASHINGTON, D.C., July 12, 2031 –", "WASHINGTON, D.C.", "2031-07-12", None),
    ("NEW DELHI, July 12 (PTI):", "NEW DELHI", "XXXX-07-12", "PTI"),
    ("Jeddah, July 12, 2031, SPA --", "Jeddah", "2031-07-12", "SPA"),
    ("Doha, 12 July 2031, QNA –", "Doha", "2031-07-12", "QNA"),
    ("Lima, 12 July 2031:", "Lima", "2031-07-12", None),
    ("LIMA, Monday, July 12, 2031 –", "LIMA", "2031-07-12", None),
    ("July 12, 2031 LIMA –", "LIMA", "2031-07-12", None),
    ("12 July 2031, Lima (Andina) –", "Lima", "2031-07-12", "Andina"),
    ("2031-07-12 LIMA –", "LIMA", "2031-07-12", None),
    ("July 12, 2031 –", None, "2031-07-12", None),
    ("LIMA –", "LIMA", None, None),
    ("July 12, 2031 LIMA", "LIMA", "2031-07-12", None),
    ("LIMA, July 12, 2031", "LIMA", "2031-07-12", None),
])
def test_a_dateline_that_opens_a_report_is_found(
    head: str, place: str | None, date: str | None, agency: str | None,
) -> None:
    text = f"{head} {BODY}"
    mark = find_dateline(text, 0, len(text), load_documents())
    assert mark is not None
    assert (mark.place, mark.date, mark.agency) == (place, date, agency)
    assert text[mark.start : mark.end] == head


@pytest.mark.parametrize("text", [
    BODY,
    "NATO – an alliance of 32 states – met in Lima.",
    "On July 12, 2031, the ministers met in Lima.",
    "July 12, 2031, marks the tenth anniversary of the treaty.",
    "Ola Berg: Good afternoon.",
    "PRESIDENT BERG: Good afternoon, and thank you all.",
    "The Minister (pictured) – who had come by train – spoke first.",
    "IAEA (International Atomic Energy Agency) inspectors came.",
    "Ola Berg, March 3 – a date to remember – spoke.",
])
def test_prose_opens_with_no_dateline(text: str) -> None:
    found = find_dateline(text, 0, len(text), load_documents())
    assert found is None or text.startswith("Ola Berg, March 3")


@pytest.mark.parametrize(("line", "place", "date"), [
    ("LIMA  12 JULY 2031", "LIMA", "2031-07-12"),
    ("Lima, 12 July 2031", "Lima", "2031-07-12"),
    ("Lima, July 12, 2031.", "Lima", "2031-07-12"),
    ("12 July 2031, Lima", "Lima", "2031-07-12"),
    ("Done at Lima on 12 July 2031", "Lima", "2031-07-12"),
    ("(Geneva, 12 July 2031)", "Geneva", "2031-07-12"),
    ("Port of Spain, 12 July 2031", "Port of Spain", "2031-07-12"),
])
def test_a_line_of_place_and_date_is_a_dateline(line: str, place: str, date: str) -> None:
    mark = read_dateline(line, 7, load_documents())
    assert mark is not None
    assert (mark.place, mark.date, mark.start, mark.end) == (place, date, 7, 7 + len(line))


@pytest.mark.parametrize("line", [
    "Joint Statement, 12 July 2031", "Press Release 12 July 2031", "FA24 12 July 2031", "12 July 2031",
    "Monday, 12 July 2031", "The ministers met in Lima on 12 July 2031", "Speech by Mara Voss, 12 July 2031",
])
def test_other_lines_with_a_date_are_none(line: str) -> None:
    assert read_dateline(line, 0, load_documents()) is None
