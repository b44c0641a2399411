"""CSS that carries, inside a page, the fonts of the scripts it shows."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator

from sourcebook.handouts.fonts.characters import characters
from sourcebook.handouts.fonts.subset import covered, subset

_JP, _KR, _SC = (
    f"noto-sans-{part}" for part in ("jp-japanese", "kr-korean", "sc-chinese-simplified")
)
# Han characters, kana and full-width punctuation are in one family, Hangul in the other, so that
# a character tells by itself who draws it: the first font of its family that can. The second has
# the Han characters that Japanese does not use. Only the regular weight travels with a page, which
# would grow by half for the bold one: browsers thicken it where they need bold.
_FONTS = {
    "Sourcebook JP": (
        "noto-sans-jp-japanese-400-normal",
        "noto-sans-sc-chinese-simplified-400-normal",
    ),
    "Sourcebook KR": ("noto-sans-kr-korean-400-normal",),
}
FAMILIES = tuple(_FONTS)
"""What a style sheet calls them."""


def faces(html: str) -> str:
    """Return ``@font-face`` rules for the Han, kana and Hangul that a page shows; "" for none.

    Each holds a font that was cut down to the page's characters. A character that no font of the
    kit has is left out; see `missing`.

    Examples
    --------
    >>> faces("<p>Moon Jae-in</p>")
    ''
    >>> faces("<p>Moon Jae-in (문재인)</p>")[:58]
    '@font-face{font-family:"Sourcebook KR";font-weight:400;src'
    """
    # Nearly every page is in Latin letters alone, and then no font need be opened.
    wanted = frozenset(one for one in characters(html) if one >= "\u1100")
    return "\n".join(rule for family in FAMILIES for rule in _rules(family, wanted))


def _rules(family: str, wanted: frozenset[str]) -> Iterator[str]:
    for name in _FONTS[family] if wanted else ():
        if drawn := wanted & covered(name):
            wanted -= drawn
            data = b64encode(subset(name, drawn)).decode("ascii")
            yield (
                f'@font-face{{font-family:"{family}";font-weight:400;'
                f'src:url(data:font/woff2;base64,{data}) format("woff2");'
                f"unicode-range:{_ranges(drawn)}}}"
            )


def _ranges(characters: Iterable[str]) -> str:
    """Write characters as CSS does, neighbours together: a browser asks no font for others.

    Examples
    --------
    >>> _ranges("かがき時")
    'U+304B-304D,U+6642'
    """
    runs: list[list[int]] = []
    for code in sorted(map(ord, characters)):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ",".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)
