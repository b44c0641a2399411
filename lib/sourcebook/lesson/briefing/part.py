"""A part of a briefing: a heading in the page's language, and cells that its tables share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd
from markupsafe import Markup, escape

from sourcebook.annotation import Annotation
from sourcebook.interval import Interval
from sourcebook.lesson.lesson import Lesson
from sourcebook.reading import Shown, stack, table
from sourcebook.span import Span


def word(lesson: Lesson, key: str, /, **values: object) -> Shown:
    """Return the page's own words as something to show."""
    return Shown(lesson.apparatus.word(key, **values), lesson.words(key, **values))


def part(lesson: Lesson, key: str, *content: Shown | None, heading: bool = True) -> Shown | None:
    """Put content below its heading; None if there is no content."""
    kept = stack(one for one in content if one)
    if not kept or not heading:
        return kept or None
    title = word(lesson, key)
    return stack([Shown(Markup("<h2>{}</h2>").format(title), f"## {title}"), kept])


def rows_below(
    lesson: Lesson,
    rows: Iterable[Sequence[object]],
    caption: str,
    *columns: str,
    notes: Iterable[Shown] = (),
    counted: object = "",
) -> Shown | None:
    """Return a table whose caption and headings are keys of the page's own words."""
    frame = pd.DataFrame(list(rows))
    if frame.empty:
        return None
    note = joined(" ", notes)
    heads = [word(lesson, column) for column in columns]
    return table(frame, word(lesson, caption), note, heads, counted)


def joined(between: object, shown: Iterable[object]) -> Shown:
    """Put things on one line."""
    kept = [one for one in shown if one]
    html = escape(between).join(escape(one) for one in kept)
    return Shown(html, str(between).join(map(str, kept)))


def reported(lesson: Lesson, spans: Sequence[Span], *, cite: bool = True) -> Shown:
    """Say how many articles and origins report something, and cite a passage of each article."""
    held = lesson.at(*spans)
    counted = Shown(Markup("{:support}").format(held), f"{held:support}")
    if not cite:
        return counted
    first = lesson.at(*{span.article: span for span in reversed(held.spans)}.values())
    return Shown(Markup("{}{:cite}").format(counted, first), f"{counted}{first:cite}")


def machine_note(lesson: Lesson, rest_on: Iterable[Annotation]) -> list[Shown]:
    """Say how many of the annotations that a table rests on nobody has reviewed."""
    statuses = [one.status for one in rest_on]
    count = statuses.count("machine")
    told = word(lesson, "status-machine", n=count, total=len(statuses))
    html = Markup('<span class="structural">{}.</span>').format(told)
    return [Shown(html, f"{told}.")] if count else []


def spelt(lesson: Lesson, interval: Interval) -> Shown:
    """Return an interval as the page's language spells it."""
    told = lesson.words.interval(interval)
    code = lesson.words.language
    html = Markup("{}") if code == "en" else Markup('<span lang="{}">{{}}</span>').format(code)
    return Shown(html.format(told), told)


def chosen(lesson: Lesson, registry: str, keys: Iterable[str]) -> tuple[str, ...]:
    """Return keys of a registry; one that it lacks raises UnknownName and lists the valid ones."""
    return tuple(lesson.corpus.vocabulary.entry(registry, key).key for key in keys)
