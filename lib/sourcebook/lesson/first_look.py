"""Tables over articles that nobody has annotated yet: what the machine found, labelled as such."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from sourcebook.annotation import Annotation
from sourcebook.article import Article
from sourcebook.evidence import by_date, count_sources, number_origins
from sourcebook.interval import Interval, read_day
from sourcebook.lesson.by_name import Named, by_name
from sourcebook.lesson.lesson import Lesson
from sourcebook.reading import Shown, about

ROWS = 25
"""Rows that a table shows, a page or so; a briefing has them all."""


def articles_found(lesson: Lesson) -> Shown | None:
    """Show the articles, the earliest first, with the number of the origin each goes back to."""
    origins = number_origins(lesson.corpus)
    told = [
        (one.id, _described(lesson, one), origins[one.origin.value], len(one.text.split()))
        for one in by_date(lesson.corpus)
    ]
    return lesson.table(
        told,
        "One row is one article, by the short name that citations use, the earliest first",
        *("Article", "Headline, outlet, date as far as it is known, copies", "Origin", "Words"),
        note="Articles whose origin has the same number copy one report.",
        counted="origins, numbered from the earliest article on; words of the whole file",
    )


def names_found(lesson: Lesson, layer: str, rows: int | None = None) -> Shown | None:
    """Show who or what is named, most often first; None where no name was found.

    Parameters
    ----------
    lesson
        The edition.
    layer
        people, organisations or places.
    rows
        How many to show; if not given, `ROWS`, or all in a briefing.
    """
    groups = by_name(lesson.corpus, lesson.corpus.layer(layer), lambda one: "key")
    told = [
        (_headed(lesson, group), len(group.found), *_counted(lesson, group))
        for group in groups[: _limit(lesson, rows, len(groups))]
    ]
    return lesson.table(
        told,
        f"{layer.capitalize()} named",
        *("Name", "Mentions", "Articles", "Origins"),
        note=_rest(told, groups, "named most often", layer),
        counted=_rows(f"annotations of the layer {layer}, by name", told, groups),
    )


def voices_found(lesson: Lesson, rows: int | None = None) -> Shown | None:
    """Show who is quoted or credited, most often first; None where nobody is."""
    said = [*lesson.corpus.layer("quotations"), *lesson.corpus.layer("attributions")]
    groups = by_name(
        lesson.corpus, said, lambda one: "speaker" if one.layer == "quotations" else "source"
    )
    told = [
        (
            _headed(lesson, group),
            sum(one.layer == "quotations" for one in group.found),
            sum(one.layer == "attributions" for one in group.found),
            *_counted(lesson, group),
        )
        for group in groups[: _limit(lesson, rows, len(groups))]
    ]
    return lesson.table(
        told,
        "Who is quoted or credited",
        *("Who", "Quoted", "Credited", "Articles", "Origins"),
        note=_rest(told, groups, "heard most often", "quotations", "attributions"),
        counted=_rows("quotations and attributions, by speaker or source", told, groups),
    )


def dates_found(lesson: Lesson, rows: int | None = None) -> Shown | None:
    """Show the dates that the articles give, earliest first; None where no date was found.

    Dates that could not be worked out are left out. Where not all have room, each article keeps
    the first that it gives.
    """
    known = [one for one in lesson.corpus.layer("dates") if one["basis"] != "unknown"]
    found = _spread(known, _limit(lesson, rows, len(known)))
    found.sort(key=lambda one: (one["earliest"], one["latest"]))
    told = [
        (_labelled(_when(one), f"{one.status}, {one['basis']}"), _words(lesson, one), one.article)
        for one in found
    ]
    return lesson.table(
        told,
        "Dates, in order",
        *("When", "In the words", "Article"),
        note=_rest(told, known, "that each article gives first", "dates"),
        counted=_rows("", told, known),
    )


def figures_found(lesson: Lesson, rows: int | None = None) -> Shown | None:
    """Show the figures that the articles give, in their order; None where no figure was found.

    The earliest article stands first. Where not all have room, each article keeps the first that
    it gives.
    """
    known = lesson.corpus.layer("figures")
    found = _spread(known, _limit(lesson, rows, len(known)))
    order = [article.id for article in by_date(lesson.corpus)]
    found.sort(key=lambda one: (order.index(one.article), one.start))
    told = [
        (
            _labelled(_words(lesson, one), one.status),
            _told(one["unit"]),
            _told(one["quantifies"]),
            one.article,
        )
        for one in found
    ]
    return lesson.table(
        told,
        "Figures",
        *("In the words", "Unit", "Of what", "Article"),
        note=_rest(told, known, "that each article gives first", "figures"),
        counted=_rows("", told, known),
    )


def _headed(lesson: Lesson, group: Named) -> Shown:
    cited = lesson.at(group.found[0].span)
    name = Markup("{}{:cite}").format(group.name, cited)
    return _labelled(Shown(name, f"{group.name}{cited:cite}"), group.standing)


def _labelled(what: Shown, standing: str) -> Shown:
    """Put below a row's heading how far the row has been checked."""
    kind = "status machine" if "machine" in standing else "status"
    html = Markup('{}<span class="{}">{}</span>').format(what, kind, standing)
    return Shown(html, f"{what} ({standing})")


def _counted(lesson: Lesson, group: Named) -> tuple[int, int]:
    counted = count_sources(lesson.corpus, (one.article for one in group.found))
    return counted.articles, counted.origins


def _when(one: Annotation) -> Shown:
    when = str(Interval(read_day(one["earliest"]), read_day(one["latest"])))
    return Shown(Markup("{}").format(when), when)


def _words(lesson: Lesson, one: Annotation) -> Shown:
    cited = lesson.at(one.span)
    words = f"“{' '.join(one.quote.split())}”"
    return Shown(Markup("{}{:cite}").format(words, cited), f"{words}{cited:cite}")


def _told(value: str) -> str:
    return "not found" if value == "unknown" else value


def _limit(lesson: Lesson, rows: int | None, count: int) -> int:
    if rows is not None:
        return rows
    return count if lesson.audience == "briefing" else ROWS


def _spread(found: Sequence[Annotation], rows: int) -> list[Annotation]:
    """Take annotations from every article in turn, the first of each before the second of any."""
    turns: list[tuple[int, int]] = []
    taken: dict[str, int] = {}
    for place, one in enumerate(found):
        taken[one.article] = taken.get(one.article, 0) + 1
        turns.append((taken[one.article], place))
    return [found[place] for _, place in sorted(turns)[:rows]]


def _described(lesson: Lesson, article: Article) -> Shown:
    """Describe an article, and cite the headline, or whatever tells its date."""
    cited = lesson.at(*(article.headline.evidence or article.dated.evidence))
    told = about(lesson.apparatus, article)
    return Shown(Markup("{}{:cite}").format(told, cited), f"{told}{cited:cite}")


def _rows(what: str, told: Sequence[object], known: Sequence[object]) -> str:
    """Say what was counted, and how many of the rows there are stand here if not all do."""
    shown = f"{len(told)} of {len(known)} rows are shown" if len(told) != len(known) else ""
    return "; ".join(one for one in (what, shown) if one)


def _rest(told: Sequence[object], known: Sequence[object], which: str, *layers: str) -> str:
    """Say which rows are shown where not all are, and where the others stand."""
    if len(told) == len(known):
        return ""
    files = " and ".join(f"corpus/annotations/{layer}.csv" for layer in layers)
    return f"Shown are those {which}. A briefing edition shows all; so do the kit’s files: {files}."
