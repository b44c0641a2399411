"""Resolving a time expression to an interval, counted from a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from sourcebook.annotate.dates.days import (
    hull,
    moved,
    part_in,
    shift_day,
    unit_of,
    weekend_of,
)
from sourcebook.annotate.dates.nearest import nearest_days, nearest_months, nearest_season
from sourcebook.interval import Interval

NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

Resolver = Callable[[date, tuple[Any, ...], str], "tuple[Interval | None, str]"]


def resolve(
    kind: str, values: tuple[Any, ...], tense: str, counted_from: Interval
) -> tuple[Interval, str] | None:
    """Resolve an expression to the interval it stands for, and say in a few words why.

    `counted_from` may be several days: the result then covers every reading. None where the
    calendar has no such day.
    """
    resolver = RESOLVERS[kind]
    first, note = resolver(counted_from.earliest, values, tense)
    if counted_from.earliest == counted_from.latest:
        return (first, note) if first else None
    last, note = resolver(counted_from.latest, values, tense)
    return (hull(first, last), note) if first and last else None


def _weekday(day: date, values: tuple[Any, ...], tense: str) -> tuple[Interval | None, str]:
    first, last, how, week = values
    name = NAMES[first - 1]
    if week == "week":
        begin = shift_day(day, 7 + (first - day.isoweekday()) % 7)
        note = f"a week after the first {name} from {{day}} on"
    elif week:
        monday = shift_day(day, 1 - day.isoweekday() + {"last": -7, "next": 7}.get(week, 0))
        begin = shift_day(monday, first - 1)
        note = f"the {name} of {week} week"
    elif how in ("next", "coming", "following"):
        ahead = (first - day.isoweekday()) % 7 or 7
        # The very next day would be called tomorrow, so the one a week on is meant.
        begin = shift_day(day, ahead + 7 * (ahead == 1))
        note = f"the first {name} after {{day}} that is not the next day"
    elif how in ("last", "past", "previous", "preceding"):
        back = (day.isoweekday() - first) % 7 or 7
        begin = shift_day(day, -back - 7 * (back == 1))
        note = f"the last {name} before {{day}} that is not the day before"
    elif tense == "future" or (how == "this" and tense != "past"):
        begin = shift_day(day, (first - day.isoweekday()) % 7)
        note = f"the first {name} from {{day}} on"
    else:
        begin = shift_day(
            day,
            -((day.isoweekday() - first) % 7)
            if first == last
            else -((day.isoweekday() - last) % 7) - (last - first) % 7,
        )
        note = f"the last {name} up to {{day}}"
    return Interval(begin, shift_day(begin, (last - first) % 7)), note


def _unit(day: date, values: tuple[Any, ...], tense: str) -> tuple[Interval | None, str]:
    unit, by = values[:2]
    part = values[2] if len(values) > 2 else ""
    if unit == "weekend":
        return _weekend(day, by, tense)
    whole = unit_of(day, unit, by)
    note = {-1: f"the {unit} before", 0: f"the {unit} itself", 1: f"the {unit} after"}[by]
    if unit == "week":
        note += ", read with either first day"
    return (part_in(whole, part, day) if whole else None), note


def _weekend(day: date, by: int, tense: str) -> tuple[Interval, str]:
    if by in (0, 9):
        ahead = tense == "future" or (by == 0 and tense != "past") or day.isoweekday() > 5
        return weekend_of(day, 0 if ahead else -1), "the nearest weekend by tense"
    if by == 1 and day.isoweekday() < 6:
        return weekend_of(day, 1), "the weekend after the coming one"
    return weekend_of(day, by), "Saturday and Sunday"


def _days(day: date, values: tuple[Any, ...], tense: str) -> tuple[Interval, str]:
    first, last = values
    return Interval(shift_day(day, first), shift_day(day, last)), "counted from {day}"


def _back(day: date, values: tuple[Any, ...], tense: str) -> tuple[Interval | None, str]:
    count, unit = values
    begin = _far(day, -count, unit)
    return Interval(min(begin, day), day), "from so many back to {day}"


def _ahead(day: date, values: tuple[Any, ...], tense: str) -> tuple[Interval | None, str]:
    count, unit = values
    return Interval(day, max(day, _far(day, count, unit))), "from {day} on"


def _ago(day: date, values: tuple[Any, ...], tense: str) -> tuple[Interval | None, str]:
    count, unit = values
    if unit in ("decade", "century"):
        count, unit = count * (10 if unit == "decade" else 100), "year"
    if unit == "fortnight":
        count, unit = 2 * count, "week"
    if unit == "hour":
        return None, ""
    return unit_of(day, unit, count), f"so many {unit}s away, to the {unit}"


def _edge(day: date, values: tuple[Any, ...], tense: str) -> tuple[Interval | None, str]:
    whole, part = values
    return part_in(whole, part, day), "its first or last month or days"


def _in(day: date, values: tuple[Any, ...], tense: str) -> tuple[Interval | None, str]:
    if tense == "future":
        return _ago(day, values, tense)
    if values[1] in ("year", "decade", "century"):
        return _back(day, values, tense)
    return None, ""


def _far(day: date, count: int, unit: str) -> date:
    """Where a stretch of so many units ends: whole years and months, days to the day."""
    if unit == "hour":
        return shift_day(day, (count + 23) // 24 if count > 0 else -((23 - count) // 24))
    away = moved(day, count, unit)
    if unit in ("day", "week", "fortnight"):
        return away
    whole = unit_of(away, "month" if unit in ("month", "quarter") else "year")
    if not whole:
        return away
    return whole.earliest if count < 0 else whole.latest


RESOLVERS: dict[str, Resolver] = {
    "weekday": _weekday,
    "month-day": nearest_days,
    "month": nearest_months,
    "season": nearest_season,
    "unit": _unit,
    "days": _days,
    "back": _back,
    "ahead": _ahead,
    "ago": _ago,
    "in": _in,
    "edge": _edge,
}
"""How each kind that is counted from a day is resolved; what its `values` hold, see there."""

TENSED = frozenset({"weekday", "month-day", "month", "season", "unit", "in"})
"""The kinds whose reading depends on whether the sentence looks ahead or back."""
