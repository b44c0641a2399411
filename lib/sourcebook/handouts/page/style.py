"""The one style sheet of a page: its own, that of what it shows, and rules for its sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from sourcebook.interface import Words
from sourcebook.reading import style_sheet

TEMPLATES = Path(__file__).parent / "template" / "sourcebook"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# No string in these sheets holds any of these; the strings of a handout's own are added later.
_SPACED = re.compile(r"\s*([{};,>]|:(?= ))\s*")


def style(words: Words, *, head: str = "", foot: str = "", entries: Sequence[str] = ()) -> str:
    r"""Return the text of a page's style element.

    Parameters
    ----------
    words
        Number the printed pages in the page's language.
    head, foot
        Run along the top and the bottom of every printed page.
    entries
        Ids in the lists of sources and computations: each shows while a link to it is pointed at.

    Examples
    --------
    >>> from sourcebook.interface import words
    >>> print(style(words("en"), foot='To </style> "you"').splitlines()[-2][:70])
    @page{@bottom-left{content:"To \00003c/style\00003e \000022you\000022"
    """
    rules = [_sheets()]
    if head:
        rules.append(f"@page{{@top-left{{content:{words.css('running-head', title=head)}}}}}")
    if foot:
        rules.append(f"@page{{@bottom-left{{content:{words.css('running-head', title=foot)}}}}}")
    rules.append(f"@page{{@bottom-right{{content:{words.css('page-of')}}}}}")
    if entries:
        rules.append(_pointed_at(entries))
    return "\n".join(["", *rules, ""])


def _pointed_at(entries: Sequence[str]) -> str:
    """Take an entry out of its list while a link to it in the text is hovered or focused.

    One rule for all entries: a browser that does not know `:has` leaves it out, and loses nothing
    but this.
    """
    one = '&:has([href="#{0}"]:is(:hover,:focus-visible)) #{0}>.entry'
    chosen = ",\n".join(one.format(entry) for entry in entries)
    # Not from the lists themselves: what leaves the list would move the link away.
    idle = "main:not(:has(.entry :is(:hover,:focus-visible)))"
    # The list grows shorter meanwhile; room at the end keeps the page from scrolling up.
    room = "main:has(.cite :is(:hover,:focus-visible))+footer{margin-bottom:100vh}"
    return f"@media screen{{{room}{idle}{{\n{chosen}\n{{{_PANEL}}}}}}}"


_PANEL = (
    "--in-list:none;position:fixed;z-index:2;"
    "inset:auto var(--panel-right) var(--panel-bottom) var(--panel-left);top:var(--panel-top);"
    "position-try-fallbacks:var(--panel-try,none);max-height:var(--panel-height);overflow:hidden;"
    "margin:0;padding:.7rem .9rem;background:var(--paper);border:1px solid var(--rule);"
    "border-top:3px solid var(--accent);box-shadow:0 4px 18px #0003;pointer-events:none"
)


@cache
def _sheets() -> str:
    own = [(TEMPLATES / name).read_text(encoding="utf-8") for name in ("style.css", "print.css")]
    # The rules for paper come last, and win there.
    sheet = "\n".join([own[0], style_sheet("reading"), own[1]])
    short = _SPACED.sub(r"\1", _COMMENT.sub("", sheet)).strip()
    return short.replace(";}", "}").replace("}", "}\n")
