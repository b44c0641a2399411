"""The fonts a page brings along: exactly what it shows, the same bytes always, nothing missing."""

import hashlib
import io
import re
from base64 import b64decode

import pytest
from fontTools.ttLib import TTFont

from sourcebook.handouts.fonts import faces, missing
from sourcebook.handouts.fonts.characters import characters
from sourcebook.handouts.fonts.subset import covered, names, subset

FACE = re.compile(
    r'@font-face\{font-family:"(?P<family>[^"]+)";font-weight:(?P<weight>\d+);'
    r"src:url\(data:font/woff2;base64,(?P<data>[^)]+)\)"
)


def drawn(css):
    """What each face of a page can draw: its family, its weight and its characters."""
    return [
        (
            found["family"],
            int(found["weight"]),
            "".join(sorted(map(chr, _font(found).getBestCmap()))),
        )
        for found in FACE.finditer(css)
    ]


def _font(found):
    return TTFont(io.BytesIO(b64decode(found["data"])))


@pytest.fixture(scope="module")
def native(corpus):
    """Every name of the registries that is not in Latin letters."""
    return {
        entry.key: entry.fields["native"]
        for registry in ("people", "organisations")
        for entry in corpus.vocabulary.registries[registry].values()
        if entry.fields.get("native")
    }


def test_names_are_drawn_by_exactly_their_characters(native):
    assert (native["moon-jae-in"], native["fumio-kishida"]) == ("문재인", "岸田文雄")
    page = "<p>Moon Jae-in (<span lang='ko'>문재인</span>) and Kishida Fumio (岸田文雄)</p>"
    assert drawn(faces(page)) == [
        ("Sourcebook JP", 400, "岸文田雄"),
        ("Sourcebook KR", 400, "문인재"),
    ]


def test_a_character_that_only_chinese_uses_is_drawn_too(native):
    assert native["li-keqiang"] == "李克强"
    assert drawn(faces("<p>李克强</p>")) == [
        ("Sourcebook JP", 400, "克李"),
        ("Sourcebook JP", 400, "强"),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<h1>“Moon Jae-in” — née 1953, 5 °C → −3</h1>",
        "<title>文在寅</title><p>Moon</p>",
        '<p title="문재인" data-name="문재인">Moon</p><script>"문재인"</script><!-- 문재인 -->',
    ],
)
def test_a_page_that_shows_none_brings_no_font(page):
    assert faces(page) == ""


def test_what_a_style_sheet_prints_counts_as_shown():
    style = (
        '<style>@page { @top-left { content: "教員用" } } .a::after { content: attr(data-ends) }'
    )
    page = style + '</style><p class="a" data-ends="引用" data-other="無">Yes</p>'
    assert "".join(sorted(characters(page) - characters("<p>Yes</p>"))).endswith("員引教用")
    assert "無" not in characters(page)


def test_the_same_page_brings_the_same_bytes(native):
    page = "".join(f"<p>{name}</p>" for name in native.values())
    first = faces(page)
    subset.cache_clear()
    assert faces(page) == first


def test_all_names_of_the_registry_stay_small(native):
    assert len(native) >= 33
    page = "".join(f"<td>{name}</td>" for name in native.values())
    assert missing(page) == set()
    assert 0 < len(faces(page)) < 20_000  # 64 Hangul and 33 kanji, in base64


def test_a_cut_font_keeps_its_licence():
    font = TTFont(io.BytesIO(subset("noto-sans-kr-korean-400-normal", frozenset("문"))))
    told = [str(record) for record in font["name"].names]
    assert "(c) 2014-2021 Adobe" in told[0]
    assert told[-1] == "http://scripts.sil.org/OFL"


def test_a_character_that_nobody_has_is_reported():
    assert missing("<p>문재인 𒀀 文\uf6c5</p><title>𒀁</title>") == {"𒀀", "\uf6c5"}


def test_what_needs_no_outline_is_not_missing():
    assert missing("<p>a\u200bb\u202ec\u00add\u2009e\ufe0f →≤≥≈±·…</p>") == set()


def test_every_font_is_the_one_that_its_readme_describes(root):
    folder = root / "lib" / "sourcebook" / "handouts" / "fonts"
    told = (folder / "README.md").read_text("utf-8").partition("As the packages had")[0]
    told = dict(
        (name, checksum)
        for checksum, name in re.findall(r"^([0-9a-f]{64})  (\S+)$", told, re.MULTILINE)
    )
    held = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.glob("*.woff2")}
    assert held == told
    assert len(list(names())) == len(told) == 19
    assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / "OFL.txt").read_text("utf-8")


def test_the_japanese_font_has_the_kanji_of_its_standard():
    level_1 = {bytes([0xA0 + 16, 0xA0 + cell]).decode("euc_jp") for cell in range(1, 95)}
    level_2 = {bytes([0xA0 + 48, 0xA0 + cell]).decode("euc_jp") for cell in range(1, 95)}
    assert level_1 | level_2 <= covered("noto-sans-jp-japanese-400-normal")


def test_the_korean_font_has_every_syllable():
    hangul = covered("noto-sans-kr-korean-400-normal")
    assert set(map(chr, range(0xAC00, 0xD7A4))) <= hangul
