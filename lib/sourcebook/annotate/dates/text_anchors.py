"""Resolving what is counted from another date of the text: "two days later", "that morning"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sourcebook.annotate.dates.days import hull, moved, shift_day, unit_of
from sourcebook.interval import Interval

REACH = 8
"""How many of the dates before an expression are looked at for one to count from."""

FAR = 1500
"""How many characters back such a date may stand."""

_LONGEST = {"day": 7, "week": 31, "fortnight": 31, "month": 130, "quarter": 100}
_AFTER = {"day": (1, 7), "week": (7, 31), "month": (28, 365)}


class Dated(NamedTuple):
    """A time expression already resolved: where it stands, its days, and whether they are stated.

    `visit` tells that its sentence speaks of a visit or a journey, `chained` that its year is
    stated only by way of another date, from which it is counted.
    """

    start: int
    end: int
    interval: Interval
    stated: bool
    visit: bool
    chained: bool = False


def from_text(
    kind: str, values: tuple[Any, ...], start: int, dated: Sequence[Dated], published: Dated | None
) -> tuple[Interval, str, Dated] | None:
    """Resolve an expression at `start`; say why, and from which date it is counted."""
    if kind == "visit":
        visits = [found for found in dated[-30:] if found.visit and _days(found) <= 14]
        return (visits[-1].interval, "the visit dated there", visits[-1]) if visits else None
    if kind == "then":
        near = _anchors(dated[-1:], 366, start, 400)
        return (near[0].interval, "points back to that date", near[0]) if near else None
    if kind == "passed":
        return _passed(values, _anchors(dated, 1, start), published)
    if kind == "after":
        return _some_time_after(values[0], _anchors(dated, 31, start))
    by, unit = (values[0], values[1]) if kind == "shift" else (values[1], values[0])
    for counted in _anchors(dated, _LONGEST.get(unit, 366), start):
        moved_on = _moved(counted, by, unit, kind)
        # What has happened cannot lie after the day of publication: count from an earlier date.
        ahead = published and by > 1 and counted.interval < published.interval
        if moved_on and not (ahead and published and published.interval < moved_on[0]):
            return moved_on
    if published and (by < 0 or (kind == "same" and len(values) > 2)):
        return _moved(published, by, unit, kind)
    return None


def _passed(
    values: tuple[Any, ...], near: list[Dated], published: Dated | None
) -> tuple[Interval, str, Dated] | None:
    count, unit, tense = values
    counted = near[0] if near and tense == "had" else published
    if not counted:
        return None
    begin = moved(counted.interval.earliest, -count, unit)
    days = Interval(min(begin, counted.interval.latest), counted.interval.latest)
    return days, "the time that had passed up to {day}", counted


def _some_time_after(unit: str, near: list[Dated]) -> tuple[Interval, str, Dated] | None:
    if not near:
        return None
    first, last = _AFTER[unit]
    days = near[0].interval
    found = Interval(shift_day(days.earliest, first), shift_day(days.latest, last))
    return found, "some time after {day}", near[0]


def _moved(counted: Dated, by: int, unit: str, kind: str) -> tuple[Interval, str, Dated] | None:
    days = counted.interval
    note = "counted from {day}"
    if unit == "weekend":
        whole = unit_of(days.latest, unit, by)
    elif unit == "day":
        whole = Interval(shift_day(days.earliest, by), shift_day(days.latest, by))
    elif kind == "shift" and unit == "year" and 27 < _days(counted) < 100:
        # A month or a quarter a year earlier is the same month or quarter of that year.
        first = unit_of(moved(days.earliest, by, unit), "month")
        last = unit_of(moved(days.latest, by, unit), "month")
        whole = hull(first, last) if first and last else None
    else:
        scale = {"decade": 10, "century": 100}.get(unit, 1) if by else 1
        size = "year" if scale > 1 else unit
        first = unit_of(days.earliest, size, by * scale)
        last = unit_of(days.latest, size, by * scale)
        whole = hull(first, last) if first and last else None
    return (whole, note, counted) if whole else None


def _anchors(dated: Sequence[Dated], longest: int, start: int, far: int = FAR) -> list[Dated]:
    """List the dates an expression may be counted from, the nearest first."""
    near = (found for found in reversed(dated[-REACH:]) if start - found.start <= far)
    return [found for found in near if _days(found) <= longest]


def _days(found: Dated) -> int:
    return (found.interval.latest - found.interval.earliest).days + 1
