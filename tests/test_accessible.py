"""No barrier that axe-core knows of, at WCAG 2.2 A and AA, on any page, light, dark or narrow."""

from pathlib import Path

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.notebooks]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
VIEWS = {"light": ("light", 1280), "dark": ("dark", 1280), "narrow": ("light", 320)}


@pytest.fixture(scope="module")
def axe():
    bundle = pytest.importorskip("axe_playwright_python", reason="axe is in the extra [dev]")
    return (Path(bundle.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(browser):
    context = browser.new_context(offline=True)
    yield context.new_page()
    context.close()


def barriers(page, axe, path):
    """What axe finds on a page in every view: page, view, rule and the first element it names."""
    page.goto(path.as_uri())
    page.evaluate(axe)  # as a debugger does, so the page's policy stays in force
    found = []
    for view, (scheme, width) in VIEWS.items():
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        options = {"runOnly": RULES, "resultTypes": ["violations"]}
        for one in page.evaluate("options => axe.run(document, options)", options)["violations"]:
            targets = [node["target"] for node in one["nodes"]]
            found.append(f"{path.name}, {view}: {one['id']} ({one['help']}) at {targets}")
    return found


def test_axe_finds_no_barrier_on_any_page(rendered, page, axe):
    pages = sorted(rendered.glob("*.html"))
    assert len(pages) > 20
    found = [one for path in pages for one in barriers(page, axe, path)]
    assert found == []


def test_axe_would_find_one(rendered, page, axe, tmp_path):
    text = (rendered / "start-here.html").read_text(encoding="utf-8")
    for whole, broken in [
        ('<html lang="en">', "<html>"),
        ("<main ", '<main><img src="data:,"></main><main '),
    ]:
        assert whole in text
        text = text.replace(whole, broken)
    (tmp_path / "broken.html").write_text(text, encoding="utf-8")
    found = barriers(page, axe, tmp_path / "broken.html")
    assert {line.split(": ")[1].split(" (")[0] for line in found} == {"html-has-lang", "image-alt"}
    assert {line.split(", ")[1].split(":")[0] for line in found} == set(VIEWS)


def contrast(page, colours):
    """The contrast of two colours of the page's style sheet, as WCAG measures it."""
    return page.evaluate(
        """names => {
            const light = name => {
                const probe = document.createElement("canvas").getContext("2d");
                const sheet = getComputedStyle(document.documentElement);
                probe.fillStyle = sheet.getPropertyValue(name);
                probe.fillRect(0, 0, 1, 1);
                const [r, g, b] = [...probe.getImageData(0, 0, 1, 1).data].slice(0, 3)
                    .map(v => v / 255)
                    .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
                return .2126 * r + .7152 * g + .0722 * b;
            };
            const [low, high] = names.map(light).sort((a, b) => a - b);
            return (high + .05) / (low + .05);
        }""",
        colours,
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_of_charts_stand_out_from_the_paper_and_from_each_other_in_grey(
    rendered, page, scheme
):
    page.emulate_media(color_scheme=scheme)
    page.goto((rendered / "start-here.html").as_uri())
    assert contrast(page, ["--chart-1", "--paper"]) >= 3
    assert contrast(page, ["--chart-2", "--paper"]) >= 3
    assert contrast(page, ["--chart-1", "--chart-2"]) >= 1.8
    # Numbers stand inside bars and dots, in the colour of the paper.
    assert contrast(page, ["--paper", "--chart-1"]) >= 4.5
    for words in ("--ink", "--soft", "--accent", "--second"):
        assert contrast(page, [words, "--paper"]) >= 4.5, words
        assert contrast(page, [words, "--tint"]) >= 4.5, words
    assert contrast(page, ["--ink", "--hit"]) >= 4.5
