"""Where two texts say the same words: aligned runs of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sourcebook.reuse.chaining import in_order
from sourcebook.reuse.words import words

SEED = 4
"""Words in a row from which a match is grown; the shortest run that is reported."""

MOVED = 8
"""Words that a run out of order must have: shorter ones are turns of phrase more often than not."""

RARE = 5
"""A seed that stands more often than this in one of the texts starts no match: it is a refrain,
and every pair of its places would have to be tried. A run grown from a rarer seed crosses it."""


@dataclass(frozen=True)
class Run:
    """Words that stand in both texts.

    `first` and `second` are code-point spans, ends exclusive. The `words` in them are the same
    but for case, punctuation and spelling. `moved` is True where the run breaks the order that
    the rest of the text keeps.
    """

    first: tuple[int, int]
    second: tuple[int, int]
    words: int
    moved: bool = False


def align(first: str, second: str) -> tuple[Run, ...]:
    """Return the runs of words that two texts share, in the order of the first.

    No word belongs to two runs. Runs have `SEED` words or more, moved ones `MOVED` or more. The
    time taken grows with the length of the texts, whatever they repeat.

    Examples
    --------
    >>> runs = align("The toll will rise by 5% in May.", "In Ely the toll will rise by 4%.")
    >>> [(run.first, run.second, run.words) for run in runs]
    [((0, 21), (7, 28), 5)]
    """
    one, other = words(first), words(second)
    matches = shared_runs([word.form for word in one], [word.form for word in other])
    kept = in_order([(j, size) for _, j, size in matches])
    return tuple(
        Run(
            (one[i].start, one[i + size - 1].end),
            (other[j].start, other[j + size - 1].end),
            size,
            moved=not straight,
        )
        for (i, j, size), straight in zip(matches, kept, strict=True)
        if straight or size >= MOVED
    )


def shared_runs(
    one: Sequence[str], other: Sequence[str], seed: int = SEED
) -> list[tuple[int, int, int]]:
    """Return runs that stand in both sequences: place in one, place in the other, length.

    In the order of the first sequence; no item belongs to two runs, the longest run has its items.
    A run has at least `seed` items.

    Examples
    --------
    >>> shared_runs("the cat sat on the mat".split(), "a cat sat on it".split(), seed=2)
    [(1, 1, 3)]
    """
    shortest = min(len(one), len(other))
    head = 0
    while head < shortest and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < shortest - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    found = [(0, 0, head), (len(one) - tail, len(other) - tail, tail)]
    # The ends that agree are matched already, which also settles texts that are the same.
    ends = len(one) - tail, len(other) - tail
    found += _grown(one[head : ends[0]], other[head : ends[1]], seed, head)
    return _disjoint(found, len(one), len(other), seed)


def _grown(
    one: Sequence[str], other: Sequence[str], seed: int, offset: int
) -> list[tuple[int, int, int]]:
    """Grow every match of a rare seed to both sides, as far as the words agree.

    Linear: where several matches run through one place, each holds the seeds of those that end
    nearer, so a rare seed allows few of them.
    """
    places, others = _rare(one, seed), _rare(other, seed)
    reached: dict[int, int] = {}  # per diagonal, how far it is matched
    found = []
    for key, starts in places.items():
        for i in starts:
            for j in others.get(key, ()):
                if reached.get(i - j, 0) > i:
                    continue
                low, high = i, i + seed
                while low > 0 and low - i + j > 0 and one[low - 1] == other[low - 1 - i + j]:
                    low -= 1
                while high < len(one) and high - i + j < len(other):
                    if one[high] != other[high - i + j]:
                        break
                    high += 1
                reached[i - j] = high
                found.append((low + offset, low - i + j + offset, high - low))
    return found


def _rare(items: Sequence[str], seed: int) -> dict[tuple[str, ...], list[int]]:
    places: dict[tuple[str, ...], list[int]] = {}
    shifted = (items[start:] for start in range(seed))
    for place, key in enumerate(zip(*shifted, strict=False)):
        held = places.setdefault(key, [])
        if len(held) <= RARE:
            held.append(place)
    return {key: held for key, held in places.items() if len(held) <= RARE}


def _disjoint(
    found: list[tuple[int, int, int]], ones: int, others: int, seed: int
) -> list[tuple[int, int, int]]:
    """Give every item to the longest run that claims it; what is left of a run is cut to fit."""
    used, used_other = bytearray(ones), bytearray(others)
    kept = []
    for i, j, size in sorted(found, key=lambda run: (-run[2], run[0], run[1])):
        start = 0
        for step in range(size + 1):
            if step < size and not used[i + step] and not used_other[j + step]:
                continue
            length = step - start
            if length >= seed:
                kept.append((i + start, j + start, length))
                used[i + start : i + step] = b"\1" * length
                used_other[j + start : j + step] = b"\1" * length
            start = step + 1
    return sorted(kept)
