"""Let foreign HTML into a page: tables, text, lists and pictures, and nothing that acts."""

from __future__ import annotations

import re

import nh3
from markupsafe import Markup

_TEXT = "a abbr b bdi bdo br cite code del dfn em i ins kbd mark q rp rt ruby s samp small strong"
_BLOCKS = "blockquote dd div dl dt figcaption figure h2 h3 h4 h5 h6 hr li ol p pre section ul"
_TABLES = "caption col colgroup table tbody td tfoot th thead tr"
_TAGS = set(f"{_TEXT} {_BLOCKS} {_TABLES} details img span sub summary sup time u var".split())
# What stands inside these is no text for a reader.
_EMPTIED = set(
    "applet audio base canvas embed frame frameset head iframe link math meta noembed noframes "
    "noscript object script select style svg template textarea title video xmp".split()
)
# No class, id or data attribute: with them a cell could pass for something the kit says of itself.
_ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href"},
    "abbr": {"title"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open"},
    "img": {"alt", "height", "src", "width"},
    "li": {"value"},
    "ol": {"reversed", "start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
# Pictures of dots only: an SVG file may hold links and style sheets of its own.
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+")
_LINK = re.compile(r"#[\w.-]*|https?://.+", re.DOTALL)


def clean(html: str) -> Markup:
    """Return HTML from anywhere as HTML that may stand in a page.

    It keeps text markup, headings below the first, lists, tables, and pictures that it holds as
    ``data:``. Links lead into the page or to an http(s) address. All else goes: scripts, styles
    and drawings with what is in them, other tags without it, and every class and id.

    Examples
    --------
    >>> print(clean('<p id="s1" onclick="x()">Up <b>22</b><script>x()</script>'))
    <p>Up <b>22</b></p>
    >>> print(clean('<a href="javascript:x()">go</a> <a href="https://example.org">on</a>'))
    <a rel="noopener noreferrer">go</a> <a href="https://example.org" rel="noopener
    noreferrer">on</a>
    """
    return Markup(_CLEANER.clean(html))


def _allowed(tag: str, attribute: str, value: str) -> str | None:
    pattern = {"src": _PICTURE, "href": _LINK}.get(attribute)
    return value if pattern is None or pattern.fullmatch(value) else None


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags=_EMPTIED,
    attributes=_ATTRIBUTES,
    attribute_filter=_allowed,
    url_schemes={"data", "http", "https"},
    link_rel="noopener noreferrer",
    strip_comments=True,
)
