"""The command line: it parses, calls one public function, and prints."""

from __future__ import annotations

import click

from sourcebook import SourcebookError, __version__
from sourcebook.cli.articles import add, annotate, copies, review
from sourcebook.cli.comparing import compare
from sourcebook.cli.handouts import render
from sourcebook.cli.kits import check, new, score


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
    """Bring articles in, annotate and review them, and render lessons into handouts.

    Run it anywhere inside a kit; `new` and `annotate` work anywhere.
    """


for command in (new, add, annotate, copies, review, check, score, render, compare):
    main.add_command(command)
