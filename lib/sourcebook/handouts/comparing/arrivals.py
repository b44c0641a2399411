"""Show what an edition's articles tell that an earlier edition's did not, each item cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from sourcebook.corpus import Corpus, Entry
from sourcebook.evidence import dated
from sourcebook.handouts.comparing.news import News
from sourcebook.interval import Interval
from sourcebook.reading import Apparatus, quoted
from sourcebook.reading.articles import about
from sourcebook.span import Span


def arrivals(apparatus: Apparatus, earlier: Corpus, whole: Corpus, came: News) -> Iterator[Markup]:
    """Yield the lists of a page, one under each heading; what is empty is left out.

    Parameters
    ----------
    apparatus
        That of the page; its corpus is the later edition's.
    earlier
        The earlier edition.
    whole
        All articles, which tell whether a side of a difference is left out.
    came
        What came in between the two.
    """
    corpus = apparatus.corpus
    if came:
        yield Markup("<h2>{}</h2>").format(apparatus.word("newly-known"))
    yield _listed(
        apparatus,
        "articles-came-in",
        (
            Markup('<li data-article="{0}"><b>{0}</b> — {1}</li>').format(
                id_, about(apparatus, corpus.article(id_))
            )
            for id_ in came.articles
        ),
    )
    yield _listed(
        apparatus,
        "events-newly-told",
        (
            Markup("<li>{}: {}{}{}</li>").format(
                event.label,
                _when(apparatus, dated(corpus, event)),
                _outlook(apparatus, event.key),
                apparatus.marks(_spans(corpus, "events", event=event.key)),
            )
            for event in came.events
        ),
    )
    yield _listed(
        apparatus,
        "events-dated-otherwise",
        (
            Markup("<li>{}. {}: {}{}. {}: {}{}</li>").format(
                one.event.label,
                apparatus.word("before"),
                _when(apparatus, one.before),
                apparatus.marks(_spans(earlier, "events", event=one.event.key)),
                apparatus.word("after"),
                _when(apparatus, one.after),
                apparatus.marks(_spans(corpus, "events", event=one.event.key)),
            )
            for one in came.redated
        ),
    )
    yield _listed(
        apparatus,
        "figures-newly-reported",
        (
            Markup("<li>{}: {}{}</li>").format(
                figure.label,
                quoted(corpus.layer("figures", figure=figure.key)[0].quote),
                apparatus.marks(_spans(corpus, "figures", figure=figure.key)),
            )
            for figure in came.figures
        ),
    )
    yield _listed(
        apparatus,
        "differences-newly-visible",
        (
            Markup("<li>{}{}</li>").format(
                _difference(apparatus, whole, difference),
                apparatus.marks(
                    side.span for side in corpus.layer("differences", difference=difference.key)
                ),
            )
            for difference in came.differences
        ),
    )


def _listed(apparatus: Apparatus, heading: str, items: Iterable[Markup]) -> Markup:
    told = Markup("\n").join(items)
    if not told:
        return Markup("")
    html = Markup('<h3>{}</h3>\n<ul class="news">\n{}\n</ul>')
    return html.format(apparatus.word(heading), told)


def _when(apparatus: Apparatus, when: Interval | None) -> object:
    # A date stands among English words, whatever language the page's own words are in.
    return str(when) if when else apparatus.word("date-not-told")


def _outlook(apparatus: Apparatus, event: str) -> Markup:
    """Say how an event is told that nobody tells as past."""
    told = list(dict.fromkeys(a["outlook"] for a in apparatus.corpus.layer("events", event=event)))
    if "happened" in told:
        return Markup("")
    words = Markup(", ").join(apparatus.word(f"told-{outlook}") for outlook in told)
    return Markup(" ({})").format(words)


def _difference(apparatus: Apparatus, whole: Corpus, difference: Entry) -> object:
    """Name the positions; the title speaks of every side, so it stands only where every side is."""
    sides = apparatus.corpus.layer("differences", difference=difference.key)
    positions = "; ".join(dict.fromkeys(side["position"] for side in sides))
    if len(sides) < len(whole.layer("differences", difference=difference.key)):
        return positions
    return Markup("<b>{}</b> — {}").format(difference.label, positions)


def _spans(corpus: Corpus, layer: str, **wanted: str) -> list[Span]:
    """Return the first place in each article: the lesson cites the others where it needs them."""
    first = {one.article: one.span for one in reversed(corpus.layer(layer, **wanted))}
    return [first[id_] for id_ in corpus.articles if id_ in first]
