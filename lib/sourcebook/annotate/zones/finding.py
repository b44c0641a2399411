"""Find the zones of a text: headline, byline, dateline, captions, section heads, site furniture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sourcebook.annotate.zones.datelines import dateline_end
from sourcebook.annotate.zones.page_parts import place_parts
from sourcebook.annotate.zones.paragraph_kinds import Kind, kind_of
from sourcebook.annotate.zones.paragraphs import Paragraph, split_paragraphs
from sourcebook.annotation import Annotation

_BODY = frozenset({"prose", "short", "item", "mark"})
_ONE_ZONE = frozenset({"headline", "navigation", "boilerplate"})
"""Neighbouring lines of these are one zone; two bylines or two captions remain two."""

_ZONE_OF = {"standfirst": "headline"}
"""A standfirst is a zone of its own, so that the first headline is the title and no more."""

_Zone = tuple[int, int, str]


def find_zones(text: str, article: str) -> list[Annotation]:
    r"""Zones of a plain text, in order; they never overlap. What none covers is the article's body.

    Each has one attribute, `zone`: headline, byline, dateline, timestamp, caption, photo-credit,
    section-head, navigation or boilerplate. Lines of one menu or of neighbouring notices are one
    zone; a dateline reaches to the end of its dash.

    Examples
    --------
    >>> text = "Mine to close\n\nBy Ana Silva\n\nLIMA, Peru (AP) — The mine will close in May."
    >>> [(zone["zone"], zone.quote) for zone in find_zones(text, "mine")]
    [('headline', 'Mine to close'), ('byline', 'By Ana Silva'), ('dateline', 'LIMA, Peru (AP) —')]
    """
    return [
        Annotation(
            article, "zones", start, end, text[start:end], {"zone": zone}, "rule:zones", "machine"
        )
        for start, end, zone in zones_of(split_paragraphs(text), text)
    ]


def zones_of(paragraphs: Sequence[Paragraph], text: str) -> list[_Zone]:
    """Start, end and name of every zone of `text`, given its paragraphs, in order."""
    alone = [kind_of(paragraph) for paragraph in paragraphs]
    kinds = [kind.name for kind in alone]
    place_parts(paragraphs, kinds)
    datelined = _datelined(paragraphs, kinds, text)
    zones: list[_Zone] = []
    for place, paragraph in enumerate(paragraphs):
        if place in datelined:
            zones.append((paragraph.start, datelined[place], "dateline"))
        name = _ZONE_OF.get(kinds[place], kinds[place])
        for zone in _pieces(paragraph, name, alone[place], text):
            if (
                zones
                and zone[2] in _ONE_ZONE
                and zones[-1][2] == zone[2]
                and place
                and kinds[place - 1] not in _BODY
                and "standfirst" not in (kinds[place], kinds[place - 1])
            ):
                zones[-1] = (zones[-1][0], zone[1], zone[2])
            else:
                zones.append(zone)
    return zones


def _pieces(paragraph: Paragraph, name: str, alone: Kind, text: str) -> Iterator[_Zone]:
    if name in _BODY:
        return
    if alone.cut < 0 or alone.name != name:
        start = paragraph.start
        if alone.name == "item":
            # A list of links belongs to the menu with the indent before its bullets.
            indent = text[max(start - 8, 0) : start]
            start -= len(indent) - len(indent.rstrip(" \t"))
        yield start, paragraph.end, name
        return
    cut = paragraph.start + _offset(paragraph, alone.cut, text)
    before = text[paragraph.start : cut].rstrip(" \t\r\n|·•,–—-(")
    yield paragraph.start, paragraph.start + len(before), name
    yield cut, paragraph.end, alone.after


def _offset(paragraph: Paragraph, cut: int, text: str) -> int:
    """Turn an offset into a paragraph's text into one from its start in the page."""
    if len(paragraph.text) == paragraph.end - paragraph.start:
        return cut
    # Lines were joined: line ends and indents of any length stand where the text has one space.
    letters = cut - paragraph.text.count(" ", 0, cut)
    for offset, sign in enumerate(text[paragraph.start : paragraph.end]):
        if not letters and not sign.isspace():
            return offset
        letters -= not sign.isspace()
    return paragraph.end - paragraph.start


def _datelined(paragraphs: Sequence[Paragraph], kinds: Sequence[str], text: str) -> dict[int, int]:
    """Where the dateline ends, by the paragraph it opens: one of the first three of the body."""
    prose = [place for place, kind in enumerate(kinds) if kind == "prose"][:3]
    for place in prose:
        paragraph = paragraphs[place]
        end = dateline_end(text, paragraph.start, paragraph.end)
        # "LAHORE: ..." opens a report; further down the same form is somebody speaking.
        if end > paragraph.start and (place == prose[0] or text[end - 1] != ":"):
            return {place: end}
    return {}
