"""Export what a run notebook shows, by nbconvert and the kit's template."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy
from functools import cache
from typing import Any

import nbformat
from markupsafe import Markup
from nbconvert.exporters import TemplateExporter

from sourcebook.handouts.notebook_rules import SETUP, tags
from sourcebook.handouts.page.cells import prose, shown
from sourcebook.handouts.page.style import TEMPLATES
from sourcebook.handouts.parameters import TAG
from sourcebook.interface import Words, words


class CellsExporter(TemplateExporter):
    """nbconvert's way from cells to HTML: the template is ``cells.html.j2``."""

    file_extension = ".html"
    template_name = "sourcebook"
    template_file = "cells.html.j2"

    def default_filters(self) -> Iterable[tuple[str, Callable[..., Any]]]:
        """Add what shows a cell: escaped where it is made, or cleaned."""
        yield from super().default_filters()  # type: ignore[no-untyped-call]
        yield from {"prose": prose, "shown": shown}.items()


def cells(run: nbformat.NotebookNode, audience: str, w: Words | None = None) -> Markup:
    """Return what a page shows of a run notebook's cells; who studies alone sees code as well.

    The first cell's title is left out: it stands in the page's header, where a parameter may
    replace it. `w` are the kit's own words in the page's language; English ones by default.
    """
    body = deepcopy(run)
    body.cells[0].source = body.cells[0].source.partition("\n")[2]
    studied = audience == "self-study"
    if not studied:
        body.cells = [cell for cell in body.cells if not {TAG, SETUP} & set(tags(cell))]
    for cell in body.cells:
        if SETUP in tags(cell):
            cell.outputs = []
    told = {"studied": studied, "w": w or words("en")}
    html, _ = _exporter().from_notebook_node(body, resources=told)
    return Markup(html)


@cache
def _exporter() -> CellsExporter:
    return CellsExporter(  # type: ignore[no-untyped-call]
        extra_template_basedirs=[str(TEMPLATES.parent)]
    )
