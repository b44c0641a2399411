"""Handouts as PDF: printed for real, and read as a screen reader and a printer would."""

import os
import re
import shutil
import socket
import subprocess
import sys
from io import BytesIO

import pikepdf
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from fontTools.ttLib import TTFont

from sourcebook.cli import main
from sourcebook.handouts.kit import read_kit
from sourcebook.handouts.plan import read_plan
from sourcebook.handouts.printing import NotPrinted, pdf
from sourcebook.handouts.render import render

PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture(scope="session")
def pdfs(rendered, tmp_path_factory):
    """Every handout of the default plan as PDF, in a folder that no test may change."""
    out = tmp_path_factory.mktemp("pdfs")
    for path in sorted(rendered.glob("*.html")):
        if path.name != "index.html":
            printed = pdf(path.read_text(encoding="utf-8"))
            (out / path.with_suffix(".pdf").name).write_bytes(printed)
    return out


@pytest.fixture(scope="session")
def both(rendered, pdfs):
    """Of every handout its name, its page and its PDF."""
    found = []
    for path in sorted(pdfs.iterdir()):
        page = (rendered / path.with_suffix(".html").name).read_text(encoding="utf-8")
        found.append((path.stem, BeautifulSoup(page, "html.parser"), pikepdf.open(path)))
    assert len(found) > 15
    return found


def words(path, *options):
    """The text of a PDF as pdftotext finds it, by page."""
    if shutil.which("pdftotext") is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs pdftotext: install the package poppler-utils")
        pytest.skip("no pdftotext on this machine: the text of PDFs was not read back")
    command = ["pdftotext", *options, str(path), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return text.removesuffix("\f").split("\f")


def elements(printed, tag=None):
    """The structure elements of a PDF, from its first page to its last."""
    todo = list(reversed(printed.Root.StructTreeRoot.K))
    while todo:
        kid = todo.pop()
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            if tag in (None, str(kid.S)):
                yield kid
            kids = kid.get("/K", [])
            todo += reversed(list(kids) if isinstance(kids, pikepdf.Array) else [kids])


def outline(items, level=1):
    for item in items:
        yield level, item.title
        yield from outline(item.children, level + 1)


def flat(text):
    return " ".join(text.split())


# What every PDF is


@pytest.mark.notebooks
def test_a_pdf_says_that_it_is_tagged_and_what_it_is(both):
    for name, page, printed in both:
        root = printed.Root
        assert root.MarkInfo.Marked is True, name
        assert root.StructTreeRoot.K, name
        assert 'pdfuaid:part="1"' in root.Metadata.read_bytes().decode(), name
        assert str(root.Lang) == page.html["lang"], name
        assert root.ViewerPreferences.DisplayDocTitle is True, name
        about = printed.docinfo
        assert about["/Title"] == page.title.get_text(), name
        assert about["/Subject"] == flat(page.select_one(".edition").get_text()), name
        assert str(about["/Creator"]).startswith("Sourcebook "), name
        assert about["/Author"] == "Sourcebook", name
        cited = dict.fromkeys(
            one["data-passage"].split(":")[0] for one in page.select("[data-passage]")
        )
        kind = page.select_one(".kind")
        named = [flat(kind.get_text())] if kind else []
        assert str(about["/Keywords"]).split(", ") == [*named, *cited], name


@pytest.mark.notebooks
def test_everything_on_a_page_is_in_the_tree_or_an_artifact(both):
    for name, _, printed in both:
        read = {
            (element.Pg.objgen, int(kid))
            for element in elements(printed)
            for kid in element.get("/K", [])
            if isinstance(kid, int)
        }
        for page in printed.pages:
            depth = 0
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) in ("BDC", "BMC"):
                    depth += 1
                    if operands[0] != "/Artifact":
                        assert (page.objgen, int(operands[1].MCID)) in read, name
                elif str(operator) == "EMC":
                    depth -= 1
                elif str(operator) in ("Tj", "TJ", "Do", "f", "f*", "S", "B"):
                    assert depth, (name, operator)


@pytest.mark.notebooks
def test_every_picture_has_the_description_that_the_page_gives_it(both):
    shown = 0
    for name, page, printed in both:
        told = [flat(str(figure.Alt)) for figure in elements(printed, "/Figure")]
        given = [one.get("aria-label") or one.get("alt") for one in page.select("svg, img")]
        assert told == [flat(one) for one in given], name
        assert all(told), name
        shown += len(told)
    assert shown >= 20


@pytest.mark.notebooks
def test_the_bookmarks_are_the_headings(both):
    for name, page, printed in both:
        headings = [
            (int(one.name[1]), flat(one.get_text()))
            for one in page.find_all(re.compile("^h[1-6]$"))
        ]
        with printed.open_outline() as found:
            assert [(level, flat(title)) for level, title in outline(found.root)] == headings, name


@pytest.mark.notebooks
def test_every_page_has_its_number_and_how_many_there_are(both, pdfs):
    for name, _, printed in both:
        pages = words(pdfs / f"{name}.pdf", "-layout")
        assert len(pages) == len(printed.pages), name
        for number, text in enumerate(pages, start=1):
            foot = flat(text.rstrip().splitlines()[-1])
            assert re.search(rf"(?<!\d){number}\D+{len(pages)}(?!\d)", foot), (name, number, foot)


def lost(part, pages):
    """Words of a part of a page that are not on these pages of its PDF."""
    shown = BeautifulSoup(str(part), "html.parser")
    # What print.css leaves out, and the rules of a drawing.
    for gone in shown.select("svg style, .back, .skip, .toc, details.data"):
        gone.extract()
    # Lines end inside a hash, and between any two characters of Japanese.
    read = re.sub(r"\s", "", "".join(pages))
    return {word for word in re.findall(r"\w+", shown.get_text(" ")) if word not in read}


@pytest.mark.notebooks
def test_every_word_of_the_page_is_in_its_pdf(both, pdfs):
    for name, page, _ in both:
        assert lost(page.body, words(pdfs / f"{name}.pdf", "-raw")) == set(), name


@pytest.mark.notebooks
def test_no_word_leaves_the_sheet(pdfs):
    for printed in sorted(pdfs.glob("*.pdf")):
        width, right = 0.0, []
        for line in "\n".join(words(printed, "-bbox")).splitlines():
            if found := re.search(r'<page width="([\d.]+)"', line):
                width = float(found[1])
            elif found := re.search(r'<word .*xMax="([\d.]+)"', line):
                right.append((float(found[1]) - width, line.strip()))
        assert len(right) > 100, printed.name
        assert max(right) < (0, ""), printed.name


@pytest.mark.notebooks
def test_the_first_page_of_a_briefing_stands_alone(both, pdfs):
    alone = 0
    for name, page, _ in both:
        part = page.select_one(".first-page")
        if part is None:
            continue
        first, second = words(pdfs / f"{name}.pdf")[:2]
        assert lost(f"{page.header}{part}", [first]) == set(), name
        after = flat(part.find_next_sibling("h2").get_text())
        assert after not in map(flat, first.splitlines()), name
        assert after in map(flat, second.splitlines()[:6]), name
        alone += 1
    assert alone >= 5


@pytest.mark.notebooks
def test_a_pdf_is_set_in_the_kits_own_fonts(both):
    for name, _, printed in both:
        for page in printed.pages:
            for font in page.resources.get("/Font", {}).values():
                assert str(font.BaseFont).split("+")[1].startswith("Sourcebook-"), name
                assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor, name


def unlike(printed):
    """Characters that a PDF says its glyphs stand for, and that the glyphs' own fonts don't have.

    Text copied from such a PDF is right, and what stands on its pages is not.
    """
    for page in printed.pages:
        for font in page.resources.get("/Font", {}).values():
            file = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
            known = TTFont(BytesIO(file)).getBestCmap()
            said = font.ToUnicode.read_bytes().decode().partition("beginbfchar")[2]
            for _, unicode in re.findall(r"^<(\w{4})> <(\w{4})>$", said, re.MULTILINE):
                if int(unicode, 16) not in known:
                    yield str(font.BaseFont), chr(int(unicode, 16))


@pytest.mark.notebooks
def test_every_glyph_is_the_character_it_stands_for(both):
    for name, _, printed in both:
        assert set(unlike(printed)) == set(), name


MIXED = (
    "<h1>岸田文雄 윤석열 대통령</h1><p>Tōkyō → ✓ “née” Київ"
    '<p lang="ko">여러 단어 日本語 这<p><b>Tōkyō</b>'
)


def test_letters_of_several_fonts_side_by_side_are_themselves(tmp_path):
    out = tmp_path / "mixed.pdf"
    out.write_bytes(pdf(sheet(MIXED)))
    with pikepdf.open(out) as printed:
        assert set(unlike(printed)) == set()
        fonts = {
            str(font.BaseFont).split("+")[1].rstrip(",")
            for font in printed.pages[0].resources.Font.values()
        }
    assert {"Sourcebook-JP", "Sourcebook-KR", "Sourcebook-SC", "Sourcebook-Serif-Extended"} <= fonts
    assert all(font.startswith("Sourcebook-") for font in fonts)
    text = BeautifulSoup(MIXED, "html.parser").get_text(" ")
    assert "".join(words(out)[0].split()) == "".join(text.split())


@pytest.mark.notebooks
def test_links_lead_to_places_in_the_pdf_and_say_which(both):
    followed = 0
    for name, page, printed in both:
        places = {str(one) for one in printed.Root.Names.Dests.Names[::2]}
        for sheet in printed.pages:
            for link in sheet.get("/Annots", []):
                assert str(link.Dest) in places, name
                said = str(link.Contents)
                assert said and not re.fullmatch(r"[a-z]\d+", said), (name, said)
                followed += 1
        cited = {one["href"][1:] for one in page.select("sup.cite a")}
        assert cited <= places, name
    assert followed > 300


@pytest.mark.notebooks
def test_a_pdf_holds_no_file_no_script_and_no_way_out(both):
    for name, _, printed in both:
        assert not any(str(key) in ("/AA", "/OpenAction", "/AcroForm") for key in printed.Root)
        assert "/EmbeddedFiles" not in printed.Root.Names, name
        assert not printed.attachments, name
        for thing in printed.objects:
            if isinstance(thing, pikepdf.Dictionary):
                for key in ("/JS", "/JavaScript", "/URI", "/EF", "/Launch"):
                    assert key not in thing, (name, key)


@pytest.mark.notebooks
def test_no_heading_stands_at_the_end_of_a_page(both, pdfs):
    for name, page, _ in both:
        headings = {flat(one.get_text()) for one in page.select("h2, h3, h4")}
        for text in words(pdfs / f"{name}.pdf"):
            lines = [flat(line) for line in text.splitlines() if line.strip()]
            # The last two lines are the running foot.
            assert lines[-3] not in headings, (name, lines[-3])


# What a page may not make a PDF do


def test_a_page_is_the_same_bytes_every_time():
    page = sheet(f'<h1>Tides</h1><p>At noon.<img src="{PIXEL}" alt="A dot">')
    assert pdf(page) == pdf(page)
    assert pdf(page) != pdf(page.replace("noon", "dusk"))


def sheet(body, head=""):
    return f'<!doctype html><html lang="en"><head><title>T</title>{head}</head><body>{body}</html>'


HOSTILE = {
    "an image": '<img alt="x" src="{address}">',
    "an image of two sizes": '<img alt="x" srcset="{address} 2x" src="{address}">',
    "a background": '<p style="background: url({address})">x',
    "a list's mark": '<ul style="list-style-image: url({address})"><li>x</ul>',
    "generated content": "<style>p::before {{ content: url({address}) }}</style><p>x",
    "a style sheet": '<link rel="stylesheet" href="{address}">',
    "an import": "<style>@import url({address});</style>",
    "a font": "<style>@font-face {{ font-family: x; src: url({address}) }}</style>"
    '<p style="font: 1em x">x',
    "an attachment": '<link rel="attachment" href="{address}">',
    "an attached link": '<a rel="attachment" href="{address}">x</a>',
    "an object": '<object data="{address}"></object>',
    "an embedded thing": '<embed src="{address}">',
    "a frame": '<iframe src="{address}"></iframe>',
    "a base": '<base href="{address}"><img alt="x" src="x.png">',
    "a drawn image": '<svg role="img" aria-label="x" width="9" height="9">'
    '<image href="{address}" width="9" height="9"/></svg>',
    "a drawing's style": '<svg role="img" aria-label="x" width="9" height="9">'
    "<style>@import '{address}'; rect {{ fill: url({address}) }}</style>"
    '<rect width="9" height="9"/></svg>',
    "a drawing's use": '<svg role="img" aria-label="x" width="9" height="9">'
    '<use href="{address}#x"/></svg>',
    "a drawing in the page": '<img alt="x" src="data:image/svg+xml,'
    "%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E"
    "%3Cimage href='{address}' width='9' height='9'/%3E%3C/svg%3E\">",
    "a link": '<a href="{address}">x</a>',
}


@pytest.fixture(scope="module")
def listening():
    """A server's socket: whoever connects to it is noticed."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


@pytest.fixture(scope="module")
def opened():
    """Every path that Python opens from now on."""
    paths = []
    listen = {"now": True}

    def note(event, arguments):
        if listen["now"] and event == "open":
            paths.append(str(arguments[0]))

    sys.addaudithook(note)  # which can't be taken out again
    yield paths
    listen["now"] = False


@pytest.fixture
def secret(tmp_path):
    path = tmp_path / "secret.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">'
        '<text y="40">taken from the disk</text></svg>',
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize("way", HOSTILE)
@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_page_fetches_neither_an_address_nor_a_file(
    way, scheme, listening, opened, secret, tmp_path
):
    opened.clear()
    port = listening.getsockname()[1]
    address = {"http": f"http://127.0.0.1:{port}/x.svg", "file": secret.as_uri()}[scheme]
    try:
        printed = pdf(sheet(HOSTILE[way].format(address=address)))
    except NotPrinted:  # which is as good
        printed = None
    with pytest.raises(BlockingIOError):
        listening.accept()
    assert [path for path in opened if str(secret) in path] == []
    if printed is not None:
        out = tmp_path / "out.pdf"
        out.write_bytes(printed)
        with pikepdf.open(out) as read:
            assert not read.attachments
            for thing in read.objects:
                if isinstance(thing, pikepdf.Dictionary):
                    assert "/URI" not in thing and "/EF" not in thing
        assert "taken from the disk" not in " ".join(words(out))


def test_the_traps_above_catch_what_does_fetch(listening, opened, secret):
    from weasyprint import HTML

    opened.clear()
    HTML(string=f'<img src="{secret.as_uri()}">').write_pdf()
    assert [path for path in opened if str(secret) in path] == [str(secret)]
    port = listening.getsockname()[1]
    with socket.create_connection(("127.0.0.1", port)):
        asked, _ = listening.accept()
        asked.close()


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('<img src="{pixel}">', "has no required alt description"),
        ('<img src="{pixel}" alt="">', "has no required alt description"),
        ('<svg width="9" height="9"><rect width="9" height="9"/></svg>', "a drawing has no desc"),
        ("<p>\U0010fffd", "no font here can draw U+10FFFD"),
    ],
    ids=["no alt", "an empty alt", "a drawing without a name", "no glyph"],
)
def test_a_page_that_would_be_a_bad_pdf_is_refused(body, told):
    with pytest.raises(NotPrinted, match=re.escape(told)):
        pdf(sheet(body.replace("{pixel}", PIXEL)))


def test_a_drawing_is_printed_in_the_colours_and_letters_of_the_page():
    drawn = (
        '<svg role="img" aria-label="A bar" width="90" height="20" color="var(--ink)">'
        "<style>.b { fill: var(--chart-1, #1f5aa8) }</style>"
        '<rect class="b" width="9" height="9"/>'
        '<rect style="fill: var(--none,rgb(1, 2, 3)); stroke: currentColor" width="9" height="9"/>'
        '<text style="font-family: \'DejaVu Sans\', sans-serif; fill: #8f2f1f" y="9">A</text></svg>'
    )
    with pikepdf.open(BytesIO(pdf(sheet(drawn)))) as printed:
        [page] = printed.pages
        painted = {
            "#" + "".join(f"{round(float(part) * 255):02x}" for part in operands)
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) in ("rg", "RG")
        }
        fonts = [str(one.BaseFont).split("+")[1] for one in page.resources.Font.values()]
    assert painted >= {"#1f5aa8", "#010203", "#1c1b19", "#8f2f1f"}
    assert [font.rstrip(",") for font in fonts] == ["Sourcebook-Sans"]


# The command


@pytest.mark.notebooks
def test_a_pdf_stands_beside_its_page(root, tmp_path, monkeypatch):
    monkeypatch.chdir(root)
    out = tmp_path / "out"
    ran = CliRunner().invoke(main, ["render", "--pdf", "--only", "start-here", "--out", str(out)])
    assert (ran.exit_code, ran.output) == (0, "")
    names = sorted(path.name for path in out.iterdir())
    assert names == ["index.html", "start-here.html", "start-here.pdf"]
    page = (out / "start-here.html").read_text(encoding="utf-8")
    assert (out / "start-here.pdf").read_bytes() == pdf(page)


def test_without_what_prints_nothing_is_rendered_and_the_remedy_is_told(
    root, tmp_path, monkeypatch
):
    monkeypatch.chdir(root)
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    ran = CliRunner().invoke(main, ["render", "--pdf", "--out", str(tmp_path / "out")])
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert ran.stderr == (
        "Error: no PDF can be made: weasyprint is not installed. "
        "Install it with: pip install 'sourcebook[pdf]'\n"
    )
    assert not (tmp_path / "out").exists()


@pytest.mark.notebooks
def test_a_handout_that_cannot_be_printed_has_failed_and_leaves_no_file(
    root, tmp_path, monkeypatch
):
    def refuse(html):
        raise NotPrinted("no PDF: a drawing has no description")

    monkeypatch.setattr("sourcebook.handouts.printing.pdf", refuse)
    kit = read_kit(root)
    plan = read_plan(root / "briefings.toml", kit)
    [outcome] = render(plan, kit.corpus, tmp_path, only=["start-here"], pdf=True)
    assert not outcome.ok
    assert outcome.error == "no PDF: a drawing has no description"
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
