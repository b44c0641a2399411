"""What a notebook's cells say and show, as HTML that may stand in a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import mistune
import nbformat
from markupsafe import Markup, escape

from sourcebook.handouts.page.cleaning import clean
from sourcebook.interface import Words, words
from sourcebook.reading import MIME

# The codes with which a terminal sets colours.
_COLOUR = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_CODED = re.compile(r"[A-Za-z0-9+/]+={0,2}")
_ENGLISH = words("en")
_PICTURES = ("image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp")


class _Prose(mistune.HTMLRenderer):
    """Markdown as HTML; pictures may be attachments of the cell."""

    def __init__(self, attachments: Mapping[str, Mapping[str, str]]) -> None:
        super().__init__(escape=False)  # what comes out is cleaned
        self._attachments = attachments

    def image(self, text: str, url: str, title: str | None = None) -> str:
        held = self._attachments.get(url.removeprefix("attachment:"), {})
        for kind, data in held.items():
            if kind in _PICTURES:
                return str(_picture(kind, data, text))
        return super().image(text, url, title)


def prose(cell: nbformat.NotebookNode, w: Words = _ENGLISH) -> Markup:
    r"""Return a Markdown cell as HTML; a dollar sign is a dollar sign.

    Examples
    --------
    >>> prose(nbformat.v4.new_markdown_cell("## A *gift*\n\nFor $5 to $6"))
    Markup('<h2>A <em>gift</em></h2>\n<p>For $5 to $6</p>\n')
    """
    return _markdown(cell.source, cell.get("attachments", {}), w)


def shown(output: nbformat.NotebookNode, w: Words = _ENGLISH) -> Markup:
    """Return one output of a code cell as HTML, in the richest form that it comes in.

    What the kit itself shows is printed as it is, since it is escaped where it is made. Any other
    HTML is cleaned; what has no form that a page can hold is printed as text.
    """
    if output.output_type == "stream":
        return _plain(output.text)
    data: Mapping[str, str] = output.get("data", {})
    if MIME in data:
        return Markup(data[MIME])
    if "text/html" in data:
        return _scrolling(clean(data["text/html"]), w)
    if "text/markdown" in data:
        return _markdown(data["text/markdown"], {}, w)
    for kind in _PICTURES:
        if kind in data:
            told = output.get("metadata", {}).get(kind, {}).get("alt", data.get("text/plain", ""))
            return _picture(kind, data[kind], told)
    return _plain(data["text/plain"]) if data.get("text/plain") else Markup("")


def _markdown(source: str, attachments: Mapping[str, Any], w: Words) -> Markup:
    # No plugin for maths: "$5 to $6 billion" is no formula.
    read = mistune.create_markdown(renderer=_Prose(attachments), plugins=["table", "strikethrough"])
    return _scrolling(clean(str(read(source))), w)


def _picture(kind: str, data: str, alt: str) -> Markup:
    if kind == "image/svg+xml":
        # As a picture, a drawing runs no script and loads nothing.
        address = f"data:image/svg+xml,{quote(data)}"
        return Markup('<img src="{}" alt="{}">').format(address, alt)
    coded = "".join(str(data).split())
    if not _CODED.fullmatch(coded):
        return _plain(alt)
    return Markup('<img src="data:{};base64,{}" alt="{}">').format(kind, coded, alt)


def _scrolling(html: Markup, w: Words) -> Markup:
    """Let a table of any width scroll by itself; then it must be reached by keyboard."""
    if "<table" not in html:
        return html
    label, lang = w("table"), Markup("")
    if w.language != "en":
        # The name is in the page's language, and what it names is in that of the lesson.
        lang, html = Markup(' lang="{}"').format(w.language), _english(html)
    region = Markup('<div class="scroll" role="group" aria-label="{}"{} tabindex="0">{}</div>')
    return region.format(label, lang, html)


def _english(html: Markup) -> Markup:
    return Markup('<div lang="en">{}</div>').format(html)


def _plain(text: str) -> Markup:
    return Markup("<pre>{}</pre>").format(escape(_COLOUR.sub("", text).strip("\n")))
