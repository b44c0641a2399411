"""Put a run notebook into the kit's template: one file that opens anywhere and runs nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import unescape
from typing import Any

import nbformat
from markupsafe import Markup, escape

from sourcebook import __version__
from sourcebook.corpus import Corpus, Vocabulary
from sourcebook.edition import edition
from sourcebook.handouts.page.anchors import headed, lead_back, listed
from sourcebook.handouts.page.direction import closed
from sourcebook.handouts.page.exporting import cells
from sourcebook.handouts.page.languages import headings as translated
from sourcebook.handouts.page.languages import labels
from sourcebook.handouts.page.style import style
from sourcebook.handouts.page.typesetting import typeset
from sourcebook.handouts.page.voice import in_neutral_terms
from sourcebook.handouts.plan import Handout
from sourcebook.interface import Words, words

MANY = 5
"""Headings from which a page opens with a list of them."""


def effective(handout: Handout) -> dict[str, Any]:
    """Return every parameter the handout was made with, defaults included, by name."""
    defaults = {name: p.default for name, p in handout.notebook.parameters.items()}
    return {**defaults, **handout.parameters}


def title(handout: Handout, vocabulary: Vocabulary) -> str:
    """Return the handout's heading: the title parameter, or the lesson's own title.

    The lesson's own is reworded where the handout speaks in neutral terms.
    """
    parameters = effective(handout)
    given = parameters["title"].strip()
    if not given:
        given = handout.notebook.title
        if parameters["terms"] == "neutral":
            given = unescape(in_neutral_terms(str(escape(given)), vocabulary))
    return own_words(handout)("changes-title", title=given) if handout.since else given


def _settings(handout: Handout) -> dict[str, Any]:
    return effective(handout) | ({"since": handout.since} if handout.since else {})


def own_words(handout: Handout) -> Words:
    """Return the kit's own words in the handout's language."""
    return _words(effective(handout))


def as_of(handout: Handout) -> date | None:
    """Return the day whose knowledge the handout shows, if there is one."""
    return _day(effective(handout), "as_of")


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
    body = cells(run, effective(handout)["audience"], own_words(handout))
    return dress(handout, body, corpus)


def dress(handout: Handout, body: Markup, corpus: Corpus) -> str:
    """Put what a page shows into the kit's template, with its head, its foot and its style."""
    parameters = effective(handout)
    w = _words(parameters)
    if parameters["terms"] == "neutral":
        body = Markup(in_neutral_terms(body, corpus.vocabulary))
    body, headings = headed(lead_back(closed(translated(body, w))))
    told = {"edition": w(f"edition-{parameters['audience']}"), "date": _dated(handout)}
    chosen = corpus.select(articles=parameters["articles"], as_of=as_of(handout))
    headline = title(handout, corpus.vocabulary)
    sheet = style(w, head=headline, foot=w("running-foot", **told), entries=listed(body))
    return typeset(
        "page.html.j2",
        sheet,
        w=w,
        title=headline,
        # A title that was asked for may be in the page's language; the lesson's own is in English.
        own_title=not (parameters["title"].strip() or handout.since),
        told=told,
        parameters=parameters,
        prepared=_day(parameters, "prepared"),
        edition=edition(chosen, w),
        body=labels(body, w),
        headings=headings if len(headings) >= MANY else [],
        settings=[(name, _written(name, one, w)) for name, one in _settings(handout).items()],
        digests={"notebook": handout.notebook.sha256, "corpus": corpus.digest},
        notebook=handout.notebook.path.name,
        annotations=len(chosen.annotations),
        reviewed=sum(a.status == "reviewed" for a in chosen.annotations),
        version=__version__,
    )


def index(handouts: Sequence[Handout], vocabulary: Vocabulary) -> str:
    """Return the page that lists handouts by lesson, in the order of the plan.

    If the plan gives all of them one title, that is the list's heading; if it gives all of them
    one language, the list is in it.
    """
    lessons: dict[str, list[Mapping[str, Any]]] = {}
    languages = {effective(handout).get("language", "en") for handout in handouts}
    w = words(languages.pop() if len(languages) == 1 else "en")
    for handout in handouts:
        parameters = effective(handout)
        edition = w(f"edition-{parameters['audience']}-inline")
        lessons.setdefault(handout.notebook.title, []).append(
            {
                "file": handout.file,
                "listed": w("handout-listed", title=title(handout, vocabulary), edition=edition),
                "as_of": _dated(handout, w),
                "prepared_for": parameters["prepared_for"],
                "prepared": _day(parameters, "prepared"),
            }
        )
    given = {effective(handout)["title"].strip() for handout in handouts}
    subject = given.pop() if len(given) == 1 else ""
    return typeset("contents.html.j2", style(w), w=w, lessons=lessons, subject=subject)


def _words(parameters: Mapping[str, Any]) -> Words:
    return words(parameters.get("language") or "en")


def _day(parameters: Mapping[str, Any], name: str) -> date | None:
    return date.fromisoformat(parameters[name]) if parameters.get(name) else None


def _dated(handout: Handout, w: Words | None = None) -> str:
    """Spell the day whose knowledge a handout shows; both days if it compares two."""
    w = w or own_words(handout)
    last = as_of(handout)
    told = w.day(last) if last else w("latest-article")
    return w("two-days", first=handout.since, last=told) if handout.since else told


def _written(name: str, value: Any, w: Words) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or w("all")
    if value in ("", None):
        return w("not-set")
    # What a choice is called; English prints the choice itself, as a plan has it.
    key = f"{name}-{value}"
    return w(key) if w.language != "en" and w.has(key) else str(value)
