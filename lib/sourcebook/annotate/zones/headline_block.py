"""The top of the page: the headline, the standfirst under it, who wrote it, the first picture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.annotate.zones.captions import REPORTED, is_agency_and_name
from sourcebook.annotate.zones.datelines import dateline_end
from sourcebook.annotate.zones.furniture import is_menu, opens_menu
from sourcebook.annotate.zones.paragraphs import Paragraph, count_words
from sourcebook.annotate.zones.signatures import (
    is_name,
    is_name_and_outlet,
    is_office,
    is_signature,
    is_titled,
)

LONGEST_STANDFIRST = 55
"""Words of a standfirst; a longer paragraph above the byline is the article's first."""

_SIGNED = frozenset({"byline", "timestamp"})
_SENTENCE_ENDS = frozenset(".!?…:\"”’')]")


def find_headline(paragraphs: Sequence[Paragraph], kinds: list[str], first: int) -> int:
    """Label the headline and what stands above it; its last line's place, or -1 without one."""
    if "headline" in kinds:
        return kinds.index("headline")
    head = [place for place in range(first) if kinds[place] == "short"]
    if not head or len(paragraphs) == 1:
        return -1
    headline = _choose(paragraphs, kinds, head)
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


def _choose(paragraphs: Sequence[Paragraph], kinds: Sequence[str], head: Sequence[int]) -> int:
    """Choose the headline among the loose lines above the text."""
    longer = [place for place in head if not _is_kicker(paragraphs[place].text)]
    if not longer:
        return head[0]
    chosen = longer[0]
    # A line of a menu may be none of the known sections; the headline is longer, or stands apart.
    for place in longer:
        within = kinds[place - 1 : place] == ["navigation"] and not paragraphs[place].apart
        if not within or count_words(paragraphs[place]) > 5:
            chosen = place
            break
    above = paragraphs[chosen - 1].text if chosen else ""
    # A title of two words over a long standfirst; section names and capitals are kickers.
    if (
        kinds[chosen - 1 : chosen] == ["short"]
        and count_words(paragraphs[chosen]) > 12
        and " " in above
        and not (above.isupper() or is_menu(above) or "|" in above)
    ):
        return chosen - 1
    menus, choices = 0, frozenset(longer)
    for place in range(chosen + 1, longer[-1] + 1):
        if kinds[place] in _SIGNED:
            break
        menus += kinds[place] == "navigation"
        # A line over a menu is the site's; the headline stands below the menu.
        if menus > 1 and place in choices and count_words(paragraphs[place]) > 3:
            return place
    return chosen


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


def name_authors(
    paragraphs: Sequence[Paragraph], kinds: list[str], headline: int, first: int
) -> None:
    """Label names without a "By" between the headline and the text, or beside a byline there."""
    if headline < 0:
        return
    named = False
    for place in range(headline + 1, min(first + 4, len(kinds))):
        text = paragraphs[place].text
        if kinds[place] == "short" and _may_sign(text):
            if named and kinds[place - 1] not in _SIGNED:
                continue  # the authors were named above
            beside = _SIGNED & set(kinds[place - 1 : place + 2])
            if place < first or beside:
                kinds[place] = "byline"
        elif "@" in text and " " not in text and kinds[place - 1] == "byline":
            kinds[place] = "byline"
        named = named or kinds[place] == "byline"


def _may_sign(text: str) -> bool:
    if text.lower() in ("by", "by:") or is_signature(text):
        return True
    if is_office(text):
        return True
    return (is_name(text) and not opens_menu(text)) or is_name_and_outlet(text)


def place_standfirst(paragraphs: Sequence[Paragraph], kinds: list[str], headline: int) -> int:
    """Label the lines between headline and text; the place of the text's first paragraph.

    What stands directly under the headline or above the byline tells more of the story; a line
    between byline and text describes the picture there.
    """
    first = _next(kinds, headline)
    if headline < 0 or first == len(kinds):
        return first
    if _is_standfirst(paragraphs, kinds, headline, first):
        kinds[first] = "standfirst"
        first = _next(kinds, first)
    signed = max((p for p in range(headline, first) if kinds[p] in _SIGNED), default=headline)
    authors = next((p for p in range(headline, first) if kinds[p] == "byline"), first)
    block = headline
    for place in range(headline + 1, first):
        kind, text = kinds[place], paragraphs[place].text
        if kind == "item" and text.count(" ") > 3:
            _place_point(paragraphs, kinds, place)
        elif kind == "short" and text.count(" ") > 1:
            if is_titled(text) and _names_outlet(paragraphs, kinds, place):
                kinds[place] = "byline"  # for whom the authors write
            elif is_agency_and_name(text):
                over = kinds[place + 1] == "short" and not paragraphs[place + 1].apart
                pictured = over or place > signed > headline
                kinds[place] = "photo-credit" if pictured else "byline"
                if over:
                    kinds[place + 1] = "caption"
            elif place < signed or place == block + 1:
                kinds[place] = "standfirst"
            elif ": " in text[:20]:
                continue  # a row of a box: "Tries: Watts, Lakey"
            elif text.count(" ") > 3 and not _is_table_row(text):
                kinds[place] = _picture_or_standfirst(paragraphs, kinds, place)
            elif not _is_table_row(text) and not (
                kinds[place + 1] == "prose" and paragraphs[place].apart
            ):
                kinds[place] = "boilerplate"
        elif kind == "byline" and authors < place and _credits_picture(paragraphs, kinds, place):
            kinds[place] = "photo-credit"
        if kinds[place] in ("standfirst", "headline"):
            block = place
    return first


def _next(kinds: Sequence[str], after: int) -> int:
    return next((p for p in range(after + 1, len(kinds)) if kinds[p] == "prose"), len(kinds))


def _is_standfirst(
    paragraphs: Sequence[Paragraph], kinds: Sequence[str], headline: int, first: int
) -> bool:
    """Tell whether the first sentences stand above the byline, or close without a full stop."""
    paragraph = paragraphs[first]
    second = _next(kinds, first)
    if second == len(kinds) or count_words(paragraph) > LONGEST_STANDFIRST:
        return False
    if dateline_end(paragraph.text, 0, len(paragraph.text)):
        return False
    if paragraph.text[-1] not in _SENTENCE_ENDS:
        return first == headline + 1
    signed = bool(_SIGNED.intersection(kinds[first + 1 : second]))
    return signed and _next(kinds, second) < len(kinds)


def _place_point(paragraphs: Sequence[Paragraph], kinds: list[str], place: int) -> None:
    """Label a point of a list above the text: a teaser, unless a heading makes the list a box."""
    above = kinds[place - 1]
    if above in ("short", "standfirst") and count_words(paragraphs[place - 1]) < 5:
        if paragraphs[place - 1].text[0] not in "•◦‣▪●·*-–—":
            kinds[place - 1] = "section-head"
    elif above not in ("item", "section-head"):
        kinds[place] = "standfirst"


def _names_outlet(paragraphs: Sequence[Paragraph], kinds: Sequence[str], place: int) -> bool:
    if kinds[place - 1] == "byline" and not paragraphs[place].apart:
        return True
    return kinds[place - 1] in _SIGNED and kinds[place + 1] == "byline"


def _credits_picture(paragraphs: Sequence[Paragraph], kinds: Sequence[str], place: int) -> bool:
    """Tell whether a bare name after the time is that of the photographer, over the caption."""
    return (
        kinds[place - 1] == "timestamp"
        and is_name(paragraphs[place].text)
        and kinds[place + 1] in ("short", "caption")
        and not paragraphs[place + 1].apart
    )


def _is_table_row(text: str) -> bool:
    words = text.split()
    return sum(any(sign.isdigit() for sign in word) for word in words) * 3 >= len(words)


def _picture_or_standfirst(
    paragraphs: Sequence[Paragraph], kinds: Sequence[str], place: int
) -> str:
    """Name the line between byline and text: a standfirst tells what happened, or asks."""
    text = paragraphs[place].text
    if "photo-credit" in kinds[place - 1 : place + 2]:
        return "caption"
    if "caption" in kinds[place + 1 : place + 2]:
        return "standfirst"  # the next line is the one about the picture
    if kinds[place - 1] in _SIGNED and (REPORTED.search(text) or text[-1] == "?"):
        return "standfirst"
    return "caption"
