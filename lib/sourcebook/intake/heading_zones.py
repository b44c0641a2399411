"""Add the zones that rules find in a text to those that its file shows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sourcebook.annotate.zones import find_zones
from sourcebook.intake.received import Zones

_MOST_ABOVE = 500  # characters above a headline that may be a running head
_LONGEST_HEAD = 120
_ENDS = (".", "!", "?", "”", '"', ":")


def with_rules(text: str, shown: Iterable[tuple[int, int, str]]) -> Zones:
    r"""Return the zones that a file shows of itself, and those that rules find between them.

    A headline that the file shows is the only one; a short line just above it, of which rules
    don't know better, is a running head.

    Examples
    --------
    >>> text = "MONTHLY LETTER 14\nMine to close\nBy Ana Silva\nThe mine will close in May."
    >>> [zone for *_, zone in with_rules(text, [(18, 31, "headline")])]
    ['boilerplate', 'headline', 'byline']
    """
    zones = tuple(sorted(shown))
    headline = next((start for start, _, zone in zones if zone == "headline"), 0)
    headed = any(zone == "headline" for *_, zone in zones)
    # A page's foot in the midst of the text would keep rules from seeing what belongs together.
    pieces, place = [], 0
    for start, end, zone in zones:
        if zone == "boilerplate":
            pieces += [text[place:start], "\n" * (end - start)]
            place = end
    masked = "".join(pieces) + text[place:]
    found = [*_found(masked, 0, headline), *_found(masked, headline, len(text))]
    if headed:
        found = [one for one in found if one[2] != "headline"]
    zones = _add(zones, found)
    return _add(zones, _heads(masked, headline)) if headline <= _MOST_ABOVE else zones


def _found(text: str, low: int, high: int) -> list[tuple[int, int, str]]:
    zones = find_zones(text[low:high], "text")
    return [(zone.start + low, zone.end + low, zone["zone"]) for zone in zones]


def _heads(text: str, headline: int) -> list[tuple[int, int, str]]:
    lines = re.finditer(r"[^\n]+", text[:headline])
    spans = ((line.start(), line.end(), line[0].strip()) for line in lines)
    return [
        (start, end, "boilerplate")
        for start, end, words in spans
        if words and len(words) <= _LONGEST_HEAD and not words.endswith(_ENDS)
    ]


def _add(zones: Zones, more: Iterable[tuple[int, int, str]]) -> Zones:
    """Add those of some zones that overlap none."""
    place, added = 0, list(zones)
    for start, end, zone in sorted(more):
        while place < len(zones) and zones[place][1] <= start:
            place += 1
        if place == len(zones) or zones[place][0] >= end:
            added.append((start, end, zone))
    return tuple(sorted(added))
