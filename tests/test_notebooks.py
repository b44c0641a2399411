import nbformat
import pytest
from lessons import LESSONS

from sourcebook.handouts.kit import problems_of, read_kit
from sourcebook.handouts.notebook_rules import COMMON
from sourcebook.handouts.notebooks import read_notebooks


@pytest.fixture
def lessons(kit):
    return kit("notebooks")


def _change(root, change, name="04_public_opinion"):
    path = root / "notebooks" / f"{name}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    change(notebook)
    nbformat.write(notebook, path)


def _parameters(notebook):
    return next(c for c in notebook.cells if "parameters" in c.metadata.get("tags", []))


def _broken(root, name="04_public_opinion"):
    """Why a notebook cannot run; the others must not be touched by it."""
    notebooks = read_notebooks(root)
    assert [*notebooks.sound, *notebooks.broken] == [n for n in LESSONS if n != name] + [name]
    told = [str(problem) for problem in notebooks.broken[name]]
    assert [str(problem) for problem in problems_of(root)][: len(told)] == told
    return told


def _unclean(root):
    """What `sourcebook check` refuses, although every notebook can run."""
    notebooks = read_kit(root).notebooks
    assert (list(notebooks.sound), notebooks.broken) == (LESSONS, {})
    assert problems_of(root) == list(notebooks.unclean)
    return [str(problem) for problem in notebooks.unclean]


def test_the_kit_has_its_notebooks_with_the_common_parameters(root):
    notebooks = read_notebooks(root).sound
    assert list(notebooks) == LESSONS
    assert problems_of(root) == []
    for notebook in notebooks.values():
        assert list(notebook.parameters)[:8] == list(COMMON)
    assert list(notebooks["04_public_opinion"].parameters)[8:] == ["assumed_sample_size"]
    assert notebooks["04_public_opinion"].parameters["assumed_sample_size"].default is None


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_answers_first_and_says_what_is_not_known(root, name):
    cells = nbformat.read(root / "notebooks" / f"{name}.ipynb", as_version=4).cells
    headings = [cell.source.splitlines()[0] for cell in cells if cell.source.startswith("## ")]
    assert headings[0] == "## The short answer"
    assert headings[-3:] == ["## What we do not know", "## Key points", "## Sources"]


@pytest.mark.parametrize("name", LESSONS)
def test_code_that_shows_on_a_projector_is_short(root, name):
    cells = nbformat.read(root / "notebooks" / f"{name}.ipynb", as_version=4).cells
    for cell in cells:
        folded = cell.metadata.get("jupyter", {}).get("source_hidden", False)
        if cell.cell_type == "code" and "parameters" not in cell.metadata.get("tags", []):
            assert folded or len(cell.source.splitlines()) <= 8, cell.source


@pytest.mark.parametrize(
    "run",
    [
        lambda cell: cell.update(execution_count=3),
        lambda cell: cell.update(outputs=[nbformat.v4.new_output("stream", text="x")]),
        lambda cell: cell.metadata.update(execution={"iopub.status.busy": "2023-03-16T00:00Z"}),
    ],
    ids=["count", "outputs", "times"],
)
def test_what_a_run_leaves_in_a_cell_is_not_committed_and_does_no_harm(lessons, root, run):
    _change(lessons, lambda notebook: run(notebook.cells[5]))
    name = "04_public_opinion"
    clean = read_notebooks(root).sound[name].sha256
    assert read_notebooks(lessons).sound[name].sha256 == clean
    assert _unclean(lessons) == [
        "notebooks/04_public_opinion.ipynb, cell 6: the cell holds outputs, a count or times of a "
        "run\n    remedy: clear it: jupyter nbconvert --clear-output --inplace "
        "notebooks/04_public_opinion.ipynb"
    ]


@pytest.mark.parametrize("left", ["papermill", "widgets"])
def test_metadata_of_a_run_is_not_committed(lessons, left):
    _change(lessons, lambda notebook: notebook.metadata.update({left: {}}))
    assert "metadata: the notebook holds metadata of a run" in _unclean(lessons)[0]


def test_any_change_of_a_cell_changes_the_notebooks_sha256(lessons, root):
    before = read_notebooks(root).sound["04_public_opinion"].sha256
    seen = {before}
    for change in (
        lambda notebook: notebook.cells[5].update(source="1"),
        lambda notebook: notebook.cells[5].metadata.update(tags=["briefing"]),
        lambda notebook: notebook.cells.pop(),
    ):
        _change(lessons, change)
        seen.add(read_notebooks(lessons).sound["04_public_opinion"].sha256)
    assert len(seen) == 4


def test_a_notebook_without_parameters_cell_is_refused(lessons):
    def strip(notebook):
        for cell in notebook.cells:
            cell.metadata.pop("tags", None)

    _change(lessons, strip)
    assert _broken(lessons) == [
        "notebooks/04_public_opinion.ipynb, cells: 0 cells are tagged parameters, where there "
        "must be one\n    remedy: tag the cell that declares the parameters (and no other) "
        "'parameters'"
    ]


def test_a_missing_common_parameter_is_refused(lessons):
    def drop(notebook):
        cell = _parameters(notebook)
        cell.source = "\n".join(x for x in cell.source.splitlines() if not x.startswith("as_of"))

    _change(lessons, drop)
    assert "cell 2: parameter as_of is missing" in _broken(lessons)[0]


@pytest.mark.parametrize(
    ("name", "line", "kind"),
    [
        ("as_of", 'as_of: str = "2023-03-31"  # the day', "str, not date"),
        ("articles", 'articles: str = ""  # ids', "str, not list[str]"),
        ("audience", 'audience: str = "classroom"  # who', "str, not choice"),
        ("title", "title: int = 1  # a title", "int, not str"),
    ],
)
def test_a_common_parameter_of_another_kind_is_refused(lessons, name, line, kind):
    def retype(notebook):
        cell = _parameters(notebook)
        lines = [line if x.startswith(f"{name}:") else x for x in cell.source.splitlines()]
        cell.source = "\n".join(lines)

    _change(lessons, retype)
    assert _broken(lessons) == [
        f"notebooks/04_public_opinion.ipynb, cell 2: parameter {name} is declared as {kind}\n"
        "    remedy: every lesson declares articles, as_of, audience, terms, title, prepared_for, "
        "prepared, language, as the other lessons do"
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('day: date = date("x")  # a day', "date('x') is not a plain value of that type"),
        ("size: Literal[1, 2] = 1  # a size", "size: the choices of a Literal must be texts"),
    ],
)
def test_a_parameter_that_cannot_be_read_is_told_with_its_cell(lessons, line, told):
    _change(lessons, lambda notebook: _parameters(notebook).update(source=line))
    assert _broken(lessons) == [
        f"notebooks/04_public_opinion.ipynb, cell 2: {told}\n"
        "    remedy: declare it as name: type = default  # help"
    ]


def test_an_unknown_tag_names_the_valid_ones(lessons):
    _change(lessons, lambda notebook: notebook.cells[0].metadata.update(tags=["clasroom"]))
    assert _broken(lessons)[0] == (
        "notebooks/04_public_opinion.ipynb, cell 1: no cell tag 'clasroom'; did you mean "
        "'classroom'? Valid: briefing, classroom, parameters, self-study, setup, teacher\n"
        "    remedy: mend the tag"
    )


def test_what_is_not_a_notebook_is_refused(lessons):
    (lessons / "notebooks" / "04_public_opinion.ipynb").write_text("{not json", encoding="utf-8")
    assert "notebooks/04_public_opinion.ipynb, file: not a notebook" in _broken(lessons)[0]


def test_all_notebooks_are_checked_before_any_is_refused(lessons):
    for name in LESSONS[:2]:
        _change(lessons, lambda notebook: notebook.metadata.update(papermill={}), name)
    (lessons / "notebooks" / "04_public_opinion.ipynb").write_text("[]", encoding="utf-8")
    assert [problem.file for problem in problems_of(lessons)] == [
        "notebooks/04_public_opinion.ipynb",
        "notebooks/00_start_here.ipynb",
        "notebooks/01_background.ipynb",
    ]
