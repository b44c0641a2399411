"""The default plan rendered for real: once for the checks, once more for the bytes."""

import os
import re
import subprocess
import sys
from itertools import pairwise

import nbformat
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from lessons import LESSONS

from sourcebook.cli import main
from sourcebook.handouts.kit import read_kit
from sourcebook.handouts.plan import read_plan
from sourcebook.handouts.render import render
from sourcebook.interface import words

pytestmark = pytest.mark.notebooks

# The lessons as their handouts name them: 02_trade_dispute is trade-dispute.
TAUGHT = [name[3:].replace("_", "-") for name in LESSONS[1:]]


@pytest.fixture(scope="module")
def whole(root):
    return read_kit(root)


@pytest.fixture(scope="module")
def plan(root, whole):
    return read_plan(root / "briefings.toml", whole)


@pytest.fixture(scope="module")
def pages(rendered):
    return {
        path.stem: BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in sorted(rendered.glob("*.html"))
        if path.name != "index.html"
    }


def _visible(page):
    return " ".join(page.find("main").get_text(" ").split())


def test_the_default_plan_gives_every_handout_and_an_index(rendered, plan):
    written = {path.name for path in rendered.iterdir()}
    assert written == {handout.file for handout in plan} | {"index.html"}
    index = BeautifulSoup((rendered / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert [link["href"] for link in index.find_all("a")] == [handout.file for handout in plan]


def test_two_renders_of_one_plan_are_the_same_bytes(rendered, plan, whole, tmp_path):
    render(plan, whole.corpus, tmp_path)
    for path in sorted(rendered.iterdir()):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


def test_a_handout_is_one_small_file_that_asks_for_nothing(rendered, pages):
    for name, page in pages.items():
        assert (rendered / f"{name}.html").stat().st_size <= 150 * 1024, name
        assert not page.find_all(["script", "link", "iframe", "object", "embed", "form"]), name
        for element in page.find_all(True):
            for attribute in ("src", "href", "xlink:href", "action", "data"):
                address = element.get(attribute, "#")
                assert address.startswith(("#", "data:image/")), (name, address)
        style = page.find("style").get_text()
        # A font may travel inside; its data may spell anything, but name no address.
        assert set(re.findall(r"url\(.{0,11}", style)) <= {"url(data:font/w"}, name
        assert "@import" not in style, name


def test_a_handout_says_its_language_has_one_h1_and_headings_in_order(pages):
    for name, page in pages.items():
        language = name[-2:] if name.endswith(("-ja", "-ko")) else "en"
        assert page.html["lang"] == language, name
        levels = [int(h.name[1]) for h in page.find_all(re.compile("^h[1-6]$"))]
        assert levels[0] == 1 and levels.count(1) == 1, name
        assert all(after - before <= 1 for before, after in pairwise(levels)), name


def test_a_heading_always_has_something_below_it(pages):
    for name, page in pages.items():
        for heading in page.main.find_all("h2"):
            below = heading.find_next(["h2", "p", "ul", "ol", "table", "figure", "footer"])
            assert below.name not in ("h2", "footer"), (name, heading.get_text())


def test_every_citation_leads_to_its_passage_and_back(pages):
    for name, page in pages.items():
        ids = [element["id"] for element in page.find_all(id=True)]
        assert len(ids) == len(set(ids)), name
        cited = {a["href"] for a in page.select("sup.cite a")}
        entries = page.select("ol.sources > li, ol.computations > li")
        listed = {f"#{item['id']}" for item in entries}
        assert cited == listed and listed, name
        for link in page.select("a.back"):
            assert page.find(id=link["href"][1:]).name == "a", name


def test_every_passage_in_the_sources_is_in_its_article(pages, corpus):
    for name, page in pages.items():
        for item in page.select("ol.sources > li"):
            article = corpus.article(item.b.get_text().split(" · ")[1])
            assert item.select_one(".passage").get_text() in article.text, name
            assert item.mark is not None, name


def test_every_figure_says_in_words_what_it_shows_and_where_from(pages):
    drawn = 0
    for name, page in pages.items():
        for figure in page.select("figure.chart"):
            drawn += 1
            assert len(figure.svg["aria-label"]) > 60, name
            assert figure.select_one(".src").get_text().startswith("Source: "), name
            assert figure.figcaption.b.get_text(), name
    assert drawn >= 20


def test_code_shows_for_self_study_only(pages):
    for name, page in pages.items():
        assert bool(page.select("pre.code")) == name.endswith("self-study"), name
        assert not page.select("main pre:not(.code)"), name  # nothing fell back to plain text


def test_audiences_get_their_own_parts(pages):
    for lesson in TAUGHT:
        assert "You will be able to" in _visible(pages[f"{lesson}-classroom"])
        assert "You will be able to" not in _visible(pages[f"{lesson}-briefing"])
        assert pages[f"{lesson}-classroom"].select(".activities, .discuss")
        assert not pages[f"{lesson}-self-study"].select(".activities, .discuss, .teacher")
        assert pages[f"{lesson}-self-study"].select(".exercise")
        assert pages[f"{lesson}-briefing"].select(".first-page .judgement")


@pytest.mark.parametrize("lesson", TAUGHT)
def test_at_the_end_of_2020_nothing_later_is_known(pages, lesson):
    page = pages[f"{lesson}-2020"]
    assert "beijing-urges-seoul is undated (8 November 2020" in page.header.get_text()
    axis = BeautifulSoup(str(page), "html.parser")
    for drawing in axis.find_all("svg"):
        drawing.replace_with(drawing["aria-label"])  # the axis may run on to events still planned
    said = _visible(axis)
    for later in ("2023", "Yoon", "Kishida", "64%", "85%", "$52 billion", "reset-button"):
        assert later not in said, later
    assert len(said) > 1500


def test_the_foot_names_parameters_and_hashes(pages, plan, corpus):
    for handout in plan:
        foot = pages[handout.name].footer.get_text(" ")
        assert handout.notebook.sha256 in foot
        assert corpus.digest in foot
        language = handout.parameters.get("language", "en")
        told = words(language)("parameter-as_of") if language != "en" else "as_of"
        assert f"{told} {handout.parameters['as_of']}" in " ".join(foot.split())


def test_nothing_of_the_machinery_shows(pages):
    for name, page in pages.items():
        said = _visible(BeautifulSoup(str(page), "html.parser")) if "self" not in name else ""
        for leak in ("None", "nan", "NaT", "{", "}", "<p>", "&lt;", "sourcebook."):
            assert leak not in said, (name, leak)


def test_the_poll_is_told_with_its_one_origin(pages):
    said = _visible(pages["public-opinion-briefing"])
    assert "64% of respondents" in said
    assert "2 articles, 1 origin" in said


@pytest.fixture
def broken(kit):
    """A kit whose fourth lesson fails in its setup, and a plan of two handouts."""
    home = kit("notebooks")
    path = home / "notebooks" / "04_public_opinion.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[6].source = "missing = {}\nmissing['poll']"
    nbformat.write(notebook, path)
    (home / "briefings.toml").write_text(
        '[defaults]\naudience = "briefing"\n'
        '[handouts.fails]\nnotebook = "04_public_opinion"\n'
        '[handouts.works]\nnotebook = "00_start_here"\ntitle = "<b>Us & *them*</b>"\n'
        'prepared_for = "<script>alert(1)</script>"\n',
        encoding="utf-8",
    )
    return home


def _change(home, name, change):
    path = home / "notebooks" / f"{name}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    change(notebook)
    nbformat.write(notebook, path)


def test_a_failing_notebook_leaves_no_handout_and_stops_no_other(broken):
    command = [sys.executable, "-m", "sourcebook.cli", "render", "--out", "out"]
    ran = subprocess.run(command, cwd=broken, capture_output=True, text=True)
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert ran.stderr == (
        "failed: fails: notebooks/04_public_opinion.ipynb, cell 7: KeyError: 'poll'\n"
        "    in: missing = {}\n"
        "    no handout written\n"
        "Error: 1 of 2 handouts failed\n"
    )
    assert sorted(path.name for path in (broken / "out").iterdir()) == ["index.html", "works.html"]
    assert "fails.html" not in (broken / "out" / "index.html").read_text(encoding="utf-8")
    page = BeautifulSoup((broken / "out" / "works.html").read_text(encoding="utf-8"), "html.parser")
    # Whoever asks for it is named, and so is the lesson: as text, never as markup.
    assert page.h1.get_text() == "<b>Us & *them*</b>"
    assert page.select_one("header .band").get_text() == (
        "Briefing edition · prepared for <script>alert(1)</script> · as of 31 March 2023"
    )
    assert page.title.get_text().startswith("<b>Us & *them*</b> — briefing edition")
    assert not page.find_all("script")


def test_rendering_one_handout_again_keeps_the_others_that_are_there_in_the_index(broken, whole):
    with (broken / "briefings.toml").open("a", encoding="utf-8") as plan:
        plan.write('[handouts.never]\nnotebook = "00_start_here"\n')
    out = broken / "out"
    out.mkdir()
    (out / "works.html").write_text("from an earlier run", encoding="utf-8")
    plan = read_plan(broken / "briefings.toml", read_kit(broken))
    render(plan, whole.corpus, out, only=["fails"])
    index = BeautifulSoup((out / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert [link["href"] for link in index.find_all("a")] == ["works.html"]


def test_a_failing_notebook_keeps_the_handout_of_an_earlier_run_and_says_so(broken, monkeypatch):
    out = broken / "out"
    out.mkdir()
    (out / "fails.html").write_text("good", encoding="utf-8")
    monkeypatch.chdir(broken)
    ran = CliRunner().invoke(main, ["render", "--out", "out", "--only", "fails"])
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert ran.stderr == (
        "failed: fails: notebooks/04_public_opinion.ipynb, cell 7: KeyError: 'poll'\n"
        "    in: missing = {}\n"
        "    no handout written; the one of an earlier run is still there\n"
        "Error: 1 of 1 handout failed\n"
    )
    assert (out / "fails.html").read_text(encoding="utf-8") == "good"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("import os\nos._exit(1)", "the kernel died\n    in: import os"),
        ("while True:\n    pass", "ran for longer than 1 seconds\n    in: while True:"),
    ],
    ids=["kills its kernel", "runs too long"],
)
def test_a_cell_that_never_comes_back_is_named_by_its_number(kit, monkeypatch, source, told):
    home = kit("notebooks")
    notebook = nbformat.v4.new_notebook()
    declared = [
        "articles: list[str] = []  # ids",
        'as_of: date = "2023-03-31"  # the day',
        'audience: Audience = "classroom"  # who',
        'terms: Terms = "neutral"  # whose words',
        'title: str = ""  # a title',
        'prepared_for: str = ""  # whom to name',
        "prepared: date | None = None  # when",
        'language: Language = "en"  # in which',
    ]
    head = nbformat.v4.new_code_cell("\n".join(["from __future__ import annotations", *declared]))
    head.metadata.tags = ["parameters"]
    # Left out of a classroom edition: the number told is that of the author's file all the same.
    aside = nbformat.v4.new_markdown_cell("For the desk.")
    aside.metadata.tags = ["briefing"]
    notebook.cells = [
        nbformat.v4.new_markdown_cell("# Never"),
        head,
        aside,
        nbformat.v4.new_code_cell("1"),
        nbformat.v4.new_code_cell(source),
        nbformat.v4.new_code_cell("2"),
    ]
    nbformat.write(notebook, home / "notebooks" / "05_never.ipynb")
    (home / "briefings.toml").write_text('[handouts.never]\nnotebook = "05_never"\ntitle = "x"\n')
    read = read_kit(home)
    if "while" in source:
        monkeypatch.setattr("sourcebook.handouts.run._CELL_SECONDS", 1)
    [outcome] = render(read_plan(home / "briefings.toml", read), read.corpus, home / "out")
    assert not outcome.ok
    assert outcome.error == f"notebooks/05_never.ipynb, cell 5: {told}"
    assert [path.name for path in (home / "out").iterdir()] == ["index.html"]


def test_a_notebook_with_saved_outputs_gives_the_same_handout(kit, rendered):
    home = kit("notebooks", "briefings.toml")

    def run(notebook):
        notebook.metadata["papermill"] = {"exception": True}
        for number, cell in enumerate(notebook.cells):
            if cell.cell_type == "code":
                cell.execution_count = number
                cell.outputs = [nbformat.v4.new_output("stream", text="from an earlier run")]
                cell.metadata["execution"] = {"iopub.status.busy": "2023-03-16T00:00Z"}

    _change(home, "00_start_here", run)
    read = read_kit(home)
    assert read.notebooks.unclean
    plan = read_plan(home / "briefings.toml", read)
    [outcome] = render(plan, read.corpus, home / "out", only=["start-here"])
    assert outcome.error == ""
    again = outcome.file.read_text(encoding="utf-8")
    assert "from an earlier run" not in again
    clean = (rendered / "start-here.html").read_text(encoding="utf-8")
    assert _foot(again) == _foot(clean)
    assert again == clean


def _foot(page):
    entries = BeautifulSoup(page, "html.parser").select("footer dt")
    return {entry.get_text(): entry.find_next("dd").get_text() for entry in entries}


def test_a_folder_below_a_file_is_refused_before_anything_runs(root, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.chdir(root)
    out = tmp_path / "file" / "out"
    ran = CliRunner().invoke(main, ["render", "--only", "start-here", "--out", str(out)])
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert ran.stderr.startswith(f"Error: {out} cannot be made: ")
    assert ran.stderr.endswith(". Name a folder.\n")


def test_a_good_run_is_silent_when_piped(root, tmp_path, monkeypatch):
    monkeypatch.chdir(root)
    out = str(tmp_path / "out")
    result = CliRunner().invoke(main, ["render", "--only", "start-here", "--out", out])
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "out" / "start-here.html").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals to read from")
def test_a_terminal_sees_each_handout_as_it_comes(root, tmp_path):
    import pty

    ours, theirs = pty.openpty()
    out = str(tmp_path / "out")
    command = [sys.executable, "-m", "sourcebook.cli", "render", "--only", "start-here"]
    subprocess.run([*command, "--out", out], cwd=root, stderr=theirs, check=True)
    os.close(theirs)
    shown = os.read(ours, 10_000).decode().replace("\r\n", "\n")
    os.close(ours)
    assert shown == f"[1/1] {out}/start-here.html\n1 handout in {out}\n"


def test_a_kernels_own_standard_error_stays_off_the_terminal(kit):
    home = kit("notebooks")
    path = home / "notebooks" / "00_start_here.ipynb"
    notebook = nbformat.read(path, as_version=4)
    noise = nbformat.v4.new_code_cell("import os\nos.write(2, b'noise of the kernel itself')\nNone")
    notebook.cells.append(noise)
    nbformat.write(notebook, path)
    (home / "briefings.toml").write_text(
        '[handouts.one]\nnotebook = "00_start_here"\n', encoding="utf-8"
    )
    command = [sys.executable, "-m", "sourcebook.cli", "render", "--out", "out"]
    ran = subprocess.run(command, cwd=home, capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == ("", "")


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        ("Some 65 % of the public agree.", "“65 %”: no passage cited here prints this number"),
        ("They met on 17 March 2023.", "“17 March 2023”: no passage cited here dates anything"),
        ("It was a “great threat”.", "“great threat”: no passage cited here says these words"),
    ],
)
def test_what_has_no_source_fails_the_handout_with_its_place(kit, tmp_path, planted, told):
    home = kit("notebooks", "briefings.toml")
    path = home / "notebooks" / "00_start_here.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[-3].source += f"\n\n{planted}"
    assert notebook.cells[-3].cell_type == "markdown"
    nbformat.write(notebook, path)
    whole = read_kit(home)
    plan = read_plan(home / "briefings.toml", whole)
    [outcome] = render(plan, whole.corpus, tmp_path / "out", only=["start-here"])
    assert not outcome.ok and told in outcome.error
    assert f"paragraph “{planted[:20]}" in outcome.error
    assert not (tmp_path / "out" / "start-here.html").exists()
