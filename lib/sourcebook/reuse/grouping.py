"""Groups of what is connected."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)


def grouped(
    items: Iterable[Item], pairs: Iterable[tuple[Item, Item]]
) -> tuple[tuple[Item, ...], ...]:
    """Join items that pairs connect, directly or by way of others; every item is in one group.

    Groups stand in the order of their first item, and so do the items of each.

    Examples
    --------
    >>> grouped("abcd", [("a", "c"), ("d", "c")])
    (('a', 'c', 'd'), ('b',))
    """
    above = {item: item for item in items}

    def top(item: Item) -> Item:
        while above[item] != item:
            above[item] = item = above[above[item]]
        return item

    for one, other in pairs:
        above[top(other)] = top(one)
    groups: dict[Item, list[Item]] = {}
    for item in above:
        groups.setdefault(top(item), []).append(item)
    return tuple(tuple(group) for group in groups.values())
