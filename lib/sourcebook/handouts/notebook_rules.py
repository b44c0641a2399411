"""What every notebook must be to run as a lesson, and what it must be to be committed."""

from __future__ import annotations

from collections.abc import Iterator

import nbformat

from sourcebook.errors import Problem, name_the_choices
from sourcebook.handouts.parameters import TAG, read_parameters

COMMON = {
    "articles": "list[str]",
    "as_of": "date",
    "audience": "choice",
    "terms": "choice",
    "title": "str",
    "prepared_for": "str",
    "prepared": "date",
    "language": "choice",
}
"""Parameters that every lesson has, and their kinds."""

AUDIENCE_TAGS = ("classroom", "teacher", "self-study", "briefing")
"""A cell with any of these tags is shown to those audiences only; a teacher sees the class's."""

SETUP = "setup"
"""The cell that opens the lesson; what it shows in JupyterLab stands in a handout's header."""

_TAGS = (TAG, SETUP, *AUDIENCE_TAGS)


def tags(cell: nbformat.NotebookNode) -> list[str]:
    """Return a cell's tags."""
    return list(cell.metadata.get("tags", []))


def meant_for(cell: nbformat.NotebookNode, audience: str) -> bool:
    """Tell whether a cell is for this audience: it has its tag, or no audience's."""
    named = [tag for tag in tags(cell) if tag in AUDIENCE_TAGS]
    seen = {"teacher", "classroom"} if audience == "teacher" else {audience}
    return not named or bool(seen.intersection(named))


def broken_rules(file: str, cells: list[nbformat.NotebookNode]) -> Iterator[Problem]:
    """Yield what keeps a notebook from running as a lesson."""
    if not cells or cells[0].cell_type != "markdown" or not cells[0].source.startswith("# "):
        rule = "the first cell is not Markdown that begins with '# ' and the title"
        yield Problem(file, "cell 1", rule, "open with the title and the question")
    yield from _check_parameters(file, cells)
    for number, cell in enumerate(cells, start=1):
        for tag in tags(cell):
            if tag not in _TAGS:
                rule = name_the_choices(tag, _TAGS, "cell tag")
                yield Problem(file, f"cell {number}", rule, "mend the tag")


def traces_of_a_run(file: str, notebook: nbformat.NotebookNode) -> Iterator[Problem]:
    """Yield what a notebook holds that should not be committed; it runs all the same."""
    remedy = f"clear it: jupyter nbconvert --clear-output --inplace {file}"
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type == "code" and (
            cell.outputs or cell.execution_count is not None or "execution" in cell.metadata
        ):
            rule = "the cell holds outputs, a count or times of a run"
            yield Problem(file, f"cell {number}", rule, remedy)
    if "papermill" in notebook.metadata or "widgets" in notebook.metadata:
        yield Problem(file, "metadata", "the notebook holds metadata of a run", remedy)


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
    for name, kind in COMMON.items():
        remedy = f"every lesson declares {', '.join(COMMON)}, as the other lessons do"
        if name not in found:
            yield Problem(file, place, f"parameter {name} is missing", remedy)
        elif found[name].kind != kind:
            rule = f"parameter {name} is declared as {found[name].kind}, not {kind}"
            yield Problem(file, place, rule, remedy)
