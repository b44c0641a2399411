"""The page that tells what changed in a lesson between two days."""

from __future__ import annotations

from collections import Counter

import nbformat
import pandas as pd
from markupsafe import Markup

from sourcebook.corpus import Corpus
from sourcebook.evidence import Citations
from sourcebook.handouts.comparing.arrivals import arrivals
from sourcebook.handouts.comparing.matching import Change, changes
from sourcebook.handouts.comparing.news import News, news
from sourcebook.handouts.comparing.reporting import Report
from sourcebook.handouts.comparing.telling import telling
from sourcebook.handouts.page import as_of, cells, dress, effective, own_words
from sourcebook.handouts.plan import Handout
from sourcebook.reading import Apparatus, source_list, table
from sourcebook.reading.phrases import own

_KINDS = ("added", "dropped", "reworded", "recited", "same")


def changes_page(
    handout: Handout, earlier: nbformat.NotebookNode, later: nbformat.NotebookNode, corpus: Corpus
) -> str:
    """Return a page that compares two editions of a lesson, as of two days.

    It opens with counts, goes on to what the later edition's articles tell for the first time, and
    then through the lesson statement by statement: what is said now and was not then, what was
    said then and is no longer, what is said in other words. What is unchanged is only counted.
    Every citation of either edition leads into one list of sources.

    Parameters
    ----------
    handout
        What was asked for; its `since` is the earlier day.
    earlier, later
        Its notebook, run for each of the two days.
    corpus
        The whole corpus.
    """
    parameters = effective(handout)
    articles = parameters["articles"]
    first, last = (
        corpus.select(articles=articles, as_of=day) for day in (handout.since, as_of(handout))
    )
    apparatus = Apparatus(last, Citations(last), own_words(handout))
    then, now = (
        telling(cells(run, parameters["audience"], own_words(handout))) for run in (earlier, later)
    )
    found = changes(then.statements, now.statements, (then.passages, now.passages))
    came = news(first, last)
    # In this order, which is that of the page: citing numbers the sources.
    parts = [
        _counts(apparatus, handout, came, found),
        *arrivals(apparatus, first, corpus, came),
        Markup("<h2>{}</h2>").format(apparatus.word("statement-by-statement")),
        Report(apparatus, then, now).told(found)
        or Markup("<p>{}</p>").format(apparatus.word("nothing-changed")),
        Markup("<h2>{}</h2>").format(apparatus.word("sources")),
        source_list(apparatus, corpus).html,
    ]
    return dress(handout, Markup("\n").join(part for part in parts if part), corpus)


def _counts(apparatus: Apparatus, handout: Handout, came: News, found: list[Change]) -> Markup:
    """Show how much changed; every number here is counted here."""
    kinds = Counter[str](change.kind for change in found)
    counts = {
        "articles-came-in": len(came.articles),
        "events-newly-told": len(came.events),
        "events-dated-otherwise": len(came.redated),
        "figures-newly-reported": len(came.figures),
        "differences-newly-visible": len(came.differences),
        **{f"statements-{kind}": kinds[kind] for kind in _KINDS},
    }
    intro = apparatus.word("changes-intro", first=handout.since, last=as_of(handout))
    what = apparatus.words("changes-counted")
    shown = table(
        pd.DataFrame([(own(apparatus, key), str(number)) for key, number in counts.items()]),
        own(apparatus, "changes-caption"),
        columns=[own(apparatus, "head-change"), own(apparatus, "head-number")],
        counted=own(apparatus, "counted", what=what),
    )
    return Markup('<h2>{}</h2>\n<p class="structural">{}</p>\n{}').format(
        apparatus.word("what-changed"), intro, shown
    )
