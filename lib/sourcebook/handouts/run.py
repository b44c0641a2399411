"""Run one notebook with papermill."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import papermill
from papermill.exceptions import PapermillExecutionError

from sourcebook.errors import SourcebookError
from sourcebook.handouts.notebooks import meant_for, tags
from sourcebook.handouts.parameters import TAG

_CELL_SECONDS = 600


class CellFailed(SourcebookError):
    """A cell raised; the message names it and its error."""


def run(path: Path, parameters: Mapping[str, Any], audience: str) -> nbformat.NotebookNode:
    """Run a notebook with these parameters, in its own folder, and return it with its outputs.

    Cells meant for another audience are left out before anything runs, so that a handout lists no
    source that only they cite. Nothing is written.

    Raises
    ------
    CellFailed
        If a cell raises or runs for longer than ten minutes.
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
    logging.getLogger("papermill").setLevel(logging.ERROR)
    try:
        ran: nbformat.NotebookNode = papermill.execute_notebook(
            notebook,
            None,
            parameters=dict(parameters),
            kernel_name="python3",
            progress_bar=False,
            cwd=path.parent,
            execution_timeout=_CELL_SECONDS,
            # The kernel would tell our terminal of its port and of its own end: neither is news.
            # What a cell writes or raises reaches us in the notebook.
            extra_arguments=["--IPKernelApp.log_level=50"],
        )
        return ran
    except PapermillExecutionError as error:
        declared = next(place for place, (_, cell) in enumerate(numbered) if TAG in tags(cell))
        # papermill puts a cell of its own after the parameters; the author's file has none.
        added = 1 if parameters and error.cell_index > declared else 0
        number, _ = numbered[error.cell_index - added]
        raise CellFailed(
            f"notebooks/{path.name}, cell {number}: {error.ename}: {error.evalue}\n"
            f"    in: {error.source.strip().splitlines()[0]}"
        ) from None
