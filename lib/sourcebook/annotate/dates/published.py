"""The day on which a text says it was published."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.annotate.dates.days import day_of
from sourcebook.annotate.dates.expressions import find_expressions
from sourcebook.annotate.dates.words import Expression
from sourcebook.annotate.page import Page
from sourcebook.interval import Interval

HEADER = 1500
"""Characters from the start in which a date on a line of its own is taken for the article's."""

_PUBLISHED = re.compile(
    r"(?:^|[|·•-])\W{0,5}(?:first |originally )?(?:published|posted|issued|filed|date)\b"
    r"[^\n]{0,30}$",
    re.IGNORECASE | re.ASCII,
)
_UPDATED = re.compile(
    r"(?:^|[|·•-])\W{0,5}(?:last )?(?:updated|modified|revised)\b[^\n]{0,30}$",
    re.IGNORECASE | re.ASCII,
)
_RUNNING = re.compile(r"(?<![A-Za-z])[a-z]{3,}")
"""Words in small letters: a sentence that mentions a date, not a line that gives one."""

_TIME = re.compile(
    r"[\s,|·•@T–—-]{0,4}(?:at )?[0-9:.Z+]{0,12}\s?(?:[ap][.]?m[.]?|AM|PM)?\s?(?:[A-Z]{2,5})?"
    r"\W{0,3}(?:[|·•].*)?$"
)
_CITY = re.compile(
    r"^\W{0,3}[A-Z][A-Z .’'()/-]{1,40}(?:, [A-Za-z. ]{2,25}){0,3},?\s?(?:on )?(?:--|[-–—])?\s?\(?$"
)
_AFTER_CITY = re.compile(r"^\)?,?\s?(?:\([^)\n]{1,40}\)|/[^/\n]{1,40}/)?\s?(?:--|[-–—:])")


def find_published(page: Page) -> tuple[Interval, str] | None:
    r"""Give the day a page was published and where that stands; None where nothing says.

    The anchor is ``published`` where whoever made the page gave the day, else the span of the
    words it was read from, as ``article:start-end``. A dateline without a year takes it from a
    full date of the header, or from a weekday the text pairs with a day of the month.

    Examples
    --------
    >>> text = "Bridge closed\n\nPublished 3 May 2024, 09:10\n\nThe bridge closed on Friday."
    >>> day, anchor = find_published(Page(text))
    >>> str(day), anchor
    ('3 May 2024', 'text:25-35')
    """
    return published_among(page, find_expressions(page.text))


def published_among(page: Page, expressions: Sequence[Expression]) -> tuple[Interval, str] | None:
    """As `find_published`, for a page whose time expressions are already found."""
    if page.published is not None:
        return page.published, "published"
    best: tuple[int, Interval, Expression] | None = None
    dateline: Expression | None = None
    for found in expressions:
        rank, open_year = _rank(page, found)
        if open_year and dateline is None:
            dateline = found
        if rank and isinstance(found.values[0], Interval) and (best is None or rank > best[0]):
            best = rank, found.values[0], found
    if best:
        return best[1], f"{page.article}:{best[2].start}-{best[2].end}"
    if dateline is not None:
        day = _year_of(page, dateline, expressions)
        return (day, f"{page.article}:{dateline.start}-{dateline.end}") if day else None
    return None


def _rank(page: Page, found: Expression) -> tuple[int, bool]:
    """How well an expression serves as the day of publication, and whether its year is open."""
    if found.kind not in ("fixed", "month-day"):
        return 0, False
    full = found.kind == "fixed" and isinstance(found.values[0], Interval)
    if full:
        day = found.values[0]
        if not isinstance(day, Interval) or day.precision != "day" or day.earliest.year < 1600:
            return 0, False
    zone = page.zone_at(found.start)
    text = page.text
    line_start = max(
        text.rfind("\n", max(0, found.start - 200), found.start) + 1, found.start - 200, 0
    )
    before = text[line_start : found.start]
    if zone == "dateline" or (
        found.start < HEADER
        and _CITY.match(before)
        and _AFTER_CITY.match(text[found.end : found.end + 50])
    ):
        return (3 if full else 0), not full
    if not full:
        return 0, False
    if _PUBLISHED.search(before):
        return (5, False) if len(before) < 60 else (0, False)
    if _UPDATED.search(before):
        return (2, False) if len(before) < 60 else (0, False)
    if zone in ("timestamp", "byline"):
        return 4, False
    after = text[found.end : found.end + 60].partition("\n")[0]
    alone = found.start < HEADER and len(before) < 60 and zone in ("", "headline")
    return int(alone and not _RUNNING.search(before) and bool(_TIME.match(after))), False


def _year_of(
    page: Page, dateline: Expression, expressions: Sequence[Expression]
) -> Interval | None:
    """Give a dateline's day in the first year that fits a weekday beside a day of the month."""
    month, day = dateline.values[:2]
    named = {
        value.latest.year
        for found in expressions
        if found.kind == "fixed"
        and isinstance(value := found.values[0], Interval)
        and value.latest.year < 2100
    }
    if not named or not isinstance(month, int) or not isinstance(day, int):
        return None
    for year in range(max(named), max(named) + 5):
        for found in expressions:
            if found.kind == "month-day" and len(found.values) > 5:
                paired = day_of(year, int(str(found.values[0])), int(str(found.values[1])))
                if paired and paired.earliest.isoweekday() == found.values[5]:
                    return day_of(year, month, day)
    return None
