"""Telling 3 April from 4 March where a text writes 3/4."""

from __future__ import annotations

import re

from sourcebook.annotate.dates.days import hull
from sourcebook.annotate.dates.numbers import DAY_FIRST, MONTH_FIRST
from sourcebook.annotate.dates.words import Expression
from sourcebook.interval import Interval

_DAY_MONTH = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)?\s[A-Z]")
_MONTH_DAY = re.compile(r"[A-Z][a-z]{2,8}[.]?\s[0-9]{1,2}\b")


def order_of_figures(text: str, expressions: list[Expression]) -> str:
    """Tell in which order the text's dates give day and month, where one of them needs it."""
    if not any(expression.kind == "either" for expression in expressions):
        return ""
    day_first = month_first = 0
    for start, end, kind, values in expressions:
        if kind not in ("fixed", "month-day"):
            continue
        words = text[start:end]
        day_first += DAY_FIRST in values or bool(_DAY_MONTH.search(words))
        month_first += MONTH_FIRST in values or bool(_MONTH_DAY.search(words))
    if day_first == month_first:
        return ""
    return DAY_FIRST if day_first > month_first else MONTH_FIRST


def read_figures(by_day: Interval, by_month: Interval, order: str) -> tuple[Interval, str]:
    """Choose between the two readings of a date, or cover both; say why."""
    if not order:
        first, last = sorted((by_day, by_month))
        return hull(first, last), "day and month may stand in either order"
    return by_day if order == DAY_FIRST else by_month, f"{order}, as in the text's other dates"
