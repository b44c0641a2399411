"""A date known to a day, a month, a year, or only between two days."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, order=True)
class Interval:
    """The days from `earliest` to `latest`, both included.

    Raises
    ------
    ValueError
        If `latest` comes before `earliest`.

    Examples
    --------
    >>> str(Interval(date(2023, 3, 16), date(2023, 3, 16)))
    '16 March 2023'
    >>> str(Interval(date(2020, 11, 9), date(2020, 11, 15)))
    '9–15 November 2020'
    >>> Interval(date(2019, 1, 1), date(2019, 12, 31)).precision
    'year'
    """

    earliest: date
    latest: date

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(f"{self.latest} comes before {self.earliest}")

    @property
    def precision(self) -> str:
        """How closely the date is known: day, month, year or range."""
        first, last = self.earliest, self.latest
        if first == last:
            return "day"
        if first.day == 1 and _ends_month(last):
            if (first.year, first.month) == (last.year, last.month):
                return "month"
            if first.year == last.year and (first.month, last.month) == (1, 12):
                return "year"
        return "range"

    def overlaps(self, other: Interval) -> bool:
        """Tell whether the two have a day in common."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def __str__(self) -> str:
        first, last = self.earliest, self.latest
        if first == date.min:  # nobody knows since when
            return f"until {spell(last)}"
        if self.precision == "day":
            return spell(first)
        if self.precision == "month":
            return f"{calendar.month_name[first.month]} {first.year}"
        if self.precision == "year":
            return str(first.year)
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return f"{first.year}–{last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{spell(last)}"
        if first.year == last.year and first.day == 1 and _ends_month(last):
            months = calendar.month_name
            return f"{months[first.month]}–{months[last.month]} {first.year}"
        if first.year == last.year:
            return f"{first.day} {calendar.month_name[first.month]} – {spell(last)}"
        return f"{spell(first)} – {spell(last)}"


def _ends_month(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def spell(day: date) -> str:
    """Write a day out, the same on every machine whatever its locale.

    Examples
    --------
    >>> spell(date(2020, 12, 31))
    '31 December 2020'
    """
    # calendar.month_name follows the locale only if the program sets one; the kit never does.
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def read_day(written: str) -> date:
    """Read a day written ``YYYY-MM-DD``; anything else raises ValueError.

    Examples
    --------
    >>> read_day("2023-02-30")
    Traceback (most recent call last):
    ValueError: '2023-02-30' is not a day of the calendar, written YYYY-MM-DD
    """
    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = None
    # fromisoformat also reads 20230316 and 2023-W11-4, which a spreadsheet would not sort right.
    if day is None or day.isoformat() != written:
        raise ValueError(f"{written!r} is not a day of the calendar, written YYYY-MM-DD")
    return day
