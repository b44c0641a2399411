"""Sentences that say the same in other words, found by the rare words they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

STEM = 6
"""Letters by which words are compared here, so that "improving" meets "improvements"."""

OFTEN = 4
"""A word in more sentences than this, on one side, suggests no pair."""

ALIKE = 0.3
"""Least share of the rarer words of the shorter sentence."""


def retold(
    one: Sequence[Sequence[str]], other: Sequence[Sequence[str]], least: float = ALIKE
) -> list[tuple[int, int]]:
    """Pair sentences, each used once, by the weight of the words they share.

    A word weighs the less the more sentences have it. An empty sentence is left out.

    Examples
    --------
    >>> old = ["rowers are cautious about improving the ferry".split(), "it rained".split()]
    >>> new = ["the sun shone".split(), "caution on ferry improvements among the rowers".split()]
    >>> retold(old, new)
    [(0, 1)]
    """
    stems = [{word[:STEM] for word in sentence} for sentence in one]
    others = [{word[:STEM] for word in sentence} for sentence in other]
    found_in = Counter(stem for sentence in stems for stem in sentence)
    found_in_other = Counter(stem for sentence in others for stem in sentence)
    total = sum(map(bool, stems)) + sum(map(bool, others))

    def weight(sentence: set[str]) -> float:
        # Summed in a fixed order: a set's own changes from run to run, and sums with it.
        return sum(
            log((total + 1) / (found_in[stem] + found_in_other[stem])) for stem in sorted(sentence)
        )

    weights, other_weights = [*map(weight, stems)], [*map(weight, others)]
    places: dict[str, list[int]] = {}
    for j, sentence in enumerate(others):
        for stem in sentence:
            if found_in_other[stem] <= OFTEN and found_in[stem] <= OFTEN:
                places.setdefault(stem, []).append(j)
    scored = []
    for i, sentence in enumerate(stems):
        for j in sorted({j for stem in sentence for j in places.get(stem, ())}):
            shorter = min(weights[i], other_weights[j])
            share = weight(sentence & others[j]) / shorter if shorter else 0.0
            if share >= least:
                scored.append((-share, i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(scored):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return sorted(pairs.items())
