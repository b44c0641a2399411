"""A fresh kit renders at once, without articles; bring some in, and it renders again."""

import subprocess
import tomllib

import nbformat
import pytest
from bs4 import BeautifulSoup
from test_intake_adding import FERRY, SCHOOL, TODAY, state
from test_intake_reading import put

from sourcebook import load_corpus
from sourcebook.corpus.vocabulary import REGISTRIES
from sourcebook.errors import SourcebookError
from sourcebook.handouts.kit import problems_of, read_kit
from sourcebook.handouts.plan import DEFAULT, read_plan
from sourcebook.handouts.render import render
from sourcebook.intake.adding import add
from sourcebook.intake.new_kit import new_kit


def test_a_new_kit_holds_an_empty_corpus_a_lesson_and_a_plan(tmp_path):
    folder = new_kit(tmp_path / "my kit")
    corpus = load_corpus(folder)
    assert (len(corpus.articles), corpus.annotations, list(corpus.vocabulary)) == (0, (), [])
    assert problems_of(folder) == []
    kit = read_kit(folder)
    plan = read_plan(folder / DEFAULT, kit)
    assert [handout.notebook.name for handout in plan] == ["01_first_look"] * 3
    assert (folder / "corpus" / "README.md").is_file()
    assert (folder / "corpus" / "articles").is_dir()
    assert "build/" in (folder / ".gitignore").read_text()
    assert b"corpus/originals/* -text" in (folder / ".gitattributes").read_bytes()


@pytest.mark.parametrize("registry", sorted(REGISTRIES))
def test_the_example_in_each_vocabulary_file_is_right_once_its_marks_are_taken_off(
    tmp_path, registry
):
    folder = new_kit(tmp_path / "kit")
    path = folder / "corpus" / "vocabulary" / f"{registry}.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("# ["))
    example = "\n".join(line.removeprefix("#").strip() for line in lines[first:])
    assert len(tomllib.loads(example)) == 1
    for other in ("topics", registry):
        source = folder / "corpus" / "vocabulary" / f"{other}.toml"
        lines = source.read_text(encoding="utf-8").splitlines()
        first = next((n for n, line in enumerate(lines) if line.startswith("# [")), len(lines))
        kept = [*lines[:first], *(line.removeprefix("#").strip() for line in lines[first:])]
        source.write_text("\n".join(kept).replace("ferry-service-end:120-126", ""), "utf-8")
    text = path.read_text(encoding="utf-8").replace('evidence = [""]', "evidence = []")
    path.write_text(text, encoding="utf-8")
    assert len(load_corpus(folder).vocabulary.registries[registry]) == 1


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    before = state(tmp_path)
    for folder in (tmp_path, tmp_path / "mine.txt"):
        with pytest.raises(SourcebookError, match="is not an empty folder"):
            new_kit(folder)
    assert state(tmp_path) == before
    (tmp_path / "empty").mkdir()
    assert new_kit(tmp_path / "empty") == tmp_path / "empty"


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(SourcebookError, match=r"cannot be written: .* Name another folder"):
        new_kit(tmp_path / "file" / "kit")


def test_git_takes_the_kit_but_not_what_is_built(tmp_path):
    folder = new_kit(tmp_path / "kit")
    (folder / "build").mkdir()
    (folder / "build" / "x").write_text("x")
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    done = subprocess.run(
        ["git", "-C", str(folder), "status", "--porcelain", "-uall"],
        check=True,
        capture_output=True,
        text=True,
    )
    seen = {line[3:] for line in done.stdout.splitlines()}
    assert "corpus/catalog.toml" in seen
    assert not any(name.startswith("build") for name in seen)


def test_the_lesson_is_clean_and_its_cells_are_short(root):
    path = root / "lib/sourcebook/intake/starter/notebooks/01_first_look.ipynb"
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in code)
    assert max(len(cell.source.splitlines()) for cell in code) <= 16


@pytest.mark.notebooks
def test_a_kit_renders_without_articles_and_again_with_two(tmp_path):
    folder = new_kit(tmp_path / "kit")

    def rendered(out, *only):
        kit = read_kit(folder)
        outcomes = render(read_plan(folder / DEFAULT, kit), kit.corpus, tmp_path / out, only)
        assert [outcome.error for outcome in outcomes if not outcome.ok] == []
        pages = [outcome.file.read_text(encoding="utf-8") for outcome in outcomes]
        return [BeautifulSoup(page, "html.parser") for page in pages]

    for page in rendered("before", "first-look-classroom"):
        assert "There is no article yet. Bring some in" in page.get_text()
        assert "as of the latest article" in " ".join(page.get_text().split())
    paths = [put(tmp_path, name, text) for name, text in (("a.txt", FERRY), ("b.txt", SCHOOL))]
    assert [outcome.error for outcome in add(folder, paths, today=TODAY)] == ["", ""]
    for page in rendered("after"):
        text = page.get_text()
        assert "There is no article yet. Bring" not in text
        assert "Ferry service to end after 90 years" in text
        captions = [caption.get_text() for caption in page.find_all("caption")]
        assert {"Dates, in order", "Figures", "Who is quoted or credited"} <= set(captions)
        assert "machine" in {label.get_text() for label in page.select("th .status")}
        assert page.find("ol", class_="sources").find_all("li")
