"""Count how many independent sources say a thing, and tell when it was, as far as they do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sourcebook.article import Article
from sourcebook.corpus import Corpus, Entry
from sourcebook.interval import Interval
from sourcebook.span import Span


@dataclass(frozen=True)
class Support:
    """How many articles say a thing, and from how many origins.

    Examples
    --------
    >>> str(Support(2, 1))
    '2 articles, 1 origin'
    """

    articles: int
    origins: int

    def __str__(self) -> str:
        articles = "1 article" if self.articles == 1 else f"{self.articles} articles"
        origins = "1 origin" if self.origins == 1 else f"{self.origins} origins"
        return f"{articles}, {origins}"


def support(corpus: Corpus, spans: Iterable[Span]) -> Support:
    """Count the articles that spans stand in, and their independent origins.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> corpus = load_corpus()
    >>> str(support(corpus, [a.span for a in corpus.layer("figures", figure="not-apologetic")]))
    '2 articles, 1 origin'
    """
    return count_sources(corpus, (span.article for span in spans))


def count_sources(corpus: Corpus, articles: Iterable[str]) -> Support:
    """Count articles, by id and once each, and their independent origins."""
    ids = set(articles)
    return Support(len(ids), len({corpus.article(id_).origin.value for id_ in ids}))


def by_date(corpus: Corpus) -> list[Article]:
    """Return the articles by the day they were published, the earliest first, undated ones last.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> [article.id for article in by_date(load_corpus())][:2]
    ['beijing-urges-seoul', 'seoul-beefs-up-diplomacy']
    """
    return sorted(
        corpus.articles.values(),
        key=lambda one: (not one.dated.known, one.date.earliest, one.date.latest),
    )


def number_origins(corpus: Corpus) -> dict[str, int]:
    """Give each origin of these articles a number, from 1, in the order of their earliest ones.

    An origin may be called after an article that a selection leaves out, so that its name would
    tell of what an edition cannot know. Its number doesn't.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> number_origins(load_corpus().select(["reset-button"]))
    {'tokyo-summit-wire': 1}
    """
    origins = dict.fromkeys(article.origin.value for article in by_date(corpus))
    return {origin: number for number, origin in enumerate(origins, start=1)}


def dated(corpus: Corpus, event: Entry) -> Interval | None:
    """Return when an event took place, as far as these articles tell.

    The registry's interval rests on evidence in several articles. Where a selection leaves some
    of them out, only the date expressions that it holds count: a later article's exact day must
    not reach an edition that cannot know it.

    Returns
    -------
    Interval or None
        None when no article here dates the event.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> corpus = load_corpus()
    >>> plan = corpus.vocabulary.entry("events", "compensation-plan")
    >>> str(dated(corpus, plan)), str(dated(corpus.select(["reset-button"]), plan))
    ('6 March 2023', '5–12 March 2023')
    """
    if all(span.article in corpus.articles for span in event.evidence):
        return event.interval
    told = [
        Interval(date.fromisoformat(a["earliest"]), date.fromisoformat(a["latest"]))
        for a in corpus.layer("dates", event=event.key)
    ]
    if not told:
        return None
    # Each expression alone is true of the event, so all together are: their common days.
    earliest, latest = max(i.earliest for i in told), min(i.latest for i in told)
    return Interval(earliest, latest) if earliest <= latest else told[0]
