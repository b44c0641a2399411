"""Handouts opened in a real browser with the network cut."""

import os
import shutil

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.notebooks]

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs Chromium: install the package chromium")
        pytest.skip("no Chromium on this machine: handouts were not opened in a browser")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # --no-sandbox: Chromium refuses to run as root, as CI does, with it. The pages are ours.
        opened = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield opened
        opened.close()


@pytest.fixture
def visit(browser):
    contexts = []

    def open_page(path, **options):
        context = browser.new_context(offline=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.seen = {"requests": [], "messages": []}
        page.on("request", lambda request: page.seen["requests"].append(request.url))
        page.on("console", lambda message: page.seen["messages"].append(message.text))
        page.on("pageerror", lambda error: page.seen["messages"].append(str(error)))
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


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
        assert f"{number}/{len(pages)}" in text.replace(" ", "")
        assert "Briefing edition, as of 31 March 2023" in text
    assert "back to the text" not in printed
