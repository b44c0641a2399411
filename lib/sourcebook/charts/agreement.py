"""How far two readers agree, layer by layer."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from sourcebook.charts.drawing import (
    FIRST,
    INK,
    SECOND,
    Chart,
    canvas,
    dress_stacked_bars,
    finish,
    in_words,
)
from sourcebook.corpus import Corpus
from sourcebook.tables import agreement as by_layer

# Solid, crossed, hollow, hatched: the outcomes must be told apart in grey.
_OUTCOMES: Mapping[str, Mapping[str, Any]] = {
    "read alike": {"facecolor": FIRST, "edgecolor": "white"},
    "read otherwise": {"facecolor": FIRST, "edgecolor": "white", "hatch": "xxx"},
    "missed": {"facecolor": "none", "edgecolor": INK},
    "extra": {"facecolor": SECOND, "edgecolor": "white", "hatch": "///"},
}


def agreement(corpus: Corpus) -> Chart | None:
    """Draw for each layer which share reviewers and the machine read alike, or not.

    A bar is all that either of them marked. Missed is what only reviewers marked, extra what only
    the machine did. Zones are left out: they are counted by character.

    Returns
    -------
    Chart or None
        None when neither marked anything.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> agreement(load_corpus()).unit
    'Share of all that reviewers or the machine marked in a layer'
    """
    table = by_layer(corpus)
    table = table[table["layer"] != "zones"]
    if table.empty:
        return None
    counts = {row["layer"]: _outcomes(row) for row in table.to_dict("records")}
    told = [f"{layer}: {_in_words(found)}" for layer, found in counts.items()]
    with canvas(34 * len(counts) + 60) as axes:
        for row, found in enumerate(counts.values()):
            axes.text(0, row - 0.3, told[row], color=INK, size=10)
            start, whole = 0.0, sum(found.values())
            for outcome, style in _OUTCOMES.items():
                share = found[outcome] / whole
                if share:
                    axes.barh([row + 0.08], [share], 0.4, [start], lw=1.2, **style)
                start += share
        axes.set_xlim(0, 1.005)
        dress_stacked_bars(axes, len(counts), _OUTCOMES, 2)
        return finish(
            axes,
            title="Where the machine agrees with the reviewed reading",
            unit="Share of all that reviewers or the machine marked in a layer",
            source="the reviewed annotations of "
            + in_words(list(corpus.articles))
            + ", and what the rules find in their text",
            alt="Stacked bars, one for each layer, as long as each other: read alike at the left, "
            f"then read otherwise, missed and extra. {'. '.join(told)}.",
            columns=("Layer", *(outcome.capitalize() for outcome in _OUTCOMES)),
            rows=[(layer, *found.values()) for layer, found in counts.items()],
            counted="annotations that reviewers or the machine made",
        )


def _outcomes(row: Mapping[Hashable, Any]) -> dict[str, int]:
    alike = row["alike"] if row["reads"] else row["found"]
    outcomes = (alike, row["found"] - alike, row["missed"], row["extra"])
    return dict(zip(_OUTCOMES, outcomes, strict=True))


def _in_words(found: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {outcome}" for outcome, count in found.items() if count)
