"""The command line: it parses, calls one public function, and prints."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sourcebook import SourcebookError, __version__, load_corpus
from sourcebook.corpus import find_root


class _Group(click.Group):
    """Print what the kit raises on purpose as a message, not as a traceback."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except SourcebookError as error:
            raise click.ClickException(str(error)) from None


@click.group(
    cls=_Group,
    epilog="For example:  sourcebook render --only public-opinion-briefing",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="sourcebook")
def main() -> None:
    """Check a kit of articles and lessons, and render its handouts.

    Run it anywhere inside a clone of the kit.
    """


@main.command(epilog="For example:  sourcebook render briefings.toml --out build/handouts")
@click.argument("plan", required=False, type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the handouts and their index.html.  [default: build/handouts in the kit]",
)
@click.option(
    "--only", metavar="NAME", multiple=True, help="Render this handout of the plan; repeatable."
)
def render(plan: Path | None, out: Path | None, only: tuple[str, ...]) -> None:
    """Render the handouts that PLAN lists (briefings.toml if none is given).

    Everything in the plan is checked before the first notebook runs. A notebook that fails leaves
    no handout and stops no other; the command then ends with exit code 1.
    """
    from sourcebook import handouts  # papermill and nbconvert load here, not for --help

    root = find_root()
    corpus = load_corpus(root)
    planned = handouts.read_plan(
        plan or root / handouts.DEFAULT, handouts.read_notebooks(root), corpus
    )
    chosen = handouts.choose(planned, only)
    folder = out or root / "build" / "handouts"
    live = sys.stderr.isatty()
    done: list[handouts.Outcome] = []

    def tell(outcome: handouts.Outcome) -> None:
        done.append(outcome)
        if not outcome.ok:
            name = outcome.handout.name
            click.echo(f"failed: {name}: {outcome.error}\n    no handout written", err=True)
        elif live:
            click.echo(f"[{len(done)}/{len(chosen)}] {outcome.file}", err=True)

    outcomes = handouts.render(chosen, corpus, folder, tell)
    failed = sum(not outcome.ok for outcome in outcomes)
    if live:
        click.echo(f"{len(outcomes) - failed} handouts in {folder}", err=True)
    if failed:
        raise click.ClickException(f"{failed} of {len(outcomes)} handouts failed")


@main.command(epilog="For example:  sourcebook check && sourcebook render")
def check() -> None:
    """Check corpus, notebooks and plan; exit 1 and list every problem if there is one."""
    from sourcebook import handouts

    root = find_root()
    corpus = load_corpus(root)
    notebooks = handouts.read_notebooks(root)
    planned = handouts.read_plan(root / handouts.DEFAULT, notebooks, corpus)
    click.echo(
        f"{len(corpus.articles)} articles from {len(corpus.origins)} origins, "
        f"{len(corpus.annotations)} annotations, {len(notebooks)} notebooks and "
        f"{len(planned)} planned handouts: no problem found"
    )
