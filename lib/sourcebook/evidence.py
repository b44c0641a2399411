"""Cite passages by number, and count how many independent sources say a thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sourcebook.corpus import Corpus, Entry
from sourcebook.errors import SourcebookError
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


@dataclass(frozen=True)
class Note:
    """One numbered entry of a source list: a passage and the words cited in it.

    `passage` is the paragraph that holds the cited words; `cited` lists those spans in order of
    position.
    """

    number: int
    passage: Span
    cited: tuple[Span, ...]


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


def who_says(corpus: Corpus, spans: Iterable[Span]) -> tuple[str, ...]:
    """Name everyone whom the spans quote or credit, in order and once each.

    A speaker whom the article does not name is followed by ", not named", one whose words reach
    it through somebody else by ", relayed". Where the article credits nobody in particular, as
    with "reportedly", the source is "not told".

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> who_says(load_corpus(), [Span("reset-button", 2070, 2084)])
    ('Yoon Suk Yeol',)
    """
    wanted = tuple(spans)
    names = []
    for layer, column in (("quotations", "speaker"), ("attributions", "source")):
        for said in corpus.layer(layer):
            if any(said.span.overlaps(span) for span in wanted):
                if said[column] == "unknown":
                    names.append("source not told")
                    continue
                hidden = ", not named" if said["named"] == "anonymous" else ""
                via = ", relayed" if said["relayed_by"] else ""
                names.append(f"{corpus.vocabulary.label(said[column])}{hidden}{via}")
    return tuple(dict.fromkeys(names))


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


def find_words(corpus: Corpus, article: str, words: str) -> Span:
    """Find the one place where an article says exactly these words.

    Raises
    ------
    SourcebookError
        If the article does not say them, or says them more than once.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> str(find_words(load_corpus(), "reset-button", "“grave threat”"))
    'reset-button:2070-2084'
    """
    text = corpus.article(article).text
    count = text.count(words) if words else 0
    if count != 1:
        raise SourcebookError(
            f"{words!r} stands {count} times in {article}; a citation needs words that stand there "
            "once. Copy them from the raw file, quotation marks and all, as many as tell the place "
            "apart."
        )
    start = text.index(words)
    return Span(article, start, start + len(words))


def paragraph(corpus: Corpus, span: Span) -> Span:
    """Widen a span to the whole lines it stands in, which are the paragraphs of these files."""
    text = corpus.article(span.article).text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end - 1)
    return Span(span.article, start, len(text) if end < 0 else max(end, span.end))


class Citations:
    """Numbers passages in the order in which a handout first cites them.

    Citing is the one thing in the kit that remembers: the number of a passage depends on what
    was cited before. The same passage always keeps its number, so running a cell again changes
    nothing.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> corpus = load_corpus()
    >>> citations = Citations(corpus)
    >>> citations.cite(a.span for a in corpus.layer("figures", figure="not-apologetic"))
    (1, 2)
    >>> [str(note.passage) for note in citations.notes]
    ['reset-button:2939-3247', 'drop-trade-dispute:2225-2530']
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._cited: dict[Span, set[Span]] = {}

    def cite(self, spans: Iterable[Span]) -> tuple[int, ...]:
        """Cite each span and return the numbers of their passages, ascending."""
        numbers = set()
        for span in spans:
            passage = paragraph(self._corpus, span)
            self._cited.setdefault(passage, set()).add(span)
            numbers.add(list(self._cited).index(passage) + 1)
        return tuple(sorted(numbers))

    @property
    def notes(self) -> tuple[Note, ...]:
        """Every passage cited so far, by number."""
        return tuple(
            Note(number, passage, tuple(sorted(cited)))
            for number, (passage, cited) in enumerate(self._cited.items(), start=1)
        )
