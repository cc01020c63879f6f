"""EDTF dates as first and last day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.model.days import bounds


@pytest.mark.parametrize(("value", "first", "last"), [
    ("2023", "2023-01-01", "2023-12-31"),
    ("2023-02", "2023-02-01", "2023-02-28"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-07-12", "2023-07-12", "2023-07-12"),
    ("2023-07-12T14:30", "2023-07-12", "2023-07-12"),
    ("2023-07-09/2023-07-12", "2023-07-09", "2023-07-12"),
    ("2023-07/2023-09", "2023-07-01", "2023-09-30"),
    ("../2023", None, "2023-12-31"),
    ("2023/..", "2023-01-01", None),
    ("2023-07-12?", "2023-07-12", "2023-07-12"),
    ("2023~", "2023-01-01", "2023-12-31"),
    ("2023-XX-XX", "2023-01-01", "2023-12-31"),
    ("2023-07-XX", "2023-07-01", "2023-07-31"),
    ("202X", "2020-01-01", "2029-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("2023-22", "2023-06-01", "2023-08-31"),
    ("2023-34", "2023-04-01", "2023-06-30"),
    ("2023-41", "2023-07-01", "2023-12-31"),
    ("XXXX-07-12", None, None),
    ("2023-XX-12", None, None),
    ("2023-13", None, None),
    ("2023-02-30", None, None),
    ("0000-01-01", None, None),
    ("soon", None, None),
    ("", None, None),
    (None, None, None),
])
def test_a_date_has_a_first_and_a_last_day(value: str | None, first: str | None, last: str | None) -> None:
    assert bounds(value) == (first, last)


@given(st.text(alphabet="0123456789-/X?~.T:", max_size=24))
def test_whatever_stands_there_is_read_or_left(value: str) -> None:
    first, last = bounds(value)
    assert all(day is None or len(day) == 10 for day in (first, last))


@given(st.dates())
def test_a_day_is_its_own_bounds(day: date) -> None:
    assert bounds(str(day)) == (str(day), str(day))
