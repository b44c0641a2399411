"""Every registered figure of an edition: as printed, of which period, by whom, what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from sourcebook.annotation import Annotation
from sourcebook.interval import Interval, read_day
from sourcebook.lesson.briefing.part import (
    chosen,
    joined,
    machine_note,
    part,
    rows_below,
    spelt,
    word,
)
from sourcebook.lesson.lesson import Lesson
from sourcebook.reading import Shown, quoted


def figures_told(
    lesson: Lesson,
    keys: Iterable[str] = (),
    topics: Iterable[str] = (),
    *,
    heading: bool = True,
) -> Shown | None:
    """Show the figures that the edition gives, one row each, in the order of the registry.

    Parameters
    ----------
    lesson
        The edition.
    keys
        Keep these figures; none given keeps all.
    topics
        Keep figures on at least one of these topics; none given keeps all.
    heading
        Whether a heading in the page's language stands above.

    Returns
    -------
    Shown or None
        A row is a figure of the registry: what it measures, each wording with its passages, the
        period it is read to be about, whom the article names as its source, and what a reader
        would need and is not told. None if no figure is left.

    Raises
    ------
    UnknownName
        If there is no such figure or topic.

    Examples
    --------
    >>> from sourcebook.lesson import briefing, open_lesson
    >>> lesson = open_lesson()
    >>> shown = briefing.figures_told(lesson, keys=["not-apologetic"], heading=False)
    >>> shown.text.splitlines()[2].split(" | ")[1]
    '“Around 85%”[1]; “85%”[2] 2 articles, 1 origin'
    """
    only, wanted = set(chosen(lesson, "figures", keys)), set(chosen(lesson, "topics", topics))
    rows = []
    rest_on = list[Annotation]()
    for entry in lesson.corpus.vocabulary.registries["figures"].values():
        found = lesson.corpus.layer("figures", figure=entry.key)
        if not found or (only and entry.key not in only):
            continue
        if wanted and not wanted & set(entry.topics):
            continue
        rest_on += found
        rows.append(
            (
                entry.label,
                _wordings(lesson, found),
                joined(
                    word(lesson, "between-parts"), [_period(lesson, found), _named(lesson, found)]
                ),
                "; ".join(_each(one["missing"] for one in found)) or word(lesson, "nothing-noted"),
            )
        )
    heads = ("head-figure", "head-as-printed", "head-period-source", "head-missing")
    notes = [word(lesson, "figures-note"), *machine_note(lesson, rest_on)]
    held = rows_below(lesson, rows, "figures-caption", *heads, notes=notes)
    return part(lesson, "figures", held, heading=heading)


def _wordings(lesson: Lesson, found: Sequence[Annotation]) -> Shown:
    wordings: dict[str, list[Annotation]] = {}
    for one in found:
        wordings.setdefault(quoted(one.quote), []).append(one)
    told = []
    for words, same in wordings.items():
        cited = lesson.at(*(one.span for one in same))
        told.append(Shown(Markup("{}{:cite}").format(words, cited), f"{words}{cited:cite}"))
    held = lesson.at(*(one.span for one in found))
    support = Shown(Markup("{:support}").format(held), f"{held:support}")
    return joined(" ", [joined("; ", told), support])


def _period(lesson: Lesson, found: Sequence[Annotation]) -> Shown:
    periods = []
    for written in _each(one["period"] for one in found):
        first, last = written.split("/")
        periods.append(spelt(lesson, Interval(read_day(first), read_day(last))))
    between = word(lesson, "between-names")
    return joined(between, periods) if periods else word(lesson, "period-not-told")


def _named(lesson: Lesson, found: Sequence[Annotation]) -> Shown:
    names = _each(one["source"] for one in found if one["source"] not in ("none", "unknown"))
    told = "; ".join(names)
    return Shown(Markup("{}").format(told), told) if told else word(lesson, "source-not-told")


def _each(values: Iterable[str]) -> list[str]:
    return [value for value in dict.fromkeys(values) if value]
