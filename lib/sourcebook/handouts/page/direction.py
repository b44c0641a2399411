"""Keep marks that turn the direction of text inside the words that brought them along."""

from __future__ import annotations

import re

from markupsafe import Markup

# What opens a stretch of another direction, and what closes it.
_POP, _ISOLATED = "\u202c", "\u2069"
_CLOSED_BY = dict.fromkeys("\u202a\u202b\u202d\u202e", _POP) | dict.fromkeys(
    "\u2066\u2067\u2068", _ISOLATED
)
_TURNED = re.compile("[^<>]*[\u202a-\u202e\u2066-\u2069][^<>]*(?=<)")


def closed(body: Markup) -> Markup:
    r"""Close, before the next tag, every turn of direction that some words leave open.

    Such marks cannot be seen. One that is left open would set the page's own words that follow in
    the same paragraph from right to left. Every character stays that was there.

    Examples
    --------
    >>> closed(Markup("<p>“yes\u202eno”<sup>1</sup> said they</p>"))
    Markup('<p>“yes\u202eno”\u202c<sup>1</sup> said they</p>')
    """
    return Markup(_TURNED.sub(lambda found: found[0] + _missing(found[0]), body))


def _missing(words: str) -> str:
    open_: list[str] = []
    for character in words:
        if character in _CLOSED_BY:
            open_.append(_CLOSED_BY[character])
        elif character in open_:
            # A closing mark ends what was opened inside it as well.
            while open_.pop() != character:
                pass
    return "".join(reversed(open_))
