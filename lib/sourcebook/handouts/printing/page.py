"""What a page needs before it is printed: pictures with colours, fonts and descriptions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from sourcebook.handouts.printing.failing import NotPrinted
from sourcebook.handouts.printing.fonts import SANS, Face

_SHEET = Path(__file__).parent / "pdf.css"
_SVG = "{http://www.w3.org/2000/svg}"
_INK = "#1c1b19"
# A drawing is set apart from the page's style sheet, so what it takes from there is written in.
_VARIABLE = re.compile(r"var\(\s*--[\w-]+\s*(?:,\s*([^()]*(?:\([^()]*\))?[^()]*))?\)")
_FACE = re.compile(r"@font-face\s*\{[^}]*\}", re.IGNORECASE)
_FAMILY = re.compile(r"font-family:[^;}]*")
_SIZED_FONT = re.compile(r"(?<![-\w])font:([^;}]*?[\d.]+(?:px|pt|em|rem|%))\s[^;}]*")
_REACHES_OUT = ("base", "link", "object", "embed", "iframe", "script", "audio", "video", "source")


SIZES = ("size-1", "size-2", "size-3", "size-4", "size-5")
"""How large the first page of a briefing is set: the first of these that makes it one page."""


@dataclass(frozen=True)
class Told:
    """What a page says of itself, and what its links call the places they lead to."""

    edition: str
    keywords: tuple[str, ...]
    places: Mapping[str, str]


def first_page(root: Element) -> bool:
    """Leave only a page's header and first page, if it has one that stands alone."""
    parents = {child: parent for parent in root.iter() for child in parent}
    kept = next((one for one in root.iter() if "first-page" in one.get("class", "").split()), None)
    if kept is None:
        return False
    while kept in parents:
        parent = parents[kept]
        for later in list(parent)[list(parent).index(kept) + 1 :]:
            parent.remove(later)
        kept.tail = None
        kept = parent
    return True


def prepare(root: Element, own: Iterable[Face], size: str) -> Told:
    """Change a parsed page into what is to be printed, and return what it says of itself.

    Parameters
    ----------
    root
        The page's root element, changed in place.
    own
        The kit's fonts that it is printed in.
    size
        One of `SIZES`.

    Raises
    ------
    NotPrinted
        If a drawing has no description.
    """
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in _REACHES_OUT:
                _drop(parent, child)
    places: dict[str, str] = {}
    edition, about = "", []
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue  # a comment
        if element.tag in ("style", f"{_SVG}style"):
            # The kit's fonts that a page brings along are cut for browsers.
            element.text = _FACE.sub("", element.text or "")
        if element.tag == f"{_SVG}svg":
            _describe(element)
        if element.tag.startswith(_SVG):
            _colour(element)
        if element.get("rel"):
            del element.attrib["rel"]  # rel=attachment would put a file into the PDF
        if element.tag == "a" and not element.get("href", "#").startswith("#"):
            del element.attrib["href"]
        elif element.tag == "a":
            place = element.get("href", "")[1:]
            places.setdefault(place, element.get("aria-label") or _text(element))
        classes = element.get("class", "").split()
        if "edition" in classes and not edition:
            edition = _text(element)
        if "kind" in classes:
            about.append(_text(element))
        if "data-passage" in element.attrib:
            about.append(element.attrib["data-passage"].partition(":")[0])
    root.set("class", size)
    head = root.find("head")
    style = Element("style")
    style.text = "\n".join([*(face.rule for face in own), _SHEET.read_text("utf-8")])
    (root if head is None else head).append(style)
    return Told(edition, tuple(dict.fromkeys(about)), places)


def _describe(drawing: Element) -> None:
    """Put the description of a drawing where it becomes the alternative text in the PDF."""
    title = drawing.find(f"{_SVG}title")
    label = drawing.get("aria-label", "").strip()
    if label:
        if title is None:
            title = Element(f"{_SVG}title")
            drawing.insert(0, title)
        title.text = label
    if title is None or not (title.text or "").strip():
        raise NotPrinted("no PDF: a drawing has no description (aria-label)")


def _colour(element: Element) -> None:
    """Write colours and fonts into a part of a drawing, which the page's sheet does not reach."""
    for name in ("style", "fill", "stroke", "color"):
        if value := element.get(name):
            element.set(name, _plain(value))
    if element.get("font-family"):
        element.set("font-family", SANS)
    if element.tag == f"{_SVG}style" and element.text:
        element.text = _plain(element.text)


def _plain(css: str) -> str:
    css = _VARIABLE.sub(lambda found: (found[1] or _INK).strip(), css)
    css = re.sub("currentcolor", _INK, css, flags=re.IGNORECASE)
    css = _FAMILY.sub(f"font-family: {SANS}", css)
    return _SIZED_FONT.sub(rf"font:\1 {SANS}", css)


def _drop(parent: Element, child: Element) -> None:
    """Take an element out and leave the text that follows it."""
    place = list(parent).index(child)
    if child.tail:
        before = parent[place - 1] if place else None
        if before is None:
            parent.text = (parent.text or "") + child.tail
        else:
            before.tail = (before.tail or "") + child.tail
    parent.remove(child)


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
