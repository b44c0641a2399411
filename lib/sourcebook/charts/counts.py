"""How often: which outlet uses which term, and who gets to speak."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sourcebook import tables
from sourcebook.annotation import Annotation
from sourcebook.charts.drawing import (
    FIRST,
    INK,
    RULE,
    SECOND,
    Chart,
    canvas,
    dress_stacked_bars,
    finish,
    in_words,
)
from sourcebook.corpus import Corpus
from sourcebook.evidence import by_date

# Solid, hatched, hollow: the kinds must be told apart in grey.
_VOICES: Mapping[str, Mapping[str, Any]] = {
    "named": {"facecolor": FIRST, "edgecolor": "white"},
    "anonymous": {"facecolor": SECOND, "edgecolor": "white", "hatch": "///"},
    "relayed": {"facecolor": "none", "edgecolor": FIRST},
}


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
    used = corpus.layer("terms", concept=concept)
    if not used:
        return None
    counts = Counter((a["variant"], a.article) for a in used)
    articles = [id_ for id_ in corpus.articles if any(a.article == id_ for a in used)]
    # In the order in which a reader of the articles meets them.
    variants = list(dict.fromkeys(a["variant"] for a in used))
    told = [
        f"{id_}: " + ", ".join(f"{v} {counts[v, id_]}" for v in variants if counts[v, id_])
        for id_ in articles
    ]
    with canvas(26 * len(variants) + 22 * len(articles) + 20) as axes:
        for row, variant in enumerate(variants):
            for column, id_ in enumerate(articles):
                if count := counts[variant, id_]:
                    size = 90 + 260 * count / max(counts.values())
                    axes.scatter(column, row, s=size, color=FIRST)
                    axes.text(
                        column, row, str(count), ha="center", va="center", color="white", size=10
                    )
        # One heading above another: they are too long to stand side by side.
        for column, id_ in enumerate(articles):
            height = -1 - 0.85 * column
            axes.plot(
                [column] * 2, [height + 0.4, len(variants) - 0.5], color=RULE, lw=0.8, zorder=0
            )
            axes.text(column + 0.1, height, _heading(corpus, id_), ha="right", va="center", size=10)
        axes.set_yticks(range(len(variants)), [textwrap.fill(name, 28) for name in variants])
        axes.set_xlim(-0.5, len(articles) - 0.5)
        axes.set_ylim(len(variants) - 0.4, -1.6 - 0.85 * (len(articles) - 1))
        axes.set_xticks([])
        axes.tick_params(length=0)
        for side in ("left", "bottom"):
            axes.spines[side].set_visible(False)
        return finish(
            axes,
            title=f"{entry.label}: the words used",
            unit="Times used in each article",
            source=f"the term annotations of {in_words(articles)}",
            alt="Grid of counts, a row for each term and a column for each article; the more uses, "
            f"the larger the dot. {'. '.join(told)}.",
            columns=("Term", *articles),
            rows=[(one, *(counts[one, id_] for id_ in articles)) for one in variants],
            counted="uses of each term in each article",
            drawn=used,
        )


def who_speaks(corpus: Corpus) -> Chart | None:
    """Draw how many quotations and attributions of each article are named, anonymous, relayed.

    Relayed means that the words reach the article through somebody else. The kinds differ in
    filling as well as in colour. The earliest article stands first. The rules read English: an
    article in another language is left out, and named below the chart, until somebody has
    reviewed who speaks in it.

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
    said = [*corpus.layer("quotations"), *corpus.layer("attributions")]
    foreign = _foreign(corpus, said)
    voices = tables.voices(corpus)
    voices = voices[~voices["article"].isin(foreign)]
    if voices.empty:
        return None
    counts = Counter(zip(voices["article"], voices["voice"], strict=True))
    articles = [one.id for one in by_date(corpus) if one.id in set(voices["article"])]
    left_out = f". Left out, not being in English: {in_words(sorted(foreign))}" if foreign else ""
    told = [
        f"{id_}: " + ", ".join(f"{counts[id_, voice]} {voice}" for voice in _VOICES)
        for id_ in articles
    ]
    with canvas(52 * len(articles) + 64) as axes:
        for row, id_ in enumerate(articles):
            axes.text(0, row - 0.32, told[row], color=INK, size=10)
            start = 0
            for voice, style in _VOICES.items():
                if count := counts[id_, voice]:
                    axes.barh([row + 0.08], [count], 0.4, [start], lw=1.2, **style)
                start += counts[id_, voice]
        axes.set_xlim(0, 1.05 * max(Counter(voices["article"]).values()))
        dress_stacked_bars(axes, len(articles), _VOICES, 3)
        return finish(
            axes,
            title="Who speaks: named, anonymous, relayed",
            unit="Number of quotations and attributions",
            source=f"the quotation and attribution annotations of {in_words(articles)}{left_out}",
            alt="Stacked bars, one for each article, the earliest on top: named at the left, then "
            f"anonymous, then relayed. {'. '.join(told)}.",
            columns=("Article", *(voice.capitalize() for voice in _VOICES)),
            rows=[(id_, *(counts[id_, voice] for voice in _VOICES)) for id_ in articles],
            counted="quotations and attributions of each article",
            drawn=[one for one in said if one.article not in foreign],
        )


def _foreign(corpus: Corpus, said: Sequence[Annotation]) -> set[str]:
    """Articles that are not in English, where nobody has reviewed anything of what was said."""
    checked = {one.article for one in said if one.status != "machine"}
    languages = {
        one.article: corpus.article(one.article).language.value.lower().partition("-")[0]
        for one in said
    }
    return {id_ for id_, code in languages.items() if code not in ("en", "unknown")} - checked


def _heading(corpus: Corpus, article: str) -> str:
    outlet = corpus.article(article).outlet
    if not outlet.known:
        return f"{article} (outlet not found)"
    inferred = ", inferred" if outlet.basis == "inferred" else ""
    return f"{article} ({outlet.value}{inferred})"
