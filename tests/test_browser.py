"""Handouts opened in a real browser with the network cut."""

import os
import shutil

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.notebooks]


def test_with_the_network_cut_no_handout_asks_for_anything_or_complains(rendered, visit):
    page = visit(rendered / "index.html")
    pages = sorted(rendered.glob("*.html"))
    for path in pages:
        page.goto(path.as_uri())
    asked = [(rendered / "index.html").as_uri(), *(path.as_uri() for path in pages)]
    assert page.seen == {"requests": asked, "messages": []}


def test_no_handout_is_wider_than_the_screen(rendered, visit):
    page = visit(rendered / "index.html")
    for path in sorted(rendered.glob("*.html")):
        page.goto(path.as_uri())
        for width in (320, 390, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path.name


def test_a_handout_reads_without_script_in_the_dark(rendered, visit):
    path = rendered / "public-opinion-briefing.html"
    page = visit(path, java_script_enabled=False, color_scheme="dark")
    assert page.locator("h1").inner_text() == "Public opinion"
    colours = page.locator("body").evaluate(
        "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    )
    assert colours == ["rgb(236, 232, 223)", "rgb(23, 22, 19)"]


def test_every_policy_holds_and_nothing_in_a_page_breaks_it(rendered, visit):
    page = visit(rendered / "index.html")
    for path in sorted(rendered.glob("*.html")):
        page.goto(path.as_uri())
        assert page.locator("[style], script, link, svg style").count() == 0, path.name
        # What the policy must stop, it stops: a second style sheet, a script, a picture from afar.
        page.evaluate(
            """() => {
                const sheet = document.createElement("style");
                sheet.textContent = "h1 { color: rgb(1, 2, 3) }";
                document.head.append(sheet);
            }"""
        )
        colour = page.locator("h1").evaluate("e => getComputedStyle(e).color")
        assert colour != "rgb(1, 2, 3)", path.name
    # One message for each sheet that we planted, and no other.
    refused = [said for said in page.seen["messages"] if "Content Security Policy" in said]
    assert len(refused) == len(page.seen["messages"]) == len(list(rendered.glob("*.html")))


@pytest.mark.parametrize("width", [1280, 800], ids=["beside the text", "near the number"])
def test_a_source_shows_while_its_number_is_pointed_at_without_script(rendered, visit, width):
    page = visit(
        rendered / "public-opinion-briefing.html",
        java_script_enabled=False,
        viewport={"width": width, "height": 800},
    )
    number = page.locator("#c1")
    place = number.bounding_box()
    passage = page.locator("#s1 .passage")
    assert not _within_sight(page, passage)
    number.hover()
    assert _within_sight(page, passage)
    assert "64% of respondents" in " ".join(passage.inner_text().split())
    assert number.bounding_box() == place
    assert not _overlap(page.locator("#s1 .entry").bounding_box(), place)
    page.mouse.move(1, 1)
    assert not _within_sight(page, passage)
    # By keyboard it is the same, and the next number hides it again.
    _tab_to(page, "c1")
    assert _within_sight(page, passage)
    assert not _overlap(page.locator("#s1 .entry").bounding_box(), number.bounding_box())
    page.keyboard.press("Tab")
    assert not _within_sight(page, passage)


def test_pointing_at_a_number_moves_nothing_even_at_the_end_of_a_short_page(rendered, visit):
    # The entry leaves its list, so the page grows shorter: at its end a browser might scroll.
    tried = 0
    for name in ("public-opinion-2020.html", "start-here.html"):
        page = visit(rendered / name, viewport={"width": 1280, "height": 800})
        whole = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": 1280, "height": whole - 150})
        for number in page.locator("main .cite a:not(.entry *)").all():
            page.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
            place = number.bounding_box()
            if place["y"] > 0:
                tried += 1
                number.hover()
                assert number.bounding_box() == place, (name, number.get_attribute("href"))
    assert tried


def _within_sight(page, locator):
    box, size = locator.bounding_box(), page.viewport_size
    return box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


def _overlap(one, other):
    return (
        one["x"] < other["x"] + other["width"]
        and other["x"] < one["x"] + one["width"]
        and one["y"] < other["y"] + other["height"]
        and other["y"] < one["y"] + one["height"]
    )


def _tab_to(page, id_):
    """Reach an element as a keyboard does, so that the browser shows the focus."""
    page.locator(f"#{id_}").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.locator(f"#{id_}:focus-visible").count() == 1


def test_a_citation_is_followed_to_the_passage_and_back_by_keyboard(rendered, visit):
    page = visit(rendered / "public-opinion-briefing.html")
    page.locator("#c1").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith("#s1"))  # the browser may take its time
    page.locator("#s1 a.back").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith("#c1"))


def test_a_handout_prints_with_numbered_pages(rendered, visit, tmp_path):
    if shutil.which("pdftotext") is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs pdftotext: install the package poppler-utils")
        pytest.skip("no pdftotext on this machine: the printed handout was not read")
    import subprocess

    page = visit(rendered / "public-opinion-briefing.html")
    page.pdf(path=tmp_path / "printed.pdf", prefer_css_page_size=True)
    command = ["pdftotext", "-layout", str(tmp_path / "printed.pdf"), "-"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    pages = printed.rstrip("\f\n").split("\f")
    assert len(pages) > 1
    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in text
        assert "Briefing edition, as of 31 March 2023" in text
    assert "back to the text" not in printed


# What a sheet of A4 holds beside its margins, in CSS pixels.
A4 = {"width": round((210 - 2 * 22) * 96 / 25.4), "height": 1000}


def test_nothing_is_cut_on_paper_or_on_a_screen(rendered, visit):
    page = visit(rendered / "index.html")
    for path in sorted(rendered.glob("*.html")):
        page.goto(path.as_uri())
        for medium, size in (("print", A4), ("screen", {"width": 320, "height": 800})):
            page.emulate_media(media=medium)
            page.set_viewport_size(size)
            cut = page.evaluate(_CUT, medium)
            assert cut == [], (path.name, medium)


# Elements that hide what does not fit, and on paper whatever reaches over the edge.
_CUT = """medium => [...document.querySelectorAll("body, body *")]
    .filter(e => e.checkVisibility() && !e.closest("svg, .skip, .unseen, [aria-hidden]"))
    .filter(e => {
        const style = getComputedStyle(e), hides = ["hidden", "clip"].includes(style.overflowX);
        const over = e.getBoundingClientRect().right > innerWidth + 1;
        return (hides && e.scrollWidth > e.clientWidth + 1) || (medium === "print" && over);
    })
    .map(e => e.tagName + "." + e.className + " " + e.textContent.trim().slice(0, 60))"""
