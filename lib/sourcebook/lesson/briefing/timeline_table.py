"""What happened when, as precisely as the articles tell, and who reports it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from markupsafe import Markup

from sourcebook.annotation import Annotation
from sourcebook.evidence import dated
from sourcebook.interval import Interval
from sourcebook.layers import OUTLOOKS
from sourcebook.lesson.briefing.part import (
    chosen,
    joined,
    machine_note,
    part,
    reported,
    rows_below,
    spelt,
    word,
)
from sourcebook.lesson.lesson import Lesson
from sourcebook.reading import Shown


def timeline(
    lesson: Lesson,
    since: date | None = None,
    topics: Iterable[str] = (),
    events: Iterable[str] = (),
    *,
    heading: bool = True,
) -> Shown | None:
    """Show the events that the edition reports, in order, one row each.

    Parameters
    ----------
    lesson
        The edition.
    since
        Leave out events that ended before this day, and those that no article dates.
    topics
        Keep events on at least one of these topics; none given keeps all.
    events
        Keep these events, by key; none given keeps all.
    heading
        Whether a heading in the page's language stands above.

    Returns
    -------
    Shown or None
        A row is an event: when it was, as closely as this edition dates it; whether the articles
        tell it as past, planned, expected or conditional; how many of them report it. None if no
        event is left.

    Raises
    ------
    UnknownName
        If there is no such topic or event.

    Examples
    --------
    >>> from sourcebook.lesson import briefing, open_lesson
    >>> lesson = open_lesson(as_of="2020-12-31")
    >>> print(briefing.timeline(lesson, events=["treaty-1965"], heading=False))
    Events that the articles report, one a row, the earliest first
    Event | When | Told as | Reported by
    Treaty normalises relations | 1965 | past | 1 article, 1 origin[1]
    """
    wanted, only = set(chosen(lesson, "topics", topics)), set(chosen(lesson, "events", events))
    rows = []
    rest_on = list[Annotation]()
    for event in lesson.corpus.vocabulary.registries["events"].values():
        told = lesson.corpus.layer("events", event=event.key)
        when = dated(lesson.corpus, event)
        if not told or (only and event.key not in only):
            continue
        if (wanted and not wanted & set(event.topics)) or _over(when, since):
            continue
        rest_on += told
        order = (when is None, when or Interval(date.max, date.max))
        shown = spelt(lesson, when) if when else word(lesson, "date-not-told")
        spans = [one.span for one in told]
        # Told in several ways, each way is cited by itself.
        cite = len({one["outlook"] for one in told}) == 1
        rows.append(
            (
                order,
                (event.label, shown, _outlooks(lesson, told), reported(lesson, spans, cite=cite)),
            )
        )
    rows.sort(key=lambda row: row[0])
    shown_rows = [row for _, row in rows]
    heads = ("head-event", "head-when", "head-outlook", "head-reported-by")
    notes = machine_note(lesson, rest_on)
    held = rows_below(lesson, shown_rows, "timeline-caption", *heads, notes=notes)
    return part(lesson, "timeline", held, heading=heading)


def _over(when: Interval | None, since: date | None) -> bool:
    return since is not None and (when is None or when.latest < since)


def _outlooks(lesson: Lesson, told: Sequence[Annotation]) -> Shown:
    """Say how the articles tell an event; where they tell it in several ways, cite each way."""
    held = [outlook for outlook in OUTLOOKS if any(one["outlook"] == outlook for one in told)]
    if len(held) == 1:
        return word(lesson, f"told-{held[0]}")
    ways = []
    for outlook in held:
        first = {one.article: one.span for one in reversed(told) if one["outlook"] == outlook}
        cited = lesson.at(*first.values())
        way = word(lesson, f"told-{outlook}")
        ways.append(Shown(Markup("{}{:cite}").format(way, cited), f"{way}{cited:cite}"))
    return joined(word(lesson, "between-names"), ways)
