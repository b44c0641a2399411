"""Turn a matplotlib figure into an inline SVG with title, source line and text alternative."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import matplotlib as mpl
from markupsafe import Markup
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.patches import Patch

from sourcebook.annotation import Annotation
from sourcebook.charts.svg import SCALE, inline
from sourcebook.evidence import machine_share
from sourcebook.span import Span

INK, SOFT, RULE = "#1c1b19", "#57534c", "#d9d3c7"
FIRST, SECOND = "#1a4f97", "#cf7a2d"
"""Fills that stay apart for colour-blind readers and in grey: dark and middle.

The picture holds the colours themselves, for whatever shows it without a style sheet; reading.css
names each of them once more, and gives it another value in the dark.
"""

MIME = "application/vnd.sourcebook+html"
"""The same as in `sourcebook.reading`, which stands beside this room and does not know it."""
_STYLE: Any = {
    "text.parse_math": False,  # "$5 to $6 billion" is no formula
    "svg.fonttype": "none",  # text stays text: it can be read, searched and enlarged
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],  # ships with matplotlib: the same layout everywhere
    "font.size": 11,
    "text.color": INK,
    "axes.edgecolor": RULE,
    "axes.labelcolor": SOFT,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": SOFT,
    "ytick.color": INK,
    "hatch.color": "white",
    "hatch.linewidth": 1.2,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
}
WIDTH = 420
"""Width of every chart in points of 1/72 inch; narrow, so that a phone need not shrink it much."""


@dataclass(frozen=True)
class Chart:
    """A drawn figure: `svg`, its `title`, `unit` and `source` lines, `alt` that says what it shows.

    `spans` are the passages whose numbers or dates are drawn. `rows` under `columns` are what is
    drawn, as a table. `counted` says what the kit counted for it; a chart of numbers that articles
    give has none.
    """

    title: str
    unit: str
    source: str
    alt: str
    svg: Markup
    spans: tuple[Span, ...]
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[object, ...], ...] = ()
    counted: str = ""

    def html(self, citations: object = "", data: object = "") -> Markup:
        """Return the figure as HTML; `citations` follow the source line, `data` ends it."""
        counted, line = Markup(""), Markup("")
        if self.counted:
            counted = Markup(' data-counted="{}"').format(self.counted)
            line = Markup('<p class="src">Counted: {}</p>').format(self.counted)
        caption = Markup("<figcaption><b>{}</b>{}</figcaption>").format(self.title, self.unit)
        return Markup(
            '<figure class="chart"{}>{}<div class="drawn">{}</div>'
            '<p class="src">Source: {}{}</p>{}{}</figure>'
        ).format(counted, caption, self.svg, self.source, citations, line, data)

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        # As in reading.markup: "$52 billion" and "$30 billion" are no formula.
        page = f'<div class="mathjax_ignore">{self.html()}</div>'
        return {"text/plain": repr(self), "text/html": page, MIME: str(self.html())}

    def __repr__(self) -> str:
        counted = f". Counted: {self.counted}" if self.counted else ""
        return f"{self.title} ({self.unit}). {self.alt} Source: {self.source}{counted}"


@contextmanager
def canvas(height: float, right: float = 1.0) -> Iterator[Axes]:
    """Give axes in the kit's style and width, `height` points high.

    The axes end at the share `right` of the width; what is left beside them is for labels.
    """
    with mpl.rc_context(_STYLE):
        # No pyplot: its list of open figures would outlive the chart.
        layout = ConstrainedLayoutEngine(rect=(0, 0, right, 1))
        figure = Figure(figsize=(WIDTH / 72, height / 72), layout=layout)
        FigureCanvasSVG(figure)
        yield figure.add_subplot()


def dress_stacked_bars(axes: Axes, rows: int, styles: Mapping[str, Any], columns: int) -> None:
    """Leave a chart of `rows` stacked bars a rule on its left, and a key of `columns` below it."""
    axes.set_ylim(rows - 0.5, -0.75)
    axes.yaxis.set_visible(False)
    axes.spines["left"].set_color(RULE)
    axes.spines["bottom"].set_visible(False)
    axes.set_xticks([])
    axes.legend(
        handles=[Patch(label=label, **style) for label, style in styles.items()],
        loc="upper center",
        bbox_to_anchor=(0.5, 0.0),
        ncols=columns,
        frameon=False,
        fontsize=10,
    )


def finish(
    axes: Axes,
    *,
    title: str,
    unit: str,
    source: str,
    alt: str,
    columns: tuple[str, ...],
    rows: Iterable[tuple[object, ...]],
    spans: tuple[Span, ...] = (),
    counted: str = "",
    drawn: Iterable[Annotation] = (),
) -> Chart:
    """Draw the axes' figure; call it inside `canvas`.

    If a machine made some of the annotations `drawn` and nobody has reviewed them, the unit line
    says how many.
    """
    unreviewed = machine_share(drawn)
    if unreviewed:
        unit = f"{unit.removesuffix('.')}. {unreviewed}."
    buffer = io.StringIO()
    figure = axes.get_figure(root=True)
    assert figure is not None, "canvas() made it"
    # A fixed salt and no date: the same chart is the same bytes. Title and alternative
    # keep the ids of two charts on one page apart.
    with mpl.rc_context({"svg.hashsalt": f"{title}\n{alt}"}), warnings.catch_warnings():
        # A script that our font lacks, which the reader's has; a label too long for the layout.
        warnings.simplefilter("ignore", UserWarning)
        # The numbers of an axis measure and claim nothing: svg.py says so to whoever checks.
        figure.draw_without_rendering()
        for tick in axes.xaxis.get_major_ticks():
            tick.label1.set_gid(SCALE)
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    svg = inline(buffer.getvalue(), alt)
    return Chart(title, unit, source, alt, svg, spans, columns, tuple(rows), counted)


def in_words(names: Sequence[str]) -> str:
    """Join names as a sentence does.

    Examples
    --------
    >>> in_words(["a", "b", "c"])
    'a, b and c'
    """
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
