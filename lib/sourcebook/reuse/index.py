"""An index of articles that finds the likely copies of one without comparing it with all."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.errors import SourcebookError, choose
from sourcebook.reuse.fingerprints import fingerprints
from sourcebook.reuse.overlap import CONTAINED, SAME_ORIGIN

COMMON = 20
"""A fingerprint held by more articles than this is the site's own text or a stock phrase, and is
skipped. Near-copies count once, so that a story printed by a hundred papers is still found; one
that more papers than this each rewrote by a third is not: raise the limit for such a collection."""

NEAR_COPY = 0.7
"""An article of which this share stands in another is a near-copy of it: only what it has beyond
the other is entered, so that ten thousand copies cost no more than one. The share is its own: a
page that holds another's whole is no copy of it, or a site's lines would never become common."""

_SKIPPED = -1


@dataclass(frozen=True)
class Candidate:
    """An article that probably shares text with another, and how much, estimated.

    `resemblance` and `containment` are estimated from `shared` fingerprints, which are a sample;
    fingerprints that too many articles hold are left out. Reported from half of `SAME_ORIGIN` or
    half of `CONTAINED` on, since an estimate may come out low.
    """

    article: str
    resemblance: float
    containment: float
    shared: int


class CopyIndex:
    """Finds likely copies among any number of articles, one added after another.

    Fingerprints by winnowing, in an inverted index. An article of 600 words has about a hundred,
    which take some 90 bytes each; texts are not kept. `datasketch` (MinHash LSH) is the better
    choice where millions of articles are shared between processes or kept in Redis, or where only
    copies of the whole matter: it holds a fixed number of bytes per article and finds no brief
    that was cut from a long story.

    Parameters
    ----------
    common
        Skip fingerprints that more articles than this hold.

    Examples
    --------
    >>> story = " ".join(f"word{n} of the story" for n in range(50))
    >>> index = CopyIndex()
    >>> index.add("original", story)
    ()
    >>> [found.article for found in index.add("copy", "Seen elsewhere: " + story)]
    ['original']
    """

    def __init__(self, common: int = COMMON) -> None:
        self.compared = 0
        """Pairs of articles whose fingerprints were compared so far."""
        self._common = common
        self._ids: list[str] = []
        self._numbers: dict[str, int] = {}
        self._marks: list[array[int]] = []
        # The number of the one article that holds a fingerprint, their list, or _SKIPPED.
        self._holders: dict[int, int | list[int]] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, article: str, text: str) -> tuple[Candidate, ...]:
        """Enter an article and return the likely copies among those entered before it.

        What is common shows only as articles come in: `near` tells by all that came since.

        Raises
        ------
        SourcebookError
            If an article of this id was entered before.
        """
        if article in self._numbers:
            raise SourcebookError(f"{article!r} is in the index already; give each text its own id")
        marks = fingerprints(text)
        telling = self._telling(marks)
        found = self._candidates(telling)
        number = self._numbers[article] = len(self._ids)
        self._ids.append(article)
        # Sorted, so that the index is the same whatever order a set has.
        self._marks.append(array("q", sorted(marks)))
        known: set[int] = set()
        for candidate in found:
            if candidate.shared >= NEAR_COPY * len(telling):
                known.update(self._marks[self._numbers[candidate.article]])
        self._enter(number, marks - known)
        return found

    def near(self, article: str) -> tuple[Candidate, ...]:
        """Return the likely copies of an article among all that are in the index, the likest first.

        Of a story with many near-copies, the one entered first stands for the others.

        Raises
        ------
        UnknownName
            If no article of this id was entered.
        """
        number = self._numbers[choose(article, self._numbers, "article")]
        return self._candidates(self._telling(self._marks[number]), number)

    def _enter(self, number: int, marks: Iterable[int]) -> None:
        for mark in marks:
            held = self._holders.setdefault(mark, number)
            if isinstance(held, list):
                held.append(number)
                if len(held) > self._common:
                    self._holders[mark] = _SKIPPED
            elif held not in (number, _SKIPPED):
                self._holders[mark] = [held, number] if self._common > 1 else _SKIPPED

    def _telling(self, marks: Iterable[int]) -> set[int]:
        return {mark for mark in marks if self._holders.get(mark) != _SKIPPED}

    def _candidates(self, telling: set[int], own: int | None = None) -> tuple[Candidate, ...]:
        counts: dict[int, int] = {}
        for mark in telling:
            held = self._holders.get(mark, ())
            for number in (held,) if isinstance(held, int) else held:
                counts[number] = counts.get(number, 0) + 1
        found = []
        for number, count in counts.items():
            # One fingerprint in common is a turn of phrase, unless it is all that one of them has.
            if number != own and count >= min(2, len(telling), len(self._marks[number])):
                found.append(self._compare(telling, number))
        return tuple(
            sorted(
                (
                    one
                    for one in found
                    if one.resemblance >= SAME_ORIGIN / 2 or one.containment >= CONTAINED / 2
                ),
                key=lambda one: (-one.resemblance, -one.containment, one.article),
            )
        )

    def _compare(self, telling: set[int], number: int) -> Candidate:
        self.compared += 1
        other = self._telling(self._marks[number])
        shared = len(telling & other)
        union, smaller = len(telling | other), min(len(telling), len(other))
        return Candidate(
            self._ids[number],
            shared / union if union else 0.0,
            shared / smaller if smaller else 0.0,
            shared,
        )
