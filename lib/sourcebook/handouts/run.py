"""Run one notebook with papermill, and name the cell where it failed."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import papermill
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from papermill.exceptions import PapermillExecutionError

from sourcebook.errors import SourcebookError
from sourcebook.handouts.notebook_rules import meant_for, tags
from sourcebook.handouts.parameters import TAG

_CELL_SECONDS = 600


_LONGEST = 500  # characters of an error that are worth printing


class CellFailed(SourcebookError):
    """A cell raised, ran too long or killed its kernel; the message names it and its error."""


def run(path: Path, parameters: Mapping[str, Any], audience: str) -> nbformat.NotebookNode:
    """Run a notebook with these parameters, in its own folder, and return it with its outputs.

    Cells meant for another audience are left out before anything runs, so that a handout lists no
    source that only they cite. Nothing is written.

    Raises
    ------
    CellFailed
        If a cell raises, runs for longer than ten minutes or ends its kernel.
    """
    notebook = nbformat.read(path, as_version=4)
    numbered = [
        (number, cell)
        for number, cell in enumerate(notebook.cells, start=1)
        if meant_for(cell, audience)
    ]
    notebook.cells = [cell for _, cell in numbered]
    # Parameters were checked against the cell already, by rules that know more types than
    # papermill's: its warning about unknown ones would be false.
    for library in ("papermill", "traitlets"):
        logging.getLogger(library).setLevel(logging.CRITICAL)
    reached = 0

    def note(cell: nbformat.NotebookNode, cell_index: int) -> None:
        nonlocal reached
        reached = cell_index

    try:
        ran: nbformat.NotebookNode = papermill.execute_notebook(
            notebook,
            None,
            parameters=dict(parameters),
            kernel_name="python3",
            language="python",  # a notebook need not name it: every lesson is Python
            progress_bar=False,
            cwd=path.parent,
            execution_timeout=_CELL_SECONDS,
            on_cell_start=note,
            # The kernel would tell our terminal of its port and of its own end: neither is news.
            # What a cell writes or raises reaches us in the notebook.
            extra_arguments=["--IPKernelApp.log_level=50"],
        )
        return ran
    except PapermillExecutionError as error:
        failed, said = error.cell_index, f"{error.ename}: {error.evalue}"
    except CellTimeoutError:
        failed, said = reached, f"ran for longer than {_CELL_SECONDS} seconds"
    except DeadKernelError:
        failed, said = reached, "the kernel died"
    declared = next(place for place, (_, cell) in enumerate(numbered) if TAG in tags(cell))
    # papermill puts a cell of its own after the parameters; the author's file has none.
    number, cell = numbered[failed - (1 if parameters and failed > declared else 0)]
    raise CellFailed(
        f"notebooks/{path.name}, cell {number}: {said[:_LONGEST]}\n"
        f"    in: {cell.source.strip().splitlines()[0]}"
    )
