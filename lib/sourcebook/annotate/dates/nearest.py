"""Choosing the year of a day, a month or a season that is named without one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sourcebook.annotate.dates.days import (
    day_of,
    gap,
    hull,
    months_of,
    part_in,
    season_of,
    shift_day,
)
from sourcebook.interval import Interval


def nearest_days(day: date, values: tuple[Any, ...], tense: str) -> tuple[Interval | None, str]:
    """Place days of the month by the year that the tense, or a weekday beside them, asks for."""
    month, first, last_month, last, by = values[:5]
    weekday = values[5] if len(values) > 5 else 0

    def in_year(year: int) -> Interval | None:
        begin = day_of(year - (month > last_month), month, first)
        end = day_of(year, last_month, last)
        return hull(begin, end) if begin and end else None

    if by:
        return in_year(day.year + _years(by)), f"the year is {by}"
    years = [year for year in range(day.year - 4, day.year + 5)]
    found = [interval for year in years if (interval := in_year(year))]
    if weekday:
        matching = [i for i in found if i.earliest.isoweekday() == weekday]
        if matching:
            found = matching
    return _nearest(day, found, tense), _how(tense)


def nearest_months(day: date, values: tuple[Any, ...], tense: str) -> tuple[Interval | None, str]:
    """Place one or more months, or a part of one."""
    first, last, how, part = values
    span = last + 12 * (last < first) - first
    candidates = [
        interval
        for year in range(day.year - 2, day.year + 3)
        if (interval := months_of(year, first, first + span))
    ]
    if how.endswith("year"):
        whole = months_of(day.year + _years(how), first, first + span)
        note = f"the year is {how}"
    elif how in ("last", "past", "ended", "previous", "preceding"):
        whole = max((c for c in candidates if c.latest < day), default=None)
        note = "the last one before {day}"
    elif how in ("next", "coming", "following"):
        whole = min((c for c in candidates if c.earliest > day), default=None)
        note = "the first one after {day}"
    elif how == "this":
        whole, note = months_of(day.year, first, first + span), "the one of the same year"
    else:
        ahead = tense or ("future" if part.startswith("until") else "")
        whole, note = _nearest(day, candidates, ahead), _how(ahead)
    return (part_in(whole, part, day), note) if whole else (None, note)


def nearest_season(day: date, values: tuple[Any, ...], tense: str) -> tuple[Interval | None, str]:
    """Place a season of the northern hemisphere."""
    season, how = values
    note = "northern hemisphere; a winter belongs to the year it begins in"
    if how.isdigit():
        return season_of(int(how), season), note
    if how.endswith("year"):
        return season_of(day.year + _years(how), season), note
    candidates = [s for y in range(day.year - 2, day.year + 3) if (s := season_of(y, season))]
    if how in ("last", "past", "previous", "preceding"):
        # One that ended only weeks ago would be called this one.
        before = shift_day(day, -60)
        return max((c for c in candidates if c.latest < before), default=None), note
    if how in ("next", "coming", "following"):
        return min((c for c in candidates if c.earliest > day), default=None), note
    if how == "this" and not tense:
        tense = "future"
    return _nearest(day, candidates, tense), note


def _nearest(day: date, candidates: list[Interval], tense: str) -> Interval | None:
    behind = max((c for c in candidates if c.earliest <= day), default=None)
    ahead = min((c for c in candidates if c.latest >= day), default=None)
    if behind is None or ahead is None:
        return behind or ahead
    back, on = gap(day, behind), gap(day, ahead)
    this_year = behind.earliest.year == day.year
    if tense == "past" and (this_year or back < timedelta(280) or on > timedelta(60)):
        return behind
    if tense == "future" and not (on > timedelta(300) and back < timedelta(30)):
        return ahead
    return behind if back <= on else ahead


def _years(by: str) -> int:
    return {"last": -1, "next": 1, "previous": -1, "following": 1}.get(
        by.replace("the ", "").split()[0], 0
    )


def _how(tense: str) -> str:
    return {
        "past": "the last one up to {day}",
        "future": "the next one from {day} on",
    }.get(tense, "the one nearest to {day}")
