"""The events that a corpus reports, in order, each drawn as precisely as it is dated."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import date
from typing import Any, cast

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes

from sourcebook import tables
from sourcebook.charts.drawing import FIRST, INK, RULE, SOFT, Chart, canvas, finish
from sourcebook.corpus import Corpus
from sourcebook.interval import Interval

_ROW = 30
_AXIS = 40
_UNIT = (
    "Dot: a day. Bar: as precise as the articles are. Hollow: not told as past, but planned, "
    "expected or conditional."
)
_LABEL = 43  # characters that fit beside the axis
_LEAST = 0.025  # share of the axis that a bar takes at least, or hollow ones would look filled


def timeline(
    corpus: Corpus, since: date, topics: Sequence[str] = (), events: Sequence[str] = ()
) -> Chart | None:
    """Draw the reported events that end on or after `since`, earliest on top.

    A filled mark is an event told as past, a hollow one planned or expected. A dot is a day, a
    bar the interval that the articles leave open.

    Parameters
    ----------
    corpus
        The corpus or a selection; its as-of date is drawn as a dotted line.
    since
        First day of the axis, inclusive.
    topics
        Keep events on at least one of these topics; none given keeps all.
    events
        Keep these events, by key; none given keeps all.

    Returns
    -------
    Chart or None
        None when no event is left to draw.

    Raises
    ------
    UnknownName
        If there is no such topic or event.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> timeline(load_corpus(), date(2023, 1, 1), ("opinion",)).title
    'What the articles report, 2023'
    """
    for registry, keys in (("topics", topics), ("events", events)):
        for key in keys:
            corpus.vocabulary.entry(registry, key)
    frame = tables.timeline(corpus)
    frame = frame[frame["latest"] >= pd.Timestamp(since)]
    rows = [
        row
        for row in cast(list[dict[str, Any]], frame.to_dict("records"))
        if (not topics or set(topics) & set(row["topics"].split()))
        and (not events or row["event"] in events)
    ]
    if not rows:
        return None
    # One passage for each event; the rest of the lesson cites the others where it needs them.
    spans = tuple(corpus.layer("events", event=row["event"])[0].span for row in rows)
    last = max(row["latest"].date() for row in rows)
    with canvas(_AXIS + _ROW * len(rows), right=0.37) as axes:
        _set_axes(axes, since, last, len(rows))
        for place, row in enumerate(rows):
            _draw(axes, place, row, since)
        drawn = corpus.as_of is not None and since <= corpus.as_of <= date(last.year, 12, 31)
        if corpus.as_of is not None and drawn:
            axes.axvline(_number(corpus.as_of), color=SOFT, lw=1.2, ls=(0, (2, 2)))
        first = max(since, min(row["earliest"].date() for row in rows)).year
        years = str(first) if first == last.year else f"{first} to {last.year}"
        return finish(
            axes,
            title=f"What the articles report, {years}",
            unit=_UNIT + (" Dotted line: the as-of date." if drawn else ""),
            source="the first report of each event; some dates rest on other passages",
            alt="Timeline, the earliest event first. "
            + " ".join(f"{_label(row)}." for row in rows),
            columns=("Event", "When", "Told as"),
            rows=[(row["label"], str(_when(row)), row["outlook"]) for row in rows],
            spans=spans,
            drawn=[a for row in rows for a in corpus.layer("events", event=row["event"])],
        )


def _number(day: date) -> float:
    return float(mdates.date2num(day))  # type: ignore[no-untyped-call]


def _set_axes(axes: Axes, since: date, last: date, rows: int) -> None:
    axes.set_ylim(rows - 0.3, -0.7)
    axes.set_xlim(_number(since), _number(date(last.year, 12, 31)) + 1)
    # Beside the labels there is room for five years or so.
    every = 1 + (last.year - since.year) // 5
    axes.xaxis.set_major_locator(mdates.YearLocator(every))  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_formatter(mdates.DateFormatter("%Y"))  # type: ignore[no-untyped-call]
    axes.tick_params(axis="x", labelsize=8)
    axes.yaxis.set_visible(False)
    axes.spines["left"].set_visible(False)
    axes.grid(axis="x", color=RULE, lw=0.6)
    axes.set_axisbelow(True)


def _when(event: dict[str, Any]) -> Interval:
    return Interval(event["earliest"].date(), event["latest"].date())


def _label(event: dict[str, Any]) -> str:
    outlook = "" if event["outlook"] == "happened" else f" ({event['outlook']})"
    return f"{_when(event)}: {event['label']}{outlook}"


def _draw(axes: Axes, place: int, event: dict[str, Any], since: date) -> None:
    start = _number(max(event["earliest"].date(), since))
    end = _number(event["latest"].date()) + 1
    fill = FIRST if event["outlook"] == "happened" else "none"
    axes.text(
        1.04,
        place,
        textwrap.fill(_label(event), _LABEL),
        transform=axes.get_yaxis_transform(),
        va="center",
        size=10,
        color=INK,
        in_layout=False,
    )
    if event["precision"] == "day":
        axes.plot([start + 0.5], [place], "o", ms=6.5, mfc=fill, mec=FIRST, mew=1.5)
    else:
        first, last = axes.get_xlim()
        width = max(end - start, _LEAST * (last - first))
        axes.barh([place], [width], 0.4, [(start + end - width) / 2], color=fill, ec=FIRST, lw=1.5)
