"""The visible text of a page, block by block, with the zone that markup gives each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from sourcebook.annotate.html.hints import FURNITURE, is_hidden, zone_hint
from sourcebook.annotate.html.tokens import Token

_BLOCKS = frozenset(
    """
    address article aside blockquote body button center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol
    p pre section summary table tbody tfoot thead tr ul caption
    """.split()
)
_VOID = frozenset(
    "area base basefont br col embed frame hr img input link meta param source track wbr".split()
)
_UNSEEN = frozenset(
    "head template noscript svg math object select datalist audio video canvas applet".split()
)
_ARTICLE = frozenset({"article", "main"})
_ROWS = frozenset({"tr", "tbody", "thead", "tfoot"})
_CONTAINERS = _BLOCKS | {"td", "th"}
_BODY = frozenset({"li", "blockquote", "pre", "dd", "dt"})
_CELLS = frozenset({"td", "th"})
# What a start tag ends where the end tag was left out, as it may be.
_ENDED_BY = {
    "li": ("li",), "td": ("td", "th"), "th": ("td", "th"), "tr": ("td", "th", "tr"),
    "dt": ("dt", "dd"), "dd": ("dt", "dd"),
}  # fmt: skip

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_DEEPEST_SEARCH = 64
_SEVERAL_SPACES = re.compile(" {2,}")
_SPACES = str.maketrans("\t\n\r\f", "    ", "\0")


class _Element(NamedTuple):
    tag: str
    hidden: bool
    zone: str
    sticky: bool
    in_article: bool


class Run(NamedTuple):
    """Some text within one line, with the zone its markup gives it, and whether it is a link."""

    text: str
    zone: str
    linked: bool


class Line(NamedTuple):
    """A line of visible text; `apart` says whether it begins a block."""

    runs: tuple[Run, ...]
    apart: bool


class BlockReader:
    """Reads tokens one by one; `lines` is then what a reader of the page sees, in order."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._open: list[_Element] = [_Element("", False, "", False, False)]
        self._counts: Counter[str] = Counter()
        self._runs: list[Run] = []
        self._apart = True

    def read(self, tokens: Iterable[Token]) -> list[Line]:
        """Read all tokens and return the page's lines."""
        for token in tokens:
            if token.kind == "text":
                self._text(token.text)
            elif token.kind == "open":
                self._enter(token)
            elif token.kind == "close":
                self._leave(token.name)
        self._end_line()
        return self.lines

    def _text(self, text: str) -> None:
        element = self._open[-1]
        if element.hidden:
            return
        if self._counts["pre"]:
            for place, line in enumerate(text.replace("\r\n", "\n").split("\n")):
                if place:
                    self._end_line()
                self._add(line)
        else:
            self._add(text)

    def _add(self, text: str) -> None:
        if text:
            linked = self._counts["a"] > 0
            self._runs.append(Run(text.translate(_SPACES), self._open[-1].zone, linked))

    def _enter(self, token: Token) -> None:
        tag = token.name
        if tag == "br":
            lines = len(self.lines)
            self._end_line()
            self._apart = self._apart or lines == len(self.lines)  # two in a row part paragraphs
        elif tag == "hr":
            self._break(tag)
        if tag in _VOID:
            return
        for left in _ENDED_BY.get(tag, ()):
            if self._open[-1].tag == left:
                self._leave(left)
        if tag in _BLOCKS:
            if self._open[-1].tag == "p":
                self._leave("p")  # a paragraph ends where the next block begins
            self._break(tag)
        elif tag in _CELLS and self._runs:
            self._runs.append(Run("\t", self._open[-1].zone, False))
        self._open.append(self._element(token))
        self._counts[tag] += 1

    def _element(self, token: Token) -> _Element:
        tag, parent = token.name, self._open[-1]
        in_article = parent.in_article or tag in _ARTICLE
        hidden = parent.hidden or tag in _UNSEEN or is_hidden(tag, token.attributes)
        if parent.sticky and not (tag == "h1" and not parent.in_article):
            return _Element(tag, hidden, parent.zone, True, in_article)
        hint = zone_hint(tag, token.attributes, in_article)
        if tag == "h1" and hint not in FURNITURE:
            hint = "headline"
        elif tag in _HEADINGS and not hint:
            hint = "section-head"
        elif tag in _BODY and not hint and not parent.zone:
            hint = "body"
        zone = hint or parent.zone
        # A header may hold the site's menu or the article's own headline, byline and date.
        sticky = zone in FURNITURE and tag != "header"
        return _Element(tag, hidden, zone, sticky, in_article)

    def _leave(self, tag: str) -> None:
        if not self._counts[tag]:
            return
        depth = len(self._open) - 1
        if tag not in _CONTAINERS:
            # A stray inline end tag must not close the blocks around it, nor be searched for long.
            lowest = max(depth - _DEEPEST_SEARCH, 0)
            while (
                depth > lowest
                and self._open[depth].tag not in _CONTAINERS
                and (self._open[depth].tag != tag)
            ):
                depth -= 1
            if self._open[depth].tag != tag:
                return
        while self._open[-1].tag != tag:
            self._counts[self._open.pop().tag] -= 1
        if tag in _BLOCKS:
            self._break(tag)
        self._counts[tag] -= 1
        self._open.pop()

    def _break(self, tag: str) -> None:
        """End a block; a table's row ends only a line."""
        self._end_line()
        self._apart = self._apart or tag not in _ROWS

    def _end_line(self) -> None:
        runs = _collapsed(self._runs)
        self._runs = []
        if runs:
            self.lines.append(Line(runs, self._apart))
            self._apart = False


def _collapsed(runs: list[Run]) -> tuple[Run, ...]:
    """Collapse white space as a browser does: single, and none at the ends of the line."""
    kept: list[Run] = []
    for run in runs:
        text = _SEVERAL_SPACES.sub(" ", run.text)
        if not kept:
            text = text.lstrip()
        elif kept[-1].text[-1] in " \t":
            text = text.lstrip(" ")
        if text:
            kept.append(run._replace(text=text))
    while kept:
        last = kept.pop()
        if last.text.rstrip():
            return (*kept, last._replace(text=last.text.rstrip()))
    return ()
