"""Render a plan: run each notebook, export it, and say truthfully what came of each."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from sourcebook.corpus import Corpus
from sourcebook.errors import SourcebookError
from sourcebook.handouts import printing
from sourcebook.handouts.comparing.changes import changes_page
from sourcebook.handouts.page import as_of, effective, index, page
from sourcebook.handouts.plan import Handout, choose
from sourcebook.handouts.proofreading import Slip, proofread
from sourcebook.handouts.run import run

INDEX = "index.html"
_MOST = 20  # slips that are worth reading at once


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
    pdf: bool = False,
) -> tuple[Outcome, ...]:
    """Render the handouts of a plan into a folder, with an index.

    A notebook that fails writes nothing and stops no other handout; a file that an earlier run
    left under its name stays as it was. A page that holds something without a source counts as
    failed: every page is proofread before it is kept. The index lists what was written now and, of
    the plan's other handouts, those that stand in the folder already.

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
    pdf
        Whether to print each handout too: a file beside it that ends in .pdf. One that cannot be
        printed counts as failed.

    Returns
    -------
    tuple of Outcome
        One for each handout rendered, in the order of the plan.

    Raises
    ------
    UnknownName
        If `only` names a handout that the plan does not have.
    SourcebookError
        If the folder cannot be made, or what prints a PDF is not installed.
    """
    chosen = choose(plan, only)
    if pdf:
        printing.ready()
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SourcebookError(f"{out} cannot be made: {error.strerror}. Name a folder.") from None
    outcomes = []
    for handout in chosen:
        outcome = _render_one(handout, corpus, out, pdf)
        outcomes.append(outcome)
        told(outcome)
    written = {outcome.handout.name for outcome in outcomes if outcome.ok}
    kept = {h.name for h in plan if h not in chosen and (out / h.file).is_file()}
    _write(out / INDEX, index([h for h in plan if h.name in written | kept], corpus.vocabulary))
    return tuple(outcomes)


def make(handout: Handout, corpus: Corpus) -> str:
    """Run a handout's notebook, export it and proofread the page.

    Raises
    ------
    CellFailed
        If a cell fails.
    Unsourced
        If something on the page has no source, or breaks another rule of proofreading.
    """
    parameters = effective(handout)
    ran = run(handout.notebook.path, handout.parameters, parameters["audience"])
    if handout.since:
        before = run(handout.notebook.path, handout.earlier, parameters["audience"])
        html = changes_page(handout, before, ran, corpus)
    else:
        html = page(handout, ran, corpus)
    chosen = corpus.select(articles=parameters["articles"], as_of=as_of(handout))
    if slips := proofread(html, chosen, terms=parameters["terms"]):
        raise Unsourced(slips)
    return html


class Unsourced(SourcebookError):
    """A page holds what no source supports; the message names each place, rule and remedy."""

    def __init__(self, slips: Sequence[Slip]) -> None:
        told = [str(slip) for slip in slips[:_MOST]]
        if len(slips) > _MOST:
            told.append(f"and {len(slips) - _MOST} more")
        super().__init__("\n  ".join(["the page was proofread, and not kept:", *told]))
        self.slips = tuple(slips)


def _render_one(handout: Handout, corpus: Corpus, out: Path, pdf: bool) -> Outcome:
    file = out / handout.file
    try:
        html = make(handout, corpus)
        printed = printing.pdf(html) if pdf else None
        # The PDF of another page would be taken for this one's.
        if printed is None and not (file.is_file() and file.read_text("utf-8") == html):
            file.with_suffix(".pdf").unlink(missing_ok=True)
        _write(file, html)
        if printed is not None:
            _write(file.with_suffix(".pdf"), printed)
    except SourcebookError as error:
        return Outcome(handout, None, str(error))
    except Exception as error:  # a notebook may fail in any way, and must not stop the others
        return Outcome(handout, None, f"{type(error).__name__}: {error}")
    return Outcome(handout, file)


def _write(path: Path, content: str | bytes) -> None:
    """Write beside the file and move into place, so that no reader sees half a page."""
    half = path.with_name(path.name + ".part")
    half.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    os.replace(half, path)
