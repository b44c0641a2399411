"""Fill the kit's templates: a page gets its style sheet, its fonts, a policy that fits them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from sourcebook.handouts.fonts import faces
from sourcebook.handouts.page.policy import policy
from sourcebook.handouts.page.style import TEMPLATES

# No page can hold these: HTML gives them no meaning, and half a character is none.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

_FIRST = re.compile(r"unicode-range:U\+([0-9A-F]+)")


def typeset(template: str, sheet: str, **values: Any) -> str:
    """Return a page: a template filled with values, each escaped unless it is Markup.

    Parameters
    ----------
    template
        A file of the template's folder.
    sheet
        The page's style sheet. It gets the fonts that the page needs for Han, kana and Hangul.
    **values
        What the template names.
    """
    page = _filled_in(template, sheet, values)
    if fonts := faces(page):
        page = _filled_in(template, f"\n{fonts}{_asked_for(fonts)}{sheet}", values)
    return page


def _asked_for(fonts: str) -> str:
    """Ask for each font where a page begins.

    Chromium reads a font when a character first needs it, and leaves boxes at some of the places
    that it had laid out before; so a character of each is set, unseen, before all others.
    """
    first = "".join(f"\\{code} " for code in _FIRST.findall(fonts))
    return (
        f'\n@media screen{{body::before{{content:"{first}"/"";position:absolute;opacity:0;'
        'pointer-events:none;font-family:"Sourcebook JP","Sourcebook KR"}}'
    )


def _filled_in(template: str, sheet: str, values: dict[str, Any]) -> str:
    sheet = _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", sheet)
    page = _templates().get_template(template)
    html = page.render(**values, style=Markup(sheet), policy=Markup(policy(sheet)))
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", html)


@cache
def _templates() -> Environment:
    # An undefined name is an error: a page without its date would look like any other.
    found = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters["filled"] = _filled
    return found


def _filled(phrase: str, **values: object) -> Markup:
    """Fill a phrase of the page's own words with values, which stand out in it."""
    bold = {name: Markup("<b>{}</b>").format(value) for name, value in values.items()}
    return escape(phrase).format(**bold)
