"""What every test may ask for: the kit's root, its corpus, and a copy that a test may break."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import hypothesis
import pytest
from invented import build

from sourcebook import load_corpus

# The same examples on every machine, and no clock: a slow machine is no bug.
hypothesis.settings.register_profile("kit", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("kit")


@pytest.fixture(scope="session")
def root():
    """The kit itself, which no test may change."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def corpus(root):
    """The real corpus, read once; it is frozen."""
    return load_corpus(root)


@pytest.fixture
def kit(root, tmp_path):
    """A function that copies ``corpus/`` and the given files or folders, and returns the copy."""

    def copy(*others):
        for name in ("corpus", *others):
            if (root / name).is_dir():
                shutil.copytree(root / name, tmp_path / name)
            else:
                shutil.copy(root / name, tmp_path / name)
        return tmp_path

    return copy


@pytest.fixture
def run(monkeypatch):
    """A function that calls the command inside a folder, and returns what it said."""
    from click.testing import CliRunner

    from sourcebook.cli import main

    def invoke(folder, *arguments):
        monkeypatch.chdir(folder)
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    return invoke


@pytest.fixture(scope="session")
def rendered(root, tmp_path_factory):
    """The default plan, rendered once into a folder that no test may change."""
    from sourcebook.handouts.kit import read_kit
    from sourcebook.handouts.plan import read_plan
    from sourcebook.handouts.render import render

    kit = read_kit(root)
    out = tmp_path_factory.mktemp("handouts")
    outcomes = render(read_plan(root / "briefings.toml", kit), kit.corpus, out)
    assert [outcome.error for outcome in outcomes if not outcome.ok] == []
    return out


@pytest.fixture(scope="session")
def invented(tmp_path_factory):
    """The corpus of the invented kit, whose folder no test may change."""
    return load_corpus(build(tmp_path_factory.mktemp("invented")))


@pytest.fixture(scope="session")
def browser():
    """The system's Chromium: required in CI, and skipped with a clear line where there is none."""
    found = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs Chromium: install the package chromium")
        pytest.skip("no Chromium on this machine: handouts were not opened in a browser")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # --no-sandbox: Chromium refuses to run as root, as CI does, with it. The pages are ours.
        opened = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield opened
        opened.close()


@pytest.fixture
def visit(browser):
    """A function that opens a file without a network, and notes what the page asks for and says."""
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
