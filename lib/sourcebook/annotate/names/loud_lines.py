"""Headings and lines in capitals, where a capital says nothing of a word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from sourcebook.annotate.page import Page

_LONGEST = 160
_ENDS_PROSE = frozenset(".!?,;:”\"'’)…")
_SHARE = 0.8
_WORDS = 3


def find_loud_lines(page: Page) -> Callable[[int], bool]:
    """Return a test whether an offset is in a heading whose words all have capitals.

    A byline or a caption is none.
    """
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for line in page.text.split("\n"):
        if 0 < len(line) <= _LONGEST and _is_loud(line, page.zone_at(at)):
            starts.append(at)
            ends.append(at + len(line))
        at += len(line) + 1

    def loud(offset: int) -> bool:
        place = bisect_right(starts, offset) - 1
        return place >= 0 and offset < ends[place]

    return loud


def _is_loud(line: str, zone: str) -> bool:
    if zone in ("byline", "dateline", "caption", "photo-credit"):
        return False
    heading = zone in ("headline", "section-head")
    bare = line.strip()
    if not bare or (not heading and (bare[-1] in _ENDS_PROSE or bare[:3] in ("By ", "BY "))):
        return False
    long = [word for word in bare.split() if len(word) > 3 and word[0].isalpha()]
    if len(long) < (1 if heading else _WORDS):
        return False
    capital = sum(word[0].isupper() for word in long)
    return capital >= _SHARE * len(long) and (heading or not _is_list_of_names(bare))


def _is_list_of_names(line: str) -> bool:
    """Tell whether commas or "and" part short runs, as in a line of writers."""
    return line.count(",") >= 1 and len(line.split()) <= 3 * (line.count(",") + 1)
