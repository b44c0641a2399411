from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.interval import Interval, spell


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "written"),
    [
        ("2023-03-16", "2023-03-16", "day", "16 March 2023"),
        ("2022-11-01", "2022-11-30", "month", "November 2022"),
        ("2024-02-01", "2024-02-29", "month", "February 2024"),
        ("2023-02-01", "2023-02-27", "range", "1–27 February 2023"),
        ("2019-01-01", "2019-12-31", "year", "2019"),
        ("2023-03-16", "2023-03-17", "range", "16–17 March 2023"),
        ("2020-03-01", "2020-04-30", "range", "March–April 2020"),
        ("2020-11-17", "2020-12-31", "range", "17 November – 31 December 2020"),
        ("2020-11-08", "2021-07-22", "range", "8 November 2020 – 22 July 2021"),
        ("1910-01-01", "1945-12-31", "range", "1910–1945"),
        ("9999-12-01", "9999-12-31", "month", "December 9999"),
    ],
)
def test_a_date_says_how_closely_it_is_known(earliest, latest, precision, written):
    interval = Interval(date.fromisoformat(earliest), date.fromisoformat(latest))
    assert (interval.precision, str(interval)) == (precision, written)


def test_an_interval_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="2023-03-16 comes before 2023-03-17"):
        Interval(date(2023, 3, 17), date(2023, 3, 16))


@pytest.mark.parametrize(
    ("first", "last", "shared"), [(1, 5, True), (10, 20, True), (20, 30, True), (21, 30, False)]
)
def test_both_ends_are_included_when_intervals_overlap(first, last, shared):
    days = Interval(date(2023, 3, 5), date(2023, 3, 20))
    other = Interval(date(2023, 3, first), date(2023, 3, last))
    assert days.overlaps(other) is shared
    assert other.overlaps(days) is shared


def test_days_are_spelt_without_a_leading_zero():
    assert spell(date(2023, 3, 9)) == "9 March 2023"


@given(st.dates(), st.dates())
def test_every_interval_can_be_written_and_names_its_first_year(one, other):
    interval = Interval(min(one, other), max(one, other))
    assert str(interval.earliest.year) in str(interval)
    assert str(interval.latest.year) in str(interval)
    assert (interval.precision == "day") == (one == other)
