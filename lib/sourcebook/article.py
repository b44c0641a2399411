"""An article: the raw text as received, and what its catalogue entry knows of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sourcebook.interval import Interval
from sourcebook.span import Span

FACTS = ("headline", "outlet", "byline", "dateline", "language", "version", "origin")
"""What the catalogue holds of an article as a Fact, apart from its date."""

Basis = Literal["stated", "inferred", "background", "unknown"]


@dataclass(frozen=True)
class Fact:
    """Something held true of an article, and why.

    `basis` is ``stated`` (the evidence says it), ``inferred`` (the evidence and the note argue
    it), ``background`` (known from outside the corpus) or ``unknown``.
    """

    value: str
    basis: Basis
    evidence: tuple[Span, ...] = ()
    note: str = ""

    @property
    def known(self) -> bool:
        """False where the catalogue says ``unknown``."""
        return self.basis != "unknown"


@dataclass(frozen=True)
class Defect:
    """Something wrong with the file as received, such as a missing closing quotation mark."""

    what: str
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Article:
    """A raw file and its catalogue entry.

    `text` is the file read as UTF-8 with its line ends kept; all offsets count its code points.
    `date` is the interval in which the article was published, both ends included; `dated` says
    how that is known. Articles with the same `origin` copy one report and count as one source.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> article = load_corpus().article("reset-button")
    >>> str(article.date), article.dated.basis
    ('16 March 2023', 'inferred')
    """

    id: str
    file: str
    text: str
    sha256: str
    topics: tuple[str, ...]
    genre: str
    date: Interval
    dated: Fact
    headline: Fact
    outlet: Fact
    byline: Fact
    dateline: Fact
    language: Fact
    version: Fact
    origin: Fact
    defects: tuple[Defect, ...] = ()
