"""A text that changed, and what its annotations tell of the one that they were made for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import islice

from sourcebook.intake.nearest import Nearest, nearest
from sourcebook.intake.rows import Row

_LONG, _LONGEST = 12, 300  # characters of a quote that is no doubt found again
_MOST_FIXED = 200  # such quotes that are looked for
_MOST_LOOKED_AT = 10_000  # places of a quote
_LEAST = 3  # characters of words that may be looked for in the whole text


class ChangedText:
    """A text, and the words that stood in the text before it as far as annotations quoted them.

    Parameters
    ----------
    text
        The text as it is now.
    rows
        Annotations of the text as it was.
    length
        Characters of the text as it was.
    """

    def __init__(self, text: str, rows: Iterable[Row], length: int) -> None:
        self.text = text
        self._moved: dict[tuple[int, int], tuple[int, int]] = {}
        quotes = [(*span, row["quote"]) for row in rows if (span := span_of(row))]
        self._before = [""] * max((end for _, end, _ in quotes), default=0)
        for start, end, quote in quotes:
            self._before[start:end] = quote
        # Both ends of the text hold too.
        ends = [(0, 0, 0), (length, length, len(text) - length)]
        self._fixed = sorted([*_fixed(text, quotes), *ends])

    def words(self, start: int, end: int) -> str | None:
        """Return the words that stood there before; None if no annotation quoted them all."""
        pieces = self._before[start:end]
        return "".join(pieces) if start < end == start + len(pieces) and all(pieces) else None

    def follow(self, old: tuple[int, int], new: tuple[int, int]) -> None:
        """Remember that what stood at one place stands at another, as a person says."""
        self._moved[old] = new

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where words of the old text stand now; None if that is not certain.

        It is where they moved with a row that held them, or where they stood, or the one place
        that says them. Where not all the words are known, it is where they must be if the text
        before and after them moved as far.
        """
        if start >= end:
            return None
        if (start, end) in self._moved:
            return self._moved[start, end]
        words = self.words(start, end)
        if words is None:
            return self._between(start, end)
        shifts = [
            new - first
            for (first, last), (new, _) in self._moved.items()
            if first <= start and end <= last
        ]
        for shift in (*shifts, 0):
            if self._says(start + shift, words):
                return start + shift, end + shift
        once = stands_at(self.text, words) if len(words) >= _LEAST else []
        return (once[0], once[0] + len(words)) if len(once) == 1 else None

    def _between(self, start: int, end: int) -> tuple[int, int] | None:
        before = [shift for first, _, shift in self._fixed if first <= start]
        after = [shift for _, last, shift in self._fixed if last >= end]
        if not before or not after or before[-1] != after[0]:
            return None
        first, last = start + after[0], end + after[0]
        known = self._before[start:end]
        now = self.text[first:last]
        if (
            first < 0
            or len(now) < end - start
            or any(one and one != other for one, other in zip(known, now, strict=False))
        ):
            return None
        return first, last

    def speaker(
        self, start: int, end: int, shift: int, names: Iterable[str]
    ) -> tuple[int, int] | None:
        """Return where the words that name a speaker stand, if the quotation moved by `shift`.

        Where nothing quoted those words, the ones that stand there now must be one of `names`.
        """
        first, last = start + shift, end + shift
        words = self.words(start, end)
        if words is None:
            now = self.text[first:last] if first >= 0 else ""
            return (first, last) if now.casefold() in {name.casefold() for name in names} else None
        return (first, last) if self._says(first, words) else None

    def proposal(self, row: Row) -> Nearest | None:
        """Return the passage that may be what a row quoted, nearest to where it should now be."""
        span = span_of(row)
        start = span[0] if span else 0
        place = bisect_left(self._fixed, (start, 0, 0))
        around = self._fixed[max(place - 1, 0) : place + 1]
        shift = min(around, key=lambda one: abs(one[0] - start))[2]
        return nearest(self.text, row["quote"], max(start + shift, 0))

    def _says(self, start: int, words: str) -> bool:
        return start >= 0 and self.text.startswith(words, start)


def span_of(row: Mapping[str, str], prefix: str = "") -> tuple[int, int] | None:
    """Return a row's start and end; None where they are no span."""
    start, end = row[f"{prefix}start"], row[f"{prefix}end"]
    if not (re.fullmatch("[0-9]{1,9}", start) and re.fullmatch("[0-9]{1,9}", end)):
        return None
    if int(end) <= int(start) or (not prefix and int(end) - int(start) != len(row["quote"])):
        return None
    return int(start), int(end)


def stands_at(text: str, words: str, most: int = 4) -> list[int]:
    """Return the first places where words stand, within longer words only if nowhere else."""
    if not words:
        return []
    inside: list[int] = []
    whole: list[int] = []
    for match in islice(re.finditer(re.escape(words), text), _MOST_LOOKED_AT):
        before = text[max(match.start() - 1, 0) : match.start()]
        after = text[match.end() : match.end() + 1]
        torn = bool(before) and (before + words[0]).isalnum()
        torn = torn or (bool(after) and (words[-1] + after).isalnum())
        (inside if torn else whole).append(match.start())
        if len(whole) == most:
            break
    return (whole or inside)[:most]


def _fixed(text: str, quotes: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, int]]:
    """Return old start, old end and shift of quotes that stand once, which places others."""
    long = {one for one in quotes if _LONG <= len(one[2]) <= _LONGEST}
    shifts = []
    for start, end, quote in sorted(long, key=lambda one: (-len(one[2]), one))[:_MOST_FIXED]:
        place = text.find(quote)
        if place >= 0 and text.find(quote, place + 1) < 0:
            shifts.append((start, end, place - start))
    return shifts
