"""Which articles go back to one report, told from their text alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sourcebook.reuse.grouping import grouped
from sourcebook.reuse.index import COMMON, CopyIndex
from sourcebook.reuse.overlap import CONTAINED, SAME_ORIGIN, containment, resemblance, shingles

ENOUGH = 20
"""Word runs a text must have to be cut from another (24 words): less is a headline or a credit."""


@dataclass(frozen=True)
class Copy:
    """Two articles that copy one report, and how much text they share, measured on all of it."""

    one: str
    other: str
    resemblance: float
    containment: float


def copies(texts: Mapping[str, str], common: int = COMMON) -> Iterator[Copy]:
    """Find the articles that copy one report, without comparing every pair.

    Two articles count when they resemble each other by `SAME_ORIGIN` or more, or when the shorter
    one is `CONTAINED` in the other.

    Parameters
    ----------
    texts
        Text by article id; each is read once, and again when a likely copy is measured.
    common
        Skip what more articles than this have in common: the lines that a site puts on every
        page must not make its articles one. Up to that many pages they can't be told from the
        story, so leave them out of the texts if you can.

    Yields
    ------
    Copy
        In the order of `texts`. Of a story with many near-copies each is paired with the one that
        came first, not with every other.

    Examples
    --------
    >>> story = " ".join(f"word{n} of the story" for n in range(50))
    >>> [(c.one, c.other) for c in copies({"a": story, "b": "unlike it", "c": story + " updated"})]
    [('a', 'c')]
    """
    index = CopyIndex(common)
    for article, text in texts.items():
        index.add(article, text)
    places = {article: place for place, article in enumerate(texts)}
    seen = set()
    for article in texts:
        for candidate in index.near(article):
            one, other = sorted((article, candidate.article), key=places.__getitem__)
            if (one, other) in seen:
                continue
            seen.add((one, other))
            pair = Copy(
                one,
                other,
                resemblance(texts[one], texts[other]),
                containment(texts[one], texts[other]),
            )
            if _one_origin(pair, texts):
                yield pair


def _one_origin(pair: Copy, texts: Mapping[str, str]) -> bool:
    if pair.resemblance >= SAME_ORIGIN:
        return True
    smaller = min(len(shingles(texts[pair.one])), len(shingles(texts[pair.other])))
    return pair.containment >= CONTAINED and smaller >= ENOUGH


def origins(texts: Mapping[str, str], common: int = COMMON) -> tuple[tuple[str, ...], ...]:
    """Group articles by the report they go back to; every article is in one group.

    Copies of copies count together. The number of groups is the number of independent sources, as
    far as text can tell: a report retold in other words is not seen.

    Returns
    -------
    tuple of tuple of str
        Ids in the order of `texts`, groups by their first.

    Examples
    --------
    >>> story = " ".join(f"word{n} of the story" for n in range(50))
    >>> origins({"a": story, "b": "unlike it", "c": story + " updated"})
    (('a', 'c'), ('b',))
    """
    return grouped(texts, ((copy.one, copy.other) for copy in copies(texts, common)))
