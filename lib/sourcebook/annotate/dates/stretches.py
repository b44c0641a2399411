"""Stretches named by their ends: "from May 2019 to June 2021", "by Friday", "the year to May"."""

from __future__ import annotations

import re

from sourcebook.annotate.dates.days import moved, shift_day
from sourcebook.annotate.dates.words import COUNT, Expression, count_of
from sourcebook.interval import Interval

_JOINED = re.compile(r",? (?P<join>and|to|until|till|through) (?:in |on |the )?$|\s?[-–—]\s?$")
_LEAD = re.compile(r"\b(?P<lead>from|between)(?: the)? $", re.IGNORECASE | re.ASCII)
_BY = re.compile(r"\b(?:by|no later than)(?: the)? $", re.IGNORECASE | re.ASCII)
_ENDED = re.compile(
    rf"\b(?:(?P<count>{COUNT})[ -](?P<unit>month|week)s?|(?P<one>year|quarter|week))"
    r" (?:to|ended|ending|through)(?: the| on| in)? $",
    re.IGNORECASE | re.ASCII,
)
_WEEK_OF = re.compile(r"\bweek (?:of|beginning|starting|commencing)(?: on)? $", re.IGNORECASE)
_MONTHS = {"year": 12, "quarter": 3}
_REACH = 40
"""As far back as the words that open a stretch are looked for."""


def join_ends(text: str, found: list[Expression]) -> list[Expression]:
    """Make one expression of each two that are the ends of a stretch and both give their year.

    Examples
    --------
    >>> from datetime import date
    >>> first, last = (Interval(date(y, 1, 1), date(y, 12, 31)) for y in (2015, 2019))
    >>> ends = [Expression(5, 9, "fixed", (first, "")), Expression(13, 17, "fixed", (last, ""))]
    >>> [str(one.values[0]) for one in join_ends("from 2015 to 2019", ends)]
    ['2015–2019']
    """
    joined: list[Expression] = []
    for last in found:
        whole = _stretch(text, joined[-1], last) if joined else None
        if whole:
            joined[-1] = whole
        else:
            joined.append(last)
    return joined


def _stretch(text: str, first: Expression, last: Expression) -> Expression | None:
    if first.kind != "fixed" or last.kind != "fixed" or last.start - first.end > 15:
        return None
    lead = _LEAD.search(text, max(0, first.start - _REACH), first.start)
    link = _JOINED.match(text[first.end : last.start])
    if not lead or not link or (lead["lead"].lower() == "between") != (link["join"] == "and"):
        return None
    begin, end = first.values[0].earliest, last.values[0].latest
    if end < begin:
        return None
    return Expression(lead.start(), last.end, "fixed", (Interval(begin, end), ""))


def widen(
    text: str, start: int, interval: Interval, published: Interval | None
) -> tuple[int, Interval]:
    """Give the stretch that a date at `start` ends, and where its words begin.

    "By Friday" of a day to come runs from the day of publication; "the three months to June"
    runs from April. Any other date stays as it is.

    Examples
    --------
    >>> from datetime import date
    >>> june = Interval(date(2024, 6, 1), date(2024, 6, 30))
    >>> begin, days = widen("Sales in the three months to June fell.", 29, june, None)
    >>> begin, str(days)
    (13, 'April–June 2024')
    """
    floor = max(0, start - _REACH)
    if published and interval.latest > published.latest and (by := _BY.search(text, floor, start)):
        return by.start(), Interval(min(published.earliest, interval.latest), interval.latest)
    if _WEEK_OF.search(text, floor, start) and interval.earliest == interval.latest:
        return start, Interval(interval.earliest, shift_day(interval.latest, 6))
    period = _ENDED.search(text, floor, start)
    if not period or (interval.latest - interval.earliest).days > 31:
        return start, interval
    count = count_of(period["count"]) if period["count"] else 1
    unit = (period["unit"] or period["one"]).lower()
    last = interval.latest
    if unit == "week":
        begin = shift_day(last, 1 - 7 * count)
    else:
        begin = moved(shift_day(last, 1), -_MONTHS.get(unit, count), "month")
    return period.start(), Interval(min(begin, last), last)
