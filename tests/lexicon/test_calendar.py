"""The calendar's words and forms, and the dates that a text names in full."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.lexicon.calendar import find_absolute_dates, is_day, load_calendar
from memcon.lexicon.calendar_forms import Alphabet, Form, Scanner

ABSOLUTE = load_calendar().forms["absolute"]


def values(text: str) -> list[str]:
    return [found.value for found in find_absolute_dates(text)]


@pytest.mark.parametrize(
    ("text", "value"), [(text, value) for form in ABSOLUTE for text, value in form.finds.items()],
)
def test_every_absolute_form_finds_its_examples(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize("text", [text for form in ABSOLUTE for text in form.leaves])
def test_every_absolute_form_leaves_its_counter_examples(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("March 9, 2021 OSLO – the two ministers", "March 9, 2021", "2021-03-09"),
        (" date 2021-03-09 The envoy", "2021-03-09", "2021-03-09"),
        ("date: 2021-03-09\nsource: a bulletin", "2021-03-09", "2021-03-09"),
        ("Tue, 09 Mar 2021 10:00:00 GMT", "Tue, 09 Mar 2021", "2021-03-09"),
        ("OSLO, 9 MARCH 2021 (Agency)", "9 MARCH 2021", "2021-03-09"),
        ("on the 9th of March, 2021.", "9th of March, 2021", "2021-03-09"),
        ("Tuesday, March 9th, 2021,", "Tuesday, March 9th, 2021", "2021-03-09"),
        ("on Tuesday the 9th of March 2021", "Tuesday the 9th of March 2021", "2021-03-09"),
        ("9.3.2021 / Oslo", "9.3.2021", "2021-03-09"),
        ("https://example.org/2021/03/09/talks", "2021/03/09", "2021-03-09"),
        ("in Sept. 2021,", "Sept. 2021", "2021-09"),
        ("March\n9, 2021", "March\n9, 2021", "2021-03-09"),
        ("since March of 2021", "March of 2021", "2021-03"),
    ],
)
def test_absolute_dates_are_found_as_written(text: str, quote: str, value: str) -> None:
    (found,) = find_absolute_dates(text)
    assert (text[found.start : found.end], found.value, found.year_known) == (quote, value, True)


def test_day_without_year_says_so() -> None:
    (found,) = find_absolute_dates("They will meet on 26 February in Bali.")
    assert (found.value, found.year_known) == ("XXXX-02-26", False)


def test_figures_that_could_be_read_month_first_are_ambiguous() -> None:
    found = find_absolute_dates("03/04/2021 25/12/2021 05/05/2021 2021-03-04")
    assert [one.ambiguous for one in found] == [True, False, False, False]


@pytest.mark.parametrize(
    "text", ["it may 12 be", "G20 2023", "Resolution 2231", "31.02.2020", "+41 22 917 1234", "12 May2021x", ""],
)
def test_no_date_is_read_into_other_figures(text: str) -> None:
    assert values(text) == []


def test_dates_are_found_in_their_order_in_the_text() -> None:
    text = "From 1 May 2020, in June 2021, on July 4, and 2022-08-09."
    assert values(text) == ["2020-05-01", "2021-06", "XXXX-07-04", "2022-08-09"]


def test_leap_days_are_days_only_in_leap_years_or_years_unknown() -> None:
    assert [is_day(2024, 2, 29), is_day(2023, 2, 29), is_day(None, 2, 29)] == [True, False, True]


def test_unknown_class_in_a_pattern_is_an_error() -> None:
    with pytest.raises(KeyError):
        Scanner(Alphabet(), [Form("wrong", "{nosuchclass:x}", "day")])


def test_pattern_that_may_be_empty_is_an_error() -> None:
    with pytest.raises(ValueError, match="may be empty"):
        Scanner(Alphabet(), [Form("wrong", "{day:d}?", "day")])


@given(st.text(alphabet=st.characters(), max_size=200))
def test_pieces_cover_any_text(text: str) -> None:
    pieces = load_calendar().cut(text)
    assert "".join(pieces.words) == text
    assert len(pieces.signature) == len(pieces.words) == len(pieces.offsets) - 1


@given(st.lists(st.sampled_from([
    "July", "12", ",", " ", "2023", "may", "May", "-", "/", ".", "of", "th", "Monday", "Sept", "07", "2023-07-12", "x",
    "\n",
]), max_size=30))
def test_dates_found_lie_in_the_text_in_order_without_overlap(parts: list[str]) -> None:
    text = "".join(parts)
    end = 0
    for found in find_absolute_dates(text):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start].isalnum()
        end = found.end


@given(st.dates(min_value=date(1700, 1, 1), max_value=date(2199, 12, 31)))
def test_every_day_is_read_back_from_its_spellings(day: date) -> None:
    month = [name.title() for name in load_calendar().values["month"]][day.month - 1]
    text = f"{day}; {month} {day.day}, {day.year}; {day.day} {month} {day.year}; {day.day:02}.{day.month:02}.{day.year}"
    assert values(text) == [str(day)] * 4
