"""A corpus: articles, their annotations and the vocabulary, whole or as one edition sees it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

from sourcebook.annotation import Annotation
from sourcebook.article import Article
from sourcebook.corpus.vocabulary import Vocabulary
from sourcebook.errors import choose
from sourcebook.layers import LAYERS
from sourcebook.span import Span


@dataclass(frozen=True)
class Corpus:
    """Articles in catalogue order, with the annotations that stand in them.

    `as_of` is the day whose knowledge is shown, or None for all. `digest` names the exact bytes
    the whole corpus was read from; a selection keeps it.
    """

    root: Path
    digest: str
    articles: Mapping[str, Article] = field(hash=False)
    annotations: tuple[Annotation, ...] = field(hash=False)
    vocabulary: Vocabulary
    as_of: date | None = None

    def article(self, id_: str) -> Article:
        """Article of that id; an unknown id raises UnknownName and lists the valid ones."""
        return self.articles[choose(id_, self.articles, "article")]

    def layer(self, name: str, **attributes: str) -> tuple[Annotation, ...]:
        """Annotations of one layer, in catalogue order and then by position.

        Parameters
        ----------
        name
            A layer, such as ``figures``.
        **attributes
            Keep only annotations whose column has exactly this value.

        Raises
        ------
        UnknownName
            If there is no such layer or column; the message lists the valid ones.

        Examples
        --------
        >>> from sourcebook import load_corpus
        >>> [a.quote for a in load_corpus().layer("figures", figure="not-apologetic")]
        ['Around 85%', '85%']
        """
        choose(name, LAYERS, "layer")
        columns = [column.name for column in LAYERS[name].columns]
        for column in attributes:
            choose(column, columns, f"column of {name}")
        wanted = attributes.items()
        return tuple(
            annotation
            for annotation in self.annotations
            if annotation.layer == name
            and all(annotation[column] == value for column, value in wanted)
        )

    def text(self, span: Span) -> str:
        """Words of a span; an article outside this corpus raises UnknownName."""
        return self.article(span.article).text[span.start : span.end]

    def select(
        self,
        articles: Iterable[str] = (),
        topics: Iterable[str] = (),
        as_of: date | None = None,
    ) -> Corpus:
        """Keep only some articles, and the annotations that stand in them.

        Parameters
        ----------
        articles
            Ids to keep; none given keeps all.
        topics
            Keep articles on at least one of these topics; none given keeps all.
        as_of
            Keep articles that may have been published on or before this day (inclusive). An
            article whose date is only bounded counts from its earliest day; `uncertain` flags it
            while its latest day is still to come.

        Raises
        ------
        UnknownName
            If an id or topic does not exist; the message lists the valid ones.

        Examples
        --------
        >>> from sourcebook import load_corpus
        >>> early = load_corpus().select(as_of=date(2020, 12, 31))
        >>> list(early.articles), early.uncertain
        (['beijing-urges-seoul', 'seoul-beefs-up-diplomacy'], ('beijing-urges-seoul',))
        """
        ids, wanted_topics = tuple(articles), tuple(topics)
        for id_ in ids:
            self.article(id_)
        for topic in wanted_topics:
            self.vocabulary.entry("topics", topic)
        kept = {
            article.id: article
            for article in self.articles.values()
            if (not ids or article.id in ids)
            and (not wanted_topics or set(wanted_topics) & set(article.topics))
            and (as_of is None or article.date.earliest <= as_of)
        }
        bounds = [day for day in (self.as_of, as_of) if day is not None]
        return dataclasses.replace(
            self,
            articles=MappingProxyType(kept),
            annotations=tuple(a for a in self.annotations if a.article in kept),
            as_of=min(bounds, default=None),
        )

    @property
    def uncertain(self) -> tuple[str, ...]:
        """Ids of articles that may have been published after the as-of date."""
        if self.as_of is None:
            return ()
        return tuple(a.id for a in self.articles.values() if a.date.latest > self.as_of)

    @property
    def origins(self) -> Mapping[str, tuple[str, ...]]:
        """Article ids by origin: those under one key copy one report and are one source."""
        found: dict[str, tuple[str, ...]] = {}
        for article in self.articles.values():
            found[article.origin.value] = (*found.get(article.origin.value, ()), article.id)
        return MappingProxyType(found)
