"""What the place of a paragraph on the page tells: the headline, authors, captions, headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.annotate.zones.bylines import is_name, is_signature
from sourcebook.annotate.zones.captions import REPORTED
from sourcebook.annotate.zones.page_foot import (
    body_ends,
    close_page,
    drop_authors_note,
    settle_foot,
)
from sourcebook.annotate.zones.page_notices import fill_notices
from sourcebook.annotate.zones.paragraphs import Paragraph, count_words

_QUOTES = "“\"‘'«"
LONGEST_HEADING = 10
"""Words of a section head; a longer line between paragraphs is a caption."""


def place_parts(paragraphs: Sequence[Paragraph], kinds: list[str]) -> None:
    """Settle in `kinds` what depends on place; what is no zone then is body."""
    first = body_ends(kinds)[0]
    headline = _find_headline(paragraphs, kinds, first)
    _name_authors(paragraphs, kinds, headline, first)
    _join_menus(paragraphs, kinds)
    fill_notices(paragraphs, kinds, headline)
    close_page(paragraphs, kinds)
    first, last = body_ends(kinds)
    _describe_pictures(paragraphs, kinds, headline, first, last)
    _head_sections(paragraphs, kinds, max(headline, first), last)
    drop_authors_note(paragraphs, kinds)
    settle_foot(paragraphs, kinds)


def _find_headline(paragraphs: Sequence[Paragraph], kinds: list[str], first: int) -> int:
    """Label the headline and what stands above it; its last line's place, or -1 without one."""
    if "headline" in kinds:
        return kinds.index("headline")
    head = [place for place in range(first) if kinds[place] == "short"]
    if not head or len(paragraphs) == 1:
        return -1
    longer = [place for place in head if not _is_kicker(paragraphs[place].text)]
    headline = longer[0] if longer else head[0]
    if first == len(kinds) and not _backed_up(paragraphs, kinds, headline):
        return -1
    for place in range(headline):
        if kinds[place] in ("short", "item"):
            kinds[place] = "navigation"
    kinds[headline] = "headline"
    while headline + 1 < first and kinds[headline + 1] == "short":
        above, below = paragraphs[headline : headline + 2]
        if below.apart or not (above.text.isupper() and below.text.isupper()):
            break
        headline += 1
        kinds[headline] = "headline"
    return headline


def _is_kicker(text: str) -> bool:
    """Tell whether a line above a headline only names the section ("Finance | Shipping")."""
    return all(
        part.count(" ") < 3 for part in re.split(r"\s?[|>»\u203a/•·]\s?", text.replace(" & ", "&"))
    )


def _backed_up(paragraphs: Sequence[Paragraph], kinds: Sequence[str], headline: int) -> bool:
    """Tell whether, in a text without a full sentence, anything shows that a line is a headline."""
    return any(
        kind in ("byline", "timestamp", "dateline", "caption") or count_words(paragraph) > 12
        for kind, paragraph in zip(kinds[headline + 1 :], paragraphs[headline + 1 :], strict=True)
    )


def _name_authors(
    paragraphs: Sequence[Paragraph], kinds: list[str], headline: int, first: int
) -> None:
    """Label names without a "By" between the headline and the text, or beside a byline there."""
    if headline < 0:
        return
    for place in range(headline + 1, min(first + 4, len(kinds))):
        text = paragraphs[place].text
        if kinds[place] == "short" and (is_name(text) or is_signature(text)):
            beside = {"byline", "timestamp"} & set(kinds[place - 1 : place + 2])
            if place < first or beside:
                kinds[place] = "byline"
        elif "@" in text and " " not in text and kinds[place - 1] == "byline":
            kinds[place] = "byline"


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
    spaced = sum(paragraph.apart for paragraph in paragraphs) * 2 > len(paragraphs)
    for place, kind in enumerate(kinds):
        if kind in ("short", "byline") and is_signature(paragraphs[place].text):
            below = place + 1
            if below < len(kinds) and kinds[below] == "short" and not paragraphs[below].apart:
                kind = kinds[place] = "photo-credit"
        if kind == "photo-credit":
            after, before = place + 1, place - 1
            if after < len(kinds) and _may_caption(
                paragraphs[after], kinds[after], spaced and not paragraphs[after].apart
            ):
                kinds[after] = "caption"
            elif (
                before >= 0
                and _may_caption(
                    paragraphs[before], kinds[before], spaced and not paragraphs[place].apart
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


def _nearest(kinds: Sequence[str], places: range) -> int:
    return next((place for place in places if kinds[place] != "mark"), -1)


def _is_heading(text: str) -> bool:
    words = text.count(" ") + 1
    if words > LONGEST_HEADING or len(text) > 90 or text[0].islower() or "|" in text:
        return False
    if text[-1] in ",;" or (text[-1] == ":" and not text.isupper()):
        return False
    if text[0] in _QUOTES and words > 6:
        return False
    # "Q: ..." and "SMITH: ..." are speech; "Step 1: ..." is a heading.
    return ": " not in text[:30] or any(sign.isdigit() for sign in text[:10])
