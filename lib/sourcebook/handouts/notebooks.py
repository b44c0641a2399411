"""Read the kit's notebooks and check what every one of them must be: clean, typed, titled."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat

from sourcebook.errors import InvalidKit, Problem, name_the_choices
from sourcebook.handouts.parameters import TAG, Parameter, read_parameters

FOLDER = "notebooks"
COMMON = ("articles", "as_of", "audience", "terms", "title", "prepared_for")
"""Parameters that every lesson has."""

AUDIENCE_TAGS = ("classroom", "self-study", "briefing")
"""A cell with any of these tags is shown to those audiences only."""

SETUP = "setup"
"""The cell that opens the lesson; what it shows in JupyterLab stands in a handout's header."""

_TAGS = (TAG, SETUP, *AUDIENCE_TAGS)


@dataclass(frozen=True)
class Notebook:
    """A notebook of the kit: its name without ending, path, title, parameters and sha256."""

    name: str
    path: Path
    title: str
    parameters: dict[str, Parameter]
    sha256: str


def read_notebooks(root: Path) -> dict[str, Notebook]:
    """Read and check every notebook below the kit's root, by name.

    Raises
    ------
    InvalidKit
        If a notebook breaks a rule; the error lists every problem with file, cell and remedy.
    """
    notebooks = {}
    problems: list[Problem] = []
    for path in sorted((root / FOLDER).glob("*.ipynb")):
        found = list(_problems(path))
        problems += found
        if not found:
            notebooks[path.stem] = _notebook(path)
    if problems:
        raise InvalidKit(problems)
    return notebooks


def _notebook(path: Path) -> Notebook:
    raw = path.read_bytes()
    cells = nbformat.reads(raw.decode("utf-8"), as_version=4).cells
    parameters = next(cell for cell in cells if TAG in tags(cell))
    return Notebook(
        path.stem,
        path,
        cells[0].source.splitlines()[0].removeprefix("# ").strip(),
        read_parameters(parameters.source),
        hashlib.sha256(raw).hexdigest(),
    )


def tags(cell: nbformat.NotebookNode) -> list[str]:
    """Return a cell's tags."""
    return list(cell.metadata.get("tags", []))


def meant_for(cell: nbformat.NotebookNode, audience: str) -> bool:
    """Tell whether a cell is for this audience: it has its tag, or no audience's."""
    named = [tag for tag in tags(cell) if tag in AUDIENCE_TAGS]
    return not named or audience in named


def _problems(path: Path) -> Iterator[Problem]:
    file = f"{FOLDER}/{path.name}"
    try:
        notebook = nbformat.reads(path.read_bytes().decode("utf-8"), as_version=4)
        nbformat.validate(notebook)
    except (ValueError, AttributeError, nbformat.ValidationError) as error:
        reason = str(error).splitlines()[0][:200]
        yield Problem(file, "file", f"not a notebook: {reason}", "restore it from git")
        return
    cells = notebook.cells
    if not cells or cells[0].cell_type != "markdown" or not cells[0].source.startswith("# "):
        rule = "the first cell is not Markdown that begins with '# ' and the title"
        yield Problem(file, "cell 1", rule, "open with the title and the question")
    yield from _check_parameters(file, cells)
    for number, cell in enumerate(cells, start=1):
        yield from _check_cell(file, f"cell {number}", cell)
    if "papermill" in notebook.metadata or "widgets" in notebook.metadata:
        rule, remedy = "the notebook holds metadata of a run", f"clear it: {_clear(path)}"
        yield Problem(file, "metadata", rule, remedy)


def _clear(path: Path) -> str:
    return f"jupyter nbconvert --clear-output --inplace {FOLDER}/{path.name}"


def _check_cell(file: str, place: str, cell: nbformat.NotebookNode) -> Iterator[Problem]:
    for tag in tags(cell):
        if tag not in _TAGS:
            yield Problem(file, place, name_the_choices(tag, _TAGS, "cell tag"), "mend the tag")
    if cell.cell_type != "code":
        return
    if cell.outputs or cell.execution_count is not None or "execution" in cell.metadata:
        rule = "the cell holds outputs, a count or times of a run"
        yield Problem(file, place, rule, f"clear it: {_clear(Path(file))}")


def _check_parameters(file: str, cells: list[nbformat.NotebookNode]) -> Iterator[Problem]:
    tagged = [n for n, cell in enumerate(cells, start=1) if TAG in tags(cell)]
    if len(tagged) != 1:
        rule = f"{len(tagged)} cells are tagged {TAG}, where there must be one"
        remedy = f"tag the cell that declares the parameters (and no other) {TAG!r}"
        yield Problem(file, "cells", rule, remedy)
        return
    place = f"cell {tagged[0]}"
    try:
        found = read_parameters(cells[tagged[0] - 1].source)
    except ValueError as error:
        yield Problem(file, place, str(error), "declare it as name: type = default  # help")
        return
    for name in COMMON:
        if name not in found:
            rule = f"parameter {name} is missing"
            yield Problem(file, place, rule, f"every lesson declares {', '.join(COMMON)}")
