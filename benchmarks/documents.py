"""What a handout is as a document, against nbconvert's own page of the same executed notebook.

    python benchmarks/documents.py [HANDOUT ...]

Runs the lesson of each HANDOUT of the default plan once (the classroom editions if none is named),
makes of it the kit's page and what `jupyter nbconvert --to html --template lab` makes, opens both
in Chromium without a network, and writes benchmarks/documents.md: bytes, requests, barriers that
axe-core finds, images without a description, clipped elements and printed pages.
"""

from __future__ import annotations

import copy
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

import axe_playwright_python
import nbformat
import pikepdf
from nbconvert import HTMLExporter
from playwright.sync_api import Browser, Page, sync_playwright

from sourcebook.handouts.kit import read_kit
from sourcebook.handouts.page import effective, page
from sourcebook.handouts.plan import DEFAULT, Handout, choose, read_plan
from sourcebook.handouts.run import run

ROOT = Path(__file__).resolve().parent.parent
OUT = Path(__file__).with_suffix(".md")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# What a library writes where nobody wrote a description: nbconvert's, matplotlib's repr.
FILLER = r"^(no description has been provided for this image|image|figure|png|<.*>|)$"
PHONE = {"width": 390, "height": 844}
SHEET = {"width": 642, "height": 971}  # A4 less margins of 20 mm, at 96 dots an inch

# An element is clipped if its text goes on where it cannot be seen or scrolled to.
CLIPPED = """() => {
  const width = document.documentElement.clientWidth;
  const cut = new Set();
  const scrolls = value => value === 'auto' || value === 'scroll';
  for (const element of document.body.querySelectorAll('*')) {
    if (element instanceof SVGElement && element.tagName !== 'svg') continue;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    if (!box.width || !box.height || style.visibility === 'hidden') continue;
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1
        && ['hidden', 'clip'].includes(style.overflowX) && element.textContent.trim()) {
      cut.add(element);
      continue;
    }
    if (box.right <= width + 1) continue;
    // Wider than the window: reachable only if something around it scrolls.
    let around = element.parentElement, reached = false;
    while (around && around !== document.body) {
      const overflow = getComputedStyle(around).overflowX;
      if (scrolls(overflow)) reached = true;
      around = around.parentElement;
    }
    if (!reached || PRINT) cut.add(element);
  }
  // A row in a clipped table is no second defect.
  return [...cut].filter(one => ![...cut].some(other => other !== one && other.contains(one)))
    .length;
}"""
PICTURES = """() => [...document.querySelectorAll('img, svg, canvas, [role=img]')]
  .filter(one => !one.parentElement.closest('svg, [role=img]'))
  .filter(one => !one.closest('[aria-hidden=true]') && one.getBoundingClientRect().width > 0)
  .map(one => one.getAttribute('alt') ?? one.getAttribute('aria-label')
    ?? one.querySelector(':scope > title')?.textContent ?? null)"""
FOUND = """async tags => {
  const found = await axe.run(document, {runOnly: {type: 'tag', values: tags}});
  return found.violations.map(one => [one.id, one.nodes.length]);
}"""


@dataclass(frozen=True)
class Seen:
    """One page, measured."""

    bytes: int
    requests: int
    rules: dict[str, int]
    pictures: int
    undescribed: int
    filler: int
    clipped_on_phone: int
    clipped_on_paper: int
    sheets: int

    def cells(self) -> Iterator[str]:
        yield f"{self.bytes / 1000:,.0f}"
        yield str(self.requests)
        yield f"{len(self.rules)} / {sum(self.rules.values())}"
        yield f"{self.pictures} / {self.undescribed} / {self.filler}"
        yield f"{self.clipped_on_phone} / {self.clipped_on_paper}"
        yield str(self.sheets)


def measure(browser: Browser, path: Path) -> Seen:
    requests: list[str] = []
    context = browser.new_context(offline=True, viewport=PHONE, bypass_csp=True)
    try:
        opened = context.new_page()
        opened.on("request", lambda request: requests.append(request.url))
        opened.goto(path.as_uri(), wait_until="load")
        opened.wait_for_timeout(1000)  # what a script asks for comes after the page is there
        # A data: address is part of the page.
        outside = [url for url in requests if not url.startswith((path.as_uri(), "data:", "blob:"))]
        told = opened.evaluate(PICTURES)
        on_phone = clipped(opened, paper=False)
        opened.evaluate(AXE.read_text(encoding="utf-8"))
        rules = dict(opened.evaluate(FOUND, STANDARD))
        opened.emulate_media(media="print")
        opened.set_viewport_size(SHEET)
        on_paper = clipped(opened, paper=True)
        printed = opened.pdf(format="A4", prefer_css_page_size=True)
    finally:
        context.close()
    with pikepdf.open(BytesIO(printed)) as sheets:
        count = len(sheets.pages)
    named = [text for text in told if text is not None]
    return Seen(
        bytes=path.stat().st_size,
        requests=len(outside),
        rules=rules,
        pictures=len(told),
        undescribed=len(told) - len(named),
        filler=sum(re.match(FILLER, text.strip().lower()) is not None for text in named),
        clipped_on_phone=on_phone,
        clipped_on_paper=on_paper,
        sheets=count,
    )


def clipped(opened: Page, paper: bool) -> int:
    found: int = opened.evaluate(CLIPPED.replace("PRINT", str(paper).lower()))
    return found


def both(handout: Handout, kit: Any, out: Path) -> tuple[Path, Path]:
    ran = run(handout.notebook.path, handout.parameters, effective(handout)["audience"])
    ours, theirs = out / f"{handout.name}.html", out / f"{handout.name}-lab.html"
    plain = HTMLExporter(template_name="lab")
    theirs.write_text(plain.from_notebook_node(copy.deepcopy(ran))[0], encoding="utf-8")
    ours.write_text(page(handout, nbformat.from_dict(ran), kit.corpus), encoding="utf-8")
    return ours, theirs


HEAD = """# A handout as a document

{day}: the kit's page and that of nbconvert {nbconvert}'s `lab` template, made from the same
executed notebooks and opened in Chromium {chromium} without a network. Python {python}.
Made by `python benchmarks/documents.py`; the figures change with the lessons.

| handout | page | kB | requests | axe | pictures | clipped | sheets |
|---|---|---:|---:|---:|---:|---:|---:|
"""
FOOT = """
*requests*: for anything but the file itself; without a network all of them fail.
*axe*: rules broken / places, by axe-core {axe} at WCAG 2.2 A and AA.
*pictures*: how many / without a description / described by filler that a library wrote. They are
the kit's own charts on both pages.
*clipped*: outermost elements whose content can be neither seen nor scrolled to on a screen {width}
pixels wide / that are wider than a sheet of A4.
*sheets*: of A4, printed by Chromium. `lab` prints the code of every cell, which a classroom edition
leaves out.

Rules that axe found broken, and in how many places of all these pages:

| rule | lab | kit |
|---|---:|---:|
"""


def main() -> None:
    if CHROMIUM is None:
        raise SystemExit("Chromium is needed: install the package chromium")
    kit = read_kit(ROOT)
    plan = read_plan(ROOT / DEFAULT, kit)
    named = sys.argv[1:] or [one.name for one in plan if one.name.endswith("-classroom")]
    lines, broken = [], {"lab": dict[str, int](), "kit": dict[str, int]()}
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        # --no-sandbox: Chromium refuses to run as root with it. The pages are ours.
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        for handout in choose(plan, named):
            ours, theirs = both(handout, kit, Path(place))
            for name, path in (("lab", theirs), ("kit", ours)):
                seen = measure(browser, path)
                lines.append(f"| {handout.name} | {name} | " + " | ".join(seen.cells()) + " |")
                print(lines[-1])
                for rule, places in seen.rules.items():
                    broken[name][rule] = broken[name].get(rule, 0) + places
        chromium = browser.version
        browser.close()
    axe = re.search(r"axe v([\d.]+)", AXE.read_text(encoding="utf-8")[:200])[1]  # type: ignore[index]
    rules = sorted(broken["lab"].keys() | broken["kit"].keys())
    told = [
        f"| {one} | {broken['lab'].get(one, 0)} | {broken['kit'].get(one, 0)} |" for one in rules
    ]
    head = HEAD.format(
        day=f"{date.today():%d %B %Y}".lstrip("0"),
        nbconvert=version("nbconvert"),
        python=platform.python_version(),
        chromium=chromium,
    )
    text = head + "\n".join(lines) + "\n" + FOOT.format(width=PHONE["width"], axe=axe)
    OUT.write_text(text + "\n".join(told) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
