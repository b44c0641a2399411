"""The words of a text as they are compared: case, quotation marks and spelling set aside."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from sourcebook.reuse.spelling import one_spelling

_WORD = re.compile(
    r"[Pp]er cent\b"
    r"|(?:\b[A-Za-z]\.){2,}"  # U.S.
    r"|\d+(?:[.,:]\d+)*\w*"  # 1,200; 4:12; 19th; 3m
    r"|[%$£€¥₩]"  # what a figure counts is part of what a sentence says
    r"|[^\W\d]+(?:['’][^\W\d]+)*"
    r"|\w+"
)


class Word(NamedTuple):
    """A word of a text.

    `form` is what is compared; `start` and `end` are code-point offsets, end exclusive.
    """

    form: str
    start: int
    end: int


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of a text, or of the characters from `start` to `end` (exclusive).

    Two words are equal in `form` when they differ only in case, in straight or curly apostrophe,
    or in American or British spelling. Punctuation is no word; %, $ and other signs of money are.

    Examples
    --------
    >>> [word.form for word in words("The U.S. centre’s labour costs: $1,200, up 5 per cent")]
    ['the', 'us', "center's", 'labor', 'costs', '$', '1,200', 'up', '5', '%']
    """
    known: dict[str, str] = {}
    found = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        raw = match.group()
        form = known.get(raw)
        if form is None:
            form = known[raw] = _form(raw)
        found.append(Word(form, match.start(), match.end()))
    return found


def _form(raw: str) -> str:
    if raw[:3].lower() == "per" and raw[3:] == " cent":
        return "%"
    form = unicodedata.normalize("NFC", raw).lower().replace("’", "'")
    if form.endswith("."):
        return form.replace(".", "")
    if form[0].isdigit():
        return form.replace(":", ".")  # one paper writes 4:12, the other 4.12
    stem, mark, rest = form.partition("'")
    return one_spelling(stem) + mark + rest
