"""The command that renders handouts."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sourcebook.corpus import find_root


@click.command(epilog="For example:  sourcebook render briefings.toml --out build/handouts")
@click.argument("plan", required=False, type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the handouts and their index.html.  [default: build/handouts in the kit]",
)
@click.option(
    "--only", metavar="NAME", multiple=True, help="Render this handout of the plan; repeatable."
)
@click.option(
    "--pdf",
    is_flag=True,
    help="Print each handout as a tagged PDF too; needs pip install 'sourcebook[pdf]'.",
)
def render(plan: Path | None, out: Path | None, only: tuple[str, ...], pdf: bool) -> None:
    """Render the handouts that PLAN lists (briefings.toml if none is given).

    Everything in the plan is checked before the first notebook runs. A notebook that fails leaves
    no handout and stops no other; the command then ends with exit code 1.
    """
    # Reading notebooks takes a second to load: not for --help.
    from sourcebook.handouts.kit import read_kit
    from sourcebook.handouts.plan import DEFAULT, choose, read_plan

    kit = read_kit(find_root())
    planned = read_plan(plan or kit.root / DEFAULT, kit)
    count = len(choose(planned, only))

    # Running them takes another: not for a plan that is refused.
    from sourcebook.handouts.render import Outcome
    from sourcebook.handouts.render import render as render_all

    folder = out or kit.root / "build" / "handouts"
    live = sys.stderr.isatty()
    done: list[Outcome] = []

    def tell(outcome: Outcome) -> None:
        done.append(outcome)
        if not outcome.ok:
            name, old = outcome.handout.name, folder / outcome.handout.file
            kept = "; the one of an earlier run is still there" if old.is_file() else ""
            click.echo(f"failed: {name}: {outcome.error}\n    no handout written{kept}", err=True)
        elif live:
            click.echo(f"[{len(done)}/{count}] {outcome.file}", err=True)

    outcomes = render_all(planned, kit.corpus, folder, only, tell, pdf)
    failed = sum(not outcome.ok for outcome in outcomes)
    if live:
        click.echo(f"{_count(len(outcomes) - failed)} in {folder}", err=True)
    if failed:
        raise click.ClickException(f"{failed} of {_count(len(outcomes))} failed")


def _count(handouts: int) -> str:
    return "1 handout" if handouts == 1 else f"{handouts} handouts"
