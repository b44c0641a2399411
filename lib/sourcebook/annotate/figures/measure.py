"""A figure before its hedge is read, and how to step from word to word."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sourcebook.annotate.figures.counted import Words


@dataclass(frozen=True)
class Measure:
    """A figure before its hedge is read: a value, or a lower and an upper end.

    `noun` is where the counted noun phrase stands, its end exclusive. `kind` is that of its unit,
    or count, bare, share, age, rank, score, group or years.
    """

    start: int
    end: int
    unit: str
    kind: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    noun: tuple[int, int] | None = None


def next_word(words: Words, at: int, end: int) -> int:
    """Give the number of the first word that begins at `end` or later."""
    while at < len(words) and words[at][1] < end:
        at += 1
    return at


def word_at(words: Words, at: int, start: int) -> int:
    """Give the number of the word that holds character `start`."""
    while at + 1 < len(words) and words[at + 1][1] <= start:
        at += 1
    return at


def inside(text: str, words: Words, at: int) -> bool:
    """Tell whether word number `at` stands inside a sentence, a single space after another word."""
    return at > 0 and text[words[at - 1][2] : words[at][1]] in (" ", ", ")
