"""Run one notebook with papermill, and name the cell where it failed."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from subprocess import DEVNULL
from typing import Any

import nbformat
import papermill
from jupyter_client.manager import AsyncKernelManager
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from papermill.exceptions import PapermillExecutionError

from sourcebook.errors import SourcebookError
from sourcebook.handouts.notebook_rules import meant_for, tags
from sourcebook.handouts.parameters import TAG

_CELL_SECONDS = 600


_LONGEST = 500  # characters of an error that are worth printing


class CellFailed(SourcebookError):
    """A cell raised, ran too long or killed its kernel; the message names it and its error."""


class _QuietKernel(AsyncKernelManager):
    """Starts kernels that do not write to our terminal.

    What a cell prints or raises comes to us as messages. A kernel's own standard error holds its
    port and the noise of its ending, which is no news to whoever renders a handout.
    """

    # jupyter_client makes this a coroutine in AsyncKernelManager, which its types don't say.
    async def start_kernel(self, **options: Any) -> None:  # type: ignore[override]
        await self._async_start_kernel(stdout=DEVNULL, stderr=DEVNULL, **options)


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
            kernel_manager_class=_QuietKernel,
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
