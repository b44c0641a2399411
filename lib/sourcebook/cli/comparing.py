"""The command that tells what changed in a lesson between two days."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import get_args

import click

from sourcebook.corpus import find_root
from sourcebook.edition import Audience
from sourcebook.interface import Language

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command(
    epilog="For example:  sourcebook compare 01_background --since 2020-12-31 --as-of 2023-03-31"
)
@click.argument("notebook")
@click.option("--since", type=_DAY, required=True, help="The earlier day.")
@click.option(
    "--as-of", type=_DAY, help="The later day.  [default: the one that the notebook declares]"
)
@click.option(
    "--audience",
    type=click.Choice(get_args(Audience)),
    default="briefing",
    show_default=True,
    help="Whose edition of the lesson is compared.",
)
@click.option(
    "--language",
    type=click.Choice(get_args(Language)),
    default="en",
    show_default=True,
    help="Of headings, labels and notes.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder for the page.  [default: build/changes in the kit]",
)
def compare(
    notebook: str,
    since: datetime,
    as_of: datetime | None,
    audience: str,
    language: str,
    out: Path | None,
) -> None:
    """Tell what changed in the lesson NOTEBOOK between two days.

    The page lists the articles, events and figures that came in, then what the lesson says now and
    did not, said and no longer does, or says in other words; every statement keeps its sources.
    """
    # Reading notebooks takes a second to load: not for --help.
    from sourcebook.handouts.kit import read_kit
    from sourcebook.handouts.plan import check_plan

    kit = read_kit(find_root())
    name = Path(notebook).name.removesuffix(".ipynb")
    asked = {"notebook": name, "since": since.date(), "audience": audience, "language": language}
    if as_of is not None:
        asked["as_of"] = as_of.date()
    page = f"{name.lower()}-changes"
    planned = check_plan({"handouts": {page: asked}}, "sourcebook compare", kit)

    from sourcebook.handouts.render import render

    [outcome] = render(planned, kit.corpus, out or kit.root / "build" / "changes")
    if not outcome.ok:
        raise click.ClickException(outcome.error)
    click.echo(str(outcome.file))
