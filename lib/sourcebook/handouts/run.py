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
from sourcebook.handouts.parameters import TAG

_CELL_SECONDS = 600


class CellFailed(SourcebookError):
    """A cell raised; the message names it and its error."""


def run(path: Path, parameters: Mapping[str, Any]) -> nbformat.NotebookNode:
    """Run a notebook with these parameters, in its own folder, and return it with its outputs.

    Nothing is written.

    Raises
    ------
    CellFailed
        If a cell raises or runs for longer than ten minutes.
    """
    # Parameters were checked against the cell already, by rules that know more types than
    # papermill's: its warning about unknown ones would be false.
    logging.getLogger("papermill").setLevel(logging.ERROR)
    try:
        ran: nbformat.NotebookNode = papermill.execute_notebook(
            path,
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
        number = _number_in_file(path, error.cell_index, bool(parameters))
        raise CellFailed(
            f"notebooks/{path.name}, cell {number}: {error.ename}: {error.evalue}\n"
            f"    in: {error.source.strip().splitlines()[0]}"
        ) from None


def _number_in_file(path: Path, index: int, injected: bool) -> int:
    """Count from 1 in the author's file: papermill puts its own cell after the parameters."""
    cells = nbformat.read(path, as_version=4).cells
    tagged = [n for n, cell in enumerate(cells) if TAG in cell.metadata.get("tags", [])]
    return index if injected and tagged and index > tagged[0] else index + 1
