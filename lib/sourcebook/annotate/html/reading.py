"""Read a web page: its visible text, the zones its markup and its words show, what it states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sourcebook.annotate.html.blocks import BlockReader, Line
from sourcebook.annotate.html.hints import FURNITURE
from sourcebook.annotate.html.metadata import read_metadata
from sourcebook.annotate.html.tokens import tokens
from sourcebook.annotate.zones.finding import zones_of
from sourcebook.annotate.zones.furniture import is_boilerplate_line
from sourcebook.annotate.zones.paragraphs import Paragraph
from sourcebook.annotation import Annotation

_LONGEST = {
    "headline": 45, "byline": 45, "timestamp": 30, "photo-credit": 30, "caption": 120,
    "section-head": 25,
}  # fmt: skip
"""Words a zone may have; a class on a whole column of text says nothing of its paragraphs."""
_SEPARATORS = " \t\xa0|·•/–—-,"
_INLINE = frozenset({"byline", "timestamp", "photo-credit", "caption"})


@dataclass(frozen=True)
class HtmlPage:
    """A web page as text.

    `text` is all that a browser would show, in the order of the source: blocks parted by an empty
    line, a line break as one, the cells of a table's row by tabs. `zones` are those of `text`.
    `headline`, `published`, `author`, `site_name` and `language` are what the page's markup states,
    as written there; "" where it states nothing.
    """

    text: str
    zones: tuple[Annotation, ...]
    headline: str
    published: str
    author: str
    site_name: str
    language: str


def read_html(html: str, article: str) -> HtmlPage:
    r"""Read a page; any string is read, broken markup as a browser would.

    Examples
    --------
    >>> page = read_html("<title>Mine</title><nav>Home</nav><h1>Mine to close</h1><p>It will.", "x")
    >>> page.text, page.headline
    ('Home\n\nMine to close\n\nIt will.', 'Mine')
    >>> [(zone["zone"], zone.quote) for zone in page.zones]
    [('navigation', 'Home'), ('headline', 'Mine to close')]
    """
    pieces = list(tokens(html))
    stated = read_metadata(pieces)
    text, paragraphs = _compose(BlockReader().read(pieces))
    paragraphs = _trusted(_with_one_headline(paragraphs, stated.headline))
    zones = tuple(
        Annotation(
            article, "zones", start, end, text[start:end], {"zone": zone}, "rule:html", "machine"
        )
        for start, end, zone in zones_of(paragraphs, text)
    )
    return HtmlPage(
        text,
        zones,
        stated.headline,
        stated.published,
        stated.author,
        stated.site_name,
        stated.language,
    )


def _compose(lines: Sequence[Line]) -> tuple[str, list[Paragraph]]:
    """Join the lines into one text, and say where each stands in it and what markup calls it."""
    parts: list[str] = []
    paragraphs: list[Paragraph] = []
    place = 0
    for line in lines:
        if parts:
            gap = "\n\n" if line.apart else "\n"
            parts.append(gap)
            place += len(gap)
        sections = _sections(line)
        for words, zone, apart in sections:
            outside = _SEPARATORS if len(sections) > 1 else None
            start = place + len(words) - len(words.lstrip(outside))
            bare = words.strip(outside)
            if bare:
                paragraphs.append(Paragraph(start, start + len(bare), bare, apart, zone))
            place += len(words)
            parts.append(words)
    return "".join(parts), paragraphs


def _sections(line: Line) -> list[tuple[str, str, bool]]:
    """Cut a line where its zones change; a line that is mostly running text stays whole."""
    whole = "".join(run.text for run in line.runs)
    zones = {run.zone for run in line.runs if run.text.strip()}
    if "\t" in whole and zones == {""}:
        return [(whole, "body", line.apart)]  # a row of a table
    if len(zones) == 1:
        zone = zones.pop()
        if (
            not zone
            and whole.count(" ") > 2
            and whole[-1] not in ".:"
            and (all(run.linked for run in line.runs if run.text.strip()))
        ):
            zone = "boilerplate"  # a paragraph that is nothing but a link leads to another page
        return [(whole, _checked(zone, whole), line.apart)]
    plain = sum(len(run.text.split()) for run in line.runs if run.zone not in _INLINE)
    if plain > 6 or not zones & _INLINE:
        own = [run.zone for run in line.runs if run.zone not in _INLINE]
        return [(whole, _checked(own[0] if own else "", whole), line.apart)]
    sections: list[tuple[str, str, bool]] = []
    for run in line.runs:
        zone = run.zone if run.zone in _INLINE else ""
        # Words without a zone belong to what comes after them ("By", "Published").
        if sections and sections[-1][1] in ("", zone):
            words, _, apart = sections.pop()
            sections.append((words + run.text, zone, apart))
        else:
            sections.append((run.text, zone, line.apart and not sections))
    if len(sections) > 1 and not sections[-1][1]:
        words, _, _ = sections.pop()
        before, zone, apart = sections.pop()
        sections.append((before + words, zone, apart))
    return sections


def _checked(zone: str, words: str) -> str:
    if zone in _LONGEST and words.count(" ") >= _LONGEST[zone]:
        return ""
    if zone == "section-head" and is_boilerplate_line(words):
        return "boilerplate"
    return zone


def _with_one_headline(paragraphs: list[Paragraph], stated: str) -> list[Paragraph]:
    """Keep the heading that is the article's; others of its rank are a site's name or a section."""
    places = [place for place, p in enumerate(paragraphs) if p.known == "headline"]
    if len(places) < 2:
        return paragraphs
    like = [p for p in places if stated and stated.startswith(paragraphs[p].text[:40])]
    chosen = (like or sorted(places, key=lambda p: len(paragraphs[p].text) < 20))[0]
    changed = list(paragraphs)
    for place in places:
        if place != chosen:
            known = "navigation" if place < chosen else "section-head"
            changed[place] = paragraphs[place]._replace(known=known)
    return changed


def _trusted(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Forget what markup calls furniture where that would be most of the page's sentences."""
    sentences = [p for p in paragraphs if p.text.count(" ") > 11 and p.text[-1] in '.”"?!']
    furniture = sum(p.known in FURNITURE for p in sentences)
    if furniture * 4 < len(sentences) * 3 or len(sentences) < 3:
        return paragraphs
    return [p._replace(known="") if p.known in FURNITURE else p for p in paragraphs]
