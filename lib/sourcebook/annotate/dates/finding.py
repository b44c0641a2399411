"""Finding every time expression that points to the calendar, and the days it stands for."""

from __future__ import annotations

import re
from typing import NamedTuple

from sourcebook.annotate.dates.expressions import find_expressions
from sourcebook.annotate.dates.order import order_of_figures, read_figures
from sourcebook.annotate.dates.published import published_among
from sourcebook.annotate.dates.resolution import RESOLVERS, TENSED, resolve
from sourcebook.annotate.dates.stretches import widen
from sourcebook.annotate.dates.surroundings import (
    came_before,
    in_quotation,
    no_earlier,
    tense_at,
)
from sourcebook.annotate.dates.text_anchors import REACH, Dated, from_text
from sourcebook.annotate.dates.words import Expression
from sourcebook.annotate.page import Page
from sourcebook.annotation import Annotation
from sourcebook.interval import Interval

MAKER = "rule:dates"

_VISIT = re.compile(r"\b(?:visit|trip|travel|arriv|tour)")
NARRATIVE = 300
"""Days before publication from which on a dated event starts a story of its own: a month named
after it is then the next one after the event, not the last one before publication."""

WEEKS_ON = 45
"""Days after such an event in which a day without a year is one of the same story."""

WIDENED = frozenset({"fixed", "month", "month-day", "weekday", "season", "edge", "days"})
"""Kinds that may end a stretch: "by Friday", "the three months to June"."""

_POINTS_BACK = frozenset({"previous", "preceding", "that year", "the same year"}) | frozenset(
    {"the following year", "the previous year"}
)
"""What counts a month, a day or a season from another date of the text."""

UNDATED = frozenset({"back", "ahead", "visit", "passed", "then", "war"})
"""Kinds that nothing later in the text is counted from: they name no event's own day."""


class _Read(NamedTuple):
    interval: Interval
    basis: str
    anchor: str
    note: str
    year_told: bool = False


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
        interval, basis, anchor, note, year_told = read
        stated, days = basis == "stated" or _tells_year(expression), interval
        if expression.kind in WIDENED:
            begin, days = widen(page.text, start, interval, published and published.interval)
            start = max(begin, found[-1].end if found else 0)
        if published and days != interval and days.earliest == published.interval.earliest:
            basis, anchor, note = "inferred", reading.published_anchor, "from publication on"
        attributes = {
            "earliest": days.earliest.isoformat(),
            "latest": days.latest.isoformat(),
            "basis": basis,
            "anchor": anchor,
            "event": "",
        }
        found.append(page.mark("dates", start, end, attributes, MAKER, note))
        if expression.kind not in UNDATED and expression.values[:2] != (-1, 0):
            around = page.text[max(0, start - 60) : end + 20]
            since = page.text[start : start + 5].lower() == "since"
            told, visit = (stated or year_told) and not since, bool(_VISIT.search(around))
            reading.dated.append(Dated(start, end, interval, told, visit, not stated))
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
    if published and ahead and tense_at(reading.page, expression) == "past":
        # "That evening" of a past sentence is not that of a day still to come.
        told = [day for day in told[-REACH:] if not published.interval < day.interval]
    linked = from_text(expression.kind, expression.values, expression.start, told, published)
    if not linked:
        return None
    interval, note, counted = linked
    note = note.replace("{day}", reading.name_of(counted))
    anchor = reading.anchor_of(counted)
    return _Read(interval, "inferred", anchor, note, counted.stated and counted is not published)


def _counted_from_day(reading: _Reading, expression: Expression) -> _Read | None:
    page, (start, _, kind, values) = reading.page, expression
    tense = tense_at(page, expression) if kind in TENSED else ""
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
    if kind == "weekday" and tense == "future" and "until" in page.text[max(0, start - 6) : start]:
        interval = no_earlier(page, start, interval, reading.dated)
    note = note.replace("{day}", reading.name_of(base))
    if kind == "season" and str(values[1]).isdigit():
        return _Read(interval, "stated", "", note)
    if kind == "unit" and values[1] == -1:
        interval = came_before(page, start, interval, reading.dated)
    if base is reading.published and kind in ("days", "unit") and in_quotation(page.text, start):
        note += "; in a quotation: the day of speaking is taken to be that of publication"
    header = kind == "month-day" and page.zone_at(start) in ("dateline", "timestamp")
    basis = "stated" if header else "inferred"
    told = base.stated and base is not reading.published
    return _Read(interval, basis, reading.anchor_of(base), note, told)


def _same_story(reading: _Reading, expression: Expression, tense: str) -> Dated | None:
    """Find an old date of the text that a day without a year follows within weeks."""
    published = reading.published
    if tense == "future" or not published or expression.values[4]:
        return None
    for told in reversed(reading.dated[-4:]):
        days = told.interval
        old = (published.interval.earliest - days.latest).days > NARRATIVE
        if not told.stated or not old or days.precision not in ("day", "month"):
            continue
        resolved = resolve(expression.kind, expression.values, "future", days)
        if resolved and (resolved[0].earliest - days.latest).days < WEEKS_ON:
            return told
    return None


def _tells_year(expression: Expression) -> bool:
    """Whether an expression names its year by the day of publication: "in May last year"."""
    return expression.kind in ("month", "month-day") and any(
        isinstance(value, str) and value.endswith("year") for value in expression.values
    )


def _base(reading: _Reading, expression: Expression, tense: str) -> tuple[Dated | None, bool]:
    """Tell what an expression is counted from, and whether it is the next such day after it."""
    start, _, kind, values = expression
    page, published, dated = reading.page, reading.published, reading.dated
    if kind not in ("month", "month-day", "weekday", "season") or not dated:
        return published, False
    last = dated[-1]
    if "following" in values:
        return last, True
    if not _POINTS_BACK.isdisjoint(values):
        return last, False
    if kind == "season":
        return published, False
    if kind == "month-day" and published and (begun := _same_story(reading, expression, tense)):
        return begun, True
    if not last.stated:
        return published, False
    if "that" in values:
        return (last, True) if start - last.start < 300 else (published, False)
    precise = (last.interval.latest - last.interval.earliest).days < 45
    near = start - last.start < 300 and "\n" not in page.text[last.end : start]
    if not published:
        return (last, True) if near and precise else (None, False)
    several = kind == "month" and values[0] != values[1]  # a quarter is that of the news
    if not near or kind == "weekday" or several or (kind == "month" and values[2]):
        return published, False
    same_sentence = last.end > page.sentence_at(start)[0]
    if last.chained and not same_sentence:
        return published, False
    ahead = last.interval.earliest > published.interval.latest
    old = (published.interval.earliest - last.interval.latest).days > NARRATIVE
    story = ahead and not precise and same_sentence if tense == "future" else old and precise
    return (last, True) if story else (published, False)
