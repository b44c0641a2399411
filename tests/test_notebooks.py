import nbformat
import pytest

from sourcebook.errors import InvalidKit
from sourcebook.handouts.notebooks import COMMON, read_notebooks

LESSONS = [
    "00_start_here",
    "01_background",
    "02_trade_dispute",
    "03_security_cooperation",
    "04_public_opinion",
]


@pytest.fixture
def lessons(kit):
    return kit("notebooks")


def _change(root, change, name="04_public_opinion"):
    path = root / "notebooks" / f"{name}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    change(notebook)
    nbformat.write(notebook, path)


def _refusal(root):
    with pytest.raises(InvalidKit) as error:
        read_notebooks(root)
    return [str(problem) for problem in error.value.problems]


def test_the_kit_has_five_notebooks_with_the_common_parameters(root):
    notebooks = read_notebooks(root)
    assert list(notebooks) == LESSONS
    for notebook in notebooks.values():
        assert list(notebook.parameters)[:6] == list(COMMON)
    assert list(notebooks["04_public_opinion"].parameters)[6:] == ["assumed_sample_size"]
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


def test_outputs_and_counts_are_refused(lessons):
    def run(notebook):
        notebook.cells[5].execution_count = 3
        notebook.cells[5].outputs = [nbformat.v4.new_output("stream", text="x")]

    _change(lessons, run)
    assert _refusal(lessons) == [
        "notebooks/04_public_opinion.ipynb, cell 6: the cell holds outputs, a count or times of a "
        "run\n    remedy: clear it: jupyter nbconvert --clear-output --inplace "
        "notebooks/04_public_opinion.ipynb"
    ]


def test_metadata_of_a_run_is_refused(lessons):
    _change(lessons, lambda notebook: notebook.metadata.update(papermill={"exception": None}))
    assert "metadata: the notebook holds metadata of a run" in _refusal(lessons)[0]


def test_a_notebook_without_parameters_cell_is_refused(lessons):
    def strip(notebook):
        for cell in notebook.cells:
            cell.metadata.pop("tags", None)

    _change(lessons, strip)
    assert _refusal(lessons) == [
        "notebooks/04_public_opinion.ipynb, cells: 0 cells are tagged parameters, where there "
        "must be one\n    remedy: tag the cell that declares the parameters (and no other) "
        "'parameters'"
    ]


def test_a_missing_common_parameter_is_refused(lessons):
    def drop(notebook):
        cell = next(c for c in notebook.cells if "parameters" in c.metadata.get("tags", []))
        cell.source = "\n".join(x for x in cell.source.splitlines() if not x.startswith("as_of"))

    _change(lessons, drop)
    assert "cell 3: parameter as_of is missing" in _refusal(lessons)[0]


def test_an_unknown_tag_names_the_valid_ones(lessons):
    _change(lessons, lambda notebook: notebook.cells[1].metadata.update(tags=["clasroom"]))
    assert _refusal(lessons)[0] == (
        "notebooks/04_public_opinion.ipynb, cell 2: no cell tag 'clasroom'; did you mean "
        "'classroom'? Valid: briefing, classroom, parameters, self-study, setup\n"
        "    remedy: mend the tag"
    )


def test_what_is_not_a_notebook_is_refused(lessons):
    (lessons / "notebooks" / "04_public_opinion.ipynb").write_text("{not json", encoding="utf-8")
    assert "notebooks/04_public_opinion.ipynb, file: not a notebook" in _refusal(lessons)[0]


def test_all_notebooks_are_checked_before_any_is_refused(lessons):
    for name in LESSONS[:2]:
        _change(lessons, lambda notebook: notebook.metadata.update(papermill={}), name)
    assert len(_refusal(lessons)) == 2
