"""Which characters of a page no font can be counted on to draw."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from sourcebook.handouts.fonts.characters import characters
from sourcebook.handouts.fonts.subset import covered, mapped, names

# Controls, format characters (bidi and the like), spaces and line ends: nothing to draw.
_BLANK = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))


def missing(html: str) -> set[str]:
    """Return the characters that a page shows and that no font known to the kit can draw.

    Known are the fonts beside this module and DejaVu Sans, which comes with matplotlib and which
    PDFs fall back on. Elsewhere readers may see boxes, or see nothing.

    Examples
    --------
    >>> missing("<p>文在寅 → 문재인, “née” − 5 °C</p>")
    set()
    >>> missing("<p>\U00012000</p>")
    {'\U00012000'}
    """
    unknown = characters(html) - _known() - _SELECTORS
    return {one for one in unknown if unicodedata.category(one) not in _BLANK}


@cache
def _known() -> frozenset[str]:
    known = frozenset[str]().union(_dejavu(), *(covered(name) for name in names()))
    # What a private-use character looks like is each font's own affair.
    return frozenset(one for one in known if unicodedata.category(one) != "Co")


def _dejavu() -> frozenset[str]:
    # Matplotlib takes long to import, and only one of its files is wanted.
    found = find_spec("matplotlib")
    assert found is not None and found.origin is not None, "the kit depends on it"
    return mapped(Path(found.origin).parent / "mpl-data" / "fonts" / "ttf" / "DejaVuSans.ttf")
