"""Tables over articles that nobody has annotated yet: what the machine found, labelled as such."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sourcebook.annotation import Annotation
from sourcebook.evidence import count_sources
from sourcebook.interval import Interval, read_day
from sourcebook.lesson.lesson import Lesson
from sourcebook.reading import Shown

ROWS = 25
"""Rows that a table shows unless it is asked for more: a page or so."""


def names_found(lesson: Lesson, layer: str, rows: int = ROWS) -> Shown | None:
    """Show who or what is named, most often first; None where no name was found.

    Parameters
    ----------
    lesson
        The edition.
    layer
        people, organisations or places.
    rows
        How many to show.
    """
    groups = _grouped(lesson.corpus.layer(layer), lambda one: _name(lesson, one, "key"))
    told = [
        (
            lesson.say("{name}{where:cite}", name=name, where=lesson.at(found[0].span)),
            "yes" if found[0]["key"] != "unknown" else "no",
            len(found),
            str(count_sources(lesson.corpus, (one.article for one in found))),
            _status(found),
        )
        for name, found in groups[:rows]
    ]
    caption = _caption(f"{layer.capitalize()} named", len(groups), rows)
    return lesson.table(told, caption, "Name", "Registered", "Mentions", "In", "Status")


def voices_found(lesson: Lesson, rows: int = ROWS) -> Shown | None:
    """Show who is quoted or credited, most often first; None where nobody is."""
    said = [*lesson.corpus.layer("quotations"), *lesson.corpus.layer("attributions")]
    groups = _grouped(
        said, lambda one: _name(lesson, one, "speaker" if one.layer == "quotations" else "source")
    )
    told = [
        (
            lesson.say("{name}{where:cite}", name=name, where=lesson.at(found[0].span)),
            sum(one.layer == "quotations" for one in found),
            sum(one.layer == "attributions" for one in found),
            str(count_sources(lesson.corpus, (one.article for one in found))),
            _status(found),
        )
        for name, found in groups[:rows]
    ]
    caption = _caption("Who is quoted or credited", len(groups), rows)
    return lesson.table(told, caption, "Who", "Quoted", "Credited", "In", "Status")


def dates_found(lesson: Lesson, rows: int = ROWS) -> Shown | None:
    """Show the dates that the articles give, earliest first; None where no date was found.

    Dates that could not be worked out are left out.
    """
    found = [one for one in lesson.corpus.layer("dates") if one["basis"] != "unknown"]
    found.sort(key=lambda one: (one["earliest"], one["latest"]))
    told = [
        (
            str(Interval(read_day(one["earliest"]), read_day(one["latest"]))),
            lesson.say("“{words:words}”{words:cite}", words=lesson.at(one.span)),
            one.article,
            one["basis"],
            one.status,
        )
        for one in found[:rows]
    ]
    caption = _caption("Dates, in order", len(found), rows)
    return lesson.table(told, caption, "When", "In the words", "Article", "Basis", "Status")


def figures_found(lesson: Lesson, rows: int = ROWS) -> Shown | None:
    """Show the figures that the articles give, in their order; None where no figure was found."""
    found = lesson.corpus.layer("figures")
    told = [
        (
            lesson.say("“{words:words}”{words:cite}", words=lesson.at(one.span)),
            one["unit"],
            one["quantifies"],
            one.article,
            one.status,
        )
        for one in found[:rows]
    ]
    caption = _caption("Figures", len(found), rows)
    return lesson.table(told, caption, "In the words", "Unit", "Of what", "Article", "Status")


def _grouped(
    found: Iterable[Annotation], name: Callable[[Annotation], str]
) -> list[tuple[str, list[Annotation]]]:
    groups: dict[str, list[Annotation]] = {}
    for one in found:
        groups.setdefault(name(one), []).append(one)
    return sorted(groups.items(), key=lambda group: -len(group[1]))


def _name(lesson: Lesson, one: Annotation, column: str) -> str:
    """Name by the registry; where it has none, by the words that the machine left in the note."""
    if one[column] != "unknown":
        for registry in ("people", "organisations", "places"):
            entry = lesson.corpus.vocabulary.registries[registry].get(one[column])
            if entry is not None:
                return entry.label
    noted = one.note.partition("; ")[0] if one.status == "machine" else ""
    return noted or (one.quote if column == "key" else "not told")


def _status(found: Sequence[Annotation]) -> str:
    return ", ".join(dict.fromkeys(one.status for one in found))


def _caption(what: str, count: int, rows: int) -> str:
    return f"{what}: the first {rows} of {count}" if count > rows else what
