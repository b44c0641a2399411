"""Render a plan: run each notebook, export it, and say truthfully what came of each."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from sourcebook.corpus import Corpus
from sourcebook.errors import SourcebookError
from sourcebook.handouts.page import effective, index, page
from sourcebook.handouts.plan import Handout, choose
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
    plan: Sequence[Handout],
    corpus: Corpus,
    out: Path,
    only: Collection[str] = (),
    told: Callable[[Outcome], None] = lambda outcome: None,
) -> tuple[Outcome, ...]:
    """Render the handouts of a plan into a folder, with an index.

    A notebook that fails writes nothing and stops no other handout; a file that an earlier run
    left under its name stays as it was. The index lists what was written now and, of the plan's
    other handouts, those that stand in the folder already.

    Parameters
    ----------
    plan
        What may be rendered, from `read_plan`.
    corpus
        The kit's whole corpus.
    out
        The folder; made if it does not exist.
    only
        Names of the handouts to render; none given renders all.
    told
        Called with each outcome as it comes.

    Returns
    -------
    tuple of Outcome
        One for each handout rendered, in the order of the plan.

    Raises
    ------
    UnknownName
        If `only` names a handout that the plan does not have.
    """
    chosen = choose(plan, only)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SourcebookError(f"{out} cannot be made: {error.strerror}. Name a folder.") from None
    outcomes = []
    for handout in chosen:
        outcome = _render_one(handout, corpus, out)
        outcomes.append(outcome)
        told(outcome)
    written = {outcome.handout.name for outcome in outcomes if outcome.ok}
    kept = {h.name for h in plan if h not in chosen and (out / h.file).is_file()}
    _write(out / INDEX, index([h for h in plan if h.name in written | kept]))
    return tuple(outcomes)


def _render_one(handout: Handout, corpus: Corpus, out: Path) -> Outcome:
    try:
        audience = effective(handout)["audience"]
        ran = run(handout.notebook.path, handout.parameters, audience)
        html = page(handout, ran, corpus)
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
