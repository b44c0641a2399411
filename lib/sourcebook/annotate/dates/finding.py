"""Finding every time expression that points to the calendar, and the days it stands for."""

from __future__ import annotations

import re
from typing import NamedTuple

from sourcebook.annotate.dates.expressions import find_expressions
from sourcebook.annotate.dates.order import order_of_figures, read_figures
from sourcebook.annotate.dates.published import published_among
from sourcebook.annotate.dates.resolution import RESOLVERS, TENSED, resolve
from sourcebook.annotate.dates.tense import tense_of
from sourcebook.annotate.dates.text_anchors import REACH, Dated, from_text
from sourcebook.annotate.dates.words import Expression
from sourcebook.annotate.page import Page
from sourcebook.annotation import Annotation
from sourcebook.interval import Interval

MAKER = "rule:dates"

_VISIT = re.compile(r"\b(?:visit|trip|travel|arriv|tour)")
_PLANNED = re.compile(r"\b(?:will|due|scheduled|ahead of|upcoming|expected)\b")
_CAME_AFTER = re.compile(r"\b[Cc](?:ame|omes) after\b")
NARRATIVE = 300
"""Days before publication from which on a dated event starts a story of its own: a month named
after it is then the next one after the event, not the last one before publication."""

UNDATED = frozenset({"back", "ahead", "visit", "passed", "then", "war"})
"""Kinds that nothing later in the text is counted from: they name no event's own day."""


class _Read(NamedTuple):
    interval: Interval
    basis: str
    anchor: str
    note: str


class _Reading(NamedTuple):
    """What a page's expressions are read with; `dated` grows as they are read in order."""

    page: Page
    order: str
    published: Dated | None
    published_anchor: str
    dated: list[Dated]

    def anchor_of(self, counted: Dated) -> str:
        if counted is self.published:
            return self.published_anchor
        return f"{self.page.article}:{counted.start}-{counted.end}"

    def name_of(self, counted: Dated) -> str:
        return "the day of publication" if counted is self.published else "an earlier date"


def find_dates(page: Page) -> list[Annotation]:
    """Find what points to days of the calendar, and resolve it to the days it can mean.

    Each annotation has `earliest` and `latest` (ISO days, both included), `basis` (``stated`` if
    the words give the year themselves, else ``inferred``), `anchor` (what it is counted from:
    ``published`` for the page's own day of publication, else the span of the words that give that
    day or of another date of the text, as ``article:start-end``; empty if it needs none) and an
    empty `event`; its note says how it was read. Where the day of publication is known only
    to several days, every reading is covered. What nothing anchors is left out, and so is what
    stands in the site's own furniture. They come in order and never overlap.

    Examples
    --------
    >>> from datetime import date
    >>> friday = Interval(date(2024, 5, 17), date(2024, 5, 17))
    >>> text = "He left on Monday and will be back next week, as in 2019."
    >>> for found in find_dates(Page(text, published=friday)):
    ...     print(found.quote, found["earliest"], found["latest"], found["anchor"])
    on Monday 2024-05-13 2024-05-13 published
    next week 2024-05-19 2024-05-26 published
    in 2019 2019-01-01 2019-12-31
    """
    expressions = find_expressions(page.text)
    known = published_among(page, expressions)
    published = Dated(-1, -1, known[0], True, False) if known else None
    order = order_of_figures(page.text, expressions)
    reading = _Reading(page, order, published, known[1] if known else "", [])
    found: list[Annotation] = []
    for expression in expressions:
        if page.in_furniture(expression.start):
            continue
        read = _read(reading, expression)
        if read is None:
            continue
        start, end = expression.start, expression.end
        interval, basis, anchor, note = read
        attributes = {
            "earliest": interval.earliest.isoformat(),
            "latest": interval.latest.isoformat(),
            "basis": basis,
            "anchor": anchor,
            "event": "",
        }
        found.append(page.mark("dates", start, end, attributes, MAKER, note))
        if expression.kind not in UNDATED and expression.values[:2] != (-1, 0):
            around = page.text[max(0, start - 60) : end + 20]
            since = page.text[start : start + 5].lower() == "since"
            year_told = not since and (basis == "stated" or _tells_year(expression))
            reading.dated.append(
                Dated(start, end, interval, year_told, bool(_VISIT.search(around)))
            )
    return found


def _read(reading: _Reading, expression: Expression) -> _Read | None:
    start, end, kind, values = expression
    if kind == "either":
        by_day, by_month = values
        interval, note = read_figures(by_day, by_month, reading.order)
        return _Read(interval, "stated", "", note)
    if kind in ("fixed", "war"):
        interval, note = values
        basis = "background" if kind == "war" else "stated"
        return _Read(interval, basis, "", note)
    if reading.published and f"{reading.page.article}:{start}-{end}" == reading.published_anchor:
        note = "the year is the one that other dates allow"
        return _Read(reading.published.interval, "inferred", "", note)
    if kind in RESOLVERS:
        return _counted_from_day(reading, expression)
    return _counted_from_text(reading, expression)


def _counted_from_text(reading: _Reading, expression: Expression) -> _Read | None:
    published, told = reading.published, reading.dated
    ahead = published and told and published.interval < told[-1].interval
    if published and ahead and _tense(reading.page, expression) == "past":
        # "That evening" of a past sentence is not that of a day still to come.
        told = [day for day in told[-REACH:] if not published.interval < day.interval]
    linked = from_text(expression.kind, expression.values, expression.start, told, published)
    if not linked:
        return None
    interval, note, counted = linked
    note = note.replace("{day}", reading.name_of(counted))
    return _Read(interval, "inferred", reading.anchor_of(counted), note)


def _counted_from_day(reading: _Reading, expression: Expression) -> _Read | None:
    page, (start, _, kind, values) = reading.page, expression
    tense = _tense(page, expression) if kind in TENSED else ""
    base, forward = _base(reading, expression, tense)
    if base is None:
        return None
    since = base.interval
    if forward:
        since, tense = Interval(since.earliest, since.earliest), "future"
    resolved = resolve(kind, values, tense, since)
    if not resolved:
        return None
    interval, note = resolved
    note = note.replace("{day}", reading.name_of(base))
    if kind == "season" and str(values[1]).isdigit():
        return _Read(interval, "stated", "", note)
    if kind == "unit" and values[1] == -1:
        interval = _came_before(page, start, interval, reading.dated)
    if base is reading.published and kind in ("days", "unit") and _quoted(page.text, start):
        note += "; in a quotation: the day of speaking is taken to be that of publication"
    header = kind == "month-day" and page.zone_at(start) in ("dateline", "timestamp")
    return _Read(interval, "stated" if header else "inferred", reading.anchor_of(base), note)


def _tells_year(expression: Expression) -> bool:
    """Whether an expression names its year by the day of publication: "in May last year"."""
    return expression.kind in ("month", "month-day") and any(
        isinstance(value, str) and value.endswith("year") for value in expression.values
    )


def _base(reading: _Reading, expression: Expression, tense: str) -> tuple[Dated | None, bool]:
    """Tell what an expression is counted from, and whether it is the next such day after it."""
    start, _, kind, values = expression
    page, published, dated = reading.page, reading.published, reading.dated
    if kind not in ("month", "month-day", "weekday") or not dated:
        return published, False
    last = dated[-1]
    if "following" in values:
        return last, True
    if not last.stated:
        return published, False
    precise = last.interval.precision in ("day", "month")
    near = start - last.start < 300 and "\n" not in page.text[last.end : start]
    if not published:
        return (last, True) if near and precise else (None, False)
    if not near or kind == "weekday" or (kind == "month" and values[2]):
        return published, False
    ahead = last.interval.earliest > published.interval.latest
    old = (published.interval.earliest - last.interval.latest).days > NARRATIVE
    same_sentence = last.end > page.sentence_at(start)[0]
    story = ahead and not precise and same_sentence if tense == "future" else old and precise
    return (last, True) if story else (published, False)


def _came_before(page: Page, start: int, interval: Interval, dated: list[Dated]) -> Interval:
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


def _tense(page: Page, expression: Expression) -> str:
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
    if kind in ("weekday", "month-day") and page.text.endswith(
        ("for ", "into ", "through "), 0, start
    ):
        return "future"
    if kind == "weekday" and page.text[end - 1] == "s" and page.text.endswith("before ", 0, start):
        return "future"  # "before Friday's vote"
    return tense_of(page.text, start, end, floor, ceiling)


def _quoted(text: str, start: int) -> bool:
    floor = max(0, start - 400)
    return text.rfind("“", floor, start) > text.rfind("”", floor, start)
