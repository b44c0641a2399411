"""Cut HTML into tags and text, in time that grows with its length whatever it holds.

`html.parser` is not used: in Python 3.11 it raises on ``<![`` and takes hours over a megabyte of
``<a "`` (https://github.com/python/cpython/issues/135462).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_TAG_END = re.compile(r"""[^>"']*+(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*+>""")
_NAME = re.compile(r"[^\s/>]{1,60}")
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?""",
)
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.I)
    for name in ("script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes")
}
_PATIENCE = 8
"""Tags with an unclosed quotation mark, each read to the page's end, before quotes are ignored."""


class Token(NamedTuple):
    """A piece of HTML: `kind` is text, open, close or raw.

    `name` is the tag's, in lower case. `text` is what stands there with entities decoded; of a raw
    element (a script, a title) it is its whole content as written.
    """

    kind: str
    name: str = ""
    text: str = ""
    attributes: Mapping[str, str] = {}


def tokens(source: str) -> Iterator[Token]:
    """Tags and text of `source` in order; comments and declarations are left out.

    Examples
    --------
    >>> [(token.kind, token.name or token.text) for token in tokens("<p>Tea &amp; milk<br></p>")]
    [('open', 'p'), ('text', 'Tea & milk'), ('open', 'br'), ('close', 'p')]
    """
    place, unclosed = 0, 0
    while place < len(source):
        opening = source.find("<", place)
        if opening != place:
            yield Token("text", text=decode(source[place : opening if opening >= 0 else None]))
        if opening < 0:
            return
        closing = source.startswith("/", opening + 1)
        name = _NAME.match(source, opening + 1 + closing)
        if name and name.group()[0].isalpha():
            found = _TAG_END.match(source, name.end()) if unclosed < _PATIENCE else None
            unclosed += found is None
            place = found.end() if found else source.find(">", name.end()) + 1
            if not place:
                return  # an unfinished tag takes the rest of the page with it, as in a browser
            word = name.group().lower()
            if closing:
                yield Token("close", word)
                continue
            attributes = _attributes(source[name.end() : place - 1])
            if word in _RAW:
                end = _RAW[word].search(source, place)
                yield Token("raw", word, source[place : end.start() if end else None], attributes)
                if end is None:
                    return
                place = end.start()
            else:
                yield Token("open", word, attributes=attributes)
        elif source.startswith(("!", "?", "/"), opening + 1):
            end_mark = "-->" if source.startswith("!--", opening + 1) else ">"
            end_at = source.find(end_mark, opening + 2)
            if end_at < 0:
                return
            place = end_at + len(end_mark)
        else:
            yield Token("text", text="<")
            place = opening + 1


def decode(text: str) -> str:
    """Replace entities; a number too long to be a character stays as it is written."""
    if "&" not in text:
        return text
    try:
        return html.unescape(text)
    except ValueError:  # Python refuses to read numbers of more than 4,300 digits
        return text


def _attributes(inside: str) -> dict[str, str]:
    found: dict[str, str] = {}
    if inside.strip("/ \n\t"):
        for match in _ATTRIBUTE.finditer(inside):
            name, double, single, bare = match.groups()
            found.setdefault(name.lower(), decode(double or single or bare or ""))
    return found
