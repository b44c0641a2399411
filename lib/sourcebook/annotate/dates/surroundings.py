"""What the page around a time expression says of it: tense, quotation, what came after it."""

from __future__ import annotations

import re

from sourcebook.annotate.dates.days import shift_day
from sourcebook.annotate.dates.tense import tense_of
from sourcebook.annotate.dates.text_anchors import Dated
from sourcebook.annotate.dates.words import Expression
from sourcebook.annotate.page import Page
from sourcebook.interval import Interval

_PLANNED = re.compile(r"\b(?:will|due|scheduled|ahead of|upcoming|expected)\b")
_CAME_AFTER = re.compile(r"\b[Cc](?:ame|omes) after\b")


def came_before(page: Page, start: int, interval: Interval, dated: list[Dated]) -> Interval:
    """Cut short what an event of last week "came after": it is no later than the event."""
    floor = max(page.sentence_at(start)[0], start - 250)
    told = _CAME_AFTER.search(page.text, floor, start)
    if not told:
        return interval
    for event in reversed(dated[-4:]):
        day = event.interval.earliest
        if event.interval.precision == "day" and interval.earliest < day < interval.latest:
            return Interval(interval.earliest, day)
    return interval


def no_earlier(page: Page, start: int, end: Interval, dated: list[Dated]) -> Interval:
    """Move the weekday "until" which something lasts past the day to come on which it begins."""
    if not dated or dated[-1].end <= page.sentence_at(start)[0]:
        return end
    begin = dated[-1].interval.earliest
    later = end.earliest < begin and (begin - end.earliest).days < 7
    return Interval(shift_day(end.earliest, 7), shift_day(end.latest, 7)) if later else end


def tense_at(page: Page, expression: Expression) -> str:
    """``past``, ``future`` or an empty string, for an expression where it stands on the page."""
    zone = page.zone_at(expression.start)
    if zone in ("dateline", "timestamp"):
        return "past"
    floor, ceiling = page.sentence_at(expression.start)
    if zone == "caption":
        # A caption tells in the present tense what has happened: "speaks on Nov. 14".
        floor = max(floor, expression.start - 150)
        return "future" if _PLANNED.search(page.text, floor, expression.start) else "past"
    start, end, kind, _ = expression
    if page.text[start : start + 5].lower() == "since" or page.text.endswith("since ", 0, start):
        return "past"
    if kind == "season" and page.text.endswith("for the ", 0, start):
        return "future"
    if kind in ("weekday", "month-day") and page.text.endswith(
        ("for ", "into ", "through "), 0, start
    ):
        return "future"
    if kind == "weekday" and page.text[end - 1] == "s" and page.text.endswith("before ", 0, start):
        return "future"  # "before Friday's vote"
    if kind == "weekday" and page.text.endswith("from ", 0, start) and page.text[end - 1] == "y":
        first, last = expression.values[:2]
        return "future" if first == last else tense_of(page.text, start, end, floor, ceiling)
    return tense_of(page.text, start, end, floor, ceiling)


def in_quotation(text: str, start: int) -> bool:
    """Whether an offset stands between quotation marks."""
    floor = max(0, start - 400)
    return text.rfind("“", floor, start) > text.rfind("”", floor, start)
