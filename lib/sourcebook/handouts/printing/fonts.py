"""The fonts of a PDF: the kit's own, so that it looks the same on every machine."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path

import matplotlib
from fontTools.ttLib import TTFont, woff2
from fontTools.ttLib.tables._g_l_y_f import Glyph
from weasyprint.text.fonts import FontConfiguration

from sourcebook.handouts.fonts.characters import characters
from sourcebook.handouts.fonts.subset import FOLDER, covered, names, subset
from sourcebook.handouts.printing.fetching import FONT

SANS = (
    "'Sourcebook Sans', 'Sourcebook Sans Extended', 'Sourcebook JP', 'Sourcebook KR', "
    "'Sourcebook SC', 'Sourcebook Signs'"
)
"""What drawings are lettered in."""

# Matplotlib brings these: code is set in them, and the arrows and signs that the others lack.
_DEJAVU = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
# WeasyPrint takes two files of one family and weight for one font, and draws the glyphs of the one
# by the numbers of the other: each file has a family of its own, and one that no machine has.
_FAMILIES = {
    "source-serif-4-latin": "Sourcebook Serif",
    "source-serif-4-latin-ext": "Sourcebook Serif Extended",
    "source-sans-3-latin": "Sourcebook Sans",
    "source-sans-3-latin-ext": "Sourcebook Sans Extended",
    "DejaVuSans": "Sourcebook Signs",
    "DejaVuSansMono": "Sourcebook Mono",
}
_NAME = re.compile(r"(?P<family>[a-z0-9-]+)-(?P<weight>\d00)-(?P<style>\w+)")
_FIRST = "\u1100"  # below it, a character is never from a font of these
# In this order: a Han character is drawn as in Japan where that font has it.
_CUT = {
    "Sourcebook JP": "noto-sans-jp-japanese",
    "Sourcebook KR": "noto-sans-kr-korean",
    "Sourcebook SC": "noto-sans-sc-chinese-simplified",
}
# What a style sheet may still name where the kit's own names don't reach.
_STAND_FOR = {
    "serif": "Sourcebook Serif",
    "sans-serif": "Sourcebook Sans",
    "system-ui": "Sourcebook Sans",
    "monospace": "Sourcebook Mono",
}


@dataclass(frozen=True)
class Face:
    """A font as a style sheet names it, and its file."""

    family: str
    weight: int
    style: str
    content: bytes = field(repr=False)

    @property
    def address(self) -> str:
        """What it is asked for under."""
        return f"{FONT}{self.family.replace(' ', '-')}-{self.weight}-{self.style}"

    @property
    def rule(self) -> str:
        """The rule that declares it."""
        return (
            f"@font-face {{ font-family: '{self.family}'; font-weight: {self.weight}; "
            f"font-style: {self.style}; src: url('{self.address}') }}"
        )


def faces(html: str) -> tuple[Face, ...]:
    """Return the fonts that a page is printed in: whole ones, and cut ones for kanji and Hangul."""
    return (*_whole(), *_cut(characters(html)))


@cache
def _whole() -> tuple[Face, ...]:
    found = []
    for path in sorted(FOLDER.glob("source-*.woff2")):
        name = _NAME.fullmatch(path.stem)
        assert name is not None, f"{path.name}: a font without a weight and a style"
        family, weight = _FAMILIES[name["family"]], int(name["weight"])
        found.append(Face(family, weight, name["style"], _unpacked(path.read_bytes())))
    for stem in ("DejaVuSans", "DejaVuSansMono"):
        for weight, bold in ((400, ""), (700, "-Bold")):
            content = (_DEJAVU / f"{stem}{bold}.ttf").read_bytes()
            found.append(Face(_FAMILIES[stem], weight, "normal", content))
    return tuple(found)


def _cut(shown: frozenset[str]) -> Iterator[Face]:
    foreign = frozenset(one for one in shown if one >= _FIRST)
    for family, stem in _CUT.items():
        regular = foreign & covered(f"{stem}-400-normal") if foreign else foreign
        for weight in (400, 700):
            name = f"{stem}-{weight}-normal"
            if regular and name in names():
                drawn = regular & covered(name)
                yield Face(family, weight, "normal", _spaced(subset(name, drawn)))
        foreign -= regular


def _unpacked(font: bytes) -> bytes:
    """Return a font as it was before it was packed for the web, as WeasyPrint wants it."""
    out = BytesIO()
    woff2.decompress(BytesIO(font), out)
    return out.getvalue()


def _spaced(font: bytes) -> bytes:
    """Return a cut font unpacked and with a space, a quarter of its size wide.

    Pango sets the space after a word in the word's own font, and these have no Latin part.
    """
    cut = TTFont(BytesIO(font), recalcTimestamp=False)
    cut["glyf"]["space"] = Glyph()
    for table in ("hmtx", "vmtx"):
        if table in cut:
            cut[table].metrics["space"] = (cut["head"].unitsPerEm // 4, 0)
    for table in cut["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord(" ")] = "space"
    cut.flavor = None
    out = BytesIO()
    cut.save(out)
    return out.getvalue()


def kit_fonts() -> FontConfiguration:
    """Return fonts that know none of this machine's: a page brings its own.

    Fontconfig learns from its environment which fonts there are, and reads it once, here.
    """
    before = os.environ.get("FONTCONFIG_FILE")
    with tempfile.TemporaryDirectory(prefix="sourcebook-") as folder:
        told = Path(folder) / "fonts.conf"
        told.write_text(_configuration(folder), encoding="utf-8")
        os.environ["FONTCONFIG_FILE"] = str(told)
        try:
            return FontConfiguration()
        finally:
            del os.environ["FONTCONFIG_FILE"]
            if before is not None:
                os.environ["FONTCONFIG_FILE"] = before


def kit_fonts_and_others() -> FontConfiguration:
    """Return fonts that know this machine's too."""
    return FontConfiguration()


def _configuration(cache_folder: str) -> str:
    # Without a place for its cache, fontconfig complains on the terminal.
    aliases = "".join(
        f"<alias><family>{name}</family><prefer><family>{family}</family></prefer></alias>"
        for name, family in _STAND_FOR.items()
    )
    return f"<fontconfig><cachedir>{cache_folder}</cachedir>{aliases}</fontconfig>"
