"""What a paragraph is by its own words, before its neighbours are asked."""

from __future__ import annotations

from typing import NamedTuple

from sourcebook.annotate.zones.bylines import split_byline
from sourcebook.annotate.zones.captions import (
    REPORTED,
    is_caption,
    is_photo_credit,
    trailing_credit,
)
from sourcebook.annotate.zones.datelines import dateline_end, is_dateline
from sourcebook.annotate.zones.furniture import (
    is_boilerplate_line,
    is_mark,
    is_menu,
    is_page_number,
)
from sourcebook.annotate.zones.notices import is_boilerplate_sentence
from sourcebook.annotate.zones.paragraphs import Paragraph
from sourcebook.annotate.zones.timestamps import is_timestamp

_BULLETS = frozenset("•◦‣▪●·*-–—")
_CLOSING = " \"”’'»)]■◆♦●★†*"
_SPEAKERS = ("Q: ", "A: ", "Q. ")
_ABBREVIATED = ("U.S.", "U.K.", "U.N.", "E.U.", "N.Y.", "L.A.", "D.C.", "Inc.", "Corp.", "Ltd.")


class Kind(NamedTuple):
    """A zone, or ``prose``, ``short``, ``item`` (of a list) or ``mark`` (a rule, a page number).

    From offset `cut` of the paragraph's text on, the zone is `after`: a line may hold a byline and
    a time. `cut` is -1 where the paragraph is of one piece.
    """

    name: str
    cut: int = -1
    after: str = ""


_PROSE, _SHORT = Kind("prose"), Kind("short")


def kind_of(paragraph: Paragraph) -> Kind:
    r"""Judge a paragraph by itself; what only its place can tell is ``short`` or ``prose``.

    Examples
    --------
    >>> from sourcebook.annotate.zones.paragraphs import split_paragraphs
    >>> page = split_paragraphs("Mill shuts\n\nBy Ana Silva\n\nIt was old.")
    >>> [kind_of(paragraph).name for paragraph in page]
    ['short', 'byline', 'prose']
    """
    text = paragraph.text
    if paragraph.known:
        return Kind(paragraph.known) if paragraph.known != "body" else _body(text)
    if text[:3] in _SPEAKERS:
        return _PROSE
    words = text.count(" ") + 1
    ended = ends_sentence(text, words)
    if words > 160:
        return _PROSE
    if words < 15 or not ended:
        if is_page_number(text) or (is_mark(text) and text != "###"):
            return Kind("mark")
        if text[0] in _BULLETS and text[1:2].isspace():
            return Kind("byline" if text[0] == "—" and split_byline(text) else "item")
        name = _line(text)
        if name:
            return Kind(name)
    if (
        (words < 23 and not ended)
        or text[0] in "(["
        or text[:2] in ("By", "BY")
        or "contributed" in text
    ):
        byline = split_byline(text)
        if byline:
            when = byline[1]
            return Kind("byline") if when == len(text) else Kind("byline", when, "timestamp")
    if is_boilerplate_sentence(text):
        return Kind("boilerplate")
    return _caption(text, words) or (_PROSE if ended or words > 27 else _SHORT)


def ends_sentence(text: str, words: int) -> bool:
    """Tell whether a paragraph ends as a sentence does; a short question may also be a heading."""
    last = text[-1]
    if last in _CLOSING:
        last = text[-12:].rstrip(_CLOSING)[-1:]
    if last in ("?", "!"):
        # With a quotation mark after it, somebody is reported to have said it.
        return words > 16 or text[0] in "“\"‘'" or (words > 8 and text[-1] in "\"”’'")
    if last == ":":
        return words > 6  # it introduces what follows
    if last in (".", "…"):
        return not (words < 14 and text.endswith((*_ABBREVIATED, "...", "…")))
    return False


def _body(text: str) -> Kind:
    return _PROSE if text.count(" ") > 2 else Kind("item")


def _line(text: str) -> str:
    if is_timestamp(text):
        return "timestamp"
    if is_boilerplate_line(text):
        return "photo-credit" if text[0] == "©" and is_photo_credit(text) else "boilerplate"
    if is_menu(text):
        return "navigation"
    return "dateline" if is_dateline(text) else ""


def _caption(text: str, words: int) -> Kind | None:
    if words < 17 and is_photo_credit(text):
        return Kind("photo-credit")
    if words > 75:
        return None
    cut, form = trailing_credit(text)
    found = None
    # A credit on the caption's own line is part of it, however it is written.
    reported = form == "bracket" and REPORTED.search(text, 0, cut)
    if form and not reported and text.count(" ", 0, cut) > 2:
        found = Kind("caption")
    if not found and is_caption(text):
        found = Kind("caption")
    # "LIMA, May 3 (AP) -- ..." has an agency in brackets and a day, as captions do.
    return None if found is None or dateline_end(text, 0, len(text)) else found
