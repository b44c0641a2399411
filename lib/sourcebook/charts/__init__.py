"""Charts with a title, a unit, a source line and a text alternative, drawn as inline SVG."""

from sourcebook.charts.agreement import agreement
from sourcebook.charts.counts import terms_by_article, who_speaks
from sourcebook.charts.drawing import Chart
from sourcebook.charts.figures import poll_figures, trade_figures
from sourcebook.charts.timeline import timeline

__all__ = [
    "Chart",
    "agreement",
    "poll_figures",
    "terms_by_article",
    "timeline",
    "trade_figures",
    "who_speaks",
]
