"""Put the lines of a document's pages together to paragraphs, its running heads apart."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence

from sourcebook.intake.received import Zones

_SHORT = 0.8  # share of a usual line from which a line that is shorter ends its paragraph
_EDGE = 2  # lines at the top and the foot of a page that may run from page to page
_NUMBER = re.compile(r"(?:page\s)?[-–—]?\s?\d{1,4}\s?[-–—]?(?:\s?(?:of|/|\|)\s?\d{1,4})?", re.I)
_LONGEST_TITLE = 300


def lay_out(pages: Sequence[str]) -> tuple[str, Zones]:
    """Return a document's text, and its page numbers and running heads as zones.

    Lines that a page broke are joined, over a page's end too; what runs from page to page follows
    the paragraph that it stood in.
    """
    lines = [[" ".join(line.split()) for line in page.splitlines()] for page in pages]
    running = _running(lines)
    body = [len(line) for page in lines for line in page if len(line) > 30 and line not in running]
    usual = statistics.quantiles(body, n=4)[2] if len(body) > 1 else 0
    paragraphs: list[tuple[str, bool]] = []
    open_: list[str] = []
    aside: list[str] = []

    def close() -> None:
        nonlocal open_, aside
        paragraphs.extend([(_join(open_), False)] if open_ else [])
        paragraphs.extend((line, True) for line in aside)
        open_, aside = [], []

    for page in lines:
        edges = _edges(page)
        for place, line in enumerate(page):
            if place in edges and line in running:
                aside.append(line)
                continue
            if not line:
                close()
                continue
            if not open_:
                close()
            open_.append(line)
            full_stop = line.endswith((".", "”", '"')) and len(line) < usual - 8
            if len(line) < _SHORT * usual or full_stop:
                close()
    close()
    zones, place = [], 0
    for words, runs in paragraphs:
        if runs:
            zones.append((place, place + len(words), "boilerplate"))
        place += len(words) + 1
    return "".join(f"{words}\n" for words, _ in paragraphs), tuple(zones)


def title_zone(text: str, title: str) -> Zones:
    """Return where a text says the title that its file gives; nothing where it does not."""
    words = title[:_LONGEST_TITLE].split()
    if len(words) < 2:
        return ()
    found = re.search(r"\s+".join(map(re.escape, words)), text, re.IGNORECASE)
    return ((found.start(), found.end(), "headline"),) if found else ()


def _running(pages: Sequence[Sequence[str]]) -> set[str]:
    """Return the lines that number pages, or stand at the edge of several but for their number."""
    edges = [{page[place] for place in _edges(page)} for page in pages]
    pattern = re.compile(r"\d+")
    kinds = Counter(kind for edge in edges for kind in {pattern.sub("0", line) for line in edge})
    return {
        line
        for edge in edges
        for line in edge
        if _NUMBER.fullmatch(line) or kinds[pattern.sub("0", line)] > 1
    }


def _edges(page: Sequence[str]) -> set[int]:
    filled = [place for place, line in enumerate(page) if line]
    return {*filled[:_EDGE], *filled[-_EDGE:]}


def _join(parts: list[str]) -> str:
    pieces = []
    for part, following in zip(parts, [*parts[1:], ""], strict=True):
        if part.endswith("-") and following[:1].islower():
            pieces.append(part[:-1])  # a word divided at the line's end
        else:
            pieces.append(f"{part} " if following else part)
    return "".join(pieces)
