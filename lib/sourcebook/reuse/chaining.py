"""Which of many matches keep the same order in both texts."""

from __future__ import annotations

from collections.abc import Sequence


def in_order(places: Sequence[tuple[int, int]]) -> list[bool]:
    """Tell which matches belong to the heaviest chain that runs forward.

    Parameters
    ----------
    places
        Position in the second text and weight of each match, in the order of the first text.

    Returns
    -------
    list of bool
        True for a match that keeps its place, False for one that moved. Of chains that weigh the
        same, one is taken, always the same one. Time grows with n log n.

    Examples
    --------
    >>> in_order([(10, 5), (0, 20), (11, 5), (30, 9)])
    [False, True, True, True]
    """
    ranks = {place: rank for rank, place in enumerate(sorted({p for p, _ in places}), start=1)}
    # A Fenwick tree over positions: the best chain that ends before a position, and its last match.
    best: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)
    before: list[int] = []
    for number, (place, weight) in enumerate(places):
        total, last = 0, -1
        rank = ranks[place] - 1
        while rank > 0:
            if best[rank][0] > total:
                total, last = best[rank]
            rank -= rank & -rank
        before.append(last)
        rank = ranks[place]
        while rank < len(best):
            if total + weight > best[rank][0]:
                best[rank] = (total + weight, number)
            rank += rank & -rank
    kept = [False] * len(places)
    total, last, rank = 0, -1, len(ranks)
    while rank > 0:
        if best[rank][0] > total:
            total, last = best[rank]
        rank -= rank & -rank
    while last >= 0:
        kept[last] = True
        last = before[last]
    return kept
