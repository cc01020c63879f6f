"""Date expressions, times and durations of a text, with their values."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.extraction.dates import find_dates, find_durations, find_times
from memcon.extraction.dates_edtf import bounds, read_anchor
from memcon.extraction.repair import repair
from memcon.lexicon.calendar import load_calendar

WEDNESDAY = "2023-07-12"
FORMS = load_calendar().forms
DATE_FORMS = [form for name in ("intervals", "shifted", "relative") for form in FORMS[name]]


def values(text: str, published: str | None = WEDNESDAY) -> list[str]:
    return [mark.value for mark in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "value"), [(text, value) for form in DATE_FORMS for text, value in form.finds.items()],
)
def test_every_form_finds_its_examples(text: str, value: str) -> None:
    assert values(text)[-1:] == [value]


@pytest.mark.parametrize("text", [text for form in DATE_FORMS for text in form.leaves])
def test_every_form_leaves_its_counter_examples(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the minister met her guest on Monday", "2023-07-10"),
        ("they met on Wednesday", "2023-07-12"),
        ("they met on Thursday", "2023-07-06"),
        ("on Thursday, the two were received by the king", "2023-07-06"),
        ("the two will meet on Thursday", "2023-07-13"),
        ("on Thursday the delegation will leave", "2023-07-13"),
        ("talks are to be held on Monday", "2023-07-17"),
        ("they agreed to meet on Monday", "2023-07-17"),
        ("Monday: the guests will see the port", "2023-07-17"),
        ("Silva to visit Norway on Monday", "2023-07-17"),
        ("the visit scheduled for Monday", "2023-07-17"),
        ("he said the envoys would arrive on Monday", "2023-07-17"),
        ("she leaves next Wednesday", "2023-07-19"),
        ("this coming Friday", "2023-07-14"),
        ("last Monday", "2023-07-10"),
        ("the exercise continues until Friday", "2023-07-14"),
        ("Tuesday's call", "2023-07-11"),
        ("on Tuesday (11)", "2023-07-11"),
        ("on Friday (30)", "2023-06-30"),
    ],
)
def test_weekdays_count_from_the_publication_by_tense(text: str, expected: str) -> None:
    (mark,) = find_dates(text, WEDNESDAY)
    assert (mark.value, mark.kind, mark.basis) == (expected, "day", "weekday")


def test_tense_is_that_of_the_nearest_clause() -> None:
    assert values("He said on Monday that the guest will fly home on Friday.") == ["2023-07-10", "2023-07-14"]
    assert values("The visit will help, said the envoy, who arrived on Monday.") == ["2023-07-10"]


def test_weekday_without_a_telling_verb_is_read_as_past_and_says_so() -> None:
    (mark,) = find_dates("Communiqué, Thursday", WEDNESDAY)
    assert (mark.value, mark.reasons) == ("2023-07-06", ("weekday read as past",))


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("leads a delegation on a tour from Sunday to Wednesday", WEDNESDAY, "2023-07-09/2023-07-12"),
        ("a tour which runs from Sunday to Wednesday", "2023-07-11", "2023-07-09/2023-07-12"),
        ("is on a tour from Tuesday to Saturday at the invitation of the king", "2023-07-13", "2023-07-11/2023-07-15"),
        ("will tour the region from Monday to Thursday", WEDNESDAY, "2023-07-17/2023-07-20"),
        ("was in town Friday through Sunday", WEDNESDAY, "2023-07-07/2023-07-09"),
        ("between Monday and Tuesday", WEDNESDAY, "2023-07-10/2023-07-11"),
        ("on Monday and Tuesday", WEDNESDAY, "2023-07-10/2023-07-11"),
        ("from 3 to 5 June", WEDNESDAY, "2023-06-03/2023-06-05"),
        ("between 4 and 6 May", WEDNESDAY, "2023-05-04/2023-05-06"),
        ("on May 3 and 4", WEDNESDAY, "2023-05-03/2023-05-04"),
        ("July 16 − 22, 2001", None, "2001-07-16/2001-07-22"),
        ("October 30 – November 1, 2000", None, "2000-10-30/2000-11-01"),
        ("December 30 – January 2, 2001", None, "2000-12-30/2001-01-02"),
        ("28 December 2019 to 3 January", None, "2019-12-28/2020-01-03"),
        ("January 18-19", "2000-01-17", "2000-01-18/2000-01-19"),
        ("from 20 to 22 December", "2002-12-23", "2002-12-20/2002-12-22"),
        ("from Monday, July 3, to Wednesday, July 5, 2023", None, "2023-07-03/2023-07-05"),
        ("the first half of 2024", None, "2024-40"),
        ("from June to August 2022", None, "2022-06/2022-08"),
        ("2024–2027", None, "2024/2027"),
        ("in 2024-27", None, "2024/2027"),
    ],
)
def test_intervals(text: str, published: str | None, expected: str) -> None:
    assert values(text, published) == [expected]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("was received today (02) at the palace", "2024-10-02", "2024-10-02"),
        ("was received yesterday (11) at the palace", "2025-02-12", "2025-02-11"),
        ("was received yesterday (10) at the palace", "2025-02-12", "2025-02-10"),
        ("this morning", WEDNESDAY, "2023-07-12"),
        ("last night", WEDNESDAY, "2023-07-11"),
        ("tonight", WEDNESDAY, "2023-07-12"),
        ("next year marks an anniversary", "2023-11-23", "2024"),
        ("this year, the two met twice", "2023-11-23", "2023"),
        ("on 26 February", "2002-02-22", "2002-02-26"),
        ("a conference held on December 20", "2022-01-10", "2021-12-20"),
        ("a conference will be held on January 5", "2022-12-20", "2023-01-05"),
        ("in July they met", "2023-11-23", "2023-07"),
        ("a summit to be held in July", "2000-04-04", "2000-07"),
        ("a meeting in November was welcomed", "2023-09-10", "2022-11"),
        ("proposed to hold a meeting in November", "2023-09-10", "2023-11"),
        ("later in January", "2000-01-17", "2000-01"),
        ("their summit last August", "2023-11-23", "2023-08"),
        ("last December", "2017-07-07", "2016-12"),
        ("elections next spring", WEDNESDAY, "2024-21"),
        ("three years ago", WEDNESDAY, "2020"),
        ("two weeks ago", WEDNESDAY, "2023-06-26/2023-07-02"),
        ("over the past three days", WEDNESDAY, "2023-07-10/2023-07-12"),
        ("over the last 24 hours", WEDNESDAY, "2023-07-12"),
        ("the works will end in two years", WEDNESDAY, "2025"),
        ("by the end of the year", WEDNESDAY, "2023"),
        ("early next year", WEDNESDAY, "2024"),
        ("in mid-2024", None, "2024"),
        ("no later than 2027", None, "2027"),
        ("the 1990s", None, "199X"),
        ("the nineteenth century", None, "18XX"),
        ("the second quarter of 2025", None, "2025-34"),
        ("the 2025 Ocean Governments Summit", None, "2025"),
        ("at noon on Wednesday, July 5", WEDNESDAY, "2023-07-05"),
        ("Tuesday, July 5", WEDNESDAY, "2022-07-05"),
    ],
)
def test_dates_are_resolved_against_the_publication(text: str, published: str | None, expected: str) -> None:
    assert values(text, published)[-1:] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "the 75th anniversary", "the 8th meeting of the committee", "Vision 2030", "Agenda 2063", "the 2030 Agenda",
        "COP28", "Resolution 2231", "in recent years", "on the same day", "the parties may meet", "they march on",
        "The sun sat low.", "up to 2000 people", "for 70 years", "a five-year plan", "every Sunday", "second reading",
        "at the end of the day", "the Good Friday Agreement", "Minister April Lane", "May the friendship last",
        "over the next few years", "10:30", "3.5 per cent",
    ],
)
def test_what_only_looks_like_a_date_is_left(text: str) -> None:
    assert values(text) == []


def test_without_publication_date_only_absolute_dates_have_values() -> None:
    text = "Today, on Monday, last year, on 3 May, in July, a week ago, on May 3, 2021 and by 2030."
    assert values(text, None) == ["2021-05-03", "2030"]


def test_publication_month_or_year_resolves_what_it_can() -> None:
    text = "today, next year, last month"
    assert values(text, "2023-07") == ["2024", "2023-06"]
    assert values(text, "2023") == ["2024"]


def test_weekday_that_no_year_near_by_fits_is_told() -> None:
    (mark,) = find_dates("Thursday, July 5", WEDNESDAY)
    assert (mark.value, mark.reasons) == ("2023-07-05", ("year from the publication date", "weekday does not fit"))


def test_distance_counts_from_the_date_before() -> None:
    assert values("They met on May 20, 2021, and again a week later.") == ["2021-05-20", "2021-05-27"]
    assert values("They met again a week later.") == []


def test_start_leaves_out_what_stands_before() -> None:
    text = "July 1, 2023. They met on Monday."
    assert [mark.value for mark in find_dates(text, WEDNESDAY, start=13)] == ["2023-07-10"]


@pytest.mark.parametrize(
    ("text", "expected"), [(text, value) for form in FORMS["times"] for text, value in form.finds.items()],
)
def test_times_are_found(text: str, expected: str) -> None:
    assert [mark.value for mark in find_times(text)] == [expected]


@pytest.mark.parametrize("text", [text for form in FORMS["times"] for text in form.leaves])
def test_what_only_looks_like_a_time_is_left(text: str) -> None:
    assert find_times(text) == []


@pytest.mark.parametrize(
    ("text", "expected"), [(text, value) for form in FORMS["durations"] for text, value in form.finds.items()],
)
def test_durations_are_found(text: str, expected: str) -> None:
    assert [mark.value for mark in find_durations(text)] == [expected]


@pytest.mark.parametrize("text", [text for form in FORMS["durations"] for text in form.leaves])
def test_what_only_looks_like_a_duration_is_left(text: str) -> None:
    assert find_durations(text) == []


def test_bounds_of_a_value() -> None:
    assert [str(day) for day in bounds("2024-02") or ()] == ["2024-02-01", "2024-02-29"]
    assert [str(day) for day in bounds("2023/2024") or ()] == ["2023-01-01", "2024-12-31"]
    assert bounds("199X") is None


@pytest.mark.parametrize("published", ["", "XXXX-07-12", "2023-21", "soon", "2023-02-30", "../.."])
def test_publication_dates_that_are_no_dates_give_no_anchor(published: str) -> None:
    assert read_anchor(published) is None


EDTF = re.compile(
    r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?|\d{3}X|\d\dXX|\{\d{4}-\d\d-\d\d(,\d{4}-\d\d-\d\d)+\}",
)
WORDS = st.sampled_from(
    "Monday Sunday to from on in July May March 12 3 31 2023 1999 , . - – / ( ) last next this year years week months "
    "ago the of and first half quarter past two twenty five century th today (02) yesterday by until spring end 1990 s "
    "later will met between".split(),
)
ANCHORS = st.sampled_from([None, WEDNESDAY, "2024-02-29", "2023-07", "1000"])


@given(st.lists(WORDS, max_size=25), st.sampled_from(["", " "]), ANCHORS)
def test_marks_lie_in_the_text_in_order_with_edtf_values(words: list[str], space: str, published: str | None) -> None:
    text = space.join(words)
    end = 0
    for mark in find_dates(text, published):
        assert end <= mark.start < mark.end <= len(text)
        assert text[mark.start : mark.end] == text[mark.start : mark.end].strip()
        assert EDTF.fullmatch(mark.value)
        end = mark.end


@given(st.text(max_size=200), st.one_of(st.none(), st.dates().map(str), st.text(max_size=12)))
def test_any_text_can_be_read_and_gives_the_same_twice(text: str, published: str | None) -> None:
    assert find_dates(text, published) == find_dates(text, published)
    assert find_times(text) == find_times(text)
    assert find_durations(text) == find_durations(text)


def gold_dates(folder: Path) -> list[tuple[str, str, list[str]]]:
    """Name, value and values found, for each date of the gold readings of a folder."""
    rows = []
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        found = values(repair(path.with_suffix(".txt").read_text(encoding="utf-8")), gold["published"])
        rows += [
            (f"{path.stem} {kind}", record["date"], found)
            for kind in ("meetings", "visits", "milestones") for record in gold.get(kind, []) if "date" in record
        ]
    return rows


def test_every_date_of_the_seeds_is_found(shared: Path) -> None:
    assert [row for row in gold_dates(shared / "gold" / "seeds") if row[1] not in row[2]] == []


def test_nearly_every_date_of_other_gold_is_found(shared: Path) -> None:
    rows = gold_dates(shared / "gold" / "dev")
    assert sum(value in found for _, value, found in rows) >= 0.98 * len(rows)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The King looked forward to receiving her in May.", "2023-05"),
        ("Both ministers look forward to the next round in July.", "2023-07"),
        ("She put the proposal forward in May.", "2022-05"),
    ],
)
def test_what_one_looks_forward_to_lies_ahead(text: str, value: str) -> None:
    assert [date.value for date in find_dates(text, "2022-11-13")] == [value]
