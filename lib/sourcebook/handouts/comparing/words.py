"""Cut what a page says into words that are compared one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bs4 import BeautifulSoup, Tag
from markupsafe import Markup, escape

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = rf"(?:[0-9]{{1,2}} )?{_MONTH}(?: [0-9]{{4}})?"
# A quotation and a date are words for themselves: half of one, replaced, would be neither.
_WORD = re.compile(
    rf"“[^”]*”|{_DATE}\s?[–-]\s?{_DATE}|[0-9]{{1,2}}–{_DATE}|{_DATE}"
    r"|[^\s“\ue000-\uf8ff]*[0-9][0-9,.]* (?:thousand|million|billion|trillion|per cent)\b"
    r"|[^\s“\ue000-\uf8ff]+?(?=[.,;:!?)]*(?:[\s“\ue000-\uf8ff]|$))|[.,;:!?)]+|[“\ue000-\uf8ff]"
)
_WHOLE = "br, .cite, .support, .computed, .outside, .structural, .quoted, q, [lang]"
LINE = "\n"
"""The text of a word that is the end of a line."""
_FIRST_PIECE = 0xE000  # private use: no article's letters
_PIECE = re.compile("([\ue000-\uf8ff])")


@dataclass(frozen=True)
class Token:
    """A word as it is compared, as HTML, the targets of its citations, and if a space precedes."""

    text: str
    html: Markup
    cited: tuple[str, ...] = ()
    apart: bool = True


def tokens(html: Markup) -> tuple[Token, ...]:
    """Cut HTML into words; what says more than its words (a citation, a count) stays whole."""
    return tuple(_tokens(BeautifulSoup(html, "html.parser")))


def _tokens(told: BeautifulSoup) -> Iterator[Token]:
    for words in told.find_all(string=_PIECE):
        words.replace_with(_PIECE.sub("\N{REPLACEMENT CHARACTER}", words))
    pieces: list[Tag] = []
    for whole in told.select(_WHOLE):
        if not any(above is piece for above in whole.parents for piece in pieces):
            pieces.append(whole)
    for place, whole in enumerate(pieces):
        whole.replace_with(chr(_FIRST_PIECE + place))
    text = told.get_text().replace("\n", " ")
    end = 0
    held: Token | None = None
    for found in _WORD.finditer(text):
        word, apart = " ".join(found[0].split()), found.start() > end
        end = found.end()
        spoken, html, cited = "", Markup(""), list[str]()
        for letters in _PIECE.split(word):
            piece = pieces[ord(letters) - _FIRST_PIECE] if _PIECE.fullmatch(letters) else None
            if piece is None:
                spoken, html = spoken + letters, html + escape(letters)
            elif "cite" in piece.get_attribute_list("class"):
                cited += [str(link["href"]) for link in piece.select("a[href]")]
            elif piece.name == "br":
                spoken, html = spoken + LINE, html + Markup("<br>")
            else:
                spoken, html = spoken + piece.get_text(), html + Markup(str(piece))
        if not spoken:
            # A citation belongs to the word before it.
            held = held and replace(held, cited=(*held.cited, *cited))
            continue
        if held:
            yield held
        held = Token(spoken, html, tuple(cited), apart)
    if held:
        yield held


def plain(words: Iterable[Token]) -> str:
    """Return words as a line of text."""
    told = "".join(f" {one.text}" if one.apart else one.text for one in words)
    return " ".join(told.split())
