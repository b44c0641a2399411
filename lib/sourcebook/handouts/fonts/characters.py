"""Which characters a page shows."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_GENERATED = re.compile(r"content:([^;}]*)")
_PRINTED = re.compile(r"attr\(\s*([\w-]+)")
_UNSEEN = ("script", "style", "template", "title", "desc")


def characters(html: str) -> frozenset[str]:
    """Return the characters that a page shows, what its style sheet writes included.

    Examples
    --------
    >>> sorted(characters("<p>岸田 <b>文</b><script>雄</script></p>"))
    [' ', '岸', '文', '田']
    """
    style = _COMMENT.sub("", "\n".join(_STYLE.findall(html)))
    generated = "".join(_GENERATED.findall(style))
    reader = _Reader(frozenset(_PRINTED.findall(generated)))
    reader.feed(html)
    reader.close()
    return frozenset(reader.shown | set(generated))


class _Reader(HTMLParser):
    """Gathers the characters of text, and of attributes that the style sheet prints."""

    def __init__(self, printed: frozenset[str]) -> None:
        super().__init__()
        self.shown: set[str] = set()
        self._printed = printed
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shown.update(*(value or "" for name, value in attrs if name in self._printed))
        if tag in _UNSEEN:
            self._unseen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._unseen and self._unseen[-1] == tag:
            self._unseen.pop()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.shown |= set(data)
