"""Find where a changed text may now say what it said elsewhere before; propose, never move."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

_FAR = 200_000  # characters either way in which the exact words are looked for
_NEAR = 3_000  # characters either way in which similar words are looked for
_MOST_WORDS = 60  # of a quote that are compared
_ALIKE = 0.5  # share of words in common from which a passage is proposed
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")
_SIGNS = 4  # at either end of a quote


@dataclass(frozen=True)
class Nearest:
    """A passage that may be the one an orphan quoted.

    `match` is ``exact`` where it says the same words, else ``similar``.
    """

    start: int
    end: int
    match: str


def nearest(text: str, quote: str, start: int) -> Nearest | None:
    """Return the passage nearest to an old place that says a quote's words, or most of them.

    A similar passage has the same numbers, and marks at its ends where the quote has some.

    Parameters
    ----------
    text
        The changed text.
    quote
        What the annotation covered before.
    start
        Where it began then.

    Returns
    -------
    Nearest or None
        None where nothing near is like it.

    Examples
    --------
    >>> nearest("Now the old bridge is closed.", "old bridge", 3)
    Nearest(start=8, end=18, match='exact')
    >>> nearest("The old iron bridge has closed.", "The old bridge has closed", 0)
    Nearest(start=0, end=30, match='similar')
    """
    if not quote:
        return None
    start = min(start, len(text))
    low, high = max(start - _FAR, 0), start + _FAR + len(quote)
    after = text.find(quote, start, high)
    before = text.rfind(quote, low, start + len(quote))
    exact = [place for place in (before, after) if place >= 0]
    if exact:
        place = min(exact, key=lambda one: abs(one - start))
        return Nearest(place, place + len(quote), "exact")
    return _similar(text, quote, start)


def _similar(text: str, quote: str, start: int) -> Nearest | None:
    wanted = Counter(word.lower() for word in _WORD.findall(quote[: 20 * _MOST_WORDS]))
    size = min(wanted.total(), _MOST_WORDS)
    if not size:
        return None
    low = max(start - _NEAR, 0)
    words = list(_WORD.finditer(text, low, min(start + len(quote) + _NEAR, len(text))))
    best: tuple[float, int, int, int] | None = None
    span: tuple[int, int] | None = None
    quote = _compared(quote)
    # A passage may have gained or lost a few words.
    for width in range(max(size - 2, 1), size + 3):
        held: Counter[str] = Counter()
        shared = 0
        for place, match in enumerate(words):
            word = match.group().lower()
            held[word] += 1
            shared += held[word] <= wanted[word]
            if place >= width:
                gone = words[place - width].group().lower()
                shared -= held[gone] <= wanted[gone]
                held[gone] -= 1
            if place >= width - 1 or place == len(words) - 1:
                first = words[max(place - width + 1, 0)]
                share = 2 * shared / (size + width)
                found = (share, -abs(first.start() - start), first.start(), match.end())
                if share < _ALIKE or (best is not None and found <= best):
                    continue
                ends = _with_signs(text, quote, first.start(), match.end())
                if _agrees(text, quote, *ends):
                    best, span = found, ends
    return Nearest(*span, "similar") if span else None


def _agrees(text: str, quote: str, start: int, end: int) -> bool:
    """Tell whether a passage has a quote's numbers, and signs at its ends where it has some.

    They are what a row is about: without them it would be another row. Nor does it run into another
    paragraph.
    """
    ends = ((quote[0], text[start]), (quote[-1], text[end - 1]))
    return (
        all(one.isalnum() == other.isalnum() for one, other in ends)
        and ("\n" in quote or text.find("\n", start, end) < 0)
        and sorted(_DIGITS.findall(quote)) == sorted(_DIGITS.findall(text, start, end))
    )


def _compared(quote: str) -> str:
    """Return as much of a quote as is compared."""
    words = list(islice(_WORD.finditer(quote), _MOST_WORDS + 1))
    return (quote[: words[-2].end()] if len(words) > _MOST_WORDS else quote).strip()


def _with_signs(text: str, quote: str, start: int, end: int) -> tuple[int, int]:
    """Take in quotation marks, currency signs and the like where the quote has such at its ends."""
    for sign in quote[:_SIGNS]:
        if sign.isalnum() or not start or not _is_sign(text[start - 1]):
            break
        start -= 1
    for sign in quote[: -_SIGNS - 1 : -1]:
        if sign.isalnum() or end == len(text) or not _is_sign(text[end]):
            break
        end += 1
    return start, end


def _is_sign(char: str) -> bool:
    return not (char.isalnum() or char.isspace())
