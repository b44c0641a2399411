"""Finding a part of a month that is counted in it: "the first week of June"."""

from __future__ import annotations

import re

from sourcebook.annotate.dates.days import months_of, part_in
from sourcebook.annotate.dates.words import (
    BY_YEAR,
    COUNT,
    MONTH,
    ORDINALS,
    Expression,
    count_of,
    month_number,
)

_PART = re.compile(
    rf"(?P<place>first|second|third|fourth|final|last)[ -](?:(?P<count>{COUNT})\s)?"
    rf"(?P<unit>day|week|fortnight|half)s?\s(?:of|in)\s(?P<month>{MONTH})"
    rf"(?:,?\s(?:(?P<year>[12][0-9]{{3}})(?![0-9])|(?P<by>{BY_YEAR})))?",
    re.IGNORECASE | re.ASCII,
)
_LENGTHS = {"day": 1, "week": 7, "fortnight": 14, "half": 15}


def find_month_part(text: str, start: int) -> Expression | None:
    """Read "the first week of June", "the second half of May 2020", "the last ten days of July"."""
    found = _PART.match(text, start)
    if not found or not found["month"][0].isupper():
        return None
    place, unit = found["place"].lower(), found["unit"].lower()
    days = _LENGTHS[unit] * (count_of(found["count"]) if found["count"] else 1)
    from_end = place in ("final", "last") or (unit == "half" and place == "second")
    nth = 1 if from_end else ORDINALS[place]
    if days * nth > 31:
        return None
    part = f"last {days}" if from_end else f"days {days * (nth - 1) + 1}-{days * nth}"
    if unit == "half" and from_end:
        part = "days 16-31"
    month, end = month_number(found["month"]), found.end()
    if not found["year"]:
        by = (found["by"] or "").lower()
        return Expression(start, end, "month", (month, month, by, part))
    whole = months_of(int(found["year"]), month, month)
    return (
        Expression(start, end, "fixed", (part_in(whole, part, whole.latest), "")) if whole else None
    )
