"""Render a plan: run each notebook, export it, and say truthfully what came of each."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sourcebook.corpus import Corpus
from sourcebook.errors import SourcebookError
from sourcebook.handouts.page import index, page
from sourcebook.handouts.plan import Handout
from sourcebook.handouts.run import run

INDEX = "index.html"


@dataclass(frozen=True)
class Outcome:
    """What came of one handout: the file written, or the error that left it out."""

    handout: Handout
    file: Path | None
    error: str = ""

    @property
    def ok(self) -> bool:
        """Whether the handout was written."""
        return self.file is not None


def render(
    handouts: Sequence[Handout],
    corpus: Corpus,
    out: Path,
    told: Callable[[Outcome], None] = lambda outcome: None,
) -> tuple[Outcome, ...]:
    """Render handouts into a folder, with an index of those that were written.

    A notebook that fails writes nothing and stops no other handout; a file that an earlier run
    left under its name stays as it was, and the index leaves it out.

    Parameters
    ----------
    handouts
        What to render, checked by `read_plan`.
    corpus
        The kit's whole corpus.
    out
        The folder; made if it does not exist.
    told
        Called with each outcome as it comes.

    Returns
    -------
    tuple of Outcome
        One for each handout, in order.
    """
    out.mkdir(parents=True, exist_ok=True)
    outcomes = []
    for handout in handouts:
        outcome = _render_one(handout, corpus, out)
        outcomes.append(outcome)
        told(outcome)
    _write(out / INDEX, index([outcome.handout for outcome in outcomes if outcome.ok]))
    return tuple(outcomes)


def _render_one(handout: Handout, corpus: Corpus, out: Path) -> Outcome:
    try:
        html = page(handout, run(handout.notebook.path, handout.parameters), corpus)
        _write(out / handout.file, html)
    except SourcebookError as error:
        return Outcome(handout, None, str(error))
    except Exception as error:  # a notebook may fail in any way, and must not stop the others
        return Outcome(handout, None, f"{type(error).__name__}: {error}")
    return Outcome(handout, out / handout.file)


def _write(path: Path, text: str) -> None:
    """Write beside the file and move into place, so that no reader sees half a page."""
    half = path.with_name(path.name + ".part")
    half.write_text(text, encoding="utf-8", newline="\n")
    os.replace(half, path)
