"""Turn a matplotlib figure into an inline SVG with title, source line and text alternative."""

from __future__ import annotations

import io
import re
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
from sourcebook.evidence import machine_share
from sourcebook.span import Span

INK, SOFT, RULE = "#1c1b19", "#57534c", "#d9d3c7"
FIRST, SECOND = "#1f5aa8", "#c2661c"
"""Fills that stay apart for colour-blind readers and in grey: dark and middle."""

# The page's style sheet may give each colour another value in the dark; these stand elsewhere.
_VARIABLES = {
    INK: "currentColor",
    SOFT: f"var(--soft,{SOFT})",
    RULE: f"var(--rule,{RULE})",
    FIRST: f"var(--chart-1,{FIRST})",
    SECOND: f"var(--chart-2,{SECOND})",
}
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

    `spans` are the passages whose numbers or dates are drawn.
    """

    title: str
    unit: str
    source: str
    alt: str
    svg: Markup
    spans: tuple[Span, ...]

    def html(self, citations: object = "") -> Markup:
        """Return the figure as HTML; `citations` follow the source line."""
        return Markup(
            '<figure class="chart"><figcaption><b>{}</b>{}</figcaption><div class="drawn">{}</div>'
            '<p class="src">Source: {}{}</p></figure>'
        ).format(self.title, self.unit, self.svg, self.source, citations)

    def _repr_html_(self) -> str:
        # As in reading.markup: "$52 billion" and "$30 billion" are no formula.
        return f'<div class="mathjax_ignore">{self.html()}</div>'

    def __repr__(self) -> str:
        return f"{self.title} ({self.unit}). {self.alt} Source: {self.source}"


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
    spans: tuple[Span, ...],
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
    with mpl.rc_context({"svg.hashsalt": f"{title}\n{alt}"}):
        figure.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    return Chart(title, unit, source, alt, _inline(buffer.getvalue(), alt), spans)


def in_words(names: Sequence[str]) -> str:
    """Join names as a sentence does.

    Examples
    --------
    >>> in_words(["a", "b", "c"])
    'a, b and c'
    """
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def _inline(drawn: str, alt: str) -> Markup:
    svg = drawn[drawn.index("<svg") :].strip()
    svg = re.sub(r"<metadata>.*?</metadata>\s*", "", svg, flags=re.DOTALL)
    used = set(re.findall(r'(?:href="|url\()#([\w-]+)', svg))
    svg = re.sub(r' id="([\w.-]+)"', lambda found: found[0] if found[1] in used else "", svg)
    for colour, variable in _VARIABLES.items():
        svg = svg.replace(colour, variable)
    box = re.search(r'viewBox="[^"]+"', svg)
    assert box is not None, "matplotlib writes one"
    opening = Markup('<svg xmlns:xlink="http://www.w3.org/1999/xlink" {} role="img" ').format(
        Markup(box[0])
    ) + Markup('aria-label="{}">').format(alt)
    return opening + Markup(re.sub(r"\n\s*", "\n", svg[svg.index(">") + 1 :]))
