"""Make matplotlib's SVG part of a page: small, without style attributes, its text still text."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from markupsafe import Markup

SCALE = "structural"
"""The id that a chart gives the labels of an axis, and the class that they have on a page."""
_NUMBER = re.compile(r"-?\d+\.\d+")
# What XML cannot hold: a label of an article may bring it along.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Round joins were for lines that no chart here draws; the family is said once, by the root.
_DROPPED = ("stroke-linejoin", "font-family")
_PAINT = ("fill", "stroke", "stroke-width")
_MEASURES = ("d", "x", "y", "width", "height", "transform", "font-size", "stroke-width")


def inline(drawn: str, alt: str) -> Markup:
    """Return an SVG file that matplotlib wrote as one element for a page.

    A page allows no style but its own style sheet's, so every style attribute becomes attributes
    of the element, which a style sheet may still overrule. Coordinates keep two decimals: a
    hundredth of a point. Of the ids, only those remain that something refers to.

    Parameters
    ----------
    drawn
        The file's text.
    alt
        What the picture shows, for those who do not see it.

    Examples
    --------
    >>> print(inline('<svg viewBox="0 0 9 9"><path d="M 0 1.2345" style="fill: red"/></svg>', "A"))
    <svg viewBox="0 0 9 9" role="img" aria-label="A" font-family="DejaVu Sans, sans-serif"><path
    d="M 0 1.23" fill="red" /></svg>
    """
    root = ET.fromstring(_ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", drawn))
    for element in root.iter():
        element.tag = _local(element.tag)
        _restyle(element)
    _prune(root, set(_references(root)))
    box = root.get("viewBox", "")
    root.attrib.clear()
    root.attrib |= {"viewBox": box, "role": "img", "aria-label": alt}
    root.set("font-family", "DejaVu Sans, sans-serif")
    return Markup(ET.tostring(root, encoding="unicode"))


def _restyle(element: ET.Element) -> None:
    attributes = {_local(name): value for name, value in element.attrib.items()}
    for rule in attributes.pop("style", "").split(";"):
        name, _, value = rule.partition(":")
        if value and name.strip() not in _DROPPED:
            attributes[name.strip()] = value.strip()
    if attributes.get("id") == SCALE:
        attributes["class"] = attributes.pop("id")
    if attributes.get("transform", "").startswith("rotate(-0 "):
        del attributes["transform"]
    for name in _MEASURES:
        if name in attributes:
            attributes[name] = " ".join(_NUMBER.sub(_rounded, attributes[name]).split())
    element.attrib.clear()
    element.attrib |= attributes


def _prune(parent: ET.Element, used: set[str]) -> None:
    """Take away what is not seen, and groups that group nothing."""
    kept: list[ET.Element] = []
    for child in parent:
        if child.get("id") not in used:
            child.attrib.pop("id", None)
        elif child.tag == "path":
            # A marker is painted as each of its uses says, which a style sheet can reach.
            for name in _PAINT:
                child.attrib.pop(name, None)
        _prune(child, used)
        unseen = set(child.attrib) == {"d", "fill"} and child.get("fill") == "none"
        if unseen or child.tag in ("metadata", "style"):
            continue
        child.tail = None
        if child.tag in ("g", "defs", "pattern", "clipPath"):
            child.text = None
        hollow = child.tag in ("g", "defs") and not child.attrib
        if hollow and (child.tag == "g" or not len(child)):
            kept += child
        else:
            kept.append(child)
    parent[:] = kept
    if parent.tag == "svg":
        parent.text = None


def _references(root: ET.Element) -> Iterator[str]:
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == "href":
                yield value.removeprefix("#")
            yield from re.findall(r"url\(#([\w-]+)\)", value)


def _rounded(found: re.Match[str]) -> str:
    short = f"{float(found[0]):.2f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def _local(name: str) -> str:
    """Return a name without its namespace, which HTML does not write."""
    return name.rpartition("}")[2]
