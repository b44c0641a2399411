"""An annotation: a labelled span that quotes its words and says who made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from sourcebook.span import Span


@dataclass(frozen=True)
class Annotation:
    """A labelled stretch of an article.

    `start` and `end` are code-point offsets into the raw text, end exclusive, and `quote` is
    exactly the words between them. `attributes` holds the layer's own columns as written; an
    empty string means "does not apply", ``unknown`` means "looked for and not known".

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> share = load_corpus().layer("figures", figure="no-need-to-rush")[0]
    >>> share.quote, share["unit"], str(share.span)
    ('64%', '% of respondents', 'reset-button:3019-3022')
    """

    article: str
    layer: str
    start: int
    end: int
    quote: str
    attributes: Mapping[str, str] = field(hash=False)
    maker: str
    status: str
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "attributes", MappingProxyType(dict(self.attributes)))

    def __getitem__(self, column: str) -> str:
        """Value of one of the layer's own columns, as written in its file."""
        return self.attributes[column]

    @property
    def span(self) -> Span:
        """Where the annotation stands."""
        return Span(self.article, self.start, self.end)
