"""How often: which outlet uses which term, and who gets to speak."""

from __future__ import annotations

import pandas as pd

from sourcebook import tables
from sourcebook.charts.drawing import FIRST, INK, RULE, SECOND, Chart, canvas, finish, in_words
from sourcebook.corpus import Corpus

# Solid, hatched, hollow: the kinds must be told apart in grey.
_VOICES = (("named", FIRST, ""), ("anonymous", SECOND, "///"), ("relayed", "none", ""))


def terms_by_article(corpus: Corpus, concept: str) -> Chart | None:
    """Draw how often each article uses each term for one concept, as a grid of counts.

    Parameters
    ----------
    corpus
        The corpus or a selection.
    concept
        A key of the terms registry.

    Returns
    -------
    Chart or None
        None when no article uses any of the terms.

    Raises
    ------
    UnknownName
        If the registry has no such concept.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> terms_by_article(load_corpus(), "mobilised-labour").unit
    'Times used in each article'
    """
    entry = corpus.vocabulary.entry("terms", concept)
    used = tables.terms(corpus)
    used = used[used["concept"] == concept]
    if used.empty:
        return None
    articles = [id_ for id_ in corpus.articles if id_ in set(used["article"])]
    counts = pd.crosstab(used["variant"], used["article"])[articles]
    counts = counts.sort_values(articles, ascending=False, kind="stable")
    largest = int(counts.to_numpy().max())
    with canvas(24 * len(counts) + 22 * len(articles) + 20) as axes:
        for row, variant in enumerate(counts.index):
            for column, article in enumerate(articles):
                count = int(counts.loc[variant, article])
                if count:
                    axes.scatter(column, row, s=90 + 260 * count / largest, color=FIRST)
                    axes.text(
                        column, row, str(count), ha="center", va="center", color="white", size=9
                    )
        # One heading above another: they are too long to stand side by side.
        for column, article in enumerate(articles):
            height = -1 - 0.85 * column
            axes.plot([column] * 2, [height + 0.4, len(counts) - 0.5], color=RULE, lw=0.8, zorder=0)
            axes.text(
                column + 0.1, height, _heading(corpus, article), ha="right", va="center", size=9
            )
        axes.set_yticks(range(len(counts)), [str(variant) for variant in counts.index])
        axes.set_xlim(-0.5, len(articles) - 0.5)
        axes.set_ylim(len(counts) - 0.4, -1.6 - 0.85 * (len(articles) - 1))
        axes.set_xticks([])
        axes.tick_params(length=0)
        for side in ("left", "bottom"):
            axes.spines[side].set_visible(False)
        told = [
            f"{article}: "
            + ", ".join(f"{v} {n}" for v, n in counts[article].items() if n)
            for article in articles
        ]
        return finish(
            axes,
            title=f"Words for: {entry.label}",
            unit="Times used in each article",
            source=f"counted over the term annotations of {in_words(articles)}",
            alt=f"Grid of counts. {'. '.join(told)}.",
            spans=(),
        )


def who_speaks(corpus: Corpus) -> Chart | None:
    """Draw how many quotations and attributions of each article are named, anonymous, relayed.

    Relayed means that the words reach the article through somebody else. The kinds differ in
    hatching as well as in colour.

    Returns
    -------
    Chart or None
        None when nobody is quoted or credited.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> who_speaks(load_corpus()).title
    'Who speaks: named, anonymous, relayed'
    """
    voices = tables.voices(corpus)
    if voices.empty:
        return None
    articles = [id_ for id_ in corpus.articles if id_ in set(voices["article"])]
    counts = pd.crosstab(voices["article"], voices["voice"]).reindex(
        index=articles, columns=[name for name, _, _ in _VOICES], fill_value=0
    )
    with canvas(52 * len(articles) + 64) as axes:
        for row, article in enumerate(articles):
            told = _spelt(counts.loc[article])
            axes.text(0, row - 0.32, f"{article}: {told}", color=INK, size=9)
            start = 0
            for name, colour, hatch in _VOICES:
                count = int(counts.loc[article, name])
                axes.barh(
                    [row + 0.08],
                    [count],
                    0.4,
                    [start],
                    color=colour,
                    hatch=hatch,
                    ec=FIRST if colour == "none" else "white",
                    lw=1.2,
                    label=name if row == 0 else None,
                )
                start += count
        axes.set_xlim(0, float(counts.sum(axis=1).max()) * 1.05)
        axes.set_ylim(len(articles) - 0.5, -0.75)
        axes.yaxis.set_visible(False)
        axes.spines["left"].set_color(RULE)
        axes.spines["bottom"].set_visible(False)
        axes.set_xticks([])
        axes.legend(
            loc="upper center", bbox_to_anchor=(0.5, 0.0), ncols=3, frameon=False, fontsize=9
        )
        shares = [f"{article}: {_spelt(counts.loc[article])}" for article in articles]
        return finish(
            axes,
            title="Who speaks: named, anonymous, relayed",
            unit="Number of quotations and attributions",
            source="counted over the quotation and attribution annotations of "
            + in_words(articles),
            alt=f"Stacked bars. {'. '.join(shares)}.",
            spans=(),
        )


def _spelt(counts: pd.Series) -> str:
    return ", ".join(f"{int(count)} {name}" for name, count in counts.items())


def _heading(corpus: Corpus, article: str) -> str:
    outlet = corpus.article(article).outlet
    return f"{article} ({outlet.value if outlet.known else 'outlet not stated'})"
