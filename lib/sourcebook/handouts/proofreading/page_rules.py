"""Rules for a page that no accessibility checker knows: captions, sources, one file, no script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import Tag

from sourcebook.handouts.proofreading.cutting import attribute, says_counted
from sourcebook.handouts.proofreading.folding import worded
from sourcebook.handouts.proofreading.handout import TakenApart
from sourcebook.handouts.proofreading.slips import Finding

_FILLER = re.compile(
    r"(?:(?:an? )?(?:image|picture|photo|graphic|figure|chart|graph|plot|diagram|svg|png|icon"
    r"|untitled|placeholder|alt text|output)s?[ .:#0-9]*)?|\S+\.(?:png|svg|jpe?g|gif|webp|pdf)",
    re.IGNORECASE,
)
_ADDRESSES = (
    "src", "href", "xlink:href", "srcset", "action", "formaction", "poster", "data", "cite",
    "background", "ping", "manifest", "longdesc", "archive", "codebase", "srcdoc",
)  # fmt: skip
_ON_PAGE = re.compile(
    r"#\S*|[\w.-]+\.(?:html|pdf)(?:#\S*)?|data:image/(?:png|svg\+xml|jpeg|gif|webp)[;,]\S*"
)
_OUTSIDE_CSS = re.compile(
    r"@import|url\((?!\s*['\"]?\s*(?:#|data:(?:font|image|application/(?:x-)?font)))[^)]{0,60}"
)
_FORBIDDEN = "script iframe object embed base applet frame form".split()


def check_page(handout: TakenApart) -> Iterator[Finding]:
    """Yield what keeps a page from being well-ordered, described and safe."""
    yield from _headings(handout)
    yield from _pictures(handout)
    for table in handout.tagged("table"):
        caption = table.find("caption")
        if caption is None or not caption.get_text(strip=True):
            rule = "a table without a caption"
            yield Finding(table, "", rule, "show it with lesson.table, which takes a caption")
    yield from _boxes(handout)
    yield from _safe(handout)


def _headings(handout: TakenApart) -> Iterator[Finding]:
    titles = handout.tagged("h1")
    if len(titles) != 1:
        rule = f"a page has one title (h1), not {len(titles)}"
        remedy = "begin only the first cell with '# '; headings below take '## '"
        yield Finding(titles[-1] if titles else handout.body, "", rule, remedy)
    level = 0
    for heading in handout.headings:
        own = int(heading.name[1])
        if own > level + 1:
            rule = f"a heading of level {own} follows one of level {level}"
            yield Finding(heading, "", rule, f"write it with {'#' * (level + 1)!r}")
        if not heading.get_text(strip=True):
            yield Finding(heading, "", "a heading without words", "name it or leave it out")
        level = own


def _pictures(handout: TakenApart) -> Iterator[Finding]:
    for figure in handout.tagged("figure"):
        caption = figure.find("figcaption")
        if caption is None or not caption.get_text(strip=True):
            yield Finding(figure, "", "a figure without a caption", "show it with lesson.show")
        elif figure.find("blockquote") is None and not _sourced(figure):
            rule = "a figure without a source line"
            remedy = "show it with lesson.show, which cites its passages or says what was counted"
            yield Finding(figure, "", rule, remedy)
        elif figure.find("blockquote") is not None and not figure.select("a[href^='#s']"):
            rule = "a quoted passage without its citation"
            yield Finding(figure, "", rule, "show it with lesson.beside or lesson.compare")
    drawn = [one for one in handout.elements if attribute(one, "role") == "img"]
    for picture in {id(one): one for one in [*handout.tagged("img", "svg"), *drawn]}.values():
        if picture.name == "svg" and attribute(picture, "aria-hidden") == "true":
            continue
        name = "alt" if picture.name == "img" else "aria-label"
        told = worded(attribute(picture, name))
        around = picture.find_parent("figure")
        caption = around.find("figcaption") if around else None
        if picture.name == "svg" and attribute(picture, "role") != "img":
            rule = "a chart that a screen reader is not told of"
            yield Finding(picture, "", rule, 'give it role="img" and an aria-label')
        elif _FILLER.fullmatch(told):
            rule = f"the text alternative ({name}) does not say what there is to see"
            yield Finding(picture, told, rule, "say what the picture shows, numbers and all")
        elif caption is not None and told == worded(caption.get_text()):
            rule = "the text alternative repeats the caption"
            yield Finding(picture, told, rule, "say what the picture shows, numbers and all")


def _sourced(figure: Tag) -> bool:
    cited = figure.select(".src a[href^='#s'], .src a[href^='#k']")
    return bool(cited) or says_counted(figure)


def _boxes(handout: TakenApart) -> Iterator[Finding]:
    for box in handout.named("assume", "background"):
        if box.name in ("div", "aside", "section") and not any(
            label.get_text(strip=True) for label in box.select(".label")
        ):
            rule = "a box that does not say what sets it apart"
            yield Finding(box, "", rule, "make it with lesson.assumption or lesson.background")
    for outside in handout.named("outside"):
        around = outside.find_parent(["table", "figure", "section", "li", "p"]) or outside
        below = (around.find_parent(class_="scroll") or around).find_next_sibling(class_="src")
        text = around.get_text() + (below.get_text() if below else "")
        if not re.search("background|背景|배경", text, re.IGNORECASE):
            rule = "what is from outside the articles does not say so where it stands"
            remedy = "write 'background' in the table's caption or heading, or in the sentence"
            yield Finding(outside, outside.get_text(), rule, remedy)


def _safe(handout: TakenApart) -> Iterator[Finding]:
    plain_html = "a handout runs nothing: show text, tables and charts with the kit"
    refreshing = [one for one in handout.tagged("meta") if _refreshes(one)]
    for element in [*handout.tagged(*_FORBIDDEN), *refreshing]:
        yield Finding(element, f"<{element.name}>", "not allowed in a handout", plain_html)
    for element in handout.elements:
        for name, value in element.attrs.items():
            text = " ".join(value) if isinstance(value, list) else str(value)
            squeezed = re.sub(r"[\x00-\x20]", "", text).lower()
            if name.startswith("on") or squeezed.startswith(("javascript:", "vbscript:")):
                yield Finding(
                    element, f"{name}={text[:60]}", "a script in an attribute", plain_html
                )
            elif name == "style":
                rule = "a style attribute, which the page's policy does not let work"
                yield Finding(element, text[:60], rule, "use the kit's classes")
            elif name in _ADDRESSES and not _local(element, name, text):
                rule = "an address outside the page"
                remedy = "a handout needs no network: name the address as text, or leave it out"
                yield Finding(element, text[:80], rule, remedy)
    for style in handout.tagged("style"):
        if found := _OUTSIDE_CSS.search(style.get_text()):
            rule = "a style sheet that fetches something"
            yield Finding(style, found[0], rule, "put fonts and pictures into the page")


def _refreshes(meta: Tag) -> bool:
    return attribute(meta, "http-equiv").lower() == "refresh"


def _local(element: Tag, name: str, text: str) -> bool:
    if element.name == "data" and name == "data":
        return True
    if name == "background" or (name == "cite" and not text):
        return not text
    return bool(_ON_PAGE.fullmatch(text.strip()))
