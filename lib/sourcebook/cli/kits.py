"""Commands about a kit as a whole: make one, check it, score the machine against it."""

from __future__ import annotations

from collections.abc import Sized
from datetime import date
from pathlib import Path

import click

from sourcebook.corpus import find_root, load_corpus
from sourcebook.errors import SourcebookError


@click.command(epilog="For example:  sourcebook new harbour-dispute && cd harbour-dispute")
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Make a fresh kit for another subject in FOLDER.

    It holds an empty corpus, a lesson and a plan, and renders at once. `sourcebook add` brings
    articles in.
    """
    from sourcebook.intake.new_kit import new_kit

    made = new_kit(folder)
    click.echo(f"a new kit in {made}. Next:  cd {made} && sourcebook add FILE...")


@click.command(epilog="For example:  sourcebook check && sourcebook render")
def check() -> None:
    """Check corpus, notebooks and plan; exit 1 and list every problem if there is one."""
    from sourcebook.errors import InvalidKit
    from sourcebook.handouts.kit import problems_of, read_kit
    from sourcebook.handouts.plan import DEFAULT, read_plan
    from sourcebook.intake.unregistered import known_by_now

    root = find_root()
    found = problems_of(root)
    if found:
        raise InvalidKit(found)
    kit = read_kit(root)
    planned = read_plan(kit.root / DEFAULT, kit)
    click.echo(
        f"{_count(kit.corpus.articles, 'article')} from {_count(kit.corpus.origins, 'origin')}, "
        f"{_count(kit.corpus.annotations, 'annotation')}, "
        f"{_count(kit.notebooks.sound, 'notebook')} and {_count(planned, 'planned handout')}: "
        "no problem found"
    )
    known = known_by_now(kit.corpus)
    if known:
        click.echo(
            f"{sum(known.values())} rows of machines in {', '.join(known)} name what the "
            "vocabulary now knows; review these articles, and they are named"
        )


def _count(things: Sized, noun: str) -> str:
    return f"{len(things)} {noun}" if len(things) == 1 else f"{len(things)} {noun}s"


@click.command(epilog="For example:  sourcebook score --out benchmarks/score.md")
@click.argument("kits", metavar="[KIT]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Markdown file for the tables.  [default: benchmarks/score.md in the kit here]",
)
def score(kits: tuple[Path, ...], out: Path | None) -> None:
    """Compare the machine's annotations with reviewed ones, layer by layer.

    KIT is a folder with a reviewed corpus; without one, the kit here, and the invented articles
    beside it in benchmarks/invented if there are any. The tables are printed and written to a file.
    """
    from sourcebook.scoring import lines
    from sourcebook.scoring import score as compare

    here = find_root()
    invented = here / "benchmarks" / "invented"
    roots = kits or ((here, invented) if invented.is_dir() else (here,))
    written = [f"# How well the machine annotates, {date.today().isoformat()}", ""]
    for root in roots:
        corpus = load_corpus(root)
        shown = (
            "This kit" if root == here else root.relative_to(here) if here in root.parents else root
        )
        title = f"{shown}: {_count(corpus.articles, 'article')}"
        scores = compare(corpus)
        if not any(one.reviewed for one in scores):
            raise SourcebookError(
                f"{shown}: nobody has reviewed an annotation yet, so there is nothing to compare "
                "the machine with. Begin with: sourcebook review ARTICLE"
            )
        written += [*lines(title, scores), ""]
    file = out or here / "benchmarks" / "score.md"
    text = "\n".join(written)
    click.echo(text, nl=False)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _below(root: Path, here: Path) -> str:
    return (root.relative_to(here) if here in root.parents else root).as_posix()
