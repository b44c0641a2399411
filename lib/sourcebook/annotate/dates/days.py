"""Weeks, months, seasons, decades and other stretches of the calendar, as intervals."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from sourcebook.interval import Interval

FIRST_DAY, LAST_DAY = date.min.toordinal(), date.max.toordinal()

PARTS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
PARTS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
PARTS_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
PARTS_OF_CENTURY = {"early": (0, 32), "mid": (33, 65), "late": (66, 99)}

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month each season begins with, in the northern hemisphere."""

DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def day_of(year: int, month: int, day: int) -> Interval | None:
    """One day, or None where the calendar has no such day."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Interval(found, found)


def months_of(year: int, first: int, last: int) -> Interval | None:
    """Whole months of one year; a `last` past 12 runs into the next year.

    Examples
    --------
    >>> str(months_of(2019, 12, 14))
    '1 December 2019 – 29 February 2020'
    """
    start, end = shift_month(year, first, 0), shift_month(year, last, 0)
    if start is None or end is None or end < start:
        return None
    return Interval(date(*start, 1), date(*end, calendar.monthrange(*end)[1]))


def years_of(first: int, last: int) -> Interval | None:
    """Whole years, both included."""
    if not 1 <= first <= last <= 9999:
        return None
    return Interval(date(first, 1, 1), date(last, 12, 31))


def shift_month(year: int, month: int, by: int) -> tuple[int, int] | None:
    """Give the month so many months away, or None outside the years 1 to 9999."""
    years, months = divmod(year * 12 + month - 1 + by, 12)
    return (years, months + 1) if 1 <= years <= 9999 else None


def shift_day(day: date, by: int) -> date:
    """Give the day so many days away, or the last one the calendar has that way."""
    return date.fromordinal(min(max(day.toordinal() + by, FIRST_DAY), LAST_DAY))


def week_of(day: date, by: int = 0) -> Interval:
    """Give the week so many weeks away, read with either first day: Sunday to Sunday.

    For a Sunday the two readings lie a week apart, and both are covered.

    Examples
    --------
    >>> str(week_of(date(2023, 3, 16), -1))
    '5–12 March 2023'
    """
    since_sunday = day.isoweekday() % 7
    start = -since_sunday if since_sunday else -6
    return Interval(
        shift_day(day, start + 7 * by),
        shift_day(day, 7 - since_sunday - (not since_sunday) + 7 * by),
    )


def weekend_of(day: date, by: int = 0) -> Interval:
    """Give the Saturday and Sunday that end the week of a day, a week running from Monday."""
    saturday = 6 - day.isoweekday() + 7 * by
    return Interval(shift_day(day, saturday), shift_day(day, saturday + 1))


def unit_of(day: date, unit: str, by: int = 0) -> Interval | None:
    """Give the day, week, month, quarter, year, decade or century so many away from a day's.

    Examples
    --------
    >>> str(unit_of(date(2023, 3, 16), "month", -2))
    'January 2023'
    """
    if unit in DAYS_IN:
        if unit == "day":
            moved = shift_day(day, by)
            return Interval(moved, moved)
        return week_of(day, by * (DAYS_IN[unit] // 7))
    if unit == "weekend":
        return weekend_of(day, by)
    if unit in ("month", "quarter"):
        length = MONTHS_IN[unit]
        month = shift_month(day.year, (day.month - 1) // length * length + 1, by * length)
        return months_of(*month, month[1] + length - 1) if month else None
    if unit == "year":
        return years_of(day.year + by, day.year + by)
    if unit == "decade":
        return years_of(day.year // 10 * 10 + 10 * by, day.year // 10 * 10 + 10 * by + 9)
    first = (day.year - 1) // 100 * 100 + 1 + 100 * by
    return years_of(first, first + 99)


def moved(day: date, count: int, unit: str) -> date:
    """Count units on from a day, or back; a day its month lacks gives the month's last."""
    if unit in DAYS_IN:
        return shift_day(day, count * DAYS_IN[unit])
    month = shift_month(day.year, day.month, count * MONTHS_IN[unit])
    if month is None:
        return date.min if count < 0 else date.max
    return date(*month, min(day.day, calendar.monthrange(*month)[1]))


def season_of(year: int, season: str) -> Interval | None:
    """Give a northern season; a winter belongs to the year it begins in."""
    return months_of(year, SEASONS[season], SEASONS[season] + 2)


def part_of(whole: Interval, part: str) -> Interval:
    """Give the early, mid or late part of a month, a year, a decade or a century."""
    first, last = whole.earliest, whole.latest
    length = last.year - first.year + 1
    if length == 1 and first.month == last.month:
        start, end = PARTS_OF_MONTH[part]
        return Interval(first.replace(day=start), first.replace(day=min(end, last.day)))
    if length == 1:
        start, end = PARTS_OF_YEAR[part]
        return months_of(first.year, start, end) or whole
    table = PARTS_OF_DECADE if length == 10 else PARTS_OF_CENTURY
    start, end = table[part]
    return years_of(first.year + start, first.year + min(end, length - 1)) or whole


def hull(first: Interval, last: Interval) -> Interval:
    """Give the shortest interval that covers both."""
    return Interval(min(first.earliest, last.earliest), max(first.latest, last.latest))


def gap(day: date, interval: Interval) -> timedelta:
    """How far a day lies from an interval; nothing if it lies in it."""
    if day < interval.earliest:
        return interval.earliest - day
    return max(day - interval.latest, timedelta(0))


def part_in(whole: Interval, part: str, day: date) -> Interval:
    """Give what "early", "later", "end" or "until-end" leaves of a stretch, seen from a day."""
    if part in ("early", "mid", "late"):
        return part_of(whole, part) if (whole.latest - whole.earliest).days > 20 else whole
    if part.startswith(("days ", "last ")):
        return _counted_days(whole, part)
    if part == "earlier":
        return Interval(whole.earliest, day) if whole.earliest <= day <= whole.latest else whole
    if part == "later":
        return Interval(day, whole.latest) if whole.earliest <= day <= whole.latest else whole
    if part == "until-end":
        if day <= whole.latest:
            return Interval(day, whole.latest)
        part = "end"
    days = (whole.latest - whole.earliest).days + 1
    if part not in ("start", "beginning", "turn", "end", "middle") or days < 20:
        return whole
    if part == "middle":
        return part_of(whole, "mid")
    if days <= 31:
        return part_of(whole, "late" if part == "end" else "early")
    edge = whole.latest if part == "end" else whole.earliest
    return (unit_of(edge, "month") if days < 400 else unit_of(edge, "year")) or whole


def _counted_days(month: Interval, part: str) -> Interval:
    """Read "days 8-14" or "last 7" of a month."""
    how, _, numbers = part.partition(" ")
    length = month.latest.day
    if how == "last":
        return Interval(month.latest.replace(day=max(1, length + 1 - int(numbers))), month.latest)
    first, last = (int(number) for number in numbers.split("-"))
    return Interval(month.earliest.replace(day=first), month.latest.replace(day=min(last, length)))
