"""What the place of a paragraph on the page tells: the headline, authors, captions, headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.annotate.zones.captions import REPORTED, names_archive
from sourcebook.annotate.zones.headline_block import (
    find_headline,
    name_authors,
    place_standfirst,
)
from sourcebook.annotate.zones.page_foot import (
    body_ends,
    close_page,
    drop_last_notes,
    link_stories,
    link_topics,
    settle_foot,
)
from sourcebook.annotate.zones.page_notices import fill_notices, press_buttons
from sourcebook.annotate.zones.paragraphs import Paragraph, count_words
from sourcebook.annotate.zones.signatures import is_signature

_QUOTES = "“\"‘'«"
_PRONOUNS = frozenset("He She They It I We You A An The".split())
_SPEAKS = re.compile(r"\b(?:said|says|added|adds|wrote|told|asked|replied|continued)\b")
LONGEST_HEADING = 10
"""Words of a section head; a longer line between paragraphs is a caption."""


def place_parts(paragraphs: Sequence[Paragraph], kinds: list[str]) -> None:
    """Settle in `kinds` what depends on place; what is no zone then is body."""
    press_buttons(paragraphs, kinds)
    first = body_ends(kinds)[0]
    headline = find_headline(paragraphs, kinds, first)
    name_authors(paragraphs, kinds, headline, first)
    _join_menus(paragraphs, kinds)
    fill_notices(paragraphs, kinds, headline)
    place_standfirst(paragraphs, kinds, headline)
    link_topics(paragraphs, kinds)
    close_page(paragraphs, kinds)
    first, last = body_ends(kinds)
    _describe_pictures(paragraphs, kinds, headline, first, last)
    _head_sections(paragraphs, kinds, max(headline, first), last)
    drop_last_notes(paragraphs, kinds)
    settle_foot(paragraphs, kinds)
    link_topics(paragraphs, kinds)
    link_stories(paragraphs, kinds)


def _join_menus(paragraphs: Sequence[Paragraph], kinds: list[str]) -> None:
    """Label buttons between two lines of a menu as part of it ("Subscribe" among sections)."""
    for place in range(1, len(kinds) - 1):
        within = kinds[place - 1] == kinds[place + 1] == "navigation"
        if within and kinds[place] == "boilerplate" and count_words(paragraphs[place]) < 3:
            kinds[place] = "navigation"


def _describe_pictures(
    paragraphs: Sequence[Paragraph], kinds: list[str], headline: int, first: int, last: int
) -> None:
    """Label as captions what stands beside a photo credit, and long lines between paragraphs."""
    for place, kind in enumerate(kinds):
        if kind in ("short", "byline") and (
            is_signature(paragraphs[place].text) or names_archive(paragraphs[place].text)
        ):
            below = place + 1
            in_block = below < len(kinds) and not paragraphs[below].apart
            if in_block and kinds[below] in ("short", "caption"):
                kind = kinds[place] = "photo-credit"
        if kind == "photo-credit":
            after, before = place + 1, place - 1
            below = after < len(kinds) and not paragraphs[after].apart
            touches = before >= 0 and not paragraphs[place].apart and not below
            if (
                after < len(kinds)
                and not (touches and kinds[before] == "short")
                and _may_caption(
                    paragraphs[after], kinds[after], below and _ends_block(paragraphs, after)
                )
            ):
                kinds[after] = "caption"
            elif (
                before >= 0
                and _may_caption(
                    paragraphs[before],
                    kinds[before],
                    not paragraphs[place].apart and (paragraphs[before].apart or before <= first),
                )
                and (place > first or not paragraphs[place].apart)
            ):
                kinds[before] = "caption"
        elif kind == "short" and max(headline, first) < place < last:
            text = paragraphs[place].text
            if count_words(paragraphs[place]) > LONGEST_HEADING and not (
                text[0] in _QUOTES or text[-1] in ":?," or REPORTED.search(text)
            ):
                kinds[place] = "caption"


def _ends_block(paragraphs: Sequence[Paragraph], place: int) -> bool:
    return place + 1 < len(paragraphs) and paragraphs[place + 1].apart


def _may_caption(paragraph: Paragraph, kind: str, in_one_block: bool) -> bool:
    """Tell whether the neighbour of a photo credit is the caption of that photo."""
    words = count_words(paragraph)
    if kind == "short":
        return 4 < words < 45
    return kind == "prose" and in_one_block and words < 60


def _head_sections(
    paragraphs: Sequence[Paragraph], kinds: list[str], first: int, last: int
) -> None:
    """Label single short lines between paragraphs as section heads."""
    for place in range(first + 1, last):
        kind = kinds[place]
        if kind in ("short", "navigation", "timestamp"):
            before = _nearest(kinds, range(place - 1, -1, -1))
            # A date or a menu's word between paragraphs heads a section; near the top it does not.
            if kind != "short" and (place <= first + 3 or kinds[before] != "prose"):
                continue
            after = _nearest(kinds, range(place + 1, len(kinds)))
            introduced = kinds[before] == "prose" and paragraphs[before].text[-1] == ":"
            # Verses stand in one block; a heading may follow a loose line, but not touch it.
            alone = kinds[before] not in ("short", "item") or (
                kinds[after] == "prose" and paragraphs[place].apart
            )
            if (
                kinds[after] in ("prose", "caption", "photo-credit", "item", "byline")
                and alone
                and not introduced
                and _is_heading(paragraphs[place].text)
            ):
                kinds[place] = "section-head"


def _is_label(text: str) -> bool:
    """Tell whether words before a colon head a box ("In short:") and do not introduce speech."""
    opening = text.partition(" ")[0]
    return text.count(" ") < 3 and opening not in _PRONOUNS and not _SPEAKS.search(text)


def _nearest(kinds: Sequence[str], places: range) -> int:
    return next((place for place in places if kinds[place] != "mark"), -1)


def _is_heading(text: str) -> bool:
    words = text.count(" ") + 1
    if words > LONGEST_HEADING or len(text) > 90 or text[0].islower() or "|" in text:
        return False
    if text[-1] in ",;" or (text[-1] == ":" and not text.isupper() and not _is_label(text)):
        return False
    if text[0] in _QUOTES and words > 6:
        return False
    # "Q: ..." and "SMITH: ..." are speech; "Step 1: ..." is a heading.
    return ": " not in text[:30] or any(sign.isdigit() for sign in text[:10])
