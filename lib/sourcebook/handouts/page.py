"""Export a run notebook through the kit's template: one file that opens anywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from jinja2 import Environment, FileSystemLoader
from nbconvert import HTMLExporter

from sourcebook import __version__
from sourcebook.corpus import Corpus
from sourcebook.edition import edition
from sourcebook.handouts.notebook_rules import SETUP, tags
from sourcebook.handouts.parameters import TAG
from sourcebook.handouts.plan import Handout
from sourcebook.interval import spell
from sourcebook.reading import style_sheet

_TEMPLATES = Path(__file__).parent / "template"
_CITE = re.compile(r'<a (?=[^>]*href="#s(\d+)")')


def effective(handout: Handout) -> dict[str, Any]:
    """Return every parameter the handout was made with, defaults included, by name."""
    defaults = {name: p.default for name, p in handout.notebook.parameters.items()}
    return {**defaults, **handout.parameters}


def title(handout: Handout) -> str:
    """Return the handout's heading: the title parameter, or the lesson's own title."""
    return effective(handout)["title"].strip() or handout.notebook.title


def page(handout: Handout, run: nbformat.NotebookNode, corpus: Corpus) -> str:
    """Return a handout's HTML: the same bytes for the same notebook, parameters and corpus.

    Parameters
    ----------
    handout
        What was asked for.
    run
        Its notebook with outputs.
    corpus
        The whole corpus.
    """
    parameters = effective(handout)
    audience = parameters["audience"]
    body = nbformat.from_dict(run)
    # The title stands in the page's header, where a parameter may replace it.
    body.cells[0].source = body.cells[0].source.partition("\n")[2].strip()
    if audience != "self-study":
        body.cells = [cell for cell in body.cells if not {TAG, SETUP} & set(tags(cell))]
    for cell in body.cells:
        if SETUP in tags(cell):
            cell.outputs = []
    as_of = _day(parameters)
    chosen = corpus.select(articles=parameters["articles"], as_of=as_of)
    reviewed = sum(a.status == "reviewed" for a in chosen.annotations)
    html, _ = _exporter().from_notebook_node(
        body,
        resources={
            "handout": {
                "title": title(handout),
                "audience": audience,
                "as_of": _spelt(as_of),
                "prepared_for": parameters["prepared_for"],
                "edition": edition(chosen),
                "parameters": {name: _written(value) for name, value in parameters.items()},
                "notebook": handout.notebook.path.name,
                "notebook_sha256": handout.notebook.sha256,
                "corpus_sha256": corpus.digest,
                "annotations": len(chosen.annotations),
                "reviewed": reviewed,
                "version": __version__,
                "reading_css": style_sheet("reading"),
            }
        },
    )
    return _lead_back(html)


def index(handouts: Sequence[Handout]) -> str:
    """Return the page that lists handouts by lesson, in the order of the plan.

    If the plan gives all of them one title, that is the list's heading.
    """
    lessons: dict[str, list[Mapping[str, str]]] = {}
    for handout in handouts:
        parameters = effective(handout)
        lessons.setdefault(handout.notebook.title, []).append(
            {
                "file": handout.file,
                "title": title(handout),
                "audience": parameters["audience"],
                "as_of": _spelt(_day(parameters)),
                "prepared_for": parameters["prepared_for"],
            }
        )
    given = {effective(handout)["title"].strip() for handout in handouts}
    subject = given.pop() if len(given) == 1 else ""
    pages = Environment(loader=FileSystemLoader(_TEMPLATES / "sourcebook"), autoescape=True)
    return pages.get_template("contents.html.j2").render(lessons=lessons, subject=subject)


@cache
def _exporter() -> HTMLExporter:
    return HTMLExporter(
        template_name="sourcebook",
        extra_template_basedirs=[str(_TEMPLATES)],
        exclude_anchor_links=True,
    )


def _day(parameters: Mapping[str, Any]) -> date | None:
    return date.fromisoformat(parameters["as_of"]) if parameters["as_of"] else None


def _spelt(as_of: date | None) -> str:
    return spell(as_of) if as_of else "the latest article"


def _written(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "all"
    return "not set" if value in ("", None) else str(value)


def _lead_back(html: str) -> str:
    """Give the first place that cites a source the id that the source list leads back to."""
    seen: set[str] = set()

    def mark(found: re.Match[str]) -> str:
        number = found[1]
        if number in seen:
            return found[0]
        seen.add(number)
        return f'<a id="c{number}" '

    return _CITE.sub(mark, html)
