"""Walk through a parsed handout and cut it into blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import get_args

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

from sourcebook.handouts.proofreading.blocks import APPARATUS, INLINE, KINDS, Block
from sourcebook.interface import Language, words

ATTRIBUTES = (
    *("alt", "aria-label", "aria-description", "aria-valuetext", "aria-roledescription"),
    *("title", "placeholder", "value"),
)
"""What a reader may see or hear of an element beside its text."""

_VALUED = ("input", "button", "option", "meter", "progress")
_SILENT = frozenset("script style template defs metadata clippath head".split())
# A row, an item or a quotation is read as a whole, whatever it is made of.
_WHOLE = frozenset("tr li blockquote dd dt".split())
_QUOTED = frozenset(("q", "blockquote", "mark"))
# What a machine reads in a passage is shown as its reading, beside the reviewed one.
_PROVED = frozenset(("structural", "support", "computed", "cite", "by-machine"))
_COUNTED = tuple(words(code)("counted", what="").strip() for code in get_args(Language))
_CITED = re.compile(r"#([sk])([0-9]+)")
_ONE_NUMBER = re.compile(r"\s*[-−±]?[0-9][0-9,]*(?:\.[0-9]+)?\s*%?\s*")


@dataclass(frozen=True)
class _Around:
    """What the elements above say of a text: how to take it, and to which table it belongs."""

    how: str = "said"
    figure: Tag | None = None
    table: Tag | None = None
    about: str = ""
    counted: bool = False
    assumed: bool = False
    listed: bool = False
    header: bool = False
    marked: Tag | None = None


def classes(element: Tag) -> set[str]:
    """Return the classes of an element."""
    return set(element.get_attribute_list("class"))


def attribute(element: Tag, name: str) -> str:
    """Return an attribute as text; empty where there is none."""
    value = element.get(name)
    return " ".join(value) if isinstance(value, list) else str(value or "")


def cites(element: Tag) -> tuple[str, int] | None:
    """Tell which source (``s``) or computation (``k``) a link cites, and its number."""
    found = _CITED.fullmatch(attribute(element, "href")) if element.name == "a" else None
    return (found[1], int(found[2])) if found else None


def says_counted(figure: Tag) -> bool:
    """Tell whether the source line of a figure says that the kit counted what it shows."""
    return any(
        line.has_attr("data-counted") or line.get_text().strip().startswith(_COUNTED)
        for line in figure.select(".src")
    )


def cut(body: Tag) -> list[Block]:
    """Return the blocks of a handout, in the order in which they begin."""
    return _Cutter().cut(body)


class _Cutter:
    def __init__(self) -> None:
        self.blocks: list[Block] = []

    def cut(self, body: Tag) -> list[Block]:
        self._walk(body, self._open(body, _Around()), _Around(), whole=False)
        return [block for block in self.blocks if block.pieces]

    def _open(self, element: Tag, around: _Around) -> Block:
        kind = KINDS.get(element.name, "text")
        block = Block(element, kind, figure=around.figure, table=around.table, about=around.about)
        block.counted, block.assumed = around.counted, around.assumed
        block.header, block.listed, block.marked = around.header, around.listed, around.marked
        self.blocks.append(block)
        return block

    def _walk(self, element: Tag, block: Block, around: _Around, whole: bool) -> None:
        """Read an element's children into `block`, or into blocks of their own."""
        for child in element.children:
            if isinstance(child, Tag):
                self._enter(child, block, around, whole)
            elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
                block.add(str(child), around.how)

    def _enter(self, element: Tag, block: Block, around: _Around, whole: bool) -> None:
        if element.name in _SILENT:
            return
        if link := cites(element):
            (block.sources if link[0] == "s" else block.computed).append(link[1])
            block.add(APPARATUS, "said")
            self._attributes(element, block, around)
            return
        around = _inside(element, around)
        if "apparatus" in around.how:
            block.add(APPARATUS, "said")
            return
        if element.name == "br":
            block.add("\n", around.how)
        own = element.name not in INLINE and not (
            whole and element.name not in ("li", "tr", "caption", "figcaption", "text", "title")
        )
        if own:
            block.add("\n", "said") if block.pieces else None
            block = self._open(element, around)
            whole = element.name in _WHOLE
        elif element.name not in INLINE:
            block.add("\n", "said")
        self._attributes(element, block, around)
        cell = element.name in ("td", "th") and around.counted
        if cell and _ONE_NUMBER.fullmatch(element.get_text()):
            around = replace(around, how="proved")
        self._walk(element, block, around, whole)
        if not own and element.name not in INLINE:
            block.add("\n", "said")

    def _attributes(self, element: Tag, block: Block, around: _Around) -> None:
        for name in ATTRIBUTES:
            text = attribute(element, name).strip()
            if text and around.how != "proved" and (name != "value" or element.name in _VALUED):
                kind = "tooltip" if name == "title" else "text alternative"
                told = self._open(element, around)
                told.kind, told.within = kind, block
                told.add(text, around.how)


def _left_out(element: Tag, named: set[str], around: _Around) -> bool:
    """Tell whether an element is the kit's own: what it says is checked elsewhere, or is no claim.

    That is code, the line above the title, the foot of the page, ways to skip and back, and the
    passages of the source list, which are compared with the articles letter for letter.
    """
    return (
        (element.name in ("pre", "details") and "code" in named)
        or ("band" in named and around.header)
        or (element.name == "footer" and "made" in named)
        or (element.name == "a" and bool(named & {"back", "skip"}))
        or ("passage" in named and around.listed)
    )


def _inside(element: Tag, around: _Around) -> _Around:
    """Return what an element adds to what is around it."""
    named, name = classes(element), element.name
    if _left_out(element, named, around):
        around = replace(around, how="apparatus")
    elif named & _PROVED and around.how != "outside":
        around = replace(around, how="proved")
    elif named & {"background", "outside"}:
        around = replace(around, how="outside")
    elif around.how == "said" and (name in _QUOTED or "passage" in named):
        around = replace(around, how="quoted")
    if name == "figure":
        counted = around.counted or says_counted(element)
        around = replace(around, figure=around.figure or element, counted=counted)
    if named & {"sources", "computations"}:
        around = replace(around, listed=True)
    if "marked" in named:
        around = replace(around, marked=element)
    if name == "header":
        around = replace(around, header=True)
    if name == "table":
        counted = around.counted or element.has_attr("data-counted")
        around = replace(around, table=element, counted=counted)
    if "assume" in named:
        around = replace(around, assumed=True)
    if element.has_attr("data-article"):
        around = replace(around, about=attribute(element, "data-article"))
    return around
