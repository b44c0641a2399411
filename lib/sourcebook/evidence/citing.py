"""Cite passages by number, and find the words that a citation is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.corpus import Corpus
from sourcebook.errors import SourcebookError
from sourcebook.evidence.computing import Computation
from sourcebook.span import Span


@dataclass(frozen=True)
class Note:
    """One numbered entry of a source list: a passage and the words cited in it.

    `passage` is the paragraph that holds the cited words; `cited` lists those spans in order of
    position.
    """

    number: int
    passage: Span
    cited: tuple[Span, ...]


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
        self._computed: list[Computation] = []

    def cite(self, spans: Iterable[Span]) -> tuple[int, ...]:
        """Cite each span and return the numbers of their passages, ascending."""
        numbers = set()
        for span in spans:
            passage = paragraph(self._corpus, span)
            self._cited.setdefault(passage, set()).add(span)
            numbers.add(list(self._cited).index(passage) + 1)
        return tuple(sorted(numbers))

    def compute(self, computation: Computation) -> str:
        """Note a computation, cite what it rests on, and return the letter it is known by.

        Letters run from a to z, then aa, ab and so on.
        """
        self.cite(computation.spans)
        if computation not in self._computed:
            self._computed.append(computation)
        return _letter(self._computed.index(computation))

    @property
    def computations(self) -> tuple[tuple[str, Computation], ...]:
        """Every computation noted so far, by letter."""
        return tuple((_letter(place), one) for place, one in enumerate(self._computed))

    @property
    def notes(self) -> tuple[Note, ...]:
        """Every passage cited so far, by number."""
        return tuple(
            Note(number, passage, tuple(sorted(cited)))
            for number, (passage, cited) in enumerate(self._cited.items(), start=1)
        )


def _letter(place: int) -> str:
    first, last = divmod(place, 26)
    return (_letter(first - 1) if first else "") + chr(ord("a") + last)
