"""Cut one of the kit's fonts down to some characters: the same bytes for the same characters."""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent
"""Where the kit's fonts are."""


@lru_cache(maxsize=32)  # the pages of a plan, of which many share their words
def subset(name: str, characters: frozenset[str]) -> bytes:
    """Return a font with the outlines of these characters only, as WOFF2.

    Hints are dropped; of the layout features, `halt` stays, which browsers set full-width
    punctuation close with. The copyright and licence notices stay, as the licence demands.

    Examples
    --------
    >>> font = subset("noto-sans-kr-korean-400-normal", frozenset("문재인"))
    >>> len(font) < 2000
    True
    """
    options = Options()
    options.flavor = "woff2"
    options.hinting = False
    options.layout_features = ["halt"]
    options.name_IDs = [0, 13, 14]
    options.glyph_names = False
    options.notdef_outline = False
    # The bounds that the font states are right, and no clock may speak through its header.
    font = TTFont(io.BytesIO(_unpacked(name)), lazy=True, recalcBBoxes=False, recalcTimestamp=False)
    cut = Subsetter(options)
    cut.populate(text="".join(sorted(characters)))
    cut.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


@cache
def covered(name: str) -> frozenset[str]:
    """Return every character that one of the kit's fonts can draw."""
    return mapped(FOLDER / f"{name}.woff2")


def mapped(path: Path) -> frozenset[str]:
    """Return every character that a font file can draw."""
    with TTFont(path, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def names() -> Iterable[str]:
    """Return the names of the fonts that the kit ships."""
    return sorted(path.stem for path in FOLDER.glob("*.woff2"))


@cache
def _unpacked(name: str) -> bytes:
    font = TTFont(FOLDER / f"{name}.woff2", recalcBBoxes=False, recalcTimestamp=False)
    font.flavor = None
    out = io.BytesIO()
    font.save(out, reorderTables=False)
    return out.getvalue()
