"""Commands about articles: bring them in, annotate them, review what was found."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from sourcebook.annotate import FOUND
from sourcebook.corpus import find_root, load_corpus
from sourcebook.errors import SourcebookError, choose
from sourcebook.interval import Interval, read_day


@click.command(
    epilog="For example:  sourcebook annotate clippings/ --jobs 2 --out clippings.sqlite"
)
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "w3c"]),
    help="What is printed: JSON Lines, CSV, or W3C Web Annotations.  [default: jsonl]",
)
@click.option("--layers", metavar="LAYER,...", help=f"Only these, of: {', '.join(FOUND)}.")
@click.option(
    "--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes to use."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a file instead, by its ending: .jsonl, .csv, .jsonld, .parquet or .sqlite.",
)
@click.option(
    "--kit",
    type=click.Path(path_type=Path, file_okay=False),
    help="Kit whose vocabulary is used.  [default: the one here, if any]",
)
@click.option(
    "--model",
    default="",
    metavar="NAME",
    help="Let this installed spaCy pipeline suggest names too.",
)
def annotate(
    paths: tuple[Path, ...],
    form: str | None,
    layers: str | None,
    jobs: int,
    out: Path | None,
    kit: Path | None,
    model: str,
) -> None:
    """Find annotations in files of any kind, without changing anything.

    PATH is a .txt, .html, .pdf or .docx file, or a folder of them. Offsets count characters of
    the text that was read. A file that cannot be read is named on standard error and the others
    go on; the command then ends with exit code 1.
    """
    # Reading files of any kind takes a moment to load: not for --help.
    from sourcebook.exchange.annotating import annotate_files, read_words
    from sourcebook.exchange.files import open_sink
    from sourcebook.exchange.sinks import STREAMED, Sink
    from sourcebook.exchange.sources import find_sources

    if form and out:
        raise click.UsageError("--format is for what is printed; --out goes by its file's ending")
    wanted = None
    if layers is not None:
        wanted = [choose(name.strip(), FOUND, "layer") for name in layers.split(",")]
    home = find_root(kit) if kit else _kit_here()
    sources = find_sources(paths, home)

    @contextmanager
    def opened() -> Iterator[Sink]:
        if out is not None:
            with open_sink(out, read_words(home)) as sink:
                yield sink
            return
        with click.open_file("-", "w", encoding="utf-8") as stream:
            sink = STREAMED[form or "jsonl"](stream)
            yield sink
            sink.close()

    failed = 0
    with opened() as sink:
        outcomes = annotate_files(sources, home, sink.encode, wanted, jobs, model)
        bar = click.progressbar(
            outcomes,
            length=len(sources),
            label="annotating",
            file=sys.stderr,
            hidden=not sys.stderr.isatty() or (out is None and sys.stdout.isatty()),
        )
        with bar:
            for outcome in bar:
                if outcome.error:
                    failed += 1
                    click.echo(outcome.error, err=True)
                else:
                    sink.write(outcome.encoded)
    if failed:
        raise click.ClickException(f"{failed} of {len(sources)} files could not be read")


@click.command(epilog="For example:  sourcebook copies clippings/ > copies.csv")
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
def copies(paths: tuple[Path, ...]) -> None:
    """Tell which files copy one report, and how many independent sources there are.

    PATH is a .txt, .html, .pdf or .docx file, or a folder of them. Prints a row of CSV for each
    copy: the two articles, their resemblance, and the share of the shorter one that stands in the
    other. How many origins the files have is said on standard error.
    """
    from sourcebook.exchange.copying import Bodies
    from sourcebook.exchange.sources import find_sources
    from sourcebook.reuse import copies as find_copies
    from sourcebook.reuse import grouped

    bodies = Bodies(find_sources(paths, _kit_here()))
    pairs = []
    click.echo("article,other,resemblance,containment")
    for pair in find_copies(bodies):
        pairs.append((pair.one, pair.other))
        click.echo(f"{pair.one},{pair.other},{pair.resemblance:.3f},{pair.containment:.3f}")
    for error in bodies.errors.values():
        click.echo(error, err=True)
    read = [article for article in bodies if article not in bodies.errors]
    click.echo(f"{len(read)} articles, {len(grouped(read, pairs))} origins", err=True)
    if bodies.errors:
        raise click.ClickException(f"{len(bodies.errors)} of {len(bodies)} files could not be read")


def _kit_here() -> Path | None:
    try:
        return find_root()
    except SourcebookError:
        return None


@click.command(epilog="For example:  sourcebook add clippings/*.pdf --published 2024-06-12")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--published",
    metavar="DAY",
    help="Day of publication, YYYY-MM-DD, or two joined by /; goes before what the files say.",
)
def add(files: tuple[Path, ...], published: str | None) -> None:
    """Bring articles into the corpus: .txt, .html, .pdf or .docx files, or folders of them.

    Each gets a catalogue entry, with what was found and what is unknown, and suggested
    annotations with the status machine. A file that fails leaves the corpus as it was and stops
    no other; the command then ends with exit code 1.
    """
    from sourcebook.intake.adding import add as add_files

    outcomes = add_files(find_root(), files, _interval(published) if published else None)
    for outcome in outcomes:
        if not outcome.ok:
            click.echo(f"not added: {outcome.error}", err=True)
            continue
        count = sum(outcome.suggested.values())
        click.echo(f"{outcome.article}: added, with {count} suggested annotations")
        for remark in outcome.remarks:
            click.echo(f"    {remark}")
    failed = sum(not outcome.ok for outcome in outcomes)
    if failed:
        raise click.ClickException(f"{failed} of {len(outcomes)} files were not added")


def _interval(written: str) -> Interval:
    first, _, last = written.partition("/")
    try:
        return Interval(read_day(first), read_day(last or first))
    except ValueError as error:
        raise SourcebookError(
            f"--published: {error}. Write a day as YYYY-MM-DD, or the first and the last day "
            "joined by a slash."
        ) from None


@click.command(epilog="For example:  sourcebook review harbour-bridge --accept")
@click.argument("articles", metavar="[ARTICLE]...", nargs=-1)
@click.option("--accept", is_flag=True, help="Take the reviewed rows back into the corpus.")
@click.option("--anew", is_flag=True, help="Throw away a review that was begun, and begin again.")
def review(articles: tuple[str, ...], accept: bool, anew: bool) -> None:
    """Write articles' annotations and new suggestions as CSV files for a person to correct.

    They are in build/review/ARTICLE/, one file to a layer. Correct them, set status to reviewed,
    and run the command again with --accept. After an article's text changed, it tells which
    annotations still stand, and proposes a place for those that do not. Without ARTICLE, all are
    written or accepted.
    """
    if accept and anew:
        raise click.UsageError("--accept and --anew exclude each other")
    root = find_root()
    for article in articles or load_corpus(root).articles:
        if accept:
            _accept(root, article)
        else:
            _lay_out(root, article, anew)


def _accept(root: Path, article: str) -> None:
    from sourcebook.intake.accepting import accept

    done = accept(root, article)
    click.echo(
        f"{article}: {done.rows} rows in the corpus, {done.reviewed} of them reviewed; "
        f"there were {done.before} before"
    )
    for remark in done.remarks:
        click.echo(f"    {remark}")


def _lay_out(root: Path, article: str, anew: bool) -> None:
    from sourcebook.intake.review import review

    laid_out = review(root, article, anew)
    if laid_out.changed:
        click.echo(f"{article}: the text is not the one that was annotated")
    standing, suggested = sum(laid_out.standing.values()), sum(laid_out.suggested.values())
    click.echo(f"{article}: {standing} rows stand, {suggested} are newly suggested")
    if laid_out.orphans:
        click.echo(f"    {laid_out.orphans} orphans, each with the nearest passage: orphans.csv")
    for remark in laid_out.remarks:
        click.echo(f"    {remark}")
    click.echo(
        f"Correct the tables in {laid_out.folder}, then:  sourcebook review {article} --accept"
    )
