"""Read the kit's notebooks."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import nbformat

from sourcebook.errors import Problem
from sourcebook.handouts.notebook_rules import broken_rules, tags, traces_of_a_run
from sourcebook.handouts.parameters import TAG, Parameter, read_parameters

FOLDER = "notebooks"


@dataclass(frozen=True)
class Notebook:
    """A notebook that can run as a lesson.

    `sha256` is that of its cells: their kinds, tags and sources, without whatever a run leaves
    in the file.
    """

    name: str
    path: Path
    title: str
    parameters: Mapping[str, Parameter] = field(hash=False)
    sha256: str = ""


@dataclass(frozen=True)
class Notebooks:
    """The kit's notebooks: those that can run, and why others can't, each by name."""

    sound: Mapping[str, Notebook] = field(hash=False)
    broken: Mapping[str, Sequence[Problem]] = field(hash=False)
    unclean: Sequence[Problem] = ()


def read_notebooks(root: Path) -> Notebooks:
    """Read every notebook below the kit's root.

    A notebook that is broken keeps no other from running, and one that holds the outputs of a run
    runs as well as a clean one: whoever reads the kit decides what to refuse.
    """
    sound: dict[str, Notebook] = {}
    broken: dict[str, Sequence[Problem]] = {}
    unclean: list[Problem] = []
    for path in sorted((root / FOLDER).glob("*.ipynb")):
        file = f"{FOLDER}/{path.name}"
        try:
            notebook = nbformat.reads(path.read_bytes().decode("utf-8"), as_version=4)
            nbformat.validate(notebook)
        except (OSError, ValueError, TypeError, AttributeError, nbformat.ValidationError) as error:
            reason = f"not a notebook: {str(error).splitlines()[0][:200]}"
            broken[path.stem] = [Problem(file, "file", reason, "restore it from git")]
            continue
        problems = list(broken_rules(file, notebook.cells))
        unclean += traces_of_a_run(file, notebook)
        if problems:
            broken[path.stem] = problems
        else:
            sound[path.stem] = _notebook(path, notebook.cells)
    return Notebooks(sound, broken, unclean)


def _notebook(path: Path, cells: list[nbformat.NotebookNode]) -> Notebook:
    parameters = next(cell for cell in cells if TAG in tags(cell))
    written = json.dumps([[cell.cell_type, tags(cell), cell.source] for cell in cells])
    return Notebook(
        path.stem,
        path,
        cells[0].source.splitlines()[0].removeprefix("# ").strip(),
        read_parameters(parameters.source),
        hashlib.sha256(written.encode()).hexdigest(),
    )
