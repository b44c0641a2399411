"""A stretch of an article: the address that every citation uses."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WRITTEN = re.compile(r"(?P<article>[a-z0-9]+(?:-[a-z0-9]+)*):(?P<start>\d+)-(?P<end>\d+)")


@dataclass(frozen=True, order=True)
class Span:
    """Characters `start` to `end` of an article.

    Offsets are Unicode code points into the raw file, `start` inclusive and `end` exclusive.

    Examples
    --------
    >>> Span.parse("warming-fast:946-961")
    Span(article='warming-fast', start=946, end=961)
    >>> str(Span("warming-fast", 946, 961))
    'warming-fast:946-961'
    """

    article: str
    start: int
    end: int

    @classmethod
    def parse(cls, written: str) -> Span:
        """Read ``ARTICLE:START-END``; anything else raises ValueError."""
        match = _WRITTEN.fullmatch(written)
        if match is None:
            raise ValueError(f"{written!r} is not written ARTICLE:START-END")
        return cls(match["article"], int(match["start"]), int(match["end"]))

    def __str__(self) -> str:
        return f"{self.article}:{self.start}-{self.end}"

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character of one article."""
        return self.article == other.article and self.start < other.end and other.start < self.end
