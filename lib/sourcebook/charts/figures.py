"""Figures that articles give: what a country sold, what respondents said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sourcebook.annotation import Annotation
from sourcebook.charts.drawing import FIRST, INK, RULE, Chart, canvas, finish, in_words
from sourcebook.corpus import Corpus

_ROW = 54
_AXIS = 30


def poll_figures(corpus: Corpus, figures: Iterable[str]) -> Chart | None:
    """Draw shares of respondents on the whole scale from 0 to 100 per cent.

    Parameters
    ----------
    corpus
        The corpus or a selection.
    figures
        Keys of the figures registry, in per cent; those the corpus does not report are left out.

    Returns
    -------
    Chart or None
        None when the corpus reports none of them.

    Raises
    ------
    UnknownName
        If the registry has no such figure.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> poll_figures(load_corpus(), ["not-apologetic"]).alt.split(". ")[0]
    'Bar chart of shares of respondents, per cent, on the whole scale'
    """
    return _bars(
        corpus,
        figures,
        title="What respondents said",
        unit="Share of respondents, per cent",
        alt="Bar chart of shares of respondents, per cent, on the whole scale.",
        scale=1,
        limit=100,
        written="{:g}%",
    )


def trade_figures(corpus: Corpus, figures: Iterable[str]) -> Chart | None:
    """Draw sums of money in billions from 0, so that lengths compare.

    Parameters and return value as for `poll_figures`, with figures in dollars.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> trade_figures(load_corpus(), ["japan-exports-to-korea"]).unit
    'Billion dollars, as the articles write them ($)'
    """
    return _bars(
        corpus,
        figures,
        title="What each sold to the other",
        unit="Billion dollars, as the articles write them ($)",
        alt="Bar chart of exports, billion dollars, from nothing.",
        scale=1e9,
        limit=None,
        written="${:g} billion",
    )


def _bars(
    corpus: Corpus,
    figures: Iterable[str],
    *,
    title: str,
    unit: str,
    alt: str,
    scale: float,
    limit: float | None,
    written: str,
) -> Chart | None:
    found = [drawn for key in figures for drawn in _by_value(corpus, key)]
    if not found:
        return None
    labels = [label for label, _ in found]
    values = [float(given[0]["value"]) / scale for _, given in found]
    spans = tuple(a.span for _, given in found for a in given)
    told = [
        f"{label}: {written.format(value)}" for label, value in zip(labels, values, strict=True)
    ]
    with canvas(_AXIS + _ROW * len(found)) as axes:
        top = limit or max(values) * 1.35
        for row, (label, value) in enumerate(zip(labels, values, strict=True)):
            axes.text(0, row - 0.3, label, color=INK)
            axes.barh([row + 0.1], [value], 0.38, color=FIRST)
            inside = value > 0.85 * top
            axes.text(
                value - 0.01 * top if inside else value + 0.01 * top,
                row + 0.1,
                written.format(value),
                va="center",
                ha="right" if inside else "left",
                weight="bold",
                color="white" if inside else INK,
            )
        axes.set_xlim(0, top)
        axes.set_ylim(len(found) - 0.5, -0.75)
        axes.yaxis.set_visible(False)
        axes.spines["left"].set_color(RULE)
        axes.set_xticks([0, 25, 50, 75, 100] if limit else [])
        axes.spines["bottom"].set_visible(bool(limit))
        return finish(
            axes,
            title=title,
            unit=unit,
            source=_sources([given for _, given in found]),
            alt=f"{alt} {'. '.join(told)}.{_longest(labels, values)}",
            columns=("Figure", "Value", "Reported by"),
            rows=[
                (
                    label,
                    written.format(value),
                    in_words(list(dict.fromkeys(a.article for a in given))),
                )
                for (label, given), value in zip(found, values, strict=True)
            ],
            spans=spans,
            drawn=[a for _, given in found for a in given],
        )


def _longest(labels: Sequence[str], values: Sequence[float]) -> str:
    """Say which bar is the longest, if one is."""
    longest = [label for label, value in zip(labels, values, strict=True) if value == max(values)]
    return f" The longest bar: {longest[0]}." if len(longest) == 1 < len(values) else ""


def _by_value(corpus: Corpus, key: str) -> list[tuple[str, list[Annotation]]]:
    """Label and annotations of each bar: one for each value, since articles may disagree."""
    label = corpus.vocabulary.entry("figures", key).label
    given: dict[float, list[Annotation]] = {}
    for a in corpus.layer("figures", figure=key):
        # A range or a bound has no single value to draw, nor has a value that is not known.
        if a["value"] not in ("", "unknown"):
            given.setdefault(float(a["value"]), []).append(a)
    if len(given) < 2:
        return [(label, one) for one in given.values()]
    return [(f"{label} ({in_words([a.article for a in one])})", one) for one in given.values()]


def _sources(found: Sequence[Sequence[Annotation]]) -> str:
    """Whom the articles credit, and which articles they are."""
    credited = dict.fromkeys(a["source"] for given in found for a in given)
    articles = dict.fromkeys(a.article for given in found for a in given)
    return f"{in_words(list(credited))}, as reported in {in_words(list(articles))}"
